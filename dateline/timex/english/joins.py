"""The role of an expression by the words before it, and the joining of two: since, until, by, from … to, between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.model import Day, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context, Direction, Scene
from dateline.timex.english.direction import PUTS_OFF, Verbs
from dateline.timex.english.hedges import preposition
from dateline.timex.evaluation import evaluated
from dateline.timex.grammar import Edge
from dateline.timex.memory import Memory
from dateline.timex.reading import Reading, unit
from dateline.timex.values import iso_day, spelled

RANGE_JOINTS = (("to",), ("until",), ("till",), ("through",), ("thru",), ("-",), ("–",), ("—",), ("up", "to"))
# Rules that chose a year or week by direction; the other end of a range or a fellow of a list may choose better.
CHOSEN = frozenset(
    {
        "weekday",
        "month_day",
        "day_month",
        "month",
        "month_abbreviation",
        "season",
        "quarter",
        "holiday",
        "part_of_day",
        "day_then_clock",
        "clock_then_day",
        "third",
    }
)
WEEK = 7


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in a sentence: its tokens from `first` up to `last`, what it means, and by which rule.

    `partner` is the place, in the sentence, of the expression that names the other end.
    """

    edge: Edge
    first: int
    last: int
    reading: Reading
    rule: str
    partner: int | None = None


def joined(found: list[Found], scene: Scene, verbs: Verbs) -> list[Found]:
    """The expressions of a sentence with their roles."""
    here = list(found)
    at = 0
    while at < len(here):
        if at + 1 < len(here) and (pair := _range(here[at], here[at + 1], at, scene, verbs)):
            here[at], here[at + 1] = pair
            at += 2
            continue
        if at + 1 < len(here) and (length := _up_to(here[at], here[at + 1], scene)):
            here[at] = length
        here[at] = replace(here[at], reading=_with_role(here[at], scene, verbs))
        at += 1
    return here


def _between(first: Found, second: Found, scene: Scene) -> tuple[str, ...]:
    return tuple(token.lower for token in scene.tokens[first.last : second.first])


def _range(first: Found, second: Found, at: int, scene: Scene, verbs: Verbs) -> tuple[Found, Found] | None:
    """From X to Y, between X and Y: Y is the first on or after X, and both carry the joint interval."""
    left = scene.tokens[first.first - 1].lower if first.first else ""
    joint = _between(first, second, scene)
    if joint and joint[0] == ",":
        joint = joint[1:]
    between = left == "between" and joint == ("and",)
    if (not between and joint not in RANGE_JOINTS) or first.partner is not None:
        return None
    if joint == ("to",) and left not in ("from", "between") and first.reading.grain is not second.reading.grain:
        return None
    one, other = first.reading, second.reading
    if (
        one.interval is None
        or other.interval is None
        or one.type in ("DURATION", "SET")
        or other.type in ("DURATION", "SET")
    ):
        return None
    if (
        one.interval.start is None
        or other.interval.last is None
        or one.interval.last is None
        or other.interval.start is None
    ):
        return None
    if first.rule in CHOSEN and other.interval.last < one.interval.start and second.rule not in CHOSEN:
        one = _again(first, scene, other.interval.last, False) or one
    if second.rule in CHOSEN and one.interval is not None and one.interval.start is not None:
        # "From Sept. 14 to Thursday": the Thursday is the one beside the dateline.
        weekday = second.rule == "weekday" and first.rule not in ("weekday", "weekday_and_date")
        if not (weekday and one.interval.start < scene.day - WEEK and other.interval.start > one.interval.start):
            other = _from_there(second, scene, one.interval.start) or other
    if (
        first.rule in CHOSEN
        and second.rule in CHOSEN
        and verbs.direction(first.first, second.last) is not Direction.PAST
    ):
        one, other = _current(first, second, scene) or (one, other)
    assert one.interval is not None and other.interval is not None
    if one.interval.start is None or other.interval.end is None or other.interval.end <= one.interval.start:
        return None
    whole = Interval(one.interval.start, other.interval.end)
    step = f"with its other end: {spelled(one.interval.start)} to {spelled(other.interval.end - 1)}"
    readings = [
        replace(r, interval=whole, role=Role.FROM_TO, begins=one.interval, ends=other.interval, steps=(*r.steps, step))
        for r in (one, other)
    ]
    scene.establish(other, second.first, second.last)
    scene.memory.tell_from_start(other, readings[1])
    return replace(first, reading=readings[0], partner=at + 1), replace(second, reading=readings[1], partner=at)


def _current(first: Found, second: Found, scene: Scene) -> tuple[Reading, Reading] | None:
    """The range, of those a year apart, that holds the dateline: "the season runs from June 1 to Nov. 30"."""
    one = _again(first, scene, scene.day, False)
    if (
        one is None
        or one.interval is None
        or one.interval.start is None
        or one.grain > Grain.MONTH
        or first.rule == "weekday"
    ):
        return None
    other = _from_there(second, scene, one.interval.start)
    if other is None or other.interval is None or other.interval.end is None or other.interval.end <= scene.day:
        return None
    return one, other


