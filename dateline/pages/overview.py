"""The drawing of a timeline as the templates see it: boxes in the units of an SVG, lying and standing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.catalogue import Catalogue
from dateline.model import Timeline
from dateline.overview import Drawing, Mark, Period, Silence, Stop, drawing, stops
from dateline.overview.drawing import COLUMN, POINT

Values = dict[str, Any]
Box = dict[str, float]


@dataclass(frozen=True, slots=True)
class Form:
    """The measures of a drawing: its line, its gaps, its lanes and its axis; `tall` where the line runs downwards.

    A label of the axis is shown where its stop holds it at `letter` units for each of its letters; the words in a
    silence take `words` units across the line.
    """

    length: float
    gap: float
    least: float
    lane: float
    axis: float
    stop: float
    letter: float
    words: float
    tall: bool


WIDE = Form(length=1000, gap=116, least=120, lane=13, axis=44, stop=62, letter=8.2, words=38, tall=False)
SHARED = Form(length=640, gap=92, least=70, lane=13, axis=10, stop=42, letter=0, words=38, tall=False)
TALL = Form(length=560, gap=44, least=70, lane=13, axis=108, stop=30, letter=0, words=92, tall=True)
EDGE = 8.0
# A standing drawing of few entries need not be as long as a phone's window.
SHORTEST = 150.0
# How thick a mark is in its lane, and how high the tallest column.
THICK = 0.7
TALLEST = 26.0
# A scale that is drawn over the whole of a phone's width.
BREADTH = 320.0


def overview_values(
    catalogue: Catalogue, timeline: Timeline, periods: Sequence[Period]
) -> Callable[[Sequence[Period], str], Values]:
    """The drawing lying for a wide page and standing for a narrow one.

    What is returned gives it to a page, by the periods as the page links to them, and the address of what follows it.
    """
    tall = replace(TALL, length=min(TALL.length, SHORTEST + TALL.least * len(timeline.entries)))
    forms = [_drawn(timeline, form) for form in (WIDE, tall)]
    shown = [_form_values(catalogue, drawn, form) for form, drawn in forms]
    words = catalogue.overview_words(timeline, periods)

    def seen(linked: Sequence[Period], behind: str) -> Values:
        stopped = [
            {**values, "stops": _stops(catalogue, linked, drawn, form), "here": _here(linked, drawn, form)}
            for values, (form, drawn) in zip(shown, forms, strict=True)
        ]
        return {"words": words, "behind": behind, "forms": stopped, "leaf": stopped[0]["here"] is not None}

    return seen


def share_values(catalogue: Catalogue, timeline: Timeline) -> Values:
    """The drawing for a picture: lying, without stops; `axis` is where its line is."""
    form, drawn = _drawn(timeline, SHARED)
    values = _form_values(catalogue, drawn, form)
    return values | {"axis": values["height"] - form.axis - EDGE / 2}


def _drawn(timeline: Timeline, form: Form) -> tuple[Form, Drawing]:
    """The drawing, and the form with lanes as wide as its marks need them."""
    drawn = drawing(timeline, form.length, form.gap, form.least)
    return replace(form, lane=form.lane * drawn.point / POINT), drawn


def _depth(drawn: Drawing, form: Form) -> float:
    """How far the lanes reach, with columns that stand on them, and words in silences above what crosses these."""
    lanes = max(drawn.lanes * form.lane, 2 * WIDE.lane) + (TALLEST if drawn.columns else 0)
    words = max((_crossed(silence, drawn, form) + form.words for silence in drawn.silences), default=0)
    return max(lanes, words, BREADTH - form.axis - EDGE if form.tall else 0)


def _crossed(silence: Silence, drawn: Drawing, form: Form) -> float:
    """How far from the axis marks reach across a silence."""
    lanes = (mark.lane + 1 for mark in drawn.marks if mark.start < silence.stop and silence.start < mark.stop)
    return max(lanes, default=0) * form.lane


def _here(linked: Sequence[Period], drawn: Drawing, form: Form) -> Box | None:
    """The stretch of the line that is told on the page itself, where other pages tell of the rest."""
    own = [at for at, period in enumerate(linked) if _is_here(period)]
    if len(own) in (0, len(linked)):
        return None
    depth = _depth(drawn, form)
    start = drawn.scale.at(linked[own[0]].begins)
    stop = drawn.scale.at(linked[own[-1] + 1].begins) if own[-1] + 1 < len(linked) else drawn.length
    return _box(start, stop, _from_axis(depth / 2, form, depth), depth, form)


def _is_here(period: Period) -> bool:
    return period.href.startswith("#")


def _stops(catalogue: Catalogue, periods: Sequence[Period], drawn: Drawing, form: Form) -> list[Values]:
    depth = _depth(drawn, form)
    return [_stop_values(catalogue, stop, form, depth) for stop in stops(periods, drawn.scale, form.stop)]


def _form_values(catalogue: Catalogue, drawn: Drawing, form: Form) -> Values:
    depth = _depth(drawn, form)
    return {
        "name": "tall" if form.tall else "wide",
        "width": depth + form.axis + EDGE if form.tall else form.length + 2 * EDGE,
        "height": form.length + 2 * EDGE if form.tall else depth + form.axis + EDGE,
        "point": round(drawn.point, 1),
        "points": _points([mark for mark in drawn.marks if _is_plain(mark)], form, depth),
        "marks": [_mark_values(mark, form, depth) for mark in drawn.marks if not _is_plain(mark)],
        "columns": _columns(drawn, form, depth),
        "datelines": [_point(at, _from_axis(-3, form, depth), form) for at in drawn.datelines],
        "silences": [_silence_values(catalogue, silence, drawn, form) for silence in drawn.silences],
        "stops": [],
        "here": None,
    }


def _is_plain(mark: Mark) -> bool:
    """Whether the mark is a dot: a known day, on which something happened."""
    return mark.point and not (mark.hollow or mark.opens_left or mark.opens_right)


def _points(marks: Iterable[Mark], form: Form, depth: float) -> str:
    """Dots as one path, each a line without length whose round ends are drawn."""
    places = (_mark_centre(mark, form, depth) for mark in marks)
    return "".join(f"M{place['x']:g} {place['y']:g}h0" for place in places)


def _mark_centre(mark: Mark, form: Form, depth: float) -> Box:
    return _point((mark.start + mark.stop) / 2, _from_axis((mark.lane + 0.5) * form.lane, form, depth), form)


def _mark_values(mark: Mark, form: Form, depth: float) -> Values:
    across, thick = _from_axis((mark.lane + 0.5) * form.lane, form, depth), THICK * form.lane
    ends = (mark.start, mark.stop)
    return {
        "id": mark.id,
        "point": mark.point,
        "hollow": mark.hollow,
        "centre": _mark_centre(mark, form, depth),
        "reach": _box(*ends, across, thick, form),
        "sure": _box(*mark.sure, across, thick, form) if mark.sure and not mark.hollow else None,
        "arrows": [
            _arrow(at, across, sign, form)
            for at, sign, opens in zip(ends, (-1, 1), (mark.opens_left, mark.opens_right), strict=True)
            if opens
        ],
    }


def _columns(drawn: Drawing, form: Form, depth: float) -> list[Box]:
    """What is too crowded for marks, as columns that stand on the lanes."""
    most = max((count for _, count in drawn.columns), default=1)
    found = []
    for start, count in drawn.columns:
        height = TALLEST * count / most
        across = _from_axis(drawn.lanes * form.lane + height / 2, form, depth)
        found.append(_box(start, start + COLUMN - 2, across, height, form))
    return found


def _silence_values(catalogue: Catalogue, silence: Silence, drawn: Drawing, form: Form) -> Values:
    days, depth = silence.last + 1 - silence.first, _depth(drawn, form)
    length = catalogue.length_words(days)
    across = (_crossed(silence, drawn, form) + depth) / 2
    return {
        "box": _box(silence.start, silence.stop, _from_axis(depth / 2, form, depth), depth, form),
        "centre": _point((silence.start + silence.stop) / 2, _from_axis(across, form, depth), form),
        "words": _two_lines(catalogue.later_words(days + 1, silence.exact) if silence.untold else length),
    }


def _two_lines(words: str) -> list[str]:
    """ "At least 12" above "years later", "12" above "years"."""
    parts = words.split(" ")
    above = max(1, len(parts) - 2)
    return [" ".join(parts[:above]), " ".join(parts[above:])]


def _stop_values(catalogue: Catalogue, stop: Stop, form: Form, depth: float) -> Values:
    full, short = catalogue.stop_words(stop.periods)
    across = _from_axis(-form.axis / 2, form, depth)
    lines = _lines(short, stop.length - 4, form)
    # Its name has the words that are shown (WCAG 2.2, 2.5.3).
    name = short.replace("– ", "–") if lines else full
    return {
        "href": stop.periods[0].href,
        "here": _is_here(stop.periods[0]),
        "name": f"{name}: {catalogue.entry_counts(sum(period.entries for period in stop.periods))}",
        "lines": lines,
        "box": _box(stop.start, stop.start + stop.length, across, form.axis, form),
        "centre": _point(stop.start + stop.length / 2, across, form),
    }


def _lines(label: str, room: float, form: Form) -> list[str]:
    """The label in one line, else in two, else not at all."""
    one, two = label.replace("– ", "–"), label.rsplit(" ", 1)
    return next((lines for lines in ([one], two) if max(map(len, lines)) * form.letter <= room), [])


def _from_axis(distance: float, form: Form, depth: float) -> float:
    """How far across lies what is so far from the axis: a lying drawing stands on its axis, a standing one hangs."""
    return form.axis + distance if form.tall else EDGE / 2 + depth - distance


def _point(along: float, across: float, form: Form) -> Box:
    x, y = (across, along + EDGE) if form.tall else (along + EDGE, across)
    return {"x": round(x, 1), "y": round(y, 1)}


def _box(start: float, stop: float, across: float, thick: float, form: Form) -> Box:
    corner = _point(start, across - thick / 2, form)
    length, thick = round(stop - start, 1), round(thick, 1)
    width, height = (thick, length) if form.tall else (length, thick)
    return {**corner, "width": width, "height": height}


def _arrow(along: float, across: float, sign: int, form: Form) -> str:
    """The points of an arrow's head at one end of a mark."""
    half = THICK * form.lane / 2
    corners = ((along, across - half), (along + sign * 5, across), (along, across + half))
    points = [_point(*corner, form) for corner in corners]
    return " ".join(f"{point['x']},{point['y']}" for point in points)
