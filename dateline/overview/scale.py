"""A line on which days lie, with the long silences left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from dateline.model import Day

MOST_BREAKS = 3
# A silence is left out if it is long in itself, and long beside what is left to show.
LONG_SILENCE = 60
LARGE_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days `first <= day < end`, drawn from `start` over `length` units of the line."""

    first: Day
    end: Day
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Stretches of days in order, with a gap of equal length for each silence between them."""

    stretches: tuple[Stretch, ...]

    def at(self, day: Day) -> float:
        """Where a day begins on the line; a day in a silence lies in its gap, one outside at the nearer end."""
        k = max(bisect_right([stretch.first for stretch in self.stretches], day) - 1, 0)
        here = self.stretches[k]
        if day <= here.end:
            return here.start + here.length * max(day - here.first, 0) / (here.end - here.first)
        stop = here.start + here.length
        if k + 1 == len(self.stretches):
            return stop
        after = self.stretches[k + 1]
        return stop + (after.start - stop) * (day - here.end) / (after.first - here.end)

    @property
    def silences(self) -> tuple[tuple[Stretch, Stretch], ...]:
        """The stretches before and after each silence."""
        return tuple(pairwise(self.stretches))


def scale(days: Iterable[Day], length: float, gap: float, least: float) -> Scale:
    """The line of that length on which the days lie, each silence `gap` long and each stretch at least `least`.

    Raises `ValueError` where there is no day.
    """
    told = sorted(set(days))
    if not told:
        raise ValueError("a scale needs a day")
    cuts = _silences(told)
    firsts = [told[0], *(after for _, after in cuts)]
    ends = [*(before + 1 for before, _ in cuts), told[-1] + 1]
    total = sum(end - first for first, end in zip(firsts, ends, strict=True))
    spare = length - gap * len(cuts) - least * len(firsts)
    lengths = [least + spare * (end - first) / total for first, end in zip(firsts, ends, strict=True)]
    starts = accumulate([0.0, *(one + gap for one in lengths[:-1])])
    return Scale(tuple(map(Stretch, firsts, ends, starts, lengths)))


def _silences(told: list[Day]) -> list[tuple[Day, Day]]:
    """The last day before and the first day after each silence that is left out, in order."""
    total = told[-1] + 1 - told[0]
    cuts = []
    for silence, before, after in sorted(((b - a, a, b) for a, b in pairwise(told)), reverse=True)[:MOST_BREAKS]:
        if silence < LONG_SILENCE or silence < LARGE_SHARE * total:
            break
        cuts.append((before, after))
        total -= silence
    return sorted(cuts)
