"""An entry of a timeline: its headline, its mark, and how well its time is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from dateline.model import Article, DatedArticle, Entry, Event, Mention, Status, Story, TimeExpression
from dateline.pieces import CODE, code_words
from dateline.timeline.runs import is_in_doubt
from dateline.timex.values import html_datetime

Values = dict[str, Any]
Part = tuple[str, str]
QUOTATIONS = (("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"))
MARKS = " \n.!?;:,\"'“”‘’"


def headline(entry: Entry) -> list[Part]:
    """The clause in parts, with the antecedent of its opening pronoun in brackets.

    A clause that is its whole sentence stands alone, so the expressions that date it are picked out here.
    """
    first = entry.mentions[0]
    if first.event is None or entry.rewritten:
        return [("text", entry.what)]
    article = first.dated.article
    if entry.subject:
        pronoun, space, rest = entry.what.partition(" ")
        # Where its words come from is not known, so neither is what its code was.
        subject = entry.subject.replace(CODE, "…")
        parts = [("text", pronoun + " "), ("subject", f"[{subject}]"), ("text", space + rest)]
        return with_code(parts, article, first.event.spans)
    if not is_whole(first.event):
        return with_code([("text", entry.what)], article, first.event.spans)
    words = bare(first.event.quote)
    begin = first.event.quote_start + first.event.quote.find(words)
    return sentence(words, begin, first.event, first.dated)


def bare(quote: str) -> str:
    """A sentence without the marks at its ends, but with those that open or close a quotation within it."""
    words = quote.strip(MARKS)
    begin = quote.find(words)
    end = begin + len(words)
    for opening, closing in QUOTATIONS:
        opened = words.count(opening) - words.count(closing) if opening != closing else words.count(opening) % 2
        if opened > 0 and closing in quote[end:]:
            return quote[begin : quote.index(closing, end) + 1]
        if opened and opening in quote[:begin]:
            return quote[quote.rindex(opening, 0, begin) : end]
    return words


def article_lang(mention: Mention) -> str:
    """The language of an article's words."""
    return mention.dated.article.conventions.lang


def shape(entry: Entry, known: str) -> str:
    """How certain the time is, as the mark beside the entry shows it; `known` is its certainty."""
    if entry.mentions[0].event is None:
        return "published"
    if entry.status is Status.PLANNED or entry.modality or entry.polarity == "NEG":
        return "planned"
    if entry.when.start is None or entry.when.end is None:
        return "open"
    if is_day(entry):
        return known
    return "lasting" if entry.extent == "throughout" else "within"


def is_day(entry: Entry) -> bool:
    """Whether the entry stands on one day, however certain that is."""
    return entry.when.start is not None and entry.when.end == entry.when.start + 1


def certainty(entry: Entry) -> str:
    """How well the time is known: one of the catalogue's certainties."""
    if any(contradiction.kind == "days" for contradiction in entry.contradictions):
        return "disputed"
    if is_in_doubt(entry):
        return "doubt"
    if entry.when.start is None or entry.when.end is None:
        return "open"
    if entry.when.end > entry.when.start + 1:
        return "period"
    return "about" if entry.edtf and "~" in entry.edtf else "day"


def standing(entry: Entry) -> str:
    """Whether it happened: one of the catalogue's statuses."""
    if entry.mentions[0].event is None:
        return "published"
    if entry.polarity == "NEG":
        return "denied"
    return "possible" if entry.modality else entry.status.value


def entry_datetime(entry: Entry) -> str | None:
    """HTML's `datetime` of the expression that dates the entry, where the words of one report alone give its days."""
    if entry.mentions[0].event is None:
        return entry.edtf
    if entry.when.start is None or entry.when.end is None:
        return None
    for mention in entry.mentions:
        event = mention.event
        if event is not None and event.when == entry.when and len(event.expressions) == 1:
            return html_datetime(mention.dated.expressions[event.expressions[0]])
    return None


def sentence(words: str, begin: int, event: Event, dated: DatedArticle) -> list[Part]:
    """Words of the article from an offset on, with what dates the event picked out."""
    parts = marked(words, begin, event.expressions, dated.expressions)
    return with_code(parts, dated.article, [(begin, begin + len(words))])


def trimmed(parts: Sequence[Part]) -> list[Part]:
    """The parts without the blanks at their ends."""
    found = list(parts)
    if found and found[0][0] == "text":
        found[0] = ("text", found[0][1].lstrip())
    if found and found[-1][0] == "text":
        found[-1] = ("text", found[-1][1].rstrip())
    return found


def with_code(parts: Sequence[Part], article: Article, spans: Sequence[tuple[int, int]]) -> list[Part]:
    """The parts, put together from those spans of the article's text, with the words of its code in their places."""
    if not any(CODE in words for _, words in parts):
        return list(parts)
    known = code_words(article.text, article.pieces)
    stand_ins = (at for start, end in spans for at in range(start, end) if article.text[at : at + 1] == CODE)
    shown = (known.get(at, CODE) for at in stand_ins)
    return [(kind, re.sub(CODE, lambda _: next(shown, "…"), words)) for kind, words in parts]


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
