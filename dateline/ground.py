"""What every story of a build is made from beside its own files, by the fingerprints of all that bears on it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.cache.files import Files, signature
from dateline.cache.store import Store, fingerprint
from dateline.config import Site
from dateline.options import Options
from dateline.templating import PACKAGE, folders


@dataclass(frozen=True, slots=True)
class Ground:
    """What every story of a build is made from beside its own files.

    `program` is the fingerprint of the program itself, `code` of all that dating an article depends on, `look` of all
    that a page does.
    """

    content: Path
    site: Site
    templates: Path | None
    drafts: bool
    store: Store
    program: bytes
    code: bytes
    look: bytes


def ground_of(options: Options, site: Site, store: Store, inputs: Files, program: bytes) -> Ground:
    """The ground of a build by a program of that fingerprint; what it looks at is among the inputs."""
    root = os.path.realpath(options.content)
    dating = (str(options.content), root, repr((site.conventions, site.people, site.places, site.source)))
    theme = [inputs.fingerprint(path) for path in _theme(options, inputs)]
    return Ground(
        content=options.content,
        site=site,
        templates=options.templates,
        drafts=options.drafts,
        store=store,
        program=program,
        code=fingerprint(program, *map(os.fsencode, dating)),
        look=fingerprint(program, *map(os.fsencode, dating), repr((site, options.drafts)).encode(), *theme),
    )


def program_print(inputs: Files) -> bytes:
    """The fingerprint of the program: its own files, Python's version, and the libraries it may use."""
    prints = [sys.version.encode()]
    for place, inside, names in os.walk(PACKAGE):
        inside.sort()
        paths = [os.path.join(place, name) for name in sorted(names) if name.endswith(".py")]  # noqa: PTH118
        prints += [fingerprint(os.fsencode(path), inputs.fingerprint(path)) for path in paths]
    for place in sys.path:
        if os.path.isdir(place):  # noqa: PTH112
            found = signature(place)
            names = os.listdir(place)  # noqa: PTH208
            libraries = sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
            if libraries or place.endswith("-packages"):
                inputs.looked({place: found})
                prints.append("\0".join(libraries).encode())
    return fingerprint(*prints)


def _theme(options: Options, inputs: Files) -> Iterator[str]:
    """The templates and the files beside them."""
    for folder in folders(options.templates):
        for place, inside, names in os.walk(folder):
            inside.sort()
            inputs.looked({place: signature(place)})
            yield from (os.path.join(place, name) for name in sorted(names))  # noqa: PTH118
