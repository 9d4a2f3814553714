"""How likely two reports of a story are to be of one event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from math import log

from dateline.model import Interval
from dateline.timeline.deeds import are_apart, are_near
from dateline.timeline.sketch import Sketch

Counts = Mapping[str, int]

THRESHOLD = 0.6
NEVER = -100.0
LIKE = 1.6
"""How far figures of one event may lie apart, as the dead of a disaster that are still being counted."""
WEEK = 7
BREADTHS = (("day", 2), ("week", WEEK), ("month", 31), ("year", 366))
FOREVER = 10**6
SLIP, NEXT_DAY = 62, 1
UNDONE = frozenset({"call_off", "delay"})

WEIGHTS = {
    "base": -0.8,
    # How exactly the days are known that both reports can mean, or why they may differ.
    "day": 1.0, "week": 0.2, "month": 0.2, "year": 0.5, "longer": -0.7, "same days": 1.1, "about": 0.3,
    "slipped": -1.5, "other day": -0.3, "same article": -2.0, "named again": 1.3,
    # What was done.
    "deed": 0.6, "deed touched": 0.7, "deed beside": -0.5, "other deed": -1.2, "apart": -0.4, "no deed": -0.6,
    "aspect": 1.0, "aspect of one": -0.2, "saying": -2.0,
    # Who and what took part.
    "names": 0.3, "other person": -3.0, "other names": -1.3, "nothing": -0.7, "like figure": 0.5, "other figure": -0.7,
}  # fmt: skip
"""The odds, as logarithms, that each thing adds: a logistic regression over pairs of reports, rounded.

