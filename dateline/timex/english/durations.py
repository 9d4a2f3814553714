"""Periods, the counts of a unit of which lengths, stretches and distances are made: two weeks, an hour and a half."""

from __future__ import annotations

from dateline.model import Grain
from dateline.timex.context import Context
from dateline.timex.english.numbers import exactly
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Period

Unit = tuple[Grain, int, str]


periods = RuleBook()


FILLERS = (
    "full|whole|straight|consecutive|solid|calendar|long|short|more|further|additional|trading|working|business|school"
)


BEFORE_A_SECOND = frozenset("in for within than after about per half every".split())
ENDS_OF_A_SECOND = frozenset({"", ".", ",", "ago", "later", "before", "after"})


def period_of(count: Count, of: Unit, mod: str | None = None) -> Period:
    """So many of a unit."""
    grain, size, code = of
    return Period(count, grain, code, size, mod)


def unbroken(period: Period) -> tuple[int, Grain]:
    """How many of which unit the highest count of a period is; of a broken one, so many of a smaller unit."""
    if period.count.high == int(period.count.high):
        return period.high, period.grain
    grain, size = SMALLER.get(period.grain, (Grain.DAY, 1))
    return round(period.count.high * period.size * size), grain


SMALLER = {
    Grain.CENTURY: (Grain.YEAR, 100),
    Grain.DECADE: (Grain.YEAR, 10),
    Grain.YEAR: (Grain.MONTH, 12),
    Grain.MONTH: (Grain.DAY, 30),
    Grain.WEEK: (Grain.DAY, 7),
}


@periods.rule(
    "{n} {units}", "{n} -? {unit}", f"{{n}} {FILLERS} {{units}}", f"{{n}} - {FILLERS} - {{unit}}", gives="period"
)
def counted(context: Context, count: Count, of: Unit) -> Period | None:
    if context.left() in ("$", "£", "€", "#") or is_in_a_name(context) or is_round(context):
        return None
    return None if is_score(context, of) else period_of(count, of)


def is_round(context: Context) -> bool:
    """Whether a quarter is the round of a cup or a part of something: the quarter-finals, a quarter-mile."""
    return context.right() == "-" and context.right(2) in ROUNDS


ROUNDS = frozenset("final finals finalist finalists century mile miles point points inch hour pounder".split())


def is_score(context: Context, of: Unit) -> bool:
    """Whether centuries are a batsman's: "hit three centuries", "his two double centuries"."""
    before = {token.lower for token in context.scene.tokens[max(context.first - 2, 0) : context.last - 1]}
    return of[2] == "C" and not SCORES.isdisjoint(before)


SCORES = frozenset(
    "double triple half maiden unbeaten hit hits scored struck made makes compiled posted his her".split()
)


def is_in_a_name(context: Context) -> bool:
    """Whether the unit is written as in a name: the Six-Day War, One Hundred Years of Solitude."""
    last = context.scene.tokens[context.last - 1].text
    return context.last > 1 and last[0].isupper() and not last.isupper()


@periods.rule(
    "a|an|one {unit}", "a|an|one -? {unit}", f"a|an|one {FILLERS}|single|entire {{unit}}", gives="period oneperiod"
)
def one(context: Context, of: Unit) -> Period | None:
    # "A second inspection", "a second, larger one" count inspections.
    if of[2] == "TS" and context.last - context.first == 2:
        another = context.right() == "," and context.left() not in BEFORE_A_SECOND
        if another or context.right() not in ENDS_OF_A_SECOND:
            return None
    if of[2] == "D" and context.right() == "of" and context.right(2) in MARKED_BY:
        return None
    # Once-in-a-century.
    if is_round(context) or (context.left() == "-" and context.left(2) == "in"):
        return None
    return period_of(exactly(1), of)


# A day of mourning is a kind of day, and no length.
MARKED_BY = frozenset("mourning rest prayer prayers remembrance action atonement reckoning judgment rage".split())


@periods.rule("half a|an {unit}", "a half - {unit}", "half - a - {unit}", gives="period oneperiod")
def half(context: Context, of: Unit) -> Period | None:
    smaller: dict[str, Unit] = {"TH": (Grain.MINUTE, 30, "TM"), "Y": (Grain.MONTH, 6, "M"), "DE": (Grain.YEAR, 5, "Y")}
    # A half-century is also fifty runs.
    if of[2] == "C" and context.left() in ("hit", "scored", "made", "struck", "his", "her"):
        return None
    return period_of(exactly(1), smaller[of[2]]) if of[2] in smaller else period_of(exactly(0.5), of)


@periods.rule("a? quarter - century", "a quarter of a century", gives="period")
def quarter_century(context: Context) -> Period:
    return period_of(exactly(25), (Grain.YEAR, 1, "Y"))


@periods.rule(
    "{n} {units} and {n} {units}", "{n} {units} and {n} {unit}", "a|one {unit} and {n} {units}", gives="period"
)
def of_two_units(context: Context, *found: object) -> Period | None:
    """Three years and four months, an hour and 20 minutes: counted in the smaller unit."""
    units = [item for item in found if isinstance(item, tuple)]
    counts = [item for item in found if isinstance(item, Count)]
    larger, smaller = (unit[2] for unit in units)
    if (larger, smaller) not in IN_ANOTHER or not all(count.exact for count in counts) or context.left() == "between":
        return None
    many = int(counts[0].low) if len(counts) > 1 else 1
    whole = many * IN_ANOTHER[larger, smaller] + counts[-1].low
    return period_of(Count(whole, whole, f"{many}{larger.removeprefix('T')}{counts[-1].digits}"), units[1])


IN_ANOTHER = {
    ("Y", "M"): 12,
    ("Y", "W"): 52,
    ("Y", "D"): 365,
    ("M", "W"): 4,
    ("M", "D"): 30,
    ("W", "D"): 7,
    ("TH", "TM"): 60,
    ("TM", "TS"): 60,
}


@periods.rule("{n} - and - a - half {units}", "{n} and a half {units}", "{n} - and - a - half - {unit}", gives="period")
def and_a_half(context: Context, count: Count, of: Unit) -> Period:
    return period_of(exactly(count.low + 0.5), of)


@periods.rule("a|one {unit} and a half", gives="period")
def one_and_a_half(context: Context, of: Unit) -> Period:
    return period_of(exactly(1.5), of)


@periods.rule("{n} to|or|- {n} {units}", "{n} - to - {n} {units}", "{n} to|or|- {n} - {unit}", gives="period")
def between_counts(context: Context, low: Count, high: Count, of: Unit) -> Period | None:
    if low.low >= high.high:
        return None
    return period_of(Count(low.low, high.high, low.digits), of, "EQUAL_OR_MORE")


@periods.rule("a|one {unit} or|to {n}", "a|one {unit} or so", gives="period")
def one_or_so(context: Context, of: Unit, count: Count | None = None) -> Period:
    high = count.high if count else 1
    return period_of(Count(1, high, "1"), of, "APPROX")
