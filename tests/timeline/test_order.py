"""Entries stand by start, end, clock and place; headings are the narrowest period that holds them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from dateline.catalogue import ENGLISH
from dateline.model import Clock, DatedArticle, Grain, Interval, Status
from dateline.pages.gaps import gap_words
from dateline.timeline.build import timeline
from dateline.timeline.order import placed
from dateline.timex.interval import contains, of_decade, of_month, of_season, of_year
from tests.examples import article, day, event, expression, span


def shown(*events: object) -> list[str]:
    return [entry.what for entry in timeline([article(events)]).entries]  # type: ignore[arg-type]


def test_the_earlier_start_comes_first() -> None:
    assert shown(event("later", day(2016, 4, 15)), event("earlier", day(2016, 4, 12))) == ["earlier", "later"]


def test_of_two_that_start_together_the_narrower_comes_first() -> None:
    wide = event("the year", of_year(2016), Grain.YEAR)
    narrow = event("the month", of_month(2016, 1), Grain.MONTH)
    open_ = event("since", span((2016, 1, 1), None))
    assert shown(open_, wide, narrow) == ["the month", "the year", "since"]


def test_within_a_day_the_clock_decides() -> None:
    noon = event("noon", day(2016, 4, 15), clock=Clock("12:00", "12:00"))
    dawn = event("dawn", day(2016, 4, 15), clock=Clock("05:10", "05:10"))
    assert shown(noon, dawn) == ["dawn", "noon"]


def test_equals_stand_as_in_the_text() -> None:
    text = "It rained on Friday and it hailed on Friday."
    first, second = expression(text, "on Friday", day(2016, 4, 15)), expression(text, "Friday.", day(2016, 4, 15))
    hail = event("it hailed", day(2016, 4, 15), expressions=(1,))
    rain = event("it rained", day(2016, 4, 15), expressions=(0,))
    made = timeline([article([hail, rain], [first, second], text=text)])
    assert [entry.what for entry in made.entries] == ["it rained", "it hailed"]


def test_a_planned_event_with_an_open_start_is_placed_from_the_dateline() -> None:
    planned = event("the bridge reopens", span(None, (2016, 6, 30)), status=Status.PLANNED)
    past = event("the bridge closed", span(None, (2016, 4, 10)))
    today = event("today", day(2016, 4, 15))
    june = event("june", day(2016, 6, 1), status=Status.PLANNED)
    assert shown(june, planned, past, today) == ["the bridge closed", "today", "the bridge reopens", "june"]


def test_an_article_that_dates_nothing_stands_on_its_dateline() -> None:
    (entry,) = timeline([article(slug="letters", filed=date(2016, 4, 12))]).entries
    assert entry.what == "Letters"
    assert entry.when == day(2016, 4, 12)
    assert entry.mentions[0].event is None


def headings(*events: object) -> list[tuple[Interval, Grain]]:
    made = timeline([article(events)])  # type: ignore[arg-type]
    return [(heading.period, heading.grain) for heading in made.headings]


def test_an_entry_stands_under_the_narrowest_period_that_holds_it() -> None:
    assert headings(
        event("a week", span((2014, 3, 3), (2014, 3, 9)), Grain.WEEK),
        event("a season", of_season(2015, 1), Grain.SEASON),
        event("a winter", of_season(2015, 3), Grain.SEASON),
        event("a day", day(2016, 4, 15)),
    ) == [
        (of_month(2014, 3), Grain.MONTH),
        (of_year(2015), Grain.YEAR),
        (of_decade(2010), Grain.DECADE),
        (day(2016, 4, 15), Grain.DAY),
    ]


def test_what_is_longer_than_a_decade_stands_under_its_years() -> None:
    assert headings(event("an age", span((1998, 1, 1), (2016, 12, 31)))) == [
        (span((1998, 1, 1), (2016, 12, 31)), Grain.MILLENNIUM)
    ]


def test_what_is_still_open_stands_where_it_began() -> None:
    since = event("the talks", span((2015, 6, 1), None), begins=of_season(2015, 1))
    assert headings(since) == [(of_year(2015), Grain.YEAR)]


DAYS = some.integers(min_value=700_000, max_value=740_000)
INTERVALS = some.builds(lambda start, size: Interval(start, start + size), DAYS, some.integers(1, 5_000))


@given(some.lists(INTERVALS, min_size=1, max_size=12))
def test_every_heading_holds_its_entries_and_the_order_runs_through_them(intervals: list[Interval]) -> None:
    made = timeline([article([event("it happened", when) for when in intervals])])
    assert [entry.when for entry in made.entries] == sorted(intervals, key=lambda i: (i.start, i.end))
    for heading in made.headings:
        assert all(contains(heading.period, placed(entry)) for entry in heading.entries)


@given(some.lists(INTERVALS, max_size=12))
def test_permalinks_are_unique(intervals: list[Interval]) -> None:
    names = [entry.id for entry in timeline([article([event("same", when) for when in intervals])]).entries]
    assert len(set(names)) == len(names)


def test_a_permalink_is_made_of_the_first_words() -> None:
    (entry,) = timeline([article([event("The council’s café shut", day(2016, 4, 15))])]).entries
    assert entry.id == "e-the-councils-cafe-shut"


def test_a_permalink_outlives_a_mended_date_and_a_later_article() -> None:
    first, second = event("He resigned", day(2016, 4, 15)), event("He resigned", day(2016, 4, 2), quote_start=40)
    mended = event("He resigned", day(2015, 1, 1), quote_start=40)
    later = article([event("He resigned", day(2014, 1, 1))], slug="later", filed=date(2016, 9, 1))

    def links(*articles: DatedArticle) -> dict[int, str]:
        entries = timeline(articles).entries
        return {entry.mentions[0].event.quote_start if entry.mentions[0].event else 0: entry.id for entry in entries}

    before = links(article([first, second], slug="first", text="x" * 90))
    assert before == {0: "e-he-resigned", 40: "e-he-resigned_2"}
    assert links(article([first, mended], slug="first", text="x" * 90)) == before
    told = timeline([later, article([first, second], slug="first", text="x" * 90)]).entries
    assert {entry.mentions[0].dated.article.slug: entry.id for entry in told}["later"] == "e-he-resigned_3"


def test_a_permalink_of_another_script_is_made_of_its_article_s_name() -> None:
    for words in ("انهار السد", "انهار السد يوم 12"):
        (entry,) = timeline([article([event(words, day(2016, 4, 15))], slug="sadd")]).entries
        assert entry.id == "e-sadd"


def test_a_silence_is_told_from_three_weeks_on() -> None:
    def silences(second: int) -> list[str]:
        made = timeline([article([event("first", day(2016, 4, 1)), event("second", day(2016, 4, second))])])
        return list(gap_words(ENGLISH, made.entries).values())

    assert (silences(21), silences(22)) == ([], ["three weeks later"])
