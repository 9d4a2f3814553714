"""The commands; the only place that reads the clock, the arguments and the standard streams."""

from __future__ import annotations

import argparse
import shlex
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dateline.errors import DatelineError, Problem
from dateline.importing import command as importing
from dateline.serve import command as serve

# Each command imports what it needs when it runs, so that `tag` starts without Jinja and Markdown.
# ruff: noqa: PLC0415

DONE, MEND, WRONG = 0, 1, 2
INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it
CACHE = Path(".cache") / "dateline"
FORMATS = ("json", "csv", "ics", "timelinejs", "timelinejs-csv", "timeml")
COMMANDS = ("build", "tag", "check", "export", "import", "new", "serve", "new-site")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit status: 0 done, 1 the content needs mending, 2 the command was wrong."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0] not in COMMANDS and given[0] not in ("-h", "--help")):
        given.insert(0, "build")
    asked = _parser().parse_args(given)
    try:
        status: int = asked.run(asked)
    except DatelineError as error:
        print(error, file=sys.stderr)
        return MEND
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has left; there is nobody to tell
        return DONE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dateline", description="News articles into honest timelines.")
    metavar = "build|serve|new|import|check|tag|export|new-site"
    commands = parser.add_subparsers(title="commands", metavar=metavar, required=True)
    build = commands.add_parser("build", help="make the site (what happens without a command)")
    build.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the articles (content)")
    build.add_argument("--templates", type=Path, metavar="DIR", help="your own templates (templates, if it is there)")
    build.add_argument("--output", type=Path, default=Path("output"), metavar="DIR", help="the site (output)")
    build.add_argument("--base-url", metavar="URL", help="where the site will be published")
    build.add_argument("--drafts", action="store_true", help="articles marked as drafts too")
    build.add_argument("--strict", action="store_true", help="warnings are errors")
    build.add_argument("--no-cache", action="store_true", help="make everything anew, and keep nothing in .cache")
    build.add_argument("--profile", action="store_true", help="tell where the time went")
    build.add_argument("--jobs", type=_count, metavar="N", help="processes to work with (by the size of the work)")
    build.set_defaults(run=_build)
    tag = commands.add_parser("tag", help="find the time expressions and events of a text")
    tag.add_argument("files", nargs="*", default=["-"], metavar="FILE", help="a text, or - for standard input")
    tag.add_argument("--date", metavar="YYYY-MM-DD", help="the day the text was filed")
    tag.add_argument("--hemisphere", choices=("north", "south"), default="north", help="of its seasons (north)")
    tag.add_argument(
        "--format", choices=("text", "json", "jsonl", "timeml"), default="text", help="of the answer (text)"
    )
    tag.add_argument("--explain", action="store_true", help="the rule and the steps of each expression")
    tag.set_defaults(run=_tag)
    check = commands.add_parser("check", help="what an editor should look at, each with the line that settles it")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="articles or stories (all)")
    check.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the articles (content)")
    check.add_argument("--drafts", action="store_true", help="articles marked as drafts too")
    check.add_argument("--format", choices=("text", "json", "github"), default="text", help="of the answer (text)")
    check.add_argument("--as-of", type=_day, metavar="DATE", help="the day it is (that of the newest dateline)")
    check.add_argument("--strict", action="store_true", help="exit status 1 if there is anything to look at")
    check.set_defaults(run=_check)
    export = commands.add_parser("export", help="one story's timeline for other programs")
    export.add_argument("story", metavar="STORY", help="its folder, or its address in the site")
    export.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the articles (content)")
    export.add_argument("--drafts", action="store_true", help="articles marked as drafts too")
    export.add_argument("--format", choices=FORMATS, default="json", help="of the answer (json)")
    export.add_argument(
        "-o",
        dest="file",
        type=Path,
        metavar="FILE",
        help="write it there (for timeml, into that folder), not to standard output",
    )
    export.set_defaults(run=_export)
    importing.add(commands, date.today())  # noqa: DTZ011  the editor's own day
    serve.add(commands)
    site = commands.add_parser("new-site", help="begin a site of your own")
    site.add_argument("folder", type=Path, metavar="DIR", help="where; empty, or not there yet")
    site.set_defaults(run=_new_site)
    return parser


def _count(value: str) -> int:
    count = int(value)
    if count < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return count


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value} is no day; write it as 2016-04-15") from None


def _build(asked: argparse.Namespace) -> int:
    from dateline.options import Options, no_progress
    from dateline.site import build

    started = time.perf_counter()
    templates = asked.templates
    if templates is None:
        templates = own if (own := Path("templates")).is_dir() else None
    elif not templates.is_dir():
        return _wrong(f"--templates: no folder {templates}")
    if not asked.content.is_dir():
        return _wrong(f"--content: no folder {asked.content}")
    if asked.output.resolve().is_relative_to(asked.content.resolve()):
        return _wrong(f"--output: {asked.output} lies in the content folder, which would be read as a story")
    if asked.base_url and not asked.base_url.startswith(("https://", "http://")):
        return _wrong(f"--base-url: {asked.base_url} is no address of the web; write it as https://example.org/news")
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


