"""Articles told in records: CSV and JSON of articles, JSON Feed, IPTC ninjs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from dateline.eventlists import plain_text
from dateline.formats.table import bare_cell
from dateline.importing import markdown
from dateline.importing.found import MOST, Filed, Found, FoundArticle, Source
from dateline.keys import is_web_address

Record = Mapping[str, Any]
# Under which names files keep what an article holds, the likest first.
NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "head", "name"),
    "date": ("date", "published", "date_published", "published_at", "publication_date", "firstcreated",
             "contentcreated", "versioncreated", "pubdate", "created", "datetime"),
    "html": ("content_html", "body_html", "body_xhtml", "bodyhtml", "html"),
    "text": ("text", "body", "body_text", "content_text", "content", "bodytext", "maintext", "article"),
    "authors": ("authors", "author", "byline", "by", "creator"),
    "place": ("place", "located", "dateline", "location", "city"),
    "source": ("source", "publisher", "site_name", "sitename", "infosource", "publication", "outlet", "newspaper"),
    "url": ("url", "source_url", "link", "canonical", "external_url", "address"),
    "summary": ("summary", "description", "abstract", "standfirst", "description_text", "excerpt", "lead"),
    "tags": ("tags", "keywords", "subjects", "categories", "keyword"),
    "lang": ("lang", "language"),
    "updated": ("updated", "date_modified", "modified", "updated_at"),
}  # fmt: skip
QUIET = frozenset(
    """
    id uri type mimetype usageterms copyrightholder copyrightnotice pubstatus urgency profile standard charcount
    wordcount version versioncreated representationtype guid
    """.split()
)
"""What is no part of an article and need not be told as lost."""
MANY = frozenset("headlines bylines descriptions bodies subject subjects place places infosources infosource".split())
"""What ninjs keeps in lists of which an article takes the first."""
BYLINE = re.compile(r"^by\s+", re.IGNORECASE)
MARKUP = re.compile(r"<(?:p|br|div|a|em|strong|ul|ol|h\d)\b", re.IGNORECASE)


def is_articles(names: Sequence[str]) -> bool:
    """Whether a table with such columns, or an object with such keys, tells of articles."""
    known = {name.lower().strip() for name in names}
    return any(known.intersection(NAMES[what]) for what in ("text", "html")) and bool(
        known.intersection((*NAMES["title"], "headlines"))
    )


def read_rows(rows: Iterator[tuple[int, Mapping[str, str]]]) -> Found:
    """The articles of a table, each with the line on which its row begins."""
    found = Found()
    for line, row in rows:
        cells = {name: bare_cell(cell) for name, cell in row.items() if name and cell and cell.strip()}
        if cells:
            _read(cells, found, f"the row on line {line}", line)
    return found


def read_records(source: Source, records: object) -> Found:
    """The articles of a list of objects."""
    found = Found()
    if not isinstance(records, list) or len(records) > MOST:
        raise source.refuse(f"this is no list of at most {MOST:,} articles", "Split it into several files.")
    for number, record in enumerate(records, 1):
        if not isinstance(record, Mapping):
            raise source.refuse(f"article {number} is no object", 'Write it as {"title": …, "date": …, "text": …}.')
        _read(ninjs(record, found) if is_ninjs(record) else record, found, f"article {number}")
    return found


def is_ninjs(record: Record) -> bool:
    """Whether an object is one of IPTC's ninjs, versions 1 to 3."""
    return (
        "headlines" in record
        or "bodies" in record
        or any(key in record for key in ("body_text", "body_xhtml", "versioncreated", "firstcreated"))
    )


