"""What a page says of itself to other programs: schema.org as JSON-LD, in the words of its vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import orjson
from markupsafe import Markup

from dateline.config import Site
from dateline.model import DatedArticle, Interval, Status, Story
from dateline.pages.article import web_address
from dateline.pages.entry import is_day
from dateline.pages.view import EntryView, StoryView
from dateline.timex.interval import civil
from dateline.timex.values import iso_day

Data = dict[str, Any]
Crumb = tuple[str, str]

CONTEXT = "https://schema.org"
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end the element that holds the data, or open a comment in it (HTML Standard, 4.12.1.3)."""

FIRST_YEAR, LAST_YEAR = 1, 9999


def script(data: Sequence[Data]) -> Markup:
    """The data as the text of a script element, which nothing in it can leave."""
    text = orjson.dumps({"@context": CONTEXT, "@graph": data}).decode()
    for character, escape in ESCAPES.items():
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704  no character is left that HTML would read


def absolute(site: Site, path: str) -> str:
    """The address of a path of the site, percent-encoded; empty where nobody knows where the site will lie."""
    page, mark, place = path.partition("#")
    return f"{site.base_url}/{page.removesuffix('index.html')}{mark}{place}" if site.base_url else ""


def site_data(site: Site) -> Data:
    """The site, for its front page."""
    return _known({"@type": "WebSite", "name": site.title, "description": site.description, "url": absolute(site, "")})


def timeline_data(site: Site, view: StoryView, entries: Sequence[EntryView]) -> Data:
    """A page with these entries of a story."""
    story, folder = view.story, quote(view.story.slug)
    return _known(
        {
            "@type": "CollectionPage",
            "name": story.title,
            "description": story.standfirst,
            "inLanguage": view.catalogue.code,
            "temporalCoverage": coverage([told.when for told in view.entries]),
            "mainEntity": {
                "@type": "ItemList",
                "numberOfItems": len(entries),
                "itemListElement": [
                    _item(number, told, absolute(site, f"{folder}/{view.where[told.entry.id]}"))
                    for number, told in enumerate(entries, 1)
                ],
            },
        }
    )


def _item(number: int, told: EntryView, url: str) -> Data:
    """An entry in the list: an event where its day is known and it surely happened then, else words and date alone."""
    item: Data = {"@type": "ListItem", "position": number}
    entry, event = told.entry, told.entry.mentions[0].event
    sure = entry.status is Status.HAPPENED and entry.polarity == "POS" and not entry.modality
    if event is None or not sure or not is_day(entry) or told.certainty != "day" or not _has_years(entry.when):
        described = "; ".join([told.date, *told.conditions])
        return item | _known({"name": told.what, "description": described, "url": url})
    assert entry.when.start is not None
    places = [{"@type": "Place", "name": place} for place in event.places]
    day = iso_day(entry.when.start)
    return item | {
        "item": _known({"@type": "Event", "name": told.what, "startDate": day, "url": url, "location": places})
    }


def _has_years(when: Interval) -> bool:
    return when.start is not None and FIRST_YEAR <= civil(when.start)[0] <= LAST_YEAR


def coverage(when: Sequence[Interval]) -> str:
    """The days from the first to the last as ISO 8601 has them, an open end as two dots: "2001-09-11/.."."""
    start = min((each.start for each in when if each.start is not None), default=None)
    if start is None or not _has_years(Interval(start, None)):
        return ""
    ends = [each.last for each in when]
    last = None if None in ends else max(end for end in ends if end is not None)
    if last is not None and not _has_years(Interval(last, None)):
        return ""
    return f"{iso_day(start)}/{'..' if last is None else iso_day(last)}"


def article_data(site: Site, story: Story, dated: DatedArticle, description: str, image: str) -> Data:
    """An article as schema.org's `NewsArticle`; `image` is the path of its picture in the site, or empty."""
    article = dated.article
    folder = quote(story.slug)
    path = f"{folder}/" if story.lone else f"{folder}/{quote(article.slug)}/"
    moment = article.dateline.moment
    return _known(
        {
            "@type": "NewsArticle",
            "headline": article.title,
            "description": description,
            "url": absolute(site, path),
            "mainEntityOfPage": absolute(site, path),
            "datePublished": moment.isoformat() if moment else article.dateline.day.isoformat(),
            "dateModified": article.updated.isoformat() if article.updated else "",
            "dateline": article.dateline.place,
            "inLanguage": article.conventions.lang,
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "publisher": {"@type": "Organization", "name": article.source or site.title},
            "isBasedOn": web_address(article.source_url),
            "image": absolute(site, image) if image else "",
            "keywords": list(article.tags),
        }
    )


def listing_data(title: str, description: str, lang: str, address: str) -> Data:
    """A page that lists what other pages tell."""
    data = {"@type": "CollectionPage", "name": title, "description": description, "inLanguage": lang, "url": address}
    return _known(data)


def trail_data(site: Site, trail: Sequence[Crumb], title: str, path: str) -> list[Data]:
    """The way from the front page to a page; nothing of the front page itself, or where addresses are not known."""
    if not trail or not site.base_url:
        return []
    steps = [*trail, (title, path)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": absolute(site, href)}
        for number, (name, href) in enumerate(steps, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _known(data: Data) -> Data:
    """The data without what is empty."""
    return {key: value for key, value in data.items() if value}
