"""Where the order shown is not known, the timeline says so, and nowhere else."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given

from dateline.catalogue import ENGLISH
from dateline.model import Clock, Doubt, Event, Grain, Status
from dateline.timeline.build import timeline
from dateline.timeline.relations import is_over_before
from dateline.timeline.runs import Known, position, runs
from dateline.timex.interval import of_month, of_season, of_year
from tests.examples import article, day, event, expression, span
from tests.timeline.test_relations import PLAIN

FRIDAY = day(2016, 4, 15)


def told(*events: Event) -> list[tuple[list[str], str]]:
    """The runs by the clauses of their entries, and how much of their order is known."""
    made = runs(timeline([article(events)]).entries)
    return [([entry.what for entry in run.entries], run.known.value) for run in made]


def test_days_that_follow_each_other_need_no_word() -> None:
    assert told(event("one", day(2016, 4, 14)), event("other", FRIDAY)) == [(["one"], "whole"), (["other"], "whole")]


def test_two_of_one_day_stand_together() -> None:
    assert told(event("one", FRIDAY), event("other", FRIDAY)) == [(["one", "other"], "nothing")]


def test_clocks_and_words_settle_a_day() -> None:
    early, late = Clock("05:10", "05:10"), Clock("16:15", "16:15")
    dawn, dusk = event("dawn", FRIDAY, clock=early), event("dusk", FRIDAY, clock=late)
    assert told(dawn, dusk) == [(["dawn"], "whole"), (["dusk"], "whole")]
    assert told(dawn, dusk, event("some time", FRIDAY)) == [(["some time", "dawn", "dusk"], "part")]
    assert told(event("one", FRIDAY), event("other", FRIDAY, after=(0,))) == [(["one"], "whole"), (["other"], "whole")]


def test_a_wide_time_is_told_apart_from_the_days_inside_it() -> None:
    summer = event("summer", of_season(2015, 1), Grain.SEASON)
    assert told(event("before", day(2015, 5, 3)), summer, event("june", day(2015, 6, 12))) == [
        (["before"], "whole"),
        (["summer"], "nothing"),
        (["june"], "whole"),
    ]


def test_of_two_that_begin_together_the_wider_is_told_apart() -> None:
    month, year = event("month", of_month(2016, 1), Grain.MONTH), event("year", of_year(2016), Grain.YEAR)
    assert told(month, year) == [(["month"], "whole"), (["year"], "nothing")]


def test_what_lasted_stands_where_it_began() -> None:
    lasted = event("siege", span((2016, 4, 14), (2016, 4, 20)), extent="throughout", begins=day(2016, 4, 14))
    assert told(lasted, event("raid", FRIDAY)) == [(["siege"], "whole"), (["raid"], "whole")]
    since = event("talks", span((2016, 4, 1), None), extent="throughout", begins=of_month(2016, 4))
    assert told(since, event("raid", FRIDAY)) == [(["talks"], "nothing"), (["raid"], "whole")]


def test_open_times_are_told_apart() -> None:
    by = event("by", span(None, (2016, 4, 10)))
    assert told(by, event("earlier", day(2016, 4, 1))) == [(["earlier"], "whole"), (["by"], "nothing")]
    behind = event("behind", span((2016, 4, 10), None))
    assert told(behind, event("later", FRIDAY)) == [(["behind"], "nothing"), (["later"], "whole")]
    planned = event("planned", span(None, (2016, 6, 30)), status=Status.PLANNED)
    assert told(planned, event("may", day(2016, 5, 1))) == [(["planned"], "nothing"), (["may"], "whole")]


def test_a_date_in_doubt_is_told_apart() -> None:
    text = "It rained last Friday."
    friday = expression(text, "last Friday", FRIDAY, doubt=Doubt("the week before may be meant", day(2016, 4, 8)))
    rain, hail = event("rain", FRIDAY, expressions=(0,)), event("hail", day(2016, 4, 12))
    made = runs(timeline([article([rain, hail], [friday], text=text)]).entries)
    assert [ENGLISH.order_words(run) for run in made] == ["", "order not known, since the date is in doubt"]


@given(PLAIN)
def test_every_pair_in_no_known_order_is_told(events: list[Event]) -> None:
    made = runs(timeline([article(events)]).entries)
    assert [entry for run in made for entry in run.entries] == list(timeline([article(events)]).entries)
    numbered = [(k, run, entry) for k, run in enumerate(made) for entry in run.entries]
    for (k, run, one), (m, other_run, other) in combinations(numbered, 2):
        (first, last), (start, end) = position(one), position(other)
        if first < end and start < last and not is_over_before(one, other):
            said = {run.known, other_run.known} - {Known.WHOLE}
            assert said, (k, m)


@given(PLAIN)
def test_what_is_told_apart_is_in_no_known_order_with_another(events: list[Event]) -> None:
    entries = timeline([article(events)]).entries
    for run in runs(entries):
        if run.known is Known.NOTHING and len(run.entries) == 1:
            first, last = position(run.entries[0])
            others = [position(entry) for entry in entries if entry is not run.entries[0]]
            assert any(first < end and start < last for start, end in others)
