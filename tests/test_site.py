"""From a content folder to a published site: the golden site, and the same bytes on every machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.site import Options, build

HERE = Path(__file__).parent / "site"
CONTENT, GOLDEN = HERE / "content", HERE / "output"
BUILD = Path(__file__).parent.parent / "build.py"


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_golden_site(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        build(Options(CONTENT, GOLDEN))
    build(Options(CONTENT, tmp_path / "output"))
    made, golden = tree(tmp_path / "output"), tree(GOLDEN)
    assert sorted(made) == sorted(golden)
    for path, content in golden.items():
        if path.endswith(".html"):
            assert made[path].decode() == content.decode(), path
        assert made[path] == content, path


VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


class Nesting(HTMLParser):
    """Raises `AssertionError` where a tag is closed that is not the one opened last, or an id stands twice."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open), "a link inside a link"
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                assert value not in self.ids, value
                self.ids.add(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_tag_of_every_page_closes_where_it_should() -> None:
    pages = sorted(GOLDEN.rglob("*.html"))
    assert len(pages) > 4
    for page in pages:
        Nesting(page.read_text("utf-8"))


SURROUNDINGS = [
    ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, ["--jobs", "1"]),
    ({"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"}, ["--jobs", "3"]),
]


def written_anew(content: Path, backwards: bool) -> None:
    """The content once more, its files made in another order, in which some systems list them."""
    for path in sorted((path for path in CONTENT.rglob("*") if path.is_file()), reverse=backwards):
        there = content / path.relative_to(CONTENT)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(path.read_bytes())


def test_zone_locale_hash_seed_processes_and_order_of_files_leave_every_byte_alone(tmp_path: Path) -> None:
    sites = []
    for number, (surroundings, options) in enumerate(SURROUNDINGS):
        content, output = tmp_path / f"content{number}", tmp_path / str(number)
        written_anew(content, backwards=number == 1)
        subprocess.run(
            [sys.executable, str(BUILD), "build", "--content", str(content), "--output", str(output), *options],
            env={**os.environ, **surroundings},
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )
        sites.append(tree(output))
    assert sites[0] == sites[1]
    assert len(sites[0]) > 5


@pytest.fixture
def options(tmp_path: Path) -> Options:
    content = tmp_path / "content"
    (content / "bridge").mkdir(parents=True)
    for slug in ("one", "two"):
        (content / "bridge" / f"{slug}.md").write_text(
            f"---\ntitle: The {slug}\ndate: 2024-05-15\n---\nThe bridge opened on Friday.\n", "utf-8"
        )
    return Options(content, tmp_path / "output")


def test_the_summary_counts_what_was_made(options: Options) -> None:
    summary = build(options)
    assert (summary.stories, summary.articles, summary.expressions, summary.events) == (1, 2, 2, 2)
    assert summary.warnings == ()


def test_the_page_of_a_vanished_article_vanishes(options: Options) -> None:
    build(options)
    assert (options.output / "bridge" / "two" / "index.html").exists()
    (options.content / "bridge" / "two.md").unlink()
    build(options)
    assert not (options.output / "bridge" / "two").exists()


def test_every_problem_is_told_at_once_and_the_old_site_stays(options: Options) -> None:
    build(options)
    before = tree(options.output)
    (options.content / "bridge" / "one.md").write_text("---\ntitle: No date\n---\nIt rained.\n", "utf-8")
    (options.content / "bridge" / "two.md").write_text("---\ntitle: Odd\ndate: 2024-02-30\n---\nIt rained.\n", "utf-8")
    with pytest.raises(DatelineError) as caught:
        build(options)
    assert [problem.path and problem.path.name for problem in caught.value.problems] == ["one.md", "two.md"]
    assert tree(options.output) == before


def test_problems_of_the_settings_and_of_the_articles_are_told_together(options: Options) -> None:
    (options.content / "site.toml").write_text('hemisphere = "east"\n', "utf-8")
    with pytest.raises(DatelineError, match="east"):
        build(options)
    (options.content / "bridge" / "two.md").write_text("---\ntitle: No date\n---\nIt rained.\n", "utf-8")
    with pytest.raises(DatelineError) as caught:
        build(options)
    assert [problem.path and problem.path.name for problem in caught.value.problems] == ["site.toml", "two.md"]


def test_with_strict_a_warning_stops_the_build(options: Options) -> None:
    (options.content / "bridge" / "one.md").write_text(
        "---\ntitle: One\ndate: 2024-05-15\ncolour: red\n---\nIt rained on Friday.\n", "utf-8"
    )
    assert len(build(options).warnings) == 1
    with pytest.raises(DatelineError, match="colour"):
        build(replace(options, strict=True))


def test_drafts_are_shown_only_when_asked_for(options: Options) -> None:
    (options.content / "bridge" / "two.md").write_text(
        "---\ntitle: Two\ndate: 2024-05-15\ndraft: true\n---\nIt rained on Friday.\n", "utf-8"
    )
    assert build(options).articles == 1
    assert build(replace(options, drafts=True)).articles == 2


def test_an_address_given_to_the_build_wins_over_the_site_s(options: Options) -> None:
    (options.content / "site.toml").write_text('base_url = "https://one.example"\n', "utf-8")
    build(replace(options, base_url="https://two.example/news/"))
    front = (options.output / "index.html").read_text("utf-8")
    assert 'href="https://two.example/news/"' in front
    assert "one.example" not in front
