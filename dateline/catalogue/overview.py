"""What the drawing of a timeline says in words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.catalogue.dates import year_words
from dateline.catalogue.words import counted, entry_counts, source_counts
from dateline.model import Timeline
from dateline.overview import Period
from dateline.timex.interval import civil
from dateline.timex.values import MONTH_NAMES as MONTHS

SHORT = 3
UNITS = ((365.2425, 2, "year"), (30.436875, 2, "month"), (7.0, 3, "week"), (1.0, 1, "day"))
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def length_words(days: int) -> str:
    """So many days in whole units, rounded down: "three years", "14 months", "five weeks", "one day"."""
    for size, least, name in UNITS:
        count = int(days / size)
        if count >= least:
            return counted(count, name) if count > len(NUMBERS) else f"{NUMBERS[count - 1]} {name}{'s'[: count > 1]}"
    return ""


def later_words(days: int, exact: bool = True) -> str:
    """How long after something else a thing came: "three years later"; "at least …" where either day is not exact."""
    length = length_words(days)
    return f"{length} later" if exact else f"at least {length} later"


def overview_words(timeline: Timeline, periods: Sequence[Period]) -> str:
    """The drawing in words: how many entries it shows, and where most of them stand."""
    fullest = max(periods, key=lambda period: period.entries)
    most = f" The most, {fullest.entries}, begin in {fullest.name}." if len(periods) > 1 else ""
    told = {
        mention.dated.article.path: mention.dated.article for entry in timeline.entries for mention in entry.mentions
    }
    lists = sum(article.imported is not None for article in told.values())
    sources = source_counts(len(told) - lists, lists)
    return f"{entry_counts(len(timeline.entries)).capitalize()} from {sources} at a glance.{most}"


def stop_words(periods: Sequence[Period]) -> tuple[str, str]:
    """The periods of a stop of the axis, in full and short: "September to November 2015", "Sep–Nov 2015"."""
    (year, month, _), (last_year, last_month, _) = civil(periods[0].begins), civil(periods[-1].begins)
    names = {period.name for period in periods}
    if len(names) == 1 and not periods[0].name.startswith(MONTHS[month - 1]):
        return periods[0].name, periods[0].name
    if year != last_year:
        return f"{year_words(year)} to {year_words(last_year)}", f"{year_words(year)}– {year_words(last_year)}"
    first, last = MONTHS[month - 1], MONTHS[last_month - 1]
    if first == last:
        return f"{first} {year_words(year)}", f"{first[:SHORT]} {year_words(year)}"
    return f"{first} to {last} {year_words(year)}", f"{first[:SHORT]}–{last[:SHORT]} {year_words(year)}"
