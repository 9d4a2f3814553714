"""Lists of imported events: files `NAME.events.toml` in a story's folder, each of tables `[[event]]`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from dateline.config import Site
from dateline.content import Folder
from dateline.errors import Problem
from dateline.keys import filed, flag, is_web_address, warn_of_unknown, words
from dateline.marking import html_of
from dateline.markup import sanitised
from dateline.model import (
    Article,
    Clock,
    Conventions,
    DatedArticle,
    Dateline,
    Event,
    Extent,
    Imported,
    Link,
    Polarity,
    Status,
)
from dateline.pieces import Target, read_pieces
from dateline.planning import EVENTS as SUFFIX
from dateline.settings import LIMIT, Findings, Settings, read_text, toml_settings
from dateline.slugs import slug_of
from dateline.timex.edtf import stretch
from dateline.timex.values import iso_day

NO_DATA: Mapping[Path, bytes | None] = {}

TABLE = re.compile(r"^[ \t]*\[\[[ \t]*event[ \t]*\]\][ \t]*$", re.MULTILINE)
KNOWN_OF_LIST = ("title", "from", "imported", "text", "links")
KNOWN = (
    "date", "what", "subject", "extent", "clock", "status", "polarity", "modality", "quote", "shown", "text", "group",
    "uid", "kind", "links", "keep",
)  # fmt: skip
KNOWN_OF_LINK = ("href", "caption", "credit", "alt", "link", "thumbnail", "kind")
CLOCK = re.compile(
    r"((?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d)?)(?:-((?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d)?))?(?: (\S.*))?"
)
Kind = Literal["event", "era"]
LinkKind = Literal["medium", "background"]


class EventList(NamedTuple):
    """What reading a list gave: no list where there are errors."""

    dated: DatedArticle | None
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


class EventLists(NamedTuple):
    """What reading a story's lists gave."""

    dated: tuple[DatedArticle, ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def event_lists(folder: Folder, site: Site, data: Mapping[Path, bytes | None] = NO_DATA) -> EventLists:
    """The lists of imported events in a story's folder, from their bytes where these are at hand."""
    read = [read_event_list(path, folder.slug, site.conventions, data.get(path)) for path in folder.lists]
    return EventLists(
        tuple(one.dated for one in read if one.dated),
        tuple(error for one in read for error in one.errors),
        tuple(warning for one in read for warning in one.warnings),
    )


def read_event_list(path: Path, story: str, conventions: Conventions, data: bytes | None = None) -> EventList:
    """The imported events of a file, or of its bytes, in their order there."""
    text, findings = read_text(path, data)
    blocks = list(_blocks(text))
    head = _table(*blocks[0], findings) if text else {}
    warn_of_unknown(head, KNOWN_OF_LIST, findings)
    day = filed(head, "imported", findings)
    if text and day is None and not findings.errors:
        findings.error("this list does not say when it was imported", 'Write a line `imported = "2024-05-15"`.', 1)
    title, source = words(head, "title", findings), words(head, "from", findings)
    opening = Imported(text=_html(head, "text", findings), links=_links(head, findings))
    events = [_read(block, line, findings, conventions) for block, line in blocks[1:]]
    if text and len(blocks) == 1:
        findings.error("this list holds no event", "Write a line [[event]], and below it `date` and `what`.", 1)
    if findings.errors or day is None:
        return EventList(None, tuple(findings.errors), tuple(findings.warnings))
    article = Article(
        path=path,
        story=story,
        slug=slug_of(path.name.removesuffix(SUFFIX)),
        title=title,
        dateline=Dateline(day.day),
        text="",
        pieces=(),
        source=source or path.name,
        conventions=conventions,
        imported=opening,
    )
    return EventList(DatedArticle(article, (), tuple(filter(None, events))), (), tuple(findings.warnings))


def _blocks(text: str) -> Iterator[tuple[str, int]]:
    """The head of the file and its tables, each with the line on which it begins.

    Each is parsed alone: its lines are known, and a parser that is slower than linear never meets a long text.
    """
    starts = [0, *(match.start() for match in TABLE.finditer(text)), len(text)]
    line = 1
    for start, end in pairwise(starts):
        block = text[start:end]
        yield block, line
        line += block.count("\n")


def _table(block: str, line: int, findings: Findings) -> Settings:
    heading = TABLE.match(block)
    return toml_settings(block[heading.end() :] if heading else block, findings, line)


def _read(block: str, line: int, findings: Findings, conventions: Conventions) -> Event | None:
    errors = len(findings.errors)
    settings = _table(block, line, findings)
    return event_of(settings, line, findings, conventions) if len(findings.errors) == errors else None


def event_of(settings: Settings, line: int, findings: Findings, conventions: Conventions) -> Event | None:
    """The event of a table that begins on a line, under the keys of a list; `None`, and why, where it is none."""
    warn_of_unknown(settings, KNOWN, findings)
    date, what = words(settings, "date", findings), words(settings, "what", findings)
    for name, value, remedy in (("date", date, 'date = "2016-04-15"'), ("what", what, 'what = "The bridge opens"')):
        if not value:
            findings.error(f"this event has no `{name}`", f"Write a line `{remedy}`.", line)
    try:
        when = stretch(date, conventions.southern)
    except ValueError as error:
        if date:
            remedy = "Write it as EDTF: 2016-04-15, 2016-04, 2016, 2015-06/2015-08, 2016-01/.. or -0043."
            findings.error(f"`date` cannot be read: {error}", remedy, settings["date"].line)
        return None
    extent: Extent = _one_of(settings, "extent", get_args(Extent), findings) or (
        "throughout" if "/" in date else "within"
    )
    lasted = extent == "throughout"
    return Event(
        what=what,
        spans=(),
        subject=words(settings, "subject", findings) or None,
        quote=words(settings, "quote", findings),
        quote_start=0,
        expressions=(),
        when=when.when,
        begins=when.begins if lasted else None,
        ends=when.ends if lasted else None,
        grain=when.grain,
        edtf=iso_day(when.when.start) if when.clock and when.when.start is not None else date,
        clock=_clock(settings, findings) or when.clock,
        extent=extent,
        status=Status(_one_of(settings, "status", [status.value for status in Status], findings) or "happened"),
        polarity=_one_of(settings, "polarity", get_args(Polarity), findings) or "POS",
        modality=words(settings, "modality", findings) or None,
        origin="import",
        imported=Imported(
            date=words(settings, "shown", findings),
            text=_html(settings, "text", findings),
            group=words(settings, "group", findings),
            uid=words(settings, "uid", findings),
            kind=_one_of(settings, "kind", get_args(Kind), findings) or "event",
            links=_links(settings, findings),
            kept=flag(settings, "keep", findings),
            line=line,
        ),
    )


def _one_of(settings: Settings, name: str, choices: Sequence[str], findings: Findings) -> Any:
    """The one of the choices that is set, or an empty word."""
    word = words(settings, name, findings)
    if word and word not in choices:
        setting = settings[name]
        findings.error(f"`{name}` is {' or '.join(choices)}, not “{word[:60]}”", "", setting.line, setting.column)
        return ""
    return word


def _clock(settings: Settings, findings: Findings) -> Clock | None:
    written = words(settings, "clock", findings)
    match = CLOCK.fullmatch(written)
    if written and match is None:
        setting = settings["clock"]
        remedy = "Write it as 16:15, as 14:00-15:30, or with its zone, 16:15 EST."
        findings.error(f"`clock` is no time of day: “{written[:60]}”", remedy, setting.line, setting.column)
    return Clock(match[1], match[2] or match[1], match[3] or "") if match else None


def _links(settings: Settings, findings: Findings) -> tuple[Link, ...]:
    setting = settings.get("links")
    if setting is None:
        return ()
    remedy = 'Write it as links = [{ href = "https://example.org/film", caption = "What it shows" }].'
    found = []
    for part in setting.value if isinstance(setting.value, tuple) else (setting,):
        if not isinstance(part.value, dict):
            findings.error("`links` takes a list of tables", remedy, setting.line, setting.column)
            break
        table = part.value
        warn_of_unknown(table, KNOWN_OF_LINK, findings)
        stated = {name: words(table, name, findings) for name in ("href", "alt", "link", "thumbnail")}
        for name, address in stated.items():
            if name != "alt" and (address or name == "href") and not is_web_address(address):
                findings.error(f"`{name}` is no web address: “{address[:80]}”", remedy, part.line, part.column)
        html = {name: _html(table, name, findings) for name in ("caption", "credit")}
        kind: LinkKind = _one_of(table, "kind", get_args(LinkKind), findings) or "medium"
        found.append(Link(**stated, **html, kind=kind))
    return tuple(found)


def _html(settings: Settings, name: str, findings: Findings) -> str:
    setting = settings.get(name)
    if setting is None:
        return ""
    if not isinstance(setting.value, str):
        findings.error(f"`{name}` takes words", f'Write it as {name} = "…".', setting.line, setting.column)
        return ""
    return safe_html(setting.value)


def safe_html(page: str) -> str:
    """HTML from elsewhere as a page of the site may show it: sanitised, its pictures as links."""
    if not page.strip():
        return ""
    text, pieces = read_pieces(sanitised(page), _resolved, named=False)
    return html_of(text, pieces).strip()


def plain_text(page: str) -> str:
    """The words of HTML, on one line."""
    text, _ = read_pieces(sanitised(page), _resolved)
    return " ".join(text.split())


def _resolved(_name: str, url: str) -> Target | None:
    return Target(url) if is_web_address(url) else None


def event_list_text(dated: DatedArticle) -> str:
    """The list as the file that `read_event_list` reads."""
    article = dated.article
    opening = article.imported or Imported()
    head = {
        "title": article.title,
        "from": article.source,
        "imported": article.dateline.day.isoformat(),
        "text": opening.text,
        "links": opening.links,
    }
    tables = ["".join(_lines(head))]
    tables += ["[[event]]\n" + "".join(_lines(event_record(event))) for event in dated.events]
    return "\n".join(tables)


def is_too_long(text: str) -> bool:
    """Whether a list is longer than what is read."""
    return len(text.encode()) > LIMIT


def event_record(event: Event) -> dict[str, Any]:
    """An event under the keys of a list; what is as usual is empty."""
    imported = event.imported or Imported()
    extent = event.extent if (event.extent == "throughout") != ("/" in (event.edtf or "")) else ""
    return {
        "date": event.edtf,
        "extent": extent,
        "clock": clock_text(event.clock),
        "shown": imported.date,
        "what": event.what,
        "subject": event.subject,
        "status": event.status.value if event.status is not Status.HAPPENED else "",
        "polarity": event.polarity if event.polarity == "NEG" else "",
        "modality": event.modality,
        "quote": event.quote,
        "text": imported.text,
        "group": imported.group,
        "uid": imported.uid,
        "kind": imported.kind if imported.kind == "era" else "",
        "links": imported.links,
        "keep": "true" if imported.kept else "",
    }


def clock_text(clock: Clock | None) -> str:
    """A time of day as a list holds it: "16:15", "14:00-15:30 EST"."""
    if clock is None:
        return ""
    hours = clock.first if clock.first == clock.last else f"{clock.first}-{clock.last}"
    return f"{hours} {clock.zone}".strip()


def _lines(record: dict[str, Any]) -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, tuple) and value:
            yield f"{key} = [\n" + "".join(f"    {{ {_inline(link)} }},\n" for link in value) + "]\n"
        elif value:
            yield f"{key} = {_quoted(value)}\n"


def _inline(link: Link) -> str:
    stated = {name: getattr(link, name) for name in KNOWN_OF_LINK}
    stated["kind"] = "" if link.kind == "medium" else link.kind
    return ", ".join(f"{name} = {_quoted(value)}" for name, value in stated.items() if value)


def _quoted(value: str) -> str:
    # A basic string of TOML has the escapes of JSON.
    return json.dumps(value, ensure_ascii=False)
