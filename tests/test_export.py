"""The story's timeline for other programs: `export`, and `timeline.json` in the site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import main
from dateline.config import Site
from dateline.content import read_content

CONTENT = Path(__file__).parent / "site/content"
GOLDEN = Path(__file__).parent / "site/output"


def exported(story: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["export", story, "--content", str(CONTENT), "--format", "json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_what_is_exported_is_what_lies_in_the_site(capsys: pytest.CaptureFixture[str]) -> None:
    assert exported("levee", capsys) == json.loads((GOLDEN / "levee/timeline.json").read_text(encoding="utf-8"))


def test_offsets_are_those_of_the_expression_in_the_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    texts = {a.slug: a.text for story in read_content(CONTENT, Site()).stories for a in story.articles}
    burst = next(event for event in exported("levee", capsys)["events"] if len(event["mentions"]) == 3)
    found = {m["article"]: texts[m["article"]][m["start"] : m["end"]] for m in burst["mentions"]}
    assert found == {"burst": "Monday night", "anger": "last week", "a-year-on": "June 12, 2018"}


def test_every_event_is_listed_with_its_reports_and_what_they_do_not_agree_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    events = exported("levee", capsys)["events"]
    assert {len(event["mentions"]) for event in events} == {1, 2, 3}
    burst = next(event for event in events if len(event["mentions"]) == 3)
    assert burst["when"] == ["2018-06-11", "2018-06-11"]
    assert [each["kind"] for each in burst["contradictions"]] == ["days", "figures"]


def test_an_article_that_dates_nothing_is_listed_among_the_articles_only(capsys: pytest.CaptureFixture[str]) -> None:
    bridge = exported("bridge", capsys)
    assert "letters" in [article["slug"] for article in bridge["articles"]]
    assert all(mention["article"] != "letters" for event in bridge["events"] for mention in event["mentions"])


def test_a_lone_article_is_a_story(capsys: pytest.CaptureFixture[str]) -> None:
    assert exported("lighthouse", capsys)["story"] == "lighthouse"


def test_it_is_written_where_asked(tmp_path: Path) -> None:
    file = tmp_path / "levee.json"
    assert main(["export", "levee", "--content", str(CONTENT), "-o", str(file)]) == 0
    assert json.loads(file.read_text(encoding="utf-8"))["story"] == "levee"


def test_a_story_that_is_not_there_is_a_wrong_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "nowhere", "--content", str(CONTENT)]) == 2
    assert "no story nowhere" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_a_wrong_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "levee", "--content", str(CONTENT), "-o", str(tmp_path / "no" / "levee.json")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_calendar_is_stamped_with_the_latest_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told, file = exported("levee", capsys), tmp_path / "levee.ics"
    filed = {each["slug"]: each["date"][:10].replace("-", "") for each in told["articles"]}
    assert main(["export", "levee", "--content", str(CONTENT), "--format", "ics", "-o", str(file)]) == 0
    stamps = [line[8:16] for line in file.read_text("utf-8").splitlines() if line.startswith("DTSTAMP:")]
    assert stamps == [max(filed[each["article"]] for each in event["mentions"]) for event in told["events"]]


def test_what_did_not_happen_is_cancelled_in_a_calendar(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    article = "---\ntitle: No meeting\ndate: 2024-05-15\n---\n\nThe council did not meet on Friday.\n"
    (tmp_path / "content/council.md").write_text(article, "utf-8")
    file = tmp_path / "council.ics"
    assert main(["export", "council", "--content", str(tmp_path / "content"), "--format", "ics", "-o", str(file)]) == 0
    assert "STATUS:CANCELLED" in file.read_text("utf-8").splitlines()
