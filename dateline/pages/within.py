"""The pages of one story."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from jinja2 import Environment

from dateline.config import Site
from dateline.model import DatedArticle
from dateline.pages.article import article_values, entry_links
from dateline.pages.feed import feed_entries, feed_page, story_feed
from dateline.pages.page import About, Page, page
from dateline.pages.share import article_picture, preview_values
from dateline.pages.story import embedded_page, timeline_pages
from dateline.pages.structured import article_data
from dateline.pages.view import StoryView


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
