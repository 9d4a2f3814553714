"""Parts of a calendar unit: early, mid and late, its beginning and end, its quarters, halves and weeks."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.clock_day import day_of_text
from dateline.timex.english.deictic import from_dateline, part_so_far
from dateline.timex.english.durations import Unit
from dateline.timex.english.quarters import bare_half
from dateline.timex.english.words import UNIT_PLURALS, UNITS
from dateline.timex.grammar import RuleBook
from dateline.timex.occurrence import occurrence
from dateline.timex.reading import Reading, unit
from dateline.timex.values import spelled

fractions = RuleBook()


MODS = ("START", "MID", "END")


NAMES = ("early", "middle", "late")
SUNDAY = 6
THIRDS = ("its first third", "its middle third", "its last third")


@fractions.rule(
    "early|late {span}",
    "early|late in {span}",
    "mid {span}",
    "mid - {span}",
    "middle|mid of {span}",
    "the early|late {span}",
    "the mid - {span}",
    "the mid {span}",
    "early|late - {span}",
    "very early|late {span}",
    "early|late on {day}",
    "early|late {day}",
    "mid - {day}",
    "the late|early - {span}",
    gives="time span third",
    examples={
        "It fell late last year.": "2023-09-01/2023-12-31",
        "It closed in early March.": "2024-03-01/2024-03-10",
        "It was built in the mid-1990s.": "1994-01-01/1996-12-31",
        "It will open in late 2026.": "2026-09-01/2026-12-31",
    },
)
def third(context: Context, whole: Reading) -> Reading | None:
    """Early, middle or late: a third of the unit."""
    which = _which(context)
    if whole.interval is None or whole.clock is not None or whole.type != "DATE" or whole.mod is not None:
        return None
    # "Two hours early on Friday": before its time, on any part of Friday.
    if context.left() in UNIT_PLURALS or context.left() in UNITS:
        return None
    part = calendar.third(whole.interval, whole.grain, which)
    step = f"{THIRDS[which]}" if part != whole.interval else f"{NAMES[which]} in the day"
    return replace(
        whole, interval=part, mod=MODS[which], steps=(*whole.steps, step), doubt=_third_of_doubt(whole, which)
    )


def _third_of_doubt(whole: Reading, which: int) -> Doubt | None:
    if whole.doubt is None or whole.doubt.other is None:
        return whole.doubt
    return Doubt(whole.doubt.reason, calendar.third(whole.doubt.other, whole.grain, which))


def _which(context: Context) -> int:
    words = {token.lower for token in context.scene.tokens[context.first : context.first + 3]}
    return 0 if "early" in words else 2 if "late" in words else 1


@fractions.rule(
    "the early|late {season}",
    "early|late|mid {season}",
    "mid - {season}",
    gives="time span third",
    examples={"It flooded in early summer.": "2023-06-01/2023-06-30"},
    never=("They had a late fall.",),
)
def third_of_season(context: Context, season: int) -> Reading | None:
    """Early summer, the late autumn."""
    southern = context.conventions.southern
    which = _which(context)
    if context.right_is_name() or context.left() in ("a", "an"):
        return None
    found = occurrence(context, "season", lambda y: calendar.of_season(y, season, southern))
    if found is None:
        return None
    whole, step, doubt = found
    return replace(
        unit(whole, Grain.SEASON, step, f"{THIRDS[which]}", southern=southern, doubt=doubt),
        interval=calendar.third(whole, Grain.SEASON, which),
        mod=MODS[which],
    )


@fractions.rule(
    "end - {span}",
    "the? very? beginning|start|outset of {span}",
    "the? very? end|close of {span}",
    "the? middle of {span}",
    "the? very? start|end|close of {day}",
    "the? beginning|start|end|middle of the {unit}",
    "the? end of the {unit}",
    "{span} 's end|start|beginning",
    "{unit} - end",
    "mid - {unit}",
    "midyear|midmonth|midweek",
    "{unit} 's? end",
    "the {unit} 's end",
    "the {unit} - end",
    "the latter|early|later part of {span}",
    "the opening|closing days|weeks|months of {span}",
    "{span} ' s end",
    gives="time span third",
    examples={
        "It will end by the end of June.": "../2024-06-30",
        "It closed at the end of 2019.": "2019-12-01/2019-12-31",
        "It opened at the beginning of the month.": "2024-05-01/2024-05-10",
        "They will sign by the end of the day.": "../2024-05-15",
        "It fell on 8 March. By mid-month it was dry.": "../2024-03-20",
        "Prices have fallen since mid-year.": "2024-05-01/..",
        "At year-end they fell.": "2023-12-01/2023-12-31",
        "In summer 2020 it was put off until the end of the year.": "../2020-12-31",
    },
    never=("At the end of the day nothing matters.", "It came at the end of Friday's match."),
)
def end(context: Context, found: Reading | Unit | None = None) -> Reading | None:
    """The beginning, middle or end: of a year its first or last month or middle four, else a third."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    middle = "middle" in words or words[0].startswith("mid")
    which = 2 if {"end", "close", "latter", "later", "closing"} & set(words) else int(middle)
    found = found or UNITS[words[0].removeprefix("mid")]
    if isinstance(found, Reading) and found.grain is Grain.DAY and context.right() == "'s" and words[-1] not in EDGES:
        return None
    whole = found if isinstance(found, Reading) else _day_limit(context, found) or _unit_of_text(context, found)
    if whole is None or whole.interval is None or whole.clock is not None or whole.mod is not None:
        return None
    part = edge(whole.interval, whole.grain, which)
    limits = context.left() in ("by", "before") and whole.grain < Grain.YEAR
    if not isinstance(found, Reading) and context.future is False and (part.start or 0) > context.day and not limits:
        # Told in May, what "fell at year-end" fell in the year before.
        before = f"the {whole.grain.name.lower()} before that of {from_dateline(context)}: told as past"
        whole = unit(calendar.shift(context.day, -1, whole.grain), whole.grain, before)
        part = edge(whole.whole, whole.grain, which)
    step = f"its {('first', 'middle', 'last')[which]} part"
    return replace(whole, interval=part, mod=MODS[which], steps=(*whole.steps, step), doubt=None)


