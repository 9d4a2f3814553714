"""The time of companies: quarters, halves, fiscal years, "the year-ago period"."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.deictic import from_dateline, unit_from_dateline
from dateline.timex.english.durations import is_round
from dateline.timex.english.words import BUSINESS_WORDS
from dateline.timex.grammar import RuleBook
from dateline.timex.occurrence import distance, occurrence
from dateline.timex.reading import Count, Reading, unit

business = RuleBook()


SPORT = frozenset(
    "scored touchdown touchdowns halftime yards basket baskets rebounds quarterback game games goal goals kick".split()
)


# What else tells that a sentence speaks of results.
OF_RESULTS = BUSINESS_WORDS | frozenset(
    "% earned turnover dividend lending deliveries shipments bookings spending investment deficit ebitda".split()
)


def of_results(context: Context) -> bool:
    """Whether the sentence reports what a company or an economy has earned or made."""
    return not OF_RESULTS.isdisjoint(token.lower for token in context.scene.tokens)


def bare_half(context: Context, second: bool) -> Reading | None:
    if context.right() in ("of", "goal", "lead", "when", "with", "as") or not of_results(context):
        return None
    return _business_period(context, 2 if second else 1, Grain.HALF)


@business.rule(
    "the? {ord} quarter",
    "{ord} - quarter",
    "q {digits}",
    "the? {ord} fiscal quarter",
    "the? fiscal {ord} quarter",
    "fiscal {ord} - quarter",
    "the? fiscal - {ord} quarter",
    "its|their {ord} quarter",
    "{digits} q",
    "the? {ord} calendar quarter",
    gives="time span quarter",
    examples={
        "Sales rose in the first quarter.": "2024-01-01/2024-03-31",
        "Third-quarter profit fell.": "2023-07-01/2023-09-30",
    },
    never=("They scored in the fifth quarter.", "It was her third quarter-final."),
)
def quarter(context: Context, number: int) -> Reading | None:
    """A quarter with no year."""
    if not 1 <= number <= 4 or not SPORT.isdisjoint(token.lower for token in context.scene.tokens):
        return None
    if is_round(context):
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
    "the? last|final quarter of {year}",
    "the? {ord} quarter of {year}",
    "{ord} - quarter of? {year}",
    "{year} 's {ord} quarter",
    "{year} 's {ord} - quarter",
    "the? {year} {ord} quarter",
    "q {digits} {year}",
    "q {digits} of {year}",
    "{year} q {digits}",
    "{year} {ord} - quarter",
    "the? {ord} quarter , {year}",
    "the? {ord} fiscal quarter of {year}",
    "the? {ord} quarter of fiscal year? {year}",
    "fiscal year? {year} {ord} - quarter",
    "fiscal year? {year} {ord} quarter",
    "the? {ord} quarter a year ago|earlier|before",
    "the? {ord} quarter {year}",
    "the? year - ago|earlier {ord} quarter",
    gives="time span quarter",
    examples={
        "Sales rose in the third quarter of 2019.": "2019-07-01/2019-09-30",
        "It fell in last year's third quarter.": "2023-07-01/2023-09-30",
    },
)
def quarter_of_year(context: Context, *found: object) -> Reading | None:
    """A quarter of a year that is said."""
    number = next((item for item in found if type(item) is int), 4)
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
    "{digits} ~q ~{yy}",
    "{digits} ~h ~{yy}",
    "q ~{digits} ' ~{yy}",
    "q ~{digits} fy ~{yy}",
    "h ~{digits} fy ~{yy}",
    "h ~{digits} {yyyy}",
    "h ~{digits} fy ~{yyyy}",
    "q ~{digits} fy ~{yyyy}",
    gives="time span quarter",
    examples={"Sales fell in 2Q13.": "2013-04-01/2013-06-30", "Sales fell in H1 2019.": "2019-01-01/2019-06-30"},
    never=("He has an H1 visa.", "Take 2q13 and 4 others to B2H."),
)
def coded(context: Context, number: int, year: int) -> Reading | None:
    """A quarter or half as analysts write it, with its year."""
    row = context.scene.tokens[context.first : context.last]
    letter = next(token.text for token in row if token.text[0] in "QHqh")
    half = letter == "H"
    if not letter.isupper() or not 1 <= number <= (2 if half else 4):
        return None
    year += 0 if year >= 100 else 2000 if year < 70 else 1900
    first = context.conventions.fiscal_year_start
    grain, of = (Grain.HALF, calendar.of_half) if half else (Grain.QUARTER, calendar.of_quarter)
    whole = of(year, number, first)
    return replace(
        unit(whole, grain, "its number and year are written"), value=_fiscal_value(whole, number, grain, first)
    )


@business.rule(
    "fiscal {yyyy}",
    "fiscal year {yyyy}",
    "the {yyyy} fiscal year",
    "fy {yyyy}",
    "fy ~{yyyy}",
    "fy ~{yy}",
    "the? {yyyy} - {yy} fiscal|financial year",
    "the? fiscal|financial year {yyyy} - {yy}",
    "fiscal {yyyy} - {yy}",
    "fy {yyyy} - {yy}",
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
    "last|this|next|the fiscal|financial year",
    "the? last|next|current|previous fiscal|financial year",
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
    "the? year - ago|earlier quarter|period|month",
    "year - ago|earlier",
    "the? year earlier quarter|period",
    "the corresponding|same|comparable period|quarter last year",
    "the? prior|previous - year quarter|period",
    "the same|corresponding|comparable period|quarter a year earlier|ago|before",
    "the same|corresponding|comparable period of {year}",
    "the same|corresponding|comparable quarter of {year}",
    "the quarter a year ago|earlier",
    "the comparable|corresponding|same {year} period|quarter",
    "the {year} period|quarter",
    gives="time span quarter",
    examples={"Net rose from the year-ago quarter.": "2023-01-01/2023-03-31"},
)
def year_ago(context: Context, year: Reading | None = None) -> Reading | None:
    """The quarter that the text speaks of, a year before; where it speaks of none, the year before the dateline's."""
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
    step = f"the {beside.grain.name.lower()} the text speaks of, {back} year{'s' if back != 1 else ''} before"
    return years_before(beside, back, step)


