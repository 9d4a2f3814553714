"""Which occurrence of a yearly thing is meant where no year is said: by what the text tells of, or by direction."""

from __future__ import annotations

from collections.abc import Callable

from dateline.model import Day, Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context, Direction
from dateline.timex.values import MONTH_NAMES, spelled

ABOUT_AS_NEAR = 0.6
# A story that has reached November and goes on "in January" has come to the next year; "in July" it looks back.
GONE_BY = 150
# What news tells of the last years it tells with "last year", or with no year at all.
YEARS_OF_NEWS = 8

JOINTS = frozenset("and or to until till through - – — /".split())
WITHIN_A_DATE = frozenset("the of in on , . st nd rd th early mid late - beginning middle end".split())
MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
LONGEST_DATE = 9


def occurrence(
    context: Context, name: str, in_year: Callable[[int], Interval | None]
) -> tuple[Interval, str, Doubt | None] | None:
    """The occurrence of a yearly thing that is meant, by TIME-MODEL's rule of direction, and why.

    Told as past, it is the latest that began on or before the dateline; told as future, the earliest that ends on or
    after it; else the nearest, with a doubt where the next nearest is about as near.
    """
    shared = _in_year_behind(context, in_year)
    if shared is not None:
        return shared, "of the year that is said behind the date beside it", None
    told = _in_narrative(context, in_year)
    if told is not None:
        return told[0], told[1], None if context.scene.memory.history else _other_year(context, name, in_year)
    year = calendar.civil(context.day)[0]
    years = range(max(year - 1, 1), min(year + 2, 9999))
    found = [whole for y in years if (whole := in_year(y)) is not None]
    if not found:
        found = [whole for y in range(max(year - 8, 1), min(year + 9, 9999)) if (whole := in_year(y)) is not None]
    past = [whole for whole in found if whole.start is not None and whole.start <= context.day]
    coming = [whole for whole in found if whole.last is not None and whole.last >= context.day]
    dateline = f"the dateline, {spelled(context.day)}"
    if context.future is False and past:
        began = "" if _is_day(past[-1]) else "that began "
        return past[-1], f"told as past: the latest {name} {began}on or before {dateline}", None
    if context.future and coming:
        ends = "" if _is_day(coming[0]) else "that ends "
        return coming[0], f"told as future: the earliest {name} {ends}on or after {dateline}", None
    if not found:
        return None
    ranked = sorted(found, key=lambda whole: distance(whole, context.day))
    nearest, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    doubt = None
    if second is not None and distance(nearest, context.day) > ABOUT_AS_NEAR * distance(second, context.day):
        doubt = Doubt(f"no verb says whether it is past or to come, and another {name} is about as near", second)
    return nearest, f"no tense decides: the {name} nearest to {dateline}", doubt


def _is_day(whole: Interval) -> bool:
    return whole.end == (whole.start or 0) + 1


def _in_year_behind(context: Context, in_year: Callable[[int], Interval | None]) -> Interval | None:
    """The occurrence in a year that is said once for two dates, behind the second: May and June 1940.

    It lies before the second: the November of "November and January 1945" is that of 1944.
    """
    tokens, at = context.scene.tokens, context.whole[1]
    if at >= len(tokens) or tokens[at].lower not in JOINTS:
        return None
    month = day = 0
    for token in tokens[at + 1 : at + 1 + LONGEST_DATE]:
        word = token.lower
        if word.isdecimal() and len(word) == 4:
            first = in_year(int(word)) if month else None
            if first is None or first.start is None:
                return None
            second = calendar.of_month(int(word), month).start or 0
            return in_year(int(word) - 1) if first.start > second + max(day - 1, 0) else first
        if word.isdecimal() and len(word) <= 2:
            day = int(word)
        elif word in MONTHS and not month:
            month = MONTHS[word]
        elif word not in WITHIN_A_DATE:
            return None
    return None


def _in_narrative(context: Context, in_year: Callable[[int], Interval | None]) -> tuple[Interval, str] | None:
    """The occurrence that a passage about another year means: in that year, or early in the next where it goes on."""
    narrative = context.scene.memory.narrative
    if narrative is None:
        return None
    if context.future and (not context.scene.memory.history or context.scene.verbs.looks_ahead()):
        return None
    start = narrative.begin
    year = calendar.civil(start)[0]
    years_back = 1 if context.scene.memory.history else YEARS_OF_NEWS
    recent = year >= calendar.civil(context.day)[0] - years_back or context.left(2) == "recently"
    told_as_past = context.direction is Direction.PAST and not context.scene.verbs.is_present(context.first)
    if recent or not (told_as_past or context.scene.memory.history):
        return None
    whole = in_year(year)
    before = in_year(year - 1)
    if before is not None and before.last is not None and before.last >= start:
        # In January 1849 "the winter" is the one that began in 1848.
        whole = before
    elif whole is not None and whole.last is not None and whole.last < start - GONE_BY:
        whole = in_year(year + 1)
    if whole is None or whole.start is None or whole.start > context.day:
        return None
    return whole, f"the text tells of {calendar.civil(whole.start)[0]}"


def narrated_day(context: Context) -> Day | None:
    """The day that a history tells of, where it has come to a day."""
    narrative = context.scene.memory.narrative
    if not context.scene.memory.history or narrative is None or narrative.grain > Grain.DAY:
        return None
    start = narrative.whole.start
    years = calendar.civil(context.day)[0] - calendar.civil(start or 0)[0]
    return start if years >= YEARS_OF_NEWS else None


def _other_year(context: Context, name: str, in_year: Callable[[int], Interval | None]) -> Doubt | None:
    """The doubt of a year taken from the text: the latest occurrence before the dateline may be meant."""
    year = calendar.civil(context.day)[0]
    found = [whole for y in (year - 1, year) if (whole := in_year(y)) and (whole.start or 0) <= context.day]
    return (
        Doubt(f"the text speaks of another year; it may be the latest {name} before the dateline", found[-1])
        if found
        else None
    )


def distance(whole: Interval, day: Day) -> int:
    """How many days lie between a day and an interval; 0 inside it."""
    assert whole.start is not None and whole.last is not None
    return max(whole.start - day, day - whole.last, 0)
