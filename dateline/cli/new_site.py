"""The command `new-site`."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from dateline.cli.terminal import DONE, Commands

# What the command needs is imported when it runs.
# ruff: noqa: PLC0415

LOCAL = (
    "only this machine can install what stands here, and the workflow that publishes the site cannot\n"
    "    Push your clone of Dateline to a server and write `dateline @ git+https://ADDRESS@COMMIT` there."
)


def add(commands: Commands) -> None:
    """Adds the command and its options."""
    site = commands.add_parser("new-site", help="begin a site of your own")
    site.add_argument("folder", type=Path, metavar="DIR", help="where; empty, or not there yet")
    site.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Begins a site in a folder."""
    from dateline.newsite import REQUIREMENTS, new_site
    from dateline.origin import is_local, requirement

    for path in new_site(asked.folder):
        print(path)
    if is_local(requirement()):
        print(f"warning: {asked.folder / REQUIREMENTS}: {LOCAL}", file=sys.stderr)
    started = Path(sys.argv[0])
    command = f"python {shlex.quote(str(started.resolve()))}" if started.suffix == ".py" else "dateline"
    print(f"Go on with: cd {shlex.quote(str(asked.folder))} && {command} build")
    return DONE
