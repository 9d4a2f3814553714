"""Stretches that end or begin at the dateline: the past three months, the next two weeks, within 30 days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Day, Doubt, Grain, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.durations import Unit, is_round, period_of, unbroken
from dateline.timex.english.lengths import is_in_heading
from dateline.timex.english.numbers import exactly
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Period, Reading, length, unit
from dateline.timex.values import iso_day, spelled

stretches = RuleBook()

OF_ANOTHER = frozenset("the a an his her its their".split())
HOURS_IN_DAY = 24
BEFORE_VERBS = frozenset("to will may might could would can must should not n't".split())


@stretches.rule(
    "{period}",
    "the next|coming {period}",
    "{unit}",
    "{units}",
    gives="time",
    examples={
        "It will be rebuilt within 10 days.": "2024-05-15/2024-05-25",
        "It will be rebuilt within 72 hours.": "2024-05-15/2024-05-18",
    },
    never=("It was rebuilt in 10 days.",),
)
def within(context: Context, found: Period | Unit) -> Reading | None:
    """Behind "within": no later than that long from the dateline, where it is told as future."""
    if context.left() != "within":
        return None
    if not isinstance(found, Period):
        plural = context.scene.tokens[context.last - 1].lower.endswith("s")
        return length(period_of(Count(2, 99, "X"), found, "EQUAL_OR_LESS")) if plural else None
    reading = length(replace(found, mod="EQUAL_OR_LESS"))
    # "Within 60 days of the order" counts from the order.
    memory = context.scene.memory
    told = memory.narrative is not None and (memory.history or not context.scene.verbs.looks_ahead())
    told = told or context.right() == "of"
    brief = found.grain < Grain.DAY and (found.grain is not Grain.HOUR or found.high < HOURS_IN_DAY)
    if not context.future or told or not found.count.exact or brief:
        return reading
    end = day_at_distance(context.day, found.high, found.grain)
    return replace(
        reading.because(f"told as future: counted from the dateline, {spelled(context.day)}"),
        interval=calendar.of_days(context.day, end),
        role=Role.AT,
        anchor_begin=iso_day(context.day),
        anchor_end=iso_day(end),
    )


@stretches.rule(
    "the? past|last|previous|preceding|latest|recent {period}",
    "these past|last {period}",
    "the? past|last {n} or so {units}",
    examples={
        "They met four times in the past three months.": "2024-02-15/2024-05-15",
        "Prices rose in the last two weeks.": "2024-05-01/2024-05-15",
        "It fell in the past few days.": "2024-05-10/2024-05-15",
        "It grew over the past two and a half years.": "2021-11-15/2024-05-15",
        "He fell on 3 May 1933. He had lost two sons in the past three months.": "1933-02-03/1933-05-03",
    },
)
def past_stretch(context: Context, found: Period | Count, of: Unit | None = None) -> Reading | None:
    """The stretch of that length that ends at the dateline; for a few it may reach back as far as the highest count."""
    period = found if isinstance(found, Period) else period_of(found, of) if of else None
    row = [token.lower for token in context.scene.tokens[context.first : context.first + 2]]
    # "It may last an hour", "is to last three weeks": a verb.
    if period is None or (row[0] == "last" and (row[1] in ("a", "an") or context.left() in BEFORE_VERBS)):
        return None
    if context.right() == "of" and context.right(2) in OF_ANOTHER and row[-1] in ("last", "previous", "preceding"):
        # "The last 18 months of the sentence" are counted from its end.
        return length(period)
    told = _told_day(context, row)
    day = context.day if told is None else told
    many, grain = unbroken(period)
    begin = day_at_distance(day, -many, grain)
    where = "at the dateline" if told is None else "where the text stands"
    return replace(
        length(period, f"the stretch of that length that ends {where}, {spelled(day)}"),
        interval=calendar.of_days(begin, day),
        role=Role.AT,
        anchor_begin=iso_day(begin),
        anchor_end=iso_day(day),
    )


def _told_day(context: Context, row: Sequence[str]) -> Day | None:
    """The day at which a story stands, where the stretch ends there: "he had lost two sons in the past year"."""
    told, verbs = context.scene.memory.narrative, context.scene.verbs
    if told is None or told.whole.start is None or verbs.is_present(context.first):
        return None
    earlier = not {"previous", "preceding"}.isdisjoint(row) or verbs.is_aside(*context.whole)
    return told.begin if earlier and told.grain <= Grain.MONTH else None


def day_at_distance(day: Day, count: int, grain: Grain) -> Day:
    """The day so many units on or back; hours and minutes count as the days they reach into."""
    if grain >= Grain.DAY:
        return calendar.add(day, count, grain)
    minutes = abs(count) * (60 if grain is Grain.HOUR else 1)
    days = -(-minutes // (24 * 60))
    return day + (days if count > 0 else -days)


@stretches.rule(
    "the past|last {unit}",
    examples={
        "Profits doubled in the past year.": "2023-05-15/2024-05-15",
        "It was the third crash in the last fortnight.": "2024-05-01/2024-05-15",
    },
)
def past_one(context: Context, of: Unit) -> Reading | None:
    """The past year; of "the last" units only a fortnight is no unit of the calendar."""
    last = context.scene.tokens[context.first + 1].lower == "last"
    if of[0] is Grain.DAY or is_round(context) or (last and (of[1] == 1 or context.right() == "of")):
        return None
    return past_stretch(context, period_of(exactly(1), of))


@stretches.rule(
    "the next|coming {period} or so",
    "the? next|coming|following|upcoming {period}",
    examples={
        "They will visit over the next two weeks.": "2024-05-15/2024-05-29",
        "It will be sold in the next few days.": "2024-05-15/2024-05-20",
        "For the next six years she worked in a cannery.": None,
    },
)
def next_stretch(context: Context, period: Period) -> Reading | None:
    """The stretch of that length that begins at the dateline."""
    if "following" in {token.lower for token in context.scene.tokens[context.first : context.first + 2]}:
        return _after_reference(context, period)
    memory = context.scene.memory
    told_as_past = context.future is False and not context.scene.verbs.is_present(context.first)
    told_as_past = told_as_past or (not context.future and memory.history and memory.narrative is not None)
    if told_as_past:
        return _after_reference(context, period)
    end = day_at_distance(context.day, *unbroken(period))
    return replace(
        length(period, f"the stretch of that length that begins at the dateline, {spelled(context.day)}"),
        interval=calendar.of_days(context.day, end),
        role=Role.AT,
        anchor_begin=iso_day(context.day),
        anchor_end=iso_day(end),
    )


def _after_reference(context: Context, period: Period) -> Reading:
    reference = context.reference
    if reference is None or reference.whole.end is None or period.grain < Grain.DAY:
        return length(period)
    begin = reference.whole.end - 1
    end = calendar.add(begin, *unbroken(period))
    if context.future is False and end > context.day:
        return length(period)
    return replace(
        length(period, f"told as past: it begins where the text stands, {spelled(begin)}"),
        interval=calendar.of_days(begin, end),
        role=Role.AT,
        anchor_begin=iso_day(begin),
        anchor_end=iso_day(end),
    )


@stretches.rule(
    "the next|coming {unit}",
    examples={"It will be sold over the next fortnight.": "2024-05-15/2024-05-29"},
)
def next_fortnight(context: Context, of: Unit) -> Reading | None:
    """The next fortnight, which is no unit of the calendar."""
    return next_stretch(context, period_of(exactly(1), of)) if of[1] > 1 else None


@stretches.rule(
    "the next|coming|past|last {unit} or so",
    examples={
        "It will close over the next year or so.": "2024-05-15/2025-05-15",
        "It fell over the past month or so.": "2024-04-15/2024-05-15",
    },
)
def stretch_or_so(context: Context, of: Unit) -> Reading | None:
    """About so long, up to the dateline or on from it."""
    period = period_of(exactly(1), of, "APPROX")
    ahead = context.scene.tokens[context.first + 1].lower in ("next", "coming")
    return next_stretch(context, period) if ahead else past_stretch(context, period)


@stretches.rule(
    "recent {units}",
    "the? recent {units}",
    "coming {units}",
    "the? coming|next {units}",
    "past {units}",
    "the? past|last {units}",
    examples={"Rents rose in recent years.": None, "More will come in the coming weeks.": None},
)
def vague_stretch(context: Context, of: Unit) -> Reading | None:
    """Recent or coming weeks: nobody counts them, so they point to no day; a heading "Last years" is none."""
    if is_in_heading(context):
        return None
    return replace(length(period_of(Count(2, 99, "X"), of)), role=Role.AT)


@stretches.rule(
    "the following|ensuing|subsequent|intervening|succeeding|preceding {units}",
    "the first|early|opening|last|final|closing {units}",
    "the {units} that followed",
    "the {units} to come",
    examples={"Over the following months it was drained.": None, "In the first weeks nobody came.": None},
    never=("He worked the first days of 2019.", "She was the last months ago."),
)
def uncounted_stretch(context: Context, of: Unit) -> Reading | None:
    """The following weeks, the first months: beside what the text tells of, but nobody counts them."""
    if context.right() == "of" or of[0] < Grain.DAY:
        return None
    return replace(length(period_of(Count(2, 99, "X"), of)), role=Role.AT)


@stretches.rule(
    "the last decade",
    "the last century",
    examples={"It doubled in the last decade.": "2010-01-01/2019-12-31"},
)
def last_long_unit(context: Context) -> Reading:
    grain = Grain.DECADE if context.scene.tokens[context.last - 1].lower == "decade" else Grain.CENTURY
    whole = calendar.shift(context.day, -1, grain)
    count = 10 if grain is Grain.DECADE else 100
    stretch = calendar.of_days(calendar.add(context.day, -count, Grain.YEAR), context.day)
    doubt = Doubt(f"it may be the {count} years that end at the dateline", stretch)
    return unit(whole, grain, f"the {grain.name.lower()} before the dateline's, {spelled(context.day)}", doubt=doubt)


@stretches.rule(
    "the next {unit}",
    gives="time",
    examples={"Jobs will go over the next year.": "2024-05-15/2025-05-15"},
    never=("It will open next year.", "In the next year he lost them."),
)
def next_one(context: Context, of: Unit) -> Reading | None:
    """Over the next year: one from now, and not the calendar's."""
    if context.left() not in ("over", "within") or not Grain.WEEK <= of[0] <= Grain.YEAR:
        return None
    return next_stretch(context, period_of(exactly(1), of))


@stretches.rule(
    "the next|coming decade|century", examples={"It will shrink over the next decade.": "2024-05-15/2034-05-15"}
)
def next_long_unit(context: Context) -> Reading | None:
    """The next ten or hundred years."""
    unit_word = context.scene.tokens[context.last - 1].lower
    return next_stretch(context, period_of(exactly(10 if unit_word == "decade" else 100), (Grain.YEAR, 1, "Y")))
