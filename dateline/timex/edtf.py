"""EDTF (ISO 8601-2:2019, levels 0 to 2) read: what an editor or another program writes for a date, as days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from dateline.model import Clock, Grain, Interval
from dateline.timex import interval as calendar

LONGEST = 200
FARTHEST = 10**12
"""Years from year 0; older than the world, and a number that every program reads."""

OPEN = ("", "..")
# A mark may stand before or behind each part of a date: "2004-06~-11", "?2004-06-11".
YEAR = r"(?:Y(?P<long>-?\d{1,15})(?:E(?P<power>\d{1,2}))?|(?P<year>-?[\dX]{4}))(?:S(?P<digits>\d{1,2}))?"
DATE = re.compile(
    rf"[?~%]?{YEAR}[?~%]?(?:-[?~%]?(?P<part>[\dX]{{2}})[?~%]?(?:-[?~%]?(?P<day>[\dX]{{2}})[?~%]?)?)?", re.ASCII
)
MOMENT = re.compile(
    r"(?P<day>-?\d{4}-\d\d-\d\d)[T ](?P<clock>(?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?"
    r"(?P<zone>Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?",
    re.ASCII,
)
WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>0[1-9]|[1-4]\d|5[0-3])", re.ASCII)
SIZES = {1: Grain.DECADE, 2: Grain.CENTURY, 3: Grain.MILLENNIUM}
# ISO 8601-2:2019, 4.8: the first and last code, months and grain of quarters, quadrimesters and semesters.
PARTS = ((33, 36, 3, Grain.QUARTER), (37, 39, 4, Grain.YEAR), (40, 41, 6, Grain.HALF))


class Stretch(NamedTuple):
    """What an EDTF string means: its outer days and, of two dates with a stroke between them, those of each."""

    when: Interval
    begins: Interval | None
    ends: Interval | None
    grain: Grain
    approximate: bool = False
    clock: Clock | None = None


def stretch(edtf: str, southern: bool = False) -> Stretch:
    """The days of an EDTF string, of a moment, or of a week as HTML writes it; raises ValueError where it is none.

    A date of which digits are not known reaches from the first to the last day that it can be; of one of a set of
    dates, `[1667, 1670..1672]`, the same. Seasons 21 to 24 are those of the place.

    >>> stretch("2015-22").when == calendar.of_season(2015, 1)
    True
    >>> stretch("156X-12-25").when == calendar.of_days(calendar.day_number(1560, 12, 25),
    ...                                                calendar.day_number(1569, 12, 25))
    True
    """
    written = edtf.strip()
    if len(written) > LONGEST:
        raise ValueError("it is too long")
    if moment := MOMENT.fullmatch(written):
        clock = Clock(moment["clock"], moment["clock"], moment["zone"] or "")
        return Stretch(_unit(moment["day"], southern)[0], None, None, Grain.MINUTE, clock=clock)
    approximate = any(mark in written for mark in "~%")
    if written.startswith("{"):
        raise ValueError("it names several dates, and each needs an entry of its own")
    if written.startswith("[") and written.endswith("]"):
        return _one_of([part.strip() for part in written[1:-1].split(",")], southern, approximate)
    first, stroke, last = written.partition("/")
    if not stroke:
        when, grain = _unit(first, southern)
        return Stretch(when, None, None, grain, approximate)
    return _between(first, last, southern)._replace(approximate=approximate)


def _between(first: str, last: str, southern: bool) -> Stretch:
    """From the one date to the other, either of which may be open."""
    begins, ends = (None if end in OPEN else _unit(end, southern) for end in (first, last))
    if begins is None and ends is None:
        raise ValueError("both of its ends are open")
    start, end = begins[0].start if begins else None, ends[0].end if ends else None
    if begins and ends and begins[0].start > ends[0].start:  # type: ignore[operator]
        raise ValueError("it ends before it begins")
    grain = max(each[1] for each in (begins, ends) if each)
    return Stretch(Interval(start, end), begins and begins[0], ends and ends[0], grain)


def _one_of(members: list[str], southern: bool, approximate: bool) -> Stretch:
    """The days from the first to the last of a set of dates, one of which is meant."""
    found = []
    for member in members:
        first, dots, last = member.partition("..")
        found.append(_between(first, last, southern) if dots else Stretch(*_whole(first, southern)))
    when = found[0].when
    for each in found[1:]:
        when = calendar.hull(when, each.when)
    return Stretch(when, None, None, max(each.grain for each in found), approximate)


def _whole(written: str, southern: bool) -> tuple[Interval, None, None, Grain]:
    when, grain = _unit(written, southern)
    return when, None, None, grain


def _unit(written: str, southern: bool) -> tuple[Interval, Grain]:
    if week := WEEK.fullmatch(written):
        monday = calendar.of_week(calendar.day_number(int(week["year"]), 1, 4)).start
        assert monday is not None
        return calendar.of_week(monday + 7 * (int(week["week"]) - 1)), Grain.WEEK
    match = DATE.fullmatch(written)
    if match is None:
        raise ValueError(f"“{written}” is no date")
    first, last, unknown = _years(match, written)
    if match["part"] is None:
        return calendar.of_years(first, last - first + 1), SIZES[unknown] if unknown else Grain.YEAR
    if match["digits"]:
        raise ValueError(f"“{written}” names a month of no year")
    if match["part"].isdecimal() and int(match["part"]) > 12 and match["day"] is None and first == last:
        return _part(first, int(match["part"]), written, southern)
    return _days(match, (first, last, unknown), written)


def _years(match: re.Match[str], written: str) -> tuple[int, int, int]:
    """The first and the last year that it can be, and how many of the year's digits are not known."""
    digits = match["year"] or match["long"]
    unknown = digits.count("X")
    if unknown == 4:
        raise ValueError(f"“{written}” names no year")
    power = 10 ** int(match["power"] or 0)
    bounds = sorted(int(digits.replace("X", digit)) * power for digit in "09")
    if max(map(abs, bounds)) > FARTHEST:
        raise ValueError(f"“{written}” lies too far from today")
    if match["digits"]:
        lost = len(str(abs(bounds[0]))) - int(match["digits"])
        size = 10 ** max(lost, 0)
        first = bounds[0] // size * size
        return first, first + size - 1, min(max(lost, 0), 3)
    return bounds[0], bounds[1], unknown


