"""What a rule may look at: the dateline, what the text has established, the words around, the verb that governs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from dateline.model import Conventions, Day, Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.reading import Reading
from dateline.timex.tokens import Token
from dateline.timex.values import spelled

ABOUT_AS_NEAR = 0.6
# A story that has reached November and goes on "in January" has come to the next year; "in July" it looks back.
GONE_BY = 150
# What news tells of the last years it tells with "last year", or with no year at all.
YEARS_OF_NEWS = 8


class Direction(Enum):
    """How the governing verb tells of an expression; `OPEN` where it leaves open whether it came to pass."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"
    UNMARKED = "unmarked"


@dataclass(slots=True)
class Memory:
    """What a text has established so far.

    `reference` is the date that "the next day" counts from, `period` the quarter or half-year that "the year-ago
    quarter" counts from. `narrative` is the last date told with its year; in a `history` it holds from paragraph to
    paragraph.
    """

    history: bool = False
    reference: Reading | None = None
    period: Reading | None = None
    narrative: Reading | None = None
    told: bool = False

    def establish(self, reading: Reading, day: Day, year_said: bool, aside: bool) -> None:
        """Remembers a date; a planned one is never counted from, nor one told aside where the text has another."""
        whole = reading.interval
        if reading.type == "DURATION" and reading.grain in (Grain.MONTH, Grain.QUARTER):
            # "For the nine months" leaves the quarter: what lies "a year earlier" is then the year.
            self.period = None
        if whole is None or whole.start is None or reading.type == "DURATION":
            return
        if not reading.established:
            self.told = self.told or self._tells_of(reading)
            return
        if reading.grain in (Grain.QUARTER, Grain.HALF):
            self.period = reading
        if whole.start <= day and not (aside and self.reference is not None):
            self.reference = reading
        if whole.start <= day and not aside:
            self._tell(reading, year_said)

    def _tell(self, reading: Reading, year_said: bool) -> None:
        if year_said:
            self.narrative = reading if reading.grain <= Grain.YEAR else None
            self.told = True
        elif self.narrative is not None:
            if self._tells_of(reading):
                self.narrative = reading
                self.told = True
            else:
                # "On Tuesday the last of them came back": the text has come to its own day.
                self.narrative = None

    def _tells_of(self, reading: Reading) -> bool:
        """Whether a date lies in the year of the narrative or the next."""
        if self.narrative is None:
            return False
        told, now = (calendar.civil(one.begin)[0] for one in (self.narrative, reading))
        return now - told in (0, 1)

    def begin_sentence(self) -> None:
        """In news a year holds for the sentence behind the one that names it, and on while dates follow."""
        if not self.history and not self.told:
            self.narrative = None
        self.told = False

    def leave_paragraph(self) -> None:
        """In news what one paragraph tells of 1999 says nothing of the next one's "in March"."""
        if not self.history:
            self.narrative = None


class Telling(Protocol):
    """The verbs of a sentence, as far as they tell when things happen."""

    def direction(self, first: int, last: int, /) -> Direction:
        """How the sentence tells of the expression that spans the tokens from `first` to `last`."""

    def looks_ahead(self) -> bool:
        """Whether a verb looks forward, and no finite one looks back but one of saying."""

    def is_present(self, before: int, /) -> bool:
        """Whether a verb before a token speaks of the present."""

    def is_aside(self, first: int, last: int, /) -> bool:
        """Whether the expression belongs to what lies further back than what is being told."""

    def is_of_saying(self, first: int, last: int, /) -> bool:
        """Whether the expression dates that something was said."""

    def contrasts(self, first: int, last: int, /) -> bool:
        """Whether a lasting present ("stand today") is set against what was."""


# Tokens before an expression that opens its sentence, as a scene does ("In the cold January of 1944") and a clause.
FRONT, HEAD = 4, 2
SIDE_GLANCES = frozenset("since who which that whose where when founded born because , (".split())


