"""What an editor should look at, and the line that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Kind(Enum):
    """What is found, worst first."""

    DATELINE = "dateline"
    VANISHED = "vanished"
    CONTRADICTION = "contradiction"
    TENSE = "tense"
    DOUBT = "doubt"
    OVERDUE = "overdue"
    DUPLICATE = "duplicate"
    WIDE = "wide"
    IDLE = "idle"
    DATELESS = "dateless"
    WARNING = "warning"
    ALT = "alt"
    NAME = "name"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Paste:
    """A line for a file: it becomes line `line`, counted from 1, before or instead of what stands there.

    An empty one that replaces takes the line out.
    """

    path: Path
    line: int
    text: str
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of a file that an editor should look at, what was understood by them, and why that is doubtful.

    `span` is theirs in the article's plain text where they are a time expression.
    """

    kind: Kind
    path: Path
    line: int | None
    words: str
    understood: str
    why: str
    paste: Paste | None = None
    span: tuple[int, int] | None = None


def applied(text: str, paste: Paste) -> str:
    """A file's text with the line in its place."""
    lines = text.split("\n")
    behind = paste.line if paste.replaces else paste.line - 1
    return "\n".join([*lines[: paste.line - 1], *([paste.text] if paste.text else []), *lines[behind:]])
