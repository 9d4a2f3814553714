"""Pages across the stories: the entries of a tag, a person, a place or a year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from dateline.catalogue import Catalogue
from dateline.config import Site
from dateline.model import Grain
from dateline.pages.environment import site_catalogue
from dateline.pages.gathered import Gathered, Parts, Sections, by_section, count, lines, print_of, print_of_parts
from dateline.pages.lists import crumb, list_page, name_pages, part_list, thread_list, year_href, year_list
from dateline.pages.page import Group, Page, Planned, page
from dateline.pages.parts import Keys, Part, held, parts
from dateline.pages.summary import YEARS, Fragments, Line
from dateline.pages.threads import KINDS, Thread
from dateline.slugs import slug_of
from dateline.timex.interval import civil

Values = dict[str, Any]


def listing_pages(jinja: Environment, site: Site, told: Gathered, fragments: Fragments) -> Iterator[Planned | Group]:
    """The pages of all tags, people, places and years, and a list of each kind; of a kind nobody uses, none."""
    for kind in KINDS:
        yield from _thread_pages(jinja, site, kind, told.threads[kind], fragments)
    yield from _year_pages(jinja, site, told.years, fragments)


class Listing(NamedTuple):
    """A tag, a person, a place or a year: its name, the folder of its pages, and what each story tells of it.

    `named` gives the label of neighbouring sections; `beside` are the years before and after a year.
    """

    kind: str
    name: str
    folder: str
    told: Parts
    named: Callable[[Keys], str]
    beside: tuple[int | None, int | None] = (None, None)


def _thread_pages(
    jinja: Environment, site: Site, kind: str, threads: Mapping[Thread, Parts], fragments: Fragments
) -> Iterator[Planned | Group]:
    catalogue = site_catalogue(site)
    if not threads:
        return
    yield from name_pages(jinja, site, kind, thread_list(catalogue, threads))
    for thread, told in threads.items():
        listing = Listing(kind, thread.name, f"{kind}/{thread.slug}", told, partial(_years_label, catalogue))
        yield _group(jinja, site, listing, fragments)


def _years_label(catalogue: Catalogue, years: Keys) -> str:
    """ "1994", "1994–1999"."""
    return catalogue.year_words(years[0]) if len(years) == 1 else catalogue.years_words(years[0], years[-1])


def _months_label(catalogue: Catalogue, months: Keys) -> str:
    """ "March", "January–March"; what no month holds comes first, and is named where it stands alone."""
    named = [catalogue.months[month - 1] for month in months if month]
    return "–".join(dict.fromkeys((named[0], named[-1]))) if named else catalogue.words["longer"]


def _group(jinja: Environment, site: Site, listing: Listing, fragments: Fragments) -> Group:
    """The page of a listing, or, where it is long, the list of its parts and these."""
    said = (listing.name, listing.beside, len(listing.told), _only(listing.told))
    made_of = (listing.folder, said, print_of_parts(listing.told))
    return Group(made_of, lambda: _pages(jinja, site, listing, fragments, said))


def _pages(
    jinja: Environment, site: Site, listing: Listing, fragments: Fragments, said: tuple[object, ...]
) -> Iterator[Planned]:
    catalogue, path = site_catalogue(site), f"{listing.folder}/index.html"
    by_key = by_section(listing.told)
    sizes = {key: sum(listed.entries for _, listed in told) for key, told in by_key.items()}
    bound = parts(catalogue, sizes, listing.named)
    if not bound:
        told = [each for told in by_key.values() for each in told]
        yield Planned(path, (path, said, print_of(told)), lambda: _page(jinja, site, listing, told, fragments))
        return
    yield Planned(path, (path, said, bound), lambda: _first_page(jinja, site, listing, bound))
    read: Callable[[], Sequence[Line]] = list
    for at, part in enumerate(bound):
        told = [each for key in part.keys for each in by_key[key]]
        if not part.piece:
            # The pieces of a crowded section are cut from the same lines.
            read = cache(partial(lines, told, fragments))
        path = f"{listing.folder}/{part.file}"
        beside = [each.label for each in bound[max(0, at - 1) : at + 2]]
        made_of = (path, listing.name, _only(listing.told), part, at, beside, print_of(told))
        yield Planned(path, made_of, partial(_part_page, jinja, site, listing, read, bound, at))


def _page(jinja: Environment, site: Site, listing: Listing, listed: Sections, fragments: Fragments) -> Page:
    """A listing that one page holds."""
    catalogue = site_catalogue(site)
    told = lines(listed, fragments)
    values = _values(catalogue, listing) | {
        "legend": catalogue.legend({line.shape for line in told}),
        "sections": _sections(catalogue, listing.kind, told),
        "beside": _beside(catalogue, listing.beside),
    }
    return page(jinja, site, "listing.html", f"{listing.folder}/index.html", values, [crumb(catalogue, listing.kind)])


def _first_page(jinja: Environment, site: Site, listing: Listing, bound: Sequence[Part]) -> Page:
    """The list of the parts of a long listing."""
    catalogue = site_catalogue(site)
    values = _values(catalogue, listing) | {
        "leaves": part_list(bound, catalogue.entry_counts),
        "beside": _beside(catalogue, listing.beside),
    }
    return page(jinja, site, "listing.html", f"{listing.folder}/index.html", values, [crumb(catalogue, listing.kind)])


def _part_page(
    jinja: Environment,
    site: Site,
    listing: Listing,
    read: Callable[[], Sequence[Line]],
    bound: Sequence[Part],
    at: int,
) -> Page:
    catalogue, part = site_catalogue(site), bound[at]
    told, counts = held(read(), part), catalogue.entry_counts(part.rows)
    around = {"earlier_page": at - 1, "later_page": at + 1}
    values = _values(catalogue, listing) | {
        "title": f"{listing.name}: {part.label}",
        "label": part.label,
        "counts": counts,
        "description": catalogue.listing_description(f"{listing.name}, {part.label}", counts),
        "legend": catalogue.legend({line.shape for line in told}),
        "sections": _sections(catalogue, listing.kind, told),
        "beside": [
            {"words": catalogue.words[which], "label": bound[other].label, "href": _href(listing, bound[other].file)}
            for which, other in around.items()
            if 0 <= other < len(bound)
        ],
    }
    trail = [crumb(catalogue, listing.kind), (listing.name, _href(listing, "index.html"))]
    return page(jinja, site, "listing.html", f"{listing.folder}/{part.file}", values, trail)


def _href(listing: Listing, file: str) -> str:
    return quote(f"{listing.folder}/{file}")


def _only(told: Parts) -> Values | None:
    """The story that tells it all, where there is only one."""
    (story, _), *others = told
    return None if others else {"title": story.title, "href": story.href}


def _year_pages(
    jinja: Environment, site: Site, by_year: Mapping[int, Parts], fragments: Fragments
) -> Iterator[Planned | Group]:
    catalogue = site_catalogue(site)
    yield list_page(jinja, site, YEARS, {"years": year_list(catalogue, by_year)})
    told = list(by_year)
    for at, year in enumerate(told):
        beside = (told[at - 1] if at else None, told[at + 1] if at + 1 < len(told) else None)
        folder = year_href(catalogue, year).removesuffix("/index.html")
        named = partial(_months_label, catalogue)
        listing = Listing(YEARS, catalogue.year_words(year), folder, by_year[year], named, beside)
        yield _group(jinja, site, listing, fragments)


def _beside(catalogue: Catalogue, years: tuple[int | None, int | None]) -> list[Values]:
    """The earlier and the later year, where there are such."""
    return [
        {"words": catalogue.words[which], "label": catalogue.year_words(other), "href": year_href(catalogue, other)}
        for which, other in zip(("earlier", "later"), years, strict=True)
        if other is not None
    ]


def _values(catalogue: Catalogue, listing: Listing) -> Values:
    """What all pages of a listing say of it; the story is named where there is only one."""
    counts = catalogue.line_counts(count(listing.told), len(listing.told))
    return {
        "title": listing.name,
        "label": "",
        "whole": {"title": listing.name, "href": _href(listing, "index.html")},
        "listed": listing.kind,
        "kicker": catalogue.words[f"one_of_{listing.kind}"],
        "counts": counts,
        "story": _only(listing.told),
        "description": catalogue.listing_description(listing.name, counts),
        "legend": [],
        "leaves": [],
        "sections": [],
        "beside": [],
    }


def _sections(catalogue: Catalogue, kind: str, told: Sequence[Line]) -> list[Values]:
    """The entries of a page under their years; those of a year under its months, first what no month holds."""
    if kind == YEARS:
        return _months(catalogue, told)
    by_year = groupby(told, key=lambda line: civil(line.begin)[0])
    return [_section(catalogue.year_words(year), begun) for year, begun in by_year]


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
