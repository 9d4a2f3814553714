"""What editors write above an article or in `site.toml`: text into settings, each with its line, and problems."""

from __future__ import annotations

import json
import re
import tomllib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import yaml

from dateline.characters import cleaned
from dateline.errors import Problem

LIMIT = 1_000_000
"""The bytes a file of text may have; far above any article, far below what would hold up a build."""

HEAD_LIMIT = 64_000
"""The characters front matter may have; both parsers have inputs on which they are slower than linear."""

DEPTH = 5
"""How deep front matter may nest; `image` needs two levels."""

EXCERPT = 160
OPENING = re.compile(r"(?:[ \t]*\n)*(---|\+\+\+)[ \t]*\n")
TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")
TOML_NAME = r"""(?P<quote>["'])?(?P<key>(?(quote)(?:(?!(?P=quote)).)+|[\w-]+))(?(quote)(?P=quote))[ \t]*"""
YAML_SIGNS = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|: ")
TOML_BARE = re.compile(r"[A-Za-z0-9_-]+")
TOML_KEY = re.compile(rf"[ \t]*(?:(?P<above>[\w-]+)\.)?{TOML_NAME}=[ \t]*")
TOML_TABLE = re.compile(rf"[ \t]*\[[ \t]*{TOML_NAME}\]")


Example = str | Sequence["Example"] | Mapping[str, "Example"]
"""A value that a remedy shows: words, a list, or a mapping."""


@dataclass(slots=True)
class Findings:
    """The problems of one file, gathered while it is read; `lines` are its lines, for the excerpts.

    `toml` says in what its settings are written, for the remedies.
    """

    path: Path
    lines: Sequence[str] = ()
    toml: bool = False
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def error(self, message: str, remedy: str = "", line: int | None = None, column: int | None = None) -> None:
        """Gathers something that has to be mended before the site can be built."""
        self.errors.append(self._problem(message, remedy, line, column))

    def warn(self, message: str, remedy: str = "", line: int | None = None, column: int | None = None) -> None:
        """Gathers something that an editor should look at."""
        self.warnings.append(self._problem(message, remedy, line, column))

    def written(self, name: str, value: Example) -> str:
        """A setting as this file would have it, for a remedy."""
        return f"`{name} = {_in_toml(value)}`" if self.toml else f"`{name}: {_in_yaml(value)}`"

    def _problem(self, message: str, remedy: str, line: int | None, column: int | None) -> Problem:
        excerpt = self.lines[line - 1] if line is not None and line <= len(self.lines) else ""
        if column is not None and column > EXCERPT:
            excerpt, column = "", None
        # The excerpt goes to a terminal: no tab may shift the caret, no control sequence may reach it.
        shown = "".join(char if char.isprintable() else " " for char in excerpt[:EXCERPT])
        return Problem(self.path, message, remedy, line, column if shown else None, shown)


@dataclass(frozen=True, slots=True)
class Setting:
    """A value as written, and where: words, a list or a mapping of settings. Lines and columns count from 1."""

    value: str | tuple[Setting, ...] | dict[str, Setting]
    line: int
    column: int


Settings = Mapping[str, Setting]


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


def read_text(path: Path, data: bytes | None = None) -> tuple[str, Findings]:
    """The words of a UTF-8 file, or of its bytes, with line ends as `\\n`, or none and the reason as an error."""
    findings = Findings(path)
    if data is None:
        try:
            data = read_bytes(path)
        except OSError as error:
            findings.error(f"this file cannot be read: {error.strerror}", "Check its name and its permissions.")
            return "", findings
    if len(data) > LIMIT:
        findings.error("this file is over 1 MB, too much for an article", "Split it into several articles.")
        return "", findings
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _report_encoding(findings, data, error)
        return "", findings
    text = cleaned(text.replace("\r\n", "\n").replace("\r", "\n"))
    findings.lines = text.split("\n")
    return text, findings


def read_bytes(path: Path) -> bytes:
    """As much of a file as `read_text` may want; raises `OSError`."""
    with path.open("rb") as file:
        return file.read(LIMIT + 1)


