"""Reports of one event become one entry; a wrong merge is worse than a missed one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from math import exp, log1p
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.events.extract import events
from dateline.model import DatedArticle, Dateline, Entry, Interval, Mention, Status
from dateline.timeline import comparison, merge
from dateline.timeline.account import account, agreed
from dateline.timeline.build import timeline
from dateline.timeline.comparison import LIKEST, RIVALS, Comparison
from dateline.timeline.likeness import NEVER, likeness
from dateline.timeline.setting import Setting
from dateline.timeline.sketch import Sketch, sketches
from dateline.timex.interval import day_number, of_day
from dateline.timex.tagger import tag
from tests.examples import article, day, event


@cache
def told(slug: str, filed: date, text: str) -> DatedArticle:
    """An article as the tagger and the events read it."""
    found = tag(text, Dateline(filed))
    return article(events(text, found, Dateline(filed)), found, text=text, slug=slug, filed=filed)


def entries(*articles: DatedArticle) -> list[list[str]]:
    """What each entry that several reports tell of says, as the articles put it."""
    found = timeline(articles).entries
    told_often = ([said(mention) for mention in entry.mentions] for entry in found if len(entry.mentions) > 1)
    return sorted(sorted(mentions) for mentions in told_often)


def said(mention: Mention) -> str:
    assert mention.event is not None
    return f"{mention.dated.article.slug}: {mention.event.what}"


def entry_of(words: str, *articles: DatedArticle) -> Entry:
    """The entry that one of its reports words so."""
    (found,) = (
        entry for entry in timeline(articles).entries if any(words in said(mention) for mention in entry.mentions)
    )
    return found


LEVEE = told(
    "levee",
    date(2018, 6, 12),
    "The Marl burst through the levee at Tarrow on Monday night, killing two people. Soldiers are to inspect the "
    "levee on Friday. The governor, Ines Corda, will visit Tarrow on Thursday.",
)
AFTER = told(
    "after",
    date(2018, 6, 18),
    "Soldiers inspected the levee at Tarrow on Friday. Governor Ines Corda toured Tarrow last week. Three people were "
    "killed on June 11 when the levee burst.",
)
YEAR = told("year", date(2019, 6, 12), "The levee at Tarrow burst last June. A new levee was opened on Monday.")
ELSEWHERE = told("elsewhere", date(2018, 6, 12), "Zephyr won the regatta off Quillon yesterday.")


def test_reports_of_one_deed_become_one_entry_dated_by_what_they_have_in_common() -> None:
    entry = entry_of("year: The levee at Tarrow burst", LEVEE, AFTER, YEAR)
    assert sorted(mention.dated.article.slug for mention in entry.mentions) == ["after", "levee", "year"]
    assert entry.when == day(2018, 6, 11)


def test_a_later_report_that_is_less_exact_does_not_widen_the_date() -> None:
    entry = entry_of("Governor Ines Corda toured Tarrow", LEVEE, AFTER)
    assert entry.when == day(2018, 6, 14)


def test_a_plan_that_was_carried_out_is_one_entry_and_has_happened() -> None:
    entry = entry_of("Soldiers are to inspect", LEVEE, AFTER)
    assert entry.status is Status.HAPPENED
    assert entry.what == "Soldiers inspected the levee at Tarrow on Friday"
    assert [mention.event.status for mention in entry.mentions if mention.event] == [Status.HAPPENED, Status.PLANNED]


def test_a_plan_that_nobody_followed_up_stays_a_plan() -> None:
    entry = entry_of("Soldiers are to inspect", LEVEE)
    assert entry.status is Status.PLANNED
    assert len(entry.mentions) == 1


def test_different_figures_are_told_and_not_averaged() -> None:
    first = told("first", date(2018, 6, 12), "At least two people were killed when a tram left its rails on Monday.")
    second = told("second", date(2018, 6, 14), "Three people were killed in Monday's tram crash.")
    third = told("third", date(2018, 7, 2), "The tram that left its rails on June 11 killed three people.")
    (contradiction,) = entry_of("left its rails on Monday", first, second, third).contradictions
    assert contradiction.kind == "figures"
    assert sorted(contradiction.claims) == ["At least two people were killed", "Three people were killed"]


def test_a_toll_in_a_participle_contradicts_another() -> None:
    first = told(
        "first", date(2018, 6, 12), "A tram left its rails on Monday and hit a kiosk, killing two people, police said."
    )
    second = told("second", date(2018, 6, 14), "Three people were killed in Monday's tram crash.")
    (contradiction,) = entry_of("left its rails on Monday", first, second).contradictions
    assert contradiction.claims == ("killing two people", "Three people were killed")


def test_a_toll_in_a_sentence_of_two_events_is_left_alone() -> None:
    text = "A tram left its rails on Monday and hit a kiosk, and on Tuesday a crane fell, killing two people."
    first = told("first", date(2018, 6, 13), text)
    second = told("second", date(2018, 6, 14), "Monday's tram crash killed three people.")
    assert entry_of("left its rails on Monday", first, second).contradictions == ()


def test_of_two_plans_the_later_is_believed() -> None:
    early, late = (
        article([event("it opens", when, status=Status.PLANNED)], slug=slug, filed=filed)
        for slug, filed, when in (("a", date(2016, 4, 1), day(2016, 6, 1)), ("b", date(2016, 4, 10), day(2016, 6, 8)))
    )
    assert agreed([(Mention(each, each.events[0]), each.events[0].when) for each in (early, late)]) == day(2016, 6, 8)


def test_two_burials_on_two_days_are_two_events() -> None:
    first = told("first", date(2020, 3, 10), "The miner Karel Brod was buried in Lhota on Monday.")
    second = told("second", date(2020, 3, 13), "The miner Pavel Hruska was buried in Lhota on Thursday.")
    assert entries(first, second) == []


def test_two_people_arrested_on_one_day_are_two_events() -> None:
    first = told("first", date(2020, 3, 10), "Police arrested the banker Karel Brod on Monday.")
    second = told("second", date(2020, 3, 11), "Police arrested the lawyer Pavel Hruska on Monday.")
    assert entries(first, second) == []


def test_who_is_called_by_a_role_is_known_by_name_from_another_article() -> None:
    first = told("first", date(2020, 3, 10), "Police arrested Karel Brod, the banker from Lhota, on Monday.")
    second = told("second", date(2020, 4, 20), "The banker was arrested last month.")
    assert entries(first, second) == [
        [
            "first: Police arrested Karel Brod, the banker from Lhota, on Monday",
            "second: The banker was arrested last month",
        ]
    ]


def test_what_has_lasted_since_a_deed_is_a_report_of_it() -> None:
    first = told("first", date(2020, 3, 10), "Police arrested Karel Brod, the banker from Lhota, on Monday.")
    second = told("second", date(2021, 4, 20), "Brod has been in custody since March 2020.")
    entry = entry_of("second: Brod has been", first, second)
    assert entry.when == day(2020, 3, 9)
    assert [mention.dated.article.slug for mention in entry.mentions] == ["first", "second"]


def test_a_pronoun_is_the_person_named_last_before_it() -> None:
    first = told(
        "first", date(2020, 3, 10), "The banker Karel Brod resigned on Monday. The lawyer Pavel Hruska resigned too."
    )
    second = told("second", date(2020, 4, 20), "Pavel Hruska, the lawyer, moved to Lhota. He resigned last month.")
    assert entries(first, second) == []


def test_a_plan_is_no_report_of_what_lay_behind_the_day_on_which_it_is_told() -> None:
    ballot = told("ballot", date(2018, 1, 10), "Nurses at Tarrow voted on Monday to strike.")
    deal = told("deal", date(2018, 2, 9), "Nurses at Tarrow will vote on the offer by the end of the month.")
    assert entries(ballot, deal) == []


def test_a_plan_and_another_deed_of_that_day_are_two() -> None:
    first = told("first", date(2018, 6, 12), "A storm is expected to reach the coast at Tarrow on Friday.")
    second = told("second", date(2018, 7, 2), "The mayor opened a library in Lhota on June 15.")
    assert entries(first, second) == []


def test_a_day_in_common_makes_no_event_of_two() -> None:
    order = told("order", date(2021, 3, 27), "The minister ordered tugs to Quillon on Thursday.")
    moon = told("moon", date(2021, 3, 24), "The moon will be full on Thursday.")
    assert entries(order, moon) == []


def test_a_word_that_is_all_over_the_story_makes_no_event_of_two() -> None:
    dull = [told(f"dull{k}", date(2021, 3, 10 + k), f"Quillon repaired bridge {k} yesterday.") for k in range(8)]
    crane = told("crane", date(2021, 4, 14), "A crane fell over in Quillon on Monday.")
    poet = told("poet", date(2021, 4, 15), "The poet Ana Lutz read in Quillon on Monday.")
    assert not any("crane" in each for entry in entries(crane, poet, *dull) for each in entry)


def test_what_two_governments_say_of_a_deed_on_one_day_are_two_events() -> None:
    first = told("first", date(2021, 3, 8), "On Saturday, Norland condemned the raid on the Tarrow mill.")
    second = told("second", date(2021, 3, 8), "On Saturday, Ostria condemned the raid on the Tarrow mill.")
    assert entries(first, second) == []


def test_two_known_deeds_of_one_place_and_week_are_two_events() -> None:
    first = told("first", date(2024, 5, 15), "The Tarn mill was sold last week.")
    second = told("second", date(2024, 5, 16), "Two men were hurt at the mill on 8 May.")
    assert entries(first, second) == []


def test_a_longer_name_of_a_deed_is_known_whatever_its_words_end_on() -> None:
    first = told("first", date(2020, 3, 10), "Karel Brod was shown the door last week.")
    second = told("second", date(2020, 3, 11), "Lhota Rovers dismissed Karel Brod on 5 March.")
    third = told("third", date(2020, 3, 12), "Brod went home to Lhota on 4 March.")
    assert entries(first, second, third) == [
        ["first: Karel Brod was shown the door last week", "second: Lhota Rovers dismissed Karel Brod on 5 March"]
    ]


def test_a_part_of_a_month_has_no_sharp_ends() -> None:
    first = told("first", date(2020, 6, 11), "Herders found the climber Karel Brod alive on Wednesday.")
    second = told("second", date(2020, 7, 20), "Herders found Brod alive in mid-June.")
    (entry,) = [entry for entry in timeline((first, second)).entries if len(entry.mentions) > 1]
    assert entry.when == day(2020, 6, 10)
    assert not entry.contradictions


def test_rounds_are_counted_one_by_one() -> None:
    first = told("first", date(2020, 3, 10), "The first round of the talks in Lhota began on Monday.")
    second = told("second", date(2020, 3, 30), "A second round of the talks in Lhota began this month.")
    assert entries(first, second) == []


def test_the_beginning_of_a_thing_is_not_its_end() -> None:
    first = told("first", date(2020, 3, 10), "The strike at the Lhota mine began on Monday.")
    second = told("second", date(2020, 4, 2), "The strike at the Lhota mine ended in March.")
    assert entries(first, second) == []


def test_what_was_called_off_and_what_took_place_are_two() -> None:
    first = told("first", date(2020, 3, 10), "The launch of the Heron probe was called off on Monday.")
    second = told("second", date(2020, 4, 2), "The Heron probe was launched in March.")
    assert entries(first, second) == []


def test_a_plan_that_was_called_off_is_one_entry() -> None:
    first = told("first", date(2020, 3, 10), "The launch of the Heron probe is planned for Friday.")
    second = told("second", date(2020, 3, 14), "The launch of the Heron probe on Friday was called off.")
    assert len(entries(first, second)) == 1


def test_events_of_one_expression_are_never_one() -> None:
    text = "On Monday the dam at Lhota burst and the dam at Lhota burst."
    assert entries(told("first", date(2020, 3, 10), text)) == []


SHUT = told(
    "shut",
    date(2024, 5, 3),
    "A cargo train derailed at Pelling on Saturday. The station will stay shut until June. At least 14 people "
    "were hurt when the train left the track, the coroner said on Thursday.",
)
OPENED = told(
    "opened",
    date(2024, 6, 12),
    "The station at Pelling reopened on 3 June. The train had derailed there six weeks ago. At least 19 people were "
    "hurt, the coroner said on May 2.",
)


def test_what_was_to_stay_shut_until_then_and_reopened_is_one_entry() -> None:
    entry = entry_of("opened: The station at Pelling reopened", SHUT, OPENED)
    assert [mention.dated.article.slug for mention in entry.mentions] == ["opened", "shut"]
    assert (entry.when, entry.status) == (day(2024, 6, 3), Status.HAPPENED)


def test_weeks_that_are_counted_leave_days_open_and_contradict_nothing() -> None:
    entry = entry_of("opened: The train had derailed", SHUT, OPENED)
    assert sorted(mention.dated.article.slug for mention in entry.mentions) == ["opened", "shut"]
    assert entry.when == day(2024, 4, 27)
    assert not entry.contradictions


def test_a_toll_that_somebody_tells_of_is_not_that_of_the_day_on_which_he_tells_it() -> None:
    contradictions = [each for entry in timeline([SHUT, OPENED]).entries for each in entry.contradictions]
    assert not any(contradiction.kind == "figures" for contradiction in contradictions)


MARCH = told(
    "march",
    date(2024, 5, 14),
    "Some 20,000 people marched through Tarrow on Saturday against the dam. Two windows were broken on Saturday. "
    "Saturday's march was the largest in years.",
)


def test_an_article_that_comes_back_to_a_deed_by_its_noun_tells_it_once() -> None:
    entry = entry_of("march: Some 20,000 people marched", MARCH)
    assert [said(mention) for mention in entry.mentions][1:] == ["march: Saturday's march was the largest in years"]


def test_the_date_that_more_reports_give_wins_and_the_other_is_told() -> None:
    def report(slug: str, filed: int, when: int) -> Mention:
        made = article([event("the dam burst", day(2020, 3, when))], slug=slug, filed=date(2020, 3, filed))
        return Mention(made, made.events[0])

    entry = account([report("a", 9, 8), report("b", 10, 9), report("c", 12, 9)])
    assert entry.when == day(2020, 3, 9)
    (contradiction,) = entry.contradictions
    assert contradiction.kind == "days"
    assert [entry.mentions[k].dated.article.slug for k in contradiction.mentions] == ["b", "c", "a"]


def test_what_has_come_about_goes_before_what_was_planned() -> None:
    planned = article([event("the trial opens", day(2020, 4, 1), status=Status.PLANNED)], slug="a")
    opened = article([event("the trial opened", day(2020, 4, 8))], slug="b", filed=date(2020, 4, 9))
    entry = account([Mention(planned, planned.events[0]), Mention(opened, opened.events[0])])
    assert entry.when == day(2020, 4, 8)
    assert entry.contradictions == ()


ARTICLES = (LEVEE, AFTER, YEAR)


@given(some.permutations(ARTICLES))
def test_the_order_of_the_articles_makes_no_difference(articles: Sequence[DatedArticle]) -> None:
    assert timeline(articles) == timeline(ARTICLES)


@given(some.permutations((*ARTICLES, ELSEWHERE)))
def test_an_unrelated_article_changes_no_other_entry(articles: Sequence[DatedArticle]) -> None:
    assert entries(*articles) == entries(*ARTICLES)


def month_of_reports(count: int) -> list[DatedArticle]:
    """So many articles that tell of one deed on the days of one month."""
    deed = "the dam burst at Tarrow"
    return [article([event(deed, of_day(day_number(2020, 3, 1 + k % 28)))], slug=f"a{k}") for k in range(count)]


def day_of_reports(count: int) -> list[DatedArticle]:
    """One article that tells of one deed so many times, each time on one day."""
    when = of_day(day_number(2020, 3, 1))
    return [article([event(f"the dam burst at Tarrow and {k} fled", when) for k in range(count)], slug="a")]


Crowd = Callable[[int], list[DatedArticle]]


def comparisons(articles: Sequence[DatedArticle], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many times two reports of the articles are weighed."""
    weighed = 0

    def counted(*given: Any) -> float:
        nonlocal weighed
        weighed += 1
        return likeness(*given)

    monkeypatch.setattr(comparison, "likeness", counted)
    merge.same_events([Mention(dated, told) for dated in articles for told in dated.events])
    return weighed


