"""The work grows with the length of a text and no faster, whatever the text is."""

from __future__ import annotations

import sys
from datetime import date
from types import FrameType

import pytest

from dateline.events.extract import events
from dateline.model import Dateline
from dateline.timex.tagger import tag

FRIDAY = Dateline(date(2016, 4, 15))
HOSTILE = [
    "last ", "of the ", "1", "1 ", "1,", "1990-", "Monday ", "Monday and ", "the end of ", "from Monday to ", '"', "'",
    "5 p.m. ", "two ", "two weeks ago ", ". ", "\n", "\n\n", "(", "the day before ", "May ", "was to ", "he said ", "é",
    "every other ", "half a ", "Sept. ", "1. ", "which was on Monday ", "in 1999, when ", "next ", "- ", "on the 9th ",
]  # fmt: skip


def calls_for(text: str) -> int:
    """How many calls of functions it takes to tag a text and to cut its events; no clock is needed to count them."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        events(text, tag(text, FRIDAY), FRIDAY)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    once, twice = (calls_for((piece * (size // len(piece) + 1))[:size]) for size in (9_000, 18_000))
    assert twice <= 2.5 * once + 1000


def test_a_million_digits_hold_no_time() -> None:
    assert tag("7" * 1_000_000, FRIDAY) == []
