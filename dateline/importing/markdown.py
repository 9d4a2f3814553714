"""Words and HTML from elsewhere as Markdown that reads as they did."""

from __future__ import annotations

import html
import re
from collections import Counter

from dateline.characters import cleaned
from dateline.keys import is_web_address
from dateline.markup import sanitised
from dateline.pieces import ATTRIBUTE, BLOCKS, TAG, TAG_NAME

SIGNS = re.compile(r"[\\`*_\[\]]")
OPENING = re.compile(r"^(?:([#>+\-])|([=~:|])|(\d+)(?=\.))")
KEPT = frozenset({"b", "cite", "code", "del", "em", "i", "ins", "q", "s", "strong", "sub", "sup", "u"})
PARAGRAPH = re.compile(r"\n[ \t]*\n")
FILM = re.compile(r"<(iframe|embed|video|audio|source)\b([^<>]*)>", re.IGNORECASE)
ADDRESS = re.compile(r"""(?<![\w-])src\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
DROPPED = re.compile(r"<(object|svg|math|canvas|form)\b", re.IGNORECASE)
LOST_PICTURE = "a picture that is not on the web"
LOST_FILM = "a film, sound or frame that is not on the web"
LOST_TABLE = "the rows of a table, whose cells now follow each other"


def of_text(text: str) -> str:
    """Plain text as Markdown: its paragraphs, and no sign of it taken for markup."""
    paragraphs = (" ".join(part.split()) for part in PARAGRAPH.split(cleaned(text.replace("\r\n", "\n"))))
    return "\n\n".join(_opened(_escaped(part)) for part in paragraphs if part) + "\n"


def of_html(page: str) -> tuple[str, Counter[str]]:
    """HTML as Markdown, its pictures, films and frames as links; and what of it could not be carried."""
    writer = _Writer()
    writer.losses.update(f"<{name.lower()}> in a text" for name in DROPPED.findall(page))
    for at, token in enumerate(TAG.split(sanitised(_with_links(page, writer.losses)))):
        if at % 2 == 0:
            writer.words(token)
        elif match := TAG_NAME.match(token):
            writer.tag(token, match[1])
    writer.end_block()
    return "\n\n".join(writer.blocks) + "\n", writer.losses


def _with_links(page: str, losses: Counter[str]) -> str:
    """The page with a link in the place of each film, sound or frame on the web."""

    def link(match: re.Match[str]) -> str:
        stated = ADDRESS.search(match[2])
        address = html.unescape(next(filter(None, stated.groups()), "")).strip() if stated else ""
        address = f"https:{address}" if address.startswith("//") else address
        if is_web_address(address):
            return f'<p><a href="{html.escape(address)}">{html.escape(address)}</a></p>'
        # The address of a film may stand in a <source> of it; one without is a picture's.
        losses[LOST_FILM] += bool(address) or match[1].lower() in ("iframe", "embed")
        return ""

    return FILM.sub(link, page)


class _Writer:
    """Blocks of Markdown, gathered in one pass over sanitised HTML."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.line: list[str] = []
        self.open: list[str] = []
        self.quoted = 0
        self.prefix = ""
        self.losses = Counter[str]()

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
        self.losses[LOST_TABLE] += name == "table" and not closing
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
            self.losses[LOST_PICTURE] += 1
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