def _report_encoding(findings: Findings, data: bytes, error: UnicodeDecodeError) -> None:
    # The codec cuts the byte order mark off before it counts.
    start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
    before = data[:start].decode("utf-8", "replace").split("\n")
    findings.lines = data.decode("utf-8", "replace").split("\n")
    findings.error(
        f"this file is not UTF-8: the byte 0x{data[start]:02X} here belongs to another encoding",
        "Save the file again as UTF-8.",
        len(before),
        len(before[-1]) + 1,
    )


def split(text: str, findings: Findings) -> tuple[Settings, str, int]:
    """The settings at the head of `text`, the text below them, and the line on which that begins."""
    opening = OPENING.match(text)
    if opening is None:
        return {}, text, 1
    fence = opening[1]
    first = text.count("\n", 0, opening.end()) + 1
    closing = re.compile(rf"^{re.escape(fence)}[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, opening.end())
    if closing is None:
        findings.error(
            "the front matter that begins here has no end",
            f"Write a line of its own with {fence} below the last key.",
            first - 1,
        )
        return {}, "", first
    head = text[opening.end() : closing.start()]
    read = toml_settings if fence == "+++" else yaml_settings
    return read(head, findings, first), text[closing.end() :], text.count("\n", 0, closing.end()) + 1


def _over_limit(text: str, findings: Findings, first: int) -> bool:
    if len(text) <= HEAD_LIMIT:
        return False
    findings.error("the settings that begin here are over 64 KB", "Is the line that ends them in its place?", first)
    return True


def yaml_settings(text: str, findings: Findings, first: int = 1) -> Settings:
    """The settings in YAML, all words; `first` is the line of the file on which the text begins."""
    if _over_limit(text, findings, first):
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


def toml_settings(text: str, findings: Findings, first: int = 1) -> Settings:
    """The settings in TOML, all as words; `first` is the line of the file on which the text begins."""
    findings.toml = True
    if _over_limit(text, findings, first):
        return {}
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = TOML_PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place and place[1] else (text.rstrip().count("\n") + 1, 1)
        message = TOML_PLACE.sub("", str(error)).strip()
        findings.error(f"broken TOML: {message}", 'Put words in quotes: title = "…".', line + first - 1, column)
        return {}
    except RecursionError:
        findings.error("this TOML nests too deep", "Write it flatter.", first)
        return {}
    # `tomllib` keeps no lines; the first line that sets a name is where an editor looks for it.
    places: dict[tuple[str, ...], tuple[int, int]] = {}
    under: tuple[str, ...] = ()
    for number, written in enumerate(text.split("\n"), first):
        if match := TOML_TABLE.match(written):
            under = (match["key"],)
            places.setdefault(under, (number, 1))
        elif match := TOML_KEY.match(written):
            above = (match["above"],) if match["above"] else ()
            places.setdefault((*under, *above, match["key"]), (number, match.end() + 1))
    return {cleaned(key): _toml_setting(value, places, (key,), (first, 1)) for key, value in table.items()}


def _toml_setting(
    value: object, places: Mapping[tuple[str, ...], tuple[int, int]], path: tuple[str, ...], outer: tuple[int, int]
) -> Setting:
    place = places.get(path, outer)
    if isinstance(value, dict):
        parts = {cleaned(key): _toml_setting(part, places, (*path, key), place) for key, part in value.items()}
        return Setting(parts, *place)
    if isinstance(value, list):
        return Setting(tuple(_toml_setting(part, places, path, place) for part in value), *place)
    if isinstance(value, bool):
        return Setting("true" if value else "false", *place)
    return Setting(cleaned(str(value)), *place)


def _in_yaml(value: Example) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if YAML_SIGNS.search(value) else value
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_in_yaml(part)}' for key, part in value.items())}}}"
    return f"[{', '.join(map(_in_yaml, value))}]"


def _in_toml(value: Example) -> str:
    if isinstance(value, str):
        return value if value in ("true", "false") or value.isdecimal() else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        parts = (
            f"{key if TOML_BARE.fullmatch(key) else json.dumps(key)} = {_in_toml(part)}" for key, part in value.items()
        )
        return f"{{{', '.join(parts)}}}"
    return f"[{', '.join(map(_in_toml, value))}]"