@pytest.mark.parametrize("crowd", [month_of_reports, day_of_reports])
def test_the_work_grows_with_the_number_of_reports_and_no_faster(crowd: Crowd, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the reports, twice the work, where the square would be four times as much."""
    assert comparisons(crowd(2000), monkeypatch) < 2.5 * comparisons(crowd(1000), monkeypatch)
    assert comparisons(crowd(2000), monkeypatch) < 60 * 2000


@given(some.lists(some.tuples(some.integers(0, 3), some.integers(1, 9), some.integers(1, 40)), max_size=12))
def test_rivals_weigh_as_one_by_one(given: list[tuple[int, int, int]]) -> None:
    texts = [
        article([event(f"the dam burst {n}", _days(n, m)) for j, n, m in given if j == k], slug=f"a{k}")
        for k in range(4)
    ]
    made = sketches([Mention(dated, told) for dated in texts for told in dated.events])
    setting, compared = Setting(made), Comparison(made)
    alone = {(i, j): likeness(made[i], made[j], setting) for i, j in compared.pairs}
    for (i, j), own in alone.items():
        if made[i].article == made[j].article:
            assert compared.score(i, j) == own
            continue
        sides = [
            [odds for pair, odds in alone.items() if pair != (i, j) and one in pair and _in(made, pair, other, one)]
            for one, other in ((i, j), (j, i))
        ]
        balance = RIVALS * sum(log1p(sum(exp(odds - own) for odds in side)) for side in sides)
        likest = all(odds < own for side in sides for odds in side)
        assert compared.score(i, j) == pytest.approx(own + balance + LIKEST * likest)
    assert all(odds > NEVER for odds in alone.values())


def _in(made: Sequence[Sketch], pair: tuple[int, int], other: int, one: int) -> bool:
    """Whether the pair is of the report `one` and one of the article of `other`."""
    return made[pair[0] if pair[1] == one else pair[1]].article == made[other].article


def _days(first: int, count: int) -> Interval:
    start = day_number(2020, 3, first)
    return Interval(start, start + count)
