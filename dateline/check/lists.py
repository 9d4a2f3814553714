"""Imported events that an editor should look at; each table of their list says by `keep` that it is right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.catalogue import ENGLISH
from dateline.catalogue.findings import why_words
from dateline.check.finding import Finding, Kind, Paste
from dateline.model import DatedArticle, Event, Status

YEAR = 366
KEEP = "keep = true"


def of_list(dated: DatedArticle, as_of: date) -> Iterator[Finding]:
    """What is doubtful in a list of imported events, each event once."""
    article = dated.article
    for event in dated.events:
        told = event.imported
        if told is None or told.kept or told.kind == "era":
            continue
        reason = _reason(event, article.dateline.day, as_of)
        if reason:
            paste = Paste(article.path, told.line + 1, KEEP)
            understood = ENGLISH.event_words(event, article.conventions)
            yield Finding(reason[0], article.path, told.line, event.what, understood, reason[1], paste)


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
