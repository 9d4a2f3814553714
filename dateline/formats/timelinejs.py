"""A story's timeline for TimelineJS 3, as its JSON and as the columns of its spreadsheet.

What its dates cannot say stands in `display_date`: a period is never turned into a day.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from dateline.formats.json import indented
from dateline.formats.table import csv_bytes
from dateline.formats.told import Telling, ToldStory, edges, readable, source_html, unit_parts
from dateline.model import Entry, Event, Imported, Interval, Link, Story

Slide = dict[str, Any]
PARTS = ("year", "month", "day")
COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background",
)  # fmt: skip
HOUR = re.compile(r"(\d\d):(\d\d)(?::(\d\d))?")
MEDIA = {
    "url": "href",
    "caption": "caption",
    "credit": "credit",
    "alt": "alt",
    "link": "link",
    "thumbnail": "thumbnail",
}


def story_timelinejs(told: ToldStory) -> bytes:
    """The timeline as TimelineJS's JSON; its eras are the imported ones."""
    return indented(timeline_record(told))


def timeline_record(told: ToldStory) -> dict[str, Any]:
    """The title slide, the events in the order shown, and the eras."""
    slides = [(telling.event, _slide(telling)) for telling in told.tellings]
    found: dict[str, Any] = {
        "title": _title(told.story),
        "events": [slide for event, slide in slides if not _is_era(event)],
    }
    eras = [{key: slide[key] for key in ("start_date", "end_date", "text") if key in slide}
            for event, slide in slides if _is_era(event)]  # fmt: skip
    return found | ({"eras": eras} if eras else {})


def story_timelinejs_csv(told: ToldStory) -> bytes:
    """The timeline as a table for TimelineJS's spreadsheet."""
    record = timeline_record(told)
    rows = [_row(record["title"], "title")]
    rows += [_row(slide, "") for slide in record["events"]]
    rows += [_row(slide, "era") for slide in record.get("eras", ())]
    return csv_bytes([COLUMNS, *rows])


def _is_era(event: Event) -> bool:
    # TimelineJS takes an era only with both its ends.
    return event.imported is not None and event.imported.kind == "era"


def _title(story: Story) -> Slide:
    only = story.lists[0].article if len(story.lists) == 1 and not story.articles else None
    opening = only.imported if only and only.imported else Imported(text=escape(story.standfirst, quote=False))
    words = escape(only.title if only and only.title else story.title, quote=False)
    return {"text": _texts(words, opening.text), **_media(opening.links)}


def _slide(telling: Telling) -> Slide:
    entry, event = telling.entry, telling.event
    first, last = edges(entry)
    imported = event.imported or Imported()
    slide: Slide = {"start_date": _date(first)}
    if last is not None:
        slide["end_date"] = _date(last)
    _add_clock(slide, entry)
    if shown := imported.date or (telling.date if _needs_words(telling, last) else ""):
        slide["display_date"] = shown
    text = imported.text if event.imported else _text(telling)
    slide["text"] = _texts(escape(telling.headline, quote=False), text)
    slide |= _media(imported.links)
    slide |= {key: value for key, value in (("group", imported.group), ("unique_id", imported.uid)) if value}
    return slide | ({} if event.imported else {"unique_id": entry.id})


def _needs_words(telling: Telling, last: Interval | None) -> bool:
    """Whether TimelineJS's own words for the dates would say something else than is known."""
    entry = telling.entry
    if telling.event.origin != "import" or (entry.edtf and entry.edtf[-1] in "~?%"):
        return True
    opened = entry.when.start is None or entry.when.end is None
    within = entry.extent == "within" and last is not None
    return opened or within or bool(telling.conditions)


def _date(unit: Interval) -> dict[str, int]:
    """A day, month or year; before year 1 TimelineJS counts as historians do, 44 BC as -44."""
    year, *rest = unit_parts(unit)
    return dict(zip(PARTS, (year if year > 0 else year - 1, *rest), strict=False))


def _add_clock(slide: Slide, entry: Entry) -> None:
    clock, start = entry.clock, slide["start_date"]
    if clock is None or "day" not in start or "end_date" in slide or entry.mentions[0].dated.article.imported is None:
        return
    start |= _time(clock.first)
    if clock.last != clock.first:
        slide["end_date"] = {part: start[part] for part in PARTS} | _time(clock.last)


def _time(hour: str) -> dict[str, int]:
    match = HOUR.fullmatch(hour)
    assert match is not None
    return {part: int(value) for part, value in zip(("hour", "minute", "second"), match.groups(), strict=True) if value}


def _texts(words: str, text: str) -> dict[str, str]:
    return {"headline": words} | ({"text": text} if text else {})


def _text(telling: Telling) -> str:
    """The sentence, what is not certain, and where it stands."""
    quote = f"<blockquote>{escape(readable(telling.event.quote), quote=False)}</blockquote>"
    told = "".join(f"<p>{escape(note, quote=False)}</p>" for note in telling.notes)
    urls = (mention.dated.article.source_url for mention in telling.entry.mentions)
    return quote + told + "".join(f"<p>{source_html(*told)}</p>" for told in zip(telling.sources, urls, strict=True))


def _media(links: tuple[Link, ...]) -> Slide:
    found: Slide = {}
    medium = next((link for link in links if link.kind == "medium"), None)
    behind = next((link for link in links if link.kind == "background"), None)
    if medium:
        found["media"] = {key: value for key, name in MEDIA.items() if (value := getattr(medium, name))}
    if behind:
        found["background"] = {"url": behind.href}
    return found


def _row(slide: Slide, kind: str) -> list[str]:
    media, text = slide.get("media", {}), slide["text"]
    cells = [cell for name in ("start_date", "end_date") for cell in _date_cells(slide.get(name, {}))]
    cells += [slide.get("display_date", ""), text["headline"], text.get("text", "")]
    cells += [media.get(key, "") for key in ("url", "credit", "caption", "thumbnail", "alt")]
    return [*cells, kind, slide.get("group", ""), slide.get("background", {}).get("url", "")]


def _date_cells(date: dict[str, int]) -> list[str]:
    hour = [f"{date[part]:02}" for part in ("hour", "minute", "second") if part in date]
    return [*(str(date.get(part, "")) for part in PARTS), ":".join(hour)]
