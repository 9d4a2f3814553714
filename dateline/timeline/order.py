"""The order in which entries are shown: by start, then end, then clock, then place in the text."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Day, Entry, Interval, Mention, Status
from dateline.timeline.relations import extension, told

NO_END: Day = 10**18  # imported years may be those of the universe
WHOLE_DAY = ("00:00", "24:00")


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """The entries by where they are placed, the narrower first, then by clock; equals keep the order they come in.

    Where the words of an article say that one came after another, it stands behind it.
    """
    placed_so = sorted(entries, key=_key)
    after = told(placed_so)
    return [placed_so[place] for place in extension(placed_so, after)] if after else placed_so


def placed(entry: Entry) -> Interval:
    """Where an entry stands: its interval, an open start closed by the dateline (a planned event) or by its end."""
    start, end = entry.when.start, entry.when.end
    dateline = entry.mentions[0].dated.article.dateline.day.toordinal()
    if start is not None:
        return entry.when
    if end is None:
        return Interval(dateline, dateline + 1)
    if entry.status is Status.PLANNED and dateline < end:
        return Interval(dateline, end)
    return entry.ends if entry.ends is not None and entry.ends.start is not None else Interval(end - 1, end)


def place_in_text(mention: Mention) -> int:
    """The offset of the expression that dates the event, or of its sentence."""
    event = mention.event
    if event is None:
        return 0
    if not event.expressions:
        return event.quote_start
    return min(mention.dated.expressions[index].start for index in event.expressions)


def _key(entry: Entry) -> tuple[Day, Day, str, str]:
    where = placed(entry)
    assert where.start is not None
    clock = entry.clock
    first, last = (clock.first, clock.last) if clock else WHOLE_DAY
    return where.start, NO_END if where.end is None else where.end, first, last
