"""Nouns that carry a date of their own: "Thursday's operation", "the siege of 2015", "since the withdrawal in 2014"."""

from __future__ import annotations

from dateline.events.clauses import Clause, Parse
from dateline.events.nouns import Span, is_tied
from dateline.model import Grain
from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import LABELLED, is_event_noun
from dateline.timex.english.verb_group import is_adverb, is_open_class
from dateline.timex.english.verb_words import table

# Nouns that look at a period from outside: "cut its forecast for 2024".
OUTLOOKS = table(
    """
    forecast forecasts estimate estimates target targets guidance outlook budget figure figures projection projections
    view expectation expectations results fare price prices rate rates
    """
)

# What is drawn up for a year: "the fixtures for 2024 appear in June".
LISTS = table("fixtures accounts timetable calendar programme estimates")
DOCUMENTS = table("charter act statute decree edict bull report constitution edition")
# Adjectives behind a noun that say when it falls due.
OWED = ("due", "payable", "repayable", "redeemable")
DECREEING = words.REPORTING | {"order", "impose", "decree", "call", "propose"}
OWNING = words.DETERMINERS | {"'s"}
ARTICLES = words.DETERMINERS - {"that"}
POINTING = ("last", "this", "next", "early", "late", "earlier", "later")
BESIDE = ("after", "following", "despite", "amid", "about", "like")


def dated_noun(parse: Parse, clause: Clause, span: Span, grain: Grain) -> Span | None:
    """The noun phrase an expression describes, as a span of tokens; empty where it only labels one, `None` for none."""
    return (
        _owned(parse, span)
        or _described(parse, span, grain)
        or _before_noun(parse, span, grain)
        or _of_date(parse, span)
        or _starting(parse, clause, span)
        or _meant_for(parse, clause, span, grain)
        or _behind_preposition(parse, clause, span)
    )


def is_verb(parse: Parse, at: int) -> bool:
    """Whether the token at `at` is part of a verb."""
    return any(group.start <= at < group.end for group in parse.groups)


def _head_behind(parse: Parse, at: int) -> int:
    """The end of the run of nouns and adjectives that begins at `at`."""
    end = at
    while end < len(parse.tokens) and end < at + 8:
        token = parse.tokens[end]
        hyphen = token.lower == "-" and end > at
        if not (is_open_class(token) or token.lower.isdigit() or hyphen or token.lower in ("most", "first", "second")):
            break
        if parse.timed[end] or is_verb(parse, end):
            break
        end += 1
    return end


def _labelled(parse: Parse, start: int, head: int, end: int) -> Span | None:
    word = parse.lower[end - 1]
    if end <= head:
        return None
    if is_event_noun(word):
        return start, end
    return (start, start) if word in LABELLED else None


def _owned(parse: Parse, span: Span) -> Span | None:
    """ "Thursday's operation"."""
    at = span[1]
    if at >= len(parse.lower) or parse.lower[at] not in ("'s", "'", "’"):
        return None
    start = span[0]
    while start and parse.lower[start - 1] in ARTICLES:
        start -= 1
    return _labelled(parse, start, at + 1, _head_behind(parse, at + 1))


def _described(parse: Parse, span: Span, grain: Grain) -> Span | None:
    """ "the March 14 election", "a 2010 law"."""
    before = span[0] - 1
    while before > 0 and (
        is_adverb(parse.lower[before]) or (is_open_class(parse.tokens[before]) and before >= span[0] - 2)
    ):
        if is_verb(parse, before):
            return None
        before -= 1
    if before < 0 or parse.lower[before] not in OWNING:
        return None
    adjective = (
        parse.lower[before] in ("a", "an") and before == span[0] - 2 and not is_event_noun(parse.lower[before + 1])
    )
    if adjective and parse.lower[before - 1] in BESIDE and parse.lower[span[0]] not in POINTING:
        # "After a bleak Christmas".
        return before, before
    end = _head_behind(parse, span[1])
    start = before if parse.lower[before] != "'s" else before + 1
    labelled = _labelled(parse, start, span[1], end)
    if labelled is None and end > span[1] and _only_labels(parse, before, span[1], grain):
        return start, start
    return labelled


def _only_labels(parse: Parse, before: int, noun: int, grain: Grain) -> bool:
    """Whether a date before a noun that is no deed says which one is meant ("a 1990 law", "the coldest May night")."""
    left = parse.lower[before - 1] if before else ""
    if parse.lower[noun] in words.TIME_NOUNS or parse.lower[noun] in ("night", "morning", "evening", "afternoon"):
        return parse.lower[before + 1].endswith("est")
    named = parse.tokens[noun].text[0].isupper() and left in ("of", "for", "since", "before", "win", "won")
    return grain >= Grain.YEAR and left not in ("in", "at", "during", "after", "on", "by") and not named


