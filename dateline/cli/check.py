"""The command `check`."""

from __future__ import annotations

import argparse
from pathlib import Path

from dateline.cli.terminal import DONE, MEND, Commands, day, write, wrong
from dateline.errors import DatelineError

# What the command needs is imported when it runs.
# ruff: noqa: PLC0415


def add(commands: Commands) -> None:
    """Adds the command and its options."""
    check = commands.add_parser("check", help="what an editor should look at, each with the line that settles it")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="articles or stories (all)")
    check.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the articles (content)")
    check.add_argument("--drafts", action="store_true", help="articles marked as drafts too")
    check.add_argument("--format", choices=("text", "json", "github"), default="text", help="of the answer (text)")
    check.add_argument("--as-of", type=day, metavar="DATE", help="the day it is (that of the newest dateline)")
    check.add_argument("--strict", action="store_true", help="exit status 1 if there is anything to look at")
    check.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Writes what an editor should look at."""
    from dateline.check import findings, newest
    from dateline.check.report import github_report, json_report, problem_annotation, text_report
    from dateline.site import Options, read_stories

    if not asked.content.is_dir():
        return wrong(f"--content: no folder {asked.content}")
    for path in asked.paths:
        if not path.exists() or not path.resolve().is_relative_to(asked.content.resolve()):
            return wrong(f"check: {path} is no article or story of {asked.content}")
    try:
        site, warnings, stories = read_stories(Options(asked.content, Path(), drafts=asked.drafts))
    except DatelineError as error:
        if asked.format == "github":
            write("".join(f"{problem_annotation(problem)}\n" for problem in error.problems).encode())
        raise
    found = findings(site, stories, warnings, asked.content, asked.as_of or newest(stories)) if stories else []
    chosen = [path.resolve() for path in asked.paths]
    if chosen:
        found = [each for each in found if any(each.path.resolve().is_relative_to(path) for path in chosen)]
    report = {"text": text_report, "json": json_report, "github": github_report}[asked.format]
    write(report(found).encode())
    return MEND if asked.strict and found else DONE
