"""A story's articles into its timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.model import DatedArticle, Entry, Grain, Mention, Status, Timeline
from dateline.timeline.account import account
from dateline.timeline.edits import edited
from dateline.timeline.group import headings
from dateline.timeline.merge import same_events
from dateline.timeline.order import ordered, place_in_text
from dateline.timeline.permalinks import named
from dateline.timeline.relations import linked
from dateline.timex.interval import of_day


def timeline(articles: Sequence[DatedArticle]) -> Timeline:
    """Every event of the articles, and the publication of each article that dates nothing, in the order shown.

    A timeline of which an editor hides every entry lists its articles.
    """
    written = in_order(articles)
    found = unedited(written)
    if any(dated.article.edits for dated in written):
        filed = [dated for dated in written if dated.article.imported is None]
        found = ordered(edited(found, filed) or named(map(_publication, filed)))
    return Timeline(headings(linked(found)))


def unedited(articles: Iterable[DatedArticle]) -> list[Entry]:
    """The entries of articles in order, under the permalinks by which an editor names them."""
    return named(ordered(_entries(articles)))


def in_order(articles: Iterable[DatedArticle]) -> list[DatedArticle]:
    """Articles by dateline, then by slug."""
    return sorted(articles, key=_filed)


def _filed(dated: DatedArticle) -> tuple[int, str, str]:
    dateline = dated.article.dateline
    return dateline.day.toordinal(), dateline.moment.isoformat() if dateline.moment else "", dated.article.slug


def _entries(articles: Iterable[DatedArticle]) -> Iterator[Entry]:
    reports: list[Mention] = []
    for dated in articles:
        if dated.article.imported is not None:
            # What somebody listed as an event of its own stays one.
            yield from (account((Mention(dated, event),)) for event in dated.events)
            continue
        if not dated.events:
            yield _publication(dated)
        told = [Mention(dated, event) for event in dated.events if event.origin == "article"]
        reports += sorted(told, key=place_in_text)
        # What an editor adds is one event; only an editor makes it one with others.
        yield from (account((Mention(dated, event),)) for event in dated.events if event.origin == "editor")
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
