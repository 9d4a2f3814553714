"""The languages whose time expressions are read."""

from __future__ import annotations

READ = ("en",)


def reads(lang: str) -> bool:
    """Whether there are rules for the language of a code such as "en" or "en-GB"."""
    return lang.partition("-")[0].lower() in READ
