"""Where a subject begins that has waited for its verb: behind a date, an aside, or what names it."""

from __future__ import annotations

from dateline.events import gaps
from dateline.events.clauses import Clause, Kind
from dateline.events.nouns import has_words
from dateline.events.settled import Settled
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_group import VerbGroup, is_open_class

OWNERS = words.table("its his her their")
NAMING = words.table("a an the one his her")


class Begun(Settled):
    """Finds the first word of a subject; `following` is the verb behind the one at hand."""

    following: VerbGroup | None = None

    def apposition(self, comma: int) -> int:
        """Where what names the subject begins behind a participle in front of it, which a comma before it closes.

        So in "Born in Leith in 1931, the youngest of six, she left"; right behind the comma where nothing does.
        """
        inner = self.stack[-1]
        opens = next((k for k in range(self.at, comma) if self.here.lower[k] == "," and not self.here.timed[k]), comma)
        named = self.here.at(opens + 1) in NAMING and not any(self.here.timed[opens + 1 : comma])
        return opens if inner.kind is Kind.PARTICIPLE and inner.bracketed and opens < comma and named else comma + 1

    def begins_subject(self, gerund: VerbGroup, comma: int) -> bool:
        """Whether a gerund behind a comma begins a subject ("If that fails, pumping it out could take weeks")."""
        waiting, verb = self.waiting(), self.following
        if waiting is None or verb is None or not verb.finite or self.has_subject(waiting):
            return False
        between = self.here.lower[gerund.end : verb.start]
        bare = "," not in between and self.here.at(verb.start - 1) not in words.SUBJECT_PRONOUNS
        if not bare or self.here.at(comma) != "," or gerund.form != "gerund":
            return False
        self.give(comma, self.stack[-1])
        del self.stack[self.stack.index(waiting) + 1 :]
        self.own(comma, gerund.end, waiting)
        return True

    def subject_behind(self, waiting: Clause, comma: int) -> int:
        """The comma at which a bracketed clause ends, where the subject of the one outside begins behind it.

        So in "At the second vote, which came on Friday, Ann Lee, a lawyer, won"; `comma` is the one before the verb.
        """
        inner = self.stack[-1]
        if inner.kind is Kind.RELATIVE and not inner.bracketed and inner.verb is not None:
            beside = (k for k in range(inner.verb.end, comma - 1) if self.here.lower[k : k + 2] == [",", "and"])
            return next(beside, comma)
        fronted = inner.bracketed or (inner.kind is Kind.SUBORDINATE and inner.parent is waiting)
        if inner is waiting or not fronted or self.has_subject(waiting):
            return comma
        owned = (k for k in range(self.at + 1, comma) if self.here.timed[k - 1] and self.here.lower[k] in OWNERS)
        start = next(owned, None)
        if start is not None:
            # "When it opened on 1 May its chairman, Piers Holt, spoke".
            return start
        ends = next((k for k in range(self.at, comma) if self.here.lower[k] == "," and not self.here.timed[k]), comma)
        return ends if has_words(self.here, ends + 1, comma) else comma

    def behind_date(self, group: VerbGroup, waiting: Clause) -> int | None:
        """Where the subject of the main clause begins behind a date ("When we met on Friday nothing moved")."""
        inner = self.stack[-1]
        if self.has_subject(waiting) or inner.kind is not Kind.SUBORDINATE or inner.opener is None:
            return None
        if self.here.at(inner.opener) in ("if", "unless"):
            return None
        dated = next((k for k in range(group.start - 1, self.at, -1) if self.here.timed[k]), None)
        if dated is None or not has_words(self.here, dated + 1, group.start):
            return None
        return None if self.here.at(dated + 1) in words.PREPOSITIONS | words.COORDINATORS else dated + 1

    def bare_relative(self, group: VerbGroup, waiting: Clause) -> int | None:
        """The pronoun that begins a relative clause without its own behind a waiting subject ("the city they took")."""
        at = gaps.nearest(self.here, self.at, group.start, True)
        if self.here.at(at) not in words.SURE_SUBJECTS or at <= waiting.start or self.here.timed[at - 1]:
            return None
        noun = is_open_class(self.here.tokens[at - 1]) and self.here.at(waiting.start) not in words.PREPOSITIONS
        return at if noun else None
