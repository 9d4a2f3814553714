"""What all stories together tell of each tag, person, place and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from dateline.cache.store import fingerprint
from dateline.pages.summary import YEARS, Fragments, Line, Listed, StorySummary, ThreadSummary, lines_of
from dateline.pages.threads import KINDS, Thread

Parts = Sequence[tuple[StorySummary, ThreadSummary]]
"""What each story tells of a thread, by the stories' slugs."""
Sections = Sequence[tuple[StorySummary, Listed]]


class Gathered(NamedTuple):
    """By kind, and in order, what each story tells of each thread; the same of the years."""

    threads: Mapping[str, Mapping[Thread, Parts]]
    years: Mapping[int, Parts]


def gathered(stories: Iterable[StorySummary]) -> Gathered:
    """What the stories tell, by slug; a thread's name is the one most often written, of equals the first."""
    found: dict[str, dict[str, list[tuple[StorySummary, ThreadSummary]]]] = {kind: {} for kind in (*KINDS, YEARS)}
    for story in sorted(stories, key=lambda story: story.slug):
        for thread in story.threads:
            found[thread.kind].setdefault(thread.slug, []).append((story, thread))
    years = {int(slug): parts for slug, parts in found[YEARS].items()}
    return Gathered(
        {
            kind: {Thread(kind, slug, _name(found[kind][slug])): found[kind][slug] for slug in sorted(found[kind])}
            for kind in KINDS
        },
        {year: years[year] for year in sorted(years)},
    )


def _name(parts: Parts) -> str:
    written = Counter[str]()
    for _, thread in parts:
        written.update(dict(thread.names))
    return min(written, key=lambda name: (-written[name], name))


def count(parts: Parts) -> int:
    """How many entries they hold."""
    return sum(thread.entries for _, thread in parts)


def lines(told: Sections, fragments: Fragments) -> list[Line]:
    """The lines by where each begins, the narrower first, then by story and place in its timeline."""
    found = [line for story, listed in told for line in lines_of(fragments(story, listed.lines))]
    return sorted(found, key=itemgetter(0, 1))


def by_section(parts: Parts) -> dict[int, list[tuple[StorySummary, Listed]]]:
    """What each story tells of each section, in the order of the sections."""
    found: dict[int, list[tuple[StorySummary, Listed]]] = {}
    for story, thread in parts:
        for listed in thread.sections:
            found.setdefault(listed.section, []).append((story, listed))
    return dict(sorted(found.items()))


def print_of(told: Sections) -> bytes:
    """One fingerprint of the lines."""
    return fingerprint(b"".join(listed.lines.fingerprint for _, listed in told))


def print_of_parts(parts: Parts) -> bytes:
    """One fingerprint of all that they hold."""
    return fingerprint(b"".join(thread.fingerprint for _, thread in parts))
