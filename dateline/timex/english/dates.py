"""Dates that name their own day, month, year, decade or century; direction decides where the year is not said."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english import words
from dateline.timex.grammar import RuleBook
from dateline.timex.occurrence import occurrence
from dateline.timex.reading import Reading, recurrence, unit
from dateline.timex.values import MONTH_NAMES

dates = RuleBook()


def valid(year: int, month: int, day: int) -> Interval | None:
    """That day, or `None` where the month has no such day."""
    try:
        return calendar.of_day(calendar.day_number(year, month, day))
    except ValueError:
        return None


@dates.rule(
    "{month} {dom} ,? {yyyy}",
    "{mon} .? {dom} ,? {yyyy}",
    "{month} {ordigits} ,? {yyyy}",
    "{mon} .? {ordigits} ,? {yyyy}",
    "the? {dom} of? {month} ,? {yyyy}",
    "the? {dom} {mon} .? {yyyy}",
    "the? {ord} of? {month} ,? {yyyy}",
    "{dom} - {month} - {yyyy}",
    "{dom} - {mon} - {yyyy}",
    gives="time day monthday",
    examples={"It opened on April 15, 2016.": "2016-04-15", "It opened on 3 May 1933.": "1933-05-03"},
)
def full_date(context: Context, first: int, second: int, year: int) -> Reading | None:
    """A day, month and year."""
    month_first = any(kind in ("{month}", "{mon}") for kind in _kinds(context, context.first))
    month, day = (first, second) if month_first else (second, first)
    whole = valid(year, month, day)
    return unit(whole, Grain.DAY, "the day, month and year are written") if whole else None


def _kinds(context: Context, at: int) -> frozenset[str]:
    word = context.scene.tokens[at]
    capital = word.text[0].isupper()
    return frozenset(
        {"{month}"}
        if word.lower in words.MONTHS
        else {"{mon}"}
        if capital and word.lower in words.MONTH_ABBREVIATIONS
        else ()
    )


@dates.rule(
    "{yyyy} ~- ~{mm} ~- ~{dom}",
    "{yyyy} ~/ ~{mm} ~/ ~{dom}",
    gives="time day monthday",
    examples={"Filed 2016-04-15.": "2016-04-15"},
)
def iso_date(context: Context, year: int, month: int, day: int) -> Reading | None:
    """ISO 8601's calendar date."""
    whole = valid(year, month, day)
    return unit(whole, Grain.DAY, "the date is written as ISO 8601") if whole else None


@dates.rule(
    "{dom} ~/ ~{dom} ~/ ~{yyyy}",
    "{dom} ~/ ~{dom} ~/ ~{yy}",
    "{dom} ~. ~{dom} ~. ~{yyyy}",
    gives="time day monthday",
    examples={"Filed 15/04/2016.": "2016-04-15", "Filed 4/15/2016.": "2016-04-15"},
)
def numeric_date(context: Context, first: int, second: int, year: int) -> Reading | None:
    """Day and month in figures; which comes first the site's `date_order` tells, else the country."""
    if year < 100:
        year += 1900 if year > calendar.civil(context.day)[0] % 100 + 10 else 2000
    month_first, day_first = valid(year, first, second), valid(year, second, first)
    order = context.conventions.date_order
    if month_first is None or day_first is None:
        only = month_first or day_first
        return unit(only, Grain.DAY, "only one order of day and month gives a date") if only else None
    if order or month_first == day_first:
        chosen = day_first if order == "dmy" else month_first
        return unit(chosen, Grain.DAY, f"day and month in the order of the site, {order or 'the same either way'}")
    american = context.conventions.country == "US"
    chosen, other = (month_first, day_first) if american else (day_first, month_first)
    doubt = Doubt("day and month may stand the other way round", other)
    habit = "the month first, as in the United States" if american else "the day first, as in most countries"
    return unit(chosen, Grain.DAY, habit, doubt=doubt)


@dates.rule(
    "{month} {dom}",
    "{mon} .? {dom}",
    "{month} {ordigits}",
    "{month} the {ord}",
    "{mon} .? {ordigits}",
    gives="time day monthday yearless",
    examples={
        "It was shut on May 3.": "2024-05-03",
        "It will open on May 3.": "2025-05-03",
        "It burned on Dec. 24.": "2023-12-24",
        "The fair traditionally opens on May 3.": None,
        "It rained on June 3 and 4, 2012.": "2012-06-03",
        "The Sept. 11 attacks shut it.": "2001-09-11",
    },
    never=("In May 3,000 people came.", "They won 5-3 in May 3 percent of the time."),
)
def month_day(context: Context, month: int, day: int) -> Reading | None:
    """A month and day with no year; "in May the first guests came" is no day."""
    if context.scene.tokens[context.last - 2].lower == "the" and context.left() == "in":
        return None
    if context.right() in ("million", "billion", "percent", "%", "per") or context.right() in words.UNIT_PLURALS:
        return None
    if context.right() in (",", ".") and context.right(2).isdecimal() and len(context.right(2)) == 3:
        return None
    year = _year_of_row(context)
    whole = valid(year, month, day) if year else None
    if whole is not None:
        return unit(whole, Grain.DAY, f"the year is written behind the other day, {year}")
    return day_of_some_year(context, month, day)


