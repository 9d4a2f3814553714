"""The tree that a build took out of the site grows into the next one, and brings nothing along that has changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dateline.cache.files import Mark, still
from dateline.publish import publication, publish
from dateline.spare import Growth, Spare
from tests.test_publish import tree

Files = Mapping[str, bytes]
FIRST = {"index.html": b"front", "story/index.html": b"story", "story/raid/index.html": b"raid"}
SECOND = FIRST | {"index.html": b"news"}


class Builds:
    """Builds of one site, each of which knows what the one before wrote."""

    def __init__(self, folder: Path) -> None:
        self.output = folder / "output"
        self.spare = Spare(folder / "cache" / "spare", self.output)
        self.marks: dict[str, Mark] = {}

    def publish(self, files: Files, spare: bool = True) -> None:
        marks: dict[str, Mark] = {}
        with publication(self.output) as claim:
            publish(files.items(), claim, still(self.marks, f"{self.output}/"), marks, self.spare if spare else None)
        self.marks = marks
        assert tree(self.output) == files


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    return Builds(tmp_path)


@pytest.fixture
def grown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that a tree was given while it grew."""
    found: list[str] = []
    room = Growth.room

    def told(self: Growth, path: str) -> str:
        found.append(path)
        return room(self, path)

    monkeypatch.setattr(Growth, "room", told)
    return found


def test_only_what_differs_is_brought_up_to_date(builds: Builds, grown: list[str]) -> None:
    builds.publish(FIRST)
    builds.publish(SECOND)
    before = {path: (builds.output / path).stat() for path in FIRST}
    grown.clear()
    builds.publish(SECOND | {"story/index.html": b"more"})
    assert sorted(grown) == ["index.html", "story/index.html"]
    for path in ("index.html", "story/raid/index.html"):
        after = (builds.output / path).stat()
        assert (after.st_ino, after.st_mtime_ns) == (before[path].st_ino, before[path].st_mtime_ns)


def test_a_site_that_goes_to_and_fro_is_right_each_time(builds: Builds) -> None:
    for files in (FIRST, SECOND, FIRST, {"index.html": b"front"}, SECOND, FIRST, FIRST, SECOND):
        builds.publish(files)


@pytest.mark.parametrize(
    "files",
    [
        {"index.html": b"front", "story": b"a file by now"},
        FIRST | {"story/raid/index.html/more": b"a folder by now"},
        {"story/raid/again/index.html": b"deep"},
        {"new/index.html": b"new"},
    ],
)
def test_files_and_folders_come_and_go(builds: Builds, files: dict[str, bytes]) -> None:
    files = {path: data for path, data in files.items() if f"{path}/more" not in files}
    for each in (FIRST, SECOND, files, FIRST, files, files | {"other.html": b"x"}, SECOND):
        builds.publish(each)
        folders = {path.relative_to(builds.output).as_posix() for path in builds.output.rglob("*") if path.is_dir()}
        assert folders == {parent.as_posix() for path in each for parent in Path(path).parents} - {"."}


def test_what_somebody_wrote_into_a_page_is_not_published_again(builds: Builds) -> None:
    builds.publish(FIRST)
    builds.publish(SECOND)
    # The file is one and the same in the site and in the tree that waits.
    with (builds.output / "story" / "index.html").open("r+b") as file:
        file.write(b"STORY")
    builds.publish(FIRST)
    builds.publish(SECOND)


def test_what_somebody_wrote_while_nobody_looked_is_not_published_either(builds: Builds) -> None:
    builds.publish(FIRST)
    builds.publish(SECOND)
    with (builds.output / "story" / "index.html").open("r+b") as file:
        file.write(b"STORY")
    builds.publish(FIRST, spare=False)
    builds.publish(SECOND)


def _with_more(place: Path) -> None:
    (place / "story" / "more.html").write_bytes(b"more")


def _with_another(place: Path) -> None:
    (place / "story" / "other").write_bytes(b"STORY")
    (place / "story" / "other").replace(place / "story" / "index.html")


def _without_one(place: Path) -> None:
    (place / "story" / "raid" / "index.html").unlink()


def _with_a_link(place: Path) -> None:
    shutil.rmtree(place / "story")
    (place / "story").symlink_to(place.parent)


def _gone(place: Path) -> None:
    shutil.rmtree(place)


def _copied(place: Path) -> None:
    shutil.copytree(place, place.with_name("copy"))
    shutil.rmtree(place)
    place.with_name("copy").rename(place)


def _of_no_list(place: Path) -> None:
    Path(f"{place}.list").unlink()


def _of_half_a_list(place: Path) -> None:
    told = Path(f"{place}.list")
    told.write_bytes(told.read_bytes()[:-9])


@pytest.mark.parametrize(
    "harm", [_with_more, _with_another, _without_one, _with_a_link, _gone, _copied, _of_no_list, _of_half_a_list]
)
def test_a_tree_that_is_not_as_it_was_left_is_built_anew(
    builds: Builds, grown: list[str], harm: Callable[[Path], None]
) -> None:
    builds.publish(FIRST)
    builds.publish(SECOND)
    harm(builds.spare.place)
    grown.clear()
    builds.publish(FIRST)
    assert {path for path in grown if path != ".dateline"} == FIRST.keys()
    builds.publish(SECOND)


@pytest.mark.parametrize("harm", [os.unlink, lambda path: Path(path).write_bytes(b"mine")])
def test_of_a_site_that_somebody_changed_no_tree_waits(builds: Builds, harm: Callable[[Path], object]) -> None:
    builds.publish(FIRST)
    harm(builds.output / "story" / "raid" / "index.html")
    builds.publish(SECOND)
    assert not builds.spare.place.exists()
    builds.publish(FIRST)
    builds.publish(SECOND)


def test_a_folder_that_holds_its_own_file_only_is_built_into_again_and_again(builds: Builds) -> None:
    builds.output.mkdir()
    (builds.output / ".gitignore").write_text("*\n")
    for files in (FIRST, SECOND, FIRST):
        with publication(builds.output) as claim:
            publish(files.items(), claim, builds.marks, builds.marks, builds.spare)
        assert tree(builds.output) == {**files, ".gitignore": b"*\n"}


def test_the_folder_s_own_file_and_permissions_stay(builds: Builds) -> None:
    builds.publish(FIRST)
    (builds.output / ".gitignore").write_text("*\n")
    for files in (SECOND, FIRST, SECOND):
        builds.output.chmod(0o750)
        with publication(builds.output) as claim:
            publish(files.items(), claim, builds.marks, builds.marks, builds.spare)
        assert (builds.output / ".gitignore").read_text() == "*\n"
        assert builds.output.stat().st_mode & 0o777 == 0o750
