"""What lies in the output folder that Dateline did not make: a build would delete it, so there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dateline.cache.files import UNSETTLED, settled, signature, still
from dateline.cache.last import parents
from dateline.errors import DatelineError, Problem
from dateline.exchange import Claim, told

MANIFEST = ".dateline"
"""The file of the site that lists all its files: what stands in it Dateline has made, and may replace or remove."""

KEPT = ".gitignore"
"""What users may have put there, and a new site takes over."""


def made_files(output: Path) -> set[str]:
    """The files that Dateline has written into the folder, by its own list."""
    manifest = output / MANIFEST
    if manifest.is_symlink() or not manifest.is_file():
        return set()
    return set(manifest.read_bytes().decode("utf-8", "replace").split("\n")) - {""}


def look_over(claim: Claim) -> None:
    """Looks early at the folders that were looked over before, which `refuse_foreign` need not do then."""
    claim.lying.update(still(claim.looked, f"{claim.folder}/"))


def refuse_foreign(claim: Claim) -> None:
    """Raises `DatelineError` where the folder holds what Dateline has not made, since a build would delete it."""
    output = claim.folder
    with told(output):
        if output.exists() and not output.is_dir():
            message = "the output is to be a folder, and this is a file"
            raise DatelineError([Problem(output, message, "Name another folder with --output.")])
        foreign = sorted(_foreign(claim)) if output.exists() else []
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        message = f"the output folder holds things Dateline did not make: {foreign[0]}{more}"
        remedy = "Move them away, or name another folder with --output; a build would have deleted them."
        raise DatelineError([Problem(output / foreign[0], message, remedy)])


def _foreign(claim: Claim) -> Iterator[str]:
    """The paths of all files that are not listed, of all links, and of empty folders that no listed file lay in.

    Folders that lie as when they were looked over last hold none.
    """
    made, looked, now = made_files(claim.folder), claim.looked, claim.moment()
    lying = dict(claim.lying) or still(looked, f"{claim.folder}/")
    claim.lying.clear()
    waiting = [path for path in looked or ("",) if path not in lying]
    while waiting:
        path = waiting.pop()
        if looked.pop(path, None) and not os.path.isdir(f"{claim.folder}/{path}"):  # noqa: PTH112
            continue
        found, within = signature(f"{claim.folder}/{path}"), f"{path}/" if path else ""
        entries = list(os.scandir(f"{claim.folder}/{path}"))
        for entry in entries:
            inside = within + entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting += [] if inside in looked else [inside]
            elif inside != KEPT and not (
                entry.is_file(follow_symlinks=False) and (inside in made or inside == MANIFEST)
            ):
                yield inside
        if not entries and path and path not in parents(made):
            yield within
        looked[path] = settled((found or UNSETTLED, b""), now)
