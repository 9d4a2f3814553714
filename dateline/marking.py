"""Markup set into an article's HTML around spans of its plain text."""

from __future__ import annotations

import html
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.model import Article, Markup, Run
from dateline.pieces import BLOCKS, TAG_NAME, VOID, Pieces

Mark = tuple[int, int, str, str]
"""`(start, end, open, close)`: markup to set around `article.text[start:end]`."""


class _Place(NamedTuple):
    """Where to write: at an offset into a run's span, or before (0) or behind (1) a piece of markup."""

    piece: int
    offset: int


Wrap = tuple[_Place, _Place]


def marked_html(article: Article, marks: Sequence[Mark] = ()) -> str:
    """The article's HTML, well-formed, with each mark's `open` and `close` around its span of the plain text.

    Marks may come in any order; raises `ValueError` where two overlap. A span that begins or ends inside other markup
    ("a *very late* evening" marked from "late" on) is wrapped run by run, so `open` may occur more than once.
    """
    return html_of(article.text, article.pieces, marks)


def html_of(text: str, pieces: Pieces, marks: Sequence[Mark] = ()) -> str:
    """The HTML of a text in pieces, as `marked_html` writes an article's."""
    runs = [(index, piece) for index, piece in enumerate(pieces) if isinstance(piece, Run)]
    starts, ends = [run.start for _, run in runs], [run.end for _, run in runs]
    inserts: dict[int, list[tuple[int, str]]] = {}
    last = 0
    for start, end, opening, closing in sorted(marks):
        if start < last:
            raise ValueError(f"two marks overlap at {start}")
        last = max(end, last)
        touched = runs[bisect_right(ends, start) : bisect_left(starts, end)]
        for before, behind in _wraps(text, pieces, touched, start, end):
            inserts.setdefault(before.piece, []).append((before.offset, opening))
            inserts.setdefault(behind.piece, []).append((behind.offset, closing))
    return "".join(_written(text, pieces, inserts))


def _wraps(text: str, pieces: Pieces, runs: Sequence[tuple[int, Run]], start: int, end: int) -> Iterator[Wrap]:
    """Where to open and close a mark: once around the whole, or around each run that holds words."""
    spans = [(index, max(start, run.start), min(end, run.end)) for index, run in runs]
    spans = [span for span in spans if text[span[1] : span[2]].strip()]
    if not spans:
        return
    (first, begin, _), (last, _, finish) = spans[0], spans[-1]
    whole = _whole(pieces, _Place(first, begin), _Place(last, finish))
    if whole:
        yield whole
        return
    for index, begin, finish in spans:
        yield _Place(index, begin), _Place(index, finish)


def _whole(pieces: Pieces, first: _Place, last: _Place) -> Wrap | None:
    """The places around a span whose markup is balanced, widened over tags that hug it; `None` where it cannot be."""
    missing, open_tags = 0, 0
    for piece in pieces[first.piece + 1 : last.piece]:
        kind = _kind(piece)
        if kind is None:
            return None
        open_tags += kind
        if open_tags < 0:
            missing, open_tags = missing + 1, 0
    before, behind = first.piece - missing, last.piece + open_tags
    if missing and (
        first.offset != _start(pieces[first.piece]) or not _all_of(pieces[max(before, 0) : first.piece], 1)
    ):
        return None
    if open_tags and (last.offset != _end(pieces[last.piece]) or not _all_of(pieces[last.piece + 1 : behind + 1], -1)):
        return None
    return (_Place(before, 0) if missing else first, _Place(behind, 1) if open_tags else last)


def _all_of(pieces: Pieces, kind: int) -> bool:
    return all(_kind(piece) == kind for piece in pieces)


def _start(piece: Markup | Run) -> int:
    return piece.start if isinstance(piece, Run) else 0


def _end(piece: Markup | Run) -> int:
    return piece.end if isinstance(piece, Run) else 0


def _kind(piece: Markup | Run) -> int | None:
    """1 for a tag that opens, -1 for one that closes, 0 for what is whole in itself, `None` for the edge of a block."""
    if isinstance(piece, Run):
        return 0
    name = TAG_NAME.match(piece.html)
    if name is None or name[1] in VOID - BLOCKS:
        return 0
    if name[1] in BLOCKS:
        return None
    if piece.html.startswith("</"):
        return -1
    return 0 if "</" in piece.html else 1


def _written(text: str, pieces: Pieces, inserts: Mapping[int, Sequence[tuple[int, str]]]) -> Iterator[str]:
    for index, piece in enumerate(pieces):
        added = inserts.get(index, ())
        if isinstance(piece, Markup):
            yield from (markup for offset, markup in added if offset == 0)
            yield piece.html
            yield from (markup for offset, markup in added if offset == 1)
            continue
        position = piece.start
        for offset, markup in added:
            yield html.escape(text[position:offset], quote=False)
            yield markup
            position = offset
        yield html.escape(text[position : piece.end], quote=False)
