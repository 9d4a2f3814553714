"""The command `tag`."""

from __future__ import annotations

import argparse
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from dateline.cli.terminal import DONE, MEND, Commands, write, wrong
from dateline.errors import CommandError, DatelineError, Problem

# What the command needs is imported when it runs.
# ruff: noqa: PLC0415


def add(commands: Commands) -> None:
    """Adds the command and its options."""
    tag = commands.add_parser("tag", help="find the time expressions and events of a text")
    tag.add_argument("files", nargs="*", default=["-"], metavar="FILE", help="a text, or - for standard input")
    tag.add_argument("--date", metavar="YYYY-MM-DD", help="the day the text was filed")
    tag.add_argument("--hemisphere", choices=("north", "south"), default="north", help="of its seasons (north)")
    tag.add_argument(
        "--format", choices=("text", "json", "jsonl", "timeml"), default="text", help="of the answer (text)"
    )
    tag.add_argument("--explain", action="store_true", help="the rule and the steps of each expression")
    tag.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Writes what was found in each text."""
    if asked.format == "jsonl":
        return _tag_lines(asked)
    if asked.date is None:
        return wrong("tag needs --date, the day on which the text was filed: --date 2016-04-15")
    if asked.format == "timeml" and len(asked.files) > 1:
        return wrong("--format timeml makes one XML document, of one text; run it once for each")
    from dateline.events.counted import counted
    from dateline.events.extract import events
    from dateline.formats.json import found_record, indented
    from dateline.formats.jsonl import dateline_of
    from dateline.formats.text import found_text
    from dateline.formats.timeml import document
    from dateline.lede import text_dateline
    from dateline.model import Conventions
    from dateline.timex.tagger import tag

    try:
        dateline = dateline_of(asked.date)
    except ValueError as error:
        return wrong(f"--date: {error}")
    conventions = Conventions(southern=asked.hemisphere == "south")
    for name in asked.files:
        text = _read(name)
        head = text_dateline(text)
        tagged = tag(text, dateline, conventions, head.lede if head else 0)
        expressions = counted(text, tagged, dateline, conventions)
        found = events(text, expressions, dateline, conventions)
        if asked.format == "json":
            write(indented(found_record(expressions, found)))
        elif asked.format == "timeml":
            write(document(text, expressions, dateline, "" if name == "-" else Path(name).stem).encode())
        else:
            write(found_text(expressions, found, asked.explain).encode())
    return DONE


def _tag_lines(asked: argparse.Namespace) -> int:
    from dateline.formats.jsonl import answers
    from dateline.processes import begin_dating

    begin_dating()
    given = {"hemisphere": asked.hemisphere} | ({"date": asked.date} if asked.date else {})
    status = DONE
    for name in asked.files:
        with _opened(name) as lines:
            for answer, read in answers(lines, given):
                write(answer)
                status = status if read else MEND
    return status


def _opened(name: str) -> BinaryIO | AbstractContextManager[BinaryIO]:
    try:
        return nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb")
    except OSError as error:
        raise CommandError([Problem(Path(name), f"cannot be read: {error.strerror}", "Check its name.")]) from error


def _read(name: str) -> str:
    with _opened(name) as file:
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problem = Problem(Path(name), f"not UTF-8: byte {error.start + 1}", "Save the file as UTF-8.")
            raise DatelineError([problem]) from error
