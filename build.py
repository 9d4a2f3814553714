"""Builds the site: `python build.py` is the same as the installed command `dateline`."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    try:
        from dateline.cli import program

        program()
    except ModuleNotFoundError as missing:
        remedy = "`make site` sets everything up in .venv; then, in each terminal: . .venv/bin/activate"
        sys.exit(f"{sys.executable} lacks {missing.name}. {remedy}")
