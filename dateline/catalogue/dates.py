"""Dates in words; an interval is never shown as an invented day."""

from __future__ import annotations

from typing import NamedTuple, TypeGuard

from dateline.catalogue.language import Setting
from dateline.catalogue.periods import SEASONS, Periods
from dateline.model import Clock, Conventions, Day, Entry, Event, Grain, Interval, Role, Status, TimeExpression
from dateline.timex.interval import civil

PARTS_OF_DAY = {
    ("00:00", "06:00"): "small_hours",
    ("00:00", "12:00"): "early_morning",
    ("04:00", "08:00"): "dawn",
    ("05:00", "12:00"): "morning",
    ("12:00", "14:00"): "midday",
    ("12:00", "18:00"): "afternoon",
    ("16:00", "22:00"): "dusk",
    ("17:00", "22:00"): "evening",
    ("18:00", "24:00"): "night",
}


class Bounds(NamedTuple):
    """What is known of a time: its outer days, and the intervals in which it begins and ends.

    `lasted` is True where it took the whole of it, False where it was some moment in between.
    """

    when: Interval
    begins: Interval | None
    ends: Interval | None
    grain: Grain
    lasted: bool


def _closed(interval: Interval | None) -> TypeGuard[Interval]:
    return interval is not None and interval.start is not None and interval.end is not None


class Dates(Periods):
    """Dates in the words of a language."""

    __slots__ = ()

    def heading_words(self, period: Interval, grain: Grain) -> str:
        """A heading's year, or its longer period: "2016", "The 1990s", "1998–2016"."""
        assert period.start is not None and period.last is not None
        first, last = civil(period.start)[0], civil(period.last)[0]
        if grain is Grain.DECADE and first > 0:
            return self.said("decade_heading", year=first)
        return self.year_words(first) if grain <= Grain.YEAR else self.years_words(first, last)

    def month_words(self, period: Interval) -> str:
        """A month by its name alone, as it stands under its year."""
        assert period.start is not None
        return self.month_name(period.start)

    def reach_words(self, when: Interval, lasted: bool, as_of: Day) -> str:
        """Where a time leads beyond the year in which it begins, and stands in a list by years; else empty.

        `as_of` is the day on which a time without an end was last told of.
        """
        assert when.start is not None
        last = civil(as_of if when.last is None else when.last)[0]
        if last <= civil(when.start)[0]:
            return ""
        key = "reach_within" if not lasted else "reach_open" if when.last is None else "reach_lasting"
        return self.said(key, year=self.year_words(last))

    def clock_words(self, clock: Clock | None, grain: Grain = Grain.MINUTE) -> str:
        """A local time: "16:15", "14:00–15:30 EST"; a part of the day by its name."""
        if clock is None:
            return ""
        part = PARTS_OF_DAY.get((clock.first, clock.last))
        if part and grain is Grain.PART_OF_DAY:
            return f"{self.words[f'at_{part}']} {clock.zone}".strip()
        hours = clock.first if clock.first == clock.last else f"{clock.first}–{clock.last}"
        return f"{self.said('clock', hours=hours)} {clock.zone}".strip()

    def entry_words(self, entry: Entry) -> str:
        """When it happened, by what is known: a period, or from, since, until, by, between which days."""
        return self.event_words(entry, entry.mentions[0].dated.article.conventions)

    def event_words(self, event: Event | Entry, conventions: Conventions) -> str:
        """When one report, or all together, put what happened."""
        bounds = Bounds(event.when, event.begins, event.ends, event.grain, event.extent == "throughout")
        words = self.bounds_words(bounds, conventions, planned=event.status is Status.PLANNED)
        return self.about_words(event.edtf, event.grain, words)

    def expression_words(self, x: TimeExpression, conventions: Conventions) -> str:
        """What an expression of an article means: its days in words, or for a length or a recurrence nothing."""
        if x.interval is None:
            return ""
        lasting = x.role in (Role.SINCE, Role.UNTIL, Role.FROM_TO, Role.FOR)
        bounds = Bounds(x.interval, x.begins, x.ends, x.grain, lasting)
        return self.about_words(x.edtf, x.grain, self.bounds_words(bounds, conventions))

    def about_words(self, edtf: str | None, grain: Grain, words: str) -> str:
        """A date that is known only approximately: "on or about" a day, "about" a longer period."""
        if not edtf or "~" not in edtf:
            return words
        return self.said("about_day" if grain <= Grain.DAY else "about", time=words)

    def interval_words(self, when: Interval, grain: Grain, conventions: Conventions) -> str:
        """An interval on its own, as in the note of another reading."""
        return self.bounds_words(Bounds(when, None, None, grain, lasted=False), conventions)

    def bounds_words(self, bounds: Bounds, conventions: Conventions, planned: bool = False) -> str:
        """A time in words, with "since", "from", "until", "by", "after" or "between" where its days need one."""
        when, begins, ends, grain, lasted = bounds

        def named(end: Interval | None, day: Day, setting: Setting) -> str:
            if _closed(end):
                return self.period_words(end, grain, conventions, lasted=True, setting=setting)
            return self.plain_day(day)

        if when.start is None:
            if when.last is None:
                return self.words["time_unknown"]
            if not lasted:
                return self.said("by_day", day=self.plain_day(when.last))
            return self.said("until", time=named(ends, when.last, "until"))
        if when.end is None:
            if not lasted:
                return self.said("after_day", day=self.plain_day(when.start - 1))
            return self.said("from_now" if planned else "since", time=named(begins, when.start, "since"))
        if lasted and _closed(begins) and _closed(ends) and begins != ends:
            return self.from_to(begins, ends, when, grain, conventions)
        words = self.period_words(when, grain, conventions, lasted)
        # In English, a season begins with a small letter.
        return words[0].upper() + words[1:] if grain is Grain.SEASON and words.startswith(self._seasons()) else words

    def _seasons(self) -> tuple[str, ...]:
        return tuple(self.words[season] for season in SEASONS)

    def from_to(self, begins: Interval, ends: Interval, when: Interval, grain: Grain, conventions: Conventions) -> str:
        """A stretch whose ends are periods of their own: "from 2011 to 2013", "10–14 February 2020"."""
        if begins.start == begins.last and ends.start == ends.last:
            return self.period_words(when, Grain.DAY, conventions, lasted=True)
        first, last = (self.period_words(end, grain, conventions, lasted=True) for end in (begins, ends))
        return self.said("from_to", first=first, last=last)
