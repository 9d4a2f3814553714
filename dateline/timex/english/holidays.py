"""Holidays and named days of the calendar, by country."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from dateutil.easter import easter

from dateline.model import Day, Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.grammar import RuleBook
from dateline.timex.occurrence import occurrence
from dateline.timex.reading import Reading, unit
from dateline.timex.values import spelled

holidays = RuleBook()

OfYear = Callable[[int], Day]


def fixed(month: int, day: int) -> OfYear:
    """The same day of the same month in every year."""
    return lambda year: calendar.day_number(year, month, day)


def nth(month: int, weekday: int, number: int) -> OfYear:
    """The nth such weekday of a month, from its end where `number` is negative."""
    return lambda year: calendar.nth_weekday(year, month, weekday, number)


def from_easter(days: int) -> OfYear:
    """So many days from Western Easter Sunday (Gregorian computus, as dateutil's `easter` has it)."""
    return lambda year: easter(year).toordinal() + days


def election_day(year: int) -> Day:
    """The Tuesday after the first Monday of November (2 U.S.C. § 7)."""
    return calendar.nth_weekday(year, 11, 0, 1) + 1


def victoria_day(year: int) -> Day:
    """The last Monday before 25 May (Holidays Act of Canada)."""
    return calendar.last_weekday(calendar.day_number(year, 5, 24), 0)


def cyber_monday(year: int) -> Day:
    """The Monday after American Thanksgiving."""
    return calendar.nth_weekday(year, 11, 3, 4) + 4


def black_friday(year: int) -> Day:
    """The day after American Thanksgiving."""
    return calendar.nth_weekday(year, 11, 3, 4) + 1


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day: how to find it, and where another country keeps it on another day."""

    name: str
    of_year: OfYear
    elsewhere: Mapping[str, OfYear]

    def in_year(self, country: str, year: int) -> Interval:
        return calendar.of_day(self.elsewhere.get(country, self.of_year)(year))


INDEPENDENCE_DAYS = {"IN": fixed(8, 15), "PK": fixed(8, 14), "MX": fixed(9, 16), "GR": fixed(3, 25)}
MOTHERING_SUNDAY = {"GB": from_easter(-21), "IE": from_easter(-21)}
SEPTEMBER_FATHERS = {"AU": nth(9, 6, 1), "NZ": nth(9, 6, 1)}
HOLIDAYS = {
    holiday.name: holiday
    for holiday in (
        Holiday("new year 's day", fixed(1, 1), {}),
        Holiday("new year", fixed(1, 1), {}),
        Holiday("new year 's", fixed(1, 1), {}),
        Holiday("the new year", fixed(1, 1), {}),
        Holiday("black friday", black_friday, {}),
        Holiday("new year 's eve", fixed(12, 31), {}),
        Holiday("martin luther king day", nth(1, 0, 3), {}),
        Holiday("martin luther king jr . day", nth(1, 0, 3), {}),
        Holiday("mlk day", nth(1, 0, 3), {}),
        Holiday("remembrance sunday", nth(11, 6, 2), {}),
        Holiday("groundhog day", fixed(2, 2), {}),
        Holiday("valentine 's day", fixed(2, 14), {}),
        Holiday("presidents ' day", nth(2, 0, 3), {}),
        Holiday("st . patrick 's day", fixed(3, 17), {}),
        Holiday("st patrick 's day", fixed(3, 17), {}),
        Holiday("april fools ' day", fixed(4, 1), {}),
        Holiday("shrove tuesday", from_easter(-47), {}),
        Holiday("mardi gras", from_easter(-47), {}),
        Holiday("ash wednesday", from_easter(-46), {}),
        Holiday("palm sunday", from_easter(-7), {}),
        Holiday("maundy thursday", from_easter(-3), {}),
        Holiday("good friday", from_easter(-2), {}),
        Holiday("easter sunday", from_easter(0), {}),
        Holiday("easter", from_easter(0), {}),
        Holiday("easter monday", from_easter(1), {}),
        Holiday("ascension day", from_easter(39), {}),
        Holiday("whit monday", from_easter(50), {}),
        Holiday("pentecost", from_easter(49), {}),
        Holiday("anzac day", fixed(4, 25), {}),
        Holiday("australia day", fixed(1, 26), {}),
        Holiday("canada day", fixed(7, 1), {}),
        Holiday("may day", fixed(5, 1), {}),
        Holiday("mother 's day", nth(5, 6, 2), MOTHERING_SUNDAY),
        Holiday("memorial day", nth(5, 0, -1), {}),
        Holiday("flag day", fixed(6, 14), {}),
        Holiday("father 's day", nth(6, 6, 3), SEPTEMBER_FATHERS),
        Holiday("juneteenth", fixed(6, 19), {}),
        Holiday("independence day", fixed(7, 4), INDEPENDENCE_DAYS),
        Holiday("the fourth of july", fixed(7, 4), {}),
        Holiday("bastille day", fixed(7, 14), {}),
        Holiday("labor day", nth(9, 0, 1), {}),
        Holiday("labour day", nth(9, 0, 1), {"NZ": nth(10, 0, 4)}),
        Holiday("columbus day", nth(10, 0, 2), {}),
        Holiday("halloween", fixed(10, 31), {}),
        Holiday("all saints ' day", fixed(11, 1), {}),
        Holiday("guy fawkes night", fixed(11, 5), {}),
        Holiday("bonfire night", fixed(11, 5), {}),
        Holiday("election day", election_day, {}),
        Holiday("veterans day", fixed(11, 11), {}),
        Holiday("remembrance day", fixed(11, 11), {}),
        Holiday("armistice day", fixed(11, 11), {}),
        Holiday("thanksgiving day", nth(11, 3, 4), {"CA": nth(10, 0, 2)}),
        Holiday("thanksgiving", nth(11, 3, 4), {"CA": nth(10, 0, 2)}),
        Holiday("christmas eve", fixed(12, 24), {}),
        Holiday("christmas day", fixed(12, 25), {}),
        Holiday("christmas", fixed(12, 25), {}),
        Holiday("boxing day", fixed(12, 26), {}),
        Holiday("earth day", fixed(4, 22), {}),
        Holiday("epiphany", fixed(1, 6), {}),
        Holiday("bank holiday monday", nth(8, 0, -1), {}),
        Holiday("may bank holiday", nth(5, 0, 1), {}),
        Holiday("early may bank holiday", nth(5, 0, 1), {}),
        Holiday("late may bank holiday", nth(5, 0, -1), {}),
        Holiday("spring bank holiday", nth(5, 0, -1), {}),
        Holiday("june bank holiday", nth(6, 0, 1), {}),
        Holiday("august bank holiday", nth(8, 0, -1), {"IE": nth(8, 0, 1)}),
        Holiday("summer bank holiday", nth(8, 0, -1), {}),
        Holiday("october bank holiday", nth(10, 0, -1), {}),
        Holiday("victoria day", victoria_day, {}),
        Holiday("cyber monday", cyber_monday, {}),
        Holiday("patriots ' day", nth(4, 0, 3), {}),
        Holiday("presidents day", nth(2, 0, 3), {}),
        Holiday("veterans ' day", fixed(11, 11), {}),
        Holiday("cinco de mayo", fixed(5, 5), {}),
        Holiday("international women 's day", fixed(3, 8), {}),
        Holiday("burns night", fixed(1, 25), {}),
        Holiday("hogmanay", fixed(12, 31), {}),
        Holiday("st george 's day", fixed(4, 23), {}),
        Holiday("st andrew 's day", fixed(11, 30), {}),
        Holiday("st david 's day", fixed(3, 1), {}),
        Holiday("st stephen 's day", fixed(12, 26), {}),
        Holiday("waitangi day", fixed(2, 6), {}),
        Holiday("melbourne cup day", nth(11, 1, 1), {}),
        Holiday("republic day", fixed(1, 26), {"PK": fixed(3, 23), "IT": fixed(6, 2), "TR": fixed(10, 29)}),
        Holiday("heritage day", fixed(9, 24), {}),
        Holiday("freedom day", fixed(4, 27), {}),
        Holiday("day of reconciliation", fixed(12, 16), {}),
    )
}  # fmt: skip


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
    *(f"last|next|this|that {name}" for name in HOLIDAYS),
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
    },
    never=("Election day is June 12.", "They sailed to Christmas Island.", "He was knighted in the New Year Honours."),
)
def holiday(context: Context, said: int | Reading | None = None) -> Reading | None:
    """A holiday: of the year that is said, else by direction."""
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
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
    if not capital or context.right() in THINGS_OF_A_HOLIDAY:
        return None
    in_year = partial(named.in_year, context.conventions.country)
    title = " ".join(word.capitalize() for word in named.name.replace(" '", "’").split())
    if said is not None:
        year = said if isinstance(said, int) else calendar.civil(said.begin)[0]
        return unit(in_year(year), Grain.DAY, f"{title} of the year that is {'written' if said == year else 'named'}")
    if which == "that":
        told = context.reference
        if told is None:
            return None
        year = calendar.civil(told.begin)[0]
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
    chosen = occurrence(context, title, in_year)
    return unit(chosen[0], Grain.DAY, chosen[1], doubt=chosen[2]) if chosen else None


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


@holidays.rule(
    "d - day",
    "ve|vj day",
    "9 ~/ ~11",
    gives="time day",
    examples={"He met her on VE Day.": "1945-05-08", "It was built after 9/11.": "2001-09-12/.."},
    never=("The d-day came.", "It fell by 9/110."),
)
def historic_day(context: Context) -> Reading | None:
    """A day that history knows by a name of its own."""
    row = context.scene.tokens[context.first : context.last]
    if not row[0].text.isupper() and not row[0].text.isdecimal():
        return None
    day = calendar.day_number(*HISTORIC_DAYS[tuple(token.lower for token in row)])
    return unit(calendar.of_day(day), Grain.DAY, "a day that history knows by this name")
