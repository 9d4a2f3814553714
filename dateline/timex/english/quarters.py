"""Quarters and halves by their number, with a year and without: third-quarter, the second quarter of 2019, 2Q13."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.deictic import from_dateline
from dateline.timex.english.durations import is_round
from dateline.timex.english.verb_forms import lemma
from dateline.timex.english.words import BUSINESS_WORDS, ORDINALS
from dateline.timex.grammar import RuleBook
from dateline.timex.occurrence import distance, occurrence
from dateline.timex.reading import Reading, unit

quarters = RuleBook()


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


@quarters.rule(
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
    "the? {ord} quarters",
    gives="time span quarter",
    examples={
        "Sales rose in the first quarter.": "2024-01-01/2024-03-31",
        "Third-quarter profit fell.": "2023-07-01/2023-09-30",
        "They will have to wait until the fourth quarter.": "../2024-12-31",
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


@quarters.rule(
    "the? {ord}",
    gives="time span quarter",
    examples={"Sales fell in the first and second quarters of 2019.": "2019-01-01/2019-03-31"},
    never=("He came in second and third.", "The first and last quarters of the moon were dark."),
)
def quarter_of_row(context: Context, number: int) -> Reading | None:
    """The first of two quarters that share the word and the year: "in the second and fourth quarters"."""
    row = [context.right(count) for count in range(1, 6)]
    last = ORDINALS.get(row[1], 0)
    if row[0] not in ("and", "or", "to") or row[2] not in ("quarters", "quarter") or not 1 <= number < last <= 4:
        return None
    fellow = quarter(context, last)
    if fellow is None:
        return None
    year = int(row[4]) if row[3] == "of" and row[4].isdecimal() and len(row[4]) == 4 else int(fellow.value[:4])
    first = context.conventions.fiscal_year_start
    whole = calendar.of_quarter(year, number, first)
    step = f"quarter {number} of the year of the quarter named with it"
    return replace(unit(whole, Grain.QUARTER, step), value=_fiscal_value(whole, number, Grain.QUARTER, first))


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
        elif context.left() not in ("until", "till") and (
            distance(previous, context.day) < distance(whole, context.day) or _is_reported(context)
        ):
            doubt = Doubt("told as future, it may be the one to come", whole)
            whole, step = previous, f"results are reported afterwards: the {name} nearest to {from_dateline(context)}"
    reading = unit(whole, grain, step, doubt=doubt or doubt_of_fiscal(context))
    return replace(reading, value=_fiscal_value(whole, number, grain, first))


def _is_reported(context: Context) -> bool:
    """Whether results are to be made known, and so are of a period gone by: "will post first-half profits"."""
    row = [lemma(token.lower) for token in context.scene.tokens[max(context.first - 3, 0) : context.first]]
    return not MAKES_KNOWN.isdisjoint(row) and context.right() in BUSINESS_WORDS


MAKES_KNOWN = frozenset("report post show unveil announce publish release reveal".split())


def doubt_of_fiscal(context: Context) -> Doubt | None:
    """The doubt of a fiscal year, or a part of one, of which nobody has said in which month it begins."""
    named = any(token.lower == "fiscal" for token in context.scene.tokens[context.first : context.last])
    known = context.conventions.fiscal_year_start != 1
    return Doubt("a fiscal year may begin in another month than January") if named and not known else None


def _fiscal_value(whole: Interval, number: int, grain: Grain, first: int) -> str:
    assert whole.start is not None and whole.last is not None
    letter = "Q" if grain is Grain.QUARTER else "H"
    if first == 1:
        return f"{calendar.civil(whole.start)[0]:04}-{letter}{number}"
    start_year, start_month, _ = calendar.civil(whole.start)
    return f"{start_year + (start_month >= first):04}-{letter}{number}"


@quarters.rule(
    "the? last|final quarter of {year}",
    "the? {ord} quarter|quarters of {year}",
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


@quarters.rule(
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
