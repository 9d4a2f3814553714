"""Whether an expression is told as past or as future: the tense of the verb that governs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.timex.english.verbs import VerbGroup, governing, verb_groups
from dateline.timex.tokens import Token

# "The vote was due on Monday": whether it took place is not said.
LEFT_OPEN = frozenset(["due", "set", "scheduled", "expected", "planned", "slated"])
AHEAD = frozenset(["due", "scheduled", "slated", "set", "planned", "expected", "timed", "billed"])


class Verbs:
    """The verb groups of a sentence, found when first asked for."""

    __slots__ = ("_groups", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._groups: list[VerbGroup] | None = None

    @property
    def groups(self) -> list[VerbGroup]:
        if self._groups is None:
            self._groups = verb_groups(self.tokens)
        return self._groups

    def governing(self, first: int, last: int) -> VerbGroup | None:
        """The verb group that governs the expression `tokens[first:last]`."""
        return governing(self.groups, self.tokens, first, last)

    def direction(self, first: int, last: int) -> bool | None:
        """True where the expression is told as future, False where as past, `None` where neither."""
        group = self.governing(first, last)
        if group is None:
            return None
        if group.marked_future:
            return True
        follows = next(
            (token.lower for token in self.tokens[group.end : group.end + 2] if token.lower in LEFT_OPEN), ""
        )
        if (
            group.tense == "past"
            and (group.head in LEFT_OPEN or follows)
            and group.lemma in ("be", "schedule", "expect", "plan", "slate", "set")
        ):
            return False if group.perfect else None
        if group.form == "participle" and not group.finite:
            return True if group.head in AHEAD else False
        if group.tense == "past" or group.perfect:
            return False
        return None


Direction = Callable[[int, int], bool | None]
