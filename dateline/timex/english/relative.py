"""Expressions that count from the dateline, or from the last date that the text established."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context, occurrence
from dateline.timex.english.dates import season_reading
from dateline.timex.english.durations import Unit, period_of
from dateline.timex.english.numbers import exactly
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Period, Reading, length, unit, vague
from dateline.timex.values import MONTH_NAMES, SEASON_NAMES, WEEKDAY_NAMES, spelled

deictic = RuleBook()
relative = RuleBook()

TOO_NEAR = 4


def from_dateline(context: Context) -> str:
    """The words "the dateline, Friday 15 April 2016"."""
    return f"the dateline, {spelled(context.day)}"


@deictic.rule(
    "today", "yesterday", "tomorrow",
    gives="time day deictic",
    examples={"It closed today.": "2024-05-15", "It closed yesterday.": "2024-05-14", "It opens tomorrow.": "2024-05-16"},
)  # fmt: skip
def day_word(context: Context) -> Reading | None:
    """Today, yesterday, tomorrow; "today's youth" speaks of nowadays."""
    word = context.scene.tokens[context.first].lower
    if word == "today" and context.right() == "'s" and context.right(2) in NOWADAYS:
        return vague("PRESENT_REF", "today stands for nowadays")
    day = context.day + {"yesterday": -1, "today": 0, "tomorrow": 1}[word]
    step = {"yesterday": "the day before ", "today": "", "tomorrow": "the day after "}[word]
    return unit(calendar.of_day(day), Grain.DAY, step + from_dateline(context))


NOWADAYS = frozenset(
    "world youth society young economy children kids market technology generation teenagers women standards".split()
)


@deictic.rule(
    "last|next|this|past|coming|current|previous year", "the current|present|coming year", "this past|coming year", "the last year",
    gives="time span year yearly",
    examples={"It shrank last year.": "2023-01-01/2023-12-31", "It will open next year.": "2025-01-01/2025-12-31"},
    never=("It was the last year of the war.",),
)  # fmt: skip
def named_year(context: Context) -> Reading | None:
    """Last, this or next calendar year."""
    return named_unit(context, (Grain.YEAR, 1, "Y"))


@deictic.rule(
    "last|next|this|past|coming|current|previous {unit}", "the current|present|coming {unit}", "this past|coming|same {unit}", "the last {unit}",
    gives="time span",
    examples={
        "It will open next month.": "2024-06-01/2024-06-30", "They met this week.": "2024-05-13/2024-05-19",
        "It rose last quarter.": "2024-01-01/2024-03-31", "It was sold earlier this week.": "2024-05-13/2024-05-15",
    },
    never=("It was the last week of the season.",),
)  # fmt: skip
def named_unit(context: Context, of: Unit) -> Reading | None:
    """Last, this or next calendar unit; weeks run from Monday to Sunday."""
    grain, size, _ = of
    words = [token.lower for token in context.scene.tokens[context.first : context.last - 1]]
    which = next((word for word in reversed(words) if word in STEPS), "this")
    if (
        "the" in (words[0], context.left())
        and which == "last"
        and context.right() in ("of", "before", "in", "that", "to", "for")
    ):
        return None
    if grain <= Grain.DAY or size != 1:
        if grain is Grain.DAY and words == ["this"]:
            return unit(calendar.of_day(context.day), Grain.DAY, f"the day of {from_dateline(context)}")
        return None
    count = STEPS[which]
    if words[0] == "this" and which == "coming":
        count = 1
    if grain is Grain.WEEKEND:
        return _weekend(context, count)
    reading = unit_from_dateline(context, grain, count)
    if words == ["this"] and context.left() in ("earlier", "later"):
        return part_so_far(reading, context.day, later=context.left() == "later")
    return reading


def part_so_far(whole: Reading, day: int, later: bool) -> Reading:
    """Earlier in a unit: from its start to a day in it; later: from that day to its end."""
    assert whole.interval is not None and whole.interval.start is not None and whole.interval.end is not None
    part = Interval(day, whole.interval.end) if later else Interval(whole.interval.start, day + 1)
    step = (
        f"later in it: from {spelled(day)} to its end" if later else f"earlier in it: from its start to {spelled(day)}"
    )
    return replace(whole, interval=part, mod="END" if later else "START", steps=(*whole.steps, step))


STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "same": 0,
    "coming": 1,
    "next": 1,
}


def unit_from_dateline(context: Context, grain: Grain, count: int) -> Reading:
    """The calendar unit that lies `count` units from the dateline's own."""
    whole = calendar.shift(context.day, count, grain)
    name = grain.name.lower()
    step = {-1: f"the {name} before that of ", 0: f"the {name} of ", 1: f"the {name} after that of "}[count]
    doubt = None
    # On a Sunday a plan for "this week" is one for the week that begins tomorrow.
    if grain is Grain.WEEK and count == 0 and calendar.weekday(context.day) == 6 and context.future:
        doubt = Doubt("on a Sunday it may be the week that ends on the dateline", whole)
        whole, step = calendar.shift(context.day, 1, grain), "told as future on a Sunday: the week after that of "
    return unit(whole, grain, step + from_dateline(context), doubt=doubt)


