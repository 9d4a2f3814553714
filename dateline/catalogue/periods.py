"""Days, years and periods of the calendar in words."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from dateline.catalogue.language import Language, Setting
from dateline.model import Conventions, Day, Grain, Interval
from dateline.timex import interval
from dateline.timex.interval import civil

THIRDS = ("early", "mid", "late")
SEASONS = ("spring", "summer", "autumn", "winter")
SPLIT = {Grain.QUARTER: ("quarter", 3), Grain.HALF: ("half", 6)}
# The day on which each begins, the day before which it ends, and whether that is one of the next month.
MONTH_THIRDS = ((1, 11, 0), (11, 21, 0), (21, 1, 1))
# The year of the decade with which each begins, and its years.
DECADE_THIRDS = ((0, 4), (4, 3), (7, 3))


class Periods(Language):
    """Days and periods in the words of a language."""

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

    def years_words(self, first: int, last: int) -> str:
        """From one year to another: "1998–2016"."""
        return f"{self.year_words(first)}–{self.year_words(last)}"

    def month_name(self, day: Day) -> str:
        """The month of a day by its name alone."""
        return self.months[civil(day)[1] - 1]

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
