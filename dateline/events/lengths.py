"""Whether something filled its interval: "throughout 1942", "for the next six weeks", "stayed shut until Monday"."""

from __future__ import annotations

from dateline.events.clauses import Clause, Parse
from dateline.events.nouns import Span
from dateline.model import Role, TimeExpression
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_words import table

# The rule of a length that is counted from a deed: "eight days after the explosion".
COUNTED = "counted from a deed"
LASTING_ROLES = (Role.SINCE, Role.FROM_TO, Role.FOR)
UNITS = table("hours days nights weeks months quarters years decades centuries")
SPENT = table("miss spend last take")
# What is done at once, though what it brings about lasts: "extended until June".
AT_ONCE = (words.REPORTING - {"rule"}) | table(
    """
    extend postpone delay order adjourn defer move put give ask tell plan set schedule push jail sentence want allow
    urge decide vote invite reschedule finish complete die arrive
    """
)


def lasts(parse: Parse, clause: Clause, expression: TimeExpression, span: Span) -> bool:
    """Whether what a clause tells lasted all of the interval, or up to its end."""
    if expression.role in LASTING_ROLES:
        return True
    if expression.role is Role.UNTIL:
        verb = clause.verb
        if verb is None or verb.negated or (verb.tense == "past" and parse.lower[span[0] - 1] == "through"):
            return False
        return verb.lemma not in AT_ONCE and not _is_denied(parse, clause)
    return expression.role is Role.AT and (_is_whole(parse, span) or _is_counted(parse, clause, span))


def _is_denied(parse: Parse, clause: Clause) -> bool:
    return clause.subject is not None and parse.lower[clause.subject[0]] in ("no", "neither", "none", "nobody")


def _is_whole(parse: Parse, span: Span) -> bool:
    """ "Throughout 1942", "all last week", "for all of 1943", "the whole of May"."""
    before = parse.lower[max(span[0] - 2, 0) : span[0]]
    inside = parse.lower[span[0]]
    if "throughout" in (inside, *before[-1:]) or inside in ("all", "whole"):
        return True
    return before[-1:] == ["all"] or before in (["all", "of"], ["whole", "of"])


def _is_counted(parse: Parse, clause: Clause, span: Span) -> bool:
    """ "For the next six weeks", "will miss the next six weeks"."""
    if parse.lower[span[1] - 1] not in UNITS or not span[0]:
        return False
    verb = clause.verb
    return parse.lower[span[0] - 1] == "for" or (verb is not None and verb.end == span[0] and verb.lemma in SPENT)
