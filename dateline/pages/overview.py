"""The drawing of a timeline as the templates see it: boxes in the units of an SVG, lying and standing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.catalogue import Catalogue
from dateline.model import Timeline
from dateline.overview import Drawing, Mark, Period, Silence, Stop, drawing, stops
from dateline.overview.drawing import COLUMN

Values = dict[str, Any]
Box = dict[str, float]


@dataclass(frozen=True, slots=True)
class Form:
    """The measures of a drawing: its line, its gaps, its lanes and its axis; `tall` where the line runs downwards.

    A label of the axis is shown where its stop holds it at `letter` units for each of its letters.
    """

    length: float
    gap: float
    least: float
    lane: float
    axis: float
    stop: float
    letter: float
    tall: bool


WIDE = Form(length=1000, gap=116, least=120, lane=13, axis=44, stop=62, letter=8.2, tall=False)
SHARED = Form(length=640, gap=92, least=70, lane=13, axis=10, stop=42, letter=0, tall=False)
TALL = Form(length=560, gap=44, least=70, lane=13, axis=108, stop=30, letter=0, tall=True)
EDGE = 8.0
# A standing drawing of few entries need not be as long as a phone's window.
SHORTEST = 150.0
THICK = 9.0
# A scale that is drawn over the whole of a phone's width.
BREADTH = 320.0


def overview_values(
    catalogue: Catalogue, timeline: Timeline, periods: Sequence[Period]
) -> Callable[[Sequence[Period], str], Values]:
    """The drawing lying for a wide page and standing for a narrow one.

    What is returned gives it to a page, by the periods as the page links to them, and the address of what follows it.
    """
    tall = replace(TALL, length=min(TALL.length, SHORTEST + TALL.least * len(timeline.entries)))
    forms = [(form, drawing(timeline, form.length, form.gap, form.least)) for form in (WIDE, tall)]
    shown = [_form_values(catalogue, drawn, form) for form, drawn in forms]
    words = catalogue.overview_words(timeline, periods)

    def seen(linked: Sequence[Period], behind: str) -> Values:
        stopped = [
            {**values, "stops": _stops(catalogue, linked, drawn, form)}
            for values, (form, drawn) in zip(shown, forms, strict=True)
        ]
        return {"words": words, "behind": behind, "forms": stopped}

    return seen


def share_values(catalogue: Catalogue, timeline: Timeline) -> Values:
    """The drawing for a picture: lying, without stops; `axis` is where its line is."""
    drawn = drawing(timeline, SHARED.length, SHARED.gap, SHARED.least)
    values = _form_values(catalogue, drawn, SHARED)
    return values | {"axis": values["height"] - SHARED.axis - EDGE / 2}


def _depth(drawn: Drawing, form: Form) -> float:
    return max(drawn.lanes, 2) * form.lane + (form.lane * 2 if drawn.columns else 0)


def _stops(catalogue: Catalogue, periods: Sequence[Period], drawn: Drawing, form: Form) -> list[Values]:
    depth = _depth(drawn, form)
    return [_stop_values(catalogue, stop, form, depth) for stop in stops(periods, drawn.scale, form.stop)]


def _form_values(catalogue: Catalogue, drawn: Drawing, form: Form) -> Values:
    depth = _depth(drawn, form)
    return {
        "name": "tall" if form.tall else "wide",
        "width": max(BREADTH, depth + form.axis + EDGE) if form.tall else form.length + 2 * EDGE,
        "height": form.length + 2 * EDGE if form.tall else depth + form.axis + EDGE,
        "marks": [_mark_values(mark, form, depth) for mark in drawn.marks],
        "columns": _columns(drawn, form, depth),
        "datelines": [_point(at, _from_axis(-4, form, depth), form) for at in drawn.datelines],
        "silences": [_silence_values(catalogue, silence, form, depth) for silence in drawn.silences],
        "stops": [],
    }


def _mark_values(mark: Mark, form: Form, depth: float) -> Values:
    across = _from_axis((mark.lane + 0.5) * form.lane, form, depth)
    middle = _point((mark.start + mark.stop) / 2, across, form)
    ends = (mark.start, mark.stop)
    return {
        "id": mark.id,
        "point": mark.point,
        "hollow": mark.hollow,
        "centre": middle,
        "reach": _box(*ends, across, THICK, form),
        "sure": _box(*mark.sure, across, THICK, form) if mark.sure and not mark.hollow else None,
        "arrows": [
            _arrow(at, across, sign, form)
            for at, sign, opens in zip(ends, (-1, 1), (mark.opens_left, mark.opens_right), strict=True)
            if opens
        ],
    }


def _columns(drawn: Drawing, form: Form, depth: float) -> list[Box]:
    """What is too crowded for marks, as columns that stand on the far side of the lanes, the tallest two lanes high."""
    most = max((count for _, count in drawn.columns), default=1)
    far = depth
    found = []
    for start, count in drawn.columns:
        height = 2 * form.lane * count / most
        across = _from_axis(far - height / 2, form, depth)
        found.append(_box(start, start + COLUMN - 2, across, height, form))
    return found


def _silence_values(catalogue: Catalogue, silence: Silence, form: Form, depth: float) -> Values:
    days = silence.last + 1 - silence.first
    length = catalogue.length_words(days)
    # Its words need more room than the few lanes of a standing drawing may have.
    depth = max(depth, BREADTH - form.axis - EDGE) if form.tall else depth
    across = depth / 2
    return {
        "box": _box(silence.start, silence.stop, _from_axis(across, form, depth), depth, form),
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
    corners = ((along, across - THICK / 2), (along + sign * 5, across), (along, across + THICK / 2))
    points = [_point(*corner, form) for corner in corners]
    return " ".join(f"{point['x']},{point['y']}" for point in points)
