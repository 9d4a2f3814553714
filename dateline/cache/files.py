"""What files held when they were last read; a file that nobody has touched since need not be read again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from hashlib import file_digest, sha256

from dateline.cache.store import fingerprint

Signature = tuple[int, int, int, int]
"""A file's number, size, and times of change of its words and of its entry, in nanoseconds."""

Mark = tuple[Signature, bytes]
"""The signature and the fingerprint of a file; a folder's fingerprint is empty."""

Known = Mapping[str, Mark]
NOTHING: Signature = (0, 0, 0, 0)
"""The signature of what is not there."""

UNSETTLED: Signature = (-1, 0, 0, 0)
"""A signature that no file has."""

SECOND = 1_000_000_000
COARSE = 2 * SECOND
"""The coarsest time stamps that a file system has: those of FAT."""


def signature(path: str) -> Signature | None:
    """The file's or folder's signature, `None` where there is none; links are followed."""
    try:
        found = os.stat(path)  # noqa: PTH116  tens of thousands of these
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def touched(marks: Mapping[str, Mark], folder: str = "") -> list[str]:
    """Of which files and folders the marks no longer hold; their paths begin where `folder` ends."""
    stat, gone = os.stat, list[str]()
    for path, (known, _) in marks.items():
        try:
            found = stat(folder + path)
        except (OSError, ValueError):
            if known != NOTHING:
                gone.append(path)
            continue
        if (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns) != known:
            gone.append(path)
    return gone


def still(marks: Mapping[str, Mark], folder: str = "") -> dict[str, Mark]:
    """Those of the marks that still hold, of files and folders whose paths begin where `folder` ends."""
    return without(marks, touched(marks, folder))


def without(marks: Mapping[str, Mark], gone: Iterable[str]) -> dict[str, Mark]:
    """The marks but for those of some paths."""
    left = dict(marks)
    for path in gone:
        del left[path]
    return left


def is_settled(found: Signature, moment: int) -> bool:
    """Whether the file was last changed so long before a moment, of the same clock, that a later change shows.

    A change within the same tick of the clock would leave the signature as it is.
    """
    written, changed = found[2], found[3]
    return max(written, changed) < moment - (0 if written % SECOND or changed % SECOND else COARSE)


def settled(mark: Mark, moment: int) -> Mark:
    """The mark, or one that never holds where a later change would not show."""
    return mark if is_settled(mark[0], moment) else (UNSETTLED, mark[1])


def all_settled(marks: Mapping[str, Mark], moment: int) -> dict[str, Mark]:
    """The marks, those in whose place a later change would not show so that they never hold."""
    long_ago = moment - COARSE
    return {
        path: mark if mark[0][2] < long_ago and mark[0][3] < long_ago else settled(mark, moment)
        for path, mark in marks.items()
    }


def moment(folder: str) -> int:
    """Now, by the clock that stamps files."""
    path = f"{folder}/.now.{os.getpid()}"
    with open(path, "wb"):  # noqa: PTH123
        pass
    now = os.stat(path).st_mtime_ns  # noqa: PTH116
    os.unlink(path)  # noqa: PTH108
    return now


def print_of_file(path: str) -> bytes:
    """The fingerprint of the file's bytes; raises `OSError`."""
    with open(path, "rb") as file:  # noqa: PTH123
        return file_digest(file, sha256).digest()


class Files:
    """The fingerprints of files, by path, each file read at most once; `seen` is what a later build may know.

    Of those `known`, which still hold, none is looked at again. A signature is taken before the file is read, so that
    what is written meanwhile shows.
    """

    def __init__(self, known: Known, now: int) -> None:
        self._known, self._now = known, now
        self._signed: dict[str, Signature | None] = {}
        self._states: dict[str, bytes] = {}
        self.seen: dict[str, Mark] = {}

    def sign(self, paths: Iterable[str]) -> None:
        """Takes the signatures of files that somebody is about to read."""
        for path in paths:
            self._signed[path] = signature(path)

    def note(self, path: str, print_: bytes) -> None:
        """Keeps what somebody found in a signed file."""
        found = self._signed[path]
        # One that is not settled will be read again: its signature could not tell it from its next state.
        self.seen[path] = (found if found and is_settled(found, self._now) else UNSETTLED if found else NOTHING, print_)

    def looked(self, folders: Mapping[str, Signature | None]) -> None:
        """Keeps the signatures under which folders were looked into."""
        for path, found in folders.items():
            self._signed[path] = found
            self.note(path, b"")

    def fingerprint(self, path: str) -> bytes:
        """The fingerprint of the file's bytes, empty where there is no file to read."""
        mark = self.seen.get(path) or self._known.get(path)
        if mark is not None:
            self.seen[path] = mark
            return mark[1]
        self._signed[path] = signature(path)
        try:
            # What is no file may have no end.
            print_ = print_of_file(path) if os.path.isfile(path) else b""  # noqa: PTH113
        except (OSError, ValueError):
            print_ = b""
        self.note(path, print_)
        return print_

    def state(self, path: str) -> bytes:
        """The fingerprint of what lies under a path, wherever links lead."""
        if path not in self._states:
            self._states[path] = state(path, self.fingerprint(path))
        return self._states[path]


def state(path: str, print_: bytes) -> bytes:
    """The fingerprint of the file that a path leads to, given that of its bytes."""
    try:
        place = os.path.realpath(path)
    except ValueError:
        return b""
    return fingerprint(os.fsencode(place), print_)
