"""How many reports of an article tell of the same days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dateline.timeline.likeness import breadth, overlap
from dateline.timeline.sketch import Sketch


class Crowds:
    """The reports of each article by how exactly they are dated, so that those of some days are counted at once."""

    def __init__(self, made: Sequence[Sketch]) -> None:
        starts: dict[tuple[str, int], list[int]] = {}
        ends: dict[tuple[str, int], list[int]] = {}
        for sketch in made:
            start, end = sketch.when.start, sketch.when.end
            if start is not None and end is not None:
                starts.setdefault((sketch.article, breadth(sketch.when)), []).append(start)
                ends.setdefault((sketch.article, breadth(sketch.when)), []).append(end)
        self._starts = {key: sorted(days) for key, days in starts.items()}
        self._ends = {key: sorted(days) for key, days in ends.items()}

    def rivals(self, a: Sketch, b: Sketch) -> int:
        """How many other reports of the two articles could by their days be meant, as exactly dated as the two are."""
        if a.article == b.article:
            return 0
        most = max(breadth(a.when), breadth(b.when))
        themselves = sum(1 for sketch in (a, b) if _is_bounded(sketch)) if overlap(a.when, b.when) else 0
        return self._within(a, b.article, most) + self._within(b, a.article, most) - themselves

    def _within(self, report: Sketch, article: str, most: int) -> int:
        """How many reports of the article have a day in common with the report."""
        start, end, count = report.when.start, report.when.end, 0
        for exact in range(most + 1):
            starts, ends = self._starts.get((article, exact)), self._ends.get((article, exact))
            if starts and ends:
                begun = len(starts) if end is None else bisect_left(starts, end)
                over = 0 if start is None else bisect_right(ends, start)
                count += begun - over
        return count


def _is_bounded(sketch: Sketch) -> bool:
    return sketch.when.start is not None and sketch.when.end is not None
