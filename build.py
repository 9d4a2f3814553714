"""Builds the site: `python build.py` is the same as the installed command `dateline`."""

from __future__ import annotations

import sys

try:
    from dateline.cli import main
except ModuleNotFoundError as missing:
    sys.exit(f"Dateline lacks {missing.name}; `make site` sets everything up, and so does: python -m pip install .")

if __name__ == "__main__":
    sys.exit(main())
