"""Years, decades and centuries; and when four digits are no year."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english import words
from dateline.timex.english.months import NAME_FREE, near_century
from dateline.timex.english.no_years import BEFORE_A_YEAR, FIRST_LIKELY_YEAR, is_counted, is_in_a_name, is_of_product
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading, unit

years = RuleBook()


@years.rule(
    "{yyyy}",
    gives="time span year",
    examples={
        "They were toppled in 2001.": "2001-01-01/2001-12-31",
        "The 2015 siege failed.": "2015-01-01/2015-12-31",
        "1987: A survey finds rust.": "1987-01-01/1987-12-31",
        "1987: Ada Lisle resigns.": "1987-01-01/1987-12-31",
    },
    never=(
        "1984: The Opera was sung.",
        "He took flight 1990 home.",
        "The rally drew 2000 people.",
        "It cost $1990.",
        "It sailed on the Estrella 2010.",
        "It was seen in the 1900 block of Elm Street.",
        "The asteroid, 2007 QK14, is small.",
    ),
)
def year(context: Context, year: int) -> Reading | None:
    """A year in four digits, unless what stands around makes it a number or a part of a name."""
    if is_counted(context) or is_in_a_name(context):
        return None
    left = context.left()
    likely = FIRST_LIKELY_YEAR <= year <= calendar.civil(context.day)[0] + 30
    if left and left not in BEFORE_A_YEAR and left not in NAME_FREE and not likely:
        return None
    return unit(calendar.of_year(year), Grain.YEAR, "the year is written")


@years.rule(
    "{yyyy} ~- ~{yy}",
    "{yyyy} ~– ~{yy}",
    gives="time range",
    examples={"The war of 1939-45 emptied the village.": "1939-01-01/1945-12-31"},
    never=("He dialled 1939-12 twice.",),
)
def row_of_years(context: Context, first: int, last: int) -> Reading | None:
    """A row of years, the second in two digits."""
    last += first // 100 * 100
    # "2000-01" may be a month; behind "in" it is the year that straddles two.
    month = last % 100 <= MONTHS_IN_YEAR and not (last == first + 1 and context.left() in ("in", "of", "the", "for"))
    if not first < last <= first + 50 or month:
        return None
    begins, ends = calendar.of_year(first), calendar.of_year(last)
    reading = unit(begins, Grain.YEAR, "both years are written")
    return replace(
        reading, interval=calendar.hull(begins, ends), role=Role.FROM_TO, begins=begins, ends=ends, grain=Grain.YEAR
    )


MONTHS_IN_YEAR = 12


@years.rule(
    "the year {yyyy}",
    "the? year - {yyyy}",
    "the? calendar year? {yyyy}",
    "{spokenyear}",
    "the? year {spokenyear}",
    gives="time span year",
    examples={
        "They met in the year 1990.": "1990-01-01/1990-12-31",
        "It grew in calendar 2008.": "2008-01-01/2008-12-31",
    },
)
def named_year(context: Context, year: int | None) -> Reading | None:
    row = context.scene.tokens[context.first + (context.written() == "the") : context.last]
    if all(token.text[0].isupper() for token in row if token.text.isalpha()):
        return None
    return unit(calendar.of_year(year), Grain.YEAR, "the year is written") if year else None


@years.rule(
    "' ~{yy}",
    "’ ~{yy}",
    "‘ ~{yy}",
    gives="time span year",
    examples={"It closed in '98.": "1998-01-01/1998-12-31"},
    never=("He told CBS's '60 Minutes' that he would go.", "It comes with iWord '11."),
)
def short_year(context: Context, year: int) -> Reading | None:
    """A year as '98; the one nearest to the dateline."""
    # "'60 Minutes'" is in quotation marks; iLife '11 is a thing with a number.
    if context.right() == "s" or context.right() in words.UNIT_PLURALS or is_of_product(context):
        return None
    return unit(calendar.of_year(near_century(context, year)), Grain.YEAR, "such a year nearest to the dateline")


