"""A process that gets ready to make stories while this one still looks for what has changed."""

from __future__ import annotations

import os
import pickle
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


class Standby:
    """Such a process, if it is `wanted`, until it is left; where it cannot be had, or fails, it makes nothing.

    `meanwhile` is what this one can do before it has the answer.
    """

    def __init__(self, wanted: bool = False) -> None:
        self.meanwhile: Callable[[], object] = lambda: None
        self._wanted = wanted
        self._requests: IO[bytes] | None = None
        self._answers: IO[bytes] | None = None
        self._child, self._asked = 0, False

    def __enter__(self) -> Self:
        threading = sys.modules.get("threading")
        # Another thread may hold a lock that nobody would release in the new process.
        if not self._wanted or sys.platform != "linux" or (threading and threading.active_count() > 1):
            return self
        (asked, asking), (told, telling) = os.pipe(), os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(asking)
            os.close(told)
            _serve(asked, telling)
        os.close(asked)
        os.close(telling)
        self._requests, self._answers = os.fdopen(asking, "wb"), os.fdopen(told, "rb")
        return self

    def __exit__(self, *_: object) -> None:
        for pipe in filter(None, (self._requests, self._answers)):
            with suppress(OSError):
                pipe.close()
        if self._child:
            os.waitpid(self._child, 0)

    def ask(self, ground: Ground, source: Source) -> bool:
        """Has it make a story, and says whether it will."""
        with suppress(OSError):
            if self._requests is not None:
                pickle.dump((ground, source), self._requests)
                self._requests.flush()
                self._asked = True
        return self._asked

    def answer(self, watch: Stopwatch) -> Made | None:
        """The story that it was asked for, `None` where it makes none; `watch` counts what it took."""
        if self._answers is None or not self._asked:
            return None
        try:
            made, seconds = pickle.load(self._answers)  # noqa: S301  our own child's
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        watch.add(seconds)
        found: Made = made
        return found


def _serve(asked: int, telling: int) -> None:
    """Makes what it is asked for, in the process of its own, which it ends."""
    status = 1
    try:
        from dateline.making import Maker

        with os.fdopen(asked, "rb") as requests, os.fdopen(telling, "wb") as answers, suppress(EOFError):
            while True:
                ground, source = pickle.load(requests)  # noqa: S301  our own parent's
                maker = Maker(ground)
                pickle.dump((maker.made(source), maker.watch.seconds), answers)
                answers.flush()
        status = 0
    finally:
        os._exit(status)
