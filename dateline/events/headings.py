"""Lines and sentences that say nothing but when: each dates what stands next, as an entry of a chronology."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from dateline.model import Day, Grain, TimeExpression
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.verb_group import is_open_class
from dateline.timex.english.verbs import verb_groups
from dateline.timex.tokens import Token, sentences, tokens

VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
HEAD = re.compile(r"\s*")
JOINTS = frozenset({"to", "and"})
REACH = 2000
"""How many characters the sentence below may have with its line."""
A_WEEK = 7
"""How far from the day of filing a date in the first line says when the article appeared."""
FEWEST = 2
"""How many nouns tell something without a verb or the name of an event: "Letter to the owner"."""


def headed(
    text: str, sentence: tuple[Token, ...], here: Sequence[TimeExpression], until: int, today: Day
) -> tuple[Token, ...]:
    """A sentence that only says when, with a colon and the tokens of the one it heads; any other as it is.

    `until` is where the next expression of the article begins: what has a date of its own needs no heading.
    """
    told = _next(text, sentence[-1].end, until) if _only_says_when(sentence, here) else ()
    if not told or not _tells(told) or _is_imprint(text, here, told[0].start, today):
        return sentence
    first, last = here[0].start, here[-1].end
    dates = [token for token in sentence if first <= token.start and token.end <= last]
    return (*dates, Token(":", ":", last, last), *told)


def _only_says_when(sentence: Sequence[Token], here: Sequence[TimeExpression]) -> bool:
    if any(each.interval is None or each.type == "SET" or each.value in VAGUE for each in here):
        return False
    inside = {k for k, token in enumerate(sentence) for each in here if each.start <= token.start < each.end}
    outside = (token.lower for k, token in enumerate(sentence) if k not in inside)
    return all(word in JOINTS or not word[0].isalnum() for word in outside)


def _is_imprint(text: str, here: Sequence[TimeExpression], until: int, today: Day) -> bool:
    """Whether the first line of an article, above what it would date, says when that was printed."""
    when = here[0].interval
    near = when is not None and when.start is not None and abs(when.start - today) <= A_WEEK
    begins = HEAD.match(text)
    first = begins is not None and begins.end() == here[0].start and "\n" in text[here[-1].end : until]
    return near and first and here[0].grain <= Grain.DAY


def _next(text: str, at: int, until: int) -> tuple[Token, ...]:
    """The tokens of the next sentence, if it is no monster and has no date."""
    below = text[at : at + REACH]
    for first, last in islice(sentences(below), 1):
        if at + last <= until and last < REACH:
            return tokens(text, at + first, at + last)
    return ()


def _tells(told: tuple[Token, ...]) -> bool:
    """Whether a sentence tells of something that can have happened."""
    nouns = [token for token in told[1:] if token.text.islower() and is_open_class(token)]
    some = nouns and len(nouns) + is_open_class(told[0]) >= FEWEST
    return bool(some or verb_groups(told)) or any(is_event_noun(token.lower) for token in told)
