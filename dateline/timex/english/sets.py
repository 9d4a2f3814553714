"""Recurrences: what comes round with the calendar."""

from __future__ import annotations

from dateline.model import Grain
from dateline.timex.context import Context
from dateline.timex.english.clock import Part
from dateline.timex.english.words import ESTABLISHMENTS, ONES, PARTS_OF_DAY, WEEKDAYS
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Period, Reading, recurrence

sets = RuleBook()

ADVERBS = {
    "hourly": ("PT1H", Grain.HOUR), "daily": ("P1D", Grain.DAY), "nightly": ("XXXX-XX-XXTNI", Grain.DAY),
    "weekly": ("P1W", Grain.WEEK), "biweekly": ("P2W", Grain.WEEK), "fortnightly": ("P2W", Grain.WEEK),
    "monthly": ("P1M", Grain.MONTH), "quarterly": ("P3M", Grain.QUARTER), "yearly": ("P1Y", Grain.YEAR),
    "annual": ("P1Y", Grain.YEAR), "annually": ("P1Y", Grain.YEAR), "biennial": ("P2Y", Grain.YEAR),
    "bimonthly": ("P2M", Grain.MONTH),
    "biannual": ("P6M", Grain.MONTH), "semiannual": ("P6M", Grain.MONTH), "centennial": ("P100Y", Grain.CENTURY),
}  # fmt: skip
# An annual rate is a measure; an annual fair comes round.
MEASURES = frozenset(
    "cash meeting rate rates report reports sales revenue revenues income salary salaries growth turnover cost "
    "costs inflation profit profits fee fees dividend dividends output production earnings loss losses pay basis "
    "average budget budgets increase increases decline spending deficit interest yield capacity volume net "
    "statement results result estimates payment payments premium rent leave share shares".split()
)


@sets.rule(
    *ADVERBS,
    gives="time set",
    examples={"The annual fair drew crowds.": None, "The gates are checked daily.": None},
    never=("He reads the Daily Mail.",),
)
def adverb(context: Context) -> Reading | None:
    """Daily, annual: what comes round with the calendar."""
    word = context.scene.tokens[context.first].lower
    if context.written()[0].isupper() and (context.right_is_name() or context.left_is_name()):
        return None
    if context.right() in MEASURES or context.right() == "of" or context.left() == "average":
        return None
    # "The party daily Granma": a newspaper.
    if word in ("daily", "weekly", "monthly") and context.right_is_name():
        return None
    value, grain = ADVERBS[word]
    return recurrence(value, grain, f"{word}: it recurs")


@sets.rule(
    "{n} - yearly|monthly|weekly|hourly",
    gives="time set",
    examples={"The five-yearly review is late.": None},
    never=("It was 12 weekly papers.",),
)
def so_many_yearly(context: Context, count: Count) -> Reading | None:
    """Five-yearly, three-monthly: once in so many units."""
    value, grain = ADVERBS[context.scene.tokens[context.last - 1].lower]
    many = int(count.low)
    return recurrence(value.replace("1", str(many)), grain, f"it recurs every {_units(many, grain)}")


