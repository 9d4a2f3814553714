"""A story's timeline, on its own page or, where it is long, on one for every so many years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from dateline.catalogue import Catalogue
from dateline.config import Site
from dateline.formats.exports import FILES
from dateline.model import Entry, Story
from dateline.pages.article import article_values, entry_links, moment_values
from dateline.pages.entry import shape
from dateline.pages.environment import site_catalogue
from dateline.pages.feed import story_feed
from dateline.pages.finding import choices, finding_values
from dateline.pages.leaves import FIRST, Leaf, addresses, leaves, seen_from, way_up
from dateline.pages.overview import overview_values
from dateline.pages.page import About, Page, page
from dateline.pages.sections import periods, section_values, standing
from dateline.pages.share import article_picture, preview_values
from dateline.pages.structured import article_data, timeline_data

Values = dict[str, Any]
EMBEDDED = f"embed/{FIRST}"


def timeline_pages(jinja: Environment, site: Site, story: Story) -> Iterator[Page]:
    """The story's page, with the whole timeline or the way to its leaves, and these; a lone article stands below."""
    catalogue = site_catalogue(site)
    bound = leaves(catalogue, story)
    where = addresses(bound)
    shared = standing(catalogue, story, where)
    sections = {leaf.path: section_values(catalogue, story, leaf, shared) for leaf in bound}
    whole = [period for leaf in bound for period in periods(sections[leaf.path], quote(leaf.path))]
    drawn = overview_values(catalogue, story.timeline, whole)

    def shown(leaf: Leaf) -> Values:
        seen = [period._replace(href=seen_from(leaf.path, period.href)) for period in whole]
        first = sections[leaf.path][0]["id"]
        return _leaf_values(catalogue, leaf) | {"sections": sections[leaf.path], "overview": drawn(seen, f"#{first}")}

    if len(bound) == 1:
        yield _story_page(jinja, site, story, bound[0], where, shown(bound[0]) | {"leaves": []})
        return
    listed = {"overview": drawn(whole, "#pages"), "leaves": _leaf_list(catalogue, bound)}
    yield _story_page(jinja, site, story, Leaf("", FIRST, ()), where, listed)
    for at, leaf in enumerate(bound):
        yield _leaf_page(jinja, site, story, bound, at, shown(leaf))


def _story_page(
    jinja: Environment, site: Site, story: Story, leaf: Leaf, where: Mapping[str, str], shown: Values
) -> Page:
    """The story's own page; a lone article stands below the timeline."""
    catalogue = site_catalogue(site)
    values, template = story_values(site, story) | shown, "story.html"
    if story.lone:
        (dated,) = story.articles
        links, moments = entry_links(story, where)[dated.article.slug], moment_values(catalogue, story, dated, where)
        values, template = values | {"article": article_values(catalogue, dated, links, moments)}, "lone.html"
    return page(jinja, site, template, f"{story.slug}/{FIRST}", values, about=_about(site, story, leaf, where))


def _leaf_page(
    jinja: Environment, site: Site, story: Story, bound: Sequence[Leaf], at: int, shown: Mapping[str, Any]
) -> Page:
    catalogue = site_catalogue(site)
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
    about = _about(site, story, bound[at], addresses(bound))
    return page(jinja, site, "leaf.html", path, values, [(story.title, f"{quote(story.slug)}/{FIRST}")], about)


def _about(site: Site, story: Story, leaf: Leaf, where: Mapping[str, str]) -> About:
    """What a page of the timeline says of itself to other programs; a lone article is one, too."""
    catalogue, preview = site_catalogue(site), preview_values(site, story)
    data = [timeline_data(site, catalogue, story, leaf.entries, where)]
    if story.lone:
        (dated,) = story.articles
        described = story.standfirst or catalogue.story_description(story)
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


def _leaf_values(catalogue: Catalogue, leaf: Leaf) -> Values:
    """What explains the entries of a leaf, and what finds them."""
    return {
        "legend": _legend(catalogue, leaf.entries),
        "finding": finding_values(catalogue, choices(catalogue, leaf.entries)),
        "entries": len(leaf.entries),
    }


def _legend(catalogue: Catalogue, entries: Sequence[Entry]) -> list[tuple[str, str]]:
    shapes = {shape(entry) for entry in entries}
    return catalogue.legend(shapes)


MOST_EMBEDDED = 100


def embedded_page(jinja: Environment, site: Site, story: Story) -> Page:
    """The timeline for a frame in another's page; of a long one, its latest entries."""
    catalogue = site_catalogue(site)
    entries = story.timeline.entries[-MOST_EMBEDDED:]
    leaf = Leaf("", EMBEDDED, entries)
    shared = standing(catalogue, story, addresses([*leaves(catalogue, story), leaf]))
    values = story_values(site, story) | {
        "sections": section_values(catalogue, story, leaf, shared),
        "cut": len(entries) < len(story.timeline.entries),
    }
    return page(
        jinja,
        site,
        "embed.html",
        f"{story.slug}/{EMBEDDED}",
        values,
        about=About(listed=False, instead=f"{quote(story.slug)}/{FIRST}"),
    )


def story_values(site: Site, story: Story) -> Values:
    """What a story's own pages may say of it."""
    catalogue = site_catalogue(site)
    return {
        "title": story.title,
        "standfirst": story.standfirst,
        "description": story.standfirst or catalogue.story_description(story),
        "counts": catalogue.story_counts(story),
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