@dataclass(slots=True)
class Scene:
    """A sentence, and what the text before it has established.

    `fellow` is the last date of the same sentence, planned or not.
    """

    tokens: Sequence[Token]
    day: Day
    conventions: Conventions
    memory: Memory
    verbs: Telling
    fellow: Reading | None = None
    directions: dict[tuple[int, int], Direction] = field(default_factory=dict)

    def establish(self, reading: Reading, first: int, last: int) -> None:
        """Remembers what the tokens from `first` to `last` mean."""
        # "It sank late on Saturday, the coast guard said on Sunday": the story goes on from Saturday.
        aside = first > HEAD and (self.verbs.is_aside(first, last) or self.verbs.is_of_saying(first, last))
        if reading.interval is not None and reading.established and reading.type != "DURATION":
            self.fellow = reading
        year_said = any(len(token.text) == 4 and token.text.isdecimal() for token in self.tokens[first:last])
        sets_scene = year_said and (self.memory.history or self._sets_scene(first, last))
        self.memory.establish(reading, self.day, sets_scene, aside)

    def _sets_scene(self, first: int, last: int) -> bool:
        """Whether an expression that opens or ends a plain sentence says of what time the next ones tell."""
        plain = not any(token.lower in SIDE_GLANCES for token in self.tokens[:first])
        return first <= FRONT or (plain and last >= len(self.tokens) - 1)


@dataclass(frozen=True, slots=True)
class Context:
    """A scene, seen from the tokens `first` to `last` (exclusive) that a rule has matched.

    `whole` is the span of the expression that the match is a part of.
    """

    scene: Scene
    first: int
    last: int
    whole: tuple[int, int]

    @classmethod
    def of(cls, scene: Scene, first: int, last: int) -> Context:
        """The context of a whole expression."""
        return cls(scene, first, last, (first, last))

    @property
    def day(self) -> Day:
        """The dateline's day."""
        return self.scene.day

    @property
    def conventions(self) -> Conventions:
        return self.scene.conventions

    @property
    def reference(self) -> Reading | None:
        """The last date that the text established."""
        return self.scene.memory.reference

    @property
    def fellow(self) -> Reading | None:
        """The last date of the same sentence, planned or not."""
        return self.scene.fellow

    @property
    def period(self) -> Reading | None:
        """The last month, quarter or year that the text spoke of."""
        return self.scene.memory.period

    @property
    def future(self) -> bool | None:
        """Whether the governing verb looks forward; `None` where it says neither."""
        return {Direction.FUTURE: True, Direction.PAST: False}.get(self.direction)

    @property
    def direction(self) -> Direction:
        """How the governing verb tells of the match."""
        known = self.scene.directions
        if self.whole not in known:
            known[self.whole] = self.scene.verbs.direction(*self.whole)
        return known[self.whole]

    def is_told(self, reference: Reading) -> bool:
        """Whether the text still tells of that date's year, and has not merely looked back to it."""
        memory = self.scene.memory
        years = calendar.civil(self.day)[0] - calendar.civil(reference.begin)[0]
        return memory.history or memory.narrative is not None or years <= 1

    def left(self, count: int = 1) -> str:
        """The word that many places before the match, in small letters, or an empty string."""
        at = self.first - count
        return self.scene.tokens[at].lower if at >= 0 else ""

    def right(self, count: int = 1) -> str:
        """The word that many places behind the match, in small letters, or an empty string."""
        at = self.last + count - 1
        return self.scene.tokens[at].lower if at < len(self.scene.tokens) else ""

    def left_is_name(self, count: int = 1) -> bool:
        """Whether the word before is written with a capital inside the sentence."""
        at = self.first - count
        return at > 0 and self.scene.tokens[at].text[0].isupper()

    def right_is_name(self, count: int = 1) -> bool:
        """Whether the word behind is written with a capital."""
        at = self.last + count - 1
        return at < len(self.scene.tokens) and self.scene.tokens[at].text[0].isupper()

    def written(self) -> str:
        """The first matched word as it is written."""
        return self.scene.tokens[self.first].text


