"""Years, decades and centuries; and when four digits are no year."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english import words
from dateline.timex.english.months import NAME_FREE
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading, unit

years = RuleBook()

BEFORE_A_YEAR = frozenset(
    "in since by from until till through to of during for before after late early mid around about circa between "
    "and or the than back year fiscal - , ( – — on throughout till through into within pre post versus vs".split()
)


THINGS_COUNTED = frozenset(
    "people men women troops soldiers miles meters metres feet kilometers kilometres km pounds dollars euros tons "
    "tonnes words pages points votes jobs workers employees students homes houses acres hectares shares units "
    "members rpm mph kilograms kg calories cars vehicles bodies victims deaths children families".split()
)


@years.rule(
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


@years.rule(
    "the year {yyyy}",
    "the? year - {yyyy}",
    "{spokenyear}",
    "the? year {spokenyear}",
    gives="time span year",
    examples={"They met in the year 1990.": "1990-01-01/1990-12-31"},
)
def named_year(context: Context, year: int | None) -> Reading | None:
    return unit(calendar.of_year(year), Grain.YEAR, "the year is written") if year else None


@years.rule(
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


@years.rule(
    "the? {yyyy} ~s",
    "the? {yyyy} ~'s",
    "the? {yyyy} ' ~s",
    gives="time span decade",
    examples={"It was built in the 1990s.": "1990-01-01/1999-12-31"},
)
def decade(context: Context, year: int) -> Reading | None:
    """A decade, or a century for its round years of long ago."""
    if year % 10:
        return None
    if year % 100 == 0 and year < 1900:
        whole = calendar.of_years(year, 100)
        return replace(unit(whole, Grain.CENTURY, "the hundred years are written"), value=f"{year // 100}")
    return unit(calendar.of_decade(year), Grain.DECADE, "the decade is written")


@years.rule(
    "the? ' ~{yy} ~s",
    "the? ’ ~{yy} ~s",
    "the? ‘ ~{yy} ~s",
    "the {yy} ~s",
    "the? {decadename}",
    gives="time span decade",
    examples={
        "It was built in the '80s.": "1980-01-01/1989-12-31",
        "It grew in the nineties.": "1990-01-01/1999-12-31",
    },
    never=("A woman in her thirties fell.", "Highs were in the 70s."),
)
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


@years.rule(
    "the? {ord} century",
    "the? {ord} - century",
    "the? {ord} century ad|ce",
    gives="time span century",
    examples={"It was built in the 20th century.": "1901-01-01/2000-12-31"},
)
def century(context: Context, number: int) -> Reading | None:
    """A century by its number."""
    if not 1 <= number <= 99:
        return None
    return replace(unit(calendar.of_century(number), Grain.CENTURY, "the century is written"), value=f"{number - 1:02}")
