"""Sentences and their events, as `sentences.txt` tells them: a corpus in prose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.events.extract import events
from dateline.model import Dateline, Event
from dateline.timex.tagger import tag

DATELINE = Dateline(date(2024, 5, 15))
CORPUS = Path(__file__).with_name("sentences.txt")


def corpus() -> Iterator[tuple[str, list[str]]]:
    """Each sentence with the lines that stand indented under it."""
    for block in CORPUS.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield lines[0], [line.strip() for line in lines[1:] if line.strip() != "nothing"]


def day(number: int | None) -> str:
    return "…" if number is None else date.fromordinal(number).isoformat()


def told(event: Event) -> str:
    """The event in one line: its days, what is known of it, its words."""
    first, last = day(event.when.start), day(event.when.last)
    marks = [event.status.value]
    marks += ["throughout"] if event.extent == "throughout" else []
    marks += ["denied"] if event.polarity == "NEG" else []
    marks += [event.modality] if event.modality else []
    subject = f"[{event.subject}] " if event.subject else ""
    return f"{first if first == last else f'{first}/{last}'} {' '.join(marks)}: {subject}{event.what}"


@pytest.mark.parametrize(("sentence", "expected"), list(corpus()), ids=[sentence for sentence, _ in corpus()])
def test_sentence_tells(sentence: str, expected: list[str]) -> None:
    found = events(sentence, tag(sentence, DATELINE), DATELINE)
    assert [told(event) for event in found] == expected
