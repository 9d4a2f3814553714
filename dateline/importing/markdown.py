"""Words and HTML from elsewhere as Markdown that reads as they did."""

from __future__ import annotations

import html
import re

from dateline.characters import cleaned
from dateline.keys import is_web_address
from dateline.markup import sanitised
from dateline.pieces import ATTRIBUTE, BLOCKS, TAG, TAG_NAME

SIGNS = re.compile(r"[\\`*_\[\]]")
OPENING = re.compile(r"^(?:([#>+\-])|([=~:|])|(\d+)(?=\.))")
KEPT = frozenset({"b", "cite", "code", "del", "em", "i", "ins", "q", "s", "strong", "sub", "sup", "u"})
PARAGRAPH = re.compile(r"\n[ \t]*\n")


def of_text(text: str) -> str:
    """Plain text as Markdown: its paragraphs, and no sign of it taken for markup."""
    paragraphs = (" ".join(part.split()) for part in PARAGRAPH.split(cleaned(text.replace("\r\n", "\n"))))
    return "\n\n".join(_opened(_escaped(part)) for part in paragraphs if part) + "\n"


def of_html(page: str) -> tuple[str, int]:
    """HTML as Markdown, its pictures as links; and how many pictures have no address of the web."""
    writer = _Writer()
    for at, token in enumerate(TAG.split(sanitised(page))):
        if at % 2 == 0:
            writer.words(token)
        elif match := TAG_NAME.match(token):
            writer.tag(token, match[1])
    writer.end_block()
    return "\n\n".join(writer.blocks) + "\n", writer.lost


class _Writer:
    """Blocks of Markdown, gathered in one pass over sanitised HTML."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.line: list[str] = []
        self.open: list[str] = []
        self.quoted = 0
        self.prefix = ""
        self.lost = 0

    def words(self, token: str) -> None:
        self.line.append(_escaped(re.sub(r"\s+", " ", html.unescape(token))))

    def tag(self, tag: str, name: str) -> None:
        closing = tag.startswith("</")
        if name in BLOCKS:
            self.end_block()
            self._begin_block(name, closing)
        elif name == "a":
            self._link(tag, closing)
        elif name == "img":
            self._picture(dict(ATTRIBUTE.findall(tag)))
        elif name in KEPT:
            self.line.append(f"</{name}>" if closing else f"<{name}>")
        elif name == "br":
            self.line.append("<br>")

    def _begin_block(self, name: str, closing: bool) -> None:
        if name == "blockquote":
            self.quoted = max(0, self.quoted + (-1 if closing else 1))
        if name == "li":
            self.prefix = "" if closing else "- "
        elif name[0] == "h" and name[1:].isdecimal():
            self.prefix = "" if closing else "#" * max(2, int(name[1:])) + " "

    def _link(self, tag: str, closing: bool) -> None:
        if closing:
            self.line.append(self.open.pop() if self.open else "")
            return
        href = html.unescape(dict(ATTRIBUTE.findall(tag)).get("href", ""))
        web = is_web_address(href)
        self.open.append(f"](<{href}>)" if web else "")
        self.line.append("[" if web else "")

    def _picture(self, attributes: dict[str, str]) -> None:
        source, alt = (html.unescape(attributes.get(name, "")) for name in ("src", "alt"))
        if not is_web_address(source):
            self.lost += 1
        elif any(self.open):
            self.line.append(_escaped(alt))
        else:
            self.line.append(f"[{_escaped(alt or source)}](<{source}>)")

    def end_block(self) -> None:
        words = " ".join("".join([*self.line, *reversed(self.open)]).split())
        self.line, self.open = [], []
        if words:
            self.blocks.append("> " * min(self.quoted, 9) + self.prefix + _opened(words))
            self.prefix = ""


def _escaped(words: str) -> str:
    marked = SIGNS.sub(r"\\\g<0>", words)
    return marked.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _opened(words: str) -> str:
    """A paragraph whose first sign makes it no heading, list, quotation or table."""
    match = OPENING.match(words)
    if match is None:
        return words
    if match[1]:
        return f"\\{words}"
    return f"&#{ord(match[2])};{words[1:]}" if match[2] else f"{match[3]}\\{words[match.end() :]}"
