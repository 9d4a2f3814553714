"""The tree that a build took out of the output folder waits, and grows into the next one that is put in."""

from __future__ import annotations

import marshal
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from dateline.cache.files import Signature, signature
from dateline.cache.last import parents
from dateline.cache.store import read_whole, write_whole


class Spare(NamedTuple):
    """Where such a tree waits, in a folder of the cache that nobody else writes to, and the folder it came out of.

    The files that it has in common with the tree which took its place there are hard links of these, so that it takes
    little room, and whoever has looked at them knows how they are. What else it has is never used again.
    """

    place: Path
    site: Path

    def taken(self, new: Path) -> dict[str, bytes]:
        """Moves the tree to where the new one is built, and says which files it has, each with its fingerprint.

        Where none waits, or it is not as it was left, or the site is by now another one, none is moved, and there is
        no file.
        """
        data = read_whole(self._list)
        with suppress(OSError):
            os.unlink(self._list)  # noqa: PTH108  from now on the tree is not what was listed
        try:
            # Our own, and whole.
            site, folders, files = marshal.loads(data) if data else ((), {}, {})  # noqa: S302
            lies = all(signature(f"{self.place}/{path}") == found for path, found in folders.items())
            if lies and site == signature(str(self.site)):
                self.place.rename(new)
                return dict(files)
        except (OSError, EOFError, ValueError, TypeError):
            pass
        shutil.rmtree(self.place, ignore_errors=True)
        return {}

    def leave(self, old: Path, files: Mapping[str, bytes], looked: Mapping[str, Signature]) -> bool:
        """Has a tree wait, and says whether it does; `files` are all that it holds, with their fingerprints.

        Its folders were `looked` over before it was taken out.
        """
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            old.rename(self.place)
            folders = {**looked, "": signature(str(self.place))}
            write_whole(self._list, marshal.dumps((signature(str(self.site)), folders, dict(files))))
        except OSError:  # it lies on another file system, say
            return False
        return True

    @property
    def _list(self) -> str:
        return f"{self.place}.list"


class Growth:
    """A new tree while it grows, from a spare one or from nothing."""

    def __init__(self, new: Path, spare: Spare | None) -> None:
        self._new = str(new)
        self._held = spare.taken(new) if spare else {}
        self._folders = {"", *parents(self._held)}
        if not self._held:
            new.mkdir()

    def keeps(self, path: str, print_: bytes) -> bool:
        """Whether it has the file, which then stays."""
        if self._held.get(path) != print_:
            return False
        del self._held[path]
        return True

    def room(self, path: str) -> str:
        """Where a file is to be written: its folder made, and nothing in its place.

        What is there is never written into, since it may be a link of a file of the site.
        """
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            for each in sorted(parents([path]) - self._folders, key=len):
                self._remove(each)
                os.mkdir(f"{self._new}/{each}")  # noqa: PTH102
                self._folders.add(each)
        if path in self._folders:
            inside = f"{path}/"
            shutil.rmtree(f"{self._new}/{path}")
            self._folders = {each for each in self._folders if not f"{each}/".startswith(inside)}
            self._held = {name: print_ for name, print_ in self._held.items() if not name.startswith(inside)}
        self._remove(path)
        return f"{self._new}/{path}"

    def finish(self, paths: Iterable[str]) -> None:
        """Removes what does not belong to a tree of these files."""
        for path in list(self._held):
            self._remove(path)
        for folder in sorted(self._folders - parents(paths) - {""}, key=len, reverse=True):
            os.rmdir(f"{self._new}/{folder}")  # noqa: PTH106

    def _remove(self, path: str) -> None:
        if self._held.pop(path, None) is not None:
            os.unlink(f"{self._new}/{path}")  # noqa: PTH108
