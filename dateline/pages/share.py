"""The picture of a story that is shown where its address is shared: its headline above its timeline, drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
BOTTOM, DEPTH = 540, 170
"""Where the drawing ends, and how high it may be."""

FONT = Path(__file__).parent.parent / "fonts" / "NotoSerif-Bold.ttf"
READABLE = re.compile("[ -~\xa0-\u017f\u0218-\u021b\u0386-\u038a\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u04ff"
                      "\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ac\u2116\u2122]*")  # fmt: skip
"""What the font has letters for; a headline in others is left to the page that shares the address."""

SIZES = (84, 72, 60, 50)
WIDTHS = (
    (re.compile(r"[il.,:;'’!|jftr()\[\] -]"), 0.37),
    (re.compile("[mwMW—]"), 0.98),
    (re.compile("[A-ZÄÖÜ]"), 0.71),
)
"""How wide some letters of the font are, in its size; about 0.6 the others."""


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
            return size, _balanced(words.split(), len(lines), ROOM / size)
    cut = lines[:MOST_LINES]
    while _length(cut[-1]) > ROOM / size - 1:
        cut[-1] = cut[-1][:-1]
    cut[-1] += "…"
    return size, cut


def _balanced(words: Sequence[str], count: int, room: float) -> list[str]:
    """The words in so many lines, none much longer than the others."""
    while len(closer := _wrapped(words, room * 0.95)) == count and max(map(_length, closer)) <= room * 0.95:
        room *= 0.95
    return _wrapped(words, room)


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


def share_image(svg: str) -> bytes:
    """The picture as PNG, the same bytes everywhere."""
    # Imported where there is something to draw.
    from resvg_py import svg_to_bytes  # noqa: PLC0415

    return svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[str(FONT)], font_family="Noto Serif")
