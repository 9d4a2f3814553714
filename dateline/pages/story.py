"""A story's timeline, on its own page or, where it is long, on one for every so many years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from dateline.catalogue import Catalogue
from dateline.config import Site
from dateline.formats.exports import FILES
from dateline.pages.article import article_values, entry_links
from dateline.pages.feed import story_feed
from dateline.pages.finding import choices, finding_values
from dateline.pages.leaves import FIRST, Leaf, addresses, seen_from, way_up
from dateline.pages.overview import overview_values
from dateline.pages.page import About, Page, page
from dateline.pages.sections import periods, section_values
from dateline.pages.share import article_picture, preview_values
from dateline.pages.structured import article_data, timeline_data
from dateline.pages.view import StoryView, told

Values = dict[str, Any]
EMBEDDED = f"embed/{FIRST}"


def timeline_pages(jinja: Environment, site: Site, view: StoryView) -> Iterator[Page]:
    """The story's page, with the whole timeline or the way to its leaves, and these; a lone article stands below."""
    catalogue, bound = view.catalogue, view.leaves
    offered = {leaf.path: choices(catalogue, told(view, leaf)) for leaf in bound}
    sections = {leaf.path: section_values(view, leaf, offered[leaf.path]) for leaf in bound}
    whole = [period for leaf in bound for period in periods(sections[leaf.path], quote(leaf.path))]
    drawn = overview_values(catalogue, view.story.timeline, whole)

    def shown(leaf: Leaf) -> Values:
        seen = [period._replace(href=seen_from(leaf.path, period.href)) for period in whole]
        first = sections[leaf.path][0]["id"]
        return {
            "legend": catalogue.legend({each.shape for each in told(view, leaf)}),
            "finding": finding_values(catalogue, offered[leaf.path]),
            "entries": len(leaf.entries),
            "sections": sections[leaf.path],
            "overview": drawn(seen, f"#{first}"),
        }

    if len(bound) == 1:
        yield _story_page(jinja, site, view, bound[0], shown(bound[0]) | {"leaves": []})
        return
    listed = {"overview": drawn(whole, "#pages"), "leaves": _leaf_list(catalogue, bound)}
    yield _story_page(jinja, site, view, Leaf("", FIRST, ()), listed)
    for at, leaf in enumerate(bound):
        yield _leaf_page(jinja, site, view, at, shown(leaf))


def _story_page(jinja: Environment, site: Site, view: StoryView, leaf: Leaf, shown: Values) -> Page:
    """The story's own page; a lone article stands below the timeline."""
    story = view.story
    values, template = story_values(site, view) | shown, "story.html"
    if story.lone:
        (dated,) = story.articles
        article = article_values(view, dated, entry_links(view, dated))
        values, template = values | {"article": article}, "lone.html"
    return page(jinja, site, template, f"{story.slug}/{FIRST}", values, about=_about(site, view, leaf))


def _leaf_page(jinja: Environment, site: Site, view: StoryView, at: int, shown: Mapping[str, Any]) -> Page:
    catalogue, story, bound = view.catalogue, view.story, view.leaves
    beside = {"earlier_page": at - 1, "later_page": at + 1}
    counts = catalogue.entry_counts(len(bound[at].entries))
    values = {
        **shown,
        "title": f"{story.title}: {bound[at].label}",
        "counts": counts,
        "label": bound[at].label,
        "story": {"title": story.title, "href": way_up(bound[at].path) + FIRST},
        "description": catalogue.listing_description(f"{story.title}, {bound[at].label}", counts),
        "beside": [
            {"words": catalogue.words[which], "label": bound[other].label, "href": _across(bound[at], bound[other])}
            for which, other in beside.items()
            if 0 <= other < len(bound)
        ],
    }
    path = f"{story.slug}/{bound[at].path}"
    about = _about(site, view, bound[at])
    return page(jinja, site, "leaf.html", path, values, [(story.title, f"{quote(story.slug)}/{FIRST}")], about)


def _about(site: Site, view: StoryView, leaf: Leaf) -> About:
    """What a page of the timeline says of itself to other programs; a lone article is one, too."""
    story, preview = view.story, preview_values(site, view.story)
    data = [timeline_data(site, view, told(view, leaf))]
    if story.lone:
        (dated,) = story.articles
        described = story.standfirst or view.catalogue.story_description(story)
        data.append(article_data(site, story, dated, described, article_picture(story, dated)))
    return About("article" if story.lone else "website", data, preview, story_feed(story))


def _across(leaf: Leaf, other: Leaf) -> str:
    return way_up(leaf.path) + quote(other.path)


def _leaf_list(catalogue: Catalogue, bound: Sequence[Leaf]) -> list[Values]:
    largest = max(len(leaf.entries) for leaf in bound)
    return [
        {
            "label": leaf.label,
            "href": quote(leaf.path),
            "counts": catalogue.entry_counts(len(leaf.entries)),
            "share": max(1, 100 * len(leaf.entries) // largest),
        }
        for leaf in bound
    ]


MOST_EMBEDDED = 100


def embedded_page(jinja: Environment, site: Site, view: StoryView) -> Page:
    """The timeline for a frame in another's page; of a long one, its latest entries."""
    story, entries = view.story, view.entries[-MOST_EMBEDDED:]
    leaf = Leaf("", EMBEDDED, tuple(each.entry for each in entries))
    embedded = replace(view, where={**view.where, **addresses([leaf])})
    values = story_values(site, view) | {
        "sections": section_values(embedded, leaf, choices(view.catalogue, entries)),
        "cut": len(entries) < len(view.entries),
    }
    about = About(listed=False, instead=f"{quote(story.slug)}/{FIRST}")
    return page(jinja, site, "embed.html", f"{story.slug}/{EMBEDDED}", values, about=about)


def story_values(site: Site, view: StoryView) -> Values:
    """What a story's own pages may say of it."""
    catalogue, story = view.catalogue, view.story
    return {
        "title": story.title,
        "standfirst": story.standfirst,
        "description": story.standfirst or catalogue.story_description(story),
        "counts": catalogue.said(
            "span_and_counts", span=catalogue.story_span(story), counts=catalogue.story_counts(story)
        ),
        "years": catalogue.story_years(story),
        "introduction": Markup(story.introduction),  # noqa: S704  sanitised where it was read
        "embed": f"{site.base_url}/{quote(story.slug)}/embed/" if site.base_url else "",
        "files": [{"href": file.name, "words": catalogue.words[f"take_{file.format}"]} for file in FILES],
        "articles": [
            {
                "title": dated.article.title,
                "href": f"{quote(dated.article.slug)}/index.html",
                "dateline": catalogue.date_words(dated.article.dateline.day),
                "datetime": dated.article.dateline.day.isoformat(),
                "place": dated.article.dateline.place,
                "source": dated.article.source,
            }
            for dated in story.articles
        ],
    }
