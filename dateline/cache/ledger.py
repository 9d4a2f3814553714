"""Large tables that change little from build to build: kept whole, and beside them what has changed since."""

from __future__ import annotations

import marshal
import os
from collections.abc import Sequence
from typing import Any

from dateline.cache.store import read_marked, write_whole

Table = dict[Any, Any]
Change = tuple[list[Any], Table]
"""The keys that a table has lost, and what stands in it under those that are new or lead elsewhere."""

LITTLE = 8
"""What has changed is kept beside the tables while they hold so many times as much."""


class Ledger:
    """Tables of plain values in a file; in another, which names the state of the first, what has changed since.

    Whoever writes the tables whole makes what others have put beside the old ones void, so that several may write.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._mark = b""
        self._tables: Sequence[Table] = ()
        self._changes: Sequence[Change] = ()

    def read(self) -> Sequence[Table] | None:
        """The tables as they were last written; `None` where they are gone or broken."""
        whole, later = read_marked(self._path), read_marked(self._beside)
        try:
            tables = _tables(whole[1]) if whole else None
            # Both are our own, and whole.
            of, changes = marshal.loads(later[1]) if later else (b"", ())  # noqa: S302
        except (EOFError, ValueError, TypeError):
            return None
        if whole is None or tables is None:
            return None
        self._mark, self._changes = whole[0], changes if of == whole[0] else [([], {})] * len(tables)
        self._tables = [_changed(table, change) for table, change in zip(tables, self._changes, strict=True)]
        return self._tables

    def write(self, tables: Sequence[Table]) -> None:
        """Keeps the tables, which nobody changes from now on."""
        changes = [_since(*each) for each in zip(self._tables, self._changes, tables, strict=False)]
        many = sum(len(gone) + len(new) for gone, new in changes)
        if len(changes) < len(tables) or many * LITTLE > sum(map(len, tables)):
            self._mark, changes = write_whole(self._path, marshal.dumps([*tables])), [([], {})] * len(tables)
        else:
            write_whole(self._beside, marshal.dumps((self._mark, changes)))
            os.utime(self._path)
        self._tables, self._changes = tables, changes

    @property
    def _beside(self) -> str:
        return f"{self._path}-later"


def _tables(data: bytes) -> Sequence[Table] | None:
    """Tables as they were written; `None` where it is something else, from another version."""
    found = marshal.loads(data)  # noqa: S302  our own, and whole
    return found if isinstance(found, list) and all(isinstance(table, dict) for table in found) else None


def _changed(table: Table, change: Change) -> Table:
    gone, new = change
    if gone or new:
        table = table | new
        for key in gone:
            table.pop(key, None)
    return table


def _since(before: Table, earlier: Change, now: Table) -> Change:
    """What has changed from a table that the earlier change led to `before`."""
    new = {key: value for key, value in now.items() if key not in before or before[key] != value}
    gone = [*earlier[0], *before.keys() - now.keys()]
    kept = {key: value for key, value in (earlier[1] | new).items() if key in now}
    return [key for key in gone if key not in now], kept
