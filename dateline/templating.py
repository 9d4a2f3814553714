"""Where templates and the files beside them lie: a site's own, and those that come with Dateline."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
DEFAULTS = next(folder for folder in (PACKAGE / "templates", PACKAGE.parent / "templates") if folder.is_dir())
STATIC = "static"


def folders(templates: Path | None) -> list[Path]:
    """Where templates are looked for: the user's folder first, then the ones that come with Dateline."""
    own = [] if templates is None or templates.resolve() == DEFAULTS.resolve() else [templates]
    return [*own, DEFAULTS]


def static_files(templates: Path | None) -> dict[str, Path]:
    """The stylesheet and whatever lies beside it, by path in the site; the user's own files win."""
    found = {}
    for folder in reversed(folders(templates)):
        for file in sorted((folder / STATIC).rglob("*")):
            if file.is_file():
                found[file.relative_to(folder).as_posix()] = file
    return dict(sorted(found.items()))
