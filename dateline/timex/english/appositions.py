"""What the date behind a comma says of the count before it: "two years later, in June 1936"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.english.rereading import Found
from dateline.timex.reading import told, unit
from dateline.timex.scene import Scene

COUNTS = frozenset({"later", "anaphora", "anaphoric_day"})
JOINTS = ([","], [",", "on"], [",", "in"])
LONGEST_JOINT = 2


def agreed(found: Sequence[Found], scene: Scene) -> list[Found]:
    """The expressions of a sentence; a count takes the calendar unit of the date that is told apart behind it."""
    here = list(found)
    for at, (first, second) in enumerate(pairwise(found)):
        if first.rule not in COUNTS or second.first - first.last > LONGEST_JOINT:
            continue
        if [token.lower for token in scene.tokens[first.last : second.first]] in JOINTS:
            here[at] = _of_date(first, second, scene)
    return here


def _of_date(count: Found, date: Found, scene: Scene) -> Found:
    """The count, read as the unit that holds the date, where the date says its year and lies elsewhere."""
    whole, counted = date.reading.interval, count.reading.interval
    said = any(token.text.isdecimal() and len(token.text) == 4 for token in scene.tokens[date.first : date.last])
    if not said or date.reading.type != "DATE" or whole is None or whole.start is None or whole.last is None:
        return count
    grain = max(count.reading.grain, Grain.DAY)
    agrees = counted is not None and calendar.intersection(counted, whole) is not None
    if agrees or date.reading.grain > grain:
        return count
    step = f"the date behind it says which: {told(date.reading)}"
    reading = unit(calendar.shift(whole.start, 0, grain), grain, *count.reading.steps, step)
    return count.read_as(replace(reading, follows=count.reading.follows, mod=count.reading.mod))
