"""Words between a preposition and its date that leave it what it is: "until about 5 June", "since at least May"."""

from __future__ import annotations

from collections.abc import Sequence

HEDGES = frozenset("about around early late the at approximately roughly nearly almost on just maybe perhaps".split())
PAIRS = frozenset({("at", "least"), ("at", "most"), ("at", "latest"), ("some", "time"), ("well", "into")})
LIMITS = frozenset("since until till by before after".split())


def preposition(lower: Sequence[str], first: int) -> str:
    """The preposition of the expression whose first token is `first`; the word before it where it has none."""
    at = _before_hedges(lower, first)
    if at >= 0 and lower[at] in LIMITS:
        return lower[at]
    return lower[first - 1] if first else ""


def _before_hedges(lower: Sequence[str], first: int) -> int:
    at = first - 1
    while at > 0:
        if lower[at] == "as" and lower[max(at - 2, 0)] == "as":
            at -= 3
        elif (lower[at - 1], lower[at]) in PAIRS:
            at -= 2
        elif lower[at] in HEDGES:
            at -= 1
        else:
            break
    return at
