"""Names beside the last date that the text established: that autumn, the following March, the new year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Day, Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.anaphora import ends_phrase
from dateline.timex.english.counting_on import named
from dateline.timex.english.deictic import from_dateline
from dateline.timex.english.seasons import season_reading
from dateline.timex.grammar import RuleBook
from dateline.timex.narrative import GONE_BY
from dateline.timex.reading import Reading, unit, vague
from dateline.timex.scene import HEAD
from dateline.timex.values import MONTH_NAMES, WEEKDAY_NAMES, spelled

beside_names = RuleBook()


@beside_names.rule(
    "the new year",
    gives="time span",
    examples={
        "They will meet in the new year.": "2025-01-01/2025-12-31",
        "It sank in October 1957. In the new year it was raised.": "1958-01-01/1958-12-31",
    },
    never=("They sang at the New Year.", "He was named in the New Year Honours."),
)
def new_year(context: Context) -> Reading | None:
    """In the new year: the one that has just begun, or begins next, seen from what the text tells of."""
    title = context.scene.tokens[context.last - 1].text[0].isupper() and context.right_is_name()
    if context.left() not in ("in", "into", "of") or title:
        return None
    reference = context.told_before
    told = reference is not None and context.future is not True and context.is_told(reference)
    origin = reference.begin if told and reference is not None else context.day
    step = named(reference) if told and reference is not None else from_dateline(context)
    year, month, _ = calendar.civil(origin)
    if context.future is False and calendar.civil(context.day)[0] == year:
        # "He said on Tuesday that the inquiry, begun in the new year, was over."
        told = False
    begun = month <= (NEW_UNTIL if context.future is not True else 1) or (not told and context.future is False)
    return replace(unit(calendar.of_year(year + (not begun)), Grain.YEAR, f"the year new at {step}"), follows=told)


NEW_UNTIL = 2


@beside_names.rule(
    "this time last|next year",
    "this time a year ago",
    examples={
        "Rents are up on this time last year.": "2023-05-01/2023-05-31",
        "It will be gone by this time next year.": "../2025-05-31",
    },
)
def this_time_of_year(context: Context) -> Reading:
    """This time last year: the dateline's month, a year back or on."""
    sign = 1 if context.scene.tokens[context.first + 2].lower == "next" else -1
    whole = calendar.shift(context.day, 12 * sign, Grain.MONTH)
    return unit(whole, Grain.MONTH, f"the month a year {'on' if sign > 0 else 'back'} from {from_dateline(context)}")


@beside_names.rule(
    "that {season}",
    "the {season} before|after that",
    "the same|following|next|previous {season}",
    "that same {season}",
    "that {month}",
    "the {month} before|after that",
    "the following|same|next|previous {month}",
    gives="time span",
    examples={
        "It sank in 1957. That autumn it was raised.": "1957-09-01/1957-11-30",
        "It sank in May 1957. That December it was raised.": "1957-12-01/1957-12-31",
    },
)
def anaphoric_name(context: Context, number: int) -> Reading | None:
    """A season or month by name, beside the last date that the text established."""
    reference = context.told_before
    words = {token.lower for token in context.scene.tokens[context.first : context.last]}
    if reference is None or reference.whole.last is None:
        return None
    month = not words.isdisjoint(name.lower() for name in MONTH_NAMES)
    year = calendar.civil(reference.begin)[0]
    southern = context.conventions.southern
    in_year = [
        (y, calendar.of_month(y, number) if month else calendar.of_season(y, number, southern))
        for y in range(year - 1, year + 3)
    ]
    if {"following", "next", "after"} & words:
        chosen = next(pair for pair in in_year if pair[1].start is not None and pair[1].start > reference.whole.last)
    elif {"previous", "before"} & words:
        chosen = [pair for pair in in_year if pair[1].end is not None and pair[1].end <= reference.begin][-1]
    else:
        chosen = _that_one(context, reference, in_year)
    step = f"beside {named(reference)}"
    named_month = unit(chosen[1], Grain.MONTH, step) if month else None
    reading = named_month or season_reading(context, chosen[0], number, step)
    return replace(reading, established=not {"previous", "before"} & words, follows=True)


def _that_one(context: Context, reference: Reading, in_year: Sequence[tuple[int, Interval]]) -> tuple[int, Interval]:
    """The season or month that holds the date, or that of its year; "that spring" goes on from a December."""
    (_, before), (year, same), (_, after), *_ = in_year
    assert before.last is not None and same.last is not None and reference.whole.last is not None
    if before.last >= reference.begin and reference.grain < Grain.YEAR:
        return year - 1, before
    aside = context.whole[0] > HEAD and context.scene.verbs.is_aside(*context.whole)
    had = aside and any(token.lower in ("had", "'d") for token in context.scene.tokens[: context.whole[0]])
    ahead = same.start is not None and same.start > reference.whole.last
    goes_on = reference is context.scene.memory.flashback
    if had and ahead and reference.grain <= Grain.MONTH and not goes_on:
        # "In March it burst. Officials had warned that autumn": the one before.
        return year - 1, before
    gone = same.last < reference.begin - GONE_BY and not aside
    return (year + 1, after) if gone else (year, same)


