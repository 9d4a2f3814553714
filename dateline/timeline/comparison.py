"""How like the reports of a story are to each other, beside all others that might be meant.

Only reports that share a word or a deed in a stretch of time are compared, each with a bounded number of others, so
the work grows with the number of reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from math import exp, log1p

from dateline.model import Interval
from dateline.timeline.likeness import NEVER, likeness, linked, too_late
from dateline.timeline.setting import Setting
from dateline.timeline.sketch import Sketch

NEIGHBOURS = 24
"""How many others a report is compared with for one word."""
SHORT = 3
"""Days; reports of so short a time are compared although they share no word."""
RIVALS = -0.5
"""For the logarithm of how likely other reports of the two articles are meant, seen from either report."""
LIKEST = 0.6
"""Where no other is as like, seen from either report."""

Pair = tuple[int, int]


class Comparison:
    """The likeness of any two reports, by their places among those compared; `pairs` are those worth looking at."""

    def __init__(self, made: Sequence[Sketch]) -> None:
        self._setting = setting = Setting(made)
        self._made = made
        self._alone = cache(lambda i, j: likeness(made[i], made[j], setting))
        self.pairs = [pair for pair in sorted(set(candidates(made))) if self._alone(*pair) > NEVER]
        self._compared = frozenset(self.pairs)
        self._odds: dict[tuple[int, str], float] = defaultdict(float)
        self._best: dict[tuple[int, str], list[float]] = {}
        for i, j in self.pairs:
            alone = self._alone(i, j)
            for key in self._sides(i, j):
                self._odds[key] += exp(alone)
                self._best[key] = sorted((*self._best.get(key, ()), alone))[-2:]

    def _sides(self, i: int, j: int) -> tuple[tuple[int, str], tuple[int, str]]:
        """Each report with the article of the other."""
        return (i, self._made[j].article), (j, self._made[i].article)

    def linked(self, i: int, j: int) -> bool:
        """Whether the two reports have more in common than their days."""
        return linked(self._made[i], self._made[j], self._setting)

    def score(self, i: int, j: int) -> float:
        """The balance of what speaks for one event, of two reports in the order of their places."""
        alone = self._alone(i, j)
        if alone == NEVER or self._made[i].article == self._made[j].article:
            return alone
        own = exp(alone) if (i, j) in self._compared else 0.0
        others = [max(0.0, self._odds.get(key, 0.0) - own) for key in self._sides(i, j)]
        balance = RIVALS * sum(log1p(odds / exp(alone)) for odds in others)
        return alone + balance + LIKEST * all(self._is_likest(key, alone, bool(own)) for key in self._sides(i, j))

    def _is_likest(self, side: tuple[int, str], alone: float, among: bool) -> bool:
        """Whether a report of `side` is liker to the one at hand than to any other; `among` says that it is counted."""
        best = self._best.get(side, [])
        rest = best[:-1] if among and best[-1] == alone else best
        return all(rival < alone for rival in rest)


def candidates(made: Sequence[Sketch]) -> Iterator[Pair]:
    """The pairs worth comparing: near neighbours in time among the reports that share a word or a deed."""
    index: dict[tuple[str, int], list[int]] = {}
    for k, sketch in enumerate(made):
        for key in _keys(sketch):
            index.setdefault(key, []).append(k)
    for members in index.values():
        members.sort(key=lambda k: (_bounds(made[k].when), k))
        for at, k in enumerate(members):
            for other in members[at + 1 : at + 1 + NEIGHBOURS]:
                if too_late(made[k], made[other]):
                    break
                yield min(k, other), max(k, other)


def _bounds(when: Interval) -> Pair:
    return (-1 if when.start is None else when.start, -1 if when.end is None else when.end)


def _keys(sketch: Sketch) -> Iterator[tuple[str, int]]:
    """What reports of one event may share: each word and deed, and the day."""
    for word in sorted(sketch.words | sketch.deeds):
        yield word, 0
    start, end = sketch.when.start, sketch.when.end
    if start is not None and end is not None and end - start <= SHORT:
        for day in range(start, end):
            yield "", day
