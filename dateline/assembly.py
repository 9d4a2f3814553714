"""The site from its stories: those that a change reaches are made, in several processes; the others are remembered."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.cache.files import Files, Mark, moment, signature
from dateline.cache.last import Counts, Last, Memory
from dateline.cache.records import unpickled
from dateline.cache.store import fingerprint
from dateline.cache.sweeping import Hold, held
from dateline.config import FILE, Site, read_settings
from dateline.content import Plan, Source, clashes, planned, told
from dateline.errors import DatelineError, Problem
from dateline.exchange import Claim
from dateline.made import File, Ground, Made, story_key
from dateline.options import Options
from dateline.processes import begin_dating, begin_worker, worth_starting
from dateline.publish import Copy, Kept, publish
from dateline.publish import Source as Published
from dateline.spare import Spare
from dateline.templating import PACKAGE, folders, static_files
from dateline.theme import stylesheet

if TYPE_CHECKING:
    from dateline.making import Maker
    from dateline.pages.page import Page
    from dateline.pages.summary import Fragment, StorySummary

# What makes pages is imported when there is something to make.
# ruff: noqa: PLC0415

LARGE = 64
"""The articles above which a story's are dated in several processes, so many at a time."""


def assembled(options: Options, claim: Claim, last: Last, lasting: bool) -> tuple[Counts, tuple[Problem, ...]]:
    """Makes the site in the claimed folder, and says what it holds and what an editor should look at.

    What it saw and made is remembered as the last build, if that is lasting. Raises `DatelineError`.
    """
    begin_dating()
    with held(last.folder) as hold:
        assembly = Assembly(options, last)
        assembly.read()
        marks: dict[str, Mark] = {}
        spare = _spare(last, claim) if lasting else None
        with assembly.watch.lap("publishing"):
            publish(assembly.files(), claim, assembly.memory.output, marks, spare)
        if lasting:
            with assembly.watch.lap("remembering"):
                assembly.remember(marks, hold)
    return assembly.counts(), assembly.warnings


def _spare(last: Last, claim: Claim) -> Spare:
    """What was put out of the claimed folder the last time."""
    return Spare(last.spares / fingerprint(os.fsencode(claim.folder)).hex(), claim.folder)


