"""What nobody needs any more leaves the cache, while no build is in it."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # a system without it sweeps nothing; its cache is safe to delete, as any
    fcntl = None  # type: ignore[assignment]

Hold = IO[bytes] | None
NAMES = 8
"""Of how many contents, outputs and settings, those built last, the cache knows the last build."""


@contextmanager
def held(folder: Path) -> Iterator[Hold]:
    """A hold on the folder of a cache, beside those of other builds; the kernel ends it with the process."""
    if fcntl is None:
        yield None
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield file


def alone(hold: Hold) -> bool:
    """Whether this build is the only one in the cache; nobody else enters before it has let go."""
    if hold is None:
        return False
    try:
        fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def latest(folder: Path, suffix: str) -> list[str]:
    """The files of the last builds, the latest first; those of too many names go, and the files killed builds left."""
    found = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    names = sorted((path for path in found if path.suffix == suffix), key=lambda path: (-found[path], path.name))
    kept = {path.stem for path in names[:NAMES]}
    remove(str(path) for path in found if path.stem not in kept or path.name.count(".") != 1)
    return [str(path) for path in names[:NAMES]]


def sweep(folder: Path, kept: Container[str]) -> None:
    """Removes all entries of the store but those of the names, which are fingerprints in hexadecimal digits."""
    with suppress(OSError):
        for shelf in os.scandir(folder):
            remove(entry.path for entry in os.scandir(shelf.path) if shelf.name + entry.name not in kept)


def sweep_trees(folder: Path) -> None:
    """Removes all trees but those that were left last, each with a list of its files beside it."""
    import shutil  # noqa: PLC0415  a build that has nothing to do needs none

    if folder.is_dir():
        kept = {path.removesuffix(".list") for path in latest(folder, ".list")}
        for path in folder.iterdir():
            if path.is_dir() and str(path) not in kept:
                shutil.rmtree(path, ignore_errors=True)


def remove(paths: Iterable[str]) -> None:
    """Removes files, as far as they can be."""
    for path in paths:
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108  thousands of these
