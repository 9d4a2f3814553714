"""The only door into the output folder: a whole new tree is built beside it, then the two change places."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from dateline.cache.files import Mark, Signature, print_of_file, signature
from dateline.cache.last import parents
from dateline.cache.store import fingerprint
from dateline.errors import DatelineError, Problem
from dateline.exchange import Claim, claimed, clear, exchange, told
from dateline.foreign import KEPT, MANIFEST, made_files, refuse_foreign
from dateline.sources import Bundle, Copy, Paths, Published, Source
from dateline.spare import Growth, Spare


@contextmanager
def publication(output: Path, looked: Mapping[str, Mark] = MappingProxyType({})) -> Iterator[Claim]:
    """The claim to an output folder, which no other build can have meanwhile.

    Where its folders were `looked` over when they were left, those that have changed since are looked over before
    anything is published. Raises `DatelineError` where another build is running, or the folder holds things Dateline
    did not make.
    """
    with claimed(output) as claim:
        claim.looked.update(looked)
        if not looked:
            refuse_foreign(claim)
        yield claim


def publish(
    files: Iterable[Published],
    claim: Claim,
    known: Mapping[str, Mark] = MappingProxyType({}),
    marks: dict[str, Mark] | None = None,
    spare: Spare | None = None,
) -> bool:
    """Makes the claimed folder hold these files and no others, and says whether anything had to be written for that.

    Each has its path there, and its bytes or the file to copy; the first of a path counts. Files that lie there as
    `known`, since somebody has looked, need not be read again; `marks` gains those of every file. What is taken out of
    the folder waits as `spare`, from which the next tree grows. Raises `DatelineError`, and leaves the folder as it is,
    where a path would leave it or clash with another, or where the system refuses.
    """
    with told(claim.folder):
        tree = _Tree(claim, str(claim.folder), spare, made_files(claim.folder), known)
    for each in files:
        with told(claim.folder):
            tree.add_all(each) if isinstance(each, Bundle) else tree.add(*each)
    if tree.problems:
        raise DatelineError(tree.problems)
    with told(claim.folder):
        changed = tree.growth is not None or tree.paths.keys() != tree.made
        if changed:
            tree.complete()
    refuse_foreign(claim)
    if changed:
        with told(claim.folder):
            exchange(claim)
            tree.leave_spare()
    if marks is not None:
        marks.update(tree.marks())
    return changed


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
    """The new tree; nothing of it grows on disk until something differs from what `made` lists.

    `paths` are its files, with their fingerprints, and `same` those that the old tree has, too, with their signatures;
    `moved` are those of them that had to be linked anew.
    """

    claim: Claim
    old: str
    spare: Spare | None
    made: set[str]
    known: Mapping[str, Mark]
    paths: dict[str, bytes] = field(default_factory=dict)
    same: dict[str, Signature] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)
    growth: Growth | None = None
    manifest: bytes = b""
    judged: Paths | None = None
    problems: list[Problem] = field(default_factory=list)

    def add_all(self, bundle: Bundle) -> None:
        known, made, judged = self.known, self.made, self.judged
        for path, print_ in bundle.prints.items():
            mark = known.get(path)
            if judged or mark is None or mark[1] != print_ or path not in made or path in self.paths:
                self.add(path, bundle.source(path))
            else:
                self.paths[path], self.same[path] = print_, mark[0]

    def add(self, path: str, source: Source) -> None:
        if path in self.paths:
            return
        if problem := self._problem(path, source):
            self.problems.append(problem)
        else:
            print_, data = _print(source)
            self.paths[path] = print_
            if not (path in self.made and self._lies(path, print_)):
                self._write(path, source if data is None else data)

    def _problem(self, path: str, source: Source) -> Problem | None:
        """Why no file may be written to the path; as long as all lie in the old tree, there is nothing to judge."""
        if self.judged is None:
            if path in self.made and path in self.known:
                return None
            self.judged = Paths()
            for each in self.paths:
                self.judged.problem(each, b"")
        return self.judged.problem(path, source)

    def _lies(self, path: str, print_: bytes) -> bool:
        """Whether the old tree has the same file there."""
        mark = self.known.get(path)
        if mark is None:
            old = f"{self.old}/{path}"
            found = signature(old)
            if found is None or not os.path.isfile(old):  # noqa: PTH113
                return False
            mark = found, print_of_file(old)
        if mark[1] != print_:
            return False
        self.same[path] = mark[0]
        return True

    def _write(self, path: str, source: Source) -> None:
        target = self._growing().room(path)
        if isinstance(source, Path | Copy):
            shutil.copyfile(source if isinstance(source, Path) else source.file, target)
            return
        with open(target, "wb") as file:  # noqa: PTH123
            file.write(source if isinstance(source, bytes) else source.read())

    def _growing(self) -> Growth:
        if self.growth is None:
            self.growth = Growth(self.claim.new, self.spare)
        return self.growth

    def complete(self) -> None:
        """Adds what stays as it was, with its time of change, and the list of all; nothing else is left."""
        growth, folder = self._growing(), self.claim.folder
        listing = "\n".join([*sorted(self.paths), ""]).encode()
        self.manifest = fingerprint(listing)
        if not self._lies(MANIFEST, self.manifest):
            self._write(MANIFEST, listing)
        for path in growth.lacks({path: self.paths.get(path, self.manifest) for path in self.same}):
            _link(f"{folder}/{path}", growth.room(path))
            self.moved.add(path)
        growth.finish(self.paths)
        if (folder / KEPT).is_file():
            _link(f"{folder}/{KEPT}", f"{self.claim.new}/{KEPT}")
        if folder.is_dir():
            shutil.copymode(folder, self.claim.new)

    def leave_spare(self) -> None:
        """Has the tree wait that was taken out, or, where there was none, one like the new; or removes it.

        From now on `claim.looked` are the folders of the new tree.
        """
        claim, spare, old = self.claim, self.spare, self._replaced()
        before, now = dict(claim.looked), self._growing().looked(claim.folder)
        claim.looked.clear()
        claim.looked.update(now)
        if spare and old and spare.leave(claim.new, old, before):
            return
        _take_down(claim, self.made)
        if spare and not self.made:
            spare.begin({**self.paths, MANIFEST: self.manifest}, now)
            self.moved.update(self.same)

    def _replaced(self) -> dict[str, bytes]:
        """The files of the tree that has been taken out; none where that held no site, or is not as it was put in."""
        if not self.made:
            return {}
        old = {path: self.paths.get(path, self.manifest) for path in self.same}
        for path in (self.made | {MANIFEST}) - self.same.keys():
            if path != MANIFEST and path not in self.known:
                return {}
            old[path] = self.known[path][1] if path in self.known else b""
        return old | ({KEPT: b""} if (self.claim.new / KEPT).is_file() else {})

    def marks(self) -> dict[str, Mark]:
        """The signature and the fingerprint of each file, as it lies in the folder now."""
        found: dict[str, Mark] = {}
        for path, print_ in self.paths.items():
            still = self.same.get(path) if path not in self.moved else None
            if still and path in self.known:
                found[path] = self.known[path]
            elif signed := still or signature(f"{self.old}/{path}"):
                found[path] = signed, print_
        return found


def _print(source: Source) -> tuple[bytes, bytes | None]:
    """The fingerprint of what is to be written, and its bytes where they are at hand."""
    if isinstance(source, bytes):
        return fingerprint(source), source
    return (print_of_file(str(source)) if isinstance(source, Path) else source.fingerprint), None


def _link(old: str, target: str) -> None:
    try:
        os.link(old, target)
    except OSError:  # a file system without hard links, or with too many of one file
        shutil.copy2(old, target)
