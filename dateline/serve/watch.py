"""From the first build to the interrupt: the watcher, the builds, and the server beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread

from watchfiles import watch

from dateline.serve.preview import Preview, preview
from dateline.serve.server import Server
from dateline.site import Options

QUIET = 20
"""Milliseconds without a further change after which the site is built; editors write a file in several steps."""

ALERT = 200
"""Milliseconds after which the watcher comes back without a change, for the first time when it is on."""


def serve(options: Options, port: int, tell: Callable[[Preview, str], None]) -> None:
    """Shows the site until it is interrupted; `tell` hears of every build, and of the address.

    Raises `PortTakenError` where the port cannot be had.
    """
    folders = [folder for folder in (options.content, options.templates) if folder is not None]
    with preview(options) as shown, Server(shown, port) as server:
        changes = watch(*folders, step=QUIET, rust_timeout=ALERT, yield_on_timeout=True)
        next(changes)  # From here on no change is missed, not even one during the first build.
        shown.rebuild()
        # With the server's threads running no process is forked any more: it would lose what they hold.
        shown.options = replace(shown.options, jobs=1)
        with _running(server):
            tell(shown, server.address)
            for changed in changes:
                if changed:
                    shown.rebuild()
                    tell(shown, server.address)


@contextmanager
def _running(server: Server) -> Iterator[None]:
    """The server at work in a thread of its own."""
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.preview.stop()
        server.shutdown()
        thread.join()
