"""The set-up: the wheel, the locks, the layers, what make says, and what lies at the top."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
README = (PROJECT / "README.md").read_text("utf-8")
EXTRAS = sorted(re.findall(r'`python -m pip install -e "\.\[(\w+)\]"`', README))
TOP = {
    ".ci", ".github", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "build.py",
    "content", "dateline", "output", "pyproject.toml", "requirements", "templates", "tests",
}  # fmt: skip


def test_the_top_level_holds_what_the_plan_says_and_nothing_else() -> None:
    listed = subprocess.run(
        ["git", "-c", "core.quotepath=off", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout
    assert {line.split("/")[0] for line in listed.splitlines()} == TOP


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    source = tmp_path_factory.mktemp("source")
    for name in ("dateline", "templates"):
        shutil.copytree(PROJECT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(PROJECT / name, source)
    # Not isolated: a build that fetched its tools anew would need the network.
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", source / "dist"],
        cwd=source,
        check=True,
        capture_output=True,
    )
    (made,) = (source / "dist").glob("*.whl")
    return made


def test_the_wheel_takes_every_module_and_template_along(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder, inside in (("dateline", "dateline"), ("templates", "dateline/templates")):
        for path in (PROJECT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"{inside}/{path.relative_to(PROJECT / folder).as_posix()}" in names


def test_the_installed_command_builds_a_site_with_the_templates_it_brings(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    script = home / "bin" / "dateline"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", home, "install", "--quiet", "--no-deps", "--no-index", wheel],
        check=True,
        capture_output=True,
    )
    # The dependencies are those of the environment that runs the tests.
    environment = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    article = tmp_path / "content" / "harbour" / "2024-05-15-ferry.md"
    article.parent.mkdir(parents=True)
    article.write_text("---\ntitle: Ferry\ndate: 2024-05-15\n---\nThe ferry sailed on Tuesday.\n", "utf-8")
    for arguments in (["--help"], ["build"]):
        done = subprocess.run([script, *arguments], cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    assert "Tuesday 14 May 2024" in (tmp_path / "output" / "harbour" / "ferry" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("extra", EXTRAS)
def test_an_extra_that_the_readme_installs_is_there_and_so_are_its_libraries(
    extra: str, wheel: Path, tmp_path: Path
) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    library = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    (library / "tests.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    # Without an index, only what the lock has installed here can meet what the extra asks for.
    wanted = f"dateline[{extra}] @ {wheel.as_uri()}"
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--python", home, "install", "--no-index", "--dry-run", wanted],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not re.search(r"dateline \S+ does not provide", done.stderr)
    for requirement in map(Requirement, PYPROJECT["project"]["optional-dependencies"][extra]):
        assert f"Requirement already satisfied: {requirement.name}" in done.stdout


def test_the_readme_names_every_extra_for_users_and_no_other() -> None:
    assert set(EXTRAS) == PYPROJECT["project"]["optional-dependencies"].keys() - {"test"}


@pytest.mark.parametrize("name", ["site", "test"])
def test_the_lock_holds_what_the_project_asks_for_and_a_hash_for_each(name: str) -> None:
    text = (PROJECT / "requirements" / f"{name}.txt").read_text("utf-8")
    entries = re.split(r"\n(?=[a-z])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"https?://|file:|--find-links|--index-url", text)
    locked = {
        canonicalize_name(entry.split("==")[0]): re.split(r"[\s;\\]", entry.split("==")[1])[0] for entry in entries
    }
    project = PYPROJECT["project"]
    wanted = project["dependencies"] + (project["optional-dependencies"]["test"] if name == "test" else [])
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)], prereleases=True)


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("model.py", "import dateline.site", "One way: from the command line down to the types, never back"),
        ("timex/tokens.py", "import dateline.frontmatter", "The tagger reads text, not files"),
        ("timex/values.py", "import dateline.timex.english", "One way inside timex"),
        ("timeline/order.py", "import dateline.timeline.group", "No circles inside a room"),
    ],
)
def test_an_import_against_the_plan_breaks_its_contract(tmp_path: Path, module: str, line: str, contract: str) -> None:
    shutil.copytree(PROJECT / "dateline", tmp_path / "dateline", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    with (tmp_path / "dateline" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": "200", "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert f"{contract} BROKEN" in done.stdout


@pytest.mark.parametrize(
    ("lacking", "advice"), [("version_info", "Python 3.11 or newer"), ("ensurepip", "apt-get install python3-venv")]
)
def test_make_says_what_a_machine_lacks(tmp_path: Path, lacking: str, advice: str) -> None:
    shutil.copy(PROJECT / "Makefile", tmp_path)
    shutil.copytree(PROJECT / "requirements", tmp_path / "requirements")
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\ncase "$2" in *{lacking}*) exit 1;; esac\n', "utf-8")
    python.chmod(0o755)
    done = subprocess.run(
        ["make", "site", f"PYTHON={python}"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert advice in done.stderr
