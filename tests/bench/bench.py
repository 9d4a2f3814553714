"""How fast the tagger is, beside its peers: `make bench` or `make bench CORPUS=articles.jsonl`.

Every tool is one process that reads articles as JSON Lines and writes what it found as JSON Lines. The work is the
corpus over and over, until it takes ten seconds; what the tool needs for no article at all is its start-up and is
taken off. The peers are set up in a scratch folder where they can be, and else named as not installed.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.newsroom import articles

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SCRATCH = PROJECT / ".cache" / "bench"
CHRONO = "chrono-node@2.10.3"
DATEPARSER = "dateparser==1.5.0"
START_UPS = 5
KIBIBYTES = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss in bytes: getrusage(2)


class Tool(NamedTuple):
    """A tagger: its name, and its command, or why there is none."""

    name: str
    command: Sequence[str | Path] = ()
    missing: str = ""


class Run(NamedTuple):
    """One run of a tool."""

    seconds: float
    peak: int


def dateline() -> Tool:
    """This project's own tagger, in one process."""
    return Tool("Dateline", [sys.executable, PROJECT / "build.py", "tag", "--format", "jsonl"])


def chrono() -> Tool:
    """The JavaScript library chrono, set up by npm."""
    name = CHRONO.replace("@", " ")
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return Tool(name, missing="needs node and npm")
    if not (SCRATCH / "node_modules" / "chrono-node").exists():
        install = [npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(SCRATCH), CHRONO]
        if subprocess.run(install, check=False, capture_output=True).returncode:
            return Tool(name, missing="npm could not install it")
    # node looks for packages from the script's own folder upwards.
    return Tool(name, [node, shutil.copy(HERE / "chrono.mjs", SCRATCH)])


def dateparser() -> Tool:
    """The Python library dateparser, set up by pip in an environment of its own."""
    name = DATEPARSER.replace("==", " ")
    python = SCRATCH / "venv" / "bin" / "python"
    if not (SCRATCH / "venv" / "installed").exists():
        steps: Sequence[Sequence[str | Path]] = (
            [sys.executable, "-m", "venv", SCRATCH / "venv"],
            [python, "-m", "pip", "install", "--quiet", DATEPARSER],
        )
        for step in steps:
            if subprocess.run(step, check=False, capture_output=True).returncode:
                return Tool(name, missing="pip could not install it")
        (SCRATCH / "venv" / "installed").touch()
    return Tool(name, [python, HERE / "dateparser_peer.py"])


def run(tool: Tool, lines: Sequence[str]) -> Run:
    """Runs a tool once over the lines; wall-clock seconds, and bytes of memory at its peak."""
    with tempfile.TemporaryFile() as given:
        given.writelines(line.encode() for line in lines)
        given.seek(0)
        started = time.perf_counter()
        process = subprocess.Popen(tool.command, stdin=given, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"bench: {tool.name} ended with status {process.returncode}")
    return Run(seconds, usage.ru_maxrss * KIBIBYTES)


def row(tool: Tool, lines: Sequence[str], least: float) -> str:
    """A tool's line of the table, after at least so many seconds of work."""
    if tool.missing:
        return f"{tool.name:<18} not installed: {tool.missing}"
    start_up = min(run(tool, []).seconds for _ in range(START_UPS))
    count = 10
    while True:
        work = list(itertools.islice(itertools.cycle(lines), count))
        done = run(tool, work)
        seconds = done.seconds - start_up
        if seconds >= least:
            break
        # A tenth more than the last run promises; a run too short to promise anything is followed by one ten times it.
        count = min(count * 10, 1 + int(1.1 * count * least / max(seconds, 0.001)))
    characters = sum(len(json.loads(line)["text"]) for line in work)
    return (
        f"{tool.name:<18} {count / seconds:>10,.0f} {characters / seconds:>14,.0f} {start_up:>10.2f} "
        f"{done.peak / 1e6:>9.0f} {count:>10,} {seconds:>8.1f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast the tagger is, beside its peers.")
    parser.add_argument("corpus", type=Path, nargs="?", help="JSON Lines of id, date and text (made-up articles)")
    parser.add_argument("--seconds", type=float, default=10, metavar="N", help="of work for each tool, at least (10)")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    asked = parser.parse_args()
    if asked.corpus:
        read = [json.loads(line) for line in asked.corpus.read_text(encoding="utf-8").splitlines()]
    else:
        read = list(articles(200))
    lines = [json.dumps({key: line[key] for key in ("id", "date", "text")}) + "\n" for line in read]
    SCRATCH.mkdir(parents=True, exist_ok=True)
    print(f"{len(lines)} articles of {sum(len(line['text'].split()) for line in read) // len(read)} words on average")
    print(
        f"{'':<18} {'articles/s':>10} {'characters/s':>14} {'start-up s':>10} {'peak MB':>9} {'articles':>10} {'s':>8}"
    )
    tools: Sequence[Callable[[], Tool]] = (dateline,) if asked.alone else (dateline, chrono, dateparser)
    for tool in tools:
        print(row(tool(), lines, asked.seconds), flush=True)


if __name__ == "__main__":
    main()
