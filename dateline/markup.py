"""Markdown into sanitised HTML, its plain text, and the way back from the text to the HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dateline.model import Markup, Run

if TYPE_CHECKING:
    import nh3
    from markdown import Markdown

Pieces = tuple[Markup | Run, ...]

CODE = "\ufffc"
"""What stands in the plain text for a piece of code (OBJECT REPLACEMENT CHARACTER): no words reach across it."""

# fmt: off
BLOCKS = frozenset({
    "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "li", "ol", "p", "pre", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
INLINE = frozenset({
    "a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
})
# fmt: on
VOID = frozenset({"br", "hr", "img", "wbr"})
UNREAD = frozenset({"code", "kbd", "pre", "samp"})
DROPPED = frozenset({"iframe", "noscript", "object", "option", "script", "style", "template", "textarea", "title"})
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
CLASSES = {"a": {"footnote-ref", "footnote-backref"}, "div": {"footnote"}}

# Sanitised HTML escapes each "<" and ">" of the text and quotes each attribute.
TAG = re.compile(r'(<[^>"]*(?:"[^"]*"[^>"]*)*>)')
TAG_NAME = re.compile(r"</?([a-z0-9]+)")
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
FOOTNOTE = re.compile(r"fn(?:ref)?\d*:")
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SPACE = " \t\n"

PARTING = re.compile(r"\n{2,}")
# All that can be markup anywhere, at the beginning of a line, or at its end.
SIGNS = re.compile(r"[*_`<>&\\\[|~\t\x00-\x08\x0b-\x1f\x7f]|^(?:[#=:+-]|\d{1,3}\.[ ])|^[^\S\n]|[^\S\n]$", re.MULTILINE)
BLANK_LINE = re.compile(r"\n[ \t]*\n")
TANGLING = "[*_`<>&\\"
# Python-Markdown is quadratic in the marks of a paragraph, in the lines of one and in a text's tags. Within these
# bounds, measured on some ninety hostile texts, a text of 1 MB takes at most 2.5 s; the longest real articles stay
# under a hundredth of each.
LINES = 20_000
INDENTS = ("    " * 100, "\t" * 100)
PARAGRAPH_COST = 20_000_000
LINES_COST = 36_000_000
TAGS_COST = 150_000_000


class Target(NamedTuple):
    """What a link or picture leads to: an address for the page; a picture shown there has a width and height."""

    href: str
    width: int = 0
    height: int = 0


Resolve = Callable[[str, str], Target | None]
"""From `a` or `img` and the address as written to what it leads to, or `None` where that is not to be had."""


def tangle(source: str) -> tuple[int, str] | None:
    """The line, counted from 1, from which Markdown would take too long to read, and why; mostly `None`."""
    if source.count("\n") > LINES:
        return LINES, f"this text has more than {LINES} lines"
    for indent in INDENTS:
        if indent in source:
            return source.count("\n", 0, source.index(indent)) + 1, "this line is indented too deep"
    if source.count("<") * len(source) > TAGS_COST:
        return source.count("\n", 0, source.index("<")) + 1, "this text holds too many HTML tags"
    cost, squares, line = 0, 0, 1
    for block in BLANK_LINE.split(source):
        breaks = block.count("\n")
        cost += len(block) * sum(map(block.count, TANGLING))
        squares += breaks * breaks
        if cost > PARAGRAPH_COST or squares > LINES_COST:
            return line, "the paragraph that begins here is too long, or holds too much markup"
        line += breaks + 2
    return None


def render(source: str) -> str:
    """Markdown as sanitised HTML: no script, no style, no form, no address but of the web or of a file.

    Raises `ValueError` where Markdown gives up, as on lists that nest absurdly deep.
    """
    # Most news is plain paragraphs, which Markdown takes ten times as long to read and leaves as they are.
    if not SIGNS.search(source):
        return "\n".join(f"<p>{block}</p>" for block in PARTING.split(source.strip("\n")) if block)
    return converted(source)


def converted(source: str) -> str:
    """`render` by way of Markdown, whatever the source."""
    markdown = _markdown()
    markdown.reset()
    try:
        page = markdown.convert(source)
    except Exception as error:
        # Whatever stopped the library, its state is broken: the next article needs an instance of its own.
        _markdown.cache_clear()
        raise ValueError("the markup of this text nests too deep, or is too broken to be read") from error
    return CONTROLS.sub(" ", _cleaner().clean(page))


@cache
def _markdown() -> Markdown:
    # Imported when the first article is read: `dateline tag` needs no Markdown.
    from markdown import Markdown  # noqa: PLC0415
    from markdown.blockprocessors import HashHeaderProcessor, OListProcessor  # noqa: PLC0415
    from markdown.extensions.tables import TableExtension  # noqa: PLC0415

    class Heading(HashHeaderProcessor):
        # "#MeToo" is a word; a heading has a space behind its signs, as in CommonMark 4.2.
        RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ ]+(?P<header>(?:\\.|[^\\#]|#+(?=[^#\n]))*?)#*(?:\n|$)")

    table = TableExtension(use_align_attribute=True)
    markdown = Markdown(extensions=[table, "fenced_code", "footnotes", "sane_lists"], output_format="html")
    markdown.parser.blockprocessors.register(Heading(markdown.parser), "hashheader", 70)
    numbered = markdown.parser.blockprocessors["olist"]
    assert isinstance(numbered, OListProcessor)
    # "1999. What a year." is a sentence that ends in a year, not item 1999 of a list.
    numbered.RE = re.compile(r"^[ ]{0,3}\d{1,3}\.[ ]+(.*)")
    return markdown


@cache
def _cleaner() -> nh3.Cleaner:
    import nh3  # noqa: PLC0415

    return nh3.Cleaner(
        tags=BLOCKS | INLINE,
        clean_content_tags=DROPPED,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def read_pieces(sanitised: str, resolve: Resolve) -> tuple[str, Pieces]:
    """The plain text of sanitised HTML, blocks joined by a blank line, and the HTML in pieces that lead back to it."""
    reader = _Reader(resolve)
    tokens = TAG.split(sanitised)
    for index in range(0, len(tokens), 2):
        tag = tokens[index + 1] if index + 1 < len(tokens) else ""
        name = match[1] if (match := TAG_NAME.match(tag)) else ""
        if tokens[index]:
            reader.read_text(tokens[index], not tag or name in BLOCKS)
        if tag:
            reader.read_tag(tag, name)
    return "".join(reader.parts), tuple(reader.pieces)


@dataclass(slots=True)
class _Reader:
    """One pass over sanitised HTML; `unread` is what was seen of an open piece of code or footnote sign."""

    resolve: Resolve
    parts: list[str] = field(default_factory=list)
    pieces: list[Markup | Run] = field(default_factory=list)
    length: int = 0
    block_start: bool = True
    line_start: bool = False
    unread: list[str] = field(default_factory=list)
    unread_name: str = ""
    unread_depth: int = 0
    links: list[bool] = field(default_factory=list)

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
        if name in {"div", "li", "sup"} and not closing:
            tag = ATTRIBUTE.sub(_of_footnotes, tag)
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


def _of_footnotes(attribute: re.Match[str]) -> str:
    # An article may not take a name that the page around it uses; a class that was refused leaves an empty one.
    foreign = attribute[1] == "id" and not FOOTNOTE.match(attribute[2])
    return "" if foreign or attribute[0] == ' class=""' else attribute[0]
