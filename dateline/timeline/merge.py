"""Which reports are of one event.

The likest are put together first; a group takes in nothing that one of its reports rules out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from dateline.model import Mention
from dateline.timeline.comparison import Comparison, Pair
from dateline.timeline.likeness import THRESHOLD
from dateline.timeline.sketch import sketches

SPOKESMEN = 6
"""How many reports speak for a group when another is to join it."""


def same_events(reports: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """The reports of a story, those of one event together; reports stand by article and place in the text."""
    made = sketches(reports)
    comparison = Comparison(made)
    score = cache(comparison.score)
    # A day in common joins nothing by itself, though it may speak for a group.
    joined = [(i, j) for i, j in comparison.pairs if score(i, j) > THRESHOLD and comparison.linked(i, j)]
    likely = sorted((-score(i, j), i, j) for i, j in joined)
    return [tuple(reports[k] for k in group) for group in _groups(len(made), [(i, j) for _, i, j in likely], score)]


def _groups(count: int, pairs: Iterable[Pair], score: Callable[[int, int], float]) -> list[list[int]]:
    """The reports in groups, the likest pairs first; two groups become one where they are alike on the whole."""
    home = list(range(count))
    groups = {k: [k] for k in home}
    for i, j in pairs:
        first, second = sorted((home[i], home[j]))
        if first == second or not _alike(groups[first], groups[second], score):
            continue
        for k in groups[second]:
            home[k] = first
        groups[first] = sorted(groups[first] + groups.pop(second))
    return [group for _, group in sorted(groups.items())]


def _alike(first: Sequence[int], second: Sequence[int], score: Callable[[int, int], float]) -> bool:
    scores = [score(min(i, j), max(i, j)) for i in first[:SPOKESMEN] for j in second[:SPOKESMEN]]
    return sum(scores) > 0
