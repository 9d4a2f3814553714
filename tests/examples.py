"""Hand-made articles and events for the tests of the rooms behind the tagger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dateline.model import (
    Article,
    DatedArticle,
    Dateline,
    Event,
    Grain,
    Interval,
    Role,
    Run,
    Status,
    Story,
    TimeExpression,
)
from dateline.timeline.build import in_order, timeline
from dateline.timex.interval import day_number, of_day
from dateline.timex.values import edtf


def day(year: int, month: int, number: int) -> Interval:
    """The interval of one day."""
    return of_day(day_number(year, month, number))


def span(first: tuple[int, int, int] | None, last: tuple[int, int, int] | None) -> Interval:
    """From the first to the last day, both inside; `None` is an open end."""
    return Interval(day_number(*first) if first else None, day_number(*last) + 1 if last else None)


def expression(text: str, words: str, when: Interval | None, grain: Grain = Grain.DAY, **more: Any) -> TimeExpression:
    """The expression `words` where it first stands in the text."""
    start = text.index(words)
    given: dict[str, Any] = {
        "type": "DATE",
        "value": "",
        "mod": None,
        "role": Role.AT,
        "edtf": edtf(when, grain),
        "clock": None,
        "begins": None,
        "ends": None,
        "anchor_begin": None,
        "anchor_end": None,
        "partner": None,
        "sentence": (0, len(text)),
        "future": None,
        "doubt": None,
        "why": ("“Friday” is the latest Friday on or before the dateline",),
        "rule": "weekday",
    }
    return TimeExpression(words, start, start + len(words), interval=when, grain=grain, **{**given, **more})


def event(what: str, when: Interval, grain: Grain = Grain.DAY, **more: Any) -> Event:
    """An event whose sentence is its clause."""
    given: dict[str, Any] = {
        "spans": (),
        "subject": None,
        "quote": f"{what}.",
        "quote_start": 0,
        "expressions": (),
        "begins": None,
        "ends": None,
        "edtf": edtf(when, grain),
        "clock": None,
        "extent": "within",
        "status": Status.HAPPENED,
        "polarity": "POS",
        "modality": None,
    }
    return Event(what, when=when, grain=grain, **{**given, **more})


def article(
    events: Sequence[Event] = (),
    expressions: Sequence[TimeExpression] = (),
    *,
    text: str = "",
    slug: str = "raid",
    filed: date = date(2016, 4, 15),
    **more: Any,
) -> DatedArticle:
    """An article of one run of text, filed on Friday 15 April 2016 unless said otherwise."""
    given: dict[str, Any] = {"title": slug.capitalize(), "dateline": Dateline(filed), "pieces": (Run(0, len(text)),)}
    made = Article(Path(f"content/story/{slug}.md"), "story", slug, text=text, **{**given, **more})
    return DatedArticle(made, tuple(expressions), tuple(events))


def story(*articles: DatedArticle, lone: bool = False, **more: Any) -> Story:
    """A story of these articles."""
    given: dict[str, Any] = {"slug": "story", "title": "A story", "standfirst": "", "introduction": ""}
    return Story(articles=tuple(in_order(articles)), timeline=timeline(articles), lone=lone, **{**given, **more})
