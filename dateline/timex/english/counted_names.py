"""Winters, Fridays and nights counted back or on."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Clock, Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.counting_on import named
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


@counted_names.rule(
    "{n} nights ago|earlier|later",
    gives="time partofday",
    examples={
        "Two nights ago it burned.": "2024-05-13",
        "It sank on 3 May 1933. Two nights later it rose.": "1933-05-05",
    },
    never=("He slept there for two nights.",),
)
def nights_off(context: Context, count: Count) -> Reading | None:
    """So many nights back or on; from the day of the dateline, or from the one that the text established last."""
    last = context.scene.tokens[context.last - 1].lower
    reference = None if last == "ago" else context.told_before
    if not count.exact or count.low > MANY_NIGHTS or (reference is not None and reference.grain > Grain.DAY):
        return None
    origin, source = (context.day, from_dateline(context)) if reference is None else (reference.begin, named(reference))
    many = int(count.low) * (1 if last == "later" else -1)
    step = f"{abs(many)} nights {'after' if many > 0 else 'before'} that of {source}"
    day = unit(calendar.of_day(origin + many), Grain.DAY, step)
    return replace(day, grain=Grain.PART_OF_DAY, type="TIME", value=f"{day.value}TNI", clock=Clock("18:00", "24:00"))


MANY_NIGHTS = 30


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
