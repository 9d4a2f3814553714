"""One family of errors; each knows file, line, the words, and the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.characters import shown


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the content that an editor has to mend, or, as a warning, should look at.

    `line` and `column` count from 1; `excerpt` is the source line, with a caret under `column`.
    """

    path: Path | None
    message: str
    remedy: str = ""
    line: int | None = None
    column: int | None = None
    excerpt: str = ""

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        lines = [f"{where}: {self.message}" if where else self.message]
        if self.excerpt:
            lines.append(f"    {self.excerpt}")
            if self.column is not None:
                lines.append("    " + " " * (self.column - 1) + "^")
        if self.remedy:
            lines.append(f"    {self.remedy}")
        # Names of files and words of articles go to terminals and logs, which obey control sequences.
        return "\n".join(map(shown, lines))

    @property
    def values(self) -> tuple[str, str, str, int | None, int | None, str]:
        """Its fields in plain values, for `problem_of`."""
        path = "" if self.path is None else str(self.path)
        return path, self.message, self.remedy, self.line, self.column, self.excerpt


def problem_of(values: Sequence[Any]) -> Problem:
    """The problem of such values."""
    path, *rest = values
    return Problem(Path(path) if path else None, *rest)


class DatelineError(Exception):
    """Content that cannot be built; carries every problem that was found, each once, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class CommandError(DatelineError):
    """What the command itself named will not do: a file that is not there, a folder that is taken."""
