"""The output folder changes as a whole or not at all, and only where Dateline made what lies in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.publish import publish


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "site" / "output"


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


def test_a_file_cannot_be_a_folder_too(output: Path) -> None:
    with pytest.raises(DatelineError, match="a file and a folder at once"):
        publish({"a": b"x", "a/index.html": b"y"}, output)


def test_where_a_file_cannot_be_copied_the_old_site_stays(output: Path, tmp_path: Path) -> None:
    publish({"index.html": b"front"}, output)
    with pytest.raises(DatelineError, match="could not be written"):
        publish({"index.html": b"new", "p.png": tmp_path / "missing.png"}, output)
    assert tree(output) == {"index.html": b"front"}
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_a_failed_exchange_puts_the_old_site_back(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish({"index.html": b"front"}, output)
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(DatelineError, match="No space left on device"):
        publish({"index.html": b"new"}, output)
    assert tree(output) == {"index.html": b"front"}


def test_a_linked_output_folder_is_followed(output: Path, tmp_path: Path) -> None:
    link = tmp_path / "public"
    publish({"index.html": b"front"}, output)
    link.symlink_to(output)
    publish({"index.html": b"new"}, link)
    assert link.is_symlink()
    assert (output / "index.html").read_bytes() == b"new"
    shutil.rmtree(output)
