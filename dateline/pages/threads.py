"""What an entry belongs to across the stories: its tags, its people and its places, each with an address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
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


def entry_threads(entry: Entry) -> tuple[Thread, ...]:
    """The threads of an entry: tags, then people, then places, as its articles name them."""
    return _threads([_named(mention) for mention in entry.mentions])


def article_threads(dated: DatedArticle) -> tuple[Thread, ...]:
    """The threads of all entries that an article gives."""
    events: Sequence[Event | None] = dated.events or (None,)
    return _threads([_named(Mention(dated, event)) for event in events])


def _named(mention: Mention) -> tuple[Sequence[str], ...]:
    article, event = mention.dated.article, mention.event
    told = article if event is None else event
    return article.tags, told.people, told.places


def _threads(named: Sequence[tuple[Sequence[str], ...]]) -> tuple[Thread, ...]:
    found: dict[tuple[str, str], Thread] = {}
    for at, kind in enumerate(KINDS):
        for names in named:
            for name in names[at]:
                slug = slug_of(name)
                found.setdefault((kind, slug), Thread(kind, slug, name))
    return tuple(found.values())


def thread_values(threads: Iterable[Thread]) -> dict[str, list[dict[str, Any]]]:
    """By kind, the name, slug and address of each thread, for a template; controls of a page filter by the slugs."""
    values: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    for thread in threads:
        values[thread.kind].append({"name": thread.name, "slug": thread.slug, "href": thread.href})
    return values
