"""The pages and documents that lead across the stories, from what each story tells of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from jinja2 import Environment

from dateline.config import Site
from dateline.pages.crawlers import crawler_pages
from dateline.pages.feed import MOST, FeedEntry, feed_page
from dateline.pages.front import front_page, story_list_pages
from dateline.pages.gathered import gathered
from dateline.pages.listing import listing_pages
from dateline.pages.page import Group, Page, Planned
from dateline.pages.summary import Fragments, StorySummary, at_hand, feed_of


def site_pages(
    jinja: Environment, site: Site, stories: Sequence[StorySummary], fragments: Fragments = at_hand
) -> Iterator[Planned | Group]:
    """The front page, and the pages that lead across the stories."""
    told = gathered(stories)
    yield Planned("index.html", None, lambda: front_page(jinja, site, stories, told))
    yield from story_list_pages(jinja, site, stories)
    yield from listing_pages(jinja, site, told, fragments)


def machine_pages(
    jinja: Environment,
    site: Site,
    stories: Sequence[StorySummary],
    paths: Sequence[str],
    fragments: Fragments = at_hand,
) -> Iterator[Page]:
    """The feed of the site and what crawlers read; `paths` are those of all its pages."""
    changed: dict[str, date] = {}
    if site.base_url:
        if entries := _latest(stories, fragments):
            yield feed_page(jinja, site, entries, site.title, subtitle=site.description)
        changed |= {story.href: story.filed for story in stories}
        changed |= {filing.path: filing.updated for story in stories for filing in story.filings}
    yield from crawler_pages(jinja, site, paths, changed)


def _latest(stories: Sequence[StorySummary], fragments: Fragments) -> list[FeedEntry]:
    """The latest articles of all stories."""
    filed = [(filing, story) for story in stories for filing in story.filings]
    filed.sort(key=lambda one: one[0].path)
    filed.sort(key=lambda one: one[0].filed, reverse=True)
    wanted = [filing.path for filing, _ in filed[:MOST]]
    told = {story.slug: story for _, story in filed[:MOST]}
    entries = {f"{one.path}index.html": one for story in told.values() for one in feed_of(fragments(story, story.feed))}
    return [entries[path] for path in wanted]
