"""What looks like a clock time and is none: scores, verses, names, shifts."""

from __future__ import annotations

from dateline.timex.context import Context
from dateline.timex.english.verb_group import CLOSED_CLASS


def is_in_a_name(context: Context) -> bool:
    """Midnight Oil, Midnight's Children; high noon, the hour of a showdown."""
    if context.left() == "high" and context.written().lower() == "noon":
        return True
    if context.written().lower() == "midnight" and context.right() in ("shift", "mass", "oil", "feast", "snack"):
        return True
    if context.written() in ("Noon", "Midnight", "Midday") and context.left_is_name():
        return True
    behind = context.right_is_name(2) if context.right() == "'s" else context.right_is_name()
    return behind and context.written() in ("Midnight", "Noon", "Midday")


def is_score(context: Context) -> bool:
    """Whether bare figures with a colon are a score, a verse or what is left of a game."""
    row = context.scene.tokens[context.first : context.last]
    if not all(token.text.isdecimal() or token.text == ":" for token in row) or _heads_entry(context):
        return False
    return context.left() not in BEFORE_CLOCK or not GAME.isdisjoint(token.lower for token in context.scene.tokens)


def _heads_entry(context: Context) -> bool:
    """Whether figures like 21:10 open a paragraph of a running report: "21:10 The train has left"."""
    if context.first or not context.scene.memory.opening or len(context.written()) != 2:
        return False
    right = context.right()
    return not right or right in ENTRY_MARKS or (right in CLOSED_CLASS and context.right_is_name())


ENTRY_MARKS = frozenset(": - – — . |".split())


GAME = frozenset(
    "pointer touchdown touchdowns goal goals scored halftime layup rebounds pointers dunk overtime".split()
)


BEFORE_CLOCK = frozenset("at by until from to about around before after since and , (".split())
