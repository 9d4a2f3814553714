"""What a rule may look at: the dateline, what the text has established, the words around, the verb that governs."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Conventions, Day, Grain
from dateline.timex import interval as calendar
from dateline.timex.reading import Reading
from dateline.timex.scene import DAYS_OF_NEWS, HEAD, Scene
from dateline.timex.telling import Direction
from dateline.timex.tokens import quoted

PLANS = frozenset("will shall would 'll due expected planned scheduled set".split())


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
        if self.scene.has_closed_relative(self.first):
            # "In June the chairman, who had been elected in 1947, sold the pitch, and that October he resigned."
            fellow = self.scene.main or (None if self.scene.looks_back_since() else fellow)
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

    def counted_from(self, grain: Grain) -> Reading | None:
        """What so many units count from; not a mere year looked back to: "It had been lost in 1807. A week later …"."""
        before, told = self.told_before, self.reference
        passing = before is not None and before is self.scene.memory.flashback and before.grain > grain
        finer = told is not None and told.grain <= grain and self.scene.memory.history
        return told if passing and finer else before

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

    @property
    def is_of_habit(self) -> bool:
        """Whether the match dates what is so in any year: "the river often floods in March"."""
        return self.scene.verbs.is_of_habit(*self.whole)

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
        return self.scene.heads_entry(*self.whole)

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
