"""What has gone on since a deed with a date: "have died since the war began in May", "since the storm of 2005"."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.events.clauses import Clause, Kind, Parse
from dateline.events.comparisons import is_best, is_rank
from dateline.events.nouns import Span
from dateline.model import Role, TimeExpression

# How far back from its date "since" stands.
REACH = 12


@dataclass(frozen=True, slots=True)
class Since:
    """The clause that tells what has lasted, and the clause that names since when; one, where only a noun names it."""

    lasting: Clause
    named: Clause


def begun(parse: Parse, clause: Clause, expression: TimeExpression, span: Span) -> Since | None:
    """What has lasted since what `expression` dates, if it dates such a thing."""
    if expression.role is not Role.AT:
        return None
    outer = clause.parent
    if clause.kind is Kind.SUBORDINATE and parse.opener(clause) == "since":
        if outer is None or clause.opener is None or not is_perfect(parse, outer):
            return None
        # "In the three months since it opened" measures a length, "the best news since it opened" a rank.
        measured = clause.opener > 0 and parse.timed[clause.opener - 1]
        ranked = is_rank(parse, outer, clause.opener) or is_best(parse, outer)
        return None if measured or ranked else Since(outer, clause)
    return Since(clause, clause) if is_perfect(parse, clause) and _names_since(parse, clause, span[0]) else None


def _names_since(parse: Parse, clause: Clause, end: int) -> bool:
    """Whether "since" stands before the noun or "-ing" that the date at `end` belongs to."""
    for k in range(end - 1, max(clause.start, end - REACH) - 1, -1):
        if parse.lower[k] == "since":
            return k < end - 1
        if parse.owner[k] is not clause or parse.lower[k] in (",", ";") or (parse.timed[k] and k < end - 1):
            return False
    return False


def is_perfect(parse: Parse, clause: Clause) -> bool:
    """Whether a clause tells what has been so until now, or had been until then ("are known to have died")."""
    verb = clause.verb
    if verb is None or verb.modal is not None:
        return False
    behind = (group for group in parse.groups if group.start == verb.end and group.form == "infinitive")
    return verb.perfect or (verb.passive and any(group.perfect for group in behind))


def doing_since(parse: Parse, clause: Clause, end: int) -> int | None:
    """Where "-ing" begins behind a "since" to which the date at `end` belongs ("since seizing power in 1976")."""
    for group in parse.groups:
        if group.form == "gerund" and end - REACH <= group.start < end and parse.lower[group.start - 1] == "since":
            stretch = range(group.start, end)
            plain = all(parse.owner[k] is clause and parse.lower[k] not in (",", ";", "and") for k in stretch)
            return group.start if plain else None
    return None
