"""EDTF as editors and other programs write it: the levels of ISO 8601-2:2019, and what is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Clock, Grain, Interval
from dateline.timex.edtf import stretch
from dateline.timex.interval import day_number
from dateline.timex.values import edtf, iso_day

READ = """
    2016-04-15: 2016-04-15 DAY
    2016-04: 2016-04-01 2016-04-30 MONTH
    2016: 2016-01-01 2016-12-31 YEAR
    -0043-03-15: -0043-03-15 DAY
    0000: 0000-01-01 0000-12-31 YEAR
    2016-04-15T21:30Z: 2016-04-15 MINUTE
    2015-22: 2015-06-01 2015-08-31 SEASON
    2015-24: 2015-12-01 2016-02-29 SEASON
    Y170000: Y170000-01-01 Y170000-12-31 YEAR
    Y-170000: Y-170000-01-01 Y-170000-12-31 YEAR
    1984?: 1984-01-01 1984-12-31 YEAR
    2004-06~: 2004-06-01 2004-06-30 MONTH
    2004-06-11%: 2004-06-11 DAY
    201X: 2010-01-01 2019-12-31 DECADE
    20XX: 2000-01-01 2099-12-31 CENTURY
    2004-XX: 2004-01-01 2004-12-31 YEAR
    1985-04-XX: 1985-04-01 1985-04-30 MONTH
    1985-XX-XX: 1985-01-01 1985-12-31 YEAR
    2015-09-28/2015-10-13: 2015-09-28 2015-10-13 DAY
    1964/2008: 1964-01-01 2008-12-31 YEAR
    2004-02-01/2005: 2004-02-01 2005-12-31 YEAR
    1985-04-12/..: 1985-04-12 .. DAY
    ../1985-04: .. 1985-04-30 MONTH
    1985/: 1985-01-01 .. YEAR
    Y-17E7: Y-170000000-01-01 Y-170000000-12-31 YEAR
    1950S2: 1900-01-01 1999-12-31 CENTURY
    2001-30: 2001-12-01 2002-02-28 SEASON
    2001-34: 2001-04-01 2001-06-30 QUARTER
    2001-39: 2001-09-01 2001-12-31 YEAR
    2001-41: 2001-07-01 2001-12-31 HALF
    [1667, 1668, 1670..1672]: 1667-01-01 1672-12-31 YEAR
    [..1760-12-03]: .. 1760-12-03 DAY
    ?2004-06-~11: 2004-06-11 DAY
    2004-06~/2004-06-11: 2004-06-01 2004-06-11 MONTH
    156X-12-25: 1560-12-25 1569-12-25 DECADE
    156X-02-29: 1560-02-29 1568-02-29 DECADE
    1XXX-12: 1000-12-01 1999-12-31 MILLENNIUM
    -01XX: -0199-01-01 -0100-12-31 CENTURY
    1984-1X: 1984-10-01 1984-12-31 YEAR
    2016-W15: 2016-04-11 2016-04-17 WEEK
"""


def shown(when: Interval) -> str:
    first, last = (".." if day is None else iso_day(day) for day in (when.start, when.last))
    return first if first == last else f"{first} {last}"


@pytest.mark.parametrize("line", [line.strip() for line in READ.strip().splitlines()])
def test_the_days_of_an_edtf_string(line: str) -> None:
    written, _, expected = line.rpartition(": ")
    found = stretch(written)
    assert f"{shown(found.when)} {found.grain.name}" == expected


REFUSED = """
    x: “x” is no date
    2016-4-15: “2016-4-15” is no date
    15.04.2016: “15.04.2016” is no date
    2016-02-30: “2016-02-30” is no day that there is
    2016-13: “2016-13” is no month that there is
    2016-42: “2016-42” is no month that there is
    XXXX: “XXXX” names no year
    XXXX-12-25: “XXXX-12-25” names no year
    Y1E13: “Y1E13” lies too far from today
    1950S2-03: “1950S2-03” names a month of no year
    {1960, 1961}: it names several dates, and each needs an entry of its own
    ../..: both of its ends are open
    2018/2016: it ends before it begins
    2016/2017/2018: “2017/2018” is no date
    []: “” is no date
    2016-04-15T25:00: “2016-04-15T25:00” is no date
"""


@pytest.mark.parametrize("line", [line.strip() for line in REFUSED.strip().splitlines()])
def test_what_is_no_edtf_date_is_refused_with_the_reason(line: str) -> None:
    written, reason = line.split(": ", 1)
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        stretch(written)


def test_a_text_of_any_length_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="it is too long"):
        stretch("[" + "1667," * 100_000 + "1668]")


def test_the_seasons_of_the_place_turn_with_the_hemisphere() -> None:
    assert shown(stretch("2015-22", southern=True).when) == "2015-12-01 2016-02-29"


def test_about_is_kept_and_perhaps_is_not() -> None:
    assert [stretch(text).approximate for text in ("1850~", "1850%", "1850?", "1850")] == [True, True, False, False]


def test_a_moment_has_its_clock_and_zone() -> None:
    assert stretch("2016-04-15T21:30:10+04:30").clock == Clock("21:30", "21:30", "+04:30")
    assert stretch("2016-04-15 21:30").clock == Clock("21:30", "21:30", "")


days = st.integers(day_number(-3000, 1, 1), day_number(12000, 1, 1))


@given(days, st.integers(1, 5000), st.sampled_from([Grain.DAY, Grain.MONTH, Grain.SEASON, Grain.YEAR]), st.booleans())
def test_what_is_written_is_read_as_the_same_days(start: int, length: int, grain: Grain, southern: bool) -> None:
    whole = Interval(start, start + length)
    written = edtf(whole, grain, southern)
    assert written is not None
    assert stretch(written, southern).when == whole


@given(st.text("0123456789XY-/.~?%[]{},SETW: ", max_size=30))
def test_any_signs_are_read_or_refused(written: str) -> None:
    try:
        found = stretch(written)
    except ValueError:
        return
    assert found.when.start is not None or found.when.end is not None
