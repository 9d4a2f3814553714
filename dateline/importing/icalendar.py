"""iCalendar (RFC 5545): the events of a calendar."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from html import escape
from typing import Any

from dateline.formats.icalendar import RECORD
from dateline.importing.found import MOST, Found, Source
from dateline.keys import is_web_address

Record = dict[str, Any]
CARRIED = {"UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "URL", "STATUS", "CATEGORIES",
           "TRANSP", "LOCATION", RECORD}  # fmt: skip
QUIET = {"CREATED", "LAST-MODIFIED", "SEQUENCE", "CLASS", "PRIORITY"}
TIMES_OF_DAYS = "the times of day of what lasts longer than a day"


def read_calendar(source: Source) -> Found:
    """The events of a calendar; raises `ModuleNotFoundError` without the extra."""
    from icalendar import Calendar  # noqa: PLC0415  takes longer to import than a site to build, and of the extra

    try:
        calendar = Calendar.from_ical(source.text)
    except Exception as error:  # broken lines make the library raise whatever they lead it to
        known = isinstance(error, ValueError | IndexError | KeyError)
        words = " ".join(str(error).split())[:120] if known else "one of its lines is broken"
        raise source.refuse(f"this is no iCalendar: {words}", "Export the calendar again.") from error
    found = Found(title=str(calendar.get("NAME") or calendar.get("X-WR-CALNAME") or ""))
    told = calendar.walk("VEVENT") + calendar.walk("VJOURNAL")
    if len(told) > MOST:
        raise source.refuse(f"this calendar holds more than {MOST:,} events", "Export a shorter time of it.")
    for kind in ("VTODO", "VALARM", "VFREEBUSY"):
        found.losses[f"a {kind}"] += len(calendar.walk(kind))
    for component in told:
        record = _own(component) or _record(component, found)
        read = source.event(record, 1) if record else None
        found.events.extend([read] if read else [])
    return found


def _own(component: Any) -> Record | None:
    """The event that Dateline itself wrote, where nobody has changed it since."""
    try:
        kept = json.loads(str(component.get(RECORD) or ""))
        event, summary, days = kept["event"], kept["summary"], kept["days"]
    except (ValueError, KeyError, TypeError):
        return None
    known = [_compact(component, name) for name in ("DTSTART", "DTEND")] if component.get("DTSTART") else None
    same = isinstance(event, dict) and summary == str(component.get("SUMMARY") or "") and days == known
    return event if same else None


def _compact(component: Any, name: str) -> str:
    moment = _value(component, name)
    return moment.isoformat().replace("-", "") if isinstance(moment, date) else ""


def _value(component: Mapping[str, Any], name: str) -> date | datetime | timedelta | None:
    """The first day, moment or duration of a name; `None` where there is none that can be read."""
    written = component.get(name)
    first = written[0] if isinstance(written, list) and written else written
    # The library keeps what it could not read as text, which has no such attribute, and says so in ways of its own.
    value = None if isinstance(first, str) else getattr(first, "dt", None)
    return value if isinstance(value, date | timedelta) else None


def _record(component: Mapping[str, Any], found: Found) -> Record | None:
    """An event under the keys of a list; counts what has no place there."""
    start = _value(component, "DTSTART")
    if not isinstance(start, date):
        found.losses["an entry without a day"] += 1
        return None
    for key in sorted(component.keys() - CARRIED - QUIET):
        found.losses["a repetition: its first time only is here" if key == "RRULE" else f"{key} of an event"] += 1
    status, url = str(component.get("STATUS") or ""), str(component.get("URL") or "")
    place = str(component.get("LOCATION") or "")
    words = [part for part in (str(component.get("DESCRIPTION") or ""), place) if part]
    categories = component.get("CATEGORIES")
    groups = [] if isinstance(categories, str) else [str(group) for group in getattr(categories, "cats", ())]
    found.losses["categories beyond the first"] += len(groups) > 1
    return {
        **_when(start, component, found),
        "what": " ".join(str(component.get("SUMMARY") or "").split()) or "Untitled",
        "text": "".join(f"<p>{escape(part, quote=False)}</p>" for part in words),
        "uid": str(component.get("UID") or ""),
        "group": groups[0] if groups else "",
        "polarity": "NEG" if status == "CANCELLED" else "",
        "modality": "tentative" if status == "TENTATIVE" else "",
        "links": [{"href": url}] if is_web_address(url) else [],
    }


def _when(start: date | datetime, component: Mapping[str, Any], found: Found) -> Record:
    """The days of an event, and its clock where it lies within one; a whole day's end is exclusive."""
    end = _end(start, component)
    found.losses["an end that cannot be read"] += end is None and ("DTEND" in component or "DURATION" in component)
    if not isinstance(start, datetime):
        last = _last_day(end) if end else start
        return {"date": _days(start, max(start, last))}
    last_moment = end if isinstance(end, datetime) and _is_later(end, start) else start
    if last_moment.date() != start.date():
        found.losses[TIMES_OF_DAYS] += 1
        return {"date": _days(start.date(), last_moment.date())}
    hours = dict.fromkeys(f"{moment:%H:%M}" for moment in (start, last_moment))
    return {"date": start.date().isoformat(), "clock": f"{'-'.join(hours)} {_zone(start, component)}".strip()}


def _end(start: date | datetime, component: Mapping[str, Any]) -> date | datetime | None:
    end, length = _value(component, "DTEND"), _value(component, "DURATION")
    if isinstance(end, date):
        return end
    try:
        return start + length if isinstance(length, timedelta) else None
    except OverflowError:
        return None


def _last_day(end: date | datetime) -> date:
    if isinstance(end, datetime):
        return end.date()
    return end - timedelta(days=1) if end > date.min else end


def _is_later(end: datetime, start: datetime) -> bool:
    """Whether an end is one; a moment with an offset and one without are told apart by their days alone."""
    if (end.tzinfo is None) != (start.tzinfo is None):
        return end.date() > start.date()
    return end >= start


def _zone(start: datetime, component: Mapping[str, Any]) -> str:
    written = component["DTSTART"]
    first = written[0] if isinstance(written, list) else written
    return str(first.params.get("TZID") or ("UTC" if start.tzinfo else ""))


def _days(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
