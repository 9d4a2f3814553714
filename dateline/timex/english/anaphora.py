"""What is counted in units from the last date that the text established: the next day, that year, since then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.model import Doubt, Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.counting_on import from_reference, is_within, moved_on, named
from dateline.timex.english.deictic import from_dateline
from dateline.timex.english.durations import Unit, is_round, period_of
from dateline.timex.english.numbers import exactly
from dateline.timex.english.words import UNIT_PLURALS, UNITS
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading, told, unit, vague
from dateline.timex.values import iso_day

SATURDAY = 5

anaphoric = RuleBook()
beside_days = RuleBook()


@anaphoric.rule(
    "the next|following|previous|preceding|prior|same day",
    "that same? day",
    "the very next|same day",
    gives="time span day",
    examples={
        "It sank on 3 May 1933. The next day it was found.": "1933-05-04",
        "It sank in May 1957. The next day divers went down.": "1957-05-02/1957-06-01",
    },
)
def anaphoric_day(context: Context) -> Reading | None:
    """The day at or beside the one that the text established last; a clock time may stand before it."""
    return anaphora(context, (Grain.DAY, 1, "D"))


@anaphoric.rule(
    "the next|following|previous|preceding|prior|same {unit}",
    "that same? {unit}",
    "the {unit} after|before",
    "the very next|same {unit}",
    "this same {unit}",
    "the {unit} after|before that",
    "the next {unit} but one",
    "a {unit} later|earlier",
    "the other {unit}",
    "the {unit} that followed",
    gives="time span",
    examples={
        "It sank in 1957. That year it had been sold.": "1957-01-01/1957-12-31",
        "It sank in 1957. The following year it was raised.": "1958-01-01/1958-12-31",
        "It sank in 1957. The following month divers went down.": "1957-02-01/1958-01-31",
        "It shuts on Friday 24 May, the day before the rent is due.": "2024-05-24",
    },
)
def anaphora(context: Context, of: Unit) -> Reading | None:
    """A unit before, after or at the last date that the text established."""
    grain, size, _ = of
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    # "They were kept out of that quarter": a part of a town, where the text speaks of no quarter of a year.
    of_town = grain is Grain.QUARTER and words[0] == "that" and context.period is None
    if (
        grain < Grain.DAY
        or size != 1
        or of_town
        or _is_stretch(context, grain, words)
        or _is_to_the_day(context, words)
    ):
        return None
    later_words, earlier_words = (
        {"next", "following", "followed", "after", "later"},
        {"previous", "preceding", "prior", "before", "earlier"},
    )
    sign = 1 if later_words & set(words) else -1 if earlier_words & set(words) else 0
    if words[:2] == ["the", "other"] or (words[-1] in ("later", "earlier") and context.right() == "than"):
        return None
    if words[0] == "a":
        return from_reference(context, period_of(exactly(1), of), sign)
    if words[-1] in ("after", "before") and not ends_phrase(context):
        return _beside_event(context, grain, sign)
    reference = _named_last(context, grain) if "same" in words else None
    nearest = reference is not None
    reference = reference or _told_before(context, grain, sign)
    if reference is None and sign > 0 and context.future is False:
        return vague(UNNAMED.get(grain, "XXXX"), f"it follows a {grain.name.lower()} that the text does not name")
    if reference is None:
        return unit(calendar.shift(context.day, sign, grain), grain, f"counted from {from_dateline(context)}")
    of_story = words[0] == "that" or context.scene.memory.history
    if sign == 0 and of_story and grain > Grain.DAY and is_within(grain, reference):
        return _beside_some_day(reference, grain, 0)
    if sign == 0 and grain < reference.grain:
        here = unit(calendar.shift(context.day, 0, grain), grain, f"counted from {from_dateline(context)}")
        return None if grain is Grain.DAY else here
    if sign and is_within(grain, reference):
        return _beside_some_day(reference, grain, sign)
    if grain is reference.grain is Grain.WEEK and reference.type == "DATE" and sign:
        return _week_beside(reference, sign)
    origin = reference.begin if sign <= 0 or reference.whole.last is None else reference.whole.last
    if grain is Grain.WEEKEND and sign > 0 and reference.grain <= Grain.DAY and calendar.weekday(origin) < SATURDAY:
        # From a Monday on, the weekend that follows is that of its own week.
        origin -= 7
    step = f"the {grain.name.lower()} {('of', 'after', 'before')[sign]} {named(reference)}"
    # What is told by looking back moves the story nowhere.
    return replace(
        unit(calendar.shift(origin, sign, grain), grain, step), established=sign > 0 or nearest, follows=sign > 0
    )


def _told_before(context: Context, grain: Grain, sign: int) -> Reading | None:
    """What it counts from; of "that day" a day: "It sank on 3 May 1957. Ten years later he wept. “That day …”"."""
    reference = context.counted_from(grain) if sign > 0 else context.told_before
    memory = context.scene.memory
    if reference is not None and sign == 0 and grain is Grain.DAY and reference.grain >= Grain.YEAR:
        return memory.day or reference
    if reference is not None and sign == 0 and Grain.DAY < grain < reference.grain and memory.history:
        # "On 25 March they went out. The hall was sold in 1971. The same month the bank failed."
        return memory.day or reference
    return reference


def _week_beside(week: Reading, sign: int) -> Reading:
    """The week before or after one, which need not begin on a Monday: that of statistics runs up to a Saturday."""
    first = week.begin + 7 * sign
    step = f"the week {'after' if sign > 0 else 'before'} {named(week)}"
    value = unit(calendar.of_week(first + 3), Grain.WEEK, step)
    return replace(value, interval=calendar.of_days(first, first + 6), established=sign > 0, follows=sign > 0)


UNNAMED = {Grain.DAY: "XXXX-XX-XX", Grain.WEEK: "XXXX-WXX", Grain.MONTH: "XXXX-XX"}


def _beside_some_day(reference: Reading, grain: Grain, sign: int) -> Reading:
    """The next day, of a month or year: nothing tells which of its days it follows."""
    beside = ("some {} of", "the {} after some day of", "the {} before some day of")[sign]
    step = f"{beside.format(grain.name.lower())} {named(reference)}"
    year = calendar.civil(reference.begin)[0]
    value = {Grain.DAY: f"{year}-XX-XX", Grain.WEEK: f"{year}-WXX"}.get(grain, f"{year}-XX")
    return Reading(moved_on(reference, sign, grain), reference.grain, value, (step,), established=False)


def _is_to_the_day(context: Context, words: Sequence[str]) -> bool:
    """Whether the words only say how exact a length is: "two years to the day after the quake", "to the month"."""
    exact = words[0] == "the" and words[1] in UNITS
    return exact and context.left() == "to" and context.left(2) in UNIT_PLURALS


def _named_last(context: Context, grain: Grain) -> Reading | None:
    """The date that the text named last, where "the same day" can speak of it and of none told before."""
    named = context.scene.memory.named
    if context.fellow is not None or named is None or named is context.told_before:
        return None
    usable = named.grain <= grain and named.whole.start is not None and named.begin <= context.day
    return named if usable else None


def _is_stretch(context: Context, grain: Grain, words: list[str]) -> bool:
    """ "Over the next decade": ten years from now, and not the calendar's next ten."""
    if words[:2] != ["the", "next"]:
        return False
    ahead = context.left() in ("over", "within") and grain >= Grain.WEEK
    return ahead or (grain > Grain.YEAR and context.left() in ("in", "during", "for", "over", "within"))


