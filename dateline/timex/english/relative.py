"""Expressions that count from the dateline, or from the last date that the text established."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dateline.model import Clock, Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.business import years_before
from dateline.timex.english.clock import Part
from dateline.timex.english.counting import counted, counting
from dateline.timex.english.counting_on import from_reference, named
from dateline.timex.english.deictic import from_dateline
from dateline.timex.english.durations import Unit, period_of
from dateline.timex.english.numbers import exactly
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Period, Reading, unit

relative = RuleBook()


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
    if context.scene.tokens[context.last - 1].lower == "back" and context.right() in BACK_TO_A_PLACE:
        return None
    finer = _grain_of_neighbour(context, period)
    if finer is not None:
        return finer
    mod = _said_mod(found) or AGO_MODS.get(context.scene.tokens[context.first].lower)
    reading = counted(context, period, context.day, -1, from_dateline(context))
    return replace(reading, mod=BACKWARD.get(mod or "", mod) or reading.mod, established=reading.grain < Grain.MONTH)


BACK_TO_A_PLACE = frozenset("to in from into home".split())
AGO_MODS = {
    "more": "MORE_THAN", "longer": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN", "at": "EQUAL_OR_MORE",
    "well": "MORE_THAN",
}  # fmt: skip
# More than three years ago lies before the year that is three back.
BACKWARD = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE"}


def _said_mod(found: tuple[object, ...]) -> str | None:
    """The modifier that stands before a period: "about", "nearly"."""
    return found[0] if len(found) > 1 and isinstance(found[0], str) and found[0] else None


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
    never=(
        "It was their first win in two years.",
        "They did it in three days.",
        "It will be the deepest slump in 30 years.",
    ),
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
    reading = counted(context, period, context.day, 1, from_dateline(context)).because("told as future, behind “in”")
    return replace(reading, mod=_said_mod(found) or reading.mod)


ENDS_OF_PHRASE = frozenset({"", ".", ",", ";", ":", ")", "and", "but"})


def _is_record(context: Context) -> bool:
    """Whether "in two years" measures how rare a thing is: "its first win in two years"."""
    row = [token.lower for token in context.scene.tokens[max(context.first - 12, 0) : context.first]]
    return any(before in OWNERS and (word in RANKS or _is_superlative(word)) for before, word in pairwise(row))


def _is_superlative(word: str) -> bool:
    return word == "most" or (word.endswith("est") and len(word) > SHORT and word not in NOUNS_IN_EST)


SHORT = 5
NOUNS_IN_EST = frozenset("arrest conquest contest forest harvest inquest interest midwest protest request".split())
RANKS = frozenset("first second third fourth worst best highest lowest biggest largest smallest only".split())
OWNERS = frozenset("the its his her their our my 's for".split())


@relative.rule(
    "{period} later|earlier|afterwards|afterward|beforehand",
    "{approx} {period} later|earlier",
    "{period} after that|this",
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
        "It sank in 1957. In 1990, 33 years on, it was raised.": "1990-01-01/1990-12-31",
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
    fellow = context.fellow
    if fellow is not None and words[-1] in ("on", "later") and _is_in_brackets(context, period, fellow):
        return replace(fellow, steps=(*fellow.steps, "the words between the commas say how long that was after"))
    reading = from_reference(context, period, sign, _said_mod(found))
    return _not_ahead(context, reading, words[-1] == "on") if reading is not None and sign > 0 else reading


def _not_ahead(context: Context, reading: Reading, told_of_now: bool) -> Reading:
    """What is told in the perfect, or behind "on", has come by the dateline: "Forty years on he lives in a cottage"."""
    ahead = reading.interval is not None and reading.interval.start is not None and reading.begin > context.day
    if not ahead or reading.grain is not Grain.YEAR or reading.type != "DATE":
        return reading
    if context.future or (context.future is None and not told_of_now):
        return reading
    now = calendar.shift(context.day, 0, Grain.YEAR)
    return unit(now, Grain.YEAR, f"counted on, it comes to the year of {from_dateline(context)}")


def _is_in_brackets(context: Context, period: Period, fellow: Reading) -> bool:
    """Whether it stands apart right behind a date: "in 1990, 75 years on, they met", "in 2004, sixty years on"."""
    beside = context.scene.fellow_span[1] == context.first - 1 and context.left() == ","
    if not beside or context.right() == ",":
        return beside
    whole_years = period.grain is Grain.YEAR and period.count.exact
    since = calendar.civil(fellow.begin)[0] - round(period.low) if whole_years else None
    return since in context.scene.memory.years


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
