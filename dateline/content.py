"""The folder of content into its stories and their articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from typing import NamedTuple

from dateline.articles import Index, Leads, Reading, read_article, read_index
from dateline.characters import cleaned
from dateline.config import Site
from dateline.errors import DatelineError, Problem
from dateline.model import Article
from dateline.planning import EVENTS, INDEX, Address, Source, clashes, planned, told
from dateline.slugs import slug_fault, slug_of

NO_INDEX = Index("", "", "", (), (), ())
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


def in_order(story: Folder, drafts: bool) -> Folder:
    """The story with its articles in the order of their datelines, drafts only where they are wanted."""

    def order(article: Article) -> tuple[int, float, str]:
        day, moment = article.dateline.day, article.dateline.moment
        return day.toordinal(), moment.timestamp() if moment else -inf, article.slug

    articles = sorted((article for article in story.articles if drafts or not article.draft), key=order)
    return replace(story, articles=tuple(articles))
