"""TimelineJS 3: its JSON, and the columns of its spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from dateline.eventlists import plain_text, safe_html
from dateline.formats.table import bare_cell
from dateline.formats.timelinejs import MEDIA
from dateline.importing.found import MOST, Found, Source
from dateline.keys import is_web_address
from dateline.timex.values import edtf_year

Slide = Mapping[str, Any]
Record = dict[str, Any]
CARRIED = {"start_date", "end_date", "display_date", "text", "media", "background", "group", "unique_id"}
DATE = {"year", "month", "day", "hour", "minute", "second", "display_date"}
TAG = re.compile(r"<\s*([a-z][a-z0-9]*)", re.IGNORECASE)
BARE_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}/\S*", re.IGNORECASE)
TIME = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([ap]\.?m\.?)?", re.IGNORECASE)
SHORT = re.compile(r"([+-]?\d+)(?:-(\d\d?)(?:-(\d\d?))?)?")
AMERICAN = re.compile(r"(?:(\d\d?)/)?(\d\d?)/(-?\d{3,})")
TWO_DATES_AND_TIMES = "the times of day of what lasts longer than a day"


def read_record(source: Source, record: Mapping[str, Any]) -> Found:
    """The timeline of TimelineJS's JSON, its title slide and its eras."""
    found = Found()
    title = record.get("title")
    if isinstance(title, Mapping):
        _read_title(source, title, found)
    for key in record.keys() - {"title", "events", "eras"}:
        found.losses[f"`{key}` of the timeline"] += 1
    for kind, slides in (("", record["events"]), ("era", record.get("eras") or [])):
        if not isinstance(slides, list) or len(slides) > MOST:
            raise source.refuse(f"`{kind or 'event'}s` is no list of at most {MOST:,}", "Export the timeline again.")
        for number, slide in enumerate(slides, 1):
            _read_slide(source, slide, (kind, number), found)
    return found


def read_rows(source: Source, rows: Iterator[tuple[int, Mapping[str, str]]]) -> Found:
    """The timeline of TimelineJS's spreadsheet; each row with the line on which it begins."""
    found = Found()
    for line, row in rows:
        cells = {name: bare_cell(cell.strip()) for name, cell in row.items() if name and cell}
        if not cells:
            continue
        slide, kind = _slide_of(source, cells, line), cells.get("Type", "").lower()
        if kind == "title":
            _read_title(source, slide, found)
        else:
            _read_slide(source, slide, ("era" if kind == "era" else "", line), found, line)
    return found


def _slide_of(source: Source, cells: Mapping[str, str], line: int) -> Record:
    """The slide that a row of the spreadsheet is; dates of version 1, "Start Date", too."""
    behind = cells.get("Background", "")
    slide: Record = {
        "display_date": cells.get("Display Date", ""),
        "text": {"headline": cells.get("Headline", ""), "text": cells.get("Text", "")},
        "media": {
            "url": cells.get("Media", ""),
            "credit": cells.get("Media Credit", ""),
            "caption": cells.get("Media Caption", ""),
            "thumbnail": cells.get("Media Thumbnail", ""),
            "alt": cells.get("Alt Text", ""),
        },
        "group": cells.get("Group", "") or cells.get("Tag", ""),
        "background": {("url" if behind.startswith(("http", "/")) else "color"): behind} if behind else {},
    }
    for name, before in (("start_date", ""), ("end_date", "End ")):
        whole = cells.get("Start Date" if name == "start_date" else "End Date", "")
        parts = {part: cells.get(f"{before}{part.capitalize()}", "") for part in ("year", "month", "day")}
        parts["year"] = re.sub(r"[\s,]", "", parts["year"])
        if date := _whole_date(source, whole, line) if whole else parts:
            slide[name] = {key: value for key, value in date.items() if value} | _time(cells.get(f"{before}Time", ""))
    return {key: value for key, value in slide.items() if value}


def _whole_date(source: Source, written: str, line: int) -> Record:
    if match := SHORT.fullmatch(written):
        return dict(zip(("year", "month", "day"), match.groups(), strict=True))
    if match := AMERICAN.fullmatch(written):
        month, day = (match[1], match[2]) if match[1] else (match[2], None)
        return {"year": match[3], "month": month, "day": day}
    raise source.refuse(f"“{written[:60]}” is no date", "Write it as 2016-04-15 or as 4/15/2016.", line)


def _time(written: str) -> Record:
    match = TIME.fullmatch(written)
    if match is None:
        return {}
    hour = int(match[1])
    if match[4]:
        hour = hour % 12 + (12 if match[4][0] in "pP" else 0)
    return {"hour": hour, "minute": int(match[2])} | ({"second": int(match[3])} if match[3] else {})


def _read_title(source: Source, slide: Slide, found: Found) -> None:
    texts = slide.get("text") or {}
    found.title = plain_text(str(texts.get("headline") or ""))
    found.text = safe_html(str(texts.get("text") or ""))
    shown = {**slide, "start_date": {"year": 1}, "text": {"headline": found.title or "Title"}}
    event = source.event(_record(shown, found), 1)
    found.links = event.imported.links if event and event.imported else ()
    _count_markup(texts, found)


