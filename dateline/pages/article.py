"""An article's text with its time expressions marked, each tied to its events."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from dateline.catalogue import Catalogue
from dateline.marking import Mark, marked_html
from dateline.model import Article, DatedArticle, Run, Story, TimeExpression
from dateline.pages.editor import correction_values, date_words
from dateline.pages.entry import article_lang, picture_values
from dateline.pages.leaves import seen_from
from dateline.pages.view import EntryView, StoryView
from dateline.timex.languages import reads
from dateline.timex.values import html_datetime

Values = dict[str, Any]
Links = dict[int, list[str]]
ANCHORED = re.compile(r'<(time|span class="time") data-x="(x\d+)"')
OPENER = re.compile(r'<button class="mark__more" data-x="(x\d+)"[^>]*></button>')
CLASS = ' class="time"'
LINK = re.compile(r"<(/?)a[ >]", re.IGNORECASE)


class Words(NamedTuple):
    """Words of an article that date an entry; `id` is that of their mark."""

    id: str
    text: str


class Moment(NamedTuple):
    """An entry in the small timeline of an article; `lang` is the language of its headline, which another may give."""

    date: str
    shape: str
    what: str
    lang: str
    href: str
    marks: list[Words]


class Note(NamedTuple):
    """What the mark of an expression opens."""

    id: str
    note: str
    text: str
    doubt: str
    words: str
    hrefs: list[str]


def article_values(view: StoryView, dated: DatedArticle, links: Links) -> Values:
    """What a template may say of an article, its addresses seen from its own page, and its timeline."""
    catalogue, article = view.catalogue, dated.article
    notes = [note_values(catalogue, index, dated, links) for index in range(len(dated.expressions))]
    return {
        "title": article.title,
        "summary": article.summary,
        "corrections": correction_values(catalogue, article),
        "dateline": catalogue.date_words(article.dateline.day),
        "datetime": article.dateline.day.isoformat(),
        "place": article.dateline.place,
        "authors": article.authors,
        "source": article.source,
        "source_url": web_address(article.source_url),
        "updated": catalogue.date_words(article.updated) if article.updated else "",
        "updated_datetime": article.updated.isoformat() if article.updated else "",
        "threads": view.threads.named(view.threads.of_article(dated)),
        "picture": picture_values(article, ""),
        "lang": article.conventions.lang,
        "by_hand": not reads(article.conventions.lang),
        "html": article_html(catalogue, dated, links),
        "notes": notes,
        "moments": moment_values(view, dated),
        "others": [note for index, note in enumerate(notes) if index not in links],
    }


def web_address(address: str) -> str:
    """The address where it is one of the web, else nothing."""
    parts = urlsplit(address)
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def entry_links(view: StoryView, dated: DatedArticle) -> Links:
    """The addresses of the entries that each expression of an article, by its index, dates."""
    links: Links = {}
    for told in view.of(dated):
        href = _href(view, told)
        for mention in told.entry.mentions:
            for index in mention.event.expressions if mention.event and mention.dated is dated else ():
                links.setdefault(index, []).append(href)
    return links


def moment_values(view: StoryView, dated: DatedArticle) -> list[Moment]:
    """The entries that an article gives, in order, for the small timeline beside its text."""
    return [
        Moment(
            told.date,
            told.shape,
            told.what,
            article_lang(told.entry.mentions[0]),
            _href(view, told),
            [
                Words(f"x{index}", dated.expressions[index].text)
                for mention in told.entry.mentions
                if mention.dated is dated and mention.event
                for index in mention.event.expressions
            ],
        )
        for told in view.of(dated)
    ]


def _href(view: StoryView, told: EntryView) -> str:
    """Where an entry stands, seen from the page of its article."""
    return seen_from(_path(view.story), view.where[told.entry.id])


def _path(story: Story) -> str:
    """An article's page in its story's folder, whatever its own name is."""
    return "index.html" if story.lone else "article/index.html"


def note_values(catalogue: Catalogue, index: int, dated: DatedArticle, links: Links) -> Note:
    """What an expression of an article means, and the entries that it dates."""
    expression, conventions = dated.expressions[index], dated.article.conventions
    other = expression.doubt.other if expression.doubt else None
    return Note(
        id=f"x{index}",
        note=f"n{index}",
        text=expression.text,
        doubt=catalogue.interval_words(other, expression.grain, conventions) if other else "",
        words=date_words(catalogue, expression, conventions),
        hrefs=links.get(index, []),
    )


def article_html(catalogue: Catalogue, dated: DatedArticle, links: Links) -> Markup:
    """The article's HTML, each expression marked, and tied to the first entry it dates."""
    linked = list(_linked_spans(dated.article))
    marks = [_mark(catalogue, index, x, links, linked) for index, x in enumerate(dated.expressions)]
    seen: set[str] = set()

    def first_only(match: re.Match[str]) -> str:
        tag, name = match.groups()
        if name in seen:
            return f"<{tag}"
        seen.add(name)
        return f'<{tag} id="{name}"'

    marked = marked_html(dated.article, marks)
    last = {match[1]: match.start() for match in OPENER.finditer(marked)}

    def last_only(match: re.Match[str]) -> str:
        name = match[1]
        return match[0].replace(f' data-x="{name}"', "") if last[name] == match.start() else ""

    return Markup(ANCHORED.sub(first_only, OPENER.sub(last_only, marked)))  # noqa: S704  sanitised by markup


def _mark(catalogue: Catalogue, index: int, x: TimeExpression, links: Links, linked: Sequence[tuple[int, int]]) -> Mark:
    moment = html_datetime(x)
    # HTML allows no <time> whose words no program can read (HTML Standard, 4.5.14).
    name, attribute = ("time", f' datetime="{escape(moment)}"') if moment else ("span", "")
    opening = f'<{name}{"" if moment else CLASS} data-x="x{index}"{attribute}>'
    if _overlaps(linked, x.start, x.end):
        return x.start, x.end, opening, f"</{name}>"
    asked = escape(catalogue.words["date_of"].format(words=x.text))
    more = f'<button class="mark__more" data-x="x{index}" popovertarget="n{index}" aria-label="{asked}"></button>'
    if index not in links:
        return x.start, x.end, opening, f"</{name}>{more}"
    return x.start, x.end, f'<a class="mark" href="{escape(links[index][0])}">{opening}', f"</{name}></a>{more}"


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which stand in order and apart, has a place in common with another."""
    at = bisect_right(spans, start, key=lambda span: span[1])
    return at < len(spans) and spans[at][0] < end


def _linked_spans(article: Article) -> Iterator[tuple[int, int]]:
    """The spans of text inside the author's own links, where no other link may stand."""
    inside = False
    for piece in article.pieces:
        if isinstance(piece, Run):
            if inside:
                yield piece.start, piece.end
            continue
        for tag in LINK.finditer(piece.html):
            inside = not tag[1]
