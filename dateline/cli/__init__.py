"""The commands, one module each; the only room that reads the clock, the arguments and the standard streams."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from dateline.cli import build, check, export, importing, new, new_site, serve, tag
from dateline.cli.terminal import DONE, INTERRUPTED, MEND, WRONG, wrong
from dateline.errors import CommandError, DatelineError

COMMANDS = {
    "build": build,
    "serve": serve,
    "new": new,
    "import": importing,
    "check": check,
    "tag": tag,
    "export": export,
    "new-site": new_site,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit status: 0 done, 1 the content needs mending, 2 the command was wrong."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "build")
    if not given[0].startswith("-") and given[0] not in COMMANDS:
        return wrong(f"no command {given[0]}; there are {', '.join(COMMANDS)}")
    asked = _parser().parse_args(given)
    try:
        status: int = asked.run(asked)
    except DatelineError as error:
        print(error, file=sys.stderr)
        return WRONG if isinstance(error, CommandError) else MEND
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has left; there is nobody to tell
        return DONE
    return status


def program() -> None:
    """Runs a command and ends the process with its exit status, without taking down first what the command knew."""
    status = main()
    with suppress(BrokenPipeError, ValueError):  # nobody reads on, or has been reading
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


class _Version(argparse.Action):
    """Says which release this is; looks it up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from dateline.origin import version  # noqa: PLC0415

        print(f"dateline {version()}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dateline", description="News articles into honest timelines.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the number of this release and exit")
    commands = parser.add_subparsers(title="commands", metavar="|".join(COMMANDS), required=True)
    for command in COMMANDS.values():
        command.add(commands)
    return parser
