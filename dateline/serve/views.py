"""The preview's own pages: what is wrong, what is missing, and the editor's view."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment

from dateline.characters import shown
from dateline.config import Site
from dateline.errors import Problem
from dateline.pages.environment import environment, rendered
from dateline.serve.desk import editor_values
from dateline.serve.places import place_values
from dateline.serve.preview import Preview
from dateline.serve.rewriting import reload_script
from dateline.templating import DEFAULTS

Values = dict[str, Any]
FOLDER = DEFAULTS / "serve"
OWN_FILES = {f"-/{name}": FOLDER / name for name in ("serve.css", "reload.js", "copy.js")}


@cache
def _templates() -> Environment:
    # The ones that come with Dateline, and not the site's own, which may be what is broken.
    return environment(Site())


def error_view(preview: Preview, problems: Iterable[Problem]) -> str:
    """What has to be mended before the site can be shown, each with file, line, words and remedy."""
    return _page(preview, "error.html", {"problems": [problem_values(problem) for problem in problems]})


def missing_view(preview: Preview, address: str) -> str:
    """That the site has no such page, until it has."""
    return _page(preview, "missing.html", {"address": shown(address)})


def view(preview: Preview, address: str) -> str:
    """The editor's view of the story or article at an address of the site, and of the whole site at any other.

    Raises `DatelineError` where the content needs mending.
    """
    with preview.desk() as desk:
        return _page(preview, "editor.html", editor_values(desk, address))


def problem_values(problem: Problem) -> Values:
    """What a template may say of a problem."""
    caret = " " * (problem.column - 1) + "^" if problem.column is not None else ""
    return {
        "message": shown(problem.message),
        "remedy": shown(problem.remedy),
        "excerpt": shown(problem.excerpt),
        "caret": caret if problem.excerpt else "",
        **place_values(problem.path, problem.line, problem.column),
    }


def _page(preview: Preview, template: str, values: Values) -> str:
    return rendered(_templates(), f"serve/{template}", {**values, "reload": reload_script(preview.version)})