def ends_phrase(context: Context) -> bool:
    """Whether a phrase ends here, so that "the day after" is no day after an event."""
    return context.right() in ENDS_OF_PHRASE or context.right().isdecimal()


ENDS_OF_PHRASE = frozenset('and but that when as with in at by . , ; : ) ” "'.split()) | {""}


def _beside_event(context: Context, grain: Grain, sign: int) -> Reading | None:
    """The day after an event: counted from the event's own date, which the text may have given."""
    fellow = context.fellow
    if context.left() == "," and fellow is not None and fellow.grain is grain:
        return replace(fellow, steps=(*fellow.steps, "the words behind the comma say more of it"))
    reference = context.reference
    if reference is None or reference.grain > (Grain.YEAR if grain is Grain.YEAR else Grain.DAY):
        return None
    if grain in (Grain.WEEK, Grain.MONTH, Grain.YEAR) and context.left() in THROUGHOUT:
        return _stretch_beside(reference, grain, sign)
    seen_from_dateline = calendar.shift(context.day, sign, grain)
    doubt = Doubt("it counts from an event whose date is taken from the text before", seen_from_dateline)
    origin = reference.begin if sign < 0 or reference.whole.last is None else reference.whole.last
    beside = unit(calendar.shift(origin, sign, grain), grain, f"counted from {named(reference)}", doubt=doubt)
    # What is told by looking back moves the story nowhere.
    return replace(beside, established=sign > 0)


