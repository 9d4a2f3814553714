"""Dates that name their own day, month, year, decade or century; direction decides where the year is not said."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context, Direction, distance, occurrence
from dateline.timex.english import words
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading, unit
from dateline.timex.values import MONTH_NAMES, SEASON_NAMES, WEEKDAY_NAMES, spelled

dates = RuleBook()
composed = RuleBook()

BEFORE_A_YEAR = frozenset(
    "in since by from until till through to of during for before after late early mid around about circa between "
    "and or the than back year fiscal - , ( – — on throughout till through into within pre post versus vs".split()
)
THINGS_COUNTED = frozenset(
    "people men women troops soldiers miles meters metres feet kilometers kilometres km pounds dollars euros tons "
    "tonnes words pages points votes jobs workers employees students homes houses acres hectares shares units "
    "members rpm mph kilograms kg calories cars vehicles bodies victims deaths children families".split()
)


def valid(year: int, month: int, day: int) -> Interval | None:
    """That day, or `None` where the month has no such day."""
    try:
        return calendar.of_day(calendar.day_number(year, month, day))
    except ValueError:
        return None


@dates.rule(
    "{month} {dom} ,? {yyyy}", "{mon} .? {dom} ,? {yyyy}", "{month} {ordigits} ,? {yyyy}", "{mon} .? {ordigits} ,? {yyyy}",
    "the? {dom} of? {month} ,? {yyyy}", "the? {dom} {mon} .? {yyyy}", "the? {ord} of? {month} ,? {yyyy}", "{dom} - {month} - {yyyy}",
    "{dom} - {mon} - {yyyy}",
    gives="time day monthday",
    examples={"It opened on April 15, 2016.": "2016-04-15", "It opened on 3 May 1933.": "1933-05-03"},
)  # fmt: skip
def full_date(context: Context, first: int, second: int, year: int) -> Reading | None:
    """A day, month and year."""
    month_first = any(kind in ("{month}", "{mon}") for kind in _kinds(context, context.first))
    month, day = (first, second) if month_first else (second, first)
    whole = valid(year, month, day)
    return unit(whole, Grain.DAY, "the day, month and year are written") if whole else None


def _kinds(context: Context, at: int) -> frozenset[str]:
    word = context.scene.tokens[at]
    capital = word.text[0].isupper()
    return frozenset(
        {"{month}"}
        if word.lower in words.MONTHS
        else {"{mon}"}
        if capital and word.lower in words.MONTH_ABBREVIATIONS
        else ()
    )


@dates.rule(
    "{yyyy} ~- ~{mm} ~- ~{dom}",
    "{yyyy} ~/ ~{mm} ~/ ~{dom}",
    gives="time day monthday",
    examples={"Filed 2016-04-15.": "2016-04-15"},
)
def iso_date(context: Context, year: int, month: int, day: int) -> Reading | None:
    """ISO 8601's calendar date."""
    whole = valid(year, month, day)
    return unit(whole, Grain.DAY, "the date is written as ISO 8601") if whole else None


@dates.rule(
    "{dom} ~/ ~{dom} ~/ ~{yyyy}", "{dom} ~/ ~{dom} ~/ ~{yy}", "{dom} ~. ~{dom} ~. ~{yyyy}",
    gives="time day monthday",
    examples={"Filed 15/04/2016.": "2016-04-15", "Filed 4/15/2016.": "2016-04-15"},
)  # fmt: skip
def numeric_date(context: Context, first: int, second: int, year: int) -> Reading | None:
    """Day and month in figures; which comes first the site's `date_order` tells, else the country."""
    if year < 100:
        year += 1900 if year > calendar.civil(context.day)[0] % 100 + 10 else 2000
    month_first, day_first = valid(year, first, second), valid(year, second, first)
    order = context.conventions.date_order
    if month_first is None or day_first is None:
        only = month_first or day_first
        return unit(only, Grain.DAY, "only one order of day and month gives a date") if only else None
    if order or month_first == day_first:
        chosen = day_first if order == "dmy" else month_first
        return unit(chosen, Grain.DAY, f"day and month in the order of the site, {order or 'the same either way'}")
    american = context.conventions.country == "US"
    chosen, other = (month_first, day_first) if american else (day_first, month_first)
    doubt = Doubt("day and month may stand the other way round", other)
    habit = "the month first, as in the United States" if american else "the day first, as in most countries"
    return unit(chosen, Grain.DAY, habit, doubt=doubt)


