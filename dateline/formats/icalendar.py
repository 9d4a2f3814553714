"""A story's timeline as iCalendar (RFC 5545): events that last whole days, their uncertainty in words.

Written here, and read by the icalendar library, which takes longer to import than a story takes to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from dateline.eventlists import event_record, plain_text
from dateline.formats.json import on_one_line
from dateline.formats.table import entry_edtf
from dateline.formats.told import Telling, ToldStory, calendar_days, readable
from dateline.model import Entry, Event, Interval, Status
from dateline.timex.interval import civil

FOLD = 73
"""Octets of a line, so that with a space before and a line break it stays under 75 (RFC 5545, 3.1)."""

CONTINUED = 0b11000000
"""The bits of an octet that tell whether it goes on with a character: these are 10 (RFC 3629, 3)."""

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
FIRST, LAST = 1, 9999
RECORD = "X-DATELINE-EVENT"


def story_icalendar(told: ToldStory) -> bytes:
    """The story as a calendar; what no day can be given stands as a journal entry without a day, which RFC 5545 has."""
    title = _text(told.story.title)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Timelines//EN", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{title}", f"X-WR-CALNAME:{title}"]
    for telling in told.tellings:
        lines += _component(told.story.slug, telling)
    lines.append("END:VCALENDAR")
    return b"".join(map(_folded, lines))


def _component(slug: str, telling: Telling) -> Iterator[str]:
    entry, event = telling.entry, telling.event
    days = _dated(calendar_days(entry))
    kind, summary = "VEVENT" if days else "VJOURNAL", _summary(telling)
    yield f"BEGIN:{kind}"
    yield f"UID:{_text(_uid(slug, entry, event))}"
    # The day of the latest report, since an export has no clock.
    stamp = max(mention.dated.article.dateline.day for mention in entry.mentions)
    yield f"DTSTAMP:{stamp.isoformat().replace('-', '')}T000000Z"
    if days:
        yield f"DTSTART;VALUE=DATE:{days[0]}"
        yield f"DTEND;VALUE=DATE:{days[1]}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(summary)}"
    yield f"DESCRIPTION:{_text(_description(telling))}"
    if url := _url(entry, event):
        yield f"URL:{url}"
    if status := _status(entry, kind):
        yield f"STATUS:{status}"
    record = {"event": _record(entry, event), "summary": summary, "days": days}
    yield f"{RECORD};VALUE=TEXT:{_text(on_one_line(record))}"
    yield f"END:{kind}"


def _dated(days: Interval | None) -> tuple[str, str] | None:
    """The first day and the day after the last; `None` where a calendar has no such years."""
    if days is None or days.start is None or days.end is None:
        return None
    edges = civil(days.start), civil(days.end)
    if edges[0][0] < FIRST or edges[1][0] > LAST:
        return None
    first, after = (f"{year:04}{month:02}{day:02}" for year, month, day in edges)
    return first, after


def _uid(slug: str, entry: Entry, event: Event) -> str:
    known = event.imported.uid if event.imported else ""
    return known or f"{uuid5(NAMESPACE_URL, f'dateline:{slug}#{entry.id}')}"


def _summary(telling: Telling) -> str:
    """The headline, behind what a reader of a calendar must know to read it."""
    when = telling.entry.when
    open_ended = when.start is None or when.end is None
    told = ", ".join(filter(None, (telling.when if open_ended else "", telling.conditions)))
    return f"[{told}] {telling.headline}" if told else telling.headline


def _description(telling: Telling) -> str:
    event = telling.event
    quoted = [f"“{readable(event.quote)}”"] if event.quote else []
    text = plain_text(event.imported.text) if event.imported else ""
    return "\n".join(filter(None, [telling.date, *telling.notes, *quoted, text, *telling.sources]))


def _url(entry: Entry, event: Event) -> str:
    links = [link.href for link in event.imported.links] if event.imported else []
    addresses = [mention.dated.article.source_url for mention in entry.mentions]
    return CONTROL.sub("", next(filter(None, (*addresses, *links)), ""))


def _status(entry: Entry, kind: str) -> str:
    if kind == "VJOURNAL":
        return ""
    if entry.polarity == "NEG":
        return "CANCELLED"
    return "TENTATIVE" if entry.modality or entry.status is Status.PLANNED else "CONFIRMED"


def _record(entry: Entry, event: Event) -> dict[str, Any]:
    """What of the event no other property holds, under the keys of a list."""
    record = {
        **event_record(event),
        "date": entry_edtf(entry),
        "extent": entry.extent,
        "status": entry.status.value,
        "polarity": entry.polarity,
        "modality": entry.modality,
        "what": entry.what,
        "subject": entry.subject,
        "links": [asdict(link) for link in event.imported.links] if event.imported else [],
    }
    return {key: value for key, value in record.items() if value}


def _text(words: str) -> str:
    """TEXT of RFC 5545, 3.3.11."""
    one = CONTROL.sub(" ", words.replace("\r\n", "\n").replace("\r", "\n")) if CONTROL.search(words) else words
    return one.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(words: str) -> bytes:
    """The line in parts that are short enough, none of which cuts a character, and its end."""
    line = words.encode()
    if len(line) <= FOLD:
        return line + b"\r\n"
    parts, start, end = list[bytes](), 0, FOLD
    while end < len(line):
        while line[end] & CONTINUED == 0x80:
            end -= 1
        parts.append(line[start:end])
        start, end = end, end + FOLD
    return b"\r\n ".join([*parts, line[start:]]) + b"\r\n"
