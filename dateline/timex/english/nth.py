"""The nth of something: the first week of May, the last Friday of the month, the first nine months of 2019."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.durations import Unit
from dateline.timex.english.fractions import edge
from dateline.timex.english.words import WEEKDAYS
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Reading, unit
from dateline.timex.values import WEEKDAY_NAMES

nths = RuleBook()


@nths.rule(
    "the? {ord} {unit} of {span}",
    "the? last|final|opening|closing {unit} of {span}",
    "the? {ord} of {span}",
    "{unit} {digits} of {span}",
    "the? {ord} {dow} in|of {span}",
    "the? last {dow} in|of {span}",
    "the {ord} {unit} in {span}",
    "the? second|third - to - last {unit} of {span}",
    "the {unit} of {day}",
    gives="time span",
    examples={
        "It opened in the first week of May.": "2024-05-01/2024-05-07",
        "It closed on the last day of 2019.": "2019-12-31",
        "It met on the first Monday of May 2024.": "2024-05-06",
        "It meets on the last Saturday of this month.": "2024-05-25",
    },
)
def nth_unit(context: Context, *found: object) -> Reading | None:
    """The nth day, week, month or weekday of a larger unit."""
    whole = found[-1]
    if (
        not isinstance(whole, Reading)
        or whole.interval is None
        or whole.interval.start is None
        or whole.interval.end is None
    ):
        return None
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if whole.grain is Grain.MONTH and len(found) == 2 and type(found[0]) is int and _is_bare_ordinal(context):
        return _day_of_month(whole, found[0])
    position = next((item for item in found if type(item) is int and item > 0), None)
    last = "last" in words[:3] or "final" in words[:3] or "closing" in words[:3]
    of = next((item for item in found if isinstance(item, tuple)), None)
    if whole.grain is Grain.DAY:
        return _unit_of_day(whole, of)
    if any(word.endswith("day") and word != "day" for word in words[:3]):
        weekday = next(item for item in reversed(found[:-1]) if type(item) is int)
        return _nth_weekday(whole, weekday, -1 if last else found[0] if type(found[0]) is int else 1)
    return _nth(whole, of, -1 if last else position or 1)


def _is_bare_ordinal(context: Context) -> bool:
    """Whether the month is named as seen from elsewhere: the 24th of this month, and not the 24th of May."""
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    seen = not {"this", "last", "next", "that", "same"}.isdisjoint(row[-2:]) or row[-2:] == ["the", "month"]
    return seen and WEEKDAYS.keys().isdisjoint(row)


def _day_of_month(month: Reading, number: object) -> Reading | None:
    assert month.interval is not None and month.interval.start is not None and isinstance(number, int)
    day = calendar.of_day(month.interval.start + number - 1)
    return unit(day, Grain.DAY, *month.steps, "that day of it") if calendar.contains(month.interval, day) else None


def _unit_of_day(day: Reading, of: tuple[Grain, int, str] | None) -> Reading | None:
    if (
        of is None
        or of[0] not in (Grain.WEEK, Grain.MONTH, Grain.YEAR)
        or day.interval is None
        or day.interval.start is None
    ):
        return None
    return unit(
        calendar.shift(day.interval.start, 0, of[0]), of[0], *day.steps, f"the {of[0].name.lower()} that holds it"
    )


PLACES = {-1: "last", 1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def _nth_weekday(whole: Reading, weekday: int, nth: object) -> Reading | None:
    assert whole.interval is not None and whole.interval.start is not None and whole.interval.last is not None
    if whole.grain is not Grain.MONTH or not isinstance(nth, int) or nth not in PLACES:
        return None
    year, month, _ = calendar.civil(whole.interval.start)
    day = calendar.of_day(calendar.nth_weekday(year, month, weekday, nth))
    return (
        unit(day, Grain.DAY, *whole.steps, f"its {PLACES[nth]} {WEEKDAY_NAMES[weekday]}")
        if calendar.contains(whole.interval, day)
        else None
    )


def _nth(whole: Reading, of: tuple[Grain, int, str] | None, nth: int) -> Reading | None:
    assert whole.interval is not None and whole.interval.start is not None and whole.interval.end is not None
    start, stop = whole.interval.start, whole.interval.end
    if of is None or of[0] >= whole.grain or of[0] < Grain.DAY or of[0] in (Grain.QUARTER, Grain.HALF) or of[1] != 1:
        return None
    grain = of[0]
    if grain is Grain.WEEK:
        # A month's weeks are counted from its first day, not from a Monday.
        part = Interval(stop - 7, stop) if nth < 0 else Interval(start + 7 * (nth - 1), min(start + 7 * nth, stop))
        value = replace(unit(calendar.of_week((part.start or 0) + 3), Grain.WEEK), interval=part)
        return replace(value, steps=(*whole.steps, "seven days of it"))
    origin = calendar.add(start, nth - 1, grain) if nth > 0 else stop - 1
    part = calendar.shift(origin, 0, grain)
    return (
        unit(part, grain, *whole.steps, f"its {'last' if nth < 0 else f'number {nth}'} {grain.name.lower()}")
        if calendar.contains(whole.interval, part)
        else None
    )


@nths.rule(
    "the? weekend of {day}",
    "the? weekend of {day} and {dom}",
    "the? weekend of {range}",
    gives="time span",
    examples={
        "They met on the weekend of May 11.": "2024-05-11/2024-05-12",
        "It rained on the weekend of 4-5 May.": "2024-05-04/2024-05-05",
        "They met the weekend of May 11 and 12.": "2024-05-11/2024-05-12",
    },
    never=("They lost a weekend of 7 May bank holidays.",),
)
def weekend_of_day(context: Context, day: Reading, _last: int | None = None) -> Reading | None:
    """The weekend that holds a day, or the one nearest behind it."""
    if day.interval is None or day.interval.start is None or day.clock is not None:
        return None
    return unit(calendar.of_weekend(day.interval.start), Grain.WEEKEND, *day.steps, "the weekend of its week")


@nths.rule(
    "the? first|last|final {n} {units} of {span}",
    "first {n} {units} of {span}",
    gives="time span",
    examples={"It rose in the first nine months of 2019.": "2019-01-01/2019-09-30"},
)
def stretch_of_unit(context: Context, count: Count, of: Unit, whole: Reading) -> Reading | None:
    """The first or last so many months of a year."""
    if (
        whole.interval is None
        or whole.interval.start is None
        or whole.interval.end is None
        or not count.exact
        or of[0] < Grain.DAY
        or of[0] >= whole.grain
    ):
        return None
    many = round(count.low) * of[1]
    start, stop = whole.interval.start, whole.interval.end
    last = {"last", "final"} & {token.lower for token in context.scene.tokens[context.first : context.first + 2]}
    part = (
        (max(calendar.add(stop, -many, of[0]), start), stop)
        if last
        else (start, min(calendar.add(start, many, of[0]), stop))
    )
    return replace(
        whole,
        interval=Interval(*part),
        value=f"P{many}{of[2]}",
        type="DURATION",
        mod=None,
        steps=(*whole.steps, f"its {'last' if last else 'first'} {many} {of[0].name.lower()}s"),
    )


@nths.rule(
    "the first|early|opening|last|final|closing {units} of {span}",
    gives="time span",
    examples={
        "It was held in the first months of 2018.": "2018-01-01/2018-04-30",
        "It was lost in the last days of April 1945.": "1945-04-21/1945-04-30",
        "The dam burst on 3 May 1933. It was mended in the last weeks of the year.": "1933-12-01/1933-12-31",
    },
    never=("It was lost in the last days of the siege.",),
)
def outer_part(context: Context, of: Unit, whole: Reading) -> Reading | None:
    """The first weeks, the last days of a named time: its beginning or end, as long as such units make it."""
    if whole.interval is None or whole.mod is not None or whole.type != "DATE" or of[0] >= whole.grain:
        return None
    row = [token.lower for token in context.scene.tokens[context.first : context.first + 2]]
    last = not {"last", "final", "closing"}.isdisjoint(row)
    part = (edge if of[0] < Grain.MONTH else calendar.third)(whole.interval, whole.grain, 2 if last else 0)
    step = f"its {'last' if last else 'first'} part"
    return replace(whole, interval=part, mod="END" if last else "START", steps=(*whole.steps, step), doubt=None)
