"""The kinds of a token: which of the word tables it stands in, and what it stands for there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from dateline.timex.english import words
from dateline.timex.lattice import Bearing
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

KINDS: dict[str, dict[str, Any]] = {}
"""The kinds of a word with its value for each, in the order of the tables."""
for _kind, _table in TABLES:
    for _word, _value in _table.items():
        KINDS.setdefault(_word, {})[_kind] = _value


def kinds(text: str) -> dict[str, Any]:
    """The kinds of a word and its value for each; digits are numbers, years, days of a month, hours."""
    lower = text.lower().replace("’", "'")
    if text.isdecimal():
        return _digits(text)
    found = dict(KINDS.get(lower, ()))
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


# Words and kinds that stand in patterns but speak of no time by themselves.
COMMON = frozenset(
    "the a an of in on to and or at by for from that this these those its their with , . - – ( ) ' ’ ‘ : / 's more "
    "less fewer than as all last next first same other just only over about around some before after until till "
    "between within every another one whole full long short no not up well least most many much few several couple "
    "each handful lot so second third very single entire there was is coming following previous such had be been or "
    "s 9 but new two father mother through trading earlier later back under being business while old financial part "
    "right end ended start beginning middle close closing opening little latest former near recent further small "
    "final additional turn late early mid pre post eastern pacific central school too longer local election "
    "king labor independence prior extra working initial comparable roughly per hundred hundreds thousands dozens "
    "times "
    "{n} {ord} {ones} {tens} {digits} {dom} {mm} {hh} {ii} {yy} {ddd} {magnitude} {ordword} {approx} {zone}".split()
)
# "Nineteen eighty-four": what opens a year as it is spoken.
CENTURIES = frozenset({"seventeen", "eighteen", "nineteen"})
# Where a history names a year of three figures: "in 732".
BEFORE_EARLY_YEARS = frozenset({"in", "by", "since", "until", "from", "before", "after", "of"})
# The longest pattern spans fewer tokens.
REACH = 10


# What else is a word of time to the lexer: years, '98 and 15/04/16, the 80s, the 9th, 5pm. Each begins with a figure,
# which is quick to look for.
FIGURES = re.compile(
    r"\d(?:\d{3}|(?<=[^\s\d]\d)\d(?!\d)|(?:st|nd|rd|th|s)\b| ?[ap]m\b"
    r"|(?:(?<=\bin \d)|(?<=\bby \d)|(?<=\bsince \d)|(?<=\buntil \d)|(?<=\bfrom \d)|(?<=\bbefore \d)"
    r"|(?<=\bafter \d)|(?<=\bof \d))\d\d\b)"
)
HALF_OF_DAY = re.compile(r"\b[ap]\.m\b")
# "At two.", "By five the square was empty."
HOURS = frozenset(word.encode() for word, number in words.ONES.items() if 1 <= number <= 12)
AT_AN_HOUR = re.compile(rf"\b(?:at|by|until) (?:{'|'.join(hour.decode() for hour in sorted(HOURS))})\b")
BEFORE_AN_HOUR = frozenset({"at", "by", "until"})
# Every byte that is no small letter of ASCII becomes a space.
LETTERS = bytes(byte if byte in b"abcdefghijklmnopqrstuvwxyz" else ord(" ") for byte in range(256))


def words_of_time(vocabulary: frozenset[str]) -> frozenset[bytes]:
    """The words, in small letters, one of which a text must hold to speak of time, unless a figure does."""
    tables = (table for _, table in TABLES)
    named = (words.MONTHS, words.MONTH_ABBREVIATIONS, words.WEEKDAY_ABBREVIATIONS)
    known = vocabulary.union(*tables, *named)
    told = (word for word in known if (found := bearing(word.capitalize(), word, False, vocabulary)) and found.core)
    return frozenset(word.encode() for word in told if word.isalpha())


def plain_words(lower: str) -> list[bytes]:
    """The stretches of ASCII letters of a text in small letters; as bytes they are parted fastest."""
    return lower.encode(errors="replace").translate(LETTERS).split()


def tells_time(words: str, of_time: frozenset[bytes]) -> bool:
    """Whether a word or figure speaks of time, so that a closer look is worth it; in doubt it is."""
    lower = words.lower()
    plain = plain_words(lower)
    if not of_time.isdisjoint(plain) or (not HOURS.isdisjoint(plain) and AT_AN_HOUR.search(lower)):
        return True
    return FIGURES.search(lower) is not None or (".m" in lower and HALF_OF_DAY.search(lower) is not None)


def bearings(tokens: Sequence[Token], vocabulary: frozenset[str]) -> list[Bearing | None]:
    """What each token that can bear on time can be in a pattern, `None` for the others.

    A token glued to the one before also has its glued kinds. Far from any word of time, no token bears on it.
    """
    found: list[Bearing | None] = []
    cores: list[int] = []
    before, end = "", -1
    for text, lower, start, stop in tokens:
        word = bearing(text, lower, start == end, vocabulary)
        if word is not None and (word.core or _is_core_behind(before, lower, word)):
            cores.append(len(found))
        found.append(word)
        before, end = lower, stop
    near: list[Bearing | None] = [None] * len(found)
    for centre in cores:
        around = slice(max(centre - REACH, 0), centre + REACH)
        near[around] = found[around]
    return near


def _is_core_behind(before: str, lower: str, word: Bearing) -> bool:
    """Whether a word speaks of time behind another: the "s" of "80s", a year of three figures, "at two"."""
    if before in BEFORE_AN_HOUR and "{ones}" in word.values:
        return True
    return (lower == "s" and before.isdecimal()) or (before in BEFORE_EARLY_YEARS and "{ddd}" in word.values)


@lru_cache(maxsize=50_000)
def bearing(text: str, lower: str, glued: bool, vocabulary: frozenset[str]) -> Bearing | None:
    """The kinds of a word with their values, itself among them where a pattern names it; whether it speaks of time."""
    values = kinds(text)
    if lower in vocabulary:
        values = {**values, lower: None}
    core = lower in CENTURIES or not COMMON.issuperset(values)
    if glued:
        core = core or "{yy}" in values or lower in ("st", "nd", "rd", "th")
        values = values | {"~" + kind: value for kind, value in values.items()}
        if "~" + lower in vocabulary:
            values["~" + lower] = None
    return Bearing(values, core) if values else None