def _days(match: re.Match[str], years: tuple[int, int, int], written: str) -> tuple[Interval, Grain]:
    """From the first to the last day that a month or a day of the month can be."""
    first, last, unknown = years
    digits = match["year"] or str(first)
    told = (
        [first]
        if first == last
        else _fitting(digits.removeprefix("-"), min(abs(first), abs(last)), max(abs(first), abs(last)))
    )
    sign = -1 if digits.startswith("-") and first != last else 1
    possible = sorted(sign * year for year in told)
    months, days = _fitting(match["part"], 1, 12), _fitting(match["day"] or "XX", 1, 31)
    begin = next(_existing(product(possible, months, days)), None)
    end = next(_existing(product(reversed(possible), reversed(months), reversed(days))), None)
    if begin is None or end is None:
        raise ValueError(f"“{written}” is no {'day' if match['day'] else 'month'} that there is")
    if unknown:
        return calendar.of_days(begin, end), SIZES[unknown]
    whole = match["day"] is None or "X" in match["day"]
    grain = Grain.YEAR if "X" in match["part"] else Grain.MONTH if whole else Grain.DAY
    return calendar.of_days(begin, end), grain


def _fitting(pattern: str, first: int, last: int) -> list[int]:
    """The numbers from `first` to `last` that have the known digits of a pattern such as `1X`."""
    known = re.compile(pattern.replace("X", r"\d"))
    return [number for number in range(first, last + 1) if known.fullmatch(f"{number:0{len(pattern)}}")]


def _existing(dates: Iterable[tuple[int, int, int]]) -> Iterator[int]:
    for date in dates:
        try:
            yield calendar.day_number(*date)
        except ValueError:
            continue


def _part(year: int, part: int, written: str, southern: bool) -> tuple[Interval, Grain]:
    """One of the parts of a year of ISO 8601-2:2019, 4.8."""
    if 21 <= part <= 32:  # seasons: of the place, of the north, of the south
        south = southern if part <= 24 else part >= 29
        return calendar.of_season(year, (part - 21) % 4, south), Grain.SEASON
    for first, last, months, grain in PARTS:
        if first <= part <= last:
            return calendar.of_months(year, 1 + months * (part - first), months), grain
    raise ValueError(f"“{written}” is no month that there is")
