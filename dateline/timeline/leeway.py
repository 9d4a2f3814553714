"""How far beside its days a report may mean: "six weeks ago" is said of what is five or seven weeks off, too."""

from __future__ import annotations

from dateline.model import DatedArticle, Event, Grain

COUNTED = frozenset("ago earlier later before after".split())
LEEWAY = {Grain.WEEK: 4, Grain.MONTH: 10}
"""Days; of what is counted in weeks or months, which nobody counts by the day."""


def leeway(dated: DatedArticle, event: Event) -> int:
    """So many days before or behind its own an event may lie; 0 where the article says the day, or counts in days."""
    if not event.expressions:
        return 0
    said = dated.expressions[event.expressions[0]].text.lower().split()
    return LEEWAY.get(event.grain, 0) if len(said) > 2 and said[-1] in COUNTED else 0
