"""The model into pages: one module and one template a page kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from dateline.catalogue import Catalogue
from dateline.config import Site
from dateline.formats.exports import FILES
from dateline.model import DatedArticle, Story
from dateline.pages.article import Links, article_values, entry_links
from dateline.pages.entry import shape
from dateline.pages.environment import site_catalogue
from dateline.pages.front import front_page
from dateline.pages.listing import listing_pages
from dateline.pages.overview import overview_values
from dateline.pages.page import Page, page
from dateline.pages.sections import periods, section_values
from dateline.pages.summary import StorySummary


def site_pages(jinja: Environment, site: Site, stories: Sequence[StorySummary]) -> Iterator[Page]:
    """The front page, and the pages that lead across the stories."""
    yield front_page(jinja, site, stories)
    yield from listing_pages(jinja, site, stories)


def story_pages(jinja: Environment, site: Site, story: Story) -> Iterator[Page]:
    """The story's timeline and its articles' pages; a lone article stands below its timeline."""
    catalogue = site_catalogue(site)
    shapes = {shape(entry) for entry in story.timeline.entries}
    sections = section_values(catalogue, story)
    values = {
        **story_values(catalogue, story),
        "introduction": Markup(story.introduction),  # noqa: S704  sanitised where it was read
        "overview": overview_values(catalogue, story.timeline, periods(sections)),
        "sections": sections,
        "legend": catalogue.legend(shapes),
    }
    links = entry_links(story)
    if story.lone:
        (dated,) = story.articles
        values |= {"article": article_values(catalogue, dated, links[dated.article.slug])}
        yield page(jinja, site, "lone.html", f"{story.slug}/index.html", values)
        return
    yield page(jinja, site, "story.html", f"{story.slug}/index.html", values)
    for dated in story.articles:
        yield _article_page(jinja, site, story, dated, links[dated.article.slug])


def _article_page(jinja: Environment, site: Site, story: Story, dated: DatedArticle, links: Links) -> Page:
    catalogue = site_catalogue(site)
    article = dated.article
    values = {
        "title": article.title,
        "description": article.summary or catalogue.article_description(dated),
        "article": article_values(catalogue, dated, links),
    }
    path = f"{story.slug}/{article.slug}/index.html"
    return page(jinja, site, "article.html", path, values, [(story.title, f"{quote(story.slug)}/index.html")])


def story_values(catalogue: Catalogue, story: Story) -> dict[str, Any]:
    """What a story's own pages may say of it."""
    return {
        "title": story.title,
        "standfirst": story.standfirst,
        "description": story.standfirst or catalogue.story_description(story),
        "counts": catalogue.story_counts(story),
        "years": catalogue.story_years(story),
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
