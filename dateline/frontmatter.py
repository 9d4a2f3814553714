"""What stands above a text: its settings, between two fences."""

from __future__ import annotations

import re

from dateline.settings import Findings, Settings, toml_settings

OPENING = re.compile(r"(?:[ \t]*\n)*(---|\+\+\+)[ \t]*\n")


def split(text: str, findings: Findings) -> tuple[Settings, str, int]:
    """The settings at the head of `text`, the text below them, and the line on which that begins."""
    opening = OPENING.match(text)
    if opening is None:
        return {}, text, 1
    fence = opening[1]
    first = text.count("\n", 0, opening.end()) + 1
    closing = re.compile(rf"^{re.escape(fence)}[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, opening.end())
    if closing is None:
        findings.error(
            "the front matter that begins here has no end",
            f"Write a line of its own with {fence} below the last key.",
            first - 1,
        )
        return {}, "", first
    head = text[opening.end() : closing.start()]
    if fence == "+++":
        read = toml_settings
    else:
        # Settings in TOML need no parser of YAML, which takes a while to import.
        from dateline.yamlsettings import yaml_settings as read  # noqa: PLC0415
    return read(head, findings, first), text[closing.end() :], text.count("\n", 0, closing.end()) + 1
