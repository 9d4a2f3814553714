"""What the rest of the site knows of a story: a change that leaves its summary alone reaches no other page."""

from __future__ import annotations

import marshal
import pickle
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment

from dateline.cache.store import fingerprint
from dateline.model import Day, Grain, Story
from dateline.pages.entry import article_folder, article_lang, picture_values
from dateline.pages.environment import rendered_each
from dateline.pages.feed import FeedEntry, feed_entries
from dateline.pages.threads import Thread
from dateline.pages.view import EntryView, StoryView
from dateline.timeline.group import narrowest
from dateline.timeline.order import NO_END
from dateline.timex.interval import civil

ROOT = "../../"
YEARS = "years"
ALIKE = 2
"""The version of marshal's format that writes equal values as equal bytes; later ones tell which of them are one."""


class Line(NamedTuple):
    """An entry as a page across the stories lists it: the days between which it stands, `end` `NO_END` where open.

    `grain` is that of the narrowest calendar unit which holds it; `html` is for pages two folders down.
    """

    begin: Day
    end: Day
    grain: int
    shape: str
    html: str


class Fragment(NamedTuple):
    """A stretch of a story's `fragments`, and its fingerprint."""

    start: int
    length: int
    fingerprint: bytes


class Listed(NamedTuple):
    """The entries of a thread that begin in one year, those of a year in one month, 0 where none holds them."""

    section: int
    entries: int
    lines: Fragment


class ThreadSummary(NamedTuple):
    """What a story tells of a tag, a person, a place or a year: how often each of its names is written, and the lines.

    Of a year the slug is its number, that before year 1 being 0. The sections are unpacked where they are wanted;
    `fingerprint` is that of all lines.
    """

    kind: str
    slug: str
    names: tuple[tuple[str, int], ...]
    entries: int
    packed: bytes
    fingerprint: bytes

    @property
    def sections(self) -> list[Listed]:
        """The lines by section."""
        told = marshal.loads(self.packed)  # noqa: S302  of our own making
        return [Listed(section, entries, Fragment(*lines)) for section, entries, lines in told]


class Filing(NamedTuple):
    """An article's page in the site, percent-encoded, when it was filed, and the day on which it last changed."""

    path: str
    filed: datetime
    updated: date


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story as another page tells it; `filed` is the day of its latest article.

    `picture` has the values of a template, its address seen from the front page. `filings`, unpacked where they are
    wanted, and `feed` are its latest articles. What is long lies in `fragments`, which need not be at hand where
    `Fragments` knows them.
    """

    slug: str
    title: str
    standfirst: str
    counts: str
    years: str
    filed: date
    picture: Mapping[str, Any] | None
    threads: tuple[ThreadSummary, ...]
    packed: bytes
    feed: Fragment
    fragments: bytes

    @property
    def filings(self) -> tuple[Filing, ...]:
        """Its latest articles."""
        found: tuple[Filing, ...] = pickle.loads(self.packed)  # noqa: S301  of our own making
        return found

    @property
    def href(self) -> str:
        """The path of its page in the site, percent-encoded."""
        return f"{quote(self.slug)}/index.html"


Fragments = Callable[[StorySummary, Fragment], bytes]
"""From a story and one of its fragments to the bytes."""


def at_hand(story: StorySummary, fragment: Fragment) -> bytes:
    """The bytes of a fragment of a summary that holds its fragments."""
    return story.fragments[fragment.start : fragment.start + fragment.length]


def lines_of(data: bytes) -> list[Line]:
    """The lines of a section's fragment, in the order of the story's timeline."""
    return [Line(*values) for values in marshal.loads(data)]  # noqa: S302  of our own making


def feed_of(data: bytes) -> tuple[FeedEntry, ...]:
    """The articles of a feed's fragment."""
    entries: tuple[FeedEntry, ...] = pickle.loads(data)  # noqa: S301  of our own making
    return entries


