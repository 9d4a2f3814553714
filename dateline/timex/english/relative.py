"""Expressions that count from the dateline, or from the last date that the text established."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dateline.model import Clock, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.business import years_before
from dateline.timex.english.clock import Part
from dateline.timex.english.deictic import from_dateline
from dateline.timex.english.durations import Unit, period_of, unbroken
from dateline.timex.english.numbers import exactly
from dateline.timex.english.seasons import season_reading
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Period, Reading, length, told, unit
from dateline.timex.values import SEASON_NAMES, spelled

relative = RuleBook()


DAYS = {
    Grain.MINUTE: 1 / 1440, Grain.HOUR: 1 / 24, Grain.DAY: 1, Grain.WEEKEND: 7, Grain.WEEK: 7, Grain.MONTH: 31,
    Grain.QUARTER: 92, Grain.YEAR: 366, Grain.DECADE: 3660, Grain.CENTURY: 36_600, Grain.MILLENNIUM: 366_000,
}  # fmt: skip
FURTHEST = 2000 * 366
YEARS = {Grain.DECADE: 10, Grain.CENTURY: 100}


def counted(context: Context, period: Period, origin: int, sign: int, source: str) -> Reading:
    """The calendar unit that lies a period from a day; a range of counts covers all of them, a few more or fewer."""
    if period.high * DAYS[period.grain] >= FURTHEST:
        return replace(length(period), steps=("so far off that no calendar reaches it",))
    if period.grain in YEARS and period.count.exact:
        # "A decade ago" is ten years ago.
        years = period.count.low * period.size * YEARS[period.grain]
        period = Period(Count(years, years, f"{years:g}"), Grain.YEAR, "Y", mod=period.mod)
    low, high = sorted((sign * period.low, sign * period.high))
    grain = max(period.grain, Grain.DAY)
    if period.grain < Grain.DAY:
        minutes = 60 if period.grain is Grain.HOUR else 1
        low, high = (round(count * minutes / 1440) for count in (low, high))
    if period.count.low != int(period.count.low):
        return _fraction(context, period, origin, sign, source)
    first, last = calendar.shift(origin, low, grain), calendar.shift(origin, high, grain)
    whole = calendar.hull(first, last)
    exact = first == last
    value = unit(first, grain).value if exact else period.value
    step = counting(period, grain, sign) + source
    return Reading(whole, grain, value, (step,), mod=period.mod)


def counting(period: Period, grain: Grain, sign: int) -> str:
    """How a period is counted, in words: "3 days before ", "the month 2 to 5 months after "."""
    low, high = sorted((period.low, period.high))
    if low == high == 1 and period.grain is grain and grain is not Grain.DAY:
        return f"the {grain.name.lower()} {'after' if sign > 0 else 'before'} that of "
    name = period.grain.name.lower().replace("_", " ")
    many = f"{low} {name}{'s' if low != 1 else ''}" if low == high else f"{low} to {high} {name}s"
    which = "" if grain is Grain.DAY and period.grain is Grain.DAY else f"the {grain.name.lower()} "
    return f"{which}{many.replace('centurys', 'centuries')} {'after' if sign > 0 else 'before'} "


def _fraction(context: Context, period: Period, origin: int, sign: int, source: str) -> Reading:
    many, grain = unbroken(period)
    count = many * sign
    side = "after" if sign > 0 else "before"
    return unit(calendar.shift(origin, count, grain), grain, f"{abs(count)} {grain.name.lower()}s {side} {source}")


@relative.rule(
    "{period} ago",
    "{approx} {period} ago",
    "more|less|longer|fewer than {period} ago",
    "at least {period} ago",
    "{period} or so ago",
    "{period} back",
    "well over {period} ago",
    gives="time ago",
    examples={
        "It closed three days ago.": "2024-05-12",
        "It closed two weeks ago.": "2024-04-29/2024-05-05",
        "It closed a year ago.": "2023-01-01/2023-12-31",
        "It closed three months ago.": "2024-02-01/2024-02-29",
        "It closed a few years ago.": "2019-01-01/2022-12-31",
    },
    never=("He fell back.",),
)
def ago(context: Context, *found: object) -> Reading | None:
    """So many units before the dateline: the calendar unit that lies that far back."""
    period = found[-1]
    assert isinstance(period, Period)
    if context.scene.tokens[context.last - 1].lower == "back" and context.right() in (
        "to",
        "in",
        "from",
        "into",
        "home",
    ):
        return None
    finer = _grain_of_neighbour(context, period)
    if finer is not None:
        return finer
    mod = found[0] if len(found) > 1 and isinstance(found[0], str) and found[0] else None
    first = context.scene.tokens[context.first].lower
    mod = mod or {
        "more": "MORE_THAN",
        "longer": "MORE_THAN",
        "less": "LESS_THAN",
        "fewer": "LESS_THAN",
        "at": "EQUAL_OR_MORE",
        "well": "MORE_THAN",
    }.get(first)
    reading = counted(context, period, context.day, -1, from_dateline(context))
    return replace(reading, mod=_before_mod(mod) or reading.mod, established=reading.grain < Grain.MONTH)


def _before_mod(mod: str | None) -> str | None:
    return {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE"}.get(mod or "", mod)


def _grain_of_neighbour(context: Context, period: Period) -> Reading | None:
    """A year ago beside a quarter is that quarter of the year before."""
    beside = context.period
    if period.grain is not Grain.YEAR or not period.count.exact or beside is None or beside.grain not in PERIODS:
        return None
    # Results are compared with those of a year before; two years ago is no quarter of an earlier sentence.
    if beside.begin > context.day or (period.low > 1 and context.fellow is not beside):
        return None
    many = f"{period.low} year{'s' if period.low != 1 else ''}"
    return years_before(beside, period.low, f"{many} before the {beside.grain.name.lower()} that the text speaks of")


PERIODS = (Grain.QUARTER, Grain.HALF)


@relative.rule(
    "{period} hence",
    "{period} from now",
    "{period} from today",
    "a {unit} from today|now",
    "{period} from tomorrow",
    examples={
        "It will end three days from now.": "2024-05-18",
        "It will end two weeks hence.": "2024-05-27/2024-06-02",
    },
)
def hence(context: Context, period: Period | Unit) -> Reading | None:
    """So many units after the dateline."""
    if not isinstance(period, Period):
        period = period_of(exactly(1), period)
    return counted(context, period, context.day, 1, from_dateline(context))


@relative.rule(
    "{period} ' time",
    "{period} ’ time",
    "{period} 's time",
    examples={"She means to retire in five years' time.": "2029-01-01/2029-12-31"},
    never=("He had the time of two weeks' time off.",),
)
def in_time(context: Context, period: Period) -> Reading | None:
    """In five years' time."""
    if context.left() != "in" or context.right() in ("off", "out"):
        return None
    return counted(context, period, context.day, 1, from_dateline(context))


