"""The folder of content into its stories and their articles."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path

from dateline.articles import Index, read_article, read_index
from dateline.characters import cleaned
from dateline.config import FILE, Site
from dateline.errors import DatelineError, Problem
from dateline.model import Article
from dateline.slugs import slug_fault, slug_of

INDEX = "index.md"
EVENTS = ".events.toml"
NO_INDEX = Index("", "", "", (), (), ())


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


def read_content(content: Path, site: Site, drafts: bool = False) -> Content:
    """The stories in the folder `content`; raises `DatelineError` with every problem of every file."""
    if not content.is_dir():
        raise DatelineError([Problem(content, "there is no such folder of content", "Make it, or name another.")])
    errors: list[Problem] = []
    warnings: list[Problem] = []
    stories: list[Folder] = []
    root = content.resolve()
    for path in _visible(content, root, errors):
        if path.is_dir():
            story = _story(path, root, site, errors, warnings)
        elif path.suffix.lower() == ".md" and path.is_file():
            story = _lone(path, content, site, errors, warnings)
        else:
            continue
        stories.extend(story)
    errors.extend(_clashes(stories))
    if not stories and not errors:
        remedy = f"Write an article, {content / 'story' / 'first.md'}, or name another folder with --content."
        errors.append(Problem(content, "this folder of content holds no article", remedy))
    if errors:
        # What only warns may be what is wrong: "dat:" leaves an article without its date.
        broken = {problem.path for problem in errors}
        raise DatelineError([*errors, *(warning for warning in warnings if warning.path in broken)])
    told = [_in_order(story, drafts) for story in stories]
    held = (story for story in told if story.articles or story.lists)
    return Content(tuple(sorted(held, key=lambda story: story.slug)), tuple(warnings))


def _visible(folder: Path, root: Path, errors: list[Problem]) -> list[Path]:
    """What lies in a folder, in the order of the names; a link out of the content is an error."""
    found = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith("."):
            continue
        if path.is_symlink() and not _leads_inside(path, root):
            errors.append(Problem(path, "this link leads out of the folder of content", "Put the file itself here."))
        else:
            found.append(path)
    return found


def _leads_inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _lone(path: Path, content: Path, site: Site, errors: list[Problem], warnings: list[Problem]) -> Iterator[Folder]:
    if path.name == INDEX:
        remedy = f"Write the title and description of the site into {content / FILE}."
        errors.append(Problem(path, "an index.md belongs into the folder of a story", remedy))
        return
    reading = read_article(path, content, site)
    errors.extend(reading.errors)
    warnings.extend(reading.warnings)
    if reading.article is not None:
        article = reading.article
        yield Folder(article.slug, article.title, article.summary, "", (article,), lone=True)


def _story(path: Path, root: Path, site: Site, errors: list[Problem], warnings: list[Problem]) -> Iterator[Folder]:
    """The story in a folder; none where the folder holds no article, since pictures may have folders too."""
    files = _visible(path, root, errors)
    for folder in (file for file in files if file.is_dir()):
        errors.extend(_too_deep(folder, root))
    written = [file for file in files if file.suffix.lower() == ".md" and file.is_file()]
    lists = tuple(file for file in files if file.name.lower().endswith(EVENTS) and file.is_file())
    if not written and not lists:
        return
    slug = slug_of(path.name)
    if fault := slug_fault(slug):
        errors.append(Problem(path, f"the folder's slug “{slug}” {fault}", "Rename the folder."))
    index = read_index(path / INDEX, root) if path / INDEX in written else NO_INDEX
    errors.extend(index.errors)
    warnings.extend(index.warnings)
    articles = []
    for file in written:
        if file.name != INDEX:
            reading = read_article(file, root, site)
            errors.extend(reading.errors)
            warnings.extend(reading.warnings)
            articles.extend([reading.article] if reading.article else [])
    if len(written) == 1 and written[0].name == INDEX and not lists:
        warnings.append(Problem(path, "this story holds no article and is left out", "Write one beside its index.md."))
    title = index.title or cleaned(path.name).replace("-", " ").replace("_", " ").strip().capitalize()
    yield Folder(slug, title, index.standfirst, index.introduction, tuple(articles), False, index.assets, lists)


def _too_deep(folder: Path, root: Path) -> Iterator[Problem]:
    """Articles in a folder of a story, where only its pictures and other files may lie."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(place, name) for name in [*folders, *sorted(files)] if not name.startswith(".")):
            if path.is_symlink() and not _leads_inside(path, root):
                yield Problem(path, "this link leads out of the folder of content", "Put the file itself here.")
            elif path.suffix.lower() == ".md" and path.is_file():
                yield Problem(path, "stories nest one folder deep, and this article lies deeper", "Move it up.")


def _clashes(stories: Sequence[Folder]) -> Iterator[Problem]:
    """Articles and stories that would be written to one address; letters' case tells none apart on some disks."""
    taken: dict[str, Path] = {}
    for story in stories:
        first = story.articles[0].path if story.articles else next(iter(story.lists), None)
        pages = [(story.slug, first.parent if first and not story.lone else first)]
        if not story.lone:
            pages += [(f"{story.slug}/{article.slug}", article.path) for article in story.articles]
        for address, path in pages:
            other = taken.setdefault(address.casefold(), path) if path else None
            if other is not None and path is not None and other != path:
                remedy = "Give one of them another `slug`, or rename it."
                yield Problem(path, f"this would have the address {address}/, as {other} has", remedy)


def _in_order(story: Folder, drafts: bool) -> Folder:
    def order(article: Article) -> tuple[int, float, str]:
        day, moment = article.dateline.day, article.dateline.moment
        return day.toordinal(), moment.timestamp() if moment else -inf, article.slug

    articles = sorted((article for article in story.articles if drafts or not article.draft), key=order)
    return replace(story, articles=tuple(articles))
