"""Weekdays, months and seasons as seen from the dateline: next Friday, last March, this autumn, last Nov. 10."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.dates import valid
from dateline.timex.english.deictic import STEPS, from_dateline
from dateline.timex.english.seasons import season_reading
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading, unit
from dateline.timex.values import MONTH_NAMES, SEASON_NAMES, WEEKDAY_NAMES

deictic_names = RuleBook()
deictic_dates = RuleBook()

TOO_NEAR = 4
# In so many years there is a 29 February.
LEAP = 8


@deictic_names.rule(
    "last|next {dow}",
    "this past|coming|last {dow}",
    "the past|coming {dow}",
    "this {dow}",
    "the {dow} before last",
    "next {wday} .",
    "last {wday} .",
    gives="time day weekday",
    examples={
        "It burned last Friday.": "2024-05-10",
        "They meet next Friday.": "2024-05-17",
        "It opens this Friday.": "2024-05-17",
        "It closed the Monday before last.": "2024-05-06",
    },
)
def named_weekday(context: Context, number: int) -> Reading:
    """Last or next weekday, strictly before or after the dateline; under four days away the week beyond is possible."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last - 1]]
    name = WEEKDAY_NAMES[number]
    if words[-1] == "before":
        day = calendar.last_weekday(context.day - 1, number) - 7
        return unit(
            calendar.of_day(day), Grain.DAY, f"the {name} a week before the latest before {from_dateline(context)}"
        )
    if words == ["this"]:
        monday = context.day - calendar.weekday(context.day)
        return unit(calendar.of_day(monday + number), Grain.DAY, f"the {name} in the week of {from_dateline(context)}")
    back = words[-1] in ("last", "past")
    if back:
        day, beyond, step = calendar.last_weekday(context.day - 1, number), -7, f"the latest {name} before "
    else:
        day, beyond, step = calendar.next_weekday(context.day + 1, number), 7, f"the earliest {name} after "
    doubt = None
    if abs(day - context.day) < TOO_NEAR and len(words) == 1:
        doubt = Doubt(f"{name} is so near that the one a week further may be meant", calendar.of_day(day + beyond))
    return unit(calendar.of_day(day), Grain.DAY, step + from_dateline(context), doubt=doubt)


@deictic_names.rule(
    "last|next|this|past {month}",
    "this past|coming|last {month}",
    "the past|coming {month}",
    "last|next|this {mon} .",
    gives="time span",
    examples={
        "It closed last April.": "2024-04-01/2024-04-30",
        "It closed last May.": "2023-05-01/2023-05-31",
        "It opens next March.": "2025-03-01/2025-03-31",
    },
)
def named_month(context: Context, number: int) -> Reading:
    """Last or next month by name: the latest that ended before the dateline's month, the earliest after it."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    year, now, _ = calendar.civil(context.day)
    name = MONTH_NAMES[number - 1]
    which = words[1] if words[0] == "this" and words[1] in STEPS else words[0]
    if which in ("last", "past"):
        whole = calendar.of_month(year if number < now else year - 1, number)
        doubt = (
            Doubt(f"it may be {name} of the year before", calendar.of_month(year - 1, number))
            if number < now and now - number < 3 and words[0] != "this"
            else None
        )
        return unit(
            whole,
            Grain.MONTH,
            f"the latest {name} that ended before the month of {from_dateline(context)}",
            doubt=doubt,
        )
    if which in ("next", "coming"):
        whole = calendar.of_month(year if number > now else year + 1, number)
        doubt = (
            Doubt(f"it may be {name} of the year after", calendar.of_month(year + 1, number))
            if number > now and number - now < 3 and words[0] != "this"
            else None
        )
        return unit(whole, Grain.MONTH, f"the earliest {name} after the month of {from_dateline(context)}", doubt=doubt)
    back, ahead = context.future is False and number > now, context.future and number < now
    where = "the latest {} before" if back else "the earliest {} after" if ahead else "the {} in the year of"
    whole = calendar.of_month(year - back + bool(ahead), number)
    return unit(whole, Grain.MONTH, f"{where.format(name)} {from_dateline(context)}")


@deictic_names.rule(
    "last|next|this|past {season}",
    "this past|coming|last {season}",
    "the past|coming {season}",
    gives="time span",
    examples={
        "It flooded last summer.": "2023-06-01/2023-08-31",
        "It flooded last winter.": "2023-12-01/2024-02-29",
        "It will open this autumn.": "2024-09-01/2024-11-30",
        "It opens next spring.": "2025-03-01/2025-05-31",
        "It will be shut over the coming winter.": "2024-12-01/2025-02-28",
    },
)
def named_season(context: Context, number: int) -> Reading:
    """Last season: the latest that ended before the dateline; next: the earliest that begins after it."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last - 1]]
    which = words[-1]
    year = calendar.civil(context.day)[0]
    southern = context.conventions.southern
    found = [(y, calendar.of_season(y, number, southern)) for y in range(year - 2, year + 3)]
    name = SEASON_NAMES[number]
    if which in ("last", "past"):
        named, _ = [pair for pair in found if pair[1].end is not None and pair[1].end <= context.day][-1]
        return season_reading(context, named, number, f"the latest {name} that ended before {from_dateline(context)}")
    if which in ("next", "coming"):
        named, _ = next(pair for pair in found if pair[1].start is not None and pair[1].start > context.day)
        return season_reading(context, named, number, f"the earliest {name} that begins after {from_dateline(context)}")
    return _this_season(context, number, found)


