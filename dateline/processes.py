"""How many processes to work with, and their end."""

from __future__ import annotations

import gc
import os

ARTICLES_A_PROCESS = 16
"""Fewer are done before another process has started."""


def worth_starting(articles: int, jobs: int | None) -> int:
    """So many processes as were asked for, one an article at most, else as there are processors and work for them."""
    if jobs is None:
        return min(os.cpu_count() or 1, 1 + articles // ARTICLES_A_PROCESS)
    return max(1, min(jobs, articles))


GARBAGE = 100_000, 20, 20
"""How seldom garbage is looked for, as `gc.set_threshold` says it: nearly all that dating leaves is freed at once."""


def begin_dating() -> None:
    """Readies a process that dates many articles: what was imported stays, and what it keeps grows for a while.

    Neither need be looked over for garbage again and again.
    """
    gc.freeze()
    gc.set_threshold(*GARBAGE)


def begin_worker() -> None:
    """Readies a worker, which ends when the build is killed; it would wait for more work for ever."""
    from multiprocessing import parent_process  # noqa: PLC0415  only where there are several
    from multiprocessing.connection import wait  # noqa: PLC0415
    from threading import Thread  # noqa: PLC0415

    begin_dating()
    parent = parent_process()
    assert parent is not None

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    Thread(target=watch, daemon=True).start()
