"""The folder of content into its stories and their articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.config import Site
from dateline.errors import Problem
from dateline.model import Article


@dataclass(frozen=True, slots=True)
class Folder:
    """A story as it was written: its words, and its articles in the order of their datelines.

    `introduction` is sanitised HTML. `lone` is True for an article right under `content`, whose slug is the story's.
    """

    slug: str
    title: str
    standfirst: str
    introduction: str
    articles: tuple[Article, ...]
    lone: bool


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that was written, stories in the order of their slugs, and what an editor should look at."""

    stories: tuple[Folder, ...]
    warnings: tuple[Problem, ...]


def read_content(content: Path, site: Site, drafts: bool = False) -> Content:
    """The stories in the folder `content`; raises `DatelineError` with every problem of every file."""
    raise NotImplementedError
