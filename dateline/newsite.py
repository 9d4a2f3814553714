"""A site of one's own to begin with: an example article, settings, and the workflow that publishes it."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from dateline.errors import DatelineError, Problem
from dateline.templating import DEFAULTS, PACKAGE

SOURCE = DEFAULTS / "new-site"
REQUIREMENTS = "requirements.txt"
FILES = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "site.toml": "content/site.toml",
    "article.md": "content/harbour/2024-05-15-ferry.md",
    "pages.yml": ".github/workflows/pages.yml",
    REQUIREMENTS: REQUIREMENTS,
}
"""By its name among the templates, where each file lies in the site."""

SECURE_SHELL = re.compile(r"(?:ssh://)?git@([\w.-]+)[:/](.+)", re.ASCII)


def new_site(folder: Path) -> list[Path]:
    """Writes the files of a new site and returns them; raises `DatelineError` where anything lies there already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if next(folder.iterdir(), None) is not None:
            remedy = "Name an empty folder, or one that is not there yet."
            raise DatelineError([Problem(folder, "this folder is not empty", remedy)])
        return [_written(folder / target, _text(name)) for name, target in FILES.items()]
    except OSError as error:
        message = f"a site cannot be written here: {error.strerror}"
        raise DatelineError([Problem(folder, message, "Name another folder.")]) from error


def requirement() -> str:
    """What pip is to install for the Dateline that is running: its release, or its repository at its commit."""
    try:
        installed = distribution("dateline")
    except PackageNotFoundError:
        return _clone(PACKAGE.parent)
    origin = json.loads(installed.read_text("direct_url.json") or "{}")  # PEP 610
    commit = origin.get("vcs_info", {}).get("commit_id")
    return _pinned(origin["url"], commit) if commit else f"dateline=={installed.version}"


def _clone(folder: Path) -> str:
    """The requirement of a clone, by its origin; only the name where it has none that others can reach."""
    asked = (["remote", "get-url", "origin"], ["rev-parse", "HEAD"])
    try:
        url, commit = (
            subprocess.run(  # noqa: S603  fixed words
                ["git", "-C", folder, *words],  # noqa: S607  whichever git the user has
                capture_output=True,
                text=True,
                check=True,
            ).stdout.strip()
            for words in asked
        )
    except (OSError, subprocess.CalledProcessError):
        return "dateline"
    parts = urlsplit(SECURE_SHELL.sub(r"https://\1/\2", url))
    if parts.scheme != "https" or not parts.hostname:
        return "dateline"
    # Without the name and the token that an address may hold: the file is going to be published.
    return _pinned(f"https://{parts.netloc.rpartition('@')[2]}{parts.path}", commit)


def _pinned(url: str, commit: str) -> str:
    return f"dateline @ git+{url}@{commit}"


def _text(name: str) -> str:
    text = (SOURCE / name).read_text("utf-8")
    return Template(text).substitute(requirement=requirement()) if name == REQUIREMENTS else text


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return path
