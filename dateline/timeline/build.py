"""A story's articles into its timeline."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.model import DatedArticle, Entry, Grain, Mention, Status, Timeline
from dateline.timeline.account import account
from dateline.timeline.group import headings
from dateline.timeline.merge import same_events
from dateline.timeline.order import ordered, place_in_text
from dateline.timeline.relations import linked
from dateline.timex.interval import civil, of_day

WORDS_IN_ID = 6


def timeline(articles: Sequence[DatedArticle]) -> Timeline:
    """Every event of the articles, and the publication of each article that dates nothing, in the order shown."""
    return Timeline(headings(linked(_named(ordered(_entries(in_order(articles)))))))


def in_order(articles: Iterable[DatedArticle]) -> list[DatedArticle]:
    """Articles by dateline, then by slug."""
    return sorted(articles, key=_filed)


def _filed(dated: DatedArticle) -> tuple[int, str, str]:
    dateline = dated.article.dateline
    return dateline.day.toordinal(), dateline.moment.isoformat() if dateline.moment else "", dated.article.slug


def _entries(articles: Iterable[DatedArticle]) -> Iterator[Entry]:
    reports: list[Mention] = []
    for dated in articles:
        if not dated.events:
            yield _publication(dated)
        reports += sorted((Mention(dated, event) for event in dated.events), key=place_in_text)
    yield from map(account, same_events(reports))


def _publication(dated: DatedArticle) -> Entry:
    day = dated.article.dateline.day
    return Entry(
        id="",
        what=dated.article.title,
        subject=None,
        when=of_day(day.toordinal()),
        begins=None,
        ends=None,
        grain=Grain.DAY,
        edtf=day.isoformat(),
        clock=None,
        extent="within",
        status=Status.HAPPENED,
        polarity="POS",
        modality=None,
        mentions=(Mention(dated, None),),
    )


def _named(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with their permalinks; where two would share one, the later ones are numbered."""
    named, taken = [], Counter[str]()
    for entry in entries:
        name = _permalink(entry)
        taken[name] += 1
        count = taken[name]
        named.append(replace(entry, id=name if count == 1 else f"{name}_{count}"))
    return named


def _permalink(entry: Entry) -> str:
    """Where the entry begins and its first words, "2016-04-15-officials-said"; no counter that the next edit shifts."""
    start = entry.when.start if entry.when.start is not None else entry.when.last
    year, month, day = civil(start) if start is not None else (0, 0, 0)
    plain = unicodedata.normalize("NFKD", entry.what).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))[:WORDS_IN_ID]
    return "-".join([f"e{year}", f"{month:02}", f"{day:02}", *words])