def story_summary(jinja: Environment, view: StoryView) -> StorySummary:
    """The story's summary, with its fragments."""
    catalogue, story = view.catalogue, view.story
    feed = feed_entries(view)
    fragments, parts = list[Fragment](), list[bytes]()

    def kept(data: bytes) -> Fragment:
        start = fragments[-1].start + fragments[-1].length if fragments else 0
        fragments.append(Fragment(start, len(data), fingerprint(data)))
        parts.append(data)
        return fragments[-1]

    return StorySummary(
        slug=story.slug,
        title=story.title,
        standfirst=story.standfirst,
        counts=catalogue.story_counts(story),
        years=catalogue.story_years(story),
        filed=max(dated.article.dateline.day for dated in story.articles or story.lists),
        picture=story_picture(story),
        threads=tuple(_threads(_told(jinja, view), kept)),
        packed=pickle.dumps(tuple(_filing(entry) for entry in feed), 5),
        feed=kept(pickle.dumps(feed, 5)),
        fragments=b"".join(parts),
    )


def _filing(entry: FeedEntry) -> Filing:
    return Filing(f"{entry.path}index.html", entry.filed, entry.updated.date())


Told = list[tuple[tuple[Thread, ...], Line]]


def _told(jinja: Environment, view: StoryView) -> Told:
    """The story's lines in the order of its timeline, each with the threads it belongs to, the year last."""
    story = {"title": view.story.title, "href": f"{quote(view.story.slug)}/index.html"}
    rows = rendered_each(jinja, "line.html", "line", ((_row(view, told), story, ROOT) for told in view.entries))
    found: Told = []
    for told, html in zip(view.entries, rows, strict=True):
        when = told.when
        assert when.start is not None
        end = NO_END if when.end is None else when.end
        line = Line(when.start, end, int(narrowest(told.entry)[1]), told.shape, html)
        found.append(((*told.threads, Thread(YEARS, str(civil(when.start)[0]), "")), line))
    return found


def _threads(told: Told, kept: Callable[[bytes], Fragment]) -> Iterator[ThreadSummary]:
    lines: dict[tuple[str, str], list[Line]] = {}
    names: dict[tuple[str, str], Counter[str]] = {}
    for threads, line in told:
        for thread in threads:
            lines.setdefault((thread.kind, thread.slug), []).append(line)
            names.setdefault((thread.kind, thread.slug), Counter())[thread.name] += 1
    for (kind, slug), listed in sorted(lines.items()):
        written = tuple(sorted(names[kind, slug].items()))
        sections = list(lines_by_section(kind, listed, kept))
        packed = marshal.dumps([(section, entries, tuple(lines)) for section, entries, lines in sections], ALIKE)
        whole = fingerprint(*(each.lines.fingerprint for each in sections))
        yield ThreadSummary(kind, slug, written, len(listed), packed, whole)


def lines_by_section(kind: str, told: Sequence[Line], kept: Callable[[bytes], Fragment]) -> Iterator[Listed]:
    """The lines of a thread in the sections of its page, which each `kept` takes as bytes."""
    found: dict[int, list[Line]] = {}
    for line in told:
        found.setdefault(_section(kind, line), []).append(line)
    for key, listed in sorted(found.items()):
        yield Listed(key, len(listed), kept(marshal.dumps([tuple(line) for line in listed], ALIKE)))


def _section(kind: str, line: Line) -> int:
    """Where the page of a tag, a person or a place lists an entry: under its year; that of a year, under its month."""
    year, month, _ = civil(line.begin)
    if kind != YEARS:
        return year
    return month if line.grain <= Grain.MONTH else 0


def _row(view: StoryView, told: EntryView) -> dict[str, Any]:
    """What the template of a line may say of an entry.

    `reach` says in words where it leads beyond the year in which it begins; `differences` are what its articles do not
    agree on.
    """
    entry, folder = told.entry, quote(view.story.slug)
    last = max(mention.dated.article.dateline.day for mention in entry.mentions)
    return {
        "href": f"{folder}/{view.where[entry.id]}",
        "date": told.date,
        "datetime": told.datetime,
        "what": told.what,
        "conditions": told.conditions,
        "differences": tuple(dict.fromkeys(each.label for each in told.contradictions)),
        "lang": article_lang(entry.mentions[0]),
        "shape": told.shape,
        "reach": view.catalogue.reach_words(told.when, entry.extent == "throughout", last.toordinal()),
    }


def story_picture(story: Story) -> dict[str, Any] | None:
    """The first picture among the story's articles, its address seen from the front page."""
    illustrated = (dated.article for dated in story.articles if dated.article.image is not None)
    article = next(illustrated, None)
    return picture_values(article, f"{quote(story.slug)}/{article_folder(article, story)}") if article else None