def _tag(asked: argparse.Namespace) -> int:
    if asked.format == "jsonl":
        return _tag_lines(asked)
    if asked.date is None:
        return _wrong("tag needs --date, the day on which the text was filed: --date 2016-04-15")
    if asked.format == "timeml" and len(asked.files) > 1:
        return _wrong("--format timeml makes one XML document, of one text; run it once for each")
    from dateline.events.extract import events
    from dateline.formats.json import found_record, indented
    from dateline.formats.jsonl import dateline_of
    from dateline.formats.text import found_text
    from dateline.formats.timeml import document
    from dateline.lede import text_dateline
    from dateline.model import Conventions
    from dateline.timex.tagger import tag

    try:
        dateline = dateline_of(asked.date)
    except ValueError as error:
        return _wrong(f"--date: {error}")
    conventions = Conventions(southern=asked.hemisphere == "south")
    for name in asked.files:
        text = _read(name)
        head = text_dateline(text)
        expressions = tag(text, dateline, conventions, head.lede if head else 0)
        found = events(text, expressions, dateline, conventions)
        if asked.format == "json":
            _write(indented(found_record(expressions, found)).encode() + b"\n")
        elif asked.format == "timeml":
            _write(document(text, expressions, dateline, "" if name == "-" else Path(name).stem).encode())
        else:
            _write(found_text(expressions, found, asked.explain).encode())
    return DONE


def _tag_lines(asked: argparse.Namespace) -> int:
    from dateline.formats.jsonl import answers

    given = {"hemisphere": asked.hemisphere} | ({"date": asked.date} if asked.date else {})
    status = DONE
    for name in asked.files:
        with _opened(name) as lines:
            for answer, read in answers(lines, given):
                _write(answer)
                status = status if read else MEND
    return status


def _check(asked: argparse.Namespace) -> int:
    from dateline.check import findings, newest
    from dateline.check.report import github_report, json_report, problem_annotation, text_report
    from dateline.site import Options, read_stories

    if not asked.content.is_dir():
        return _wrong(f"--content: no folder {asked.content}")
    for path in asked.paths:
        if not path.exists() or not path.resolve().is_relative_to(asked.content.resolve()):
            return _wrong(f"check: {path} is no article or story of {asked.content}")
    try:
        site, warnings, stories = read_stories(Options(asked.content, Path(), drafts=asked.drafts))
    except DatelineError as error:
        if asked.format == "github":
            _write("".join(f"{problem_annotation(problem)}\n" for problem in error.problems).encode())
        raise
    found = findings(site, stories, warnings, asked.content, asked.as_of or newest(stories)) if stories else []
    chosen = [path.resolve() for path in asked.paths]
    if chosen:
        found = [each for each in found if any(each.path.resolve().is_relative_to(path) for path in chosen)]
    report = {"text": text_report, "json": json_report, "github": github_report}[asked.format]
    _write(report(found).encode())
    return MEND if asked.strict and found else DONE


def _export(asked: argparse.Namespace) -> int:
    from dateline.formats.exports import EXPORTS, story_timeml
    from dateline.site import exported_story

    if not asked.content.is_dir():
        return _wrong(f"--content: no folder {asked.content}")
    story = exported_story(asked.content, asked.story, asked.drafts)
    if story is None:
        return _wrong(f"export: {asked.content} holds no story {asked.story}")
    if asked.format == "timeml":
        return _export_timeml(asked, story_timeml(story))
    answer = EXPORTS[asked.format](story)
    if asked.file is None:
        _write(answer)
        return DONE
    try:
        asked.file.write_bytes(answer)
    except OSError as error:
        return _wrong(f"-o: {asked.file} cannot be written: {error.strerror}")
    return DONE


def _new_site(asked: argparse.Namespace) -> int:
    from dateline.newsite import new_site

    for path in new_site(asked.folder):
        print(path)
    print(f"Go on with: cd {shlex.quote(str(asked.folder))} && dateline build")
    return DONE


def _export_timeml(asked: argparse.Namespace, documents: Mapping[str, bytes]) -> int:
    """One document an article, into a folder; a story of one article also to standard output."""
    if not documents:
        return _wrong(f"export: {asked.story} holds no article, only imported events, which TimeML has no text for")
    if asked.file is None and len(documents) == 1:
        _write(next(iter(documents.values())))
        return DONE
    if asked.file is None:
        return _wrong(f"--format timeml makes {len(documents)} documents; name a folder for them with -o")
    try:
        asked.file.mkdir(parents=True, exist_ok=True)
        for name, document in documents.items():
            (asked.file / name).write_bytes(document)
    except OSError as error:
        return _wrong(f"-o: {asked.file} cannot be written: {error.strerror}")
    return DONE


def _opened(name: str) -> BinaryIO | AbstractContextManager[BinaryIO]:
    try:
        return nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb")
    except OSError as error:
        raise DatelineError([Problem(Path(name), f"cannot be read: {error.strerror}")]) from error


def _read(name: str) -> str:
    with _opened(name) as file:
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problem = Problem(Path(name), f"not UTF-8: byte {error.start + 1}", "Save the file as UTF-8.")
            raise DatelineError([problem]) from error


def _write(answer: bytes) -> None:
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _wrong(message: str) -> int:
    print(f"dateline: {message}", file=sys.stderr)
    return WRONG
