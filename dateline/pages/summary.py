"""What the rest of the site knows of a story: a change that leaves its summary alone reaches no other page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from dateline.catalogue import Catalogue
from dateline.model import Day, Entry, Grain, Interval, Story
from dateline.pages.entry import article_folder, article_lang, entry_datetime, headline, picture_values, shape
from dateline.pages.feed import FeedEntry, feed_entries
from dateline.pages.leaves import addresses, leaves
from dateline.pages.threads import Thread, entry_threads
from dateline.timeline.group import narrowest
from dateline.timeline.order import placed
from dateline.timex.interval import civil


@dataclass(frozen=True, slots=True)
class EntrySummary:
    """An entry as another page than its story's tells it: `href` is its permalink's path in the site.

    `when` is where it stands in time, `grain` that of the narrowest calendar unit which holds it; `reach` says in words
    where it leads beyond the year in which it begins; `differences` are what its articles do not agree on.
    """

    href: str
    date: str
    datetime: str | None
    what: str
    lang: str
    conditions: tuple[str, ...]
    differences: tuple[str, ...]
    shape: str
    when: Interval
    grain: Grain
    reach: str
    threads: tuple[Thread, ...]

    @property
    def begin(self) -> Day:
        """The first day on which it may begin."""
        assert self.when.start is not None
        return self.when.start

    @property
    def year(self) -> int:
        """The year in which it begins, or may begin; that before year 1 is 0."""
        return civil(self.begin)[0]


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story as another page tells it; `filed` is the day of its latest article.

    `picture` has the values of a template, its address seen from the front page; `feed` are its latest articles.
    """

    slug: str
    title: str
    standfirst: str
    counts: str
    years: str
    filed: date
    picture: Mapping[str, Any] | None
    entries: tuple[EntrySummary, ...]
    feed: tuple[FeedEntry, ...]

    @property
    def href(self) -> str:
        """The path of its page in the site, percent-encoded."""
        return f"{quote(self.slug)}/index.html"


def story_summary(catalogue: Catalogue, story: Story) -> StorySummary:
    """The story's summary, its entries in the order of its timeline."""
    where = addresses(leaves(catalogue, story))
    return StorySummary(
        slug=story.slug,
        title=story.title,
        standfirst=story.standfirst,
        counts=catalogue.story_counts(story),
        years=catalogue.story_years(story),
        filed=max(dated.article.dateline.day for dated in story.articles or story.lists),
        picture=story_picture(story),
        entries=tuple(_entry_summary(catalogue, entry, story, where[entry.id]) for entry in story.timeline.entries),
        feed=feed_entries(catalogue, story),
    )


def _entry_summary(catalogue: Catalogue, entry: Entry, story: Story, address: str) -> EntrySummary:
    when, first = placed(entry), entry.mentions[0]
    told = max(mention.dated.article.dateline.day for mention in entry.mentions)
    return EntrySummary(
        href=f"{quote(story.slug)}/{address}",
        date=catalogue.entry_words(entry) if first.event else catalogue.published_words(first),
        datetime=entry_datetime(entry),
        what="".join(words for _, words in headline(entry)),
        lang=article_lang(first),
        conditions=tuple(catalogue.condition_words(entry)),
        differences=tuple(dict.fromkeys(catalogue.difference_words(each) for each in entry.contradictions)),
        shape=shape(entry),
        when=when,
        grain=narrowest(entry)[1],
        reach=catalogue.reach_words(when, entry.extent == "throughout", told.toordinal()),
        threads=entry_threads(entry),
    )


def story_picture(story: Story) -> dict[str, Any] | None:
    """The first picture among the story's articles, its address seen from the front page."""
    illustrated = (dated.article for dated in story.articles if dated.article.image is not None)
    article = next(illustrated, None)
    return picture_values(article, f"{quote(story.slug)}/{article_folder(article, story)}") if article else None
