"""What stands between two dashes or in brackets, read as if between commas: "The mill – shut since May – reopened"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from dateline.timex.english.verb_group import VerbGroup
from dateline.timex.english.verb_words import table
from dateline.timex.english.verbs import verb_groups
from dateline.timex.tokens import Token, kept_by_sentence

Pair = tuple[tuple[int, int], tuple[int, int]]
"""The tokens of the mark that opens, and of that which closes, as spans."""

PRONOUNS = table("who whom whose which where when")
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
    groups = verb_groups(sentence)
    ends = {span[0]: span[1] for pair in pairs if _is_told_aside(sentence, pair, groups) for span in pair}
    made: list[Token] = []
    skipped = 0
    for at, token in enumerate(sentence):
        if at in ends:
            skipped = ends[at]
            made.append(Token(",", ",", token.start, sentence[skipped - 1].end))
        elif at >= skipped:
            made.append(token)
    return tuple(made)


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


def _is_told_aside(sentence: Sequence[Token], pair: Pair, groups: Sequence[VerbGroup]) -> bool:
    (before, begin), (end, _) = pair
    if not begin < end <= begin + LONGEST or before == 0:
        return False
    inside = [group for group in groups if begin <= group.start < end]
    if sentence[before].text == "(" and not inside:
        return False
    opens = sentence[begin : begin + OPENING]
    return any(token.lower in PRONOUNS for token in opens) or not any(group.finite for group in inside)
