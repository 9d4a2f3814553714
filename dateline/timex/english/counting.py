"""So many calendar units before or after a day."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.durations import unbroken
from dateline.timex.reading import Count, Period, Reading, length, unit

DAYS = {
    Grain.MINUTE: 1 / 1440, Grain.HOUR: 1 / 24, Grain.DAY: 1, Grain.WEEKEND: 7, Grain.WEEK: 7, Grain.MONTH: 31,
    Grain.QUARTER: 92, Grain.YEAR: 366, Grain.DECADE: 3660, Grain.CENTURY: 36_600, Grain.MILLENNIUM: 366_000,
}  # fmt: skip
FURTHEST = 2000 * 366
YEARS = {Grain.DECADE: 10, Grain.CENTURY: 100}


def counted(context: Context, period: Period, origin: int, sign: int, source: str) -> Reading:
    """The calendar unit that lies a period from a day; a range of counts covers all of them, a few more or fewer."""
    if period.high * DAYS[period.grain] >= FURTHEST:
        return replace(length(period), steps=("so far off that no calendar reaches it",))
    if period.grain in YEARS and period.count.exact:
        # "A decade ago" is ten years ago.
        years = period.count.low * period.size * YEARS[period.grain]
        period = Period(Count(years, years, f"{years:g}"), Grain.YEAR, "Y", mod=period.mod)
    low, high = sorted((sign * period.low, sign * period.high))
    grain = max(period.grain, Grain.DAY)
    if period.grain < Grain.DAY:
        minutes = 60 if period.grain is Grain.HOUR else 1
        low, high = (round(count * minutes / 1440) for count in (low, high))
    if period.count.low != int(period.count.low):
        return _fraction(context, period, origin, sign, source)
    first, last = calendar.shift(origin, low, grain), calendar.shift(origin, high, grain)
    whole = calendar.hull(first, last)
    exact = first == last
    value = unit(first, grain).value if exact else period.value
    step = counting(period, grain, sign) + source
    return Reading(whole, grain, value, (step,), mod=period.mod)


def counting(period: Period, grain: Grain, sign: int) -> str:
    """How a period is counted, in words: "3 days before ", "the month 2 to 5 months after "."""
    low, high = sorted((period.low, period.high))
    if low == high == 1 and period.grain is grain and grain is not Grain.DAY:
        return f"the {grain.name.lower()} {'after' if sign > 0 else 'before'} that of "
    name = period.grain.name.lower().replace("_", " ")
    many = f"{low} {name}{'s' if low != 1 else ''}" if low == high else f"{low} to {high} {name}s"
    which = "" if grain is Grain.DAY and period.grain is Grain.DAY else f"the {grain.name.lower()} "
    return f"{which}{many.replace('centurys', 'centuries')} {'after' if sign > 0 else 'before'} "


def _fraction(context: Context, period: Period, origin: int, sign: int, source: str) -> Reading:
    many, grain = unbroken(period)
    count = many * sign
    side = "after" if sign > 0 else "before"
    return unit(calendar.shift(origin, count, grain), grain, f"{abs(count)} {grain.name.lower()}s {side} {source}")
