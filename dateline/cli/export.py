"""The command `export`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from dateline.cli.terminal import DONE, Commands, write, wrong

# What the command needs is imported when it runs.
# ruff: noqa: PLC0415

FORMATS = ("json", "csv", "ics", "timelinejs", "timelinejs-csv", "timeml")


def add(commands: Commands) -> None:
    """Adds the command and its options."""
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
    export.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Writes one story in a format of other programs."""
    from dateline.formats.exports import exported, story_timeml
    from dateline.site import exported_story

    if not asked.content.is_dir():
        return wrong(f"--content: no folder {asked.content}")
    story = exported_story(asked.content, asked.story, asked.drafts)
    if story is None:
        return wrong(f"export: {asked.content} holds no story {asked.story}; name its folder or its address")
    if asked.format == "timeml":
        return _export_timeml(asked, story_timeml(story))
    (answer,) = exported(story, asked.format)
    if asked.file is None:
        write(answer)
        return DONE
    try:
        asked.file.write_bytes(answer)
    except OSError as error:
        return wrong(f"-o: {asked.file} cannot be written: {error.strerror}")
    return DONE


def _export_timeml(asked: argparse.Namespace, documents: Mapping[str, bytes]) -> int:
    """One document an article, into a folder; a story of one article also to standard output."""
    if not documents:
        return wrong(f"export: {asked.story} holds no article, only imported events, which TimeML has no text for")
    if asked.file is None and len(documents) == 1:
        write(next(iter(documents.values())))
        return DONE
    if asked.file is None:
        return wrong(f"--format timeml makes {len(documents)} documents; name a folder for them with -o")
    try:
        asked.file.mkdir(parents=True, exist_ok=True)
        for name, document in documents.items():
            (asked.file / name).write_bytes(document)
    except OSError as error:
        return wrong(f"-o: {asked.file} cannot be written: {error.strerror}")
    return DONE
