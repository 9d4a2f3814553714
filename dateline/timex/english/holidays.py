"""Holidays and named days of the calendar, by country."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from dateline.model import Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.named_days import HOLIDAYS
from dateline.timex.grammar import RuleBook
from dateline.timex.narrative import GONE_BY
from dateline.timex.occurrence import occurrence
from dateline.timex.reading import Reading, unit
from dateline.timex.values import spelled

holidays = RuleBook()

BY_WORDS = {tuple(name.split()): holiday for name, holiday in HOLIDAYS.items()}
THINGS_OF_A_HOLIDAY = frozenset(
    "'s agreement accord rising massacre bowl cup island islands carol carols tree trees card cards song songs egg "
    "eggs parade honours honors offensive lights jumper jumpers "
    "pudding spirit present presents gift gifts decorations decoration".split()
)


@holidays.rule(
    *HOLIDAYS,
    *(f"{name} ,? {{yyyy}}" for name in HOLIDAYS),
    *(f"{name} of|in {{yyyy}}" for name in HOLIDAYS),
    *(f"{name} of? {{yearly}}" for name in HOLIDAYS),
    *(f"{name} of? the next|following|same year" for name in HOLIDAYS),
    *(f"last|next|this|that {name}" for name in HOLIDAYS),
    *(f"the following|next {name}" for name in HOLIDAYS),
    gives="time day holiday",
    examples={
        "They met on Christmas Eve.": "2023-12-24",
        "It will be sung on Easter Monday.": "2025-04-21",
        "It was on Thanksgiving 2019.": "2019-11-28",
        "She was honoured on Australia Day in 2009.": "2009-01-26",
        "They have not won since Boxing Day.": "2023-12-26/..",
        "Shops will shut on New Year's Day.": "2025-01-01",
        "By Easter of next year it will have a roof.": "../2025-04-20",
        "They met at Christmas last year.": "2023-12-25",
        "It sank on 3 May 1933. By Easter of the next year it was raised.": "../1934-04-01",
        "It sank on 3 May 1933. By the following Easter it was raised.": "../1934-04-01",
    },
    never=("Election day is June 12.", "They sailed to Christmas Island.", "He was knighted in the New Year Honours."),
)
def holiday(context: Context, said: int | Reading | None = None) -> Reading | None:
    """A holiday: of the year that is said, else by direction."""
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if row[:2] in (["the", "following"], ["the", "next"]):
        return _following(context, row)
    which = row[0] if row[0] in ("last", "next", "this", "that") else ""
    named = next(
        (h for size in range(len(row), 0, -1) if (h := BY_WORDS.get(tuple(row[bool(which) : bool(which) + size])))),
        None,
    )
    capital = context.scene.tokens[context.first + bool(which)].text[0].isupper() or row[0] == "the"
    if named is None or (named.name == "black friday" and context.left() == "the"):
        return None
    if named.name == "election day" and context.right() in ("is", "was") and context.right_is_name(2):
        # "Election day is June 12": in a country of its own.
        return None
    other_calendar = named.name.startswith("new year") and context.left() in OTHER_CALENDARS
    if not capital or other_calendar or context.right() in THINGS_OF_A_HOLIDAY:
        return None
    if named.name in OBSERVANCES and said is None and context.left() not in ON:
        # "They marked International Women's Day": what is marked, and not when.
        return None
    said = said or _year_beside(context, row)
    in_year = partial(named.in_year, context.conventions.country)
    title = " ".join(word.capitalize() for word in named.name.replace(" '", "’").split())
    if said is not None:
        year = said if isinstance(said, int) else calendar.civil(said.begin)[0]
        return unit(in_year(year), Grain.DAY, f"{title} of the year that is {'written' if said == year else 'named'}")
    if which == "that":
        told = context.reference
        year = calendar.civil(told.begin)[0] if told is not None else 0
        if told is None or year < 1:
            return None
        if told.grain <= Grain.MONTH and (in_year(year).last or 0) < told.begin - GONE_BY:
            # In December "that Easter" is the one to come.
            year += 1
        return unit(in_year(year), Grain.DAY, f"{title} of {year}, of which the text speaks")
    if which:
        return unit(
            _counted(context, which, in_year),
            Grain.DAY,
            f"the {which} {title} as seen from the dateline, {spelled(context.day)}",
        )
    soon = _is_at_the_door(context, in_year)
    if soon is not None:
        return soon
    chosen = occurrence(context, title, lambda year: in_year(year) if year >= 1 else None)
    return unit(chosen[0], Grain.DAY, chosen[1], doubt=chosen[2]) if chosen else None


def _year_beside(context: Context, row: Sequence[str]) -> int | None:
    """The year after the last date that the text established, or its own: Easter of the next year."""
    told = context.told_before
    beside = len(row) > 2 and row[-1] == "year" and row[-2] in ("next", "following", "same")
    return calendar.civil(told.begin)[0] + (row[-2] != "same") if beside and told is not None else None


def _following(context: Context, row: Sequence[str]) -> Reading | None:
    """The following Easter: the first behind the last date that the text established, else behind the dateline."""
    named, told = BY_WORDS.get(tuple(row[2:])), context.told_before
    if named is None or not context.scene.tokens[context.first + 2].text[0].isupper():
        return None
    last = told.whole.last if told is not None and told.whole.last is not None else context.day
    year = calendar.civil(last)[0]
    found = [named.in_year(context.conventions.country, y) for y in (year, year + 1) if y >= 1]
    chosen = next((whole for whole in found if (whole.start or 0) > last), None)
    step = f"the first {named.name.title()} after {spelled(last)}"
    return replace(unit(chosen, Grain.DAY, step), follows=told is not None) if chosen else None


def _is_at_the_door(context: Context, in_year: Callable[[int], Interval]) -> Reading | None:
    """The holiday weeks before which a thing is named by it, whatever the tense: "the city's Christmas tables"."""
    whole = in_year(calendar.civil(context.day)[0])
    right = context.right()
    names = right[:1].isalpha() and right not in ENDS_PHRASE and not context.right_is_name()
    if whole.start is None or not 0 < whole.start - context.day <= WEEKS_BEFORE or not names:
        return None
    if context.left() in ON or context.future or context.whole != (context.first, context.last):
        return None
    earlier = in_year(calendar.civil(context.day)[0] - 1)
    doubt = Doubt("it may be the one of the year before", earlier)
    return unit(whole, Grain.DAY, "the one just ahead, by which a thing is called", doubt=doubt)


# Their year does not begin in January: "the Chinese New Year".
OTHER_CALENDARS = frozenset(
    "lunar chinese vietnamese korean tibetan thai khmer burmese tamil bengali sinhala hindu sikh jewish hebrew islamic "
    "muslim persian kurdish ethiopian coptic orthodox balinese".split()
)
OBSERVANCES = frozenset({"international women 's day", "earth day"})
WEEKS_BEFORE = 28
ON = frozenset("on last since at before after by until over".split())
ENDS_PHRASE = frozenset(
    "and or but when while as in on at by for from to until with without if because since that which who where after "
    "before he she it they we i you the a an this is was were are has had have will would could said day eve".split()
)


def _counted(context: Context, which: str, in_year: Callable[[int], Interval]) -> Interval:
    now = calendar.civil(context.day)[0]
    found = [in_year(year) for year in range(now - 1, now + 2)]
    if which == "last":
        return [whole for whole in found if whole.end is not None and whole.end <= context.day][-1]
    if which == "next":
        return next(whole for whole in found if whole.start is not None and whole.start > context.day)
    return found[1]


HISTORIC_DAYS = {
    ("d", "-", "day"): (1944, 6, 6),
    ("ve", "day"): (1945, 5, 8),
    ("vj", "day"): (1945, 8, 15),
    ("9", "/", "11"): (2001, 9, 11),
}


APPOINTED = frozenset("set fixed postponed scheduled planned chosen".split())


@holidays.rule(
    "d - day",
    "ve|vj day",
    "9 ~/ ~11",
    gives="time day",
    examples={"He met her on VE Day.": "1945-05-08", "It was built after 9/11.": "2001-09-12/.."},
    never=(
        "The d-day came.",
        "It fell by 9/110.",
        "It landed in 1943. D-Day was set for 8 May.",
        "It landed in 1943. D-Day for the raid was 8 May.",
    ),
)
def historic_day(context: Context) -> Reading | None:
    """A day that history knows by a name of its own."""
    row = context.scene.tokens[context.first : context.last]
    if not row[0].text.isupper() and not row[0].text.isdecimal():
        return None
    if row[0].lower == "d" and (context.right() == "for" or {context.right(2), context.right(3)} & APPOINTED):
        # The first day of any operation, as long as it is being chosen.
        return None
    day = calendar.day_number(*HISTORIC_DAYS[tuple(token.lower for token in row)])
    return unit(calendar.of_day(day), Grain.DAY, "a day that history knows by this name")
