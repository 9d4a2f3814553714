"""What the last build with the same settings saw and made: where nothing of it has changed, there is nothing to do."""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from dateline.cache.files import UNSETTLED, Files, Mark, Signature, is_settled, moment, signature
from dateline.cache.store import Store, fingerprint, read_whole, write_whole
from dateline.cache.sweeping import Hold, alone, latest, sweep, sweep_trees
from dateline.errors import Problem

# A build that has nothing to do needs no pickle.
# ruff: noqa: PLC0415

SWEPT = 8
"""After so many builds the store is swept: what none of them used goes."""

Counts = tuple[int, int, int, int]
"""How many stories, articles, expressions and events a build made."""


@dataclass(slots=True)
class Memory:
    """What a build knows of the last one: fingerprints of what it read and wrote, and what it made of each source.

    `made`, `across` and `pages` belong to the room that builds; `files` are what was read, by path,
    `output` what was written. `keys` are the entries of the store that the last build used, `earlier` what only those
    before it have used since the store was last swept; `builds` counts them.
    """

    files: dict[str, Mark] = field(default_factory=dict)
    output: dict[str, Mark] = field(default_factory=dict)
    made: dict[str, Any] = field(default_factory=dict)
    across: dict[str, Any] = field(default_factory=dict)
    pages: dict[bytes, bytes] = field(default_factory=dict)
    keys: set[bytes] = field(default_factory=set)
    earlier: set[bytes] = field(default_factory=set)
    builds: int = 0


class Last:
    """The last build of a name; `folder` is the folder of the cache, `spares` has trees taken out of outputs.

    `folders` are those of the output, as the last build left them, once it has been asked whether that is so.
    """

    def __init__(self, folder: Path, *name: str) -> None:
        self.folder = folder
        self.store = Store(folder / "store")
        self.spares = folder / "spare"
        told = "\0".join((os.getcwd(), *name))  # noqa: PTH109  the paths of problems are told from here
        self._path = f"{folder}/builds/{fingerprint(told.encode(errors='surrogateescape')).hex()}"
        self.folders: dict[str, Signature] = {}

    def unchanged(self) -> tuple[Counts, tuple[Problem, ...]] | None:
        """What the last build counted and warned of, if every file and folder that it read or wrote is as it was."""
        data = read_whole(f"{self._path}.seen")
        if data is None:
            return None
        try:
            seen, self.folders, counts, warnings = marshal.loads(data)  # noqa: S302  our own, and whole
        except (EOFError, ValueError, TypeError):
            return None
        stat = os.stat
        for path, number, size, written, changed in seen:
            try:
                found = stat(path)
            except (OSError, ValueError):
                if number:
                    return None
                continue
            if (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino) != (written, changed, size, number):
                return None
        return counts, tuple(Problem(Path(path) if path else None, *rest) for path, *rest in warnings)

    def memory(self) -> Memory:
        """All that the last build knew, or nothing."""
        return _memory(f"{self._path}.made")

    def remember(self, memory: Memory, before: Memory, hold: Hold) -> None:
        """Keeps what a build knows for the next one, given what it knew itself; at times sweeps the store, if alone."""
        from dateline.cache.records import pickled

        memory.builds = before.builds + 1
        memory.earlier = (before.earlier | before.keys) - memory.keys
        path = f"{self._path}.made"
        write_whole(path, pickled(memory))
        if memory.builds % SWEPT == 0 and alone(hold):
            self._sweep()
            memory.earlier = set()
            write_whole(path, pickled(memory))

    def _sweep(self) -> None:
        kept: set[str] = set()
        for path in latest(Path(self._path).parent, ".made"):
            known = _memory(path)
            kept.update(key.hex() for key in known.keys | known.earlier)
        sweep(self.store.folder, kept)
        sweep_trees(self.spares)

    def conclude(
        self, inputs: Files, output: Path, written: Mapping[str, Mark], counts: Counts, warnings: Iterable[Problem]
    ) -> None:
        """Keeps how all that a build read and wrote lies there, that the next one may see it has nothing to do."""
        now = moment(str(self.folder))
        lying: list[tuple[str, Signature | None]] = [(path, found) for path, (found, _) in written.items()]
        lying += [(path, signature(f"{output}/{path}")) for path in ("", *sorted(parents(written)))]
        seen = [(path, *found) for path, (found, _) in inputs.seen.items()]
        settled = {path: found if found and is_settled(found, now) else UNSETTLED for path, found in lying}
        seen += [(f"{output}/{path}", *found) for path, found in settled.items()]
        folders = {path: found for path, found in settled.items() if path not in written}
        told = [
            (str(one.path) if one.path else "", one.message, one.remedy, one.line, one.column, one.excerpt)
            for one in warnings
        ]
        write_whole(f"{self._path}.seen", marshal.dumps((seen, folders, tuple(counts), told)))


def _memory(path: str) -> Memory:
    """What a build knew, or nothing where that is gone, broken, or of another version."""
    from dateline.cache.records import unpickled

    data = read_whole(path)
    known = unpickled(data) if data else None
    if isinstance(known, Memory) and all(hasattr(known, one.name) for one in fields(Memory)):
        return known
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