@sets.rule(
    "every|each {unit}",
    "every|each single|working|business|trading|school {unit}",
    "every other|second {unit}",
    "every {period}",
    "{unit} after {unit}",
    "every {ord} {unit}",
    "once|twice a|per|each {unit}",
    "{n} times a|per|each {unit}",
    "{period} a|per {unit}",
    "{n} mornings|afternoons|evenings|nights a|per {unit}",
    "once every {period}",
    "most {units}",
    gives="time set",
    examples={
        "The valve is checked every year.": None,
        "They meet twice a week.": None,
        "It is held every four years.": None,
        "They work six days a week.": None,
        "He played four nights a week.": None,
    },
)
def every(context: Context, *found: object) -> Reading | None:
    """Every unit, twice a unit, every so many units."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if len(words) > 1 and words[1] == "after" and len(words) == 3 and words[0] != words[2]:
        return None
    last = found[-1]
    if words[-1] == "quarter" and context.right() == "of":
        # Of a town or of opinion.
        return None
    if isinstance(last, Period):
        return recurrence(last.value, last.grain, f"it recurs every {_units(last.low, last.grain)}")
    assert isinstance(last, tuple)
    grain, size, code = last
    count = size * (
        2
        if {"other", "second"} & set(words)
        else next((n for n in found if isinstance(n, int) and not isinstance(n, bool)), 1)
    )
    clock = "T" if code.startswith("T") else ""
    return recurrence(f"P{clock}{count}{code.removeprefix('T')}", grain, f"it recurs every {_units(count, grain)}")


@sets.rule(
    "the {ordigits} of every|each month",
    gives="time set",
    examples={"They meet on the 28th of every month.": None},
)
def day_of_every_month(context: Context, day: int) -> Reading | None:
    """The 28th of every month."""
    return (
        recurrence(f"XXXX-XX-{day:02}", Grain.DAY, f"it recurs on day {day} of every month")
        if day <= LAST_DAY
        else None
    )


LAST_DAY = 31


def _units(count: int, grain: Grain) -> str:
    name = grain.name.lower()
    return name if count == 1 else f"{count} {name}s"


@sets.rule(
    "every|each {dow}",
    "{dows}",
    "every other|second {dow}",
    gives="time set",
    examples={"They play every Friday.": None, "The market opens on Sundays.": None},
    never=("They met outside Tuesdays nightclub.",),
)
def weekdays(context: Context, number: int) -> Reading | None:
    """Every Friday, on Sundays."""
    if context.right() in ESTABLISHMENTS:
        return None
    second = (
        context.scene.tokens[context.first + 1].lower in ("other", "second")
        if context.last - context.first > 1
        else False
    )
    return recurrence(f"XXXX-WXX-{number + 1}", Grain.DAY, f"it recurs every {'second ' if second else ''}week")


@sets.rule(
    "{dow} to|through|- {dow}",
    "{dow} – {dow}",
    gives="time set",
    examples={"The desk is open Monday through Thursday.": None, "The shop opens Tuesday to Saturday.": None},
    never=(
        "The fair will be open Monday to Thursday.",
        "The talks run from Monday to Thursday.",
        "It was open Monday to Friday.",
    ),
)
def opening_days(context: Context, first: int, last: int) -> Reading | None:
    """The days of every week on which a place is open: "is open Monday through Thursday"."""
    before = (context.left(2), context.left(3))
    if context.left() not in OPENS and not (context.left() in OPEN and {"is", "are", "'s", "'re"} & set(before)):
        return None
    return recurrence(f"XXXX-WXX-{first + 1}/XXXX-WXX-{last + 1}", Grain.DAY, "it recurs every week")


OPENS = frozenset("opens closes operates".split())
OPEN = frozenset("open closed shut staffed available manned".split())


@sets.rule(
    "{dow}",
    gives="time set",
    examples={"They meet every Tuesday and Thursday.": None},
    never=("They met every Tuesday, and on Thursday they danced.", "He works each Monday, on Friday he rests."),
)
def further_weekday(context: Context, number: int) -> Reading | None:
    """The second of two days of every week, and each of a row of them."""
    row = [token.lower for token in context.scene.tokens[max(context.first - LONGEST_ROW, 0) : context.first]]
    while len(row) > 1 and (row[-1] in ("and", "or", ",") or row[-1] in WEEKDAYS):
        if row[-1] in WEEKDAYS and row[-2] in ("every", "each"):
            return weekdays(context, number)
        row.pop()
    return None


LONGEST_ROW = 12


@sets.rule(
    "every|each {dow} at {moment}",
    gives="time set",
    examples={"They meet every Friday at noon.": None},
)
def weekdays_at(context: Context, number: int, time: str | None) -> Reading | None:
    """Every Friday at noon."""
    return recurrence(f"XXXX-WXX-{number + 1}T{time}", Grain.DAY, "it recurs every week") if time else None


@sets.rule(
    "every|each {dow} {part}",
    gives="time set",
    examples={"They met every Tuesday night.": None},
)
def every_part_of_weekday(context: Context, number: int, part: Part) -> Reading:
    """Every Tuesday night."""
    return recurrence(f"XXXX-WXX-{number + 1}T{part[0]}", Grain.DAY, "it recurs every week")


@sets.rule(
    "{dow} mornings|afternoons|evenings|nights",
    gives="time set",
    examples={"They play on Friday afternoons.": None},
)
def parts_of_weekdays(context: Context, number: int) -> Reading:
    """Friday afternoons."""
    part = PARTS_OF_DAY[context.scene.tokens[context.last - 1].lower.removesuffix("s")]
    return recurrence(f"XXXX-WXX-{number + 1}T{part[0]}", Grain.DAY, "it recurs every week")


@sets.rule(
    "the? {ord} {dow} of|in every|each month",
    "the last {dow} of|in every|each month",
    gives="time set",
    examples={"They meet on the first Monday of every month.": None},
    never=("They met on the first Monday of May.",),
)
def nth_weekday_of_months(context: Context, *numbers: int) -> Reading:
    """The first Monday of every month."""
    return recurrence("P1M", Grain.MONTH, "it recurs every month")


@sets.rule(
    "every|each {ord} {dow} of|in {month}",
    "every|each last {dow} of|in {month}",
    gives="time set",
    examples={"The fair is held every second Saturday of October.": None},
    never=("They met on the second Saturday of October.",),
)
def nth_weekday_of_every(context: Context, *numbers: int) -> Reading:
    """Every second Saturday of October."""
    return recurrence(f"XXXX-{numbers[-1]:02}", Grain.MONTH, "it recurs every year")


@sets.rule("every|each {month}", gives="time set", examples={"Eggs are laid every September.": None})
def months(context: Context, number: int) -> Reading:
    return recurrence(f"XXXX-{number:02}", Grain.MONTH, "it recurs every year")


@sets.rule(
    "every|each {season}",
    "{seasons}",
    gives="time set",
    examples={"It floods every spring.": None},
    never=("He falls.",),
)
def seasons(context: Context, number: int) -> Reading | None:
    """Every spring; bare "springs" and "falls" are things or verbs too often."""
    word = context.scene.tokens[context.last - 1].lower
    if word in ("falls", "springs") or (
        context.last - context.first == 1 and context.left() not in ("in", "during", "of", "summers", "and")
    ):
        return None
    return recurrence(f"XXXX-{('SP', 'SU', 'FA', 'WI')[number]}", Grain.SEASON, "it recurs every year")


@sets.rule(
    "every|each {part}",
    "most mornings|afternoons|evenings|nights",
    gives="time set",
    examples={"Every night he played one chorus.": None, "Most nights he sleeps badly.": None},
)
def parts_of_day(context: Context, part: Part | None = None) -> Reading:
    """Every night, most mornings."""
    code = (part or PARTS_OF_DAY[context.scene.tokens[context.last - 1].lower.removesuffix("s")])[0]
    return recurrence(f"XXXX-XX-XXT{code}", Grain.PART_OF_DAY, "it recurs every day")


@sets.rule(
    "weekdays",
    gives="time set",
    examples={"It is open weekdays.": None, "Call on weekdays before noon.": None},
    never=("It takes three weekdays.", "The weekdays were quiet."),
)
def working_days(context: Context) -> Reading | None:
    """On weekdays: from Monday to Friday, every week."""
    if context.left() in ("the", "these", "those") or context.left() in COUNTED:
        return None
    return recurrence("XXXX-WXX-WD", Grain.DAY, "it recurs every week, from Monday to Friday")


COUNTED = ONES.keys() | frozenset("few several many all both".split())
