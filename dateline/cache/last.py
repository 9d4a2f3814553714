"""What the last build with the same settings saw and made: where nothing of it has changed, there is nothing to do."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

from dateline.cache.files import Mark, all_settled, moment, still, touched, without
from dateline.cache.store import Store, fingerprint, read_whole, write_whole
from dateline.cache.sweeping import Hold, alone, latest, sweep, sweep_trees
from dateline.errors import Problem, problem_of

SWEPT = 8
"""After so many builds the store is swept: what none of them used goes."""

Counts = tuple[int, int, int, int]
"""How many stories, articles, expressions and events a build made."""


Looks = Callable[[int, Callable[[], list[str]]], Callable[[], list[str]]]


class Lying(NamedTuple):
    """What lies there as a build found or left it: what it read, files that it wrote, and the folders of these."""

    read: Mapping[str, Mark]
    written: Mapping[str, Mark]
    folders: Mapping[str, Mark]


@dataclass(slots=True)
class Memory:
    """What a build knows of the last one: what it made of each source, and across the stories.

    `made`, `across` and `pages` belong to the room that builds, in plain values. `keys` are the entries of the store
    that the last build used, `earlier` what only those before it have used since the store was last swept; `builds`
    counts them.
    """

    made: dict[str, Any] = field(default_factory=dict)
    across: dict[str, Any] = field(default_factory=dict)
    pages: dict[bytes, Any] = field(default_factory=dict)
    keys: set[bytes] = field(default_factory=set)
    earlier: set[bytes] = field(default_factory=set)
    builds: int = 0


class Last:
    """The last build of a name; `folder` is the folder of the cache, `spares` has trees taken out of outputs.

    Once it has been asked whether all lies as it was left, `read` and `written` are what does, `changes` is how much of
    what it read does not, and `folders` are those of the output as they were left.
    """

    def __init__(self, folder: Path, output: Path, *name: str) -> None:
        self.folder, self.output = folder, output
        self.store = Store(folder / "store")
        self.spares = folder / "spare"
        told = "\0".join((os.getcwd(), str(output), *name))  # noqa: PTH109  the paths of problems are told from here
        self._path = f"{folder}/builds/{fingerprint(told.encode(errors='surrogateescape')).hex()}"
        self.read: dict[str, Mark] = {}
        self.changes = 0
        self.folders: dict[str, Mark] = {}
        self._written: dict[str, Mark] = {}
        self._touched: Callable[[], list[str]] = list

    @cached_property
    def written(self) -> dict[str, Mark]:
        """Of the files that it wrote, those which lie as it left them."""
        return without(self._written, self._touched())

    def unchanged(self, looks: Looks = lambda _, look: look) -> tuple[Counts, tuple[Problem, ...]] | None:
        """What the last build counted and warned of, if every file and folder that it read or wrote is as it was.

        `looks` may have somebody else look at what was written meanwhile: so many files, and how to find those that
        are not as they were; it says how to learn of them.
        """
        data = read_whole(f"{self._path}.seen")
        if data is None:
            return None
        try:
            read, self._written, self.folders, counts, warnings = marshal.loads(data)  # noqa: S302  our own, and whole
        except (EOFError, ValueError, TypeError):
            return None
        self._touched = looks(len(self._written), partial(touched, self._written, f"{self.output}/"))
        self.read = still(read)
        self.changes = len(read) - len(self.read)
        if self.changes or touched(self.folders, f"{self.output}/") or len(self.written) < len(self._written):
            return None
        return counts, tuple(map(problem_of, warnings))

    def memory(self) -> Memory:
        """All that the last build knew, or nothing."""
        return _memory(f"{self._path}.made")

    def remember(self, memory: Memory, before: Memory, hold: Hold) -> None:
        """Keeps what a build knows for the next one, given what it knew itself; at times sweeps the store, if alone."""
        memory.builds = before.builds + 1
        memory.earlier = (before.earlier | before.keys) - memory.keys
        self._write(memory)
        if memory.builds % SWEPT == 0 and alone(hold):
            self._sweep()
            memory.earlier = set()
            self._write(memory)

    def _write(self, memory: Memory) -> None:
        values = {one.name: getattr(memory, one.name) for one in fields(Memory)}
        write_whole(f"{self._path}.made", marshal.dumps(values))

    def _sweep(self) -> None:
        kept: set[str] = set()
        for path in latest(Path(self._path).parent, ".made"):
            known = _memory(path)
            kept.update(key.hex() for key in known.keys | known.earlier)
        sweep(self.store.folder, kept)
        sweep_trees(self.spares)

    def conclude(self, lying: Lying, counts: Counts, warnings: Iterable[Problem]) -> None:
        """Keeps how all that a build read and wrote lies there, that the next one may see it has nothing to do."""
        now = moment(str(self.folder))
        left = (dict(lying.read), all_settled(lying.written, now), all_settled(lying.folders, now))
        write_whole(f"{self._path}.seen", marshal.dumps((*left, tuple(counts), [one.values for one in warnings])))


def _memory(path: str) -> Memory:
    """What a build knew, or nothing where that is gone, broken, or of another version."""
    data = read_whole(path)
    try:
        return Memory(**marshal.loads(data)) if data else Memory()  # noqa: S302  our own, and whole
    except (EOFError, ValueError, TypeError):
        return Memory()


def parents(paths: Iterable[str]) -> set[str]:
    """The folders that paths of the site lie in, however deep."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
