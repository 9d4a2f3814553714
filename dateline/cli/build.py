"""The command `build`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dateline.cli.terminal import DONE, Commands, folder_fault, number, own_templates, wrong

# What the command needs is imported when it runs.
# ruff: noqa: PLC0415

OUTPUT = Path("output")
CACHE = Path(".cache") / "dateline"
MOST_PROCESSES = 512


def add(commands: Commands) -> None:
    """Adds the command and its options."""
    build = commands.add_parser("build", help="make the site (what happens without a command)")
    build.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the articles (content)")
    build.add_argument("--templates", type=Path, metavar="DIR", help="your own templates (templates, if it is there)")
    build.add_argument("--output", type=Path, default=OUTPUT, metavar="DIR", help="the site (output)")
    build.add_argument("--base-url", metavar="URL", help="where the site will be published")
    build.add_argument("--drafts", action="store_true", help="articles marked as drafts too")
    build.add_argument("--strict", action="store_true", help="warnings are errors")
    build.add_argument("--no-cache", action="store_true", help="make everything anew, and keep nothing in .cache")
    build.add_argument("--profile", action="store_true", help="tell where the time went")
    build.add_argument(
        "--jobs", type=number(1, MOST_PROCESSES), metavar="N", help="processes to work with (by the size of the work)"
    )
    build.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Makes the site, and says what is in it."""
    from dateline.options import Options, no_progress
    from dateline.site import build

    started = time.perf_counter()
    templates = own_templates(asked.templates)
    if fault := folder_fault(asked.content, templates):
        return wrong(fault)
    if fault := _output_fault(asked.output, asked.content):
        return wrong(f"--output: {asked.output} {fault}")
    if asked.base_url and not _can_hold_a_site(asked.base_url):
        return wrong(f"--base-url: {asked.base_url} is no address of the web; write it as https://example.org/news")
    options = Options(
        content=asked.content,
        output=asked.output,
        templates=templates,
        base_url=asked.base_url,
        drafts=asked.drafts,
        strict=asked.strict,
        jobs=asked.jobs,
        cache=None if asked.no_cache else CACHE,
        progress=_progress if sys.stderr.isatty() else no_progress,
    )
    summary = build(options)
    for warning in summary.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    made = (
        counted(summary.stories, "story", "stories"),
        counted(summary.articles, "article"),
        counted(summary.expressions, "time expression"),
        counted(summary.events, "event"),
        counted(len(summary.warnings), "warning"),
    )
    passed = time.perf_counter() - started
    if asked.profile:
        _print_profile(options.watch.seconds, passed)
    print(f"{', '.join(made)}, {passed:.1f} seconds")
    print(f"The site lies in {(asked.output / 'index.html').resolve()}")
    return DONE


def _can_hold_a_site(url: str) -> bool:
    from dateline.config import is_site_address

    return is_site_address(url)


def _output_fault(output: Path, content: Path) -> str:
    """Why the site cannot lie there, in words to follow the folder's name; empty where it can."""
    site, articles = output.resolve(), content.resolve()
    if site.is_relative_to(articles):
        return "lies in the content folder, which would be read as a story"
    if articles.is_relative_to(site):
        return "holds the content folder, and the site takes the place of all that lies there; name a folder of its own"
    return ""


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number and its noun: "1 story", "1,204 events"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


@contextmanager
def _progress(stage: str, count: int, unit: str) -> Iterator[Callable[[int], object]]:
    from tqdm import tqdm

    with tqdm(total=count, desc=stage, unit=unit, leave=False, file=sys.stderr) as bar:
        yield bar.update


def _print_profile(seconds: Mapping[str, float], passed: float) -> None:
    """Prints where the time went, that of all processes together."""
    for stage, spent in sorted(seconds.items(), key=lambda item: -item[1]):
        print(f"{spent:8.2f} s  {stage}", file=sys.stderr)
    print(f"{sum(seconds.values()):8.2f} s  in all processes, {passed:.2f} s by the clock", file=sys.stderr)
