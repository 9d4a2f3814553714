"""The named days of the calendar and how to find each, by country."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dateutil.easter import EASTER_JULIAN, EASTER_WESTERN, easter

from dateline.model import Day, Interval
from dateline.timex import interval as calendar

OfYear = Callable[[int], Day]
LAST_JULIAN = 1582


def fixed(month: int, day: int) -> OfYear:
    """The same day of the same month in every year."""
    return lambda year: calendar.day_number(year, month, day)


def nth(month: int, weekday: int, number: int) -> OfYear:
    """The nth such weekday of a month, from its end where `number` is negative."""
    return lambda year: calendar.nth_weekday(year, month, weekday, number)


def from_easter(days: int) -> OfYear:
    """So many days from Western Easter Sunday (as dateutil's `easter` has it), before 1583 by the Julian calendar."""
    return lambda year: easter(year, EASTER_WESTERN if year > LAST_JULIAN else EASTER_JULIAN).toordinal() + days


def election_day(year: int) -> Day:
    """The Tuesday after the first Monday of November (2 U.S.C. § 7)."""
    return calendar.nth_weekday(year, 11, 0, 1) + 1


def victoria_day(year: int) -> Day:
    """The last Monday before 25 May (Holidays Act of Canada)."""
    return calendar.last_weekday(calendar.day_number(year, 5, 24), 0)


def cyber_monday(year: int) -> Day:
    """The Monday after American Thanksgiving."""
    return calendar.nth_weekday(year, 11, 3, 4) + 4


def black_friday(year: int) -> Day:
    """The day after American Thanksgiving."""
    return calendar.nth_weekday(year, 11, 3, 4) + 1


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day: how to find it, and where another country keeps it on another day."""

    name: str
    of_year: OfYear
    elsewhere: Mapping[str, OfYear]

    def in_year(self, country: str, year: int) -> Interval:
        return calendar.of_day(self.elsewhere.get(country, self.of_year)(year))


INDEPENDENCE_DAYS = {"IN": fixed(8, 15), "PK": fixed(8, 14), "MX": fixed(9, 16), "GR": fixed(3, 25)}
MOTHERING_SUNDAY = {"GB": from_easter(-21), "IE": from_easter(-21)}
SEPTEMBER_FATHERS = {"AU": nth(9, 6, 1), "NZ": nth(9, 6, 1)}
HOLIDAYS = {
    holiday.name: holiday
    for holiday in (
        Holiday("new year 's day", fixed(1, 1), {}),
        Holiday("new year", fixed(1, 1), {}),
        Holiday("new year 's", fixed(1, 1), {}),
        Holiday("the new year", fixed(1, 1), {}),
        Holiday("black friday", black_friday, {}),
        Holiday("new year 's eve", fixed(12, 31), {}),
        Holiday("martin luther king day", nth(1, 0, 3), {}),
        Holiday("martin luther king jr . day", nth(1, 0, 3), {}),
        Holiday("mlk day", nth(1, 0, 3), {}),
        Holiday("remembrance sunday", nth(11, 6, 2), {}),
        Holiday("groundhog day", fixed(2, 2), {}),
        Holiday("valentine 's day", fixed(2, 14), {}),
        Holiday("presidents ' day", nth(2, 0, 3), {}),
        Holiday("st . patrick 's day", fixed(3, 17), {}),
        Holiday("st patrick 's day", fixed(3, 17), {}),
        Holiday("april fools ' day", fixed(4, 1), {}),
        Holiday("shrove tuesday", from_easter(-47), {}),
        Holiday("mardi gras", from_easter(-47), {}),
        Holiday("ash wednesday", from_easter(-46), {}),
        Holiday("palm sunday", from_easter(-7), {}),
        Holiday("maundy thursday", from_easter(-3), {}),
        Holiday("good friday", from_easter(-2), {}),
        Holiday("easter sunday", from_easter(0), {}),
        Holiday("easter", from_easter(0), {}),
        Holiday("easter monday", from_easter(1), {}),
        Holiday("ascension day", from_easter(39), {}),
        Holiday("whit monday", from_easter(50), {}),
        Holiday("pentecost", from_easter(49), {}),
        Holiday("anzac day", fixed(4, 25), {}),
        Holiday("australia day", fixed(1, 26), {}),
        Holiday("canada day", fixed(7, 1), {}),
        Holiday("may day", fixed(5, 1), {}),
        Holiday("mother 's day", nth(5, 6, 2), MOTHERING_SUNDAY),
        Holiday("memorial day", nth(5, 0, -1), {}),
        Holiday("flag day", fixed(6, 14), {}),
        Holiday("father 's day", nth(6, 6, 3), SEPTEMBER_FATHERS),
        Holiday("juneteenth", fixed(6, 19), {}),
        Holiday("independence day", fixed(7, 4), INDEPENDENCE_DAYS),
        Holiday("the fourth of july", fixed(7, 4), {}),
        Holiday("bastille day", fixed(7, 14), {}),
        Holiday("labor day", nth(9, 0, 1), {}),
        Holiday("labour day", nth(9, 0, 1), {"NZ": nth(10, 0, 4)}),
        Holiday("columbus day", nth(10, 0, 2), {}),
        Holiday("halloween", fixed(10, 31), {}),
        Holiday("all saints ' day", fixed(11, 1), {}),
        Holiday("guy fawkes night", fixed(11, 5), {}),
        Holiday("bonfire night", fixed(11, 5), {}),
        Holiday("election day", election_day, {}),
        Holiday("veterans day", fixed(11, 11), {}),
        Holiday("remembrance day", fixed(11, 11), {}),
        Holiday("armistice day", fixed(11, 11), {}),
        Holiday("thanksgiving day", nth(11, 3, 4), {"CA": nth(10, 0, 2)}),
        Holiday("thanksgiving", nth(11, 3, 4), {"CA": nth(10, 0, 2)}),
        Holiday("christmas eve", fixed(12, 24), {}),
        Holiday("christmas day", fixed(12, 25), {}),
        Holiday("christmas", fixed(12, 25), {}),
        Holiday("boxing day", fixed(12, 26), {}),
        Holiday("earth day", fixed(4, 22), {}),
        Holiday("epiphany", fixed(1, 6), {}),
        Holiday("corpus christi", from_easter(60), {}),
        Holiday("trinity sunday", from_easter(56), {}),
        Holiday("whit sunday", from_easter(49), {}),
        Holiday("whitsunday", from_easter(49), {}),
        Holiday("whitsun", from_easter(49), {}),
        Holiday("candlemas", fixed(2, 2), {}),
        Holiday("lady day", fixed(3, 25), {}),
        Holiday("midsummer day", fixed(6, 24), {}),
        Holiday("midsummer 's day", fixed(6, 24), {}),
        Holiday("lammas", fixed(8, 1), {}),
        Holiday("michaelmas", fixed(9, 29), {}),
        Holiday("martinmas", fixed(11, 11), {}),
        Holiday("st . martin 's day", fixed(11, 11), {}),
        Holiday("st martin 's day", fixed(11, 11), {}),
        Holiday("st . bartholomew 's day", fixed(8, 24), {}),
        Holiday("st bartholomew 's day", fixed(8, 24), {}),
        Holiday("st . john 's day", fixed(6, 24), {}),
        Holiday("st john 's day", fixed(6, 24), {}),
        Holiday("all souls ' day", fixed(11, 2), {}),
        Holiday("st . andrew 's day", fixed(11, 30), {}),
        Holiday("st . george 's day", fixed(4, 23), {}),
        Holiday("bank holiday monday", nth(8, 0, -1), {}),
        Holiday("may bank holiday", nth(5, 0, 1), {}),
        Holiday("early may bank holiday", nth(5, 0, 1), {}),
        Holiday("late may bank holiday", nth(5, 0, -1), {}),
        Holiday("spring bank holiday", nth(5, 0, -1), {}),
        Holiday("june bank holiday", nth(6, 0, 1), {}),
        Holiday("august bank holiday", nth(8, 0, -1), {"IE": nth(8, 0, 1)}),
        Holiday("summer bank holiday", nth(8, 0, -1), {}),
        Holiday("october bank holiday", nth(10, 0, -1), {}),
        Holiday("victoria day", victoria_day, {}),
        Holiday("cyber monday", cyber_monday, {}),
        Holiday("patriots ' day", nth(4, 0, 3), {}),
        Holiday("presidents day", nth(2, 0, 3), {}),
        Holiday("veterans ' day", fixed(11, 11), {}),
        Holiday("cinco de mayo", fixed(5, 5), {}),
        Holiday("international women 's day", fixed(3, 8), {}),
        Holiday("burns night", fixed(1, 25), {}),
        Holiday("hogmanay", fixed(12, 31), {}),
        Holiday("st george 's day", fixed(4, 23), {}),
        Holiday("st andrew 's day", fixed(11, 30), {}),
        Holiday("st david 's day", fixed(3, 1), {}),
        Holiday("st stephen 's day", fixed(12, 26), {}),
        Holiday("waitangi day", fixed(2, 6), {}),
        Holiday("melbourne cup day", nth(11, 1, 1), {}),
        Holiday("republic day", fixed(1, 26), {"PK": fixed(3, 23), "IT": fixed(6, 2), "TR": fixed(10, 29)}),
        Holiday("heritage day", fixed(9, 24), {}),
        Holiday("freedom day", fixed(4, 27), {}),
        Holiday("day of reconciliation", fixed(12, 16), {}),
    )
}  # fmt: skip
