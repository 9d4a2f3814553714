"""The files in which a timeline leaves: each is what its standard says, and none claims more than is known."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dateline.cli import main
from dateline.formats.exports import exported
from dateline.formats.table import bare_cell, csv_bytes, safe_cell
from dateline.importing.found import Found
from dateline.importing.reading import read_file
from dateline.model import Conventions
from tests.importing.stories import TODAY, events, story_of

CONTENT = Path(__file__).parent.parent / "site/content"
GOLDEN = Path(__file__).parent.parent / "site/output"
STORIES = ("bridge", "levee", "lighthouse")
SCHEMA = json.loads((resources.files("dateline.formats") / "timeline.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("story", STORIES)
def test_the_json_is_what_its_schema_says(story: str) -> None:
    record = json.loads((GOLDEN / story / "timeline.json").read_text("utf-8"))
    Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(record)


@settings(deadline=None)
@given(st.lists(events(), min_size=1, max_size=4))
def test_imported_events_are_what_the_schema_says(written: list[Any]) -> None:
    record = json.loads(exported(story_of(Found(events=written)), "json")[0])
    Draft202012Validator(SCHEMA).validate(record)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def calendar(story: str) -> icalendar.Calendar:
    read = icalendar.Calendar.from_ical((GOLDEN / story / "timeline.ics").read_bytes())
    assert isinstance(read, icalendar.Calendar)
    return read


@pytest.mark.parametrize("story", STORIES)
def test_a_calendar_is_read_without_a_fault(story: str) -> None:
    read = calendar(story)
    told = json.loads((GOLDEN / story / "timeline.json").read_text("utf-8"))["events"]
    assert read.errors == []
    assert all(component.errors == [] for component in read.walk())
    assert len(read.walk("VEVENT")) + len(read.walk("VJOURNAL")) == len(told)
    uids = [str(component["UID"]) for component in read.walk() if "UID" in component]
    assert len(set(uids)) == len(uids)
    lines = (GOLDEN / story / "timeline.ics").read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[-1] == b""


def test_a_calendar_holds_whole_days_and_their_end_is_not_among_them() -> None:
    told = {str(event["SUMMARY"]): event for event in calendar("levee").walk("VEVENT")}
    cracks = told["Engineers had warned of cracks in April 2018"]
    assert (cracks.decoded("DTSTART"), cracks.decoded("DTEND")) == (date(2018, 4, 1), date(2018, 5, 1))
    assert "At some time within this period; nobody said when." in str(cracks["DESCRIPTION"])


def story_with(folder: Path, rows: Sequence[dict[str, str]]) -> Any:
    names = sorted({name for row in rows for name in row})
    written = io.StringIO()
    table = csv.DictWriter(written, names)
    table.writeheader()
    table.writerows(rows)
    path = folder / "a.csv"
    path.write_text(written.getvalue(), "utf-8")
    return story_of(read_file(path, TODAY, Conventions()))


@pytest.mark.parametrize(
    ("row", "kind", "summary", "days"),
    [
        ({"edtf": "2016"}, "VEVENT", "It was", (date(2016, 1, 1), date(2017, 1, 1))),
        ({"edtf": "../2016-04-15", "extent": "within"}, "VJOURNAL", "[by 15 April 2016] It was", None),
        ({"edtf": "2016-01/.."}, "VEVENT", "[since January 2016] It was", (date(2016, 1, 1), date(2016, 2, 1))),
        ({"edtf": "-0043-03-15"}, "VJOURNAL", "It was", None),
        (
            {"edtf": "2031-05-01"},
            "VEVENT",
            "[planned, as of 15 May 2024] It was",
            (date(2031, 5, 1), date(2031, 5, 2)),
        ),
        (
            {"edtf": "2016-05-01", "modality": "may", "polarity": "NEG"},
            "VEVENT",
            "[what is said not to have happened; only possible (“may”)] It was",
            (date(2016, 5, 1), date(2016, 5, 2)),
        ),
    ],
)
def test_a_calendar_invents_no_day(
    row: dict[str, str], kind: str, summary: str, days: tuple[date, date] | None, tmp_path: Path
) -> None:
    made = exported(story_with(tmp_path, [{"what": "It was", **row}]), "ics")[0]
    (component,) = icalendar.Calendar.from_ical(made).walk(kind)
    assert str(component["SUMMARY"]) == summary
    assert ("DTSTART" in component) == (days is not None)
    if days:
        assert (component.decoded("DTSTART"), component.decoded("DTEND")) == days


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_has_a_line_an_event() -> None:
    made = rows((GOLDEN / "levee" / "timeline.csv").read_bytes())
    told = json.loads((GOLDEN / "levee" / "timeline.json").read_text("utf-8"))["events"]
    assert [(row["id"], row["what"], row["edtf"]) for row in made] == [
        (event["id"], event["what"], event["edtf"]) for event in told
    ]


@pytest.mark.parametrize("cell", ['=HYPERLINK("http://x")', "+1", "@SUM(A1)", "-2+3", "\t=1", "'=1", "''=1"])
def test_no_cell_is_run_by_a_spreadsheet(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"
    assert bare_cell(safe_cell(cell)) == cell


@pytest.mark.parametrize("cell", ["", "-44", "It was = to", "'Twas", "2016-04-15"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert safe_cell(cell) == bare_cell(cell) == cell


@settings(deadline=None)
@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\0")), min_size=2, max_size=2)))
def test_a_table_is_read_as_it_was_written(written: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_bytes(written).decode("utf-8-sig"), newline="")))
    assert [[bare_cell(cell) for cell in row] for row in read] == written


def test_timeml_is_written_for_each_article(tmp_path: Path) -> None:
    folder = tmp_path / "tml"
    assert main(["export", "levee", "--content", str(CONTENT), "--format", "timeml", "-o", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["a-year-on.tml", "anger.tml", "burst.tml"]
    assert "<TIMEX3" in (folder / "burst.tml").read_text("utf-8")


def test_timeml_of_one_article_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "lighthouse", "--content", str(CONTENT), "--format", "timeml"]) == 0
    assert capsys.readouterr().out.startswith("<?xml")


def test_timeml_of_several_articles_needs_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "levee", "--content", str(CONTENT), "--format", "timeml"]) == 2
    assert capsys.readouterr().err == "dateline: --format timeml makes 3 documents; name a folder for them with -o\n"


@pytest.mark.parametrize("format_", ["csv", "ics", "timelinejs", "timelinejs-csv"])
def test_each_format_is_exported(format_: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "levee", "--content", str(CONTENT), "--format", format_]) == 0
    assert b"Engineers had warned" in capsysbinary.readouterr().out
