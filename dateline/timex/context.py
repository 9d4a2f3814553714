"""What a rule may look at: the dateline, what the text has established, the words around, the verb that governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from dateline.model import Conventions, Day, Grain
from dateline.timex import interval as calendar
from dateline.timex.memory import Memory
from dateline.timex.reading import Reading
from dateline.timex.tokens import Token, quoted


class Direction(Enum):
    """How the governing verb tells of an expression; `OPEN` where it leaves open whether it came to pass."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"
    UNMARKED = "unmarked"


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

    def closes_aside(self, first: int, /) -> bool:
        """Whether the comma before the expression closes what is told aside ("the line, shut in 1964, in March")."""

    def is_of_saying(self, first: int, last: int, /) -> bool:
        """Whether the expression dates that something was said."""

    def is_verb(self, at: int, /) -> bool:
        """Whether a finite verb begins at a token."""

    def takes(self, at: int, /) -> bool:
        """Whether a token is the object of a verb right before it."""

    def is_lasting(self, first: int, last: int, /) -> bool:
        """Whether the expression is told of as a lasting present, which is no plan for a day."""

    def contrasts(self, first: int, last: int, /) -> bool:
        """Whether a lasting present ("stand today") is set against what was."""


# Tokens before an expression that opens its sentence, as a scene does ("In the cold January of 1944") and a clause.
FRONT, HEAD = 4, 2
SIDE_GLANCES = frozenset("since who which that whose where when founded born because , (".split())


RELATIVES = frozenset("who whom whose which".split())
RELATIVE_REACH = 10
DAYS_OF_NEWS = 100
# A line so near to the dateline may say when the article was printed.
DAYS_OF_PRINTING = 7
COMPARES, REACH = frozenset("compared versus than".split()), 7
# Fewer words behind "since" are no clause but the date itself.
SINCE_CLAUSE = 3


@dataclass(slots=True)
class Scene:
    """A sentence, and what the text before it has established.

    `fellow` is the last date of the same sentence, planned or not, and `fellow_span` its tokens; `dated` the last one
    that says its year and is told of as the sentence goes along, with the token behind it.
    """

    tokens: tuple[Token, ...]
    day: Day
    conventions: Conventions
    memory: Memory
    verbs: Telling
    fellow: Reading | None = None
    fellow_span: tuple[int, int] = (0, 0)
    dated: tuple[Reading, int] | None = None
    directions: dict[tuple[int, int], Direction] = field(default_factory=dict)

    def establish(self, reading: Reading, first: int, last: int) -> None:
        """Remembers what the tokens from `first` to `last` mean."""
        # "It sank late on Saturday, the coast guard said on Sunday": the story goes on from Saturday.
        says = self.fellow is not None and self.verbs.is_of_saying(first, last)
        aside = first > HEAD and (says or self.verbs.is_aside(first, last))
        # "9,210 machines, compared with 9,800 in November 1990": the story stays where it is.
        before = {token.lower for token in self.tokens[max(first - REACH, 0) : first]}
        aside = aside or not COMPARES.isdisjoint(before)
        if "anniversary" in before:
            # A bomb on the anniversary of the raid of 2001 goes off in no passage on 2001.
            return
        dates = reading.interval is not None and reading.interval.start is not None and reading.type != "DURATION"
        relative = dates and self._is_in_relative(first) and not self.memory.is_beside(reading)
        alone = self.fellow is None
        if dates and reading.established:
            self.fellow, self.fellow_span = reading, (first, last)
        year_said = _says_year(reading, self.tokens[first:last]) and not self._is_counted(first, last)
        sets_scene = year_said and (self.memory.history or self.memory.passage or self._sets_scene(first, last))
        line = dates and first == 0 and last == len(self.tokens)
        if line and reading.interval != calendar.of_day(self.day):
            self.memory.in_entries = True
        if dates and year_said:
            self.memory.date(reading, alone=line)
            if line and abs(reading.begin - self.day) > DAYS_OF_PRINTING:
                self.memory.begin_section(reading)
            self.dated = self.dated if aside or relative else (reading, last)
        elif dates and not self.memory.history and calendar.contains(reading.whole, calendar.of_day(self.day)):
            # "This year", "today": a paragraph of news that has come to its own time tells no story.
            self.memory.dated = self.memory.narrative = None
        elif dates and self.day - reading.begin < DAYS_OF_NEWS and not aside:
            # "Last month", "on Tuesday": the paragraph has come back to the days of the dateline.
            self.memory.dated = None
        looks_back = dates and alone and aside and not relative and self._had(first)
        if looks_back and year_said and self.memory.history and self.memory.opening and not self._is_since(first):
            # "A first attempt had been made in 1838. On 29 July …": a paragraph that goes back, and on from there.
            aside = False
        if self.memory.narrative is not None and self.directions.get((first, last)) is Direction.FUTURE:
            # "They were promised that they would go home in the spring": a plan of those days moves no story.
            return
        said = quoted(self.tokens)[first]
        self.memory.establish(
            reading, self.day, sets_scene or (year_said and aside), aside or relative, said, self._is_since(first)
        )
        if dates and first == 0 and Context.of(self, first, last).heads_entry():
            self.memory.open_entry(reading)
        if looks_back and aside:
            self.memory.look_back(reading)

    def _is_counted(self, first: int, last: int) -> bool:
        """Whether a year is what a verb is about and not when: "she missed 1974 and 2020"."""
        named = last - first == 1 and self.tokens[first].text.isdecimal()
        return named and first > 0 and self.verbs.takes(first)

    def _had(self, first: int) -> bool:
        return any(token.lower == "had" for token in self.tokens[:first])

    def _is_since(self, first: int) -> bool:
        return first > 0 and self.tokens[first - 1].lower == "since"

    def _is_in_relative(self, first: int) -> bool:
        """Whether the expression at a token belongs to a relative clause: "Livy, who wrote in the 1st century BC".

        So does what a clause with "since" looks back to: "the fourth attack since a truce ended on Monday".
        """
        for back, token in enumerate(reversed(self.tokens[max(first - RELATIVE_REACH, 0) : first])):
            if token.lower in RELATIVES or (token.lower == "since" and back >= SINCE_CLAUSE):
                return True
            if token.lower == "that" and back and self.verbs.is_verb(first - back):
                # "An aftershock of the one that hit on 4 September".
                return True
            if token.text in ",;:":
                return False
        return False

    def _sets_scene(self, first: int, last: int) -> bool:
        """Whether an expression that opens or ends a plain sentence says of what time the next ones tell."""
        plain = not any(token.lower in SIDE_GLANCES for token in self.tokens[:first])
        return first <= FRONT or (plain and last >= len(self.tokens) - 1)


