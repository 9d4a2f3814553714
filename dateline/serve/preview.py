"""The site that is being shown: built into a folder of its own, and anew whenever its content changes."""

from __future__ import annotations

import secrets
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.errors import DatelineError, Problem
from dateline.serve.desk import Desk
from dateline.site import Options, build


@dataclass(slots=True)
class Preview:
    """What is shown now: the site in `options.output`, or the `problems` that keep it from being built.

    `version` is another after every build, and in every run, so that a page knows whether it is the newest.
    """

    options: Options
    problems: tuple[Problem, ...] = ()
    stopped: bool = False
    _run: str = field(default_factory=lambda: secrets.token_hex(8))
    _builds: int = 0
    _news: threading.Condition = field(default_factory=threading.Condition)
    _reading: threading.Lock = field(default_factory=threading.Lock)
    _desk: tuple[str, Desk] | None = None

    @property
    def version(self) -> str:
        return f"{self._run}-{self._builds}"

    def rebuild(self) -> None:
        """Builds what has changed; what is wrong becomes `problems`, and the last good site stays."""
        try:
            build(self.options)
            problems: tuple[Problem, ...] = ()
        except DatelineError as error:
            problems = error.problems
        except Exception as error:  # noqa: BLE001  a mistake of ours is shown, too: the preview is there to go on
            problems = (_own_mistake(error),)
        with self._news:
            self.problems = problems
            self._builds += 1
            self._news.notify_all()

    def stop(self) -> None:
        """Lets everybody go who waits for news."""
        with self._news:
            self.stopped = True
            self._news.notify_all()

    def newer(self, seen: str, seconds: float) -> str | None:
        """The version as soon as it is another than the one seen; `None` when the time is over or the preview ends."""
        with self._news:
            self._news.wait_for(lambda: self.stopped or self.version != seen, seconds)
            return None if self.stopped or self.version == seen else self.version

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """What an editor should look at, for one at a time; raises `DatelineError` where the content needs mending."""
        with self._reading:
            version = self.version
            if self._desk is None or self._desk[0] != version:
                self._desk = version, Desk(self.options)
            yield self._desk[1]


@contextmanager
def preview(options: Options) -> Iterator[Preview]:
    """A preview, not built yet, whose site and cache lie in a private folder that vanishes with it."""
    with TemporaryDirectory(prefix="dateline-") as folder:
        shown = Preview(replace(options, output=Path(folder) / "site", cache=Path(folder) / "cache"))
        try:
            yield shown
        finally:
            shown.stop()


def _own_mistake(error: Exception) -> Problem:
    last = traceback.extract_tb(error.__traceback__)[-1]
    message = f"Dateline itself failed: {type(error).__name__}: {error}"
    remedy = "Undo the last change to go on, and report this, please."
    return Problem(Path(last.filename), message, remedy, last.lineno, None, last.line or "")
