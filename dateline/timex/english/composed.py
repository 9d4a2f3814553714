"""Dates put together from their parts: a weekday with a date or of a week, the week of a holiday, about a date."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.dates import valid
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading, recurrence, unit
from dateline.timex.values import WEEKDAY_NAMES

composed = RuleBook()


@composed.rule(
    "{weekday} ,? {monthday}",
    "{weekday} ,? the {monthday}",
    "{wday} ,? {monthday}",
    "{wday} . ,? {monthday}",
    "the? {weekday} of {monthday}",
    gives="time day monthday",
    examples={
        "It burned on Tuesday, April 30.": "2024-04-30",
        "They met on Sunday 4 August 1996.": "1996-08-04",
        "It closed on Monday, Jan. 4.": "2021-01-04",
    },
    never=("On Friday 3 people came.",),
)
def weekday_and_date(context: Context, named: Reading | int, day: Reading) -> Reading | None:
    """A weekday with a day of the month: where no year is said, the nearest in which the two agree."""
    if day.interval is None or day.interval.start is None or day.clock is not None:
        return None
    if isinstance(named, Reading) and (named.interval is None or named.interval.start is None):
        return None
    wanted = named if isinstance(named, int) else calendar.weekday(named.begin)
    name = WEEKDAY_NAMES[wanted]
    if calendar.weekday(day.begin) == wanted:
        return day.because(f"it is a {name}, as the words say")
    words = context.scene.tokens[context.first : context.last]
    if any(token.text.isdecimal() and len(token.text) == 4 for token in words):
        return replace(day, doubt=Doubt(f"the words say {name}, but that day is no {name}"))
    told, year = calendar.civil(day.begin)[0], calendar.civil(context.day)[0]
    if told >= year - 1:
        return _in_nearest_year(day, wanted, year)
    of_now = _in_nearest_year(day, wanted, year)
    return _in_years_told(day, wanted, told, of_now if of_now.doubt is None else None)


def _in_nearest_year(day: Reading, wanted: int, year: int) -> Reading:
    """A day of the year nearest to that of the dateline in which it is the weekday that the words say."""
    _, month, number = calendar.civil(day.begin)
    name = WEEKDAY_NAMES[wanted]
    years = sorted(range(year - 6, year + 3), key=lambda y: abs(y - year))
    days = (found for y in years if (found := valid(y, month, number)))
    agreeing = next((found for found in days if calendar.weekday(found.start or 0) == wanted), None)
    if agreeing is None:
        return replace(day, doubt=Doubt(f"the words say {name}, but that day is no {name}"))
    near = abs(calendar.civil(agreeing.start or 0)[0] - year) <= 1
    doubt = None if near else Doubt("weekday and date agree in no nearer year", day.interval)
    return unit(agreeing, Grain.DAY, f"the nearest year in which that day is a {name}", doubt=doubt)


def _in_years_told(day: Reading, wanted: int, told: int, of_now: Reading | None) -> Reading:
    """A day of the year that the text tells of, or of one beside it where the weekday fits; else one of today's years.

    Where the calendars of that time were several, the weekday says nothing.
    """
    _, month, number = calendar.civil(day.begin)
    beside = (found for y in (told + 1, told - 1) if (found := valid(y, month, number)))
    agreeing = next((found for found in beside if calendar.weekday(found.start or 0) == wanted), None)
    name = WEEKDAY_NAMES[wanted]
    if agreeing is None and told >= ONE_CALENDAR and of_now is not None:
        return replace(of_now, doubt=Doubt(f"the text tells of {told}, when it was no {name}", day.interval))
    if agreeing is None or told < GREGORIAN:
        return day.because(f"the words say {name}, which it was by no calendar of today")
    return unit(agreeing, Grain.DAY, f"that day was a {name} in {calendar.civil(agreeing.start or 0)[0]}")


GREGORIAN, ONE_CALENDAR = 1752, 1924


@composed.rule(
    "{weekday} of|in {week}",
    gives="time day",
    examples={"It closed on Monday of last week.": "2024-05-06"},
)
def weekday_of_week(context: Context, day: Reading, week: Reading) -> Reading | None:
    """A weekday of a named week."""
    if day.interval is None or day.interval.start is None or week.interval is None or week.interval.start is None:
        return None
    wanted = calendar.of_day(calendar.next_weekday(week.interval.start, calendar.weekday(day.interval.start)))
    return unit(wanted, Grain.DAY, *week.steps, "that day of it")


@composed.rule(
    "weekends",
    gives="time set",
    examples={"It is shut on weekends.": None},
    never=("They spent two weekends there.",),
)
def weekends(context: Context) -> Reading | None:
    """On weekends, at weekends."""
    if context.left() not in ("on", "at"):
        return None
    return recurrence("XXXX-WXX-WE", Grain.WEEKEND, "it recurs every week")


@composed.rule(
    "every|each {yearless}",
    "every|each {holiday}",
    gives="time set",
    examples={"It is lit every Christmas Eve.": None, "They meet every 5 May.": None},
    never=("They play every Friday.",),
)
def every_year(context: Context, day: Reading) -> Reading | None:
    """Every holiday, every 5 May: it comes round once a year."""
    if day.interval is None or day.interval.start is None or day.grain is not Grain.DAY:
        return None
    _, month, number = calendar.civil(day.interval.start)
    return recurrence(f"XXXX-{month:02}-{number:02}", Grain.DAY, "it recurs every year")


@composed.rule(
    "the? {holiday} week|weekend",
    gives="time span",
    examples={
        "It snowed over the Memorial Day weekend.": "2023-05-27/2023-05-29",
        "Shops will close in Christmas week.": "2024-12-23/2024-12-29",
        "They flew home on Thanksgiving weekend.": "2023-11-23/2023-11-26",
    },
    never=("Easter weekends are busy.",),
)
def around_holiday(context: Context, holiday: Reading) -> Reading | None:
    """The week that holds a holiday; the weekend nearest to it, with the holiday where it makes the weekend long."""
    if holiday.interval is None or holiday.interval.start is None or holiday.clock is not None:
        return None
    day = holiday.interval.start
    if context.scene.tokens[context.last - 1].lower == "week":
        return unit(calendar.of_week(day), Grain.WEEK, *holiday.steps, "the week that holds it")
    number = calendar.weekday(day)
    weekend = calendar.of_weekend(day - 7 * (number < WEDNESDAY))
    value = unit(weekend, Grain.WEEKEND, *holiday.steps, "the weekend beside it")
    beside = number not in (WEDNESDAY - 1, WEDNESDAY)
    return replace(value, interval=calendar.hull(weekend, holiday.interval)) if beside else value


WEDNESDAY = 2


@composed.rule(
    "post|pre - {yyyy}",
    "around|circa {monthday}",
    "around|circa {span}",
    gives="time span",
    examples={"Post-2001 politics split them.": "2002-01-01/..", "It was built around 1840.": "1840-01-01/1840-12-31"},
    never=("They walked around May Street.",),
)
def about(context: Context, found: Reading | int) -> Reading | None:
    """After or before a year, in a compound; around a date."""
    if isinstance(found, Reading):
        return replace(found, mod="APPROX") if found.mod is None and found.clock is None else None
    whole = calendar.of_year(found)
    reading = unit(whole, Grain.YEAR, "the year is written")
    if context.written().lower() == "post":
        return replace(reading, mod="AFTER", interval=Interval(whole.end, None), role=Role.AFTER)
    return replace(reading, mod="BEFORE", interval=Interval(None, whole.start), role=Role.BEFORE)
