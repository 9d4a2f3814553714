"""Lengths of time: two weeks, a 10-day trip, more than four hours."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.durations import Unit, is_in_a_name, is_score, period_of
from dateline.timex.english.numbers import exactly
from dateline.timex.english.verb_forms import lemma
from dateline.timex.english.words import MAGNITUDES, ONES, ORDINALS, TENS
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Period, Reading, length, unit
from dateline.timex.values import iso_day, spelled

lengths = RuleBook()

NUMBER_WORDS = ONES.keys() | TENS.keys() | MAGNITUDES.keys()
RATES = frozenset(
    {"percent", "cent", "%", "times", "once", "twice", "million", "billion", "thousand", "hundred", "per"}
)
OWNERS = frozenset("the these those our their his her my your its 's golden -".split())
# Both days, the small hours, the fourth and sixth weeks: those that are known.
PICKED = ORDINALS.keys() | {"both", "small", "wee"}
AGES = frozenset({"old", "olds"})


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
    if first_word == "over" and period.grain is Grain.WEEKEND:
        # "Over a weekend" is in the course of one.
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
    "{period} to the day",
    examples={"It fell two years to the day after the quake.": None},
)
def to_the_day(context: Context, period: Period) -> Reading:
    """A length that is exact to the day."""
    return length(period)


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
    if (isinstance(found, tuple) and first == "all" and found[0] < Grain.DAY) or is_in_heading(context):
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


def is_in_heading(context: Context) -> bool:
    """Whether the words stand in a line that is no sentence: "Early years", "The first year"."""
    tokens = context.scene.tokens
    bare = context.first == 0 or all(token.text.isalpha() for token in tokens[: context.first])
    line = len(tokens) <= LONGEST_HEADING and context.last == len(tokens) and tokens[0].text[0].isupper()
    return line and bare and not any(context.scene.verbs.is_verb(at) for at in range(len(tokens)))


LONGEST_HEADING = 5


@lengths.rule(
    "{units}",
    examples={"The talks took weeks.": None},
    never=(
        "Two winters later it closed.",
        "It fell in the fourth and sixth weeks of the siege.",
        "They queued on both days.",
        "He made three double centuries.",
        "He has scored three centuries.",
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
    if context.left() in OWNERS or context.left().isdecimal() or context.right() in AGES or is_in_a_name(context):
        return None
    if is_in_heading(context) or is_score(context, of):
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
