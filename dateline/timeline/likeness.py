"""How likely two reports of a story are to be of one event."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from dateline.model import Interval
from dateline.timeline.deeds import are_opposite
from dateline.timeline.setting import Setting
from dateline.timeline.sketch import Sketch

THRESHOLD = 1.3
NEVER = -100.0
LIKE = 1.6
"""How far figures of one event may lie apart, as the dead of a disaster that are still being counted."""
RARE = 2.0
"""How much the words that two reports share can weigh at most, as two that stand in no third."""
LINK = 1 / 7
"""What a word weighs that seven reports have; less joins nothing, not even of one day."""
SLIP, NEXT_DAY = 62, 1
FOREVER = 10**6
YEAR = 366

WEIGHTS = {
    "base": 1.7,
    # When, and how many others there are that it could be.
    "same days": 1.1, "crowd": -0.95, "about": -0.7, "longer": -1.5, "slipped": -4.0, "other day": -3.6,
    "same article": -5.0, "named again": 4.2,
    # What was done.
    "deed": 0.8, "deed touched": -0.3, "other deed": -1.0, "two deeds": -1.0, "aspect": 0.8, "saying": -1.0,
    # Who and what took part.
    "shared": 1.4, "unlinked": -1.5, "other person": -5.0, "other doer": -3.0, "other names": -0.9,
    "like figure": 1.0, "other figure": -1.0,
}  # fmt: skip
"""The odds, as logarithms, that each thing adds: a logistic regression over pairs of reports, rounded.

What tells two events apart (another person or doer, a saying beside a deed, two known deeds) weighs more than it
showed: a wrong merge is worse than a missed one.
"""


def likeness(a: Sketch, b: Sketch, setting: Setting) -> float:
    """The balance of what speaks for one event and against it, but for how like each is to any third report."""
    if not could_be_one(a, b):
        return NEVER
    return sum(WEIGHTS[name] * value for name, value in evidence(a, b, setting))


def linked(a: Sketch, b: Sketch, setting: Setting) -> bool:
    """Whether a deed, a number in a row, or words that are not all over the story link the reports.

    Such a word may stand in the sentence around one of them.
    """
    if a.deeds & b.deeds or a.ordinals & b.ordinals:
        return True
    return setting.rarity((a.words & (b.words | b.context)) | (a.context & b.words)) >= LINK


def could_be_one(a: Sketch, b: Sketch) -> bool:
    """Whether neither the dates nor anything else rules out that the reports are of one event."""
    return _bounds_agree(a, b) and (overlap(a.when, b.when) or _apart(a, b) is not None) and not are_two(a, b)


def _apart(a: Sketch, b: Sketch) -> str | None:
    """Why reports of days that lie apart may still be of one event; `None` where they may not."""
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
    return any(are_opposite(p, q) for p in a.aspects for q in b.aspects)


def evidence(a: Sketch, b: Sketch, setting: Setting) -> Iterator[tuple[str, float]]:
    """What speaks for one event or against it, and how strongly."""
    yield "base", 1
    if not overlap(a.when, b.when):
        yield _apart(a, b) or "other day", 1
    if a.when == b.when:
        yield "same days", 1
    elif YEAR < max(_width(a.when), _width(b.when)) < FOREVER:
        yield "longer", 1
    if a.article == b.article:
        yield "same article", 1
        if _is_named_again(a, b):
            yield "named again", 1
    else:
        yield "crowd", log(setting.told(b.article, a.when) * setting.told(a.article, b.when))
    if a.saying or b.saying:
        yield "saying", 1
    yield from _deed(a, b)
    yield from _participants(a, b)
    yield from _figures(a, b)
    yield "shared", min(RARE, setting.rarity(a.words & b.words))
    if not linked(a, b, setting):
        yield "unlinked", 1


def _is_named_again(a: Sketch, b: Sketch) -> bool:
    """Whether an article comes back to what it has told of a day: "Friday's march" behind "thousands marched"."""
    shared = (a.heads | a.others) & (b.heads | b.others) or a.words & b.words
    return (a.owned or b.owned) and a.when == b.when and _width(a.when) == 1 and bool(shared)


def _filed(sketch: Sketch) -> tuple[int, str]:
    return sketch.filed, sketch.article


def _width(when: Interval) -> int:
    return FOREVER if when.start is None or when.end is None else when.end - when.start


def _deed(a: Sketch, b: Sketch) -> Iterator[tuple[str, float]]:
    if a.heads & b.heads:
        yield "deed", 1
    elif a.heads & (b.others | b.beside) or b.heads & (a.others | a.beside):
        yield "deed touched", 1
    elif not a.aspects & b.aspects:
        yield "other deed", 1
        if a.when != b.when and a.heads | a.aspects and b.heads | b.aspects:
            yield "two deeds", 1
    if a.aspects & b.aspects:
        yield "aspect", 1


def _participants(a: Sketch, b: Sketch) -> Iterator[tuple[str, float]]:
    if a.names and b.names and not a.names & (b.names | b.context) and not b.names & a.context:
        yield "other names", 1
    if a.doers and b.doers and not a.doers & (b.words | b.context) and not b.doers & (a.words | a.context):
        yield "other doer", 1
    if a.persons and b.persons and not a.persons & b.persons:
        yield "other person", 1


def _figures(a: Sketch, b: Sketch) -> Iterator[tuple[str, float]]:
    """What is counted; that two deeds have a figure in common says nothing."""
    pairs = [(p.number, q.number) for p in a.figures for q in b.figures if p.of == q.of]
    if any(max(p, q) <= LIKE * min(p, q) for p, q in pairs) or a.amounts & b.amounts:
        if a.deeds & b.deeds:
            yield "like figure", 1
    elif pairs:
        yield "other figure", 1