@beside_names.rule(
    "that {dow}",
    "the following|next|previous|same {dow}",
    "the {dow} after|before",
    "the {dow}",
    gives="time day",
    examples={
        "It sank on 3 May 1933. The following Friday it was found.": "1933-05-05",
        "It sank on 3 May 1933. On the Saturday a hatch was washed up.": "1933-05-06",
        "It sank on 3 May 1933. The sea had been rough since the Monday.": "1933-05-01/..",
    },
    never=(
        "It sank on 3 May 1933. The Friday market was held.",
        "It sank on 3 May 1933. Both work on the Friday team.",
    ),
)
def anaphoric_weekday(context: Context, number: int) -> Reading | None:
    """A weekday after, before or in the week of the last date that the text established."""
    reference = context.reference
    words = {token.lower for token in context.scene.tokens[context.first : context.last]}
    origin = reference.begin if reference is not None and reference.grain <= Grain.WEEK else context.day
    same = context.fellow if "after" in words and context.left() == "," and not ends_phrase(context) else None
    if same is not None and same.grain is Grain.DAY and calendar.weekday(same.begin) == number:
        # "On 4 August, the Monday after the vote".
        return replace(same, steps=(*same.steps, "the words behind the comma say more of it"))
    definite = words <= {"the", WEEKDAY_NAMES[number].lower()}
    if definite and reference is not None and reference.grain > Grain.WEEK and _is_definite(context, reference.begin):
        days = vague(f"XXXX-WXX-{number + 1}", "a day of the time that the text tells of, which names no week")
        return days if context.is_told(reference) else None
    if definite and not _is_definite(context, origin):
        return None
    if definite and context.left() == "since":
        day = calendar.last_weekday(origin, number)
    elif definite:
        day = calendar.next_weekday(origin, number)
    elif {"following", "next", "after"} & words:
        day = calendar.next_weekday(origin + 1, number)
    elif {"previous", "before"} & words:
        day = calendar.last_weekday(origin - 1, number)
    else:
        # "On Thursday the 10th they came; that Friday they left": of the same week.
        day = origin - calendar.weekday(origin) + number
    side = "after" if day > origin else "before" if day < origin else "on or before"
    step = f"the {WEEKDAY_NAMES[number]} {side} {spelled(origin)}"
    doubt = None
    if {"before", "after"} & words and not ends_phrase(context):
        near = (
            calendar.next_weekday(context.day, number)
            if "after" in words
            else calendar.last_weekday(context.day, number)
        )
        doubt = Doubt("it counts from an event whose date is taken from the text before", calendar.of_day(near))
    return unit(calendar.of_day(day), Grain.DAY, step, doubt=doubt)


@beside_names.rule(
    "{dow} ,? the {ordigits}",
    gives="time day",
    examples={
        "It sank on 3 May 1933. On Tuesday the 9th it was found.": "1933-05-09",
        "It closed on Tuesday the 7th.": "2024-05-07",
    },
    never=("On Tuesday the 9th Infantry came.",),
)
def weekday_and_number(context: Context, number: int, day: int) -> Reading | None:
    """A weekday with a day of the month that is not named: the nearest to what the text tells of where both agree."""
    if context.right_is_name() and context.right() not in SUBJECTS:
        return None
    reference = context.reference
    told = reference is not None and reference.grain <= Grain.MONTH and context.is_told(reference)
    origin = reference.begin if told and reference is not None else context.day
    month = calendar.shift(origin, 0, Grain.MONTH).start or 0
    days = [calendar.add_months(month, back) + day - 1 for back in range(-MONTHS_AWAY, MONTHS_AWAY + 1)]
    fits = [one for one in days if calendar.weekday(one) == number and calendar.civil(one)[2] == day]
    if not fits:
        return None
    nearest = min(fits, key=lambda one: abs(one - origin))
    return unit(calendar.of_day(nearest), Grain.DAY, f"the nearest such day to {spelled(origin)}")


MONTHS_AWAY = 6


def _is_definite(context: Context, origin: Day) -> bool:
    """Whether "on the Saturday" speaks of the days that the text tells of, and they are not those of the dateline."""
    told = context.day - origin > DAYS_OF_WEEK and context.left() in BEFORE_DEFINITE
    return told and not context.right_is_name() and (ends_phrase(context) or context.right() in SUBJECTS)


DAYS_OF_WEEK = 7
BEFORE_DEFINITE = frozenset("on by until from before after since of".split()) | {""}
SUBJECTS = frozenset("he she it they we i a an the his her its their there".split())
