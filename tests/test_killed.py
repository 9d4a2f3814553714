"""Whole builds that are killed, or run all at once in one folder, leave one whole site."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.site import Options, build

BUILD = Path(__file__).parent.parent / "build.py"
ARTICLES = 12
BUSY = "another build is running"


def write_content(content: Path, news: str) -> None:
    """Stories of which one keeps its words and the other tells the news, in as many articles as there are words."""
    shutil.rmtree(content, ignore_errors=True)
    for number in range(ARTICLES):
        for story, text in (("kept", "The ferry sailed"), ("told", news)):
            file = content / story / f"part-{number}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"---\ntitle: Part {number}\ndate: 2024-05-15\n---\n{text} on Friday.\n", "utf-8")
    gone = content / "told" / f"{news.rsplit(maxsplit=1)[-1]}.md"
    gone.write_text("---\ntitle: One more\ndate: 2024-05-15\n---\nIt rained on Tuesday.\n", "utf-8")


def command(folder: Path) -> list[str]:
    content, output = folder / "content", folder / "site" / "output"
    return [sys.executable, str(BUILD), "--content", str(content), "--output", str(output), "--jobs", "2"]


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def sites(tmp_path: Path) -> dict[str, dict[str, bytes]]:
    """The two sites that the two states of the content give."""
    made = {}
    for news in ("The bridge opened", "The bridge fell"):
        write_content(tmp_path / "content", news)
        build(Options(tmp_path / "content", tmp_path / news.split()[-1], jobs=1))
        made[news] = tree(tmp_path / news.split()[-1])
    assert len(set(map(str, made.values()))) == 2
    return made


def check_killed(folder: Path, sites: dict[str, dict[str, bytes]], rounds: int) -> None:
    """Kills builds, each at a moment of its own, and looks at what they leave and at what the next build makes."""
    rng, output = random.Random(5), folder / "site" / "output"  # noqa: S311  moments to kill at, no secrets
    started = time.monotonic()
    subprocess.run(command(folder), check=True, capture_output=True)
    length = time.monotonic() - started
    before = tree(output)
    for number in range(rounds):
        news = list(sites)[number % 2]
        write_content(folder / "content", news)
        process = subprocess.Popen(command(folder), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        try:
            # Most moments lie towards the end, where the site is written.
            process.wait(length * rng.betavariate(3, 1.2))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        # The end of what it says comes when its workers have ended, too.
        process.communicate(timeout=60)
        assert tree(output) in (before, sites[news])
        before = tree(output)
        if number % 4 == 3:
            subprocess.run(command(folder), check=True, capture_output=True)
            before = tree(output)
            assert before == sites[news]
            assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_a_killed_build_leaves_the_old_site_or_the_new(tmp_path: Path, sites: dict[str, dict[str, bytes]]) -> None:
    check_killed(tmp_path, sites, 8)


@pytest.mark.verify
def test_two_hundred_killed_builds_do(tmp_path: Path, sites: dict[str, dict[str, bytes]]) -> None:
    check_killed(tmp_path, sites, 200)


def test_of_twenty_builds_at_once_one_makes_the_site(tmp_path: Path, sites: dict[str, dict[str, bytes]]) -> None:
    running = [
        subprocess.Popen(command(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(20)
    ]
    said = [process.communicate()[1] for process in running]
    statuses = [process.returncode for process in running]
    assert 0 in statuses
    assert {status for status, words in zip(statuses, said, strict=True) if BUSY not in words} == {0}
    assert all(status == 1 for status, words in zip(statuses, said, strict=True) if BUSY in words)
    assert tree(tmp_path / "site" / "output") in sites.values()
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["output"]
