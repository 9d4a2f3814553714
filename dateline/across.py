"""The files that lead across the stories: of those that the last build made, the ones that differ are made anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dateline.cache.store import fingerprint
from dateline.content import Source
from dateline.errors import DatelineError
from dateline.ground import Ground
from dateline.publish import Bundle, Kept
from dateline.stock import Stock, unreadable

if TYPE_CHECKING:
    from jinja2 import Environment

    from dateline.pages.page import Page
    from dateline.pages.summary import Fragment, StorySummary

Files = Sequence[tuple[str, bytes]]
"""Paths in the site with the fingerprints of what belongs there, which are its keys in the store."""


class Across:
    """The files that lead across stories, in the order of their slugs; `templates` are asked for when they are needed.

    `key` is the fingerprint of all that they are made from; `pages` has, by what it was made from, each page that can
    tell so.
    """

    def __init__(
        self, ground: Ground, stock: Stock, sources: Sequence[Source], templates: Callable[[], Environment]
    ) -> None:
        made = stock.made
        self.ground, self.stock, self._templates = ground, stock, templates
        self.sources = sorted((one for one in sources if made[one.name].files), key=lambda one: made[one.name].slug)
        self._paths = [file.path for source in self.sources for file in made[source.name].files]
        summaries = (made[source.name].summary for source in self.sources)
        self.key = fingerprint(ground.look, "\n".join(self._paths).encode(), *summaries)
        self._tellers = {made[source.name].slug: source for source in self.sources}
        self.pages: dict[bytes, bytes] = {}

    def made(self, known: Mapping[bytes, bytes]) -> Files:
        """The files, put into the store, but for the pages that are `known`; raises `DatelineError`."""
        from dateline.pages import machine_pages, site_pages  # noqa: PLC0415  where there is something to make

        site, templates, listed = self.ground.site, self._templates(), list(self._paths)
        found = []
        told = [self.stock.summary(source) for source in self.sources]
        for planned in site_pages(templates, site, told, self._fragment):
            listed.append(planned.path)
            made_of = planned.made_of
            key = fingerprint(self.ground.look, repr((planned.path, made_of)).encode()) if made_of else b""
            print_ = known.get(key)
            if print_ is None or not self.stock.store.holds(print_):
                print_ = self._stored(planned.made())
            if key:
                self.pages[key] = print_
            found.append((planned.path, print_))
        machines = machine_pages(templates, site, told, listed, self._fragment)
        return [*found, *((page.path, self._stored(page)) for page in machines)]

    def published(self, files: Files) -> Bundle:
        """The files for the site; what the store has lost is made again."""
        prints = dict(files)
        return Bundle(prints, lambda path: Kept(prints[path], partial(self._bytes, prints[path])))

    def _stored(self, page: Page) -> bytes:
        data = page.text.encode()
        print_ = fingerprint(data)
        self.stock.store.write(print_, data)
        return print_

    def _fragment(self, story: StorySummary, fragment: Fragment) -> bytes:
        return self.stock.fragment(self._tellers[story.slug], fragment)

    def _bytes(self, key: bytes) -> bytes:
        data = self.stock.store.read(key)
        if data is None:
            self.made({})
            data = self.stock.store.read(key)
        if data is None:
            raise DatelineError([unreadable(self.stock.store)])
        return data
