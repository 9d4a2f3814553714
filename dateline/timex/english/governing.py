"""The verbs of a sentence, and what each says of the expressions that it governs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from dateline.timex.english.verb_words import REPORTING
from dateline.timex.english.verbs import VerbGroup, closes_aside, governing, verb_groups
from dateline.timex.telling import Direction
from dateline.timex.tokens import Token, quoted

IN_THE_DIARY = frozenset(
    "meet vote play face host visit arrive leave return travel fly gather convene debate elect decide rule hear "
    "depart compete defend premiere screen air dock sail board resume reconvene graduate marry wed tour publish "
    "unveil".split()
)
HOLDS_TO_ACCOUNT = frozenset(
    "accuse acquit appear arraign arrest ban bail charge convict detain extradite fine hunt identify indict inspect "
    "interview investigate jail mourn name open plead publish question remand release remember search sentence sue "
    "suspend try resume".split()
)
SAYS = frozenset("say tell report announce confirm add".split())
# "Usually closes in July": a rule for every year.
OF_HABIT = frozenset(
    "usually normally generally typically ordinarily traditionally annually customarily invariably always often "
    "frequently rarely seldom".split()
)

STAYS = frozenset("lie stand remain stay sit hang go keep lay report declare presume pronounce feel believe".split())


YEAR_FIGURES = 4


class Governing:
    """The verb groups of a sentence."""

    __slots__ = ("_governing", "_groups", "lower", "tokens")

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.lower = [token.lower for token in tokens]
        self._groups: Sequence[VerbGroup] | None = None
        self._governing: dict[tuple[int, int], VerbGroup | None] = {}

    @property
    def groups(self) -> Sequence[VerbGroup]:
        """The verb groups, read when they are first asked for: what only might speak of time asks for none."""
        if self._groups is None:
            self._groups = verb_groups(self.tokens)
        return self._groups

    def governing(self, first: int, last: int) -> VerbGroup | None:
        """The verb group that governs the expression `tokens[first:last]`."""
        span = (first, last)
        if span not in self._governing:
            self._governing[span] = governing(self.groups, self.tokens, first, last)
        return self._governing[span]

    def looks_ahead(self) -> bool:
        """Whether a verb of the sentence looks forward, and no finite one looks back but one of saying."""
        finite = [group for group in self.groups if group.finite and group.lemma not in REPORTING]
        return any(group.marked_future for group in self.groups) and all(group.tense != "past" for group in finite)

    def is_present(self, before: int) -> bool:
        """Whether a verb before a token speaks of the present: "they have since been opened"."""
        return any(group.tense == "present" for group in self.groups if group.start < before and group.finite)

    def is_aside(self, first: int, last: int) -> bool:
        """Whether the expression belongs to a pluperfect or a participle."""
        group = self.governing(first, last)
        if group is None:
            return False
        # "By 6 December they had fallen back" goes on to that day.
        earlier = group.perfect and group.tense == "past" and not (first and self.lower[first - 1] == "by")
        if earlier and self._is_joined_outside(group, first):
            return False
        told_of_noun = group.form == "participle" and not group.finite and not self._is_state(group)
        # "He was born in 1921"; but "in June they married, and their daughter was born in March" goes on.
        born = group.head == "born" and not (group.finite and self._says_no_year(first, last))
        return earlier or told_of_noun or born

    def _says_no_year(self, first: int, last: int) -> bool:
        """Whether no word of an expression is a year in figures."""
        return not any(len(word) == YEAR_FIGURES and word.isdecimal() for word in self.lower[first:last])

    def _is_state(self, group: VerbGroup) -> bool:
        """Whether a participle says how its subject stayed: "it lay forgotten until 1974"."""
        k = bisect_left(self.groups, group.start, key=lambda each: each.start)
        verb = self.groups[k - 1] if k else None
        return verb is not None and verb.end == group.start and verb.finite and verb.lemma in STAYS

    def _is_joined_outside(self, group: VerbGroup, first: int) -> bool:
        """Whether ", and the line on the 20th" goes on from the clause outside of "after it had been taken"."""
        opener = self.lower[max(group.start - 3, 0) : group.start]
        gap = self.lower[group.end : first]
        joined = any(pair == (",", "and") for pair in pairwise(gap))
        return joined and not {"after", "when", "because", "before"}.isdisjoint(opener)

    def closes_aside(self, first: int) -> bool:
        """Whether the comma before the expression closes what is told aside."""
        return closes_aside(self.groups, self.tokens, first)

    def is_of_saying(self, first: int, last: int) -> bool:
        """Whether the expression dates that something was said."""
        group = self.governing(first, last)
        return group is not None and group.lemma in SAYS

    def is_of_telling(self, first: int, last: int) -> bool:
        """Whether the expression dates that something was said, written or remembered."""
        group = self.governing(first, last)
        return group is not None and group.lemma in REPORTING

    def is_of_account(self, first: int, last: int) -> bool:
        """Whether the expression dates that something was told of, or somebody held to account for it."""
        group = self.governing(first, last)
        return group is not None and (group.lemma in REPORTING or group.lemma in HOLDS_TO_ACCOUNT)

    def is_foretold(self, first: int, last: int) -> bool:
        """Whether the expression dates what was still to come then."""
        group = self.governing(first, last)
        if group is not None and not group.finite:
            # "He would live to see it rebuilt in 1670."
            group = next((each for each in reversed(self.groups) if each.finite and each.end <= group.start), group)
        if group is None or group.perfect:
            return False
        return group.modal == "would" or (group.modal == "to" and group.tense == "past" and group.marked_future)

    def opens_with_participle(self, before: int) -> bool:
        """Whether the sentence opens with a participle, and no finite verb stands before a token."""
        groups = [group for group in self.groups if group.start < before]
        opens = bool(groups) and groups[0].start == 0 and groups[0].form == "participle"
        return opens and not any(group.finite for group in groups)

    def says_beyond(self, last: int) -> bool:
        """Whether the next finite verb behind a token is one of saying, or tells of the present."""
        group = next((group for group in self.groups if group.start >= last and group.finite), None)
        return group is None or group.lemma in REPORTING or group.tense != "past"

    def is_verb(self, at: int) -> bool:
        """Whether a finite verb begins at a token."""
        return any(group.start == at and group.finite for group in self.groups)

    def has_verb(self, first: int, last: int) -> bool:
        """Whether any verb begins in `tokens[first:last]`."""
        return any(first <= group.start < last for group in self.groups)

    def has_finite(self, before: int) -> bool:
        """Whether a finite verb stands before a token."""
        return any(group.finite for group in self.groups if group.end <= before)

    def takes(self, at: int) -> bool:
        """Whether the token at `at` is the object of a verb right before it."""
        return any(
            group.end == at and group.finite and not group.passive and group.lemma != "die" for group in self.groups
        )

    def is_lasting(self, first: int, last: int) -> bool:
        """Whether the expression is told of as a lasting present, which is no plan for a day."""
        group = self.governing(first, last)
        if group is None or group.tense != "present" or group.perfect or group.progressive or group.marked_future:
            return False
        return group.lemma not in REPORTING and told_in_present(group) is not Direction.FUTURE

    def is_of_habit(self, first: int, last: int) -> bool:
        """Whether the expression dates what is so in any year: "the river often floods in March"."""
        group = self.governing(first, last)
        if group is None or group.tense != "present" or not group.finite or group.modal:
            return False
        if group.perfect or group.progressive:
            return False
        return not OF_HABIT.isdisjoint((*self.lower[max(group.start - 1, 0) : group.end + 1], self.lower[0]))

    def contrasts(self, first: int, last: int) -> bool:
        """Whether a lasting present ("stand today") is set against what was."""
        group = self.governing(first, last)
        if group is None or group.passive or group.lemma in ("be", "'s") or not self.is_lasting(first, last):
            return False
        inside = quoted(self.tokens)
        beside = [other for other in self.groups if inside[other.start] == inside[first]]
        return any(other.finite and other.tense == "past" and other.lemma not in REPORTING for other in beside)


def told_in_present(group: VerbGroup) -> Direction:
    """A present tense with a day is a date in the diary: "are meeting on Thursday", "vote Wednesday"."""
    if (group.progressive and group.lemma not in REPORTING) or group.head == "got":
        return Direction.FUTURE
    return Direction.FUTURE if group.lemma in IN_THE_DIARY else Direction.UNMARKED
