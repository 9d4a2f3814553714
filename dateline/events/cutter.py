"""A sentence cut into clauses, each with its verb, its subject and what it hangs on; a shallow parse in one pass.

The verbs are read from left to right. What lies between two verbs decides where the second one's clause begins: at a
relative pronoun, a conjunction, a comma, at the end of a verb of saying; or nowhere, where the second verb is the one
that an earlier subject was waiting for ("Talks which began in May were halted").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from dateline.events import gaps, openers, speakers
from dateline.events.breaks import Breaks
from dateline.events.clauses import Clause, Kind, Parse
from dateline.events.focus import with_adverbs
from dateline.events.heads import begins_then, ends_period, goes_on_row, is_head
from dateline.events.nouns import QUOTES, noun_start, words_of
from dateline.events.relative_nouns import placed_noun
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_forms import lemma
from dateline.timex.english.verb_group import VerbGroup, is_adverb, is_open_class
from dateline.timex.tokens import Token


def cut(tokens: Sequence[Token], groups: Sequence[VerbGroup], timed: Sequence[bool]) -> Parse:
    """The clauses of a sentence; `timed[i]` says that token `i` is part of a time expression, or its preposition."""
    here = words_of(tokens, groups, timed)
    cutter = _Cutter(here)
    cutter.root.start = cutter.at = cutter.head = gaps.label_end(here)
    verbs = [group for group in groups if is_head(group, here.lower) or goes_on_row(group, groups, here.lower)]
    heads = [group for group in verbs if not ends_period(here, group) and not begins_then(here, group)]
    heads = heads if any(group.finite for group in heads) else verbs
    for group, following in zip_longest(heads, heads[1:]):
        cutter.following = following
        cutter.place(group)
        cutter.at = max(cutter.at, group.end)
    cutter.finish()
    return Parse(tokens, here.lower, groups, cutter.clauses, cutter.owner, timed, cutter.head)


class _Cutter(Breaks):
    """Finds where the clause of each verb begins."""

    def place(self, group: VerbGroup) -> None:
        """Finds the clause of `group` and gives the words since the last verb to the clauses they belong to."""
        left = gaps.nearest(self.here, self.at, group.start, self.waiting() is not None)
        word = self.here.at(left) if left >= self.at else ""
        beside = word in words.SUBORDINATORS or left < self.at != self.head or gaps.is_caused(self.here, group.start)
        if group.form == "participle" and beside:
            # "was found abandoned", "said when asked", "to have it mended": no clause of its own.
            self.give(group.end, self.stack[-1])
        elif group.form == "participle" and word == ";":
            self.behind_semicolon(group, left)
        elif group.form != "finite":
            if not self.begins_subject(group, left):
                self.participle(group, left, word)
        elif word in ("which", "whom") and gaps.phrase_of(self.here, self.at, left) < left:
            self.opened(group, left)
        elif left > 0 and (word in ("who", "which") or (word == "that" and self.is_relative(left, group))):
            self.relative(group, left)
        elif word in openers.QUESTIONS:
            self.open(Clause(Kind.COMPLEMENT, left, group), left)
        elif word in words.COORDINATORS and self.stack[-1].verb is not None:
            self.coordinated(group, left)
        elif word and (word in ",—–" or word in QUOTES):
            self.behind_comma(group, left)
        else:
            self.with_subject(group)

    def participle(self, group: VerbGroup, left: int, word: str) -> None:
        """ "The search, suspended on Thursday, …", "votes cast on Thursday", "Born in Leith, she …"."""
        if left < self.at == self.head:
            self.open(Clause(Kind.PARTICIPLE, self.at, group, bracketed=True), self.at)
            return
        if word in words.COORDINATORS and group.form == "gerund":
            self.close_to_gerund(left)
        if word in words.COORDINATORS and self.stack[-1].kind is Kind.PARTICIPLE:
            self.coordinated(group, left)
            return
        begin = group.start
        while begin > self.at and is_adverb(self.here.lower[begin - 1]):
            begin -= 1
        comma = word == ","
        self.open_waiting(group, left if comma else begin, comma)
        noun = self.noun(left if comma else begin, whole=comma)
        if noun is not None and comma:
            noun = placed_noun(self.here, noun, self.at)
        if group.form == "gerund" and self.waiting() is None:
            noun = None
        boundary = left if comma or word in words.COORDINATORS else begin
        self.open(Clause(Kind.PARTICIPLE, group.start, group, noun=noun, bracketed=comma), boundary)

    def coordinated(self, group: VerbGroup, left: int) -> None:
        """A verb behind "and" or "but": of the same subject as the innermost clause of its form."""
        boundary = left - 1 if self.here.at(left - 1) == "," and left - 1 >= self.at else left
        self.close_bracketed(left)
        apart = boundary < left or self.here.at(left - 1) in QUOTES
        if apart and self.stack[-1].kind is Kind.COMPLEMENT and self.here.lower[left] == "and":
            self.give(boundary, self.stack.pop())
        inner = self.stack[-1]
        self.close_unlike(group, boundary)
        shares = self.stack[-1]
        if shares.verb is None:
            # "A man questioned in 1991 and again in 2002 later wrote": the other date is that of what was closed.
            dates = [k for k in range(left, group.start) if self.here.timed[k]]
            self.give(dates[-1] + 1 if dates else self.at, inner)
            self.resume(shares, group, group.start)
            return
        first = shares.shares or shares
        self.open(Clause(Kind.COORDINATED, left + 1, group, opener=left, shares=first, noun=first.noun), boundary)

    def behind_comma(self, group: VerbGroup, left: int) -> None:
        """A finite verb behind a comma: what the subject was waiting for, an inverted "said X", or one of a list."""
        waiting = self.waiting()
        speech = group.lemma in words.SPEECH and not group.passive
        described = openers.opener_of_described(self.here, self.at, left, group.start) if speech else None
        if described is not None:
            self.opened(group, described)
        elif speech and self.is_told_in_date(group, waiting, left):
            self.saying(group, left, group.start)
        elif waiting is not None and not (speech and self.here.lower[left] in QUOTES):
            self.resume(waiting, group, self.subject_behind(waiting, left))
        elif speech:
            begin = speakers.described_speaker(self.here, self.at, left, group)
            closes = self.here.lower[begin] in QUOTES
            self.saying(group, begin + closes, group.start if begin == left else begin + 1)
        elif (opener := openers.opener_behind_comma(self.here, self.at, left, group.start)) is not None:
            self.opened(group, opener)
        elif (coordinator := gaps.coordinator_before(self.here, self.at, group.start)) is not None:
            self.broken(group, coordinator)
        elif self.tells(group):
            self.joined(group)
        else:
            self.close_phrase(left)
            self.close_unlike(group, left)
            first = self.stack[-1].shares or self.stack[-1]
            self.open(Clause(Kind.COORDINATED, left + 1, group, shares=first, noun=first.noun), left)

    def with_subject(self, group: VerbGroup) -> None:
        """A finite verb with its subject before it: where in the gap does that subject's clause begin?"""
        waiting = self.waiting()
        opener = openers.opener(self.here, self.at, group.start)
        if self.reread(group) or self.tells_of_day(group, self.at):
            return
        if opener is not None and self.is_last_verb(opener, group):
            self.resume(self.root, group, group.start)
        elif opener is not None:
            self.opened(group, opener)
        elif self.is_said_next(group) or gaps.is_compared(self.here, self.at, group.start):
            self.joined(group)
        elif waiting is not None:
            self.waited(group, waiting)
        elif gaps.is_bare_relative(self.here, self.at, group.start):
            self.joined(group)
        elif (boundary := gaps.break_before(self.here, self.at, group.start)) is not None:
            self.broken(group, boundary)
        else:
            self.joined(group)

    def opened(self, group: VerbGroup, opener: int) -> None:
        """A clause behind the word that opens it."""
        word = self.here.lower[opener]
        comma = self.here.at(opener - 1) == "," and opener - 1 >= self.at
        self.end_at_semicolon(opener)
        boundary = with_adverbs(self.here, self.at, opener - comma)
        if word == "time":
            # "By the time she came".
            boundary = opener - 2
        if word in openers.BREAKS or word in openers.DASHES or word in QUOTES:
            self.behind_break(group, opener)
        elif word == "that" and self.is_complement(opener, group):
            self.close_said(opener)
            self.open(Clause(Kind.COMPLEMENT, opener + 1, group, opener=opener), boundary)
        elif word == "that" or (word in openers.RELATIVES and not (word == "where" and comma)):
            self.described(group, opener)
        else:
            comma = self.here.at(boundary) == ","
            if comma:
                self.close_bracketed(opener)
                self.open_interrupted(group, boundary)
            self.open_second(boundary)
            self.open(Clause(Kind.SUBORDINATE, opener + 1, group, opener=opener, bracketed=comma), boundary)

    def phrase_start(self, end: int) -> int:
        """Where the noun before `end` begins, with the one that a preposition hangs it on ("the entry into force")."""
        start = max(noun_start(self.here, self.at, end), self.at)
        while start - 1 > self.at and self.here.lower[start - 1] in words.PREPOSITIONS:
            if self.here.timed[start - 1]:
                break
            start = max(noun_start(self.here, self.at, start - 1), self.at)
        return start

    def is_of_object(self, last: VerbGroup, group: VerbGroup) -> bool:
        """Whether a verb tells of a noun in what another governs ("conceded defeat after losing seats it had won")."""
        pronoun = self.here.at(group.start - 1) in words.SUBJECT_PRONOUNS
        noun = not self.here.timed[group.start - 2] and is_open_class(self.here.tokens[group.start - 2])
        between = self.here.lower[last.end : group.start - 1]
        parted = not words.PREPOSITIONS.isdisjoint(between) and gaps.has_object(self.here, last)
        return last.lemma not in gaps.TAKES_NO_NOUN and pronoun and noun and parted

    def joined(self, group: VerbGroup) -> None:
        """Nothing stands between two verbs but nouns: what was said, or a relative clause without its pronoun."""
        last = self.stack[-1].verb
        told = last is not None and last.lemma in words.REPORTING and last.end == self.at
        told = told and self.here.at(self.at) != "by"
        if last is not None and told and not self.is_of_object(last, group):
            boundary = speakers.behind_hearer(self.here, last)
            self.open(Clause(Kind.COMPLEMENT, boundary, group), boundary)
            return
        start = self.phrase_start(group.start)
        if start and self.here.verbal[start - 1] and lemma(self.here.lower[start - 1]) in words.REPORTING:
            self.open(Clause(Kind.COMPLEMENT, start, group), start)
            return
        noun = self.noun(start)
        if start == self.at and last is not None and last.end == self.at:
            # What follows a verb is its object, and told with it.
            self.give(group.end, self.stack[-1])
        elif noun is None or start == self.at:
            self.open(Clause(Kind.PARALLEL, start, group), start)
        else:
            self.open(Clause(Kind.RELATIVE, start, group, noun=noun), start)
