"""The site that is being shown: its stories kept at hand, made anew as their files change, and nothing published."""

from __future__ import annotations

import os
import secrets
import threading
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.assembly import Assembly
from dateline.cache.last import Last
from dateline.cache.sweeping import Hold, held
from dateline.errors import DatelineError, Problem
from dateline.serve.desk import Desk
from dateline.site import Options, last_build
from dateline.sources import Bundle, Paths, Source

Files = Mapping[str, Source]


@dataclass(slots=True)
class Preview:
    """What is shown now: the `files` of the site, by path, or the `problems` that keep it from being built.

    `version` is another after every build, and in every run, so that a page knows whether it is the newest.
    """

    options: Options
    last: Last
    files: Files = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    stopped: bool = False
    _run: str = field(default_factory=lambda: secrets.token_hex(8))
    _builds: int = 0
    _news: threading.Condition = field(default_factory=threading.Condition)
    _reading: threading.Lock = field(default_factory=threading.Lock)
    _site: Assembly | None = None
    _desk: Desk | None = None
    _kept: set[bytes] = field(default_factory=set)

    @property
    def version(self) -> str:
        return f"{self._run}-{self._builds}"

    def rebuild(self) -> None:
        """Makes what has changed; what is wrong becomes `problems`, and the last good site stays."""
        made, problems = None, tuple[Problem, ...]()
        try:
            site = Assembly(self.options, self.last, self._site)
            site.read()
            made = site, _checked(site)
            self._forget(site)
        except DatelineError as error:
            problems = error.problems
        except Exception as error:  # noqa: BLE001  a mistake of ours is shown, too: the preview is there to go on
            problems = (_own_mistake(error),)
        with self._news:
            if made:
                self._site, self.files = made
            self.problems = problems
            self._builds += 1
            self._news.notify_all()

    def _forget(self, site: Assembly) -> None:
        """Takes out of the store what this preview has put there and the site needs no longer."""
        if self._site is None:
            self._kept = site.memory.keys
            return
        was, now = (one.remembered().keys for one in (self._site, site))
        self.last.store.drop(was - now - self._kept)

    def stop(self) -> None:
        """Lets everybody go who waits for news."""
        with self._news:
            self.stopped = True
            self._news.notify_all()

    def remember(self, hold: Hold) -> None:
        """Leaves what was made to the next preview, and to the next build."""
        if self._site is not None:
            self._site.remember(hold)

    def newer(self, seen: str, seconds: float) -> str | None:
        """The version as soon as it is another than the one seen; `None` when the time is over or the preview ends."""
        with self._news:
            self._news.wait_for(lambda: self.stopped or self.version != seen, seconds)
            return None if self.stopped or self.version == seen else self.version

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """What an editor should look at, for one at a time; raises `DatelineError` where the content needs mending."""
        with self._reading:
            if self._site is None:
                raise DatelineError(self.problems)
            if self._desk is None or self._desk.assembly is not self._site:
                self._desk = Desk(self._site, self._desk)
            yield self._desk


@contextmanager
def preview(options: Options) -> Iterator[Preview]:
    """A preview, not built yet; where `options.cache` cannot be written, its own is in a folder that vanishes with it.

    What it made is left in the cache, as by a build.
    """
    with TemporaryDirectory(prefix="dateline-") as folder:
        cache = options.cache if options.cache and _is_writable(options.cache) else Path(folder)
        with held(cache) as hold:
            last = last_build(options, cache)
            last.unchanged()  # what lies there as it did is not read again
            shown = Preview(replace(options, cache=cache), last)
            try:
                yield shown
            finally:
                shown.stop()
                shown.remember(hold)


def _is_writable(folder: Path) -> bool:
    while not folder.exists():
        folder = folder.absolute().parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _checked(site: Assembly) -> Files:
    """The files of a site, by path; the first of a path counts. Raises `DatelineError`."""
    files, paths, problems = dict[str, Source](), Paths(), list[Problem]()
    for each in site.files():
        bundled = [(path, each.source(path)) for path in each.prints] if isinstance(each, Bundle) else [each]
        for path, source in bundled:
            if path in files:
                continue
            if problem := paths.problem(path, source):
                problems.append(problem)
            files[path] = source
    if problems:
        raise DatelineError(problems)
    return files


def _own_mistake(error: Exception) -> Problem:
    last = traceback.extract_tb(error.__traceback__)[-1]
    message = f"Dateline itself failed: {type(error).__name__}: {error}"
    remedy = "Undo the last change to go on, and report this, please."
    return Problem(Path(last.filename), message, remedy, last.lineno, None, last.line or "")