EDGES = frozenset({"end", "start", "beginning", "close"})


def _day_limit(context: Context, of: Unit) -> Reading | None:
    """By the end of the day: the dateline's, as far as no limit is set "at the end of the day"."""
    if of[0] is not Grain.DAY or context.left() not in ("by", "before", "until", "till") or context.future is False:
        return None
    return unit(calendar.of_day(context.day), Grain.DAY, f"the day of {from_dateline(context)}")


def edge(whole: Interval, grain: Grain, which: int) -> Interval:
    """The beginning, middle or end of a unit: a year's are its first month, middle four months and last month."""
    assert whole.start is not None and whole.end is not None
    if grain is Grain.YEAR and which != 1:
        months = (
            (whole.start, calendar.add_months(whole.start, 1))
            if which == 0
            else (calendar.add_months(whole.end, -1), whole.end)
        )
        return Interval(*months)
    return calendar.third(whole, grain, which)


def _unit_of_text(context: Context, of: Unit) -> Reading | None:
    grain, size, _ = of
    if size != 1 or grain < Grain.WEEK:
        return None
    fellow, reference = context.fellow, context.reference
    memory = context.scene.memory
    of_news = grain is Grain.YEAR and memory.narrative is None and not memory.in_chronicle
    if context.left() == "since" and (of_news or context.scene.verbs.is_present(context.first)):
        # "It has gained 6% since the start of the month": what lasts to this day counts in its month.
        fellow = reference = None
    if fellow is not None and fellow.grain < grain and fellow.begin <= context.day:
        # In "Summer 2020: it is put off until the end of the year" that year is 2020.
        return unit(calendar.shift(fellow.begin, 0, grain), grain, f"the {grain.name.lower()} the sentence speaks of")
    # "The forts were to be razed by the end of the year", of a year long gone.
    past = context.future is False or (context.future is None and memory.in_chronicle)
    if reference is not None and reference.grain < grain and past and context.is_told(reference):
        return unit(calendar.shift(reference.begin, 0, grain), grain, f"the {grain.name.lower()} the text speaks of")
    return unit(calendar.shift(context.day, 0, grain), grain, f"the {grain.name.lower()} of {from_dateline(context)}")


