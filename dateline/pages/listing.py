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
from dateline.pages.environment import rendered, site_catalogue
from dateline.pages.page import Page, page
from dateline.pages.summary import EntrySummary, StorySummary
from dateline.pages.threads import KINDS, Thread
from dateline.slugs import slug_of
from dateline.timeline.order import NO_END

Values = dict[str, Any]
Line = tuple[StorySummary, EntrySummary]
Rows = Mapping[str, Markup]
"""By its permalink, an entry's HTML."""

ROOT = "../../"


def lines(stories: Sequence[StorySummary]) -> list[Line]:
    """Every entry with its story, by where it begins, the narrower first, then by story and place in its timeline."""

    def order(line: Line) -> tuple[int, int]:
        end = line[1].when.end
        return line[1].begin, NO_END if end is None else end

    return sorted(((story, entry) for story in sorted(stories, key=_slug) for entry in story.entries), key=order)


def _slug(story: StorySummary) -> str:
    return story.slug


def listing_pages(jinja: Environment, site: Site, stories: Sequence[StorySummary]) -> Iterator[Page]:
    """The pages of all tags, people, places and years, and a list of each kind; of a kind nobody uses, none."""
    everything = lines(stories)
    # An entry stands on the pages of its year and of all its threads, which lie at one depth: it is rendered once.
    rows = {entry.href: _row(jinja, story, entry) for story, entry in everything}
    for kind in KINDS:
        yield from _thread_pages(jinja, site, kind, everything, rows)
    yield from _year_pages(jinja, site, everything, rows)


def threads_of_kind(everything: Iterable[Line], kind: str) -> dict[Thread, list[Line]]:
    """The lines of each thread of a kind, by slug; its name is the one most often written, of equals the first."""
    found: dict[str, list[Line]] = {}
    names: dict[str, Counter[str]] = {}
    for line in everything:
        for thread in line[1].threads:
            if thread.kind == kind:
                found.setdefault(thread.slug, []).append(line)
                names.setdefault(thread.slug, Counter())[thread.name] += 1
    return {
        Thread(kind, slug, min(names[slug], key=lambda name: (-names[slug][name], name))): found[slug]
        for slug in sorted(found)
    }


def years(everything: Sequence[Line]) -> dict[int, list[Line]]:
    """The lines by the year in which each begins."""
    return {year: list(begun) for year, begun in groupby(everything, key=lambda line: line[1].year)}


def year_href(catalogue: Catalogue, year: int) -> str:
    """The path of a year's page in the site: "years/2016/index.html", "years/44-bc/index.html"."""
    return f"years/{year:04}/index.html" if year > 0 else f"years/{slug_of(catalogue.year_words(year))}/index.html"


def year_list(catalogue: Catalogue, everything: Sequence[Line]) -> list[Values]:
    """The years with their counts; `share` is the count in hundredths of the largest."""
    counts = {year: len(begun) for year, begun in years(everything).items()}
    largest = max(counts.values(), default=1)
    return [
        {
            "label": catalogue.year_words(year),
            "href": year_href(catalogue, year),
            "counts": catalogue.entry_counts(count),
            "share": max(1, 100 * count // largest),
        }
        for year, count in counts.items()
    ]


def thread_list(catalogue: Catalogue, threads: Mapping[Thread, Sequence[Line]]) -> list[Values]:
    """The threads with their counts, by name."""
    named = sorted(threads, key=lambda thread: (thread.name.casefold(), thread.slug))
    return [
        {"label": thread.name, "href": thread.href, "counts": catalogue.entry_counts(len(threads[thread]))}
        for thread in named
    ]


def _thread_pages(jinja: Environment, site: Site, kind: str, everything: Sequence[Line], rows: Rows) -> Iterator[Page]:
    catalogue = site_catalogue(site)
    threads = threads_of_kind(everything, kind)
    if not threads:
        return
    label = catalogue.words[kind]
    yield _list_page(jinja, site, kind, {"items": thread_list(catalogue, threads)})
    for thread, told in threads.items():
        sections = [_section(catalogue.year_words(year), begun, rows) for year, begun in years(told).items()]
        values = _values(catalogue, thread.name, kind, told) | {"sections": sections}
        path = f"{kind}/{thread.slug}/index.html"
        yield page(jinja, site, "listing.html", path, values, [(label, f"{kind}/index.html")])


def _year_pages(jinja: Environment, site: Site, everything: Sequence[Line], rows: Rows) -> Iterator[Page]:
    catalogue = site_catalogue(site)
    by_year = years(everything)
    yield _list_page(jinja, site, "years", {"items": [], "years": year_list(catalogue, everything)})
    told = list(by_year)
    for at, year in enumerate(told):
        beside = {"earlier": told[at - 1] if at else None, "later": told[at + 1] if at + 1 < len(told) else None}
        values = _values(catalogue, catalogue.year_words(year), "years", by_year[year]) | {
            "sections": _months(catalogue, by_year[year], rows),
            "beside": [
                {
                    "words": catalogue.words[which],
                    "label": catalogue.year_words(other),
                    "href": year_href(catalogue, other),
                }
                for which, other in beside.items()
                if other is not None
            ],
        }
        yield page(
            jinja,
            site,
            "listing.html",
            year_href(catalogue, year),
            values,
            [(catalogue.words["years"], "years/index.html")],
        )


def _list_page(jinja: Environment, site: Site, kind: str, values: Values) -> Page:
    catalogue = site_catalogue(site)
    described = {"title": catalogue.words[kind], "description": catalogue.list_description(site.title, kind)}
    return page(jinja, site, "lists.html", f"{kind}/index.html", {"years": [], **described, **values})


def _values(catalogue: Catalogue, title: str, kind: str, told: Sequence[Line]) -> Values:
    shapes = {entry.shape for _, entry in told}
    counts = catalogue.line_counts(len(told), len({story.slug for story, _ in told}))
    return {
        "title": title,
        "listed": kind,
        "kicker": catalogue.words[f"one_of_{kind}"],
        "counts": counts,
        "description": catalogue.listing_description(title, counts),
        "legend": catalogue.legend(shapes),
        "beside": [],
    }


def _months(catalogue: Catalogue, told: Sequence[Line], rows: Rows) -> list[Values]:
    """What no month of the year holds, then month by month."""
    longer = [line for line in told if line[1].grain > Grain.MONTH]
    held = [line for line in told if line[1].grain <= Grain.MONTH]
    months = groupby(held, key=lambda line: catalogue.month_name(line[1].begin))
    sections = [_section(label, list(begun), rows) for label, begun in months]
    return [_section(catalogue.words["longer"], longer, rows), *sections] if longer else sections


def _section(label: str, told: Sequence[Line], rows: Rows) -> Values:
    return {"id": f"in-{slug_of(label)}", "label": label, "rows": [rows[entry.href] for _, entry in told]}


def _row(jinja: Environment, story: StorySummary, entry: EntrySummary) -> Markup:
    values = {"event": entry, "story": {"title": story.title, "href": story.href}, "root": ROOT}
    return Markup(rendered(jinja, "line.html", values))  # noqa: S704  a template escapes what it is given
