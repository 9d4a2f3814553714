"""Parts of a calendar unit: early, mid and late, its beginning and end, its quarters, halves and weeks."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context, distance, occurrence
from dateline.timex.english.durations import Unit
from dateline.timex.english.relative import from_dateline, part_so_far, unit_from_dateline
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Reading, unit
from dateline.timex.values import spelled

fractions = RuleBook()
business = RuleBook()

MODS = ("START", "MID", "END")
NAMES = ("early", "middle", "late")


@fractions.rule(
    "early|late {span}", "early|late in {span}", "mid {span}", "mid - {span}", "middle|mid of {span}", "the early|late {span}", "the mid - {span}", "the mid {span}",
    "early|late - {span}", "very early|late {span}", "early|late on {day}", "early|late {day}", "mid - {day}", "the late|early - {span}",
    gives="time span third",
    examples={
        "It fell late last year.": "2023-09-01/2023-12-31", "It closed in early March.": "2024-03-01/2024-03-10",
        "It was built in the mid-1990s.": "1994-01-01/1996-12-31", "It will open in late 2026.": "2026-09-01/2026-12-31",
    },
)  # fmt: skip
def third(context: Context, whole: Reading) -> Reading | None:
    """Early, middle or late: a third of the unit."""
    which = _which(context)
    if whole.interval is None or whole.clock is not None or whole.type != "DATE":
        return None
    part = calendar.third(whole.interval, whole.grain, which)
    step = f"{NAMES[which]}: a third of it" if part != whole.interval else f"{NAMES[which]} in the day"
    return replace(
        whole, interval=part, mod=MODS[which], steps=(*whole.steps, step), doubt=_third_of_doubt(whole, which)
    )


def _third_of_doubt(whole: Reading, which: int) -> Doubt | None:
    if whole.doubt is None or whole.doubt.other is None:
        return whole.doubt
    return Doubt(whole.doubt.reason, calendar.third(whole.doubt.other, whole.grain, which))


def _which(context: Context) -> int:
    words = {token.lower for token in context.scene.tokens[context.first : context.first + 3]}
    return 0 if "early" in words else 2 if "late" in words else 1


@fractions.rule(
    "the early|late {season}", "early|late|mid {season}", "mid - {season}",
    gives="time span third",
    examples={"It flooded in early summer.": "2023-06-01/2023-06-30"},
    never=("They had a late fall.",),
)  # fmt: skip
def third_of_season(context: Context, season: int) -> Reading | None:
    """Early summer, the late autumn."""
    southern = context.conventions.southern
    which = _which(context)
    if context.right_is_name() or context.left() in ("a", "an"):
        return None
    found = occurrence(context, "season", lambda y: calendar.of_season(y, season, southern))
    if found is None:
        return None
    whole, step, doubt = found
    return replace(
        unit(whole, Grain.SEASON, step, f"{NAMES[which]}: a third of it", southern=southern, doubt=doubt),
        interval=calendar.third(whole, Grain.SEASON, which), mod=MODS[which],
    )  # fmt: skip


@fractions.rule(
    "the? very? beginning|start|outset of {span}", "the? very? end|close of {span}", "the? middle of {span}", "the turn of {span}",
    "the? beginning|start|end|middle of the {unit}", "the? end of the {unit}", "{span} 's end|start|beginning", "{unit} - end", "{unit} 's? end", "the {unit} 's end", "the {unit} - end",
    "the latter|early|later part of {span}", "the opening|closing days|weeks|months of {span}", "{span} ' s end",
    gives="time span third",
    examples={
        "It will end by the end of June.": "../2024-06-30", "It closed at the end of 2019.": "2019-12-01/2019-12-31",
        "It opened at the beginning of the month.": "2024-05-01/2024-05-10",
    },
    never=("At the end of the day nothing matters.",),
)  # fmt: skip
def end(context: Context, found: Reading | Unit) -> Reading | None:
    """The beginning, middle or end: of a year its first or last month or middle four, else a third."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    which = 2 if {"end", "close", "latter", "later", "closing"} & set(words) else 1 if "middle" in words else 0
    whole = found if isinstance(found, Reading) else _unit_of_text(context, found)
    if whole is None or whole.interval is None or whole.clock is not None or whole.mod is not None:
        return None
    part = edge(whole.interval, whole.grain, which)
    step = f"its {('first', 'middle', 'last')[which]} part"
    return replace(whole, interval=part, mod=MODS[which], steps=(*whole.steps, step), doubt=None)


