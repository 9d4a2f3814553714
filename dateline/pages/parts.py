"""A long list on several pages: neighbouring sections together while they are few, a crowded one in pieces."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil
from typing import NamedTuple, TypeVar

from dateline.catalogue import Catalogue
from dateline.slugs import slug_of

MOST = 600
"""What one page lists."""

Row = TypeVar("Row")
Keys = tuple[int, ...]


class Part(NamedTuple):
    """One page of a list: the sections it holds, by their keys; of one that is in `pieces`, the piece, from 0."""

    label: str
    keys: Keys
    piece: int
    pieces: int
    rows: int

    @property
    def file(self) -> str:
        """The name of its page, beside the first page of the list."""
        return f"{slug_of(self.label)}.html"


def parts(catalogue: Catalogue, sizes: Mapping[int, int], named: Callable[[Keys], str], most: int = MOST) -> list[Part]:
    """The pages of a list whose sections, by their keys, hold so many rows; none where one page holds them all.

    `named` gives the label of neighbouring sections.
    """
    if sum(sizes.values()) <= most:
        return []
    found: list[Part] = []
    waiting: list[int] = []
    for key in sizes:
        if waiting and sum(sizes[each] for each in (*waiting, key)) > most:
            found.append(_whole(waiting, sizes, named))
            waiting = []
        if sizes[key] > most:
            found += _pieces(catalogue, key, sizes[key], named((key,)), most)
        else:
            waiting.append(key)
    return [*found, _whole(waiting, sizes, named)] if waiting else found


def _whole(keys: Sequence[int], sizes: Mapping[int, int], named: Callable[[Keys], str]) -> Part:
    return Part(named(tuple(keys)), tuple(keys), 0, 1, sum(sizes[key] for key in keys))


def _pieces(catalogue: Catalogue, key: int, rows: int, name: str, most: int) -> list[Part]:
    pieces = ceil(rows / most)
    spread = [len(range(piece, rows, pieces)) for piece in range(pieces)]
    labels = [catalogue.part_words(name, piece, pieces) for piece in range(1, pieces + 1)]
    return [Part(label, (key,), at, pieces, held) for at, (label, held) in enumerate(zip(labels, spread, strict=True))]


def held(rows: Sequence[Row], part: Part) -> Sequence[Row]:
    """Those rows of a part's sections that stand on its page."""
    sizes = [len(range(piece, len(rows), part.pieces)) for piece in range(part.pieces)]
    start = sum(sizes[: part.piece])
    return rows[start : start + sizes[part.piece]]
