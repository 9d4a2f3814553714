"""Findings as words, as JSON, and as the annotations of a pull request on GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.catalogue.findings import KINDS, found_words
from dateline.characters import shown
from dateline.check.finding import Finding, Kind, Paste
from dateline.errors import Problem

GRAVE = frozenset({Kind.DATELINE, Kind.VANISHED, Kind.CONTRADICTION, Kind.TENSE, Kind.DOUBT})
# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
ESCAPED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
ESCAPED_IN_PROPERTIES = {**ESCAPED, ":": "%3A", ",": "%2C"}


def text_report(findings: Sequence[Finding]) -> str:
    """A paragraph for each finding, and how many there are."""
    return "\n".join([*("\n".join(_paragraph(finding)) for finding in findings), found_words(len(findings)), ""])


def _paragraph(finding: Finding) -> Iterator[str]:
    where = f"{finding.path}:{finding.line}" if finding.line else str(finding.path)
    words = f": “{_in_line(finding.words)}”" if finding.words else ""
    yield shown(f"{where}: {KINDS[finding.kind.value]}{words}")
    if finding.understood:
        yield shown(f"    understood: {_in_line(finding.understood)}")
    yield shown(f"    why: {_in_line(finding.why)}")
    if finding.paste is not None:
        yield shown(f"    {place_words(finding.paste)}")
        if finding.paste.text:
            yield shown(f"        {finding.paste.text}")
    yield ""


def place_words(paste: Paste) -> str:
    """Where a line belongs."""
    if not paste.text:
        return f"take out line {paste.line} of {paste.path}"
    if paste.replaces:
        return f"paste this in place of line {paste.line} of {paste.path}:"
    return f"paste this above line {paste.line} of {paste.path}:"


def json_report(findings: Sequence[Finding]) -> str:
    """A list of objects; `paste` is a line that becomes line `line` of its file, or takes its place."""
    return json.dumps([_record(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def _record(finding: Finding) -> dict[str, object]:
    paste = finding.paste
    return {
        "kind": finding.kind.value,
        "file": _posix(finding.path),
        "line": finding.line,
        "words": finding.words,
        "understood": finding.understood,
        "why": finding.why,
        "paste": None if paste is None else {
            "file": _posix(paste.path), "line": paste.line, "replaces": paste.replaces, "text": paste.text,
        },
    }  # fmt: skip


def github_report(findings: Sequence[Finding]) -> str:
    """A workflow command for each finding."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    paste = finding.paste
    lines = [f"“{finding.words}”: {finding.understood}" if finding.understood else f"“{finding.words}”", finding.why]
    lines += [place_words(paste), *filter(None, [paste.text])] if paste else []
    level = "warning" if finding.kind in GRAVE else "notice"
    return annotation(level, finding.path, finding.line, KINDS[finding.kind.value], "\n".join(lines))


def problem_annotation(problem: Problem) -> str:
    """A workflow command for what keeps the site from being built."""
    message = "\n".join(filter(None, [problem.message, problem.remedy]))
    return annotation("error", problem.path or Path(), problem.line, "this cannot be built", message)


def annotation(level: str, path: Path, line: int | None, title: str, message: str) -> str:
    """A workflow command of GitHub Actions, which ends with its line: nothing in a text can begin another."""
    place = f",line={line}" if line else ""
    told = "\n".join(map(shown, message.split("\n")))
    name, heading = (_escaped(shown(words), ESCAPED_IN_PROPERTIES) for words in (_posix(path), title))
    return f"::{level} file={name}{place},title={heading}::{_escaped(told, ESCAPED)}"


def _escaped(words: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(char, char) for char in words)


def _posix(path: Path) -> str:
    return path.as_posix()


def _in_line(words: str) -> str:
    return " ".join(words.split())