class Assembly:
    """One build of a site; `before` is an earlier one of the same process, which hands on what it has at hand."""

    def __init__(self, options: Options, last: Last, before: Assembly | None = None) -> None:
        self.options, self.last, self.store = options, last, last.store
        self.watch = options.watch
        self.memory: Memory = before.remembered(before.memory.output) if before else last.memory()
        # The program that runs stays the one that it was when it began, whatever becomes of its files.
        self._program = before.ground.program if before else b""
        self._maker = before.maker if before else None
        last.store.folder.mkdir(parents=True, exist_ok=True)
        self.inputs = Files(self.memory.files, moment(str(last.folder)))
        self.site = Site()
        self.plan = Plan((), {}, ())
        self.made: dict[str, Made] = {}
        self.across: dict[str, Any] = {}
        self.pages: dict[bytes, bytes] = {}
        self._tellers: dict[str, Source] = {}
        self.errors: list[Problem] = []
        self.warnings: tuple[Problem, ...] = ()

    def read(self) -> None:
        """Reads the settings and looks what lies in the content."""
        options = self.options
        with self.watch.lap("looking for changes"):
            self.inputs.fingerprint(str(options.content / FILE))
            self.site, problems = read_settings(options.content, options.base_url)
            self.plan = planned(options.content)
            self.inputs.looked(self.plan.folders)
        if problems:
            from dateline.dating import read_all

            read_all(options.content, options.drafts)  # raises them, and those of the stories
        self.errors += self.plan.errors

    @cached_property
    def ground(self) -> Ground:
        """What every story is made from."""
        options, site = self.options, self.site
        root = os.path.realpath(options.content)
        code = self._program or self._code()
        dating = (str(options.content), root, repr((site.conventions, site.people, site.places, site.source)))
        theme = [self.inputs.fingerprint(path) for path in self._theme()]
        return Ground(
            content=options.content,
            site=site,
            templates=options.templates,
            drafts=options.drafts,
            store=self.store,
            program=code,
            code=fingerprint(code, *map(os.fsencode, dating)),
            look=fingerprint(code, *map(os.fsencode, dating), repr((site, options.drafts)).encode(), *theme),
        )

    def _code(self) -> bytes:
        """The fingerprint of the program: its own files, Python's version, and the libraries it may use."""
        prints = [sys.version.encode()]
        for place, inside, names in os.walk(PACKAGE):
            inside.sort()
            paths = [os.path.join(place, name) for name in sorted(names) if name.endswith(".py")]  # noqa: PTH118
            prints += [fingerprint(os.fsencode(path), self.inputs.fingerprint(path)) for path in paths]
        for place in sys.path:
            if os.path.isdir(place):  # noqa: PTH112
                found = signature(place)
                names = os.listdir(place)  # noqa: PTH208
                libraries = sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
                if libraries or place.endswith("-packages"):
                    self.inputs.looked({place: found})
                    prints.append("\0".join(libraries).encode())
        return fingerprint(*prints)

    def _theme(self) -> Iterator[str]:
        """The templates and the files beside them."""
        for folder in folders(self.options.templates):
            for place, inside, names in os.walk(folder):
                inside.sort()
                self.inputs.looked({place: signature(place)})
                yield from (os.path.join(place, name) for name in sorted(names))  # noqa: PTH118

    def files(self) -> Iterator[tuple[str, Published]]:
        """Every file of the site; raises `DatelineError` after the last story where one needs mending."""
        # Of two for one path the first counts: a file of the content never takes a page's place.
        for source, made in self._stories():
            self.made[source.name] = made
            self.errors += made.errors
            if not self.errors:
                yield from ((file.path, self._kept(source, file)) for file in made.files)
        self._check()
        yield from self._across()
        yield from self._copies(static_files(self.options.templates).items())
        yield from self._looks()
        for source in self.plan.sources:
            yield from self._copies(self.made[source.name].assets)

    def _copies(self, files: Iterable[tuple[str, str | Path]]) -> Iterator[tuple[str, Published]]:
        for path, file in files:
            yield path, Copy(self.inputs.fingerprint(str(file)), Path(file))

    def _looks(self) -> Iterator[tuple[str, Published]]:
        """What `site.toml` says of the site's looks."""
        if css := stylesheet(self.site.theme):
            yield "static/theme.css", css.encode()
        if self.site.logo:
            yield from self._copies([(self.site.logo.href, self.site.logo.source)])

    def _check(self) -> None:
        """Raises `DatelineError` with the problems of all stories."""
        made = [self.made[source.name] for source in self.plan.sources]
        self.warnings = (*self.site.warnings, *(warning for one in made for warning in one.warnings))
        errors = [*self.plan.errors, *(error for one in made for error in one.errors)]
        errors += clashes(address for one in made for address in one.addresses)
        if errors:
            raise DatelineError(told(errors, self.warnings))
        if self.options.strict and self.warnings:
            raise DatelineError(self.warnings)

    def _stories(self) -> Iterator[tuple[Source, Made]]:
        """Each source with what it became, first those that no change reaches."""
        current, stale = [], []
        with self.watch.lap("looking for changes"):
            for source in self.plan.sources:
                made = self._current(source)
                if made is None:
                    stale.append(source)
                else:
                    current.append((source, made))
        with self.options.progress(
            "Articles", sum(len(source.files) for source in self.plan.sources), "article"
        ) as done:
            done(sum(len(source.files) for source, _ in current))
            yield from current
            for source, made in self._new(stale):
                self._note(source, made)
                yield source, made
                done(len(source.files))

    def _current(self, source: Source) -> Made | None:
        """What the last build made of a source that is as it was."""
        made: Made | None = self.memory.made.get(source.name)
        paths = self._paths(source)
        if made is None:
            self.inputs.sign(paths)
            return None
        key = story_key(self.ground.look, source, [self.inputs.fingerprint(path) for path in paths])
        if key != made.key or any(self.inputs.state(path) != state for path, state in made.leads):
            self.inputs.sign(paths)
            return None
        return made

    def _paths(self, source: Source) -> list[str]:
        folder = str(self.options.content) if source.lone else f"{self.options.content}{os.sep}{source.name}"
        return [f"{folder}{os.sep}{name}" for name in source.files]

    def _note(self, source: Source, made: Made) -> None:
        for path, print_ in zip(self._paths(source), made.prints, strict=True):
            self.inputs.note(path, print_)
        for path, _ in made.leads:
            self.inputs.state(path)

    def _new(self, sources: Sequence[Source]) -> Iterator[tuple[Source, Made]]:
        """Makes stories, in several processes where that is worth their start."""
        if not sources:
            return
        articles = sum(len(source.files) for source in sources)
        workers = worth_starting(articles, self.options.jobs)
        if workers == 1:
            for source in sources:
                yield source, self.maker.made(source)
            self.watch.add(self.maker.watch.seconds)
            return
        import dateline.making  # noqa: F401  once, before it is copied into each process

        with ExitStack() as stack:
            pool = stack.enter_context(ProcessPoolExecutor(workers, initializer=_start, initargs=(self.ground,)))
            stack.callback(pool.shutdown, cancel_futures=True)
            parts = [(source, source.files[at : at + LARGE]) for source in sources if len(source.files) > LARGE
                     for at in range(0, len(source.files), LARGE)]  # fmt: skip
            for seconds in pool.map(_date, parts):
                self.watch.add(seconds)
            large_first = sorted(sources, key=lambda source: -len(source.files))
            size = max(1, min(16, len(sources) // (8 * workers)))
            for source, (made, seconds) in zip(large_first, pool.map(_make, large_first, chunksize=size), strict=True):
                self.watch.add(seconds)
                yield source, made

    @cached_property
    def maker(self) -> Maker:
        """What makes stories in this process."""
        from dateline.making import Maker

        at_hand = self._maker
        return at_hand if at_hand and at_hand.ground == self.ground else Maker(self.ground)

    def _kept(self, source: Source, file: File) -> Kept:
        return Kept(file.fingerprint, partial(self._bytes, source, file))

    def _bytes(self, source: Source, file: File) -> bytes:
        """The bytes of a story's file; where the store has lost them, the story is made again."""
        for _ in range(2):
            made = self.made[source.name]
            wanted = next((one for one in made.files if one.path == file.path), None)
            data = self.store.read_part(made.used[0], wanted.start, wanted.length) if wanted else None
            if data is not None and fingerprint(data) == file.fingerprint:
                return data
            self.made[source.name] = self.maker.made(source)
        problem = "this changed while the site was built"
        raise DatelineError([Problem(self.options.content / source.name, problem, "Build again.")])

    def _across(self) -> Iterator[tuple[str, Published]]:
        """The files that lead across the stories; where no summary has changed, those of the last build."""
        sources = [source for source in self.plan.sources if self.made[source.name].files]
        sources.sort(key=lambda source: self.made[source.name].slug)
        paths = [file.path for source in sources for file in self.made[source.name].files]
        summaries = (self.made[source.name].summary for source in sources)
        key = fingerprint(self.ground.look, "\n".join(paths).encode(), *summaries)
        known = self.memory.across
        if known.get("key") == key:
            self.across, self.pages = known, self.memory.pages
        else:
            self.across = {"key": key, "files": self._rendered(sources, paths, self.memory.pages)}
        for path, print_ in self.across["files"]:
            yield path, Kept(print_, partial(self._entry, sources, paths, print_))

    def _rendered(
        self, sources: Sequence[Source], paths: Sequence[str], known: Mapping[bytes, bytes]
    ) -> list[tuple[str, bytes]]:
        """The files that lead across the stories, put into the store; of the known ones those that differ alone."""
        from dateline.pages import machine_pages, site_pages

        jinja, site, listed = self.maker.jinja, self.site, list(paths)
        found = []
        with self.watch.lap("pages across stories"):
            told = [self._summary(source) for source in sources]
            self._tellers = {story.slug: source for story, source in zip(told, sources, strict=True)}
            for planned in site_pages(jinja, site, told, self._fragment):
                listed.append(planned.path)
                made_of = planned.made_of
                key = fingerprint(self.ground.look, repr((planned.path, made_of)).encode()) if made_of else b""
                print_ = known.get(key)
                if print_ is None or not self.store.holds(print_):
                    print_ = self._stored(planned.made())
                if key:
                    self.pages[key] = print_
                found.append((planned.path, print_))
            found += [
                (page.path, self._stored(page)) for page in machine_pages(jinja, site, told, listed, self._fragment)
            ]
        return found

    def _stored(self, page: Page) -> bytes:
        data = page.text.encode()
        print_ = fingerprint(data)
        self.store.write(print_, data)
        return print_

    def _fragment(self, story: StorySummary, fragment: Fragment) -> bytes:
        """A fragment of a story's summary; where the store has lost it, the story is made again."""
        source = self._tellers[story.slug]
        for _ in range(2):
            key = fingerprint(self.made[source.name].summary, b"fragments")
            data = self.store.read_part(key, fragment.start, fragment.length)
            if data is not None and fingerprint(data) == fragment.fingerprint:
                return data
            self.made[source.name] = self.maker.made(source)
        raise DatelineError([Problem(self.last.folder, "the cache cannot be read", "Remove it.")])

    def _entry(self, sources: Sequence[Source], paths: Sequence[str], key: bytes) -> bytes:
        """An entry of the store; where it has lost it, these files are made again."""
        data = self.store.read(key)
        if data is None:
            self._rendered(sources, paths, {})
            data = self.store.read(key)
        if data is None:
            raise DatelineError([Problem(self.last.folder, "the cache cannot be read", "Remove it.")])
        return data

    def _summary(self, source: Source) -> StorySummary:
        for _ in range(2):
            entry = self.store.read(self.made[source.name].summary)
            summary: StorySummary | None = unpickled(entry) if entry else None
            if summary is not None:
                return summary
            self.made[source.name] = self.maker.made(source)
        raise DatelineError([Problem(self.last.folder, "the cache cannot be read", "Remove it.")])

    def counts(self) -> Counts:
        """How many stories, articles, expressions and events the site holds."""
        made = [made for made in self.made.values() if made.files]
        articles, expressions, events = (sum(one.counts[at] for one in made) for at in range(3))
        return len(made), articles, expressions, events

    def remember(self, written: dict[str, Mark], hold: Hold) -> None:
        """Keeps what this build saw and made for the next one."""
        memory = self.remembered(written)
        if memory != self.memory:
            self.last.remember(memory, self.memory, hold)
        self.last.conclude(self.inputs, self.options.output, written, self.counts(), self.warnings)

    def remembered(self, written: Mapping[str, Mark]) -> Memory:
        """What the next build is to know of this one, and of the files that were written."""
        made = {name: one for name, one in self.made.items() if one.key}
        keys = {key for one in made.values() for key in one.used} | {print_ for _, print_ in self.across["files"]}
        known = self.memory
        return Memory(self.inputs.seen, dict(written), made, self.across, self.pages, keys, known.earlier, known.builds)


_MAKERS: list[Maker] = []


def _start(ground: Ground) -> None:
    """Makes a worker ready."""
    from dateline.making import Maker

    begin_worker()
    _MAKERS[:] = [Maker(ground)]


def _make(source: Source) -> tuple[Made, dict[str, float]]:
    maker = _MAKERS[0]
    maker.watch.seconds.clear()
    return maker.made(source), dict(maker.watch.seconds)


def _date(part: tuple[Source, Sequence[str]]) -> dict[str, float]:
    maker = _MAKERS[0]
    maker.watch.seconds.clear()
    maker.date(*part)
    return dict(maker.watch.seconds)
