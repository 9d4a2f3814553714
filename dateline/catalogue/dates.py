"""Dates in words; an interval is never shown as an invented day."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple, TypeGuard

from dateline.model import Clock, Conventions, Day, Entry, Event, Grain, Interval, Role, Status, TimeExpression
from dateline.timex import interval
from dateline.timex.interval import civil
from dateline.timex.values import MONTH_NAMES as MONTHS
from dateline.timex.values import SEASON_NAMES
from dateline.timex.values import WEEKDAY_NAMES as WEEKDAYS

THIRDS = (("early ", 0), ("mid-", 1), ("late ", 2))
PARTS_OF_DAY = {
    ("04:00", "08:00"): "at dawn",
    ("05:00", "12:00"): "in the morning",
    ("12:00", "14:00"): "at midday",
    ("12:00", "18:00"): "in the afternoon",
    ("16:00", "22:00"): "at dusk",
    ("17:00", "22:00"): "in the evening",
    ("18:00", "24:00"): "at night",
}
WIDE_DASH = "\u00a0– "  # no line begins with a dash
ORDINALS = ("first", "second", "third", "fourth")


def day_words(day: Day) -> str:
    """A day with its weekday: "Friday 15 April 2016"."""
    # Of years that the calendar does not reach, nobody knows the weekdays.
    return (
        f"{WEEKDAYS[interval.weekday(day)]} {plain_day(day)}" if MINYEAR <= civil(day)[0] <= MAXYEAR else plain_day(day)
    )


def plain_day(day: Day) -> str:
    """A day without its weekday: "15 April 2016"."""
    year, month, number = civil(day)
    return f"{number} {MONTHS[month - 1]} {year_words(year)}"


def date_words(day: date) -> str:
    """A day of the calendar: "Friday 15 April 2016"."""
    return day_words(day.toordinal())


def year_words(year: int) -> str:
    """A year, counted backwards before year 1: "2016", "AD 79", "44 BC"."""
    if year < 1:
        return f"{_long(1 - year)} BC"
    return _long(year) if year > 99 else f"AD {year}"


def _long(year: int) -> str:
    return f"{year:,}" if year > 99_999 else str(year)


def heading_words(period: Interval, grain: Grain) -> str:
    """A heading's year, or its longer period: "2016", "The 1990s", "1998–2016"."""
    assert period.start is not None and period.last is not None
    first, last = civil(period.start)[0], civil(period.last)[0]
    if grain is Grain.DECADE and first > 0:
        return f"The {first}s"
    return year_words(first) if grain <= Grain.YEAR else f"{year_words(first)}–{year_words(last)}"


def month_name(day: Day) -> str:
    """The month of a day by its name alone."""
    return MONTHS[civil(day)[1] - 1]


def month_words(period: Interval) -> str:
    """A month by its name alone, as it stands under its year."""
    assert period.start is not None
    return month_name(period.start)


def reach_words(when: Interval, lasted: bool, as_of: Day) -> str:
    """Where a time leads beyond the year in which it begins, and stands in a list by years; empty where it does not.

    `as_of` is the day on which a time without an end was last told of.
    """
    assert when.start is not None
    last = civil(as_of if when.last is None else when.last)[0]
    if last <= civil(when.start)[0]:
        return ""
    if not lasted:
        return f"Listed under the first year that may be meant; the last is {year_words(last)}."
    until = "was still going on in" if when.last is None else "lasts until"
    return f"Listed under the year in which it begins; it {until} {year_words(last)}."


def clock_words(clock: Clock | None, grain: Grain = Grain.MINUTE) -> str:
    """A local time: "16:15", "14:00–15:30 EST"; a part of the day by its name."""
    if clock is None:
        return ""
    hours = clock.first if clock.first == clock.last else f"{clock.first}–{clock.last}"
    if grain is Grain.PART_OF_DAY:
        hours = PARTS_OF_DAY.get((clock.first, clock.last), hours)
    return f"{hours} {clock.zone}".strip()


def entry_words(entry: Entry) -> str:
    """When it happened, by what is known: a period, or from, since, until, by, between which days."""
    return event_words(entry, entry.mentions[0].dated.article.conventions)


