"""The periods that the drawing leads to: its axis, in stops wide enough to be hit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dateline.model import Day
from dateline.overview.scale import Scale

MOST_STOPS = 40


class Period(NamedTuple):
    """A period under a heading of the page: its first day, its name, the heading's address, how many entries it has."""

    begins: Day
    name: str
    href: str
    entries: int


class Stop(NamedTuple):
    """Neighbouring periods as one stop of the axis, from `start` over `length` units."""

    periods: tuple[Period, ...]
    start: float
    length: float


def stops(periods: Iterable[Period], line: Scale, least: float) -> tuple[Stop, ...]:
    """The periods along the line, neighbours joined until each stop is at least `least` long; at most 40 of them.

    A stop reaches to the next one, the last to the end of the line.
    """
    end = line.places[-1]
    least = max(least, end / MOST_STOPS)
    groups: list[list[Period]] = []
    starts: list[float] = []
    for period in periods:
        start = line.at(period.begins)
        crowded = bool(starts) and start - starts[-1] < least
        if crowded and len(groups) > 1 and period.entries > sum(each.entries for each in groups[-1]):
            # What much is told of keeps a stop of its own; the little before it goes with what lies before that.
            little = groups.pop()
            groups[-1] += little
            starts.pop()
            crowded = False
        if crowded:
            groups[-1].append(period)
        else:
            groups.append([period])
            starts.append(start)
    if len(starts) > 1 and end - starts[-1] < least:
        joined = groups.pop()
        groups[-1] += joined
        starts.pop()
    if not starts:
        return ()
    starts[0] = 0.0
    ends = [*starts[1:], end]
    return tuple(
        Stop(tuple(group), start, stop - start) for group, start, stop in zip(groups, starts, ends, strict=True)
    )
