"""What a line or a sentence that says nothing but when dates: the next one."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.events.extract import events
from dateline.model import Dateline, Event
from dateline.timex.tagger import tag

FILED = Dateline(date(2024, 5, 15))


def told(*blocks: str) -> list[tuple[str, str]]:
    return sorted((each.edtf or "", each.what) for each in found("\n\n".join(blocks)))


def found(text: str) -> list[Event]:
    return events(text, tag(text, FILED), FILED)


def test_a_heading_dates_the_first_sentence_below_it() -> None:
    blocks = ("14 August 2021", "Anglers protest at the gate. Two are arrested.", "The trust says nothing.")
    assert told(*blocks) == [("2021-08-14", "Anglers protest at the gate")]
    assert told("2019", "March", "The roof falls in.") == [("2019-03", "The roof falls in")]
    assert told("May 2019 to June 2019", "The gates stay shut.") == [("2019-05/2019-06", "The gates stay shut")]


def test_a_sentence_that_only_says_when_dates_the_next_one() -> None:
    assert told("9 May. Divers find the bell.") == [("2024-05-09", "Divers find the bell")]
    assert told("June 1944. The beaches are quiet. Nobody stirs.") == [("1944-06", "The beaches are quiet")]


def test_a_cell_of_a_table_dates_the_next_one() -> None:
    rows = ("Date", "What happened", "3 May 2023", "First leak below the pier", "10 May 2023", "Letter to the owner")
    assert told(*rows) == [("2023-05-03", "First leak below the pier"), ("2023-05-10", "Letter to the owner")]


@pytest.mark.parametrize(
    "blocks",
    [
        ("3 May 2023", "Ada Brook, Harbour Trust"),
        ("3 May 2023", "34,000"),
        ("3 May 2023", "Harwich"),
        ("3 May 2023", "Jo Fell"),
        ("Recently", "The roof fell in."),
        ("Every Friday", "Anglers meet at the gate."),
        ("3 May 2023",),
    ],
)
def test_what_tells_of_nothing_is_not_dated(blocks: tuple[str, ...]) -> None:
    assert told(*blocks) == []


def test_what_has_a_date_of_its_own_needs_no_heading() -> None:
    assert told("2019", "On 3 March the roof falls in.") == [("2019-03-03", "On 3 March the roof falls in")]
    assert told("2019", "The trust had shut the pier in March 2018.") == [
        ("2018-03", "The trust had shut the pier in March 2018")
    ]


def test_a_heading_dates_a_sentence_that_looks_back_or_tells_of_another_day_aside() -> None:
    assert told("3 May 2021", "The anglers, who came in 1999, leave the pier.") == [
        ("1999", "The anglers came in 1999"),
        ("2021-05-03", "The anglers leave the pier"),
    ]
    assert told("11:30", "The gauge shows 4.2 metres, its highest since 1968.") == [
        ("2024-05-15", "The gauge shows 4.2 metres, its highest since 1968")
    ]


def test_the_day_on_which_an_article_was_printed_dates_nothing_in_it() -> None:
    assert told("14 May 2024", "The roof of the pier fell in.") == []
    assert told("The pier in short.", "14 May 2024", "The roof falls in.") == [("2024-05-14", "The roof falls in")]


def test_the_quotation_reaches_from_the_date_to_the_end_of_what_it_dates() -> None:
    text = "The pier in short.\n\n14 August 2021\n\nAnglers protest at the gate. Two are arrested."
    (event,) = found(text)
    assert event.quote == "14 August 2021\n\nAnglers protest at the gate."
    assert text[event.quote_start :].startswith(event.quote)
    assert [text[slice(*span)] for span in event.spans] == [event.what]


@pytest.mark.parametrize(
    ("told_so", "what"),
    [
        ("12 June 2019 The owner of the pier resigns.", "The owner of the pier resigns"),
        ("March 2019 A wall falls.", "A wall falls"),
        ("Monday I went to the pier.", "Monday I went to the pier"),
    ],
)
def test_a_date_before_a_sentence_of_its_own_is_its_label(told_so: str, what: str) -> None:
    assert [each for _, each in told(told_so)] == [what]