@dates.rule(
    "{month} {dom}", "{mon} .? {dom}", "{month} {ordigits}", "{month} the {ord}", "{mon} .? {ordigits}",
    gives="time day monthday yearless",
    examples={"It was shut on May 3.": "2024-05-03", "It will open on May 3.": "2025-05-03", "It burned on Dec. 24.": "2023-12-24"},
    never=("In May 3,000 people came.", "They won 5-3 in May 3 percent of the time."),
)  # fmt: skip
def month_day(context: Context, month: int, day: int) -> Reading | None:
    """A month and day with no year."""
    if context.right() in ("million", "billion", "percent", "%", "per") or context.right() in words.UNIT_PLURALS:
        return None
    if context.right() in (",", ".") and context.right(2).isdecimal() and len(context.right(2)) == 3:
        return None
    return _day_of_some_year(context, month, day)


@dates.rule(
    "the? {dom} {month}", "the? {ord} of {month}", "{dom} {mon} .?", "the? {ordigits} {month}", "the? {dom} of {month}",
    gives="time day monthday yearless",
    examples={"It was shut on 3 May.": "2024-05-03", "The bridge opens on the 20th of May.": "2024-05-20"},
)  # fmt: skip
def day_month(context: Context, day: int, month: int) -> Reading | None:
    return _day_of_some_year(context, month, day)


def _day_of_some_year(context: Context, month: int, day: int) -> Reading | None:
    name = f"{day} {MONTH_NAMES[month - 1]}"
    found = occurrence(context, name, lambda year: valid(year, month, day))
    if found is None:
        return None
    whole, step, doubt = found
    return unit(whole, Grain.DAY, step, doubt=doubt)


@composed.rule(
    "{weekday} ,? {monthday}", "{weekday} ,? the {monthday}", "{wday} ,? {monthday}", "{wday} . ,? {monthday}", "the? {weekday} of {monthday}",
    gives="time day monthday",
    examples={"It burned on Tuesday, April 30.": "2024-04-30", "They met on Sunday 4 August 1996.": "1996-08-04", "It closed on Monday, Jan. 4.": "2021-01-04"},
    never=("On Friday 3 people came.",),
)  # fmt: skip
def weekday_and_date(context: Context, named: Reading | int, day: Reading) -> Reading | None:
    """A weekday with a day of the month: where no year is said, the nearest in which the two agree."""
    if day.interval is None or day.interval.start is None or day.clock is not None:
        return None
    wanted = (
        named
        if isinstance(named, int)
        else calendar.weekday(named.interval.start)
        if named.interval and named.interval.start
        else None
    )
    if wanted is None:
        return None
    name = WEEKDAY_NAMES[wanted]
    if calendar.weekday(day.interval.start) == wanted:
        return day.because(f"it is a {name}, as the words say")
    _, month, number = calendar.civil(day.interval.start)
    year = calendar.civil(context.day)[0]
    if any(
        token.text.isdecimal() and len(token.text) == 4 for token in context.scene.tokens[context.first : context.last]
    ):
        return replace(day, doubt=Doubt(f"the words say {name}, but that day is no {name}"))
    years = sorted(range(year - 6, year + 3), key=lambda y: abs(y - year))
    agreeing = next(
        (found for y in years if (found := valid(y, month, number)) and calendar.weekday(found.start or 0) == wanted),
        None,
    )
    if agreeing is None:
        return replace(day, doubt=Doubt(f"the words say {name}, but that day is no {name}"))
    return unit(
        agreeing,
        Grain.DAY,
        f"the nearest year in which that day is a {name}",
        doubt=Doubt("weekday and date agree in no nearer year", day.interval),
    )


@composed.rule(
    "{yearless} ,? {yearly}",
    "{yearless} of {yearly}",
    gives="time span month day",
    examples={
        "It closed in October last year.": "2023-10-01/2023-10-31",
        "It opened on 3 March this year.": "2024-03-03",
    },
)
def of_named_year(context: Context, day: Reading, year: Reading) -> Reading | None:
    """A day or month of last, this or next year."""
    return _in_year_of(day, year, year.steps[0])


def _in_year_of(day: Reading, year: Reading, step: str) -> Reading | None:
    if year.interval is None or year.interval.start is None or day.interval is None or day.interval.start is None:
        return None
    number = calendar.civil(year.interval.start)[0]
    _, month, date = calendar.civil(day.interval.start)
    if day.grain is Grain.MONTH:
        return unit(calendar.of_month(number, month), Grain.MONTH, step)
    found = valid(number, month, date)
    return unit(found, Grain.DAY, step) if found else None


