"""Permalinks of entries, and of the reports that one is put together from: an editor names them by these."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dateline.model import Entry, Mention
from dateline.timeline.order import place_in_text

WORDS_IN_ID = 7


def named(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with their permalinks, and those of their reports where there are several.

    Where two would share one, that which was told later is numbered, so that a shared link outlives a new article and
    a mended date; a report is numbered behind all entries.
    """
    taken = Counter[str]()
    found = list(entries)
    told = sorted(range(len(found)), key=lambda at: _told(found[at].mentions[0]))
    for at in told:
        first = found[at].mentions[0]
        found[at] = replace(found[at], id=_numbered(permalink(found[at].what, first), taken))
    for at in told:
        if len(found[at].mentions) > 1:
            found[at] = replace(found[at], mentions=tuple(_named(mention, taken) for mention in found[at].mentions))
    return found


def _told(mention: Mention) -> tuple[int, str, int]:
    """When it was told, and where in the text."""
    article = mention.dated.article
    return article.dateline.day.toordinal(), article.slug, place_in_text(mention)


def _named(mention: Mention, taken: Counter[str]) -> Mention:
    event = mention.event
    return replace(mention, id=_numbered(permalink(event.what, mention), taken)) if event else mention


def _numbered(name: str, taken: Counter[str]) -> str:
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}_{taken[name]}"


def permalink(what: str, mention: Mention) -> str:
    """The first words of an event, "e-officials-said-on-friday"; in another script, the name of its article.

    No day is in it, since a link should outlive the day's being mended.
    """
    words = _plain(what)
    if not any(word.isalpha() for word in words):
        words = _plain(mention.dated.article.slug)
    return "-".join(["e", *words[:WORDS_IN_ID]])


def _plain(words: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain.replace("'", ""))
