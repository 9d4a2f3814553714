"""What the words of an article say of the order of its events: told where it is certain, else not at all."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.events.extract import events
from dateline.model import Dateline
from dateline.timex.tagger import tag

WEDNESDAY = Dateline(date(2024, 5, 15))


def said(text: str) -> list[tuple[str, str]]:
    """Which event is said to have come after which other, by their clauses."""
    found = events(text, tag(text, WEDNESDAY), WEDNESDAY)
    return [(event.what, found[earlier].what) for event in found for earlier in event.after]


@pytest.mark.parametrize(
    ("text", "later", "earlier"),
    [
        (
            "The strike was called off on Friday after the talks had resumed on Friday morning.",
            "The strike was called off on Friday",
            "the talks had resumed on Friday morning",
        ),
        (
            "The ferry sank on Friday before a tug arrived on Friday night.",
            "a tug arrived on Friday night",
            "The ferry sank on Friday",
        ),
        (
            "Before she left on Friday, she signed the order on Friday.",
            "she left on Friday",
            "she signed the order on Friday",
        ),
        (
            "After talks resumed on Friday morning, the strike was called off on Friday.",
            "the strike was called off on Friday",
            "talks resumed on Friday morning",
        ),
        (
            "He was arrested in April 2019 following a protest in April 2019.",
            "He was arrested in April 2019 following a protest in April 2019",
            "a protest in April 2019",
        ),
        (
            "A bomb went off at 3 p.m. on Friday. Two hours later a second one killed four soldiers.",
            "Two hours later a second one killed four soldiers",
            "A bomb went off at 3 p.m. on Friday",
        ),
        (
            "She left the house at noon on Friday and came back three hours later.",
            "She came back three hours later",
            "She left the house at noon on Friday",
        ),
        (
            "The mayor spoke on Friday. Later that day he resigned.",
            "Later that day he resigned",
            "The mayor spoke on Friday",
        ),
        (
            "The mayor resigned on Friday. His office had been searched earlier that day.",
            "The mayor resigned on Friday",
            "His office had been searched earlier that day",
        ),
        (
            "Police raided a house by the port on Friday. It rained. Two were held on Friday, hours after the raid.",
            "Two were held on Friday, hours after the raid",
            "Police raided a house by the port on Friday",
        ),
        (
            "The blast killed four people on Monday. The office was shut on Monday following the blast.",
            "The office was shut on Monday following the blast",
            "The blast killed four people on Monday",
        ),
    ],
)
def test_what_the_words_say(text: str, later: str, earlier: str) -> None:
    assert said(text) == [(later, earlier)]


@pytest.mark.parametrize(
    "text",
    [
        "He did not leave on Friday before the vote was held on Friday.",
        "The shop would have closed on Friday before the inspectors came on Friday.",
        "A bomb went off at noon on Friday, police said on Friday. Two hours later a second one went off.",
        "Police raided an inn on Friday. They raided a barn on Friday. Two were held on Friday, hours after the raid.",
        "Police raided a house on Friday. Two men were held on Friday, hours after the raid on a bank.",
        "The bridge was shut on Friday. It rained all day. Two hours later a lorry fell.",
        "The results were not known until after the count on Friday.",
        "The mayor visited the site on Monday, before the funeral.",
        "The office had been shut since Friday before it was sold on Monday.",
    ],
    ids=[
        "denied",
        "only possible",
        "one of two",
        "one of three",
        "another raid",
        "further back",
        "until",
        "no date",
        "stretch",
    ],
)
def test_what_is_unsure_is_not_said(text: str) -> None:
    assert said(text) == []
