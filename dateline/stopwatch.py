"""Where the time of a build went."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


class Stopwatch:
    """Seconds by stage; what is spent in a stage inside another counts for the inner one alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inner = [0.0]

    @contextmanager
    def lap(self, stage: str) -> Iterator[None]:
        """Times what is done meanwhile."""
        started = time.perf_counter()
        self._inner.append(0.0)
        try:
            yield
        finally:
            spent = time.perf_counter() - started
            inner = self._inner.pop()
            self._inner[-1] += spent
            self.seconds[stage] = self.seconds.get(stage, 0.0) + spent - inner

    def awaited(self, others: Iterable[T]) -> Iterator[T]:
        """The same, what is spent on waiting for each counted for no stage."""
        each = iter(others)
        while True:
            started = time.perf_counter()
            try:
                found = next(each)
            except StopIteration:
                return
            finally:
                self._inner[-1] += time.perf_counter() - started
            yield found

    def add(self, seconds: Mapping[str, float]) -> None:
        """Adds what another one took, as in a process of its own."""
        for stage, spent in seconds.items():
            self.seconds[stage] = self.seconds.get(stage, 0.0) + spent
