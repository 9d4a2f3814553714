"""Clauses: each with its verb, its subject and what it hangs on; and what dates them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from dateline.events.nouns import Span
from dateline.model import Grain
from dateline.timex.english.verb_forms import lemma
from dateline.timex.english.verb_group import VerbGroup
from dateline.timex.english.verb_words import table
from dateline.timex.tokens import Token

ASKING = table("see know ask wonder check tell decide determine consider find doubt learn")
INVERTED = ("had", "were", "should")
CONSEQUENT = table("would could might 'd")


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


@dataclass(slots=True, eq=False)
class Clause:
    """A clause of a sentence; spans are token indices.

    `start` is its first word behind `opener`, the conjunction or relative pronoun. `noun` is what a relative clause or
    a participle describes. `shares` is the clause whose subject it shares. `bracketed` says that a comma opened it.
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
class Dated:
    """What expressions date: a clause, or, where `noun` is a span of tokens, that noun alone.

    `plain` says that the expression dates it by its own interval, not from or until then ("until 1972, when …");
    `lasts` that it filled the interval; `since` is the clause that says from when ("since the war began in May");
    `grain` is that of the expression; `plan` is where the infinitive begins that it dates beside its verb ("voted to
    close the school in June").
    """

    clause: Clause
    expressions: tuple[int, ...]
    at: Span
    noun: Span | None = None
    plain: bool = False
    lasts: bool = False
    since: Clause | None = None
    plan: int | None = None
    grain: Grain = Grain.DAY


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence's tokens, verbs and clauses; `owner[i]` is the clause that token `i` stands in.

    `head` is where a text dateline before a dash ends ("GENEVA, May 9 -"), which dates nothing.
    """

    tokens: Sequence[Token]
    lower: Sequence[str]
    groups: Sequence[VerbGroup]
    clauses: Sequence[Clause]
    owner: Sequence[Clause]
    timed: Sequence[bool]
    head: int = 0

    def opener(self, clause: Clause) -> str:
        """The conjunction or relative pronoun that opens a clause, in small letters; empty for none."""
        return self.lower[clause.opener] if clause.opener is not None else ""

    def is_condition(self, clause: Clause) -> bool:
        """Whether a clause is one that "if" or "unless" opens, and no question ("to see if they will pay")."""
        if clause.kind is not Kind.SUBORDINATE or clause.opener is None:
            return False
        asked = clause.opener > 0 and lemma(self.lower[clause.opener - 1]) in ASKING
        return self.lower[clause.opener] == "unless" or (self.lower[clause.opener] == "if" and not asked)

    def inverted(self) -> Clause | None:
        """The clause at the head that the order of its words makes a condition ("Were it to win, it would govern")."""
        first = self.clauses[0]
        verb = first.verb
        if verb is None or verb.start != self.head or self.lower[verb.start] not in INVERTED:
            return None
        modals = {other.verb.modal for other in self.clauses[1:] if other.verb is not None}
        ahead = self.lower[verb.start] == "should" and not modals.isdisjoint(("will", "'ll", "can", "may", "must"))
        return first if ahead or not modals.isdisjoint(CONSEQUENT) else None

    def depends(self, clause: Clause) -> bool:
        """Whether a clause tells what follows from an inverted condition."""
        behind = clause.kind is Kind.PARALLEL and self.opener(clause) in ("", ",")
        return behind and clause.parent is not None and clause.parent is self.inverted()
