"""Subjects that wait for their verb behind what describes them ("and the men who had fled were caught")."""

from __future__ import annotations

from dateline.events import gaps, openers, speakers
from dateline.events.begun import Begun
from dateline.events.clauses import Clause, Kind
from dateline.events.focus import with_adverbs
from dateline.events.nouns import has_words, subject_before
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_forms import Form, forms
from dateline.timex.english.verb_group import VerbGroup

# Openers of a clause whose subject may be described before its verb comes: "that talks which began in May were halted".
WAITING = {"that": Kind.COMPLEMENT, ";": Kind.PARALLEL, ":": Kind.PARALLEL} | dict.fromkeys(
    ("when", "because", "although", "though", "while", "if", "whether", "unless"), Kind.SUBORDINATE
)
WAITING |= dict.fromkeys(("why", "how"), Kind.COMPLEMENT)

TELLING = words.SPEECH | words.REPORTING


class Waiting(Begun):
    """Opens clauses whose verb is still to come, and finds it."""

    def open_waiting(self, group: VerbGroup, end: int, bracketed: bool) -> None:
        """Opens a clause whose subject begins in the gap before `end`, and whose verb is still to come behind `group`.

        `bracketed` says that a comma at `end` sets apart what `group` tells.
        """
        last = self.stack[-1]
        if last.verb is None or self.at >= end:
            return
        at = openers.opener(self.here, self.at, end)
        word = self.here.lower[at] if at is not None else ""
        said = word != "that" or gaps.is_complement(self.here, last.verb, self.at, at or 0, False)
        awaited = self.following is not None and gaps.is_awaited(self.here, group, self.following, bracketed)
        if at is not None and said and (word in WAITING or (awaited and word in openers.DOUBLE)):
            kind, start = WAITING.get(word, Kind.SUBORDINATE), at + 1
            boundary = with_adverbs(self.here, self.at, at) if word in openers.DOUBLE else at
        elif at is None and self.is_saying_next(end):
            kind = Kind.COMPLEMENT
            boundary = start = speakers.behind_hearer(self.here, last.verb)
        elif at is None and awaited and self.waiting() is None:
            self.open_beside(end)
            return
        else:
            return
        self.wait(Clause(kind, start, opener=at), boundary, end)

    def open_interrupted(self, group: VerbGroup, comma: int) -> None:
        """Opens the clause behind "and" whose subject an aside parts from its verb ("… and aid, if it comes, will")."""
        awaited = self.following is not None and gaps.is_awaited(self.here, group, self.following, True)
        if awaited and self.waiting() is None and self.stack[-1].verb is not None:
            self.open_beside(comma)

    def open_beside(self, end: int) -> None:
        """Opens a clause behind "and" or "but" whose verb is still to come ("…, and the men who fled were caught")."""
        boundary = gaps.break_before(self.here, self.at, end)
        if boundary is None:
            return
        if self.here.lower[boundary] == ",":
            if self.following is not None and self.following.lemma in words.SPEECH and not self.following.passive:
                self.give(boundary, self.stack[-1])
                self.stack = [self.root]
                self.wait(Clause(Kind.SAYING, boundary + 1, bracketed=True), boundary, end)
            return
        self.end_before(boundary)
        self.wait(Clause(Kind.PARALLEL, boundary + 1, opener=boundary), self.at, end)

    def reread(self, group: VerbGroup) -> bool:
        """Whether the last verb was a participle, as another follows its date ("A law passed in 2006 lapsed")."""
        outer = self.stack[-1]
        verb = outer.verb
        if verb is None or verb.tense != "past" or verb.end - verb.start > 1 or verb.end != self.at:
            return False
        told = outer.kind in (Kind.RELATIVE, Kind.PARTICIPLE, Kind.SAYING, Kind.COORDINATED) or verb.lemma in TELLING
        bare = self.at < group.start and all(self.here.timed[self.at : group.start])
        if told or not bare or not forms(verb.head) & Form.PARTICIPLE:
            return False
        noun = subject_before(self.here, outer.start, verb.start)
        if noun is None:
            return False
        participle = verb._replace(tense="", finite=False, form="participle", passive=True)
        inner = Clause(Kind.PARTICIPLE, verb.start, participle, parent=outer, noun=noun)
        outer.children.append(inner)
        self.clauses.append(inner)
        self.own(verb.start, group.start, inner)
        outer.verb = group
        self.own(group.start, group.end, outer)
        return True

    def is_last_verb(self, opener: int, group: VerbGroup) -> bool:
        """Whether a preposition opens no clause, as the subject has no other verb ("The first since May came").

        A participle before it has made the subject's verb wait: "A warning issued after the quake was lifted, I hear".
        """
        inner = self.stack[-1]
        described = inner.kind in (Kind.PARTICIPLE, Kind.RELATIVE) and not inner.bracketed
        last = self.following is None or (described and not gaps.is_awaited(self.here, group, self.following, False))
        open_still = self.waiting() is self.root and last
        behind = opener == self.root.start or has_words(self.here, self.root.start, opener)
        behind = behind or self.here.timed[opener - 1]
        return open_still and self.here.lower[opener] in openers.DOUBLE and behind

    def is_said_next(self, group: VerbGroup) -> bool:
        """Whether what was said follows its verb without "that", in a clause inside the one that waits."""
        return "," not in self.here.lower[self.at : group.start] and self.tells(group)

    def tells(self, group: VerbGroup) -> bool:
        """Whether the last verb is one of saying, with the subject of `group` right behind it."""
        return self.is_saying_next(group.start)

    def is_saying_next(self, end: int) -> bool:
        """Whether the last verb is one of saying that has its subject before it, and a noun before `end` behind it."""
        last = self.stack[-1]
        if (
            last.verb is None
            or last.verb.end != self.at
            or (last.kind is Kind.SAYING and last.start == last.verb.start)
        ):
            return False
        return gaps.is_subject_next(self.here, last.verb, end)

    def open_second(self, opener: int) -> None:
        """Opens the clause behind "and" that begins with the one that `opener` opens ("…, and if it rains we stay")."""
        if self.following is None or self.waiting() is not None or opener <= self.at:
            return
        if self.here.lower[opener - 1] in words.COORDINATORS:
            self.end_before(opener - 1)
            self.wait(Clause(Kind.PARALLEL, opener, opener=opener - 1), self.at, opener)
        elif self.here.lower[opener - 1] in openers.BREAKS and self.root.verb is not None:
            self.give(opener, self.stack[-1])
            self.stack = [self.root]
            self.wait(Clause(Kind.PARALLEL, opener), opener, opener)

    def is_told_in_date(self, group: VerbGroup, waiting: Clause | None, comma: int) -> bool:
        """Whether a speaker stands behind a verb between a date and its clause ("From July, says Ann, rents …")."""
        opens = waiting is self.root and self.following is not None and comma > 0 and self.here.lower[comma] == ","
        return opens and all(self.here.timed[:comma]) and has_words(self.here, group.end, group.end + 2)

    def said_inside(self, group: VerbGroup, mark: int) -> int | None:
        """The comma between a date behind `mark` and a verb of saying that a comma closes, as another verb follows.

        So in "…; by Friday, police said, two men were held".
        """
        comma = next((k for k in range(mark + 1, group.start) if self.here.lower[k] == ","), mark + 1)
        between = group.lemma in TELLING and self.here.at(group.end) == "," and self.following is not None
        return comma if between and mark + 1 < comma and all(self.here.timed[mark + 1 : comma]) else None

    def say_inside(self, group: VerbGroup, mark: int, comma: int) -> None:
        """Opens the clause whose date stands behind `mark`, and puts the verb of saying behind `comma` beside it."""
        self.wait(Clause(Kind.PARALLEL, mark + 1, opener=mark), mark + 1, comma)
        self.at = comma
        self.saying(group, comma, comma + 1)

    def wait(self, clause: Clause, boundary: int, end: int) -> None:
        """Opens `clause`, which has no verb yet, with the words from `boundary` to `end`."""
        self.open(clause, boundary)
        self.own(boundary, end, clause)
        self.at = boundary

    def waited(self, group: VerbGroup, waiting: Clause) -> None:
        """The verb that a subject was waiting for, unless what stands between is a clause of its own."""
        backwards = range(group.start - 1, self.at - 1, -1)
        comma = next((k for k in backwards if self.here.lower[k] == ","), None)
        if comma is not None and self.is_told_by_another(group, waiting, comma):
            self.saying(group, comma, comma + 1)
        elif waiting is self.stack[-1]:
            start = self.bare_relative(group, waiting)
            if start is not None:
                self.open(Clause(Kind.RELATIVE, start, group, noun=self.noun(start)), start)
            else:
                waiting.verb = group
                self.own(self.at, group.end, waiting)
        elif comma is not None and has_words(self.here, comma + 1, group.start) and not self.has_subject(waiting):
            boundary = self.apposition(comma)
            waiting.start = comma + 1 if self.stack[-1].kind is not Kind.SAYING else waiting.start
            self.resume(waiting, group, boundary)
        elif not self.has_subject(waiting) and self.here.at(group.start - 1) in words.SURE_SUBJECTS:
            waiting.start = group.start - 1
            self.resume(waiting, group, waiting.start)
        elif (start := self.behind_date(group, waiting)) is not None:
            waiting.start = start
            self.resume(waiting, group, start)
        else:
            self.resume(waiting, group, group.start)

    def is_told_by_another(self, group: VerbGroup, waiting: Clause, comma: int) -> bool:
        """Whether a verb is one of saying, between commas or with a subject of its own ("…, the court heard")."""
        if group.lemma in TELLING and self.here.at(group.end) == "," and comma > waiting.start:
            return True
        last = self.following is None and group.lemma in words.REPORTING and not group.passive
        inside = waiting is not self.stack[-1] and self.has_subject(waiting)
        return last and inside and has_words(self.here, comma + 1, group.start)

    def end_before(self, boundary: int) -> None:
        """Closes what a clause with its own subject behind the comma or coordinator at `boundary` ends."""
        comma = self.here.lower[boundary] != "," and self.here.at(boundary - 1) == "," and boundary - 1 >= self.at
        self.close_bracketed(boundary)
        self.give(boundary - comma, self.stack[-1])
        said = next((clause for clause in reversed(self.stack) if clause.kind is Kind.COMPLEMENT), None)
        keep = self.stack.index(said) if said is not None and not comma else 1
        del self.stack[max(1, keep) :]

    def saying(self, group: VerbGroup, boundary: int, start: int) -> None:
        """A verb of saying behind what was said: it closes all that was open, but not what waits for its verb."""
        self.give(boundary, self.stack[-1])
        waiting = self.waiting()
        self.stack = self.stack[: self.stack.index(waiting) + 1] if waiting is not None else [self.root]
        self.open(Clause(Kind.SAYING, start, group, bracketed=True), boundary)
        if waiting is not None and start < group.start:
            self.stack.pop()
