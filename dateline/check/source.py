"""The file of an article: on which line its words stand, and where a line can be pasted."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.check.finding import Paste
from dateline.frontmatter import OPENING, split
from dateline.mends import numbered
from dateline.model import Article, DatedArticle, TimeExpression
from dateline.settings import Setting, Settings, read_text

WORD = re.compile(r"\w+")
# What is markup in the source, but not its line ends: HTML tags, and what a Markdown link leads to.
MARKUP = re.compile(r"<[^<>\n]*>|\]\([^()\s]*\)")
PLAIN_KEY = re.compile(r"[^\W\d_](?:[\w’'.-]| (?=[\w’'.-]))*(?:#\d+)?")
PLAIN_VALUE = re.compile(r"[\w.-](?:[\w./~?%’'-]| (?=[\w./~?%’'-]))*")
LONGEST_RUN = 3
MOST_ON_A_LINE = 60
"""Keys of a mapping that are written anew on its one line; no editor keeps more there."""


class Places:
    """From offsets of an article's plain text back to the lines of its Markdown."""

    def __init__(self, text: str, body: str, first: int) -> None:
        self._starts = [match.start() for match in WORD.finditer(text)]
        self._words = WORD.findall(text)
        bare = MARKUP.sub(lambda match: " " * len(match[0]), body)
        breaks = [match.start() for match in re.finditer("\n", bare)]
        written = [(match[0], first + bisect_right(breaks, match.start())) for match in WORD.finditer(bare)]
        self._source = [word for word, _ in written]
        self._lines = [line for _, line in written]
        self._first = first
        self._ranks = {length: self._ranked(length) for length in range(1, LONGEST_RUN + 1)}
        self._runs = {length: self._run_places(length) for length in range(1, LONGEST_RUN + 1)}

    def _ranked(self, length: int) -> list[int]:
        """For each word of the text, how often the run that begins with it stood before."""
        seen, ranks = Counter[tuple[str, ...]](), []
        for at in range(len(self._words)):
            run = tuple(self._words[at : at + length])
            ranks.append(seen[run])
            seen[run] += 1
        return ranks

    def _run_places(self, length: int) -> dict[tuple[str, ...], list[int]]:
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in range(len(self._source)):
            found[tuple(self._source[at : at + length])].append(at)
        return found

    def line(self, offset: int) -> int:
        """The line of the file on which the word at an offset stands; the longest run of words around it decides."""
        at = max(bisect_right(self._starts, offset) - 1, 0)
        for length in range(LONGEST_RUN, 0, -1):
            for back in range(length):
                if at < back:
                    continue
                places = self._runs[length].get(tuple(self._words[at - back : at - back + length]))
                if places:
                    place = places[min(self._ranks[length][at - back], len(places) - 1)] + back
                    return self._lines[min(place, len(self._lines) - 1)]
        return self._first


