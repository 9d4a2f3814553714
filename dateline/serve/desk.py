"""The editor's view: a story or an article with what to look at in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.model import Story
from dateline.site import Options

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Desk:
    """The dated stories, and what an editor should look at in them."""

    stories: tuple[Story, ...]


def desk_of(options: Options) -> Desk:
    """The site's stories and doubts; raises `DatelineError` where the content needs mending."""
    return Desk(())


def editor_values(desk: Desk, address: str) -> Values:
    """The editor's view of the story or article at an address of the site, and of the whole site at any other."""
    return {}
