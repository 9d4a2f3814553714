"""Which expression dates what: the clause it stands in, a noun it describes, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.events.asides import beside_with, described_object, described_subject, in_a_state
from dateline.events.bracketed import bracketed_name
from dateline.events.clauses import Clause, Dated, Kind, Parse
from dateline.events.comparisons import only_measures
from dateline.events.dated_nouns import dated_noun
from dateline.events.decisions import decided
from dateline.events.habits import is_habit
from dateline.events.lengths import COUNTED, lasts
from dateline.events.nesting import Placed, nested, with_periods, without_labels
from dateline.events.nouns import Span
from dateline.events.openers import DASHES
from dateline.events.since import begun, doing_since, is_perfect
from dateline.events.tenses import is_before_now, is_over, is_over_before, is_told_now, is_under_way
from dateline.events.told_nouns import governed_noun, stands_alone
from dateline.events.undated import dates_nothing
from dateline.model import Day, Role, TimeExpression
from dateline.timex.tokens import Token

# What describes all of a kind tells no single event: "leads in every survey made since May".
EVERY = ("every", "any", "each", "all", "no")
# Nor does what is only called "what": "What began on Friday as a protest became a riot".
OPEN = (*EVERY, "what")
CLEFT_WORDS = ("on", "in", "at", "not", "only", "until", "during", "just", "late", "early")
VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


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
    everything = places(parse.tokens, expressions)
    spans = {index: span for index, _, span in everything}
    placed = [(*item[:2], _whole_row(parse, item, spans)) for item in everything if dates_something(item[1])]
    sets = [span for _, expression, span in everything if expression.type == "SET"]
    found = [dated for item in placed for dated in _dated(parse, item, placed, sets, today)]
    lengths = {index for index, expression, _ in placed if expression.rule == COUNTED}
    if lengths:
        found = [each for each in found if each.expressions[0] not in lengths or not _has_date(each, found)]
    return without_labels(parse, nested(parse, with_periods(parse, found, placed), dict(expressions)))


def _has_date(length: Dated, found: Sequence[Dated]) -> bool:
    """Whether the clause of a length that was counted has a date beside it ("a year after its launch, it in May …")."""
    return any(each.clause is length.clause and each.expressions != length.expressions for each in found)


def _whole_row(parse: Parse, item: Placed, spans: Mapping[int, Span]) -> Span:
    """The span of an expression, on to the other end that a dash joins to it ("the war of 1861–65")."""
    index, expression, span = item
    other = spans.get(expression.partner, span) if expression.partner is not None else span
    dashed = other[0] == span[1] + 1 and expression.partner == index + 1 and parse.lower[span[1]] in DASHES
    return (span[0], other[1]) if dashed else span


def _dated(parse: Parse, item: Placed, placed: Sequence[Placed], sets: Sequence[Span], today: Day) -> list[Dated]:
    index, expression, span = item
    second = expression.partner is not None and expression.partner < index
    if span[0] < parse.head or second or _is_beside_clause(parse, span):
        return []
    both = (index,) if expression.partner is None else (index, expression.partner)
    clause = _home(parse, span, placed)
    if clause is not parse.owner[span[0]] and _is_only_of_all(parse, clause, expression, span):
        return []
    clause = clause.parent if clause.parent is not None and is_before_now(parse, clause, expression, today) else clause
    lasting = lasts(parse, clause, expression, span)
    told = Dated(clause, both, span, lasts=lasting, grain=expression.grain)
    when = _when_clause(parse, span)
    if when is None:
        return [*_told(parse, item, placed, sets, today, told), *_then(parse, expression, placed)]
    inner = Dated(when, both, span, plain=True)
    if expression.role in (Role.SINCE, Role.UNTIL, Role.BEFORE, Role.AFTER):
        measures = only_measures(parse, clause, expression, span)
        lasting = not measures and (expression.role is not Role.SINCE or is_perfect(parse, clause))
        return [replace(told, lasts=told.lasts or expression.role is Role.SINCE), inner] if lasting else [inner]
    if parse.lower[span[1]] != ",":
        return _told(parse, item, placed, sets, today, told)
    # "In 1965, when it broke, it took until May": the other date is that of the clause.
    dates = (other for _, _, other in placed if other != span)
    fronted = clause.verb is None or span[0] < clause.verb.start
    if fronted and any(parse.owner[other[0]] is clause for other in dates):
        return [inner]
    return [*_told(parse, item, placed, sets, today, told), inner]


def _then(parse: Parse, expression: TimeExpression, placed: Sequence[Placed]) -> Iterator[Dated]:
    """What happened at the other end of a stretch: "from May until last June, when the roof fell"."""
    other = next(((index, span) for index, _, span in placed if index == expression.partner), None)
    when = _when_clause(parse, other[1]) if other is not None else None
    if other is not None and when is not None:
        yield Dated(when, (other[0],), other[1], plain=True)


def _is_beside_clause(parse: Parse, span: Span) -> bool:
    """Whether a date says what day came after or before a deed: "on 13 May, the day after four men were shot"."""
    if ["to", "the", "day"] in (list(parse.lower[at : at + 3]) for at in (max(span[0] - 1, 0), span[1])):
        # "Seven weeks to the day after they left."
        return True
    told_of = parse.owner[span[0]].noun
    if told_of is not None and told_of[0] == span[0] and parse.owner[span[0]].kind is Kind.RELATIVE:
        # "On 1 May, the day after he died, the shop shut."
        return True
    if parse.lower[span[1] - 1] not in ("after", "before") or span[1] - span[0] < 2 or span[1] >= len(parse.owner):
        return False
    clause = parse.owner[span[1]]
    told = clause.verb is not None and clause.verb.start > span[1] and parse.groups[0].start < span[0]
    return told and clause.subject is not None and clause.subject[0] == span[1]


def _told(
    parse: Parse, item: Placed, placed: Sequence[Placed], sets: Sequence[Span], today: Day, told: Dated
) -> list[Dated]:
    """What the expression dates in its own clause."""
    _, expression, span = item
    clause = told.clause
    measures = only_measures(parse, clause, expression, span)
    cleft = _cleft(parse, clause, span)
    if cleft is not None:
        return [replace(told, clause=cleft, plain=True, lasts=False)]
    doing = doing_since(parse, clause, span[0]) if expression.role is Role.AT else None
    if doing is not None and measures:
        return [replace(told, noun=(doing, span[1]), lasts=False)]
    if measures or dates_nothing(parse, clause, expression, span, today) or is_habit(parse, clause, expression, sets):
        return []
    plan = decided(parse, clause, expression, span, placed, today)
    if plan is not None:
        return [replace(told, plan=plan)]
    noun = described_subject(parse, clause, span, expression) or in_a_state(parse, clause, span, expression)
    noun = noun or beside_with(parse, clause, span)
    noun = noun or described_object(parse, clause, span, expression, today)
    if noun is not None:
        return [replace(told, noun=noun, lasts=expression.role is Role.SINCE)]
    name = bracketed_name(parse, clause, span, expression)
    if name is not None:
        return [replace(told, noun=name)]
    return _by_noun(parse, item, placed, today, told)


def _by_noun(parse: Parse, item: Placed, placed: Sequence[Placed], today: Day, told: Dated) -> list[Dated]:
    """What the expression dates where it may describe a noun of the clause."""
    _, expression, span = item
    clause = told.clause
    noun = dated_noun(parse, clause, span, expression.grain)
    if noun is None and is_over(clause, expression, today):
        noun = governed_noun(parse, clause, span)
        if noun is not None:
            return [replace(told, noun=noun, lasts=False)]
    if noun is None and clause.kind is Kind.PARTICIPLE and clause.bracketed and clause.noun is None:
        # "Sales rose, helped by the sale in May of a shop": the words "helped by" alone say nothing.
        noun = governed_noun(parse, clause, span)
        if noun is not None:
            return [replace(told, noun=noun, lasts=False)]
    since = begun(parse, clause, expression, span)
    if since is not None:
        outer = Dated(since.lasting, told.expressions, span, lasts=True, since=since.named)
        deed = [replace(told, noun=noun, lasts=False)] if noun is not None and noun[0] < noun[1] else []
        return [outer, *(deed if since.lasting is clause else [told])]
    if noun is None:
        return [] if is_over_before(parse, clause, expression, span, today) else [told]
    if noun[0] == noun[1]:
        return []
    start = expression.interval.start if expression.interval is not None else None
    ahead = start is not None and start > today
    alone = ahead or stands_alone(parse, clause, noun, span, [other for _, _, other in placed])
    if alone and is_under_way(expression, today):
        return []
    if not alone and not is_told_now(clause, noun, expression, today):
        return [told]
    from_then = expression.role is Role.SINCE
    named = replace(told, noun=noun, plain=from_then, lasts=told.lasts and not from_then)
    return [told, named] if from_then and is_perfect(parse, clause) else [named]


def _home(parse: Parse, span: Span, placed: Sequence[Placed]) -> Clause:
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
    if clause.kind is Kind.PARTICIPLE and clause.noun is not None and _is_of_all(parse, clause.noun[0]):
        return clause.parent or clause
    if parse.is_condition(clause) and not any(parse.owner[other[0]] is clause.parent for _, _, other in placed):
        return clause.parent or clause
    return clause


def _is_of_all(parse: Parse, at: int) -> bool:
    """Whether a noun is all of its kind ("every survey made since May"); "all 32 jets" are counted."""
    return parse.lower[at] in OPEN and not parse.lower[at + 1].isdigit()


def _is_only_of_all(parse: Parse, clause: Clause, expression: TimeExpression, span: Span) -> bool:
    """Whether a "since" tells which of a kind are meant, not since when they were asked for ("all mail sent since")."""
    inner, verb = parse.owner[span[0]], clause.verb
    described = inner.kind is Kind.PARTICIPLE and inner.noun is not None and _is_of_all(parse, inner.noun[0])
    told = verb is not None and (verb.form == "infinitive" or (verb.tense == "past" and not verb.perfect))
    return described and told and expression.role is Role.SINCE


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
