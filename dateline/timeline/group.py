"""Headings: each entry stands under the narrowest period that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dateline.model import Entry, Grain, Heading, Interval
from dateline.timeline.order import placed
from dateline.timex.interval import civil, contains, enclosing, of_day, of_years

HEADINGS = (Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.DECADE)


def headings(entries: Sequence[Entry]) -> tuple[Heading, ...]:
    """Neighbours that share their narrowest period stand together; the order of the entries is kept.

    A period returns where an entry that reaches beyond it comes in between, since the order is never bent to fit.
    """
    runs = groupby(entries, key=narrowest)
    return tuple(Heading(period, grain, tuple(run)) for (period, grain), run in runs)


def narrowest(entry: Entry) -> tuple[Interval, Grain]:
    """The day, month, year or decade that holds the entry; beyond a decade, the whole years from first to last."""
    held = _held(entry)
    assert held.start is not None and held.last is not None
    for grain in HEADINGS:
        period = enclosing(held.start, grain)
        if contains(period, held):
            return period, grain
    first, last = civil(held.start)[0], civil(held.last)[0]
    return of_years(first, last - first + 1), Grain.MILLENNIUM


def _held(entry: Entry) -> Interval:
    """What a heading has to hold: of a stretch that is still open, its beginning."""
    where = placed(entry)
    if where.end is not None:
        return where
    begins = entry.begins
    if begins is not None and begins.start is not None and begins.end is not None:
        return begins
    assert where.start is not None
    return of_day(where.start)