def _year_of_row(context: Context) -> int | None:
    """The year behind a further day: June 3 and 4, 2012."""
    if context.right() not in ("and", "or") or not context.right(2).isdecimal():
        return None
    year = context.right(4) if context.right(3) == "," else context.right(3)
    return int(year) if len(year) == 4 and year.isdecimal() and year[:2] in ("18", "19", "20") else None


@dates.rule(
    "the? {dom} {month}",
    "the? {ord} of {month}",
    "{dom} {mon} .?",
    "the? {ordigits} {month}",
    "the? {dom} of {month}",
    gives="time day monthday yearless",
    examples={"It was shut on 3 May.": "2024-05-03", "The bridge opens on the 20th of May.": "2024-05-20"},
)
def day_month(context: Context, day: int, month: int) -> Reading | None:
    return day_of_some_year(context, month, day)


OF_2001 = frozenset("attacks attack terrorist terror terrorism hijackers hijackings hijacking bombings".split())


def day_of_some_year(context: Context, month: int, day: int) -> Reading | None:
    """A day and month with no year: in that of the text, else by direction."""
    name = f"{day} {MONTH_NAMES[month - 1]}"
    if (month, day) == (9, 11) and context.right() in OF_2001:
        return unit(calendar.of_day(calendar.day_number(2001, 9, 11)), Grain.DAY, "the attacks of that day in 2001")
    if context.is_of_habit:
        value = f"XXXX-{month:02}-{day:02}"
        return recurrence(value, Grain.DAY, "of any year, as the words beside the verb say")
    found = occurrence(context, name, lambda year: valid(year, month, day))
    if found is None:
        return None
    whole, step, doubt = found
    return unit(whole, Grain.DAY, step, doubt=doubt)


@dates.rule(
    "{month} {dom} to|through {dom}",
    "{mon} .? {dom} to|through {dom}",
    "{month} {dom} to|through {dom} ,? {yyyy}",
    "{mon} .? {dom} to|through {dom} ,? {yyyy}",
    "{month} {dom} - {dom}",
    "{mon} .? {dom} - {dom}",
    "{month} {dom} – {dom}",
    "{mon} .? {dom} – {dom}",
    "{month} {dom} - {dom} ,? {yyyy}",
    "{mon} .? {dom} - {dom} ,? {yyyy}",
    "{month} {dom} – {dom} ,? {yyyy}",
    "{month} {dom} / {dom} ,? {yyyy}?",
    gives="time range",
    examples={
        "The fair ran May 3-5.": "2024-05-03/2024-05-05",
        "The fair ran March 4-9, 1999.": "1999-03-04/1999-03-09",
    },
)
def days_of_month(context: Context, month: int, first: int, last: int, year: int | None = None) -> Reading | None:
    """A row of days in one month."""
    return _row_of_days(context, month, first, last, year)


@dates.rule(
    "{dom} and|to {dom} {month} {yyyy}?",
    "{dom} - {dom} {month} {yyyy}?",
    "{dom} – {dom} {month} {yyyy}?",
    "{dom} / {dom} {month} {yyyy}?",
    "the? {ordigits} and|to the? {ordigits} of? {month} {yyyy}?",
    gives="time range",
    examples={"The fair ran 3-5 May.": "2024-05-03/2024-05-05"},
)
def month_of_days(context: Context, first: int, last: int, month: int, year: int | None = None) -> Reading | None:
    return _row_of_days(context, month, first, last, year)


def _row_of_days(context: Context, month: int, first: int, last: int, year: int | None) -> Reading | None:
    if first >= last:
        return None
    if year is None:
        start = day_of_some_year(context, month, first)
        if start is None or start.whole.start is None:
            return None
        year, steps, doubt = calendar.civil(start.whole.start)[0], start.steps, start.doubt
    else:
        steps, doubt = ("the days, month and year are written",), None
    begins, ends = valid(year, month, first), valid(year, month, last)
    if begins is None or ends is None:
        return None
    reading = unit(begins, Grain.DAY, *steps, doubt=doubt)
    return replace(reading, interval=calendar.hull(begins, ends), role=Role.FROM_TO, begins=begins, ends=ends)
