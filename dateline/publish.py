"""The only door into the output folder: a whole new tree is built beside it, then the two change places."""

from __future__ import annotations

import filecmp
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from dateline.errors import DatelineError, Problem

MANIFEST = ".dateline"
KEPT = ".gitignore"
Source = bytes | Path


def publish(files: Mapping[str, Source], output: Path) -> None:
    """Makes `output` hold these files, by their paths in it; each is given by its bytes or by the file to copy.

    Raises `DatelineError`, and leaves the folder untouched, where a path would leave it or clash with another, where it
    holds things Dateline did not make, or where the system refuses.
    """
    problems = [*_misplaced(files), *_foreign(output)]
    if problems:
        raise DatelineError(problems)
    try:
        _exchange(files, output.resolve())
    except OSError as error:
        message = f"the site could not be written: {error.strerror or error}"
        raise DatelineError([Problem(output, message, "The old site is as it was.")]) from error


def _misplaced(files: Mapping[str, Source]) -> Iterator[Problem]:
    folders = {str(parent) for path in files for parent in PurePosixPath(path).parents}
    for path in sorted(files):
        parts = path.split("/")
        if not all(map(_is_name, parts)) or path in (MANIFEST, KEPT):
            yield Problem(None, f"a page or file may not be written to {path!r}", "Give it another slug or file name.")
        elif path in folders:
            yield Problem(None, f"{path!r} would be a file and a folder at once", "Give one of them another name.")


def _is_name(part: str) -> bool:
    return part not in ("", ".", "..") and part.isprintable() and "\\" not in part


def _foreign(output: Path) -> Iterator[Problem]:
    """What lies in the output folder and is not listed as made by Dateline."""
    if not output.exists():
        return
    if not output.is_dir():
        yield Problem(output, "the output is to be a folder, and this is a file", "Name another folder with --output.")
        return
    manifest = output / MANIFEST
    made = set(manifest.read_text("utf-8").split("\n")) if manifest.is_file() else set()
    foreign = [path for path in _held(output) if path not in made and path not in (MANIFEST, KEPT)]
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        yield Problem(
            output / foreign[0],
            f"the output folder holds things Dateline did not make: {foreign[0]}{more}",
            "Move them away, or name another folder with --output; a build would have deleted them.",
        )


def _held(folder: Path) -> list[str]:
    """The paths of all files, links and empty folders below a folder, in order."""
    paths = []
    for here, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        empty = [name for name in folders if name not in links and not any((Path(here) / name).iterdir())]
        paths += [(Path(here) / name).relative_to(folder).as_posix() for name in (*names, *links, *empty)]
    return sorted(paths)


def _exchange(files: Mapping[str, Source], output: Path) -> None:
    output.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    new, old = beside / "new", beside / "old"
    try:
        new.mkdir()
        _write(files, new, output)
        if output.exists():
            output.rename(old)
        try:
            new.rename(output)
        except BaseException:
            if old.exists():
                old.rename(output)
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write(files: Mapping[str, Source], new: Path, output: Path) -> None:
    for path, source in files.items():
        target = new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not _carried(source, output / path, target):
            if isinstance(source, bytes):
                target.write_bytes(source)
            else:
                shutil.copyfile(source, target)
    (new / MANIFEST).write_text("\n".join([*sorted(files), ""]), "utf-8")
    if (output / KEPT).is_file():
        _link(output / KEPT, new / KEPT)


def _carried(source: Source, old: Path, target: Path) -> bool:
    """Whether the file was as it should be already and is now in the new tree, with its time of change."""
    if old.is_symlink() or not old.is_file():
        return False
    if isinstance(source, bytes):
        same = old.stat().st_size == len(source) and old.read_bytes() == source
    else:
        same = filecmp.cmp(source, old, shallow=False)
    if same:
        _link(old, target)
    return same


def _link(old: Path, target: Path) -> None:
    try:
        os.link(old, target)
    except OSError:  # a file system without hard links
        shutil.copy2(old, target)
