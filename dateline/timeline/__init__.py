"""From dated events to a story's timeline."""

from __future__ import annotations
