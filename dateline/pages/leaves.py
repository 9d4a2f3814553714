"""A long timeline on several pages: by years, or by parts of one, so that none grows heavy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from dateline.catalogue import Catalogue
from dateline.model import Entry
from dateline.slugs import slug_of
from dateline.timeline.order import placed
from dateline.timeline.runs import Run
from dateline.timex.interval import civil

MOST = 200
"""Entries of one page, where what stands in no known order can be parted."""
FEW = 100
"""Neighbouring years share a page as long as they hold no more entries than these."""
FIRST = "index.html"


class Leaf(NamedTuple):
    """One page of a timeline: its label, its path from the story's folder, its entries in order."""

    label: str
    path: str
    entries: tuple[Entry, ...]


def leaves(catalogue: Catalogue, entries: tuple[Entry, ...], standing: Sequence[Run]) -> tuple[Leaf, ...]:
    """The pages that hold a story's entries: its own page, or, where they are many, one for every so many years.

    `standing` are the runs of the entries.
    """
    if len(entries) <= MOST:
        return (Leaf("", FIRST, entries),)
    named = [(label, tuple(told)) for label, told in _parts(catalogue, standing)]
    return tuple(Leaf(label, f"years/{slug_of(label)}/{FIRST}", told) for label, told in named)


def addresses(of: Iterable[Leaf]) -> dict[str, str]:
    """By its permalink, where each entry stands, seen from the story's folder: "index.html#e2016", "years/2016/…"."""
    return {entry.id: f"{path}#{entry.id}" for leaf in of for path in [quote(leaf.path)] for entry in leaf.entries}


def way_up(path: str) -> str:
    """The address of the story's folder seen from a page in it."""
    return "../" * path.count("/")


def seen_from(path: str, address: str) -> str:
    """An address of the story's folder, seen from a page in it."""
    page, _, name = address.partition("#")
    return f"#{name}" if page == quote(path) else way_up(path) + address


def _parts(catalogue: Catalogue, standing: Sequence[Run]) -> Iterator[tuple[str, list[Entry]]]:
    """Whole years together while they are few, a crowded year in parts; nothing of no known order is parted."""
    waiting: list[tuple[int, list[Run]]] = []
    for year, begun in groupby(standing, key=_year):
        told = list(begun)
        if waiting and _size([run for _, runs in waiting for run in runs]) + _size(told) > FEW:
            yield _joined(catalogue, waiting)
            waiting = []
        if _size(told) <= MOST:
            waiting.append((year, told))
            continue
        pieces = list(_pieces(told))
        for number, piece in enumerate(pieces, 1):
            yield catalogue.part_words(catalogue.year_words(year), number, len(pieces)), piece
    if waiting:
        yield _joined(catalogue, waiting)


def _joined(catalogue: Catalogue, years: Sequence[tuple[int, Sequence[Run]]]) -> tuple[str, list[Entry]]:
    first, last = catalogue.year_words(years[0][0]), catalogue.year_words(years[-1][0])
    label = first if first == last else f"{first}–{last}"
    return label, [entry for _, told in years for run in told for entry in run.entries]


def _pieces(told: Iterable[Run]) -> Iterator[list[Entry]]:
    piece: list[Entry] = []
    for run in told:
        if piece and len(piece) + len(run.entries) > MOST:
            yield piece
            piece = []
        piece += run.entries
    yield piece


def _size(told: Iterable[Run]) -> int:
    return sum(len(run.entries) for run in told)


def _year(run: Run) -> int:
    start = placed(run.entries[0]).start
    assert start is not None
    return civil(start)[0]
