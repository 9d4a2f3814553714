"""Bare weekdays."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english import words
from dateline.timex.english.months import TITLES
from dateline.timex.grammar import RuleBook
from dateline.timex.narrative import narrated_day
from dateline.timex.occurrence import distance
from dateline.timex.reading import Reading, unit
from dateline.timex.telling import Direction
from dateline.timex.values import WEEKDAY_NAMES, spelled

weekdays = RuleBook()


@weekdays.rule(
    "{dow}",
    "{wday} .",
    gives="time day weekday",
    examples={
        "The plant closed Friday.": "2024-05-10",
        "It burned on Wednesday.": "2024-05-15",
        "They will meet on Friday.": "2024-05-17",
    },
    never=(
        "She reads the Sunday Times.",
        "He recorded Blue Monday.",
        "Markets fell on Black Friday.",
        "It came down on a Saturday.",
        "She saw it on a Sunday walk in early April.",
        "The Sunday papers had the story.",
        "Ann J. Friday, 52, was held.",
        "They ate at Sunday's Diner.",
    ),
)
def weekday(context: Context, number: int) -> Reading | None:
    """A bare weekday: told as future the earliest on or after the dateline, else the latest on or before it."""
    if _weekday_is_a_name(context) or _is_any(context):
        return None
    name = WEEKDAY_NAMES[number]
    dateline = f"the dateline, {spelled(context.day)}"
    # "A century ago today it opened. On Friday it will close."
    ahead = context.future and not any(token.lower == "would" for token in context.scene.tokens)
    told = None if ahead else narrated_day(context)
    if told is not None:
        day = calendar.next_weekday(told, number)
        return unit(calendar.of_day(day), Grain.DAY, f"the first {name} from {spelled(told)}, of which the text tells")
    # News writes "on Wednesday" for today, so the dateline's own day counts.
    if context.future:
        day = calendar.next_weekday(context.day, number)
        return unit(calendar.of_day(day), Grain.DAY, f"told as future: the earliest {name} on or after {dateline}")
    day = calendar.last_weekday(context.day, number)
    coming = calendar.of_day(calendar.next_weekday(context.day, number))
    step = f"the latest {name} on or before {dateline}"
    if context.direction is Direction.OPEN and day != context.day:
        doubt = Doubt(
            f"the verb leaves open whether it is past or to come; it may be the {name} on the other side", coming
        )
        if distance(coming, context.day) < context.day - day:
            return unit(
                coming, Grain.DAY, f"the {name} nearest to {dateline}", doubt=replace(doubt, other=calendar.of_day(day))
            )
        return unit(calendar.of_day(day), Grain.DAY, step, doubt=doubt)
    return unit(calendar.of_day(day), Grain.DAY, step)


NAMED_WEEKDAYS = frozenset(
    "black blue good bloody super ruby cyber easter shrove ash maundy palm whit giving manic stormy fat casual".split()
)


WEEKDAY_TITLES = frozenset(
    "times telegraph mirror post herald mail express star sun independent globe tribune night live agreement "
    "club".split()
)


INDEFINITE = frozenset("a an any some one".split())
# How far behind an indefinite weekday its month may stand.
ITS_MONTH = 5


def _is_any(context: Context) -> bool:
    """Whether nobody says which: "on a Saturday morning", "a Sunday walk in May"; but not "a Tuesday meeting"."""
    tokens, last = context.scene.tokens, context.whole[1]
    if context.left() in ("a", "an", "one") and any(
        token.lower in words.MONTHS for token in tokens[last : last + ITS_MONTH]
    ):
        return True
    row = [token.lower for token in tokens[last : last + 2]] + ["", ""]
    behind = row[1] if row[0] in words.PARTS_OF_DAY else row[0]
    return context.left() in INDEFINITE and (not behind[:1].isalpha() or behind in ENDS_OF_PHRASE)


ENDS_OF_PHRASE = frozenset(
    "and but or in at on of by for from to when while as with that which who after before".split()
)


# What is named after the day on which it is customary: Sunday best, the Sunday papers.
CUSTOMS = frozenset("best roast school league paper papers newspaper newspapers tabloid tabloids".split())


def _weekday_is_a_name(context: Context) -> bool:
    if context.left() in NAMED_WEEKDAYS and context.scene.tokens[context.first - 1].text[0].isupper():
        return True
    if context.right_is_name() and context.right() in WEEKDAY_TITLES:
        return True
    if context.left() in ("named", "called") and context.left(2) not in PASSIVE:
        return True
    if context.left() in TITLES and context.left_is_name():
        return True
    if context.right() in CUSTOMS or _in_a_title(context) or _is_of_a_person(context):
        return True
    if context.right() == "'s" and context.right(2) in words.ESTABLISHMENTS and context.right_is_name(2):
        return True
    return context.left() == "the" and context.right_is_name() and context.right() not in words.MONTHS


def _is_of_a_person(context: Context) -> bool:
    """Whether it is a surname with an age behind it: "Ann J. Friday, 52, of Leeds"."""
    age = context.right() == "," and context.right(2).isdecimal() and len(context.right(2)) == 2
    return (
        age
        and context.right(3) in (",", "of", "was", "is", ".", ";", "and", "who")
        and (context.left_is_name() or context.left() == ".")
    )


# "A cat named Friday" has its name from the day; "the winner will be named Friday" on the day.
PASSIVE = frozenset("be been being is are was were".split())


def _in_a_title(context: Context) -> bool:
    """Whether the word before is one that only a title writes with a capital: The Man Who Was Thursday."""
    return context.left_is_name() and context.left() in ("was", "is", "of", "and", "the", "a", "for")
