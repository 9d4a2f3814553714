"""How a clock time goes on from the one that was told before it."""

from __future__ import annotations

from dateline.model import Day, Grain
from dateline.timex.context import Context
from dateline.timex.english.words import HALVES_OF_DAY, MOMENTS
from dateline.timex.reading import Reading

SMALL_HOURS, NOON, EVENING = "06:00", "12:00", "18:00"
LAST_SMALL_HOUR = "05:59"


def end_of_night(reference: Reading) -> str:
    """The last time of day that belongs to a night which the text speaks of, or the last of the small hours."""
    clock = reference.clock
    return clock.last if clock is not None and clock.last < clock.first else LAST_SMALL_HOUR


def clock_before(context: Context) -> str:
    """The clock time told last, in this sentence or before it, or an empty string."""
    clocks = (told.clock for told in (context.fellow, context.reference) if told is not None)
    return next((clock.first for clock in clocks if clock is not None), "")


def is_evening_before(context: Context, day: Day, time: str) -> bool:
    """Whether a text filed early in a day tells of its eve: "still undecided early Wednesday … at 11:21 p.m."."""
    at = context.reference
    early = at is not None and at.mod == "START" and at.grain <= Grain.DAY and at.begin == context.day
    filed = early and context.fellow is None and day == context.day and context.future is False
    return filed and time >= EVENING and not context.scene.memory.history


def goes_on(context: Context, before: str, time: str) -> bool:
    """Whether a bare "5:15" goes on from the clock before it: "at 4 p.m. … when they came back at 5:15"."""
    written = [token.lower for token in context.scene.tokens[context.first : context.last]]
    in_words = not written[0].isdecimal() and MOMENTS.keys().isdisjoint(written)
    # It left at 9:50 p.m. and passed the inn at 10:04.
    close = before >= EVENING and before <= f"{int(time[:2]) + 12}{time[2:]}" <= f"{int(before[:2]) + 2}{before[2:]}"
    bare = (in_words or len(written[0]) == 1 or close) and not HALVES_OF_DAY.keys() & set(written)
    if not bare or written[1:2] == ["h"] or "in" in written or time >= NOON:
        return False
    evening = in_words and before >= EVENING and time >= SMALL_HOURS
    return evening or time < before <= f"{int(time[:2]) + 12}{time[2:]}"
