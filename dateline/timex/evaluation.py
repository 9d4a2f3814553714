"""From what the rules have matched to what it means."""

from __future__ import annotations

from dateline.timex.context import Context, Scene
from dateline.timex.grammar import Edge


def evaluated(edge: Edge, scene: Scene, whole: tuple[int, int]) -> object:
    """What an edge means: its rule's production over what its captures mean; `None` where any of them declines.

    `whole` is the span of the expression that the edge is a part of.
    """
    assert edge.rule is not None
    values: list[object] = []
    for capture in edge.captured:
        if capture is None:
            values.append(None)
            continue
        inner, kind = capture
        value = inner.values[kind] if inner.rule is None else evaluated(inner, scene, whole)
        if value is None:
            return None
        values.append(value)
    while values and values[-1] is None:
        values.pop()
    return edge.rule.production(Context(scene, edge.start, edge.end, whole), *values)
