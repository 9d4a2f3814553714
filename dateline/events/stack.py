"""The clauses that are open while a sentence is read, and who owns which of its words."""

from __future__ import annotations

from dateline.events import gaps, openers
from dateline.events.clauses import Clause, Kind
from dateline.events.nouns import Span, Words, has_words, lead_in, noun_before, subject_before
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_group import VerbGroup


class Open:
    """The clauses found so far: `stack` holds those that are open, the innermost last; the last verb ended at `at`."""

    def __init__(self, here: Words) -> None:
        self.here = here
        self.root = Clause(Kind.MAIN, 0)
        self.clauses = [self.root]
        self.owner = [self.root] * len(here.tokens)
        self.stack = [self.root]
        self.at = 0
        self.head = 0

    # The words and who owns them

    def own(self, start: int, end: int, clause: Clause) -> None:
        self.owner[start:end] = [clause] * max(0, end - start)

    def give(self, boundary: int, clause: Clause) -> None:
        """Gives the words up to `boundary` to `clause`."""
        self.own(self.at, boundary, clause)
        self.at = max(self.at, boundary)

    def open(self, clause: Clause, boundary: int) -> None:
        """Opens a clause whose words begin at `boundary`, its opener or comma included."""
        parent = self.stack[-1]
        self.own(self.at, boundary, parent)
        clause.parent = parent
        parent.children.append(clause)
        self.clauses.append(clause)
        self.stack.append(clause)
        if clause.verb is not None:
            self.own(boundary, clause.verb.end, clause)

    def resume(self, clause: Clause, group: VerbGroup, boundary: int) -> None:
        """Gives `group` to a clause that was waiting for it, and closes what was opened inside."""
        self.own(self.at, boundary, self.stack[-1])
        del self.stack[self.stack.index(clause) + 1 :]
        self.own(boundary, group.end, clause)
        clause.verb = group

    def waiting(self) -> Clause | None:
        """The innermost open clause that still waits for its verb."""
        return next((clause for clause in reversed(self.stack) if clause.verb is None), None)

    def close_bracketed(self, boundary: int) -> None:
        """Closes the clauses that a comma opened, where a comma stands at or before `boundary`."""
        if "," not in (self.here.at(boundary - 1), self.here.at(boundary)):
            return
        while len(self.stack) > 1 and self.stack[-1].bracketed and self.stack[-1].kind is not Kind.SAYING:
            self.give(boundary, self.stack.pop())

    def close_unlike(self, group: VerbGroup, boundary: int) -> None:
        """Closes the clauses with which `group` cannot be coordinated."""
        while len(self.stack) > 1 and not self.matches(self.stack[-1], group):
            self.give(boundary, self.stack.pop())

    def close_to_gerund(self, boundary: int) -> None:
        """Closes what was opened inside the innermost "-ing" that a comma opened."""
        rows = (k for k, each in enumerate(self.stack) if each.kind is Kind.PARTICIPLE and each.bracketed)
        at = next((k for k in rows if (verb := self.stack[k].verb) is not None and verb.form == "gerund"), None)
        if at is not None and at + 1 < len(self.stack):
            self.give(boundary, self.stack[-1])
            del self.stack[at + 1 :]

    def matches(self, clause: Clause, group: VerbGroup) -> bool:
        if clause.verb is None:
            return True
        if group.finite != clause.verb.finite or clause.kind is Kind.SAYING:
            return False
        if clause.verb.tense == group.tense or clause.kind in (Kind.MAIN, Kind.PARALLEL):
            return True
        said = next((k for k, outer in enumerate(self.stack) if outer.kind is Kind.SAYING), -1)
        return not any(
            outer.verb is not None and outer.verb.tense == group.tense for outer in self.stack[said + 1 : -1]
        )

    def noun(self, end: int, whole: bool = False) -> Span | None:
        """The noun that ends at `end`; `whole`: all of a subject that waits there."""
        innermost = self.stack[-1]
        if self.here.at(end - 2) == "," and self.here.at(end - 1).isdigit():
            # "Ann Lee, 33, who left on Monday".
            end -= 2
        if whole and innermost.verb is None:
            span = subject_before(self.here, innermost.start, end)
            if span == (end - 1, end) and self.here.at(end - 1) == "it" and end > 1 and self.here.verbal[end - 2]:
                # "A proposal to close it, made in May, …"
                return lead_in(self.here, innermost.start, end), end
            if span is None or self.here.lower[span[0]] not in words.PREPOSITIONS:
                return span
        behind_date = None if whole else self.noun_before_date(end)
        return noun_before(self.here, self.at, end) or behind_date or innermost.noun

    def noun_before_date(self, end: int) -> Span | None:
        """The noun with a date behind it that ends at `end` ("sales in April that were …")."""
        k = end
        while k > self.at and self.here.timed[k - 1]:
            k -= 1
        return noun_before(self.here, self.at, k) if k < end else None

    def is_complement(self, that: int, group: VerbGroup) -> bool:
        return gaps.is_complement(self.here, self.stack[-1].verb, self.at, that, group.start == that + 1)

    def is_relative(self, that: int, group: VerbGroup) -> bool:
        return not openers.is_determiner(self.here, that) and not self.is_complement(that, group)

    def has_subject(self, clause: Clause) -> bool:
        """Whether a waiting clause has words of its own that can be its subject, not only "On Friday" or "In Paris"."""
        for k in range(clause.start, self.at):
            if self.owner[k] is clause and has_words(self.here, k, k + 1):
                return self.here.lower[k] not in words.PREPOSITIONS and self.here.lower[k] != "according"
        return False
