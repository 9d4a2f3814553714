"""The lists that lead to other pages: all years, all names of a kind, the parts of what is long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from jinja2 import Environment

from dateline.catalogue import Catalogue
from dateline.config import Site
from dateline.pages.environment import site_catalogue
from dateline.pages.gathered import Parts, count
from dateline.pages.page import Page, Planned, page
from dateline.pages.parts import Keys, Part, held, parts
from dateline.pages.threads import Thread
from dateline.slugs import slug_of

Values = dict[str, Any]


def year_href(catalogue: Catalogue, year: int) -> str:
    """The path of a year's page in the site: "years/2016/index.html", "years/44-bc/index.html"."""
    return f"years/{year:04}/index.html" if year > 0 else f"years/{slug_of(catalogue.year_words(year))}/index.html"


def year_list(catalogue: Catalogue, years: Mapping[int, Parts]) -> list[Values]:
    """The years with their counts; `share` is the count in hundredths of the largest."""
    counts = {year: count(parts) for year, parts in years.items()}
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
    return [
        {
            "label": thread.name,
            "slug": thread.slug,
            "href": thread.href,
            "counts": catalogue.entry_counts(count(threads[thread])),
        }
        for thread in sorted(threads, key=lambda thread: (thread.slug, thread.name))
    ]


def part_list(bound: Sequence[Part], counted: Callable[[int], str]) -> list[Values]:
    """The parts with their counts; `share` is the count in hundredths of the largest."""
    largest = max(part.rows for part in bound)
    return [
        {
            "label": part.label,
            "href": quote(part.file),
            "counts": counted(part.rows),
            "share": max(1, 100 * part.rows // largest),
        }
        for part in bound
    ]


MOST_NAMED = 1500
"""The names that one page lists."""


def name_pages(jinja: Environment, site: Site, kind: str, names: Sequence[Values]) -> Iterator[Planned]:
    """The list of all names of a kind, which stand by their slugs, or, where it is long, its parts by first letters."""
    catalogue = site_catalogue(site)
    bound = parts(catalogue, Counter(_initial(name) for name in names), _letters_label, MOST_NAMED)
    if not bound:
        yield list_page(jinja, site, kind, {"items": names})
        return
    yield list_page(jinja, site, kind, {"leaves": part_list(bound, catalogue.number_words)})
    for part in bound:
        items = held([name for name in names if _initial(name) in part.keys], part)
        yield list_page(jinja, site, kind, {"items": items, "label": part.label}, part.file)


def _initial(name: Values) -> int:
    return ord(name["slug"][:1] or "-")


def _letters_label(letters: Keys) -> str:
    """ "A", "A–D"."""
    return "–".join(dict.fromkeys(chr(letter).upper() for letter in (letters[0], letters[-1])))


def list_page(jinja: Environment, site: Site, kind: str, values: Values, file: str = "index.html") -> Planned:
    """A page of such a list: its `years`, its `items`, or the `leaves` that hold them; `label` is that of a part."""
    catalogue, path = site_catalogue(site), f"{kind}/{file}"
    label = str(values.get("label", ""))
    title = f"{catalogue.words[kind]}: {label}" if label else catalogue.words[kind]
    described = {"title": title, "description": catalogue.list_description(site.title, kind)}

    def made() -> Page:
        trail = [crumb(catalogue, kind)] if label else []
        lists: Values = {"years": [], "items": [], "leaves": []}
        return page(jinja, site, "lists.html", path, {**lists, **described, **values}, trail)

    return Planned(path, (path, values), made)


def crumb(catalogue: Catalogue, kind: str) -> tuple[str, str]:
    """The step of a trail that leads to the list of a kind."""
    return catalogue.words[kind], f"{kind}/index.html"
