"""Where the Dateline that runs has come from, as pip would fetch it again."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dateline.templating import PACKAGE

SECURE_SHELL = re.compile(r"(?:ssh://)?git@([\w.-]+)[:/](.+)", re.ASCII)


def version() -> str:
    """The number of the release that is installed, or that a clone is about to become."""
    try:
        return distribution("dateline").version
    except PackageNotFoundError:
        stated = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
        return str(stated["project"]["version"])


def requirement() -> str:
    """What pip is to install: a release, a repository at its commit, or what lies on this machine alone."""
    try:
        installed = distribution("dateline")
    except PackageNotFoundError:
        return _clone(PACKAGE.parent)
    origin = json.loads(installed.read_text("direct_url.json") or "{}")  # PEP 610
    commit = origin.get("vcs_info", {}).get("commit_id")
    if commit:
        return _pinned(origin["url"], commit)
    if "dir_info" in origin:
        return _clone(Path(unquote(urlsplit(origin["url"]).path)))
    return f"dateline @ {origin['url']}" if origin else f"dateline=={installed.version}"


def is_local(wanted: str) -> bool:
    """Whether only this machine can install a requirement."""
    return wanted.startswith("dateline @ file:")


def install_line(extra: str) -> str:
    """The command that adds the libraries of an extra, to a clone or to what is installed."""
    if (PACKAGE.parent / "pyproject.toml").is_file():
        return f'python -m pip install -e "{PACKAGE.parent}[{extra}]"'
    return f'python -m pip install "{requirement().replace("dateline", f"dateline[{extra}]", 1)}"'


def _clone(folder: Path) -> str:
    """The requirement of a clone, by its origin; its own folder where it has none that others can reach."""
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
        return f"dateline @ {folder.resolve().as_uri()}"
    parts = urlsplit(SECURE_SHELL.sub(r"https://\1/\2", url))
    if parts.scheme != "https" or not parts.hostname:
        return f"dateline @ {folder.resolve().as_uri()}"
    # Without the name and the token that an address may hold: the file is going to be published.
    return _pinned(f"https://{parts.netloc.rpartition('@')[2]}{parts.path}", commit)


def _pinned(url: str, commit: str) -> str:
    return f"dateline @ git+{url}@{commit}"
