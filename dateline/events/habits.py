"""What comes again: "every weekend since May", "meets on the first Monday of every month", "usually starts in May"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.clauses import Clause, Parse
from dateline.events.nouns import Span
from dateline.model import Grain, Role, TimeExpression
from dateline.timex.english.verb_group import is_open_class
from dateline.timex.english.verb_words import table

USUALLY = table("usually normally generally typically ordinarily traditionally annually")


def is_habit(parse: Parse, clause: Clause, expression: TimeExpression, sets: Sequence[Span]) -> bool:
    """Whether a date is part of a rule for all years or weeks, and tells of no single day."""
    verb = clause.verb
    told = verb is not None and verb.tense == "present" and not verb.perfect and verb.modal is None
    if not told or expression.role not in (Role.AT, Role.UNTIL, Role.FROM_TO, Role.BEFORE, Role.AFTER):
        return False
    mine = [k for k, owner in enumerate(parse.owner) if owner is clause]
    if any(parse.lower[k] in USUALLY for k in mine):
        return True
    return expression.grain < Grain.MONTH and repeats(parse, clause, sets)


def repeats(parse: Parse, clause: Clause, sets: Sequence[Span]) -> bool:
    """Whether a recurrence ("every weekend") stands in a clause, and not only before a noun ("its annual visit")."""
    return any(parse.owner[start] is clause and not _describes(parse, end) for start, end in sets)


def _describes(parse: Parse, end: int) -> bool:
    adjective = parse.lower[end - 1] in ("annual", "monthly", "weekly", "daily", "yearly", "quarterly", "nightly")
    verb = any(group.start == end for group in parse.groups)
    noun = end < len(parse.tokens) and is_open_class(parse.tokens[end]) and not parse.timed[end]
    return adjective and noun and not verb
