"""Days and weeks counted from a weekday or from a day beside the dateline: a week on Monday, a year ago today."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.counting import counted, counting
from dateline.timex.english.durations import Unit
from dateline.timex.english.relative import ENDS_OF_PHRASE
from dateline.timex.english.words import MONTH_ABBREVIATIONS, MONTHS
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Period, Reading, told, unit
from dateline.timex.values import WEEKDAY_NAMES, spelled

counted_days = RuleBook()


@counted_days.rule(
    "{dow} week|fortnight",
    gives="time day",
    examples={"It will open on Monday week.": "2024-05-27"},
    never=("He missed the Monday week in, week out.", "Friday week-long sales began."),
)
def weekday_week(context: Context, number: int) -> Reading | None:
    """Monday week, Tuesday fortnight: British for a week, or two, after the coming one."""
    ends = context.right() in ENDS_OF_PHRASE
    if not context.future or not ends or context.left() not in BEFORE_A_DAY:
        return None
    weeks = 2 if context.scene.tokens[context.last - 1].lower == "fortnight" else 1
    day = calendar.next_weekday(context.day, number) + 7 * weeks
    step = f"the earliest {WEEKDAY_NAMES[number]} on or after the dateline, {spelled(context.day)}, and the count"
    return unit(calendar.of_day(day), Grain.DAY, step)


BEFORE_A_DAY = frozenset("on until till by before from to for".split())


@counted_days.rule(
    "{oneperiod} on {dow}",
    gives="time day",
    examples={"It will open a week on Monday.": "2024-05-27"},
    never=("He will work a week on Monday's show.", "He spent a day on Monday."),
)
def week_on_weekday(context: Context, period: Period, number: int) -> Reading | None:
    """A week on Friday: British for the Friday after next."""
    if not context.future or context.right() == "'s" or period.grain is not Grain.WEEK:
        return None
    day = calendar.next_weekday(context.day, number) + 7 * period.low
    step = f"the earliest {WEEKDAY_NAMES[number]} on or after the dateline, {spelled(context.day)}, and the count"
    return unit(calendar.of_day(day), Grain.DAY, step)


@counted_days.rule(
    "{period} today|tomorrow",
    gives="time day",
    examples={"The fair will open a week tomorrow.": "2024-05-23"},
    never=("They waited two hours today.",),
)
def counted_from_near_day(context: Context, period: Period) -> Reading | None:
    """A week today, a fortnight tomorrow."""
    if not context.future or not period.count.exact or period.grain is not Grain.WEEK:
        return None
    tomorrow = context.scene.tokens[context.last - 1].lower == "tomorrow"
    day = calendar.add(context.day + tomorrow, period.low, period.grain)
    return unit(calendar.of_day(day), Grain.DAY, f"counted from the dateline, {spelled(context.day)}")


@counted_days.rule(
    "{period} ago today|yesterday|tomorrow|tonight",
    "{period} ago this|last|next {unit}",
    gives="time day span",
    examples={
        "It sank three years ago today.": "2021-05-15",
        "It sank a week ago tomorrow.": "2024-05-09",
        "It sank two years ago this month.": "2022-05-01/2022-05-31",
        "It sank ten years ago next week.": "2014-05-19/2014-05-25",
        "It sank a year ago this week.": "2023-05-15/2023-05-21",
    },
    never=("Ten years ago this town was rich.",),
)
def counted_back_from_here(context: Context, period: Period, of: Unit | None = None) -> Reading | None:
    """Three years ago today, a year ago next month: so far before a day, week or month beside the dateline."""
    word = context.scene.tokens[context.last - 1 if of is None else context.last - 2].lower
    grain = Grain.DAY if of is None else of[0]
    if not period.count.exact or not Grain.DAY <= grain < period.grain:
        return None
    beside = calendar.shift(context.day, BESIDE[word], grain)
    # Of a week its Thursday counts, by which ISO 8601 gives it its year.
    origin = (beside.start or 0) + 3 * (grain is Grain.WEEK)
    day = calendar.add(origin, -period.low, period.grain)
    step = f"{counting(period, grain, -1)}the {grain.name.lower()} that holds {spelled(origin)}"
    return unit(calendar.shift(day, 0, grain), grain, step)


BESIDE = {"last": -1, "yesterday": -1, "this": 0, "today": 0, "tonight": 0, "next": 1, "tomorrow": 1}


@counted_days.rule(
    "{period} before|after {day}",
    gives="time day",
    examples={
        "It sank five days before Christmas.": "2023-12-20",
        "It will open two weeks before Easter.": "2025-03-31/2025-04-06",
        "It will open on December 3, three weeks before Christmas.": "2024-12-03",
    },
    never=(
        "It took two hours before Friday to count.",
        "He ruled for two years after Christmas.",
        "It sank two days before Friday's vote.",
        "It rose eight days after May 3.",
    ),
)
def counted_from_day(context: Context, period: Period, day: Reading) -> Reading | None:
    """So many units before or after a named day."""
    exact = period.count.exact and period.grain >= Grain.DAY
    lasts = context.left() == "for"
    if not exact or lasts or context.right() == "'s" or day.grain > Grain.DAY or day.clock is not None:
        return None
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if not NAMES_OF_MONTHS.isdisjoint(words):
        # "Eight days after Oct. 12" is a length and a date.
        return None
    fellow, (_, end) = context.fellow, context.scene.fellow_span
    if fellow is not None and context.left() == "," and end == context.first - 1 and fellow.grain <= Grain.DAY:
        return replace(fellow, steps=(*fellow.steps, "the words behind the comma say more of it"))
    reading = counted(context, period, day.begin, -1 if "before" in words else 1, told(day))
    return replace(reading, steps=(*day.steps, *reading.steps))


NAMES_OF_MONTHS = MONTHS.keys() | MONTH_ABBREVIATIONS.keys()
MORE = frozenset("more less extra cheaper dearer".split())


@counted_days.rule(
    "{period} ago on? {dow}",
    "{period} from {dow}",
    gives="time day",
    examples={
        "It closed two weeks ago Tuesday.": "2024-04-30",
        "It closed a year ago Friday.": "2023-05-10",
        "It opens a week from Monday.": "2024-05-27",
    },
    never=("They will pay 200 rand more a month from Saturday.", "They will strike for two days from Thursday."),
)
def counted_from_weekday(context: Context, period: Period, number: int) -> Reading | None:
    """The weekday nearest to the dateline, then the count."""
    if not period.count.exact or period.grain < Grain.DAY or (context.left() in MORE and period.low == 1):
        return None
    if context.left() == "for" and context.scene.tokens[context.last - 2].lower == "from":
        # "They will strike for two days from Thursday".
        return None
    name = WEEKDAY_NAMES[number]
    if context.scene.tokens[context.last - 2].lower == "from":
        start, sign, step = (
            calendar.next_weekday(context.day, number),
            1,
            f"the earliest {name} on or after the dateline",
        )
    else:
        start, sign, step = (
            calendar.last_weekday(context.day, number),
            -1,
            f"the latest {name} on or before the dateline",
        )
    day = calendar.add(start, sign * period.low, period.grain)
    return unit(
        calendar.of_day(day),
        Grain.DAY,
        f"{step}, {spelled(context.day)}",
        counting(period, Grain.DAY, sign) + "it",
    )