@years.rule(
    "the? {yyyy} ~s",
    "the? {yyyy} ~'s",
    "the? {yyyy} ' ~s",
    gives="time span decade",
    examples={"It was built in the 1990s.": "1990-01-01/1999-12-31"},
)
def decade(context: Context, year: int) -> Reading | None:
    """A decade, or a century for its round years of long ago."""
    if year % 10:
        return None
    if year % 100 == 0 and year < 1900:
        whole = calendar.of_years(year, 100)
        return replace(unit(whole, Grain.CENTURY, "the hundred years are written"), value=f"{year // 100}")
    return unit(calendar.of_decade(year), Grain.DECADE, "the decade is written")


@years.rule(
    "the? ' ~{yy} ~s",
    "the? ’ ~{yy} ~s",
    "the? ‘ ~{yy} ~s",
    "the {yy} ~s",
    "the? {decadename}",
    gives="time span decade",
    examples={
        "It was built in the '80s.": "1980-01-01/1989-12-31",
        "It grew in the nineties.": "1990-01-01/1999-12-31",
    },
    never=("A woman in her thirties fell.", "Highs were in the 70s."),
)
def short_decade(context: Context, year: int) -> Reading | None:
    """A decade by its last two figures; people's ages and temperatures are none."""
    if year % 10 or context.left() in ("her", "his", "their", "my", "your", "our"):
        return None
    last = context.scene.tokens[context.last - 1].lower
    if (
        last == "s"
        and context.scene.tokens[context.first].lower == "the"
        and context.scene.tokens[context.first + 1].text.isdecimal()
    ):
        return None
    start = near_century(context, year)
    # Nobody speaks of "the twenties" before they have begun.
    whole = calendar.of_decade(start if start <= calendar.civil(context.day)[0] else start - 100)
    return unit(whole, Grain.DECADE, "the latest such decade that has begun by the dateline")


@years.rule(
    "the? {ord} and|or|to {ord} centuries",
    "the? early|mid|late? -? {ord} and|or|to early|mid|late? -? {ord} centuries",
    "the? {ord} and|or|to {ord} centuries bc|bce|ad|ce",
    gives="time range",
    examples={
        "It was rich in the 16th and 17th centuries.": "1501-01-01/1700-12-31",
        "It was rich in the late 18th and early 19th centuries.": "1767-01-01/1833-12-31",
        "It was rich in the fifth and fourth centuries BC.": "-0499-01-01/-0300-12-31",
    },
)
def row_of_centuries(context: Context, first: int, last: int) -> Reading | None:
    """Two centuries in a row, or parts of them."""
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    before = row[-1] in ("bc", "bce")
    if not 1 <= min(first, last) <= max(first, last) <= 99 or (first < last) == before:
        return None
    joint = next(at for at, word in enumerate(row) if word in ("and", "or", "to"))
    begins = _part_of_century(first, before, row[:joint])
    ends = _part_of_century(last, before, row[joint:])
    value = f"{'BC' if before else ''}{first - 1:02}"
    reading = replace(unit(begins, Grain.CENTURY, "the centuries are written"), value=value)
    return replace(reading, interval=calendar.hull(begins, ends), role=Role.FROM_TO, begins=begins, ends=ends)


def _part_of_century(number: int, before_christ: bool, words: list[str]) -> Interval:
    whole = calendar.of_years(1 - 100 * number if before_christ else 100 * number - 99, 100)
    part = next((which for which, name in enumerate(("early", "mid", "late")) if name in words), None)
    return whole if part is None else calendar.third(whole, Grain.CENTURY, part)


@years.rule(
    "the? {ord} century",
    "the? {ord} - century",
    gives="time span century",
    examples={"It was built in the 20th century.": "1901-01-01/2000-12-31"},
)
def century(context: Context, number: int) -> Reading | None:
    """A century by its number; a batsman's is none."""
    if not 1 <= number <= 99 or context.left() in ("his", "her", "their"):
        return None
    return replace(unit(calendar.of_century(number), Grain.CENTURY, "the century is written"), value=f"{number - 1:02}")
