"""A story's timeline as iCalendar (RFC 5545): events that last whole days, their uncertainty in words.

Written here, and read by the icalendar library, which takes longer to import than a story takes to write.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from dateline.eventlists import event_record, plain_text
from dateline.formats.table import entry_edtf
from dateline.formats.told import calendar_days, date_words, headline, notes, readable, source_words, told_entries
from dateline.model import Entry, Event, Interval, Status, Story
from dateline.timex.interval import civil

FOLD = 73
"""Octets of a line, so that with a space before and a line break it stays under 75 (RFC 5545, 3.1)."""

ESCAPED = re.compile(r"([\\;,])")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
FIRST, LAST = 1, 9999
RECORD = "X-DATELINE-EVENT"


def story_icalendar(story: Story) -> bytes:
    """The story as a calendar; what no day can be given stands as a journal entry without a day, which RFC 5545 has."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Timelines//EN", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{_text(story.title)}", f"X-WR-CALNAME:{_text(story.title)}"]
    for entry, event in told_entries(story):
        lines += _component(story, entry, event)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _component(story: Story, entry: Entry, event: Event) -> Iterator[str]:
    days = _dated(calendar_days(entry))
    kind = "VEVENT" if days else "VJOURNAL"
    yield f"BEGIN:{kind}"
    yield f"UID:{_text(_uid(story, entry, event))}"
    # The day of the latest report, since an export has no clock.
    stamp = max(mention.dated.article.dateline.day for mention in entry.mentions)
    yield f"DTSTAMP:{stamp.isoformat().replace('-', '')}T000000Z"
    if days:
        yield f"DTSTART;VALUE=DATE:{days[0]}"
        yield f"DTEND;VALUE=DATE:{days[1]}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(_summary(entry))}"
    yield f"DESCRIPTION:{_text(_description(entry, event))}"
    if url := _url(entry, event):
        yield f"URL:{url}"
    if status := _status(entry, kind):
        yield f"STATUS:{status}"
    yield f"{RECORD};VALUE=TEXT:{_text(json.dumps(_record(entry, event, days), ensure_ascii=False))}"
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


def _uid(story: Story, entry: Entry, event: Event) -> str:
    known = event.imported.uid if event.imported else ""
    return known or f"{uuid5(NAMESPACE_URL, f'dateline:{story.slug}#{entry.id}')}"


def _summary(entry: Entry) -> str:
    """The headline, behind what a reader of a calendar must know to read it."""
    words, conditions = headline(entry), date_words(entry).partition("; ")[2]
    open_ended = entry.when.start is None or entry.when.end is None
    told = ", ".join(filter(None, (date_words(entry).partition("; ")[0] if open_ended else "", conditions)))
    return f"[{told}] {words}" if told else words


def _description(entry: Entry, event: Event) -> str:
    quoted = [f"“{readable(event.quote)}”"] if event.quote else []
    text = plain_text(event.imported.text) if event.imported else ""
    sources = [source_words(mention) for mention in entry.mentions]
    return "\n".join(filter(None, [date_words(entry), *notes(entry), *quoted, text, *sources]))


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


def _record(entry: Entry, event: Event, days: tuple[str, str] | None) -> dict[str, Any]:
    """What of the event no other property holds, under the keys of a list, and for which properties it is true."""
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
    kept = {key: value for key, value in record.items() if value}
    return {"event": kept, "summary": _summary(entry), "days": days}


def _text(words: str) -> str:
    """TEXT of RFC 5545, 3.3.11."""
    one = CONTROL.sub(" ", words.replace("\r\n", "\n").replace("\r", "\n"))
    return ESCAPED.sub(r"\\\1", one).replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in parts that are short enough, none of which cuts a character."""
    parts, size = [""], 0
    for char in line:
        width = len(char.encode())
        if size + width > FOLD:
            parts.append("")
            size = 0
        parts[-1] += char
        size += width
    return "\r\n ".join(parts)
