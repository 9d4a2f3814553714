"""Calendar units as seen from the dateline: yesterday, last week, this month, the weekend."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.durations import Unit
from dateline.timex.grammar import RuleBook
from dateline.timex.narrative import narrated_day
from dateline.timex.reading import Reading, unit, vague
from dateline.timex.values import spelled

deictic = RuleBook()


SUNDAY = 6


def from_dateline(context: Context) -> str:
    """The words "the dateline, Friday 15 April 2016"."""
    return f"the dateline, {spelled(context.day)}"


@deictic.rule(
    "today",
    "yesterday",
    "tomorrow",
    gives="time day deictic",
    examples={
        "It closed today.": "2024-05-15",
        "It closed yesterday.": "2024-05-14",
        "It opens tomorrow.": "2024-05-16",
    },
    never=("USA Today reported it.", "He reads for the Today programme."),
)
def day_word(context: Context) -> Reading | None:
    """Today, yesterday, tomorrow; "today's youth" speaks of nowadays."""
    word = context.scene.tokens[context.first].lower
    # USA Today, the Today programme: a capital inside the sentence.
    if context.written()[0].isupper() and (context.left_is_name() or context.left().isalpha()):
        return None
    # "Today's youth" is the youth of nowadays.
    if word == "today" and context.right() == "'s" and context.right(2) in NOWADAYS:
        return None
    if word == "today" and _is_nowadays(context):
        return replace(vague("PRESENT_REF", "it stands for nowadays"), doubt=Doubt("it may be the day of the dateline"))
    day = context.day + {"yesterday": -1, "today": 0, "tomorrow": 1}[word]
    step = {"yesterday": "the day before ", "today": "", "tomorrow": "the day after "}[word]
    return unit(calendar.of_day(day), Grain.DAY, step + from_dateline(context))


def _is_nowadays(context: Context) -> bool:
    """Whether "today" is set against what was, or ends a history: "Today it is a museum"; but "Today is the feast"."""
    verbs = context.scene.verbs
    if verbs.contrasts(*context.whole):
        return True
    return context.scene.memory.history and context.right() not in DAY_ITSELF and verbs.is_lasting(*context.whole)


DAY_ITSELF = frozenset("is was marks sees brings".split())


NOWADAYS = frozenset(
    "world youth society young economy children kids market technology generation teenagers women standards".split()
)


@deictic.rule(
    "last|next|this|past|coming|current|previous year",
    "the current|present|coming year",
    "the|this|last|next calendar year",
    "this past|coming year",
    "the last year",
    gives="time span year yearly",
    examples={"It shrank last year.": "2023-01-01/2023-12-31", "It will open next year.": "2025-01-01/2025-12-31"},
    never=("It was the last year of the war.",),
)
def named_year(context: Context) -> Reading | None:
    """Last, this or next calendar year."""
    return named_unit(context, (Grain.YEAR, 1, "Y"))


@deictic.rule(
    "last|next|this|past|coming|previous week",
    "the past|coming|previous|last week",
    gives="time span week",
    examples={
        "They met last week.": "2024-05-06/2024-05-12",
        "It was sold earlier this week.": "2024-05-13/2024-05-15",
    },
    never=("It was the last week of the season.",),
)
def named_week(context: Context) -> Reading | None:
    """Last, this or next week, from Monday to Sunday."""
    if context.written().lower() == "the" and context.scene.tokens[context.last - 2].lower != "last":
        return None
    return named_unit(context, (Grain.WEEK, 1, "W"))


@deictic.rule(
    "last|next|this|past|coming|current|previous {unit}",
    "the current|present|coming {unit}",
    "this past|coming|same {unit}",
    "the last {unit}",
    gives="time span",
    examples={
        "It will open next month.": "2024-06-01/2024-06-30",
        "It rose last quarter.": "2024-01-01/2024-03-31",
    },
    never=("It was the last week of the season.", 'He told ABC\'s "This Week" that he would go.'),
)
def named_unit(context: Context, of: Unit) -> Reading | None:
    """Last, this or next calendar unit; weeks run from Monday to Sunday."""
    grain, size, _ = of
    words = [token.lower for token in context.scene.tokens[context.first : context.last - 1]]
    which = next((word for word in reversed(words) if word in STEPS), "this")
    if _is_title(context):
        return None
    if (
        "the" in (words[0], context.left())
        and which == "last"
        and (context.right() in ("of", "before", "in", "that", "to", "for") or _is_heading(context))
    ):
        return None
    if grain <= Grain.DAY or size != 1:
        if grain is Grain.DAY and words == ["this"]:
            return unit(calendar.of_day(context.day), Grain.DAY, f"the day of {from_dateline(context)}")
        return None
    count = STEPS[which]
    if words[0] == "this" and which == "coming":
        count = 1
    if grain is Grain.WEEKEND:
        return _weekend(context, count)
    reading = unit_from_dateline(context, grain, count)
    if words == ["this"] and context.left() in ("earlier", "later"):
        return part_so_far(reading, context.day, later=context.left() == "later")
    if words == ["this"] and (
        _is_so_far(context.left(2), context.left()) or _is_so_far(context.right(), context.right(2))
    ):
        step = f"so far: up to {spelled(context.day)}"
        return replace(reading, interval=Interval(reading.begin, context.day + 1), steps=(*reading.steps, step))
    return reading


def _is_so_far(*words: str) -> bool:
    return words == ("so", "far")


def _is_heading(context: Context) -> bool:
    """Whether the words are a line of their own: "The last year"."""
    return context.first == (context.left() == "the") and context.last == len(context.scene.tokens)


def _is_title(context: Context) -> bool:
    """Whether the words are the title of a programme: ABC's "This Week"."""
    row = context.scene.tokens[context.first : context.last]
    capitals = len(row) == 2 and all(token.text[0].isupper() for token in row)
    return capitals and context.left() in OPENING_QUOTES and context.right() in CLOSING_QUOTES and context.first > 1


