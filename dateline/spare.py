"""The tree that a build took out of the output folder waits, and grows into the next one that is put in."""

from __future__ import annotations

import marshal
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dateline.cache.files import UNSETTLED, Mark, signature, still
from dateline.cache.last import parents
from dateline.cache.store import read_whole, write_whole

Held = tuple[dict[str, bytes], dict[str, Mark]]
"""The files that a tree holds, each with its fingerprint, and its folders."""


@dataclass(slots=True)
class Spare:
    """Where such a tree waits, in a folder of the cache that nobody else writes to, and the folder it came out of.

    The files that it has in common with the tree which took its place there are hard links of these, so that it takes
    little room, and whoever has looked at them knows how they are. What else it has is never used again.
    """

    place: Path
    site: Path
    _seen: Held | None = None

    def look(self) -> None:
        """Sees early what waits, which `taken` need not see then."""
        self._seen = self._seen or self._held()

    def taken(self, new: Path) -> Held:
        """Moves the tree to where the new one is built, and says what it holds.

        Where none waits, or it is not as it was left, or the site is by now another one, none is moved, and there is
        nothing.
        """
        files, folders = self._seen or self._held()
        self._seen = None
        with suppress(OSError):
            os.unlink(self._list)  # noqa: PTH108  from now on the tree is not what was listed
        with suppress(OSError):
            if folders:
                self.place.rename(new)
                return files, folders
        shutil.rmtree(self.place, ignore_errors=True)
        return {}, {}

    def _held(self) -> Held:
        data = read_whole(self._list)
        try:
            # Our own, and whole.
            site, folders, files = marshal.loads(data) if data else ((), {}, {})  # noqa: S302
            if site == signature(str(self.site)) and still(folders, f"{self.place}/") == folders:
                return files, folders
        except (EOFError, ValueError, TypeError):
            pass
        return {}, {}

    def leave(self, old: Path, files: Mapping[str, bytes], looked: Mapping[str, Mark]) -> bool:
        """Has a tree wait, and says whether it does; `files` are all that it holds, with their fingerprints.

        Its folders were `looked` over before it was taken out.
        """
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            old.rename(self.place)
            self._tell(files, looked)
        except OSError:  # it lies on another file system, say
            return False
        return True

    def begin(self, files: Mapping[str, bytes], looked: Mapping[str, Mark]) -> None:
        """Has a tree of the same files wait where there was none to take out; `looked` are the folders of the site."""
        shutil.rmtree(self.place, ignore_errors=True)
        try:
            self.place.mkdir(parents=True)
            for folder in sorted(looked.keys() - {""}, key=len):
                os.mkdir(f"{self.place}/{folder}")  # noqa: PTH102  thousands of these
            for path in files:
                os.link(f"{self.site}/{path}", f"{self.place}/{path}")
            self._tell(files, {folder: (signature(f"{self.place}/{folder}") or UNSETTLED, b"") for folder in looked})
        except OSError:  # it lies on another file system, or on one without hard links
            shutil.rmtree(self.place, ignore_errors=True)

    def _tell(self, files: Mapping[str, bytes], folders: Mapping[str, Mark]) -> None:
        lying = {**folders, "": (signature(str(self.place)), b"")}
        write_whole(self._list, marshal.dumps((signature(str(self.site)), lying, dict(files))))

    @property
    def _list(self) -> str:
        return f"{self.place}.list"


class Growth:
    """A new tree while it grows, from a spare one or from nothing."""

    def __init__(self, new: Path, spare: Spare | None) -> None:
        self._new = str(new)
        self._held, self._looked = spare.taken(new) if spare else ({}, {})
        if not self._looked:
            new.mkdir()
        self._folders = {"", *self._looked}
        self._looked.pop("", None)

    def looked(self, site: Path) -> dict[str, Mark]:
        """Its folders, now that it is the site, as they lie there."""
        found = ((path, self._looked.get(path) or (signature(f"{site}/{path}"), b"")) for path in self._folders)
        return {path: (signed, print_) for path, (signed, print_) in found if signed}

    def lacks(self, files: Mapping[str, bytes]) -> list[str]:
        """Which of the files with such fingerprints it does not have; those that it has stay."""
        held = self._held
        lacking = [path for path, print_ in files.items() if held.get(path) != print_]
        self._held = {path: print_ for path, print_ in held.items() if files.get(path) != print_}
        return lacking

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
                self._looked.pop(each, None)
                self._touch(each)
        if path in self._folders:
            inside = f"{path}/"
            shutil.rmtree(f"{self._new}/{path}")
            self._folders = {each for each in self._folders if not f"{each}/".startswith(inside)}
            self._held = {name: print_ for name, print_ in self._held.items() if not name.startswith(inside)}
        self._remove(path)
        self._touch(path)
        return f"{self._new}/{path}"

    def finish(self, paths: Iterable[str]) -> None:
        """Removes what does not belong to a tree of these files."""
        for path in list(self._held):
            self._remove(path)
        for folder in sorted(self._folders - parents(paths) - {""}, key=len, reverse=True):
            os.rmdir(f"{self._new}/{folder}")  # noqa: PTH106
            self._folders.remove(folder)
            self._touch(folder)

    def _remove(self, path: str) -> None:
        if self._held.pop(path, None) is not None:
            os.unlink(f"{self._new}/{path}")  # noqa: PTH108
            self._touch(path)

    def _touch(self, path: str) -> None:
        """Forgets how the folder lay in which a file or folder comes or goes."""
        self._looked.pop(path.rpartition("/")[0], None)