def _before_noun(parse: Parse, span: Span, grain: Grain) -> Span | None:
    """ "Third-quarter profit", "sees 2023 sales growth": a period before a noun that is counted in periods."""
    end = _head_behind(parse, span[1])
    if end <= span[1]:
        return None
    told = next((group.finite for group in parse.groups if group.start >= end), False)
    hyphen = not told and span[1] - span[0] > 2 and parse.lower[span[1] - 2] == "-"
    if hyphen and parse.lower[span[1] - 1] in ("quarter", "half", "year", "month"):
        return (span[0], span[0])
    if not span[0] or not is_verb(parse, span[0] - 1) or grain < Grain.QUARTER:
        return None
    return _labelled(parse, span[0], span[1], end) or (span[0], span[0])


def _of_date(parse: Parse, span: Span) -> Span | None:
    """ "the siege of 2015"."""
    if span[0] < 2 or parse.lower[span[0] - 1] != "of":
        return None
    end = span[0] - 1
    start = noun_start(parse, end)
    if parse.lower[end - 1] in LABELLED:
        return start, start
    deed = is_event_noun(parse.lower[end - 1]) or parse.lower[end - 1] in DOCUMENTS
    return (start, span[1]) if deed else None


def _starting(parse: Parse, clause: Clause, span: Span) -> Span | None:
    """ "Declared three days of mourning starting on Monday": the noun before what says when it starts."""
    at = span[0] - 1 - (span[0] > 0 and parse.timed[span[0] - 1])
    verb = clause.verb
    if at < 1 or parse.lower[at] not in ("starting", "beginning") or verb is None or verb.lemma not in DECREEING:
        return None
    told = parse.lower[verb.end : at]
    plain = verb.end < at and told[0] not in words.PREPOSITIONS and not {",", "and", "but", "that"} & set(told)
    return (verb.end, span[1]) if plain else None


def _meant_for(parse: Parse, clause: Clause, span: Span, grain: Grain) -> Span | None:
    """ "Bonds due 2029 slipped", "the fare for August was cut": what a date says of a noun that is a subject."""
    end = span[0] - 1
    end -= end > 0 and parse.lower[end] in ("in", "on", "by") and parse.lower[end - 1] in OWED
    if end < 1 or parse.lower[end] not in ("for", *OWED):
        return None
    verb, noun = clause.verb, parse.lower[end - 1]
    named = is_open_class(parse.tokens[end - 1]) and not parse.timed[end - 1] and not is_verb(parse, end - 1)
    if verb is None or not named or parse.owner[end - 1] is not clause:
        return None
    start = noun_start(parse, end)
    if span[1] > verb.start:
        if grain is Grain.QUARTER and is_event_noun(noun) and parse.lower[end] == "for":
            return start, span[1]
        if parse.lower[end] in OWED:
            return (start, span[1] if is_event_noun(noun) else start)
        return (start, start) if noun in OUTLOOKS and grain >= Grain.MONTH else None
    # "Profit for the third quarter fell" in it; "the fare for August" may be cut in May.
    within = parse.lower[end] == "for" and grain > Grain.MONTH and parse.lower[start] not in ("a", "an")
    if within and noun in OUTLOOKS | LISTS:
        return start, start
    if within or "," in parse.lower[end : verb.start]:
        return None
    return (start, span[1] if is_event_noun(noun) else start)


def noun_start(parse: Parse, end: int) -> int:
    """Where the noun that ends before `end` begins, with its article."""
    at = end
    while at > 0 and at > end - 12:
        token = parse.tokens[at - 1]
        inside = (
            is_open_class(token)
            or token.lower in words.DETERMINERS
            or token.lower in ("'s", "-", "'", "’")
            or token.lower.isdigit()
            or is_tied(parse.tokens, at - 1)
        )
        if not inside or parse.timed[at - 1] or is_verb(parse, at - 1):
            break
        at -= 1
        if token.lower in words.DETERMINERS:
            break
    return at


def _behind_preposition(parse: Parse, clause: Clause, span: Span) -> Span | None:
    """ "since the withdrawal of most troops in 2014": a date within the noun that such a preposition opens."""
    for at in range(span[0] - 1, max(-1, span[0] - 30), -1):
        word = parse.lower[at]
        if is_tied(parse.tokens, at):
            continue
        if parse.owner[at] is not clause or word in (",", ";", ":") or is_verb(parse, at):
            return None
        if word in words.COORDINATORS or word == "that" or (parse.timed[at] and at < span[0] - 1):
            return None
        if (
            word in ("since", "over", "about", "despite", "following", "until", "before", "after")
            and not parse.timed[at]
        ):
            head = _first_noun(parse, at + 1, span[0])
            if head is not None and is_event_noun(parse.lower[head]):
                return at + 1, span[1]
            return None
    return None


def _first_noun(parse: Parse, start: int, end: int) -> int | None:
    """The head of the noun phrase that begins at `start`."""
    at = start
    while at < end and parse.lower[at] in OWNING:
        at += 1
    head = at
    while head < end and not parse.timed[head]:
        if not (is_open_class(parse.tokens[head]) or parse.lower[head] in ("'s", "-") or is_tied(parse.tokens, head)):
            break
        head += 1
    return head - 1 if head > at else None
