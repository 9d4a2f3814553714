"""The files that lead across the stories: of those that the last build made, the ones that differ are made anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dateline.cache.store import fingerprint
from dateline.errors import DatelineError
from dateline.ground import Ground
from dateline.planning import Source
from dateline.sources import Bundle, Kept
from dateline.stock import Stock, unreadable

if TYPE_CHECKING:
    from jinja2 import Environment

    from dateline.pages.page import Group, Page, Planned
    from dateline.pages.summary import Fragment, StorySummary

Files = Sequence[tuple[str, bytes]]
"""Paths in the site with the fingerprints of what belongs there, which are its keys in the store."""

Told = tuple[bytes, str, bytes]
"""Under what a page is known, its path, and its fingerprint."""

Pages = dict[bytes, Sequence[Told]]


class Across:
    """The files that lead across stories, in the order of their slugs; `templates` are asked for when they are needed.

    `key` is the fingerprint of all that they are made from; `pages` has, by what they were made from, such pages as can
    tell so, each with its own key, its path and the fingerprint of its bytes. `told` is the key of the summaries in the
    store.
    """

    def __init__(
        self, ground: Ground, stock: Stock, sources: Sequence[Source], templates: Callable[[], Environment]
    ) -> None:
        made = stock.made
        self.ground, self.stock, self._templates = ground, stock, templates
        self.sources = sorted((one for one in sources if made[one.name].files), key=lambda one: made[one.name].slug)
        self._paths = [file.path for source in self.sources for file in made[source.name].files]
        summaries = (made[source.name].summary for source in self.sources)
        self.key = fingerprint(ground.look, "\n".join(self._paths).encode(), b"".join(summaries))
        self._tellers = {made[source.name].slug: source for source in self.sources}
        self.pages: Pages = {}
        self.told = b""

    def made(self, known: Pages) -> Files:
        """The files, put into the store, but for the pages that are `known`; raises `DatelineError`."""
        from dateline.pages.across import machine_pages, site_pages  # noqa: PLC0415  where there is something to make

        site, templates = self.ground.site, self._templates()
        told, self.told = self.stock.summaries(self.sources)
        self._known, self._prints = known, {key: print_ for pages in known.values() for key, _, print_ in pages}
        planned = site_pages(templates, site, told, self._fragment)
        found = [(path, print_) for each in planned for _, path, print_ in self._told(each)]
        listed = [*self._paths, *(path for path, _ in found)]
        machines = machine_pages(templates, site, told, listed, self._fragment)
        return [*found, *((page.path, self._stored(page)) for page in machines)]

    def _told(self, planned: Planned | Group) -> Sequence[Told]:
        """The page or the pages, as the last build made them where they would be the same."""
        key = self._key(planned.made_of)
        pages = self._known.get(key)
        if pages is None or not all(self.stock.store.holds(print_) for _, _, print_ in pages):
            pages = [self._page(each) for each in planned.planned()]
        if key:
            self.pages[key] = pages
        return pages

    def _page(self, planned: Planned) -> Told:
        key = self._key(planned.made_of)
        print_ = self._prints.get(key) if key else None
        if print_ is None or not self.stock.store.holds(print_):
            print_ = self._stored(planned.made())
        return key, planned.path, print_

    def _key(self, made_of: object) -> bytes:
        """Under what a page or group made of that is known; empty for what cannot tell."""
        return b"" if made_of is None else fingerprint(self.ground.look, repr(made_of).encode())

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
