"""Two expressions joined: from … to, between … and, "the three months to Sept. 30"; and the roles of all."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.english.direction import Verbs
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.rereading import CHOSEN, Found, again, from_there
from dateline.timex.english.roles import beginning_in, ending_on, with_role
from dateline.timex.reading import Reading, told, unit
from dateline.timex.scene import Scene
from dateline.timex.telling import Direction
from dateline.timex.values import iso_day, spelled

RANGE_JOINTS = (("to",), ("until",), ("till",), ("through",), ("thru",), ("-",), ("–",), ("—",), ("up", "to"))
# What joins two dates by itself only where they are of one kind; "LIMA, May 19 — Fifty years ago this month …".
BARE_JOINTS = (("to",), ("—",))
WEEK = 7


def joined(found: list[Found], scene: Scene, verbs: Verbs) -> list[Found]:
    """The expressions of a sentence with their roles."""
    here = list(found)
    at = 0
    while at < len(here):
        if at + 1 < len(here) and (pair := _range(here[at], here[at + 1], at, scene, verbs)):
            here[at], here[at + 1] = pair
            at += 2
            continue
        if at + 1 < len(here):
            ends = _until_deed(here[at], here[at + 1], scene)
            if ends is not None:
                here[at] = ends
                at += 1
                continue
            here[at] = _up_to(here[at], here[at + 1], scene) or _from_on(here[at], here[at + 1], scene) or here[at]
        here[at] = here[at].read_as(with_role(here[at], scene, verbs))
        at += 1
    return here


def _between(first: Found, second: Found, scene: Scene) -> tuple[str, ...]:
    return tuple([token.lower for token in scene.tokens[first.last : second.first]])


def _range(first: Found, second: Found, at: int, scene: Scene, verbs: Verbs) -> tuple[Found, Found] | None:
    """From X to Y, between X and Y: Y is the first on or after X, and both carry the joint interval."""
    if not _are_ends(first, second, scene):
        return None
    if _is_move(first, verbs):
        return _moved(first, second, at, scene, verbs)
    if first.reading.value == "PRESENT_REF":
        return first, _from_now(second, scene)
    if not _is_bounded(first.reading) or not _is_bounded(second.reading):
        return None
    one, other = _fitting(first, second, scene, verbs)
    other = _of_year_said(one, other, second, scene)
    begins, ends = one.interval, other.interval
    assert begins is not None and ends is not None
    if begins.start is None or ends.end is None or ends.end <= begins.start:
        return None
    whole = Interval(begins.start, ends.end)
    step = f"with its other end: {spelled(begins.start)} to {spelled(ends.end - 1)}"
    readings = [
        replace(r, interval=whole, role=Role.FROM_TO, begins=begins, ends=ends, steps=(*r.steps, step))
        for r in (one, other)
    ]
    if scene.fellow_span == (second.first, second.last):
        # "Built between 1951 and 1956, it was sold in 1978" goes on from 1978.
        scene.establish(other, second.first, second.last)
    if not (verbs.is_aside(second.first, second.last) and scene.went_back):
        scene.memory.tell_from_start(other, readings[1])
    return replace(first, reading=readings[0], partner=at + 1), replace(second, reading=readings[1], partner=at)


def _are_ends(first: Found, second: Found, scene: Scene) -> bool:
    """Whether the words join the two as the ends of a stretch."""
    left = scene.tokens[first.first - 1].lower if first.first else ""
    joint = _between(first, second, scene)
    if joint and joint[0] == ",":
        if scene.tokens[max(first.first - 1 - (left in ("on", "in")), 0)].text == ",":
            # "Put off until spring and then, two weeks ago, until the new year."
            return False
        joint = joint[1:]
    between = left == "between" and joint == ("and",)
    if (not between and joint not in RANGE_JOINTS) or first.partner is not None:
        return False
    bare = joint in BARE_JOINTS and left not in ("from", "between")
    return not bare or first.reading.grain is second.reading.grain


def _moved(first: Found, second: Found, at: int, scene: Scene, verbs: Verbs) -> tuple[Found, Found] | None:
    """The old date, which lies before the new one or, of what is brought forward, behind it; and the new one."""
    if not _is_bounded(first.reading) or not _is_bounded(second.reading):
        return None
    old: Reading | None = None
    if first.rule in CHOSEN and scene.memory.narrative is None:
        old = again(first, scene, second.reading.begin, "forward" in verbs.lower[: first.first])
    return replace(first.read_as(old or first.reading), partner=at + 1), replace(second, partner=at)


def _is_move(first: Found, verbs: Verbs) -> bool:
    """Whether the two are the old date and the new one: "put off from July to September"."""
    group = verbs.governing(first.first, first.last)
    if group is None or verbs.lower[first.first - 1 : first.first] != ["from"]:
        return False
    # "Put off the vote from Monday", "put the vote off from Monday".
    particles = {*verbs.lower[group.end : group.end + 1], *verbs.lower[max(first.first - 2, group.end) : first.first]}
    return group.lemma in MOVES or (group.lemma in MOVES_OFF and not particles.isdisjoint(("off", "back", "forward")))


MOVES = frozenset("postpone delay reschedule defer move extend shift change slip slide".split())
MOVES_OFF = frozenset("put push bring set".split())


def _is_bounded(reading: Reading) -> bool:
    whole = reading.interval
    bounded = whole is not None and whole.start is not None and whole.last is not None
    return bounded and reading.type not in ("DURATION", "SET")


def _fitting(first: Found, second: Found, scene: Scene, verbs: Verbs) -> tuple[Reading, Reading]:
    """The readings of both ends, an end of which no year is said chosen to fit the other."""
    one, other = first.reading, second.reading
    if first.rule in CLOCKS and second.rule == "clock_then_day":
        return _on_one_day(one, other), other
    end = other.whole.last
    if first.rule in CHOSEN and end is not None and end < one.begin and second.rule not in CHOSEN:
        one = again(first, scene, end, False) or one
    if second.rule in CHOSEN and one.interval is not None and one.interval.start is not None:
        # "From Sept. 14 to Thursday": the Thursday is the one beside the dateline.
        weekday = second.rule == "weekday" and first.rule not in ("weekday", "weekday_and_date")
        if not (weekday and one.begin < scene.day - WEEK and other.begin > one.begin):
            other = from_there(second, scene, one.begin) or other
    if (
        first.rule in CHOSEN
        and second.rule in CHOSEN
        and verbs.direction(first.first, second.last) is not Direction.PAST
    ):
        one, other = _current(first, second, scene) or (one, other)
    return one, other


CLOCKS = frozenset({"clock_time", "first_of_pair"})


def _on_one_day(clock: Reading, end: Reading) -> Reading:
    """ "From 9 a.m. to noon on May 3": the day is said once; "from 10 p.m. to 2 a.m. on May 3" begins on its eve."""
    assert clock.clock is not None and end.clock is not None
    day = end.begin - (clock.clock.first > end.clock.first)
    value = f"{iso_day(day)}{clock.value[clock.value.index('T') :]}"
    step = f"on the day of the other end or its eve, {spelled(day)}"
    return replace(clock, interval=calendar.of_day(day), value=value, steps=(step, *clock.steps[1:]))


def _of_year_said(one: Reading, other: Reading, second: Found, scene: Scene) -> Reading:
    """ "From February to May the following year": both lie in it, for they follow each other in one year."""
    words = [token.lower for token in scene.tokens[second.first : second.last]]
    year = calendar.of_year(calendar.civil(one.begin)[0] + 1)
    if words[-3:-1] not in (["the", "following"], ["the", "next"]) or words[-1] != "year":
        return other
    if other.grain > Grain.MONTH or not calendar.contains(year, other.whole):
        return other
    begin, doubt = calendar.add(other.begin, -1, Grain.YEAR), Doubt("it may be that of the year after", other.interval)
    if begin <= one.begin:
        return other
    return unit(
        calendar.shift(begin, 0, other.grain), other.grain, "of the year in which the other end lies", doubt=doubt
    )


def _current(first: Found, second: Found, scene: Scene) -> tuple[Reading, Reading] | None:
    """The range, of those a year apart, that holds the dateline: "the season runs from June 1 to Nov. 30"."""
    one = again(first, scene, scene.day, False)
    if (
        one is None
        or one.interval is None
        or one.interval.start is None
        or one.grain > Grain.MONTH
        or first.rule == "weekday"
    ):
        return None
    other = from_there(second, scene, one.interval.start)
    if other is None or other.interval is None or other.interval.end is None or other.interval.end <= scene.day:
        return None
    return one, other


def _from_now(found: Found, scene: Scene) -> Found:
    """ "Between now and 2028", "from now until Friday": from the dateline on."""
    reading = (from_there(found, scene, scene.day) if found.rule in CHOSEN else None) or found.reading
    whole = reading.interval
    if whole is None or whole.end is None or whole.end <= scene.day or reading.type in ("DURATION", "SET"):
        return found
    today = calendar.of_day(scene.day)
    step = f"from now: from the dateline, {spelled(scene.day)}, on"
    stretch = Interval(scene.day, whole.end)
    steps = (*reading.steps, step)
    return replace(
        found, reading=replace(reading, interval=stretch, role=Role.FROM_TO, begins=today, ends=whole, steps=steps)
    )


def _from_on(first: Found, second: Found, scene: Scene) -> Found | None:
    """ "For 20 years beginning in 1985", "three days starting Monday": a length that begins on the date behind it."""
    joint, begin = _between(first, second, scene), second.reading.interval
    if first.reading.type != "DURATION" or first.reading.interval is not None or begin is None:
        return None
    if not joint or joint[0] not in BEGINNING or len(joint) > 2 or second.reading.type != "DATE":
        return None
    reading = beginning_in(first.reading, begin, f"it begins on the date behind it, {told(second.reading)}")
    return replace(first, reading=replace(reading, role=Role.FOR))


BEGINNING = frozenset("beginning starting from".split())


def _until_deed(first: Found, second: Found, scene: Scene) -> Found | None:
    """ "From 2011 until his dismissal in August 2014": a stretch that lasts until a deed with a date of its own."""
    joint = _between(first, second, scene)
    from_ = first.first > 0 and scene.tokens[first.first - 1].lower == "from"
    if not from_ or not LEAST <= len(joint) <= MOST or joint[0] not in UNTIL or joint[1] not in OF_A_DEED:
        return None
    deed = is_event_noun(joint[-2]) or (joint[0] != "to" and joint[1] in ITS_OWN)
    if joint[-1] not in ("in", "on") or not deed or not all(map(str.isalpha, joint)):
        return None
    begins, ends = first.reading.interval, second.reading.interval
    if not _is_bounded(first.reading) or not _is_bounded(second.reading) or begins is None or ends is None:
        return None
    if begins.start is None or ends.end is None or ends.end <= begins.start:
        return None
    step = f"until what happened in the time behind it: {spelled(begins.start)} to {spelled(ends.end - 1)}"
    stretch = Interval(begins.start, ends.end)
    steps = (*first.reading.steps, step)
    reading = replace(first.reading, interval=stretch, role=Role.FROM_TO, begins=begins, ends=ends, steps=steps)
    return first.read_as(reading)


UNTIL = ("until", "till", "to")
ITS_OWN = frozenset("his her its their".split())
OF_A_DEED = ITS_OWN | {"the", "a", "an"}
# The words of "until his sudden death in", "until the outbreak of war in".
LEAST, MOST = 4, 7


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
    reading = ending_on(first.reading, last, f"it ends on {spelled(last)}")
    if reading.interval is None or reading.interval.start is None:
        return None
    # The stretch begins on the day after: three months to 30 September are July to September.
    whole = Interval(reading.interval.start + 1, reading.interval.end)
    reading = replace(reading, interval=whole, role=Role.AT, anchor_begin=iso_day(reading.interval.start + 1))
    if calendar.shift(last, 0, Grain.QUARTER) == whole:
        scene.memory.period = unit(whole, Grain.QUARTER)
    return replace(first, reading=reading)