@composed.rule(
    "post|pre - {yyyy}",
    "around|circa {monthday}",
    "around|circa {span}",
    gives="time span",
    examples={"Post-2001 politics split them.": "2002-01-01/..", "It was built around 1840.": "1840-01-01/1840-12-31"},
    never=("They walked around May Street.",),
)
def about(context: Context, found: Reading | int) -> Reading | None:
    """After or before a year, in a compound; around a date."""
    if isinstance(found, Reading):
        return replace(found, mod="APPROX") if found.mod is None and found.clock is None else None
    whole = calendar.of_year(found)
    reading = unit(whole, Grain.YEAR, "the year is written")
    if context.written().lower() == "post":
        return replace(reading, mod="AFTER", interval=Interval(whole.end, None), role=Role.AFTER)
    return replace(reading, mod="BEFORE", interval=Interval(None, whole.start), role=Role.BEFORE)


@composed.rule(
    "{yearless} of|in that year",
    "{yearless} of the same year",
    "{yearless} that year",
    gives="time span",
    examples={"It sank in 1976. It was raised on 16 August of that year.": "1976-08-16"},
)
def of_that_year(context: Context, day: Reading) -> Reading | None:
    """A day or month of the year that the text established last."""
    reference = context.reference
    if reference is None:
        return None
    return _in_year_of(day, reference, f"the year of the date the text speaks of, {reference.value}")


@dates.rule(
    "{month} ,? {yyyy}",
    "{month} of {yyyy}",
    "{mon} .? ,? {yyyy}",
    gives="time span month",
    examples={"It closed in November 1999.": "1999-11-01/1999-11-30"},
)
def month_year(context: Context, month: int, year: int) -> Reading:
    """A month and year."""
    return unit(calendar.of_month(year, month), Grain.MONTH, "the month and year are written")


@dates.rule("{mm} ~/ ~{yyyy}", gives="time span month", examples={"It closed in 11/1999.": "1999-11-01/1999-11-30"})
def numeric_month(context: Context, month: int, year: int) -> Reading:
    return unit(calendar.of_month(year, month), Grain.MONTH, "the month and year are written")


@dates.rule(
    "{month}",
    gives="time span month yearless",
    examples={
        "The plant closed in February.": "2024-02-01/2024-02-29",
        "It will open in February.": "2025-02-01/2025-02-28",
    },
    never=("Mr. May spoke.", "General March spoke.", "They may march.", "His wife, June, was there."),
)
def month(context: Context, month: int) -> Reading | None:
    """A month with no year."""
    if _is_a_name(context):
        return None
    return _month_of_some_year(context, month)


@dates.rule(
    "{mon} .", gives="time span month yearless", examples={"It fell in Sept. by half.": "2023-09-01/2023-09-30"}
)
def month_abbreviation(context: Context, month: int) -> Reading | None:
    return _month_of_some_year(context, month)


def _month_of_some_year(context: Context, month: int) -> Reading | None:
    found = occurrence(context, MONTH_NAMES[month - 1], lambda year: calendar.of_month(year, month))
    assert found is not None
    whole, step, doubt = found
    return unit(whole, Grain.MONTH, step, doubt=doubt)


NAME_FREE = frozenset(
    "in since by from until till through to of during for before after late early mid last next this that every "
    "each and or on between the a an , - ( ; : – — than into early throughout when until".split()
)


TITLES = frozenset(
    "general colonel captain major lieutenant sergeant admiral president senator governor judge justice sir lady lord "
    "professor doctor coach minister secretary bishop father sister officer detective inspector".split()
)


def _is_a_name(context: Context) -> bool:
    """Whether a word that may name a month stands as a person's or a thing's name."""
    word, left = context.scene.tokens[context.first].lower, context.left()
    if context.left() == "." and context.left(2) in (
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "col",
        "sen",
        "rep",
        "st",
        "prof",
        "capt",
        "lt",
        "sgt",
    ):
        return True
    if word not in words.MONTHS_THAT_ARE_NAMES:
        return False
    if left in TITLES:
        return True
    if context.left_is_name() and left not in NAME_FREE and left not in words.WEEKDAYS:
        return True
    starts = context.first == 0 or left in ("“", '"', "‘", "'")
    if starts and word in ("may", "march", "august") and not context.right().isdecimal():
        return True
    if left == "," and context.right() == ",":
        return True
    return (
        context.right_is_name()
        and left not in NAME_FREE - {"and", "or", ",", "the", "a"}
        and context.right() not in words.WEEKDAYS
    )


