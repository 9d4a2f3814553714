"""A process that looks with this one for what has changed, and then gets ready to make stories."""

from __future__ import annotations

import gc
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Self

if TYPE_CHECKING:
    from dateline.ground import Ground
    from dateline.made import Made
    from dateline.planning import Source
    from dateline.stopwatch import Stopwatch

# What makes stories is imported by the process that is to make them.
# ruff: noqa: PLC0415

Look = Callable[[], list[str]]
"""Looks at files, and says which of them are not as they were."""

WORTH = 2_000
"""Fewer files are looked at before another process has started."""


class Standby:
    """Such a process, if it is `wanted`, until it is left; where it cannot be had, or fails, this one does its work.

    `meanwhile` is what this one can do before it has a story.
    """

    def __init__(self, wanted: bool = False) -> None:
        self.meanwhile: Callable[[], object] = lambda: None
        self._wanted = wanted
        self._requests: IO[bytes] | None = None
        self._answers: IO[bytes] | None = None
        self._child, self._asked = 0, False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for pipe in filter(None, (self._requests, self._answers)):
            with suppress(OSError):
                pipe.close()
        if self._child:
            os.waitpid(self._child, 0)

    def looks(self, files: int, look: Look) -> Look:
        """Has it look at so many files, and says how to learn, once, what it has seen."""
        if files < WORTH or not self._begin(look):
            return look

        def seen() -> list[str]:
            try:
                assert self._answers is not None
                found: list[str] = marshal.load(self._answers)  # noqa: S302  our own child's
            except (OSError, EOFError, ValueError):
                return look()
            return found

        return seen

    def get_ready(self) -> None:
        """Has it get ready to make stories."""
        if self._begin():
            self._send(None)

    def ask(self, ground: Ground, source: Source) -> bool:
        """Has it make a story, and says whether it will."""
        self._asked = self._send((ground, source))
        return self._asked

    def answer(self, watch: Stopwatch) -> Made | None:
        """The story that it was asked for, `None` where it makes none; `watch` counts what it took."""
        import pickle

        if self._answers is None or not self._asked:
            return None
        try:
            made, seconds = pickle.load(self._answers)  # noqa: S301  our own child's
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        watch.add(seconds)
        found: Made = made
        return found

    def _send(self, request: tuple[Ground, Source] | None) -> bool:
        """Sends what `_make` takes, and says whether there is somebody to send it to."""
        import pickle

        if self._requests is None:
            return False
        try:
            pickle.dump(request, self._requests)
            self._requests.flush()
        except OSError:
            return False
        return True

    def _begin(self, look: Look | None = None) -> bool:
        """Starts the process, which first looks, unless it runs; says whether it does."""
        threading = sys.modules.get("threading")
        # Another thread may hold a lock that nobody would release in the new process.
        alone = not threading or threading.active_count() == 1
        if self._child or not (self._wanted and alone and sys.platform == "linux"):
            return self._child != 0
        (asked, asking), (told, telling) = os.pipe(), os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(asking)
            os.close(told)
            _serve(asked, telling, look)
        os.close(asked)
        os.close(telling)
        self._requests, self._answers = os.fdopen(asking, "wb"), os.fdopen(told, "rb")
        return True


def _serve(asked: int, telling: int, look: Look | None) -> None:
    """Looks, and makes what it is asked for, in the process of its own, which it ends."""
    gc.disable()  # it ends before what it leaves is worth looking for
    status = 1
    try:
        with os.fdopen(asked, "rb") as requests, os.fdopen(telling, "wb") as answers, suppress(EOFError):
            if look:
                marshal.dump(look(), answers)
                answers.flush()
            _make(requests, answers)
        status = 0
    finally:
        os._exit(status)


def _make(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Makes stories until nobody asks any more, which raises `EOFError`; a request for none has it get ready."""
    import pickle

    while True:
        request = pickle.load(requests)  # noqa: S301  our own parent's
        from dateline.making import Maker

        if request is not None:
            ground, source = request
            maker = Maker(ground)
            pickle.dump((maker.made(source), maker.watch.seconds), answers)
            answers.flush()