def _weekend(context: Context, count: int) -> Reading:
    whole = calendar.of_weekend(context.day)
    assert whole.start is not None and whole.end is not None
    if count < 0 and context.day >= whole.start:
        doubt = Doubt("it may be the weekend of the dateline", whole)
    else:
        doubt = None
    monday = context.day + 7 * count
    return unit(
        calendar.of_weekend(monday), Grain.WEEKEND, f"counted in weeks from {from_dateline(context)}", doubt=doubt
    )


@deictic.rule(
    "the weekend", "weekend",
    gives="time span weekend",
    examples={"It rained over the weekend.": "2024-05-11/2024-05-12", "They will play at the weekend.": "2024-05-18/2024-05-19"},
    never=("He has a weekend job.",),
)  # fmt: skip
def weekend(context: Context) -> Reading | None:
    """The bare weekend: told as future the earliest that ends on or after the dateline, else the latest that has begun."""
    if context.last - context.first == 1:
        return None
    whole = calendar.of_weekend(context.day)
    assert whole.start is not None
    if context.future:
        return unit(
            whole, Grain.WEEKEND, f"told as future: the earliest weekend that ends on or after {from_dateline(context)}"
        )
    if whole.start > context.day:
        whole = calendar.of_weekend(context.day - 7)
    return unit(whole, Grain.WEEKEND, f"the latest weekend that began on or before {from_dateline(context)}")


