"""The kinds of a token: which of the word tables it stands in, and what it stands for there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from dateline.timex.english import words
from dateline.timex.grammar import Edge
from dateline.timex.tokens import Token

TABLES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("{dow}", words.WEEKDAYS),
    ("{dows}", {name + "s": number for name, number in words.WEEKDAYS.items()}),
    ("{season}", words.SEASONS),
    ("{seasons}", words.SEASON_PLURALS),
    ("{unit}", words.UNITS),
    ("{units}", {plural: words.UNITS[unit] for plural, unit in words.UNIT_PLURALS.items()}),
    ("{part}", words.PARTS_OF_DAY),
    ("{moment}", words.MOMENTS),
    ("{ones}", words.ONES),
    ("{tens}", words.TENS),
    ("{magnitude}", words.MAGNITUDES),
    ("{ordword}", words.ORDINALS),
    ("{decadename}", words.DECADES),
    ("{approx}", words.APPROXIMATIONS),
    ("{zone}", words.ZONES),
    ("{half}", words.HALVES_OF_DAY),
)


@lru_cache(maxsize=20_000)
def kinds(text: str) -> dict[str, Any]:
    """The kinds of a word and its value for each; digits are numbers, years, days of a month, hours."""
    lower = text.lower().replace("’", "'")
    if text.isdecimal():
        return _digits(text)
    found: dict[str, Any] = {kind: table[lower] for kind, table in TABLES if lower in table}
    capital = text[0].isupper()
    if lower in words.MONTHS and (capital or lower not in words.AMBIGUOUS_MONTHS):
        found["{month}"] = words.MONTHS[lower]
    if capital and lower in words.MONTH_ABBREVIATIONS:
        found["{mon}"] = words.MONTH_ABBREVIATIONS[lower]
    if capital and lower in words.WEEKDAY_ABBREVIATIONS:
        found["{wday}"] = words.WEEKDAY_ABBREVIATIONS[lower]
    return found


def _digits(text: str) -> dict[str, Any]:
    if len(text) > 9:
        return {}
    number, size = int(text), len(text)
    found: dict[str, Any] = {"{digits}": number}
    if size == 4 and 1000 <= number < 2200:
        found["{yyyy}"] = number
    if size == 4 and number < 2400 and number % 100 < 60:
        found["{hhmm}"] = number
    if size == 3:
        found["{ddd}"] = number
    if size <= 2:
        if 1 <= number <= 31:
            found["{dom}"] = number
        if 1 <= number <= 12:
            found["{mm}"] = number
        if number <= 24:
            found["{hh}"] = number
    if size == 2:
        found["{yy}"] = number
        if number < 60:
            found["{ii}"] = number
    return found


def edges(tokens: Sequence[Token], vocabulary: frozenset[str]) -> list[Edge]:
    """The tokens as the lowest edges of the lattice; a token glued to the one before also has its glued kinds."""
    found = []
    end = -1
    for at, token in enumerate(tokens):
        values = kinds(token.text)
        lower = token.lower
        if lower in vocabulary:
            values = {**values, lower: None}
        if token.start == end:
            glued = {"~" + kind: value for kind, value in values.items()}
            if "~" + lower in vocabulary:
                glued["~" + lower] = None
            if glued:
                values = {**values, **glued}
        found.append(Edge(at, at + 1, values))
        end = token.end
    return found
