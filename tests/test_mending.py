"""What an editor fixes in an article: dates in the prose and above it, entries, corrections."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles import read_article
from dateline.config import Site
from dateline.making import dated
from dateline.marking import marked_html
from dateline.mends import LONGEST, occurrences, spelled
from dateline.model import Correction, DatedArticle, Edit, Mend, Status

BODY = "The mill burned on Friday. It had been sold last year. The next day it reopened."


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content/mill").mkdir(parents=True)
    return tmp_path / "content"


def mended(content: Path, front: str = "", body: str = BODY, fence: str = "---") -> DatedArticle:
    """An article filed on Wednesday 15 May 2024."""
    path = content / "mill/fire.md"
    least = "title: Fire\ndate: 2024-05-15" if fence == "---" else 'title = "Fire"\ndate = 2024-05-15'
    path.write_text(f"{fence}\n{least}\n{front}\n{fence}\n\n{body}\n", "utf-8")
    found = read_article(path, content, Site())
    assert found.article is not None, found.errors
    assert found.warnings == ()
    return dated(found.article)


def shown(found: DatedArticle) -> list[str]:
    return [f"{x.text}: {x.edtf}{' (editor)' if x.by_editor else ''}" for x in found.expressions]


def test_a_time_element_says_what_its_words_mean(content: Path) -> None:
    found = mended(
        content, body='The mill burned on <time datetime="2024-05-03">Friday</time>. The next day it reopened.'
    )
    assert shown(found) == ["Friday: 2024-05-03 (editor)", "The next day: 2024-05-04"]
    (x, _), (event, _) = found.expressions, found.events
    assert x.why == ("“Friday”", "dated by the editor: Friday 3 May 2024")
    assert x.thought is not None
    assert x.thought.edtf == "2024-05-10"
    assert (event.what, event.edtf) == ("The mill burned on Friday", "2024-05-03")


def test_words_above_the_text_are_mended_as_those_in_it_are(content: Path) -> None:
    front = mended(content, "dates:\n  Friday: 2024-05-03\n  last year: 2023-02/2023-04")
    assert shown(front) == [
        "Friday: 2024-05-03 (editor)",
        "last year: 2023-02/2023-04 (editor)",
        "The next day: 2024-05-04",
    ]
    for line in (
        "dates: {Friday: 2024-05-03, last year: 2023-02/2023-04}",
        "dates.Friday: 2024-05-03\ndates.last year: 2023-02/2023-04",
    ):
        assert shown(mended(content, line)) == shown(front)
    toml = 'dates."Friday" = 2024-05-03\ndates."last year" = "2023-02/2023-04"'
    assert shown(mended(content, toml, fence="+++")) == shown(front)
    table = '[dates]\nFriday = 2024-05-03\n"last year" = "2023-02/2023-04"'
    assert shown(mended(content, table, fence="+++")) == shown(front)


def test_a_number_names_the_second_time_that_words_stand_in_the_text(content: Path) -> None:
    body = "The mill burned on Friday. Good Friday is a feast. It was sold on Friday."
    found = mended(content, "dates: {Friday#3: 2024-05-03}", body)
    assert shown(found)[0] == "Friday: 2024-05-10"
    assert shown(found)[-1] == "Friday: 2024-05-03 (editor)"


def test_words_are_found_whatever_line_ends_and_quotation_marks_part_them(content: Path) -> None:
    found = mended(
        content, "dates: {Wednesday's early hours: 2024-05-08}", "It burned in Wednesday’s\nearly hours and fell."
    )
    assert shown(found) == ["Wednesday’s\nearly hours: 2024-05-08 (editor)"]


def test_words_that_mean_no_time_date_nothing(content: Path) -> None:
    for front, body in (
        ("dates: {Friday: ignore}", "The mill burned on Friday."),
        ("", 'The mill burned on <time datetime="">Friday</time>.'),
    ):
        found = mended(content, front, body)
        assert (found.expressions, found.events) == ((), ())


def test_an_expression_that_the_rules_passed_over_dates_its_clause(content: Path) -> None:
    found = mended(content, body='The mill burned <time datetime="2024-05-01">on Mill Day</time>.')
    (x,), (event,) = found.expressions, found.events
    assert (x.thought, event.what, event.edtf) == (None, "The mill burned on Mill Day", "2024-05-01")


def test_the_words_around_still_say_how(content: Path) -> None:
    found = mended(content, "dates: {January: 2023-01}", "The mill has been shut since January.")
    assert found.events[0].edtf == "2023-01/.."
    assert found.events[0].status is Status.ONGOING


def test_a_part_of_an_expression_stands_for_the_whole(content: Path) -> None:
    found = mended(content, "dates: {Friday: 2024-05-03}", "The mill burned on Friday at 9 p.m. and fell.")
    (x,) = found.expressions
    assert (x.text, x.edtf) == ("Friday at 9 p.m.", "2024-05-03")
    assert x.clock is not None
    assert x.clock.first == "21:00"


def test_a_mend_that_says_what_the_rules_read_only_takes_the_doubt_away(content: Path) -> None:
    body = "The council plans to vote on Thursday. It met the day before."
    plain, confirmed = mended(content, body=body), mended(content, "dates: {Thursday: 2024-05-16}", body)
    assert shown(confirmed) == [f"{line}{' (editor)' * line.startswith('Thursday')}" for line in shown(plain)]
    assert confirmed.events == plain.events
    assert confirmed.expressions[0].doubt is None
    assert confirmed.expressions[0].why[-1] == "confirmed by the editor"


def test_a_confirmed_date_stays_where_another_mend_would_move_it(content: Path) -> None:
    found = mended(content, "dates: {Friday: 2024-05-03, The next day: 2024-05-11}")
    assert shown(found)[-1] == "The next day: 2024-05-11 (editor)"


def test_words_that_are_gone_mend_nothing_and_are_remembered(content: Path) -> None:
    found = mended(content, "dates: {Thursday: 2024-05-09}")
    assert found.article.mends == (Mend("2024-05-09", 0, 0, "Thursday", 4),)
    assert not any(x.by_editor for x in found.expressions)


def test_a_time_element_leaves_the_page_and_html_durations_mean_no_day(content: Path) -> None:
    body = 'It burned for <time datetime="PT3H">three hours</time>, until <time datetime="14:00">two</time>.'
    found = mended(content, body=body)
    assert found.article.mends == ()
    assert "<time" not in marked_html(found.article)


def test_a_text_dateline_that_an_editor_has_dated_is_in_no_disagreement(content: Path) -> None:
    mended(content, "dates: {May 13: 2024-05-15}", "SMITHTOWN, May 13 — The mill burned on Friday.")


def test_what_events_and_corrections_hold(content: Path) -> None:
    front = """events:
  e-the-mill-burned: {headline: Fire in the mill, status: happened}
  "#e-it-had-been-sold": hide
  e-the-next-day: {merge: e-the-mill-burned}
  e-it-reopened: keep
  The fire service reports: 2024-06
  A new owner: {date: 2024-07-01, status: planned}
