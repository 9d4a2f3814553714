"""An entry of a timeline as the templates see it, and the sections in which entries stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from dateline import catalogue
from dateline.model import Article, Entry, Event, Grain, Heading, Mention, Status, Story, TimeExpression
from dateline.timex.values import html_datetime

Values = dict[str, Any]
Part = tuple[str, str]
MARKS = " \n.!?;:,\"'“”‘’"


def section_values(story: Story) -> list[Values]:
    """The timeline by year and then by month; a period that was left and comes back is marked as continued."""
    sections: list[Values] = []
    seen: set[str] = set()
    for (label, wide), headings in groupby(story.timeline.headings, key=_section):
        sections.append(
            {
                "id": f"in-{_anchor(label)}" + (f"_{len(sections)}" if label in seen else ""),
                "label": label,
                "wide": wide,
                "continued": label in seen,
                "months": _month_values(headings, story),
            }
        )
        seen.add(label)
    return sections


def _section(heading: Heading) -> tuple[str, bool]:
    """The year of a day or month, or the longer period; and whether it is longer than a year."""
    return catalogue.heading_words(heading.period, max(heading.grain, Grain.YEAR)), heading.grain > Grain.YEAR


def _month_values(headings: Iterable[Heading], story: Story) -> list[Values]:
    months: list[Values] = []
    seen: set[str] = set()
    for month, runs in groupby(headings, key=_month_label):
        # What no month holds needs a heading of its own where it follows a month, lest it seem to stand under that.
        label = month or (catalogue.WORDS["beyond_a_month"] if months else "")
        entries = [entry_values(entry, story) for run in runs for entry in run.entries]
        months.append({"label": label, "continued": label in seen, "entries": entries})
        seen.add(label)
    return months


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
        "clock": catalogue.clock_words(entry.clock, entry.grain),
        "datetime": entry_datetime(entry),
        "edtf": entry.edtf,
        "shape": shape(entry),
        "conditions": catalogue.condition_words(entry),
        "mentions": [mention_values(mention, story) for mention in entry.mentions],
        "picture": next(filter(None, (_picture(mention, story) for mention in entry.mentions)), None),
    }


def _picture(mention: Mention, story: Story) -> Values | None:
    article = mention.dated.article
    return picture_values(article, article_folder(article, story))


def headline(entry: Entry) -> list[Part]:
    """The clause in parts, with the antecedent of its opening pronoun in brackets.

    A clause that is its whole sentence stands alone, so the expressions that date it are picked out here.
    """
    first = entry.mentions[0]
    if entry.subject:
        pronoun, space, rest = entry.what.partition(" ")
        return [("text", pronoun + " "), ("subject", f"[{entry.subject}]"), ("text", space + rest)]
    if first.event is None or not is_whole(first.event):
        return [("text", entry.what)]
    sentence = first.event.quote.strip(MARKS)
    begin = first.event.quote_start + first.event.quote.find(sentence)
    return marked(sentence, begin, first.event.expressions, first.dated.expressions)


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
    page = "" if story.lone else article_folder(article, story) + "index.html"
    return {
        "title": article.title,
        "href": f"{page}#x{event.expressions[0]}" if event and event.expressions else page,
        "dateline": catalogue.date_words(article.dateline.day),
        "datetime": article.dateline.day.isoformat(),
        "place": article.dateline.place,
        "source": article.source,
        "quote": _quote(event, mention.dated.expressions) if event and not is_whole(event) else [],
        "workings": [working_values(expression, article) for expression in found],
    }


def _quote(event: Event, expressions: Sequence[TimeExpression]) -> list[Part]:
    return marked(event.quote, event.quote_start, event.expressions, expressions)


def is_whole(event: Event) -> bool:
    """Whether the clause is its whole sentence, but for the marks at its ends."""
    return event.quote.strip(MARKS).split() == event.what.strip(MARKS).split()


def marked(words: str, begin: int, dating: Sequence[int], expressions: Sequence[TimeExpression]) -> list[Part]:
    """The words, which begin at an offset of the article's text, with the expressions of those indices picked out."""
    parts: list[Part] = []
    at, end = 0, len(words)
    for x in sorted((expressions[index] for index in dating), key=lambda x: x.start):
        start, stop = max(x.start - begin, at), min(x.end - begin, end)
        if start < stop:
            parts += [("text", words[at:start]), ("time", words[start:stop])]
            at = stop
    return [part for part in (*parts, ("text", words[at:])) if part[1]]


def working_values(expression: TimeExpression, article: Article) -> Values:
    """The steps from the words to the interval, and the other reading where there is one."""
    doubt = expression.doubt
    other = doubt.other if doubt else None
    return {
        "text": expression.text,
        "dateline": catalogue.date_words(article.dateline.day),
        "steps": [step for step in expression.why if step != f"“{expression.text}”"],
        "doubt": doubt.reason if doubt else "",
        "other": catalogue.interval_words(other, expression.grain, article.conventions) if other else "",
    }


def picture_values(article: Article, folder: str) -> Values | None:
    """The article's picture; `folder` is the address of the article's own folder, seen from the page."""
    picture = article.image
    if picture is None:
        return None
    return {
        "src": folder + quote(picture.href),
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
        "width": picture.width,
        "height": picture.height,
    }


def article_folder(article: Article, story: Story) -> str:
    """The address of the article's folder seen from its story's page."""
    return "" if story.lone else f"{quote(article.slug)}/"
