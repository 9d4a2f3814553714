"""Clock times with the part of the day behind them: nine o'clock the next morning, 4.30 on the evening of 3 May."""

from __future__ import annotations

from dataclasses import replace

from dateline.timex.context import Context
from dateline.timex.english.clock import NOON_HOUR, at, clock_time, on_day
from dateline.timex.english.clock_thread import EVENING, NOON, SMALL_HOURS
from dateline.timex.english.words import HALVES_OF_DAY
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading

dots = RuleBook()
clocks_in_parts = RuleBook()

BEFORE_DOTTED = frozenset("at by until about around from before after".split())


@dots.rule("{hh} ~. ~{ii}", gives="dotted")
def dotted(context: Context, hour: int, minute: int) -> str | None:
    """4.30, which may as well be a price."""
    return at(hour, minute) if context.left() in BEFORE_DOTTED else None


@clocks_in_parts.rule(
    "{dotted}",
    gives="time clocked",
    examples={"It rang at 9.15 a.m. on Monday; at 9.40 it fell silent.": "2024-05-13"},
    never=("The shares opened at 9 a.m. on Monday, at 9.40 francs.", "It opened at 9 a.m. at 12.40%."),
)
def further_dotted(context: Context, time: str | None) -> Reading | None:
    """A time in dots behind another time of the sentence."""
    fellow, behind = context.fellow, context.right()
    if time is None or fellow is None or fellow.clock is None or behind not in BEHIND_DOTTED:
        return None
    return on_day(context, replace(fellow, clock=None, doubt=None), time)


BEHIND_DOTTED = frozenset("the a an he she it they we and but when , . ; :".split()) | {""}


@clocks_in_parts.rule(
    "{ones}",
    gives="time clocked",
    examples={
        "It struck at 4:30 p.m. on 3 May 1933. By six the crew had left.": "../1933-05-03",
        "It struck at noon on 3 May 1933. A boat reached it at two.": "1933-05-03",
    },
    never=(
        "It struck at noon on 3 May 1933. They won by two.",
        "It struck at noon on 3 May 1933. By two votes they stayed.",
        "He was orphaned at two.",
    ),
)
def hour_in_words(context: Context, hour: int) -> Reading | None:
    """A bare hour in a paragraph that goes from clock to clock: "At half past seven the wall went. By eight …"."""
    told = context.fellow or (None if context.scene.memory.opening else context.reference)
    if told is None or told.clock is None or not 1 <= hour <= NOON_HOUR or not _ends_phrase(context):
        return None
    opens = context.left() == "by" and context.left(2) in BEFORE_HOUR
    return clock_time(context, at(hour)) if opens or context.left() in ("at", "until") else None


@clocks_in_parts.rule(
    "{ones} {partofday}",
    "{hh} {partofday}",
    gives="time day clocked",
    examples={"It sailed on 3 May 1933. At ten the next morning it struck.": "1933-05-04"},
    never=("They sold ten the next morning.",),
)
def hour_before_part(context: Context, hour: int, day: Reading) -> Reading | None:
    """A bare hour, then its part of a day: "at ten the next morning"."""
    time = at(hour) if 1 <= hour <= NOON_HOUR and context.left() in BEFORE_DOTTED else None
    row = {token.lower for token in context.scene.tokens[context.first : context.last]}
    return clock_in_part(context, time, day) if row & {"next", "following", "same", "that"} else None


def _ends_phrase(context: Context) -> bool:
    return context.right() in BEHIND_HOUR or context.scene.verbs.is_verb(context.last)


BEFORE_HOUR = frozenset(', and but ; – — " “'.split()) | {""}
BEHIND_HOUR = frozenset("the a an he it she they we there and but all no nobody nothing when , . ;".split()) | {""}


@clocks_in_parts.rule(
    "{moment} on? {partofday}",
    "about|around|shortly|just {moment} on? {partofday}",
    "{dotted} on? {partofday}",
    "{dotted} on {monthday}",
    gives="time day clocked",
    examples={
        "It sailed on 3 May 1933, and at about nine o'clock the next morning it sank.": "1933-05-04",
        "It sailed on 3 May 1933. At 7.30 that evening it struck.": "1933-05-03",
        "It struck at 4.30 on the morning of 9 May 1933.": "1933-05-09",
        "The train left at 4.15 on 3 May 1933.": "1933-05-03",
    },
    never=("The shares closed at 4.15 on Monday.", "It fell to 7.30 that evening."),
)
def clock_in_part(context: Context, time: str | None, day: Reading) -> Reading | None:
    """A clock time, then its part of a day, which says to which half of the day it belongs."""
    if time is None or day.interval is None:
        return None
    halves = {token.lower for token in context.scene.tokens[context.first : context.last]}
    later = day.clock is not None and day.clock.first >= NOON and SMALL_HOURS <= time < NOON
    later = later or (day.clock is not None and day.clock.first < EVENING <= day.clock.last and time < SMALL_HOURS)
    # "In May 1951 … at eight that evening": the evening of a day that has no date.
    later = later or (day.value.partition("T")[2] in LATER_PARTS and SMALL_HOURS <= time < NOON)
    if later and halves.isdisjoint(HALVES_OF_DAY):
        time = f"{int(time[:2]) + 12}{time[2:]}"
    return on_day(context, day, time)


LATER_PARTS = frozenset({"AF", "EV", "NI"})
