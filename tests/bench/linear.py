"""Whether the work grows no faster than a text, whatever the text: `make bench-linear` or `… SIZE=10`.

Each stage of ours reads each hostile pattern at half a size and at that size, counted in megabytes; the seconds are
those of the processor, of short runs the lesser of two. What the limits refuse is measured up to the limit, and so is
whatever is made of dates, of which an article may hold so many and no more. A last table has the whole build of one
article. The time it takes grows with the size, from ten minutes or so for what is measured by default.
"""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from dateline.content import Folder
from dateline.errors import DatelineError
from dateline.events.details import with_details
from dateline.events.extract import events
from dateline.formats.exports import FILES, exported
from dateline.frontmatter import split
from dateline.importing.found import Source
from dateline.importing.reading import FORMATS
from dateline.limits import EXPRESSIONS, words_of_time
from dateline.making import story_of
from dateline.markup import TangledError, converted, sanitised, tangle
from dateline.model import Article, Conventions, DatedArticle, Dateline, Story, TimeExpression
from dateline.options import Options
from dateline.pieces import read_pieces
from dateline.processes import begin_dating
from dateline.settings import HEAD_LIMIT, LIMIT, Findings, read_text
from dateline.site import build
from dateline.timeline.build import timeline
from dateline.timex.tagger import tag

MEGABYTE = 1_000_000
DEFAULT = 0.25
DAY = Dateline(date(2024, 5, 15))
PATH = Path("a.md")
WORST = 2.5
"""Twice the text may take twice the time, within a quarter."""

NOISE = 0.1
"""Seconds below which a measure says nothing."""

WORDS = (
    "Friday ", "last ", "of the ", "1", "1 ", "1,", "1990-", "Monday and ", "from Monday to ", '"', "(", "5 p.m. ",
    "two weeks ago ", ". ", "\n\n", "the day before ", "May ", "he said on Friday that on Monday ", "é", "a", "' ",
    "which was on Monday ", "in 1999, when ", "It fell on Friday. ", "It opened in 1999. ", "Mr. ", "– ", "\u0301",
    "A’", "A-",
)  # fmt: skip
MARKS = (
    "[", "![](", "<a ", "*", "_", "`", "> ", "- ", "# ", "|", "&", "\\", "<", "**a", "[a](b) ", "*a* ", "`a` ", "a\n",
    "1. ", "    a\n", "~~~\n", "[^1] ", "<b>", "</b>", "<!-- ", "&#x26; ", "\n\n", "[a]: b\n", "| a ", "word ",
    "[a](b) Friday ",
)  # fmt: skip
PAGES = (
    "<p>a</p>", "<b>", "</b>", "<a href=x>a</a>", "<code>", "<ul><li>", "a<br>", "&amp;", "<div><p>", "<pre>a</pre>",
    "<time datetime=2016>a</time>", "<img alt=a>", "<sup id=fn:1>a</sup>", "<h1>a</h1>", "&", "<", ">", '"', "<table>",
    "<td>a", "<q>a</q>", "a ",
)  # fmt: skip
HEADS = (
    "a: b\n", "[", "{", "a: {", "- ", "&a ", "*a ", "? ", "! ", '"', "'", "|\n", "title: a\n", "#", "a: [b, ", "\t",
    ":", "a.b = 1\n", "[a]\n", "a = [", "x" * 50 + "\n", "date: 2024-05-15\n",
)  # fmt: skip
FILES_READ = (
    "2016: a\n", "group a\n", "2016/2018: a #b\n", "[a](b) ", "#a ", "1 Jan 2016 - ", "title: a\n", "// a\n", "a: ",
    '{"events":[', '{"title":"a","date":"2016-01-01","text":"b"},', '"', "a,", "2016,1,1,,a,b\n", "\n\n", "a ",
    "_a_ ", "1. ", "[", "](", "<", "&", "<a href=x>", "**", "  ", "<p>a</p>", "&amp;", "- a\n",
)  # fmt: skip

SHORT = 2_000

LONG = 1.0
"""Seconds from which one run is enough."""

