"""Periods of accounts, by the day on which they end: the quarter ended Sept. 30, the nine months to June."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Day, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.durations import Unit, is_round, period_of
from dateline.timex.english.numbers import exactly
from dateline.timex.english.words import MONTH_ABBREVIATIONS, MONTHS
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Period, Reading, length, unit
from dateline.timex.telling import Direction
from dateline.timex.tokens import Token
from dateline.timex.values import iso_day, spelled

accounts = RuleBook()

GRAINS = frozenset({Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR})
MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}
LEADS = (("that", "ended"), ("which", "ended"), ("ended",), ("ending",), ("to",), ("through",))
FILLERS = frozenset("the end of on in -".split())
# "Sept. 29" and "Oct. 1" close the books of September.
LATE, EARLY = 20, 10


@accounts.rule(
    "the {unit}",
    "the period",
    "its|their fiscal? {unit}",
    "the? fiscal|financial {unit}",
    "the? {period}",
    gives="time span",
    examples={
        "It lost money in the quarter ended March 31.": "2024-01-01/2024-03-31",
        "It lost money in the year to April.": "2023-05-01/2024-04-30",
        "Sales rose in the six months ended Jan. 31.": "2023-08-01/2024-01-31",
        "It lost 2 cents a share for the period ended March 31.": "2024-01-01/2024-03-31",
        "It forecast a loss in the three months to end-June.": "2024-04-01/2024-06-30",
        "Claims fell in the week ended May 4.": "2024-04-28/2024-05-04",
    },
    never=("He spent the year to come abroad.", "It fell in the quarter to 40 pence."),
)
def accounting_period(context: Context, found: Period | Unit = (Grain.QUARTER, 1, "Q")) -> Reading | None:
    """A period of accounts, counted back from the day behind it; a mere "period" is taken for a quarter."""
    period = found if isinstance(found, Period) else period_of(exactly(1), found)
    end = end_behind(context) if period.grain in GRAINS and period.count.exact and period.low > 0 else None
    if end is None:
        return None
    if period.grain is Grain.WEEK:
        return _week_up_to(end) if period.low == 1 else None
    last = month_closed(end)
    whole = calendar.of_days(calendar.add_months(last + 1, -period.low * MONTHS_IN[period.grain]), last)
    step = f"counted back from its end, {spelled(end)}"
    assert whole.start is not None
    if period.grain is Grain.QUARTER and period.low == 1:
        return replace(unit(whole, Grain.QUARTER, step), value=_nearest_quarter(last))
    if period.grain is Grain.YEAR and whole == calendar.shift(whole.start, 0, Grain.YEAR):
        return unit(whole, Grain.YEAR, step)
    begins, ends = iso_day(whole.start), iso_day(last)
    return replace(length(period, step), interval=whole, anchor_begin=begins, anchor_end=ends)


def _week_up_to(end: Day) -> Reading:
    """Seven days of statistics; TIMEX3 knows them by the ISO week that holds most of them."""
    week = unit(calendar.of_week(end - 3), Grain.WEEK, f"the seven days up to {spelled(end)}")
    return replace(week, interval=calendar.of_days(end - 6, end))


def _nearest_quarter(last: Day) -> str:
    """The TIMEX3 value of the calendar quarter that holds the middle of the three months up to a day."""
    year, month, _ = calendar.civil(calendar.add_months(last + 1, -1) - 1)
    return f"{year:04}-Q{(month + 2) // 3}"


@accounts.rule(
    "{quarter}",
    gives="time span quarter",
    examples={"Profit fell in the fiscal first quarter ended Jan. 31.": "2023-11-01/2024-01-31"},
)
def accounting_quarter(context: Context, quarter: Reading) -> Reading | None:
    """A numbered quarter of a company's own year, where the text says on which day it ended."""
    end = end_behind(context) if context.conventions.fiscal_year_start == 1 else None
    if end is None:
        return None
    last = month_closed(end)
    whole = calendar.of_days(calendar.add_months(last + 1, -MONTHS_IN[Grain.QUARTER]), last)
    return replace(quarter, interval=whole, steps=(f"counted back from its end, {spelled(end)}",), doubt=None)


