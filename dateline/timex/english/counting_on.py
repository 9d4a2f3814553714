"""So many units on or back from the last date that the text established."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Clock, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.counting import counted, counting
from dateline.timex.english.deictic import from_dateline
from dateline.timex.reading import Period, Reading, length, told, unit


def from_reference(context: Context, period: Period, sign: int, mod: str | None = None) -> Reading | None:
    """So many units on or back from the last date that the text established; a length where it has none."""
    reference = context.counted_from(period.grain)
    if reference is None:
        if sign > 0:
            return replace(length(period), mod=mod or period.mod)
        return replace(counted(context, period, context.day, sign, from_dateline(context)), mod=mod)
    if is_within(period.grain, reference):
        return replace(_from_within(period, reference, sign), mod=mod or period.mod)
    origin = reference.begin
    if sign > 0 and reference.ends is not None and reference.ends.start is not None:
        # Two days after 16 to 17 May is 19 May.
        origin = reference.ends.start
    moment = _moment_later(period, reference, sign)
    if moment is not None:
        return replace(moment, mod=mod or moment.mod)
    reading = replace(counted(context, period, origin, sign, named(reference)), follows=sign > 0)
    if (
        period.grain > reference.grain
        and reference.grain in (Grain.MONTH, Grain.QUARTER, Grain.SEASON)
        and sign < 0
        and period.count.exact
        and (period.low == 1 or reference is context.fellow)
    ):
        whole = calendar.shift(calendar.add(origin, sign * period.low, period.grain), 0, reference.grain)
        step = f"that long before the {reference.grain.name.lower()} that the text speaks of"
        reading = unit(whole, reference.grain, step, southern=context.conventions.southern)
    # What figures are compared with, "from a year earlier", moves no story.
    moves = sign > 0 or period.grain < Grain.MONTH or context.scene.memory.history
    return replace(reading, mod=mod or reading.mod, established=moves)


def _moment_later(period: Period, reference: Reading, sign: int) -> Reading | None:
    """So many hours or minutes on or back from a clock time."""
    clock = reference.clock
    if period.grain >= Grain.DAY or not period.count.exact or clock is None or clock.first != clock.last:
        return None
    hour, minute = int(clock.first[:2]), int(clock.first[3:])
    far = sign * period.low * (60 if period.grain is Grain.HOUR else 1)
    days, minutes = divmod(60 * hour + minute + far, DAY_IN_MINUTES)
    time = f"{minutes // 60:02}:{minutes % 60:02}"
    day = unit(calendar.of_day(reference.begin + days), Grain.DAY)
    step = f"{counting(period, Grain.DAY, sign).removeprefix('the day ')}{clock.first} on {told(reference)}"
    return replace(
        day,
        grain=period.grain,
        type="TIME",
        value=f"{day.value}T{time}",
        clock=Clock(time, time, clock.zone),
        steps=(step,),
        follows=sign > 0,
    )


DAY_IN_MINUTES = 24 * 60


def is_within(grain: Grain, reference: Reading) -> bool:
    """Whether a unit counts from some day of a longer stretch, which nothing tells: the day after May 2010."""
    longer = reference.grain > Grain.DAY and grain < min(reference.grain, Grain.YEAR)
    return longer and reference.role is not Role.FROM_TO and reference.whole.last is not None


def _from_within(period: Period, reference: Reading, sign: int) -> Reading:
    """So many units after some day of a longer stretch that the text established."""
    far = reference.grain > Grain.YEAR or period.grain < (Grain.MONTH if reference.grain is Grain.YEAR else Grain.DAY)
    if sign < 0 or reference.whole.last is None or not period.count.exact or far:
        return length(period)
    whole = moved_on(reference, round(period.low), period.grain)
    step = f"{counting(period, Grain.DAY, sign).removeprefix('the day ')}some day of {named(reference)}"
    return replace(length(period, step), interval=whole, grain=reference.grain, role=Role.AT)


def moved_on(reference: Reading, count: int, grain: Grain) -> Interval:
    """The days that lie so many units on, or back, from each day of a reference."""
    assert reference.whole.last is not None
    first, last = (calendar.add(day, count, grain) for day in (reference.begin, reference.whole.last))
    return calendar.of_days(first, last)


def named(reference: Reading) -> str:
    """The words for the date that the text established last."""
    return f"the date the text speaks of, {told(reference)}"