corrections:
  - {date: 2024-05-16, text: "It burned\\n on Friday."}"""
    article = mended(content, front).article
    assert article.edits == (
        Edit("e-the-mill-burned", "edit", 5, headline="Fire in the mill", status=Status.HAPPENED),
        Edit("e-it-had-been-sold", "hide", 6),
        Edit("e-the-next-day", "merge", 7, other="e-the-mill-burned"),
        Edit("e-it-reopened", "keep", 8),
        Edit("The fire service reports", "add", 9, edtf="2024-06"),
        Edit("A new owner", "add", 10, edtf="2024-07-01", status=Status.PLANNED),
    )
    assert article.corrections == (Correction(date(2024, 5, 16), "It burned on Friday."),)


def test_an_added_entry_is_the_editors_and_planned_where_it_lies_ahead(content: Path) -> None:
    found = mended(
        content,
        "events: {The owner was fined: 2024-05-13/2024-05-14, He pays: 2024-05-15, An inquiry opens: 2024-06}",
        "It burned.",
    )
    assert [(event.what, event.edtf, event.origin, event.status) for event in found.events] == [
        ("The owner was fined", "2024-05-13/2024-05-14", "editor", Status.HAPPENED),
        ("He pays", "2024-05-15", "editor", Status.HAPPENED),
        ("An inquiry opens", "2024-06", "editor", Status.PLANNED),
    ]


DATE = (
    "Write a day, `2015-09-28`, a month, `2015-09`, from one to another, `2015-09-28/2015-10-13`, or another EDTF date"
)
REFUSED = {
    "dates: Friday": """
        fire.md:4:8: `dates` takes words of the text, and the date that each means
            dates: Friday
                   ^
            Write it as `dates: {late last year: 2015-09-28, may: ignore}`.
    """,
    "dates: {Friday: 3 May}": """
        fire.md:4:17: “Friday” is dated “3 May”: “3 May” is no date
            dates: {Friday: 3 May}
                            ^
            {DATE}, or `ignore`.
    """,
    "dates: {Friday: [2024-05-03]}": """
        fire.md:4:17: “Friday” takes one date
            dates: {Friday: [2024-05-03]}
                            ^
            Write it as `dates: {late last year: 2015-09-28, may: ignore}`.
    """,
    "dates: {Friday: 2024-05-03, Friday#1: 2024-05-10}": """
        fire.md:4: “Friday” is dated twice
            dates: {Friday: 2024-05-03, Friday#1: 2024-05-10}
            Remove one of the two.
    """,
    "dates: {Friday: 2024-05-03}\ndates.Friday: 2024-05-10": """
        fire.md:5:15: `Friday`, under `dates`, is set twice; the first is on line 4
            dates.Friday: 2024-05-10
                          ^
            Remove one of the two.
    """,
    "events: none\nevents.A fire: 2024-05-10": """
        fire.md:5:16: `events` is set twice
            events.A fire: 2024-05-10
                           ^
            Remove one of the two.
    """,
    "events: all": """
        fire.md:4:9: `events` takes entries by their permalinks, and new ones by their words
            events: all
                    ^
            Write it as `events: {e-the-movement-proclaimed: hide}`, or `events: none`.
    """,
    "events: {e-the-mill: gone}": """
        fire.md:4:22: `e-the-mill` is to be “gone”, which nothing can be
            events: {e-the-mill: gone}
                                 ^
            Write `hide`, `keep`, or keys such as `e-the-mill: {status: planned}`.
    """,
    "events: {The mill: hide}": """
        fire.md:4:20: `The mill` is to be “hide”, and is no permalink
            events: {The mill: hide}
                               ^
            Copy the permalink from the page: it is what stands behind # in the address of the entry.
    """,
    "events: {e-the-mill: [hide]}": """
        fire.md:4:22: `e-the-mill` takes one word, or keys
            events: {e-the-mill: [hide]}
                                 ^
            Write it as `events: {e-the-movement-proclaimed: hide}`, or `events: none`.
    """,
    "events: {e-the-mill: {merge: the fire}}": """
        fire.md:4:30: `merge` takes the permalink of an entry, not “the fire”
            events: {e-the-mill: {merge: the fire}}
                                         ^
            Copy it from the page: it is what stands behind # in the address of the entry.
    """,
    "events: {A fire: {date: 2024-05-10, status: over}}": """
        fire.md:4:45: `status` is one of happened, ongoing, planned, recurring, not “over”
            events: {A fire: {date: 2024-05-10, status: over}}
                                                        ^
            Write `status: happened`.
    """,
    "events: {A fire: some day}": """
        fire.md:4:18: the new entry “A fire” is dated “some day”: “some day” is no date
            events: {A fire: some day}
                             ^
            {DATE}.
    """,
    'events: {"…": 2024-05-10}': """
        fire.md:4:15: a new entry has no words
            events: {"…": 2024-05-10}
                          ^
            Say in words what happened.
    """,
    "corrections: It was Friday": """
        fire.md:4:14: `corrections` takes a list, each with a day and what was put right
            corrections: It was Friday
                         ^
            Write it as `corrections: [{date: 2016-04-17, text: "The toll was 40, not 42."}]`.
    """,
    "corrections: [{date: 2024-05-16}]": """
        fire.md:4:15: this correction has no text
            corrections: [{date: 2024-05-16}]
                          ^
            Write it as `corrections: [{date: 2016-04-17, text: "The toll was 40, not 42."}]`.
    """,
    "corrections: [{text: It was Friday.}]": """
        fire.md:4:15: this correction has no day
            corrections: [{text: It was Friday.}]
                          ^
            Write it as `corrections: [{date: 2016-04-17, text: "The toll was 40, not 42."}]`.
    """,
}


def refused(content: Path, front: str, body: str = BODY) -> list[str]:
    path = content / "mill/fire.md"
    path.write_text(f"---\ntitle: Fire\ndate: 2024-05-15\n{front}\n---\n\n{body}\n", "utf-8")
    found = read_article(path, content, Site())
    assert found.article is None
    return [str(problem).replace(f"{path.parent}/", "") for problem in found.errors]


@pytest.mark.parametrize("front", REFUSED)
def test_what_is_wrong_is_named_with_its_line_and_its_remedy(content: Path, front: str) -> None:
    (told,) = refused(content, front)
    assert told.replace(DATE, "{DATE}") == "\n".join(
        line.removeprefix(" " * 8) for line in REFUSED[front].strip("\n").rstrip().split("\n")
    )


def test_a_time_element_without_a_date_is_named_with_its_line(content: Path) -> None:
    (told,) = refused(content, "", 'It fell.\n\nIt burned <time datetime="3 May">on Friday</time>.')
    assert told == (
        'fire.md:9: `<time datetime="3 May">` is no date: “3 May” is no date\n'
        '    It burned <time datetime="3 May">on Friday</time>.\n'
        f'    {DATE}; `datetime=""` is no date.'
    )


HOSTILE = (
    "<script>alert(1)</script>",
    "../../etc",
    "\u202e",
    "x" * 5000,
    "💥",
    "__proto__",
    "#",
    "#2",
    "{}",
    "[]",
    "...",
)


@pytest.mark.parametrize("key", ["dates", "events", "corrections"])
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_are_refused_or_harmless(content: Path, key: str, value: str) -> None:
    quoted = '"' + value.replace('"', "") + '"'
    for front in (f"{key}: {quoted}", f"{key}: {{{quoted}: {quoted}}}", f"{key}: [{quoted}]", f"{key}.{'x'}: {quoted}"):
        path = content / "mill/fire.md"
        path.write_text(f"---\ntitle: Fire\ndate: 2024-05-15\n{front}\n---\n\n{BODY}\n", "utf-8")
        for problem in read_article(path, content, Site()).errors:
            assert problem.remedy
            assert problem.line == 4
            assert len(str(problem)) < 1200


words = st.lists(st.sampled_from(["May", "may", "on", "3", "Friday", "’s", "-", ","]), min_size=1, max_size=4).map(
    " ".join
)


@given(st.lists(words, max_size=12).map(". ".join), st.lists(words, min_size=1, max_size=4))
def test_every_occurrence_is_the_words_and_they_are_numbered_in_order(text: str, wanted: list[str]) -> None:
    found: dict[tuple[str, ...], list[int]] = {}
    for place in occurrences(text, wanted):
        assert spelled(text[place.start : place.end]) == place.words
        found.setdefault(place.words, []).append(place.number)
    for key in map(spelled, wanted):
        told = found.get(key, [])
        assert told == list(range(1, len(told) + 1))
        whole = spelled(text)
        assert len(told) == sum(whole[at : at + len(key)] == key for at in range(len(whole)))


def test_many_long_keys_over_a_long_text_are_looked_for_in_one_pass() -> None:
    found = Counter(place.words for place in occurrences("a " * 20_000, ["a " * length for length in range(1, 25)]))
    assert sorted(map(len, found)) == list(range(1, LONGEST + 1))
    assert found["a",] == 20_000
