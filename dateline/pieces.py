"""Sanitised HTML into its plain text and the pieces that lead back from the text to the HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.model import Markup, Run

Pieces = tuple[Markup | Run, ...]

CODE = "\ufffc"
"""What stands in the plain text for a piece of code (OBJECT REPLACEMENT CHARACTER): no words reach across it."""

# fmt: off
BLOCKS = frozenset({
    "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "li", "ol", "p", "pre", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
VOID = frozenset({"br", "hr", "img", "wbr"})
UNREAD = frozenset({"code", "kbd", "pre", "samp"})

# Sanitised HTML escapes each "<" and ">" of the text and quotes each attribute.
TAG = re.compile(r'(<[^>"]*(?:"[^"]*"[^>"]*)*>)')
TAG_NAME = re.compile(r"</?([a-z0-9]+)")
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
FOOTNOTE = re.compile(r"fn(?:ref)?\d*:")
SPACE = " \t\n"


class Target(NamedTuple):
    """What a link or picture leads to: an address for the page; a picture shown there has a width and height."""

    href: str
    width: int = 0
    height: int = 0


class TimeMark(NamedTuple):
    """The value of a `<time datetime>` around `text[start:end]`; it is wider than HTML allows."""

    start: int
    end: int
    value: str


Resolve = Callable[[str, str], Target | None]
"""From `a` or `img` and the address as written to what it leads to, or `None` where that is not to be had."""


def read_pieces(sanitised: str, resolve: Resolve, named: bool = True) -> tuple[str, Pieces]:
    """The plain text of sanitised HTML, blocks joined by a blank line, and the HTML in pieces that lead back to it.

    Footnotes keep their names, unless HTML of others stands on the same page and may have the same.
    """
    return read_marked(sanitised, resolve, named)[:2]


def read_marked(sanitised: str, resolve: Resolve, named: bool = True) -> tuple[str, Pieces, tuple[TimeMark, ...]]:
    """The same as `read_pieces`, and what the HTML's `<time>` say, in the order of the text; the pieces hold none."""
    reader = _Reader(resolve, named)
    tokens = TAG.split(sanitised)
    for index in range(0, len(tokens), 2):
        tag = tokens[index + 1] if index + 1 < len(tokens) else ""
        name = match[1] if (match := TAG_NAME.match(tag)) else ""
        if tokens[index]:
            reader.read_text(tokens[index], not tag or name in BLOCKS)
        if tag:
            reader.read_tag(tag, name)
    text = "".join(reader.parts)
    marks = sorted(_trimmed(text, mark) for mark in reader.marks)
    return text, tuple(reader.pieces), tuple(mark for mark in marks if mark.start < mark.end)


def _trimmed(text: str, mark: TimeMark) -> TimeMark:
    """The mark without the white space at its ends, such as the blank line before its block."""
    words = text[mark.start : mark.end]
    start = mark.end - len(words.lstrip())
    return TimeMark(start, start + len(words.strip()), mark.value)


def code_words(text: str, pieces: Pieces) -> dict[int, str]:
    """The words of each piece of code, by the offset at which `CODE` stands for it in the text."""
    words: dict[int, str] = {}
    read = 0
    for piece in pieces:
        if isinstance(piece, Run):
            read = piece.end
        elif (name := TAG_NAME.match(piece.html)) and name[1] in UNREAD - {"pre"}:
            offset = text.index(CODE, read)
            words[offset] = " ".join(html.unescape(TAG.sub("", piece.html)).split())
            read = offset + 1
    return words


