"""Dates in words; an interval is never shown as an invented day."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple, TypeGuard

from dateline.catalogue.language import Language, Setting
from dateline.model import Clock, Conventions, Day, Entry, Event, Grain, Interval, Role, Status, TimeExpression
from dateline.timex import interval
from dateline.timex.interval import civil

THIRDS = ("early", "mid", "late")
SEASONS = ("spring", "summer", "autumn", "winter")
SPLIT = {Grain.QUARTER: ("quarter", 3), Grain.HALF: ("half", 6)}
# The day on which each begins, the day before which it ends, and whether that is one of the next month.
MONTH_THIRDS = ((1, 11, 0), (11, 21, 0), (21, 1, 1))
# The year of the decade with which each begins, and its years.
DECADE_THIRDS = ((0, 4), (4, 3), (7, 3))
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


class Dates(Language):
    """Dates in the words of a language."""

    __slots__ = ()

    def day_words(self, day: Day) -> str:
        """A day with its weekday: "Friday 15 April 2016"."""
        year, month, number = civil(day)
        if not MINYEAR <= year <= MAXYEAR:
            return self.plain_day(day)  # of years that the calendar does not reach, nobody knows the weekdays
        fields = self._fields(str(number), month) | {"EEEE": self.weekdays[interval.weekday(day)]}
        return self.full % (fields | {"y": self.year_words(year)})

    def plain_day(self, day: Day) -> str:
        """A day without its weekday: "15 April 2016"."""
        year, month, number = civil(day)
        return self.plain % (self._fields(str(number), month) | {"y": self.year_words(year)})

    def date_words(self, day: date) -> str:
        """A day of the calendar: "Friday 15 April 2016"."""
        return self.day_words(day.toordinal())

    def _fields(self, number: str, month: int) -> dict[str, str]:
        return {"d": number, "M": str(month), "MMMM": self.months[month - 1]}

    def year_words(self, year: int) -> str:
        """A year, counted backwards before year 1: "2016", "AD 79", "44 BC"."""
        if year < 1:
            return self.said("year_bc", year=self._long(1 - year))
        return self._long(year) if year > 99 else self.said("year_ad", year=year)

    def _long(self, year: int) -> str:
        return self.number_words(year) if year > 99_999 else str(year)

    def heading_words(self, period: Interval, grain: Grain) -> str:
        """A heading's year, or its longer period: "2016", "The 1990s", "1998–2016"."""
        assert period.start is not None and period.last is not None
        first, last = civil(period.start)[0], civil(period.last)[0]
        if grain is Grain.DECADE and first > 0:
            return self.said("decade_heading", year=first)
        return self.year_words(first) if grain <= Grain.YEAR else self.years_words(first, last)

    def years_words(self, first: int, last: int) -> str:
        """From one year to another: "1998–2016"."""
        return f"{self.year_words(first)}–{self.year_words(last)}"

    def month_name(self, day: Day) -> str:
        """The month of a day by its name alone."""
        return self.months[civil(day)[1] - 1]

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

    def period_words(
        self,
        when: Interval,
        grain: Grain,
        conventions: Conventions,
        lasted: bool,
        setting: Setting = "alone",
    ) -> str:
        """A closed interval by its name where the calendar has one for it, else by its first and last day."""
        start, last = when.start, when.last
        assert start is not None and last is not None
        if start == last:
            return self.day_words(start)
        return self._named(when, grain, conventions, setting) or self._stretch(start, last, lasted)

    def _named(self, when: Interval, grain: Grain, conventions: Conventions, setting: Setting) -> str | None:
        assert when.start is not None and when.end is not None
        if grain in (Grain.WEEK, Grain.WEEKEND):
            return self._week(when, grain, setting)
        (year, month, day), (after_year, after_month, after_day) = civil(when.start), civil(when.end)
        count = 12 * (after_year - year) + after_month - month
        if not day == after_day == 1:
            return self._month_third(when, count) if grain >= Grain.MONTH else None
        if count == 1:
            return self._of(year, month)
        return self._months(year, month, count, grain, conventions, setting) or (
            self._years(year, count // 12, grain, setting) if month == after_month == 1 else None
        )

    def _period(self, kind: str, setting: Setting, **values: object) -> str:
        """A period's name in the form that its setting asks for, where the language has one."""
        key = kind if setting == "alone" else f"{kind}_{setting}"
        return self.said(key if key in self.words else kind, **values)

    def _week(self, when: Interval, grain: Grain, setting: Setting) -> str | None:
        assert when.start is not None and when.last is not None
        if when == interval.enclosing(when.start, grain):
            kind = "weekend" if grain is Grain.WEEKEND else "week"
            return self._period(kind, setting, days=self._days(when.start, when.last, "week"))
        return None

    def _month_third(self, when: Interval, count: int) -> str | None:
        """The early, middle or late part of a month; `count` is 1 where it ends with the month."""
        assert when.start is not None and when.end is not None and when.last is not None
        (year, month, day), after = civil(when.start), civil(when.end)[2]
        if (day, after, count) not in MONTH_THIRDS:
            return None
        third = THIRDS[MONTH_THIRDS.index((day, after, count))]
        days = self.month_day % self._fields(f"{day}{self.words['days_numbers']}{civil(when.last)[2]}", month)
        return f"{self.said(f'{third}_period', period=self._of(year, month))} ({days})"

    def _months(
        self, year: int, month: int, count: int, grain: Grain, conventions: Conventions, setting: Setting
    ) -> str | None:
        """Seasons, quarters, halves and the thirds of a year, each with its months, of which there are so many."""
        last, name = month + count - 1, None
        if grain is Grain.SEASON and count == 3 and month % 3 == 0:
            season = (month // 3 - 1 + 2 * conventions.southern) % 4
            name = f"{self.words[SEASONS[season]]} {self._years_named(year, year + (last > 12))}"
        elif (
            grain in SPLIT
            and count == SPLIT[grain][1]
            and (month - 1) % count == 0
            and conventions.fiscal_year_start == 1
        ):
            name = self._period(f"{SPLIT[grain][0]}_{1 + (month - 1) // count}", setting, year=self.year_words(year))
        elif grain is Grain.YEAR and count == 4 and (month - 1) % count == 0:
            name = self.said(f"{THIRDS[(month - 1) // count]}_period", period=self.year_words(year))
        return f"{name} ({self.months[month - 1]}–{self.months[(last - 1) % 12]})" if name else None

    def _years(self, year: int, count: int, grain: Grain, setting: Setting) -> str | None:
        """A year, a decade or its early, middle or late part, a century."""
        last = year + count - 1
        if count == 1:
            return self.year_words(year)
        if year < 1 or last > 9999:
            return None
        if count == 10 and year % 10 == 0:
            return self._period("decade", setting, year=year)
        if grain is Grain.DECADE and (year % 10, count) in DECADE_THIRDS:
            third = THIRDS[DECADE_THIRDS.index((year % 10, count))]
            return f"{self.said(f'{third}_decade', year=year // 10 * 10)} ({year}–{last})"
        if count != 100 or year % 100 != 1:
            return None
        return f"{self._period('century', setting, number=self.ordinal(last // 100))} ({year}–{last})"

    def _stretch(self, start: Day, last: Day, lasted: bool) -> str:
        """From the first to the last day, or as "between" where only some moment in between is meant."""
        (year, month, day), (_, after_month, after_day) = civil(start), civil(last + 1)
        to_year, to_month, _ = civil(last)
        if not day == after_day == 1:
            if lasted:
                return self._days(start, last, "days")
            return self.said("between_days", days=self._days(start, last, "between"))
        joint = "–"
        if month == after_month == 1:
            first, end = self.year_words(year), self.year_words(to_year)
        else:
            first = self.months[month - 1] if year == to_year else self._of(year, month)
            end, joint = self._of(to_year, to_month), joint if year == to_year else self.words["days_dates"]
        return f"{first}{joint}{end}" if lasted else self.said("between", first=first, last=end)

    def _days(self, start: Day, last: Day, joint: str) -> str:
        """Two days with what they share said once: "10–14 February 2020", "15 November 2015 and 15 April 2016"."""
        (year, month, day), (to_year, to_month, to_day) = civil(start), civil(last)
        if (year, month) == (to_year, to_month):
            fields = self._fields(f"{day}{self.words[f'{joint}_numbers']}{to_day}", month)
            return self.plain % (fields | {"y": self.year_words(year)})
        first = self.month_day % self._fields(str(day), month) if year == to_year else self.plain_day(start)
        return f"{first}{self.words[f'{joint}_dates']}{self.plain_day(last)}"

    def _of(self, year: int, month: int) -> str:
        return f"{self.months[month - 1]} {self.year_words(year)}"

    def _years_named(self, first: int, last: int) -> str:
        """ "2015", "2015–16", "1999–2000"."""
        if first == last:
            return self.year_words(first)
        same_century = first // 100 == last // 100 and first > 99
        return f"{self.year_words(first)}–{last % 100:02}" if same_century else self.years_words(first, last)
