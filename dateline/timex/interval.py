"""Calendar arithmetic on intervals of days; knows no text, no words, no clock.

A day is its proleptic Gregorian ordinal (1 is Monday 1 January of year 1), so that days compare and subtract as whole
numbers. Months count from 1, weekdays from 0 for Monday, seasons from 0 for spring.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

from dateline.model import Day, Grain, Interval

DAYS_IN_400_YEARS = 146_097
# What news speaks of lies near the day of filing.
DAYS_KEPT = 4096
MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.HALF: 6}
YEARS = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}


@lru_cache(DAYS_KEPT)
def day_number(year: int, month: int, day: int) -> Day:
    """The ordinal of a day of any year; the calendar repeats every 400 years.

    Raises ValueError where the month has no such day.

    >>> day_number(2016, 4, 15)
    736069
    """
    cycles, within = divmod(year - 1, 400)
    return date(within + 1, month, day).toordinal() + cycles * DAYS_IN_400_YEARS


@lru_cache(DAYS_KEPT)
def civil(day: Day) -> tuple[int, int, int]:
    """The year, month and day of the month of an ordinal.

    >>> civil(736069)
    (2016, 4, 15)
    """
    cycles, within = divmod(day - 1, DAYS_IN_400_YEARS)
    found = date.fromordinal(within + 1)
    return found.year + 400 * cycles, found.month, found.day


def weekday(day: Day) -> int:
    """The day of the week, 0 for Monday."""
    return (day - 1) % 7


def of_day(day: Day) -> Interval:
    """The interval that holds one day."""
    return Interval(day, day + 1)


def of_days(first: Day, last: Day) -> Interval:
    """The interval from the first to the last day, both inside."""
    return Interval(first, last + 1)


def of_week(day: Day) -> Interval:
    """The ISO 8601 week, Monday to Sunday, that holds the day."""
    monday = day - weekday(day)
    return Interval(monday, monday + 7)


def of_weekend(day: Day) -> Interval:
    """Saturday and Sunday of the ISO week that holds the day."""
    monday = day - weekday(day)
    return Interval(monday + 5, monday + 7)


@lru_cache(DAYS_KEPT)
def of_months(year: int, month: int, count: int) -> Interval:
    """The `count` months that begin with a month; `month` may lie outside 1 to 12 and is carried into the year."""
    first = year * 12 + month - 1
    after = first + count
    return Interval(
        day_number(first // 12, first % 12 + 1, 1),
        day_number(after // 12, after % 12 + 1, 1),
    )


def of_month(year: int, month: int) -> Interval:
    """A calendar month."""
    return of_months(year, month, 1)


def of_quarter(year: int, quarter: int, first_month: int = 1) -> Interval:
    """Quarter 1 to 4 of a year that begins with `first_month`; a fiscal year is named by the year in which it ends."""
    return of_months(_first_year(year, first_month), first_month + 3 * (quarter - 1), 3)


def of_half(year: int, half: int, first_month: int = 1) -> Interval:
    """Half 1 or 2 of a year that begins with `first_month`."""
    return of_months(_first_year(year, first_month), first_month + 6 * (half - 1), 6)


def of_fiscal_year(year: int, first_month: int) -> Interval:
    """The twelve months that begin with `first_month` and end in the year, or the calendar year for January."""
    return of_months(_first_year(year, first_month), first_month, 12)


def _first_year(year: int, first_month: int) -> int:
    return year if first_month == 1 else year - 1


def of_season(year: int, season: int, southern: bool = False) -> Interval:
    """The meteorological season that begins in the year; spring begins on 1 March, in the south on 1 September."""
    first = (3 + 3 * season + 6 * southern - 1) % 12 + 1
    return of_months(year, first, 3)


@lru_cache(DAYS_KEPT)
def of_years(first: int, count: int) -> Interval:
    """`count` calendar years."""
    return Interval(day_number(first, 1, 1), day_number(first + count, 1, 1))


def of_year(year: int) -> Interval:
    """A calendar year."""
    return of_years(year, 1)


def of_decade(year: int) -> Interval:
    """The ten years that share the year's first three digits."""
    return of_years(year // 10 * 10, 10)


def of_century(number: int) -> Interval:
    """The century of that number; the 20th is 1901 to 2000."""
    return of_years(100 * (number - 1) + 1, 100)


def enclosing(day: Day, grain: Grain) -> Interval:
    """The calendar unit that holds the day; the seasons of both hemispheres are the same stretches of three months."""
    year, month, _ = civil(day)
    if grain <= Grain.DAY:
        return of_day(day)
    if grain is Grain.WEEKEND:
        return of_weekend(day)
    if grain is Grain.WEEK:
        return of_week(day)
    if grain is Grain.SEASON:
        return of_months(year, month - month % 3, 3)
    if grain in MONTHS:
        size = MONTHS[grain]
        return of_months(year, (month - 1) // size * size + 1, size)
    if grain is Grain.CENTURY:
        return of_century((year - 1) // 100 + 1)
    size = YEARS[grain]
    return of_years(year // size * size, size)


def season_of(day: Day, southern: bool = False) -> tuple[int, int]:
    """The year in which the season that holds the day begins, and the season."""
    year, month, _ = civil(day)
    first = month - month % 3
    return (year if first else year - 1), (first // 3 - 1 + 2 * southern) % 4


def add_months(day: Day, count: int) -> Day:
    """The same day of the month, `count` months on, or that month's last day where it has no such day."""
    year, month, number = civil(day)
    total = year * 12 + month - 1 + count
    target_year, target_month = total // 12, total % 12 + 1
    length = monthrange((target_year - 1) % 400 + 1, target_month)[1]
    return day_number(target_year, target_month, min(number, length))


def add(day: Day, count: int, grain: Grain) -> Day:
    """The day that lies `count` units of the grain on; months keep the day of the month."""
    if grain <= Grain.DAY:
        return day + count
    if grain in (Grain.WEEK, Grain.WEEKEND):
        return day + 7 * count
    if grain in MONTHS:
        return add_months(day, count * MONTHS[grain])
    return add_months(day, 12 * count * YEARS[grain])


def shift(day: Day, count: int, grain: Grain) -> Interval:
    """The calendar unit that lies `count` units on from the one that holds the day.

    >>> shift(day_number(2016, 4, 15), -3, Grain.MONTH) == of_month(2016, 1)
    True
    """
    return enclosing(add(day, count, grain), grain)


def last_weekday(day: Day, wanted: int) -> Day:
    """The latest such weekday on or before the day."""
    return day - (weekday(day) - wanted) % 7


def next_weekday(day: Day, wanted: int) -> Day:
    """The earliest such weekday on or after the day."""
    return day + (wanted - weekday(day)) % 7


def nth_weekday(year: int, month: int, wanted: int, nth: int) -> Day:
    """The nth such weekday of a month, counted from its end where `nth` is negative."""
    whole = of_month(year, month)
    assert whole.start is not None and whole.last is not None
    if nth > 0:
        return next_weekday(whole.start, wanted) + 7 * (nth - 1)
    return last_weekday(whole.last, wanted) + 7 * (nth + 1)


def third(whole: Interval, grain: Grain, which: int) -> Interval:
    """The early (0), middle (1) or late (2) part of a calendar unit.

    A year's are four months each, a month's end on the 10th, the 20th and its last day, a decade's hold four, three and
    three years, a week's two, two and three days.
    """
    start, end = whole.start, whole.end
    if start is None or end is None:
        return whole
    if grain in (Grain.YEAR, Grain.HALF, Grain.QUARTER, Grain.SEASON):
        months = {Grain.YEAR: 4, Grain.HALF: 2}.get(grain, 1)
        cuts = [start, add_months(start, months), add_months(start, 2 * months), end]
    elif grain is Grain.MONTH:
        cuts = [start, start + 10, start + 20, end]
    elif grain is Grain.WEEK:
        cuts = [start, start + 2, start + 4, end]
    elif grain is Grain.DECADE:
        cuts = [start, add(start, 4, Grain.YEAR), add(start, 7, Grain.YEAR), end]
    elif grain is Grain.CENTURY:
        cuts = [start, add(start, 33, Grain.YEAR), add(start, 66, Grain.YEAR), end]
    else:
        return whole
    return Interval(cuts[which], cuts[which + 1])


def hull(first: Interval, second: Interval) -> Interval:
    """From the start of the one to the end of the other, whichever lies further out; open where either is."""
    starts, ends = (first.start, second.start), (first.end, second.end)
    return Interval(
        None if None in starts else min(s for s in starts if s is not None),
        None if None in ends else max(e for e in ends if e is not None),
    )


def intersection(first: Interval, second: Interval) -> Interval | None:
    """The days in both, or `None` where there are none."""
    starts = [s for s in (first.start, second.start) if s is not None]
    ends = [e for e in (first.end, second.end) if e is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    return None if start is not None and end is not None and start >= end else Interval(start, end)


def contains(whole: Interval, part: Interval) -> bool:
    """Whether every day of the part lies in the whole."""
    return intersection(whole, part) == part


def precedes(first: Interval, second: Interval) -> bool:
    """Whether every day of the first lies before every day of the second."""
    return first.end is not None and second.start is not None and first.end <= second.start
