"""What the commands share: exit statuses, what they are given, and the standard streams."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001  it has no other name

DONE, MEND, WRONG = 0, 1, 2
INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it


def day(value: str) -> date:
    """A day of an option; raises `ArgumentTypeError` where it is none."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value} is no day; write it as 2016-04-15") from None


def number(least: int, most: int) -> Callable[[str], int]:
    """What reads the whole number of an option, from `least` to `most`; raises `ArgumentTypeError` where it is none."""

    def read(value: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", value) or not least <= int(value) <= most:
            raise argparse.ArgumentTypeError(f"{value[:20]} is no whole number from {least} to {most}")
        return int(value)

    return read


def own_templates(named: Path | None) -> Path | None:
    """The site's own templates: the folder that is named, or the one in the working directory, if it is there."""
    return named or (own if (own := Path("templates")).is_dir() else None)


def folder_fault(content: Path, templates: Path | None) -> str:
    """What is wrong with the folders that a command reads; nothing where they are there."""
    if templates is not None and not templates.is_dir():
        return f"--templates: no folder {templates}"
    return "" if content.is_dir() else f"--content: no folder {content}"


def write(answer: bytes) -> None:
    """Writes to standard output, at once."""
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def wrong(message: str) -> int:
    """Says what was wrong with the command, and returns its exit status."""
    print(f"dateline: {message}", file=sys.stderr)
    return WRONG
