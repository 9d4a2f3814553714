"""A build with a cache makes what a build without one makes, whatever has changed, and no more than it has to."""

from __future__ import annotations

import os
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import making, standby
from dateline.cache.last import SWEPT
from dateline.cache.sweeping import NAMES, held
from dateline.errors import DatelineError
from dateline.model import Article, DatedArticle
from dateline.names import NO_NAMES, Names
from dateline.options import Options
from dateline.site import build

PROJECT = Path(__file__).parent.parent


def png(width: int, height: int) -> bytes:
    """The head of a picture of that size."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0) + b"\0" * 16


def article(title: str, words: str, *head: str) -> str:
    lines = "".join(f"{line}\n" for line in head)
    return f"---\ntitle: {title}\ndate: 2024-05-15\ntags: [rivers]\n{lines}---\n\n{words}\n"


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """Two stories, one with an index, a picture and a link to an article of the other, and a lone article."""
    content = tmp_path / "content"
    files = {
        "site.toml": 'title = "News"\n[people]\n"Ana Brandt" = []\n',
        "bridge/index.md": "---\ntitle: The bridge\n---\nHow it fell.\n",
        "bridge/fall.md": article("The fall", "The bridge fell on Friday. ![It](it.png) [More](../flood/rain.md)"),
        "bridge/inquiry.md": article("The inquiry", "Ana Brandt opened an inquiry on Monday."),
        "flood/rain.md": article("The rain", "It rained last week.", "slug: rain"),
        "flood/dry.md": article("Dry", "It was dry in April."),
        "lone.md": article("Alone", "The ferry sailed yesterday."),
    }
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    (content / "bridge" / "it.png").write_bytes(png(3, 2))
    return Options(content, tmp_path / "output", tmp_path / "templates", cache=tmp_path / "cache", jobs=1)


@pytest.fixture
def dated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The slugs of the articles that this process dates from here on."""
    found: list[str] = []
    before = making.dated

    def noted(one: Article, names: Names = NO_NAMES) -> DatedArticle:
        found.append(one.slug)
        return before(one, names)

    monkeypatch.setattr(making, "dated", noted)
    return found


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def stamps(folder: Path) -> dict[Path, tuple[int, int]]:
    return {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in (folder, *folder.rglob("*"))}


def fresh(options: Options) -> dict[str, bytes]:
    """The site as a build makes it that knows nothing of others."""
    output = options.output.parent / "fresh"
    build(replace(options, output=output, cache=None))
    made = tree(output)
    shutil.rmtree(output)
    return made


