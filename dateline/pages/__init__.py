"""The model into pages: one module and one template a page kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import quote

from jinja2 import Environment

from dateline.config import Site
from dateline.model import DatedArticle
from dateline.pages.article import article_values, entry_links
from dateline.pages.crawlers import crawler_pages
from dateline.pages.feed import MOST, FeedEntry, feed_entries, feed_page, story_feed
from dateline.pages.front import front_page, story_list_pages
from dateline.pages.gathered import gathered
from dateline.pages.listing import listing_pages
from dateline.pages.page import About, Group, Page, Planned, page
from dateline.pages.share import article_picture, preview_values
from dateline.pages.story import embedded_page, timeline_pages
from dateline.pages.structured import article_data
from dateline.pages.summary import Fragments, StorySummary, at_hand, feed_of
from dateline.pages.view import StoryView


def site_pages(
    jinja: Environment, site: Site, stories: Sequence[StorySummary], fragments: Fragments = at_hand
) -> Iterator[Planned | Group]:
    """The front page, and the pages that lead across the stories."""
    told = gathered(stories)
    yield Planned("index.html", None, lambda: front_page(jinja, site, stories, told))
    yield from story_list_pages(jinja, site, stories)
    yield from listing_pages(jinja, site, told, fragments)


def story_pages(jinja: Environment, site: Site, view: StoryView) -> Iterator[Page]:
    """The story's timeline, on one page or several, its articles' pages, and the timeline for another's page."""
    story = view.story
    yield from timeline_pages(jinja, site, view)
    yield embedded_page(jinja, site, view)
    if not story.lone:
        for dated in story.articles:
            yield _article_page(jinja, site, view, dated)
    if site.base_url and story.articles:
        yield feed_page(jinja, site, feed_entries(view), story.title, f"{quote(story.slug)}/", story.standfirst)


def _article_page(jinja: Environment, site: Site, view: StoryView, dated: DatedArticle) -> Page:
    story, article = view.story, dated.article
    values = {
        "title": article.title,
        "description": article.summary or view.catalogue.article_description(dated),
        "article": article_values(view, dated, entry_links(view, dated)),
    }
    path = f"{story.slug}/{article.slug}/index.html"
    data = [article_data(site, story, dated, str(values["description"]), article_picture(story, dated))]
    about = About("article", data, preview_values(site, story), story_feed(story))
    return page(jinja, site, "article.html", path, values, [(story.title, f"{quote(story.slug)}/index.html")], about)


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
