"""The clauses that are open while a sentence is read, and who owns which of its words."""

from __future__ import annotations

from dateline.events import gaps
from dateline.events.clauses import Clause, Kind
from dateline.events.nouns import Span, Words, has_words, noun_before, subject_before
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_forms import Form, forms
from dateline.timex.english.verb_group import VerbGroup

PLACING = words.table("at in on near over off outside aboard")


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
        return not gaps.is_determiner(self.here, that) and not self.is_complement(that, group)

    def has_subject(self, clause: Clause) -> bool:
        """Whether a waiting clause has words of its own that can be its subject, not only "On Friday" or "In Paris"."""
        for k in range(clause.start, self.at):
            if self.owner[k] is clause and has_words(self.here, k, k + 1):
                return self.here.lower[k] not in words.PREPOSITIONS and self.here.lower[k] != "according"
        return False

    def finish(self) -> None:
        if self.root.verb is None and len(self.clauses) == 1 and gaps.is_dateline(self.here, len(self.owner)):
            self.head = len(self.owner)
        self.own(self.at, len(self.owner), self.stack[-1])
        self.find_verb()
        self.give_back()
        for clause in self.clauses:
            if clause.subject is None and clause.verb is not None and clause.kind is not Kind.PARTICIPLE:
                span = subject_before(self.here, clause.start, clause.verb.start)
                clause.subject = self.first_stretch(clause, span) if span is not None else None

    def find_verb(self) -> None:
        """Gives a sentence without a verb the one taken for a participle ("The mayor, on behalf of all, signed it")."""
        inner = next((clause for clause in self.root.children if clause.kind is Kind.PARTICIPLE), None)
        if self.root.verb is not None or inner is None or inner.verb is None or not inner.bracketed:
            return
        verb = inner.verb
        if not (verb.passive and forms(verb.head) & Form.PAST and gaps.has_object(self.here, verb)):
            return
        self.root.verb = verb._replace(tense="past", finite=True, form="finite", passive=False)
        for clause in inner.children:
            clause.parent = self.root
        self.root.children[:] = [each for each in self.root.children if each is not inner] + inner.children
        self.owner[:] = [self.root if owner is inner else owner for owner in self.owner]
        self.clauses.remove(inner)

    def first_stretch(self, clause: Clause, span: Span) -> Span | None:
        """A subject up to its first comma or to the clause that describes it."""
        inside = range(*span)
        end = next((k for k in inside if self.owner[k] is not clause or self.here.lower[k] == ","), span[1])
        if self.here.at(end) == "," and end < span[1] and self.is_place(span[0], end):
            return span
        return (span[0], end) if span[0] < end else None

    def is_place(self, start: int, comma: int) -> bool:
        """Whether a place with its state stands before the noun ("The Salem, Ore., maker of fasteners")."""
        close = next((k for k in range(comma + 1, comma + 5) if self.here.at(k) == ","), None)
        article = self.here.lower[start] in ("the", "a", "an")
        if close is None or not article or not self.here.tokens[comma - 1].text[0].isupper():
            return False
        named = self.here.tokens[comma + 1].text[0].isupper()
        return named and self.here.at(close + 1).isalpha() and self.here.tokens[close + 1].text.islower()

    def give_back(self) -> None:
        """Gives a date behind a bracketed clause to the clause outside ("…, who was ill, on Friday")."""
        for comma in range(len(self.owner) - 1):
            inner, outer = self.owner[comma], self.owner[comma].parent
            if self.here.lower[comma] != "," or outer is None or not self.is_told_before(inner, comma):
                continue
            self.give_infinitive(comma, inner, outer)
            self.give_asked(comma, inner, outer)
            self.give_phrase(comma, inner, outer)
            date = self.date_behind(comma)
            if date is None:
                continue
            end = date
            while end < len(self.owner) and self.here.timed[end]:
                end += 1
            if self.here.at(end) in words.PREPOSITIONS:
                # "…, opened in 1962, next March with the loss of 230 jobs".
                end = self.phrase_end(end)
            if self.here.at(end) in ("", ",", ".", *words.COORDINATORS):
                self.own(comma, end, outer)

    def phrase_end(self, start: int) -> int:
        """Where the words from a preposition on come to a mark or the next verb."""
        at = start
        while at < len(self.owner) and not self.here.verbal[at] and self.here.lower[at] not in (",", ".", ";"):
            at += 1
        return at

    def give_infinitive(self, comma: int, inner: Clause, outer: Clause) -> None:
        """Gives an infinitive behind a bracketed clause to the one outside ("decided, when he was ill, to resign")."""
        if self.here.at(comma + 1) != "to" or not self.here.verbal[comma + 1] or inner.kind is Kind.PARTICIPLE:
            return
        end = comma + 1
        while end < len(self.owner) and self.owner[end] is inner:
            end += 1
        self.own(comma, end, outer)

    def give_phrase(self, comma: int, inner: Clause, outer: Clause) -> None:
        """Gives a place with a date behind a bracketed participle to the clause outside.

        So in "was given a prison sentence, suspended for a year, at Leeds Crown Court in May".
        """
        first = end = comma + 1
        while end < len(self.owner) and self.owner[end] is inner and self.here.lower[end] not in (",", ".", "and"):
            end += 1
        placed = self.here.at(first) in PLACING and not self.here.timed[first]
        dated = any(self.here.timed[first:end]) and not any(self.here.verbal[first:end])
        dated = dated and "since" not in self.here.lower[first:end]
        if not (placed and dated) or inner.verb is None:
            return
        told = inner.kind is Kind.PARTICIPLE and inner.verb.end < comma and self.here.at(first) in ("at", "in", "on")
        if told or (inner.kind is Kind.RELATIVE and self.is_told_whole(comma, inner, outer)):
            self.own(comma, end, outer)

    def is_told_whole(self, comma: int, inner: Clause, outer: Clause) -> bool:
        """Whether a relative clause without a date ends at its first comma, and the clause outside wants one.

        It goes on in "who was born in Leith, in Scotland in 1931".
        """
        own = [k for k in range(inner.start, comma) if self.owner[k] is inner]
        dated = any(self.here.timed[k] for k in own) or any(
            self.here.timed[k] for k, owner in enumerate(self.owner) if owner is outer
        )
        named = self.here.tokens[comma - 1].text[0].isupper() and self.here.tokens[comma + 2].text[0].isupper()
        place = named and any(self.here.lower[k] in PLACING for k in own)
        return not dated and not place and all(self.here.lower[k] != "," for k in own)

    def give_asked(self, comma: int, inner: Clause, outer: Clause) -> None:
        """Gives the verb of a question behind a bracketed clause to it ("Did the mayor, who was ill, resign?")."""
        verb = outer.verb
        asked = verb is not None and verb.head in words.DO | words.MODALS and "?" in self.here.lower[comma:]
        if asked and inner.kind is Kind.RELATIVE and forms(self.here.at(comma + 1)) & Form.BASE:
            self.own(comma, len(self.owner), outer)

    def date_behind(self, comma: int) -> int | None:
        """Where a date begins behind the comma at a place, or behind ", and", ", and again"."""
        if self.here.timed[comma]:
            return None
        date = comma + 1
        if self.here.at(date) in words.COORDINATORS:
            date += 1 + (self.here.at(date + 1) == "again")
        return date if date < len(self.owner) and self.here.timed[date] else None

    @staticmethod
    def is_told_before(inner: Clause, comma: int) -> bool:
        """Whether a clause that a comma opened is told to its end before the comma at a place."""
        verb = inner.verb
        told = verb is not None and verb.end <= comma and verb.lemma != "compare"
        return told and inner.bracketed and inner.kind is not Kind.SAYING
