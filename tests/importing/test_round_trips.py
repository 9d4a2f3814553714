"""What leaves as JSON, CSV, iCalendar or a list of events and comes back is what it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.eventlists import event_list_text, read_event_list
from dateline.formats.exports import exported
from dateline.importing.found import Found
from dateline.model import Conventions, Event
from tests.importing.stories import events, reread, story_of, told

LOSSLESS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.mark.parametrize(("format_", "name"), [("json", "a.json"), ("csv", "a.csv"), ("ics", "a.ics")])
def test_what_is_exported_and_imported_is_what_it_was(format_: str, name: str, tmp_path: Path) -> None:
    @LOSSLESS
    @given(st.lists(events(), min_size=1, max_size=5))
    def holds(written: list[Event]) -> None:
        assert told(reread(name, exported(story_of(Found(events=written)), format_)[0], tmp_path).events) == told(
            written
        )

    holds()


@LOSSLESS
@given(st.lists(events(), min_size=1, max_size=5))
def test_a_list_of_events_is_read_as_it_was_written(tmp_path: Path, written: list[Event]) -> None:
    (dated,) = story_of(Found(events=written, title="A list")).lists
    path = tmp_path / "a.events.toml"
    path.write_text(event_list_text(dated), "utf-8")
    read = read_event_list(path, "list", Conventions())
    assert read.errors == read.warnings == ()
    assert read.dated is not None
    assert list(read.dated.events) == written