def event_words(event: Event | Entry, conventions: Conventions) -> str:
    """When one report, or all together, put what happened."""
    bounds = Bounds(event.when, event.begins, event.ends, event.grain, event.extent == "throughout")
    about = "about " if event.edtf and "~" in event.edtf else ""
    return about + bounds_words(bounds, conventions, planned=event.status is Status.PLANNED)


def expression_words(x: TimeExpression, conventions: Conventions) -> str:
    """What an expression of an article means: its days in words, or for a length or a recurrence nothing."""
    if x.interval is None:
        return ""
    lasting = x.role in (Role.SINCE, Role.UNTIL, Role.FROM_TO, Role.FOR)
    about = "about " if x.edtf and "~" in x.edtf else ""
    return about + bounds_words(Bounds(x.interval, x.begins, x.ends, x.grain, lasting), conventions)


def interval_words(when: Interval, grain: Grain, conventions: Conventions) -> str:
    """An interval on its own, as in the note of another reading."""
    return bounds_words(Bounds(when, None, None, grain, lasted=False), conventions)


class Bounds(NamedTuple):
    """What is known of a time: its outer days, and the intervals in which it begins and ends.

    `lasted` is True where it took the whole of it, False where it was some moment in between.
    """

    when: Interval
    begins: Interval | None
    ends: Interval | None
    grain: Grain
    lasted: bool


def bounds_words(bounds: Bounds, conventions: Conventions, planned: bool = False) -> str:
    """A time in words, with "since", "from", "until", "by", "after" or "between" where its days need one."""
    when, begins, ends, grain, lasted = bounds
    if when.start is None:
        if when.last is None:
            return "at a time not known"
        if not lasted:
            return f"by {plain_day(when.last)}"
        return f"until {period_words(ends, grain, conventions, lasted=True) if _closed(ends) else plain_day(when.last)}"
    if when.end is None:
        if not lasted:
            return f"after {plain_day(when.start - 1)}"
        start = period_words(begins, grain, conventions, lasted=True) if _closed(begins) else plain_day(when.start)
        return f"{'from' if planned else 'since'} {start}"
    if lasted and _closed(begins) and _closed(ends) and begins != ends:
        return from_to(begins, ends, when, grain, conventions)
    words = period_words(when, grain, conventions, lasted)
    return words[0].upper() + words[1:] if words.startswith(SEASON_NAMES) else words


def _closed(interval: Interval | None) -> TypeGuard[Interval]:
    return interval is not None and interval.start is not None and interval.end is not None


def from_to(begins: Interval, ends: Interval, when: Interval, grain: Grain, conventions: Conventions) -> str:
    """A stretch whose ends are periods of their own: "from 2011 to 2013", "10–14 February 2020"."""
    if begins.start == begins.last and ends.start == ends.last:
        return period_words(when, Grain.DAY, conventions, lasted=True)
    first, last = (period_words(end, grain, conventions, lasted=True) for end in (begins, ends))
    return f"from {first} to {last}"


def period_words(when: Interval, grain: Grain, conventions: Conventions, lasted: bool) -> str:
    """A closed interval by its name where the calendar has one for it, else by its first and last day."""
    start, last = when.start, when.last
    assert start is not None and last is not None
    if start == last:
        return day_words(start)
    return _named(when, grain, conventions) or _stretch(start, last, lasted)


def _named(when: Interval, grain: Grain, conventions: Conventions) -> str | None:
    if grain in (Grain.WEEK, Grain.WEEKEND):
        return _week(when, grain)
    return _month(when, grain) or _months(when, grain, conventions) or _years(when, grain)


def _week(when: Interval, grain: Grain) -> str | None:
    assert when.start is not None and when.last is not None
    if when == interval.enclosing(when.start, grain):
        name = "weekend" if grain is Grain.WEEKEND else "week"
        return f"the {name} of {_days(when.start, when.last, '–')}"
    return None


def _month(when: Interval, grain: Grain) -> str | None:
    assert when.start is not None and when.last is not None
    year, month, _ = civil(when.start)
    whole = interval.of_month(year, month)
    name = f"{MONTHS[month - 1]} {year_words(year)}"
    if when == whole:
        return name
    if grain >= Grain.MONTH:
        for word, which in THIRDS:
            if when == interval.third(whole, Grain.MONTH, which):
                first, last = civil(when.start)[2], civil(when.last)[2]
                return f"{word}{name} ({first}–{last} {MONTHS[month - 1]})"
    return None


