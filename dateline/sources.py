"""What is written into a site, and where it may be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dateline.cache.last import parents
from dateline.errors import Problem
from dateline.foreign import KEPT, MANIFEST

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


class Bundle(NamedTuple):
    """Files that are made together: their fingerprints by path in the site, and what is to be written for a path."""

    prints: Mapping[str, bytes]
    source: Callable[[str], Source]


Published = tuple[str, Source] | Bundle


class Paths:
    """The paths of a site's files as they come, each judged by those before it."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        self.folders: set[str] = set()

    def problem(self, path: str, source: Source) -> Problem | None:
        """Why no file may be written to a new path, which is counted among the files where one may."""
        folder, nested, name = path.rpartition("/")
        named = folder in self.folders or not nested or all(map(_is_name, folder.split("/")))
        if path in (MANIFEST, KEPT) or not (named and _is_name(name)):
            message, remedy = f"a page or file may not be written to {path!r}", "Give it another slug or file name."
            return Problem(_origin(source), message, remedy)
        if path in self.folders or (folder and not self._opens(folder)):
            message, remedy = f"{path!r} would be a file and a folder at once", "Give one of them another name."
            return Problem(_origin(source), message, remedy)
        self.files.add(path)
        return None

    def _opens(self, folder: str) -> bool:
        """Whether no file stands where the folder or one above it has to be; then none will."""
        if folder not in self.folders:
            above = parents([f"{folder}/"])
            if not self.files.isdisjoint(above):
                return False
            self.folders |= above
        return True


def bytes_of(source: Source) -> bytes:
    """What is to be written; raises `OSError` where its file has gone."""
    if isinstance(source, Path | Copy):
        return (source if isinstance(source, Path) else source.file).read_bytes()
    return source if isinstance(source, bytes) else source.read()


def _origin(source: Source) -> Path | None:
    """The file that is to be copied, if there is one."""
    return source.file if isinstance(source, Copy) else source if isinstance(source, Path) else None


@cache
def _is_name(part: str) -> bool:
    # A colon is a drive or a stream on Windows; the joiners are spelling in Persian and Hindi.
    plain = "".join(char for char in part if char not in JOINERS)
    return plain not in ("", ".", "..") and plain.isprintable() and not set(plain) & set("\\:")
