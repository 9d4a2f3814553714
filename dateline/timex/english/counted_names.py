"""Winters and Fridays counted back or on."""

from __future__ import annotations

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.deictic import from_dateline
from dateline.timex.english.seasons import season_reading
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Reading, unit
from dateline.timex.values import SEASON_NAMES, spelled

counted_names = RuleBook()


@counted_names.rule(
    "{n} {seasons} ago|earlier|later",
    "{n} {dows} ago|earlier|later",
    "{n} {seasons} from now",
    gives="time span",
    examples={"Two winters ago it melted.": "2022-12-01/2023-02-28", "Two Fridays ago it closed.": "2024-05-03"},
)
def named_units_off(context: Context, count: Count, number: int) -> Reading | None:
    """So many winters or Fridays back or on."""
    if not count.exact or not 1 <= count.low <= 200:
        return None
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    back = words[-1] in ("ago", "earlier")
    many = int(count.low)
    if words[-2].endswith("days"):
        return unit(
            calendar.of_day(_weekdays_off(context.day, number, -many if back else many)),
            Grain.DAY,
            f"counted from {from_dateline(context)}",
        )
    origin = context.day
    if words[-1] in ("earlier", "later") and context.reference is not None:
        origin = context.reference.begin
    year = _year_of_season_off(origin, number, -many if back else many, context.conventions.southern)
    return season_reading(context, year, number, f"counted in {SEASON_NAMES[number]}s from {spelled(origin)}")


def _weekdays_off(day: int, number: int, many: int) -> int:
    """The weekday that lies so many such weekdays after a day, or before it where the count is negative."""
    if many < 0:
        return calendar.last_weekday(day - 1, number) + 7 * (many + 1)
    return calendar.next_weekday(day + 1, number) + 7 * (many - 1)


def _year_of_season_off(day: int, number: int, many: int, southern: bool) -> int:
    """The year by which the season is named that lies so many such seasons after a day, or before it."""
    year = calendar.civil(day)[0]
    wholes = [(y, calendar.of_season(y, number, southern)) for y in range(year - abs(many) - 2, year + abs(many) + 2)]
    if many < 0:
        return [y for y, whole in wholes if whole.end is not None and whole.end <= day][many]
    return [y for y, whole in wholes if whole.start is not None and whole.start > day][many - 1]