def edge(whole: Interval, grain: Grain, which: int) -> Interval:
    """The beginning, middle or end of a unit: a year's are its first month, middle four months and last month."""
    assert whole.start is not None and whole.end is not None
    if grain is Grain.YEAR and which != 1:
        months = (
            (whole.start, calendar.add_months(whole.start, 1))
            if which == 0
            else (calendar.add_months(whole.end, -1), whole.end)
        )
        return Interval(*months)
    return calendar.third(whole, grain, which)


def _unit_of_text(context: Context, of: Unit) -> Reading | None:
    grain, size, _ = of
    if size != 1 or grain < Grain.WEEK:
        return None
    reference = context.reference
    if (
        reference is not None
        and reference.interval is not None
        and reference.interval.start is not None
        and reference.grain < grain
        and context.future is False
    ):
        return unit(
            calendar.shift(reference.interval.start, 0, grain), grain, f"the {grain.name.lower()} the text speaks of"
        )
    return unit(calendar.shift(context.day, 0, grain), grain, f"the {grain.name.lower()} of {from_dateline(context)}")


@fractions.rule(
    "earlier|later in the {unit}", "earlier|later that {unit}", "earlier|later today", "earlier|later in {span}",
    "earlier|later the same {unit}",
    gives="time span earlier",
    examples={
        "It rose earlier in the year.": "2024-01-01/2024-05-15", "It will open later in the month.": "2024-05-15/2024-05-31",
    },
)  # fmt: skip
def earlier(context: Context, found: Reading | Unit | None = None) -> Reading | None:
    """Earlier this unit: from its start to the dateline; later: from the dateline to its end."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if words[0] not in ("earlier", "later"):
        return None
    sign = words[0] == "later"
    if found is None or (isinstance(found, tuple) and found[0] is Grain.DAY):
        return _within_day(context, sign, words)
    whole = _said_unit(context, found, words)
    if whole is None or whole.interval is None or whole.interval.start is None or whole.interval.end is None:
        return None
    here = context.day
    if not calendar.contains(whole.interval, calendar.of_day(here)):
        reference = context.reference
        if reference is None or reference.interval is None or reference.interval.start is None:
            return replace(whole, mod="END" if sign else "START")
        here = (
            reference.interval.start
            if calendar.contains(whole.interval, reference.interval)
            else (whole.interval.start if sign else whole.interval.end - 1)
        )
    return part_so_far(whole, here, later=sign)


def _said_unit(context: Context, found: Reading | Unit, words: list[str]) -> Reading | None:
    if isinstance(found, Reading):
        return found
    if "that" in words or "same" in words:
        reference = context.reference
        if reference is None or reference.interval is None or reference.interval.start is None:
            return None
        return unit(calendar.shift(reference.interval.start, 0, found[0]), found[0], "the one the text speaks of")
    return _unit_of_text(context, found)


def _within_day(context: Context, sign: bool, words: list[str]) -> Reading | None:
    reference = context.reference
    near = (
        "today" in words
        or "this" in words
        or reference is None
        or reference.interval is None
        or reference.grain > Grain.DAY
    )
    day = context.day if near else reference.interval.start if reference and reference.interval else None
    if day is None:
        return None
    source = from_dateline(context) if near else f"the day the text speaks of, {spelled(day)}"
    return replace(unit(calendar.of_day(day), Grain.DAY, source), mod="END" if sign else "START")


@fractions.rule(
    "the? first|second half of {span}", "the? first|second half", "{span} 's first|second half", "first - half", "second - half", "the? latter|former half of {span}", "the first|second half - {year}", "{span} first|second half",
    gives="time span half",
    examples={"Profits rose in the first half of 2019.": "2019-01-01/2019-06-30"},
    never=("They scored in the second half.",),
)  # fmt: skip
def half(context: Context, whole: Reading | None = None) -> Reading | None:
    """A half of a year, month or decade."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    second = "second" in words or "latter" in words
    if whole is None:
        return _bare_half(context, second)
    if whole.interval is None or whole.interval.start is None or whole.interval.end is None or whole.mod:
        return None
    start, stop = whole.interval.start, whole.interval.end
    if whole.grain is Grain.YEAR:
        return unit(
            calendar.of_half(calendar.civil(start)[0], 2 if second else 1), Grain.HALF, *whole.steps, "six months of it"
        )
    middle = {
        Grain.MONTH: start + 15,
        Grain.DECADE: calendar.add(start, 5, Grain.YEAR),
        Grain.CENTURY: calendar.add(start, 50, Grain.YEAR),
    }.get(whole.grain, (start + stop) // 2)
    part = Interval(middle, stop) if second else Interval(start, middle)
    return replace(whole, interval=part, mod="END" if second else "START", steps=(*whole.steps, "half of it"))


BUSINESS_WORDS = frozenset(
    "profit profits earnings sales revenue revenues results net income loss losses growth output production gdp "
    "exports imports orders company percent".split()
)


def _bare_half(context: Context, second: bool) -> Reading | None:
    if context.right() in ("of", "goal", "lead", "when", "with", "as") or not BUSINESS_WORDS & {
        token.lower for token in context.scene.tokens
    }:
        return None
    return _business_period(context, 2 if second else 1, Grain.HALF)


@fractions.rule(
    "the? {ord} {unit} of {span}", "the? last|final|opening|closing {unit} of {span}", "the? {ord} of {span}", "{unit} {digits} of {span}", "the? {ord} {dow} in|of {span}", "the? last {dow} in|of {span}",
    "the {ord} {unit} in {span}", "the? second|third - to - last {unit} of {span}", "the {unit} of {day}",
    gives="time span",
    examples={
        "It opened in the first week of May.": "2024-05-01/2024-05-07", "It closed on the last day of 2019.": "2019-12-31",
        "It met on the first Monday of May 2024.": "2024-05-06", 
    },
)  # fmt: skip
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
    position = next((item for item in found if type(item) is int and item > 0), None)
    last = "last" in words[:3] or "final" in words[:3] or "closing" in words[:3]
    of = next((item for item in found if isinstance(item, tuple)), None)
    if whole.grain is Grain.DAY:
        return _unit_of_day(whole, of)
    if any(word.endswith("day") and word != "day" for word in words[:3]):
        weekday = next(item for item in reversed(found[:-1]) if type(item) is int)
        return _nth_weekday(whole, weekday, -1 if last else found[0] if type(found[0]) is int else 1)
    return _nth(whole, of, -1 if last else position or 1)


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


def _nth_weekday(whole: Reading, weekday: int, nth: object) -> Reading | None:
    assert whole.interval is not None and whole.interval.start is not None and whole.interval.last is not None
    if whole.grain is not Grain.MONTH or not isinstance(nth, int):
        return None
    year, month, _ = calendar.civil(whole.interval.start)
    day = calendar.of_day(calendar.nth_weekday(year, month, weekday, nth))
    return (
        unit(day, Grain.DAY, *whole.steps, "counted in weekdays of it")
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
        value = replace(unit(calendar.of_week(part.start or 0), Grain.WEEK), interval=part)
        return replace(value, steps=(*whole.steps, "seven days of it"))
    origin = calendar.add(start, nth - 1, grain) if nth > 0 else stop - 1
    part = calendar.shift(origin, 0, grain)
    return (
        unit(part, grain, *whole.steps, f"its {'last' if nth < 0 else f'number {nth}'} {grain.name.lower()}")
        if calendar.contains(whole.interval, part)
        else None
    )


@fractions.rule(
    "the? first|last|final {n} {units} of {span}", "first {n} {units} of {span}",
    gives="time span",
    examples={"It rose in the first nine months of 2019.": "2019-01-01/2019-09-30"},
)  # fmt: skip
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
        whole, interval=Interval(*part), value=f"P{many}{of[2]}", type="DURATION", mod=None,
        steps=(*whole.steps, f"its {'last' if last else 'first'} {many} {of[0].name.lower()}s"),
    )  # fmt: skip


# Quarters ------------------------------------------------------------------------------------------------------------


@business.rule(
    "the? {ord} quarter", "{ord} - quarter", "q {digits}", "the? {ord} fiscal quarter", "the? fiscal {ord} quarter", "fiscal {ord} - quarter", "its|their {ord} quarter", "{digits} q",
    "the? {ord} calendar quarter", 
    gives="time span quarter",
    examples={"Sales rose in the first quarter.": "2024-01-01/2024-03-31", "Third-quarter profit fell.": "2023-07-01/2023-09-30"},
    never=("They scored in the fifth quarter.",),
)  # fmt: skip
def quarter(context: Context, number: int) -> Reading | None:
    """A quarter with no year."""
    if not 1 <= number <= 4:
        return None
    return _business_period(context, number, Grain.QUARTER)


def _business_period(context: Context, number: int, grain: Grain) -> Reading | None:
    first = context.conventions.fiscal_year_start
    of = calendar.of_quarter if grain is Grain.QUARTER else calendar.of_half
    name = f"{('first', 'second', 'third', 'fourth')[number - 1]} {grain.name.lower()}"
    found = occurrence(context, name, lambda year: of(year, number, first))
    if found is None:
        return None
    whole, step, doubt = found
    # Results are reported once a period has ended: a period is meant that has begun, unless a plan names the next one.
    year = calendar.civil(context.day)[0]
    previous = max(
        (of(y, number, first) for y in range(year - 2, year + 2)),
        key=lambda one: (one.start or 0) * ((one.start or 0) <= context.day),
    )
    if whole.start is not None and whole.start > context.day:
        if context.future is None:
            doubt = Doubt("it may be the one to come", whole)
            whole, step = (
                previous,
                f"no tense decides: the latest {name} that began on or before {from_dateline(context)}",
            )
        elif distance(previous, context.day) < distance(whole, context.day):
            doubt = Doubt("told as future, it may be the one to come", whole)
            whole, step = previous, f"results are reported afterwards: the {name} nearest to {from_dateline(context)}"
    reading = unit(whole, grain, step, doubt=doubt)
    return replace(reading, value=_fiscal_value(whole, number, grain, first))


def _fiscal_value(whole: Interval, number: int, grain: Grain, first: int) -> str:
    assert whole.start is not None and whole.last is not None
    letter = "Q" if grain is Grain.QUARTER else "H"
    if first == 1:
        return f"{calendar.civil(whole.start)[0]:04}-{letter}{number}"
    start_year, start_month, _ = calendar.civil(whole.start)
    return f"{start_year + (start_month >= first):04}-{letter}{number}"


@business.rule(
    "the? {ord} quarter of {year}", "{ord} - quarter of? {year}", "{year} 's {ord} quarter", "{year} 's {ord} - quarter", "the? {year} {ord} quarter", "q {digits} {year}", "q {digits} of {year}", "{year} q {digits}", "{year} {ord} - quarter",
    "the? {ord} quarter , {year}", "the? {ord} fiscal quarter of {year}", "the? {ord} quarter a year ago|earlier|before", "the? {ord} quarter {year}", "the? year - ago|earlier {ord} quarter",
    gives="time span quarter",
    examples={"Sales rose in the third quarter of 2019.": "2019-07-01/2019-09-30", "It fell in last year's third quarter.": "2023-07-01/2023-09-30"},
)  # fmt: skip
def quarter_of_year(context: Context, *found: object) -> Reading | None:
    """A quarter of a year that is said."""
    number = next((item for item in found if type(item) is int), 0)
    whole = next((item for item in found if isinstance(item, Reading)), None)
    if not 1 <= number <= 4:
        return None
    first = context.conventions.fiscal_year_start
    if whole is None:
        near = _business_period(context, number, Grain.QUARTER)
        if near is None or near.interval is None or near.interval.start is None:
            return None
        part = calendar.shift(calendar.add(near.interval.start, -1, Grain.YEAR), 0, Grain.QUARTER)
        return replace(unit(part, Grain.QUARTER, "that quarter of the year before"), established=False)
    if whole.grain is not Grain.YEAR or whole.mod is not None or whole.interval is None or whole.interval.start is None:
        return None
    part = calendar.of_quarter(calendar.civil(whole.interval.start)[0], number, first)
    reading = unit(part, Grain.QUARTER, *whole.steps, f"quarter {number} of it")
    return replace(reading, value=_fiscal_value(part, number, Grain.QUARTER, first))


@business.rule(
    "fiscal {yyyy}",
    "fiscal year {yyyy}",
    "the {yyyy} fiscal year",
    "fy {yyyy}",
    "fy ~{yyyy}",
    "fy ~{yy}",
    "the? {yyyy} - {yy} fiscal year",
    "the fiscal year {yyyy}",
    gives="time span year",
    examples={"It grew in fiscal 2019.": "2019-01-01/2019-12-31"},
)
def fiscal_year(context: Context, year: int, rest: int | None = None) -> Reading:
    """A fiscal year, by the year in which it ends."""
    if year < 100:
        year += 2000 if year < 70 else 1900
    first = context.conventions.fiscal_year_start
    whole = calendar.of_fiscal_year(year, first)
    return replace(unit(whole, Grain.YEAR, f"the fiscal year that ends in {year}"), value=f"{year:04}")


@business.rule(
    "last|this|next fiscal year",
    "the current fiscal year",
    "the fiscal year",
    "this|last|next fiscal",
    gives="time span year",
    examples={"It grew last fiscal year.": "2023-01-01/2023-12-31"},
)
def named_fiscal_year(context: Context) -> Reading:
    """Last, this or next fiscal year."""
    words = {token.lower for token in context.scene.tokens[context.first : context.last]}
    count = -1 if "last" in words else 1 if "next" in words else 0
    first = context.conventions.fiscal_year_start
    year, month, _ = calendar.civil(context.day)
    now = year + (first > 1 and month >= first) + count
    return replace(
        unit(calendar.of_fiscal_year(now, first), Grain.YEAR, f"the fiscal year counted from {from_dateline(context)}"),
        value=f"{now:04}",
    )


@business.rule(
    "the? year - ago|earlier quarter|period|month", "year - ago|earlier", "the? year earlier quarter|period", "the corresponding|same|comparable period|quarter last year", "the? prior|previous - year quarter|period",
    "the same|corresponding|comparable period|quarter a year earlier|ago|before", "the same|corresponding|comparable period of {year}", "the same|corresponding|comparable quarter of {year}", "the quarter a year ago|earlier", "the comparable|corresponding|same {year} period|quarter", "the {year} period|quarter",
    gives="time span quarter",
    examples={"Net rose from the year-ago quarter.": "2023-01-01/2023-03-31"},
)  # fmt: skip
def year_ago(context: Context, year: Reading | None = None) -> Reading | None:
    """The quarter that the text speaks of, a year before; with no quarter in the text, the year before the dateline's."""
    beside = context.period
    if beside is None:
        last_word = context.scene.tokens[context.last - 1].lower
        quarter = last_word in ("quarter", "period")
        beside = unit_from_dateline(context, Grain.QUARTER if quarter else Grain.YEAR, -1 if quarter else 0)
    start = beside.whole.start
    assert start is not None
    back = 1
    if year is not None and year.interval is not None and year.interval.start is not None:
        back = calendar.civil(start)[0] - calendar.civil(year.interval.start)[0]
    part = calendar.shift(calendar.add(start, -back, Grain.YEAR), 0, beside.grain)
    step = f"the {beside.grain.name.lower()} the text speaks of, {back} year{'s' if back != 1 else ''} before"
    return replace(unit(part, beside.grain, step), established=False)


@business.rule(
    "the latest|current|recent quarter|period",
    "the most recent quarter|period",
    "the recently ended quarter",
    "the just - ended quarter",
    "the latest fiscal quarter",
    gives="time span quarter",
    examples={"Profit fell in the latest quarter.": "2024-01-01/2024-03-31"},
)
def latest_quarter(context: Context) -> Reading:
    """The last quarter that has ended; the current one is the dateline's own."""
    beside = context.period
    if "current" not in {token.lower for token in context.scene.tokens[context.first : context.last]}:
        if beside is not None and beside.grain is Grain.QUARTER and (beside.whole.end or 0) <= context.day:
            return replace(beside, steps=("the quarter that the text speaks of",), doubt=None)
        return unit(
            calendar.shift(context.day, -1, Grain.QUARTER),
            Grain.QUARTER,
            f"the last quarter that ended before {from_dateline(context)}",
        )
    return unit(
        calendar.shift(context.day, 0, Grain.QUARTER), Grain.QUARTER, f"the quarter of {from_dateline(context)}"
    )
