"""Dates that only measure: "the worst since 2008", "up from 40 a year ago", "the third such escape this year"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.clauses import Clause, Kind, Parse
from dateline.events.nouns import PERIODS, Span
from dateline.model import Grain, Role, TimeExpression
from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import LABELLED, is_event_noun
from dateline.timex.english.verb_group import is_adverb, is_open_class
from dateline.timex.english.verb_words import PREPOSITIONS, TIME_NOUNS, table

DEFINITE = ("the", "its", "his", "her", "their", "our", "'s")
NO_SUPERLATIVES = table(
    """
    arrest protest contest request harvest conquest interest invest suggest digest forest honest modest behest bequest
    inquest northwest southwest budapest bucharest unrest everest midwest guest quest tempest manifest earnest
    """
)
COMPARISONS = table("worst biggest largest highest lowest most first best least deadliest strongest longest last only")
ORDINALS = table("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
# Nouns of rank and measure: what "the lowest level since May" compares, and no state that has lasted since.
MEASURES = table("level pace pay gain result figure number turnout score margin share weather time times increase rise")
CHANGING = table(
    """
    fall rise slow drop climb grow increase decrease shrink jump gain slip ease edge dip widen narrow decline plunge
    soar tumble slump improve worsen come go change be stand recover rebound retreat swell
    """
)
MORE = frozenset(("more", "fewer", "less"))
AGO = ("ago", "earlier", "before")
MONEY = ("$", "€", "£", "¥")
UNITS = table("% percent per cent point points million billion trillion pence cents euros dollars pounds")
# How far back from a date the amount stands that it belongs to.
REACH = 14


def only_measures(parse: Parse, clause: Clause, expression: TimeExpression, span: Span) -> bool:
    """Whether an expression only says what something is compared with, and dates nothing."""
    if _is_not_since(parse, clause) or _is_base(parse, clause, expression, span):
        return True
    if expression.role is Role.SINCE:
        return _is_first_time(parse, clause) or _is_unseen(parse, clause) or is_rank(parse, clause, span[0])
    since = _since_name(parse, span)
    if since is not None:
        return is_rank(parse, clause, since)
    return expression.text.lower().startswith("this ") and _is_told_rank(parse, clause, span[0])


def is_rank(parse: Parse, clause: Clause, at: int) -> bool:
    """Whether "since X" at `at` only measures a rank: "the worst since 2008", "for the first time since May"."""
    start = clause.verb.end if clause.verb is not None and clause.verb.end <= at else clause.start
    before = parse.lower[start:at]
    if before and before[-1] == "since":
        before = before[:-1]
    ranks = [k for k in range(len(before)) if _is_superlative(before, k) or _is_ordinal(clause, before, k)]
    return bool(ranks) and not _is_lasting_rank(parse, clause, before, ranks[0])


def is_best(parse: Parse, clause: Clause) -> bool:
    """Whether a relative clause tells of a superlative ("the best news that the town had had")."""
    noun = parse.lower[slice(*clause.noun)] if clause.kind is Kind.RELATIVE and clause.noun is not None else ()
    return any(_is_superlative(noun, k) for k in range(len(noun)))


def _is_superlative(before: Sequence[str], k: int) -> bool:
    """Whether a word is a superlative; "at least", "most troops" and "arrest" are none."""
    word, left = before[k], before[k - 1] if k else ""
    if word in ("most", "least", "first", "last", "best", "only"):
        return left in DEFINITE
    return word in COMPARISONS or (word.endswith("est") and len(word) > 5 and word not in NO_SUPERLATIVES)


def _is_ordinal(clause: Clause, before: Sequence[str], k: int) -> bool:
    """Whether "third" counts deeds ("its third increase"), and no floors."""
    if before[k] not in ORDINALS or not k or before[k - 1] not in DEFINITE:
        return False
    noun = _head_of(before[k + 1 :])
    is_told = clause.verb is not None and clause.verb.lemma == "be" and k <= 4
    beside = k > 1 and before[k - 2] == ","
    return is_told or beside or not noun or noun in TIME_NOUNS | MEASURES | LABELLED or is_event_noun(noun)


def _is_lasting_rank(parse: Parse, clause: Clause, before: Sequence[str], rank: int) -> bool:
    """Whether the rank is a state that has lasted since ("has been the shortest route since 1869"), no record."""
    verb = clause.verb
    held = verb is not None and verb.lemma == "be" and verb.perfect and verb.tense == "present"
    if not held or clause.subject is None or before[rank] in ("first", "last"):
        return False
    first, last = parse.lower[clause.subject[0]], parse.lower[clause.subject[1] - 1]
    noun = _head_of(before[rank + 1 :])
    named = noun not in TIME_NOUNS | LABELLED | MEASURES and not is_event_noun(noun)
    told = first not in ("it", "this", "that", "there") and last not in TIME_NOUNS and not is_event_noun(last)
    return bool(noun) and named and told


def _head_of(phrase: Sequence[str]) -> str:
    """The noun of a phrase: the word before its first preposition."""
    end = next((k for k, word in enumerate(phrase) if word in PREPOSITIONS or word in (",", "to", "that")), len(phrase))
    return phrase[end - 1].removesuffix("s") if end else ""


def _is_told_rank(parse: Parse, clause: Clause, at: int) -> bool:
    """Whether a rank stands right before "this year": "is the third such escape this year", "for the fifth time"."""
    verb = clause.verb
    if verb is None or verb.end > at:
        return False
    rank = next((k for k in range(at - 1, max(verb.end, at - 8), -1) if _counts(parse, k)), None)
    if rank is None or any(parse.lower[k] in (",", "and", "but") for k in range(rank, at)):
        return False
    head = rank - 2
    while head >= verb.end and is_adverb(parse.lower[head]):
        head -= 1
    is_told = verb.lemma == "be" and not verb.perfect and head < verb.end
    return is_told or parse.lower[head] == "," or (parse.lower[head] == "for" and "time" in parse.lower[rank:at])


def _counts(parse: Parse, k: int) -> bool:
    word = parse.lower[k]
    rank = (
        word in ORDINALS
        or word in COMPARISONS
        or (word.endswith("est") and len(word) > 5 and word not in NO_SUPERLATIVES)
    )
    return rank and parse.lower[k - 1] in DEFINITE


def _is_not_since(parse: Parse, clause: Clause) -> bool:
    """ "Not since 1966 has turnout fallen in June"."""
    words_here = [parse.lower[k] for k in range(clause.start, min(clause.start + 3, len(parse.lower)))]
    return words_here[:2] == ["not", "since"] or words_here[1:] == ["not", "since"]


def _is_first_time(parse: Parse, clause: Clause) -> bool:
    """ "It was the first time that she had been there since May"."""
    before = parse.lower[max(clause.start - 4, 0) : clause.start]
    before = before[:-1] if before[-1:] == ["that"] else before
    return before[-1:] == ["time"] and before[-2:-1] in (["first"], ["last"], ["only"], ["second"], ["third"])


def _is_unseen(parse: Parse, clause: Clause) -> bool:
    """ "A figure not seen since May", "had not scored such a success since 2001"."""
    verb = clause.verb
    if verb is None or not verb.start:
        return False
    if verb.negated and {"such", "so"} & set(parse.lower[verb.end : verb.end + REACH]):
        return True
    if clause.kind is not Kind.PARTICIPLE:
        return False
    return parse.lower[verb.start - 1] in ("not", "never")


def _since_name(parse: Parse, span: Span) -> int | None:
    """Where "since" stands before a name with a date ("the first since Lahore in February 1999")."""
    k = span[0] - 1
    if k < 0 or parse.lower[k] not in ("in", "on", "of", "at"):
        return None
    floor = max(0, k - 6)
    while k - 1 > floor and (is_open_class(parse.tokens[k - 1]) or parse.lower[k - 1] in words.DETERMINERS):
        k -= 1
    return k - 1 if k < span[0] - 1 and parse.lower[k - 1] == "since" else None


def _is_base(parse: Parse, clause: Clause, expression: TimeExpression, span: Span) -> bool:
    """Whether the date belongs to what a number is compared with: "from 40 a year ago", "up 3 percent on last year"."""
    left = span[0] - 1
    if _is_behind_than(parse, left):
        return True
    if left > 0 and expression.grain > Grain.DAY and _is_compared(parse, clause, left):
        return True
    if parse.lower[span[0] - 1] == "from" and expression.text.lower().endswith(AGO):
        # "The loss narrowed from a year earlier."
        return clause.verb is not None and clause.verb.lemma in CHANGING
    for k in range(left, max(clause.start, span[0] - REACH), -1):
        word = parse.lower[k]
        if word in (",", ";", "to", "by") or (parse.owner[k] is not clause and not parse.timed[k]):
            return False
        if word in ("from", "against", "versus") and k < left and not parse.timed[k]:
            if word == "from":
                amount = _is_amount(parse, k + 1) or (_is_extreme(parse, k) and _has_amount(parse, k, left))
                return amount and _is_change(parse, clause, k)
            return _is_amount(parse, k + 1) or _has_amount(parse, k, left)
    return False


def _is_behind_than(parse: Parse, left: int) -> bool:
    """Whether "than" stands before a date of two parts ("more in October than in the same month of 2019")."""
    k = left
    while k > 0 and (parse.timed[k] or parse.lower[k] in ("of", "in", "the", "same") or parse.lower[k] in PERIODS):
        k -= 1
    return k < left - 1 and parse.lower[k] == "than"


def _is_compared(parse: Parse, clause: Clause, k: int) -> bool:
    """Whether the preposition at `k` stands behind "up 3 percent", "down" or "lower"."""
    if parse.lower[k] in ("in", "on", "at") and parse.lower[k - 1] in ("than", "as"):
        k -= 1
    before = parse.lower[k - 1]
    if parse.lower[k] == "as":
        # "As much as in 1995", "twice as many as last year".
        return before in ("much", "many", "high", "low", "few", "little", "often", "fast")
    if parse.lower[k] == "than":
        if before in ("more", "less", "worse") or not MORE.isdisjoint(parse.lower[max(0, k - 4) : k]):
            return True
        return before.endswith("er") and before not in ("longer", "later", "earlier", "other", "rather")
    if parse.lower[k] == "on":
        return before in ("%", "percent", "cent", "points")
    if parse.lower[k] != "from":
        return False
    if clause.verb is not None and clause.verb.end == k - 1 and clause.verb.lemma not in CHANGING:
        # "Water will be piped up from next year."
        return False
    return before in ("up", "down", "higher", "lower", "unchanged") or _is_change(parse, clause, k)


def _has_amount(parse: Parse, start: int, end: int) -> bool:
    """Whether what is compared is a noun with its amount: "against a profit of 8 million"."""
    return any(parse.lower[k].isdigit() and parse.lower[k - 1] in ("of", *MONEY) for k in range(start + 1, end + 1))


def _is_extreme(parse: Parse, k: int) -> bool:
    """Whether "from" at `k` goes on with "a low of", "its peak of"."""
    return not {"low", "high", "peak", "record", "trough"}.isdisjoint(parse.lower[k + 1 : k + 5])


def _is_amount(parse: Parse, k: int) -> bool:
    while k < len(parse.lower) and (parse.lower[k] in ("a", "an", "only", "just") or is_adverb(parse.lower[k])):
        k += 1
    return k < len(parse.lower) and (parse.lower[k].isdigit() or parse.lower[k] in MONEY)


def _is_change(parse: Parse, clause: Clause, k: int) -> bool:
    """Whether "from" at `k` says from which number another rose or fell."""
    if parse.lower[k - 1] in ("up", "down"):
        return True
    verb = clause.verb
    if verb is None or verb.end > k or verb.lemma not in CHANGING:
        return False
    told = parse.lower[verb.end : k]
    return any(word.isdigit() or word in UNITS for word in told)
