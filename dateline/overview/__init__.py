"""A timeline as a drawing: its geometry, without a word or a colour."""

from __future__ import annotations

from dateline.overview.drawing import Drawing, Mark, Silence, drawing
from dateline.overview.periods import Period, Stop, stops
from dateline.overview.scale import Scale, scale

__all__ = ["Drawing", "Mark", "Period", "Scale", "Silence", "Stop", "drawing", "scale", "stops"]
