"""Relative clauses, with a pronoun or without one: where they begin, and which noun each describes."""

from __future__ import annotations

from dateline.events import gaps
from dateline.events.clauses import Clause, Kind
from dateline.events.relative_nouns import housed, meant_by, placed_noun, renamed, suiting, undated
from dateline.events.waiting import Waiting
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_group import VerbGroup


class Relatives(Waiting):
    """Opens the clauses that describe a noun."""

    def relative(self, group: VerbGroup, left: int) -> None:
        """ "Peace talks which began in May": the pronoun is the subject, and stands for the noun before it."""
        comma = self.here.at(left - 1) == "," and left - 1 >= self.at
        before = self.relative_beside(left)
        if before is not None:
            self.give(left - 1, self.stack[-1])
            del self.stack[self.stack.index(before) :]
            clause = Clause(Kind.RELATIVE, left + 1, group, opener=left, subject=before.noun, noun=before.noun)
            clause.bracketed = before.bracketed
            self.open(clause, left - 1)
            return
        self.open_waiting(group, left - comma, comma)
        noun = self.noun(left - comma, whole=comma)
        if noun is not None and not comma:
            noun = placed_noun(self.here, noun, self.at)
        if noun is not None:
            noun = suiting(self.here, noun, group, self.stack[-1].start)
        if noun is not None:
            noun = meant_by(self.here, self.here.lower[left], noun, group)
        if noun is not None and comma and self.here.lower[left] == "which":
            noun = housed(self.here, noun, group, self.at)
        if noun is not None and not comma:
            noun = renamed(self.here, noun, self.at, self.stack[-1].verb is None)
        clause = Clause(Kind.RELATIVE, left + 1, group, opener=left, subject=noun, noun=noun, bracketed=comma)
        self.open(clause, max(left - comma, self.at))

    def described(self, group: VerbGroup, opener: int) -> None:
        """A relative clause whose pronoun is not its subject: "the city that they took", "the day on which it sank"."""
        begin = gaps.phrase_of(self.here, self.at, opener)
        if self.here.at(begin - 1) in words.COORDINATORS and self.stack[-1].kind is Kind.RELATIVE and begin > self.at:
            # "Who has lived here since 1990 and whose house was sold."
            before = self.stack.pop()
            self.give(begin - 1, before)
            self.open(Clause(Kind.RELATIVE, begin, group, opener=opener, noun=before.noun), begin - 1)
            return
        comma = self.here.at(begin - 1) == "," and begin - 1 >= self.at
        self.open_waiting(group, begin - comma, comma)
        noun = self.noun(begin - comma, whole=comma)
        if noun is not None:
            noun = undated(self.here, noun)
        self.open(Clause(Kind.RELATIVE, begin, group, opener=opener, noun=noun, bracketed=comma), begin - comma)

    def relative_beside(self, pronoun: int) -> Clause | None:
        """The relative clause beside which "and" puts the one that a pronoun opens, rather one with that pronoun."""
        if self.here.at(pronoun - 1) not in words.COORDINATORS or self.stack[-1].kind is not Kind.RELATIVE:
            return None
        word = self.here.lower[pronoun]
        alike = (each for each in reversed(self.stack) if each.kind is Kind.RELATIVE and each.opener is not None)
        return next((each for each in alike if self.here.at(each.opener or 0) == word), self.stack[-1])

    def tells_of_day(self, group: VerbGroup, floor: int) -> bool:
        """Opens the clause that says what day a date was, in front of the one it dates ("…, the day it shut, …")."""
        start = gaps.day_clause(self.here, floor, group.start)
        if start is None or self.following is None:
            return False
        comma = max(k for k in range(floor, start) if self.here.lower[k] == ",")
        if not all(self.here.timed[floor:comma]):
            return False
        if self.waiting() is None:
            self.wait(Clause(Kind.PARALLEL, floor), floor, comma)
        self.open(Clause(Kind.RELATIVE, start, group, noun=(comma + 1, start), bracketed=True), comma)
        return True
