"""A name with its years in brackets: "The Salt Road (1964) sold well", "a pupil of Jan Holm (1880-1951)"."""

from __future__ import annotations

from dateline.events.clauses import Clause, Parse
from dateline.events.dated_nouns import noun_start
from dateline.events.nouns import QUOTES, Span
from dateline.model import Role, TimeExpression
from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import is_event_noun

LIFETIME = 25 * 365
"""From how many days on two years behind a name are those of a person, not of an office."""
STAYING = words.table("at in for as to from")
"""Prepositions behind which years say when somebody was there or did so ("taught at Leeds (1964-71)")."""
LONGEST_TITLE = 15


def bracketed_name(parse: Parse, clause: Clause, span: Span, expression: TimeExpression) -> Span | None:
    """A name with the years in brackets behind it, where they date what it names and not the clause's verb."""
    if not span[0] or parse.lower[span[0] - 1] != "(" or list(parse.lower[span[1] : span[1] + 1]) != [")"]:
        return None
    start = _name_start(parse, span[0] - 1)
    if start is None:
        return None
    first, alone = _row_start(parse, start), list(parse.lower).count("(") == 1
    governor = parse.lower[first - 1] if first else ""
    when, verb = expression.interval, clause.verb
    lived = expression.role is Role.FROM_TO and when is not None and when.start is not None and when.end is not None
    if lived and when is not None and (when.end or 0) - (when.start or 0) >= LIFETIME:
        return (start, span[1] + 1) if governor not in STAYING else None
    deed = is_event_noun(parse.lower[span[0] - 2])
    titled = parse.lower[start] in QUOTES or (start > 0 and parse.tokens[start].text in ("The", "A"))
    if governor in STAYING | {"of"} and not titled and not deed:
        return None
    if governor == "by" and verb is not None and verb.passive:
        return None
    told = verb is not None and verb.tense == "past" and verb.lemma != "be"
    if told and alone and verb is not None and (verb.end <= start or deed):
        # "She wrote The Salt Road (1964)": the year is that of the verb too.
        return None
    return start, span[1] + 1


def _name_start(parse: Parse, end: int) -> int | None:
    """Where the name begins that ends before `end`: a title in quotation marks, words in capitals, or a deed."""
    last = end - 1
    if last > 0 and parse.lower[last] in QUOTES:
        return next((k for k in range(last - 1, max(last - LONGEST_TITLE, -1), -1) if parse.lower[k] in QUOTES), None)
    if last < 0 or not (parse.tokens[last].text[0].isupper() or is_event_noun(parse.lower[last])):
        return None
    start = noun_start(parse, end)
    while start > 1 and parse.lower[start - 1] == "of" and _is_named(parse, start - 2):
        start = noun_start(parse, start - 1)
    if 0 < start < end and parse.lower[start - 1] in ("first", "second", "third"):
        start -= 1 + (start > 1 and parse.lower[start - 2] in words.DETERMINERS)
    return start if start < end else None


def _is_named(parse: Parse, at: int) -> bool:
    return parse.tokens[at].text[0].isupper() or is_event_noun(parse.lower[at])


def _row_start(parse: Parse, start: int) -> int:
    """Where a row of names with their years begins ("in Rome (1960), Oslo (1964) and Bonn (1968)")."""
    while start > 1:
        close = start - 1
        while close > 0 and (parse.lower[close] == "," or parse.lower[close] in words.COORDINATORS):
            close -= 1
        if parse.lower[close] != ")" or close == start - 1:
            return start
        opens = next((k for k in range(close, max(close - LONGEST_TITLE, -1), -1) if parse.lower[k] == "("), None)
        before = _name_start(parse, opens) if opens is not None else None
        if before is None:
            return start
        start = before
    return start
