"""Which quarter or half-year a stretch of months is in accounts."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Grain, Role
from dateline.timex import interval as calendar
from dateline.timex.reading import Reading, unit


def accounted(reading: Reading) -> Reading | None:
    """The quarter or half that months of accounts are, named by their middle: "the three months ended Oct. 31"."""
    whole = reading.interval
    known = PERIODS.get(reading.value)
    if whole is None or whole.start is None or known is None or reading.role is not Role.FOR:
        return None
    grain, months, middle = known
    period = calendar.enclosing(whole.start + middle, grain)
    return replace(unit(period, grain, f"the {months} months that the text speaks of"), interval=whole)


# The accounts of three and six months, with the days from their first to about their middle.
PERIODS = {"P3M": (Grain.QUARTER, "three", 45), "P6M": (Grain.HALF, "six", 90)}
