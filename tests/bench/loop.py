"""Articles into plain pages with Python-Markdown and Jinja2, in two processes: `loop.py CONTENT OUTPUT`."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from jinja2 import Template
from markdown import Markdown

PAGE = "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><p>{{ date }}</p>{{ content }}"


@cache
def _tools() -> tuple[Markdown, Template]:
    return Markdown(), Template(PAGE)


def made(path: Path, target: Path) -> None:
    """Writes the page of an article."""
    markdown, template = _tools()
    _, head, text = path.read_text("utf-8").split("---\n", 2)
    settings = dict(line.split(": ", 1) for line in head.splitlines())
    target.mkdir(parents=True, exist_ok=True)
    page = template.render(title=settings["title"], date=settings["date"], content=markdown.reset().convert(text))
    (target / "index.html").write_text(page, "utf-8")


def main(content: Path, output: Path) -> None:
    """Writes all pages."""
    paths = sorted(content.rglob("*.md"))
    targets = [output / path.relative_to(content).with_suffix("") for path in paths]
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(made, paths, targets, chunksize=64))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