def occurrence(
    context: Context, name: str, in_year: Callable[[int], Interval | None]
) -> tuple[Interval, str, Doubt | None] | None:
    """The occurrence of a yearly thing that is meant, by TIME-MODEL's rule of direction, and why.

    Told as past, it is the latest that began on or before the dateline; told as future, the earliest that ends on or
    after it; else the nearest, with a doubt where the next nearest is about as near.
    """
    told = _in_narrative(context, in_year)
    if told is not None:
        return told[0], told[1], None if context.scene.memory.history else _other_year(context, name, in_year)
    year = calendar.civil(context.day)[0]
    years = range(max(year - 1, 1), min(year + 2, 9999))
    found = [whole for y in years if (whole := in_year(y)) is not None]
    if not found:
        found = [whole for y in range(max(year - 8, 1), min(year + 9, 9999)) if (whole := in_year(y)) is not None]
    past = [whole for whole in found if whole.start is not None and whole.start <= context.day]
    coming = [whole for whole in found if whole.last is not None and whole.last >= context.day]
    dateline = f"the dateline, {spelled(context.day)}"
    if context.future is False and past:
        return past[-1], f"told as past: the latest {name} that began on or before {dateline}", None
    if context.future and coming:
        return coming[0], f"told as future: the earliest {name} that ends on or after {dateline}", None
    if not found:
        return None
    ranked = sorted(found, key=lambda whole: distance(whole, context.day))
    nearest, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    doubt = None
    if second is not None and distance(nearest, context.day) > ABOUT_AS_NEAR * distance(second, context.day):
        doubt = Doubt(f"no verb says whether it is past or to come, and another {name} is about as near", second)
    return nearest, f"no tense decides: the {name} nearest to {dateline}", doubt


def _in_narrative(context: Context, in_year: Callable[[int], Interval | None]) -> tuple[Interval, str] | None:
    """The occurrence that a passage about another year means: in that year, or early in the next where it goes on."""
    narrative = context.scene.memory.narrative
    if narrative is None:
        return None
    if context.future and (not context.scene.memory.history or context.scene.verbs.looks_ahead()):
        return None
    start = narrative.begin
    year = calendar.civil(start)[0]
    years_back = 1 if context.scene.memory.history else YEARS_OF_NEWS
    recent = year >= calendar.civil(context.day)[0] - years_back or context.left(2) == "recently"
    told_as_past = context.direction is Direction.PAST and not context.scene.verbs.is_present(context.first)
    if recent or not (told_as_past or context.scene.memory.history):
        return None
    whole = in_year(year)
    if whole is not None and whole.last is not None and whole.last < start - GONE_BY:
        whole = in_year(year + 1)
    if whole is None or whole.start is None or whole.start > context.day:
        return None
    return whole, f"the text tells of {calendar.civil(whole.start)[0]}"


def narrated_day(context: Context) -> Day | None:
    """The day that a history tells of, where it has come to a day."""
    narrative = context.scene.memory.narrative
    if not context.scene.memory.history or narrative is None or narrative.grain > Grain.DAY:
        return None
    start = narrative.whole.start
    years = calendar.civil(context.day)[0] - calendar.civil(start or 0)[0]
    return start if years >= YEARS_OF_NEWS else None


def _other_year(context: Context, name: str, in_year: Callable[[int], Interval | None]) -> Doubt | None:
    """The doubt of a year taken from the text: the latest occurrence before the dateline may be meant."""
    year = calendar.civil(context.day)[0]
    found = [whole for y in (year - 1, year) if (whole := in_year(y)) and (whole.start or 0) <= context.day]
    return (
        Doubt(f"the text speaks of another year; it may be the latest {name} before the dateline", found[-1])
        if found
        else None
    )


def distance(whole: Interval, day: Day) -> int:
    """How many days lie between a day and an interval; 0 inside it."""
    assert whole.start is not None and whole.last is not None
    return max(whole.start - day, day - whole.last, 0)
