"""Intervals as strings: EDTF (ISO 8601-2:2019, level 2), TIMEX3 values (TimeML 1.2.1), HTML's `datetime`, words."""

from __future__ import annotations

from functools import lru_cache

from dateline.model import Clock, Day, Grain, Interval, TimeExpression
from dateline.timex import interval as calendar

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASON_NAMES = ("spring", "summer", "autumn", "winter")
SEASON_CODES = ("SP", "SU", "FA", "WI")
THURSDAY = 3

# EDTF's codes of the parts of a year, ISO 8601-2:2019, 4.8: seasons, quarters, quadrimesters, semesters.
EDTF_SEASON, EDTF_QUARTER, EDTF_QUADRIMESTER, EDTF_SEMESTER = 21, 33, 37, 40


@lru_cache(calendar.DAYS_KEPT)
def spelled(day: Day) -> str:
    """A day in words.

    >>> spelled(calendar.day_number(2016, 4, 15))
    'Friday 15 April 2016'
    """
    year, month, number = calendar.civil(day)
    return f"{WEEKDAY_NAMES[calendar.weekday(day)]} {number} {MONTH_NAMES[month - 1]} {year}"


@lru_cache(calendar.DAYS_KEPT)
def iso_day(day: Day) -> str:
    """A day as ISO 8601 writes it; years beyond four digits as EDTF's `Y`."""
    year, month, number = calendar.civil(day)
    return f"{edtf_year(year)}-{month:02}-{number:02}"


def edtf_year(year: int) -> str:
    """A year as EDTF writes it: four digits, a minus sign before year 0, `Y` beyond four digits."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def iso_week(day: Day) -> str:
    """The ISO 8601 week that holds the day, such as `2016-W15`."""
    monday = day - calendar.weekday(day)
    year = calendar.civil(monday + THURSDAY)[0]
    first = calendar.day_number(year, 1, 4)
    return f"{timex3_year(year)}-W{(monday - first + calendar.weekday(first)) // 7 + 1:02}"


def timex3_year(year: int) -> str:
    """A year as TIMEX3 writes it (TimeML 1.2.1, 2.3): four digits, `BC` before those of a year before Christ."""
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def timex3(interval: Interval, grain: Grain, southern: bool = False) -> str:
    """The TIMEX3 value of a calendar unit; a century is the first two digits of its years, a decade three."""
    assert interval.start is not None
    year, month, day = calendar.civil(interval.start)
    if grain <= Grain.DAY:
        return f"{timex3_year(year)}-{month:02}-{day:02}"
    if grain is Grain.WEEK:
        return iso_week(interval.start)
    if grain is Grain.WEEKEND:
        return iso_week(interval.start) + "-WE"
    if grain is Grain.SEASON:
        named, season = calendar.season_of(interval.start, southern)
        return f"{timex3_year(named)}-{SEASON_CODES[season]}"
    if grain is Grain.MONTH:
        return f"{timex3_year(year)}-{month:02}"
    if grain is Grain.QUARTER:
        return f"{timex3_year(year)}-Q{(month + 2) // 3}"
    if grain is Grain.HALF:
        return f"{timex3_year(year)}-H{(month + 5) // 6}"
    if grain is Grain.YEAR:
        return timex3_year(year)
    if grain is Grain.DECADE:
        return f"{year // 10:03}"
    return f"{year // 100:02}" if grain is Grain.CENTURY else f"{year // 1000}"


def edtf(interval: Interval | None, grain: Grain, southern: bool = False, approximate: bool = False) -> str | None:
    """The interval as an EDTF string, in the unit that fits it: `2016-04-15`, `2015-22`, `199X`, `2016-01/2016-05`."""
    if interval is None or (interval.start is None and interval.end is None):
        return None
    mark = "~" if approximate else ""
    if interval.start is None or interval.end is None:
        first = ".." if interval.start is None else iso_day(interval.start) + mark
        last = ".." if interval.last is None else iso_day(interval.last) + mark
        return f"{first}/{last}"
    unit = _unit(interval.start, interval.end, grain, southern)
    return f"{unit}{mark}" if unit else _stretch(interval.start, interval.end, mark)


def edtf_stretch(begins: str | None, ends: str | None) -> str:
    """A stretch between two EDTF dates, either of which may be open."""
    return f"{begins or '..'}/{ends or '..'}"


def _unit(start: Day, end: Day, grain: Grain, southern: bool) -> str | None:
    if end == start + 1:
        return iso_day(start)
    year, month, _ = calendar.civil(start)
    whole = Interval(start, end)
    if whole == calendar.of_month(year, month):
        return f"{edtf_year(year)}-{month:02}"
    if whole == calendar.of_year(year):
        return edtf_year(year)
    if grain is Grain.SEASON and month % 3 == 0 and whole == calendar.of_months(year, month, 3):
        named, season = calendar.season_of(start, southern)
        return f"{edtf_year(named)}-{EDTF_SEASON + season}"
    for size, code in ((3, EDTF_QUARTER), (4, EDTF_QUADRIMESTER), (6, EDTF_SEMESTER)):
        if month % size == 1 and whole == calendar.of_months(year, month, size):
            return f"{edtf_year(year)}-{code + month // size}"
    if 0 < year <= 9999 and whole == calendar.of_decade(year):
        return f"{year // 10:03}X"
    return None


def _stretch(start: Day, end: Day, mark: str) -> str:
    (first_year, first_month, first_day), (end_year, end_month, end_day) = calendar.civil(start), calendar.civil(end)
    if (first_month, first_day, end_month, end_day) == (1, 1, 1, 1):
        return f"{edtf_year(first_year)}{mark}/{edtf_year(end_year - 1)}{mark}"
    if (first_day, end_day) == (1, 1):
        last_year, last_month, _ = calendar.civil(end - 1)
        return f"{edtf_year(first_year)}-{first_month:02}{mark}/{edtf_year(last_year)}-{last_month:02}{mark}"
    return f"{iso_day(start)}{mark}/{iso_day(end - 1)}{mark}"


def html_datetime(expression: TimeExpression) -> str | None:
    """The value of HTML's `datetime` attribute (HTML Standard, 4.5.14), or `None` where HTML has none for it."""
    if expression.type == "DURATION":
        return _html_duration(expression.value)
    whole = expression.begins or expression.interval
    if expression.type == "SET" or whole is None or whole.start is None or whole.end is None:
        return None
    year, month, _ = calendar.civil(whole.start)
    if not 1 <= year <= 9999:
        return None
    if whole.end == whole.start + 1:
        return iso_day(whole.start) + _html_time(expression.clock)
    if whole == calendar.of_month(year, month):
        return f"{year:04}-{month:02}"
    if whole == calendar.of_week(whole.start):
        return iso_week(whole.start)
    return f"{year:04}" if whole == calendar.of_year(year) else None


def _html_time(clock: Clock | None) -> str:
    if clock is None or clock.first != clock.last or clock.first == "24:00":
        return ""
    zone = clock.zone if clock.zone[:1] in ("+", "-") or clock.zone == "Z" else ""
    return f"T{clock.first}{zone}"


def _html_duration(value: str) -> str | None:
    # HTML's durations know days, hours, minutes and seconds; a month or a year has no fixed length.
    digits, unit = value[1:-1].removeprefix("T"), value[-1:]
    if not digits.isdigit():
        return None
    if unit == "W":
        return f"P{7 * int(digits)}D"
    return value if unit in ("HMS" if value.startswith("PT") else "D") else None
