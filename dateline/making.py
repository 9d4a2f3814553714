"""A story's files from its articles: read, dated, merged and rendered, each article and each story only once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment

from dateline.articles import Index, Reading, read_article, read_index
from dateline.cache.files import signature
from dateline.cache.records import pickled, unpickled
from dateline.cache.store import fingerprint
from dateline.config import Site
from dateline.content import Folder, in_order, read_story
from dateline.errors import Problem
from dateline.eventlists import event_lists
from dateline.events.counted import counted
from dateline.events.details import with_details
from dateline.events.extract import events
from dateline.formats.exports import FILES, exported
from dateline.ground import Ground
from dateline.limits import crowded, endless, overdated
from dateline.made import File, Made, lead_state, story_key
from dateline.mending import added, expressions
from dateline.model import Article, DatedArticle, Story
from dateline.names import NO_NAMES, Names, listing, own_names, with_names
from dateline.pages.environment import site_catalogue, templates_of
from dateline.pages.share import NAME as SHARED
from dateline.pages.share import share_image, share_svg
from dateline.pages.summary import story_summary
from dateline.pages.view import StoryView, story_view
from dateline.pages.within import story_pages
from dateline.planning import Source
from dateline.settings import read_bytes
from dateline.stopwatch import Stopwatch
from dateline.timeline.build import in_order as in_order_of_filing
from dateline.timeline.build import timeline
from dateline.timex.languages import reads


class _Kept(NamedTuple):
    """A dated article as it is kept, with the files it asked for."""

    dated: DatedArticle
    warnings: tuple[Problem, ...]
    leads: tuple[tuple[str, bytes], ...]


class Maker:
    """Makes stories on one ground, in one process."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.watch = Stopwatch()
        self.names = listing(ground.site.people, ground.site.places)

    @cached_property
    def jinja(self) -> Environment:
        """The templates, loaded when the first page is made."""
        return templates_of(self.ground)

    def made(self, source: Source) -> Made:
        """The story of a source, its files put into the store."""
        told, story, used = self.dated(source)
        return self._with_files(told, story, used) if story else told

    def dated(self, source: Source) -> tuple[Made, Story | None, Sequence[bytes]]:
        """The story of a source, what is to be told of it, and the entries of the store that it needs.

        There is no story where there are errors, or nothing to be shown.
        """
        ground = self.ground
        folder = ground.content if source.lone else ground.content / source.name
        reader = _Reader(self, {folder / name: _bytes(folder / name) for name in source.files})
        prints = [b"" if data is None else fingerprint(data) for data in reader.data.values()]
        key = story_key(ground.look, source, prints)
        read = read_story(source, ground.content, ground.site, reader.article, reader.index)
        states = {path: lead_state(path) for path, _ in read.leads}
        if any(signature(path) != found for path, found in read.leads):
            key = b""  # a file changed while it was read, so what was made of it is of no known state
        told = Made(key, addresses=read.addresses, errors=read.errors, warnings=read.warnings)
        told = told._replace(prints=tuple(prints), leads=tuple(states.items()))
        if read.folder is None:
            return told, None, ()
        story = in_order(read.folder, ground.drafts)
        lists = event_lists(story, ground.site, reader.data)
        errors = (*read.errors, *crowded(story.articles), *lists.errors)
        told = told._replace(slug=story.slug, errors=errors, warnings=(*read.warnings, *lists.warnings))
        if errors or not (story.articles or lists.dated):
            return told, None, ()
        dated = [reader.dated(article) for article in story.articles]
        if problems := tuple(overdated(dated)):
            return told._replace(errors=problems), None, ()
        filed = (one.article.dateline.day.toordinal() for one in (*dated, *lists.dated))
        told = told._replace(warnings=(*told.warnings, *endless(dated)), newest=max(filed))
        with self.watch.lap("merging"):
            whole = story_of(story, dated, lists.dated)
        told = told._replace(assets=tuple((path, str(file)) for path, file in assets(story)))
        return told, whole, reader.used

    def _with_files(self, told: Made, story: Story, used: Sequence[bytes]) -> Made:
        with self.watch.lap("rendering"):
            view = story_view(site_catalogue(self.ground.site), story)
            pages = list(story_files(self.jinja, self.ground.site, view))
        drawn = self._shared_picture(story) if self.ground.site.base_url else None
        if drawn:
            pages.append((f"{story.slug}/{SHARED}", drawn[1]))
            used = [*used, drawn[0]]
        with self.watch.lap("rendering"):
            told_elsewhere = story_summary(self.jinja, view)
        summary = pickled(replace(told_elsewhere, fragments=b""))
        fragments = fingerprint(fingerprint(summary), b"fragments")
        files, start = [], 0
        for path, data in pages:
            files.append(File(path, fingerprint(data), start, len(data)))
            start += len(data)
        # What may not be used again still has to be found when it is published.
        key = told.key or fingerprint(*(file.fingerprint for file in files))
        with self.watch.lap("keeping"):
            self.ground.store.write(fingerprint(summary), summary)
            self.ground.store.write_parts(fragments, [told_elsewhere.fragments])
            self.ground.store.write_parts(key, (data for _, data in pages))
        dated = story.articles
        return told._replace(
            files=tuple(files),
            summary=fingerprint(summary),
            counts=(
                len(dated),
                sum(len(one.expressions) for one in dated),
                sum(len(one.events) for one in (*dated, *story.lists)),
            ),
            used=(key, fingerprint(summary), fragments, *used),
        )

    def _shared_picture(self, story: Story) -> tuple[bytes, bytes]:
        """The picture of a story, behind its key in the store; what is drawn alike is drawn once."""
        site, store = self.ground.site, self.ground.store
        svg = share_svg(self.jinja, site_catalogue(site), site, story)
        key = fingerprint(self.ground.code, svg.encode())
        image = store.read(key)
        if image is None:
            with self.watch.lap("drawing"):
                image = share_image(svg)
            store.write(key, image)
        return key, image

    def date(self, source: Source, names: Sequence[str]) -> None:
        """Dates some articles of a source, and keeps them for whoever makes its story."""
        folder = self.ground.content if source.lone else self.ground.content / source.name
        reader = _Reader(self, {folder / name: _bytes(folder / name) for name in names})
        for path in reader.data:
            article = reader.article(path, self.ground.content.resolve(), self.ground.site).article
            if article is not None and not any(crowded([article])):
                reader.dated(article)


