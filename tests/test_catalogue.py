"""Dates in words, as a reader sees them."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.catalogue import ENGLISH
from dateline.model import Clock, Conventions, Grain, Interval, Role, Status
from dateline.timeline.build import timeline
from dateline.timex.interval import (
    of_century,
    of_decade,
    of_half,
    of_month,
    of_quarter,
    of_season,
    of_week,
    of_weekend,
    of_year,
    of_years,
    third,
)
from tests.examples import article, day, event, expression, span

SOUTH = Conventions(country="AU", southern=True)
FISCAL = Conventions(fiscal_year_start=10)
FIVE_DAYS = span((2020, 2, 10), (2020, 2, 14))
SINCE_SUMMER = span((2015, 6, 1), None)
FROM_MONDAY = span((2016, 4, 18), None)
TENTH = day(2016, 4, 10).start
assert TENTH is not None


def words(when: Interval, grain: Grain = Grain.DAY, conventions: Conventions | None = None, **more: Any) -> str:
    made = article([event("it happened", when, grain, **more)], conventions=conventions or Conventions())
    return ENGLISH.entry_words(timeline([made]).entries[0])


@pytest.mark.parametrize(
    ("when", "grain", "expected"),
    [
        (day(2016, 4, 15), Grain.DAY, "Friday 15 April 2016"),
        (of_month(2016, 4), Grain.MONTH, "April 2016"),
        (of_season(2015, 1), Grain.SEASON, "Summer 2015 (June–August)"),
        (of_season(2015, 3), Grain.SEASON, "Winter 2015–16 (December–February)"),
        (of_season(1999, 3), Grain.SEASON, "Winter 1999–2000 (December–February)"),
        (third(of_year(2015), Grain.YEAR, 2), Grain.YEAR, "late 2015 (September–December)"),
        (third(of_year(2015), Grain.YEAR, 1), Grain.YEAR, "mid-2015 (May–August)"),
        (third(of_month(2016, 2), Grain.MONTH, 2), Grain.MONTH, "late February 2016 (21–29 February)"),
        (of_quarter(2016, 1), Grain.QUARTER, "the first quarter of 2016 (January–March)"),
        (of_half(2016, 2), Grain.HALF, "the second half of 2016 (July–December)"),
        (of_year(2013), Grain.YEAR, "2013"),
        (of_decade(1990), Grain.DECADE, "the 1990s"),
        (third(of_decade(1990), Grain.DECADE, 1), Grain.DECADE, "the mid-1990s (1994–1996)"),
        (of_century(20), Grain.CENTURY, "the 20th century (1901–2000)"),
        (of_century(21), Grain.CENTURY, "the 21st century (2001–2100)"),
        (of_week(TENTH), Grain.WEEK, "the week of 4–10 April 2016"),
        (of_weekend(TENTH), Grain.WEEKEND, "the weekend of 9–10 April 2016"),
        (span((2015, 11, 15), (2016, 4, 15)), Grain.DAY, "between 15 November 2015 and 15 April 2016"),
        (span((2016, 2, 10), (2016, 2, 14)), Grain.DAY, "between 10 and 14 February 2016"),
        (of_years(2011, 4), Grain.YEAR, "between 2011 and 2014"),
        (span((2015, 11, 1), (2016, 2, 29)), Grain.MONTH, "between November 2015 and February 2016"),
        (of_year(-43), Grain.YEAR, "44 BC"),
        (of_year(79), Grain.YEAR, "AD 79"),
        (of_year(12_000), Grain.YEAR, "12000"),
    ],
)
def test_a_time_within_a_period(when: Interval, grain: Grain, expected: str) -> None:
    assert words(when, grain) == expected


@pytest.mark.parametrize(
    ("when", "more", "expected"),
    [
        (span((2020, 2, 10), (2020, 2, 14)), {}, "10–14 February 2020"),
        (span((2020, 1, 28), (2020, 2, 3)), {}, "28 January\u00a0– 3 February 2020"),
        (span((2019, 12, 30), (2020, 1, 2)), {}, "30 December 2019\u00a0– 2 January 2020"),
        (span((2015, 6, 1), (2015, 7, 31)), {}, "June–July 2015"),
        (span((2015, 11, 1), (2016, 2, 29)), {}, "November 2015\u00a0– February 2016"),
        (of_years(2011, 3), {"begins": of_year(2011), "ends": of_year(2013), "grain": Grain.YEAR}, "from 2011 to 2013"),
        (FIVE_DAYS, {"begins": day(2020, 2, 10), "ends": day(2020, 2, 14)}, "10–14 February 2020"),
        (span((2016, 1, 1), None), {"begins": of_month(2016, 1), "grain": Grain.MONTH}, "since January 2016"),
        (SINCE_SUMMER, {"begins": of_season(2015, 1), "grain": Grain.SEASON}, "since summer 2015 (June–August)"),
        (span((2016, 4, 18), None), {"status": Status.PLANNED}, "from 18 April 2016"),
        (FROM_MONDAY, {"begins": day(2016, 4, 18), "status": Status.PLANNED}, "from Monday 18 April 2016"),
        (span(None, (2016, 4, 14)), {}, "until 14 April 2016"),
        (span(None, (2016, 6, 30)), {"ends": of_month(2016, 6), "grain": Grain.MONTH}, "until June 2016"),
    ],
)  # fmt: skip
def test_a_time_that_lasted(when: Interval, more: dict[str, Any], expected: str) -> None:
    assert words(when, extent="throughout", **more) == expected


def test_a_moment_by_or_after_a_day() -> None:
    assert words(span(None, (2016, 6, 30))) == "by 30 June 2016"
    assert words(span((2016, 4, 16), None)) == "after 15 April 2016"


def test_what_is_approximate_says_so() -> None:
    assert words(of_month(2016, 1), Grain.MONTH, edtf="2016-01~") == "about January 2016"


def test_seasons_and_quarters_are_those_of_the_newsroom() -> None:
    assert words(of_season(2015, 1, southern=True), Grain.SEASON, SOUTH) == "Summer 2015–16 (December–February)"
    assert words(of_quarter(2016, 1, 10), Grain.QUARTER, FISCAL) == "between October and December 2015"


def test_an_expression_of_an_article() -> None:
    text = "They have met since January, for two years."
    since = expression(
        text, "since January", span((2016, 1, 1), None), Grain.MONTH, role=Role.SINCE, begins=of_month(2016, 1)
    )
    assert ENGLISH.expression_words(since, Conventions()) == "since January 2016"
    assert ENGLISH.expression_words(expression(text, "two years", None), Conventions()) == ""


def test_clock_times() -> None:
    assert ENGLISH.clock_words(Clock("16:15", "16:15", "EST")) == "16:15 EST"
    assert ENGLISH.clock_words(Clock("18:00", "23:59")) == "18:00–23:59"
    assert ENGLISH.clock_words(Clock("05:00", "12:00"), Grain.PART_OF_DAY) == "in the morning"
    assert ENGLISH.clock_words(Clock("00:00", "06:00"), Grain.PART_OF_DAY) == "in the early hours"
    assert ENGLISH.clock_words(Clock("00:00", "12:00"), Grain.PART_OF_DAY) == "early in the morning"
    assert ENGLISH.clock_words(Clock("05:00", "12:00"), Grain.HOUR) == "05:00–12:00"
    assert ENGLISH.clock_words(None) == ""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, []),
        ({"status": Status.PLANNED}, ["planned, as of 15 April 2016"]),
        ({"status": Status.ONGOING}, ["ongoing, as of 15 April 2016"]),
        ({"polarity": "NEG"}, ["what is said not to have happened"]),
        ({"modality": "would"}, ["only possible (“would”)"]),
        (
            {"status": Status.PLANNED, "polarity": "NEG", "modality": "could"},
            ["planned, as of 15 April 2016", "what is said not to happen", "only possible (“could”)"],
        ),
    ],
)
def test_what_did_not_surely_happen_says_so(more: dict[str, Any], expected: list[str]) -> None:
    made = timeline([article([event("it happened", day(2016, 4, 15), **more)])])
    assert ENGLISH.condition_words(made.entries[0]) == expected
