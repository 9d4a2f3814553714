"""Read all, tag all, write all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from multiprocessing import parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from dateline.config import Site, read_site
from dateline.content import Content, Folder, read_content
from dateline.errors import DatelineError, Problem
from dateline.eventlists import NO_LISTS, Lists, event_lists
from dateline.events.details import with_details
from dateline.events.extract import events
from dateline.exchange import Claim
from dateline.formats.exports import EXPORTS, FILES
from dateline.limits import crowded
from dateline.mending import added, expressions
from dateline.model import Article, DatedArticle, Story
from dateline.names import NO_NAMES, Names, listing, own_names, with_names
from dateline.pages import site_pages, story_pages
from dateline.pages.environment import environment, site_catalogue, static_files
from dateline.pages.summary import story_summary
from dateline.publish import Source, publication, publish
from dateline.slugs import slug_of
from dateline.timeline.build import in_order, timeline

ARTICLES_A_PROCESS = 16
Progress = Callable[[Iterable[DatedArticle], int], Iterable[DatedArticle]]


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for; `jobs` is `None` where the number of processes is left to the size of the work."""

    content: Path
    output: Path
    templates: Path | None = None
    base_url: str | None = None
    drafts: bool = False
    strict: bool = False
    jobs: int | None = None


class Summary(NamedTuple):
    """What a build has made."""

    stories: int
    articles: int
    expressions: int
    events: int
    warnings: tuple[Problem, ...]


def build(options: Options, progress: Progress = lambda articles, _: articles) -> Summary:
    """Makes the site; raises `DatelineError`, and leaves the old site as it is, where the content needs mending."""
    with publication(options.output) as claim:
        return _built(options, claim, progress)


def _built(options: Options, claim: Claim, progress: Progress) -> Summary:
    site, content = _read(options)
    lists, listed = event_lists(content, site)
    warnings = (*site.warnings, *content.warnings, *listed)
    if options.strict and warnings:
        raise DatelineError(warnings)
    stories = dated_stories(content, site, options.jobs, progress, lists)
    # Of two for one path the first counts: a file of the content never takes a page's place.
    files = chain(
        _pages(site, stories, options.templates),
        static_files(options.templates).items(),
        assets(content.stories).items(),
    )
    publish(files, claim)
    dated = [article for story in stories for article in story.articles]
    return Summary(
        len(stories),
        len(dated),
        sum(len(article.expressions) for article in dated),
        sum(len(article.events) for story in stories for article in (*story.articles, *story.lists)),
        warnings,
    )


def _pages(site: Site, stories: Sequence[Story], templates: Path | None) -> Iterator[tuple[str, Source]]:
    """Every page and document, by path in the site."""
    jinja = environment(site, templates)
    for page in site_pages(jinja, site, [story_summary(site_catalogue(site), story) for story in stories]):
        yield page.path, page.text.encode()
    for story in stories:
        for page in story_pages(jinja, site, story):
            yield page.path, page.text.encode()
        for file in FILES:
            yield f"{story.slug}/{file.name}", EXPORTS[file.format](story)


def _read(options: Options) -> tuple[Site, Content]:
    """The settings and the content; raises `DatelineError` with the problems of both."""
    site, problems = Site(), list[Problem]()
    try:
        site = read_site(options.content)
    except DatelineError as error:
        problems += error.problems
    if options.base_url is not None:
        site = replace(site, base_url=options.base_url.rstrip("/"))
    try:
        content = read_content(options.content, site, options.drafts)
    except DatelineError as error:
        raise DatelineError([*problems, *error.problems]) from error
    if problems:
        raise DatelineError(problems)
    return site, content


def dated_stories(
    content: Content, site: Site, jobs: int | None, progress: Progress, lists: Lists = NO_LISTS
) -> list[Story]:
    """The stories with every article's expressions and events, in several processes where that is worth their start."""
    articles = [article for folder in content.stories for article in folder.articles]
    if problems := list(crowded(articles)):
        raise DatelineError(problems)
    found = iter(progress(_dated(articles, listing(site.people, site.places), jobs), len(articles)))
    return [
        _story(folder, [next(found) for _ in folder.articles], lists.get(folder.slug, ())) for folder in content.stories
    ]


def _dated(articles: Sequence[Article], names: Names, jobs: int | None) -> Iterator[DatedArticle]:
    workers = jobs or min(os.cpu_count() or 1, 1 + len(articles) // ARTICLES_A_PROCESS)
    read = partial(dated, names=names)
    if workers == 1 or len(articles) < 2:
        yield from map(read, articles)
        return
    with ProcessPoolExecutor(workers, initializer=_end_with_the_build) as pool:
        yield from pool.map(read, articles, chunksize=1 + len(articles) // (4 * workers))


def _end_with_the_build() -> None:
    """Makes a worker end when the build is killed; it would wait for more work for ever."""
    parent = parent_process()
    assert parent is not None

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def dated(article: Article, names: Names = NO_NAMES) -> DatedArticle:
    """An article with its expressions and events, and in these the listed names, its own and the site's."""
    found = expressions(article)
    told = events(article.text, found, article.dateline, article.conventions)
    told = with_details(article.text, article.lede, found, told)
    people, places = own_names(article.people, "people", names), own_names(article.places, "places", names)
    named = replace(article, people=tuple(one.name for one in people), places=tuple(one.name for one in places))
    listings = (listing(people, places), names)
    return DatedArticle(named, tuple(found), (*with_names(article.text, told, listings), *added(article)))


def _story(folder: Folder, articles: Sequence[DatedArticle], lists: Sequence[DatedArticle]) -> Story:
    return Story(
        slug=folder.slug,
        title=folder.title,
        standfirst=folder.standfirst,
        introduction=folder.introduction,
        articles=tuple(in_order(articles)),
        timeline=timeline([*articles, *lists]),
        lone=folder.lone,
        lists=tuple(in_order(lists)),
    )


def exported_story(content: Path, name: str, drafts: bool = False) -> Story | None:
    """The story of that slug or folder, alone dated; `None` where there is none.

    Raises `DatelineError` where the content needs mending.
    """
    site, read = _read(Options(content, Path(), drafts=drafts))
    wanted = {name.rstrip("/"), Path(name).name, slug_of(Path(name).name)}
    folder = next((folder for folder in read.stories if folder.slug in wanted), None)
    if folder is None:
        return None
    lists, _ = event_lists(replace(read, stories=(folder,)), site)
    names = listing(site.people, site.places)
    return _story(folder, [dated(article, names) for article in folder.articles], lists.get(folder.slug, ()))


def read_stories(
    options: Options, progress: Progress = lambda articles, _: articles
) -> tuple[Site, tuple[Problem, ...], list[Story]]:
    """The site's settings, what an editor should look at, and its stories, dated; raises `DatelineError`."""
    site, content = _read(options)
    lists, listed = event_lists(content, site)
    stories = dated_stories(content, site, options.jobs, progress, lists)
    return site, (*site.warnings, *content.warnings, *listed), stories


def assets(stories: Iterable[Folder]) -> dict[str, Path]:
    """The files that stories and articles lead to, by path in the site."""
    found = {}
    for story in stories:
        found.update({f"{story.slug}/{path}": file for path, file in story.assets})
        for article in story.articles:
            folder = story.slug if story.lone else f"{story.slug}/{article.slug}"
            found.update({f"{folder}/{path}": file for path, file in article.assets})
            if article.image:
                found[f"{folder}/{article.image.href}"] = article.image.source
    return found
