"""How a sentence tells of what happens in it: what a rule may ask of its verbs."""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class Direction(Enum):
    """How the governing verb tells of an expression; `OPEN` where it leaves open whether it came to pass."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"
    UNMARKED = "unmarked"


class Telling(Protocol):
    """The verbs of a sentence, as far as they tell when things happen."""

    def direction(self, first: int, last: int, /) -> Direction:
        """How the sentence tells of the expression that spans the tokens from `first` to `last`."""

    def looks_ahead(self) -> bool:
        """Whether a verb looks forward, and no finite one looks back but one of saying."""

    def is_present(self, before: int, /) -> bool:
        """Whether a verb before a token speaks of the present."""

    def is_aside(self, first: int, last: int, /) -> bool:
        """Whether the expression belongs to what lies further back than what is being told."""

    def closes_aside(self, first: int, /) -> bool:
        """Whether the comma before the expression closes what is told aside ("the line, shut in 1964, in March")."""

    def is_of_saying(self, first: int, last: int, /) -> bool:
        """Whether the expression dates that something was said."""

    def is_of_telling(self, first: int, last: int, /) -> bool:
        """Whether the expression dates that something was said, written or remembered."""

    def is_of_account(self, first: int, last: int, /) -> bool:
        """Whether the expression dates that something was told of, or somebody held to account for it."""

    def is_of_habit(self, first: int, last: int, /) -> bool:
        """Whether the expression dates what is so in any year: "the river often floods in March"."""

    def is_foretold(self, first: int, last: int, /) -> bool:
        """Whether the expression dates what was still to come then: "he would become", "it was to be sold"."""

    def opens_with_participle(self, before: int, /) -> bool:
        """Whether the sentence opens with a participle, and no finite verb stands before a token."""

    def says_beyond(self, last: int, /) -> bool:
        """Whether the next finite verb behind a token is one of saying, or tells of the present."""

    def is_verb(self, at: int, /) -> bool:
        """Whether a finite verb begins at a token."""

    def has_verb(self, first: int, last: int, /) -> bool:
        """Whether any verb begins in `tokens[first:last]`."""

    def has_finite(self, before: int, /) -> bool:
        """Whether a finite verb stands before a token."""

    def takes(self, at: int, /) -> bool:
        """Whether a token is the object of a verb right before it."""

    def is_lasting(self, first: int, last: int, /) -> bool:
        """Whether the expression is told of as a lasting present, which is no plan for a day."""

    def contrasts(self, first: int, last: int, /) -> bool:
        """Whether a lasting present ("stand today") is set against what was."""
