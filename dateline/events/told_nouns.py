"""Which nouns with a date are told by themselves, and which with the clause they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.clauses import Clause, Parse
from dateline.events.dated_nouns import noun_start
from dateline.events.nouns import Span
from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.verb_words import table

# Verbs whose object is what takes place: "won the May election", "held Friday's talks".
TAKING_PART = table(
    """
    win lose hold stage carry contest survive conduct attend join boycott host disrupt begin end start mark lead
    run open launch close stop halt
    """
)


def governed_noun(parse: Parse, clause: Clause, span: Span) -> Span | None:
    """The name of an event behind a preposition that the expression may belong to ("in connection with the raid …")."""
    floor = clause.verb.end if clause.verb is not None else span[0]
    for at in range(span[0] - 1, max(floor, span[0] - 16), -1):
        another = parse.timed[at] and at < span[0] - 1
        if another or parse.owner[at] is not clause or parse.lower[at] in (",", ";", ":"):
            return None
        if is_event_noun(parse.lower[at]):
            start = noun_start(parse, at + 1)
            return (start, span[1]) if parse.lower[start - 1] in words.PREPOSITIONS else None
    return None


def stands_alone(
    parse: Parse,
    clause: Clause,
    noun: Span,
    span: Span,
    dates: Sequence[Span],
) -> bool:
    """Whether the noun is told of by itself: the clause has another date, or is about something else."""
    verb = clause.verb
    others = [other for other in dates if other != span and parse.owner[other[0]] is clause]
    if verb is None or any(not (noun[0] <= other[0] < noun[1]) for other in others) or verb.marked_future:
        return True
    if noun[0] < verb.start:
        before = parse.lower[noun[0] - 1] if noun[0] else ""
        return before in words.PREPOSITIONS - {"in", "at", "during", "on"}
    before = parse.lower[noun[0] - 1]
    if before in ("for", "over"):
        return True
    if parse.lower[span[0] - 1] == "for":
        return False
    if before in ("in", "at", "during", "of", "after", "following") and verb.tense == "past":
        return before == "of" and verb.lemma != "be"
    return not (verb.lemma in TAKING_PART and noun[0] - verb.end < 2) and verb.lemma != "be"