def _up_to(first: Found, second: Found, scene: Scene) -> Found | None:
    """ "The three months to Sept. 30", "the year ended June 30": a length that ends on the date behind it."""
    joint = _between(first, second, scene)
    last = second.reading.interval.last if second.reading.interval is not None else None
    if first.reading.type != "DURATION" or first.reading.interval is not None or last is None:
        return None
    if (
        not joint
        or joint[0] not in ("ended", "ending", "to", "through")
        or len(joint) > 2
        or second.reading.type != "DATE"
    ):
        return None
    if first.reading.grain < Grain.WEEK or second.reading.grain > Grain.MONTH:
        return None
    reading = _ending_on(first.reading, last, f"it ends on {spelled(last)}")
    if reading.interval is None or reading.interval.start is None:
        return None
    # The stretch begins on the day after: three months to 30 September are July to September.
    whole = Interval(reading.interval.start + 1, reading.interval.end)
    reading = replace(reading, interval=whole, role=Role.AT, anchor_begin=iso_day(reading.interval.start + 1))
    if calendar.shift(last, 0, Grain.QUARTER) == whole:
        scene.memory.period = unit(whole, Grain.QUARTER)
    return replace(first, reading=reading)


def _again(found: Found, scene: Scene, day: int, future: bool) -> Reading | None:
    """The expression read again, as if filed on another day and told as future or past."""
    other = seen_from(scene, day, future)
    reading = evaluated(found.edge, other, (found.first, found.last))
    return reading if isinstance(reading, Reading) else None


def _from_there(found: Found, scene: Scene, day: int) -> Reading | None:
    """The end of a stretch, read as the first such time from the day on which the stretch begins."""
    reading = _again(found, scene, day, True)
    return replace(reading, steps=(f"the first from {spelled(day)} on", *reading.steps[1:])) if reading else None


def read_again(found: Found, scene: Scene, future: bool) -> Reading | None:
    """The expression in its role, read again as told as future or as past."""
    reading = _again(found, scene, scene.day, future)
    return _in_role(found, reading, scene) if reading is not None else None


def read_beside(found: Found, scene: Scene, reference: Reading | None) -> Reading | None:
    """The expression in its role, read again as if the text had established another date last, or none."""
    past = scene.memory
    period = past.period if reference is not None else None
    memory = Memory(history=past.history, reference=reference, period=period, narrative=past.narrative)
    other = Scene(scene.tokens, scene.day, scene.conventions, memory, scene.verbs, directions=scene.directions)
    reading = evaluated(found.edge, other, (found.first, found.last))
    return _in_role(found, reading, scene) if isinstance(reading, Reading) else None


def _in_role(found: Found, reading: Reading, scene: Scene) -> Reading:
    """Another reading of the expression, with the end left open that its role leaves open."""
    whole, role = reading.interval, found.reading.role
    if whole is None or role in (Role.AT, reading.role):
        return reading
    if role is Role.SINCE:
        return _opening(reading, whole, "")
    if role is Role.AFTER:
        return replace(reading, interval=Interval(whole.end, None))
    before = role is Role.BEFORE and found.reading.ends is None and reading.clock is None and found.rule != "end"
    return replace(reading, interval=Interval(None, whole.start if before else whole.end))


@dataclass(frozen=True, slots=True)
class Foretold:
    """A sentence that tells all of its dates alike."""

    future: bool

    def direction(self, _first: int, _last: int) -> Direction:
        return Direction.FUTURE if self.future else Direction.PAST

    def looks_ahead(self) -> bool:
        return self.future

    def is_present(self, _before: int) -> bool:
        return False

    def is_aside(self, _first: int, _last: int) -> bool:
        return False

    def is_of_saying(self, _first: int, _last: int) -> bool:
        return False

    def contrasts(self, _first: int, _last: int) -> bool:
        return False


def seen_from(scene: Scene, day: int, future: bool) -> Scene:
    """The same sentence, seen from another day."""
    return Scene(scene.tokens, day, scene.conventions, Memory(), Foretold(future))


def _with_role(found: Found, scene: Scene, verbs: Verbs) -> Reading:
    """The reading in the role that the word before it gives."""
    reading, context = found.reading, Context.of(scene, found.first, found.last)
    if reading.type == "DURATION" and reading.interval is None:
        return _perfect(found, context, verbs)
    whole = reading.interval
    if (
        whole is None
        or whole.start is None
        or whole.end is None
        or reading.type == "SET"
        or reading.role is not Role.AT
    ):
        return reading
    left = _preposition(context, verbs.lower)
    if left == "until" and not (context.left() == "through" and reading.grain is Grain.PART_OF_DAY):
        return _ending(reading, whole, Role.UNTIL, "until: up to then")
    if reading.type == "DURATION":
        return reading
    if left == "since":
        return _opening(reading, whole, "since: from then on, its end open")
    if left == "by":
        return _ending(reading, whole, Role.BEFORE, "by: no later than then")
    near = context.left(2) in ("shortly", "just", "moments", "minutes", "right") or context.written() in FIRST_LIGHT
    if left in ("before", "after") and near and reading.clock is not None:
        return reading
    if left == "before" and context.right() != "'s":
        # "Before the end of May" is before May is over.
        before = Interval(None, whole.end if reading.clock or found.rule == "end" else whole.start)
        return replace(reading, interval=before, role=Role.BEFORE, steps=(*reading.steps, "before: up to then"))
    if left == "after" and context.right() != "'s" and not _noun_follows(context):
        after = Interval(whole.start if reading.clock else whole.end, None)
        return replace(reading, interval=after, role=Role.AFTER, steps=(*reading.steps, "after: from then on"))
    if left == "starting" or (left == "from" and _opens_stretch(found, context, verbs)):
        return _opening(reading, whole, "from: from then on, its end open")
    return reading


