"""What is fuzzed: each target takes any bytes, and whatever it raises that is no error of ours is a fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from dateline.articles import read_article
from dateline.characters import STRANGE
from dateline.config import Site
from dateline.errors import DatelineError, Problem
from dateline.events.extract import events
from dateline.frontmatter import split
from dateline.importing.found import Source
from dateline.importing.reading import FORMATS
from dateline.importing.writing import article_drafts, list_draft
from dateline.keys import is_web_address
from dateline.marking import html_of
from dateline.markup import converted, sanitised, tangle
from dateline.model import Conventions, Dateline
from dateline.pieces import Target, read_pieces
from dateline.settings import Findings, read_text
from dateline.slugs import slug_fault
from dateline.timex.tagger import tag

HERE = Path(__file__).parent
CONTENT = HERE / "content"
"""A folder that need not be there: nothing that is read here lies in a file."""

ARTICLE = CONTENT / "story" / "a.md"
NO_WORDS = b"---\ntitle: A\ndate: 2024-05-15\n"
DAYS = (date(2016, 4, 15), date(1999, 12, 31), date(2024, 2, 29), date(1000, 1, 1), date(9999, 12, 31))
COUNTRIES = ("US", "GB", "AU", "IN")


def head(data: bytes) -> None:
    """Front matter, first as it stands and then as more keys of one that is right."""
    for file in (data, NO_WORDS + data + b"\n---\nIt rained on Friday.\n"):
        text, findings = read_text(ARTICLE, file)
        split(text, findings)
        _told(findings)
        reading = read_article(ARTICLE, CONTENT, Site(), file)
        _shown(reading.errors + reading.warnings)
        if article := reading.article:
            assert slug_fault(article.slug) == ""
            assert not article.source_url or is_web_address(article.source_url)
            assert not STRANGE.search(article.title + article.text + article.summary)


def markup(data: bytes) -> None:
    """Markdown into blocks, and its text and the way back."""
    source = data.decode("utf-8", "replace")
    read, _ = read_text(ARTICLE, source.encode())
    if tangle(read):
        return
    try:
        page = converted(read)
    except ValueError:
        return
    assert sanitised(page) == page
    text, pieces = read_pieces(page, lambda _kind, address: Target(address) if "x" in address else None)
    written = html_of(text, pieces, [(at, at + 1, "<mark>", "</mark>") for at in range(0, len(text) - 1, 7)])
    assert not STRANGE.search(text)
    assert written.count("<mark>") == written.count("</mark>")


def tagger(data: bytes) -> None:
    """Words into expressions and events; the first byte says when and where they were written."""
    first = data[0] if data else 0
    text = data[1:].decode("utf-8", "replace")
    day = Dateline(DAYS[first % len(DAYS)])
    conventions = Conventions(
        country=COUNTRIES[first // 5 % 4],
        southern=first % 2 == 1,
        date_order=("mdy", "dmy", "")[first % 3],
        fiscal_year_start=first % 12 + 1,
        reading=("news", "history", "")[first // 20 % 3],
    )
    start = text.find("—") + 1
    expressions = tag(text, day, conventions, start)
    end = 0
    for expression in expressions:
        assert end <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end] == expression.text
        end = expression.end
    for event in events(text, expressions, day, conventions):
        assert event.what and all(0 <= at < end <= len(text) for at, end in event.spans)


def importers(data: bytes) -> None:
    """Files from elsewhere, the format by the first byte, into files of content; those can be read again."""
    kinds = sorted(FORMATS)
    suffix = kinds[data[0] % len(kinds)] if data else kinds[0]
    path = HERE / f"file{suffix}"
    text, findings = read_text(path, data[1:])
    _told(findings)
    source = Source(path, text, DAYS[0], Conventions(), Findings(path, text.split("\n")))
    with suppress(DatelineError):
        found = FORMATS[suffix](source)
        _told(source.findings)
        for draft in article_drafts(path, found, ARTICLE.parent, None):
            if isinstance(draft, Problem):
                _shown((draft,))
                continue
            reading = read_article(draft.path, CONTENT, Site(), draft.text.encode())
            assert not reading.errors, reading.errors
        if found.events:
            list_draft(path, found, ARTICLE.parent, DAYS[0])


def _told(findings: Findings) -> None:
    _shown((*findings.errors, *findings.warnings))


def _shown(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        assert problem.message and str(problem).replace("\n", "").isprintable()


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "head": head,
    "markup": markup,
    "tagger": tagger,
    "importers": importers,
}
