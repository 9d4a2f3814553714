"""Where something stands on this machine, as a path and as an address that opens it in an editor."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from dateline.characters import shown

Values = dict[str, Any]


def place_values(path: Path | None, line: int | None = None, column: int | None = None) -> Values:
    """What a template may say of a place; lines and columns count from 1."""
    if path is None:
        return {"path": "", "href": ""}
    position = [str(part) for part in (line, column) if part is not None]
    file = quote(path.resolve().as_posix().lstrip("/"))
    return {
        "path": shown(":".join([str(path), *position])),
        "href": f"vscode://file/{':'.join([file, *(position or ['1'])])}",
    }
