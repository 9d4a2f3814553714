"""News articles into honest timelines.

What programs use: `tag` dates a text, `read_article` reads a file of content, `timeline` puts articles in order, and
`build` makes a site. Each imports what it needs when it is called, so that `import dateline` costs nothing.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

    from dateline.model import Article, Conventions, TimeExpression, Timeline
    from dateline.site import Summary

__all__ = ["build", "read_article", "tag", "timeline"]

# What a function needs is imported when it is called.
# ruff: noqa: PLC0415


def tag(text: str, date: date | datetime | str, conventions: Conventions | None = None) -> list[TimeExpression]:
    """The time expressions of a text that was filed on `date`, a day or a moment, or either as ISO 8601 writes it.

    Offsets count code points. Raises `ValueError` where `date` is none. `conventions` say whose holidays and seasons
    are meant.
    """
    from dateline.formats.jsonl import dateline_of
    from dateline.lede import text_dateline
    from dateline.model import Conventions
    from dateline.timex.tagger import tag as expressions

    head = text_dateline(text)
    dateline = dateline_of(date if isinstance(date, str) else date.isoformat())
    return expressions(text, dateline, conventions or Conventions(), head.lede if head else 0)


def read_article(path: str | Path, content: str | Path | None = None) -> Article:
    """The article in a file; `content` is the folder of content that it lies in, without it the file's own folder.

    Raises `DatelineError` with every problem of the file.
    """
    from pathlib import Path

    from dateline.articles import read_article as read
    from dateline.config import read_site
    from dateline.errors import DatelineError

    file = Path(path)
    folder = file.parent if content is None else Path(content)
    reading = read(file, folder, read_site(folder))
    if reading.article is None:
        raise DatelineError(reading.errors)
    return reading.article


def timeline(articles: Iterable[Article]) -> Timeline:
    """The events of the articles as one timeline, in the order shown; reports of one event are one entry."""
    from dateline.making import dated
    from dateline.timeline.build import timeline as merged

    return merged([dated(article) for article in articles])


def build(
    content: str | Path = "content",
    output: str | Path = "output",
    *,
    templates: str | Path | None = None,
    base_url: str | None = None,
    drafts: bool = False,
    strict: bool = False,
    jobs: int = 1,
) -> Summary:
    """Makes the site of a folder of content, in `jobs` processes; raises `DatelineError` where it needs mending."""
    from pathlib import Path

    from dateline.options import Options
    from dateline.site import build as built

    own = None if templates is None else Path(templates)
    return built(Options(Path(content), Path(output), own, base_url, drafts, strict, jobs))


class _Package(ModuleType):
    """The package, in which `timeline` stays the function when the room of that name is imported."""

    # An import binds a module in its package, over whatever has its name there.
    timeline = property(lambda self: self.__dict__["timeline"], lambda _self, _module: None)


sys.modules[__name__].__class__ = _Package
