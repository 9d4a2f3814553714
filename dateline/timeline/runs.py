"""Where the order shown is layout and not known: within a day or another period, and against what lies inside it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise

from dateline.model import Day, Entry, Interval, Status
from dateline.timeline.order import NO_END, placed
from dateline.timeline.relations import is_over_before, narrowing_clock, possible

Position = tuple[Day, Day]


class Known(Enum):
    """How much of an order is known."""

    WHOLE = "whole"
    PART = "part"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbours of one time and what is known of the order among them; of one entry, of its order against others."""

    entries: tuple[Entry, ...]
    known: Known


def runs(entries: Sequence[Entry]) -> list[Run]:
    """The entries of a timeline in their order; those of one time in no known order stand together.

    Of two entries whose times overlap and are not the same, the wider is told apart, or the one that begins earlier.
    """
    positions = Counter(map(position, entries))
    # The last one kept for each start is that of its earliest end.
    narrowest = dict(sorted(positions, reverse=True))
    starts = sorted(narrowest)
    found: list[Run] = []
    for here, group in groupby(entries, key=position):
        run = tuple(group)
        known = _known_within(run)
        if known is not Known.WHOLE:
            found.append(Run(run, known))
            continue
        following = bisect_right(starts, here[0])
        inside = following < len(starts) and starts[following] < here[1]
        crossed = inside or narrowest[here[0]] < here[1] or positions[here] > len(run)
        found += [Run((entry,), Known.NOTHING if crossed else Known.WHOLE) for entry in run]
    return found


def position(entry: Entry) -> Position:
    """Within which days the moment lies at which an entry stands: of what lasted, its beginning.

    Of a date in doubt, both readings count.
    """
    where, begins = placed(entry), entry.begins
    start = where.start
    assert start is not None
    if is_in_doubt(entry):
        where = possible(entry)
    elif entry.extent == "throughout" and entry.when.start is not None:
        where = begins if begins is not None and begins.end is not None else Interval(start, start + 1)
    elif entry.extent == "within" and entry.status is not Status.PLANNED:
        where = entry.when
    return -NO_END if where.start is None else where.start, NO_END if where.end is None else where.end


def is_in_doubt(entry: Entry) -> bool:
    """Whether an entry has another reading, on other days."""
    return possible(entry) != entry.when


def _known_within(run: Sequence[Entry]) -> Known:
    if all(is_over_before(one, other) or one.id in other.after for one, other in pairwise(run)):
        return Known.WHOLE
    return Known.PART if _knows_any(run) else Known.NOTHING


def _knows_any(run: Iterable[Entry]) -> bool:
    """Whether of any two entries of one time the order is known; for each zone what was over first decides."""
    seen: set[str] = set()
    over: dict[str, Entry] = {}
    for entry in run:
        clock = narrowing_clock(entry)
        if not seen.isdisjoint(entry.after) or (
            clock and clock.zone in over and is_over_before(over[clock.zone], entry)
        ):
            return True
        seen.add(entry.id)
        if clock:
            over[clock.zone] = min(over.get(clock.zone, entry), entry, key=_end_of_clock)
    return False


def _end_of_clock(entry: Entry) -> tuple[str, bool]:
    assert entry.clock is not None
    return entry.clock.last, entry.clock.first == entry.clock.last
