"""Text into sentences and tokens."""

from __future__ import annotations

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A word, number or mark of `text[start:end]`; `lower` is its text in small letters, apostrophes straightened."""

    text: str
    lower: str
    start: int
    end: int


# A word keeps its inner apostrophe off ("Thursday's" is "Thursday" + "'s") and its inner hyphens apart, since
# "mid-1990s", "ten-day" and "third-quarter" are composed of words that bear on time one by one.
TOKEN = re.compile(r"['’](?:s|S|d|ll|re|ve|m|t)\b|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|[^\W\d_]+|\d+|[^\w\s]|_")


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with offsets into `text`; linear in its length."""
    return [
        Token(word := match[0], word.lower().replace("’", "'"), match.start(), match.end())
        for match in TOKEN.finditer(text, start, len(text) if end is None else end)
    ]