Run = Callable[[], object]
Stage = Callable[[str], Run | None]
"""From a text to the work on it, or `None` where a limit refuses it."""


class Measure(NamedTuple):
    """Seconds at half the size and at the size, in characters."""

    size: int
    half: float
    whole: float

    @property
    def ratio(self) -> float:
        """How many times longer twice the text takes; 0 where it is too short to say."""
        return self.whole / self.half if self.whole > NOISE and self.half > 0 else 0.0


def tagged(text: str) -> list[TimeExpression]:
    """The expressions of a text that is no article."""
    return tag(text, DAY)


def _article(text: str) -> Article:
    return Article(PATH, "a", "a", "A", DAY, text, ())


@cache
def _dates(text: str) -> list[TimeExpression]:
    """The same, kept for the stages that begin with it."""
    return tagged(text)


@cache
def _dated(text: str) -> DatedArticle:
    found = _dates(text)
    return DatedArticle(_article(text), tuple(found), tuple(events(text, found, DAY)))


def _limited(text: str) -> str:
    """As much of a text as has the dates that an article may hold."""
    found = tagged(text[: 100 * EXPRESSIONS])
    return text[: found[EXPRESSIONS - 1].end] if len(found) > EXPRESSIONS else text


def _story(text: str) -> Story:
    folder = Folder(slug="a", title="A", standfirst="", introduction="", articles=(), lone=True, assets=())
    return story_of(folder, [_dated(text)])


def _front_matter(fence: str) -> Stage:
    def stage(text: str) -> Run:
        file = f"{fence}\n{text[: HEAD_LIMIT - 1]}\n{fence}\nIt rained.\n".encode()

        def run() -> object:
            read, findings = read_text(PATH, file)
            return split(read, findings)

        return run

    return stage


def _markup(text: str) -> Run | None:
    text = text[: LIMIT - 1]
    if tangle(text):
        return None

    def run() -> None:
        with suppress(ValueError):
            converted(text)

    return run


SHAPES: Mapping[str, Callable[[str], tuple[str, str]]] = {
    "text": lambda text: (".txt", f"A\n\n{text}"),
    "tables": lambda text: (".csv", f"Year,Headline\n{text}"),
    "cells": lambda text: (".csv", 'Year,Headline,Text\n2016,A,"{}"\n'.format(text.replace('"', '""'))),
    "JSON": lambda text: (".json", text),
    "words in JSON": lambda text: (".json", json.dumps({"events": [_slide(text)]})),
    "articles in JSON": lambda text: (".json", json.dumps([{"title": "A", "date": "2016-04-15", "html": text}])),
    "markwhen": lambda text: (".mw", f"2016: a\n{text}"),
    "words in markwhen": lambda text: (".mw", f"2016: {text}".replace("\n", " ")),
}
"""How a text is put into a file, by the name of the stage."""


def _slide(text: str) -> object:
    return {"start_date": {"year": "2016"}, "text": {"headline": text, "text": text}}


def _importer(shape: str) -> Stage:
    def stage(text: str) -> Run:
        suffix, file = SHAPES[shape](text)

        def run() -> None:
            path = Path(f"a{suffix}")
            source = Source(path, file, DAY.day, Conventions(), Findings(path, file.split("\n")))
            with suppress(DatelineError, TangledError):
                FORMATS[suffix](source)

        return run

    return stage


def _events(text: str) -> Run:
    found = _dates(text)
    return lambda: events(text, found, DAY)


def _details(text: str) -> Run:
    one = _dated(text)
    return lambda: with_details(text, 0, one.expressions, one.events)


def _merging(text: str) -> Run:
    one = _dated(text)
    return lambda: timeline([one])


def _formats(text: str) -> Run:
    story = _story(text)
    return lambda: exported(story, *(file.format for file in FILES))


