"""What editors write as settings, in TOML or read elsewhere: values, each with its line, and the problems of a file."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.characters import cleaned
from dateline.errors import Problem

LIMIT = 1_000_000
"""The bytes a file of text may have; far above any article, far below what would hold up a build."""

HEAD_LIMIT = 64_000
"""The characters front matter may have; both parsers have inputs on which they are slower than linear."""

EXCERPT = 160
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


def over_limit(text: str, findings: Findings, first: int) -> bool:
    """Whether settings are longer than any parser is asked to read, which is an error."""
    if len(text) <= HEAD_LIMIT:
        return False
    findings.error("the settings that begin here are over 64 KB", "Is the line that ends them in its place?", first)
    return True


def toml_settings(text: str, findings: Findings, first: int = 1) -> Settings:
    """The settings in TOML, all as words; `first` is the line of the file on which the text begins."""
    findings.toml = True
    if over_limit(text, findings, first):
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
