"""A page: its path, its text, the trail that leads to it, and what it says of itself where it is shared."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment

from dateline.config import Site
from dateline.pages.environment import rendered, site_catalogue
from dateline.pages.structured import Crumb, Data, absolute, listing_data, script, trail_data


class Page(NamedTuple):
    """A page's path in the site, and its text."""

    path: str
    text: str


class Planned(NamedTuple):
    """A page that need not be made where what it is made of is as it was; `made_of` tells by its `repr`, if it does."""

    path: str
    made_of: object
    made: Callable[[], Page]

    def planned(self) -> Iterable[Planned]:
        """Itself, alone."""
        return [self]


class Group(NamedTuple):
    """Pages of which none need be planned where what they are made of is as it was; `made_of` tells by its `repr`."""

    made_of: object
    planned: Callable[[], Iterable[Planned]]


class Feed(NamedTuple):
    """A feed's path in the site, percent-encoded, and its title."""

    path: str
    title: str


class About(NamedTuple):
    """What a page says of itself to other programs: `kind` is one of Open Graph's types, `preview` its picture.

    `data` is in the words of schema.org; without it the page is one that lists others. What is not `listed` is kept
    from search engines; `instead` is the path of the page that they should know in its place, percent-encoded.
    """

    kind: str = "website"
    data: Sequence[Data] = ()
    preview: Mapping[str, Any] | None = None
    feed: Feed | None = None
    listed: bool = True
    instead: str = ""


SITE_FEED = "feed.xml"
PLAIN = About()


def page(
    jinja: Environment,
    site: Site,
    template: str,
    path: str,
    values: Mapping[str, Any],
    trail: Sequence[Crumb] = (),
    about: About = PLAIN,
    root: str | None = None,
) -> Page:
    """The page of a template; `trail` are the pages above it, from the front page on, which need not be named.

    `root` is the way to the front page, where that is not told by the depth of the path.
    """
    catalogue = site_catalogue(site)
    up = "../" * path.count("/") if root is None else root
    address = absolute(site, quote(path))
    crumbs = [(catalogue.words["all_stories"], "index.html"), *trail] if up else []
    data = about.data or [listing_data(values["title"], values["description"], catalogue.code, address)]
    structured = script([*data, *trail_data(site, crumbs, values["title"], quote(path))]) if about.listed else ""
    known = {
        "root": up,
        "canonical": address if about.listed else about.instead and absolute(site, about.instead),
        "trail": crumbs,
        "about": about,
        "feeds": [Feed(SITE_FEED, site.title), *([about.feed] if about.feed else [])] if site.base_url else [],
        "structured": structured,
        # No browser runs the data; with its digest in the policy, none of them, and no checker, doubts it either.
        "digest": b64encode(sha256(structured.encode()).digest()).decode() if structured else "",
    }
    return Page(path, rendered(jinja, template, {**values, **known}))