@deictic.rule(
    "last|next {dow}", "this past|coming|last {dow}", "this {dow}", "next {wday} .", "last {wday} .",
    gives="time day weekday",
    examples={"It burned last Friday.": "2024-05-10", "They meet next Friday.": "2024-05-17", "It opens this Friday.": "2024-05-17"},
)  # fmt: skip
def named_weekday(context: Context, number: int) -> Reading:
    """Last or next weekday, strictly before or after the dateline; under four days away the week beyond is possible."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last - 1]]
    name = WEEKDAY_NAMES[number]
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


@deictic.rule(
    "last|next|this|past {month}", "this past|coming|last {month}", "last|next|this {mon} .",
    gives="time span month",
    examples={"It closed last April.": "2024-04-01/2024-04-30", "It closed last May.": "2023-05-01/2023-05-31", "It opens next March.": "2025-03-01/2025-03-31"},
)  # fmt: skip
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
            if number < now and now - number < 3
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
            if number > now and number - now < 3
            else None
        )
        return unit(whole, Grain.MONTH, f"the earliest {name} after the month of {from_dateline(context)}", doubt=doubt)
    if context.future is not None:
        found = occurrence(context, name, lambda year: calendar.of_month(year, number))
        if found:
            return unit(found[0], Grain.MONTH, found[1])
    return unit(calendar.of_month(year, number), Grain.MONTH, f"the {name} in the year of {from_dateline(context)}")


@deictic.rule(
    "last|next|this|past {season}", "this past|coming|last {season}",
    gives="time span season",
    examples={
        "It flooded last summer.": "2023-06-01/2023-08-31", "It flooded last winter.": "2023-12-01/2024-02-29",
        "It will open this autumn.": "2024-09-01/2024-11-30", "It opens next spring.": "2025-03-01/2025-05-31",
    },
)  # fmt: skip
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


# Counted from the dateline or the reference -------------------------------------------------------------------------


def counted(context: Context, period: Period, origin: int, sign: int, source: str) -> Reading:
    """The calendar unit that lies a period from a day; a range of counts covers all of them, a few more or fewer."""
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
    step = f"the {grain.name.lower()} that lies {period.count.digits if exact else f'{abs(high) if sign > 0 else abs(low)} or fewer'} {'on from' if sign > 0 else 'back from'} {source}"
    steps = (step,)
    reading = Reading(whole, grain, value, steps, mod=period.mod)
    return reading


def _fraction(context: Context, period: Period, origin: int, sign: int, source: str) -> Reading:
    smaller = {
        Grain.YEAR: (Grain.MONTH, 12),
        Grain.DECADE: (Grain.YEAR, 10),
        Grain.WEEK: (Grain.DAY, 7),
        Grain.MONTH: (Grain.DAY, 30),
    }
    grain, size = smaller.get(period.grain, (Grain.DAY, 1))
    count = round(period.count.low * period.size * size) * sign
    return unit(calendar.shift(origin, count, grain), grain, f"counted from {source}")


@relative.rule(
    "{period} ago", "{approx} {period} ago", "more|less|longer|fewer than {period} ago", "at least {period} ago", "{period} or so ago", "{period} back", "just|only {period} ago",
    "well over {period} ago",
    gives="time ago",
    examples={
        "It closed three days ago.": "2024-05-12", "It closed two weeks ago.": "2024-04-29/2024-05-05",
        "It closed a year ago.": "2023-01-01/2023-12-31", "It closed three months ago.": "2024-02-01/2024-02-29",
        "It closed a few years ago.": "2019-01-01/2022-12-31",
    },
    never=("He fell back.",),
)  # fmt: skip
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
    return replace(reading, mod=_before_mod(mod) or reading.mod)


def _before_mod(mod: str | None) -> str | None:
    return {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE"}.get(mod or "", mod)


def _grain_of_neighbour(context: Context, period: Period) -> Reading | None:
    """A year ago beside a quarter is that quarter of the year before."""
    beside = context.period
    if period.grain is not Grain.YEAR or not period.count.exact or beside is None or beside.grain is not Grain.QUARTER:
        return None
    assert beside.interval is not None and beside.interval.start is not None
    start = calendar.add(beside.interval.start, -period.low, Grain.YEAR)
    whole = calendar.shift(start, 0, Grain.QUARTER)
    reading = unit(whole, Grain.QUARTER, "the quarter that the text speaks of, that many years before")
    return replace(reading, established=False)


@relative.rule(
    "{period} hence", "{period} from now", "{period} from today", "a {unit} from today|now", "{period} from tomorrow",
    examples={"It will end three days from now.": "2024-05-18", "It will end two weeks hence.": "2024-05-27/2024-06-02"},
)  # fmt: skip
def hence(context: Context, period: Period | Unit) -> Reading | None:
    """So many units after the dateline."""
    if not isinstance(period, Period):
        period = period_of(exactly(1), period)
    return counted(context, period, context.day, 1, from_dateline(context))


@relative.rule(
    "{period}", "{approx} {period}",
    examples={"It will reopen in 60 days.": "2024-07-14", "It will reopen in two years.": "2026-01-01/2026-12-31"},
    never=("It was their first win in two years.", "They did it in three days."),
)  # fmt: skip
def in_period(context: Context, *found: object) -> Reading | None:
    """So many units after the dateline, behind "in" and told as future; TimeML leaves the "in" out."""
    period = found[-1]
    if context.left() != "in" or not context.future or not isinstance(period, Period):
        return None
    if context.right() in ("'", "'s", "-", "of") or context.left(2) in ("time", "least", "once", "twice"):
        return None
    tokens = context.scene.tokens[: context.first]
    if any(
        token.lower in ("first", "second", "third", "worst", "best", "highest", "lowest", "biggest")
        for token in tokens[-8:]
    ):
        return None
    mod = found[0] if len(found) > 1 and isinstance(found[0], str) and found[0] else None
    reading = counted(context, period, context.day, 1, from_dateline(context)).because("told as future, behind “in”")
    return replace(reading, mod=mod or reading.mod)


@relative.rule(
    "{period} later|earlier|afterwards|afterward|beforehand", "{approx} {period} later|earlier", "{period} after that", "{period} before that",
    "{period} after|before then", "more|less than {period} later|earlier", "at least {period} later|earlier",
    examples={"It sank in 1957. Two years later it was raised.": "1959-01-01/1959-12-31"},
)  # fmt: skip
def later(context: Context, *found: object) -> Reading | None:
    """So many units after or before the last date that the text established."""
    period = found[-1]
    assert isinstance(period, Period)
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    sign = -1 if any(word in ("earlier", "before", "beforehand") for word in words) else 1
    if words[-1] in ("later", "earlier") and context.right() == "than":
        return None
    if sign < 0 and (beside := _grain_of_neighbour(context, period)):
        return beside
    mod = found[0] if len(found) > 1 and isinstance(found[0], str) and found[0] else None
    return _from_reference(context, period, sign, mod)


def _from_reference(context: Context, period: Period, sign: int, mod: str | None = None) -> Reading | None:
    reference = context.reference
    if reference is None or reference.interval is None:
        if sign > 0:
            return replace(length(period), mod=mod or period.mod)
        return replace(counted(context, period, context.day, sign, from_dateline(context)), mod=mod)
    if period.grain < reference.grain and period.grain < Grain.MONTH and reference.grain > Grain.WEEK:
        return replace(length(period), mod=mod or period.mod)
    origin = reference.interval.start if reference.interval.start is not None else reference.interval.last
    assert origin is not None
    reading = counted(context, period, origin, sign, _named(reference))
    if (
        period.grain > reference.grain
        and reference.grain in (Grain.MONTH, Grain.QUARTER)
        and sign < 0
        and period.count.exact
    ):
        whole = calendar.shift(calendar.add(origin, sign * period.low, period.grain), 0, reference.grain)
        reading = unit(
            whole, reference.grain, f"the {reference.grain.name.lower()} that the text speaks of, that long before"
        )
    return replace(reading, mod=mod or reading.mod)


def _named(reference: Reading) -> str:
    return f"the date the text speaks of, {reference.value}"


@relative.rule(
    "the next|following|previous|preceding|prior|same {unit}", "that same? {unit}", "the {unit} after|before", "the very next|same {unit}",
    "this same {unit}", "the {unit} after|before that", "the next {unit} but one", "a {unit} later|earlier", "the other {unit}",
    gives="time span",
    examples={
        "It sank on 3 May 1933. The next day it was found.": "1933-05-04",
        "It sank in 1957. That year it had been sold.": "1957-01-01/1957-12-31",
        "It sank in 1957. The following year it was raised.": "1958-01-01/1958-12-31",
    },
)  # fmt: skip
def anaphora(context: Context, of: Unit) -> Reading | None:
    """A unit before, after or at the last date that the text established."""
    grain, size, _ = of
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if grain < Grain.DAY or size != 1:
        return None
    later_words, earlier_words = (
        {"next", "following", "after", "later"},
        {"previous", "preceding", "prior", "before", "earlier"},
    )
    sign = 1 if later_words & set(words) else -1 if earlier_words & set(words) else 0
    if words[:2] == ["the", "other"]:
        return None
    if words[0] == "a":
        return _from_reference(context, period_of(exactly(1), of), sign)
    if words[-1] in ("after", "before") and not _ends_phrase(context):
        return _beside_event(context, grain, sign)
    reference = context.fellow or context.reference
    if reference is None or reference.interval is None or reference.interval.start is None:
        return unit(calendar.shift(context.day, sign, grain), grain, f"counted from {from_dateline(context)}")
    origin = reference.interval.start if sign <= 0 or reference.interval.last is None else reference.interval.last
    if sign == 0 and grain < reference.grain:
        return (
            unit(calendar.shift(context.day, 0, grain), grain, f"counted from {from_dateline(context)}")
            if grain is not Grain.DAY
            else None
        )
    return unit(
        calendar.shift(origin, sign, grain),
        grain,
        f"the {grain.name.lower()} {('of', 'after', 'before')[sign]} {_named(reference)}",
    )


def _ends_phrase(context: Context) -> bool:
    return context.right() in (
        "",
        ".",
        ",",
        ";",
        ":",
        ")",
        "and",
        "but",
        "”",
        '"',
        "that",
        "when",
        "as",
        "with",
        "in",
        "at",
        "by",
    )


def _beside_event(context: Context, grain: Grain, sign: int) -> Reading | None:
    """The day after an event: counted from the event's own date, which the text may have given."""
    reference = context.reference
    if (
        reference is None
        or reference.interval is None
        or reference.interval.start is None
        or reference.grain > Grain.DAY
    ):
        return None
    doubt = Doubt("it counts from an event whose date is taken from the text before")
    return unit(
        calendar.shift(reference.interval.start, sign, grain), grain, f"counted from {_named(reference)}", doubt=doubt
    )