@dates.rule(
    "{yyyy}",
    gives="time span year",
    examples={"They were toppled in 2001.": "2001-01-01/2001-12-31", "The 2015 siege failed.": "2015-01-01/2015-12-31"},
    never=(
        "He took flight 1990 home.",
        "The rally drew 2000 people.",
        "It cost $1990.",
        "It sailed on the Estrella 2010.",
    ),
)
def year(context: Context, year: int) -> Reading | None:
    """A year in four digits, unless what stands around makes it a number or a part of a name."""
    left, right = context.left(), context.right()
    if left in ("$", "£", "€", "#", "no", "number", "flight", "room", "page", "section", "us", "highway", "route"):
        return None
    if (
        right in THINGS_COUNTED
        or right in words.UNIT_PLURALS
        or right in ("%", "percent", "gmt", "hours", "utc", "million", "billion")
    ):
        return None
    if (
        right in (",", ".")
        and context.right(2).isdecimal()
        and context.scene.tokens[context.last].end == context.scene.tokens[context.last + 1].start
    ):
        return None
    if (
        left in (",", ".")
        and context.left(2).isdecimal()
        and context.scene.tokens[context.first - 1].end == context.scene.tokens[context.first].start
    ):
        return None
    named = context.left_is_name() or (context.first == 1 and context.right_is_name() and right not in words.MONTHS)
    if named and left not in BEFORE_A_YEAR and left not in NAME_FREE:
        return None
    if (
        left
        and left not in BEFORE_A_YEAR
        and left not in NAME_FREE
        and not 1900 <= year <= calendar.civil(context.day)[0] + 30
    ):
        return None
    if left == "the" and right in ("model", "vintage"):
        return None
    return unit(calendar.of_year(year), Grain.YEAR, "the year is written")


@dates.rule(
    "the year {yyyy}",
    "the? year - {yyyy}",
    "{spokenyear}",
    "the? year {spokenyear}",
    gives="time span year",
    examples={"They met in the year 1990.": "1990-01-01/1990-12-31"},
)
def named_year(context: Context, year: int | None) -> Reading | None:
    return unit(calendar.of_year(year), Grain.YEAR, "the year is written") if year else None


@dates.rule(
    "' ~{yy}", "’ ~{yy}", "‘ ~{yy}", gives="time span year", examples={"It closed in '98.": "1998-01-01/1998-12-31"}
)
def short_year(context: Context, year: int) -> Reading | None:
    """A year as '98; the one nearest to the dateline."""
    if context.right() == "s":
        return None
    return unit(calendar.of_year(_near_century(context, year)), Grain.YEAR, "the century nearest to the dateline")


