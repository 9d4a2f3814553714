"""Markdown into sanitised HTML."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from dateline.characters import cleaned
from dateline.pieces import BLOCKS

if TYPE_CHECKING:
    import nh3
    from markdown import Markdown

# fmt: off
INLINE = frozenset({
    "a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
})
# fmt: on
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

PARTING = re.compile(r"\n{2,}")
# All that can be markup anywhere, at the beginning of a line, or at its end.
SIGNS = re.compile(r"[*_`<>&\\\[|~\t\x00-\x08\x0b-\x1f\x7f]|^(?:[#=:+-]|\d{1,3}\.[ ])|^[^\S\n]|[^\S\n]$", re.MULTILINE)
BLANK_LINE = re.compile(r"\n[ \t]*\n")
TANGLING = "[*_`<>&\\"
# Python-Markdown is quadratic in the marks of a paragraph, in the lines of one and in a text's tags. Within these
# bounds, measured on some ninety hostile texts, a text of 1 MB takes at most 3 s; the longest real articles stay
# under a hundredth of each.
LINES = 20_000
INDENTS = ("    " * 100, "\t" * 100)
PARAGRAPH_COST = 20_000_000
LINES_COST = 36_000_000
TAGS_COST = 150_000_000
# nh3 is quadratic in the "&" of a text: 1 MB of them takes 6 s, as much as it may have here half a second.
SANITISER_COST = 80_000_000_000
# And in the elements that are open: each that begins looks through all of them.
DEEPEST = 1000
START_OR_END = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
# What needs no end: the next of its kind, or the end of what holds it, is one.
ENDLESS = frozenset(
    "area base br col dd dt embed hr img input li link meta option p source "
    "tbody td tfoot th thead tr track wbr".split()
)
PASSES = 6
"""How often HTML is sanitised at most until nothing changes: well nested, once, and once more to see that."""


class TangledError(ValueError):
    """HTML that would take too long to read."""


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
    return sanitised(page)


def sanitised(page: str) -> str:
    """HTML without scripts, styles, forms, and addresses but of the web or of a file; raises `TangledError`."""
    if page.count("&") * len(page) > SANITISER_COST:
        raise TangledError("this text holds too many “&”")
    if _is_too_deep(page):
        raise TangledError(f"the tags of this text nest more than {DEEPEST} deep")
    for _ in range(PASSES):
        # Misnested tables and lists read differently once they are written out; what stands is what reads the same.
        before, page = page, _cleaner().clean(page)
        if page == before:
            return cleaned(page)
    raise TangledError("the tags of this text nest in a way that reads differently each time")


def _is_too_deep(page: str) -> bool:
    """Whether more elements than `DEEPEST` are open somewhere."""
    if page.count("<") <= DEEPEST:
        return False
    begun, depth = Counter[str](), 0
    for tag in START_OR_END.finditer(page):
        name = tag[2].lower()
        if name in ENDLESS or (tag[1] and not begun[name]):
            continue
        step = -1 if tag[1] else 1
        begun[name] += step
        depth += step
        if depth > DEEPEST:
            return True
    return False


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
