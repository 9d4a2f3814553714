"""What is settled when all verbs of a sentence are read: its subjects, and what goes on behind an aside."""

from __future__ import annotations

from dateline.events import gaps
from dateline.events.clauses import Clause, Kind
from dateline.events.nouns import Span, subject_before
from dateline.events.stack import Open
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_forms import Form, forms

PLACING = words.table("at in on near over off outside aboard")
DESCRIBING = (Kind.PARTICIPLE, Kind.RELATIVE, Kind.SUBORDINATE)


class Settled(Open):
    """Gives each clause its subject, and the words behind an aside to the clause around it."""

    def finish(self) -> None:
        if self.root.verb is None and len(self.clauses) == 1 and gaps.is_dateline(self.here, len(self.owner)):
            self.head = len(self.owner)
        last = self.clauses[-1]
        said = self.root.verb is None and last.kind is Kind.SAYING and self.here.at(self.at) != ","
        self.own(self.at, len(self.owner), last if said else self.stack[-1])
        self.find_verb()
        self.give_infinitives()
        self.give_back()
        for clause in self.clauses:
            if clause.subject is None and clause.verb is not None and clause.kind is not Kind.PARTICIPLE:
                span = subject_before(self.here, clause.start, clause.verb.start)
                clause.subject = self.first_stretch(clause, span) if span is not None else None

    def give_infinitives(self) -> None:
        """Gives "and to" behind what describes a noun to the clause whose infinitive it goes on with.

        So in "voted to reject the offer made in May and to strike from June".
        """
        for k in range(1, len(self.owner) - 1):
            inner = self.owner[k]
            joins = self.here.lower[k] in words.COORDINATORS and self.is_infinitive(k + 1)
            if not joins or inner.parent is None or inner.kind not in DESCRIBING:
                continue
            before = [self.owner[at] for at in range(k) if self.is_infinitive(at)]
            if inner not in before and inner.parent in before:
                begin = k - (self.here.lower[k - 1] == "," and self.owner[k - 1] is inner)
                end = next((at for at in range(k, len(self.owner)) if self.owner[at] is not inner), len(self.owner))
                self.own(begin, end, inner.parent)

    def is_infinitive(self, at: int) -> bool:
        return self.here.lower[at] == "to" and self.here.verbal[at]

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
            if self.here.lower[comma] != "," or outer is None:
                continue
            if self.is_told_before(inner, comma) or self.is_renamed(inner):
                self.give_infinitive(comma, inner, outer)
            if not (self.is_told_before(inner, comma) or self.is_named_beside(inner, comma)):
                continue
            self.give_asked(comma, inner, outer)
            self.give_phrase(comma, inner, outer)
            date = self.date_behind(comma)
            if date is None or self.is_in_row(inner):
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
        told = inner.verb is not None and inner.verb.end <= comma
        if (
            not told
            or self.here.at(comma + 1) != "to"
            or not self.here.verbal[comma + 1]
            or inner.kind is Kind.PARTICIPLE
        ):
            return
        end = comma + 1
        while end < len(self.owner) and self.owner[end] is inner:
            end += 1
        self.own(comma, end, outer)

    def is_named_beside(self, inner: Clause, comma: int) -> bool:
        """Whether a participle tells of a noun set beside another ("won a cross, the first given to a woman, in …")."""
        if inner.kind is not Kind.PARTICIPLE or inner.noun is None or inner.verb is None or inner.verb.end > comma:
            return False
        dated = any(self.here.timed[inner.verb.end : comma])
        return not dated and self.here.at(inner.noun[0] - 1) == "," and self.here.at(inner.noun[0]) in words.DETERMINERS

    def is_renamed(self, inner: Clause) -> bool:
        """Whether a clause describes what a comma sets beside a name ("Ann Lee, a doctor who had left, to …")."""
        beside = inner.kind is Kind.RELATIVE and inner.noun is not None and inner.opener is not None
        return beside and not inner.bracketed and "," in self.here.lower[(inner.noun or (0, 0))[1] : inner.opener]

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
        participle = inner.kind is Kind.PARTICIPLE or self.is_in_row(inner)
        outer = inner.shares.parent if self.is_in_row(inner) and inner.shares and inner.shares.parent else outer
        told = participle and inner.verb.end < comma and self.here.at(first) in ("at", "in", "on")
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
        bracketed = inner.bracketed or Settled.is_in_row(inner)
        return told and bracketed and inner.kind is not Kind.SAYING

    @staticmethod
    def is_in_row(inner: Clause) -> bool:
        """Whether a participle goes on with one that a comma opened ("…, proposed in May and rejected in June")."""
        first = inner.shares
        return first is not None and first.kind is Kind.PARTICIPLE and first.bracketed