@dataclass(slots=True)
class _Reader:
    """One pass over sanitised HTML; `unread` is what was seen of an open piece of code or footnote sign."""

    resolve: Resolve
    named: bool
    parts: list[str] = field(default_factory=list)
    pieces: list[Markup | Run] = field(default_factory=list)
    length: int = 0
    block_start: bool = True
    line_start: bool = False
    unread: list[str] = field(default_factory=list)
    unread_name: str = ""
    unread_depth: int = 0
    links: list[bool] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    times: list[tuple[int, str | None]] = field(default_factory=list)
    marks: list[TimeMark] = field(default_factory=list)

    def read_text(self, escaped: str, block_ends: bool) -> None:
        if self.unread:
            self.unread.append(escaped)
            return
        words = html.unescape(escaped) if "&" in escaped else escaped
        bare = words.lstrip(SPACE) if self.block_start else words
        before = words[: len(words) - len(bare)]
        kept = bare.rstrip(SPACE) if block_ends else bare
        if before:
            self.pieces.append(Markup(before))
        if kept:
            self._join(kept)
            self._add(kept)
            self.pieces.append(Run(self.length - len(kept), self.length))
        if after := bare[len(kept) :]:
            self.pieces.append(Markup(after))

    def _join(self, words: str) -> None:
        if self.block_start:
            if self.length:
                self._add("\n\n")
        elif self.line_start and not words.startswith("\n"):
            self._add("\n")
        self.block_start = self.line_start = False

    def _add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def read_tag(self, tag: str, name: str) -> None:
        closing = tag.startswith("</")
        if self.unread:
            self._read_unread(tag, name, closing)
        elif not closing and (name in UNREAD or (name == "a" and 'class="footnote-' in tag)):
            self.unread, self.unread_name, self.unread_depth = [tag], name, 1
            self.block_start = self.block_start or name == "pre"
        else:
            self._read_markup(tag, name, closing)

    def _read_unread(self, tag: str, name: str, closing: bool) -> None:
        # A picture inside code would be fetched unseen.
        self.unread.append(tag if name != "img" else html.escape(_attributes(tag).get("alt", ""), quote=False))
        if name == self.unread_name:
            self.unread_depth += -1 if closing else 1
        if self.unread_depth == 0:
            if name not in {"pre", "a"}:
                self._join(CODE)
                self._add(CODE)
            self.pieces.append(Markup("".join(self.unread)))
            self.unread = []

    def _read_markup(self, tag: str, name: str, closing: bool) -> None:
        if name in BLOCKS:
            self.block_start = True
            if name == "h1":
                # The page's own first heading is the title.
                tag = tag.replace("h1", "h2", 1)
        elif name == "br":
            self.line_start = True
        elif name == "img":
            tag = self._picture(tag)
        elif name == "a":
            tag = self._link_end() if closing else self._link(tag)
        elif name == "time":
            tag = self._time(tag, closing)
        if name in {"div", "li", "sup"} and not closing:
            tag = ATTRIBUTE.sub(self._of_footnotes, tag)
        if tag:
            self.pieces.append(Markup(tag))

    def _link(self, tag: str) -> str:
        attributes = _attributes(tag)
        target = self.resolve("a", attributes["href"]) if attributes.get("href") else None
        self.links.append(target is not None)
        if target is None:
            return ""
        attributes.pop("class", None)
        return _tag("a", attributes | {"href": target.href})

    def _of_footnotes(self, attribute: re.Match[str]) -> str:
        # An article may take no name that the page around it uses, and none twice; a refused class leaves an empty one.
        if attribute[1] == "id":
            foreign = not self.named or not FOOTNOTE.match(attribute[2]) or attribute[2] in self.names
            self.names.add(attribute[2])
            return "" if foreign else attribute[0]
        return "" if attribute[0] == ' class=""' else attribute[0]

    def _time(self, tag: str, closing: bool) -> str:
        """Notes what a `<time>` says; the tag itself goes, since the page sets marks of its own."""
        if not closing:
            self.times.append((self.length, _attributes(tag).get("datetime")))
        elif self.times:
            start, value = self.times.pop()
            if value is not None:
                self.marks.append(TimeMark(start, self.length, value))
        return ""

    def _link_end(self) -> str:
        return "</a>" if self.links and self.links.pop() else ""

    def _picture(self, tag: str) -> str:
        attributes = _attributes(tag)
        alt = attributes.get("alt", "")
        target = self.resolve("img", attributes["src"]) if attributes.get("src") else None
        if target is None:
            return html.escape(alt, quote=False)
        if target.width:
            size = {"width": str(target.width), "height": str(target.height), "loading": "lazy"}
            return _tag("img", {"alt": alt} | attributes | {"src": target.href} | size)
        words = html.escape(alt or target.href, quote=False)
        return words if any(self.links) else f"{_tag('a', {'href': target.href})}{words}</a>"


def _attributes(tag: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in ATTRIBUTE.findall(tag)}


def _tag(name: str, attributes: dict[str, str]) -> str:
    return f"<{name}" + "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items()) + ">"
