"""Seasons, with a year or without, of either hemisphere."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.grammar import RuleBook
from dateline.timex.occurrence import occurrence
from dateline.timex.reading import Reading, recurrence, unit, vague
from dateline.timex.values import MONTH_NAMES, SEASON_CODES, SEASON_NAMES

seasons = RuleBook()


@seasons.rule(
    "{season} of {yyyy}",
    "the {season} of {yyyy}",
    "{season} ,? {yyyy}",
    "the {season} of {spokenyear}",
    "the? {season} of {yyyy} ~- ~{yy}",
    "the? {season} of {yyyy} ~– ~{yy}",
    "the? {season} of {yyyy} ~/ ~{yy}",
    "the? {season} of {yyyy} ~- ~{yyyy}",
    "the? {season} of {yyyy} ~– ~{yyyy}",
    gives="time span",
    examples={
        "It sank in the summer of 1957.": "1957-06-01/1957-08-31",
        "It sank in the winter of 1947.": "1947-12-01/1948-02-29",
        "It sank in the winter of 1999-2000.": "1999-12-01/2000-02-29",
        "It sank in the winter of 1946/47.": "1946-12-01/1947-02-28",
    },
)
def season_year(context: Context, season: int, year: int | None, _next_year: int | None = None) -> Reading | None:
    """A season of a year; a winter is named by the year in which it begins."""
    if not year or (_next_year is not None and _next_year % 100 != (year + 1) % 100):
        return None
    return season_reading(context, year, season, "the season and year are written")


@seasons.rule(
    "this season",
    examples={"United have won nine games this season.": None},
    never=("It rained this summer.",),
)
def sporting_season(context: Context) -> Reading:
    """This season, in sport: nobody says when it began, so it is the present."""
    return vague("PRESENT_REF", "a season of games, which has no days of its own")


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


@seasons.rule(
    "the {season}",
    "{season}",
    "the {season} months",
    gives="time span",
    examples={
        "The wall fell in the spring.": "2024-03-01/2024-05-31",
        "It will open in the autumn.": "2024-09-01/2024-11-30",
        "Summer: the wells run dry.": "2023-06-01/2023-08-31",
        "Sales rose in winter.": "2023-12-01/2024-02-29",
        "Sales usually rise in the winter.": None,
        "The pass was shut for the winter months.": "2023-12-01/2024-02-29",
    },
    never=(
        "Prices fall.",
        "Wells spring up here.",
        "They fall back.",
        "The spring tide lifted the hull.",
        "The winter coats were sold.",
        "Parliament opens for the winter session.",
        "It took two winter months.",
    ),
)
def season(context: Context, season: int) -> Reading | None:
    """A season with no year."""
    if _is_no_season(context):
        return None
    if context.is_of_habit:
        return recurrence(f"XXXX-{SEASON_CODES[season]}", Grain.SEASON, "of any year, as the words beside the verb say")
    southern = context.conventions.southern
    found = occurrence(context, SEASON_NAMES[season], lambda year: calendar.of_season(year, season, southern))
    assert found is not None
    whole, step, doubt = found
    reading = unit(whole, Grain.SEASON, step, season_step(whole, season, southern), southern=southern, doubt=doubt)
    # "The winter offensive opened on 6 January": it says what kind of thing it was, and takes the story nowhere.
    return replace(reading, established=not is_event_noun(context.right()))


def _is_no_season(context: Context) -> bool:
    """Whether the word is a verb, a thing or a name."""
    written = context.scene.tokens[context.last - 1].text
    if written == "months":
        return False
    bare = context.last - context.first == 1
    if not bare and context.first == 0 and context.right() in BRINGS:
        return False
    ambiguous = written.lower() in ("fall", "spring")
    entry = context.first == 0 and context.right() == ":"
    if (bare or ambiguous) and not entry and context.left() not in (TIME_PREPOSITIONS if ambiguous else PREPOSITIONS):
        return True
    if (
        context.right() in SEASONAL_THINGS
        or context.right_is_name()
        or (not bare and context.first and written[0].isupper())
    ):
        return True
    if context.right() == "of" and not _is_of_a_year(context):
        return True
    at_home = context.left() in TIME_PREPOSITIONS
    return ambiguous and (
        context.right() in ("-", "of", "back", "short", "'s") or (context.right() in ("in", "from") and not at_home)
    )


def _is_of_a_year(context: Context) -> bool:
    """Whether "of" names the year, and not what the season was known for: the autumn of the Wall, of discontent."""
    word = context.right(3) if context.right(2) == "the" else context.right(2)
    return word in OF_A_YEAR or word.isdecimal()


# "The spring brought new armies."
BRINGS = frozenset("brought saw passed came".split())
OF_A_YEAR = frozenset("year same following next previous preceding that this last each every any a".split())
TIME_PREPOSITIONS = frozenset("for in by since until till during through".split())
PREPOSITIONS = TIME_PREPOSITIONS | frozenset("from of before after mid - into all".split())
SEASONAL_THINGS = frozenset(
    """
    barley boots camp camps clothes coat coats jacket jackets onion onions palace quarters residence rice roll rolls
    semester session sports squash term tide tides tire tires tyre tyres wear wheat
    """.split()
)
