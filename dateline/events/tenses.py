"""Which dates a tense cannot take, so that they are those of a noun, of another verb, or of nothing told."""

from __future__ import annotations

from dateline.events.clauses import Clause, Kind, Parse
from dateline.events.nouns import Span
from dateline.model import Day, Role, TimeExpression

# What is said of a deed that is over, as it is told today.
TODAY = ("be", "remain", "remember", "regard", "consider", "know", "see", "commemorate", "mark")
DAYS_OF_A_WEEK = 7


def is_over(clause: Clause, expression: TimeExpression, today: Day) -> bool:
    """Whether a tense cannot take the date, so that a noun does ("has been arrested over the raid last year")."""
    verb, when = clause.verb, expression.interval
    told = verb is not None and verb.perfect and verb.tense == "present" and verb.modal is None
    return told and expression.role is Role.AT and when is not None and when.end is not None and when.end < today


def is_over_before(parse: Parse, clause: Clause, expression: TimeExpression, span: Span, today: Day) -> bool:
    """Whether a date that is over describes a noun beside what is to come ("will meet Fiji, winners in 2019")."""
    verb, subject, when = clause.verb, clause.subject, expression.interval
    over = when is not None and when.end is not None and when.end <= today and expression.role is Role.AT
    if not over or verb is None or verb.modal not in ("will", "'ll", "shall"):
        return False
    aside = verb.end <= span[0] and "," in parse.lower[verb.end : span[0]]
    return aside or (subject is not None and subject[0] < span[0] < verb.start)


def is_told_now(clause: Clause, noun: Span, expression: TimeExpression, today: Day) -> bool:
    """Whether what is so today is told of a deed that is over ("The 1966 final is remembered for its goal")."""
    verb, when = clause.verb, expression.interval
    over = when is not None and when.end is not None and when.end <= today
    plain = verb is not None and verb.tense == "present" and verb.modal is None and not verb.perfect
    return over and plain and verb is not None and noun[1] <= verb.start and verb.lemma in TODAY


def is_under_way(expression: TimeExpression, today: Day) -> bool:
    """Whether a noun's date only says which one is meant, of those that come again: "this year's campaign"."""
    when = expression.interval
    if when is None or when.start is None or when.end is None:
        return False
    return when.start <= today and today + 1 < when.end and when.end - when.start > DAYS_OF_A_WEEK


def is_before_now(parse: Parse, clause: Clause, expression: TimeExpression, today: Day) -> bool:
    """Whether a date cannot be that of what is so today, but is of the verb before ("drew the sign that hangs")."""
    verb, when = clause.verb, expression.interval
    outer = clause.parent.verb if clause.parent is not None else None
    if clause.bracketed or verb is None or outer is None or when is None:
        return False
    if clause.kind is Kind.COMPLEMENT:
        # "Crews will cut up what is left of it on Monday."
        return (
            parse.lower[clause.start : clause.start + 1] == ["what"]
            and verb.tense == "present"
            and outer.tense != "present"
        )
    if clause.kind is not Kind.RELATIVE:
        return False
    now = verb.tense == "present" and verb.modal is None and not verb.perfect and not verb.progressive
    over = expression.role is Role.AT and when.end is not None and when.end <= today
    return now and over and outer.tense == "past"
