"""The output folder changes as a whole or not at all, and only where Dateline made what lies in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from dateline import exchange
from dateline import publish as publishing
from dateline.errors import DatelineError
from dateline.exchange import claimed
from dateline.foreign import MANIFEST
from dateline.publish import publication
from dateline.sources import Source
from tests import faults

PROJECT = Path(__file__).parent.parent


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "site" / "output"


def publish(files: Mapping[str, Source], output: Path) -> bool:
    with publication(output) as claim:
        return publishing.publish(files.items(), claim)


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.name != ".dateline"}


def test_files_are_written_and_copied(output: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"png")
    publish({"index.html": b"front", "story/index.html": b"story", "story/p.png": picture}, output)
    assert tree(output) == {"index.html": b"front", "story/index.html": b"story", "story/p.png": b"png"}


def test_files_of_vanished_articles_vanish_and_unchanged_ones_are_not_rewritten(output: Path) -> None:
    publish({"index.html": b"front", "gone/index.html": b"gone"}, output)
    before = (output / "index.html").stat()
    publish({"index.html": b"front", "new/index.html": b"new"}, output)
    after = (output / "index.html").stat()
    assert tree(output) == {"index.html": b"front", "new/index.html": b"new"}
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert not (output / "gone").exists()


def test_its_own_gitignore_stays(output: Path) -> None:
    output.mkdir(parents=True)
    (output / ".gitignore").write_text("*\n")
    publish({"index.html": b"front"}, output)
    assert (output / ".gitignore").read_text() == "*\n"


def test_a_folder_with_other_things_is_refused_and_untouched(output: Path) -> None:
    output.mkdir(parents=True)
    (output / "thesis.txt").write_text("ten years of work")
    with pytest.raises(DatelineError, match=r"holds things Dateline did not make: thesis\.txt"):
        publish({"index.html": b"front"}, output)
    assert tree(output) == {"thesis.txt": b"ten years of work"}


def test_so_is_a_file_laid_into_a_site(output: Path) -> None:
    publish({"index.html": b"front"}, output)
    (output / "notes").mkdir()
    (output / "notes" / "a.txt").write_text("mine")
    with pytest.raises(DatelineError, match=r"notes/a\.txt"):
        publish({"index.html": b"other"}, output)
    assert (output / "index.html").read_bytes() == b"front"


def test_a_file_as_output_is_refused(output: Path) -> None:
    output.parent.mkdir(parents=True)
    output.write_text("mine")
    with pytest.raises(DatelineError, match="this is a file"):
        publish({"index.html": b"front"}, output)


@pytest.mark.parametrize(
    "path",
    ["../a.html", "/etc/a.html", "a/../../b.html", "a//b.html", "a\\b.html", "a\0b.html", "a\nb.html", "", ".dateline"],
)
def test_no_path_leaves_the_folder(output: Path, path: str) -> None:
    with pytest.raises(DatelineError, match="may not be written"):
        publish({"index.html": b"front", path: b"x"}, output)
    assert not output.exists()


def test_a_file_whose_name_no_page_may_have_is_named(output: Path, tmp_path: Path) -> None:
    with pytest.raises(DatelineError) as caught:
        publish({"index.html": b"front", "a\\b.png": tmp_path / "a\\b.png"}, output)
    (problem,) = caught.value.problems
    assert (problem.path, problem.remedy) == (tmp_path / "a\\b.png", "Give it another slug or file name.")


def test_a_file_cannot_be_a_folder_too(output: Path) -> None:
    with pytest.raises(DatelineError, match="a file and a folder at once"):
        publish({"a": b"x", "a/index.html": b"y"}, output)


def test_where_a_file_cannot_be_copied_the_old_site_stays(output: Path, tmp_path: Path) -> None:
    publish({"index.html": b"front"}, output)
    with pytest.raises(DatelineError, match=r"could not be written: No such file or directory: .*missing\.png"):
        publish({"index.html": b"new", "p.png": tmp_path / "missing.png"}, output)
    assert tree(output) == {"index.html": b"front"}
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_where_nothing_has_changed_nothing_is_written(output: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"png")
    files: dict[str, Source] = {"index.html": b"front", "story/index.html": b"story", "story/p.png": picture}
    assert publish(files, output)
    before = {path: path.stat() for path in [output, *output.rglob("*")]}
    assert not publish(files, output)
    assert {path: path.stat() for path in [output, *output.rglob("*")]} == before


@pytest.mark.parametrize("change", [b"fronT", b"front!"])
def test_only_what_has_changed_is_written(output: Path, change: bytes) -> None:
    publish({"index.html": b"front", "story/index.html": b"story"}, output)
    kept = [(output / name).stat() for name in ("story/index.html", MANIFEST)]
    assert publish({"index.html": change, "story/index.html": b"story"}, output)
    assert (output / "index.html").read_bytes() == change
    assert [(output / name).stat().st_ino for name in ("story/index.html", MANIFEST)] == [
        status.st_ino for status in kept
    ]


def test_a_copied_file_that_changed_but_not_in_length_is_copied_again(output: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    for content in (b"one", b"two"):
        picture.write_bytes(content)
        os.utime(picture, (1, 1))
        publish({"p.png": picture}, output)
        assert (output / "p.png").read_bytes() == content


def test_what_somebody_deleted_from_the_site_comes_back(output: Path) -> None:
    files = {"index.html": b"front", "story/index.html": b"story"}
    publish(files, output)
    (output / "story" / "index.html").unlink()
    assert publish(files, output)
    assert tree(output) == files


def test_the_first_of_a_path_counts(output: Path) -> None:
    with publication(output) as claim:
        publishing.publish([("index.html", b"page"), ("index.html", b"other")], claim)
    assert tree(output) == {"index.html": b"page"}


def test_links_and_empty_folders_that_dateline_did_not_make_are_refused(output: Path, tmp_path: Path) -> None:
    publish({"index.html": b"front", "story/index.html": b"story"}, output)
    (tmp_path / "elsewhere").mkdir()
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(tmp_path / "elsewhere")
    (output / "mine").mkdir()
    with pytest.raises(DatelineError, match=r"did not make: index\.html and 1 more"):
        publish({"index.html": b"new"}, output)


def test_a_list_of_files_that_is_a_link_is_not_believed(output: Path, tmp_path: Path) -> None:
    output.mkdir(parents=True)
    (output / "thesis.txt").write_text("ten years of work")
    (tmp_path / "list").write_text("thesis.txt\n")
    (output / MANIFEST).symlink_to(tmp_path / "list")
    with pytest.raises(DatelineError, match="did not make"):
        publish({"index.html": b"front"}, output)


def test_what_is_laid_into_the_site_while_it_is_built_is_not_deleted(output: Path) -> None:
    publish({"index.html": b"front"}, output)
    with publication(output) as claim:
        (output / "notes.txt").write_text("mine")
        with pytest.raises(DatelineError, match=r"notes\.txt"):
            publishing.publish([("index.html", b"new")], claim)
    assert tree(output) == {"index.html": b"front", "notes.txt": b"mine"}


@pytest.mark.parametrize("name", ["گزارش\u200cها.pdf", "नक्शा.png", "地图.png", "🌉.png", "a b'c&d.png"])
def test_files_keep_their_names_in_any_script(output: Path, name: str) -> None:
    publish({f"story/{name}": b"x"}, output)
    assert tree(output) == {f"story/{name}": b"x"}


def test_a_linked_output_folder_is_followed(output: Path, tmp_path: Path) -> None:
    link = tmp_path / "public"
    publish({"index.html": b"front"}, output)
    link.symlink_to(output)
    publish({"index.html": b"new"}, link)
    assert link.is_symlink()
    assert (output / "index.html").read_bytes() == b"new"


def test_the_folder_keeps_its_permissions(output: Path) -> None:
    publish({"index.html": b"front"}, output)
    output.chmod(0o2750)
    publish({"index.html": b"new"}, output)
    assert output.stat().st_mode & 0o7777 == 0o2750


def test_where_the_system_exchanges_no_folders_two_renames_do(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "exchanged", lambda _one, _other: False)
    for front in (b"front", b"new"):
        publish({"index.html": front}, output)
        assert tree(output) == {"index.html": front}
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_a_second_rename_that_fails_puts_the_old_site_back(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish({"index.html": b"front"}, output)
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(exchange, "exchanged", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(DatelineError, match="No space left on device"):
        publish({"index.html": b"new"}, output)
    assert tree(output) == {"index.html": b"front"}


def test_a_site_that_was_lost_between_two_renames_is_brought_back(output: Path) -> None:
    publish({"index.html": b"front"}, output)
    workshop = output.parent / ".output.dateline"
    (workshop / "new").mkdir(parents=True)
    (workshop / "new" / "index.html").write_bytes(b"half")
    output.rename(workshop / "old")
    with claimed(output):
        assert tree(output) == {"index.html": b"front"}
        assert [path.name for path in workshop.iterdir()] == ["lock"]
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_a_folder_where_something_is_mounted_says_so(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_one: Path, other: Path) -> bool:
        raise OSError(16, "Device or resource busy", str(other))

    publish({"index.html": b"front"}, output)
    monkeypatch.setattr(exchange, "exchanged", busy)
    with pytest.raises(DatelineError, match=r"mounted nothing can change places; name a folder in it: .*output/site"):
        publish({"index.html": b"new"}, output)
    assert tree(output) == {"index.html": b"front"}


def test_a_planted_workshop_leads_nowhere(output: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "new").mkdir(parents=True)
    output.parent.mkdir()
    (output.parent / ".output.dateline").symlink_to(elsewhere)
    with pytest.raises(DatelineError, match="keeps its unfinished site"):
        publish({"index.html": b"front"}, output)
    (output.parent / ".output.dateline").unlink()
    (output.parent / ".output.dateline").mkdir()
    (output.parent / ".output.dateline" / "lock").symlink_to(tmp_path / "made")
    with pytest.raises(DatelineError, match="could not be written"):
        publish({"index.html": b"front"}, output)
    assert not (tmp_path / "made").exists()
    assert (elsewhere / "new").is_dir()


def test_a_second_build_is_told_of_the_first(output: Path) -> None:
    second = [sys.executable, "-c", "import sys; from dateline.cli import main; sys.exit(main())", "build"]
    content = PROJECT / "tests" / "site" / "content"
    command = [*second, "--content", str(content), "--output", str(output)]
    with publication(output):
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        f"{output}: another build is running\n    Wait for its end, or write elsewhere with --output.\n"
    )
    assert subprocess.run(command, cwd=PROJECT, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("how", ["exchange", "renames", "spare"])
def test_a_fault_at_any_step_leaves_the_old_site_or_the_new(tmp_path: Path, how: str) -> None:
    outcomes = faults.of_every_kind(tmp_path, how)
    assert {outcome.fault for outcome in outcomes} == {*faults.ERRORS, faults.SHORT, faults.KILLED}
    assert all(outcome.steps > 10 for outcome in outcomes)
    assert [failure for outcome in outcomes for failure in outcome.failures] == []


def test_a_full_disk_leaves_the_old_site(tmp_path: Path) -> None:
    assert faults.of_small_files(tmp_path) == []