def _this_season(context: Context, number: int, found: list[tuple[int, Interval]]) -> Reading:
    name = SEASON_NAMES[number]
    for named, whole in found:
        if calendar.contains(whole, calendar.of_day(context.day)):
            return season_reading(context, named, number, f"the {name} that holds {from_dateline(context)}")
    year = calendar.civil(context.day)[0]
    past = [named for named, whole in found if whole.end is not None and whole.end <= context.day]
    coming = [named for named, whole in found if whole.start is not None and whole.start > context.day]
    if context.future is False:
        return season_reading(
            context, past[-1], number, f"told as past: the latest {name} before {from_dateline(context)}"
        )
    if context.future:
        return season_reading(
            context, coming[0], number, f"told as future: the earliest {name} after {from_dateline(context)}"
        )
    if number != 3:
        return season_reading(
            context, year, number, f"no tense decides: the {name} in the year of {from_dateline(context)}"
        )
    named = min(
        (past[-1], coming[0]),
        key=lambda y: abs((calendar.of_season(y, number, context.conventions.southern).start or 0) - context.day),
    )
    return season_reading(context, named, number, f"no tense decides: the {name} nearest to {from_dateline(context)}")


@deictic_dates.rule(
    "last|next {yearless}",
    "this past|coming {yearless}",
    gives="time day",
    examples={"It was signed last Nov. 10.": "2023-11-10", "It ends next June 1.": "2024-06-01"},
    never=("They may last May 5.",),
)
def counted_date(context: Context, day: Reading) -> Reading | None:
    """Last or next such day of a month: the latest before the dateline, the earliest after it."""
    if day.grain is not Grain.DAY or day.type != "DATE" or context.left() in BEFORE_VERBS:
        return None
    row = [token.lower for token in context.scene.tokens[context.first : context.first + 2]]
    ahead = row[0] == "next" or row[1] == "coming"
    year, (_, month, number) = calendar.civil(context.day)[0], calendar.civil(day.begin)
    found = [whole for y in range(year - LEAP, year + LEAP + 1) if (whole := valid(y, month, number)) is not None]
    days = [one for whole in found if (one := whole.start or 0) and (one > context.day if ahead else one < context.day)]
    chosen = days[0] if ahead else days[-1]
    step = f"the {'earliest such day after' if ahead else 'latest such day before'} {from_dateline(context)}"
    return replace(unit(calendar.of_day(chosen), Grain.DAY, step), established=not ahead)


BEFORE_VERBS = frozenset("to will may might could would can must should".split())