def _says_year(reading: Reading, words: Sequence[Token]) -> bool:
    """Whether the words name the year that they mean, in figures or with its era."""
    if reading.interval is None or reading.interval.start is None:
        return False
    year = str(calendar.civil(reading.begin)[0])
    # "At 1530 GMT" says no year.
    figures = 4 if reading.clock is None else 0
    return any(
        token.text in ERAS or (token.text.isdecimal() and (len(token.text) == figures or token.text == year))
        for token in words
    )


PLANS = frozenset("will shall would 'll due expected planned scheduled set".split())
ENTRY_MARKS = frozenset(": – —".split())
# Of "B.C." and "A.D." the second letter, for the first is also a word.
ERAS = frozenset({"BC", "BCE", "AD", "CE", "C", "D"})


@dataclass(slots=True)
class Context:
    """A scene, seen from the tokens `first` to `last` (exclusive) that a rule has matched.

    `whole` is the span of the expression that the match is a part of. Nobody changes one; it is not frozen because each
    match makes one, and a frozen one takes a call for each field.
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
        """The last date that the text established; in a quotation the last one said in it."""
        memory = self.scene.memory
        if memory.spoken is not None and quoted(self.scene.tokens)[self.first]:
            return memory.spoken
        return memory.reference

    @property
    def told_before(self) -> Reading | None:
        """What "the following year" counts from: a date of the sentence, or what the text looked back to, or told.

        What is to be counts on from the plan that was named last: "The trial opens on 3 June. Two weeks later …".
        """
        fellow, memory = self.fellow, self.scene.memory
        if fellow is not None and (fellow.begin <= self.day or self.direction is not Direction.PAST):
            return fellow
        planned = memory.named
        if self.future and planned and planned.whole.start is not None and planned.begin > self.day:
            return planned
        back = memory.flashback
        if back is not None and not memory.history and (back.grain > Grain.DAY or back.whole.last != back.begin):
            # "It burned on Friday. It had been sold last year. The next day …"
            back = None
        return back or self.reference

    @property
    def fellow(self) -> Reading | None:
        """The last date of the same sentence, planned or not; outside of a quotation none that is said in it."""
        if self.scene.fellow is None:
            return None
        inside = quoted(self.scene.tokens)
        said = inside[self.scene.fellow_span[0]] and not inside[self.first]
        return None if said else self.scene.fellow

    @property
    def period(self) -> Reading | None:
        """The last month, quarter or year that the text spoke of."""
        return self.scene.memory.period

    @property
    def future(self) -> bool | None:
        """Whether the governing verb looks forward; `None` where it says neither."""
        told = self.direction
        return True if told is Direction.FUTURE else False if told is Direction.PAST else None

    @property
    def direction(self) -> Direction:
        """How the governing verb tells of the match."""
        known = self.scene.directions
        if self.whole not in known:
            told = self.scene.verbs.direction(*self.whole)
            ahead = told is Direction.FUTURE and (self.scene.memory.section or 0) >= calendar.civil(self.day)[0]
            entry = self.heads_entry() and not ahead
            known[self.whole] = Direction.PAST if entry or self._is_historic_present(told) else told
        return known[self.whole]

    def _is_historic_present(self, told: Direction) -> bool:
        """Whether a chronicle tells in the present: "The last assault begins in March"."""
        memory = self.scene.memory
        if told is not Direction.FUTURE or not memory.headed or memory.narrative is None:
            return False
        if self.day - memory.narrative.begin < DAYS_OF_NEWS:
            # In the entry of yesterday, to meet on Saturday is a plan.
            return False
        return not any(token.lower in PLANS for token in self.scene.tokens)

    def heads_entry(self) -> bool:
        """Whether a history goes from date to date here: "6 November: a ceasefire takes effect"."""
        first, last = self.whole
        tokens, memory = self.scene.tokens, self.scene.memory
        entry = first == 0 and last < len(tokens) and tokens[last].text in ENTRY_MARKS
        return entry and memory.in_chronicle and (memory.narrative or memory.entry) is not None

    @property
    def opens_paragraph(self) -> bool:
        """Whether the match stands at the head of a paragraph."""
        return self.scene.memory.opening and self.first <= HEAD

    def is_told(self, reference: Reading) -> bool:
        """Whether the text still tells of that date's year, and has not merely looked back to it."""
        memory = self.scene.memory
        years = calendar.civil(self.day)[0] - calendar.civil(reference.begin)[0]
        beside = self.scene.dated is not None and self.scene.dated[0] is reference
        return memory.history or memory.narrative is not None or years <= 1 or beside

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
