"""The site from its stories: those that a change reaches are made, in several processes; the others are remembered."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.across import Across
from dateline.cache.files import Files, Known, moment, still
from dateline.cache.last import Counts, Last, Memory
from dateline.cache.sweeping import Hold
from dateline.config import FILE, Site, read_settings
from dateline.errors import DatelineError, Problem
from dateline.ground import Ground, ground_of, program_print
from dateline.made import Made, made_of, story_key
from dateline.options import Options
from dateline.planning import Plan, Source, clashes, planned, told
from dateline.processes import worth_starting
from dateline.sources import Bundle, Copy, Published
from dateline.standby import Standby
from dateline.stock import Stock
from dateline.templating import static_files
from dateline.theme import stylesheet

if TYPE_CHECKING:
    from jinja2 import Environment

    from dateline.making import Maker

# What makes pages is imported when there is something to make.
# ruff: noqa: PLC0415


class Assembly:
    """One build of a site; `before` is an earlier one of the same process, which hands on what it has at hand.

    `standby` may be ready to make a story. Its functions raise `DatelineError`.
    """

    def __init__(
        self, options: Options, last: Last, before: Assembly | None = None, standby: Standby | None = None
    ) -> None:
        self.options, self.last, self.store = options, last, last.store
        self.watch = options.watch
        self.memory: Memory = before.remembered() if before else last.memory()
        # The program that runs stays the one that it was when it began, whatever becomes of its files.
        self._program = before.ground.program if before else b""
        self._maker = before.maker if before else None
        self.standby = standby or Standby()
        last.store.folder.mkdir(parents=True, exist_ok=True)
        known: Known = still(before.inputs.seen) if before else last.read
        self.inputs: Files = Files(known, moment(str(last.folder)))
        self.site = Site()
        self.plan = Plan((), {}, ())
        self.stock = Stock(self.store, options.content, self._remade)
        self.across: dict[str, Any] = {}
        self.pages: dict[bytes, Any] = {}
        self.errors: list[Problem] = []
        self.warnings: tuple[Problem, ...] = ()

    @property
    def made(self) -> dict[str, Made]:
        """What became of each source, by its name."""
        return self.stock.made

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
        program = self._program or program_print(self.inputs)
        return ground_of(self.options, self.site, self.store, self.inputs, program)

    def files(self) -> Iterator[Published]:
        """Every file of the site; raises `DatelineError` after the last story where one needs mending."""
        # Of two for one path the first counts: a file of the content never takes a page's place.
        for source, made in self._stories():
            self.made[source.name] = made
            self.errors += made.errors
            if not self.errors:
                yield self.stock.files(source)
        self._check()
        yield self._across()
        yield from self._copies(static_files(self.options.templates).items())
        yield from self._looks()
        for source in self.plan.sources:
            yield from self._copies(self.made[source.name].assets)

    def _copies(self, files: Iterable[tuple[str, str | Path]]) -> Iterator[tuple[str, Copy]]:
        for path, file in files:
            yield path, Copy(self.inputs.fingerprint(str(file)), Path(file))

    def _looks(self) -> Iterator[tuple[str, bytes | Copy]]:
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
        paths, known = self._paths(source), self.memory.made.get(source.name)
        if known is None:
            self.inputs.sign(paths)
            return None
        made = made_of(known)
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
        workers = worth_starting(sum(len(source.files) for source in sources), self.options.jobs)
        if workers == 1:
            yield from self._few(sources)
            return
        from dateline.crew import by_size, made_by_many

        yield from zip(by_size(sources), made_by_many(self.ground, sources, workers, self.watch), strict=True)

    def _few(self, sources: Sequence[Source]) -> Iterator[tuple[Source, Made]]:
        """Makes stories, the first of them in the process that stands by, if there is one."""
        first, *others = sources
        if self.standby.ask(self.ground, first):
            # Meanwhile this one gets ready for the pages that lead across the stories.
            self._templates()
            self.stock.recall(self.memory.across.get("told", b""))
            self.standby.meanwhile()
        yield first, self.standby.answer(self.watch) or self.maker.made(first)
        for source in others:
            yield source, self.maker.made(source)

    def _templates(self) -> Environment:
        """The templates, those of what makes stories where that is at hand."""
        from dateline.pages.environment import templates_of

        return self.maker.jinja if self._maker or "maker" in vars(self) else templates_of(self.ground)

    @cached_property
    def maker(self) -> Maker:
        """What makes stories in this process."""
        from dateline.making import Maker

        at_hand = self._maker
        maker = at_hand if at_hand and at_hand.ground == self.ground else Maker(self.ground)
        maker.watch = self.watch
        return maker

    def _remade(self, source: Source) -> Made:
        return self.maker.made(source)

    def _across(self) -> Bundle:
        """The files that lead across the stories; where no summary has changed, those of the last build."""
        found = Across(self.ground, self.stock, self.plan.sources, self._templates)
        known = self.memory.across
        if known.get("key") == found.key:
            self.across, self.pages = known, self.memory.pages
        else:
            with self.watch.lap("pages across stories"):
                self.stock.recall(known.get("told", b""))
                self.across = {"key": found.key, "files": found.made(self.memory.pages)}
                self.across["told"] = found.told
            self.pages = found.pages
        return found.published(self.across["files"])

    def counts(self) -> Counts:
        """How many stories, articles, expressions and events the site holds."""
        made = [made for made in self.made.values() if made.files]
        articles, expressions, events = (sum(one.counts[at] for one in made) for at in range(3))
        return len(made), articles, expressions, events

    def remember(self, hold: Hold) -> None:
        """Keeps what this build made for the next one."""
        memory = self.remembered()
        if memory != self.memory:
            self.last.remember(memory, self.memory, hold)

    def remembered(self) -> Memory:
        """What the next build is to know of this one."""
        made = {name: one for name, one in self.made.items() if one.key}
        keys = {key for one in made.values() for key in one.used} | {print_ for _, print_ in self.across["files"]}
        keys.add(self.across["told"])
        values, known = {name: one.values for name, one in made.items()}, self.memory
        return Memory(values, self.across, self.pages, keys, known.earlier, known.builds)
