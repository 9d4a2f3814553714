"""The drawing shows every entry once, nothing that is not known, and no mark over another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.model import Interval, Status
from dateline.overview import Drawing, Mark, Period, drawing, scale, stops
from dateline.timeline.build import timeline
from dateline.timex.interval import of_decade, of_month, of_season, of_year
from tests.examples import article, day, event, span

days = some.lists(some.integers(700_000, 740_000), min_size=1, max_size=60)


def drawn(*events: object, filed: date = date(2016, 4, 15)) -> Drawing:
    return drawing(timeline([article(events, filed=filed)]), 900, 60, 40)  # type: ignore[arg-type]


def the_mark(found: Drawing) -> Mark:
    (mark,) = found.marks
    return mark


@given(days, some.integers(690_000, 750_000), some.integers(690_000, 750_000))
def test_a_later_day_never_lies_before_an_earlier_one(told: list[int], one: int, other: int) -> None:
    line = scale(told, 900, 60, 40)
    assert 0 <= line.at(min(one, other)) <= line.at(max(one, other)) <= 900 + 1e-6


@given(days)
def test_the_line_has_its_length(told: list[int]) -> None:
    line = scale(told, 900, 60, 40)
    assert line.places[0] == 0
    assert line.places[-1] == pytest.approx(900)


def test_fifteen_years_of_silence_leave_room_for_the_busy_week() -> None:
    week = [event(f"day {k}", day(2016, 4, 10 + k)) for k in range(5)]
    found = drawn(event("the fall", day(2001, 11, 13)), *week)
    (silence,) = found.silences
    assert silence.untold
    assert (silence.first, silence.last) == (day(2001, 11, 14).start, day(2016, 4, 9).start)
    marks = {mark.id: mark for mark in found.marks}
    assert marks["e-day-4"].start - marks["e-day-0"].start > 300
    assert silence.stop - silence.start == pytest.approx(60)


def test_a_silence_that_an_entry_reaches_across_is_not_called_untold() -> None:
    found = drawn(event("the war", of_decade(2000)), event("the raid", day(2016, 4, 12)))
    assert [silence.untold for silence in found.silences] == [False, True]


def test_a_silence_is_exact_only_between_known_days() -> None:
    known = drawn(event("the fall", day(2001, 11, 13)), event("the raid", day(2016, 4, 12)))
    vague = drawn(event("the fall", of_year(2001)), event("the raid", day(2016, 4, 12)))
    assert [[silence.exact for silence in each.silences if silence.untold] for each in (known, vague)] == [
        [True],
        [False],
    ]


def test_a_few_quiet_days_are_no_silence() -> None:
    assert not drawn(event("one", day(2016, 4, 1)), event("other", day(2016, 4, 14))).silences


def test_a_day_is_a_point_and_a_month_is_not() -> None:
    assert the_mark(drawn(event("the raid", day(2016, 4, 12)))).point
    assert not the_mark(drawn(event("the raid", of_month(2016, 3)))).point


def test_what_happened_at_some_time_is_nowhere_solid() -> None:
    assert the_mark(drawn(event("the raid", of_season(2015, 1)))).sure is None


def test_what_lasted_is_solid_only_where_it_certainly_did() -> None:
    years = event(
        "the siege", Interval(of_year(2011).start, of_year(2013).end), extent="throughout",
        begins=of_year(2011), ends=of_year(2013),
    )  # fmt: skip
    found = drawn(years)
    assert the_mark(found).sure == (
        found.scale.at(day(2012, 1, 1).start or 0),
        found.scale.at(day(2013, 1, 1).start or 0),
    )


def test_what_goes_on_is_open_to_the_right_and_drawn_as_far_as_the_last_article() -> None:
    ongoing = event(
        "the strike", span((2016, 3, 1), None), extent="throughout", begins=day(2016, 3, 1), status=Status.ONGOING
    )
    found = drawn(ongoing)
    mark = the_mark(found)
    assert mark.opens_right
    assert not mark.opens_left
    assert mark.stop == pytest.approx(900)


def test_what_is_planned_denied_or_conditional_is_hollow() -> None:
    planned = event("the vote", day(2016, 6, 23), status=Status.PLANNED)
    denied = event("no talks were held", day(2016, 4, 12), polarity="NEG")
    possible = event("they might meet", day(2016, 4, 13), modality="might")
    assert all(mark.hollow for mark in drawn(planned, denied, possible).marks)


@given(some.lists(some.tuples(some.integers(0, 4000), some.integers(1, 900)), min_size=1, max_size=80))
def test_no_mark_lies_over_another_and_none_is_lost(reaches: list[tuple[int, int]]) -> None:
    first = day(2005, 1, 1).start or 0
    found = drawn(*(event(f"event {k}", Interval(first + a, first + a + n)) for k, (a, n) in enumerate(reaches)))
    lanes: dict[int, float] = {}
    for mark in found.marks:
        assert mark.start >= lanes.get(mark.lane, -1000)
        lanes[mark.lane] = mark.stop
    assert len(found.marks) + sum(count for _, count in found.columns) == len(reaches)


@given(days, some.floats(24, 60))
def test_stops_fill_the_line_and_can_be_hit(told: list[int], least: float) -> None:
    line = scale(told, 900, 60, 40)
    periods = [Period(each, "a day", f"in-{each}", 1) for each in sorted(set(told))]
    found = stops(periods, line, least)
    assert [period for stop in found for period in stop.periods] == periods
    assert found[0].start == 0
    assert len(found) <= 40
    assert all(stop.length >= least - 1e-6 for stop in found) or len(found) == 1
    assert sum(stop.length for stop in found) == pytest.approx(900)


@pytest.mark.parametrize(
    ("status", "until", "drawn_until"),
    [(Status.ONGOING, day(2016, 4, 16), day(2018, 3, 2)), (Status.HAPPENED, None, day(2016, 4, 16))],
)
def test_what_has_no_end_is_sure_no_longer_than_its_last_report_knew(
    status: Status, until: Interval | None, drawn_until: Interval
) -> None:
    since = Interval(of_year(2011).start, None)
    siege = event("the siege", since, extent="throughout", begins=of_year(2011), status=status)
    later = article([event("the raid", day(2018, 3, 1))], slug="raid-2", filed=date(2018, 3, 1))
    found = drawing(timeline([article([siege]), later]), 900, 60, 40)
    mark = next(mark for mark in found.marks if mark.id == "e-the-siege")
    begun = found.scale.at(day(2012, 1, 1).start or 0)
    assert mark.sure == (None if until is None else (begun, found.scale.at(until.start or 0)))
    assert mark.stop == pytest.approx(found.scale.at(drawn_until.start or 0))
