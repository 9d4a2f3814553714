"""An entry of a timeline as the templates see it, and the sections in which entries stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from dateline import catalogue
from dateline.model import Article, Entry, Event, Grain, Heading, Mention, Status, Story, TimeExpression
from dateline.timex.values import html_datetime

Values = dict[str, Any]


def section_values(story: Story) -> list[Values]:
    """The timeline by year and then by month; a period that was left and comes back is marked as continued."""
    sections: list[Values] = []
    seen: set[str] = set()
    for label, headings in groupby(story.timeline.headings, key=_section_label):
        months = [
            {"label": month, "entries": [entry_values(entry, story) for run in runs for entry in run.entries]}
            for month, runs in groupby(headings, key=_month_label)
        ]
        name = f"in-{_anchor(label)}" + (f"_{len(sections)}" if label in seen else "")
        sections.append({"id": name, "label": label, "continued": label in seen, "months": months})
        seen.add(label)
    return sections


def _section_label(heading: Heading) -> str:
    """The year of a day or month, or the longer period."""
    return catalogue.heading_words(heading.period, max(heading.grain, Grain.YEAR))


def _month_label(heading: Heading) -> str:
    return catalogue.month_words(heading.period) if heading.grain <= Grain.MONTH else ""


def _anchor(label: str) -> str:
    return label.lower().replace(" ", "-").replace("–", "-")


def entry_values(entry: Entry, story: Story) -> Values:
    """What a template may say of an entry."""
    first = entry.mentions[0]
    published = first.event is None
    return {
        "id": entry.id,
        "published": published,
        "what": entry.what,
        "subject": entry.subject,
        "headline": headline(entry),
        "date": catalogue.published_words(first) if published else catalogue.entry_words(entry),
        "clock": catalogue.clock_words(entry.clock),
        "datetime": entry_datetime(entry),
        "edtf": entry.edtf,
        "shape": shape(entry),
        "conditions": catalogue.condition_words(entry),
        "mentions": [mention_values(mention, story) for mention in entry.mentions],
        "picture": next((p for m in entry.mentions if (p := picture_values(m.dated.article, story)) is not None), None),
    }


def headline(entry: Entry) -> list[tuple[str, str]]:
    """The clause in parts `(kind, text)`: where it opens with a pronoun, its antecedent follows in brackets."""
    if not entry.subject:
        return [("text", entry.what)]
    pronoun, space, rest = entry.what.partition(" ")
    return [("text", pronoun + " "), ("subject", f"[{entry.subject}]"), ("text", space + rest)]


def shape(entry: Entry) -> str:
    """How certain the time is, as the mark beside the entry shows it."""
    if entry.mentions[0].event is None:
        return "published"
    if entry.status is Status.PLANNED or entry.modality or entry.polarity == "NEG":
        return "planned"
    if entry.when.start is None or entry.when.end is None:
        return "open"
    if entry.when.end == entry.when.start + 1:
        return "day"
    return "lasting" if entry.extent == "throughout" else "within"


def entry_datetime(entry: Entry) -> str | None:
    """HTML's `datetime` of the expression that dates the entry, where its words alone give the entry's days."""
    first = entry.mentions[0]
    if first.event is None:
        return entry.edtf
    if entry.when.start is None or entry.when.end is None or len(first.event.expressions) != 1:
        return None
    return html_datetime(first.dated.expressions[first.event.expressions[0]])


def mention_values(mention: Mention, story: Story) -> Values:
    """Where an article reports the event, in which sentence, and how its date was worked out."""
    article, event = mention.dated.article, mention.event
    found = [mention.dated.expressions[index] for index in event.expressions] if event else []
    page = article_path(article, story)
    return {
        "title": article.title,
        "href": f"{page}#x{event.expressions[0]}" if event and event.expressions else page,
        "dateline": catalogue.date_words(article.dateline.day),
        "datetime": article.dateline.day.isoformat(),
        "place": article.dateline.place,
        "source": article.source,
        "quote": quote_parts(event, mention.dated.expressions) if event else [],
        "whole": event is not None and bare(event.quote) == bare(event.what),
        "workings": [working_values(expression, article) for expression in found],
    }


def bare(sentence: str) -> str:
    """A sentence without the marks at its ends and its capital."""
    return sentence.strip(" .!?;:,\"'“”‘’").casefold()


def quote_parts(event: Event, expressions: Sequence[TimeExpression]) -> list[tuple[str, str]]:
    """The sentence in parts `(kind, text)`, the expressions that date this event being of the kind "time"."""
    begin, end = event.quote_start, event.quote_start + len(event.quote)
    parts, at = [], begin
    for index in sorted(event.expressions, key=lambda index: expressions[index].start):
        start, stop = max(expressions[index].start, at), min(expressions[index].end, end)
        if start < stop:
            parts += [
                ("text", event.quote[at - begin : start - begin]),
                ("time", event.quote[start - begin : stop - begin]),
            ]
            at = stop
    return [part for part in [*parts, ("text", event.quote[at - begin :])] if part[1]]


def working_values(expression: TimeExpression, article: Article) -> Values:
    """The steps from the words to the interval, and the other reading where there is one."""
    doubt = expression.doubt
    other = doubt.other if doubt else None
    return {
        "text": expression.text,
        "dateline": catalogue.date_words(article.dateline.day),
        "steps": expression.why,
        "doubt": doubt.reason if doubt else "",
        "other": catalogue.interval_words(other, expression.grain, article.conventions) if other else "",
    }


def picture_values(article: Article, story: Story) -> Values | None:
    """The article's picture, its address seen from the story's page."""
    picture = article.image
    if picture is None:
        return None
    folder = "" if story.lone else f"{quote(article.slug)}/"
    return {
        "src": folder + quote(picture.href),
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
        "width": picture.width,
        "height": picture.height,
    }


def article_path(article: Article, story: Story) -> str:
    """The address of the article's page seen from its story's page."""
    return "" if story.lone else f"{quote(article.slug)}/index.html"
