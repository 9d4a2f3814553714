"""Which expression dates what: the clause it stands in, a noun it describes, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.events.clauses import Clause, Kind, Parse
from dateline.events.dated_nouns import dated_noun, stands_alone
from dateline.events.nouns import Span
from dateline.model import Day, Role, TimeExpression
from dateline.timex.english.verb_words import table
from dateline.timex.tokens import Token

# What describes all of a kind tells no single event: "leads in every survey made since May".
EVERY = ("every", "any", "each", "all", "no")
# "the quarter ended June 30" names a period, and tells no event.
PERIODS = ("year", "quarter", "month", "months", "week", "weeks", "half", "period", "days")
CLEFT_WORDS = ("on", "in", "at", "not", "only", "until", "during", "just", "late", "early")
VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
COMPARISONS = table("worst biggest largest highest lowest most first best least deadliest strongest longest last only")

Placed = tuple[int, TimeExpression, Span]


@dataclass(frozen=True, slots=True)
class Dated:
    """What expressions date: a clause, or, where `noun` is a span of tokens, that noun alone.

    `plain` says that the expression dates it by its own interval, not from or until then ("until 1972, when …");
    `lasts` that it filled the interval.
    """

    clause: Clause
    expressions: tuple[int, ...]
    at: Span
    noun: Span | None = None
    plain: bool = False
    lasts: bool = False


def places(tokens: Sequence[Token], expressions: Sequence[tuple[int, TimeExpression]]) -> list[Placed]:
    """Each expression with the span of its tokens; one walk over both, which are in order."""
    found: list[Placed] = []
    at = 0
    for index, expression in expressions:
        while at < len(tokens) and tokens[at].end <= expression.start:
            at += 1
        end = at
        while end < len(tokens) and tokens[end].start < expression.end:
            end += 1
        if end > at:
            found.append((index, expression, (at, end)))
    return found


def dates_something(expression: TimeExpression) -> bool:
    """Whether an expression can date an event: it has an interval and is no vague reference."""
    return expression.interval is not None and expression.value not in VAGUE


def attach(parse: Parse, expressions: Sequence[tuple[int, TimeExpression]], today: Day) -> list[Dated]:
    """What each of a sentence's expressions dates, in their order; an expression may date nothing."""
    placed = [item for item in places(parse.tokens, expressions) if dates_something(item[1])]
    return [dated for item in placed for dated in _dated(parse, item, placed, today)]


def _dated(parse: Parse, item: Placed, placed: Sequence[Placed], today: Day) -> list[Dated]:
    index, expression, span = item
    if span[0] < parse.head or (expression.partner is not None and expression.partner < index):
        return []
    both = (index,) if expression.partner is None else (index, expression.partner)
    clause = home(parse, span)
    lasts = expression.role in (Role.SINCE, Role.FROM_TO, Role.FOR)
    when = _when_clause(parse, span)
    if when is not None and expression.role in (Role.SINCE, Role.UNTIL, Role.BEFORE):
        inner = Dated(when, both, span, plain=True)
        return [inner] if expression.role is Role.SINCE else [Dated(clause, both, span), inner]
    cleft = _cleft(parse, clause, span)
    if cleft is not None:
        return [Dated(cleft, both, span, plain=True)]
    if expression.role is Role.SINCE and _is_comparison(parse, clause, span):
        return []
    if _is_measure(parse, clause):
        return []
    noun = dated_noun(parse, clause, span)
    if noun is None:
        return [Dated(clause, both, span, lasts=lasts)]
    if noun[0] == noun[1]:
        return []
    ahead = (
        expression.interval is not None and expression.interval.start is not None and expression.interval.start > today
    )
    alone = ahead or stands_alone(parse, clause, noun, span, [other for _, _, other in placed])
    return [Dated(clause, both, span, noun if alone else None, lasts=lasts)]


def _is_measure(parse: Parse, clause: Clause) -> bool:
    """Whether a clause is no deed: "the quarter ended June 30", "compared with 40 a year ago"."""
    if clause.kind is not Kind.PARTICIPLE or clause.verb is None:
        return False
    before = parse.lower[clause.verb.start - 1] if clause.verb.start else ""
    return clause.verb.lemma == "compare" or (clause.verb.lemma == "end" and before in PERIODS)


def home(parse: Parse, span: Span) -> Clause:
    """The clause an expression stands in; behind the comma that closes a bracketed clause it is the outer one."""
    clause = parse.owner[span[0]]
    opener = clause.opener
    if clause.kind is Kind.SUBORDINATE and opener is not None and span[1] <= opener and clause.parent is not None:
        return clause.parent
    before = span[0] - 1
    while before >= 0 and parse.timed[before]:
        before -= 1
    closes = before >= 0 and parse.lower[before] == "," and clause.bracketed and clause.parent is not None
    if (
        closes
        and clause.verb is not None
        and clause.verb.end <= before
        and clause.kind in (Kind.RELATIVE, Kind.PARTICIPLE)
    ):
        return clause.parent or clause
    if clause.kind is Kind.PARTICIPLE and clause.noun is not None and parse.lower[clause.noun[0]] in EVERY:
        return clause.parent or clause
    if (
        clause.kind is Kind.SUBORDINATE
        and clause.opener is not None
        and parse.lower[clause.opener] in ("if", "unless", "whether")
    ):
        return clause.parent or clause
    return clause


def _when_clause(parse: Parse, span: Span) -> Clause | None:
    """The clause that tells what happened then: "since 2008, when 61 people drowned"."""
    at = span[1] + (span[1] < len(parse.lower) and parse.lower[span[1]] == ",")
    if at >= len(parse.lower) or parse.lower[at] != "when":
        return None
    return next((clause for clause in parse.clauses if clause.opener == at), None)


def _cleft(parse: Parse, clause: Clause, span: Span) -> Clause | None:
    """The clause that "It was on Friday that …" dates."""
    verb = clause.verb
    if verb is None or verb.lemma != "be" or clause.subject is None or parse.lower[clause.subject[0]] != "it":
        return None
    if any(parse.lower[k] not in CLEFT_WORDS for k in range(verb.end, span[0])):
        return None
    return next((inner for inner in parse.clauses if inner.opener == span[1] and parse.lower[span[1]] == "that"), None)


def _is_comparison(parse: Parse, clause: Clause, span: Span) -> bool:
    """Whether "since X" only measures a rank: "the worst since 2008", "for the first time since May"."""
    start = clause.verb.end if clause.verb is not None and clause.verb.end <= span[0] else clause.start
    before = parse.lower[start : span[0]]
    if before and before[-1] == "since":
        before = before[:-1]
    return any(word in COMPARISONS or (word.endswith("est") and len(word) > 5) for word in before)