@accounts.rule(
    "the? {yearless} quarter",
    "{yearless} - quarter",
    "the? {yearless} -|– {yearless} quarter",
    "the? {yearless} quarter of {yyyy}",
    "the? {yearless} -|– {yearless} quarter of {yyyy}",
    gives="time span quarter",
    examples={
        "Growth slowed in the March quarter.": "2024-01-01/2024-03-31",
        "March-quarter output fell.": "2024-01-01/2024-03-31",
        "Sales rose in the January-March quarter.": "2024-01-01/2024-03-31",
        "Sales fell in the July-September quarter of 2015.": "2015-07-01/2015-09-30",
    },
    never=("It grew in the May quarter-finals.",),
)
def quarter_of_month(context: Context, *found: Reading | int) -> Reading | None:
    """A quarter by the month that ends it, as Australians and Indians say, or by its first and last."""
    months = [item for item in found if isinstance(item, Reading)]
    if any(month.grain is not Grain.MONTH for month in months) or is_round(context):
        return None
    last, steps = months[-1].whole, months[-1].steps
    if isinstance(found[-1], int):
        last = calendar.of_month(found[-1], calendar.civil(last.start or 0)[1])
        steps = ("the year of the quarter is written",)
    assert last.end is not None
    whole = Interval(calendar.add_months(last.end, -MONTHS_IN[Grain.QUARTER]), last.end)
    if calendar.civil(whole.start or 0)[1] != calendar.civil(months[0].begin)[1] and len(months) > 1:
        return None
    reading = unit(whole, Grain.QUARTER, *steps, "the three months that end with it")
    return replace(reading, value=_nearest_quarter(last.end - 1))


@accounts.rule(
    "the same|comparable|corresponding month|week|day a year earlier|ago|before",
    "the same|comparable|corresponding month|week|day last year",
    "the same|comparable|corresponding month|week|day of last year",
    gives="time span",
    examples={"It rose from the same month a year ago.": "2023-05-01/2023-05-31"},
)
def same_unit_of_last_year(context: Context) -> Reading:
    """The month, week or day that the text speaks of, a year before; where it speaks of none, the dateline's."""
    words = {token.lower for token in context.scene.tokens[context.first : context.last]}
    grain = Grain.MONTH if "month" in words else Grain.WEEK if "week" in words else Grain.DAY
    beside = context.fellow or context.reference
    day = beside.begin if beside is not None and beside.grain is grain else context.day
    whole = calendar.shift(calendar.add(day, -1, Grain.YEAR), 0, grain)
    return replace(unit(whole, grain, f"the {grain.name.lower()} of {spelled(day)}, a year before"), established=False)


def month_closed(end: Day) -> Day:
    """The last day of the month whose books close about a day; the day itself in the middle of a month."""
    year, month, day = calendar.civil(end)
    if day >= LATE:
        return (calendar.of_month(year, month).end or 0) - 1
    return end - day if day <= EARLY else end


def end_behind(context: Context) -> Day | None:
    """The day or the month's last day that stands behind "ended", "ending" or "to"."""
    row = context.scene.tokens[context.last : context.last + 9]
    words = tuple(token.lower for token in row)
    lead = next((lead for lead in LEADS if words[: len(lead)] == lead), None)
    if lead is None:
        return None
    row = row[len(lead) :]
    while row and row[0].lower in FILLERS:
        row = row[1:]
    said = _said(row)
    if said is None:
        return None
    day, month, year = said
    if year is not None:
        return _day_of(year, month, day)
    now = calendar.civil(context.day)[0]
    days = [one for y in (now - 1, now, now + 1) if (one := _day_of(y, month, day)) is not None]
    if context.future and "ended" not in lead:
        days = [one for one in days if one >= context.day]
    elif lead != ("ending",) and context.direction is not Direction.OPEN:
        days = [one for one in days if one <= context.day]
    return min(days, key=lambda one: abs(one - context.day), default=None)


def _said(row: Sequence[Token]) -> tuple[int | None, int, int | None] | None:
    """Day, month and year of the date with which the tokens begin, in either order."""
    day: int | None = None
    month: int | None = None
    for at, token in enumerate(row):
        number = int(token.text) if token.text.isdecimal() and len(token.text) <= 4 else None
        name = token.text[0].isupper() and (MONTHS.get(token.lower) or MONTH_ABBREVIATIONS.get(token.lower))
        if name and month is None:
            month = name
        elif number is not None and len(token.text) <= 2 and day is None and 1 <= number <= 31:
            day = number
        elif number is not None and len(token.text) == 4 and month is not None:
            return day, month, number
        elif token.text not in (",", ".") or month is None or (token.text == "," and at and row[at - 1].text == ","):
            break
    return None if month is None else (day, month, None)


def _day_of(year: int, month: int, day: int | None) -> Day | None:
    try:
        return (calendar.of_month(year, month).end or 0) - 1 if day is None else calendar.day_number(year, month, day)
    except ValueError:
        return None
