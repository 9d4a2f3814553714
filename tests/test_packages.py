"""The wheel and the sdist: the same bytes from the same files, with all that a new site needs."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
from importlib.metadata import distribution
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
EPOCH = "1715760000"
MASKS = (0o022, 0o077)

pytestmark = pytest.mark.verify


def copied(source: Path, target: Path, age: int) -> None:
    """Copies a folder's files, with the rights that the mask leaves them."""
    for path in source.rglob("*"):
        if path.is_file():
            file = target / path.relative_to(source)
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, file)
            os.utime(file, (age, age))


def packages(source: Path) -> Path:
    """The folder with sdist and wheel, the wheel made from the sdist."""
    # Not isolated: a build that fetched its tools anew would need the network.
    subprocess.run(
        [sys.executable, "-P", "-m", "build", "--no-isolation"],
        cwd=source,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        check=True,
        capture_output=True,
    )
    return source / "dist"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Sdist and wheel of two copies of this checkout that differ in their place, times and rights."""
    checkout = tmp_path_factory.mktemp("checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, checkout / name)
    found = []
    for number, mask in enumerate(MASKS, 1):
        copy = tmp_path_factory.mktemp("copy") / ("deeper" * number)
        before = os.umask(mask)
        try:
            copied(checkout, copy, 1_000_000_000 + number)
            found.append(packages(copy))
        finally:
            os.umask(before)
    return found


def test_two_builds_of_the_same_files_give_the_same_bytes(made: list[Path]) -> None:
    hashes = [
        {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()} for folder in made
    ]
    assert len(hashes[0]) == 2
    assert hashes[0] == hashes[1]


def test_the_sdist_holds_what_a_clone_does(made: list[Path]) -> None:
    (path,) = made[0].glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"build.py", "Makefile", "LICENSE", "README.md", "CHANGELOG.md", "requirements/test.txt"} <= names
    assert {
        "templates/new-site/pages.yml",
        "templates/serve/reload.js",
        "content/site.toml",
        "tests/conftest.py",
    } <= names


@pytest.fixture(scope="module")
def wheel(made: list[Path]) -> Path:
    (path,) = made[0].glob("*.whl")
    return path


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed command in an environment that has the libraries of the site's lock and no others."""
    home = tmp_path_factory.mktemp("home") / "venv"
    venv.create(home, with_pip=False)
    library = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    locked = re.findall(r"^([\w.-]+)==", (PROJECT / "requirements" / "site.txt").read_text("utf-8"), re.MULTILINE)
    for name in locked:
        try:
            files = distribution(name).files or []
        except ModuleNotFoundError:
            continue  # locked for another system
        for file in files:
            if ".." not in file.parts:
                (library / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(str(file.locate()), library / file)
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", home, "install", "--quiet", "--no-deps", "--no-index", wheel],
        check=True,
        capture_output=True,
    )
    return home / "bin" / "dateline"


def test_the_installed_wheel_begins_checks_and_builds_a_site_and_tags_a_text(
    command: Path, wheel: Path, tmp_path: Path
) -> None:
    def run(*arguments: str, given: str = "", folder: Path = tmp_path) -> str:
        plain = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(
            [command, *arguments], input=given, cwd=folder, env=plain, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("new-site", "mine")
    wanted = (tmp_path / "mine" / "requirements.txt").read_text("utf-8").splitlines()[-1]
    assert wanted == f"dateline @ {wheel.as_uri()}"
    assert "to look at" in run("check", folder=tmp_path / "mine")
    run("build", folder=tmp_path / "mine")
    page = (tmp_path / "mine" / "output" / "harbour" / "index.html").read_text("utf-8")
    assert "Tuesday 14 May 2024" in page
    assert "2024-05-14" in run("tag", "--date", "2024-05-15", given="The council met on Tuesday.")


def test_the_installed_wheel_names_the_extra_that_serve_needs(command: Path, wheel: Path, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = subprocess.run([command, "serve"], cwd=tmp_path, capture_output=True, text=True, check=False)
    install = f'python -m pip install "dateline[serve] @ {wheel.as_uri()}"'
    assert (done.returncode, done.stderr) == (2, f"dateline: serve needs the library watchfiles: {install}\n")
