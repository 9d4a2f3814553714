"""To which day a clock time belongs that is said without one."""

from __future__ import annotations

from dateline.model import Day, Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.deictic import from_dateline
from dateline.timex.english.words import HALVES_OF_DAY, MOMENTS, WEEKDAYS, ZONES
from dateline.timex.reading import Reading
from dateline.timex.telling import Direction


def day_of_other_end(context: Context) -> tuple[Day, str] | None:
    """The weekday behind the other end of a stretch: from 9 a.m. to 5 p.m. on Monday."""
    row = [token.lower for token in context.scene.tokens[context.last : context.last + 8]]
    if not row or row[0] not in JOINTS:
        return None
    name = next((word for word in row[1:] if not (word in BETWEEN_CLOCKS or word.isdecimal())), "")
    if name not in WEEKDAYS or row[1] in ("on", name):
        return None
    ahead = bool(context.future)
    day = (calendar.next_weekday if ahead else calendar.last_weekday)(context.day, WEEKDAYS[name])
    return day, f"the {name.title()} named behind it, counted from {from_dateline(context)}"


def day_behind(context: Context) -> tuple[Day, str] | None:
    """The weekday that the same clause names further on: "at 9 a.m. in a market on Friday"."""
    scene = context.scene
    row = [token.lower for token in scene.tokens[context.last : context.last + LONGEST_PLACE]]
    at = next((k for k, word in enumerate(row) if word in ENDS_A_PLACE), len(row) - 1)
    if at < 1 or row[at - 1] != "on" or row[at] not in WEEKDAYS or row[at + 1 : at + 2] == ["'s"]:
        return None
    first = context.last + at
    if context.fellow is not None or scene.memory.history or scene.verbs.has_verb(context.last, first):
        return None
    ahead = scene.verbs.direction(first, first + 1) is Direction.FUTURE
    day = (calendar.next_weekday if ahead else calendar.last_weekday)(context.day, WEEKDAYS[row[at]])
    return day, f"the {row[at].title()} named behind it, counted from {from_dateline(context)}"


LONGEST_PLACE = 16
# What stands behind these need not be where, but may be what for: "at 9 a.m. for a concert on Friday".
ENDS_A_PLACE = WEEKDAYS.keys() | frozenset(
    "for about over ahead before after until till since than when while as that who which where and but or if because "
    'so to , ; : ( ) “ ” " - – — .'.split()
)
JOINTS = frozenset("to until till and - –".split())
BETWEEN_CLOCKS = HALVES_OF_DAY.keys() | MOMENTS.keys() | ZONES.keys() | {":", ".", "on", "local", "time"}


def day_of_brief(context: Context) -> tuple[Day, str] | None:
    """The dateline, where a brief of the day's news opens with a clock: "10.20 am: The vote is postponed"."""
    memory, behind = context.scene.memory, context.right()
    opens = context.first == 0 and behind in AFTER_A_BRIEFS_CLOCK
    return (
        None
        if not opens or memory.history or memory.headed or memory.in_entries
        else (context.day, from_dateline(context))
    )


AFTER_A_BRIEFS_CLOCK = frozenset(": - – —".split())


def day_of_text(context: Context) -> tuple[Day, str]:
    """The day that the text established last, else the dateline's, and the words for it."""
    fellow, memory = context.fellow, context.scene.memory
    if fellow is not None and fellow.grain <= Grain.DAY and _is_beside(context):
        return fellow.begin, "the day that stands before it"
    # "The spare, which dates from 1987, was on by 3 a.m."
    in_passing = fellow is not None and fellow.grain > Grain.DAY and context.scene.fellow_aside
    reference = (None if in_passing else fellow) or context.reference
    if reference is not None and reference is memory.reference and reference.grain <= Grain.DAY:
        # "Adrift since Monday. Its crew woke at 6 a.m.": not on Monday.
        reference = memory.day
    if reference is not None and reference.begin > context.day and context.future is False:
        # "“Tomorrow we vote,” she told a rally that began at noon."
        reference = context.reference
    if reference is not None and reference.grain > Grain.DAY and context.future is False:
        # "A second operation followed in August. He had boarded at 11.40pm."
        reference = memory.day
    if fellow is None and memory.background and reference is memory.day and context.future is not True:
        # Behind a paragraph on what went before, the text comes back to what it is about.
        reference = memory.main
    if fellow is None or fellow.grain > Grain.DAY:
        reference = _planned_day(context) or reference
    if reference is not None and reference.grain <= Grain.DAY:
        return reference.begin, "the day that the text established last"
    return context.day, from_dateline(context)


def is_of_no_day(context: Context) -> bool:
    """Whether the text has come to a time that names no day: that of the sentence, or one years from the last day."""
    return _is_within(context) or _has_left_days(context)


def _is_within(context: Context) -> bool:
    """Whether the sentence tells of a month or more that is over: "In November 1951 he fell ill at noon"."""
    scene, fellow = context.scene, context.fellow
    if fellow is None or fellow.grain <= Grain.DAY or fellow.whole.last is None:
        return False
    if scene.fellow_aside or scene.verbs.has_finite(scene.fellow_span[0]):
        # "The club, which opened in 1999, shut at 6 p.m."
        return False
    told = context.future is False and not scene.verbs.is_of_telling(*context.whole)
    return told and fellow.whole.start is not None and fellow.whole.last < context.day - A_MONTH


def _has_left_days(context: Context) -> bool:
    """Whether a history has come to a time that names no day, years from the day it told of last."""
    memory, reference = context.scene.memory, context.fellow or context.reference
    day = memory.day
    if not memory.history or context.future or reference is None or day is None or reference.grain < Grain.YEAR:
        return False
    return reference.begin - (day.whole.last or day.begin) > A_YEAR


A_MONTH, A_YEAR = 31, 366


def _planned_day(context: Context) -> Reading | None:
    """The day to come that was named last, for what is to be: "The trial opens on 3 June. It will begin at 9 a.m."."""
    memory = context.scene.memory
    named = memory.named
    if named is None or named.grain > Grain.DAY or (named.whole.start or 0) <= context.day:
        return None
    if context.direction is Direction.UNMARKED:
        # "Kick-off is at 3 p.m.": what no verb puts into the past is on the day of the plan.
        return named
    return named if not memory.opening and (context.future or context.scene.verbs.looks_ahead()) else None


def _is_beside(context: Context) -> bool:
    """Whether nothing but a bracket or a comma parts it from the date before it: "on 11 January (7.45pm)"."""
    between = context.scene.tokens[context.scene.fellow_span[1] : context.first]
    return len(between) == 1 and between[0].text in ("(", ",")