PREPOSITIONS = {
    "since": "since", "until": "until", "till": "until", "til": "until", "through": "until", "thru": "until",
    "by": "by", "before": "before", "after": "after", "from": "from", "beginning": "starting",
    "starting": "starting",
    "effective": "starting",
}  # fmt: skip
# "Before dawn on Sunday" is early on that day.
FIRST_LIGHT = frozenset("dawn daybreak sunrise".split())


def _preposition(context: Context, lower: Sequence[str]) -> str:
    """What the word before the expression makes of it; "since about 1990", "up to Friday", "1990 onwards" count too."""
    if context.right() in ("onward", "onwards"):
        return "starting"
    left, further = context.left(), context.left(2)
    if left == "to" and further in ("up", "prior") and context.left(3) != "-":
        return {"up": "until", "prior": "before"}[further]
    return PREPOSITIONS.get(preposition(lower, context.first), "")


def _opening(reading: Reading, whole: Interval, step: str) -> Reading:
    return replace(
        reading, interval=Interval(whole.start, None), role=Role.SINCE, begins=whole, steps=(*reading.steps, step)
    )


def _ending(reading: Reading, whole: Interval, role: Role, step: str) -> Reading:
    return replace(reading, interval=Interval(None, whole.end), role=role, ends=whole, steps=(*reading.steps, step))


def _noun_follows(context: Context) -> bool:
    """Whether the expression only describes a noun: "after Monday night talks"."""
    word = context.right()
    return bool(word) and word[0].isalpha() and word not in ENDS_PHRASE


ENDS_PHRASE = frozenset(
    "and or but when while as in on at by for from to until with without if because since that which who where "
    "after before he she it they we i you the a an this these those his her its their there said says was were is "
    "are had has have will would".split()
)
LASTING = frozenset(
    "serve work live rule govern run lead teach play reign study manage edit own hold chair head".split()
)
MOVEMENTS = frozenset(
    "up down rise fall change increase decrease decline drop rose fell unchanged different data figures report "
    "results than".split()
)


def _opens_stretch(found: Found, context: Context, verbs: Verbs) -> bool:
    """Whether "from" opens a stretch of time, and does not say where a thing comes from ("a bill from 2003")."""
    if context.right() in ("'s", "to", "until", "till", "through") or found.reading.type not in ("DATE", "TIME"):
        return False
    group = verbs.governing(found.first, found.last)
    if group is not None and group.lemma in PUTS_OFF:
        return False
    if found.first == 1:
        return True
    before = context.left(2)
    if _noun_follows(context) or before in MOVEMENTS or before.endswith("%") or before == "percent":
        return False
    if (found.reading.grain > Grain.MONTH or _says_year(found, context)) and not context.future:
        return group is not None and group.lemma in LASTING
    return group is None or group.end >= found.first - 4 or bool(context.future)


def _says_year(found: Found, context: Context) -> bool:
    return any(
        len(token.text) == 4 and token.text.isdecimal() for token in context.scene.tokens[found.first : found.last]
    )


def _perfect(found: Found, context: Context, verbs: Verbs) -> Reading:
    """ "Has lasted for two years": the length ends at the dateline."""
    reading = found.reading
    before = context.left()
    if before not in ("for", "over", "of") or reading.grain < Grain.DAY:
        return reading
    group = verbs.governing(found.first, found.last)
    if group is None or group.tense != "present" or not group.perfect or group.modal is not None or before == "of":
        return reading
    return _ending_on(reading, context.day, f"with “has”: it ends at the dateline, {spelled(context.day)}")


def _ending_on(reading: Reading, day: Day, step: str) -> Reading:
    """A length of so many days, months or years as the stretch that ends on a day; a vague one stays as it is."""
    count, letter = reading.value[1:-1], reading.value[-1]
    grain = LETTERS.get(letter)
    if (
        not count.isdigit()
        or grain is None
        or reading.value.startswith("PT")
        or reading.mod in ("MORE_THAN", "LESS_THAN")
    ):
        return reading
    begin = calendar.add(day, -int(count), grain)
    return replace(
        reading,
        interval=calendar.of_days(begin, day),
        anchor_begin=iso_day(begin),
        anchor_end=iso_day(day),
        steps=(*reading.steps, step),
    )


LETTERS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}
