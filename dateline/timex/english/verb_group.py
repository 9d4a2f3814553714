"""A verb group, and what single words tell of the classes around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_forms import WORDS_KEPT
from dateline.timex.tokens import Token

Tense = Literal["past", "present", "future", ""]
GroupForm = Literal["finite", "participle", "gerund", "infinitive"]

AUXILIARIES = words.BE | words.HAVE | words.DO | words.MODALS
PREFIXES = ("re", "co", "de", "pre")
JOINTS = frozenset(",.-")
CLOSED_CLASS = (
    words.PREPOSITIONS
    | AUXILIARIES
    | words.COORDINATORS
    | words.DETERMINERS
    | words.SUBJECT_PRONOUNS
    | words.RELATIVES
    | words.SUBORDINATORS
    | {"to", "him", "me", "us", "them", "not"}
)


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries: `tokens[start:end]`, from the first auxiliary (or "to") to the main verb.

    `tense` is empty where the group is not finite. `marked_future`: its words point ahead, "will", "is due", "plans".
    """

    start: int
    end: int
    head: str
    lemma: str
    tense: Tense
    finite: bool
    form: GroupForm
    modal: str | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    marked_future: bool = False


def plain_words(tokens: Sequence[Token]) -> list[str]:
    """The words in small letters; a comma or point inside a number ("1,984") counts as one of its figures.

    A prefix with its hyphen ("re-elected") counts as an adverb.
    """
    lower = [token.lower for token in tokens]
    for k in range(1, len(lower) - 1):
        if lower[k] not in JOINTS:
            continue
        close = tokens[k - 1].end == tokens[k].start and tokens[k].end == tokens[k + 1].start
        if close and lower[k] != "-" and lower[k - 1].isdigit() and lower[k + 1].isdigit():
            lower[k] = "0"
        elif close and lower[k] == "-" and lower[k - 1] in PREFIXES:
            lower[k - 1] = lower[k] = "again"
    return lower


@lru_cache(WORDS_KEPT)
def is_adverb(word: str) -> bool:
    """Whether `word` can stand between a subject and its verb, or between an auxiliary and its verb."""
    return word in words.ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in words.LY_NOUNS)


def is_time_word(token: Token) -> bool:
    """Whether a time expression may begin here: a weekday, a month, "last", "next", a number."""
    return token.lower in words.TIME_NOUNS or token.lower.isdigit()


def is_open_class(token: Token) -> bool:
    """Whether `token` can be a noun or an adjective, as far as its form tells."""
    word = token.lower
    return word[0].isalpha() and word not in CLOSED_CLASS and not is_adverb(word)