def _read_slide(source: Source, slide: object, place: tuple[str, int], found: Found, line: int = 1) -> None:
    kind, number = place
    name = f"{kind or 'event'} {number}"
    if not isinstance(slide, Mapping) or not isinstance(slide.get("start_date"), Mapping):
        raise source.refuse(f"{name} has no `start_date`", "Give it a year in TimelineJS, and export it again.")
    findings, errors = source.findings, len(source.findings.errors)
    record = _record(slide, found) | {"kind": kind}
    event = source.event(record, line)
    if event is None and len(findings.errors) > errors:
        problem = findings.errors[errors]
        del findings.errors[errors:]
        words = plain_text(str((slide.get("text") or {}).get("headline") or ""))[:60]
        raise source.refuse(f"{name}, “{words}”: {problem.message}", problem.remedy, line if line > 1 else None)
    found.events.extend([event] if event else [])


def _record(slide: Slide, found: Found) -> Record:
    """A slide under the keys of a list of events; counts what has no place there."""
    for key in sorted(slide.keys() - CARRIED - {"type"}):
        found.losses[f"`{key}`"] += 1
    texts, media = slide.get("text") or {}, slide.get("media") or {}
    background = slide.get("background") or {}
    for key in sorted(background.keys() - {"url"}) if isinstance(background, Mapping) else ():
        found.losses[f"`background.{key}`"] += 1
    for key in sorted(media.keys() - MEDIA.keys()):
        found.losses[f"`media.{key}`"] += 1
    text = str(texts.get("text") or "")
    links, below = _links(media, background, found)
    _count_markup(texts, found)
    what = plain_text(str(texts.get("headline") or "")) or plain_text(text)[:120]
    if not what:
        found.losses["an empty headline, in whose place the address or the caption stands"] += 1
        what = plain_text(str(media.get("caption") or "")) or str(media.get("url") or "")
    return {
        **_when(slide, found),
        "what": what,
        "text": text + below,
        "group": slide.get("group"),
        "uid": slide.get("unique_id"),
        "links": links,
    }


def _count_markup(texts: Mapping[str, Any], found: Found) -> None:
    text, headline = str(texts.get("text") or ""), str(texts.get("headline") or "")
    kept = {tag.lower() for tag in TAG.findall(safe_html(text))}
    for tag in sorted({tag.lower() for tag in TAG.findall(text)} - kept):
        found.losses[f"<{tag}> in a text"] += 1
    if TAG.search(headline):
        found.losses["markup in a headline"] += 1


def _links(media: Slide, background: object, found: Found) -> tuple[list[Record], str]:
    """The medium and the picture behind it as links; what is no address, but words, goes below the text."""
    links, below = [], ""
    url = str(media.get("url") or "").strip()
    if BARE_ADDRESS.fullmatch(url):
        url = f"https://{url}"
    url = f"https:{url}" if url.startswith("//") else url
    stated = {name: media.get(key) for key, name in MEDIA.items()} | {"href": url}
    for name in ("link", "thumbnail"):
        if stated[name] and not is_web_address(str(stated[name])):
            found.losses[f"`media.{name}` that is no web address"] += 1
            stated[name] = ""
    if is_web_address(url):
        links.append(stated)
    elif url:
        found.losses["a medium that is no web address, put below the text"] += 1
        words = url if TAG.match(url) else f"<p>{escape(url, quote=False)}</p>"
        below = safe_html(words) + "".join(f"<p>{media[name]}</p>" for name in ("caption", "credit") if media.get(name))
    behind = str(background.get("url") or "") if isinstance(background, Mapping) else ""
    if is_web_address(behind):
        links.append({"href": behind, "kind": "background"})
    elif behind:
        found.losses["`background.url` that is no web address"] += 1
    return links, below


def _when(slide: Slide, found: Found) -> Record:
    """The dates as EDTF, the time of day, and the words for the date."""
    start, end = slide["start_date"], slide.get("end_date") or {}
    for date in (start, end):
        for key in sorted(key for key in date.keys() - DATE if date[key]):
            found.losses[f"`{key}` of a date"] += 1
    first, last = _edtf(start), _edtf(end) if end.get("year") else ""
    clocks = [_clock(date) for date in (start, end)]
    shown = [str(date.get("display_date") or "") for date in (start, end)]
    words = str(slide.get("display_date") or "") or " — ".join(filter(None, shown))
    dated = {"date": f"{first}/{last}" if last and last != first else first, "shown": words}
    if not any(clocks):
        return dated
    if (last and last != first) or not clocks[0]:
        found.losses[TWO_DATES_AND_TIMES] += 1
        return dated
    return dated | {"clock": "-".join(dict.fromkeys(filter(None, clocks)))}


def _edtf(date: Mapping[str, Any]) -> str:
    """The date as EDTF; 44 BC is -44 there and -0043 here. What is not written as a number is left to be refused."""
    parts = [str(date.get(part) or "").strip() for part in ("year", "month", "day")]
    if not re.fullmatch(r"-?\d{1,12}", parts[0]) or not all(re.fullmatch(r"\d{0,2}", part) for part in parts[1:]):
        return "-".join(filter(None, parts))
    year = int(parts[0])
    known = [part.zfill(2) for part in parts[1:] if part.strip("0")]
    return "-".join([edtf_year(year if year > 0 else min(year + 1, 0)), *(known if parts[1].strip("0") else [])])


def _clock(date: Mapping[str, Any]) -> str:
    hour = str(date.get("hour") or "") if date.get("hour") != 0 else "0"
    if not hour.isdecimal():
        return ""
    parts = [hour, str(date.get("minute") or "0")] + ([str(date["second"])] if date.get("second") else [])
    return ":".join(part.zfill(2) for part in parts)
