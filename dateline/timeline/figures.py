"""What a report counts: "at least nine workers", killed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.timeline.deeds import root
from dateline.timex.english.verb_words import DETERMINERS, PREPOSITIONS
from dateline.timex.english.words import MAGNITUDES, ONES, TENS, UNIT_PLURALS, UNITS
from dateline.timex.tokens import Token

TOLLS = {
    "killed": "kill die dead perish death drown victim lose_life",
    "injured": "injure wound hurt injury",
    "missing": "missing",
    "arrested": "arrest detain",
}
TOLL_OF = {root(word): toll for toll, named in TOLLS.items() for word in named.split()}
HEDGES = frozenset("at least most more less fewer than about around some nearly almost up to over under only".split())
REACH = 4
STOPS = frozenset(",;:.—–")


class Figure(NamedTuple):
    """A number of things: what is counted (a toll, or the root of a noun), what number, and the tokens that say so."""

    of: str
    number: int
    first: int
    last: int


def figures(tokens: Sequence[Token]) -> Iterator[Figure]:
    """The figures among the tokens of a clause; lengths of time, money and measures are none."""
    k = 0
    while k < len(tokens):
        count, end = _number(tokens, k)
        if count is None:
            k += 1
            continue
        yield from _figure(tokens, k, end, count)
        k = end


def outcome(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a sentence that tell in a participle what became of whom: "killing three workers"."""
    for k in range(1, len(tokens)):
        word = tokens[k].lower
        if tokens[k - 1].text == "," and word.endswith("ing") and (word == "leaving" or root(word) in TOLL_OF):
            end = next(
                (j for j in range(k, len(tokens)) if tokens[j].text in STOPS and not _in_number(tokens, j)), None
            )
            return tokens[k:end]
    return ()


def _figure(tokens: Sequence[Token], start: int, end: int, count: int) -> Iterator[Figure]:
    if start and tokens[start - 1].lower in ("$", "£", "€", "-", "no", "number"):
        return
    noun = next((k for k in range(end, min(end + 3, len(tokens))) if tokens[k].lower.endswith("s")), None)
    if noun is None:
        noun = end if end < len(tokens) and tokens[end].lower in ("people", "men", "women", "children") else None
    stop = next((k for k in range(end, len(tokens)) if _stops(tokens[k])), len(tokens))
    if noun is not None and (noun >= stop or tokens[noun].lower in UNITS or tokens[noun].lower in UNIT_PLURALS):
        return
    toll = _toll(tokens, start, end)
    if toll is not None:
        name, at = toll
        yield Figure(name, count, min(_hedged(tokens, start), at), max(at, end - 1 if noun is None else noun))
    elif noun is not None:
        yield Figure(root(tokens[noun].lower), count, _hedged(tokens, start), noun)


def _hedged(tokens: Sequence[Token], start: int) -> int:
    """Where the words that soften a number begin: "at least", "more than"."""
    while start and tokens[start - 1].lower in HEDGES:
        start -= 1
    return start


def _stops(token: Token) -> bool:
    return not token.lower[0].isalpha() or token.lower in PREPOSITIONS or token.lower in DETERMINERS


def _toll(tokens: Sequence[Token], start: int, end: int) -> tuple[str, int] | None:
    """The word beside the number that says what became of those counted."""
    for k in (*range(end, min(end + REACH, len(tokens))), *range(start - 1, max(start - REACH, -1), -1)):
        if tokens[k].lower in (",", ";", "and", "but"):
            if k >= end:
                continue
            return None
        if (toll := TOLL_OF.get(root(tokens[k].lower))) is not None:
            return toll, k
    return None


def _in_number(tokens: Sequence[Token], k: int) -> bool:
    """Whether a comma stands at `k` that parts the thousands."""
    return (
        k + 1 < len(tokens)
        and tokens[k].text == ","
        and len(tokens[k + 1].text) == 3
        and tokens[k + 1].text.isdecimal()
        and tokens[k + 1].start == tokens[k].end
    )


def _number(tokens: Sequence[Token], k: int) -> tuple[int | None, int]:
    """The whole number that begins at `k`, in figures or words, and where it ends."""
    word = tokens[k].lower
    if word.isdecimal() and word.isascii() and len(word) < 10:
        value, end = int(word), k + 1
        while _in_number(tokens, end):
            value, end = value * 1000 + int(tokens[end + 1].text), end + 2
    else:
        small = ONES.get(word, TENS.get(word))
        if small is None:
            return None, k + 1
        value, end = small, k + 1
        if end < len(tokens) and tokens[end].text == "-":
            end += 1
        if word in TENS and end < len(tokens) and tokens[end].lower in ONES:
            value, end = value + ONES[tokens[end].lower], end + 1
        elif tokens[end - 1].text == "-":
            end -= 1
    while end < len(tokens) and tokens[end].lower in MAGNITUDES:
        value, end = value * MAGNITUDES[tokens[end].lower], end + 1
    return value, end
