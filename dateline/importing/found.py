"""What a file from elsewhere holds: articles or events, and what of it could not be carried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError, Problem
from dateline.eventlists import event_of
from dateline.model import Conventions, Event, Link
from dateline.settings import Findings, Setting, Settings

LIMIT = 20_000_000
"""The bytes of a file that is imported; a feed or a timeline holds many articles or events."""

MOST = 20_000
"""Articles or events of one file."""


@dataclass(frozen=True, slots=True)
class Filed:
    """The day on which an article was filed, and the moment with its offset, where it is known."""

    day: date
    moment: datetime | None = None

    def __str__(self) -> str:
        return self.moment.isoformat(timespec="minutes") if self.moment and self.moment.tzinfo else self.day.isoformat()


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article from elsewhere; `body` is Markdown. `filed` is `None` where it names no day, or none that is sure.

    `line` is that of the file on which it begins, where it is known.
    """

    title: str
    body: str
    filed: Filed | None
    authors: tuple[str, ...] = ()
    place: str = ""
    source: str = ""
    url: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    lang: str = ""
    updated: date | None = None
    doubt: str = ""
    line: int | None = None


@dataclass(slots=True)
class Found:
    """What was read of a file; `losses` counts each kind of what could not be carried."""

    articles: list[FoundArticle] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    title: str = ""
    text: str = ""
    links: tuple[Link, ...] = ()
    losses: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be imported: its bytes as text, what is known for all it holds, and where problems are gathered.

    `today` is the day of the import; what lies behind it is planned.
    """

    path: Path
    text: str
    today: date
    conventions: Conventions
    findings: Findings

    def event(self, record: Mapping[str, Any], line: int) -> Event | None:
        """The event of a record under the keys of a list; gathers an error, and is `None`, where it is none."""
        event = event_of(_settings(record, line), line, self.findings, self.conventions)
        start = event.when.start if event else None
        if event and start is not None and start > self.today.toordinal() and not record.get("status"):
            return self.event({**record, "status": "planned"}, line)
        return event

    def refuse(self, message: str, remedy: str, line: int | None = None) -> DatelineError:
        """The error that stops the import."""
        excerpt = self.findings.lines[line - 1][:160] if line and line <= len(self.findings.lines) else ""
        shown = "".join(char if char.isprintable() else " " for char in excerpt)
        return DatelineError([Problem(self.path, message, remedy, line, None, shown)])


def _settings(record: Mapping[str, Any], line: int) -> Settings:
    return {name: _setting(value, line) for name, value in record.items() if value not in (None, "", [], ())}


def _setting(value: Any, line: int) -> Setting:
    if isinstance(value, Mapping):
        return Setting({name: _setting(part, line) for name, part in value.items() if part}, line, 1)
    if isinstance(value, list | tuple):
        return Setting(tuple(_setting(part, line) for part in value), line, 1)
    return Setting(str(value), line, 1)
