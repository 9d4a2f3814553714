"""What holds of every event, whatever the text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events.extract import events
from dateline.limits import LONGEST
from dateline.model import Dateline, Event
from dateline.timex.tagger import tag
from tests.events.test_sentences import corpus

DATELINE = Dateline(date(2024, 5, 15))
PIECES = """
    the rebels who which that , . ; : " “ ” ' - — ( ) and but said told was were had been will to resigned attacked
    on Friday in March since 2011 until June from Monday after before when if while city Anna Brandt it they his 's not
    killed killing 1,984 $6.5 collapsed by of a
""".split()


def found(text: str) -> list[Event]:
    return events(text, tag(text, DATELINE), DATELINE)


def check(text: str) -> None:
    for event in found(text):
        spans = event.spans
        assert spans == tuple(sorted(spans))
        assert all(0 <= start < end <= len(text) for start, end in spans)
        words = [word for start, end in spans for word in text[start:end].split()]
        assert "".join(event.what.split()) == "".join(words)
        assert event.what.split()[0].lower() not in ("and", "but", "or", "nor")
        assert event.what[-1] not in ",;:—"
        assert text[event.quote_start :].startswith(event.quote)
        assert all(event.quote_start <= start for start, _ in spans)


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in corpus()])
def test_words_are_the_articles_own_and_in_order(sentence: str) -> None:
    check(sentence)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map(" ".join))
def test_words_are_the_articles_own_in_any_jumble(text: str) -> None:
    check(text)


def test_a_sentence_without_an_expression_tells_no_event() -> None:
    assert found("The bridge fell. Nobody was hurt.") == []


def test_sentences_do_not_bear_on_each_other() -> None:
    one, other = "The mill burned down on Monday.", "A crane fell into the harbour on Sunday."
    together = [event.what for event in found(f"{one} {other}")]
    assert together == [event.what for event in (*found(one), *found(other))]


def test_a_monstrous_sentence_is_read_in_pieces() -> None:
    text = "the mill that burned down on Monday and " * LONGEST
    assert max(len(event.quote) for event in found(text)) < 10 * LONGEST


def test_what_happened_then_is_dated_then_and_not_since() -> None:
    (event,) = found("It was the deadliest avalanche since 1999, when a slope gave way.")
    assert event.edtf == "1999"
    assert (event.begins, event.ends, event.extent) == (None, None, "within")


def test_from_and_to_make_one_event_of_two_expressions() -> None:
    (event,) = found("The archive was shut from 1990 to 1994.")
    assert event.expressions == (0, 1)
    assert event.extent == "throughout"
    assert event.begins is not None
    assert event.ends is not None


def test_a_line_that_is_full_is_no_paragraph() -> None:
    text = "The tanker was towed away in May. It had struck a rock near the island of\nMarram in January."
    assert [event.what for event in found(text)] == [
        "The tanker was towed away in May",
        "It had struck a rock near the island of Marram in January",
    ]
