"""Which format a file from elsewhere is in, and what it holds."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from dateline.characters import cleaned
from dateline.errors import CommandError, DatelineError, Problem
from dateline.importing import icalendar, markwhen, own, pages, records, timelinejs
from dateline.importing.found import LIMIT, MOST, Found, Source
from dateline.markup import TangledError
from dateline.model import Conventions
from dateline.origin import install_line
from dateline.settings import Findings

Read = Callable[[Source], Found]
LONGEST_CELL = 1_000_000


def read_file(path: Path, today: date, conventions: Conventions) -> Found:
    """The articles or events of a file; raises `DatelineError` that says what is wrong with it."""
    read = FORMATS.get(path.suffix.lower())
    if read is None:
        known = ", ".join(sorted(FORMATS))
        raise DatelineError([Problem(path, "no format is known by this name", f"Name it with one of {known}.")])
    text = _text(path)
    source = Source(path, text, today, conventions, Findings(path, text.split("\n")))
    try:
        found = read(source)
    except ModuleNotFoundError as error:
        message = f"this format needs {error.name}, which is not installed"
        remedy = f"Install what import reads with: {install_line('import')}"
        raise DatelineError([Problem(path, message, remedy)]) from error
    except TangledError as error:
        raise source.refuse(str(error), "Split it into several files.") from error
    if source.findings.errors:
        raise DatelineError(source.findings.errors)
    if not found.articles and not found.events:
        raise source.refuse("this file holds no article and no event", "Is it the right one?")
    return found


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise CommandError([Problem(path, f"cannot be read: {error.strerror}", "Check its name.")]) from error
    if len(data) > LIMIT:
        raise DatelineError(
            [Problem(path, f"this file is over {LIMIT // 1_000_000} MB", "Split it into several files.")]
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = Problem(path, f"this file is not UTF-8: byte {error.start + 1}", "Save it again as UTF-8.", line)
        raise DatelineError([problem]) from error
    return cleaned(text.replace("\r\n", "\n").replace("\r", "\n"))


def _read_csv(source: Source) -> Found:
    csv.field_size_limit(LONGEST_CELL)
    try:
        names = next(iter(csv.reader(source.text.split("\n", 1)[:1])), [])
    except csv.Error as error:
        raise source.refuse(f"this row is no CSV: {error}", "Save the table as CSV again.", 1) from error
    rows = _rows(source)
    if "Headline" in names and ("Year" in names or "Start Date" in names):
        return timelinejs.read_rows(source, rows)
    if "edtf" in names and "what" in names:
        return own.read_rows(source, rows)
    if records.is_articles(names):
        return records.read_rows(rows)
    remedy = "Articles have the columns title, date and text; TimelineJS has Year, Headline and Text."
    raise source.refuse("the columns of this table are not known", remedy, 1)


def _rows(source: Source) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a table as their columns are named, each with the line on which it begins."""
    table = csv.reader(source.text.splitlines(keepends=True), strict=True)
    names: list[str] | None = None
    line = 1
    try:
        for count, row in enumerate(table):
            if count > MOST:
                raise source.refuse(f"this table has more than {MOST:,} rows", "Split it into several files.", line)
            if names is None:
                names = [name.strip() for name in row]
            elif len(row) > len(names) and any(row[len(names) :]):
                raise source.refuse("this row has more cells than the table has columns", "Quote its commas.", line)
            else:
                yield line, dict(zip(names, row, strict=False))
            line = table.line_num + 1
    except csv.Error as error:
        raise source.refuse(f"this row is no CSV: {error}", "Save the table as CSV again.", line) from error


def _read_json(source: Source) -> Found:
    try:
        told = json.loads(source.text)
    except json.JSONDecodeError as error:
        raise source.refuse(f"this is no JSON: {error.msg}", "Export it again.", error.lineno) from error
    except RecursionError:
        raise source.refuse("this JSON is nested too deep", "Export it again.") from None
    if not isinstance(told, dict):
        return records.read_records(source, told)
    events = told.get("events")
    if isinstance(events, list) and "story" in told:
        return own.read_record(source, told)
    if isinstance(events, list):
        return timelinejs.read_record(source, told)
    if isinstance(told.get("timeline"), dict) and "date" in told["timeline"]:
        raise source.refuse("this is the JSON of TimelineJS 2", "Open it in TimelineJS 3, and save it from there.")
    for name in ("articles", "items", "docs", "documents", "stories"):
        if isinstance(told.get(name), list):
            return records.read_records(source, told[name])
    if records.is_ninjs(told) or records.is_articles(list(told)):
        return records.read_records(source, [told])
    remedy = "It reads TimelineJS, IPTC ninjs, JSON Feed, lists of articles, and Dateline's own timeline.json."
    raise source.refuse("this JSON is of no kind that is known", remedy)


FORMATS: dict[str, Read] = {
    ".txt": pages.read_text,
    ".html": pages.read_page,
    ".htm": pages.read_page,
    ".xhtml": pages.read_page,
    ".xml": pages.read_feed,
    ".rss": pages.read_feed,
    ".atom": pages.read_feed,
    ".csv": _read_csv,
    ".json": _read_json,
    ".ics": icalendar.read_calendar,
    ".mw": markwhen.read_text,
    ".markwhen": markwhen.read_text,
}
