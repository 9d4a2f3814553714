"""The controls that find entries within a page: for each value a slot, which the stylesheet knows by its number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from dateline.catalogue import Catalogue
from dateline.pages.view import EntryView

MOST = {"person": 10, "source": 8, "status": 7, "certainty": 6}
"""The values offered of each kind; the stylesheet has as many slots as all of them together."""


class Value(NamedTuple):
    """A value to find entries by; `name` stands in the page's address, `slot` counts from 1 within the page."""

    name: str
    label: str
    entries: int
    slot: int


def choices(catalogue: Catalogue, views: Sequence[EntryView]) -> dict[str, list[Value]]:
    """By kind, the values that set some of the entries apart from others, those of most entries first."""
    slot = 0
    found: dict[str, list[Value]] = {}
    for kind, most in MOST.items():
        labels: dict[str, str] = {}
        counts = Counter[str]()
        for view in views:
            values = _values(catalogue, view, kind)
            counts.update(values.keys())
            labels = {**values, **labels}
        told = sorted(counts, key=lambda name: (-counts[name], name))[:most]
        if [name for name in told if counts[name] < len(views)]:
            found[kind] = [Value(name, labels[name], counts[name], slot + at) for at, name in enumerate(told, 1)]
            slot += len(told)
    return found


def slots(catalogue: Catalogue, offered: Mapping[str, Sequence[Value]]) -> Callable[[EntryView], str]:
    """From an entry to its classes: the slots of the values that it has, each behind a blank."""
    numbers = {kind: {value.name: value.slot for value in values} for kind, values in offered.items()}

    def classes(view: EntryView) -> str:
        had = (
            known[name] for kind, known in numbers.items() for name in _values(catalogue, view, kind) if name in known
        )
        return "".join(f" f{slot}" for slot in sorted(had))

    return classes


def finding_values(catalogue: Catalogue, offered: Mapping[str, Sequence[Value]]) -> list[dict[str, Any]]:
    """The controls for a template."""
    words = catalogue.words
    return [
        {"name": kind, "label": words[f"by_{kind}"], "any": words[f"any_{kind}"], "choices": values}
        for kind, values in offered.items()
    ]


def _values(catalogue: Catalogue, view: EntryView, kind: str) -> Mapping[str, str]:
    """By name, the labels of what an entry has of a kind."""
    if kind == "person":
        return {way.slug: way.name for way in view.named.people}
    if kind == "source":
        return view.sources
    if kind == "status":
        return {view.standing: catalogue.words[f"stands_{view.standing}"]}
    return {view.certainty: catalogue.words[f"known_{view.certainty}"]}
