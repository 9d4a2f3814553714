"""The forms in which what was found is written."""

from __future__ import annotations
