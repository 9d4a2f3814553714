"""Where each entry lies along the line, and how much of it is certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import NamedTuple

from dateline.model import Day, Entry, Status, Timeline
from dateline.overview.scale import Scale, scale
from dateline.timeline.order import placed

MOST_LANES = 16
# How long a single day is drawn, and how far marks of one lane stay apart, in shares of it.
POINT, APART = 10.0, 0.4
# Of more entries than these the marks are smaller, down to a share of their size, and so have more lanes.
FEW, SMALLEST = 400, 0.35
COLUMN = 12.0


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry on the line, from `start` to `stop`, in a lane counted from 0.

    `sure` is the part in which it certainly lasted; `point` says that it is a single day. `hollow` marks what has not
    happened. `opens_left` and `opens_right` say that it may reach further.
    """

    id: str
    start: float
    stop: float
    sure: tuple[float, float] | None
    point: bool
    hollow: bool
    opens_left: bool
    opens_right: bool
    lane: int = 0


class Silence(NamedTuple):
    """A gap of the line, from `start` to `stop`, and the days left out.

    `untold` where no entry reaches across; `exact` where what stands before and behind it are known days.
    """

    start: float
    stop: float
    first: Day
    last: Day
    untold: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline on a line of `length` units: its marks, and what is too crowded for marks counted in columns.

    A single day is `point` long. `columns` holds the start of a column of `COLUMN` units and its count. `datelines`
    says where the days lie on which the articles were filed.
    """

    length: float
    point: float
    lanes: int
    marks: tuple[Mark, ...]
    columns: tuple[tuple[float, int], ...]
    datelines: tuple[float, ...]
    silences: tuple[Silence, ...]
    scale: Scale


def drawing(timeline: Timeline, length: float, gap: float, least: float) -> Drawing:
    """The timeline on a line of that length; each silence is `gap` long, each stretch between at least `least`."""
    entries = timeline.entries
    articles = [m.dated.article for entry in entries for m in entry.mentions]
    # The day on which a list was imported is no news.
    filed = sorted({article.dateline.day.toordinal() for article in articles if article.imported is None})
    spans = [_span(entry, _as_of(entries, filed)) for entry in entries]
    line = scale([*filed, *(day for first, last in spans for day in (first, last))], length, gap, least)
    size = min(1.0, max(SMALLEST, sqrt(FEW / max(len(entries), 1))))
    marks, crowded = _in_lanes(
        [_mark(entry, span, line, POINT * size) for entry, span in zip(entries, spans, strict=True)], size
    )
    return Drawing(
        length=length,
        point=POINT * size,
        lanes=max((mark.lane + 1 for mark in marks), default=0),
        marks=tuple(marks),
        columns=_columns(crowded),
        datelines=tuple(line.at(day) for day in filed),
        silences=tuple(_silence(first, end, spans, line) for first, end in line.silences),
        scale=line,
    )


def _as_of(entries: Iterable[Entry], filed: Sequence[Day]) -> Day:
    """The day of the last article; where there is none, the last day told of."""
    ends = (entry.when.start if entry.when.last is None else entry.when.last for entry in entries)
    return filed[-1] if filed else max(filter(None, ends), default=0)


def _span(entry: Entry, as_of: Day) -> tuple[Day, Day]:
    """The first and the last day drawn; what still goes on is drawn as far as the last article.

    What was over when it was told, and nobody says since when, is drawn as far as the article that tells it.
    """
    where = placed(entry)
    assert where.start is not None
    if where.last is not None:
        return where.start, where.last
    told = as_of if entry.status is not Status.HAPPENED else min(as_of, _reported(entry))
    return where.start, max(where.start, told)


def _reported(entry: Entry) -> Day:
    """The day of the last article that tells it."""
    return max(mention.dated.article.dateline.day.toordinal() for mention in entry.mentions)


def _silence(first: Day, end: Day, spans: Sequence[tuple[Day, Day]], line: Scale) -> Silence:
    untold = not any(start < first and end <= last for start, last in spans)
    exact = all(start == last for start, last in spans if last + 1 == first or start == end)
    return Silence(line.at(first), line.at(end), first, end - 1, untold, exact)


def _mark(entry: Entry, span: tuple[Day, Day], line: Scale, least: float) -> Mark:
    first, last = span
    start, stop = line.at(first), line.at(last + 1)
    point = first == last and entry.when.start is not None and entry.when.end is not None
    if point or stop - start < least:
        middle = (start + stop) / 2
        start, stop = middle - least / 2, middle + least / 2
    return Mark(
        id=entry.id,
        start=start,
        stop=stop,
        sure=_sure(entry, last, line),
        point=point,
        hollow=entry.status is Status.PLANNED or entry.modality is not None or entry.polarity == "NEG",
        opens_left=entry.when.start is None and entry.status is not Status.PLANNED,
        opens_right=entry.when.end is None,
    )


def _sure(entry: Entry, last: Day, line: Scale) -> tuple[float, float] | None:
    """From the end of when it may have begun to the start of when it may have ended."""
    if entry.extent != "throughout":
        return None
    begun = entry.begins.end if entry.begins else entry.when.start
    ended = entry.ends.start if entry.ends else last + 1
    if entry.when.end is None and entry.ends is None:
        # How it went on behind its last report is not known, nor how long what is over lasted.
        ended = None if entry.status is Status.HAPPENED else min(last, _reported(entry)) + 1
    if begun is None or ended is None or ended <= begun:
        return None
    return line.at(begun), line.at(ended)


def _in_lanes(marks: Sequence[Mark], size: float) -> tuple[list[Mark], list[Mark]]:
    """Each mark in the first lane that is free where it starts; the marks that no lane has room for."""
    free = [float("-inf")] * int(MOST_LANES / size)
    apart = POINT * size * APART
    laid: list[Mark] = []
    crowded: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.stop)):
        lane = next((lane for lane, stop in enumerate(free) if stop + apart <= mark.start), None)
        if lane is None:
            crowded.append(mark)
        else:
            free[lane] = mark.stop
            laid.append(replace(mark, lane=lane))
    return laid, crowded


def _columns(crowded: Iterable[Mark]) -> tuple[tuple[float, int], ...]:
    counts = Counter(int((mark.start + mark.stop) / 2 // COLUMN) for mark in crowded)
    return tuple((column * COLUMN, count) for column, count in sorted(counts.items()))
