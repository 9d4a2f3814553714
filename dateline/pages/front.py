"""The front page: the stories, and the ways into what they tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Environment

from dateline.catalogue import Catalogue
from dateline.config import Site
from dateline.pages.environment import site_catalogue
from dateline.pages.gathered import Gathered, Parts, count
from dateline.pages.lists import name_pages, thread_list, year_list
from dateline.pages.page import About, Page, Planned, page
from dateline.pages.structured import site_data
from dateline.pages.summary import StorySummary
from dateline.pages.threads import KINDS, Thread
from dateline.slugs import STORIES, slug_of

MOST_STORIES = 60
"""The stories that the front page shows; the list of all is a page of its own."""
MOST_TOLD = 12
"""The tags, people or places that the front page names of each kind; the list of all is a page of its own."""


def front_page(jinja: Environment, site: Site, stories: Sequence[StorySummary], told: Gathered) -> Page:
    """The list of the stories, the one with the latest dateline first, the years, and what is told of most."""
    catalogue = site_catalogue(site)
    latest = sorted(stories, key=lambda story: story.slug)
    latest.sort(key=lambda story: story.filed, reverse=True)
    more = {"href": f"{STORIES}/index.html", "label": catalogue.words["all_stories"]}
    values = {
        "title": site.title,
        "description": site.description or catalogue.site_description(site.title, len(stories)),
        "stories": latest[:MOST_STORIES],
        "all": more if len(stories) > MOST_STORIES else None,
        "years": year_list(catalogue, told.years),
        "lists": [found for kind in KINDS if (found := _most_told(catalogue, kind, told.threads[kind]))["items"]],
    }
    return page(jinja, site, "front.html", "index.html", values, about=About(data=[site_data(site)]))


def story_list_pages(jinja: Environment, site: Site, stories: Sequence[StorySummary]) -> Iterator[Planned]:
    """The list of all stories by their titles, where the front page has no room for them."""
    if len(stories) > MOST_STORIES:
        named = [
            {"label": story.title, "slug": slug_of(story.title), "href": story.href, "counts": story.years}
            for story in stories
        ]
        yield from name_pages(jinja, site, STORIES, sorted(named, key=lambda name: (name["slug"], name["href"])))


def _most_told(catalogue: Catalogue, kind: str, threads: Mapping[Thread, Parts]) -> dict[str, Any]:
    """The threads of a kind with the most entries, by name; `all` is set where there are more."""
    more = {"href": f"{kind}/index.html", "label": catalogue.words[f"all_{kind}"]}
    most = sorted(threads, key=lambda thread: (-count(threads[thread]), thread.slug))[:MOST_TOLD]
    return {
        "id": kind,
        "label": catalogue.words[kind],
        "items": thread_list(catalogue, {thread: threads[thread] for thread in most}),
        "all": more if len(threads) > len(most) else None,
    }
