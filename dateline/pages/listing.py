"""Pages across the stories: the entries of a tag, a person, a place or a year, and the lists of these pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from dateline.catalogue import Catalogue
from dateline.config import Site
from dateline.model import Grain
from dateline.pages.environment import site_catalogue
from dateline.pages.page import Page, Planned, page
from dateline.pages.summary import YEARS, Fragments, Line, StorySummary, ThreadSummary, lines_of
from dateline.pages.threads import KINDS, Thread
from dateline.slugs import slug_of
from dateline.timex.interval import civil

Values = dict[str, Any]
Parts = Sequence[tuple[StorySummary, ThreadSummary]]
"""What each story tells of a thread, by the stories' slugs."""


def listing_pages(
    jinja: Environment, site: Site, stories: Sequence[StorySummary], fragments: Fragments
) -> Iterator[Planned]:
    """The pages of all tags, people, places and years, and a list of each kind; of a kind nobody uses, none."""
    for kind in KINDS:
        yield from _thread_pages(jinja, site, kind, stories, fragments)
    yield from _year_pages(jinja, site, stories, fragments)


def threads_of_kind(stories: Iterable[StorySummary], kind: str) -> dict[Thread, Parts]:
    """The parts of each thread of a kind, by slug; its name is the one most often written, of equals the first."""
    found: dict[str, list[tuple[StorySummary, ThreadSummary]]] = {}
    for story in sorted(stories, key=lambda story: story.slug):
        for thread in story.threads:
            if thread.kind == kind:
                found.setdefault(thread.slug, []).append((story, thread))
    return {Thread(kind, slug, _name(found[slug])): found[slug] for slug in sorted(found)}


def _name(parts: Parts) -> str:
    written = Counter[str]()
    for _, thread in parts:
        written.update(dict(thread.names))
    return min(written, key=lambda name: (-written[name], name))


def years(stories: Iterable[StorySummary]) -> dict[int, Parts]:
    """The parts of each year, in order."""
    found = {int(thread.slug): parts for thread, parts in threads_of_kind(stories, YEARS).items()}
    return {year: found[year] for year in sorted(found)}


def count(parts: Parts) -> int:
    """How many entries they hold."""
    return sum(thread.entries for _, thread in parts)


def lines(parts: Parts, fragments: Fragments) -> list[Line]:
    """The lines by where each begins, the narrower first, then by story and place in its timeline."""
    told = [line for story, thread in parts for line in lines_of(fragments(story, thread.lines))]
    return sorted(told, key=lambda line: (line.begin, line.end))


def year_href(catalogue: Catalogue, year: int) -> str:
    """The path of a year's page in the site: "years/2016/index.html", "years/44-bc/index.html"."""
    return f"years/{year:04}/index.html" if year > 0 else f"years/{slug_of(catalogue.year_words(year))}/index.html"