def rewritten(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_cold_warm_and_without_a_cache_the_site_is_the_same(options: Options) -> None:
    wanted = fresh(options)
    for jobs in (1, 3):
        cold = replace(options, jobs=jobs, output=options.output / str(jobs), cache=options.output / f"cache-{jobs}")
        assert build(cold) == build(replace(cold, cache=None))
        assert build(cold) == build(cold)
        assert tree(cold.output) == wanted


def test_where_nothing_has_changed_nothing_is_written(options: Options, dated: list[str]) -> None:
    summary = build(options)
    assert sorted(dated) == ["dry", "fall", "inquiry", "lone", "rain"]
    before = stamps(options.output)
    assert [build(options), build(options)] == [summary, summary]
    assert len(dated) == 5
    assert stamps(options.output) == before


def test_what_a_build_left_that_was_killed_when_all_was_done_is_cleared_away(options: Options) -> None:
    build(options)
    workshop = options.output.parent / f".{options.output.name}.dateline"
    (workshop / "new" / "half").mkdir(parents=True)
    (workshop / "lock").touch()
    before = stamps(options.output)
    build(options)
    assert not workshop.exists()
    assert stamps(options.output) == before


def test_a_build_with_nothing_to_do_loads_neither_markdown_nor_jinja_nor_the_tagger(options: Options) -> None:
    build(options)
    folder = str(options.content.parent)
    script = NOTHING_TO_DO.format(folder=folder)
    # What was written a moment before the last build ended is looked at once more.
    subprocess.run([sys.executable, "-c", script], cwd=PROJECT, capture_output=True, check=True)
    done = subprocess.run([sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    unwanted = ("markdown", "jinja2", "nh3", "yaml", "nupunkt", "babel", "dateline.timex", "dateline.making", "pickle")
    assert not loaded & set(unwanted)


NOTHING_TO_DO = """
import sys
from pathlib import Path
from dateline.site import Options, build
folder = Path({folder!r})
build(Options(folder / "content", folder / "output", folder / "templates", cache=folder / "cache", jobs=1))
print(*sys.modules)
"""


def test_an_edited_article_alone_is_dated_again_and_only_pages_that_differ_are_written(
    options: Options, dated: list[str]
) -> None:
    build(options)
    dated.clear()
    before = stamps(options.output)
    rewritten(options.content / "flood" / "dry.md", "in April", "in March")
    build(options)
    assert dated == ["dry"]
    after = stamps(options.output)
    changed = {path.relative_to(options.output).as_posix() for path in after if after[path] != before.get(path)}
    assert "flood/dry/index.html" in changed
    assert not {"flood/rain/index.html", "bridge/index.html", "lone/index.html", "static/dateline.css"} & changed
    assert tree(options.output) == fresh(options)


@pytest.fixture(params=["in time", "too late", "never"])
def another(request: pytest.FixtureRequest, options: Options, monkeypatch: pytest.MonkeyPatch) -> Options:
    """The options of a build that has another process help, which looks at the smallest site, or comes to nothing."""
    if request.param != "too late":
        monkeypatch.setattr(standby, "WORTH", 0)
    if request.param == "never":
        monkeypatch.setattr(standby, "_serve", lambda *_: os._exit(1))
    return replace(options, jobs=None)


def test_an_edit_that_another_process_makes_ready_for_is_the_same(another: Options) -> None:
    build(another)
    rewritten(another.content / "flood" / "dry.md", "in April", "in March")
    build(another)
    assert tree(another.output) == fresh(another)


def test_what_another_process_finds_touched_is_mended(another: Options) -> None:
    build(another)
    wanted = tree(another.output)
    for harmed in ("flood/index.html", "static/dateline.css"):
        (another.output / harmed).write_text("harmed")
    (another.output / "404.html").unlink()
    build(another)
    assert tree(another.output) == wanted


def test_where_another_process_finds_nothing_touched_nothing_is_written(another: Options) -> None:
    build(another)
    before = stamps(another.output)
    build(another)
    assert stamps(another.output) == before


def template(options: Options, name: str, old: str, new: str) -> None:
    assert options.templates is not None
    options.templates.mkdir(exist_ok=True)
    own = options.templates / name
    if not own.exists():
        shutil.copyfile(PROJECT / "templates" / name, own)
    rewritten(own, old, new)


def picture(options: Options) -> None:
    (options.content / "bridge" / "it.png").write_bytes(png(5, 4))


EDITS: dict[str, Callable[[Options], object]] = {
    "the words of an article": lambda o: rewritten(o.content / "flood" / "rain.md", "last week", "last year"),
    "its front matter": lambda o: rewritten(o.content / "flood" / "rain.md", "2024-05-15", "2023-05-15"),
    "the slug that another article links to": lambda o: rewritten(
        o.content / "flood/rain.md", "slug: rain", "slug: wet"
    ),
    "a story's index": lambda o: rewritten(o.content / "bridge" / "index.md", "The bridge", "The old bridge"),
    "an index that was not there": lambda o: (o.content / "flood" / "index.md").write_text("---\ntitle: Rain\n---\n"),
    "an index that goes": lambda o: (o.content / "bridge" / "index.md").unlink(),
    "the site's title": lambda o: rewritten(o.content / "site.toml", "News", "Old news"),
    "the names listed": lambda o: rewritten(o.content / "site.toml", "Ana Brandt", "Ana"),
    "settings that go": lambda o: (o.content / "site.toml").unlink(),
    "a picture": picture,
    "a picture that goes": lambda o: (o.content / "bridge" / "it.png").unlink(),
    "a template": lambda o: template(o, "article.html", "<article", '<article data-mine="1"'),
    "a stylesheet of one's own": lambda o: template(o, "static/dateline.css", "{", "{ "),
    "a new article": lambda o: (o.content / "flood" / "new.md").write_text(article("New", "It rained today.")),
    "a new story": lambda o: (o.content / "other.md").write_text(article("Other", "It snowed today.")),
    "an article that goes": lambda o: (o.content / "flood" / "dry.md").unlink(),
    "a story that goes": lambda o: shutil.rmtree(o.content / "flood"),
    "an article that moves": lambda o: (o.content / "flood" / "dry.md").rename(o.content / "bridge" / "dry.md"),
    "an article that is renamed": lambda o: (o.content / "lone.md").rename(o.content / "alone.md"),
    "a story that is renamed": lambda o: (o.content / "flood").rename(o.content / "rains"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_changes_reaches_every_page_that_it_should(options: Options, edit: str) -> None:
    assert options.templates is not None
    (options.templates / "static").mkdir(parents=True)
    build(options)
    before = tree(options.output)
    EDITS[edit](options)
    build(options)
    assert tree(options.output) == fresh(options) != before
    build(options)
    assert tree(options.output) == fresh(options)


@pytest.mark.parametrize("changed", [{"base_url": "https://one.example"}, {"drafts": True}, {"templates": None}])
def test_so_does_what_the_build_is_asked_for(options: Options, changed: dict[str, object]) -> None:
    rewritten(options.content / "flood" / "dry.md", "tags:", "draft: true\ntags:")
    build(options)
    other = replace(options, **changed)  # type: ignore[arg-type]
    build(other)
    assert tree(options.output) == fresh(other)
    build(options)
    assert tree(options.output) == fresh(options)


def test_another_version_of_the_program_makes_everything_anew(options: Options) -> None:
    place = options.content.parent / "program"
    shutil.copytree(PROJECT / "dateline", place / "dateline", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PROJECT / "templates", place / "templates")
    shutil.copyfile(PROJECT / "build.py", place / "build.py")
    command: list[str | Path] = [
        sys.executable,
        place / "build.py",
        "--content",
        options.content,
        "--output",
        options.output,
    ]
    subprocess.run(command, cwd=options.content.parent, check=True, capture_output=True)
    rewritten(place / "dateline" / "catalogue" / "english.py", "All stories", "Every story")
    subprocess.run(command, cwd=options.content.parent, check=True, capture_output=True)
    assert "Every story" in (options.output / "flood" / "index.html").read_text("utf-8")


def test_an_edit_that_changes_neither_size_nor_time_is_seen(options: Options) -> None:
    file = options.content / "flood" / "dry.md"
    for month in ("March", "April", "March", "April"):
        build(options)
        before = file.stat()
        text = file.read_text("utf-8")
        with file.open("r+", encoding="utf-8") as there:
            there.write(text.replace("April" if month == "March" else "March", month))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
        build(options)
        assert month in (options.output / "flood" / "dry" / "index.html").read_text("utf-8")


def damaged(path: Path, dice: random.Random) -> None:
    data = path.read_bytes()
    at = dice.randrange(len(data))
    ways = (b"", data[:at], data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], dice.randbytes(len(data)), data + b"!")
    path.write_bytes(dice.choice(ways))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("edited", [False, True])
def test_a_broken_cache_is_thrown_away(options: Options, seed: int, edited: bool) -> None:
    assert options.cache is not None
    build(options)
    dice = random.Random(seed)  # noqa: S311
    # The trees that wait are left out: their files are links of the site's own.
    trees = set((options.cache / "spare").glob("*/**"))
    files = sorted(
        path for path in options.cache.rglob("*") if path.is_file() and path.name != "lock" and path.parent not in trees
    )
    for path in files if seed % 2 else dice.sample(files, len(files) // 2):
        damaged(path, dice)
    if seed % 3 == 0:
        shutil.rmtree(options.output)
    if edited:
        rewritten(options.content / "flood" / "dry.md", "April", "March")
    build(options)
    assert tree(options.output) == fresh(options)
    build(options)
    assert tree(options.output) == fresh(options)


def test_a_lost_site_is_there_again_without_anything_made_anew(options: Options, dated: list[str]) -> None:
    build(options)
    before = tree(options.output)
    shutil.rmtree(options.output)
    dated.clear()
    build(options)
    assert tree(options.output) == before
    assert dated == []


@pytest.mark.parametrize("vandal", ["changed", "gone"])
def test_a_page_that_somebody_has_changed_is_put_right(options: Options, vandal: str) -> None:
    build(options)
    before = tree(options.output)
    page = options.output / "flood" / "index.html"
    if vandal == "gone":
        page.unlink()
    else:
        page.write_bytes(b"x" * len(before["flood/index.html"]))
    build(options)
    assert tree(options.output) == before


@pytest.mark.parametrize("lost", ["folders", "seen", "made"])
def test_it_is_put_right_whatever_the_cache_has_lost(options: Options, lost: str) -> None:
    build(options)
    wanted = tree(options.output)
    for path in (options.output.parent / "cache" / "builds").glob(f"*.{lost}"):
        path.unlink()
    (options.output / "index.html").write_text("vandal", "utf-8")
    build(options)
    assert tree(options.output) == wanted


def test_warnings_are_told_again_and_stop_a_strict_build(options: Options) -> None:
    rewritten(options.content / "flood" / "dry.md", "tags:", "colour: red\ntags:")
    assert len(build(options).warnings) == 1
    assert build(options) == build(options)
    assert build(options).warnings[0].message == build(replace(options, cache=None)).warnings[0].message
    with pytest.raises(DatelineError, match="colour"):
        build(replace(options, strict=True))


def test_what_is_wrong_is_told_again_and_mended_once(options: Options, dated: list[str]) -> None:
    build(options)
    rewritten(options.content / "flood" / "dry.md", "2024-05-15", "2024-02-30")
    for _ in range(2):
        with pytest.raises(DatelineError, match="2024-02-30"):
            build(options)
    dated.clear()
    rewritten(options.content / "flood" / "dry.md", "2024-02-30", "2024-02-29")
    build(options)
    assert dated == ["dry"]
    assert tree(options.output) == fresh(options)


def test_two_builds_at_once_may_share_a_cache(options: Options) -> None:
    folder = options.content.parent
    command: list[str | Path] = [sys.executable, PROJECT / "build.py", "--content", options.content, "--jobs", "2"]
    for news in ("April", "March"):
        running = [
            subprocess.Popen([*command, "--output", folder / name], cwd=folder, stdout=subprocess.DEVNULL)
            for name in ("one", "two", "three")
        ]
        assert [process.wait() for process in running] == [0, 0, 0]
        wanted = fresh(replace(options, templates=None))
        assert all(tree(folder / name) == wanted for name in ("one", "two", "three"))
        if news == "April":
            rewritten(options.content / "flood" / "dry.md", "April", "March")


def test_the_cache_may_vanish_at_any_time(options: Options) -> None:
    assert options.cache is not None
    build(options)
    shutil.rmtree(options.cache)
    rewritten(options.content / "flood" / "dry.md", "April", "March")
    build(options)
    assert tree(options.output) == fresh(options)


def entries(options: Options) -> set[Path]:
    assert options.cache is not None
    return {path for path in (options.cache / "store").rglob("*") if path.is_file()}


def edited_and_built(options: Options, times: int) -> None:
    for number in range(times):
        text = article("Dry", f"It was dry {number + 2} days ago.")
        (options.content / "flood" / "dry.md").write_text(text, "utf-8")
        build(options)


def test_what_no_build_has_used_for_a_while_leaves_the_cache(options: Options, dated: list[str]) -> None:
    build(options)
    first = entries(options)
    edited_and_built(options, 2 * SWEPT)
    most = len(entries(options))
    assert not first <= entries(options)
    edited_and_built(options, 4 * SWEPT)
    assert len(entries(options)) <= most
    assert tree(options.output) == fresh(options)
    dated.clear()
    # What was last made is there, and so is what was made shortly before.
    edited_and_built(options, 4 * SWEPT)
    (options.content / "flood" / "dry.md").write_text(article("Dry", f"It was dry {4 * SWEPT} days ago."), "utf-8")
    dated.clear()
    build(options)
    assert dated == []


def test_nothing_leaves_the_cache_that_a_build_of_another_name_has_made(options: Options, dated: list[str]) -> None:
    other = replace(options, output=options.output.parent / "other", drafts=True)
    build(other)
    edited_and_built(options, 3 * SWEPT)
    shutil.rmtree(other.output)
    (options.content / "flood" / "dry.md").write_text(article("Dry", "It was dry in April."), "utf-8")
    dated.clear()
    build(other)
    assert dated == []
    assert tree(other.output) == fresh(replace(other, output=options.output))


def test_nothing_leaves_the_cache_while_another_build_is_in_it(options: Options) -> None:
    assert options.cache is not None
    build(options)
    first = entries(options)
    with held(options.cache):
        edited_and_built(options, 3 * SWEPT)
        assert first <= entries(options)
    edited_and_built(options, 2 * SWEPT)
    assert not first <= entries(options)


def test_the_trees_taken_out_of_outputs_leave_the_cache_but_for_those_of_the_last(options: Options) -> None:
    assert options.cache is not None
    spares = options.cache / "spare"
    spares.mkdir(parents=True)
    for number in range(2 * NAMES):
        page = spares / f"{number:02}" / "index.html"
        page.parent.mkdir()
        page.write_text("old", "utf-8")
        (spares / f"{number:02}.list").write_bytes(b"")
        os.utime(spares / f"{number:02}.list", (number, number))
    edited_and_built(options, SWEPT)
    assert len(list(spares.glob("*.list"))) == NAMES
    assert {path.name for path in spares.iterdir() if path.is_dir()} == {path.stem for path in spares.glob("*.list")}
    assert not (spares / "00").exists()


def test_what_a_killed_build_left_in_the_cache_goes(options: Options) -> None:
    assert options.cache is not None
    build(options)
    shelf = next((options.cache / "store").iterdir())
    left = [shelf / "abc.123", shelf / ("0" * 38), options.cache / "builds" / "abc.made.123"]
    for path in left:
        path.write_bytes(b"")
    edited_and_built(options, SWEPT)
    assert not any(path.exists() for path in left)


def test_a_large_story_is_dated_by_several_processes(options: Options) -> None:
    for number in range(150):
        file = options.content / "flood" / f"more-{number:03}.md"
        file.write_text(article(f"More {number}", f"It rained {number} days ago."), "utf-8")
    build(replace(options, jobs=3))
    assert tree(options.output) == fresh(options)
