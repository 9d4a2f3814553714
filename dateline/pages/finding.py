"""The controls that find entries within a page: for each value a slot, which the stylesheet knows by its number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dateline.catalogue import Catalogue
from dateline.model import Entry
from dateline.pages.entry import certainty, standing
from dateline.pages.threads import entry_threads
from dateline.slugs import slug_of

MOST = {"person": 10, "source": 8, "status": 7, "certainty": 6}
"""The values offered of each kind; the stylesheet has as many slots as all of them together."""


class Value(NamedTuple):
    """A value to find entries by; `name` stands in the page's address, `slot` counts from 1 within the page."""

    name: str
    label: str
    entries: int
    slot: int


def choices(catalogue: Catalogue, entries: Sequence[Entry]) -> dict[str, list[Value]]:
    """By kind, the values that set some of the entries apart from others, those of most entries first."""
    slot = 0
    found: dict[str, list[Value]] = {}
    for kind, most in MOST.items():
        labels: dict[str, str] = {}
        counts = Counter[str]()
        for entry in entries:
            values = _values(catalogue, entry, kind)
            counts.update(values.keys())
            labels = values | labels
        told = sorted(counts, key=lambda name: (-counts[name], name))[:most]
        if [name for name in told if counts[name] < len(entries)]:
            found[kind] = [Value(name, labels[name], counts[name], slot + at) for at, name in enumerate(told, 1)]
            slot += len(told)
    return found


def slots(catalogue: Catalogue, entry: Entry, offered: Mapping[str, Sequence[Value]]) -> str:
    """The classes of an entry: the slots of the values that it has, each behind a blank."""
    return "".join(
        f" f{value.slot}"
        for kind, values in offered.items()
        for value in values
        if value.name in _values(catalogue, entry, kind)
    )


def finding_values(catalogue: Catalogue, offered: Mapping[str, Sequence[Value]]) -> list[dict[str, Any]]:
    """The controls for a template."""
    words = catalogue.words
    return [
        {"name": kind, "label": words[f"by_{kind}"], "any": words[f"any_{kind}"], "choices": values}
        for kind, values in offered.items()
    ]


def _values(catalogue: Catalogue, entry: Entry, kind: str) -> dict[str, str]:
    """By name, the labels of what an entry has of a kind."""
    if kind == "person":
        return {thread.slug: thread.name for thread in entry_threads(entry) if thread.kind == "people"}
    if kind == "source":
        articles = [mention.dated.article for mention in entry.mentions]
        return {slug_of(name) or "source": name for article in articles for name in [article.source or article.title]}
    if kind == "status":
        return {standing(entry): catalogue.words[f"stands_{standing(entry)}"]}
    return {certainty(entry): catalogue.words[f"known_{certainty(entry)}"]}
