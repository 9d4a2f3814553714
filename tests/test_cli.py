"""The command line as programs and people use it, through the real entry point."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
import tomllib
from pathlib import Path
from typing import Any

import pytest

BUILD = Path(__file__).parent.parent / "build.py"
ARTICLE = "---\ntitle: The bridge\ndate: 2024-05-15\n---\nThe bridge opened on Friday.\n"
EXPRESSION = "text start end type value mod interval clock edtf grain role doubt why"
EVENT = "what spans subject quote expressions when begins ends edtf extent status polarity modality"


def run(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, str(BUILD), *arguments], input=given, cwd=folder, capture_output=True, check=False
    )


def tagged(folder: Path, *lines: object) -> tuple[int, list[Any]]:
    given = b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines)
    done = run(folder, "tag", "--format", "jsonl", given=given)
    assert done.stderr == b""
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_one_object_a_line_in_and_one_a_line_out(tmp_path: Path) -> None:
    status, (answer,) = tagged(
        tmp_path, {"id": 7, "date": "2024-05-15", "text": "The bridge opened on Friday.", "hemisphere": "north"}
    )
    assert status == 0
    assert list(answer) == ["id", "expressions", "events"]
    (expression,), (event,) = answer["expressions"], answer["events"]
    assert list(expression) == EXPRESSION.split()
    assert list(event) == EVENT.split()
    assert answer["id"] == 7
    assert expression["interval"] == ["2024-05-10", "2024-05-10"]
    assert "The bridge opened on Friday."[expression["start"] : expression["end"]] == expression["text"]
    assert (event["what"], event["when"]) == ("The bridge opened on Friday", ["2024-05-10", "2024-05-10"])
    assert event["expressions"] == [0]


def test_offsets_count_code_points(tmp_path: Path) -> None:
    text = "🌉 Café owners met on Friday."
    _, (answer,) = tagged(tmp_path, {"id": "a", "date": "2024-05-15", "text": text})
    (expression,) = answer["expressions"]
    assert text[expression["start"] : expression["end"]] == expression["text"]


def test_a_bad_line_says_so_in_its_place_and_nothing_else_is_lost(tmp_path: Path) -> None:
    good = {"id": "good", "date": "2024-05-15", "text": "It rained on Friday."}
    status, answers = tagged(
        tmp_path,
        good,
        b"{not json\n",
        {"id": "no-date", "text": "x"},
        {"id": "odd-date", "date": "2024-02-30", "text": "x"},
        {"id": "no-text", "date": "2024-05-15"},
        {"date": "2024-05-15", "text": 3},
        b"[1, 2]\n",
        b"\xff\xfe\n",
        b"\n",
        b"[" * 200_000 + b"\n",
        {"id": "pole", "date": "2024-05-15", "text": "x", "hemisphere": "east"},
        {"id": "genre", "date": "2024-05-15", "text": "x", "reading": "fiction"},
        {"id": "last", "date": "2024-05-15T23:30:00-05:00", "text": "\ud800 on Friday"},
    )
    assert status == 1
    assert [answer["id"] for answer in answers] == (
        ["good", None, "no-date", "odd-date", "no-text", None, None, None, None, None, "pole", "genre", "last"]
    )
    assert [i for i, answer in enumerate(answers) if "error" not in answer] == [0, 12]
    assert all(list(answer) == ["id", "error"] for answer in answers[1:12])
    assert "2024-02-30" in answers[3]["error"]
    assert "UTF-8" in answers[7]["error"]


def test_an_empty_text_holds_nothing(tmp_path: Path) -> None:
    status, (answer,) = tagged(tmp_path, {"id": 1, "date": "2024-05-15", "text": ""})
    assert (status, answer) == (0, {"id": 1, "expressions": [], "events": []})


def test_answers_come_as_the_lines_do(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, str(BUILD), "tag", "--format", "jsonl", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for number in range(3):
            line = json.dumps({"id": number, "date": "2024-05-15", "text": "It rained on Friday."})
            program.stdin.write(line.encode() + b"\n")
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["id"] == number
        program.stdin.close()
        assert program.wait() == 0


def test_the_hemisphere_of_a_line_turns_its_seasons(tmp_path: Path) -> None:
    line = {"date": "2024-05-15", "text": "It rained last summer."}
    _, answers = tagged(tmp_path, {"id": 1, **line}, {"id": 2, **line, "hemisphere": "south"})
    north, south = (answer["expressions"][0]["interval"] for answer in answers)
    assert (north, south) == (["2023-06-01", "2023-08-31"], ["2023-12-01", "2024-02-29"])


def test_a_line_may_be_read_as_history(tmp_path: Path) -> None:
    line = {"date": "2024-05-15", "text": "The abbey was sacked in 1917.\n\nOn 6 June it burned."}
    _, answers = tagged(tmp_path, {"id": 1, **line, "reading": "history"}, {"id": 2, **line, "reading": "news"})
    assert [answer["expressions"][1]["value"] for answer in answers] == ["1917-06-06", "2023-06-06"]


def test_options_stand_in_for_what_a_line_leaves_out(tmp_path: Path) -> None:
    lines = b'{"text": "It rained last summer."}\n{"text": "It rained last summer.", "hemisphere": "north"}\n'
    done = run(tmp_path, "tag", "--format", "jsonl", "--date", "2024-05-15", "--hemisphere", "south", given=lines)
    south, north = (json.loads(line)["expressions"][0]["interval"] for line in done.stdout.splitlines())
    assert (south, north) == (["2023-12-01", "2024-02-29"], ["2023-06-01", "2023-08-31"])


def test_a_text_as_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained on Friday.", "utf-8")
    done = run(tmp_path, "tag", "a.txt", "--date", "2024-05-15", "--format", "json")
    assert done.returncode == 0
    assert list(json.loads(done.stdout)) == ["expressions", "events"]


def test_explain_shows_rule_steps_and_doubt(tmp_path: Path) -> None:
    plain = run(tmp_path, "tag", "--date", "2024-05-15", given=b"It rained on Friday.")
    explained = run(tmp_path, "tag", "--date", "2024-05-15", "--explain", given=b"It rained on Friday.")
    assert b"2024-05-10" in plain.stdout
    assert b"rule:" not in plain.stdout
    assert b"rule:" in explained.stdout
    assert len(explained.stdout.splitlines()) > len(plain.stdout.splitlines()) + 1


def test_tag_starts_without_what_only_a_site_needs() -> None:
    script = (
        "import sys; from dateline.cli import main; status = main(['tag', '--date', '2024-05-15']); "
        "sys.exit(status or sum(name in sys.modules for name in ('jinja2', 'markdown', 'nh3', 'yaml', 'tqdm')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=b"It rained on Friday.",
        cwd=BUILD.parent,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tag"], "tag needs --date"),
        (["tag", "--date", "May 15"], '--date: "date" is no day: "May 15"'),
        (["tag", "--date", "2024-05-15", "gone.txt"], "gone.txt: cannot be read: No such file or directory"),
        (["tag", "--format", "jsonl", "gone.jsonl"], "gone.jsonl: cannot be read: No such file or directory"),
        (["import", "gone.txt", "--story", "a"], "gone.txt: cannot be read: No such file or directory"),
        (["check", "gone"], "gone is no article or story of content"),
        (["tag", "--format", "pdf"], "invalid choice: 'pdf'"),
        (["--jobs", "0"], "--jobs: 0 is no whole number from 1 to 512"),
        (["--jobs", "many"], "--jobs: many is no whole number from 1 to 512"),
        (["serve", "--port", "x"], "--port: x is no whole number from 0 to 65535"),
        (["--output"], "expected one argument"),
        (["--content", "nowhere"], "--content: no folder nowhere"),
        (["--templates", "nowhere"], "--templates: no folder nowhere"),
        (["--base-url", "javascript:x"], "--base-url"),
        (["--base-url", "https://example.org/a b"], "--base-url: https://example.org/a b is no address of the web"),
        (["--base-url", "https://example.org/?a"], "--base-url: https://example.org/?a is no address of the web"),
        (["--output", "content/site"], "--output: content/site lies in the content folder"),
        (["--output", "."], "--output: . holds the content folder"),
        (["paint"], "no command paint; there are build, serve, new, "),
    ],
)
def test_a_wrong_command_exits_with_2(tmp_path: Path, arguments: list[str], words: str) -> None:
    (tmp_path / "content").mkdir()
    done = run(tmp_path, *arguments)
    assert done.returncode == 2
    assert words in done.stderr.decode()


def test_the_version_is_told_without_a_site(tmp_path: Path) -> None:
    done = run(tmp_path, "--version")
    stated = tomllib.loads((BUILD.parent / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert (done.returncode, done.stdout.decode()) == (0, f"dateline {stated}\n")


def site(folder: Path) -> Path:
    (folder / "content" / "bridge").mkdir(parents=True)
    (folder / "content" / "bridge" / "opening.md").write_text(ARTICLE, "utf-8")
    return folder


def test_a_build_says_where_the_site_lies_and_what_is_in_it(tmp_path: Path) -> None:
    done = run(site(tmp_path))
    assert done.returncode == 0, done.stderr.decode()
    counts, where = done.stdout.decode().splitlines()
    assert counts.startswith("1 story, 1 article, 1 time expression, 1 event, 0 warnings, ")
    assert counts.endswith(" seconds")
    assert where == f"The site lies in {(tmp_path / 'output' / 'index.html').resolve()}"
    assert (tmp_path / "output" / "bridge" / "opening" / "index.html").is_file()
    assert done.stderr == b""


def test_a_terminal_sees_the_progress_of_a_build(tmp_path: Path) -> None:
    terminal, screen = pty.openpty()
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    done = subprocess.run([sys.executable, str(BUILD)], cwd=site(tmp_path), stderr=screen, check=False)
    os.close(screen)
    assert done.returncode == 0
    assert b"Articles" in os.read(terminal, 10_000)
    os.close(terminal)


BAD = {
    "no-date.md": b"---\ntitle: A\n---\nIt rained.\n",
    "no-day.md": b"---\ntitle: B\ndate: 2024-13-01\n---\nIt rained.\n",
    "broken.md": b'---\ntitle: "C\ndate: 2024-05-15\n---\nIt rained.\n',
    "latin.md": b"---\ntitle: D\ndate: 2024-05-15\n---\nCaf\xe9.\n",
    "slug.md": b"---\ntitle: E\ndate: 2024-05-15\nslug: ../e\n---\nIt rained.\n",
    "empty.md": b"---\ntitle: F\ndate: 2024-05-15\n---\n",
    "twice.md": b"---\ntitle: G\ndate: 2024-05-15\nslug: opening\n---\nIt rained.\n",
}


def test_bad_articles_are_all_named_and_the_old_site_stays(tmp_path: Path) -> None:
    run(site(tmp_path))
    page = tmp_path / "output" / "bridge" / "opening" / "index.html"
    before = page.read_bytes()
    for name, content in BAD.items():
        (tmp_path / "content" / "bridge" / name).write_bytes(content)
    done = run(tmp_path)
    errors = done.stderr.decode()
    assert done.returncode == 1
    assert all(f"bridge/{name}:" in errors for name in BAD if name != "twice.md"), errors
    assert "Traceback" not in errors
    assert page.read_bytes() == before


def test_articles_with_one_address_are_named(tmp_path: Path) -> None:
    (site(tmp_path) / "content" / "bridge" / "twice.md").write_bytes(BAD["twice.md"])
    done = run(tmp_path)
    assert done.returncode == 1
    assert "opening.md" in done.stderr.decode()
    assert "twice.md" in done.stderr.decode()


def test_an_empty_content_folder_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = run(tmp_path)
    assert done.returncode == 1
    assert "content" in done.stderr.decode()
    assert not (tmp_path / "output").exists()


def test_a_mistake_in_a_template_names_it_and_the_old_site_stays(tmp_path: Path) -> None:
    run(site(tmp_path))
    before = (tmp_path / "output" / "index.html").read_bytes()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "front.html").write_text("<h1>{{ title }}</h1>\n{{ motto }}\n")
    done = run(tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "templates/front.html:2: template front.html: 'motto' is undefined",
        "    {{ motto }}",
        "    Mend the template, or remove it to use the one that comes with Dateline.",
    ]
    assert (tmp_path / "output" / "index.html").read_bytes() == before


def test_a_folder_of_other_things_is_not_built_over(tmp_path: Path) -> None:
    (site(tmp_path) / "thesis").mkdir()
    (tmp_path / "thesis" / "one.tex").write_text("ten years of work")
    done = run(tmp_path, "--output", "thesis")
    assert done.returncode == 1
    assert "thesis/one.tex: the output folder holds things Dateline did not make" in done.stderr.decode()
    assert (tmp_path / "thesis" / "one.tex").is_file()


def test_a_line_of_a_million_characters_is_read(tmp_path: Path) -> None:
    text = ("word and " * 500 + "it rained on Friday. ") * 220
    status, (answer,) = tagged(tmp_path, {"id": 1, "date": "2024-05-15", "text": text})
    assert status == 0
    assert (len(text) > 990_000, len(answer["expressions"])) == (True, 220)


BROKEN = {
    "site.toml": 'title = "The Post"\ncountry = "Britain"\n',
    "harbour/one.md": "---\ntitle: One\ndate: 2024-05-15\nslug: pier\n---\nIt fell on Friday.\n",
    "harbour/two.md": (
        "---\ntitle: Two\ndate: 2024-15-05\nslug: pier\nimage: none.png\n---\nIt fell on Friday. ![Mast](empty.png)\n"
    ),
    "harbour/empty.png": "",
    "mill/three.md": "---\ntitle: Three: a mill\n---\nIt fell on Friday.\n",
    "mill/four.md": "---\ntitle: Four\ndate: 2024-05-15\ndates: {Friday: May 10}\n---\nIt fell on Friday.\n",
    "mill/old.events.toml": 'imported = "2024-05-15"\n[[event]]\ndate = "2024-13"\nwhat = "It opens"\n',
}
TOLD = [
    "content/harbour/two.md:3:7: `date` is no date that there is: “2024-15-05” (month must be in 1..12)",
    "content/harbour/two.md:4: this would have the address harbour/pier/, as content/harbour/one.md has",
    "content/harbour/two.md:5:8: there is no picture none.png",
    "content/harbour/two.md:7:28: empty.png is an empty file, and is left out",
    "content/mill/four.md:4:17: “Friday” is dated “May 10”: “May 10” is no date",
    "content/mill/old.events.toml:3: `date` cannot be read: “2024-13” is no month that there is",
    "content/mill/three.md:2:13: broken front matter: mapping values are not allowed in this context",
    "content/site.toml:2:11: `country` is a country code of two letters, not “Britain”",
]


@pytest.mark.parametrize("command", [["build"], ["build", "--no-cache"], ["check"], ["export", "mill"]])
@pytest.mark.parametrize("settings", [True, False])
def test_whatever_is_wrong_is_told_at_once(tmp_path: Path, command: list[str], settings: bool) -> None:
    for name, text in BROKEN.items():
        if settings or name != "site.toml":
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    done = run(tmp_path, *command)
    lines = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout) == (1, b"")
    assert sorted(line for line in lines if line.startswith("content/")) == TOLD[: len(TOLD) - (not settings)]
