"""Two clock times: the second says for both in which half of the day they lie, or the day: 6-8 p.m. Thursday."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Clock, Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.clock import NOON_HOUR, at, on_day
from dateline.timex.english.clock_day import day_of_other_end, day_of_text
from dateline.timex.english.words import HALVES_OF_DAY, MOMENTS
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading, unit

clock_pairs = RuleBook()
days_of_pairs = RuleBook()

JOINTS = {"between": frozenset({"and"}), "from": frozenset("to until till - –".split())}


@clock_pairs.rule(
    "{hh}",
    "{ones}",
    "{hh} ~. ~{ii}",
    "{hh} ~: ~{ii}",
    gives="time clocked",
    examples={
        "Shots were heard between 9 and 9:30 p.m.": "2024-05-15",
        "It was shut from ten to noon.": "2024-05-15",
        "It was seen between 1.15 and 2am on Monday.": "2024-05-13",
    },
    never=("He scored between 9 and 10 points.", "It rose from 4.15 to 5."),
)
def first_of_pair(context: Context, hour: int, minute: int = 0) -> Reading | None:
    """The first of two clock times, in the half of the day that makes it come before the second."""
    joints = JOINTS.get(context.left())
    end = _second(context) if joints is not None and context.right() in joints and 1 <= hour <= NOON_HOUR else None
    if end is None:
        return None
    time = half_before(hour, minute, end)
    if time is None:
        return None
    day, step = day_of_other_end(context) or day_of_text(context)
    return on_day(context, unit(calendar.of_day(day), Grain.DAY, step), time)


def _second(context: Context) -> str | None:
    """The clock time behind the joint, where it says its half of the day."""
    row = [context.right(count) for count in range(2, 6)]
    if row[0] in MOMENTS:
        return MOMENTS[row[0]]
    minutes = row[2] if row[1] in (":", ".") else ""
    half = row[3] if minutes else row[1]
    if not row[0].isdecimal() or half not in HALVES_OF_DAY or (minutes and not minutes.isdecimal()):
        return None
    return at(int(row[0]), int(minutes or 0), HALVES_OF_DAY[half])


@clock_pairs.rule(
    "{moment} -|– {moment}",
    "{hh} -|– {moment}",
    gives="time clocked",
    examples={"It was closed 9 a.m.-5 p.m.": "2024-05-15", "It is open 6–8 p.m.": "2024-05-15"},
    never=("He won 6-8.",),
)
def clock_range(context: Context, first: str | int | None, last: str | None) -> Reading | None:
    """From one time of the day to another."""
    of_text, step = day_of_text(context)
    return _hours(unit(calendar.of_day(of_text), Grain.DAY, step), first, last)


@days_of_pairs.rule(
    "{moment} -|– {moment} on? {day}",
    "{moment} -|– {moment} , {day}",
    "{hh} -|– {moment} on? {day}",
    "{hh} -|– {moment} , {day}",
    gives="time day clocked",
    examples={
        "It was open 9 a.m.-noon Saturday.": "2024-05-11",
        "A hearing will be held 6-8 p.m. Thursday, June 6.": "2024-06-06",
    },
    never=("He won 6-8 on points.",),
)
def clock_range_then_day(context: Context, first: str | int | None, last: str | None, day: Reading) -> Reading | None:
    """From one time of a day to another, and then the day."""
    return _hours(day, first, last) if day.interval is not None and day.clock is None else None


def _hours(day: Reading, first: str | int | None, last: str | None) -> Reading | None:
    begins = half_before(first, 0, last) if isinstance(first, int) and last is not None else first
    if not isinstance(begins, str) or last is None:
        return None
    return replace(day, grain=Grain.HOUR, type="TIME", value=f"{day.value}T{begins}", clock=Clock(begins, last))


def half_before(hour: int, minute: int, end: str) -> str | None:
    """A time on a clock of 12 hours, in the half of the day in which it comes before another closely."""
    early, late = at(hour, minute, "a"), at(hour, minute, "p")
    time = late if late is not None and late < end else early
    return time if time is not None and time < end else None
