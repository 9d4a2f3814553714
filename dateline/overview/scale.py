"""A line on which days lie: the busy days are given room, and the long silences are left out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2

from dateline.model import Day

MOST_BREAKS = 3
# A silence is left out if it is long in itself, and long beside what is left to show.
LONG_SILENCE = 60
LARGE_SHARE = 0.25
# How much less a quiet stretch weighs than a day that is told of as often as the stretch has days.
QUIETER = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """Days in order and where they lie, with straight lines between; `silences` are left out, their ends exclusive."""

    days: tuple[Day, ...]
    places: tuple[float, ...]
    silences: tuple[tuple[Day, Day], ...]

    def at(self, day: Day) -> float:
        """Where a day begins on the line; a day outside lies at the nearer end."""
        k = bisect_right(self.days, day) - 1
        if k < 0 or k + 1 == len(self.days):
            return self.places[max(k, 0)]
        share = (day - self.days[k]) / (self.days[k + 1] - self.days[k])
        return self.places[k] + share * (self.places[k + 1] - self.places[k])


def scale(told: Iterable[Day], length: float, gap: float, least: float) -> Scale:
    """The line of that length on which the days told of lie.

    Each silence is `gap` long, each stretch between silences at least `least`; in a stretch, a day takes room by how
    often it is told of, and the quiet between by its length, both by their logarithms. Raises `ValueError` where there
    is no day.
    """
    counts = Counter(told)
    days = sorted({edge for day in counts for edge in (day, day + 1)})
    if not days:
        raise ValueError("a scale needs a day")
    silences = _silences(days)
    weights = [0.0 if step in silences else _weight(*step, counts[step[0]]) for step in pairwise(days)]
    total, spare = sum(weights), length - gap * len(silences) - least * (len(silences) + 1)
    places = [0.0]
    for stretch in _stretches(weights):
        unit = spare / total + least / sum(stretch)
        places += [gap] * (len(places) > 1) + [weight * unit for weight in stretch]
    for k in range(1, len(places)):
        places[k] += places[k - 1]
    return Scale(tuple(days), tuple(places), tuple(silences))


def _weight(day: Day, end: Day, told: int) -> float:
    """What a step takes of the line: a day by how often it is told of, the quiet between by its length."""
    return log2(1 + told) if told else log2(1 + end - day) / QUIETER


def _silences(days: Sequence[Day]) -> list[tuple[Day, Day]]:
    """The quiet days that are left out, in order."""
    total = days[-1] - days[0]
    silences = []
    for quiet, before, after in sorted(((b - a, a, b) for a, b in pairwise(days)), reverse=True)[:MOST_BREAKS]:
        if quiet < LONG_SILENCE or quiet < LARGE_SHARE * total:
            break
        silences.append((before, after))
        total -= quiet
    return sorted(silences)


def _stretches(weights: Iterable[float]) -> list[list[float]]:
    """The weights between silences, which weigh nothing."""
    stretches: list[list[float]] = [[]]
    for weight in weights:
        if weight:
            stretches[-1].append(weight)
        else:
            stretches.append([])
    return stretches
