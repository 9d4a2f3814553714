"""Dateline's own JSON and CSV, read as events; each article's report becomes the event that was made of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.eventlists import KNOWN
from dateline.formats.table import bare_cell
from dateline.importing.found import MOST, Found, Source

Record = dict[str, Any]
LEFT = "the reports of an event, with their articles"


def read_record(source: Source, record: Mapping[str, Any]) -> Found:
    """The events of `timeline.json`."""
    found = Found(title=str(record.get("title") or ""))
    events = record["events"]
    if not isinstance(events, list) or len(events) > MOST:
        raise source.refuse(f"`events` is no list of at most {MOST:,}", "Export the timeline again.")
    for number, event in enumerate(events, 1):
        if not isinstance(event, Mapping):
            raise source.refuse(f"event {number} is no object", "Export the timeline again.")
        imported = event.get("imported") or {}
        clock = event.get("clock") or {}
        hours = "-".join(dict.fromkeys(str(clock[key]) for key in ("first", "last") if clock.get(key)))
        told: Record = {key: event.get(key) for key in KNOWN if key not in ("date", "clock")}
        told |= {key: imported.get(key) for key in ("text", "group", "uid", "kind", "links")}
        told |= {
            "date": event.get("edtf") or _between(event.get("when")),
            "clock": f"{hours} {clock.get('zone') or ''}".strip(),
            "shown": imported.get("date"),
        }
        found.losses[LEFT] += bool(event.get("mentions"))
        read = source.event(told, 1)
        found.events.extend([read] if read else [])
    return found


def _between(days: object) -> str:
    if not isinstance(days, list) or len(days) != 2:
        return ""
    first, last = (str(day or "..") for day in days)
    return first if first == last else f"{first}/{last}"


def read_rows(source: Source, rows: Iterator[tuple[int, Mapping[str, str]]]) -> Found:
    """The events of `timeline.csv`."""
    found = Found()
    for line, row in rows:
        cells: Record = {name: bare_cell(cell) for name, cell in row.items() if name and cell}
        if not cells:
            continue
        try:
            links = json.loads(cells.get("links") or "[]")
        except ValueError:
            raise source.refuse("`links` is no JSON", "Empty the cell, or export again.", line) from None
        found.losses[LEFT] += cells.get("origin") == "article"
        told = {key: cells.get(key) for key in KNOWN} | {"date": cells.get("edtf"), "links": links}
        read = source.event(told, line)
        found.events.extend([read] if read else [])
    return found
