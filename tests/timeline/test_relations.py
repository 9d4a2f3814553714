"""What is known of the order: by intervals, by clocks, by words; the order shown never goes against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.model import Clock, Doubt, Entry, Event, Interval, Mention, Status
from dateline.timeline.build import timeline
from dateline.timeline.relations import Order
from dateline.timex.interval import of_month, of_season
from tests.examples import article, day, event, expression, span


def entries(*events: Event) -> list[Entry]:
    return list(timeline([article(events)]).entries)


def known(shown: list[Entry], earlier: str, later: str) -> bool:
    """Whether the one clause is known to come before the other."""
    names = {entry.what: entry.id for entry in shown}
    return Order.of(shown).is_known(names[earlier], names[later])


def both_ways(shown: list[Entry]) -> tuple[bool, bool]:
    return known(shown, "one", "other"), known(shown, "other", "one")


@pytest.mark.parametrize(
    ("one", "other", "is_known"),
    [
        (day(2016, 4, 14), day(2016, 4, 15), True),
        (day(2016, 4, 15), day(2016, 4, 15), False),
        (of_month(2016, 3), day(2016, 4, 1), True),
        (of_season(2015, 1), day(2015, 7, 3), False),
        (span(None, (2016, 3, 31)), of_month(2016, 4), True),
        (span((2015, 1, 1), None), day(2016, 4, 1), False),
    ],
)
def test_what_ends_before_another_begins_is_known_to_come_first(one: Interval, other: Interval, is_known: bool) -> None:
    assert both_ways(entries(event("one", one), event("other", other))) == (is_known, False)


@pytest.mark.parametrize(
    ("one", "other", "is_known"),
    [
        (Clock("05:10", "05:10"), Clock("16:15", "16:15"), True),
        (Clock("05:00", "12:00"), Clock("12:00", "18:00"), True),
        (Clock("12:00", "18:00"), Clock("17:00", "22:00"), False),
        (Clock("15:00", "15:00"), Clock("15:00", "15:00"), False),
        (Clock("15:00", "15:00", "EST"), Clock("16:00", "16:00", "GMT"), False),
        (Clock("15:00", "15:00"), None, False),
    ],
)
def test_within_a_day_clocks_of_one_zone_tell(one: Clock, other: Clock | None, is_known: bool) -> None:
    friday = day(2016, 4, 15)
    shown = entries(event("one", friday, clock=one), event("other", friday, clock=other))
    assert both_ways(shown) == (is_known, False)


def test_what_happened_overnight_was_over_the_next_afternoon() -> None:
    night = event("one", span((2016, 4, 14), (2016, 4, 15)), clock=Clock("18:00", "08:00"))
    afternoon = event("other", day(2016, 4, 15), clock=Clock("12:00", "18:00"))
    assert both_ways(entries(night, afternoon)) == (True, False)


def test_a_date_in_doubt_is_ordered_only_where_both_readings_agree() -> None:
    text = "It rained last Friday."
    doubt = Doubt("the week before may be meant", day(2016, 4, 8))
    friday = expression(text, "last Friday", day(2016, 4, 15), doubt=doubt)
    rain = event("one", day(2016, 4, 15), expressions=(0,))
    others = [event("before", day(2016, 4, 7)), event("other", day(2016, 4, 12)), event("after", day(2016, 4, 16))]
    shown = list(timeline([article([rain, *others], [friday], text=text)]).entries)
    assert known(shown, "before", "one")
    assert known(shown, "one", "after")
    assert both_ways(shown) == (False, False)
    sure = article([event("one", day(2016, 4, 15))], slug="sure")
    entry = replace(shown[2], mentions=(*shown[2].mentions, Mention(sure, sure.events[0])))
    assert known([*shown[:2], entry, shown[3]], "other", "one")


def test_what_the_words_say_is_known_and_shown() -> None:
    shown = entries(event("other", day(2016, 4, 15), after=(1,)), event("one", day(2016, 4, 15)))
    assert [entry.what for entry in shown] == ["one", "other"]
    assert shown[1].after == (shown[0].id,)
    assert both_ways(shown) == (True, False)


def test_a_month_stands_behind_the_day_that_it_came_after_by_the_words() -> None:
    shown = entries(event("other", of_month(2016, 3), after=(1,)), event("one", day(2016, 3, 12)))
    assert [entry.what for entry in shown] == ["one", "other"]


def test_of_a_day_told_by_the_hour_nothing_moves_past_its_hour() -> None:
    morning, evening = Clock("10:00", "10:00"), Clock("19:00", "19:00")
    shown = entries(
        event("morning", day(2016, 6, 1), clock=morning, after=(2,)),
        event("evening", day(2016, 6, 1), clock=evening),
        event("june", of_month(2016, 6)),
    )
    assert [entry.what for entry in shown] == ["june", "morning", "evening"]


def test_words_and_times_in_a_row_are_known_too() -> None:
    shown = entries(
        event("one", day(2016, 3, 12)),
        event("month", of_month(2016, 3), after=(0,)),
        event("other", day(2016, 4, 1), after=()),
        event("last", of_month(2016, 4), after=(2,)),
    )
    assert known(shown, "one", "last")
    assert not known(shown, "other", "month")


def test_where_words_go_against_the_intervals_the_intervals_win() -> None:
    shown = entries(event("one", day(2016, 4, 14), after=(1,)), event("other", day(2016, 4, 15)))
    assert both_ways(shown) == (True, False)
    assert not any(entry.after for entry in shown)


def test_of_words_that_run_in_a_circle_none_is_believed() -> None:
    friday = day(2016, 4, 15)
    shown = entries(event("one", friday, after=(1,)), event("other", friday, after=(0,)), event("third", friday))
    assert [entry.what for entry in shown] == ["one", "other", "third"]
    assert not any(entry.after for entry in shown)


def test_a_circle_through_the_calendar_is_no_order_either() -> None:
    shown = entries(
        event("wide", of_month(2016, 4), after=(2,)),
        event("first", day(2016, 4, 2), after=(0,)),
        event("last", day(2016, 4, 20)),
    )
    assert not any(entry.after for entry in shown)


CLOCKS = some.one_of(
    some.none(),
    some.builds(
        lambda hour, length, zone: Clock(f"{hour:02}:00", f"{min(hour + length, 24):02}:00", zone),
        some.integers(0, 23),
        some.integers(0, 8),
        some.sampled_from(["", "EST"]),
    ),
)
DAYS = some.integers(736_000, 736_012)
WHENS = some.one_of(
    some.builds(
        lambda start, size: Interval(start, start + size), some.integers(736_000, 736_012), some.integers(1, 6)
    ),
    some.builds(lambda start: Interval(start, start + 1), some.integers(736_000, 736_012)),
    some.builds(lambda start: Interval(start, None), some.integers(736_000, 736_012)),
    some.builds(lambda end: Interval(None, end), some.integers(736_001, 736_012)),
)
PLAIN = some.lists(
    some.builds(
        lambda when, clock, status: event("it happened", when, clock=clock, status=status),
        WHENS,
        CLOCKS,
        some.sampled_from([Status.HAPPENED, Status.PLANNED]),
    ),
    min_size=1,
    max_size=8,
)


@some.composite
def told(draw: some.DrawFn) -> list[Event]:
    """Events of an article with relations at random, contradictions and circles among them."""
    plain = [replace(each, what=f"event {k}") for k, each in enumerate(draw(PLAIN))]
    afters = some.sets(some.integers(0, len(plain) - 1), max_size=2)
    return [replace(each, after=tuple(sorted(draw(afters)))) for each in plain]


@given(told())
def test_the_order_shown_goes_nowhere_against_what_is_known(events: list[Event]) -> None:
    shown = entries(*events)
    order = Order.of(shown)
    assert len(shown) == len(events)
    for place, entry in enumerate(shown):
        assert not any(order.is_known(entry.id, before.id) for before in shown[: place + 1])


@given(told())
def test_what_is_known_is_transitive(events: list[Event]) -> None:
    shown = entries(*events)
    order = Order.of(shown)
    for one, two, three in permutations([entry.id for entry in shown], 3):
        if order.is_known(one, two) and order.is_known(two, three):
            assert order.is_known(one, three)


def relations(shown: list[Entry]) -> set[tuple[str, str]]:
    order = Order.of(shown)
    return {(a.what, b.what) for a in shown for b in shown if order.is_known(a.id, b.id)}


@given(told(), PLAIN)
def test_entries_that_say_nothing_of_others_change_no_relation(events: list[Event], unrelated: list[Event]) -> None:
    more = [replace(each, what=f"unrelated {k}") for k, each in enumerate(unrelated)]
    before, behind = relations(entries(*events)), relations(entries(*events, *more))
    assert before == {pair for pair in behind if not any(what.startswith("unrelated") for what in pair)}


@given(some.lists(told(), min_size=2, max_size=3), some.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(texts: list[list[Event]], random: Random) -> None:
    articles = [article(events, slug=f"report-{k}", filed=date(2016, 4, 15)) for k, events in enumerate(texts)]
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert timeline(articles).entries == timeline(shuffled).entries
