"""Builds the site: `python build.py` is the same as the installed command `dateline`."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    try:
        from dateline.cli import main

        sys.exit(main())
    except ModuleNotFoundError as missing:
        sys.exit(f"Dateline lacks {missing.name}. `make site` sets everything up; so does: python -m pip install .")
