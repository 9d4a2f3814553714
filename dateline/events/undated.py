"""Dates that date no deed: what was moved, compared or threatened, what is usual, and what is told of nobody."""

from __future__ import annotations

from dateline.events.clauses import Clause, Kind, Parse
from dateline.events.nouns import PERIODS, Span
from dateline.events.questions import is_question
from dateline.model import Day, Role, TimeExpression
from dateline.timex.english import verb_words as words

ANYBODY = ("anyone", "anybody", "anything", "whoever", "everyone", "everybody", "nobody", "none", "no")
SHIFTING = ("move", "postpone", "reschedule", "shift", "defer", "push", "bring", "put")
THREATS = ("face", "risk", "lose", "forfeit", "pay")


def dates_nothing(parse: Parse, clause: Clause, expression: TimeExpression, span: Span, today: Day) -> bool:
    """Whether an expression dates no deed of its clause, though it has days."""
    return (
        _is_shift(parse, clause, expression, span)
        or _is_measure(parse, parse.owner[span[0]])
        or _is_anybody(parse, clause)
        or _is_echo(parse, clause)
        or _is_excepted(parse, clause, span)
        or is_question(parse, clause)
        or _is_threat(parse, clause)
        or _is_of_gerund(parse, clause, expression, span)
        or parse.opener(parse.owner[span[0]]) == "whether"
        or _is_contradicted(parse, clause, expression, span, today)
    )


def _is_measure(parse: Parse, clause: Clause) -> bool:
    """Whether a clause is no deed: "the quarter ended June 30", "compared with 40 a year ago"."""
    if clause.kind is not Kind.PARTICIPLE or clause.verb is None:
        return False
    before = parse.lower[clause.verb.start - 1] if clause.verb.start else ""
    if clause.verb.head == "dating" and clause.noun is None:
        return True
    return clause.verb.lemma == "compare" or (clause.verb.lemma == "end" and before in PERIODS)


def _is_shift(parse: Parse, clause: Clause, expression: TimeExpression, span: Span) -> bool:
    """Whether "from April to June" or "from April" tells from which day something was moved, not how long it lasted."""
    verb = clause.verb
    moved = expression.partner is not None or parse.lower[span[0] - 1 : span[0]] == ["from"]
    if verb is None or not moved or verb.lemma not in SHIFTING:
        return False
    # "Were put out to tender from 2016 to 2018" moves nothing.
    return verb.lemma != "put" or parse.lower[verb.end] in ("back", "off", "forward")


def _is_of_gerund(parse: Parse, clause: Clause, expression: TimeExpression, span: Span) -> bool:
    """Whether "since" says how long what "-ing" tells had lasted ("after falling every year since 2011")."""
    if expression.role is not Role.SINCE or clause.verb is None:
        return False
    gerunds = (group for group in parse.groups if group.form == "gerund" and clause.verb.end < group.start < span[0])
    return any(parse.lower[group.start - 1] in ("after", "before", "despite") for group in gerunds)


def _is_threat(parse: Parse, clause: Clause) -> bool:
    """Whether a clause tells what happens to who does not obey ("must pay by May or face another year in jail")."""
    first = clause.shares.verb if clause.shares is not None else None
    threat = clause.verb is not None and clause.verb.lemma in THREATS and parse.opener(clause) == "or"
    return threat and first is not None and first.modal is not None


def _is_anybody(parse: Parse, clause: Clause) -> bool:
    """Whether a clause describes nobody in particular: "anyone who was there on Friday"."""
    return clause.kind is Kind.RELATIVE and clause.noun is not None and parse.lower[clause.noun[0]] in ANYBODY


def _is_excepted(parse: Parse, clause: Clause, span: Span) -> bool:
    """Whether a date says when it was not so ("every August since 1683, except in wartime and in 2001")."""
    verb = clause.verb
    before = parse.lower[verb.end : span[0]] if verb is not None else ()
    return "except" in before and "," not in before[list(before).index("except") :]


def _is_echo(parse: Parse, clause: Clause) -> bool:
    """Whether a clause only says that it was as before ("as he has since March, he said nothing")."""
    verb = clause.verb
    bare = verb is not None and verb.end - verb.start == 1 and verb.head in words.HAVE | words.DO
    return (
        bare and verb is not None and parse.opener(clause) == "as" and parse.timed[min(verb.end, len(parse.timed) - 1)]
    )


def _is_contradicted(parse: Parse, clause: Clause, expression: TimeExpression, span: Span, today: Day) -> bool:
    """Whether a date that is over stands in "after tearing a muscle" behind a verb that says "will"."""
    verb, when = clause.verb, expression.interval
    over = when is not None and when.end is not None and when.end <= today
    if verb is None or verb.tense != "future" or not over:
        return False
    gerunds = [group for group in parse.groups if group.form == "gerund" and verb.end < group.start < span[0]]
    return any(parse.lower[group.start - 1] in ("after", "following", "by") for group in gerunds)
