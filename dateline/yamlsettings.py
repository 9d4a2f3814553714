"""Settings in YAML, all as words; what a parser would make of "no" or 2024-05-15 is not what was written."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Protocol

import yaml

from dateline.characters import cleaned
from dateline.settings import Findings, Setting, Settings, over_limit

DEPTH = 5
"""How deep front matter may nest; `image` needs two levels."""


class SupportsPlace(Protocol):
    """A mark of PyYAML, of its own or of libyaml's parser; counts from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class _RefusedError(Exception):
    """Front matter that is well-formed and still no front matter."""

    def __init__(self, message: str, remedy: str, event: yaml.Event) -> None:
        self.message, self.remedy, self.event = message, remedy, event


def yaml_settings(text: str, findings: Findings, first: int = 1) -> Settings:
    """The settings in YAML, all words; `first` is the line of the file on which the text begins."""
    if over_limit(text, findings, first):
        return {}
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    # Events, not nodes: libyaml's composer recurses in C and a thousand brackets would end the program.
    events = iter(yaml.parse(text, Loader=loader))
    try:
        for event in events:
            if isinstance(event, yaml.MappingStartEvent):
                settings = _mapping(events, first, 1)
                # What is left to come is the document's end, or more that is broken.
                deque(events, maxlen=0)
                return settings
            if isinstance(event, yaml.NodeEvent) and not getattr(event, "value", None) == "":
                raise _RefusedError("front matter is a list of keys and values", "Write it as `title: …`.", event)
    except _RefusedError as error:
        findings.error(error.message, error.remedy, *_place(error.event.start_mark, first))
    except yaml.MarkedYAMLError as error:
        # What never ends is shown where it began, and so is a list or a mapping on one line.
        open_here = f"{error.problem} {error.context}"
        endless = error.context_mark if "end of stream" in open_here or "flow" in open_here else None
        findings.error(
            f"broken front matter: {', '.join(filter(None, (error.problem, error.context)))}",
            'Check the indentation, and put words that hold ": " or begin with a sign such as @ in quotes.',
            *_place(endless or error.problem_mark, first),
        )
    except yaml.YAMLError as error:
        findings.error(f"broken front matter: {' '.join(str(error).split())}", "Remove the character.", first)
    return {}


def _place(mark: SupportsPlace | None, first: int) -> tuple[int, int]:
    return (mark.line + first, mark.column + 1) if mark else (first, 1)


def _mapping(events: Iterator[yaml.Event], first: int, depth: int) -> dict[str, Setting]:
    settings: dict[str, Setting] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        if not isinstance(event, yaml.ScalarEvent):
            raise _RefusedError("a key must be a word", "Write it as `title: …`.", event)
        if event.value in settings:
            line = settings[event.value].line
            raise _RefusedError(
                f"the key `{event.value}` stands here a second time; the first is on line {line}",
                "Remove one of the two.",
                event,
            )
        settings[cleaned(event.value)] = _setting(next(events), events, first, depth)
    return settings


def _setting(event: yaml.Event, events: Iterator[yaml.Event], first: int, depth: int) -> Setting:
    line, column = _place(event.start_mark, first)
    if isinstance(event, yaml.AliasEvent):
        raise _RefusedError(
            f"front matter takes no aliases (`*{event.anchor}`)", "Write the value out, or quote it.", event
        )
    if depth > DEPTH:
        raise _RefusedError("front matter nests too deep here", "Put words that begin with a bracket in quotes.", event)
    if isinstance(event, yaml.ScalarEvent):
        return Setting(cleaned(event.value), line, column)
    if isinstance(event, yaml.MappingStartEvent):
        return Setting(_mapping(events, first, depth + 1), line, column)
    parts = []
    for part in events:
        if isinstance(part, yaml.SequenceEndEvent):
            break
        parts.append(_setting(part, events, first, depth + 1))
    return Setting(tuple(parts), line, column)