@relative.rule(
    "{period}",
    "{approx} {period}",
    examples={"It will reopen in 60 days.": "2024-07-14", "It will reopen in two years.": "2026-01-01/2026-12-31"},
    never=("It was their first win in two years.", "They did it in three days."),
)
def in_period(context: Context, *found: object) -> Reading | None:
    """So many units after the dateline, behind "in" and told as future; TimeML leaves the "in" out."""
    period = found[-1]
    if context.left() != "in" or not context.future or not isinstance(period, Period):
        return None
    if context.right() in ("'", "'s", "-", "of") or context.left(2) in ("time", "least", "once", "twice"):
        return None
    if _is_record(context):
        return None
    mod = found[0] if len(found) > 1 and isinstance(found[0], str) and found[0] else None
    reading = counted(context, period, context.day, 1, from_dateline(context)).because("told as future, behind “in”")
    return replace(reading, mod=mod or reading.mod)


ENDS_OF_PHRASE = frozenset({"", ".", ",", ";", ":", ")", "and", "but"})


def _is_record(context: Context) -> bool:
    """Whether "in two years" measures how rare a thing is: "its first win in two years"."""
    row = [token.lower for token in context.scene.tokens[max(context.first - 9, 0) : context.first]]
    return any(word in RANKS and before in OWNERS for before, word in pairwise(row))


RANKS = frozenset("first second third fourth worst best highest lowest biggest largest smallest only".split())
OWNERS = frozenset("the its his her their our my 's for".split())


