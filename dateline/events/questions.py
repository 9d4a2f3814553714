"""Questions: they ask for what happened and do not tell it."""

from __future__ import annotations

from dateline.events.clauses import Clause, Kind, Parse
from dateline.timex.english.verb_group import AUXILIARIES
from dateline.timex.english.verb_words import table

ASKED = table("why how what who whom whose when where which")
"""Words that open a question."""
DESCRIBING = (Kind.RELATIVE, Kind.SUBORDINATE)
LEFT_OPEN = frozenset({"what", "who"})
"""Of these the ones that stand for what a clause would have to name: "What happened yesterday"."""


def is_question(parse: Parse, clause: Clause) -> bool:
    """Whether a clause asks ("Did they meet on Friday?") or, as a heading does, only names what will be told."""
    first = clause.shares or clause
    verb = first.verb or clause.verb
    if verb is None or clause.kind is Kind.PARTICIPLE or (clause.kind in DESCRIBING and clause.noun is not None):
        return False
    at = first.start if first.opener is None or parse.lower[first.opener] not in ASKED else first.opener
    while at < verb.start and not parse.lower[at][0].isalnum():
        at += 1
    word = parse.lower[at] if at <= verb.start else ""
    if "?" in parse.lower[verb.end :]:
        return word in ASKED or (word in AUXILIARIES and at == verb.start and first.subject is None)
    told = sum(group.finite for group in parse.groups)
    return word in LEFT_OPEN and at == 0 and verb.start == 1 and told == 1
