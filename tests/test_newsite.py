"""A site of one's own: what it begins with, that it builds without a warning, and that its workflow is sound."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dateline import origin as origin_of
from dateline.articles import read_article
from dateline.config import read_site
from dateline.site import Options, build

PROJECT = Path(__file__).resolve().parent.parent
WORKFLOWS = [*sorted((PROJECT / ".github" / "workflows").iterdir()), PROJECT / "templates" / "new-site" / "pages.yml"]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PROJECT / "build.py"), *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    done = run(tmp_path, "new-site", "mine")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == f"Go on with: cd mine && python {PROJECT / 'build.py'} build"
    return tmp_path / "mine"


def test_it_begins_with_one_article_its_settings_and_its_workflow(site: Path) -> None:
    assert sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()) == [
        ".github/workflows/pages.yml",
        ".gitignore",
        "README.md",
        "content/harbour/2024-05-15-ferry.md",
        "content/site.toml",
        "requirements.txt",
    ]
    assert len((site / "README.md").read_text("utf-8").splitlines()) == 5


def test_it_builds_at_once_and_without_a_warning(site: Path) -> None:
    done = run(site, "build", "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    page = (site / "output" / "harbour" / "index.html").read_text("utf-8")
    for words in ("Friday 10 May 2024", "Tuesday 14 May 2024", "June 2011"):
        assert words in page


def test_what_it_makes_is_not_committed(site: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=site, check=True)
    run(site, "build")
    status = subprocess.run(["git", "status", "--porcelain"], cwd=site, capture_output=True, text=True, check=True)
    assert "output" not in status.stdout
    assert ".cache" not in status.stdout


def test_its_settings_hold_when_they_are_taken_in(site: Path) -> None:
    path = site / "content" / "site.toml"
    text = re.sub(r"(?m)^# ?(?=[a-z_]+ = |\[|\"|$)", "", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    read = read_site(site / "content")
    assert read.warnings == ()
    assert read.base_url == "https://example.org/timelines"
    assert [one.name for one in (*read.people, *read.places)] == ["Ada Brook", "Marram Sound"]
    article = read_article(site / "content" / "harbour" / "2024-05-15-ferry.md", site / "content", read)
    assert (article.errors, article.warnings) == ((), ())


def test_a_folder_that_holds_something_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / ".hidden").write_text("mine", "utf-8")
    done = run(tmp_path, "new-site", "mine")
    assert done.returncode == 2
    assert done.stderr == ("mine: this folder is not empty\n    Name an empty folder, or one that is not there yet.\n")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == [".hidden"]


def test_an_empty_folder_will_do_and_a_file_will_not(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("", "utf-8")
    assert run(tmp_path, "new-site", "empty").returncode == 0
    done = run(tmp_path, "new-site", "file")
    assert done.returncode == 2
    assert done.stderr == "file: a site cannot be written here: File exists\n    Name another folder.\n"


@pytest.mark.parametrize(
    ("origin", "wanted"),
    [
        ("https://example.org/press/dateline.git", "dateline @ git+https://example.org/press/dateline.git@"),
        ("git@example.org:press/dateline.git", "dateline @ git+https://example.org/press/dateline.git@"),
        ("ssh://git@example.org/press/dateline.git", "dateline @ git+https://example.org/press/dateline.git@"),
        ("https://me:token@example.org/press/dateline", "dateline @ git+https://example.org/press/dateline@"),
        ("/home/me/dateline", ""),
        (None, ""),
    ],
)
def test_a_clone_names_its_origin_and_commit_and_no_secret(tmp_path: Path, origin: str | None, wanted: str) -> None:
    def git(*words: str) -> str:
        named = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        return subprocess.run(
            ["git", *named, *words], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout.strip()

    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "-m", "One")
    if origin:
        git("remote", "add", "origin", origin)
    commit = git("rev-parse", "HEAD") if wanted.endswith("@") else ""
    if not wanted:
        wanted = f"dateline @ {tmp_path.as_uri()}"
    assert origin_of._clone(tmp_path) == wanted + commit
    assert origin_of.is_local(wanted) is (not commit)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.parent.name + "/" + path.name)
def test_a_workflow_pins_its_actions_and_gives_no_more_rights_than_a_job_needs(workflow: Path) -> None:
    text = workflow.read_text("utf-8")
    stated = yaml.safe_load(text)
    assert stated["permissions"] == {}
    for job in stated["jobs"].values():
        assert set(job["permissions"]) <= {"contents", "pages", "id-token"}
        assert "timeout-minutes" in job
    used = re.findall(r"uses: (\S+)(.*)", text)
    assert used
    for action, version in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", version)


def test_the_same_action_is_pinned_to_the_same_commit_everywhere() -> None:
    used = {action for path in WORKFLOWS for action in re.findall(r"uses: (\S+)", path.read_text("utf-8"))}
    assert len(used) == len({action.split("@")[0] for action in used})


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("zizmor"), "--offline", "--persona", "auditor", *WORKFLOWS],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_what_the_example_says_is_dated(site: Path) -> None:
    summary = build(Options(site / "content", site / "output", strict=True))
    assert (summary.stories, summary.articles, summary.warnings) == (1, 1, ())
    assert summary.events >= 5
