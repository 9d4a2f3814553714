"""What was found in a text as JSON, in the keys that other programs use."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import orjson

from dateline.model import Clock, Doubt, Event, Interval, TimeExpression
from dateline.timex.values import iso_day

Record = dict[str, Any]

# `json.dumps` would make an encoder anew for every line.
on_one_line = json.JSONEncoder(ensure_ascii=False).encode


def indented(record: Record) -> bytes:
    """The record in UTF-8, for a reader too, and a line break behind it."""
    return orjson.dumps(record, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def found_record(expressions: Sequence[TimeExpression], events: Sequence[Event]) -> Record:
    """The expressions and events of one text."""
    return {
        "expressions": [expression_record(expression) for expression in expressions],
        "events": [event_record(event) for event in events],
    }


def expression_record(x: TimeExpression) -> Record:
    """An expression; offsets count code points, days are inclusive."""
    return {
        "text": x.text,
        "start": x.start,
        "end": x.end,
        "type": x.type,
        "value": x.value,
        "mod": x.mod,
        "interval": days(x.interval),
        "clock": clock_record(x.clock),
        "edtf": x.edtf,
        "grain": x.grain.name.lower().replace("_", " "),
        "role": x.role.value,
        "doubt": doubt_record(x.doubt),
        "why": list(x.why),
    }


def event_record(event: Event) -> Record:
    """An event; `when` is its outer bounds, in days, inclusive."""
    return {
        "what": event.what,
        "spans": [list(span) for span in event.spans],
        "subject": event.subject,
        "quote": event.quote,
        "expressions": list(event.expressions),
        "when": days(event.when),
        "begins": days(event.begins),
        "ends": days(event.ends),
        "edtf": event.edtf,
        "extent": event.extent,
        "status": event.status.value,
        "polarity": event.polarity,
        "modality": event.modality,
    }


def days(interval: Interval | None) -> list[str | None] | None:
    """The first and the last day of an interval, `None` for an open end."""
    if interval is None:
        return None
    start, last = interval.start, interval.last
    return [None if start is None else iso_day(start), None if last is None else iso_day(last)]


def clock_record(clock: Clock | None) -> Record | None:
    """The first and last local time, and the zone as written."""
    return None if clock is None else {"first": clock.first, "last": clock.last, "zone": clock.zone}


def doubt_record(doubt: Doubt | None) -> Record | None:
    """Why another reading is possible, and its days."""
    return None if doubt is None else {"reason": doubt.reason, "other": days(doubt.other)}
