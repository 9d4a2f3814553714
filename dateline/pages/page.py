"""A page: its path, its text, and the trail that leads to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment

from dateline.config import Site
from dateline.pages.environment import rendered, site_catalogue

Crumb = tuple[str, str]
"""A page's name and its path in the site, percent-encoded."""


class Page(NamedTuple):
    """A page's path in the site, and its text."""

    path: str
    text: str


def page(
    jinja: Environment,
    site: Site,
    template: str,
    path: str,
    values: Mapping[str, Any],
    trail: Sequence[Crumb] = (),
) -> Page:
    """The page of a template; `trail` are the pages above it, from the front page on, which need not be named."""
    catalogue = site_catalogue(site)
    root = "../" * path.count("/")
    address = f"{site.base_url}/{quote(path.removesuffix('index.html'))}" if site.base_url else ""
    crumbs = [(catalogue.words["all_stories"], "index.html"), *trail] if root else []
    return Page(path, rendered(jinja, template, {**values, "root": root, "canonical": address, "trail": crumbs}))
