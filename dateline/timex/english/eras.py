"""Years before and after Christ, with what may stand before them, and years of three figures."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.dates import valid
from dateline.timex.english.no_years import THINGS_COUNTED
from dateline.timex.english.seasons import season_reading
from dateline.timex.english.words import UNIT_PLURALS
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading, unit

eras = RuleBook()
of_eras = RuleBook()

LAST_YEAR_OF_ERA = 9999
BEFORE_CHRIST, OF_ERA = frozenset({"bc", "bce", "b"}), frozenset({"bc", "bce", "b", "ad", "ce", "a"})
JOINTS = frozenset("to and or until - – — /".split())


def _row(context: Context) -> list[str]:
    return [token.lower for token in context.scene.tokens[context.first : context.last]]


def _in_capitals(context: Context) -> bool:
    """Whether the letters of the era are capitals, as in "AD" and unlike "ad"."""
    here = context.scene.tokens[context.first : context.last]
    return all(token.text.isupper() for token in here if token.lower in OF_ERA)


def _of_era(number: int, row: list[str]) -> int | None:
    """The astronomical year: 1 BC is the year 0 of ISO 8601."""
    if not 1 <= number <= LAST_YEAR_OF_ERA:
        return None
    return number if BEFORE_CHRIST.isdisjoint(row) else 1 - number


@eras.rule(
    "a . d . {digits}",
    "ad|ce {digits}",
    "{digits} ad|ce",
    "{digits} a . d .",
    "{digits} c . e .",
    "{digits} b . c . e .",
    "{digits} b . c .",
    "{digits} bc|bce",
    gives="era",
)
def year_and_era(context: Context, number: int) -> int | None:
    """A year with its era, as an astronomical year."""
    return _of_era(number, _row(context)) if _in_capitals(context) else None


@eras.rule("{digits}", gives="era")
def one_of_two(context: Context, number: int) -> int | None:
    """The first or the second of two years that share an era: 264 to 241 BC, AD 66–70."""
    if context.left() in JOINTS and context.left(2).isdecimal() and context.left(3) in ("ad", "ce"):
        return _of_era(number, []) if number > int(context.left(2)) else None
    behind = [context.right(count) for count in range(1, 6)]
    if behind[0] not in JOINTS or not behind[1].isdecimal():
        return None
    era = behind[2:3] if behind[2] in ("bc", "bce", "ad", "ce") else behind[2:5]
    if era not in (["bc"], ["bce"], ["ad"], ["ce"], ["b", ".", "c"], ["a", ".", "d"]):
        return None
    falls = not BEFORE_CHRIST.isdisjoint(era)
    return _of_era(number, era) if (number > int(behind[1])) == falls else None


@of_eras.rule(
    "{era}",
    "the year {era}",
    gives="time span",
    examples={
        "Lava buried the port in A.D. 79.": "0079-01-01/0079-12-31",
        "He was killed in 44 BC.": "-0043-01-01/-0043-12-31",
        "The walls were built from 461 to 457 BC.": "-0460-01-01/-0456-12-31",
    },
    never=("He answered the ad 44 times.", "It has 12 to 14 rooms."),
)
def year_of_era(context: Context, year: int) -> Reading:
    """A year before or after Christ."""
    return unit(calendar.of_year(year), Grain.YEAR, "the year and its era are written")


@of_eras.rule(
    "{month} ,? {era}",
    "{month} of {era}",
    gives="time span",
    examples={"The fleet sailed in August 216 BC.": "-0215-08-01/-0215-08-31"},
)
def month_of_era(context: Context, month: int, year: int) -> Reading:
    """A month of such a year."""
    return unit(calendar.of_month(year, month), Grain.MONTH, "the month, the year and its era are written")


@of_eras.rule(
    "the? {dom} of? {month} ,? {era}",
    "{month} {dom} ,? {era}",
    gives="time day",
    examples={"He was killed on 15 March 44 BC.": "-0043-03-15"},
)
def day_of_era(context: Context, first: int, second: int, year: int) -> Reading | None:
    """A day of such a year, as the text writes it: no calendar is turned into another."""
    month_first = not _row(context)[0].isdecimal() and _row(context)[0] != "the"
    month, day = (first, second) if month_first else (second, first)
    whole = valid(year, month, day)
    return unit(whole, Grain.DAY, "the day, month, year and era are written") if whole else None


@of_eras.rule(
    "the? {season} of {era}",
    "{season} {era}",
    gives="time span",
    examples={"The pass was lost in the summer of 480 BC.": "-0479-06-01/-0479-08-31"},
)
def season_of_era(context: Context, season: int, year: int) -> Reading:
    """A season of such a year."""
    return season_reading(context, year, season, "the season, the year and its era are written")


@of_eras.rule(
    "the? {season} of {ddd}",
    gives="time span",
    examples={"He fell in AD 763 and she in AD 792. It burned in the summer of 847.": "0847-06-01/0847-08-31"},
    never=("It fell in the summer of 847 storms.",),
)
def season_of_early_year(context: Context, season: int, year: int) -> Reading | None:
    """A season of a year of three figures, which only a history names so."""
    told = context.reference
    late = told is not None and calendar.civil(told.begin)[0] > LATEST_BEFORE_EARLY_YEAR
    if not context.scene.memory.history or late or year < FIRST_EARLY_YEAR or _counts(context):
        return None
    if told is not None and calendar.civil(told.begin)[0] <= 0:
        year = 1 - year
    return season_reading(context, year, season, "the season and year are written")


@of_eras.rule(
    "the? {ord} century bc|bce|ad|ce",
    "the? {ord} - century bc|bce|ad|ce",
    "the? {ord} century b|a . c|d .",
    gives="time span century",
    examples={
        "The temple dates from the 5th century BC.": "-0499-01-01/-0400-12-31",
        "It was sacked in the 3rd century AD.": "0201-01-01/0300-12-31",
    },
)
def century_of_era(context: Context, number: int) -> Reading | None:
    """A century before or after Christ; the 1st before him ends with the year 1 BC."""
    if not 1 <= number <= 99 or not _in_capitals(context):
        return None
    if BEFORE_CHRIST.isdisjoint(_row(context)):
        whole, value = calendar.of_century(number), f"{number - 1:02}"
    else:
        whole, value = calendar.of_years(1 - 100 * number, 100), f"BC{number - 1:02}"
    return replace(unit(whole, Grain.CENTURY, "the century and its era are written"), value=value)


@of_eras.rule(
    "the? {ord} millennium bc|bce|ad|ce",
    gives="time span",
    examples={"The grave is of the 3rd millennium BC.": "-2999-01-01/-2000-12-31"},
)
def millennium_of_era(context: Context, number: int) -> Reading | None:
    """A millennium before or after Christ."""
    if not 1 <= number <= 9 or not _in_capitals(context):
        return None
    if BEFORE_CHRIST.isdisjoint(_row(context)):
        whole, value = calendar.of_years(1000 * (number - 1) + 1, 1000), f"{number - 1}"
    else:
        whole, value = calendar.of_years(1 - 1000 * number, 1000), f"BC{number - 1}"
    return replace(unit(whole, Grain.MILLENNIUM, "the millennium and its era are written"), value=value)


@of_eras.rule(
    "the? {ddd} ~s",
    "the {yy} ~s bc|bce",
    "the {ddd} ~s bc|bce",
    gives="time span decade",
    examples={"The temple was begun in the 440s BC.": "-0448-01-01/-0439-12-31"},
)
def early_decade(context: Context, number: int) -> Reading | None:
    """A decade of long ago: the 870s, the 440s BC."""
    if number % 10:
        return None
    before = not BEFORE_CHRIST.isdisjoint(_row(context))
    if not before and not context.scene.memory.history:
        return None
    whole = calendar.of_years(-number - 8, 10) if before else calendar.of_years(number, 10)
    value = f"BC{number // 10:03}" if before else f"{number // 10:03}"
    return replace(unit(whole, Grain.DECADE, "the decade is written"), value=value)


@of_eras.rule(
    "{month} {digits}",
    "the? {dom} {month} {digits}",
    gives="time span",
    examples={
        "He fell in 94 BC. In October 91 his son was stabbed.": "-0090-10-01/-0090-10-31",
        "The war began in 91 BC. A triumph was voted on 25 December 89.": "-0088-12-25",
        "He fell in AD 214 and she in AD 268. They met in June 275.": "0275-06-01/0275-06-30",
    },
    never=(
        "He fell in 94 BC. In October 9 ships sailed.",
        "He fell in AD 214 and she in AD 268. In June 275 ships sailed.",
        "He fell in 1914 and she in 1968. He won in June 275 to 214.",
    ),
)
def date_of_era(context: Context, *found: int) -> Reading | None:
    """A month or day of a year of few figures, where a text that tells of such years leaves the era out."""
    number, month = found[-1], found[-2]
    told = context.reference
    if told is None or (len(found) == 2 and number <= LAST_DAY) or _counts(context):
        return None
    near = calendar.civil(told.begin)[0]
    year = 1 - number if near <= 0 else number
    if abs(year - near) > NOT_FAR or (near > 0 and not FIRST_EARLY_YEAR <= year < FIRST_LATE_YEAR):
        return None
    step = "the year is written, of the era that the text tells of"
    if len(found) == 2:
        return unit(calendar.of_month(year, month), Grain.MONTH, step)
    whole = valid(year, month, found[0])
    return unit(whole, Grain.DAY, step) if whole else None


# The years of which a text can leave out the era lie about those that it has told of.
NOT_FAR, LAST_DAY = 150, 31


@of_eras.rule(
    "about|around|circa {era}",
    "c|ca .? {era}",
    "c|ca . {yyyy}",
    gives="time span year",
    examples={
        "The gate was built about 150 BC.": "-0149-01-01/-0149-12-31",
        "The choir was painted c. 1250.": "1250-01-01/1250-12-31",
    },
    never=("It has about 150 bunks.",),
)
def about_year(context: Context, number: int) -> Reading:
    """About such a year."""
    written = unit(calendar.of_year(number), Grain.YEAR, "the year is written, and about so")
    return replace(written, mod="APPROX")


@of_eras.rule(
    "{ddd}",
    gives="time span year",
    examples={
        "He fell in AD 763 and she in AD 792. Monks founded the abbey in 843.": "0843-01-01/0843-12-31",
    },
    never=(
        "He fell in AD 763 and she in AD 792. It is told in 843 pages.",
        "It was founded in 843.",
        "He fell in AD 763 and she in AD 792. They led an army of 843.",
        "It came in 1950, 1962, 1963, 1971 and 1989. The toll rose from 160 to 214.",
    ),
)
def early_year(context: Context, number: int) -> Reading | None:
    """A year of three figures, which only a history names so."""
    left, told = context.left(), context.reference
    second = left in ("to", "and") and len(context.left(2)) == len("808") and context.left(2).isdecimal()
    part = left == "of" and context.left(2) in PARTS_OF_YEAR
    if (
        not context.scene.memory.history
        or not (left in BEFORE_EARLY_YEAR or second or part)
        or number < FIRST_EARLY_YEAR
    ):
        return None
    if _counts(context):
        return None
    if told is not None and calendar.civil(told.begin)[0] > LATEST_BEFORE_EARLY_YEAR:
        return None
    if told is not None and calendar.civil(told.begin)[0] <= 0:
        return unit(calendar.of_year(1 - number), Grain.YEAR, "the year is written, of the era that the text tells of")
    return unit(calendar.of_year(number), Grain.YEAR, "the year is written, in three figures")


def _counts(context: Context) -> bool:
    """Whether three figures count what stands behind them."""
    right = context.right()
    if right in THINGS_COUNTED or right in UNIT_PLURALS or right in ("of", "%", "percent", "more", "other"):
        return True
    return right.endswith("s") and right.isalpha() and right not in ("his", "as", "was", "its", "this")


FIRST_EARLY_YEAR, FIRST_LATE_YEAR = 100, 1000
# A text that tells of 1989 counts "214 cases, up from 160".
LATEST_BEFORE_EARLY_YEAR = 1300
BEFORE_EARLY_YEAR = frozenset("in since by until from before after".split())
PARTS_OF_YEAR = frozenset("beginning start middle end close rest".split())