@relative.rule(
    "the {unit}",
    gives="time span",
    examples={"It sank in 1957. Nobody dived to it during the year.": "1957-01-01/1957-12-31"},
    never=("That was the day for it.", "He won the second."),
)  # fmt: skip
def the_unit(context: Context, of: Unit) -> Reading | None:
    """ "the year", "the month": the one the text speaks of; as a thing counted or a mere length it is none."""
    grain, size, _ = of
    if size != 1 or grain < Grain.WEEK or grain is Grain.WEEKEND:
        return None
    if context.right() in ("of", "that", "when", "before", "after", "-", "'s") and grain is not Grain.QUARTER:
        return None
    if grain is Grain.QUARTER:
        return _the_quarter(context)
    if context.left() not in (
        "of",
        "in",
        "for",
        "during",
        "throughout",
        "from",
        "this",
        "earlier",
        "later",
        "over",
        "through",
        "until",
        "within",
        "by",
        "since",
    ):
        return None
    reference = context.reference
    if (
        reference is not None
        and reference.interval is not None
        and reference.interval.start is not None
        and reference.grain <= grain
    ):
        return unit(
            calendar.shift(reference.interval.start, 0, grain),
            grain,
            f"the {grain.name.lower()} of {_named(reference)}",
        )
    return unit(calendar.shift(context.day, 0, grain), grain, f"the {grain.name.lower()} of {from_dateline(context)}")


