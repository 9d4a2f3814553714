"""The model into pages: one module and one template a page kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from dateline import catalogue
from dateline.config import Site
from dateline.model import DatedArticle, Story
from dateline.pages.article import Links, article_values, entry_links
from dateline.pages.entry import article_folder, picture_values, shape
from dateline.pages.environment import rendered
from dateline.pages.sections import section_values


class Page(NamedTuple):
    """A page's path in the site, and its text."""

    path: str
    text: str


def front_page(jinja: Environment, site: Site, stories: Sequence[Story]) -> Page:
    """The list of the stories, the one with the latest dateline first."""
    latest = sorted(stories, key=lambda story: story.slug)
    latest.sort(key=lambda story: max(dated.article.dateline.day for dated in story.articles), reverse=True)
    values = {
        "title": site.title,
        "description": site.description or catalogue.site_description(site.title, len(stories)),
        "stories": [story_summary(story) for story in latest],
    }
    return _page(jinja, site, "front.html", "index.html", values)


def story_pages(jinja: Environment, site: Site, story: Story) -> Iterator[Page]:
    """The story's timeline and its articles' pages; a lone article stands below its timeline."""
    shapes = {shape(entry) for entry in story.timeline.entries}
    values = {
        **story_summary(story),
        "introduction": Markup(story.introduction),  # noqa: S704  sanitised where it was read
        "sections": section_values(story),
        "legend": [(mark, words) for mark, words in catalogue.LEGEND if mark in shapes],
    }
    links = entry_links(story)
    if story.lone:
        (dated,) = story.articles
        values |= {"article": article_values(dated, links[dated.article.slug])}
        yield _page(jinja, site, "lone.html", f"{story.slug}/index.html", values)
        return
    yield _page(jinja, site, "story.html", f"{story.slug}/index.html", values)
    for dated in story.articles:
        yield _article_page(jinja, site, story, dated, links[dated.article.slug])


def _article_page(jinja: Environment, site: Site, story: Story, dated: DatedArticle, links: Links) -> Page:
    article = dated.article
    values = {
        "title": article.title,
        "description": article.summary or catalogue.article_description(dated),
        "article": article_values(dated, links),
        "story": {"title": story.title, "href": "../index.html"},
    }
    return _page(jinja, site, "article.html", f"{story.slug}/{article.slug}/index.html", values)


def story_summary(story: Story) -> dict[str, Any]:
    """What every page may say of a story."""
    return {
        "title": story.title,
        "href": f"{quote(story.slug)}/index.html",
        "standfirst": story.standfirst,
        "description": story.standfirst or catalogue.story_description(story),
        "picture": story_picture(story),
        "counts": catalogue.story_counts(story),
        "years": catalogue.story_years(story),
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


def story_picture(story: Story) -> dict[str, Any] | None:
    """The first picture among the story's articles, its address seen from the front page."""
    illustrated = (dated.article for dated in story.articles if dated.article.image is not None)
    article = next(illustrated, None)
    return picture_values(article, f"{quote(story.slug)}/{article_folder(article, story)}") if article else None


def _page(jinja: Environment, site: Site, template: str, path: str, values: dict[str, Any]) -> Page:
    root = "../" * path.count("/")
    address = f"{site.base_url}/{quote(path.removesuffix('index.html'))}" if site.base_url else ""
    return Page(path, rendered(jinja, template, {**values, "root": root, "canonical": address}))
