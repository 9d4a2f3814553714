"""Where a timeline is silent: the gaps between its entries, in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from dateline.catalogue import Catalogue
from dateline.model import Day, Entry
from dateline.timeline.order import NO_END, placed

SHORTEST = 21
# Of the whole span, and of the usual distance between entries: what is longer is worth words.
SHARE, TIMES = 20, 4


def gap_words(catalogue: Catalogue, entries: Sequence[Entry]) -> dict[str, str]:
    """By the permalink of the entry behind it, each long gap: "three years later", "at least two months later".

    A gap is one only where all that stands before was over by then; it is exact between two known days.
    """
    least = _least([_begin(entry) for entry in entries])
    found = {}
    latest = entries[0]
    for before, entry in pairwise(entries):
        latest = max(latest, before, key=_end)
        days = _begin(entry) - _end(latest) + 1
        if days >= least:
            found[entry.id] = catalogue.later_words(days, exact=_is_day(latest) and _is_day(entry))
    return found


def _least(starts: Sequence[Day]) -> int:
    """The length from which on a gap is said: not that of days in a busy week, nor each of many alike."""
    usual = median([after - before for before, after in pairwise(starts)] or [0])
    return max(SHORTEST, min((starts[-1] - starts[0]) // SHARE, int(TIMES * usual)))


def _begin(entry: Entry) -> Day:
    start = placed(entry).start
    assert start is not None
    return start


def _end(entry: Entry) -> Day:
    end = placed(entry).end
    return NO_END if end is None else end


def _is_day(entry: Entry) -> bool:
    return entry.when.start is not None and entry.when.end == entry.when.start + 1
