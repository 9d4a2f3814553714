"""Whether an expression is told as past or as future: the tense of the verb that governs it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.timex.context import Direction
from dateline.timex.english.verbs import VerbGroup, governing, verb_groups
from dateline.timex.tokens import Token

# "The vote was due on Monday": whether it took place is not said.
LEFT_OPEN = frozenset("due set scheduled expected planned slated supposed".split())
AHEAD = frozenset("due scheduled slated set planned expected timed billed payable effective upcoming record".split())
# What is done today to a day that is still to come: "invited them to a ceremony on March 12".
LOOKS_AHEAD = frozenset(
    "announce arrange ask authorize authorise book call convene declare delay demand extend fix grant invite move offer "
    "order plan postpone propose reschedule schedule seek set slate subpoena summon adjourn suspend defer allow".split()
)
SCHEDULES = frozenset("plan schedule slate postpone reschedule adjourn defer".split())
PUTS_OFF = frozenset("postpone delay extend adjourn suspend give have put reschedule defer grant".split())


class Verbs:
    """The verb groups of a sentence, found when first asked for."""

    __slots__ = ("_groups", "lower", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lower = [token.lower for token in tokens]
        self._groups: list[VerbGroup] | None = None

    @property
    def groups(self) -> list[VerbGroup]:
        if self._groups is None:
            self._groups = verb_groups(self.tokens)
        return self._groups

    def governing(self, first: int, last: int) -> VerbGroup | None:
        """The verb group that governs the expression `tokens[first:last]`."""
        return governing(self.groups, self.tokens, first, last)

    def direction(self, first: int, last: int) -> Direction:
        """How the sentence tells of the expression `tokens[first:last]`."""
        left = self.lower[first - 1] if first else ""
        if left in AHEAD:
            return Direction.FUTURE
        group = self.governing(first, last)
        if group is None:
            return Direction.UNMARKED
        if left in ("until", "till") and group.lemma in PUTS_OFF and not (group.perfect and group.tense == "past"):
            return Direction.FUTURE
        if group.form == "infinitive" and group.passive and not self._was_to_be(group) and not self._is_to_be(group):
            return Direction.FUTURE
        if group.marked_future:
            return Direction.PAST if self._was_to_be(group) else Direction.FUTURE
        if group.form == "participle" and not group.finite:
            return self._participle(group, left)
        if group.tense != "past" and not group.perfect:
            return Direction.UNMARKED
        return self._past(group, first, left)

    def _participle(self, group: VerbGroup, left: str) -> Direction:
        if group.head not in AHEAD or (group.head == "set" and left not in ("for", "to")):
            return Direction.PAST
        # "A rally planned for Saturday was called off": the plan is told of from behind.
        main = next((other for other in self.groups if other.start >= group.end and other.finite), None)
        return (
            Direction.OPEN if main is not None and main.tense == "past" and not main.marked_future else Direction.FUTURE
        )

    def _past(self, group: VerbGroup, first: int, left: str) -> Direction:
        if group.tense == "past" and group.perfect:
            return Direction.PAST
        if (
            group.tense == "past"
            and (group.head in LEFT_OPEN or self._next_word(group) in LEFT_OPEN)
            and _copular(group)
        ):
            return Direction.OPEN
        if self._depends_on_plan(group, first):
            return Direction.FUTURE
        if group.lemma in LOOKS_AHEAD and (group.start < first) and not group.passive:
            return Direction.FUTURE if group.lemma in SCHEDULES and left != "for" else self._looks_ahead(first)
        return Direction.PAST

    def _looks_ahead(self, first: int) -> Direction:
        """Behind a verb like "call" a day right after the object may lie ahead, a day the verb itself happened not."""
        return Direction.OPEN if self.lower[first - 1] not in ("last", "since") else Direction.PAST

    def _next_word(self, group: VerbGroup) -> str:
        return self.lower[group.end] if group.end < len(self.lower) else ""

    def _was_to_be(self, group: VerbGroup) -> bool:
        """ "Had been scheduled to expire": what was to be is told as past."""
        before = [other for other in self.groups if other.end <= group.start and group.start - other.end <= 2]
        return group.form == "infinitive" and bool(before) and before[-1].perfect and before[-1].tense == "past"

    def _is_to_be(self, group: VerbGroup) -> bool:
        """Whether another verb takes the infinitive ("was to be shut", "began to be felt") and not a noun ("rules to be published")."""
        return any(other.end == group.start for other in self.groups)

    def _depends_on_plan(self, group: VerbGroup, first: int) -> bool:
        """ "Would resign if there was no deal by Thursday": the condition of a plan lies ahead as well."""
        clause = self.lower[max(group.start - 6, 0) : group.start]
        conditional = any(word in ("if", "unless") for word in clause)
        return conditional and any(other.marked_future for other in self.groups if other is not group)


def _copular(group: VerbGroup) -> bool:
    return group.lemma in ("be", "schedule", "expect", "plan", "slate", "set", "suppose")
