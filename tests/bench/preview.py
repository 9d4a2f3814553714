"""How long an edit takes to be seen: `make bench-serve` or `python -m tests.bench.preview 100`.

Made-up articles of about 600 words are built from nothing, then shown by `serve`, and one of them is edited again and
again. Told is the time from the saved file until its page has been fetched anew, as the page's own script would do it,
and the same for its editor's view; beside it the processor's time of the preview, and the time of the full build.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median

from tests.bench.newsroom import write_content
from tests.bench.sites import MEMORY, PROJECT

SEEN = re.compile(r'data-seen="([^"]*)"')
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")
COMMAND = (sys.executable, str(PROJECT / "build.py"))


def full_build(folder: Path) -> tuple[float, float]:
    """Seconds by the clock and of the processors for a build from nothing."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*COMMAND, "build", "--no-cache"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    passed, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return passed, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, int]]:
    """A preview of the folder: its port, and the number of its process."""
    with subprocess.Popen([*COMMAND, "serve", "--port", "0"], cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = ADDRESS.search(process.stdout.readline())
            if address is None:
                sys.exit("bench: the preview did not start")
            yield int(address[1]), process.pid
        finally:
            process.terminate()


def fetched(port: int, path: str) -> str:
    """A page of the preview."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=600)) as connection:
        connection.request("GET", path)
        return connection.getresponse().read().decode()


def spent(process: int) -> float:
    """The seconds that a process has had of the processors (proc(5), stat)."""
    figures = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(figures[11]) + int(figures[12])) / os.sysconf("SC_CLK_TCK")


def edited(port: int, process: int, article: Path, path: str, number: int) -> tuple[float, float]:
    """Seconds from a saved edit to the page that shows it, by the clock and of the processors."""
    seen = SEEN.findall(fetched(port, path))[0]
    text, words = article.read_text("utf-8"), f"The harbour froze on {number} March 1999."
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=600)) as connection:
        connection.request("GET", f"/-/events?seen={seen}")
        events = connection.getresponse()
        events.readline()
        before, started = spent(process), time.perf_counter()
        article.write_text(f"{text}\n{words}\n", "utf-8")
        events.read()
        page = fetched(port, path)
        passed = time.perf_counter() - started
    if words not in re.sub("<[^>]*>", "", page):
        sys.exit("bench: the reloaded page does not show the edit")
    return passed, spent(process) - before


def main() -> None:
    parser = argparse.ArgumentParser(description="How long an edit takes to be seen in the preview.")
    parser.add_argument("articles", type=int, nargs="?", default=1000, help="how many (1000)")
    parser.add_argument("--times", type=int, default=10, metavar="N", help="edits of each kind (10)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        folder = Path(name)
        write_content(folder / "content", asked.articles)
        load = os.getloadavg()[0]
        print(
            f"{asked.articles:,} articles, {os.cpu_count()} processors, load {load:.1f}, medians of {asked.times} edits"
        )
        print(f"{'':<28}{'seconds':>10}{'processor s':>14}")
        print("{:<28}{:>10.2f}{:>14.2f}".format("full build", *full_build(folder)), flush=True)
        article = min((folder / "content").rglob("article-*.md"))
        page = f"{article.parent.name}/{article.stem}/"
        with served(folder) as (port, process):
            for kind, path in (("edit to page", f"/{page}"), ("edit to editor's view", f"/-/edit/{page}")):
                found = [edited(port, process, article, path, number + 1) for number in range(asked.times)]
                print("{:<28}{:>10.2f}{:>14.2f}".format(kind, *map(median, zip(*found, strict=True))), flush=True)


if __name__ == "__main__":
    main()
