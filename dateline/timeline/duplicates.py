"""Entries that are perhaps of one event: too like each other to be passed over, and not like enough to be merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.model import Entry
from dateline.timeline.crowds import Crowds
from dateline.timeline.likeness import likeness
from dateline.timeline.merge import candidates
from dateline.timeline.sketch import Sketch, sketches

NEARLY = -0.5
"""As odds: about two in five such pairs are of one event."""


def possible_duplicates(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """The pairs of entries whose first reports, of two articles, are nearly alike; each entry in one pair at most."""
    told = [entry for entry in entries if (event := entry.mentions[0].event) and event.origin == "article"]
    made = sketches([entry.mentions[0] for entry in told])
    counts = Counter(word for sketch in made for word in sketch.words)
    crowds, seen = Crowds(made), set[int]()
    for i, j in sorted(set(candidates(made))):
        if made[i].article == made[j].article or {i, j} & seen or not _share(made[i], made[j]):
            continue
        if likeness(made[i], made[j], counts) < NEARLY:
            continue
        if likeness(made[i], made[j], counts, crowds.rivals(made[i], made[j])) >= NEARLY:
            seen |= {i, j}
            yield told[i], told[j]


def _share(a: Sketch, b: Sketch) -> bool:
    """Whether the reports have more in common than their days."""
    return bool(a.words & b.words or a.heads & b.heads)
