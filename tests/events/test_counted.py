"""Lengths counted from a deed that the article dates: "eight days after the explosion"."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.events.counted import counted
from dateline.events.extract import events
from dateline.model import Conventions, Dateline
from dateline.timex.tagger import tag

WEDNESDAY = Dateline(date(2024, 5, 15))


def told(text: str) -> dict[str, str]:
    """The words of the events, each with its first and last day."""
    found = counted(text, tag(text, WEDNESDAY), WEDNESDAY, Conventions())
    return {
        event.what: "/".join(date.fromordinal(day).isoformat() for day in (event.when.start or 0, event.when.last or 0))
        for event in events(text, found, WEDNESDAY)
    }


@pytest.mark.parametrize(
    ("text", "what", "days"),
    [
        (
            "A blast hit the depot on May 3. Two days after the blast, the mayor resigned.",
            "Two days after the blast, the mayor resigned",
            "2024-05-05/2024-05-05",
        ),
        (
            "The depot exploded on May 3. The mayor left nine days after the explosion.",
            "The mayor left nine days after the explosion",
            "2024-05-12/2024-05-12",
        ),
        (
            "Rebels raided Corvo in March 2019. Three years after the raid its market reopened.",
            "Three years after the raid its market reopened",
            "2022-01-01/2022-12-31",
        ),
        (
            "She was elected in 2012. A year after her election she moved north.",
            "A year after her election she moved north",
            "2013-01-01/2013-12-31",
        ),
        (
            "The vote is on June 9. Two days before the vote, the leaders will meet.",
            "Two days before the vote, the leaders will meet",
            "2024-06-07/2024-06-07",
        ),
        (
            "The quake struck on Sunday. Helpers reached the valley a day after the quake struck.",
            "Helpers reached the valley",
            "2024-05-13/2024-05-13",
        ),
    ],
)
def test_a_length_is_counted_from_the_deed_that_the_article_dates(text: str, what: str, days: str) -> None:
    assert told(text).get(what) == days


@pytest.mark.parametrize(
    "text",
    [
        # Nothing dates the deed, or two deeds have the name.
        "Two days after the blast, the mayor resigned.",
        "A blast hit Corvo on May 3. A blast hit Odda on May 7. Two days after the blast, the mayor resigned.",
        # Another deed is meant.
        "A blast hit the depot on May 3. Two days after the blast in Odda the mayor resigned.",
        "A blast hit the depot on May 3. Two days after the second blast, the mayor resigned.",
        # It did not come to pass, or lasted.
        "The vote on May 3 was called off. Two days after the vote, the mayor resigned.",
        # A length, and what says when the deed was.
        "A blast hit the depot on May 3. It was shut for two days after the blast.",
        "A blast hit the depot on May 3. The mayor resigned within two days after the blast.",
        "The operation was on May 3. He died on May 8, two weeks after the operation.",
        "A blast hit the depot on May 3. Some days after the blast, the mayor resigned.",
    ],
)
def test_other_lengths_stay_lengths(text: str) -> None:
    found = tag(text, WEDNESDAY)
    assert list(counted(text, found, WEDNESDAY, Conventions())) == list(found)


def test_a_counted_length_says_how_it_was_counted() -> None:
    text = "A blast hit the depot on May 3. Two days after the blast, the mayor resigned."
    length = counted(text, tag(text, WEDNESDAY), WEDNESDAY, Conventions())[1]
    assert length.why[-1] == "counted from the blast, which the article dates Friday 3 May 2024: after it"
    assert length.doubt is not None and length.doubt.reason == "another blast may be meant"
