"""The command `new`."""

from __future__ import annotations

import argparse
from pathlib import Path

from dateline.cli.terminal import DONE, Commands, day, wrong
from dateline.errors import DatelineError, Problem

# What the command needs is imported when it runs.
# ruff: noqa: PLC0415


def add(commands: Commands) -> None:
    """Adds the command and its options."""
    new = commands.add_parser("new", help="a ready article to write into")
    new.add_argument("headline", metavar="HEADLINE")
    new.add_argument("--story", required=True, metavar="NAME", help="the story's folder; made where there is none")
    new.add_argument("--date", type=day, required=True, metavar="YYYY-MM-DD", help="the day it is filed")
    new.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the articles (content)")
    new.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Writes a ready article, where there is none yet."""
    from dateline.importing.writing import Draft, headline_slug, new_article, story_folder, write

    title = " ".join(asked.headline.split())
    if not title:
        return wrong("new needs a headline")
    folder = story_folder(asked.content, asked.story)
    path = folder / f"{asked.date.isoformat()}-{headline_slug(title)}.md"
    ((draft, is_new),) = write([Draft(path, new_article(title, asked.date), title)])
    if not is_new:
        remedy = "Write on in that file, or give another headline."
        raise DatelineError([Problem(draft.path, "this article is there already", remedy)])
    print(draft.path)
    return DONE
