"""A file of front matter and Markdown into an `Article`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from dateline.assets import Assets
from dateline.cache.files import Signature
from dateline.config import Site
from dateline.errors import Problem
from dateline.frontmatter import split
from dateline.keys import (
    CONVENTIONS,
    Filed,
    address,
    conventions,
    filed,
    flag,
    thread_names,
    warn_of_unknown,
    word_list,
    words,
)
from dateline.lede import text_dateline
from dateline.marking import html_of
from dateline.markup import render, tangle
from dateline.mends import corrections, edits, gathered, mends
from dateline.model import Article, Dateline
from dateline.pictures import stated_picture
from dateline.pieces import CODE, Pieces, TimeMark, read_marked, read_pieces
from dateline.settings import Findings, Settings, read_text
from dateline.slugs import article_slug, slug_fault, slug_of
from dateline.timex.languages import reads

KNOWN = (
    "title", "date", "place", "slug", "tags", "people", "places", "author", "authors", "source", "source_url",
    "summary", "draft", "updated", "image", "dates", "events", "corrections", *CONVENTIONS,
)  # fmt: skip
KNOWN_OF_INDEX = ("title", "standfirst", "summary")
HEADING = re.compile(r"\s*#[ \t]+(.*)\n?")

Leads = tuple[tuple[str, Signature | None], ...]
"""The files that a text asked for, and how each was found; `None` where it was not."""


class Reading(NamedTuple):
    """What reading one article gave: no article where there are errors; `leads` are the files it asked for.

    `slug` is empty where its front matter cannot be read.
    """

    article: Article | None
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    leads: Leads = ()
    slug: str = ""


class Index(NamedTuple):
    """What a story's `index.md` says of it; `introduction` is sanitised HTML, `assets` are the files it leads to."""

    title: str
    standfirst: str
    introduction: str
    assets: tuple[tuple[str, Path], ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    leads: Leads = ()


def read_article(path: Path, content: Path, site: Site, data: bytes | None = None) -> Reading:
    """The article in `path`, which lies in the folder `content` or in a story's folder of it, or in its bytes."""
    text, findings = read_text(path, data)
    settings, body, line = split(text, findings)
    if findings.errors:
        return Reading(None, tuple(findings.errors), tuple(findings.warnings))
    root, folder = content.resolve(), path.parent.resolve()
    lone = folder == root
    assets = Assets(root, folder, 1 if lone else 2, findings)
    settings = gathered(settings, findings)
    warn_of_unknown(settings, KNOWN, findings)
    article = _article(path, settings, _Source(body, line), assets, site)
    if article is None or findings.errors:
        return Reading(None, tuple(findings.errors), tuple(findings.warnings), (), article_slug(path, settings))
    return Reading(article, (), tuple(findings.warnings), tuple(assets.leads.items()), article.slug)


class _Source(NamedTuple):
    """An article's Markdown, and the line of the file on which it begins."""

    body: str
    line: int


def _article(path: Path, settings: Settings, source: _Source, assets: Assets, site: Site) -> Article | None:
    findings = assets.findings
    slug = _slug(path, settings, findings)
    title, source = _title(settings, source, findings)
    date = _date(settings, findings)
    updated = filed(settings, "updated", findings)
    stated = conventions(settings, site.conventions, findings)
    text, pieces, marks = _body(source, assets)
    image, link = stated_picture(settings, assets)
    found = text_dateline(text)
    mended, (edited, undated) = mends(settings, text, marks, findings), edits(settings, findings)
    if date and found and found.disagrees(date.day) and not any(0 < mend.end <= found.lede for mend in mended):
        _warn_of_dateline(text[: found.lede].strip(), date, source, findings)
    if not reads(stated.lang) and not mended and not edited:
        _warn_of_language(stated.lang, settings, findings)
    authors = word_list(settings, "authors", findings) + word_list(settings, "author", findings)
    place, outlet, summary = (words(settings, name, findings) for name in ("place", "source", "summary"))
    tags, people, places = (thread_names(settings, name, findings) for name in ("tags", "people", "places"))
    source_url = address(settings, "source_url", findings)
    draft = flag(settings, "draft", findings)
    corrected = corrections(settings, findings)
    if date is None:
        return None
    return Article(
        path=path,
        story=slug_of(path.parent.name) if assets.depth == 2 else slug,
        slug=slug,
        title=title,
        dateline=Dateline(date.day, date.moment, place or (found.place if found else "")),
        text=text,
        pieces=(*pieces, *link),
        lede=found.lede if found else 0,
        tags=tags,
        people=people,
        places=places,
        authors=tuple(dict.fromkeys(authors)),
        source=outlet or ("" if source_url else site.source),
        source_url=source_url,
        summary=summary,
        draft=draft,
        updated=updated.day if updated else None,
        conventions=stated,
        image=image,
        assets=tuple(sorted(assets.files.items())),
        mends=mended,
        edits=edited,
        corrections=corrected,
        undated=undated,
    )


def _warn_of_dateline(written: str, date: Filed, source: _Source, findings: Findings) -> None:
    first = source.line + len(source.body) - len(source.body.lstrip())
    findings.warn(
        f"the text's own dateline, “{written}”, does not agree with `date`, {_words(date)}",
        "Mend the one that is wrong.",
        min(first, source.line + source.body.count("\n")),
    )


def _warn_of_language(lang: str, settings: Settings, findings: Findings) -> None:
    english = findings.written("lang", "en")
    findings.warn(
        f"no dates are found in this article, for Dateline has no rules for the language “{lang}”",
        f'Date its words by hand with <time datetime="…">, or write {english} if it is in English.',
        settings["lang"].line if "lang" in settings else 1,
    )


def _slug(path: Path, settings: Settings, findings: Findings) -> str:
    slug = article_slug(path, settings)
    fault = slug_fault(slug)
    stated = settings.get("slug")
    if stated and not isinstance(stated.value, str):
        findings.error(
            "`slug` takes one word", f"Write it as {findings.written('slug', 'raid')}.", stated.line, stated.column
        )
    elif fault and stated and stated.value:
        remedy = (
            f"Write {findings.written('slug', better)}."
            if slug_fault(better := slug_of(slug)) == ""
            else "Choose another."
        )
        findings.error(f"the slug “{slug[:60]}” {fault}", remedy, stated.line, stated.column)
    elif fault:
        findings.error(
            f"the slug “{slug}”, from the file's name, {fault}",
            f"Write a line {findings.written('slug', '…')}, or rename it.",
        )
    return slug


def _title(settings: Settings, source: _Source, findings: Findings) -> tuple[str, _Source]:
    """The title, and the Markdown without it where it is the heading at its top."""
    heading = HEADING.match(source.body)
    if "title" in settings and settings["title"].value:
        return words(settings, "title", findings), source
    written = heading[1].strip().rstrip("#").strip() if heading else ""
    if heading is None or not written or tangle(written):
        setting = findings.written("title", "…")
        findings.error("this article has no title", f"Write a line {setting} in its front matter, or a heading `# …`.")
        return "", source
    # The heading is Markdown; a title is plain words.
    try:
        plain, _ = read_pieces(render(written), lambda _name, _url: None)
    except ValueError:
        plain = written
    line = source.line + source.body.count("\n", 0, heading.end())
    return " ".join(plain.split()), _Source(source.body[heading.end() :], line)


def _date(settings: Settings, findings: Findings) -> Filed | None:
    written = settings.get("date")
    if written is None or written.value == "":
        where = "in its front matter" if settings else "at its top, between two lines of ---"
        findings.error(
            "this article has no date",
            f"Write the day it was filed {where}: {findings.written('date', '2016-04-15')}.",
            written.line if written else None,
        )
        return None
    return filed(settings, "date", findings)


def _words(date: Filed) -> str:
    weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return f"{weekdays[date.day.weekday()]} {date.day.isoformat()}"


def _body(source: _Source, assets: Assets) -> tuple[str, Pieces, tuple[TimeMark, ...]]:
    """The plain text of the Markdown, the pieces of its HTML and its `<time>`s; errors where there is none to read."""
    tangled = tangle(source.body)
    if tangled:
        line, reason = tangled
        assets.findings.error(reason, "Split it into several.", source.line + line - 1)
        return "", (), ()
    try:
        text, pieces, marks = read_marked(render(source.body), assets.resolve)
    except ValueError as error:
        assets.findings.error(str(error), "Write its lists and quotations flatter.", source.line)
        return "", (), ()
    if not text.replace(CODE, "").strip():
        assets.findings.error("this article has no text", "Write its text below the front matter.")
    return text, pieces, marks


def read_index(path: Path, content: Path, data: bytes | None = None) -> Index:
    """What the `index.md` of a story's folder, or its bytes, say of the story."""
    text, findings = read_text(path, data)
    settings, body, line = split(text, findings)
    assets = Assets(content.resolve(), path.parent.resolve(), 1, findings)
    title, standfirst, introduction = "", "", ""
    if not findings.errors:
        warn_of_unknown(settings, KNOWN_OF_INDEX, findings)
        title = words(settings, "title", findings)
        standfirst = words(settings, "standfirst", findings) or words(settings, "summary", findings)
    if not findings.errors and body.strip():
        plain, pieces, _ = _body(_Source(body, line), assets)
        introduction = html_of(plain, pieces)
    files, leads = tuple(sorted(assets.files.items())), tuple(assets.leads.items())
    return Index(title, standfirst, introduction, files, tuple(findings.errors), tuple(findings.warnings), leads)