class _Reader:
    """Reads and dates the articles of one source, those in the store from there."""

    def __init__(self, maker: Maker, data: Mapping[Path, bytes | None]) -> None:
        self.maker, self.data = maker, data
        self.kept: dict[Path, DatedArticle] = {}
        self.read: dict[Path, Reading] = {}
        self.used: list[bytes] = []

    def index(self, path: Path, content: Path) -> Index:
        return read_index(path, content, self.data[path])

    def article(self, path: Path, content: Path, site: Site) -> Reading:
        entry = self.maker.ground.store.read(self._key(path))
        kept = unpickled(entry) if entry else None
        if isinstance(kept, _Kept) and all(lead_state(lead) == state for lead, state in kept.leads):
            self.kept[path] = kept.dated
            leads = tuple((lead, signature(lead)) for lead, _ in kept.leads)
            return Reading(kept.dated.article, (), kept.warnings, leads)
        with self.maker.watch.lap("reading"):
            self.read[path] = read_article(path, content, site, self.data[path])
        return self.read[path]

    def dated(self, article: Article) -> DatedArticle:
        key = self._key(article.path)
        self.used.append(key)
        found = self.kept.get(article.path)
        if found is None:
            with self.maker.watch.lap("dating"):
                found = dated(article, self.maker.names)
            read = self.read[article.path]
            states = tuple((lead, lead_state(lead)) for lead, _ in read.leads)
            if all(signature(lead) == asked for lead, asked in read.leads):
                self.maker.ground.store.write(key, pickled(_Kept(found, read.warnings, states)))
        return found

    def _key(self, path: Path) -> bytes:
        return fingerprint(self.maker.ground.code, str(path).encode(errors="surrogateescape"), self.data[path] or b"")


def story_files(jinja: Environment, site: Site, view: StoryView) -> Iterator[tuple[str, bytes]]:
    """Every page and document of a story, by path in the site."""
    for page in story_pages(jinja, site, view):
        yield page.path, page.text.encode()
    for file, data in zip(FILES, exported(view.story, *(file.format for file in FILES)), strict=True):
        yield f"{view.story.slug}/{file.name}", data


def dated(article: Article, names: Names = NO_NAMES) -> DatedArticle:
    """An article with its expressions and events, and in these the listed names, its own and the site's."""
    found = counted(article.text, expressions(article), article.dateline, article.conventions)
    told = events(article.text, found, article.dateline, article.conventions)
    if reads(article.conventions.lang):
        told = with_details(article.text, article.lede, found, told)
    people, places = own_names(article.people, "people", names), own_names(article.places, "places", names)
    named = replace(article, people=tuple(one.name for one in people), places=tuple(one.name for one in places))
    listings = (listing(people, places), names)
    return DatedArticle(named, tuple(found), (*with_names(article.text, told, listings), *added(article)))


def story_of(folder: Folder, articles: Sequence[DatedArticle], lists: Sequence[DatedArticle] = ()) -> Story:
    """The story of a folder, the events of its articles and of its lists merged."""
    return Story(
        slug=folder.slug,
        title=folder.title,
        standfirst=folder.standfirst,
        introduction=folder.introduction,
        articles=tuple(in_order_of_filing(articles)),
        timeline=timeline([*articles, *lists]),
        lone=folder.lone,
        lists=tuple(in_order_of_filing(lists)),
    )


def assets(story: Folder) -> Iterator[tuple[str, Path]]:
    """The files that the story and its articles lead to, by path in the site."""
    for path, file in story.assets:
        yield f"{story.slug}/{path}", file
    for article in story.articles:
        folder = story.slug if story.lone else f"{story.slug}/{article.slug}"
        for path, file in article.assets:
            yield f"{folder}/{path}", file
        if article.image:
            yield f"{folder}/{article.image.href}", article.image.source


def _bytes(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except OSError:
        return None
