"""The part of an address that names a story or an article."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from dateline.settings import Settings

LEADING_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[-_. ]+|$)", re.ASCII)
HYPHENS = re.compile(r"-{2,}")
OTHERS = re.compile(r"[^0-9a-z]+")

STORIES = "stories"
"""The folder of the list of all stories, where they are many."""

RESERVED = frozenset({"404", "embed", "feed", "index", "people", "places", "static", "stories", "tags", "years"})
"""What the site itself writes beside stories and articles; its files (`feed.xml`) have a full stop, slugs have none."""

LONGEST = 200
"""Bytes; most file systems end at 255 for a name."""


def slug_of(name: str) -> str:
    """A file's or folder's name as a slug: in small letters, without accents on Latin letters or a leading date.

    Letters of other scripts stay; a link writes them percent-encoded. Empty where the name holds no letter or digit.
    """
    dated = LEADING_DATE.match(name)
    bare = (name[dated.end() :] if dated else name) or name
    if bare.isascii():
        return OTHERS.sub("-", bare.lower()).strip("-")
    kept: list[str] = []
    for char in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", bare).lower()):
        if _is_mark(char):
            # "é" loses its accent, while a vowel sign of another script is half the word.
            if kept and not kept[-1].isascii():
                kept.append(char)
        else:
            kept.append(char if char.isalnum() else "-")
    return unicodedata.normalize("NFC", HYPHENS.sub("-", "".join(kept)).strip("-"))


def article_slug(path: Path, settings: Settings) -> str:
    """An article's slug: the one it states, else that of its file's name."""
    stated = settings.get("slug")
    return stated.value.strip() if stated and isinstance(stated.value, str) and stated.value else slug_of(path.stem)


def slug_fault(slug: str) -> str:
    """Why `slug` cannot name a page, in words to follow it; empty where it can."""
    if not slug:
        return "has no letter and no digit"
    if not all(char.isalnum() or char in "-_" or _is_mark(char) for char in slug) or not slug[0].isalnum():
        return "may hold letters, digits and hyphens only, and begins with a letter or digit"
    if slug.casefold() in RESERVED:
        return "is a name the site needs for itself"
    if len(slug.encode()) > LONGEST:
        return f"is longer than {LONGEST} bytes"
    return ""


def thread_fault(name: str) -> str:
    """Why a tag, person or place cannot have a page, in words to follow its name; empty where it can."""
    slug = slug_of(name)
    fault = slug_fault(slug)
    return "" if slug.casefold() in RESERVED else fault


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")