def _pieces(text: str) -> Run:
    # Of many short pages, since the sanitiser is no work of ours.
    page = sanitised(text[:SHORT]) * -(-len(text) // SHORT)
    return lambda: read_pieces(page, lambda _kind, _address: None)


class Table(NamedTuple):
    """A stage of ours, the patterns that are hostile to it, and the most characters that it is given."""

    stage: Stage
    patterns: Sequence[str]
    most: int = sys.maxsize


STAGES: Mapping[str, Table] = {
    "front matter, YAML": Table(_front_matter("---"), HEADS, HEAD_LIMIT),
    "front matter, TOML": Table(_front_matter("+++"), HEADS, HEAD_LIMIT),
    "what Markdown is spared": Table(lambda text: lambda: tangle(text), MARKS),
    "Markdown, within the limits": Table(_markup, MARKS, LIMIT),
    "HTML to text and pieces": Table(_pieces, PAGES),
    "words of time": Table(lambda text: lambda: words_of_time(text), WORDS),
    "tagger": Table(lambda text: lambda: tagged(text), WORDS),
    "events": Table(_events, WORDS),
    "details": Table(_details, WORDS),
    "merging": Table(_merging, WORDS, 100 * EXPRESSIONS),
    "formats": Table(_formats, WORDS, 100 * EXPRESSIONS),
    **{f"import of {shape}": Table(_importer(shape), FILES_READ) for shape in SHAPES},
}


def measured(table: Table, pattern: str, size: int) -> Measure | None:
    """A stage with a pattern, or `None` where it is refused."""
    whole = min(size, table.most)
    runs = []
    for length in (whole // 2, whole):
        run = table.stage((pattern * (length // len(pattern) + 1))[:length])
        if run is None:
            return None
        first = _seconds(run)
        runs.append(first if first > LONG else min(first, _seconds(run)))
    return Measure(whole, *runs)


def _seconds(run: Run) -> float:
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    """Prints the worst of each stage, and every measure that grows too fast."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("size", type=float, nargs="?", default=DEFAULT, help=f"megabytes ({DEFAULT})")
    reader.add_argument("--stage", default="", help="only the stages whose names hold this")
    asked = reader.parse_args()
    begin_dating()
    print("| stage | patterns | refused | slowest | seconds at half | seconds | times | over 2.5 |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for patterns, stages in groupby(STAGES, key=lambda name: STAGES[name].patterns):
        wanted = [name for name in stages if asked.stage in name]
        found: dict[str, dict[str, Measure | None]] = {name: {} for name in wanted}
        for pattern in patterns:
            for name in wanted:
                found[name][pattern] = measured(STAGES[name], pattern, int(asked.size * MEGABYTE))
            _dates.cache_clear()
            _dated.cache_clear()
        for name in wanted:
            print(_row(name, found[name]), flush=True)
    if asked.stage in "build":
        print("\n| the build of one article of | characters | seconds |\n| --- | --- | --- |")
        for line in _builds():
            print(line, flush=True)


def _row(name: str, found: Mapping[str, Measure | None]) -> str:
    read = {pattern: measure for pattern, measure in found.items() if measure is not None}
    pattern, worst = max(read.items(), key=lambda item: item[1].whole)
    steep = [f"`{pattern!r}` {one.ratio:.2f}" for pattern, one in read.items() if one.ratio > WORST]
    cells = [name, str(len(found)), str(len(found) - len(read)), f"`{pattern!r}` × {worst.size:,}",
             f"{worst.half:.2f}", f"{worst.whole:.2f}", f"{worst.ratio:.2f}", ", ".join(steep)]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _builds() -> Iterator[str]:
    """The longest article of each pattern that is not refused, built with its pages."""
    for pattern in (*WORDS, *MARKS):
        folder = Path(tempfile.mkdtemp())
        try:
            for length in (MEGABYTE - 100, 500_000, 250_000, 100_000, 50_000, 25_000, 12_000, 6_000, 3_000):
                text = _limited((pattern * (length // len(pattern) + 1))[:length])
                (folder / "a.md").write_text(f"---\ntitle: A\ndate: 2024-05-15\n---\n{text}\n", "utf-8")
                start = time.process_time()
                with suppress(DatelineError):
                    build(Options(folder, folder / "output", jobs=1))
                    yield f"| `{pattern!r}` | {len(text):,} | {time.process_time() - start:.2f} |"
                    break
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