def _the_quarter(context: Context) -> Reading | None:
    beside = context.period
    if beside is not None and beside.grain is Grain.QUARTER and beside.interval is not None:
        return replace(beside, steps=("the quarter that the text speaks of",), doubt=None)
    whole = calendar.shift(context.day, -1, Grain.QUARTER)
    return unit(whole, Grain.QUARTER, f"the last quarter that ended before {from_dateline(context)}")


@relative.rule(
    "the? day|week|month|year before|after {day}",
    gives="time day",
    examples={
        "It closed the day before last Friday.": "2024-05-09",
        "It closed the day before yesterday.": "2024-05-13",
        "It opens the day after tomorrow.": "2024-05-17",
    },
)
def beside_day(context: Context, day: Reading) -> Reading | None:
    """The day or week before or after a named day."""
    words = [token.lower for token in context.scene.tokens[context.first : context.first + 3]]
    if words[0] != "the" and words[0] != "day":
        return None
    if day.interval is None or day.interval.start is None or day.clock is not None:
        return None
    grain = {"day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR}[words[words[0] == "the"]]
    sign = -1 if "before" in words else 1
    return unit(
        calendar.shift(day.interval.start, sign, grain),
        grain,
        *day.steps,
        f"the {grain.name.lower()} {'before' if sign < 0 else 'after'} it",
    )


@relative.rule(
    "that {season}", "the same|following|next|previous {season}", "that same {season}", "that {month}", "the following|same|next|previous {month}",
    gives="time span",
    examples={"It sank in 1957. That autumn it was raised.": "1957-09-01/1957-11-30", "It sank in May 1957. That December it was raised.": "1957-12-01/1957-12-31"},
)  # fmt: skip
def anaphoric_name(context: Context, number: int) -> Reading | None:
    """A season or month by name, beside the last date that the text established."""
    reference = context.reference
    month = context.scene.tokens[context.last - 1].lower in {name.lower() for name in MONTH_NAMES}
    words = {token.lower for token in context.scene.tokens[context.first : context.last]}
    if (
        reference is None
        or reference.interval is None
        or reference.interval.start is None
        or reference.interval.last is None
    ):
        return None
    year = calendar.civil(reference.interval.start)[0]
    southern = context.conventions.southern
    in_year = [
        (y, calendar.of_month(y, number) if month else calendar.of_season(y, number, southern))
        for y in range(year - 1, year + 3)
    ]
    if {"following", "next"} & words:
        chosen = next(pair for pair in in_year if pair[1].start is not None and pair[1].start > reference.interval.last)
    elif "previous" in words:
        chosen = [pair for pair in in_year if pair[1].end is not None and pair[1].end <= reference.interval.start][-1]
    else:
        chosen = in_year[1]
    step = f"beside {_named(reference)}"
    if month:
        return unit(chosen[1], Grain.MONTH, step)
    return season_reading(context, chosen[0], number, step)


@relative.rule(
    "that {dow}",
    "the following|next|previous|same {dow}",
    "the {dow} after|before",
    gives="time day",
    examples={"It sank on 3 May 1933. The following Friday it was found.": "1933-05-05"},
)
def anaphoric_weekday(context: Context, number: int) -> Reading | None:
    """A weekday after, before or in the week of the last date that the text established."""
    reference = context.reference
    words = {token.lower for token in context.scene.tokens[context.first : context.last]}
    origin = (
        reference.interval.start
        if reference is not None and reference.interval is not None and reference.grain <= Grain.WEEK
        else context.day
    )
    if origin is None:
        return None
    if {"following", "next", "after"} & words:
        day = calendar.next_weekday(origin + 1, number)
    elif {"previous", "before"} & words:
        day = calendar.last_weekday(origin - 1, number)
    else:
        day = calendar.last_weekday(origin, number)
    return unit(calendar.of_day(day), Grain.DAY, f"counted from {spelled(origin)}")


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
    if (
        words[-1] in ("earlier", "later")
        and context.reference is not None
        and context.reference.interval is not None
        and context.reference.interval.start
    ):
        origin = context.reference.interval.start
    year = calendar.civil(origin)[0]
    southern = context.conventions.southern
    wholes = [(y, calendar.of_season(y, number, southern)) for y in range(year - many - 2, year + many + 2)]
    chosen = (
        [p for p in wholes if p[1].end is not None and p[1].end <= origin][-many]
        if back
        else [p for p in wholes if p[1].start is not None and p[1].start > origin][many - 1]
    )
    return season_reading(context, chosen[0], number, f"counted in {SEASON_NAMES[number]}s from {spelled(origin)}")


@relative.rule(
    "then",
    gives="time",
    examples={"It opened in 1957. It has been closed since then.": "1957-01-01/.."},
    never=("He then left.", "Then came the storm."),
)
def then(context: Context) -> Reading | None:
    """ "since then", "by then": the last date that the text established."""
    reference = context.reference
    if (
        context.left() not in ("since", "by", "until", "till", "before", "after", "from")
        or reference is None
        or reference.interval is None
    ):
        return None
    return replace(reference, steps=("the date that the text established last",), doubt=None, clock=None)
