"""What a site tells crawlers and servers: `robots.txt`, the sitemap, and the page for an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import quote, urlsplit

from jinja2 import Environment

from dateline.config import Site
from dateline.pages.environment import rendered, site_catalogue
from dateline.pages.page import About, Page, page
from dateline.pages.structured import absolute

MOST = 50_000
"""The addresses of one sitemap (sitemaps.org, protocol)."""

NOWHERE = "404.html"
UNLISTED = ("/embed/index.html",)
"""Pages within others' pages, which nobody should find on their own."""


def crawler_pages(jinja: Environment, site: Site, paths: Sequence[str], changed: Mapping[str, date]) -> Iterator[Page]:
    """The files for crawlers; `paths` are those of all pages, `changed` says of some on which day they last did."""
    yield _nowhere_page(jinja, site)
    sitemaps = list(_sitemaps(jinja, site, paths, changed)) if site.base_url else []
    yield from sitemaps
    at = absolute(site, sitemaps[-1].path) if sitemaps else ""
    yield Page("robots.txt", rendered(jinja, "robots.txt", {"sitemap": at}))


def _sitemaps(jinja: Environment, site: Site, paths: Sequence[str], changed: Mapping[str, date]) -> Iterator[Page]:
    """The sitemap, or parts of it and then the list of these."""
    listed = sorted(path for path in paths if path.endswith(".html") and not path.endswith(UNLISTED))
    places = [(absolute(site, quote(path)), changed.get(quote(path))) for path in listed]
    parts = [places[at : at + MOST] for at in range(0, len(places), MOST)]
    if len(parts) == 1:
        yield Page("sitemap.xml", rendered(jinja, "sitemap.xml", {"places": parts[0], "parts": []}))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield Page(name, rendered(jinja, "sitemap.xml", {"places": part, "parts": []}))
    addresses = [absolute(site, name) for name in names]
    yield Page("sitemap.xml", rendered(jinja, "sitemap.xml", {"places": [], "parts": addresses}))


def _nowhere_page(jinja: Environment, site: Site) -> Page:
    """The page that a server shows in place of one that is not there, whose links begin at the site's top."""
    words = site_catalogue(site).words
    top = urlsplit(site.base_url).path + "/"
    values = {"title": words["nowhere"], "description": words["nowhere_words"]}
    return page(jinja, site, NOWHERE, NOWHERE, values, about=About(listed=False), root=top)
