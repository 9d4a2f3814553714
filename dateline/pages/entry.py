"""An entry of a timeline as the templates see it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from dateline.catalogue import Catalogue
from dateline.model import Article, Contradiction, DatedArticle, Entry, Event, Mention, Status, Story, TimeExpression
from dateline.pages.editor import edited_values, thought_steps
from dateline.pages.imported import imported_values
from dateline.pages.threads import entry_threads, thread_values
from dateline.pieces import CODE, code_words
from dateline.timeline.runs import is_in_doubt
from dateline.timex.values import html_datetime

Values = dict[str, Any]
Part = tuple[str, str]
MARKS = " \n.!?;:,\"'“”‘’"


def entry_values(catalogue: Catalogue, entry: Entry, story: Story, illustrated: bool, up: str = "") -> Values:
    """What a template may say of an entry; `illustrated` where it shows the picture of its article.

    `up` is the address of the story's folder, seen from the page.
    """
    first = entry.mentions[0]
    published = first.event is None
    return {
        "id": entry.id,
        "published": published,
        "what": entry.what,
        "subject": entry.subject,
        "headline": headline(entry),
        "lang": article_lang(first),
        "date": catalogue.published_words(first) if published else catalogue.entry_words(entry),
        "clock": catalogue.clock_words(entry.clock, entry.grain),
        "datetime": entry_datetime(entry),
        "edtf": entry.edtf,
        "shape": shape(entry),
        "conditions": catalogue.condition_words(entry),
        "certainty": certainty_words(catalogue, entry),
        "contradictions": [contradiction_values(catalogue, each, entry, story, up) for each in entry.contradictions],
        "mentions": [mention_values(catalogue, mention, entry, story, up) for mention in entry.mentions],
        "threads": thread_values(entry_threads(entry)),
        "picture": _picture(entry, story, up) if illustrated else None,
    }


def certainty_words(catalogue: Catalogue, entry: Entry) -> str:
    """What the date is worth where it is neither agreed on nor the only reading."""
    known = certainty(entry)
    if known == "doubt":
        return catalogue.doubt_words(entry)
    return catalogue.words["disputed"] if known == "disputed" else ""


def _picture(entry: Entry, story: Story, up: str) -> Values | None:
    articles = (mention.dated.article for mention in entry.mentions)
    pictures = (picture_values(article, up + article_folder(article, story)) for article in articles)
    return next(filter(None, pictures), None)


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
    sentence = first.event.quote.strip(MARKS)
    begin = first.event.quote_start + first.event.quote.find(sentence)
    return _sentence(sentence, begin, first.event, first.dated)


def article_lang(mention: Mention) -> str:
    """The language of an article's words."""
    return mention.dated.article.conventions.lang


def shape(entry: Entry) -> str:
    """How certain the time is, as the mark beside the entry shows it."""
    if entry.mentions[0].event is None:
        return "published"
    if entry.status is Status.PLANNED or entry.modality or entry.polarity == "NEG":
        return "planned"
    if entry.when.start is None or entry.when.end is None:
        return "open"
    if is_day(entry):
        return certainty(entry)
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


def contradiction_values(
    catalogue: Catalogue, contradiction: Contradiction, entry: Entry, story: Story, up: str
) -> Values:
    """What the articles do not agree on, and each one's claim."""
    told = [entry.mentions[index] for index in contradiction.mentions]
    claims = [f"“{words}”" for words in contradiction.claims] or [
        catalogue.event_words(mention.event, mention.dated.article.conventions) for mention in told if mention.event
    ]
    return {
        "label": catalogue.difference_words(contradiction),
        "claims": [
            {"words": words, "title": mention.dated.article.title, "href": _href(mention, story, up)}
            for mention, words in zip(told, claims, strict=True)
        ],
    }


def _href(mention: Mention, story: Story, up: str) -> str:
    """Where the article tells of the event, seen from a page of its story."""
    if mention.dated.article.imported is not None:
        return ""
    page = f"{up}index.html" if story.lone and up else ""
    if not story.lone:
        page = f"{up}{article_folder(mention.dated.article, story)}index.html"
    event = mention.event
    return f"{page}#x{event.expressions[0]}" if event and event.expressions else page


def mention_values(catalogue: Catalogue, mention: Mention, entry: Entry, story: Story, up: str) -> Values:
    """Where an article reports the event, in which sentence, and how its date was worked out.

    Where other articles report it too, each is shown with its own words and its own date.
    """
    article, event = mention.dated.article, mention.event
    gives_headline = mention is entry.mentions[0] and not entry.rewritten
    found = [mention.dated.expressions[index] for index in event.expressions] if event else []
    return {
        "imported": imported_values(catalogue, mention, event.imported) if event and event.imported else None,
        "title": article.title or article.source,
        "href": _href(mention, story, up),
        "dateline": catalogue.date_words(article.dateline.day),
        "datetime": article.dateline.day.isoformat(),
        "place": article.dateline.place,
        "source": article.source,
        "id": mention.id,
        "edited": edited_values(catalogue, mention, entry),
        "lang": article.conventions.lang,
        "quote": _sentence(event.quote, event.quote_start, event, mention.dated)
        if event and (not is_whole(event) or not gives_headline)
        else [],
        "date": catalogue.report_words(mention) if len(entry.mentions) > 1 else "",
        "details": [_words(span, article) for span in event.details] if event else [],
        "workings": [working_values(catalogue, expression, article) for expression in found],
    }


def _words(span: tuple[int, int], article: Article) -> str:
    """The words of a span of the article's text, with those of its code."""
    return "".join(words for _, words in with_code([("text", article.text[slice(*span)])], article, [span]))


def _sentence(words: str, begin: int, event: Event, dated: DatedArticle) -> list[Part]:
    """Words of the article from an offset on, with what dates the event picked out."""
    parts = marked(words, begin, event.expressions, dated.expressions)
    return with_code(parts, dated.article, [(begin, begin + len(words))])


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


def working_values(catalogue: Catalogue, expression: TimeExpression, article: Article) -> Values:
    """The steps from the words to the interval, and the other reading where there is one."""
    doubt = expression.doubt
    other = doubt.other if doubt else None
    return {
        "text": expression.text,
        "dateline": catalogue.date_words(article.dateline.day),
        "steps": [step for step in expression.why if step != f"“{expression.text}”"],
        "thought": thought_steps(expression),
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
