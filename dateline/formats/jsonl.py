"""The batch door: one JSON object a line in, one a line out, in the same order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, NoReturn

from dateline.events.counted import counted
from dateline.events.extract import events
from dateline.formats.json import Record, found_record, on_one_line
from dateline.lede import text_dateline
from dateline.model import Conventions, Dateline
from dateline.timex.tagger import tag

HEMISPHERES = {"north": False, "south": True}
DATE_ORDERS: dict[str, Literal["mdy", "dmy", ""]] = {"mdy": "mdy", "dmy": "dmy", "": ""}
READINGS: dict[str, Literal["news", "history", ""]] = {"news": "news", "history": "history", "": ""}


def answers(lines: Iterable[bytes], given: Mapping[str, str]) -> Iterator[tuple[bytes, bool]]:
    """For each line what was found in its text, and whether it could be read; a bad line gives its id and the error.

    `given` holds the keys for the lines that leave them out.
    """
    for line in lines:
        record: Record = {"id": None}
        try:
            asked = json.loads(line.decode("utf-8-sig"), parse_constant=_refused)
            if not isinstance(asked, dict):
                raise ValueError('a line must be an object: {"id": …, "date": "2016-04-15", "text": "…"}')
            record = {"id": asked.get("id")}
            yield _line({**record, **_found({**given, **asked})}), True
        except Exception as error:  # noqa: BLE001  one line that breaks the tagger may not lose the others
            yield _line({**record, "error": _words(error)}), False


def dateline_of(value: object, place: str = "") -> Dateline:
    """A day, or a day and time, as ISO 8601 writes it; raises ValueError where it is neither."""
    if not isinstance(value, str):
        raise ValueError('"date" must be a day such as "2016-04-15"')
    try:
        if len(value) == len("2016-04-15"):
            return Dateline(date.fromisoformat(value), None, place)
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f'"date" is no day: "{value}"; write it as in "2016-04-15"') from None
    return Dateline(moment.date(), moment, place)


def _found(asked: Mapping[str, Any]) -> Record:
    text = asked.get("text")
    if not isinstance(text, str):
        raise ValueError('"text" must be a string')
    dateline, conventions = dateline_of(asked.get("date")), conventions_of(asked)
    found = text_dateline(text)
    tagged = tag(text, dateline, conventions, found.lede if found else 0)
    expressions = counted(text, tagged, dateline, conventions)
    return found_record(expressions, events(text, expressions, dateline, conventions))


def conventions_of(asked: Mapping[str, Any]) -> Conventions:
    """What the line sets of what a newsroom takes for granted; raises ValueError where a value is none."""
    standard = Conventions()
    hemisphere = str(asked.get("hemisphere") or "north")
    if hemisphere not in HEMISPHERES:
        raise ValueError('"hemisphere" must be "north" or "south"')
    month = asked.get("fiscal_year_start") or 1
    if not isinstance(month, int) or not 1 <= month <= 12:
        raise ValueError('"fiscal_year_start" must be a month from 1 to 12')
    order = str(asked.get("date_order") or "")
    if order not in DATE_ORDERS:
        raise ValueError('"date_order" must be "mdy" or "dmy"')
    reading = str(asked.get("reading") or "")
    if reading not in READINGS:
        raise ValueError('"reading" must be "news" or "history"')
    lang, country = asked.get("lang") or standard.lang, asked.get("country") or standard.country
    if not isinstance(lang, str) or not isinstance(country, str):
        raise ValueError('"lang" and "country" must be codes such as "en" and "US"')
    return Conventions(lang, country, HEMISPHERES[hemisphere], month, DATE_ORDERS[order], READINGS[reading])


def _line(record: Record) -> bytes:
    try:
        return on_one_line(record).encode() + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can escape and UTF-8 cannot hold
        return json.dumps(record).encode() + b"\n"


def _words(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"the line is not UTF-8 (byte {error.start + 1})"
    if isinstance(error, json.JSONDecodeError):
        return f"the line is no JSON: {error.msg} (column {error.colno})"
    if isinstance(error, RecursionError):
        return "the line is nested too deep"
    return str(error) if isinstance(error, ValueError) else f"the tagger failed: {type(error).__name__}: {error}"


def _refused(constant: str) -> NoReturn:
    raise ValueError(f"the line is no JSON: {constant}")
