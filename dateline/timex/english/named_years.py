"""Days, months and seasons of a named year: of last year, of that year."""

from __future__ import annotations

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.dates import valid
from dateline.timex.english.seasons import season_reading
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading, told, unit

in_years = RuleBook()


@in_years.rule(
    "the? {season} of|in {yearly}",
    gives="time span",
    examples={"It closed in the spring of last year.": "2023-03-01/2023-05-31"},
)
def season_of_named_year(context: Context, season: int, year: Reading) -> Reading | None:
    """A season of last, this or next year."""
    if year.interval is None or year.interval.start is None:
        return None
    return season_reading(context, calendar.civil(year.interval.start)[0], season, year.steps[0])


@in_years.rule(
    "the? {season} of {year}",
    gives="time span",
    examples={"It closed in the summer of '79.": "1979-06-01/1979-08-31"},
    never=("It closed in the summer of 1979.",),
)
def season_of_short_year(context: Context, season: int, year: Reading) -> Reading | None:
    """A season of a year in two digits."""
    last = context.scene.tokens[context.last - 1].text
    if year.interval is None or year.interval.start is None or not (last.isdecimal() and len(last) == 2):
        return None
    return season_reading(context, calendar.civil(year.interval.start)[0], season, year.steps[0])


@in_years.rule(
    "{yearless} ,? {yearly}",
    "{yearless} of {yearly}",
    gives="time span day",
    examples={
        "It closed in October last year.": "2023-10-01/2023-10-31",
        "It opened on 3 March this year.": "2024-03-03",
    },
)
def of_named_year(context: Context, day: Reading, year: Reading) -> Reading | None:
    """A day or month of last, this or next year."""
    return _in_year_of(day, year, year.steps[0])


def _in_year_of(day: Reading, year: Reading, step: str) -> Reading | None:
    if year.interval is None or year.interval.start is None or day.interval is None or day.interval.start is None:
        return None
    number = calendar.civil(year.interval.start)[0]
    _, month, date = calendar.civil(day.interval.start)
    if day.grain is Grain.MONTH:
        return unit(calendar.of_month(number, month), Grain.MONTH, step)
    found = valid(number, month, date)
    return unit(found, Grain.DAY, step) if found else None


@in_years.rule(
    "{yearless} the following|next|same|previous year",
    "the? {season} of that year",
    "the? {season} of that|the same year",
    "the? {season} of the following|next|previous year",
    "{yearless} of|in that year",
    "{yearless} of the same|next|following|previous year",
    "{yearless} that year",
    gives="time span day",
    examples={
        "It sank in 1976. It was raised on 16 August of that year.": "1976-08-16",
        "It sank in 1976. It was raised in the autumn of the following year.": "1977-09-01/1977-11-30",
        "It sank in 1976. It was raised in the autumn of that year.": "1976-09-01/1976-11-30",
    },
)
def of_that_year(context: Context, day: Reading | int) -> Reading | None:
    """A day, month or season of the year that the text established last, or of the one beside it."""
    reference = context.told_before
    if reference is None:
        return None
    row = {token.lower for token in context.scene.tokens[context.first : context.last]}
    count = 1 if {"following", "next"} & row else -1 if "previous" in row else 0
    year = unit(calendar.shift(reference.begin, count, Grain.YEAR), Grain.YEAR)
    step = f"counted from the year of {told(reference)}, of which the text speaks"
    if isinstance(day, int):
        return season_reading(context, calendar.civil(year.whole.start or 0)[0], day, step)
    return _in_year_of(day, year, step)
