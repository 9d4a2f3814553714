"""A sentence cut into clauses, each with its verb, its subject and what it hangs on; a shallow parse in one pass.

The verbs are read from left to right. What lies between two verbs decides where the second one's clause begins: at a
relative pronoun, a conjunction, a comma, at the end of a verb of saying; or nowhere, where the second verb is the one that
an earlier subject was waiting for ("Talks which began in May were halted").
"""

from __future__ import annotations

from dateline.timex.english.verb_words import table

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.verbs import VerbGroup, is_adverb, is_open_class, plain_words
from dateline.timex.tokens import Token

Span = tuple[int, int]
RELATIVE_SUBJECTS = ("who", "which", "that")
RELATIVE_OPENERS = ("who", "whom", "whose", "which", "where")
QUESTIONS = ("how", "what", "why", "whatever", "whoever")
ADVERBIAL_OPENERS = (
    "when",
    "whenever",
    "while",
    "because",
    "although",
    "though",
    "if",
    "unless",
    "whether",
    "whereas",
    "lest",
    "provided",
    *QUESTIONS,
)
# Conjunctions that are prepositions too: "after talks collapsed", "after the talks".
DOUBLE_OPENERS = ("after", "before", "since", "until", "till", "as", "once")
BREAKS = (";", ":")
NUMBERS = table("two three four five six seven eight nine ten dozens hundreds thousands")
# Adverbs that belong to the conjunction behind them: "even as", "shortly after".
FOCUS = table("even just only soon shortly immediately especially particularly long partly simply mainly largely")
# Verbs behind which a noun is the subject of what was said.
TAKES_NO_NOUN = table("say tell believe think argue insist")
QUOTES = '"“”'
SAYING_NOUNS = table(
    """belief claim claims fact fear fears hope hopes idea news report reports rumour rumours rumors sign signs suggestion
    suggestions view warning warnings allegation allegations assurance assurances evidence feeling
    """
)


class Kind(Enum):
    """How a clause hangs on its parent."""

    MAIN = "main"
    SAYING = "saying"  # "…, officials said"
    COMPLEMENT = "complement"  # what was said
    RELATIVE = "relative"
    SUBORDINATE = "subordinate"
    PARTICIPLE = "participle"
    COORDINATED = "coordinated"  # a further verb of the same subject
    PARALLEL = "parallel"  # a further clause with a subject of its own


WAITING_OPENERS = {"that": Kind.COMPLEMENT, ";": Kind.PARALLEL, ":": Kind.PARALLEL} | dict.fromkeys(
    ("when", "because", "although", "though", "while", "if"), Kind.SUBORDINATE
)


@dataclass(slots=True, eq=False)
class Clause:
    """A clause of a sentence; spans are token indices.

    `start` is its first word behind `opener`, the conjunction or relative pronoun. `noun` is what a relative clause or a
    participle describes. `shares` is the clause whose subject it shares. `bracketed` says that a comma opened it.
    """

    kind: Kind
    start: int
    verb: VerbGroup | None = None
    parent: Clause | None = None
    opener: int | None = None
    subject: Span | None = None
    noun: Span | None = None
    shares: Clause | None = None
    bracketed: bool = False
    children: list[Clause] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence's tokens, verbs and clauses; `owner[i]` is the clause that token `i` stands in."""

    tokens: Sequence[Token]
    lower: Sequence[str]
    groups: Sequence[VerbGroup]
    clauses: Sequence[Clause]
    owner: Sequence[Clause]
    timed: Sequence[bool]


def cut(tokens: Sequence[Token], groups: Sequence[VerbGroup], timed: Sequence[bool]) -> Parse:
    """The clauses of a sentence; `timed[i]` says that token `i` is part of a time expression, or its preposition."""
    cutter = _Cutter(tokens, groups, timed)
    cutter.run()
    return Parse(tokens, cutter.lower, groups, cutter.clauses, cutter.owner, timed)


def is_head(group: VerbGroup, lower: Sequence[str]) -> bool:
    """Whether a verb group makes a clause of its own: finite verbs, participles, and "-ing" behind a comma."""
    if group.finite or group.form == "participle":
        return group.finite or lower[group.start] not in ("be", "been")
    if group.form != "gerund":
        return False
    at = group.start - 1
    while at >= 0 and is_adverb(lower[at]):
        at -= 1
    return at > 0 and lower[at] == ","