def year_list(catalogue: Catalogue, stories: Sequence[StorySummary]) -> list[Values]:
    """The years with their counts; `share` is the count in hundredths of the largest."""
    counts = {year: count(parts) for year, parts in years(stories).items()}
    largest = max(counts.values(), default=1)
    return [
        {
            "label": catalogue.year_words(year),
            "href": year_href(catalogue, year),
            "counts": catalogue.entry_counts(number),
            "share": max(1, 100 * number // largest),
        }
        for year, number in counts.items()
    ]


def thread_list(catalogue: Catalogue, threads: Mapping[Thread, Parts]) -> list[Values]:
    """The threads with their counts, by name."""
    named = sorted(threads, key=lambda thread: (thread.name.casefold(), thread.slug))
    return [
        {"label": thread.name, "href": thread.href, "counts": catalogue.entry_counts(count(threads[thread]))}
        for thread in named
    ]


def _thread_pages(
    jinja: Environment, site: Site, kind: str, stories: Sequence[StorySummary], fragments: Fragments
) -> Iterator[Planned]:
    catalogue = site_catalogue(site)
    threads = threads_of_kind(stories, kind)
    if not threads:
        return
    label = catalogue.words[kind]
    yield _list_page(jinja, site, kind, {"items": thread_list(catalogue, threads)})
    for thread, parts in threads.items():
        path = f"{kind}/{thread.slug}/index.html"

        def made(thread: Thread = thread, parts: Parts = parts, path: str = path) -> Page:
            told = lines(parts, fragments)
            by_year = groupby(told, key=lambda line: civil(line.begin)[0])
            sections = [_section(catalogue.year_words(year), begun) for year, begun in by_year]
            values = _values(catalogue, thread.name, kind, told, parts) | {"sections": sections}
            return page(jinja, site, "listing.html", path, values, [(label, f"{kind}/index.html")])

        yield Planned(path, (thread.name, _prints(parts)), made)


def _prints(parts: Parts) -> list[bytes]:
    return [thread.lines.fingerprint for _, thread in parts]


def _year_pages(
    jinja: Environment, site: Site, stories: Sequence[StorySummary], fragments: Fragments
) -> Iterator[Planned]:
    catalogue = site_catalogue(site)
    by_year = years(stories)
    yield _list_page(jinja, site, YEARS, {"items": [], "years": year_list(catalogue, stories)})
    told = list(by_year)
    for at, year in enumerate(told):
        beside = (told[at - 1] if at else None, told[at + 1] if at + 1 < len(told) else None)
        path = year_href(catalogue, year)

        def made(year: int = year, beside: tuple[int | None, int | None] = beside, path: str = path) -> Page:
            listed = lines(by_year[year], fragments)
            values = _values(catalogue, catalogue.year_words(year), YEARS, listed, by_year[year]) | {
                "sections": _months(catalogue, listed),
                "beside": _beside(catalogue, beside),
            }
            return page(jinja, site, "listing.html", path, values, [(catalogue.words[YEARS], "years/index.html")])

        yield Planned(path, (beside, _prints(by_year[year])), made)


def _beside(catalogue: Catalogue, years: tuple[int | None, int | None]) -> list[Values]:
    """The earlier and the later year, where there are such."""
    return [
        {"words": catalogue.words[which], "label": catalogue.year_words(other), "href": year_href(catalogue, other)}
        for which, other in zip(("earlier", "later"), years, strict=True)
        if other is not None
    ]


def _list_page(jinja: Environment, site: Site, kind: str, values: Values) -> Planned:
    catalogue = site_catalogue(site)
    described = {"title": catalogue.words[kind], "description": catalogue.list_description(site.title, kind)}
    path = f"{kind}/index.html"

    def made() -> Page:
        return page(jinja, site, "lists.html", path, {"years": [], **described, **values})

    return Planned(path, None, made)


def _values(catalogue: Catalogue, title: str, kind: str, told: Sequence[Line], parts: Parts) -> Values:
    counts = catalogue.line_counts(len(told), len(parts))
    return {
        "title": title,
        "listed": kind,
        "kicker": catalogue.words[f"one_of_{kind}"],
        "counts": counts,
        "description": catalogue.listing_description(title, counts),
        "legend": catalogue.legend({line.shape for line in told}),
        "beside": [],
    }


def _months(catalogue: Catalogue, told: Sequence[Line]) -> list[Values]:
    """What no month of the year holds, then month by month."""
    longer = [line for line in told if line.grain > Grain.MONTH]
    held = [line for line in told if line.grain <= Grain.MONTH]
    months = groupby(held, key=lambda line: catalogue.month_name(line.begin))
    sections = [_section(label, begun) for label, begun in months]
    return [_section(catalogue.words["longer"], longer), *sections] if longer else sections


def _section(label: str, told: Iterable[Line]) -> Values:
    rows = [Markup(line.html) for line in told]  # noqa: S704  a template has escaped what it was given
    return {"id": f"in-{slug_of(label)}", "label": label, "rows": rows}
