"""Several processes that make stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack

from dateline.ground import Ground
from dateline.made import Made
from dateline.making import Maker
from dateline.planning import Source
from dateline.processes import begin_worker
from dateline.stopwatch import Stopwatch

LARGE = 64
"""The articles above which a story's are dated in several processes, so many at a time."""

Seconds = dict[str, float]


def made_by_many(ground: Ground, sources: Sequence[Source], workers: int, watch: Stopwatch) -> Iterator[Made]:
    """What becomes of each source, in the order of `by_size`; `watch` counts what the others do, not the waiting."""
    with ExitStack() as stack:
        pool = stack.enter_context(ProcessPoolExecutor(workers, initializer=_start, initargs=(ground,)))
        stack.callback(pool.shutdown, cancel_futures=True)
        parts = [(source, source.files[at : at + LARGE]) for source in sources if len(source.files) > LARGE
                 for at in range(0, len(source.files), LARGE)]  # fmt: skip
        for seconds in watch.awaited(pool.map(_date, parts)):
            watch.add(seconds)
        size = max(1, min(16, len(sources) // (8 * workers)))
        for made, seconds in watch.awaited(pool.map(_make, by_size(sources), chunksize=size)):
            watch.add(seconds)
            yield made


def by_size(sources: Sequence[Source]) -> list[Source]:
    """The sources, the largest first, so that none is left for one process when the others are done."""
    return sorted(sources, key=lambda source: -len(source.files))


_MAKERS: list[Maker] = []


def _start(ground: Ground) -> None:
    """Makes a worker ready."""
    begin_worker()
    _MAKERS[:] = [Maker(ground)]


def _make(source: Source) -> tuple[Made, Seconds]:
    maker = _MAKERS[0]
    maker.watch.seconds.clear()
    return maker.made(source), dict(maker.watch.seconds)


def _date(part: tuple[Source, Sequence[str]]) -> Seconds:
    maker = _MAKERS[0]
    maker.watch.seconds.clear()
    maker.date(*part)
    return dict(maker.watch.seconds)
