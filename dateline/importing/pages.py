"""Plain text, saved pages of the web, and feeds: articles with, or without, a day on which they were filed."""

from __future__ import annotations

import re
from html import escape
from io import BytesIO
from typing import Any

from dateline.eventlists import plain_text
from dateline.importing import markdown
from dateline.importing.found import MOST, Found, FoundArticle, Source
from dateline.importing.records import filed_of
from dateline.keys import is_web_address

LONGEST_TITLE = 200
FRAMES = re.compile(r"<(?:iframe|embed|video|audio)\b", re.IGNORECASE)


def read_text(source: Source) -> Found:
    """An article in plain text: its first line is the title, and its day is not in it."""
    head, _, rest = source.text.strip().partition("\n")
    title = " ".join(head.split())
    if not title:
        raise source.refuse("this file holds no words", "Write a headline, an empty line, and the text.")
    if len(title) > LONGEST_TITLE or not rest.strip():
        raise source.refuse(
            "this text has no headline: its first line is its title", "Write the headline on a line of its own.", 1
        )
    return Found([FoundArticle(title, markdown.of_text(rest), None, doubt="plain text does not say when it was filed")])


def read_page(source: Source) -> Found:
    """The main text of a saved page, with what its head says of it; raises `ModuleNotFoundError` without the extra."""
    from trafilatura import bare_extraction, extract  # noqa: PLC0415  heavy, and of the extra

    settings: dict[str, Any] = {
        "include_links": True,
        "include_comments": False,
        "include_tables": True,
        "include_images": True,
    }
    # Not the day of the last change, and none that is only guessed from the text.
    dates = {"extensive_search": False, "original_date": True}
    document = bare_extraction(source.text, with_metadata=True, date_extraction_params=dates, **settings)
    page = extract(source.text, output_format="html", date_extraction_params=dates, **settings)
    if document is None or page is None:
        raise source.refuse("no article was found in this page", "Save it as plain text, and import that.")
    told = document if isinstance(document, dict) else document.as_dict()
    body, losses = markdown.of_html(page)
    losses["a film, sound or frame of the page"] = len(FRAMES.findall(source.text))
    filed = filed_of(told.get("date") or "")
    title, url = plain_text(told.get("title") or ""), told.get("url") or ""
    return Found(
        [
            FoundArticle(
                title=title or source.path.stem,
                body=_without_title(body, title),
                filed=filed,
                authors=tuple(filter(None, (part.strip() for part in (told.get("author") or "").split(";")))),
                source=told.get("sitename") or told.get("hostname") or "",
                url=url if is_web_address(url) else "",
                summary=plain_text(told.get("description") or ""),
                doubt="" if filed else "the page does not say for sure on which day it was filed",
            )
        ],
        losses=losses,
    )


def _without_title(body: str, title: str) -> str:
    first, _, rest = body.partition("\n\n")
    is_title = rest and plain_text(first.lstrip("# ")).casefold() == title.casefold()
    return rest if is_title else body


def read_feed(source: Source) -> Found:
    """The articles of an RSS or Atom feed that brings their text; raises `ModuleNotFoundError` without the extra."""
    from feedparser import parse  # noqa: PLC0415  heavy, and of the extra

    if "<!ENTITY" in source.text[:10_000].upper():
        raise source.refuse("this feed declares entities, which are not read", "Remove its <!DOCTYPE>.", 1)
    # Given words alone, the library would open what they name; its own sanitiser leaves no film to link to.
    read = parse(BytesIO(source.text.encode()), resolve_relative_uris=False, sanitize_html=False)
    if not read.entries:
        remedy = "Is it RSS or Atom? Save the feed itself, not the page that shows it."
        raise source.refuse("this feed holds no article", remedy)
    if len(read.entries) > MOST:
        raise source.refuse(f"this feed holds more than {MOST:,} articles", "Split it.")
    found = Found()
    for entry in read.entries:
        _read_entry(entry, plain_text(_words(read.feed, "title")), found)
    return found


def _words(part: Any, key: str) -> str:
    """What a part of a feed says under a key; a broken one may hold nothing at all there."""
    return part.get(key) or ""


def _read_entry(entry: Any, source: str, found: Found) -> None:
    contents = [_words(part, "value") for part in entry.get("content", ())]
    summary = _words(entry, "summary")
    page = max([*contents, summary], key=len)
    if not contents:
        found.losses["the rest of an article of which the feed may bring the summary only"] += 1
    body, losses = markdown.of_html((page if "<" in page else f"<p>{page}</p>") + _enclosed(entry))
    found.losses.update(losses)
    written, url = _words(entry, "published") or _words(entry, "updated"), _words(entry, "link")
    filed, title = filed_of(written), plain_text(_words(entry, "title"))
    if not body.strip():
        found.losses["an article without a text"] += 1
        return
    found.articles.append(
        FoundArticle(
            title=title or plain_text(page)[:80],
            body=body,
            filed=filed,
            authors=tuple(filter(None, (_words(author, "name") for author in entry.get("authors", ())))),
            source=source,
            url=url if is_web_address(url) else "",
            summary=plain_text(summary) if contents and summary not in contents else "",
            tags=tuple(filter(None, (_words(tag, "term") for tag in entry.get("tags", ())))),
            doubt="" if filed else f"the feed dates it “{written[:60]}”" if written else "the feed gives it no date",
        )
    )


def _enclosed(entry: Any) -> str:
    """The pictures, films and sounds that an entry names beside its text, as links below it."""
    parts = [part.get("href") for part in entry.get("enclosures", ())]
    parts += [part.get("url") for part in entry.get("media_content", ())]
    known = (escape(part) for part in dict.fromkeys(filter(None, parts)) if is_web_address(part))
    return "".join(f'<p><a href="{address}">{address}</a></p>' for address in known)
