"""Imported events that an editor should look at; each table of their list says by `keep` that it is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dateline.catalogue import ENGLISH
from dateline.catalogue.findings import why_words
from dateline.check.finding import Finding, Kind, Paste
from dateline.model import DatedArticle, Event, Status

YEAR = 366
KEEP = "keep = true"
Said = tuple[str, int | None, int | None, str]
"""What is said to have happened, on which days, and at what time: what tells two events apart."""


def of_lists(lists: Sequence[DatedArticle], as_of: date) -> Iterator[Finding]:
    """What is doubtful in a story's lists of imported events, each event once."""
    first: dict[Said, tuple[Path, int]] = {}
    for dated in lists:
        yield from _of_list(dated, as_of, first)


def _of_list(dated: DatedArticle, as_of: date, first: dict[Said, tuple[Path, int]]) -> Iterator[Finding]:
    """What is doubtful in a list; `first` gains the place of what is said there for the first time."""
    article = dated.article
    for event in dated.events:
        told = event.imported
        if told is None or told.kind == "era":
            continue
        path, line = first.setdefault(_said(event), (article.path, told.line))
        if told.kept:
            continue
        reason = _reason(event, article.dateline.day, as_of)
        if reason is None and (path, line) != (article.path, told.line):
            reason = Kind.DUPLICATE, why_words("imported_twice", line=line, path=path)
        if reason:
            paste = Paste(article.path, told.line + 1, KEEP)
            understood = ENGLISH.event_words(event, article.conventions)
            yield Finding(reason[0], article.path, told.line, event.what, understood, reason[1], paste)


def _said(event: Event) -> Said:
    clock = event.clock.first if event.clock else ""
    return " ".join(event.what.casefold().split()), event.when.start, event.when.end, clock


def _reason(event: Event, imported: date, as_of: date) -> tuple[Kind, str] | None:
    start, end = event.when.start, event.when.end
    if (
        event.status is Status.HAPPENED
        and event.polarity == "POS"
        and start is not None
        and start > imported.toordinal()
    ):
        return Kind.TENSE, why_words("imported_future", filed=ENGLISH.plain_day(imported.toordinal()))
    if event.status is Status.PLANNED and end is not None and end <= as_of.toordinal():
        return Kind.OVERDUE, why_words("overdue", as_of=ENGLISH.plain_day(as_of.toordinal()))
    if event.extent == "within" and start is not None and end is not None and end - start > YEAR:
        return Kind.WIDE, why_words("wide", days=end - start)
    return None
