"""A site of one's own to begin with: an example article, settings, and the workflow that publishes it."""

from __future__ import annotations

from pathlib import Path
from string import Template

from dateline.errors import CommandError, Problem
from dateline.origin import requirement
from dateline.templating import DEFAULTS

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


def new_site(folder: Path) -> list[Path]:
    """Writes the files of a new site and returns them; raises `CommandError` where anything lies there already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if next(folder.iterdir(), None) is not None:
            remedy = "Name an empty folder, or one that is not there yet."
            raise CommandError([Problem(folder, "this folder is not empty", remedy)])
        return [_written(folder / target, _text(name)) for name, target in FILES.items()]
    except OSError as error:
        message = f"a site cannot be written here: {error.strerror}"
        raise CommandError([Problem(folder, message, "Name another folder.")]) from error


def _text(name: str) -> str:
    text = (SOURCE / name).read_text("utf-8")
    return Template(text).substitute(requirement=requirement()) if name == REQUIREMENTS else text


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return path
