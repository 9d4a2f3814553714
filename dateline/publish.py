"""The only door into the output folder: a whole new tree is built beside it, then the two change places."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dateline.cache.files import Mark, print_of_file, signature
from dateline.cache.last import parents
from dateline.cache.store import fingerprint
from dateline.errors import DatelineError, Problem
from dateline.exchange import Claim, claimed, clear, exchange, told

MANIFEST = ".dateline"
"""The file of the site that lists all its files: what stands in it Dateline has made, and may replace or remove."""

KEPT = ".gitignore"
JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes of a known fingerprint, to be had when they are needed."""

    fingerprint: bytes
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of a known fingerprint, to be copied."""

    fingerprint: bytes
    file: Path


Source = bytes | Path | Kept | Copy


class Paths:
    """The paths of a site's files as they come, each judged by those before it."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        self.folders: set[str] = set()

    def problem(self, path: str) -> Problem | None:
        """Why no file may be written to a new path, which is counted among the files where one may."""
        folder, _, name = path.rpartition("/")
        if not _is_name(name) or path in (MANIFEST, KEPT) or (folder and not self._has(folder)):
            message, remedy = f"a page or file may not be written to {path!r}", "Give it another slug or file name."
            return Problem(None, message, remedy)
        if path in self.folders or (folder and not self.files.isdisjoint(parents([path]))):
            message, remedy = f"{path!r} would be a file and a folder at once", "Give one of them another name."
            return Problem(None, message, remedy)
        self.files.add(path)
        return None

    def _has(self, folder: str) -> bool:
        """Whether the names of the folders are such as a site may have."""
        if folder not in self.folders:
            if not all(map(_is_name, folder.split("/"))):
                return False
            self.folders |= parents([folder + "/"])
        return True


def bytes_of(source: Source) -> bytes:
    """What is to be written; raises `OSError` where its file has gone."""
    if isinstance(source, Path | Copy):
        return (source if isinstance(source, Path) else source.file).read_bytes()
    return source if isinstance(source, bytes) else source.read()


@contextmanager
def publication(output: Path) -> Iterator[Claim]:
    """The claim to an output folder, which no other build can have meanwhile.

    Raises `DatelineError` where another build is running, or the folder holds things Dateline did not make.
    """
    with claimed(output) as claim:
        _refuse_foreign(claim)
        yield claim


def publish(
    files: Iterable[tuple[str, Source]],
    claim: Claim,
    known: Mapping[str, Mark] = MappingProxyType({}),
    prints: dict[str, bytes] | None = None,
) -> bool:
    """Makes the claimed folder hold these files and no others, and says whether anything had to be written for that.

    Each has its path there, and its bytes or the file to copy; the first of a path counts. Files that lie there as
    `known` need not be read again; `prints` gains the fingerprint of every file. Raises `DatelineError`, and leaves
    the folder as it is, where a path would leave it or clash with another, or where the system refuses.
    """
    with told(claim.folder):
        tree = _Tree(
            claim, str(claim.folder), str(claim.new), _made(claim.folder), known, {} if prints is None else prints
        )
    for path, source in files:
        with told(claim.folder):
            tree.add(path, source)
    if tree.problems:
        raise DatelineError(tree.problems)
    with told(claim.folder):
        if not tree.written and tree.paths.keys() == tree.made:
            return False
        tree.complete()
    _refuse_foreign(claim)
    with told(claim.folder):
        exchange(claim)
        _take_down(claim, tree.made)
    return True


def _take_down(claim: Claim, made: set[str]) -> None:
    """Removes the old tree, in which most files are known by name."""
    old = str(claim.new)
    folders = parents(made)
    with suppress(OSError):
        for path in made:
            os.unlink(f"{old}/{path}")  # noqa: PTH108
        for folder in sorted(folders, key=len, reverse=True):
            os.rmdir(f"{old}/{folder}")  # noqa: PTH106
    clear(claim)


