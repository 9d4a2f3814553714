"""A file of front matter and Markdown into an `Article`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from dateline.config import Site
from dateline.errors import Problem
from dateline.model import Article


class Reading(NamedTuple):
    """What reading one article gave: no article where there are errors."""

    article: Article | None
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def read_article(path: Path, content: Path, site: Site) -> Reading:
    """The article in `path`, which lies in the folder `content` or in a story's folder of it."""
    raise NotImplementedError
