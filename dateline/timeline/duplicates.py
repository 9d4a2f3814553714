"""Entries that are perhaps of one event: too like each other to be passed over, and not like enough to be merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import Entry
from dateline.timeline.comparison import Comparison
from dateline.timeline.sketch import Sketch, sketches

NEARLY = -0.5
"""As odds: about two in five such pairs are of one event."""


def possible_duplicates(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """The pairs of entries whose first reports, of two articles, are nearly alike; each entry in one pair at most."""
    told = [entry for entry in entries if (event := entry.mentions[0].event) and event.origin == "article"]
    made = sketches([entry.mentions[0] for entry in told])
    comparison, seen = Comparison(made), set[int]()
    for i, j in comparison.pairs:
        if made[i].article == made[j].article or {i, j} & seen or not _share(made[i], made[j]):
            continue
        if comparison.score(i, j) >= NEARLY:
            seen |= {i, j}
            yield told[i], told[j]


def _share(a: Sketch, b: Sketch) -> bool:
    """Whether the reports have more in common than their days."""
    return bool(a.words & b.words or a.heads & b.heads)
