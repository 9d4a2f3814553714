"""What is told beside a subject: "Ann Lee, a juror in 1997, …", "the trial, due to open on Tuesday, …"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.events.clauses import Clause, Dated, Kind, Parse
from dateline.events.dated_nouns import is_verb
from dateline.events.nouns import Span
from dateline.model import Day, Role, TimeExpression
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_forms import Form, forms
from dateline.timex.english.verb_group import is_open_class

# What is said behind a comma of an object that lies ahead.
PAYABLE = words.table("payable effective due redeemable starting beginning")
BEGINNING = words.table("be begin start open run last")
# Prepositions behind which a state is told ("down 8 percent since May"), not only where something stands.
OF_STATE = ("up", "down", "above", "below")


def described_subject(parse: Parse, clause: Clause, span: Span, expression: TimeExpression) -> Span | None:
    """A subject with what is told beside it before its verb, where the expression dates that."""
    subject, verb = clause.subject, clause.verb
    if verb is not None and clause.kind is Kind.SAYING and clause.start == verb.start:
        return _described_speaker(parse, verb.end, span)
    if subject is None or verb is None or span[1] > verb.start or parse.lower[subject[0]] in words.PREPOSITIONS:
        return None
    held = span[1] == subject[1] and subject[0] < span[0] and expression.role is Role.SINCE
    if held and parse.lower[span[1]] == "," and "," in parse.lower[span[1] + 1 : verb.start]:
        # "Its chief since 1999, Ann Lee, has left".
        return subject[0], span[1]
    due = _due(parse, clause, span)
    if due is not None and "," not in parse.lower[due : span[1]] and parse.lower[due - 1] != ",":
        return subject[0], span[1]
    opens = next((k for k in range(span[0] - 1, subject[0], -1) if parse.lower[k] == ","), None)
    closes = next((k for k in range(span[1], verb.start) if parse.lower[k] == ","), None)
    if opens is None or closes is None or opens < subject[1] or parse.timed[subject[0]] or parse.timed[opens + 1]:
        return None
    aside = range(opens + 1, closes)
    if any(parse.owner[k] is not clause for k in aside):
        return None
    if any(is_verb(parse, k) for k in aside):
        return (subject[0], closes) if is_plan(parse, (opens, span[0])) else None
    nouns = [k for k in aside if is_open_class(parse.tokens[k]) and not parse.timed[k]]
    placed = parse.lower[opens + 1] in words.PREPOSITIONS and parse.lower[opens + 1] not in OF_STATE
    lasting = expression.role in (Role.SINCE, Role.FROM_TO)
    return (subject[0], closes) if (nouns or lasting) and (not placed or lasting) else None


def in_a_state(parse: Parse, clause: Clause, span: Span, expression: TimeExpression) -> Span | None:
    """A noun with the state behind it that has lasted since a date ("two climbers missing since Sunday were found")."""
    at = span[0] - 2
    if expression.role is not Role.SINCE or at < 1 or parse.lower[at + 1] != "since" or parse.lower[at] not in STATES:
        return None
    named = at - 1
    if is_verb(parse, named) or not is_open_class(parse.tokens[named]) or parse.timed[named]:
        return None
    subject = clause.subject
    if subject is not None and subject[0] <= named and clause.verb is not None and span[1] <= clause.verb.start:
        return subject[0], span[1]
    row = range(named - 1, max(named - LONGEST_NOUN, parse.head - 1), -1)
    start = next((k for k in row if parse.lower[k] in words.DETERMINERS or parse.lower[k].isdecimal()), None)
    return None if start is None or any(is_verb(parse, k) for k in range(start, named)) else (start, span[1])


def may_be_over(parse: Parse, dated: Dated) -> bool:
    """Whether the verb tells what may have put an end to such a state ("the girl missing since Sunday was found")."""
    verb, at = dated.clause.verb, dated.at[0]
    if verb is None or verb.negated or parse.lower[at - 2] not in STATES:
        return False
    says = verb.lemma in words.SPEECH and not verb.passive
    return not says and (verb.tense == "past" or verb.perfect)


LONGEST_NOUN = 6
# How somebody or something is, of words that no verb makes.
STATES = words.table(
    "missing absent idle empty vacant ill sick homeless jobless dormant silent inactive derelict defunct dark dry "
    "alive unused unpaid unsolved unemployed unoccupied overdue open shut"
)


def described_object(parse: Parse, clause: Clause, span: Span, expression: TimeExpression, today: Day) -> Span | None:
    """An object with what a comma sets off behind it that lies ahead ("a dividend of 9 cents, payable on June 6")."""
    when, verb = expression.interval, clause.verb
    if verb is None or span[0] <= verb.end or when is None or when.start is None or when.start <= today:
        return None
    comma = next((k for k in range(span[0] - 1, verb.end, -1) if parse.lower[k] == ","), verb.end)
    behind = parse.lower[comma + 1]
    begins = behind == "to" and parse.lower[comma + 2] in BEGINNING
    if not (begins or behind in PAYABLE) or any(parse.owner[k] is not clause for k in range(verb.end, span[1])):
        return None
    between = [k for k in range(verb.end, comma) if is_verb(parse, k) or parse.timed[k] or parse.lower[k] == ","]
    return (verb.end, span[1]) if verb.end < comma and not between and verb.tense == "past" else None


def beside_with(parse: Parse, clause: Clause, span: Span) -> Span | None:
    """What stands behind "with" at the head of a sentence, to its date ("With talks due to resume on Monday, …")."""
    start = parse.head + 1
    if parse.lower[parse.head : start] != ["with"] or parse.owner[start] is not clause or "," in parse.lower[: span[1]]:
        return None
    finite = any(group.finite for group in parse.groups if group.start < span[0])
    told = any(is_verb(parse, k) or forms(parse.lower[k]) & Form.ING for k in range(start + 1, span[0]))
    return (start, span[1]) if told and not finite and parse.lower[span[1]] == "," else None


def _described_speaker(parse: Parse, start: int, span: Span) -> Span | None:
    """A speaker behind the verb with what a comma sets off beside the name ("said Ann Lee, a juror in 1997")."""
    comma = next((k for k in range(span[0] - 1, start, -1) if parse.lower[k] == ","), None)
    if comma is None or parse.timed[comma + 1] or any(is_verb(parse, k) for k in range(start, span[1])):
        return None
    first = parse.tokens[comma + 1]
    noun = first.lower in words.DETERMINERS or (is_open_class(first) and not first.lower.isdigit())
    return (start, span[1]) if noun and comma + 1 < span[0] else None


def _due(parse: Parse, clause: Clause, span: Span) -> int | None:
    """The "due" behind a noun to which the date at `span` belongs ("cargoes due to arrive next week")."""
    start = clause.subject[0] if clause.subject is not None else span[0]
    due = next((k for k in range(span[0] - 1, start, -1) if parse.lower[k] == "due"), None)
    if due is None or any(parse.owner[k] is not clause for k in range(due - 1, span[1])):
        return None
    return due if is_plan(parse, (due - 1, span[0])) and not is_verb(parse, due - 1) else None


def is_plan(parse: Parse, aside: Span) -> bool:
    """Whether what follows the first word of `aside` is an infinitive that lies ahead ("due to open", "to be sold")."""
    first = aside[0] + 1
    inside = [group for group in parse.groups if first <= group.start < aside[1]]
    opens = first + (parse.lower[first] == "due")
    ahead = all(group.form == "infinitive" and not group.perfect for group in inside)
    return ahead and bool(inside) and inside[0].start == opens


def told_apart(parse: Parse, dated: Sequence[Dated]) -> Collection[int]:
    """The tokens of what is told beside a subject and has a date, without which that subject's verb is told."""
    found: set[int] = set()
    for each in dated:
        subject, noun = each.clause.subject, each.noun
        if subject is None or noun is None or noun[0] != subject[0] or each.at[0] < subject[0]:
            continue
        comma = next((k for k in range(subject[0], each.at[0]) if parse.lower[k] == ","), None)
        if comma is not None and noun[1] < len(parse.lower) and parse.lower[noun[1]] == ",":
            found.update(range(comma, noun[1] + 1))
        elif (due := _due(parse, each.clause, each.at)) is not None:
            found.update(range(due, noun[1]))
    return found


def names_plan(parse: Parse, noun: Span, at: int) -> bool:
    """Whether a noun with its date at a place tells of a plan ("a bond due 2029", "the trial, due to open in May")."""
    return "due" in parse.lower[max(at - 2, noun[0]) : at] or any(
        group.form == "infinitive" and not group.perfect and parse.lower[group.start - 1] in ("due", ",")
        for group in parse.groups
        if noun[0] < group.start < at
    )
