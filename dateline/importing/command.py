"""The commands that write into the folder of content: `import` and `new`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError, Problem

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from dateline.importing.writing import Draft

# What reads other formats is imported when a command runs.
# ruff: noqa: PLC0415

DONE, WRONG = 0, 2
EXAMPLE = "write it as 2016-04-15"


def add(commands: _SubParsersAction[argparse.ArgumentParser], today: date) -> None:
    """Adds the commands; `today` is the day on which they run, which they do not look up."""
    read = commands.add_parser("import", help="articles and events from elsewhere into a story")
    read.add_argument("files", nargs="+", type=Path, metavar="FILE", help="text, page, feed, table, timeline, calendar")
    read.add_argument("--story", required=True, metavar="NAME", help="the story's folder; made where there is none")
    read.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day the articles were filed")
    read.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the articles (content)")
    read.set_defaults(run=_import, today=today)
    new = commands.add_parser("new", help="a ready article to write into")
    new.add_argument("headline", metavar="HEADLINE")
    new.add_argument("--story", required=True, metavar="NAME", help="the story's folder; made where there is none")
    new.add_argument("--date", type=_day, required=True, metavar="YYYY-MM-DD", help="the day it is filed")
    new.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the articles (content)")
    new.set_defaults(run=_new)


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{value}” is no day; {EXAMPLE}") from None


def _import(asked: argparse.Namespace) -> int:
    from dateline.config import read_site
    from dateline.importing.reading import read_file
    from dateline.importing.writing import article_drafts, list_draft, story_folder, write

    folder, problems, drafts = story_folder(asked.content, asked.story), list[Problem](), list["Draft"]()
    conventions = read_site(asked.content).conventions
    losses: Counter[tuple[Path, str]] = Counter()
    for path in asked.files:
        try:
            found = read_file(path, asked.today, conventions)
            made = list(article_drafts(path, found, folder, asked.date))
            problems += [each for each in made if isinstance(each, Problem)]
            drafts += [each for each in made if not isinstance(each, Problem)]
            drafts += [list_draft(path, found, folder, asked.today)] if found.events else []
        except DatelineError as error:
            problems += error.problems
            continue
        losses.update({(path, loss): count for loss, count in found.losses.items() if count})
    if problems:
        raise DatelineError(problems)
    return _report(list(write(drafts)), losses)


def _report(written: list[tuple[Draft, bool]], losses: Counter[tuple[Path, str]]) -> int:
    for draft, is_new in written:
        print(f"{draft.path}: {draft.told}" if is_new else f"{draft.path} is there already, and was left as it is")
    for (path, loss), count in losses.items():
        print(f"{path}: not carried: {loss}" + (f" ({count} times)" if count > 1 else ""))
    return DONE


def _new(asked: argparse.Namespace) -> int:
    from dateline.importing.writing import Draft, headline_slug, new_article, story_folder, write

    title = " ".join(asked.headline.split())
    if not title:
        print("dateline: new needs a headline", file=sys.stderr)
        return WRONG
    folder = story_folder(asked.content, asked.story)
    path = folder / f"{asked.date.isoformat()}-{headline_slug(title)}.md"
    ((draft, is_new),) = write([Draft(path, new_article(title, asked.date), title)])
    if not is_new:
        remedy = "Write on in that file, or give another headline."
        raise DatelineError([Problem(draft.path, "this article is there already", remedy)])
    print(draft.path)
    return DONE
