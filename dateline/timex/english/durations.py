"""Lengths of time: two weeks, a 10-day trip, more than four hours."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.numbers import exactly
from dateline.timex.english.verb_forms import lemma
from dateline.timex.english.words import MAGNITUDES, ONES, ORDINALS, TENS
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Period, Reading, length, unit
from dateline.timex.values import iso_day, spelled

Unit = tuple[Grain, int, str]


periods = RuleBook()


lengths = RuleBook()


FILLERS = (
    "full|whole|straight|consecutive|solid|calendar|long|short|more|further|additional|trading|working|business|school"
)


NUMBER_WORDS = ONES.keys() | TENS.keys() | MAGNITUDES.keys()


RATES = frozenset(
    {"percent", "cent", "%", "times", "once", "twice", "million", "billion", "thousand", "hundred", "per"}
)


OWNERS = frozenset("the these those our their his her my your its 's golden -".split())


BEFORE_A_SECOND = frozenset("in for within than after about per half every".split())
ENDS_OF_A_SECOND = frozenset({"", ".", ",", "ago", "later", "before", "after"})


# Both days, the small hours: those that are known.
PICKED = frozenset({"both", "small", "wee"})


AGES = frozenset({"old", "olds"})


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
    if context.left() in ("$", "£", "€", "#") or _is_in_a_name(context) or is_round(context):
        return None
    return period_of(count, of)


def is_round(context: Context) -> bool:
    """Whether a quarter is the round of a cup or a part of something: the quarter-finals, a quarter-mile."""
    return context.right() == "-" and context.right(2) in ROUNDS


ROUNDS = frozenset("final finals finalist finalists century mile miles point points inch hour pounder".split())


def _is_in_a_name(context: Context) -> bool:
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
    # Once-in-a-century.
    if is_round(context) or (context.left() == "-" and context.left(2) == "in"):
        return None
    return period_of(exactly(1), of)


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


@lengths.rule(
    "{period}",
    "{approx} {period}",
    "{period} or so",
    examples={
        "The strike lasted two weeks.": None,
        "She took a 10-day trip.": None,
        "It ran for about eight years.": None,
    },
    never=(
        "He is a 12-year-old boy.",
        "It was the third in as many weeks.",
        "It lent at 3 per cent a month.",
        "It costs $3 million a year.",
        "It is for those over the age of one year.",
    ),
)
def plain(context: Context, *found: object) -> Reading | None:
    """A length by itself; with a present perfect it ends at the dateline."""
    period = found[-1]
    assert isinstance(period, Period)
    if context.right() in AGES or (context.right() == "-" and context.right(2) in AGES):
        return None
    if context.right() == "-" and context.right(2) in ("ago", "earlier", "on"):
        return None
    # "Two weeks later than planned" compares; "a quarter of the voters" is a share.
    if (context.right(), context.right(2)) in (("later", "than"), ("earlier", "than")):
        return None
    if period.grain is Grain.QUARTER and _is_share(context):
        return None
    if (context.right(), context.right(2)) == ("of", "age") or (context.left(2), context.left()) == ("age", "of"):
        return None
    first_word = context.scene.tokens[context.first].lower
    if (context.left(), first_word) == ("as", "many"):
        # "The fourth fire in as many weeks": in four.
        return None
    if first_word in ("a", "an") and period.count.low == 1 and _is_rate(context):
        return None
    if first_word in ("over", "under", "some", "around") and not period.count.exact:
        return None
    # "Handed over ten years after that": the word before belongs to the verb.
    if first_word == "over" and context.right() in ("after", "before", "later", "earlier", "ago"):
        return None
    mod = found[0] if len(found) > 1 and isinstance(found[0], str) and found[0] else period.mod
    return length(replace(period, mod=mod))


def _is_share(context: Context) -> bool:
    """Whether "a quarter" is a fourth of something: "a quarter of the voters", "lost a quarter"."""
    verb = lemma(context.left())
    return context.right() == "of" or context.left() in ("by", "than", "to", "nearly", "about") or verb in CHANGES


CHANGES = frozenset("gain lose fall rise shed drop grow climb slide slip jump cut".split())


def _is_rate(context: Context) -> bool:
    """Whether "a day" says how often or how fast: $3 million a day, 4,000 bicycles a day."""
    left, number = context.left(), context.left(2)
    counted = left.endswith("s") and (number.isdecimal() or number in NUMBER_WORDS)
    more = left in ("more", "less", "extra") and number[-1:].isdecimal()
    return left in RATES or left.isdecimal() or counted or more


@lengths.rule(
    "more|less|longer|fewer than {period}",
    "at least {period}",
    "at most {period}",
    "up to {period}",
    "as many|much|long|little|few as {period}",
    "no more|less than {period}",
    "not more|less than {period}",
    "well over {period}",
    "just over|under {period}",
    "close to {period}",
    "nigh on {period}",
    "just shy of {period}",
    "upwards of {period}",
    "in excess of {period}",
    "a|the minimum|maximum of {period}",
    examples={
        "They waited more than four hours.": None,
        "It took close to two years.": None,
        "The works take up to nine months.": None,
    },
)
def bounded(context: Context, period: Period) -> Reading:
    """A length with a bound, which TIMEX3 keeps in `mod`."""
    row = " ".join(token.lower for token in context.scene.tokens[context.first : context.first + 3])
    mods = (
        ("no more", "EQUAL_OR_LESS"),
        ("not more", "EQUAL_OR_LESS"),
        ("no less", "EQUAL_OR_MORE"),
        ("not less", "EQUAL_OR_MORE"),
        ("more", "MORE_THAN"),
        ("longer", "MORE_THAN"),
        ("well over", "MORE_THAN"),
        ("just over", "MORE_THAN"),
        ("less", "LESS_THAN"),
        ("fewer", "LESS_THAN"),
        ("just under", "LESS_THAN"),
        ("close to", "LESS_THAN"),
        ("nigh on", "LESS_THAN"),
        ("just shy", "LESS_THAN"),
        ("upwards of", "MORE_THAN"),
        ("in excess", "MORE_THAN"),
        ("at most", "EQUAL_OR_LESS"),
        ("up to", "EQUAL_OR_LESS"),
        ("a maximum", "EQUAL_OR_LESS"),
        ("the maximum", "EQUAL_OR_LESS"),
    )
    mod = next((code for words, code in mods if row.startswith(words)), "EQUAL_OR_MORE")
    return length(replace(period, mod=mod))


@lengths.rule(
    "the {period}",
    "those|these {period}",
    "the first|initial|final {period}",
    "another {period}",
    "another {unit}",
    "the full|whole|entire {unit}",
    "all {unit}",
    "an extra|additional {period}",
    "the first|whole {unit}",
    examples={"The strike cost the three months of harvest.": None, "They stayed another week.": None},
    never=("He wept on the first day of the show.",),
)
def definite(context: Context, found: Period | Unit) -> Reading | None:
    period = found if isinstance(found, Period) else period_of(exactly(1), found)
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    first = row[0]
    # "The 10-day trip" is a trip with a length, and "the" belongs to the trip.
    if "-" in row and first in ("the", "that", "this", "those", "these"):
        return None
    if first == "another" and period.count.exact and (context.future or context.scene.verbs.looks_ahead()):
        return _from_dateline(context, period)
    if row[:2] == ["the", "first"] and period.grain is Grain.DAY and context.left() in ("on", "by"):
        # "On the first day of the show" is a day that nothing names.
        return None
    if isinstance(found, tuple) and first == "all" and found[0] < Grain.DAY:
        return None
    if row in (["the", "full", "year"], ["the", "whole", "year"]) and context.right() != "of":
        return unit(
            calendar.shift(context.day, 0, Grain.YEAR), Grain.YEAR, f"the year of the dateline, {spelled(context.day)}"
        )
    return length(period)


def _from_dateline(context: Context, period: Period) -> Reading:
    end = calendar.add(context.day, period.high, period.grain)
    whole = calendar.of_days(context.day, end)
    return replace(
        length(period, f"told as future: it begins at the dateline, {spelled(context.day)}"),
        interval=whole,
        anchor_begin=iso_day(context.day),
        anchor_end=iso_day(end),
    )


@lengths.rule(
    "{units}",
    examples={"The talks took weeks.": None},
    never=(
        "Two winters later it closed.",
        "It fell in the fourth and sixth weeks of the siege.",
        "They queued on both days.",
    ),
)
def bare_plural(context: Context, of: Unit) -> Reading | None:
    """A bare "weeks", "years": so many that nobody counts."""
    if of[0] is Grain.QUARTER or (
        of[0] < Grain.HOUR and context.right() not in ("after", "before", "later", "earlier")
    ):
        return None
    if context.left() in PICKED or (context.left(2), context.left()) in (("of", "all"), ("as", "many")):
        return None
    if (
        context.left() in ORDINALS
        or context.left() in OWNERS
        or context.left().isdecimal()
        or context.right() in AGES
        or _is_in_a_name(context)
    ):
        return None
    if (context.right(), context.right(2)) in (("later", "than"), ("earlier", "than")):
        return None
    return length(period_of(Count(2, 99, "X"), of))


@lengths.rule(
    "decades|years|months|weeks|days|hours - long",
    "{unit} - long",
    examples={"The decades-long war ended.": None},
)
def long_compound(context: Context, of: Unit | None = None) -> Reading:
    names: dict[str, Unit] = {
        "decades": (Grain.DECADE, 1, "DE"), "years": (Grain.YEAR, 1, "Y"), "months": (Grain.MONTH, 1, "M"),
        "weeks": (Grain.WEEK, 1, "W"), "days": (Grain.DAY, 1, "D"), "hours": (Grain.HOUR, 1, "TH"),
    }  # fmt: skip
    if of is not None:
        return length(period_of(exactly(1), of))
    return length(period_of(Count(2, 99, "X"), names[context.scene.tokens[context.first].lower]))
