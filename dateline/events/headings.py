"""Lines and sentences that say nothing but when: each dates what stands next, as an entry of a chronology."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from dateline.model import Day, Grain, TimeExpression
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.verb_group import is_open_class
from dateline.timex.english.verbs import verb_groups
from dateline.timex.tokens import Token, sentences, tokens

Numbered = tuple[int, TimeExpression]

VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
HEAD = re.compile(r"\s*")
JOINTS = frozenset({"to", "and"})
REACH = 600
"""How many characters the sentence below may have with its line."""
A_WEEK = 7
"""How far from the day of filing a date in the first line says when the article appeared."""
MOST = 4
"""How many expressions a heading may have."""
FEWEST = 2
"""How many nouns tell something without a verb or the name of an event: "Letter to the owner"."""


def dated_sentences(
    text: str, numbered: Iterable[Numbered], today: Day
) -> Iterator[tuple[tuple[Token, ...], list[Numbered]]]:
    """The sentences of a text that hold expressions, each with those; behind one that only says when, what it heads.

    A colon stands between the two, as in an entry of a chronology.
    """
    groups = [(span, list(group)) for span, group in groupby(numbered, key=lambda item: item[1].sentence)]
    passed = 0
    for (span, here), behind in zip_longest(groups, groups[1:]):
        if span[0] < passed:
            continue
        sentence = tokens(text, *span)
        inner = behind[1] if behind is not None else []
        told = _told(text, sentence, [x for _, x in here], inner, today)
        if told:
            first, passed = here[0][1].start, told[-1].end
            end = here[-1][1].end
            dates = [token for token in sentence if first <= token.start and token.end <= end]
            within = [item for item in inner if item[1].start < passed]
            yield (*dates, Token(":", ":", end, end), *told), [*here, *within]
        else:
            yield sentence, here


def _told(
    text: str, sentence: Sequence[Token], here: Sequence[TimeExpression], behind: Sequence[Numbered], today: Day
) -> tuple[Token, ...]:
    """The tokens of the sentence that this one heads; empty where it heads none, or one that opens with a date."""
    if not _only_says_when(sentence, here) or (behind and not text[sentence[-1].end : behind[0][1].start].strip()):
        return ()
    told = _next(text, sentence[-1].end)
    if not told or not _tells(told) or _is_imprint(text, here, told[0].start, today):
        return ()
    if behind:
        opens = behind[0][1].start <= told[min(1, len(told) - 1)].start
        reaches_on = behind[0][1].start < told[-1].end < behind[-1][1].end
        return () if opens or reaches_on else told
    return told


def _only_says_when(sentence: Sequence[Token], here: Sequence[TimeExpression]) -> bool:
    if len(here) > MOST or any(each.interval is None or each.type == "SET" or each.value in VAGUE for each in here):
        return False
    words = (token for token in sentence if token.text[0].isalnum() and token.lower not in JOINTS)
    return all(any(each.start <= token.start < each.end for each in here) for token in words)


def _is_imprint(text: str, here: Sequence[TimeExpression], until: int, today: Day) -> bool:
    """Whether the first line of an article, above what it would date, says when that was printed."""
    when = here[0].interval
    near = when is not None and when.start is not None and abs(when.start - today) <= A_WEEK
    begins = HEAD.match(text)
    first = begins is not None and begins.end() == here[0].start and "\n" in text[here[-1].end : until]
    return near and first and here[0].grain is Grain.DAY


def _next(text: str, at: int) -> tuple[Token, ...]:
    """The tokens of the next sentence, if it is no monster."""
    first, last = next(sentences(text[at : at + REACH]), (0, REACH))
    return tokens(text, at + first, at + last) if last < REACH else ()


def _tells(told: tuple[Token, ...]) -> bool:
    """Whether a sentence tells of something that can have happened."""
    nouns = [token for token in told[1:] if token.text.islower() and is_open_class(token)]
    some = nouns and len(nouns) + is_open_class(told[0]) >= FEWEST
    return bool(some or verb_groups(told)) or any(is_event_noun(token.lower) for token in told)