def _months(when: Interval, grain: Grain, conventions: Conventions) -> str | None:
    """Seasons, quarters, halves and the thirds of a year, each with its months."""
    assert when.start is not None and when.last is not None
    year, month, _ = civil(when.start)
    name = None
    if grain is Grain.SEASON:
        season_year, season = interval.season_of(when.start, conventions.southern)
        if when == interval.of_season(season_year, season, conventions.southern):
            name = f"{SEASON_NAMES[season]} {_years_named(year, civil(when.last)[0])}"
    elif grain is Grain.QUARTER and conventions.fiscal_year_start == 1:
        if when == interval.enclosing(when.start, grain):
            name = f"the {ORDINALS[(month - 1) // 3]} quarter of {year_words(year)}"
    elif grain is Grain.HALF and conventions.fiscal_year_start == 1:
        if when == interval.enclosing(when.start, grain):
            name = f"the {ORDINALS[(month - 1) // 6]} half of {year_words(year)}"
    elif grain is Grain.YEAR:
        thirds = (word for word, which in THIRDS if when == interval.third(interval.of_year(year), Grain.YEAR, which))
        name = next((f"{word}{year_words(year)}" for word in thirds), None)
    return f"{name} ({_month_names(when.start, when.last)})" if name else None


def _years(when: Interval, grain: Grain) -> str | None:
    assert when.start is not None and when.last is not None
    year, last = civil(when.start)[0], civil(when.last)[0]
    if when == interval.of_year(year):
        return year_words(year)
    if year < 1 or last > 9999:
        return None
    decade = interval.of_decade(year)
    if when == decade:
        return f"the {year}s"
    if grain is Grain.DECADE:
        for word, which in THIRDS:
            if when == interval.third(decade, Grain.DECADE, which):
                return f"the {word}{year // 10 * 10}s ({year}–{last})"
    century = interval.enclosing(when.start, Grain.CENTURY)
    return f"the {_ordinal(last // 100)} century ({year}–{last})" if when == century else None


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _stretch(start: Day, last: Day, lasted: bool) -> str:
    """From the first to the last day, or as "between" where only some moment in between is meant."""
    (year, month, day), (_, after_month, after_day) = civil(start), civil(last + 1)
    to_year, to_month, _ = civil(last)
    if day == after_day == 1 and month == after_month == 1:
        first, end = year_words(year), year_words(to_year)
        return f"{first}–{end}" if lasted else f"between {first} and {end}"
    if day == after_day == 1:
        first = MONTHS[month - 1] if year == to_year else _of(year, month)
        end, joint = _of(to_year, to_month), "–" if year == to_year else WIDE_DASH
        return f"{first}{joint}{end}" if lasted else f"between {first} and {end}"
    return _days(start, last, "–") if lasted else f"between {_days(start, last, ' and ')}"


def _days(start: Day, last: Day, joint: str) -> str:
    """Two days with what they share said once: "10–14 February 2020", "15 November 2015 and 15 April 2016"."""
    (year, month, day), (to_year, to_month, _) = civil(start), civil(last)
    if (year, month) == (to_year, to_month):
        return f"{day}{joint}{plain_day(last)}"
    wide = joint if " " in joint else WIDE_DASH
    if year == to_year:
        return f"{day} {MONTHS[month - 1]}{wide}{plain_day(last)}"
    return f"{plain_day(start)}{wide}{plain_day(last)}"


def _of(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {year_words(year)}"


def _month_names(start: Day, last: Day) -> str:
    return f"{MONTHS[civil(start)[1] - 1]}–{MONTHS[civil(last)[1] - 1]}"


def _years_named(first: int, last: int) -> str:
    """ "2015", "2015–16", "1999–2000"."""
    if first == last:
        return year_words(first)
    same_century = first // 100 == last // 100 and first > 99
    return f"{year_words(first)}–{last % 100:02}" if same_century else f"{year_words(first)}–{year_words(last)}"
