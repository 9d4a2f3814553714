"""How far beside its days a report may mean: "six weeks ago" is said of what is five or seven weeks off, too."""

from __future__ import annotations

from dateline.model import DatedArticle, Event, Grain, TimeExpression

COUNTED = frozenset("ago earlier later before after".split())
OF_COUNTED = {Grain.WEEK: 4, Grain.MONTH: 10}
"""Days; of what is counted in weeks or months, which nobody counts by the day."""
PARTS = frozenset("early mid late start beginning middle end".split())
OF_PARTS = {Grain.MONTH: 3, Grain.YEAR: 31}
"""Days; of the parts of a month or year ("mid-June"), which have no sharp ends."""


def leeway(dated: DatedArticle, event: Event) -> int:
    """So many days before or behind its own an event may lie; 0 where the article says the day, or counts in days."""
    if not event.expressions:
        return 0
    expression = dated.expressions[event.expressions[0]]
    if _is_part(expression):
        return OF_PARTS.get(event.grain, 0)
    said = expression.text.lower().split()
    return OF_COUNTED.get(event.grain, 0) if len(said) > 2 and said[-1] in COUNTED else 0


def _is_part(expression: TimeExpression) -> bool:
    """Whether the words name a part of a longer time: "mid-June", "the end of the year"."""
    words = expression.text.lower().replace("-", " ").split()[:2]
    return expression.mod is not None and any(word in PARTS for word in words)
