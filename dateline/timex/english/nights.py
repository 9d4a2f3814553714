"""Nights that two days share: the night of 5–6 June, the nights of the 3rd and 4th."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Clock, Grain, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading

nights = RuleBook()


@nights.rule(
    "the intervening? night of|between {monthday} and {dom}",
    "the intervening? night of|between {monthday} and {dom} ,? {yyyy}",
    gives="time span partofday",
    examples={
        "The bridge was hit on the night of May 5 and 6, 2016.": "2016-05-05/2016-05-06",
        "The bridge was hit on the intervening night of May 5 and 6.": "2024-05-05/2024-05-06",
    },
    never=("It was hit on the night of May 5 and 8 people died.",),
)
def night_of_day_and_next(context: Context, day: Reading, number: int, _year: int | None = None) -> Reading | None:
    """The night that two days of a month share, the second by its number alone."""
    if day.clock is not None or calendar.civil(day.begin + 1)[2] != number:
        return None
    return replace(
        day,
        interval=calendar.of_days(day.begin, day.begin + 1),
        grain=Grain.PART_OF_DAY,
        type="TIME",
        value=f"{day.value}TNI",
        clock=Clock("18:00", "08:00"),
        steps=(*day.steps, "the night that begins on the first and ends on the second"),
    )


@nights.rule(
    "the night of|between|from {range}",
    "the nights of {range}",
    "the night of|between the {range}",
    "the intervening night of|between {range}",
    "the intervening night of|between the {range}",
    gives="time span partofday",
    examples={
        "The bridge was hit on the night of 5–6 June 1944.": "1944-06-05/1944-06-06",
        "The bridge was hit on the night of 5/6 June 1944.": "1944-06-05/1944-06-06",
        "The bridge was hit during the night of June 5-6, 1944.": "1944-06-05/1944-06-06",
        "It was raided on the nights of 3 and 4 May.": "2024-05-03/2024-05-04",
    },
    never=("The night of the long knives came on 5–6 May.",),
)
def night_of_two_days(context: Context, days: Reading) -> Reading | None:
    """The night that begins on the first of two days; or several nights in a row."""
    begins, ends = days.begins, days.ends
    if begins is None or ends is None or begins.start is None or ends.start is None or days.grain is not Grain.DAY:
        return None
    one = context.scene.tokens[context.first + 1].lower == "night"
    if one and ends.start != begins.start + 1:
        return None
    return replace(
        days,
        grain=Grain.PART_OF_DAY,
        type="TIME",
        value=f"{days.value}TNI",
        clock=Clock("18:00", "08:00"),
        role=Role.AT,
        begins=None,
        ends=None,
        steps=(*days.steps, "the night that begins on the first and ends on the second" if one else "the nights"),
    )