OPENING_QUOTES = frozenset("“ ‘ ' `".split()) | {'"'}
CLOSING_QUOTES = frozenset("” ’ ' , .".split()) | {'"'}


def part_so_far(whole: Reading, day: int, later: bool) -> Reading:
    """Earlier in a unit: from its start to a day in it; later: from that day to its end."""
    assert whole.interval is not None and whole.interval.start is not None and whole.interval.end is not None
    part = Interval(day, whole.interval.end) if later else Interval(whole.interval.start, day + 1)
    step = (
        f"later in it: from {spelled(day)} to its end" if later else f"earlier in it: from its start to {spelled(day)}"
    )
    return replace(whole, interval=part, mod="END" if later else "START", steps=(*whole.steps, step))


STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "same": 0,
    "coming": 1,
    "next": 1,
}


def unit_from_dateline(context: Context, grain: Grain, count: int) -> Reading:
    """The calendar unit that lies `count` units from the dateline's own."""
    whole = calendar.shift(context.day, count, grain)
    name = grain.name.lower()
    step = {-1: f"the {name} before that of ", 0: f"the {name} of ", 1: f"the {name} after that of "}[count]
    doubt = None
    # On a Sunday a plan for "this week" is one for the week that begins tomorrow.
    if grain is Grain.WEEK and count == 0 and calendar.weekday(context.day) == 6 and context.future:
        doubt = Doubt("on a Sunday it may be the week that ends on the dateline", whole)
        whole, step = calendar.shift(context.day, 1, grain), "told as future on a Sunday: the week after that of "
    return unit(whole, grain, step + from_dateline(context), doubt=doubt)


WEEKENDS = {
    -1: "the weekend before that of the week of ",
    0: "the weekend of the week of ",
    1: "the weekend after that of the week of ",
}


def _weekend(context: Context, count: int) -> Reading:
    whole = calendar.of_weekend(context.day)
    assert whole.start is not None and whole.end is not None
    here = count < 0 and context.day >= whole.start
    doubt = Doubt("it may be the weekend of the dateline", whole) if here else None
    monday = context.day + 7 * count
    return unit(calendar.of_weekend(monday), Grain.WEEKEND, WEEKENDS[count] + from_dateline(context), doubt=doubt)


@deictic.rule(
    "the weekend",
    "weekend",
    gives="time span weekend",
    examples={
        "It rained over the weekend.": "2024-05-11/2024-05-12",
        "They will play at the weekend.": "2024-05-18/2024-05-19",
    },
    never=("He has a weekend job.",),
)
def weekend(context: Context) -> Reading | None:
    """The bare weekend: told as future the earliest that has not ended, else the latest that has begun."""
    if context.last - context.first == 1:
        return None
    told = narrated_day(context)
    if told is not None:
        step = f"the weekend of the week of {spelled(told)}, of which the text tells"
        return unit(calendar.of_weekend(told), Grain.WEEKEND, step)
    whole = calendar.of_weekend(context.day)
    begun = whole.start is not None and whole.start <= context.day
    if context.future:
        # On a Sunday "by the weekend" is by the next one.
        if context.left() == "by" and calendar.weekday(context.day) == SUNDAY:
            whole = calendar.of_weekend(context.day + 7)
        return unit(
            whole, Grain.WEEKEND, f"told as future: the earliest weekend that ends on or after {from_dateline(context)}"
        )
    if not begun:
        whole = calendar.of_weekend(context.day - 7)
    return unit(whole, Grain.WEEKEND, f"the latest weekend that began on or before {from_dateline(context)}")


@deictic.rule(
    "the {unit}",
    gives="time",
    examples={
        "Shares ended the day down 2 percent.": "2024-05-15",
        "The Dow finished the week up.": "2024-05-13/2024-05-19",
    },
    never=("They ended the day of protest.", "It was the day that counted.", "He began the day at the zoo."),
)
def market_day(context: Context, of: Unit) -> Reading | None:
    """The day, week or month with which a market report ends."""
    grain, size, _ = of
    if grain < Grain.DAY or grain > Grain.YEAR or size != 1:
        return None
    if context.right() not in BEHIND_A_CLOSE and not context.right().isdecimal():
        return None
    near = {token.lower for token in context.scene.tokens[max(context.first - 4, 0) : context.first]}
    gained = context.left() in ("on", "for") and not near.isdisjoint(GAINS)
    if not gained and context.left() not in CLOSES:
        return None
    return unit_from_dateline(context, grain, 0)


GAINS = frozenset("percent % cent points cents pence percentage pips".split())
CLOSES = frozenset("ended closed finished end close finish ending closing finishing".split())
BEHIND_A_CLOSE = frozenset("up down at lower higher little flat . , on with unchanged nearly about more".split()) | {""}
