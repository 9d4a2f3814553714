"""Dates of one clause that say together when it happened: one event, not two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.events.clauses import Dated, Parse
from dateline.events.nouns import Span
from dateline.model import Role, TimeExpression
from dateline.timex.english.verb_group import is_adverb

Placed = tuple[int, TimeExpression, Span]
BEFORE_AN_END = (["to"], *([verb, *word] for verb in ("ended", "ending") for word in ([], ["on"], ["in"])))


BEFORE_A_START = tuple([verb, *word] for verb in ("beginning", "starting", "from") for word in ([], ["on"], ["in"]))


def with_periods(parse: Parse, found: Sequence[Dated], placed: Sequence[Placed]) -> list[Dated]:
    """What the end of a period dates is dated by all of it ("profit for the six months ended June 30 fell")."""
    dated = {index for each in found for index in each.expressions}
    periods = {
        end: (index, span)
        for (index, period, span), (end, _, at) in pairwise(placed)
        if period.type == "DURATION" and index not in dated and list(parse.lower[span[1] : at[0]]) in BEFORE_AN_END
    }
    return [_lasting(each, *periods[each.expressions[0]]) if each.expressions[0] in periods else each for each in found]


def _lasting(dated: Dated, period: int, at: Span) -> Dated:
    return replace(dated, expressions=(period, *dated.expressions), at=at, lasts=True)


def nested(parse: Parse, found: Sequence[Dated], expressions: Mapping[int, TimeExpression]) -> list[Dated]:
    """Dates of one clause of which one holds the other are one event ("early on Monday, shortly before dawn")."""
    kept: list[Dated] = []
    for each in found:
        for k, other in enumerate(kept):
            outer, inner = expressions[other.expressions[0]], expressions[each.expressions[0]]
            if _is_edge_of(parse, other, each) or (_is_same_end(other, outer, each, inner)):
                kept[k] = replace(other, expressions=other.expressions + each.expressions)
                break
            if not (_is_plain_date(other, outer) and _is_plain_date(each, inner) and other.clause is each.clause):
                continue
            if _is_named_again(parse, other, outer, each):
                kept[k] = replace(each, expressions=each.expressions + other.expressions)
                break
            if outer.interval != inner.interval and not _go_together(parse, other, each):
                continue
            if _holds(outer, inner):
                kept[k] = replace(each, expressions=each.expressions + other.expressions)
                break
            if _holds(inner, outer):
                kept[k] = replace(other, expressions=other.expressions + each.expressions)
                break
        else:
            kept.append(each)
    return kept


def without_labels(parse: Parse, found: Sequence[Dated]) -> list[Dated]:
    """What is dated, but for what a label ("2019: …") would date where its own words do ("shut in March 2018")."""
    return [each for each in found if not (_is_label(parse, each) and _is_dated_again(each, found))]


def _is_label(parse: Parse, dated: Dated) -> bool:
    return dated.at[0] == 0 and parse.lower[dated.at[1] : dated.at[1] + 1] == [":"]


def _is_dated_again(dated: Dated, found: Sequence[Dated]) -> bool:
    own = (each for each in found if each.clause is dated.clause and each.noun is None)
    return any(set(each.expressions).isdisjoint(dated.expressions) for each in own)


def _is_edge_of(parse: Parse, period: Dated, end: Dated) -> bool:
    """Whether the second date only says when the first begins or ends ("the 26 weeks to Dec. 29")."""
    same = period.clause is end.clause and period.noun == end.noun and not (period.plain or end.plain)
    between = list(parse.lower[period.at[1] : end.at[0]])
    return same and between in (*BEFORE_AN_END, *BEFORE_A_START)


def _is_same_end(period: Dated, outer: TimeExpression, end: Dated, inner: TimeExpression) -> bool:
    """Whether the second date is the end of the first, right behind it ("the three months through September")."""
    beside = period.clause is end.clause and period.at[1] == end.at[0] and inner.role is Role.UNTIL
    last = outer.interval.end if outer.interval is not None else None
    return beside and last is not None and inner.interval is not None and inner.interval.end == last


def _is_named_again(parse: Parse, counted: Dated, outer: TimeExpression, named: Dated) -> bool:
    """Whether a comma joins to "the next day" or "two days later" the date that it is ("the next day, May 12,")."""
    beside = parse.lower[counted.at[1] : named.at[0]] in ([","], [",", "on"])
    return beside and (outer.rule.startswith("anaphor") or outer.rule == "later")


def _go_together(parse: Parse, first: Dated, second: Dated) -> bool:
    """Whether two dates of a clause stand side by side, or the first at its head and the second behind "on" or "in"."""
    between = range(first.at[1], second.at[0])
    if not any(parse.lower[k][0].isalnum() and not is_adverb(parse.lower[k]) and not parse.timed[k] for k in between):
        return True
    subject = first.clause.subject
    fronted = subject is not None and first.at[1] <= subject[0]
    return fronted and parse.lower[second.at[0] - 1] in ("on", "in", "at", "during")


def _is_plain_date(dated: Dated, expression: TimeExpression) -> bool:
    at = expression.role is Role.AT and expression.type in ("DATE", "TIME") and expression.partner is None
    return at and dated.noun is None and not dated.plain and not dated.lasts


def _holds(outer: TimeExpression, inner: TimeExpression) -> bool:
    """Whether `inner` says more closely what `outer` says."""
    one, other = outer.interval, inner.interval
    if one is None or other is None or one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    if one != other:
        return one.start <= other.start and other.end <= one.end
    if outer.clock is None or inner.clock is None:
        return outer.clock is None
    return outer.clock.first <= inner.clock.first and inner.clock.last <= outer.clock.last
