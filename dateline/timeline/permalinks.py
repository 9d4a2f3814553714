"""Permalinks of entries, and of the reports that one is put together from: an editor names them by these."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dateline.model import Entry, Interval, Mention
from dateline.timex.interval import civil

WORDS_IN_ID = 6


def named(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with their permalinks, and those of their reports where there are several.

    Where two would share one, the later ones are numbered; a report is numbered behind all entries.
    """
    taken = Counter[str]()
    found = [replace(entry, id=_numbered(permalink(entry.when, entry.what), taken)) for entry in entries]
    return [_with_reports(entry, taken) if len(entry.mentions) > 1 else entry for entry in found]


def _with_reports(entry: Entry, taken: Counter[str]) -> Entry:
    return replace(entry, mentions=tuple(_named_report(mention, taken) for mention in entry.mentions))


def _named_report(mention: Mention, taken: Counter[str]) -> Mention:
    event = mention.event
    return replace(mention, id=_numbered(permalink(event.when, event.what), taken)) if event else mention


def _numbered(name: str, taken: Counter[str]) -> str:
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}_{taken[name]}"


def permalink(when: Interval, what: str) -> str:
    """Where an event begins and its first words, "e2016-04-15-officials-said"; no counter that the next edit shifts."""
    start = when.start if when.start is not None else when.last
    year, month, day = civil(start) if start is not None else (0, 0, 0)
    plain = unicodedata.normalize("NFKD", what).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))[:WORDS_IN_ID]
    return "-".join([f"e{year}", f"{month:02}", f"{day:02}", *words])
