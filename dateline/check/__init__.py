"""What an editor should look at, worst first, each with the line that settles it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from dateline.check.entries import of_entries
from dateline.check.finding import Finding, Kind, Paste, applied
from dateline.check.lists import of_lists
from dateline.check.readings import of_readings
from dateline.check.settings import of_article, of_dateline, of_fixes, of_sources
from dateline.check.source import Source
from dateline.check.unlisted import of_names
from dateline.config import TITLE, Site
from dateline.errors import Problem
from dateline.model import Article, Story

__all__ = ["Finding", "Kind", "Paste", "applied", "findings", "newest"]

ORDER = list(Kind)
OWN = "own reporting"
"""What a site without a title of its own may call the source of what it has not taken from others."""


def findings(
    site: Site, stories: Sequence[Story], warnings: Sequence[Problem], content: Path, as_of: date
) -> list[Finding]:
    """What an editor should look at in a site; plans for a day before `as_of` are to have been reported on."""
    sources = {dated.article.path: Source.of(dated) for story in stories for dated in story.articles}
    found = [finding for story in stories for finding in _of_story(story, sources, as_of)]
    found += of_sources(list(sources.values()), content, site.title if site.title != TITLE else OWN)
    found += of_names(list(sources.values()), site, content)
    told = {(finding.path, finding.line) for finding in found if finding.kind in (Kind.ALT, Kind.DATELINE)}
    found += (_of_warning(warning) for warning in warnings if (warning.path, warning.line) not in told)
    return sorted(found, key=_rank)


def newest(stories: Sequence[Story]) -> date:
    """The day on which the latest article of a site was filed, or list of events imported."""
    return max(dated.article.dateline.day for story in stories for dated in (*story.articles, *story.lists))


def _of_story(story: Story, sources: Mapping[Path, Source], as_of: date) -> Iterator[Finding]:
    def source(article: Article) -> Source:
        return sources[article.path]

    for dated in story.articles:
        yield from of_dateline(dated, source(dated.article))
        yield from of_readings(dated, source(dated.article))
        yield from of_article(dated, source(dated.article))
    yield from of_lists(story.lists, as_of)
    yield from of_fixes(story, source)
    yield from of_entries(story, source, as_of)


def _of_warning(warning: Problem) -> Finding:
    path = warning.path or Path()
    return Finding(
        Kind.WARNING, path, warning.line, warning.excerpt.strip(), "", f"{warning.message}. {warning.remedy}"
    )


def _rank(finding: Finding) -> tuple[int, str, int, str]:
    return ORDER.index(finding.kind), str(finding.path), finding.line or 0, finding.words