THROUGHOUT = frozenset("in during over throughout through for".split())


def _stretch_beside(reference: Reading, grain: Grain, sign: int) -> Reading:
    """ "In the week before the raid": the seven days that lead up to it."""
    last = reference.whole.last if reference.whole.last is not None else reference.begin
    if sign < 0:
        whole = calendar.of_days(calendar.add(reference.begin, -1, grain), reference.begin - 1)
    else:
        whole = calendar.of_days(last + 1, calendar.add(last, 1, grain))
    unit_of = calendar.shift(reference.begin, sign, grain)
    doubt = Doubt(f"it may be the {grain.name.lower()} of the calendar, or count from another event", unit_of)
    return replace(
        unit(whole, grain, f"the {grain.name.lower()} beside {named(reference)}", doubt=doubt),
        value=f"P1{grain.name[0]}",
        type="DURATION",
        established=False,
        anchor_begin=iso_day(whole.start or 0),
        anchor_end=iso_day(whole.last or 0),
    )


@anaphoric.rule(
    "the {unit}",
    gives="time span",
    examples={"It sank in 1957. Nobody dived to it during the year.": "1957-01-01/1957-12-31"},
    never=("That was the day for it.", "He won the second."),
)
def the_unit(context: Context, of: Unit) -> Reading | None:
    """ "the year", "the month": the one the text speaks of; as a thing counted or a mere length it is none."""
    grain, size, _ = of
    if size != 1 or grain < Grain.WEEK or grain is Grain.WEEKEND:
        return None
    if context.right() in ("of", "that", "when", "before", "after", "-", "'s") and grain is not Grain.QUARTER:
        return None
    if grain is Grain.QUARTER:
        return None if is_round(context) else _the_quarter(context)
    opens = not context.left() and grain is Grain.YEAR and context.right() in BEGINS
    if context.left() not in BEFORE_UNIT and not opens:
        return None
    reference = context.reference
    if reference is not None and reference.grain <= grain and context.is_told(reference):
        return unit(
            calendar.shift(reference.begin, 0, grain),
            grain,
            f"the {grain.name.lower()} of {named(reference)}",
        )
    return unit(calendar.shift(context.day, 0, grain), grain, f"the {grain.name.lower()} of {from_dateline(context)}")


BEGINS = frozenset("began opened started ended closed begins ends".split())
BEFORE_UNIT = frozenset(
    "of in for during throughout from this earlier later over through until within by since".split()
)


def _the_quarter(context: Context) -> Reading | None:
    beside = context.period
    if beside is not None and beside.grain is Grain.QUARTER:
        return replace(beside, steps=("the quarter that the text speaks of",), doubt=None)
    whole = calendar.shift(context.day, -1, Grain.QUARTER)
    return unit(whole, Grain.QUARTER, f"the last quarter that ended before {from_dateline(context)}")


