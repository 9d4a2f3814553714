"""The picture of a story that is shown where its address is shared: its headline above its timeline, drawn."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment

from dateline.catalogue import Catalogue
from dateline.config import Site
from dateline.model import DatedArticle, Story
from dateline.pages.environment import rendered
from dateline.pages.overview import share_values
from dateline.pages.structured import absolute
from dateline.theme import COLOURS

Values = dict[str, Any]
NAME = "share.png"
WIDTH, HEIGHT = 1200, 630
EDGE, ROOM, MOST_LINES = 72, 1056, 3
BOTTOM, DEPTH = 548, 190
"""Where the drawing ends, and how high it may be."""

FONT = Path(__file__).parent.parent / "fonts" / "NotoSerif-Bold.ttf"
READABLE = re.compile("[ -~\xa0-\u017f\u0218-\u021b\u0386-\u038a\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u04ff"
                      "\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ac\u2116\u2122]*")  # fmt: skip
"""What the font has letters for; a headline in others is left to the page that shares the address."""

SIZES = (64, 54, 46)
WIDTHS = (
    (re.compile(r"[il.,:;'’!|jftr()\[\] -]"), 0.37),
    (re.compile("[mwMW—]"), 0.98),
    (re.compile("[A-ZÄÖÜ]"), 0.71),
)
"""How wide some letters of the font are, in its size; about 0.6 the others."""

SIGNATURE = 33
"""Where the second chunk of a PNG begins, behind its signature and header (PNG, 5.2 and 11.2.1)."""


def preview_values(site: Site, story: Story) -> Values | None:
    """The picture for the head of a page; nothing where nobody knows where the site will lie."""
    if not site.base_url:
        return None
    path = f"{quote(story.slug)}/{NAME}"
    return {"src": absolute(site, path), "width": WIDTH, "height": HEIGHT, "alt": story.title}


def article_picture(story: Story, dated: DatedArticle) -> str:
    """The path in the site of an article's own picture, else of its story's."""
    image, folder = dated.article.image, quote(story.slug)
    if image is None:
        return f"{folder}/{NAME}"
    return f"{folder}/{'' if story.lone else quote(dated.article.slug) + '/'}{quote(image.href)}"


def share_svg(jinja: Environment, catalogue: Catalogue, site: Site, story: Story) -> str:
    """The picture as SVG, with shapes and the words of one font only."""
    size, lines = headline_lines(story.title) if READABLE.fullmatch(story.title) else (SIZES[0], [])
    form = share_values(catalogue, story.timeline)
    scale = min(ROOM / form["width"], DEPTH / form["height"])
    words = f"{catalogue.words['timeline']} · {catalogue.story_years(story)}"
    values = {
        "width": WIDTH,
        "height": HEIGHT,
        "edge": EDGE,
        "kicker": words if READABLE.fullmatch(words) else catalogue.story_years(story),
        "name": site.title if READABLE.fullmatch(site.title) else "",
        "size": size,
        "lines": lines,
        "form": form | {"scale": scale, "top": BOTTOM - scale * form["height"]},
        "colours": COLOURS | dict(site.theme.colours),
    }
    return rendered(jinja, "share.svg", values)


def headline_lines(words: str) -> tuple[int, list[str]]:
    """The headline in as many lines as fit, in the largest size that holds it; at last it is cut."""
    size, lines = SIZES[-1], [words]
    for size in SIZES:
        lines = _wrapped(words.split(), ROOM / size)
        if len(lines) <= MOST_LINES and all(_length(line) <= ROOM / size for line in lines):
            return size, lines
    cut = lines[:MOST_LINES]
    while _length(cut[-1]) > ROOM / size - 1:
        cut[-1] = cut[-1][:-1]
    cut[-1] += "…"
    return size, cut


def _wrapped(words: Iterable[str], room: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and _length(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _length(words: str) -> float:
    """How long the words are, in the size of the font, rather too long than too short."""
    return sum(next((width for letters, width in WIDTHS if letters.match(char)), 0.62) for char in words)


def share_image(svg: str, before: Path) -> bytes:
    """The picture as PNG, the same bytes everywhere; the one of the build before, where it was drawn from the same."""
    drawn_by = f"{svg}\n{version('resvg-py')}"
    chunk = _chunk(b"tEXt", b"Source\0" + sha256(drawn_by.encode()).hexdigest().encode())
    try:
        known = before.read_bytes()
    except OSError:
        known = b""
    if known[SIGNATURE:].startswith(chunk):
        return known
    # Imported where there is something to draw.
    from resvg_py import svg_to_bytes  # noqa: PLC0415

    image = svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[str(FONT)], font_family="Noto Serif")
    return image[:SIGNATURE] + chunk + image[SIGNATURE:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG: its length, kind, data, and their checksum (PNG, 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
