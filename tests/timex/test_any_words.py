"""Whatever the words, the tagger answers, and what it answers is whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events.extract import events
from dateline.model import Conventions, Dateline
from dateline.timex.english import VOCABULARY
from dateline.timex.english.lexicon import TABLES
from dateline.timex.tagger import tag

TIMES = sorted({word.removeprefix("~") for word in VOCABULARY} | {word for _, table in TABLES for word in table})
NAMES = ["May", "March", "Monday", "Sept.", "Jan", "Christmas", "Easter", "June", "D-Day", "Friday", "August"]
NUMBERS = st.integers(min_value=0, max_value=10**9).map(str) | st.sampled_from(
    ["1999", "2016-02-30", "31", "29", "9/11", "24:00"]
)
PLAIN = st.sampled_from(
    "the said was will has had to be met closed and which that he in on by for it '98 – , . ; “ ”".split()
)
WORDS = st.lists(st.sampled_from(TIMES) | st.sampled_from(NAMES) | NUMBERS | PLAIN, max_size=14)
CONVENTIONS = st.builds(
    Conventions,
    country=st.sampled_from(["US", "GB", "AU", "IN", "CA"]),
    southern=st.booleans(),
    fiscal_year_start=st.integers(min_value=1, max_value=12),
    date_order=st.sampled_from(["mdy", "dmy", ""]),
    reading=st.sampled_from(["news", "history", ""]),
)
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2900, 12, 31))


@settings(max_examples=400, deadline=None)
@given(WORDS, DAYS, CONVENTIONS)
def test_any_row_of_words_of_time_is_read(words: list[str], day: date, conventions: Conventions) -> None:
    text = " ".join(words)
    expressions = tag(text, Dateline(day), conventions)
    end = 0
    for expression in expressions:
        assert end <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end] == expression.text
        assert expression.why
        end = expression.end
    for event in events(text, expressions, Dateline(day), conventions):
        assert event.what


@pytest.mark.parametrize(
    "text",
    ["It ran for 0 weeks to Monday.", "It fell in the 0 months to June.", "It shut for 0 days starting Monday."],
)
def test_no_days_at_all_are_no_stretch(text: str) -> None:
    day = Dateline(date(2024, 5, 15))
    assert all(x.interval is None or "0" not in x.text for x in tag(text, day))
