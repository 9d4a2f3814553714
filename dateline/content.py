"""The folder of content into its stories and their articles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from typing import NamedTuple

from dateline.articles import Index, Leads, Reading, read_article, read_index
from dateline.cache.files import Signature, signature
from dateline.characters import cleaned
from dateline.config import FILE, Site
from dateline.errors import DatelineError, Problem
from dateline.frontmatter import read_text, split
from dateline.model import Article
from dateline.slugs import slug_fault, slug_of

INDEX = "index.md"
EVENTS = ".events.toml"
NO_INDEX = Index("", "", "", (), (), ())
Address = tuple[str, str]
Looked = dict[str, Signature | None]
Read = Callable[[Path, Path, Site], Reading]
ReadHead = Callable[[Path, Path], Index]


@dataclass(frozen=True, slots=True)
class Folder:
    """A story as it was written: its words, and its articles in the order of their datelines.

    `introduction` is sanitised HTML; `assets` are the files it leads to, by path from the story's page. `lone` is True
    for an article right under `content`, whose slug is the story's. `lists` are the files of imported events.
    """

    slug: str
    title: str
    standfirst: str
    introduction: str
    articles: tuple[Article, ...]
    lone: bool
    assets: tuple[tuple[str, Path], ...] = ()
    lists: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that was written, stories in the order of their slugs, and what an editor should look at."""

    stories: tuple[Folder, ...]
    warnings: tuple[Problem, ...]


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


class StoryReading(NamedTuple):
    """What reading a story gave; `leads` are the files that its articles and its index asked for, there or not.

    `addresses` are where its pages are written, and whose they are, those of broken articles too.
    """

    folder: Folder | None
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    leads: Leads
    addresses: tuple[Address, ...] = ()


def read_content(content: Path, site: Site, drafts: bool = False) -> Content:
    """The stories in the folder `content`; raises `DatelineError` with every problem of every file."""
    plan = planned(content)
    readings = [read_story(source, content, site) for source in plan.sources]
    stories = [reading.folder for reading in readings if reading.folder]
    errors = [*plan.errors, *(error for reading in readings for error in reading.errors)]
    errors += clashes(address for reading in readings for address in reading.addresses)
    warnings = [warning for reading in readings for warning in reading.warnings]
    if errors:
        raise DatelineError(told(errors, warnings))
    shown = (in_order(story, drafts) for story in stories)
    held = (story for story in shown if story.articles or story.lists)
    return Content(tuple(sorted(held, key=lambda story: story.slug)), tuple(warnings))


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


def read_story(
    source: Source, content: Path, site: Site, read: Read = read_article, read_head: ReadHead = read_index
) -> StoryReading:
    """The story of a source, its articles read by `read`, what its `index.md` says by `read_head`."""
    if source.lone:
        return _lone(source, content, site, read)
    return _story(source, content, site, read, read_head)


def _lone(source: Source, content: Path, site: Site, read: Read) -> StoryReading:
    reading = read(content / source.name, content, site)
    article = reading.article
    taken = ((reading.slug, str(content / source.name)),) if reading.slug else ()
    if article is None:
        return StoryReading(None, reading.errors, reading.warnings, reading.leads, taken)
    folder = Folder(article.slug, article.title, article.summary, "", (article,), lone=True)
    return StoryReading(folder, reading.errors, reading.warnings, reading.leads, taken)


def _story(source: Source, content: Path, site: Site, read: Read, read_head: ReadHead) -> StoryReading:
    path, root = content / source.name, content.resolve()
    slug = slug_of(path.name)
    errors, warnings = list[Problem](), list[Problem]()
    if fault := slug_fault(slug):
        errors.append(Problem(path, f"the folder's slug “{slug}” {fault}", "Rename the folder."))
    index = read_head(path / INDEX, root) if INDEX in source.files else NO_INDEX
    lists = tuple(path / file for file in source.files if file.lower().endswith(EVENTS))
    written = [path / file for file in source.files if file != INDEX and path / file not in lists]
    readings = [read(file, root, site) for file in written]
    parts: tuple[Index | Reading, ...] = (index, *readings)
    for part in parts:
        errors.extend(part.errors)
        warnings.extend(part.warnings)
    if not readings and not lists:
        warnings.append(Problem(path, "this story holds no article and is left out", "Write one beside its index.md."))
    title = index.title or cleaned(path.name).replace("-", " ").replace("_", " ").strip().capitalize()
    articles = tuple(reading.article for reading in readings if reading.article)
    folder = Folder(slug, title, index.standfirst, index.introduction, articles, False, index.assets, lists)
    leads = tuple(dict.fromkeys(lead for part in parts for lead in part.leads))
    taken = [(slug, str(path))] if readings or lists else []
    taken += [(f"{slug}/{one.slug}", str(file)) for one, file in zip(readings, written, strict=True) if one.slug]
    return StoryReading(folder, tuple(errors), tuple(warnings), leads, tuple(taken))


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


def in_order(story: Folder, drafts: bool) -> Folder:
    """The story with its articles in the order of their datelines, drafts only where they are wanted."""

    def order(article: Article) -> tuple[int, float, str]:
        day, moment = article.dateline.day, article.dateline.moment
        return day.toordinal(), moment.timestamp() if moment else -inf, article.slug

    articles = sorted((article for article in story.articles if drafts or not article.draft), key=order)
    return replace(story, articles=tuple(articles))
