"""Dates put together from their parts: a weekday with a date, a month of last year or of that year."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.dates import valid
from dateline.timex.english.durations import Unit
from dateline.timex.english.relative import ENDS_OF_PHRASE, counting
from dateline.timex.english.seasons import season_reading
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Period, Reading, recurrence, told, unit
from dateline.timex.values import WEEKDAY_NAMES, spelled

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
    wanted = (
        named
        if isinstance(named, int)
        else calendar.weekday(named.interval.start)
        if named.interval and named.interval.start
        else None
    )
    if wanted is None:
        return None
    name = WEEKDAY_NAMES[wanted]
    if calendar.weekday(day.interval.start) == wanted:
        return day.because(f"it is a {name}, as the words say")
    _, month, number = calendar.civil(day.interval.start)
    year = calendar.civil(context.day)[0]
    if any(
        token.text.isdecimal() and len(token.text) == 4 for token in context.scene.tokens[context.first : context.last]
    ):
        return replace(day, doubt=Doubt(f"the words say {name}, but that day is no {name}"))
    told = calendar.civil(day.interval.start)[0]
    if told < year - 1:
        return _in_years_told(day, wanted, told)
    years = sorted(range(year - 6, year + 3), key=lambda y: abs(y - year))
    agreeing = next(
        (found for y in years if (found := valid(y, month, number)) and calendar.weekday(found.start or 0) == wanted),
        None,
    )
    if agreeing is None:
        return replace(day, doubt=Doubt(f"the words say {name}, but that day is no {name}"))
    near = abs(calendar.civil(agreeing.start or 0)[0] - year) <= 1
    doubt = None if near else Doubt("weekday and date agree in no nearer year", day.interval)
    return unit(agreeing, Grain.DAY, f"the nearest year in which that day is a {name}", doubt=doubt)


def _in_years_told(day: Reading, wanted: int, told: int) -> Reading:
    """A day of the year that the text tells of, or of one beside it where the weekday fits."""
    _, month, number = calendar.civil(day.begin)
    beside = (found for y in (told + 1, told - 1) if (found := valid(y, month, number)))
    agreeing = next((found for found in beside if calendar.weekday(found.start or 0) == wanted), None)
    name = WEEKDAY_NAMES[wanted]
    if agreeing is None or told < GREGORIAN:
        return day.because(f"the words say {name}, which it was by no calendar of today")
    return unit(agreeing, Grain.DAY, f"that day was a {name} in {calendar.civil(agreeing.start or 0)[0]}")


GREGORIAN = 1752


@composed.rule(
    "the? {season} of|in {yearly}",
    gives="time span",
    examples={"It closed in the spring of last year.": "2023-03-01/2023-05-31"},
)
def season_of_named_year(context: Context, season: int, year: Reading) -> Reading | None:
    """A season of last, this or next year."""
    if year.interval is None or year.interval.start is None:
        return None
    return season_reading(context, calendar.civil(year.interval.start)[0], season, year.steps[0])


@composed.rule(
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
    "{dow} week|fortnight",
    gives="time day",
    examples={"It will open on Monday week.": "2024-05-27"},
    never=("He missed the Monday week in, week out.", "Friday week-long sales began."),
)
def weekday_week(context: Context, number: int) -> Reading | None:
    """Monday week, Tuesday fortnight: British for a week, or two, after the coming one."""
    ends = context.right() in ENDS_OF_PHRASE
    if not context.future or not ends or context.left() not in ("on", "until", "till", "by", "before", "from"):
        return None
    weeks = 2 if context.scene.tokens[context.last - 1].lower == "fortnight" else 1
    day = calendar.next_weekday(context.day, number) + 7 * weeks
    step = f"the earliest {WEEKDAY_NAMES[number]} on or after the dateline, {spelled(context.day)}, and the count"
    return unit(calendar.of_day(day), Grain.DAY, step)


@composed.rule(
    "{oneperiod} on {dow}",
    gives="time day",
    examples={"It will open a week on Monday.": "2024-05-27"},
    never=("He will work a week on Monday's show.", "He spent a day on Monday."),
)
def week_on_weekday(context: Context, period: Period, number: int) -> Reading | None:
    """A week on Friday: British for the Friday after next."""
    if not context.future or context.right() == "'s" or period.grain is not Grain.WEEK:
        return None
    day = calendar.next_weekday(context.day, number) + 7 * period.low
    step = f"the earliest {WEEKDAY_NAMES[number]} on or after the dateline, {spelled(context.day)}, and the count"
    return unit(calendar.of_day(day), Grain.DAY, step)


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
    "{period} today|tomorrow",
    gives="time day",
    examples={"The fair will open a week tomorrow.": "2024-05-23"},
    never=("They waited two hours today.",),
)
def counted_from_near_day(context: Context, period: Period) -> Reading | None:
    """A week today, a fortnight tomorrow."""
    if not context.future or not period.count.exact or period.grain is not Grain.WEEK:
        return None
    tomorrow = context.scene.tokens[context.last - 1].lower == "tomorrow"
    day = calendar.add(context.day + tomorrow, period.low, period.grain)
    return unit(calendar.of_day(day), Grain.DAY, f"counted from the dateline, {spelled(context.day)}")


@composed.rule(
    "{period} ago today|yesterday|tomorrow",
    "{period} ago this|last|next {unit}",
    gives="time day span",
    examples={
        "It sank three years ago today.": "2021-05-15",
        "It sank a week ago tomorrow.": "2024-05-09",
        "It sank two years ago this month.": "2022-05-01/2022-05-31",
        "It sank ten years ago next week.": "2014-05-19/2014-05-25",
        "It sank a year ago this week.": "2023-05-15/2023-05-21",
    },
    never=("Ten years ago this town was rich.",),
)
def counted_back_from_here(context: Context, period: Period, of: Unit | None = None) -> Reading | None:
    """Three years ago today, a year ago next month: so far before a day, week or month beside the dateline."""
    word = context.scene.tokens[context.last - 1 if of is None else context.last - 2].lower
    grain = Grain.DAY if of is None else of[0]
    if not period.count.exact or not Grain.DAY <= grain < period.grain:
        return None
    beside = calendar.shift(context.day, BESIDE[word], grain)
    # Of a week its Thursday counts, by which ISO 8601 gives it its year.
    origin = (beside.start or 0) + 3 * (grain is Grain.WEEK)
    day = calendar.add(origin, -period.low, period.grain)
    step = f"{counting(period, grain, -1)}the {grain.name.lower()} that holds {spelled(origin)}"
    return unit(calendar.shift(day, 0, grain), grain, step)


BESIDE = {"last": -1, "yesterday": -1, "this": 0, "today": 0, "next": 1, "tomorrow": 1}


@composed.rule(
    "{period} ago on? {dow}",
    "{period} from {dow}",
    gives="time day",
    examples={
        "It closed two weeks ago Tuesday.": "2024-04-30",
        "It closed a year ago Friday.": "2023-05-10",
        "It opens a week from Monday.": "2024-05-27",
    },
)
def counted_from_weekday(context: Context, period: Period, number: int) -> Reading | None:
    """The weekday nearest to the dateline, then the count."""
    if not period.count.exact or period.grain < Grain.DAY:
        return None
    name = WEEKDAY_NAMES[number]
    if context.scene.tokens[context.last - 2].lower == "from":
        start, sign, step = (
            calendar.next_weekday(context.day, number),
            1,
            f"the earliest {name} on or after the dateline",
        )
    else:
        start, sign, step = (
            calendar.last_weekday(context.day, number),
            -1,
            f"the latest {name} on or before the dateline",
        )
    day = calendar.add(start, sign * period.low, period.grain)
    return unit(
        calendar.of_day(day),
        Grain.DAY,
        f"{step}, {spelled(context.day)}",
        counting(period, Grain.DAY, sign) + "it",
    )


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


@composed.rule(
    "{yearless} the following|next|same|previous year",
    "the? {season} of that year",
    "the? {season} of that|the same year",
    "the? {season} of the following|next|previous year",
    "{yearless} of|in that year",
    "{yearless} of the same|next|following|previous year",
    "{yearless} that year",
    gives="time span",
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
