"""`content/site.toml` into `Site`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import Problem
from dateline.model import Conventions


@dataclass(frozen=True, slots=True)
class Site:
    """The site's settings; `base_url` is empty or an http(s) address without a slash at its end.

    The language of the pages is `conventions.lang`. `warnings` are what an editor should look at in `site.toml`.
    """

    title: str = "Timelines"
    description: str = ""
    base_url: str = ""
    conventions: Conventions = field(default_factory=Conventions)
    warnings: tuple[Problem, ...] = ()


def read_site(content: Path) -> Site:
    """The settings in `content/site.toml`, or the defaults; raises `DatelineError` with every problem of the file."""
    raise NotImplementedError
