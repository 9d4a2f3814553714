"""Laws of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Grain, Interval
from dateline.timex import interval as calendar

DAYS = st.integers(min_value=-3_000_000, max_value=6_000_000)
GRAINS = st.sampled_from([grain for grain in Grain if grain >= Grain.DAY])


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval, open ends included."""
    start, length = draw(DAYS), draw(st.integers(min_value=1, max_value=4000))
    return Interval(draw(st.sampled_from([start, None])), draw(st.sampled_from([start + length, None])))


@given(DAYS)
def test_a_day_comes_back_from_its_civil_date(day: int) -> None:
    assert calendar.day_number(*calendar.civil(day)) == day


@given(st.dates())
def test_days_agree_with_the_standard_library(day: date) -> None:
    number = calendar.day_number(day.year, day.month, day.day)
    assert number == day.toordinal()
    assert calendar.weekday(number) == day.weekday()


@given(DAYS, GRAINS)
def test_the_enclosing_unit_holds_the_day(day: int, grain: Grain) -> None:
    whole = calendar.enclosing(day, grain)
    if grain is Grain.WEEKEND:
        assert calendar.contains(calendar.of_week(day), whole)
    else:
        assert calendar.contains(whole, calendar.of_day(day))


@given(DAYS, st.sampled_from([g for g in Grain if g >= Grain.DAY and g is not Grain.WEEKEND]))
def test_every_day_of_a_unit_has_that_unit(day: int, grain: Grain) -> None:
    whole = calendar.enclosing(day, grain)
    assert whole.start is not None and whole.last is not None
    assert calendar.enclosing(whole.start, grain) == calendar.enclosing(whole.last, grain) == whole


@given(DAYS, st.sampled_from([Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.DECADE, Grain.CENTURY]))
def test_thirds_fill_their_unit_in_order(day: int, grain: Grain) -> None:
    whole = calendar.enclosing(day, grain)
    early, middle, late = (calendar.third(whole, grain, which) for which in range(3))
    assert (early.start, late.end) == (whole.start, whole.end)
    assert (early.end, middle.end) == (middle.start, late.start)


@given(DAYS, st.integers(min_value=-200, max_value=200))
def test_months_on_and_back_stay_within_the_month(day: int, count: int) -> None:
    there = calendar.add_months(day, count)
    assert calendar.civil(calendar.add_months(there, -count))[:2] == calendar.civil(day)[:2]


@given(DAYS, st.integers(min_value=-400, max_value=400), GRAINS)
def test_a_shift_of_units_meets_units(day: int, count: int, grain: Grain) -> None:
    there = calendar.shift(day, count, grain)
    assert there.start is not None
    if count > 0 and grain is not Grain.WEEKEND:
        assert there.start > day
    if count < 0:
        assert there.end is not None and there.end <= day + 2 * (grain is Grain.WEEKEND)


@given(DAYS, st.integers(min_value=0, max_value=6))
def test_the_last_and_the_next_weekday_are_a_week_apart_or_today(day: int, wanted: int) -> None:
    last, following = calendar.last_weekday(day, wanted), calendar.next_weekday(day, wanted)
    assert calendar.weekday(last) == calendar.weekday(following) == wanted
    assert last <= day <= following
    assert following - last in ((0,) if calendar.weekday(day) == wanted else (7,))


@given(intervals(), intervals())
def test_the_hull_holds_both_and_the_intersection_lies_in_both(first: Interval, second: Interval) -> None:
    hull, common = calendar.hull(first, second), calendar.intersection(first, second)
    assert calendar.contains(hull, first) and calendar.contains(hull, second)
    assert common == calendar.intersection(second, first)
    if common is not None:
        assert calendar.contains(first, common) and calendar.contains(second, common)


@given(intervals(), intervals(), intervals())
def test_order_is_strict_and_transitive(first: Interval, second: Interval, third: Interval) -> None:
    assert not calendar.precedes(first, first)
    if calendar.precedes(first, second):
        assert not calendar.precedes(second, first)
        assert calendar.intersection(first, second) is None
        if calendar.precedes(second, third):
            assert calendar.precedes(first, third)


@pytest.mark.parametrize(
    ("year", "season", "southern", "first", "last"),
    [
        (2015, 3, False, (2015, 12, 1), (2016, 2, 29)),
        (2014, 3, False, (2014, 12, 1), (2015, 2, 28)),
        (2015, 1, False, (2015, 6, 1), (2015, 8, 31)),
        (2022, 1, True, (2022, 12, 1), (2023, 2, 28)),
        (2025, 0, True, (2025, 9, 1), (2025, 11, 30)),
        (2016, 3, True, (2016, 6, 1), (2016, 8, 31)),
    ],
)
def test_seasons(
    year: int, season: int, southern: bool, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    whole = calendar.of_season(year, season, southern)
    assert whole == calendar.of_days(calendar.day_number(*first), calendar.day_number(*last))
    assert calendar.season_of(whole.start or 0, southern) == (year, season)


def test_week_53_belongs_to_the_old_year() -> None:
    assert calendar.of_week(calendar.day_number(2021, 1, 1)) == calendar.of_days(
        calendar.day_number(2020, 12, 28), calendar.day_number(2021, 1, 3)
    )


def test_the_twentieth_century_ends_with_2000() -> None:
    assert calendar.of_century(20) == calendar.of_years(1901, 100)


def test_an_interval_holds_a_day() -> None:
    with pytest.raises(ValueError, match="must hold a day"):
        Interval(5, 5)


def test_no_month_has_a_thirtieth_of_february() -> None:
    with pytest.raises(ValueError, match="day"):
        calendar.day_number(2016, 2, 30)
