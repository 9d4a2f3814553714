"""Atom feeds (RFC 4287): one of a story and one of the whole site, an entry an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any
from urllib.parse import quote

from jinja2 import Environment

from dateline.config import Site
from dateline.model import DatedArticle, Story
from dateline.pages.environment import rendered, site_catalogue
from dateline.pages.page import Feed, Page
from dateline.pages.structured import absolute
from dateline.pages.view import StoryView

FEED = "feed.xml"
MOST = 30
"""The articles of a feed, the latest ones."""

NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) has no place for."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article in a feed: `path` is its page in the site, percent-encoded; `told` are the events that it dates:
    their date with what must be known of it, their words, and the path of their permalink.
    """

    title: str
    path: str
    lang: str
    filed: datetime
    updated: datetime
    authors: tuple[str, ...]
    summary: str
    told: tuple[tuple[str, str, str], ...]


def feed_entries(view: StoryView) -> tuple[FeedEntry, ...]:
    """The story's latest articles, the last filed first."""
    latest = sorted(view.story.articles, key=_filed, reverse=True)[:MOST]
    return tuple(_entry(view, dated) for dated in latest)


def _entry(view: StoryView, dated: DatedArticle) -> FeedEntry:
    article, folder = dated.article, quote(view.story.slug)
    filed = _filed(dated)
    return FeedEntry(
        title=article.title,
        path=f"{folder}/" if view.story.lone else f"{folder}/{quote(article.slug)}/",
        lang=article.conventions.lang,
        filed=filed,
        updated=max(filed, datetime.combine(article.updated, time(), UTC)) if article.updated else filed,
        authors=article.authors or ((article.source,) if article.source else ()),
        summary=article.summary,
        told=tuple(
            ("; ".join([told.date, *told.conditions]), told.what, f"{folder}/{view.where[told.entry.id]}")
            for told in view.of(dated)
        ),
    )


def _filed(dated: DatedArticle) -> datetime:
    """When the article was filed; where nobody wrote the hour, the first of its day."""
    dateline = dated.article.dateline
    return dateline.moment or datetime.combine(dateline.day, time(), UTC)


def story_feed(story: Story) -> Feed | None:
    """Where a story's feed is; a story without articles has none."""
    return Feed(f"{quote(story.slug)}/{FEED}", story.title) if story.articles else None


def feed_page(
    jinja: Environment, site: Site, entries: Sequence[FeedEntry], title: str, folder: str = "", subtitle: str = ""
) -> Page:
    """The feed that lies in a folder of the site; `folder` is percent-encoded and ends in a slash, or is empty."""
    shown: list[dict[str, Any]] = [
        {"entry": entry, "href": absolute(site, entry.path), "told": _told(site, entry)} for entry in entries
    ]
    values = {
        "title": title,
        "subtitle": subtitle,
        "home": absolute(site, folder),
        "address": absolute(site, folder + FEED),
        "updated": max(entry.updated for entry in entries),
        "entries": shown,
        "lang": site_catalogue(site).code,
    }
    return Page(folder + FEED, NO_XML.sub("\ufffd", rendered(jinja, FEED, values)))


def _told(site: Site, entry: FeedEntry) -> list[tuple[str, str, str]]:
    return [(when, what, absolute(site, path)) for when, what, path in entry.told]
