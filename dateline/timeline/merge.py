"""Which reports are of one event."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Mention


def same_events(reports: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """The reports of a story, those of one event together."""
    return [(report,) for report in reports]
