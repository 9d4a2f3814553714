"""What goes on telling the event of the lead, and what does not."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.events.details import with_details
from dateline.events.extract import events
from dateline.model import Dateline
from dateline.timex.tagger import tag

FILED = Dateline(date(2024, 5, 15))


def details(text: str) -> list[list[str]]:
    found = tag(text, FILED)
    return [
        [text[start:end] for start, end in event.details]
        for event in with_details(text, 0, found, events(text, found, FILED))
    ]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (
            "Gunmen attacked a checkpoint near the dam on Monday. The attack wounded four guards.",
            ["The attack wounded four guards."],
        ),
        (
            "A lorry hit a school bus on Monday. The lorry burned out. The bus slid into a ditch, police said.",
            ["The lorry burned out.", "The bus slid into a ditch, police said."],
        ),
        (
            "Three gunmen robbed a bank on Tuesday.\n\nThe gunmen drove off. The incident emptied the street.",
            ["The gunmen drove off.", "The incident emptied the street."],
        ),
        (
            "A boiler exploded on Monday. The owner said that nobody smelled gas. The explosion blew out a window.",
            ["The explosion blew out a window."],
        ),
        (
            "Two trains crashed at a crossing on Monday. No one was hurt. The crossing collapsed.",
            ["No one was hurt.", "The crossing collapsed."],
        ),
    ],
)
def test_a_sentence_that_goes_on_telling_the_lead_is_its_detail(text: str, more: list[str]) -> None:
    assert details(text)[0] == more
    assert all(each == [] for each in details(text)[1:])


LEAD = "Gunmen attacked a checkpoint near the dam on Monday."


@pytest.mark.parametrize(
    "rest",
    [
        "The attack followed another in March. The attack wounded four guards.",
        "The attack is the third of its kind. The attack wounded four guards.",
        "The attack had been planned with care.",
        "The attack could spread fear.",
        "The attack was the third of its kind.",
        "The attack earlier wounded a guard.",
        "The gunmen once worked at the dam.",
        "The gunmen lived in the hills.",
        "The dam supplied the whole valley.",
        "The election brought down the cabinet.",
        "They burned three cars.",
        "Two guards slept.",
        "Four guards died.",
        "Mr. Hale studied law in York.",
        "An attack wounded four guards.",
        "“The attack wounded four guards,” the mayor said.",
        "The mayor said that the attack wounded four guards.",
        "Rain fell.\n\nThe attack wounded four guards.",
        "\n\nThe mayor said little.\n\nThe attack wounded four guards.",
    ],
)
def test_what_may_tell_of_another_time_or_of_something_else_is_none(rest: str) -> None:
    assert details(f"{LEAD} {rest}")[0] == []


@pytest.mark.parametrize(
    "lead",
    [
        "Gunmen attacked a checkpoint on Monday and burned a market on Tuesday.",
        "Gunmen did not attack a checkpoint on Monday.",
        "Gunmen may attack a checkpoint next week.",
        "The governor praised the guards.",
    ],
)
def test_a_lead_that_tells_several_things_or_none_that_happened_goes_on_with_nothing(lead: str) -> None:
    assert not any(details(f"{lead} The attack wounded four guards."))