class _Cutter:
    def __init__(self, tokens: Sequence[Token], groups: Sequence[VerbGroup], timed: Sequence[bool]) -> None:
        self.tokens = tokens
        self.lower = plain_words(tokens)
        self.verbal = [False] * len(tokens)
        for group in groups:
            self.verbal[group.start : group.end] = [True] * (group.end - group.start)
        self.timed = timed
        self.groups = groups
        self.root = Clause(Kind.MAIN, 0)
        self.clauses = [self.root]
        self.owner = [self.root] * len(tokens)
        self.stack = [self.root]  # the clauses that are open, the innermost last
        self.at = 0  # where the last verb ended

    def word(self, at: int) -> str:
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def run(self) -> None:
        for group in self.groups:
            if is_head(group, self.lower):
                self.place(group)
                self.at = group.end
        self.own(self.at, len(self.tokens), self.stack[-1])
        self.give_back()
        for clause in self.clauses:
            if clause.subject is None and clause.verb is not None and clause.kind is not Kind.PARTICIPLE:
                clause.subject = self.subject(clause)

    def give_back(self) -> None:
        """Gives a date between commas behind a bracketed clause to the clause outside ("…, who was ill, on Friday")."""
        for comma, word in enumerate(self.lower[:-1]):
            inner = self.owner[comma]
            if word != "," or not self.timed[comma + 1] or not inner.bracketed or inner.parent is None:
                continue
            if inner.verb is None or inner.verb.end > comma or inner.kind is Kind.SAYING:
                continue
            end = comma + 1
            while end < len(self.lower) and self.timed[end]:
                end += 1
            if self.word(end) in ("", ",", "."):
                self.own(comma, end, inner.parent)

    def own(self, start: int, end: int, clause: Clause) -> None:
        self.owner[start:end] = [clause] * max(0, end - start)

    # Where a clause begins

    def place(self, group: VerbGroup) -> None:
        """Finds the clause of `group` and gives the words since the last verb to the clauses they belong to."""
        left = self.nearest(group.start)
        word = self.word(left) if left >= self.at else ""
        if group.form != "finite":
            self.participle(group, left, word)
        elif word in RELATIVE_SUBJECTS and left > 0 and not (word == "that" and self.is_complement(left)):
            self.relative(group, left)
        elif word in QUESTIONS:
            self.open(Kind.COMPLEMENT, group, left, left)
        elif word in words.COORDINATORS and self.stack[-1].verb is not None:
            self.coordinated(group, left)
        elif word and (word in ",—–" or word in QUOTES):
            self.behind_comma(group, left)
        else:
            self.with_subject(group, left)

    def nearest(self, start: int) -> int:
        """The nearest word before the verb that is neither an adverb nor part of a date."""
        at = start - 1
        while at >= self.at and (
            (is_adverb(self.lower[at]) and self.lower[at] != "there") or self.timed[at] or self.is_between_dates(at)
        ):
            at -= 1
        return at

    def is_between_dates(self, at: int) -> bool:
        """Whether the comma or coordinator at `at` belongs to dates before a verb ("and, on Friday, fled", "May and June")."""
        if self.lower[at] in words.COORDINATORS:
            return at > self.at and self.timed[at - 1] and self.timed[at + 1]
        if self.lower[at] != ",":
            return False
        before = at - 1
        while before > self.at and (self.timed[before] or self.lower[before] == ","):
            before -= 1
        return before < at - 1 + self.timed[at + 1] and self.lower[before] in (*words.COORDINATORS, *RELATIVE_SUBJECTS)

    def pending(self) -> Clause | None:
        """The innermost open clause that still waits for its verb."""
        return next((clause for clause in reversed(self.stack) if clause.verb is None), None)

    def open(self, kind: Kind, group: VerbGroup, boundary: int, start: int, **more: object) -> Clause:
        """Opens a clause whose words begin at `boundary`, an opener or comma included."""
        parent = self.stack[-1]
        self.own(self.at, boundary, parent)
        clause = Clause(kind, start, group, parent, **more)  # type: ignore[arg-type]
        parent.children.append(clause)
        self.clauses.append(clause)
        self.own(boundary, group.end, clause)
        self.stack.append(clause)
        return clause

    def resume(self, clause: Clause, group: VerbGroup, boundary: int) -> None:
        """Gives `group` to a clause that was waiting for it, and closes what was opened inside."""
        inner = self.stack[-1]
        while self.stack[-1] is not clause:
            self.stack.pop()
        self.own(self.at, boundary, inner)
        self.own(boundary, group.end, clause)
        clause.verb = group

    def close_bracketed(self, boundary: int) -> None:
        """Closes the clauses that a comma opened, where a comma stands before `boundary`."""
        if self.word(boundary - 1) != "," and self.word(boundary) != ",":
            return
        while len(self.stack) > 1 and self.stack[-1].bracketed and self.stack[-1].kind is not Kind.SAYING:
            inner = self.stack.pop()
            self.own(self.at, boundary, inner)
            self.at = max(self.at, boundary)

    # The kinds of clauses

    def participle(self, group: VerbGroup, left: int, word: str) -> None:
        comma = word == ","
        if left < 0 or (left < self.at and not self.clauses[0].verb and len(self.clauses) == 1 and self.at == 0):
            self.open(Kind.PARTICIPLE, group, 0, 0, bracketed=True)
            return
        if word in words.COORDINATORS and self.stack[-1].kind is Kind.PARTICIPLE:
            self.coordinated(group, left)
            return
        begin = group.start
        while begin > self.at and is_adverb(self.lower[begin - 1]):
            begin -= 1
        self.open_waiting(begin)
        boundary = left if comma or word in words.COORDINATORS else begin
        noun = self.noun_before(left if comma else begin)
        if group.form == "gerund" and self.pending() is None:
            noun = None
        self.open(Kind.PARTICIPLE, group, boundary, group.start, noun=noun, bracketed=comma)

    def relative(self, group: VerbGroup, left: int) -> None:
        comma = self.word(left - 1) == "," and left - 1 >= self.at
        self.open_waiting(left)
        noun = self.noun_before(left - comma, whole=comma)
        clause = self.open(
            Kind.RELATIVE, group, left - comma if left - comma >= self.at else left, left + 1, opener=left, noun=noun
        )
        clause.bracketed = comma
        clause.subject = noun

    def open_waiting(self, end: int) -> None:
        """Opens a clause whose subject begins in the gap before `end`, and whose verb is still to come behind it."""
        last = self.stack[-1]
        if last.verb is None or self.at >= end:
            return
        opener = self.opener_in(end)
        word = self.lower[opener] if opener is not None else ""
        if opener is not None and word in WAITING_OPENERS and (word != "that" or self.is_complement(opener)):
            kind = WAITING_OPENERS[word]
            boundary, start = opener, opener + 1
        elif opener is None and last.verb.end == self.at and self.is_subject_next(last.verb, end):
            kind = Kind.COMPLEMENT
            boundary = start = self.behind_hearer(last.verb)
        else:
            return
        self.own(self.at, boundary, last)
        clause = Clause(kind, start, None, last, opener)
        last.children.append(clause)
        self.clauses.append(clause)
        self.own(boundary, end, clause)
        self.stack.append(clause)
        self.at = boundary

    def is_subject_next(self, verb: VerbGroup, end: int) -> bool:
        """Whether a noun that can be a subject follows a verb of saying, rather than an object or a preposition."""
        at = self.behind_hearer(verb)
        return verb.lemma in TAKES_NO_NOUN and verb.finite and not verb.passive and at < end and self.in_noun(at)

    def coordinated(self, group: VerbGroup, left: int) -> None:
        """A verb behind "and" or "but": of the same subject as the innermost clause of its form."""
        boundary = left - 1 if self.word(left - 1) == "," and left - 1 >= self.at else left
        self.close_bracketed(left)
        if boundary < left and self.stack[-1].kind is Kind.COMPLEMENT and self.word(left) == "and":
            self.own(self.at, boundary, self.stack.pop())
            self.at = max(self.at, boundary)
        while len(self.stack) > 1 and not self.matches(self.stack[-1], group):
            inner = self.stack.pop()
            self.own(self.at, boundary, inner)
            self.at = max(self.at, boundary)
        shares = self.stack[-1]
        if shares.verb is None:
            self.resume(shares, group, group.start)
            return
        first = shares.shares or shares
        clause = self.open(Kind.COORDINATED, group, boundary, left + 1, opener=left, shares=first, noun=first.noun)
        clause.bracketed = False

    def matches(self, clause: Clause, group: VerbGroup) -> bool:
        if clause.verb is None:
            return True
        if group.finite != clause.verb.finite or clause.kind is Kind.SAYING:
            return False
        if clause.verb.tense == group.tense or clause.kind in (Kind.MAIN, Kind.PARALLEL):
            return True
        return not any(outer.verb is not None and outer.verb.tense == group.tense for outer in self.stack[:-1])

    def behind_comma(self, group: VerbGroup, left: int) -> None:
        """A finite verb behind a comma: what the subject was waiting for, an inverted "said X", or one of a list."""
        waiting = self.pending()
        speech = group.lemma in words.SPEECH and not group.passive
        if waiting is not None and not (speech and self.word(left) in QUOTES):
            self.resume(waiting, group, left)
        elif speech:
            self.saying(group, left, group.start)
        elif (opener := self.opener(group)) is not None:
            self.opened(group, opener)
        elif (coordinator := self.coordinator_before(group)) is not None:
            self.broken(group, coordinator)
        else:
            boundary = left
            while len(self.stack) > 1 and not self.matches(self.stack[-1], group):
                self.own(self.at, boundary, self.stack.pop())
                self.at = max(self.at, boundary)
            shares = self.stack[-1].shares or self.stack[-1]
            self.open(Kind.COORDINATED, group, boundary, left + 1, opener=None, shares=shares, noun=shares.noun)

    def saying(self, group: VerbGroup, boundary: int, start: int) -> None:
        """A verb of saying behind what was said: it closes all that was open."""
        self.own(self.at, boundary, self.stack[-1])
        self.at = max(self.at, boundary)
        pending = self.pending()
        self.stack = [self.root]
        clause = self.open(Kind.SAYING, group, boundary, start, bracketed=True)
        if pending is not None:
            self.stack.pop()
            self.own(group.start, group.end, clause)
            self.at = group.end

    def with_subject(self, group: VerbGroup, left: int) -> None:
        """A finite verb with its subject before it: where in the gap does that subject's clause begin?"""
        opener = self.opener(group)
        waiting = self.pending()
        if opener is not None:
            self.opened(group, opener)
            return
        boundary = self.break_before(group)
        if waiting is not None:
            self.waited(group, waiting, boundary)
        elif boundary is not None:
            self.broken(group, boundary)
        else:
            self.joined(group)

    def waited(self, group: VerbGroup, waiting: Clause, boundary: int | None) -> None:
        nested = waiting is not self.stack[-1]
        comma = self.last(group.start, ",")
        if group.lemma in words.SPEECH and self.word(group.end) == "," and comma is not None and comma > waiting.start:
            self.saying(group, comma, comma + 1)
        elif not nested and self.bare_relative(group, waiting):
            start = self.nearest(group.start)
            self.open(Kind.RELATIVE, group, start, start, noun=self.noun_before(start))
        elif not nested:
            waiting.verb = group
            self.own(self.at, group.end, waiting)
        elif comma is not None and self.has_words(comma + 1, group.start) and not self.has_own_words(waiting):
            waiting.start = comma + 1
            self.resume(waiting, group, comma + 1)
        else:
            self.resume(waiting, group, group.start)

    def bare_relative(self, group: VerbGroup, waiting: Clause) -> bool:
        """Whether a pronoun behind the waiting subject begins a relative clause without its own ("the city they took fell")."""
        at = self.nearest(group.start)
        if self.word(at) not in words.SURE_SUBJECTS or at <= waiting.start or self.lower[at - 1] == ",":
            return False
        return (
            is_open_class(self.tokens[at - 1])
            and not self.timed[at - 1]
            and self.word(waiting.start) not in words.PREPOSITIONS
        )

    def has_own_words(self, clause: Clause) -> bool:
        """Whether a waiting clause has a subject: words of its own that are no date."""
        return any(
            owner is clause and not self.timed[k] and self.lower[k][0].isalnum() and not is_adverb(self.lower[k])
            for k, owner in enumerate(self.owner[: self.at])
        )

    def has_words(self, start: int, end: int) -> bool:
        return any(
            not self.timed[k] and not is_adverb(self.lower[k]) and self.lower[k][0].isalnum() for k in range(start, end)
        )

    def opened(self, group: VerbGroup, opener: int) -> None:
        word = self.lower[opener]
        comma = self.word(opener - 1) == "," and opener - 1 >= self.at
        boundary = self.with_adverbs(opener - comma)
        if word in BREAKS or word in "—–-" or word in QUOTES:
            if self.root.verb is None and self.stack[-1] is self.root and word not in QUOTES:
                self.root.start = opener + 1
                self.at = opener + 1
                self.with_subject(group, opener)
                return
            self.own(self.at, opener + 1, self.stack[-1])
            self.at = opener + 1
            self.stack = [self.root]
            speech = group.lemma in words.SPEECH and word in QUOTES
            self.open(Kind.SAYING if speech else Kind.PARALLEL, group, opener + 1, opener + 1, bracketed=speech)
            return
        if word == "that" and not self.is_complement(opener):
            noun = self.noun_before(opener)
            self.open(Kind.RELATIVE, group, boundary, opener, opener=opener, noun=noun, bracketed=comma)
        elif word == "that":
            self.close_said(opener)
            self.open(Kind.COMPLEMENT, group, boundary, opener + 1, opener=opener)
        elif word in RELATIVE_OPENERS and not (word == "where" and comma):
            self.open_waiting(opener)
            noun = self.noun_before(opener - comma, whole=comma)
            self.open(Kind.RELATIVE, group, boundary, opener, opener=opener, noun=noun, bracketed=comma)
        else:
            if comma:
                self.close_bracketed(opener)
            self.open(Kind.SUBORDINATE, group, boundary, opener + 1, opener=opener, bracketed=comma)

    def with_adverbs(self, boundary: int) -> int:
        """The start of "even as", "just after", "as long as"."""
        if self.word(boundary - 2) == "as" and self.word(boundary - 1) in ("long", "soon", "far") and boundary - 2 >= self.at:
            return boundary - 2
        while boundary > self.at and is_adverb(self.lower[boundary - 1]) and not self.timed[boundary - 1]:
            if self.lower[boundary - 1] not in FOCUS:
                break
            boundary -= 1
        return boundary

    def close_said(self, opener: int) -> None:
        """Goes back to the verb of saying, where "and that" begins a second thing that was said."""
        if self.word(opener - 1) not in words.COORDINATORS:
            return
        said = next((clause for clause in reversed(self.stack) if clause.kind is Kind.COMPLEMENT), None)
        if said is None:
            return
        inner = self.stack[-1]
        del self.stack[self.stack.index(said) :]
        self.own(self.at, opener - 1, inner)
        self.at = max(self.at, opener - 1)

    def broken(self, group: VerbGroup, boundary: int) -> None:
        """A clause behind a comma or a coordinator, with its own subject."""
        word = self.lower[boundary]
        if word == "," and group.lemma in words.SPEECH | words.REPORTING and not group.passive:
            self.saying(group, self.speaker(boundary), self.speaker(boundary) + 1)
            return
        comma = word != "," and self.word(boundary - 1) == ","
        self.close_bracketed(boundary)
        self.own(self.at, boundary - comma if boundary - comma >= self.at else boundary, self.stack[-1])
        self.at = max(self.at, boundary - comma)
        said = next((clause for clause in reversed(self.stack) if clause.kind is Kind.COMPLEMENT), None)
        keep = self.stack.index(said) if said is not None and not comma else 1
        del self.stack[max(1, keep) :]
        self.open(Kind.PARALLEL, group, self.at, boundary + 1, opener=boundary)

    def speaker(self, comma: int) -> int:
        """The comma before the speaker, who may have a description in front ("the army's chief, General X, said")."""
        earlier = next((k for k in range(comma - 1, self.at, -1) if self.lower[k] == ","), None)
        if earlier is None or not self.tokens[comma + 1].text[0].isupper() or self.word(comma + 1) in words.DETERMINERS:
            return comma
        described = self.word(earlier + 1) in ("the", "a", "an") and not self.timed[earlier + 1]
        return earlier if described else comma

    def joined(self, group: VerbGroup) -> None:
        """Nothing stands between two verbs but nouns: what was said, or a relative clause without its pronoun."""
        last = self.stack[-1]
        if last.verb is not None and last.verb.lemma in words.REPORTING and last.verb.end == self.at:
            boundary = self.behind_hearer(last.verb)
            self.open(Kind.COMPLEMENT, group, boundary, boundary)
            return
        start = self.noun_start(group.start)
        noun = self.noun_before(start)
        if noun is None or start <= self.at:
            self.open(Kind.PARALLEL, group, max(start, self.at), max(start, self.at))
        else:
            self.open(Kind.RELATIVE, group, start, start, noun=noun)

    def behind_hearer(self, verb: VerbGroup) -> int:
        """Where what was said begins: behind a date, and for "told" behind who was told."""
        at = verb.end
        if verb.lemma == "tell":
            while at < len(self.tokens) and (
                self.word(at) in words.DETERMINERS or (is_open_class(self.tokens[at]) and at < verb.end + 2)
            ):
                at += 1
        while at < len(self.tokens) and (self.timed[at] or self.word(at) in ("in", "at", "on")) and at < verb.end + 12:
            if not self.timed[at]:
                at += 1
                while (
                    at < len(self.tokens)
                    and not self.timed[at]
                    and is_open_class(self.tokens[at])
                    and self.tokens[at].text[0].isupper()
                ):
                    at += 1
                continue
            at += 1
        return at

    # What the gap holds

    def last(self, end: int, word: str) -> int | None:
        return next((k for k in range(end - 1, self.at - 1, -1) if self.lower[k] == word), None)

    def opener(self, group: VerbGroup) -> int | None:
        """The last word in the gap before `group` that surely opens a clause."""
        return self.opener_in(group.start)

    def opener_in(self, end: int) -> int | None:
        comma = False
        for k in range(end - 1, self.at - 1, -1):
            word = self.lower[k]
            if self.timed[k] and word not in DOUBLE_OPENERS:
                continue
            if word in BREAKS or (word in "—–-" and self.is_dash(k)) or (word in QUOTES and self.closes_quote(k)):
                return k
            if word in ("that", *RELATIVE_OPENERS) and not self.is_determiner(k):
                return k
            if word in ADVERBIAL_OPENERS and self.word(k + 1) != "of":
                return k
            if word in DOUBLE_OPENERS and not comma and not self.timed[k] and self.has_words(k + 1, end):
                if self.word(k + 1) not in ("well", "part", "many", "much", "long", "far", "of"):
                    return k
            comma = comma or word == ","
        return None

    def is_determiner(self, at: int) -> bool:
        return self.lower[at] == "that" and (at == 0 or self.word(at - 1) in words.PREPOSITIONS - {"in", "except"})

    def is_dash(self, at: int) -> bool:
        before = at > 0 and self.tokens[at - 1].end < self.tokens[at].start
        after = at + 1 < len(self.tokens) and self.tokens[at + 1].start > self.tokens[at].end
        return (before and after) or self.lower[at] == "—"

    def closes_quote(self, at: int) -> bool:
        return self.word(at - 1) in (",", ".", "?", "!") and at > 1

    def is_complement(self, at: int) -> bool:
        """Whether "that" at `at` opens what was said or meant, rather than describing a noun."""
        if at and self.lower[at - 1] in SAYING_NOUNS | words.COORDINATORS:
            return True
        behind_verb = at > 0 and self.verbal[at - 1]
        last = self.stack[-1].verb
        if last is None or behind_verb:
            return behind_verb
        between = [k for k in range(max(last.end, self.at), at) if not self.timed[k] and self.lower[k] != ","]
        if not between:
            return True
        if last.lemma in words.REPORTING:
            return len(between) <= 6 and not any(group.start == at + 1 for group in self.groups)
        return last.lemma == "be" and len(between) < 3 and self.lower[between[0]] not in words.DETERMINERS

    def break_before(self, group: VerbGroup) -> int | None:
        """The coordinator or comma in the gap behind which the subject of `group` begins."""
        comma: int | None = None
        coordinator: int | None = None
        for k in range(group.start - 1, self.at - 1, -1):
            word = self.lower[k]
            if word in words.COORDINATORS and self.has_words(k + 1, group.start):
                if self.word(k - 1) == "," or word in ("but", "yet"):
                    return k
                coordinator = k if coordinator is None else coordinator
            elif word == "," and comma is None and not self.timed[k] and self.has_words(k + 1, group.start):
                comma = k
        return max((k for k in (comma, coordinator) if k is not None), default=None)

    def coordinator_before(self, group: VerbGroup) -> int | None:
        return next(
            (
                k
                for k in range(group.start - 1, self.at - 1, -1)
                if self.lower[k] in words.COORDINATORS and self.has_words(k + 1, group.start)
            ),
            None,
        )

    # Nouns

    def noun_start(self, end: int) -> int:
        """Where the noun phrase that ends before `end` begins."""
        at = end
        while at > self.at and (is_adverb(self.lower[at - 1]) or self.timed[at - 1]):
            at -= 1
        if self.word(at - 1) in words.SUBJECT_PRONOUNS:
            return at - 1
        while at > self.at and self.in_noun(at - 1):
            at -= 1
            if self.lower[at] in words.DETERMINERS and self.word(at - 1) not in ("'s",):
                break
        return at

    def in_noun(self, at: int) -> bool:
        word = self.lower[at]
        return not self.verbal[at] and (
            word in words.DETERMINERS
            or word in ("'s", "-", "'", "’", "$", "%", '"', "“", "”", "not")
            or (word.endswith("ly") and at > 0 and self.lower[at - 1] in words.DETERMINERS)
            or word.isdigit()
            or is_open_class(self.tokens[at])
        )

    def noun_before(self, end: int, whole: bool = False) -> Span | None:
        """The noun phrase that ends at `end`, with what "of" joins to it; `whole`: all of a subject that waits there."""
        waiting = self.stack[-1] if self.stack[-1].verb is None else None
        if whole and waiting is not None:
            start = self.lead_in(waiting.start, end)
            return (start, end) if start < end else None
        floor = self.at if self.stack[-1].verb is not None or self.at else 0
        at = end
        while at > floor:
            while at > floor and self.in_noun(at - 1) and not (self.timed[at - 1] and not self.is_possessive(at - 1)):
                at -= 1
            preposition = self.word(at - 1)
            reaches = preposition == "of" or (
                preposition in ("with", "on", "between", "in", "at", "by", "to", "for", "over")
                and at - 2 >= floor
                and is_event_noun(self.lower[at - 2])
            )
            defined = preposition == "of" and self.word(at) in words.DETERMINERS | NUMBERS
            if defined or not (reaches and at - 2 >= floor and at < end and self.in_noun(at - 2)):
                break
            at -= 1
        at = self.lead_in(at, end)
        return (at, end) if at < end else None

    def lead_in(self, start: int, end: int) -> int:
        """The start of a noun phrase without a date, an adverb or a comma in front of it."""
        at = start
        while at < end and (
            (self.timed[at] and not self.is_possessive(at))
            or self.lower[at] in (",", *QUOTES)
            or self.lower[at] in words.COORDINATORS
            or (
                is_adverb(self.lower[at])
                and self.lower[at]
                not in (
                    "all",
                    "most",
                    "more",
                    "both",
                    "about",
                    "around",
                    "over",
                    "nearly",
                    "almost",
                    "early",
                    "late",
                    "first",
                )
            )
        ):
            at += 1
        return at

    def is_possessive(self, at: int) -> bool:
        """Whether the date at `at` stands before a noun as its owner ("Thursday's operation")."""
        while at < len(self.tokens) and self.timed[at]:
            at += 1
        return self.word(at) == "'s"

    def subject(self, clause: Clause) -> Span | None:
        """What stands between the start of a clause and its verb, dates and phrases set off by a comma left out."""
        assert clause.verb is not None
        end = clause.verb.start
        while end > clause.start and (is_adverb(self.lower[end - 1]) or self.timed[end - 1]):
            if self.word(end - 2) in words.DETERMINERS:
                break
            end -= 1
        if (
            end > clause.start
            and self.lower[end - 1] in words.SUBJECT_PRONOUNS
            and self.word(end - 2) not in words.PREPOSITIONS
        ):
            return end - 1, end
        start = self.lead_in(clause.start, end)
        if self.word(start) in words.PREPOSITIONS | {"despite", "following"}:
            comma = next((k for k in range(start, end) if self.lower[k] == ","), None)
            start = self.lead_in(comma, end) if comma is not None else start
        first = next((k for k in range(start, end) if self.owner[k] is not clause or self.lower[k] == ","), end)
        return (start, first) if start < first else None
