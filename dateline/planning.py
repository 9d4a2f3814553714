"""What lies in the folder of content, before any of it is read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dateline.cache.files import Signature, signature
from dateline.config import FILE
from dateline.errors import DatelineError, Problem
from dateline.frontmatter import split
from dateline.settings import read_text

INDEX = "index.md"
EVENTS = ".events.toml"
Address = tuple[str, str]
"""Where a page is written, and whose it is."""
Looked = dict[str, Signature | None]
"""Folders under the signatures that they had when they were looked into."""


@dataclass(frozen=True, slots=True)
class Source:
    """A story before it is read: its folder's name and those of the files in it that tell it, or a lone article's."""

    name: str
    files: tuple[str, ...]
    lone: bool


class Plan(NamedTuple):
    """The stories to be read by name, the folders as they were looked into, and what may not lie there."""

    sources: tuple[Source, ...]
    folders: Looked
    errors: tuple[Problem, ...]


def planned(content: Path) -> Plan:
    """What lies in the folder `content`, not yet read, and what may not lie there."""
    if not content.is_dir():
        raise DatelineError([Problem(content, "there is no such folder of content", "Make it, or name another.")])
    errors: list[Problem] = []
    sources: list[Source] = []
    folders = {str(content): signature(str(content))}
    root = content.resolve()
    for entry in _visible(content, root, errors):
        path = content / entry.name
        if entry.is_dir():
            source = _planned_story(path, root, folders, errors)
            sources.extend(source)
        elif entry.name == INDEX:
            remedy = f"Write the title and description of the site into {content / FILE}."
            errors.append(Problem(path, "an index.md belongs into the folder of a story", remedy))
        elif _is_written(entry):
            sources.append(Source(entry.name, (entry.name,), lone=True))
    if not sources and not errors:
        remedy = f"Write an article, {content / 'story' / 'first.md'}, or name another folder with --content."
        errors.append(Problem(content, "this folder of content holds no article", remedy))
    return Plan(tuple(sources), folders, tuple(errors))


def _planned_story(path: Path, root: Path, folders: Looked, errors: list[Problem]) -> Iterator[Source]:
    """The story in a folder; none where the folder holds no article, since pictures may have folders too."""
    folders[str(path)] = signature(str(path))
    files = _visible(path, root, errors)
    for inner in (entry for entry in files if entry.is_dir()):
        errors.extend(_too_deep(path / inner.name, root, folders))
    written = tuple(entry.name for entry in files if _is_written(entry) or _is_list(entry))
    if written:
        yield Source(path.name, written, lone=False)


def _is_written(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith(".md") and entry.is_file()


def _is_list(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith(EVENTS) and entry.is_file()


def _visible(folder: Path, root: Path, errors: list[Problem]) -> list[os.DirEntry[str]]:
    """What lies in a folder, in the order of the names; a link out of the content is an error."""
    found = []
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and not _leads_inside(folder / entry.name, root):
            problem = "this link leads out of the folder of content"
            errors.append(Problem(folder / entry.name, problem, "Put the file itself here."))
        else:
            found.append(entry)
    return found


def _leads_inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _too_deep(folder: Path, root: Path, walked: Looked) -> Iterator[Problem]:
    """Articles in a folder of a story, where only its pictures and other files may lie; `walked` gains the folders."""
    for place, folders, files in os.walk(folder):
        walked[place] = signature(place)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(place, name) for name in [*folders, *sorted(files)] if not name.startswith(".")):
            if path.is_symlink() and not _leads_inside(path, root):
                yield Problem(path, "this link leads out of the folder of content", "Put the file itself here.")
            elif path.suffix.lower() == ".md" and path.is_file():
                yield Problem(path, "stories nest one folder deep, and this article lies deeper", "Move it up.")


def clashes(taken: Iterable[Address]) -> Iterator[Problem]:
    """Articles and stories that would be written to one address; letters' case tells none apart on some disks."""
    owners: dict[str, str] = {}
    for address, path in taken:
        other = owners.setdefault(address.casefold(), path)
        if other != path:
            remedy = "Give one of them another `slug`, or rename it."
            said = f"this would have the address {address}/, as {other} has"
            yield Problem(Path(path), said, remedy, _slug_line(Path(path)))


def _slug_line(path: Path) -> int | None:
    """The line on which an article states its slug, else its first; a folder has none."""
    if path.is_dir():
        return None
    settings, *_ = split(*read_text(path))
    return settings["slug"].line if "slug" in settings else 1


def told(errors: Sequence[Problem], warnings: Iterable[Problem]) -> list[Problem]:
    """The errors, and such warnings of their files as may be what is wrong: "dat:" leaves an article without a date."""
    broken = {problem.path for problem in errors}
    return [*errors, *(warning for warning in warnings if warning.path in broken)]
