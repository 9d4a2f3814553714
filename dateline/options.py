"""What a build is asked for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from dateline.stopwatch import Stopwatch

Progress = Callable[[str, int, str], AbstractContextManager[Callable[[int], object]]]
"""From a stage, how much there is to do and of what, to what is told how much has been done."""


def no_progress(_stage: str, _count: int, _unit: str) -> AbstractContextManager[Callable[[int], object]]:
    """Tells nobody."""
    return nullcontext(lambda _: None)


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for; `jobs` is `None` where the number of processes is left to the size of the work.

    `cache` is the folder for what the next build need not do again, `None` where nothing is to be kept.
    """

    content: Path
    output: Path
    templates: Path | None = None
    base_url: str | None = None
    drafts: bool = False
    strict: bool = False
    jobs: int | None = None
    cache: Path | None = None
    progress: Progress = no_progress
    watch: Stopwatch = field(default_factory=Stopwatch)
