"""From what the rules have matched to what it means."""

from __future__ import annotations

from dateline.timex.context import Context
from dateline.timex.lattice import Edge
from dateline.timex.scene import Scene


def evaluated(edge: Edge, scene: Scene, whole: tuple[int, int]) -> object:
    """What an edge over the tokens of the span `whole` means, `None` where its rule or that of a capture declines."""
    return _value(edge, scene, whole, whole[0] - edge.start)


def _value(edge: Edge, scene: Scene, whole: tuple[int, int], place: int) -> object:
    """What an edge means: its rule's production over what its captures mean.

    `whole` is the span of the expression that it is a part of, `place` the token on which the edges' row begins.
    """
    assert edge.rule is not None
    values: list[object] = []
    for capture in edge.captured:
        value: object = None
        if capture is not None:
            inner, kind = capture
            value = inner.values[kind] if inner.rule is None else _value(inner, scene, whole, place)
            if value is None:
                return None
        values.append(value)
    while values and values[-1] is None:
        values.pop()
    return edge.rule.production(Context(scene, place + edge.start, place + edge.end, whole), *values)
