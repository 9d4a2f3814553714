"""What an entry belongs to across the stories: its tags, its people and its places, each with an address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from dateline.model import DatedArticle, Entry, Event, Mention
from dateline.slugs import slug_of

KINDS = ("tags", "people", "places")
"""The kinds of threads, which are the folders of their pages too."""


class Thread(NamedTuple):
    """A tag, a person or a place; those of one kind that share a slug are one, however each is written."""

    kind: str
    slug: str
    name: str

    @property
    def href(self) -> str:
        """The path of its page in the site, percent-encoded."""
        return f"{self.kind}/{quote(self.slug)}/index.html"


class Way(NamedTuple):
    """A thread for a template; `href` is the path of its page in the site."""

    name: str
    slug: str
    href: str


class Named(NamedTuple):
    """By kind, the threads of an entry or an article, for a template; controls of a page filter by the slugs."""

    tags: list[Way]
    people: list[Way]
    places: list[Way]


class Threads:
    """The threads of a story; what is named many times is found once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Thread] = {}
        self._named: dict[tuple[Thread, ...], Named] = {}

    def of_entry(self, entry: Entry) -> tuple[Thread, ...]:
        """The threads of an entry: tags, then people, then places, as its articles name them."""
        return self._found([_names(mention) for mention in entry.mentions])

    def of_article(self, dated: DatedArticle) -> tuple[Thread, ...]:
        """The threads of all entries that an article gives."""
        events: Sequence[Event | None] = dated.events or (None,)
        return self._found([_names(Mention(dated, event)) for event in events])

    def _found(self, named: Sequence[tuple[Sequence[str], ...]]) -> tuple[Thread, ...]:
        found: dict[tuple[str, str], Thread] = {}
        for at, kind in enumerate(KINDS):
            for names in named:
                for name in names[at]:
                    thread = self._known.get((kind, name))
                    if thread is None:
                        thread = self._known[kind, name] = Thread(kind, slug_of(name), name)
                    found.setdefault((kind, thread.slug), thread)
        return tuple(found.values())

    def named(self, threads: tuple[Thread, ...]) -> Named:
        """The threads as templates see them."""
        known = self._named.get(threads)
        if known is None:
            known = self._named[threads] = Named(
                *([_way(each) for each in threads if each.kind == kind] for kind in KINDS)
            )
        return known


def _names(mention: Mention) -> tuple[Sequence[str], ...]:
    article, event = mention.dated.article, mention.event
    told = article if event is None else event
    return article.tags, told.people, told.places


def _way(thread: Thread) -> Way:
    return Way(thread.name, thread.slug, thread.href)
