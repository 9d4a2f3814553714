"""What words mean in a context, before their role in the sentence is known."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.model import Clock, Day, Doubt, Grain, Interval, Role, Timex3Type
from dateline.timex import interval as calendar
from dateline.timex.values import MONTH_NAMES, spelled, timex3


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things: at least `low`, at most `high`; `digits` as TIMEX3 writes it, `X` where it is vague."""

    low: float
    high: float
    digits: str

    @property
    def exact(self) -> bool:
        return self.low == self.high and self.low == int(self.low)


YEARS_IN_UNIT = {"DE": 10, "C": 100, "ML": 1000}


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time: a count of calendar units, of `size` of `grain` each (a fortnight is two weeks)."""

    count: Count
    grain: Grain
    code: str
    size: int = 1
    mod: str | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value of the length, such as P3M, PT30M or PXY; TimeBank counts decades in years."""
        digits = self.count.digits
        if self.code in YEARS_IN_UNIT and digits != "X":
            return f"P{float(digits) * YEARS_IN_UNIT[self.code]:g}Y"
        if self.size != 1 and digits != "X":
            digits = f"{float(digits) * self.size:g}"
        clock = "T" if self.code.startswith("T") else ""
        unit_code = "Y" if self.code == "DE" else self.code.removeprefix("T")
        return f"P{clock}{digits}{unit_code}"

    @property
    def low(self) -> int:
        return round(self.count.low * self.size)

    @property
    def high(self) -> int:
        return round(self.count.high * self.size)


@dataclass(slots=True)
class Reading:
    """A time that words can mean. `unit` is the calendar unit spoken of, where `interval` is only a part of it.

    `established` tells whether "the next day" may count from it, `follows` whether it was itself counted on from what
    the text tells. Nobody changes one; it is not frozen because a frozen one takes a call for each of its many fields.
    """

    interval: Interval | None
    grain: Grain
    value: str
    steps: tuple[str, ...] = ()
    type: Timex3Type = "DATE"
    mod: str | None = None
    clock: Clock | None = None
    doubt: Doubt | None = None
    role: Role = Role.AT
    begins: Interval | None = None
    ends: Interval | None = None
    anchor_begin: str | None = None
    anchor_end: str | None = None
    established: bool = True
    follows: bool = False

    def because(self, *steps: str) -> Reading:
        """The same reading with further steps."""
        return replace(self, steps=self.steps + steps)

    @property
    def begin(self) -> Day:
        """The first day, for a reading that has one, as every date has that a text has established."""
        assert self.interval is not None and self.interval.start is not None
        return self.interval.start

    @property
    def whole(self) -> Interval:
        """The interval, for a reading that has one."""
        assert self.interval is not None
        return self.interval


def unit(interval: Interval, grain: Grain, *steps: str, southern: bool = False, doubt: Doubt | None = None) -> Reading:
    """The reading of a calendar unit."""
    return Reading(interval, grain, timex3(interval, grain, southern), steps, doubt=doubt)


def length(period: Period, *steps: str) -> Reading:
    """The reading of a length with no anchor."""
    why = steps or ("a length of time, which names no day",)
    return Reading(
        None, period.grain, period.value, why, type="DURATION", mod=period.mod, role=Role.FOR, established=False
    )


def vague(value: str, *steps: str) -> Reading:
    """The reading of words that point to no day: PRESENT_REF, PAST_REF, FUTURE_REF."""
    return Reading(None, Grain.DAY, value, steps, established=False)


def recurrence(value: str, grain: Grain, *steps: str) -> Reading:
    """The reading of a recurrence, such as `XXXX-WXX-5` for every Friday."""
    return Reading(None, grain, value, steps, type="SET", role=Role.EVERY, established=False)


def told(reading: Reading) -> str:
    """A reading's time in words, for the steps: "Friday 15 April 2016", "April 2016", "2016", or first and last day."""
    whole = reading.interval
    if whole is None or whole.start is None or whole.last is None:
        return reading.value
    year, month, _ = calendar.civil(whole.start)
    if whole.last == whole.start:
        return spelled(whole.start)
    if whole == calendar.of_month(year, month):
        return f"{MONTH_NAMES[month - 1]} {year}"
    return f"{year}" if whole == calendar.of_year(year) else f"{spelled(whole.start)} to {spelled(whole.last)}"
