"""Expressions that an editor should look at: doubtful ones, and those that go together with nothing around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.catalogue import ENGLISH
from dateline.catalogue.findings import other_reading_words, why_words
from dateline.check.finding import Finding, Kind
from dateline.check.source import Source
from dateline.mends import IGNORE
from dateline.model import DatedArticle, Grain, TimeExpression

YEAR = 366
COUNTED = "later"
"""The rule of what is counted from a day that the text has named: "four weeks later"."""

Reason = tuple[Kind, str]


def of_readings(dated: DatedArticle, source: Source) -> Iterator[Finding]:
    """What is doubtful in the dates of an article, each expression once; what an editor has dated is settled."""
    dating = {index for event in dated.events for index in event.expressions}
    wide = {index: days for event in dated.events if event.extent == "within"
            for index in event.expressions if (days := _days(dated.expressions[index])) > YEAR}  # fmt: skip
    for index, x in enumerate(dated.expressions):
        if x.rule == COUNTED and x.edtf is None and not x.by_editor:
            yield _unplaced(x, dated, source)
        if (
            x.by_editor
            or x.rule == "dateline"
            or x.edtf is None
            or (x.type not in ("DATE", "TIME") and x.rule != COUNTED)
        ):
            continue
        reasons = list(_reasons(x, dated, index in dating, wide.get(index, 0)))
        if reasons:
            yield Finding(
                kind=reasons[0][0],
                path=source.path,
                line=source.line(x.start),
                words=x.text,
                understood=ENGLISH.expression_words(x, dated.article.conventions),
                why="; ".join(why for _, why in reasons),
                paste=source.entry("dates", source.key(x), x.edtf),
                span=(x.start, x.end),
            )


def _unplaced(x: TimeExpression, dated: DatedArticle, source: Source) -> Finding:
    """ "Four weeks later" where the text has named no day to count from: only a length is left of it."""
    return Finding(
        kind=Kind.IDLE,
        path=source.path,
        line=source.line(x.start),
        words=x.text,
        understood=ENGLISH.expression_words(x, dated.article.conventions),
        why=why_words("unplaced"),
        paste=source.entry("dates", source.key(x), IGNORE),
        span=(x.start, x.end),
    )


def _reasons(x: TimeExpression, dated: DatedArticle, dates: bool, wide: int) -> Iterator[Reason]:
    """Why it should be looked at, the worst first."""
    if tense := _tense(x, dated):
        yield Kind.TENSE, tense
    if x.doubt:
        other = x.doubt.other
        words = ENGLISH.interval_words(other, x.grain, dated.article.conventions) if other else ""
        yield Kind.DOUBT, other_reading_words(x.doubt.reason, words)
    if wide:
        yield Kind.WIDE, why_words("wide", days=wide)
    if not dates and x.interval is not None and not _is_heading(x, dated.article.text):
        yield Kind.IDLE, why_words("idle")


def _is_heading(x: TimeExpression, text: str) -> bool:
    """Whether a month or year stands alone above what is told of it."""
    start, end = x.sentence
    return x.grain > Grain.DAY and text[start:end].strip() == x.text and bool(text[end:].strip())


WILL = re.compile(r"\b(?:will|shall)\b|['’]ll\b")
"""What a chronicle's present ("June 1964: The bridge opens") and "had promised to pay by May" do not say."""


def _tense(x: TimeExpression, dated: DatedArticle) -> str:
    """Whether what is told as past lies ahead, or the reverse."""
    day = dated.article.dateline.day.toordinal()
    filed = ENGLISH.plain_day(day)
    if x.interval is None:
        return ""
    if x.future is False and x.interval.start is not None and x.interval.start > day:
        return why_words("future_told_as_past", filed=filed)
    sentence = dated.article.text[slice(*x.sentence)]
    if x.future is True and x.interval.end is not None and x.interval.end <= day and WILL.search(sentence):
        return why_words("past_told_as_future", filed=filed)
    return ""


def _days(x: TimeExpression) -> int:
    whole = x.interval
    return 0 if whole is None or whole.start is None or whole.end is None else whole.end - whole.start
