"""Which reports are of one event.

Only reports that share a word or a deed in a stretch of time are compared, each with a bounded number of others, so
the work grows with the number of reports. The likest are put together first; a group takes in nothing that one of its
reports rules out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from dateline.model import Interval, Mention
from dateline.timeline.crowds import Crowds
from dateline.timeline.likeness import THRESHOLD, likeness, too_late
from dateline.timeline.sketch import Sketch, sketches

NEIGHBOURS = 24
"""How many others a report is compared with for one word."""
SPOKESMEN = 6
"""How many reports speak for a group when another is to join it."""
ON_THE_WHOLE = -0.5
SHORT = 3
"""Days; reports of so short a time are compared although they share no word."""

Pair = tuple[int, int]


def same_events(reports: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """The reports of a story, those of one event together; reports stand by article and place in the text."""
    made = sketches(reports)
    counts = Counter(word for sketch in made for word in sketch.words)
    crowds = Crowds(made)

    @cache
    def score(i: int, j: int) -> float:
        # Rivals only ever speak against a pair, so few have to be looked for.
        at_best = likeness(made[i], made[j], counts)
        if at_best <= THRESHOLD:
            return at_best
        return likeness(made[i], made[j], counts, crowds.rivals(made[i], made[j]))

    likely = sorted((-score(i, j), i, j) for i, j in set(candidates(made)) if score(i, j) > THRESHOLD)
    return [tuple(reports[k] for k in group) for group in _groups(len(made), [(i, j) for _, i, j in likely], score)]


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
    for word in sorted(sketch.words | sketch.heads | sketch.aspects):
        yield word, 0
    start, end = sketch.when.start, sketch.when.end
    if start is not None and end is not None and end - start <= SHORT:
        for day in range(start, end):
            yield "", day


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
    return sum(scores) > ON_THE_WHOLE * len(scores)
