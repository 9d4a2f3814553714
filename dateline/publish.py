"""The only door into the output folder: a whole new tree is built beside it, then the two change places."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import DatelineError, Problem
from dateline.exchange import Claim, claimed, exchange, told

MANIFEST = ".dateline"
"""The file of the site that lists all its files: what stands in it Dateline has made, and may replace or remove."""

KEPT = ".gitignore"
JOINERS = "\u200c\u200d"
CHUNK = 1 << 20
Source = bytes | Path


@contextmanager
def publication(output: Path) -> Iterator[Claim]:
    """The claim to an output folder, which no other build can have meanwhile.

    Raises `DatelineError` where another build is running, or the folder holds things Dateline did not make.
    """
    with claimed(output) as claim:
        _refuse_foreign(claim)
        yield claim


def publish(files: Iterable[tuple[str, Source]], claim: Claim) -> bool:
    """Makes the claimed folder hold these files and no others, and says whether anything had to be written for that.

    Each has its path there, and its bytes or the file to copy; the first of a path counts. Raises `DatelineError`, and
    leaves the folder as it is, where a path would leave it or clash with another, or where the system refuses.
    """
    with told(claim.folder):
        tree = _Tree(claim, _made(claim.folder))
    for path, source in files:
        with told(claim.folder):
            tree.add(path, source)
    if tree.problems:
        raise DatelineError(tree.problems)
    with told(claim.folder):
        if not tree.written and tree.paths == tree.made:
            return False
        tree.complete()
    _refuse_foreign(claim)
    with told(claim.folder):
        exchange(claim)
    return True


@dataclass(slots=True)
class _Tree:
    """The new tree while it grows; nothing of it is on disk until something differs from what `made` lists."""

    claim: Claim
    made: set[str]
    paths: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    same: list[str] = field(default_factory=list)
    written: bool = False
    problems: list[Problem] = field(default_factory=list)

    def add(self, path: str, source: Source) -> None:
        if path in self.paths:
            return
        parents = _parents(path)
        if not all(map(_is_name, path.split("/"))) or path in (MANIFEST, KEPT):
            message, remedy = f"a page or file may not be written to {path!r}", "Give it another slug or file name."
            self.problems.append(Problem(None, message, remedy))
        elif path in self.folders or not self.paths.isdisjoint(parents):
            message, remedy = f"{path!r} would be a file and a folder at once", "Give one of them another name."
            self.problems.append(Problem(None, message, remedy))
        else:
            self.paths.add(path)
            self.folders.update(parents)
            if path in self.made and _is_same(source, self.claim.folder / path):
                self.same.append(path)
            else:
                self.written = True
                self._write(path, source)

    def _write(self, path: str, source: Source) -> None:
        target = self._room(path)
        if isinstance(source, bytes):
            target.write_bytes(source)
        else:
            shutil.copyfile(source, target)

    def _room(self, path: str) -> Path:
        target = self.claim.new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def complete(self) -> None:
        """Adds what stays as it was, with its time of change, and the list of all."""
        folder = self.claim.folder
        listing = "\n".join([*sorted(self.paths), ""]).encode()
        if _is_same(listing, folder / MANIFEST):
            self.same.append(MANIFEST)
        else:
            self._write(MANIFEST, listing)
        for path in self.same:
            _link(folder / path, self._room(path))
        if (folder / KEPT).is_file():
            _link(folder / KEPT, self.claim.new / KEPT)
        if folder.is_dir():
            shutil.copymode(folder, self.claim.new)


def _parents(path: str) -> list[str]:
    return [path[:at] for at, char in enumerate(path) if char == "/"]


def _is_name(part: str) -> bool:
    # A colon is a drive or a stream on Windows; the joiners are spelling in Persian and Hindi.
    plain = "".join(char for char in part if char not in JOINERS)
    return plain not in ("", ".", "..") and plain.isprintable() and not set(plain) & set("\\:")


def _is_same(source: Source, old: Path) -> bool:
    if not old.is_file():
        return False
    if isinstance(source, bytes):
        return old.stat().st_size == len(source) and old.read_bytes() == source
    if old.stat().st_size != source.stat().st_size:
        return False
    with source.open("rb") as new, old.open("rb") as was:
        while chunk := new.read(CHUNK):
            if chunk != was.read(CHUNK):
                return False
        return True


def _link(old: Path, target: Path) -> None:
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
    folders = {parent for path in made for parent in _parents(path)}
    waiting = [(output, "")]
    while waiting:
        folder, prefix = waiting.pop()
        entries = list(os.scandir(folder))
        if not entries and prefix and prefix.rstrip("/") not in folders:
            yield prefix
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append((folder / entry.name, path + "/"))
            elif path != KEPT and not (entry.is_file(follow_symlinks=False) and (path in made or path == MANIFEST)):
                yield path
