"""Entries as an editor wants them, by the permalinks of the timeline without edits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.model import DatedArticle, Edit, Event, Status
from dateline.timeline.build import timeline
from tests.examples import article, day, event

FIRE = "e-a-fire-broke-out-in-the-harbour"
VOTE = "e-the-council-voted-on-the-budget"


def told(*edits: Edit) -> DatedArticle:
    events = (
        event("A fire broke out in the harbour", day(2016, 4, 12)),
        event("The council voted on the budget", day(2016, 4, 13), quote_start=40),
    )
    made = article(events, slug="first", text="x" * 90)
    return replace(made, article=replace(made.article, edits=edits))


def second(*events: Event) -> DatedArticle:
    return article(events, slug="second", text="x" * 90, filed=date(2016, 4, 20))


def ids(*articles: DatedArticle) -> list[str]:
    return [entry.id for entry in timeline(articles).entries]


def test_without_edits_entries_stand_by_their_permalinks() -> None:
    assert ids(told()) == [FIRE, VOTE]


def test_an_entry_is_hidden() -> None:
    assert ids(told(Edit(FIRE, "hide", 1))) == [VOTE]


def test_where_all_is_hidden_the_articles_are_listed() -> None:
    (entry,) = timeline([told(Edit(FIRE, "hide", 1), Edit(VOTE, "hide", 2))]).entries
    assert (entry.mentions[0].event, entry.what) == (None, "First")


def test_a_headline_and_a_status_leave_the_permalink_alone() -> None:
    entry = timeline([told(Edit(FIRE, "edit", 1, headline="Fire!", status=Status.ONGOING))]).entries[0]
    assert (entry.id, entry.what, entry.rewritten, entry.status) == (FIRE, "Fire!", True, Status.ONGOING)


def test_what_happened_is_neither_denied_nor_only_possible() -> None:
    doubted = article((event("A fire broke out", day(2016, 4, 12), polarity="NEG", modality="may"),), text="x" * 30)
    edits = (Edit("e-a-fire-broke-out", "edit", 1, status=Status.HAPPENED),)
    (entry,) = timeline([replace(doubted, article=replace(doubted.article, edits=edits))]).entries
    assert (entry.status, entry.polarity, entry.modality) == (Status.HAPPENED, "POS", None)


def test_two_entries_become_one_under_the_permalink_of_the_first() -> None:
    (entry,) = timeline([told(Edit(FIRE, "merge", 1, other=VOTE))]).entries
    assert entry.id == FIRE
    assert {mention.event.what: mention.id for mention in entry.mentions if mention.event} == {
        "A fire broke out in the harbour": "",
        "The council voted on the budget": VOTE,
    }
    assert entry.contradictions[0].kind == "days"


def test_what_was_merged_is_changed_under_either_permalink() -> None:
    (entry,) = timeline([told(Edit(FIRE, "merge", 1, other=VOTE), Edit(VOTE, "edit", 2, headline="Both"))]).entries
    assert (entry.id, entry.what) == (FIRE, "Both")
    assert ids(told(Edit(FIRE, "merge", 1, other=VOTE), Edit(VOTE, "merge", 2, other=FIRE))) == [FIRE]


def reports() -> tuple[list[DatedArticle], list[str]]:
    """Two articles that report one fire, and the permalinks of the entry and of its reports."""
    articles = [told(), second(event("A fire broke out in the harbour", day(2016, 4, 12)))]
    entry = timeline(articles).entries[0]
    assert len(entry.mentions) == 2
    return articles, [entry.id, *(mention.id for mention in entry.mentions)]


def with_edits(articles: list[DatedArticle], *edits: Edit) -> list[DatedArticle]:
    first, *others = articles
    return [replace(first, article=replace(first.article, edits=edits)), *others]


def test_each_report_of_an_entry_has_a_permalink_of_its_own() -> None:
    _, names = reports()
    assert names == [FIRE, f"{FIRE}_2", f"{FIRE}_3"]


def test_a_report_is_separated_by_the_permalinks_of_the_entry_and_its_own_in_either_order() -> None:
    articles, (entry, _, report) = reports()
    assert ids(*articles) == [FIRE, VOTE]
    for edit in (Edit(entry, "separate", 1, other=report), Edit(report, "separate", 1, other=entry)):
        parted = timeline(with_edits(articles, edit)).entries
        assert [each.id for each in parted] == [FIRE, report, VOTE]
        assert [[mention.id for mention in each.mentions] for each in parted[:2]] == [[f"{FIRE}_2"], [""]]


def test_one_report_moves_to_another_entry() -> None:
    articles, (_, _, report) = reports()
    entries = timeline(with_edits(articles, Edit(VOTE, "merge", 1, other=report))).entries
    assert {entry.id: len(entry.mentions) for entry in entries} == {FIRE: 1, VOTE: 2}


def test_separating_what_is_apart_and_naming_what_is_not_there_change_nothing() -> None:
    edits = (
        Edit(FIRE, "separate", 1, other=VOTE),
        Edit("e-nothing", "hide", 2),
        Edit(FIRE, "merge", 3, other="e-nothing"),
        Edit(FIRE, "merge", 4, other=FIRE),
    )
    assert ids(told(*edits)) == [FIRE, VOTE]


def test_what_an_editor_adds_is_an_entry_of_its_own() -> None:
    added = event("A fire broke out in the harbour", day(2016, 4, 12), origin="editor", quote="")
    found = timeline([told(), second(added)]).entries
    assert [len(entry.mentions) for entry in found] == [1, 1, 1]


def test_an_entry_that_an_editor_keeps_says_so() -> None:
    assert [entry.kept for entry in timeline([told(Edit(FIRE, "keep", 1))]).entries] == [True, False]
