"""All stories dated and held at once, for those who look at them and publish nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from dateline.config import Site, read_settings
from dateline.content import Content, Folder, read_content
from dateline.errors import DatelineError, Problem
from dateline.eventlists import event_lists, read_event_list
from dateline.limits import crowded, endless, overdated
from dateline.making import dated, story_of
from dateline.model import Article, DatedArticle, Story
from dateline.names import Names, listing
from dateline.planning import EVENTS, planned
from dateline.processes import begin_worker, worth_starting


def read_all(content: Path, drafts: bool) -> tuple[Site, Content]:
    """The settings and the content; raises `DatelineError` with the problems of both."""
    site, problems = read_settings(content)
    try:
        read = read_content(content, site, drafts)
    except DatelineError as error:
        raise DatelineError([*problems, *error.problems, *_of_lists(content, site)]) from error
    if problems:
        raise DatelineError([*problems, *_of_lists(content, site)])
    return site, read


def _of_lists(content: Path, site: Site) -> Iterator[Problem]:
    """What is wrong with the lists of imported events, where the stories around them cannot be read."""
    if not content.is_dir():
        return
    for source in planned(content).sources:
        for name in source.files:
            if name.lower().endswith(EVENTS):
                yield from read_event_list(content / source.name / name, source.name, site.conventions).errors


def dated_stories(site: Site, folders: Sequence[Folder], jobs: int | None) -> tuple[list[Story], list[Problem]]:
    """The stories with every article's expressions and events, and what their lists warn of; raises `DatelineError`."""
    articles = [article for folder in folders for article in folder.articles]
    lists = [event_lists(folder, site) for folder in folders]
    if problems := [*crowded(articles), *(error for read in lists for error in read.errors)]:
        raise DatelineError(problems)
    found = list(_dated(articles, listing(site.people, site.places), jobs))
    if problems := list(overdated(found)):
        raise DatelineError(problems)
    each = iter(found)
    stories = [
        story_of(folder, [next(each) for _ in folder.articles], read.dated)
        for folder, read in zip(folders, lists, strict=True)
    ]
    return stories, [*endless(found), *(warning for read in lists for warning in read.warnings)]


def _dated(articles: Sequence[Article], names: Names, jobs: int | None) -> Iterator[DatedArticle]:
    workers = worth_starting(len(articles), jobs)
    read = partial(dated, names=names)
    if workers == 1:
        yield from map(read, articles)
        return
    with ProcessPoolExecutor(workers, initializer=begin_worker) as pool:
        yield from pool.map(read, articles, chunksize=1 + len(articles) // (4 * workers))
