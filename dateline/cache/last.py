"""What the last build with the same settings saw and made: where nothing of it has changed, there is nothing to do."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

from dateline.cache.files import Mark, all_settled, moment, still, touched, without
from dateline.cache.ledger import Ledger, Table
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

    @property
    def tables(self) -> Sequence[Table]:
        """Its fields as tables, for `_memory`."""
        keys, earlier = dict.fromkeys(self.keys), dict.fromkeys(self.earlier)
        return [self.made, self.across, self.pages, keys, earlier, {"builds": self.builds}]


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
        path = f"{folder}/builds/{fingerprint(told.encode(errors='surrogateescape')).hex()}"
        self._made, self._seen = Ledger(f"{path}.made"), Ledger(f"{path}.seen")
        # The folders of an output are other ones after each change: two trees take turns.
        self._lying = f"{path}.folders"
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
        lying = read_whole(self._lying)
        try:
            self.folders = marshal.loads(lying or b"")  # noqa: S302  our own, and whole
            read, self._written, said = self._seen.read() or ()
        except (EOFError, ValueError, TypeError):
            return None
        self._touched = looks(len(self._written), partial(touched, self._written, f"{self.output}/"))
        self.read = still(read)
        self.changes = len(read) - len(self.read)
        if self.changes or touched(self.folders, f"{self.output}/") or len(self.written) < len(self._written):
            return None
        return said["counts"], tuple(map(problem_of, said["warnings"]))

    def memory(self) -> Memory:
        """All that the last build knew, or nothing."""
        return _memory(self._made)

    def remember(self, memory: Memory, before: Memory, hold: Hold) -> None:
        """Keeps what a build knows for the next one, given what it knew itself; at times sweeps the store, if alone."""
        memory.builds = before.builds + 1
        memory.earlier = (before.earlier | before.keys) - memory.keys
        self._made.write(memory.tables)
        if memory.builds % SWEPT == 0 and alone(hold):
            self._sweep()
            memory.earlier = set()
            self._made.write(memory.tables)

    def _sweep(self) -> None:
        kept: set[str] = set()
        for path in latest(self.folder / "builds", ".made"):
            known = _memory(Ledger(path))
            kept.update(key.hex() for key in known.keys | known.earlier)
        sweep(self.store.folder, kept)
        sweep_trees(self.spares)

    def conclude(self, lying: Lying, counts: Counts, warnings: Iterable[Problem]) -> None:
        """Keeps how all that a build read and wrote lies there, that the next one may see it has nothing to do."""
        now = moment(str(self.folder))
        said = {"counts": tuple(counts), "warnings": [one.values for one in warnings]}
        write_whole(self._lying, marshal.dumps(all_settled(lying.folders, now)))
        self._seen.write([dict(lying.read), all_settled(lying.written, now), said])


def _memory(kept: Ledger) -> Memory:
    """What a build knew, or nothing where that is gone, broken, or of another version."""
    try:
        made, across, pages, keys, earlier, said = kept.read() or ()
    except ValueError:
        return Memory()
    return Memory(made, across, pages, set(keys), set(earlier), said["builds"])


def parents(paths: Iterable[str]) -> set[str]:
    """The folders that paths of the site lie in, however deep."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
