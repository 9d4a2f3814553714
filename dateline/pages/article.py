"""An article's text with its time expressions marked, each tied to its events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from dateline.catalogue import Catalogue
from dateline.marking import Mark, marked_html
from dateline.model import Article, DatedArticle, Run, Story, TimeExpression
from dateline.pages.editor import correction_values, date_words
from dateline.pages.entry import picture_values
from dateline.pages.threads import article_threads, thread_values
from dateline.timex.values import html_datetime

Values = dict[str, Any]
Links = dict[int, list[str]]
ANCHORED = re.compile(r'<(time|span class="time") data-x="(x\d+)"')
CLASS = ' class="time"'
LINK = re.compile(r"<(/?)a[ >]", re.IGNORECASE)


def article_values(catalogue: Catalogue, dated: DatedArticle, links: Links) -> Values:
    """What a template may say of an article, its addresses seen from its own page."""
    article = dated.article
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
        "threads": thread_values(article_threads(dated)),
        "picture": picture_values(article, ""),
        "lang": article.conventions.lang,
        "html": article_html(dated, links),
        "dates": [date_values(catalogue, index, dated, links) for index in range(len(dated.expressions))],
    }


def web_address(address: str) -> str:
    """The address where it is one of the web, else nothing."""
    parts = urlsplit(address)
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def entry_links(story: Story) -> dict[str, Links]:
    """By article, the addresses of the entries that each of its expressions, by its index, dates."""
    page = "" if story.lone else "../index.html"
    links: dict[str, Links] = {dated.article.slug: {} for dated in story.articles}
    for entry in story.timeline.entries:
        for mention in entry.mentions:
            for index in mention.event.expressions if mention.event else ():
                links[mention.dated.article.slug].setdefault(index, []).append(f"{page}#{entry.id}")
    return links


def date_values(catalogue: Catalogue, index: int, dated: DatedArticle, links: Links) -> Values:
    """An expression for the list of the dates in an article."""
    expression = dated.expressions[index]
    return {
        "id": f"x{index}",
        "text": expression.text,
        "words": date_words(catalogue, expression, dated.article.conventions),
        "hrefs": links.get(index, []),
    }


def article_html(dated: DatedArticle, links: Links) -> Markup:
    """The article's HTML, each expression marked, and tied to the first entry it dates."""
    linked = list(_linked_spans(dated.article))
    marks = [_mark(index, x, links, linked) for index, x in enumerate(dated.expressions)]
    seen: set[str] = set()

    def first_only(match: re.Match[str]) -> str:
        tag, name = match.groups()
        if name in seen:
            return f"<{tag}"
        seen.add(name)
        return f'<{tag} id="{name}"'

    return Markup(ANCHORED.sub(first_only, marked_html(dated.article, marks)))  # noqa: S704  sanitised by markup


def _mark(index: int, x: TimeExpression, links: Links, linked: list[tuple[int, int]]) -> Mark:
    moment = html_datetime(x)
    # HTML allows no <time> whose words no program can read (HTML Standard, 4.5.14).
    name, attribute = ("time", f' datetime="{escape(moment)}"') if moment else ("span", "")
    opening = f'<{name}{"" if moment else CLASS} data-x="x{index}"{attribute}>'
    if index not in links or any(start < x.end and x.start < end for start, end in linked):
        return x.start, x.end, opening, f"</{name}>"
    return x.start, x.end, f'<a href="{escape(links[index][0])}">{opening}', f"</{name}></a>"


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
