"""Nouns that name a person by what they do: "the builder", "the captain of the ferry"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.timex.english.verb_words import PREPOSITIONS, table
from dateline.timex.tokens import Token

ROLES = table(
    "envoy chief spokesman spokeswoman chairman president judge pilot nurse guard coach captain king queen widow bishop"
)
KIN = table(
    """
    mother father mum dad parent parents son sons daughter daughters child children brother brothers sister sisters wife
    husband widow widower partner grandfather grandmother grandparents grandson granddaughter uncle aunt cousin nephew
    niece twin ancestor ancestors forebears baby
    """
)
ROLE_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "ent")
NO_ROLES = table(
    """
    tower water power number matter river order paper border shelter newspaper centre center harbour harbor
    sector factor floor corridor tractor reactor motor plant restaurant accident incident continent event agent
    patent percent extent parent week-end chapter letter winter summer weather letter theater theatre cancer
    computer helicopter crater disorder encounter disaster register trailer
    """
)


def is_role(noun: str) -> bool:
    """Whether a noun, in small letters, names a person by what they do."""
    return noun in ROLES or (noun.endswith(ROLE_ENDINGS) and noun not in NO_ROLES and not noun.endswith("ment"))


def head_noun(phrase: Sequence[Token]) -> str:
    """The noun that a phrase is about, in small letters: the last word before its first preposition."""
    before = next((k for k, token in enumerate(phrase) if k and token.lower in PREPOSITIONS), len(phrase))
    return phrase[before - 1].lower