@dataclass(slots=True)
class _Tree:
    """The new tree while it grows; nothing of it is on disk until something differs from what `made` lists."""

    claim: Claim
    old: str
    new: str
    made: set[str]
    known: Mapping[str, Mark]
    paths: dict[str, bytes]
    judged: Paths = field(default_factory=Paths)
    rooms: set[str] = field(default_factory=set)
    same: list[str] = field(default_factory=list)
    written: bool = False
    problems: list[Problem] = field(default_factory=list)

    def add(self, path: str, source: Source) -> None:
        if path in self.paths:
            return
        if problem := self.judged.problem(path):
            self.problems.append(problem)
        else:
            print_, data = _print(source)
            self.paths[path] = print_
            if path in self.made and self._lies(path, print_):
                self.same.append(path)
            else:
                self.written = True
                self._write(path, source if data is None else data)

    def _lies(self, path: str, print_: bytes) -> bool:
        """Whether the old tree has the same file there."""
        old = f"{self.old}/{path}"
        found = signature(old)
        mark = self.known.get(path)
        if mark is not None and mark[0] == found:
            return mark[1] == print_
        return found is not None and os.path.isfile(old) and print_of_file(old) == print_  # noqa: PTH113

    def _write(self, path: str, source: Source) -> None:
        target = self._room(path)
        if isinstance(source, Path | Copy):
            shutil.copyfile(source if isinstance(source, Path) else source.file, target)
            return
        with open(target, "wb") as file:  # noqa: PTH123
            file.write(source if isinstance(source, bytes) else source.read())

    def _room(self, path: str) -> str:
        """Where the file goes in the new tree, its folder made."""
        folder = path.rpartition("/")[0]
        if folder not in self.rooms:
            for room in ("", *sorted(parents([path]), key=len)):
                if room not in self.rooms:
                    os.mkdir(f"{self.new}/{room}")  # noqa: PTH102
                    self.rooms.add(room)
        return f"{self.new}/{path}"

    def complete(self) -> None:
        """Adds what stays as it was, with its time of change, and the list of all."""
        folder = self.claim.folder
        listing = "\n".join([*sorted(self.paths), ""]).encode()
        if (folder / MANIFEST).is_file() and (folder / MANIFEST).read_bytes() == listing:
            self.same.append(MANIFEST)
        else:
            self._write(MANIFEST, listing)
        for path in self.same:
            _link(f"{folder}/{path}", self._room(path))
        if (folder / KEPT).is_file():
            _link(f"{folder}/{KEPT}", f"{self.claim.new}/{KEPT}")
        if folder.is_dir():
            shutil.copymode(folder, self.claim.new)


def _print(source: Source) -> tuple[bytes, bytes | None]:
    """The fingerprint of what is to be written, and its bytes where they are at hand."""
    if isinstance(source, bytes):
        return fingerprint(source), source
    return (print_of_file(str(source)) if isinstance(source, Path) else source.fingerprint), None


@cache
def _is_name(part: str) -> bool:
    # A colon is a drive or a stream on Windows; the joiners are spelling in Persian and Hindi.
    plain = "".join(char for char in part if char not in JOINERS)
    return plain not in ("", ".", "..") and plain.isprintable() and not set(plain) & set("\\:")


def _link(old: str, target: str) -> None:
    try:
        os.link(old, target)
    except OSError:  # a file system without hard links, or with too many of one file
        shutil.copy2(old, target)


def _made(output: Path) -> set[str]:
    """The files that Dateline has written into the folder, by its own list."""
    manifest = output / MANIFEST
    if manifest.is_symlink() or not manifest.is_file():
        return set()
    return set(manifest.read_bytes().decode("utf-8", "replace").split("\n")) - {""}


def _refuse_foreign(claim: Claim) -> None:
    """Raises `DatelineError` where the folder holds what Dateline has not made, since a build would delete it."""
    output = claim.folder
    with told(output):
        if output.exists() and not output.is_dir():
            message = "the output is to be a folder, and this is a file"
            raise DatelineError([Problem(output, message, "Name another folder with --output.")])
        foreign = sorted(_foreign(output)) if output.exists() else []
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        message = f"the output folder holds things Dateline did not make: {foreign[0]}{more}"
        remedy = "Move them away, or name another folder with --output; a build would have deleted them."
        raise DatelineError([Problem(output / foreign[0], message, remedy)])


def _foreign(output: Path) -> Iterator[str]:
    """The paths of all files that are not listed, of all links, and of empty folders that no listed file lay in."""
    made = _made(output)
    folders = parents(made)
    waiting = [(str(output), "")]
    while waiting:
        folder, prefix = waiting.pop()
        empty = True
        for entry in os.scandir(folder):
            empty = False
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, path + "/"))
            elif path != KEPT and not (entry.is_file(follow_symlinks=False) and (path in made or path == MANIFEST)):
                yield path
        if empty and prefix and prefix.rstrip("/") not in folders:
            yield prefix
