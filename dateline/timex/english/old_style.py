"""Days that are told by two calendars, the Julian and the Gregorian: 8 July [O.S. 27 June] 1709."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.dates import valid
from dateline.timex.grammar import RuleBook
from dateline.timex.occurrence import occurrence
from dateline.timex.reading import Reading, unit
from dateline.timex.values import MONTH_NAMES

styles = RuleBook()
old_style = RuleBook()

# By so many days the Julian calendar lagged behind, from 1582 to 2100.
FEWEST, MOST = 10, 13
MonthDay = tuple[int, int]


@styles.rule(
    "[|( o|n . s . {dom} {month} ]|)",
    "[|( os|ns {dom} {month} ]|)",
    "[|( {dom} {month} os|ns ]|)",
    "[|( {dom} {month} o|n . s . ]|)",
    "[|( {dom} {month} ]|)",
    "~/ ~{dom} {month}",
    gives="style",
)
def other_style(context: Context, day: int, month: int) -> MonthDay:
    """The day by the other calendar."""
    return month, day


@styles.rule(
    "[|( o|n . s . {month} {dom} ]|)",
    "[|( os|ns {month} {dom} ]|)",
    "[|( {month} {dom} os|ns ]|)",
    "[|( {month} {dom} ]|)",
    gives="style",
)
def other_style_month_first(context: Context, month: int, day: int) -> MonthDay:
    return month, day


@old_style.rule(
    "{dom} {month} {style} ,? {yyyy}?",
    gives="time day",
    examples={
        "The king fled on 8 July [O.S. 27 June] 1709.": "1709-07-08",
        "The king fled on 27 June (8 July N.S.) 1709.": "1709-07-08",
        "The tsar fell on 25 October (7 November) 1917.": "1917-11-07",
    },
    never=("They met on 3 May (9 May) 1917.",),
)
def day_by_both(context: Context, day: int, month: int, other: MonthDay, year: int | None = None) -> Reading | None:
    """A day by both calendars: the later of the two is the Gregorian, by which all others are counted."""
    return _gregorian(context, (month, day), other, year)


@old_style.rule(
    "{month} {dom} {style} ,? {yyyy}?",
    gives="time day",
    examples={"The king fled on July 8 [O.S. June 27], 1709.": "1709-07-08"},
)
def day_by_both_month_first(
    context: Context, month: int, day: int, other: MonthDay, year: int | None = None
) -> Reading | None:
    return _gregorian(context, (month, day), other, year)


@old_style.rule(
    "{dom} ( {dom} ) {month} {yyyy}?",
    "{dom} ~/ ~{dom} {month} {yyyy}?",
    gives="time day",
    examples={"The town fell on 17 (28) June 1696.": "1696-06-28"},
    never=("They won 17 (12) June races.",),
)
def days_of_one_month(context: Context, one: int, other: int, month: int, year: int | None = None) -> Reading | None:
    """The two days of one month."""
    return _gregorian(context, (month, one), (month, other), year)


def _gregorian(context: Context, one: MonthDay, other: MonthDay, year: int | None) -> Reading | None:
    if year is None:
        found = occurrence(context, f"{one[1]} {MONTH_NAMES[one[0] - 1]}", lambda y: valid(y, *one))
        if found is None or found[0].start is None:
            return None
        whole, *_ = found
    else:
        named = valid(year, *one)
        if named is None:
            return None
        whole = named
    beside = _nearest(whole, other)
    if beside is None or beside.start is None or whole.start is None:
        return None
    if not FEWEST <= abs(beside.start - whole.start) <= MOST:
        return None
    julian, gregorian = sorted((whole, beside), key=lambda day: day.start or 0)
    reading = unit(gregorian, Grain.DAY, "two days are written, by the Julian and the Gregorian calendar: the later")
    return replace(reading, doubt=Doubt("the day by the Julian calendar is the earlier one", julian))


def _nearest(whole: Interval, other: MonthDay) -> Interval | None:
    """The other day, in the year in which it lies nearest."""
    year = calendar.civil(whole.start or 0)[0]
    found = [day for y in (year - 1, year, year + 1) if (day := valid(y, *other)) is not None]
    return min(found, key=lambda day: abs((day.start or 0) - (whole.start or 0)), default=None)