@fractions.rule(
    "the rest|remainder of the {unit}",
    "the rest|remainder of {span}",
    gives="time span",
    examples={
        "It will stay shut for the rest of the year.": "2024-05-15/2024-12-31",
        "He will miss the rest of this month.": "2024-05-15/2024-05-31",
        "It sank on 3 May 1957. For the rest of the year it lay there.": "1957-05-03/1957-12-31",
    },
    never=("The rest of the weekly papers agreed.",),
)
def rest(context: Context, found: Reading | Unit) -> Reading | None:
    """What is left of a unit: from the dateline to its end; of one that is past or to come, all of it."""
    if isinstance(found, tuple) and found[0] is Grain.DAY:
        return unit(calendar.of_day(context.day), Grain.DAY, f"the day of {from_dateline(context)}")
    whole = found if isinstance(found, Reading) else _unit_of_text(context, found)
    if whole is None or whole.interval is None or whole.clock is not None or whole.mod is not None:
        return None
    if not calendar.contains(whole.interval, calendar.of_day(context.day)):
        told = context.told_before
        if told is not None and told.whole != whole.interval and calendar.contains(whole.interval, told.whole):
            return part_so_far(whole, told.begin, later=True)
        return replace(whole, mod="END")
    return part_so_far(whole, context.day, later=True)