@dataclass(slots=True)
class Source:
    """An article's file; `opening` is the line on which its front matter begins, `toml` says in what it is written."""

    article: Article
    lines: Sequence[str]
    settings: Settings
    opening: int
    toml: bool
    body: str
    first: int
    spans: Sequence[tuple[int, int]] = ()
    _places: Places | None = None
    _names: dict[tuple[int, int], str] | None = None

    @classmethod
    def of(cls, dated: DatedArticle) -> Source:
        """The file of an article that has been read before."""
        article = dated.article
        text, findings = read_text(article.path)
        settings, body, first = split(text, findings)
        opening = OPENING.match(text)
        line = text.count("\n", 0, opening.end()) if opening else 0
        spans = [(x.start, x.end) for x in dated.expressions]
        toml = opening is not None and opening[1] == "+++"
        return cls(article, text.split("\n"), settings, line, toml, body, first, spans)

    @property
    def path(self) -> Path:
        return self.article.path

    def line(self, offset: int) -> int:
        """The line of the file on which a word of the article's plain text stands."""
        if self._places is None:
            self._places = Places(self.article.text, self.body, self.first)
        return self._places.line(offset)

    def key(self, x: TimeExpression) -> str:
        """The words of an expression as a key of `dates` names them."""
        if self._names is None:
            self._names = numbered(self.article.text, self.spans)
        return self._names[x.start, x.end]

    def entry(self, mapping: str, key: str, value: str, inner: str = "") -> Paste | None:
        """The line that adds a key to `dates` or `events`; with `inner`, the value stands there under that key."""
        if not self.toml:
            given = f"{{{inner}: {_value(value)}}}" if inner else _value(value)
            return self._inserted(f"{_key(f'{mapping}.{key}')}: {given}")
        given = json.dumps(value, ensure_ascii=False)
        line = f"{json.dumps(key, ensure_ascii=False)} = {f'{{{inner} = {given}}}' if inner else given}"
        table = re.compile(rf"\s*\[\s*{mapping}\s*\]")
        header = next((number for number, raw in self._head() if table.match(raw)), None)
        if header:
            return Paste(self.path, header + 1, line)
        setting = self.settings.get(mapping)
        if setting and re.match(rf"\s*{mapping}\s*=", self.lines[setting.line - 1]):
            inside = [*_written(setting), line]
            return Paste(self.path, setting.line, f"{mapping} = {{{', '.join(inside)}}}", replaces=True)
        return self._inserted(f"{mapping}.{line}")

    def setting(self, key: str, value: str) -> Paste | None:
        """The line that sets a key of the front matter, in place of the one that does so by now."""
        text = f"{key} = {json.dumps(value, ensure_ascii=False)}" if self.toml else f"{key}: {_value(value)}"
        known = self.settings.get(key)
        if known is None:
            return self._inserted(text)
        return Paste(self.path, known.line, text, replaces=True) if self._is_alone(known.line, key) else None

    def replaced(self, line: int, text: str) -> Paste:
        """A line in the place of another."""
        return Paste(self.path, line, text, replaces=True)

    def image_alt(self, words: str) -> Paste | None:
        """The line that gives the picture of the front matter its alternative text."""
        setting = self.settings["image"]
        if not isinstance(setting.value, dict):
            stated = {"file": setting, "alt": Setting(words, setting.line, 1)}
        elif setting.line == setting.value["file"].line and self._is_alone(setting.line, "image"):
            stated = setting.value | {"alt": Setting(words, setting.line, 1)}
        elif "alt" in setting.value:
            return None
        else:
            line = setting.value["file"].line
            raw = self.lines[line - 1]
            given = json.dumps(words, ensure_ascii=False)
            indent = raw[: len(raw) - len(raw.lstrip())]
            return Paste(self.path, line + 1, f"{indent}alt = {given}" if self.toml else f"{indent}alt: {given}")
        inside = ", ".join(_written(Setting(stated, 1, 1)) if self.toml else _flow(stated))
        text = f"image {'=' if self.toml else ':'} {{{inside}}}".replace(" :", ":")
        return Paste(self.path, setting.line, text, replaces=True)

    def without(self, mapping: str, line: int, key: str) -> Paste | None:
        """The line without a key of `dates` or `events`."""
        setting = self.settings.get(mapping)
        if not (
            setting and isinstance(setting.value, dict) and re.match(rf"\s*{mapping}\s*[:=]", self.lines[line - 1])
        ):
            return Paste(self.path, line, "", replaces=True)
        if len(setting.value) > MOST_ON_A_LINE or any(each.line != line for each in setting.value.values()):
            return None
        rest = {name: each for name, each in setting.value.items() if " ".join(name.split()) != key}
        if not rest:
            return Paste(self.path, line, "", replaces=True)
        inside = ", ".join(_written(Setting(rest, line, 1)) if self.toml else _flow(rest))
        return Paste(self.path, line, f"{mapping}{' =' if self.toml else ':'} {{{inside}}}", replaces=True)

    def _inserted(self, text: str) -> Paste | None:
        """A line at the top of the front matter, where TOML has no table open yet."""
        if not self.toml and self.lines[self.opening].lstrip().startswith("{"):
            return None
        return Paste(self.path, self.opening + 1, text)

    def _head(self) -> list[tuple[int, str]]:
        return list(enumerate(self.lines[: self.first - 1], 1))

    def _is_alone(self, line: int, key: str) -> bool:
        below = self.lines[line] if line < len(self.lines) else ""
        return re.match(rf"{re.escape(key)}\s*[:=]", self.lines[line - 1]) is not None and not below[:1].isspace()


Sources = Callable[[Article], Source]


def _key(key: str) -> str:
    return key if PLAIN_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: str) -> str:
    return value if PLAIN_VALUE.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _flow(settings: Settings) -> list[str]:
    """The keys of a mapping as YAML's flow style has them."""
    return [f"{_key(key)}: {_flow_value(each)}" for key, each in settings.items()]


def _flow_value(setting: Setting) -> str:
    if isinstance(setting.value, dict):
        return f"{{{', '.join(_flow(setting.value))}}}"
    if isinstance(setting.value, tuple):
        return f"[{', '.join(map(_flow_value, setting.value))}]"
    return _value(setting.value)


def _written(setting: Setting) -> list[str]:
    """The keys of a mapping as TOML's inline tables have them."""
    assert isinstance(setting.value, dict)
    return [f"{json.dumps(key, ensure_ascii=False)} = {_inline(each)}" for key, each in setting.value.items()]


def _inline(setting: Setting) -> str:
    if isinstance(setting.value, dict):
        return f"{{{', '.join(_written(setting))}}}"
    if isinstance(setting.value, tuple):
        return f"[{', '.join(map(_inline, setting.value))}]"
    return json.dumps(setting.value, ensure_ascii=False)