@beside_days.rule(
    "the? day|week|weekend|month|year before|after {day}",
    gives="time day",
    examples={
        "It closed the day before last Friday.": "2024-05-09",
        "It closed the day before yesterday.": "2024-05-13",
        "It closed the day before Thanksgiving 2007.": "2007-11-21",
        "It closed the weekend before Christmas.": "2023-12-23/2023-12-24",
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
    grain = Grain[words[words[0] == "the"].upper()]
    sign = -1 if "before" in words else 1
    if grain is Grain.WEEKEND:
        return _weekend_beside(day, sign)
    return unit(
        calendar.shift(day.interval.start, sign, grain),
        grain,
        *day.steps,
        f"the {grain.name.lower()} {'before' if sign < 0 else 'after'} it",
    )


def _weekend_beside(day: Reading, sign: int) -> Reading:
    """The last weekend that ends before a day, or the first that begins after it."""
    on_weekend = calendar.weekday(day.begin) >= SATURDAY
    whole = calendar.of_weekend(day.begin - 7 if sign < 0 else day.begin + 7 * on_weekend)
    return unit(whole, Grain.WEEKEND, *day.steps, f"the weekend {'before' if sign < 0 else 'after'} it")


@anaphoric.rule(
    "the next|following",
    gives="time",
    examples={"It sank in 1957. It was raised that year and sold the next.": "1958-01-01/1958-12-31"},
    never=("He won that year and lost the next race.", "In 1999 he missed one bus and the next."),
)
def the_next_one(context: Context) -> Reading | None:
    """ "That year or the next", "built that year and burned the next": one more of the unit that the sentence names."""
    row = [token.lower for token in context.scene.tokens[max(context.first - NEXT_REACH, 0) : context.first]]
    named = next((unit_ for that, unit_ in pairwise(row) if that in ("that", "same") and unit_ in UNITS), "")
    reference = context.told_before
    if not named or reference is None or not ends_phrase(context) or context.right() == "and":
        return None
    grain = UNITS[named][0]
    if grain < Grain.DAY or is_within(grain, reference):
        return None
    step = f"the {named} after that of {told(reference)}"
    return replace(unit(calendar.shift(reference.begin, 1, grain), grain, step), follows=True)


NEXT_REACH = 12


@anaphoric.rule(
    "then",
    gives="time",
    examples={"It opened in 1957. It has been closed since then.": "1957-01-01/.."},
    never=("He then left.", "Then came the storm."),
)
def then(context: Context) -> Reading | None:
    """ "since then", "by then": the last date that the text established."""
    planned = context.scene.memory.named if context.future is None else None
    ahead = planned is not None and (planned.whole.start or 0) > context.day and context.left() != "since"
    reference = planned if ahead else context.told_before
    if context.left() not in ("since", "by", "until", "till", "before", "after", "from") or reference is None:
        return None
    return replace(reference, steps=("the date that the text established last",), doubt=None, clock=None)


@anaphoric.rule(
    "the {unit} before last",
    "the {unit} after next",
    gives="time span",
    examples={
        "It closed the week before last.": "2024-04-29/2024-05-05",
        "It opens the week after next.": "2024-05-27/2024-06-02",
        "It opens the weekend after next.": "2024-06-01/2024-06-02",
    },
    never=("They left the week after next door burned.",),
)
def two_units_off(context: Context, of: Unit) -> Reading | None:
    """The week before last, the month after next."""
    ahead = context.scene.tokens[context.last - 1].lower == "next"
    if of[0] < Grain.WEEKEND or of[1] != 1 or (ahead and context.right() not in ENDS_OF_PHRASE):
        return None
    name, count = of[0].name.lower(), 2 if ahead else -2
    step = f"two {name}s {'after' if ahead else 'before'} that of {from_dateline(context)}"
    if of[0] is Grain.WEEKEND:
        return unit(calendar.of_weekend(context.day + 7 * count), of[0], step)
    return unit(calendar.shift(context.day, count, of[0]), of[0], step)