@relative.rule(
    "{period} later|earlier|afterwards|afterward|beforehand",
    "{approx} {period} later|earlier",
    "{period} after that",
    "{period} before|after|afterwards|on",
    "{approx} {period} before|after",
    "{period} before that",
    "{period} after|before then",
    "more|less than {period} later|earlier",
    "at least {period} later|earlier",
    examples={
        "It sank in 1957. Two years later it was raised.": "1959-01-01/1959-12-31",
        "It struck at 11 p.m. on 3 May 1933. Three hours later it sank.": "1933-05-04",
        "The board meets on 3 June. Two days before that it will hear the widow.": "2024-06-01",
        "It sank in 1957. Three months later it was raised.": "1957-04-01/1958-03-31",
    },
)
def later(context: Context, *found: object) -> Reading | None:
    """So many units after or before the last date that the text established."""
    period = found[-1]
    assert isinstance(period, Period)
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if words[-1] in ("before", "after", "on") and context.right() not in ENDS_OF_PHRASE:
        return None
    sign = -1 if any(word in ("earlier", "before", "beforehand") for word in words) else 1
    if words[-1] in ("later", "earlier") and context.right() == "than":
        return None
    if sign < 0 and (beside := _grain_of_neighbour(context, period)):
        return beside
    mod = found[0] if len(found) > 1 and isinstance(found[0], str) and found[0] else None
    return from_reference(context, period, sign, mod)


