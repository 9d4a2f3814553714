"""What else the articles of a story tell: how rare a word is among the reports, and how much is told of a time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dateline.model import Interval
from dateline.timeline.sketch import Sketch

EVER = 10**9


class Setting:
    """The reports of a story, counted."""

    def __init__(self, made: Sequence[Sketch]) -> None:
        self._reports = Counter(word for sketch in made for word in sketch.words)
        self._starts: dict[str, list[int]] = defaultdict(list)
        self._ends: dict[str, list[int]] = defaultdict(list)
        for sketch in made:
            start, end = _bounds(sketch.when)
            self._starts[sketch.article].append(start)
            self._ends[sketch.article].append(end)
        for days in (*self._starts.values(), *self._ends.values()):
            days.sort()

    def rarity(self, words: Iterable[str]) -> float:
        """What words weigh that stand in reports: each the more, the fewer have it, 1 for one alone."""
        return sum(1 / self._reports[word] for word in words)

    def told(self, article: str, when: Interval) -> int:
        """How many reports of an article can mean a day of that time, at least 1."""
        start, end = _bounds(when)
        begun = bisect_left(self._starts[article], end)
        return max(1, begun - bisect_right(self._ends[article], start))


def _bounds(when: Interval) -> tuple[int, int]:
    return (-EVER if when.start is None else when.start, EVER if when.end is None else when.end)