@fractions.rule(
    "earlier|later in the {unit}",
    "earlier|later that {unit}",
    "earlier|later today",
    "earlier|later in {span}",
    "earlier|later the same {unit}",
    gives="time span earlier",
    examples={
        "It rose earlier in the year.": "2024-01-01/2024-05-15",
        "It will open later in the month.": "2024-05-15/2024-05-31",
    },
)
def earlier(context: Context, found: Reading | Unit | None = None) -> Reading | None:
    """Earlier this unit: from its start to the dateline; later: from the dateline to its end."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if words[0] not in ("earlier", "later"):
        return None
    sign = words[0] == "later"
    if found is None or (isinstance(found, tuple) and found[0] is Grain.DAY):
        return _within_day(context, sign, words)
    if sign and isinstance(found, tuple) and found[0] is Grain.WEEK and calendar.weekday(context.day) == SUNDAY:
        ahead = calendar.shift(context.day, 1, Grain.WEEK)
        doubt = Doubt("on a Sunday it may be the week that ends on the dateline", calendar.of_day(context.day))
        step = f"on a Sunday, the week after that of {from_dateline(context)}"
        return replace(unit(ahead, Grain.WEEK, step, doubt=doubt), mod="END")
    whole = _said_unit(context, found, words)
    if whole is None or whole.interval is None or whole.interval.start is None or whole.interval.end is None:
        return None
    here = context.day
    if not calendar.contains(whole.interval, calendar.of_day(here)):
        reference = context.reference
        if reference is None:
            return replace(whole, mod="END" if sign else "START")
        here = (
            reference.begin
            if calendar.contains(whole.interval, reference.whole)
            else (whole.interval.start if sign else whole.interval.end - 1)
        )
    return part_so_far(whole, here, later=sign)


def _said_unit(context: Context, found: Reading | Unit, words: list[str]) -> Reading | None:
    if isinstance(found, Reading):
        return found
    if "that" in words or "same" in words:
        reference = context.reference
        if reference is None:
            return None
        return unit(calendar.shift(reference.begin, 0, found[0]), found[0], "the one the text speaks of")
    return _unit_of_text(context, found)


def _within_day(context: Context, sign: bool, words: list[str]) -> Reading | None:
    near = "today" in words or "this" in words
    day, source = (context.day, from_dateline(context)) if near else day_of_text(context)
    source = source if day == context.day else f"the day the text speaks of, {spelled(day)}"
    return replace(unit(calendar.of_day(day), Grain.DAY, source), mod="END" if sign else "START")


@fractions.rule(
    "the? first|second half of {span}",
    "the? first|second half",
    "{span} 's first|second half",
    "first - half",
    "second - half",
    "the? latter|former half of {span}",
    "the first|second half - {year}",
    "{span} first|second half",
    gives="time span half",
    examples={
        "Profits rose in the first half of 2019.": "2019-01-01/2019-06-30",
        "It will open 30 shops next year, mostly in the first half.": "2025-01-01/2025-06-30",
    },
    never=("They scored in the second half.", "They relaid the first half-mile in 1970."),
)
def half(context: Context, whole: Reading | None = None) -> Reading | None:
    """A half of a year, month or decade."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    glued = (
        context.right() == "-"
        and context.scene.tokens[context.last].start == context.scene.tokens[context.last - 1].end
    )
    if glued and context.right(2) != "year":
        return None
    second = "second" in words or "latter" in words
    if whole is None and context.right() != "of" and context.fellow is not None and _is_said_year(context.fellow):
        # "Thirty shops next year, most of them in the first half".
        whole = context.fellow
    if whole is None:
        return bare_half(context, second)
    if whole.interval is None or whole.interval.start is None or whole.interval.end is None or whole.mod:
        return None
    start, stop = whole.interval.start, whole.interval.end
    if whole.grain is Grain.YEAR:
        return unit(
            calendar.of_half(calendar.civil(start)[0], 2 if second else 1), Grain.HALF, *whole.steps, "six months of it"
        )
    middle = {
        Grain.MONTH: start + 15,
        Grain.DECADE: calendar.add(start, 5, Grain.YEAR),
        Grain.CENTURY: calendar.add(start, 50, Grain.YEAR),
    }.get(whole.grain, (start + stop) // 2)
    part = Interval(middle, stop) if second else Interval(start, middle)
    return replace(whole, interval=part, mod="END" if second else "START", steps=(*whole.steps, "half of it"))


def _is_said_year(reading: Reading) -> bool:
    return reading.type == "DATE" and reading.grain is Grain.YEAR and reading.mod is None


@fractions.rule(
    "the turn of the century|millennium",
    gives="time span",
    examples={
        "It has stood since the turn of the century.": "2000-01-01/..",
        "It was founded in 1879. By the turn of the century it was rich.": "../1900-12-31",
    },
)
def turn_of_century(context: Context) -> Reading:
    """The round year in which the centuries change: the nearest that is not to come, or the next that a story meets."""
    told = context.reference
    passed = context.future is False and not context.scene.verbs.is_present(context.first)
    if told is not None and passed and context.is_told(told):
        year = -(-calendar.civil(told.begin)[0] // 100) * 100
        step = f"the first round year from {calendar.civil(told.begin)[0]} on, of which the text tells"
        if year <= calendar.civil(context.day)[0]:
            return replace(unit(calendar.of_year(year), Grain.YEAR, step), mod="APPROX")
    year = calendar.civil(context.day)[0]
    reading = unit(
        calendar.of_year((year + 5) // 100 * 100), Grain.YEAR, f"the round year nearest to {from_dateline(context)}"
    )
    return replace(reading, mod="APPROX")


@fractions.rule(
    "the turn of the year",
    gives="time span",
    examples={
        "It has stood idle since the turn of the year.": "2024-01-01/..",
        "It was left in November 1943. By the turn of the year it stood idle.": "../1944-01-01",
    },
    never=("The turn of the year's best book came.",),
)
def turn_of_year(context: Context) -> Reading | None:
    """The first of January, or about that."""
    if context.right() in ("'s", "’s"):
        return None
    found = occurrence(context, "turn of the year", lambda year: calendar.of_day(calendar.day_number(year, 1, 1)))
    if found is None:
        return None
    whole, step, doubt = found
    return replace(unit(whole, Grain.DAY, step, doubt=doubt), mod="APPROX")
