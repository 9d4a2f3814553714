"""The formats in which a story's timeline leaves the house."""

from __future__ import annotations

from collections.abc import Callable

from dateline.formats.story import story_json
from dateline.model import Story

EXPORTS: dict[str, Callable[[Story], bytes]] = {
    "json": story_json,
}
