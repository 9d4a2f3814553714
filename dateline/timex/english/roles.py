"""The role of an expression by the words before it: since, until, by, before, after, from, and lengths with "has"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Day, Doubt, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.direction import PUTS_OFF, Verbs
from dateline.timex.english.hedges import preposition
from dateline.timex.english.rereading import Found, again
from dateline.timex.english.verb_forms import lemma
from dateline.timex.english.verb_words import table
from dateline.timex.evaluation import evaluated
from dateline.timex.memory import Memory
from dateline.timex.reading import Reading
from dateline.timex.scene import Scene
from dateline.timex.values import iso_day, spelled


def with_role(found: Found, scene: Scene, verbs: Verbs) -> Reading:
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
    if left == "until" and not (context.left() == "through" and _is_throughout(reading, context)):
        lasts = _ending(reading, whole, Role.UNTIL, "until: up to then")
        return replace(lasts, doubt=Doubt(PUT_OFF, whole)) if _is_put_off(found, verbs) else lasts
    if reading.type == "DURATION":
        return reading
    if left == "since":
        return _opening(reading, whole, "since: from then on, its end open")
    if left == "by" and not _is_of_doer(found, context, verbs):
        return _ending(reading, whole, Role.BEFORE, "by: no later than then")
    if left in ("before", "after"):
        return _beside(found, context, whole, left)
    takes_effect = (left, context.left(2)) == ("from", "effect")
    if left == "starting" or takes_effect or (left == "from" and _opens_stretch(found, context, verbs)):
        return _opening(reading, whole, "from: from then on, its end open")
    return _about(reading, context)


def _is_put_off(found: Found, verbs: Verbs) -> bool:
    """Whether "until" names the new date of what is put off, and not only the end of the wait."""
    group = verbs.governing(found.first, found.last)
    if group is None or group.end > found.first:
        return False
    return group.lemma in POSTPONES or (group.lemma == "put" and verbs.lower[group.end] in ("off", "back"))


# "Until" is an end: what waits lasts up to then. That the thing itself takes place then is what it leaves open.
PUT_OFF = "what is put off until then may be meant to take place then"
POSTPONES = table("postpone delay adjourn defer reschedule")


def _beside(found: Found, context: Context, whole: Interval, side: str) -> Reading:
    """The reading of what lies before or after a time."""
    reading = found.reading
    if (context.left(3), context.left(2)) == ("on", "or"):
        if side == "before":
            return _ending(reading, whole, Role.BEFORE, "on or before: no later than then")
        return _opening(reading, whole, "on or after: from then on")
    near = context.left(2) in ("shortly", "just", "moments", "minutes", "right") or context.written() in FIRST_LIGHT
    if (near and reading.clock is not None) or context.right() == "'s":
        return _about(reading, context)
    if side == "before":
        # "Before the end of May" is before May is over.
        before = Interval(None, whole.end if reading.clock or _is_end(found) else whole.start)
        return replace(reading, interval=before, role=Role.BEFORE, steps=(*reading.steps, "before: up to then"))
    if _noun_follows(context):
        return _about(reading, context)
    after = Interval(whole.start if reading.clock else whole.end, None)
    return replace(reading, interval=after, role=Role.AFTER, steps=(*reading.steps, "after: from then on"))


def _about(reading: Reading, context: Context) -> Reading:
    """The reading of a day or month that is said to be about then; "talks about Friday" is no such."""
    hedged = context.left() in ("around", "circa") or (context.left() == "about" and context.left(2) in BEFORE_ABOUT)
    if not hedged or reading.mod is not None or reading.clock is not None or reading.type != "DATE":
        return reading
    return replace(reading, mod="APPROX", steps=(*reading.steps, f"{context.left()}: not for sure"))


BEFORE_ABOUT = frozenset({"", "or", ",", "from", "since", "until", "and"})


def _is_end(found: Found) -> bool:
    return found.rule == "end" and found.reading.mod == "END"


def _is_throughout(reading: Reading, context: Context) -> bool:
    """Whether "through" says that it went on all the while, or belongs to the verb, and sets no end.

    "Worked through the night", "starved through the winter", "the sale fell through this week"; but "trains will not
    run through Thursday morning".
    """
    if lemma(context.left(2)) in FAILS:
        return True
    if reading.grain is Grain.PART_OF_DAY:
        return context.written().lower() == "the" or not context.future
    told = not context.future and (reading.grain is Grain.SEASON or context.scene.memory.history)
    return told and context.left(2) not in ("up", "on") and reading.grain >= Grain.MONTH


PREPOSITIONS = {
    "since": "since", "until": "until", "till": "until", "til": "until", "through": "until", "thru": "until",
    "by": "by", "before": "before", "after": "after", "from": "from", "beginning": "starting",
    "starting": "starting",
    "effective": "starting",
}  # fmt: skip
# "Has waited two years" needs no "for".
WAITS = frozenset("wait last linger".split())
FAILS = frozenset("fall break push pull sail come stand survive suffer sit".split())
# "Before dawn on Sunday" is early on that day.
FIRST_LIGHT = frozenset("dawn daybreak sunrise".split())


def _preposition(context: Context, lower: Sequence[str]) -> str:
    """What the word before the expression makes of it; "since about 1990", "up to Friday", "1990 onwards" count too."""
    if context.right() in ("onward", "onwards") or (context.left(), context.right()) == ("from", "on"):
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


def _is_of_doer(found: Found, context: Context, verbs: Verbs) -> bool:
    """Whether "by" names what did it, not until when: "hit by last week's earthquake", "by the May floods"."""
    by = next((at for at in range(found.first - 1, -1, -1) if verbs.lower[at] == "by"), 0)
    done = any(group.end == by and (group.passive or group.form == "participle") for group in verbs.groups)
    behind = found.last + (context.right() == "'s")
    noun = verbs.lower[behind] if behind < len(verbs.lower) else ""
    named = context.right() == "'s" or (_noun_follows(context) and not context.right_is_name())
    return done and named and noun not in DEADLINES


DEADLINES = frozenset("deadline election elections vote meeting date end close start".split())


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
    # "More than double from a year earlier" compares.
    if context.scene.tokens[found.last - 1].lower in ("earlier", "ago", "before"):
        return False
    group = verbs.governing(found.first, found.last)
    if group is not None and group.lemma in PUTS_OFF and (group.lemma != "put" or _is_put_off(found, verbs)):
        return False
    if found.first == 1:
        return True
    before = context.left(2)
    if context.future and found.reading.begin > context.day and not _noun_follows(context):
        # "Wages will rise by 3% from 1 July": no figure of a day to come is there to compare with.
        return True
    if _noun_follows(context) or before in MOVEMENTS or before.endswith("%") or before == "percent":
        return False
    if (found.reading.grain > Grain.MONTH or _says_year(found, context)) and not context.future:
        return group is not None and group.lemma in LASTING
    return group is None or group.end >= found.first - 4 or bool(context.future)


def _says_year(found: Found, context: Context) -> bool:
    return any(
        len(token.text) == 4 and token.text.isdecimal() for token in context.scene.tokens[found.first : found.last]
    )


GIVES_A_TERM = table(
    "jail imprison sentence ban bar disqualify suspend expel elect re-elect reelect appoint extend renew lease rent "
    "hire sign guarantee reserve postpone delay adjourn remand freeze fix schedule"
)


def _perfect(found: Found, context: Context, verbs: Verbs) -> Reading:
    """ "Has lasted for two years": the length ends at the dateline."""
    reading = found.reading
    before = context.left()
    group = verbs.governing(found.first, found.last)
    # "It has been seven years since the war ended."
    since = context.right() == "since" and group is not None and group.lemma == "be"
    waited = group is not None and (group.lemma in WAITS or since) and group.end == found.first
    if (before not in ("for", "over", "of") and not waited) or reading.grain < Grain.DAY:
        return reading
    if group is None or group.tense != "present" or not group.perfect or group.modal is not None or before == "of":
        return reading
    if group.lemma in GIVES_A_TERM and not group.progressive:
        # "She has been jailed for 27 years": what is given is still to be served.
        return reading
    return ending_on(reading, context.day, f"with “has”: it ends at the dateline, {spelled(context.day)}")


def ending_on(reading: Reading, day: Day, step: str) -> Reading:
    """A length of so many days, months or years as the stretch that ends on a day; a vague one stays as it is."""
    counted = _counted(reading)
    return _laid(reading, calendar.add(day, -counted[0], counted[1]), day, step) if counted else reading


def beginning_in(reading: Reading, first: Interval, step: str) -> Reading:
    """A length of so many days, months or years as the stretch that begins in an interval; a vague one stays as is."""
    counted = _counted(reading)
    if counted is None or first.start is None or first.last is None:
        return reading
    return _laid(reading, first.start, calendar.add(first.last, *counted) - 1, step)


def _counted(reading: Reading) -> tuple[int, Grain] | None:
    """How many of which unit an exact length of days or more counts."""
    count, grain = reading.value[1:-1], LETTERS.get(reading.value[-1])
    exact = count.isdigit() and not reading.value.startswith("PT") and reading.mod not in ("MORE_THAN", "LESS_THAN")
    return (int(count), grain) if exact and int(count) and grain is not None else None


def _laid(reading: Reading, begin: Day, end: Day, step: str) -> Reading:
    return replace(
        reading,
        interval=calendar.of_days(begin, end),
        anchor_begin=iso_day(begin),
        anchor_end=iso_day(end),
        steps=(*reading.steps, step),
    )


LETTERS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}


def read_again(found: Found, scene: Scene, future: bool) -> Reading | None:
    """The expression in its role, read again as told as future or as past."""
    reading = again(found, scene, scene.day, future)
    return _in_role(found, reading, scene) if reading is not None else None


def read_beside(found: Found, scene: Scene, reference: Reading | None) -> Reading | None:
    """The expression in its role, read again as if the text had established another date last, or none."""
    past = scene.memory
    period = past.period if reference is not None else None
    memory = Memory(history=past.history, reference=reference, day=reference, period=period, narrative=past.narrative)
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
