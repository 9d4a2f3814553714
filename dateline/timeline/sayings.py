"""Reports dated by the day on which somebody told what they say: "the dam burst, the coroner said on Friday"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import DatedArticle, Event
from dateline.timeline import deeds
from dateline.timeline.deeds import root
from dateline.timex.english.verb_group import VerbGroup
from dateline.timex.english.verbs import verb_groups
from dateline.timex.tokens import Token

REACH = 8
"""How many words may stand between a verb of saying and its day: "said the harbour master on Friday"."""


def is_said_then(dated: DatedArticle, event: Event, clause: tuple[Token, ...]) -> bool:
    """Whether the day is that of the words behind the comma, and not of the deed that they tell of.

    `clause` holds the tokens of the event without those of its dates.
    """
    if not event.spans:
        return False
    start = dated.expressions[event.expressions[0]].start
    before = [group for group in verb_groups(clause) if clause[group.end - 1].end <= start]
    if len(before) < 2 or not _tells(before[-1]):
        return False
    comma = _comma(clause, before[-2].end, before[-1].start)
    between = [token for token in clause[before[-1].end :] if token.end <= start]
    return comma and len(between) <= REACH and not any(token.text in (",", ";", "that") for token in between)


def _tells(verb: VerbGroup) -> bool:
    return verb.finite and not verb.passive and deeds.is_saying(root(verb.lemma))


def _comma(clause: Sequence[Token], start: int, end: int) -> bool:
    return any(token.text == "," for token in clause[start:end])
