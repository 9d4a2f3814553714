"""What comes again: "every weekend since May", "meets on the first Monday of every month", "usually starts in May"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.clauses import Clause, Parse
from dateline.events.nouns import Span
from dateline.model import Grain, Role, TimeExpression
from dateline.timex.english.governing import IN_THE_DIARY, OF_HABIT
from dateline.timex.english.verb_group import VerbGroup, is_open_class


def is_habit(parse: Parse, clause: Clause, expression: TimeExpression, sets: Sequence[Span]) -> bool:
    """Whether a date is part of a rule for all years or weeks, and tells of no single day."""
    verb = clause.verb
    plain = verb is not None and verb.tense == "present" and not verb.perfect and verb.modal is None
    if verb is None or not plain or expression.role not in (Role.AT, Role.UNTIL, Role.FROM_TO, Role.BEFORE, Role.AFTER):
        return False
    if expression.text.lower() == "today" and _is_nowadays(verb):
        return True
    # "Usually starts in May and ends in June": both are usual.
    told = (clause, clause.shares)
    if any(parse.lower[k] in OF_HABIT for k, owner in enumerate(parse.owner) if owner in told):
        return True
    if expression.clock is not None and any(not _describes(parse, end) for _, end in sets):
        # "The queue forms at six, and on Saturdays it reaches the station."
        return True
    return expression.grain < Grain.MONTH and repeats(parse, clause, sets)


def _is_nowadays(verb: VerbGroup) -> bool:
    """Whether a verb tells what is so in these days ("Today the bridge carries trams")."""
    plain = not (verb.progressive or verb.passive or verb.marked_future)
    return plain and verb.lemma not in IN_THE_DIARY


def repeats(parse: Parse, clause: Clause, sets: Sequence[Span]) -> bool:
    """Whether a recurrence ("every weekend") stands in a clause, and not only before a noun ("its annual visit")."""
    mine = (start for start, end in sets if parse.owner[start] is clause and not _describes(parse, end))
    return any(not _is_of_gerund(parse, clause, start) for start in mine)


def _is_of_gerund(parse: Parse, clause: Clause, at: int) -> bool:
    """Whether what comes again is what "-ing" tells behind the verb ("rose in 2018, after falling every year")."""
    behind = clause.verb.end if clause.verb is not None else at
    gerunds = (group for group in parse.groups if group.form == "gerund" and behind < group.start < at)
    return any(parse.lower[group.start - 1] in ("after", "before", "since", "by", "despite") for group in gerunds)


def _describes(parse: Parse, end: int) -> bool:
    if parse.lower[end : end + 1] == ["'s"]:
        # "Each month's delay costs more".
        return True
    adjective = parse.lower[end - 1] in ("annual", "monthly", "weekly", "daily", "yearly", "quarterly", "nightly")
    verb = any(group.start == end for group in parse.groups)
    noun = end < len(parse.tokens) and is_open_class(parse.tokens[end]) and not parse.timed[end]
    return adjective and noun and not verb
