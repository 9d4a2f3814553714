"""Where a clause ends: at a semicolon or a dash, before a coordinator with a subject of its own, behind a phrase."""

from __future__ import annotations

from dateline.events import gaps, speakers
from dateline.events.clauses import Clause, Kind
from dateline.events.nouns import QUOTES, comma_before, has_words
from dateline.events.relatives import Relatives
from dateline.events.waiting import TELLING
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_group import VerbGroup

QUESTIONS = words.table("why how what who when where whether")


class Breaks(Relatives):
    """Closes what a mark or another subject ends, and opens what follows."""

    def behind_semicolon(self, group: VerbGroup, mark: int) -> None:
        """A participle behind a semicolon: of the subject before it ("…; moved in 1931"), or at a clause's head."""
        self.give(mark + 1, self.stack[-1])
        self.stack = [self.root]
        verb, follows = self.root.verb, self.following
        comma = comma_before(self.here, group.end, follows.start) if follows is not None else None
        if comma is not None and follows is not None and has_words(self.here, comma + 1, follows.start):
            self.wait(Clause(Kind.PARALLEL, mark + 1), mark + 1, mark + 1)
        elif verb is not None and verb.passive:
            clause = Clause(Kind.COORDINATED, mark + 1, group, opener=mark, shares=self.root, noun=self.root.noun)
            self.open(clause, mark + 1)
            return
        self.open(Clause(Kind.PARTICIPLE, mark + 1, group, bracketed=verb is None or comma is not None), mark + 1)

    def close_phrase(self, left: int) -> None:
        """Closes what describes a noun between commas ("was raised and, after work that took years, sailed")."""
        inner = self.stack[-1]
        outer = inner.parent
        if inner.kind is not Kind.RELATIVE or inner.bracketed or outer is None or outer.verb is None:
            return
        words_before = self.here.lower[outer.verb.end : inner.start]
        joint = next(
            (k for k, word in enumerate(words_before[:-1]) if word == "and" and words_before[k + 1] == ","), None
        )
        if joint is not None:
            self.own(outer.verb.end + joint, inner.start, inner)
            inner.bracketed = True
            self.give(left, self.stack.pop())

    def behind_break(self, group: VerbGroup, mark: int) -> None:
        """A clause behind a semicolon, a dash or the end of a quotation; at a sentence's head they end a dateline."""
        word = self.here.lower[mark]
        if self.root.verb is None and self.stack[-1] is self.root and word not in QUOTES:
            if gaps.is_dateline(self.here, mark):
                self.root.start = self.at = self.head = mark + 1
            self.waited(group, self.root)
            return
        self.give(mark + 1, self.stack[-1])
        self.stack = [self.root]
        comma = self.said_inside(group, mark)
        if comma is not None:
            self.say_inside(group, mark, comma)
            return
        if self.tells_of_day(group, mark + 1):
            return
        speech = group.lemma in words.SPEECH and word in QUOTES
        kind = Kind.SAYING if speech else Kind.PARALLEL
        self.open(Clause(kind, mark + 1, group, bracketed=speech), mark + 1)

    def end_at_semicolon(self, opener: int) -> None:
        """Opens what begins behind a semicolon before the clause at `opener` ("…; in Bonn, where it snows, …")."""
        mark = next((k for k in range(opener - 1, self.at - 1, -1) if self.here.lower[k] == ";"), None)
        if mark is None or mark + 1 >= opener or self.root.verb is None or self.following is None:
            return
        self.give(mark, self.stack[-1])
        self.stack = [self.root]
        self.wait(Clause(Kind.PARALLEL, mark + 1, opener=mark), mark, mark + 1)

    def close_said(self, opener: int) -> None:
        """Goes back to the verb of saying, where "and that" begins a second thing that was said."""
        said = next((clause for clause in reversed(self.stack) if clause.kind is Kind.COMPLEMENT), None)
        if said is None or self.here.at(opener - 1) not in words.COORDINATORS:
            return
        self.give(opener - 1, self.stack[-1])
        del self.stack[self.stack.index(said) :]

    def broken(self, group: VerbGroup, boundary: int) -> None:
        """A clause behind a comma or a coordinator, with its own subject."""
        word = self.here.lower[boundary]
        comma = self.said_inside(group, boundary)
        if comma is not None:
            self.end_before(boundary)
            self.say_inside(group, boundary, comma)
            return
        if word == "," and group.lemma in TELLING and not group.passive and not self.is_told_on(group, boundary):
            begin = speakers.speaker(self.here, self.at, boundary)
            self.saying(group, begin, begin + 1)
            return
        self.end_before(boundary)
        self.open(Clause(Kind.PARALLEL, boundary + 1, group, opener=boundary), self.at)

    def is_told_on(self, group: VerbGroup, boundary: int) -> bool:
        """Whether a verb of saying goes on telling what was done ("We asked in May, we asked again in June")."""
        said = self.here.lower[:boundary]
        asks = said[0] in QUESTIONS or any(word in QUOTES for word in said)
        again = self.root.verb is not None and self.root.verb.lemma == group.lemma
        return again or (group.lemma == "ask" and not asks)
