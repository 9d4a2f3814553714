"""Broadcast copy and old wires in capitals throughout: which of their words would be written with one."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.timex.english.words import AMBIGUOUS_MONTHS, MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS
from dateline.timex.tokens import Token

# Fewer words in capitals are a name or a text dateline.
FEWEST = 6
BEFORE_MONTH = frozenset("in since last next this of by until before after from during early late mid - on".split())


def is_in_capitals(sentence: str) -> bool:
    """Whether a sentence is written in capitals throughout, so that they tell no name from a word."""
    return sentence.isupper() and sentence.count(" ") >= FEWEST


def lowered(words: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a sentence in capitals as they are written elsewhere: small, but for months and days of the week."""
    return tuple(
        token._replace(text=token.lower.capitalize() if _is_name_of_time(words, at) else token.lower)
        if token.text.isalpha()
        else token
        for at, token in enumerate(words)
    )


def _is_name_of_time(words: Sequence[Token], at: int) -> bool:
    word = words[at].lower
    behind = words[at + 1].lower if at + 1 < len(words) else ""
    before = words[at - 1].lower if at else ""
    if word in AMBIGUOUS_MONTHS:
        return before in BEFORE_MONTH or behind.isdecimal() or before.isdecimal()
    if word in MONTHS or word in WEEKDAYS:
        return True
    return word in MONTH_ABBREVIATIONS and (behind == "." or behind.isdecimal())