Other persons, and a saying beside a deed, weigh more than they showed: a wrong merge is worse than a missed one.
"""


def likeness(a: Sketch, b: Sketch, counts: Counts) -> float:
    """The balance of what speaks for one event and against it, seen without any other report.

    `counts` says in how many reports of the story a word stands.
    """
    if not could_be_one(a, b):
        return NEVER
    return sum(WEIGHTS[name] * value for name, value in evidence(a, b, counts))


def touch(a: Sketch, b: Sketch) -> bool:
    """Whether the reports have a deed or a word in common, if only of the sentence around one of them."""
    words = _all(a) & b.words or a.words & _all(b)
    return bool(words or a.heads & (b.heads | b.others) or b.heads & a.others)


def could_be_one(a: Sketch, b: Sketch) -> bool:
    """Whether neither the dates nor anything else rules out that the reports are of one event."""
    return _bounds_agree(a, b) and _in_time(a, b) is not None and not are_two(a, b)


def _in_time(a: Sketch, b: Sketch) -> str | None:
    """How the dates go together: how exactly they agree, or why they may differ; `None` where they rule it out."""
    if overlap(a.when, b.when):
        return (*(name for name, _ in BREADTHS), "longer")[max(_breadth(a.when), _breadth(b.when))]
    if a.article == b.article:
        return None
    gap = _gap(a.when, b.when)
    if gap < max(a.leeway, b.leeway):
        return "about"
    if a.planned or b.planned:
        return "slipped" if gap <= SLIP and _slipped(*sorted((a, b), key=_filed)) else None
    return "other day" if gap <= NEXT_DAY and max(_width(a.when), _width(b.when)) <= 2 else None


def too_late(a: Sketch, b: Sketch) -> bool:
    """Whether `b`, which begins no sooner than `a`, begins when no report of what `a` tells could be so late."""
    return a.when.end is not None and b.when.start is not None and b.when.start - a.when.end > SLIP


def _slipped(earlier: Sketch, later: Sketch) -> bool:
    """Whether the earlier article's plan can have come about, or been put off, on the later article's days."""
    return earlier.planned and _first(later.when) >= earlier.filed and _first(later.when) > _first(earlier.when)


def _first(when: Interval) -> int:
    return when.start if when.start is not None else -FOREVER


def _gap(a: Interval, b: Interval) -> int:
    """How many days lie between two intervals that have none in common."""
    starts = [when.start for when in (a, b) if when.start is not None]
    ends = [when.end for when in (a, b) if when.end is not None]
    return max(starts) - min(ends)


def overlap(a: Interval, b: Interval) -> bool:
    """Whether the intervals have a day in common."""
    return (a.end is None or b.start is None or b.start < a.end) and (
        b.end is None or a.start is None or a.start < b.end
    )


def _bounds_agree(a: Sketch, b: Sketch) -> bool:
    """Whether the reports are dated alike: what went on since or until some day is no event of one day.

    A plan for "by Friday" is open only because it is still to come.
    """
    return _open(a) == _open(b)


def _open(sketch: Sketch) -> tuple[bool, bool]:
    return sketch.when.start is None and not sketch.planned, sketch.when.end is None


def are_two(a: Sketch, b: Sketch) -> bool:
    """Whether something rules out that the reports are of one event."""
    if a.article == b.article and (set(a.expressions) & set(b.expressions) or a.text == b.text):
        return True
    if a.lasting != b.lasting:
        return True
    if a.ordinals and b.ordinals and not a.ordinals & b.ordinals:
        return True
    if any("call_off" in p.aspects - q.aspects and not q.planned for p, q in ((a, b), (b, a))):
        return True
    return any(are_apart(p, q) for p in a.aspects for q in b.aspects)


def evidence(a: Sketch, b: Sketch, counts: Counts) -> Iterator[tuple[str, float]]:
    """What speaks for one event or against it, and how strongly."""
    yield "base", 1
    yield _in_time(a, b) or "never", 1
    if a.when == b.when:
        yield "same days", 1
    if a.article == b.article:
        yield "same article", 1
        if _is_named_again(a, b):
            yield "named again", 1
    if a.saying != b.saying:
        yield "saying", 1
    told = dict((*_deed(a, b), *_state(a, b), *_participants(a, b, counts)))
    yield from told.items()
    yield from _figures(a, b, same_deed=not told.keys() & {"no deed", "other deed"})
    if not touch(a, b):
        yield "nothing", 1


def _is_named_again(a: Sketch, b: Sketch) -> bool:
    """Whether an article comes back to what it has told of a day: "Friday's march" behind "thousands marched"."""
    shared = (a.heads | a.others) & (b.heads | b.others) or a.words & b.words
    return (a.owned or b.owned) and a.when == b.when and _width(a.when) == 1 and bool(shared)


def _filed(sketch: Sketch) -> tuple[int, str]:
    return sketch.filed, sketch.article


def _all(sketch: Sketch) -> frozenset[str]:
    return sketch.words | sketch.context


def _breadth(when: Interval) -> int:
    """How exactly an interval is known, as its place among the breadths, from a day to longer than a year."""
    return bisect_left([most for _, most in BREADTHS], _width(when))


def _width(when: Interval) -> int:
    return FOREVER if when.start is None or when.end is None else when.end - when.start


def _deed(a: Sketch, b: Sketch) -> Iterator[tuple[str, float]]:
    shared, mine, yours = a.heads & b.heads, a.heads | a.aspects, b.heads | b.aspects
    if shared:
        yield "deed", 1
    elif any(are_apart(p, q) for p in mine for q in yours):
        yield "apart", 1
    elif (a.heads & b.others) or (b.heads & a.others):
        yield "deed touched", 1
    elif any(are_near(p, q) for p in mine for q in yours):
        # Neither the same nor another: "an accident happened", "a train left the rails".
        return
    elif (a.heads & b.told_beside) or (b.heads & a.told_beside):
        yield "deed beside", 1
    elif not a.aspects & b.aspects and a.heads and b.heads:
        yield "other deed", 1
    elif not a.aspects & b.aspects and a.act != b.act:
        yield "no deed", 1


def _state(a: Sketch, b: Sketch) -> Iterator[tuple[str, float]]:
    """Whether both tell of the beginning, or the end, of a thing."""
    mine, yours = a.aspects - UNDONE, b.aspects - UNDONE
    if a.aspects & b.aspects or any(are_near(p, q) for p in mine for q in yours):
        yield "aspect", 1
    elif bool(mine) != bool(yours):
        yield "aspect of one", 1


def _participants(a: Sketch, b: Sketch, counts: Counts) -> Iterator[tuple[str, float]]:
    names = a.names & b.names
    if names:
        yield "names", min(4.0, sum(max(0.3, 2.0 - 0.5 * log(counts[word])) for word in sorted(names)))
    if a.names and b.names and not names and not (a.names & b.context or b.names & a.context):
        yield "other names", 1
    if a.persons and b.persons and not a.persons & b.persons:
        yield "other person", 1


def _figures(a: Sketch, b: Sketch, same_deed: bool) -> Iterator[tuple[str, float]]:
    """What is counted; that two deeds have a figure in common says nothing."""
    pairs = [(p.number, q.number) for p in a.figures for q in b.figures if p.of == q.of]
    if any(max(p, q) <= LIKE * min(p, q) for p, q in pairs) or a.amounts & b.amounts:
        if same_deed:
            yield "like figure", 1
    elif pairs:
        yield "other figure", 1