def _near_century(context: Context, year: int) -> int:
    now = calendar.civil(context.day)[0]
    return min(
        (century + year for century in range(now // 100 * 100 - 100, now + 101, 100)),
        key=lambda y: abs(y - now - 0.1) if y <= now + 10 else 1000,
    )


@dates.rule(
    "the? {yyyy} ~s", "the? {yyyy} ~'s", "the? {yyyy} ' ~s",
    gives="time span decade",
    examples={"It was built in the 1990s.": "1990-01-01/1999-12-31"},
)  # fmt: skip
def decade(context: Context, year: int) -> Reading | None:
    """A decade, or a century for its round years of long ago."""
    if year % 10:
        return None
    if year % 100 == 0 and year < 1900:
        whole = calendar.of_years(year, 100)
        return replace(unit(whole, Grain.CENTURY, "the hundred years are written"), value=f"{year // 100}")
    return unit(calendar.of_decade(year), Grain.DECADE, "the decade is written")


@dates.rule(
    "the? ' ~{yy} ~s", "the? ’ ~{yy} ~s", "the? ‘ ~{yy} ~s", "the {yy} ~s", "the? {decadename}",
    gives="time span decade",
    examples={"It was built in the '80s.": "1980-01-01/1989-12-31", "It grew in the nineties.": "1990-01-01/1999-12-31"},
    never=("A woman in her thirties fell.", "Highs were in the 70s."),
)  # fmt: skip
def short_decade(context: Context, year: int) -> Reading | None:
    """A decade by its last two figures; people's ages and temperatures are none."""
    if year % 10 or context.left() in ("her", "his", "their", "my", "your", "our"):
        return None
    last = context.scene.tokens[context.last - 1].lower
    if (
        last in ("s",)
        and context.scene.tokens[context.first].lower == "the"
        and context.scene.tokens[context.first + 1].text.isdecimal()
    ):
        return None
    whole = calendar.of_decade(_near_century(context, year))
    return unit(whole, Grain.DECADE, "the century nearest to the dateline")


@dates.rule(
    "the? {ord} century", "the? {ord} - century", "the? {ord} century ad|ce",
    gives="time span century",
    examples={"It was built in the 20th century.": "1901-01-01/2000-12-31"},
)  # fmt: skip
def century(context: Context, number: int) -> Reading | None:
    """A century by its number."""
    if not 1 <= number <= 99:
        return None
    return replace(unit(calendar.of_century(number), Grain.CENTURY, "the century is written"), value=f"{number - 1:02}")


@dates.rule(
    "{season} of {yyyy}", "the {season} of {yyyy}", "{season} ,? {yyyy}", "the {season} of {spokenyear}",
    gives="time span season",
    examples={"It sank in the summer of 1957.": "1957-06-01/1957-08-31", "It sank in the winter of 1947.": "1947-12-01/1948-02-29"},
)  # fmt: skip
def season_year(context: Context, season: int, year: int | None) -> Reading | None:
    """A season of a year; a winter is named by the year in which it begins."""
    if not year:
        return None
    return season_reading(context, year, season, "the season and year are written")


def season_reading(context: Context, year: int, season: int, step: str, doubt: Doubt | None = None) -> Reading:
    """The reading of a season, with the step that names its months."""
    southern = context.conventions.southern
    whole = calendar.of_season(year, season, southern)
    return unit(whole, Grain.SEASON, step, season_step(whole, season, southern), southern=southern, doubt=doubt)


def season_step(whole: Interval, season: int, southern: bool) -> str:
    """The months of a season, in words."""
    assert whole.start is not None and whole.last is not None
    first, last = MONTH_NAMES[calendar.civil(whole.start)[1] - 1], MONTH_NAMES[calendar.civil(whole.last)[1] - 1]
    return f"{SEASON_NAMES[season]} is {first} to {last} in the {'southern' if southern else 'northern'} hemisphere"


@dates.rule(
    "the {season}", "{season}",
    gives="time span season bareseason",
    examples={"The wall fell in the spring.": "2024-03-01/2024-05-31", "It will open in the autumn.": "2024-09-01/2024-11-30", "Sales rose in winter.": "2023-12-01/2024-02-29"},
    never=("Prices fall.", "Wells spring up here.", "They fall back.", "The spring tide lifted the hull.", "The winter coats were sold."),
)  # fmt: skip
def season(context: Context, season: int) -> Reading | None:
    """A season with no year."""
    word = context.scene.tokens[context.last - 1].lower
    bare = context.last - context.first == 1
    preposition = context.left() in (
        "in",
        "by",
        "since",
        "until",
        "till",
        "during",
        "through",
        "from",
        "of",
        "before",
        "after",
        "mid",
        "-",
        "into",
    )
    if (bare and not preposition) or context.right() in SEASONAL_THINGS:
        return None
    if (
        bare
        and word in ("fall", "spring")
        and context.left() not in ("in", "by", "since", "until", "till", "during", "through")
    ):
        return None
    if context.right() in ("-", "of", "back", "short", "in", "from", "'s") and (word in ("fall", "spring")):
        return None
    if context.right_is_name() or (
        context.scene.tokens[context.last - 1].text[0].isupper() and not context.first == 0 and bare is False
    ):
        return None
    southern = context.conventions.southern
    found = occurrence(context, SEASON_NAMES[season], lambda year: calendar.of_season(year, season, southern))
    assert found is not None
    whole, step, doubt = found
    return unit(whole, Grain.SEASON, step, season_step(whole, season, southern), southern=southern, doubt=doubt)


SEASONAL_THINGS = frozenset(
    """
    barley boots clothes coat coats jacket jackets onion onions roll rolls sports squash tide tides
    tire tires tyre tyres wear wheat
    """.split()
)
"""What has a season in its name and may be met at any time of the year."""


@dates.rule(
    "{dow}", "{wday} .",
    gives="time day weekday",
    examples={"The plant closed Friday.": "2024-05-10", "It burned on Wednesday.": "2024-05-15", "They will meet on Friday.": "2024-05-17"},
    never=("She reads the Sunday Times.", "He recorded Blue Monday.", "Markets fell on Black Friday."),
)  # fmt: skip
def weekday(context: Context, number: int) -> Reading | None:
    """A bare weekday: told as future the earliest on or after the dateline, else the latest on or before it."""
    if _weekday_is_a_name(context):
        return None
    name = WEEKDAY_NAMES[number]
    dateline = f"the dateline, {spelled(context.day)}"
    narrative = context.scene.memory.narrative
    if (
        context.scene.memory.history
        and narrative is not None
        and narrative.grain <= Grain.DAY
        and narrative.whole.start
    ):
        day = calendar.next_weekday(narrative.whole.start, number)
        return unit(
            calendar.of_day(day),
            Grain.DAY,
            f"the first {name} from {spelled(narrative.whole.start)}, of which the text tells",
        )
    # News writes "on Wednesday" for today, so the dateline's own day counts.
    if context.future:
        day = calendar.next_weekday(context.day, number)
        return unit(calendar.of_day(day), Grain.DAY, f"told as future: the earliest {name} on or after {dateline}")
    day = calendar.last_weekday(context.day, number)
    coming = calendar.of_day(calendar.next_weekday(context.day, number))
    step = f"the latest {name} on or before {dateline}"
    if context.direction is Direction.OPEN:
        doubt = Doubt(
            f"the verb leaves open whether it is past or to come; it may be the {name} on the other side", coming
        )
        if distance(coming, context.day) < context.day - day:
            return unit(
                coming, Grain.DAY, f"the {name} nearest to {dateline}", doubt=replace(doubt, other=calendar.of_day(day))
            )
        return unit(calendar.of_day(day), Grain.DAY, step, doubt=doubt)
    return unit(calendar.of_day(day), Grain.DAY, step)


NAMED_WEEKDAYS = frozenset(
    "black blue good bloody super ruby cyber easter shrove ash maundy palm whit giving manic stormy fat casual".split()
)
WEEKDAY_TITLES = frozenset(
    "times telegraph mirror post herald mail express star sun independent globe tribune night live agreement club".split()
)


def _weekday_is_a_name(context: Context) -> bool:
    if context.left() in NAMED_WEEKDAYS and context.scene.tokens[context.first - 1].text[0].isupper():
        return True
    if context.right_is_name() and context.right() in WEEKDAY_TITLES:
        return True
    return context.left() == "the" and context.right_is_name() and context.right() not in words.MONTHS


@dates.rule(
    "{month} {dom} - {dom}", "{mon} .? {dom} - {dom}", "{month} {dom} – {dom}", "{mon} .? {dom} – {dom}",
    "{month} {dom} - {dom} ,? {yyyy}", "{mon} .? {dom} - {dom} ,? {yyyy}", "{month} {dom} – {dom} ,? {yyyy}",
    gives="time range",
    examples={"The fair ran May 3-5.": "2024-05-03/2024-05-05", "The fair ran March 4-9, 1999.": "1999-03-04/1999-03-09"},
)  # fmt: skip
def days_of_month(context: Context, month: int, first: int, last: int, year: int | None = None) -> Reading | None:
    """A row of days in one month."""
    return _row_of_days(context, month, first, last, year)


@dates.rule(
    "{dom} - {dom} {month} {yyyy}?", "{dom} – {dom} {month} {yyyy}?",
    gives="time range",
    examples={"The fair ran 3-5 May.": "2024-05-03/2024-05-05"},
)  # fmt: skip
def month_of_days(context: Context, first: int, last: int, month: int, year: int | None = None) -> Reading | None:
    return _row_of_days(context, month, first, last, year)


def _row_of_days(context: Context, month: int, first: int, last: int, year: int | None) -> Reading | None:
    if first >= last:
        return None
    if year is None:
        start = _day_of_some_year(context, month, first)
        if start is None or start.whole.start is None:
            return None
        year, steps, doubt = calendar.civil(start.whole.start)[0], start.steps, start.doubt
    else:
        steps, doubt = ("the days, month and year are written",), None
    begins, ends = valid(year, month, first), valid(year, month, last)
    if begins is None or ends is None:
        return None
    reading = unit(begins, Grain.DAY, *steps, doubt=doubt)
    return replace(reading, interval=calendar.hull(begins, ends), role=Role.FROM_TO, begins=begins, ends=ends)