def ninjs(record: Record, found: Found) -> Record:
    """A ninjs object under the names of its version 1, its lists as their first words; counts what that leaves out."""
    flat: dict[str, Any] = {key: value for key, value in record.items() if key not in MANY}
    for many, one in (("headlines", "headline"), ("bylines", "byline"), ("descriptions", "description_text")):
        flat.setdefault(one, _first_value(record.get(many)))
    for body in record.get("bodies") or ():
        if isinstance(body, Mapping) and isinstance(body.get("value"), str):
            is_text = str(body.get("contenttype") or body.get("contentType") or "").startswith("text/plain")
            flat.setdefault("body_text" if is_text else "body_xhtml", body["value"])
    flat["subjects"] = _named(record.get("subject") or record.get("subjects"))
    places = _named(record.get("place") or record.get("places"))
    flat.setdefault("located", places[0] if places else None)
    found.losses["a place beside the one of the dateline"] += len([each for each in places if each != flat["located"]])
    sources = record.get("infosources") or record.get("infosource") or ()
    flat["source"] = _first_value(sources, "name") or flat.get("source")
    return {key: value for key, value in flat.items() if value}


def _named(many: object) -> list[str]:
    items = many if isinstance(many, list) else []
    return [str(item["name"]) for item in items if isinstance(item, Mapping) and item.get("name")]


def _first_value(many: object, key: str = "value") -> str:
    items = many if isinstance(many, list) else []
    return next((str(item[key]) for item in items if isinstance(item, Mapping) and item.get(key)), "")


def _read(record: Record, found: Found, name: str, line: int | None = None) -> None:
    known = {key.lower().strip(): value for key, value in record.items()}
    keys = {what: next((each for each in names if known.get(each)), "") for what, names in NAMES.items()}
    for key in sorted(known.keys() - set(keys.values()) - QUIET):
        if known[key]:
            found.losses[f"`{key}` of an article"] += 1
    told = {what: known.get(key) for what, key in keys.items()}
    title = plain_text(_words(told["title"]))
    body, losses = _body(told)
    found.losses.update(losses)
    found.losses["a headline that is missing; the first words stand in its place"] += not title
    written = _words(told["date"])
    filed = filed_of(written)
    url = _words(told["url"])
    found.losses["an address that is none of the web"] += bool(url) and not is_web_address(url)
    updated = filed_of(_words(told["updated"]) or _words(known.get("versioncreated")))
    found.articles.append(
        FoundArticle(
            title=title or plain_text(_long(told["html"]) or _long(told["text"]))[:80] or name,
            body=body.strip(),
            filed=filed,
            authors=tuple(_authors(told["authors"])),
            place=_words(told["place"]),
            source=_words(told["source"]),
            url=url if is_web_address(url) else "",
            summary=plain_text(_words(told["summary"])),
            tags=tuple(_list(told["tags"])),
            lang=_words(told["lang"]),
            updated=updated.day if updated and filed and updated.day > filed.day else None,
            doubt=f"its date, “{written[:60]}”, is not written as one" if written and filed is None else "",
            line=line,
        )
    )


def _body(told: Mapping[str, Any]) -> tuple[str, Counter[str]]:
    text, page = _long(told["text"]), _long(told["html"])
    if not page and MARKUP.search(text):
        page = text
    return markdown.of_html(page) if page else (markdown.of_text(text), Counter())


def _long(value: object) -> str:
    return value if isinstance(value, str) else ""


def _words(value: object) -> str:
    """A value on one line; of a list its first, of an object its name."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("value") or ""
    return " ".join(str(value).split()) if value is not None else ""


def _list(value: object) -> Iterator[str]:
    parts = value if isinstance(value, list) else re.split(r"[;,]", value) if isinstance(value, str) else [value]
    yield from filter(None, map(_words, parts))


def _authors(value: object) -> Iterator[str]:
    """The names of a byline: "By Ada Brook and Tom Lisle"."""
    for part in _list(value):
        yield from filter(None, (name.strip() for name in re.split(r"\band\b", BYLINE.sub("", part))))


def filed_of(written: str) -> Filed | None:
    """A day, or a moment with its offset, as ISO 8601 or as feeds write it; `None` where it is neither.

    A time without an offset is left out: it orders nothing.
    """
    words = written.strip()
    try:
        if len(words) == len("2016-04-15"):
            return Filed(date.fromisoformat(words))
        moment = datetime.fromisoformat(words)
    except ValueError:
        try:
            moment = parsedate_to_datetime(words)
        except (ValueError, TypeError, IndexError):
            return None
    return Filed(moment.date(), moment if moment.tzinfo else None)
