"""Characters that no text brings into a page: they steer terminals and lines, or are half a character."""

from __future__ import annotations

import re

# The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX #9, 2.1 to 2.4) show words in another
# order than they are read in. The marks (U+200E, U+200F, U+061C) and the letters' own direction do without them.
STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
UNREADABLE = "\N{REPLACEMENT CHARACTER}"


def cleaned(text: str) -> str:
    """The text with spaces for control characters, without overrides of its direction, and without half characters."""
    return STRANGE.sub(_instead, text)


def _instead(match: re.Match[str]) -> str:
    char = match[0]
    if char < "\xa0":
        return " "
    return UNREADABLE if "\ud800" <= char <= "\udfff" else ""


def shown(text: str) -> str:
    """The text as a terminal may show it, on one line."""
    return text if text.isprintable() else "".join(char if char.isprintable() else UNREADABLE for char in text)
