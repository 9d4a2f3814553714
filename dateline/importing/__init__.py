"""Articles and events from elsewhere into the folder of content."""

from __future__ import annotations