@relative.rule(
    "the same {unit} {period} before|earlier|later|ago",
    "the same {part} {period} before|earlier|later|ago",
    "the same {unit} the {unit} before",
    gives="time",
    examples={
        "It sank on 3 May 1933. The same day three years before it had been sold.": "1930-05-03",
        "It sank on 3 May 1933. The same night two years later it burned.": "1935-05-03",
    },
)
def same_before(context: Context, of: Unit | Part, period: Period | Unit) -> Reading | None:
    """The same night a year before: counted in units from the day that the text established last."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    reference = context.told_before if words[-1] != "ago" else None
    origin = context.day if reference is None else reference.begin
    if not isinstance(period, Period):
        period = period_of(exactly(1), period)
    grain = of[0] if isinstance(of[0], Grain) else Grain.DAY
    if grain >= period.grain or not period.count.exact or (reference is not None and reference.grain > grain):
        return None
    sign = 1 if words[-1] == "later" else -1
    day = calendar.add(origin, sign * period.low, period.grain)
    where = from_dateline(context) if reference is None else named(reference)
    step = f"{counting(period, period.grain, sign)}{where}, the same {words[2]}"
    reading = unit(calendar.shift(day, 0, grain), grain, step)
    if isinstance(of[0], Grain):
        return reading
    clock = Clock(of[1], of[2])
    return replace(reading, grain=Grain.PART_OF_DAY, type="TIME", value=f"{reading.value}T{of[0]}", clock=clock)


def from_reference(context: Context, period: Period, sign: int, mod: str | None = None) -> Reading | None:
    """So many units on or back from the last date that the text established; a length where it has none."""
    reference = context.told_before
    if reference is None:
        if sign > 0:
            return replace(length(period), mod=mod or period.mod)
        return replace(counted(context, period, context.day, sign, from_dateline(context)), mod=mod)
    if is_within(period.grain, reference):
        return replace(_from_within(period, reference, sign), mod=mod or period.mod)
    origin = reference.begin
    if sign > 0 and reference.ends is not None and reference.ends.start is not None:
        # Two days after 16 to 17 May is 19 May.
        origin = reference.ends.start
    moment = _moment_later(period, reference, sign)
    if moment is not None:
        return replace(moment, mod=mod or moment.mod)
    reading = replace(counted(context, period, origin, sign, named(reference)), follows=sign > 0)
    if (
        period.grain > reference.grain
        and reference.grain in (Grain.MONTH, Grain.QUARTER, Grain.SEASON)
        and sign < 0
        and period.count.exact
    ):
        whole = calendar.shift(calendar.add(origin, sign * period.low, period.grain), 0, reference.grain)
        step = f"that long before the {reference.grain.name.lower()} that the text speaks of"
        reading = unit(whole, reference.grain, step, southern=context.conventions.southern)
    # What figures are compared with, "from a year earlier", moves no story.
    moves = sign > 0 or period.grain < Grain.MONTH or context.scene.memory.history
    return replace(reading, mod=mod or reading.mod, established=moves)


def _moment_later(period: Period, reference: Reading, sign: int) -> Reading | None:
    """So many hours or minutes on or back from a clock time."""
    clock = reference.clock
    if period.grain >= Grain.DAY or not period.count.exact or clock is None or clock.first != clock.last:
        return None
    hour, minute = int(clock.first[:2]), int(clock.first[3:])
    far = sign * period.low * (60 if period.grain is Grain.HOUR else 1)
    days, minutes = divmod(60 * hour + minute + far, DAY_IN_MINUTES)
    time = f"{minutes // 60:02}:{minutes % 60:02}"
    day = unit(calendar.of_day(reference.begin + days), Grain.DAY)
    step = f"{counting(period, Grain.DAY, sign).removeprefix('the day ')}{clock.first} on {told(reference)}"
    return replace(
        day,
        grain=period.grain,
        type="TIME",
        value=f"{day.value}T{time}",
        clock=Clock(time, time, clock.zone),
        steps=(step,),
        follows=sign > 0,
    )


DAY_IN_MINUTES = 24 * 60


def is_within(grain: Grain, reference: Reading) -> bool:
    """Whether a unit counts from some day of a longer stretch, which nothing tells: the day after May 2010."""
    longer = Grain.DAY < reference.grain <= Grain.YEAR and grain < reference.grain
    return longer and reference.role is not Role.FROM_TO and reference.whole.last is not None


def _from_within(period: Period, reference: Reading, sign: int) -> Reading:
    """So many units after some day of a longer stretch that the text established."""
    far = period.grain < (Grain.MONTH if reference.grain is Grain.YEAR else Grain.DAY)
    if sign < 0 or reference.whole.last is None or not period.count.exact or far:
        return length(period)
    whole = moved_on(reference, round(period.low), period.grain)
    step = f"{counting(period, Grain.DAY, sign).removeprefix('the day ')}some day of {named(reference)}"
    return replace(length(period, step), interval=whole, grain=reference.grain, role=Role.AT)


def moved_on(reference: Reading, count: int, grain: Grain) -> Interval:
    """The days that lie so many units on, or back, from each day of a reference."""
    assert reference.whole.last is not None
    first, last = (calendar.add(day, count, grain) for day in (reference.begin, reference.whole.last))
    return calendar.of_days(first, last)


def named(reference: Reading) -> str:
    """The words for the date that the text established last."""
    return f"the date the text speaks of, {told(reference)}"


@relative.rule(
    "{n} {seasons} ago|earlier|later",
    "{n} {dows} ago|earlier|later",
    "{n} {seasons} from now",
    gives="time span",
    examples={"Two winters ago it melted.": "2022-12-01/2023-02-28", "Two Fridays ago it closed.": "2024-05-03"},
)
def counted_names(context: Context, count: Count, number: int) -> Reading | None:
    """So many winters or Fridays back or on."""
    if not count.exact or not 1 <= count.low <= 200:
        return None
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    back = words[-1] in ("ago", "earlier")
    many = int(count.low)
    if words[-2].endswith("days"):
        day = (
            calendar.last_weekday(context.day - 1, number) - 7 * (many - 1)
            if back
            else calendar.next_weekday(context.day + 1, number) + 7 * (many - 1)
        )
        return unit(calendar.of_day(day), Grain.DAY, f"counted from {from_dateline(context)}")
    origin = context.day
    if words[-1] in ("earlier", "later") and context.reference is not None:
        origin = context.reference.begin
    year = calendar.civil(origin)[0]
    southern = context.conventions.southern
    wholes = [(y, calendar.of_season(y, number, southern)) for y in range(year - many - 2, year + many + 2)]
    chosen = (
        [p for p in wholes if p[1].end is not None and p[1].end <= origin][-many]
        if back
        else [p for p in wholes if p[1].start is not None and p[1].start > origin][many - 1]
    )
    return season_reading(context, chosen[0], number, f"counted in {SEASON_NAMES[number]}s from {spelled(origin)}")
