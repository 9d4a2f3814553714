"""What stands between two dashes or in brackets, read as if between commas: "The mill – shut since May – reopened"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from dateline.timex.english.verb_group import VerbGroup
from dateline.timex.english.verb_words import COORDINATORS, table
from dateline.timex.english.verbs import verb_groups
from dateline.timex.tokens import Token, kept_by_sentence

Pair = tuple[tuple[int, int], tuple[int, int]]
"""The tokens of the mark that opens, and of that which closes, as spans."""

PRONOUNS = table("who whom whose which where when")
JOINING = PRONOUNS | COORDINATORS
QUOTES = frozenset('"“”')
DASHES = frozenset("—–")
MARKS = DASHES | frozenset("-(")
OPENING = 3
"""Within how many tokens the pronoun stands that opens a relative clause: "two of whom"."""
LONGEST = 40
"""How many tokens an aside may have."""


@kept_by_sentence
def with_commas(sentence: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence, a comma in place of each mark around what is told aside.

    What is told aside with a subject of its own is a clause of its own and keeps its marks; so does what is merely put
    in brackets without a verb.
    """
    pairs = [] if MARKS.isdisjoint([token.text for token in sentence]) else list(_pairs(sentence))
    if not pairs:
        return sentence
    # Whether "fined" behind a dash is a participle is seen when the dash is a comma.
    trial, places = _replaced(sentence, pairs)
    verbs = [(places[group.start], group.finite) for group in verb_groups(trial)]
    aside = [pair for pair in pairs if _is_told_aside(sentence, pair, verbs)]
    return _replaced(sentence, aside)[0] if aside else sentence


def parted(sentence: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """A sentence without what it tells aside with a subject of its own ("The line – it is old – …"), and that."""
    pairs = [] if MARKS.isdisjoint([token.text for token in sentence]) else list(_pairs(sentence))
    groups = verb_groups(sentence) if pairs else ()
    asides = [(pair[0], pair[1]) for pair in pairs if _is_apart(sentence, pair, groups)]
    if not asides:
        return [sentence]
    left_out = {at for (before, _), (_, close) in asides for at in range(before, close)}
    outer = tuple(token for at, token in enumerate(sentence) if at not in left_out)
    return [outer, *(sentence[begin:end] for (_, begin), (end, _) in asides)]


def _is_apart(sentence: Sequence[Token], pair: Pair, groups: Sequence[VerbGroup]) -> bool:
    """Whether marks inside a sentence stand around a clause with a subject, which is no quotation."""
    (before, begin), (end, close) = pair
    inside = [group for group in groups if begin <= group.start < end and group.finite]
    goes_on = any(token.text[0].isalnum() for token in sentence[close:])
    if not inside or not before or not goes_on or end > begin + LONGEST or sentence[begin].lower in JOINING:
        return False
    outside = any(group.finite and not begin <= group.start < end for group in groups)
    return outside and inside[0].start > begin and QUOTES.isdisjoint(token.text for token in sentence[begin:end])


def _replaced(sentence: Sequence[Token], pairs: Sequence[Pair]) -> tuple[tuple[Token, ...], list[int]]:
    """The tokens with a comma for each mark of the pairs, and where each stood."""
    ends = {span[0]: span[1] for pair in pairs for span in pair}
    made: list[Token] = []
    places: list[int] = []
    at = 0
    while at < len(sentence):
        end = ends.get(at, 0)
        token = sentence[at]
        made.append(Token(",", ",", token.start, sentence[end - 1].end) if end else token)
        places.append(at)
        at = end or at + 1
    return tuple(made), places


def _pairs(sentence: Sequence[Token]) -> Iterator[Pair]:
    dashes = list(islice(_dashes(sentence), 5))
    if len(dashes) in (2, 4):
        yield from zip(dashes[::2], dashes[1::2], strict=True)
    opened = None
    for at, token in enumerate(sentence):
        if token.text == "(":
            opened = at
        elif token.text == ")" and opened is not None:
            yield (opened, opened + 1), (at, at + 1)
            opened = None


def _dashes(sentence: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The spans of the dashes between words: —, – , - between spaces, and two hyphens."""
    at = 1
    while at < len(sentence) - 1:
        before, token, behind = sentence[at - 1 : at + 2]
        if token.text == "-" == behind.text and token.end == behind.start:
            yield at, at + 2
            at += 1
        elif token.text in DASHES or token.text == "-":
            apart = before.end < token.start and token.end < behind.start
            glued = token.text == "—" and not (before.text.isdecimal() and behind.text.isdecimal())
            if apart or glued:
                yield at, at + 1
        at += 1


def _is_told_aside(sentence: Sequence[Token], pair: Pair, verbs: Sequence[tuple[int, bool]]) -> bool:
    """Whether marks stand around a relative clause, a participle or a noun; `verbs` says which are finite."""
    (before, begin), (end, _) = pair
    if not begin < end <= begin + LONGEST or before == 0:
        return False
    inside = [finite for at, finite in verbs if begin <= at < end]
    if sentence[before].text == "(" and not inside:
        return False
    return any(token.lower in PRONOUNS for token in sentence[begin : begin + OPENING]) or not any(inside)
