"""What the drawing of a timeline says in words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.catalogue.words import Told
from dateline.model import Timeline
from dateline.overview import Period
from dateline.timex.interval import civil

UNITS = ((365.2425, 2, "years"), (30.436875, 2, "months"), (7.0, 3, "weeks"), (1.0, 1, "days"))


class Catalogue(Told):
    """All that the interface says in one language."""

    __slots__ = ()

    def length_words(self, days: int) -> str:
        """So many days in whole units, rounded down: "three years", "14 months", "five weeks", "one day"."""
        for size, least, unit in UNITS:
            count = int(days / size)
            if count >= least:
                spelled = self.numbers[count - 1] if count <= len(self.numbers) else self.number_words(count)
                return self.counts[unit][self.plural(count)].format(count=spelled)
        return ""

    def later_words(self, days: int, exact: bool = True) -> str:
        """How long after another a thing came: "three years later"; "at least …" where either day is not exact."""
        return self.said("length_later" if exact else "length_later_at_least", length=self.length_words(days))

    def overview_words(self, timeline: Timeline, periods: Sequence[Period]) -> str:
        """The drawing in words: how many entries it shows, and where most of them stand."""
        fullest = max(periods, key=lambda period: period.entries)
        words = self.said("at_a_glance", entries=self.entry_counts(len(timeline.entries)))
        if len(periods) == 1 or fullest.entries == 1:
            return words
        return f"{words} {self.said('fullest', period=fullest.name, count=self.number_words(fullest.entries))}"

    def stop_words(self, periods: Sequence[Period]) -> tuple[str, str]:
        """The periods of a stop of the axis, in full and short: "September to November 2015", "Sep–Nov 2015"."""
        begins, last = periods[0].begins, periods[-1].begins
        (year, month, _), (last_year, last_month, _) = civil(begins), civil(last)
        names = {period.name for period in periods}
        if len(names) == 1 and not periods[0].name.startswith(self.month_name(begins)):
            return periods[0].name, periods[0].name
        if year != last_year:
            joined = self.years_words(year, last_year).replace("–", "– ")
            return self._to(self.year_words(year), self.year_words(last_year)), joined
        named = self.year_words(year)
        full, short = self.month_name(begins), self.short_months[month - 1]
        if month != last_month:
            full = self._to(full, self.month_name(last))
            short = f"{short}–{self.short_months[last_month - 1]}"
        return f"{full} {named}", f"{short} {named}"

    def _to(self, first: str, last: str) -> str:
        return self.said("first_to_last", first=first, last=last)
