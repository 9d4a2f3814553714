"""What became of a story's source, as the next build remembers it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dateline.cache.files import state
from dateline.cache.store import fingerprint
from dateline.errors import Problem, problem_of
from dateline.model import Day
from dateline.planning import Address, Source


class File(NamedTuple):
    """A file of the site: its path there, the fingerprint of its bytes, and where in the story's entry these lie."""

    path: str
    fingerprint: bytes
    start: int
    length: int


class Made(NamedTuple):
    """What became of a source; its files lie in the store under `key`, its summary under `summary`.

    `key` is empty where it must not be used again. `newest` is the day on which the last of its articles was filed.
    `leads` are the files outside the source that it asked for, each with the fingerprint of what was there. `assets`
    are files to copy, by path in the site. `counts` are those of articles, expressions and events; `used` are all
    entries of the store that it needs, that of its files first; `prints` are the fingerprints of what it was read from.
    """

    key: bytes
    slug: str = ""
    files: tuple[File, ...] = ()
    summary: bytes = b""
    assets: tuple[tuple[str, str], ...] = ()
    leads: tuple[tuple[str, bytes], ...] = ()
    addresses: tuple[Address, ...] = ()
    newest: Day = 0
    counts: tuple[int, int, int] = (0, 0, 0)
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    used: tuple[bytes, ...] = ()
    prints: tuple[bytes, ...] = ()

    @property
    def values(self) -> tuple[Any, ...]:
        """Its fields in plain values, for `made_of`; of one without errors."""
        values = self._asdict()
        values["files"] = tuple(map(tuple, self.files))
        values["warnings"] = tuple(one.values for one in self.warnings)
        return tuple(values.values())


def made_of(values: Sequence[Any]) -> Made:
    """What became of a source, from such values."""
    named: dict[str, Any] = dict(zip(Made._fields, values, strict=True))
    named["files"] = tuple(map(File._make, named["files"]))
    named["warnings"] = tuple(map(problem_of, named["warnings"]))
    return Made(**named)


def story_key(look: bytes, source: Source, fingerprints: Sequence[bytes]) -> bytes:
    """The key of a story with such files."""
    return fingerprint(look, source.name.encode(errors="surrogateescape"), repr(source.files).encode(), *fingerprints)


def lead_state(path: str) -> bytes:
    """The fingerprint of the file that a path leads to, as `Files.state` has it."""
    try:
        data = fingerprint(Path(path).read_bytes())
    except (OSError, ValueError):
        data = b""
    return state(path, data)
