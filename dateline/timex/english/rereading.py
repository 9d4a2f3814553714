"""What was found in a sentence, and how it reads told otherwise, or seen from another day."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.timex.evaluation import evaluated
from dateline.timex.lattice import Edge
from dateline.timex.memory import Memory
from dateline.timex.reading import Reading
from dateline.timex.scene import Scene
from dateline.timex.telling import Direction, Telling
from dateline.timex.values import spelled

# Rules that chose a year or week by direction; the other end of a range or a fellow of a list may choose better.
CHOSEN = frozenset(
    {
        "weekday",
        "month_day",
        "day_month",
        "month",
        "month_abbreviation",
        "season",
        "quarter",
        "holiday",
        "part_of_day",
        "day_then_clock",
        "clock_then_day",
        "third",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in a sentence: its tokens from `first` up to `last`, what it means, and by which rule.

    `partner` is the place, in the sentence, of the expression that names the other end.
    """

    edge: Edge
    first: int
    last: int
    reading: Reading
    rule: str
    partner: int | None = None

    def read_as(self, reading: Reading) -> Found:
        """The same expression with another reading."""
        return self if reading is self.reading else replace(self, reading=reading)


def again(found: Found, scene: Scene, day: int, future: bool) -> Reading | None:
    """The expression read again, as if filed on another day and told as future or past."""
    other = seen_from(scene, day, future)
    reading = evaluated(found.edge, other, (found.first, found.last))
    return reading if isinstance(reading, Reading) else None


def from_there(found: Found, scene: Scene, day: int) -> Reading | None:
    """The end of a stretch, read as the first such time from the day on which the stretch begins."""
    reading = again(found, scene, day, True)
    return replace(reading, steps=(f"the first from {spelled(day)} on", *reading.steps[1:])) if reading else None


@dataclass(frozen=True, slots=True)
class Foretold:
    """A sentence that tells all of its dates alike; `verbs` are its own."""

    future: bool
    verbs: Telling

    def direction(self, _first: int, _last: int) -> Direction:
        return Direction.FUTURE if self.future else Direction.PAST

    def looks_ahead(self) -> bool:
        return self.future

    def is_present(self, _before: int) -> bool:
        return False

    def is_aside(self, _first: int, _last: int) -> bool:
        return False

    def closes_aside(self, first: int) -> bool:
        return self.verbs.closes_aside(first)

    def is_of_saying(self, _first: int, _last: int) -> bool:
        return False

    def is_of_telling(self, _first: int, _last: int) -> bool:
        return False

    def is_of_account(self, _first: int, _last: int) -> bool:
        return False

    def is_of_habit(self, _first: int, _last: int) -> bool:
        return False

    def is_foretold(self, _first: int, _last: int) -> bool:
        return False

    def opens_with_participle(self, _before: int) -> bool:
        return False

    def says_beyond(self, _last: int) -> bool:
        return False

    def is_verb(self, _at: int) -> bool:
        return False

    def has_verb(self, first: int, last: int) -> bool:
        return self.verbs.has_verb(first, last)

    def has_finite(self, before: int) -> bool:
        return self.verbs.has_finite(before)

    def takes(self, at: int) -> bool:
        return self.verbs.takes(at)

    def is_lasting(self, _first: int, _last: int) -> bool:
        return False

    def contrasts(self, _first: int, _last: int) -> bool:
        return False


def seen_from(scene: Scene, day: int, future: bool) -> Scene:
    """The same sentence, seen from another day."""
    return Scene(scene.tokens, day, scene.conventions, Memory(), Foretold(future, scene.verbs))
