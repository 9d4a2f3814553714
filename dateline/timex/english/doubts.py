"""Doubts that need the whole sentence: where a reader of the news could take an expression in another way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.model import Day, Doubt, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.direction import Verbs
from dateline.timex.english.noun_direction import WEEKDAYS
from dateline.timex.english.plans import was_to_have
from dateline.timex.english.quotations import DEICTIC
from dateline.timex.english.rereading import CHOSEN, Found
from dateline.timex.english.roles import read_again, read_beside
from dateline.timex.english.rows import ROWS
from dateline.timex.english.verb_words import REPORTING
from dateline.timex.memory import OF_NEWS
from dateline.timex.narrative import narrated_day
from dateline.timex.reading import Reading, told
from dateline.timex.scene import Scene
from dateline.timex.telling import Direction

# What is called by its day before it takes place and after it: "Sunday's match".
IN_THE_DIARY = frozenset(
    "match game race final vote election poll referendum meeting summit talks hearing march rally parade concert "
    "session debate conference launch ceremony wedding funeral walkout strike deadline test trip tour visit".split()
)
STATES = frozenset("be have stand remain live seem look hold".split())
# A day and month so far off is hardly spoken of without its year, where the next one is so near.
FAR, NEAR, JUST_GONE = 240, 45, 7
ACCOUNTS = frozenset("quarter quarters period half months".split())
JUST_BEGUN = {Grain.MONTH: 5, Grain.SEASON: 20}


def doubted(here: Sequence[Found], scene: Scene, verbs: Verbs) -> list[Found]:
    """The expressions of a sentence, each with its doubt."""
    found: list[Found] = []
    for one in here:
        reading = one.reading
        if reading.doubt is None and reading.type in ("DATE", "TIME"):
            doubt = _doubt(one, scene, verbs) or (None if _names_day(here, one, found) else _of_clock(one, scene))
            reading = reading if doubt is None else replace(reading, doubt=doubt)
        found.append(one.read_as(reading))
        if reading.interval is not None and reading.type in ("DATE", "TIME") and one.first not in scene.passing:
            scene.memory.named = _named(reading, scene.day) or scene.memory.named
    return found


def _named(reading: Reading, day: Day) -> Reading | None:
    """The date that the words name; of what is planned, that from or until which it is to be ("from 1 April").

    "By mid-June", "until mid-June" name mid-June, planned or not.
    """
    if reading.role is Role.AT:
        return reading
    if reading.role is Role.FROM_TO and reading.ends is not None and (reading.ends.start or day) < day:
        return replace(reading, interval=reading.ends, role=Role.AT, begins=None, ends=None)
    ends = {Role.SINCE: reading.begins, Role.UNTIL: reading.ends, Role.BEFORE: reading.ends}
    end = ends.get(reading.role)
    if end is None or end.start is None or (end.start <= day and reading.role is Role.SINCE):
        return None
    return replace(reading, interval=end, role=Role.AT, begins=None, ends=None)


def _doubt(found: Found, scene: Scene, verbs: Verbs) -> Doubt | None:
    context = Context.of(scene, found.first, found.last)
    if found.reading.role is Role.FROM_TO or found.rule in ROWS:
        return None
    if found.rule in CHOSEN or found.rule == "named_month":
        return _of_direction(found, context, verbs)
    if found.rule == "day_word":
        return _of_today(found, context, verbs)
    period = _of_period(found, scene, verbs)
    return period if period or found.rule in DEICTIC else _of_reference(found, scene, scene.memory.named)


def _of_direction(found: Found, context: Context, verbs: Verbs) -> Doubt | None:
    """The doubt of a day, month or season that was chosen as past or as to come."""
    whole = found.reading.interval
    if whole is None:
        return None
    ahead = ((whole.last if whole.start is None else whole.start) or 0) > context.day
    another = read_again(found, context.scene, not ahead)
    if another is None or another.interval == whole:
        return _of_beginning(found, context, whole)
    other = another.interval
    for reason in REASONS:
        said = reason(found, context, verbs, ahead, other)
        if said:
            return Doubt(said, other)
    return None


Reason = Callable[[Found, Context, Verbs, bool, Interval | None], str]


def _left_open(found: Found, context: Context, verbs: Verbs, ahead: bool, other: Interval | None) -> str:
    if context.direction is not Direction.OPEN:
        return ""
    return "the verb leaves open whether it is past or to come"


def _is_present(found: Found, context: Context, verbs: Verbs, ahead: bool, other: Interval | None) -> str:
    """A weekday with no past tense: the present tense, and a line without a verb, tell of either side."""
    if context.direction is not Direction.UNMARKED or not _names_weekday(found, context):
        return ""
    group = verbs.governing(found.first, found.last)
    if group is None:
        return "no verb says whether it is past or to come"
    if group.tense == "present" and group.lemma not in REPORTING:
        return "the present tense can tell of a day to come"
    return "" if group.finite else "no tense says whether it is past or to come"


def _is_called_by_its_day(found: Found, context: Context, verbs: Verbs, ahead: bool, other: Interval | None) -> str:
    lower = verbs.lower
    if ahead or not _names_weekday(found, context) or lower[found.last : found.last + 1] != ["'s"]:
        return ""
    noun = next((word for word in lower[found.last + 1 : found.last + 4] if word.removesuffix("s") in IN_THE_DIARY), "")
    return f"a {noun} is called by its day before and after it" if noun else ""


def _is_much_nearer(found: Found, context: Context, verbs: Verbs, ahead: bool, other: Interval | None) -> str:
    """A day or month taken from the far side of the dateline, as the tense asks, where the near one is weeks away."""
    whole = found.reading.ends or found.reading.begins or found.reading.interval
    if found.reading.grain > Grain.MONTH or whole is None or other is None or context.scene.memory.in_chronicle:
        return ""
    group = verbs.governing(found.first, found.last)
    # "Was put off to January 8", "is to open on January 8": told of a plan that may be over.
    plan = group is not None and (group.form == "infinitive" or group.tense == "past")
    near = JUST_GONE if ahead and not plan else NEAR
    if _distance(whole, context.day) < FAR or _distance(other, context.day) > near:
        return ""
    return f"only the tense speaks for it, and the one {'just gone' if ahead else 'soon to come'} is much nearer"


def _was_overtaken(found: Found, context: Context, verbs: Verbs, ahead: bool, other: Interval | None) -> str:
    """ "They gave them until Sunday, then attacked": what followed shows that the day has been."""
    if not ahead or found.reading.role is not Role.UNTIL:
        return ""
    k = bisect_left(verbs.groups, found.last, key=lambda group: group.start)
    after = verbs.groups[k] if k < len(verbs.groups) else None
    past = after is not None and after.tense == "past" and after.lemma not in REPORTING
    joined = {"and", "then", "but"} & set(verbs.lower[found.last : after.start]) if past and after else set()
    return "what followed is told as past, so the day may be" if joined else ""


def _is_day_of_order(found: Found, context: Context, verbs: Verbs, ahead: bool, other: Interval | None) -> str:
    """ "Ordered him to leave on Thursday": the day of the order, or that of leaving."""
    group = verbs.governing(found.first, found.last)
    if not ahead or group is None or group.form != "infinitive" or found.reading.grain > Grain.DAY:
        return ""
    k = bisect_left(verbs.groups, group.start, key=lambda each: each.start) - 1
    order = verbs.groups[k] if k >= 0 else None
    ordered = order is not None and order.finite and order.tense == "past" and order.lemma in ORDERS
    return "it may be the day on which that was ordered" if ordered and not (order and order.perfect) else ""


ORDERS = frozenset("order tell ask urge command instruct advise call invite force warn direct request".split())


def _was_to_have(found: Found, context: Context, verbs: Verbs, ahead: bool, other: Interval | None) -> str:
    group = verbs.governing(found.first, found.last)
    if ahead or group is None or not was_to_have(verbs.lower, group):
        return ""
    return "what was to have been may have been called off before its day"


REASONS: tuple[Reason, ...] = (
    _was_to_have,
    _is_day_of_order,
    _left_open,
    _is_present,
    _is_called_by_its_day,
    _was_overtaken,
    _is_much_nearer,
)


def _of_beginning(found: Found, context: Context, whole: Interval) -> Doubt | None:
    """The doubt of a month or season told as past that has only just begun."""
    days = JUST_BEGUN.get(found.reading.grain)
    if whole.start is None or days is None or found.rule == "third":
        return None
    if context.direction is not Direction.PAST:
        return None
    if not whole.start <= context.day < whole.start + days:
        return None
    earlier = calendar.add(whole.start, -1, Grain.YEAR)
    other = calendar.of_months(*calendar.civil(earlier)[:2], 1 if found.reading.grain is Grain.MONTH else 3)
    return Doubt("it has only just begun, and is told as past: it may be the one of the year before", other)


def _of_today(found: Found, context: Context, verbs: Verbs) -> Doubt | None:
    """The doubt of a "today" that may speak of nowadays."""
    group = verbs.governing(found.first, found.last)
    if verbs.lower[found.first] != "today" or group is None or group.tense != "present" or group.perfect:
        return None
    if group.lemma not in STATES or group.progressive or group.passive:
        return None
    return Doubt("told of a state in the present, it may stand for nowadays")


def _of_reference(found: Found, scene: Scene, before: Reading | None) -> Doubt | None:
    """The doubt of what counts from a date of the text, where another date stands nearer."""
    if before is None or before.interval is None or found.reading.interval is None:
        return None
    other = read_beside(found, scene, before)
    if other is None or other.interval is None or other.interval == found.reading.interval:
        return None
    if _is_of_dateline(other.interval, scene):
        return None
    return Doubt(f"it may count from {told(before)}, which the text names last", other.interval)


def _is_of_dateline(other: Interval, scene: Scene) -> bool:
    """Whether a history that tells of long ago would be read as of its dateline."""
    day = other.start if other.start is not None else other.last
    narrative = scene.memory.narrative
    if not scene.memory.history or narrative is None or day is None:
        return False
    return abs(day - scene.day) < OF_NEWS < scene.day - narrative.begin


def _names_day(here: Sequence[Found], one: Found, found: Sequence[Found]) -> bool:
    """Whether a sentence has named a day so far, or does so at the other end of a stretch of hours."""
    if one.partner is not None and here[one.partner].rule == "clock_then_day":
        return True
    return any(one.reading.interval is not None and one.reading.grain <= Grain.DAY for one in found)


def _of_clock(found: Found, scene: Scene) -> Doubt | None:
    """The doubt of a time of day that was taken for one of a day before, in a sentence that names no day."""
    reading = found.reading
    words = {token.lower for token in scene.tokens[found.first : found.last]}
    if reading.type != "TIME" or reading.interval is None or not words.isdisjoint(ANAPHORIC):
        return None
    context = Context.of(scene, found.first, found.last)
    if narrated_day(context) is not None:
        return None
    if scene.memory.day_gone and context.first == 0 and context.opens_paragraph:
        return Doubt("the entry names no day, and the text has told of a day gone by")
    other = read_beside(found, scene, None)
    if other is None or other.interval is None or other.interval == reading.interval:
        return None
    return Doubt("the sentence names no day; it may be told of the day of the dateline", other.interval)


ANAPHORIC = frozenset("that same next following previous before after".split())


def _of_period(found: Found, scene: Scene, verbs: Verbs) -> Doubt | None:
    """The doubt of "a year ago" that was taken for the quarter of an earlier sentence, a year before."""
    reading = found.reading
    if reading.grain is not Grain.QUARTER or not ACCOUNTS.isdisjoint(verbs.lower) or "year" not in _words(found, verbs):
        return None
    other = read_beside(found, scene, None)
    if other is None or other.interval is None or other.interval == reading.interval:
        return None
    return Doubt("the quarter is not named in this sentence; the whole year may be meant", other.interval)


def _words(found: Found, verbs: Verbs) -> list[str]:
    return verbs.lower[found.first : found.last]


def _names_weekday(found: Found, context: Context) -> bool:
    return any(token.lower in WEEKDAYS for token in context.scene.tokens[found.first : found.last])


def _distance(whole: Interval, day: int) -> int:
    if whole.start is None or whole.last is None:
        return abs((whole.start or whole.last or day) - day)
    return max(whole.start - day, day - whole.last, 0)
