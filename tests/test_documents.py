"""What README and CONTRIBUTING say is so: every command runs, every key and room is there."""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dateline.articles import KNOWN
from dateline.config import KNOWN as KNOWN_OF_SITE
from dateline.config import read_site
from dateline.eventlists import read_event_list
from dateline.model import Conventions
from dateline.site import Options, build

PROJECT = Path(__file__).resolve().parent.parent
README = (PROJECT / "README.md").read_text("utf-8")
SERVE = "python build.py serve"
CONTRIBUTING = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


def blocks(document: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", document, re.DOTALL | re.MULTILINE)


def commands(document: str) -> list[str]:
    """The lines of all shell blocks, without their comments."""
    return [
        shlex.join(shlex.split(line, comments=True)) for block in blocks(document, "sh") for line in block.splitlines()
    ]


MAKE = sorted({line for document in (README, CONTRIBUTING) for line in commands(document) if line.startswith("make ")})


@pytest.mark.parametrize("command", MAKE)
def test_make_knows_every_target(command: str) -> None:
    done = subprocess.run(
        [*shlex.split(command), "--dry-run"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What a build needs, in a folder of its own."""
    for folder in ("content", "templates", "dateline"):
        shutil.copytree(PROJECT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "build.py", tmp_path)
    return tmp_path


def test_every_other_command_of_the_readme_runs(clone: Path) -> None:
    others = [block for block in blocks(README, "sh") if not block.startswith(("make ", SERVE))]
    assert len(others) == 7
    script = 'set -e\npython() { "$PYTHON" "$@"; }\n' + "\n".join(others)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=clone,
        env={**os.environ, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (clone / "output" / "index.html").exists()
    assert (clone.parent / "timelines" / "content" / "site.toml").exists()
    assert json.loads((clone / "kunduz.json").read_text("utf-8"))["story"] == "kunduz"
    assert "2024-05-14  happened  The council met on Tuesday" in done.stdout
    assert '"2023-09-01", null' in re.sub(r"(?<=,)(?=\S)", " ", (clone / "found.jsonl").read_text("utf-8"))


def test_the_preview_of_the_readme_is_where_it_says(clone: Path) -> None:
    (command,) = (block for block in blocks(README, "sh") if block.startswith(SERVE))
    words = [sys.executable, *shlex.split(command)[1:]]
    # The port may be taken on this machine; that it is the one of the README is seen from the help.
    with subprocess.Popen([*words, "--port", "0"], cwd=clone, stdout=subprocess.PIPE, text=True) as preview:
        assert preview.stdout is not None
        said = preview.stdout.readline()
        preview.send_signal(signal.SIGINT)
        assert preview.wait(timeout=60) == 0
    assert said.startswith("The preview is at http://127.0.0.1:")
    helped = subprocess.run([*words, "--help"], cwd=clone, capture_output=True, text=True, check=True).stdout
    found = re.search(r"`http://127\.0\.0\.1:(\d+)/`", README)
    assert found is not None
    assert f"({found[1]})" in helped


def test_the_commands_for_gitlab_are_those_of_dateline(clone: Path) -> None:
    (snippet,) = blocks(README, "yml")
    job = yaml.safe_load(snippet)["pages"]
    (public,) = job["artifacts"]["paths"]
    commands = [line for line in job["script"] if line.startswith("dateline ")]
    assert [shlex.split(line)[1] for line in commands] == ["check", "build"]
    for line in commands:
        done = subprocess.run(
            ["bash", "-c", line.replace("dateline ", '"$PYTHON" build.py ')],
            cwd=clone,
            env={**os.environ, "PYTHON": sys.executable, "CI_PAGES_URL": "https://press.example/timelines"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert "https://press.example/timelines/" in (clone / public / "index.html").read_text("utf-8")


def test_the_article_of_the_readme_gives_the_dates_one_would_expect(tmp_path: Path) -> None:
    article = next(block for block in blocks(README, "markdown") if "date:" in block)
    found = re.search(r"`content/(\S+\.md)`", README)
    assert found is not None
    path = tmp_path / "content" / found[1]
    path.parent.mkdir(parents=True)
    path.write_text(article, "utf-8")
    summary = build(Options(tmp_path / "content", tmp_path / "output", strict=True))
    assert (summary.articles, summary.warnings) == (1, ())
    page = (tmp_path / "output" / "harbour" / "index.html").read_text("utf-8")
    for words in ("Friday 10 May 2024", "Tuesday 14 May 2024", "the week of 20–26 May 2024"):
        assert words in page


def test_the_names_of_the_readme_are_read(tmp_path: Path) -> None:
    listed = next(block for block in blocks(README, "toml") if block.startswith("[people]"))
    (tmp_path / "site.toml").write_text(listed, "utf-8")
    site = read_site(tmp_path)
    assert [one.name for one in (*site.people, *site.places)] == ["Ada Brook", "Tom Lisle", "Marram Sound"]
    assert site.warnings == ()


def test_the_imported_events_of_the_readme_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.events.toml").write_text(
        next(block for block in blocks(README, "toml") if "[[event]]" in block), "utf-8"
    )
    read = read_event_list(tmp_path / "a.events.toml", "harbour", Conventions())
    assert (read.errors, read.warnings) == ((), ())
    assert read.dated is not None
    assert [event.what for event in read.dated.events] == ["The basin is dredged"]


def test_the_readme_names_every_key() -> None:
    keys = set(re.findall(r"`(\w+)`", README))
    assert set(KNOWN) | set(KNOWN_OF_SITE) <= keys


def test_the_rule_that_contributors_are_shown_is_the_real_one() -> None:
    (block,) = blocks(CONTRIBUTING, "python")
    (shown,) = ast.parse(block).body
    assert isinstance(shown, ast.FunctionDef)
    code = ast.parse((PROJECT / "dateline" / "timex" / "english" / "relative.py").read_text("utf-8"))
    assert ast.dump(shown) in [ast.dump(part) for part in code.body]


def test_the_picture_of_the_house_has_every_room() -> None:
    drawn = set(re.findall(r"`(\w+)(?:\.py|/)`", "\n".join(re.findall(r"^\| `.*?\|", CONTRIBUTING, re.MULTILINE))))
    rooms = {
        path.stem
        for path in (PROJECT / "dateline").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert drawn == rooms - {"__init__"}


def test_every_link_between_the_documents_leads_somewhere() -> None:
    for document in (README, CONTRIBUTING):
        for target in re.findall(r"(?:\]\(|src=\"|srcset=\")(?!https?:)([^)#\"]+)[)\"]", document):
            assert (PROJECT / target).exists(), target
