"""The time of companies: fiscal years, "the year-ago period", the latest quarter, the year to date."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.deictic import from_dateline, unit_from_dateline
from dateline.timex.english.quarters import doubt_of_fiscal, of_results
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Reading, told, unit

business = RuleBook()


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
    examples={
        "It grew in fiscal 2019.": "2019-01-01/2019-12-31",
        "It grew in fiscal 2018-19.": "2018-01-01/2019-12-31",
    },
    never=("He is a fiscal conservative.",),
)
def fiscal_year(context: Context, year: int, rest: int | None = None) -> Reading | None:
    """A fiscal year, by the year in which it ends."""
    if year < 100:
        year += 2000 if year < 70 else 1900
    if rest is not None and rest != (year + 1) % 100:
        return None
    first = context.conventions.fiscal_year_start
    year += rest is not None
    whole = calendar.of_fiscal_year(year, first)
    if rest is not None and first == 1:
        # It lies in both years, and nobody has said where it begins.
        whole = calendar.of_months(year - 1, 1, 24)
    doubt = doubt_of_fiscal(context)
    return replace(unit(whole, Grain.YEAR, f"the fiscal year that ends in {year}", doubt=doubt), value=f"{year:04}")


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
    step = f"the fiscal year counted from {from_dateline(context)}"
    reading = unit(calendar.of_fiscal_year(now, first), Grain.YEAR, step, doubt=doubt_of_fiscal(context))
    return replace(reading, value=f"{now:04}")


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
    "last year 's quarter|period",
    "the comparable|corresponding|same {year} period|quarter",
    "the {year} period|quarter",
    gives="time span quarter",
    examples={"Net rose from the year-ago quarter.": "2023-01-01/2023-03-31"},
)
def year_ago(context: Context, year: Reading | None = None) -> Reading | None:
    """The quarter that the text speaks of, a year before; where it speaks of none, the year before the dateline's."""
    beside = context.period
    if beside is None or beside.begin > context.day:
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
    "current - quarter",
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


@business.rule(
    "the {n} months",
    gives="time",
    examples={"Third-quarter net fell. For the nine months, it rose.": "2023-01-01/2023-09-30"},
    never=("Third-quarter net fell. For the nine months of the strike it rose.", "He was away for the nine months."),
)
def months_up_to_quarter(context: Context, count: Count) -> Reading | None:
    """The months of a year up to the end of the quarter of which a report of results tells."""
    quarter, months = context.period, int(count.low)
    if not count.exact or months not in (6, 9) or quarter is None or context.right() == "of":
        return None
    start = quarter.begin
    year = calendar.civil(start)[0] + 1
    first = context.conventions.fiscal_year_start
    parts = (_first_months(y, first, months) for y in (year, year - 1))
    whole = next((part for part in parts if part.end == quarter.whole.end), None)
    step = f"up to the end of the quarter that the text speaks of, {told(quarter)}"
    return None if whole is None else Reading(whole, Grain.MONTH, f"P{months}M", (step,), type="DURATION")


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
