"""The command `serve`."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.build import CACHE, OUTPUT
from dateline.cli.terminal import DONE, Commands, folder_fault, number, own_templates, wrong

if TYPE_CHECKING:
    from dateline.serve.preview import Preview

PORT = 8000

# What watches and serves is imported when the command runs.
# ruff: noqa: PLC0415


def add(commands: Commands) -> None:
    """Adds the command and its options."""
    serve = commands.add_parser("serve", help="show the site on this machine, and again after every change")
    serve.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the articles (content)")
    serve.add_argument("--templates", type=Path, metavar="DIR", help="your own templates (templates, if it is there)")
    serve.add_argument(
        "--port", type=number(0, 65535), default=PORT, metavar="N", help=f"of this machine ({PORT}); 0 takes any"
    )
    serve.add_argument("--drafts", action="store_true", help="articles marked as drafts too")
    serve.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Shows the site until it is interrupted."""
    if find_spec("watchfiles") is None:
        from dateline.origin import install_line

        return wrong(f"serve needs the library watchfiles: {install_line('serve')}")
    templates = own_templates(asked.templates)
    if fault := folder_fault(asked.content, templates):
        return wrong(fault)
    from dateline.serve.server import PortTakenError
    from dateline.serve.watch import serve
    from dateline.site import Options

    # Whoever ends it, the folder of the preview goes with it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # With the output that a build has where none is named, so that each finds what the other has made.
    options = Options(asked.content, OUTPUT, templates, drafts=asked.drafts, cache=CACHE)
    try:
        serve(options, asked.port, _told())
    except KeyboardInterrupt:
        print("Stopped.")
    except PortTakenError as error:
        return wrong(f"--port: {asked.port} cannot be had: {error}; name another, or 0 for any")
    return DONE


def _told() -> Callable[[Preview, str], None]:
    """What says where the preview is, once, and after every build how it went."""
    told: list[str] = []

    def tell(shown: Preview, address: str) -> None:
        for problem in shown.problems:
            print(problem, file=sys.stderr, flush=True)
        if not told:
            told.append(address)
            print(f"The preview is at {address} until you press Ctrl-C.", flush=True)
        elif not shown.problems:
            print("Built again.", flush=True)

    return tell
