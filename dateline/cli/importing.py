"""The command `import`."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.terminal import DONE, Commands, day
from dateline.errors import CommandError, DatelineError, Problem

if TYPE_CHECKING:
    from dateline.importing.writing import Draft

# What the command needs is imported when it runs.
# ruff: noqa: PLC0415


def add(commands: Commands) -> None:
    """Adds the command and its options."""
    read = commands.add_parser("import", help="articles and events from elsewhere into a story")
    read.add_argument("files", nargs="+", type=Path, metavar="FILE", help="text, page, feed, table, timeline, calendar")
    read.add_argument("--story", required=True, metavar="NAME", help="the story's folder; made where there is none")
    read.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="the day the articles were filed")
    read.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the articles (content)")
    read.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Writes what the files hold into the story; all of it, or, where something is wrong, nothing."""
    from dateline.config import read_site
    from dateline.importing.reading import read_file
    from dateline.importing.writing import article_drafts, list_draft, story_folder, write

    today = date.today()  # noqa: DTZ011  the editor's own day
    folder, problems, drafts = story_folder(asked.content, asked.story), list[Problem](), list["Draft"]()
    conventions = read_site(asked.content).conventions
    losses: Counter[tuple[Path, str]] = Counter()
    kind = DatelineError
    for path in asked.files:
        try:
            found = read_file(path, today, conventions)
            made = list(article_drafts(path, found, folder, asked.date))
            problems += [each for each in made if isinstance(each, Problem)]
            drafts += [each for each in made if not isinstance(each, Problem)]
            drafts += [list_draft(path, found, folder, today)] if found.events else []
        except DatelineError as error:
            problems += error.problems
            kind = CommandError if isinstance(error, CommandError) else kind
            continue
        losses.update({(path, loss): count for loss, count in found.losses.items() if count})
    if problems:
        raise kind(problems)
    return _report(list(write(drafts)), losses)


def _report(written: list[tuple[Draft, bool]], losses: Counter[tuple[Path, str]]) -> int:
    for draft, is_new in written:
        print(f"{draft.path}: {draft.told}" if is_new else f"{draft.path} is there already, and was left as it is")
    for (path, loss), count in losses.items():
        print(f"{path}: not carried: {loss}" + (f" ({count} times)" if count > 1 else ""))
    return DONE