def years_before(period: Reading, count: int, step: str) -> Reading:
    """The same quarter, half or year of a company so many years before, by the name it has in the company's year."""
    ends = (period.begin, period.whole.end or period.begin)
    whole = Interval(*(calendar.add(day, -count, Grain.YEAR) for day in ends))
    value = f"{int(period.value[:4]) - count:04}{period.value[4:]}"
    return Reading(whole, period.grain, value, (step,), established=False)


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


@business.rule(
    "the first {n} months",
    gives="time",
    examples={"Sales rose in the first nine months.": "2023-01-01/2023-09-30"},
    never=("The first three months of the war were quiet.",),
)
def first_months(context: Context, count: Count) -> Reading | None:
    """The first so many months, of the latest year in which they have ended, where companies report."""
    months = int(count.low)
    if not count.exact or months not in (3, 6, 9) or context.right() == "of" or not of_results(context):
        return None
    first = context.conventions.fiscal_year_start
    year = calendar.civil(context.day)[0] + 1
    ended = (
        part for y in range(year, year - 3, -1) if ((part := _first_months(y, first, months)).end or 0) <= context.day
    )
    whole = next(ended)
    step = f"the latest that had ended by {from_dateline(context)}"
    return Reading(whole, Grain.MONTH, f"P{months}M", (step,), type="DURATION")


def _first_months(year: int, first: int, months: int) -> Interval:
    return calendar.of_months(year if first == 1 else year - 1, first, months)


@business.rule(
    "the? year to date",
    "the? year - to - date",
    gives="time",
    examples={"Shares are down in the year to date.": "2024-01-01/2024-05-15"},
)
def year_to_date(context: Context) -> Reading:
    """The dateline's year, up to the dateline."""
    whole = calendar.shift(context.day, 0, Grain.YEAR)
    year = unit(whole, Grain.YEAR, f"the year of {from_dateline(context)}, up to that day")
    return replace(year, interval=Interval(whole.start, context.day + 1))
