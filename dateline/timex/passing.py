"""Years that a history names only in passing: a survey of 1911, the worst flood since 1896, what was to be in 1951."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.reading import Reading
from dateline.timex.telling import Telling
from dateline.timex.tokens import Token

# A story that goes on by no more than a year or so is still the same.
NOT_FAR, TWO_YEARS = 400, 740
REACH = 7
ARTICLES = frozenset("a an the his her its their our my 's ’s that this".split())
PREPOSITIONS = frozenset("in of at by for on to from with and or but as after before until was were had who".split())
# "In the course of 1896" is a part of that year.
PARTS = frozenset(
    "course months weeks days part parts rest end start beginning close opening remainder most much all summer autumn "
    "winter spring events elections".split()
)
SOURCES = frozenset(
    "account article autobiography biography book catalogue census charter chronicle deed diary essay film guide "
    "history inquiry interview inventory journal lecture letter map memoir memoirs monograph novel obituary paper poem "
    "register report review roll speech study survey thesis".split()
)
# What recalls a story is put up long after it.
MEMORIALS = frozenset("monument memorial statue plaque obelisk cenotaph bust tablet museum named renamed".split())
MEASURES = frozenset("level levels figure figures peak height total record value size strength average".split())
COUNTED = frozenset("days weeks months years hours day week month year".split())


def is_in_passing(
    tokens: Sequence[Token], verbs: Telling, told: Reading, opening: bool, reading: Reading, first: int, last: int
) -> bool:
    """Whether a date that says its year, `tokens[first:last]`, only tells more of what is told of another year."""
    last_day = reading.whole.last
    back = last_day is not None and last_day < told.begin and reading.grain >= Grain.MONTH
    on = reading.begin - (told.whole.last or told.begin) > NOT_FAR
    if not (back or on) or not first:
        return False
    words = [token.lower for token in tokens]
    subject = opening and not verbs.has_finite(first)
    if back and (words[first - 1] == "since" and not verbs.is_present(first)):
        return True
    if back and (_is_compared(words, first) or (not subject and _is_named(words, first, last))):
        return True
    source = words[first - 1] in ("of", "in", "from") and words[first - 2] in SOURCES
    attributed = words[0] == "according" and "," not in words[:first]
    if source or attributed or _is_bracketed(tokens, first) or _closes(words, verbs, first, last):
        return True
    if not on or reading.begin - told.begin <= TWO_YEARS:
        return False
    recalls = told.grain <= Grain.MONTH and reading.grain is Grain.YEAR and not MEMORIALS.isdisjoint(words[:first])
    return recalls or verbs.is_foretold(first, last)


def is_far_end(tokens: Sequence[Token], told: Reading, reading: Reading, first: int) -> bool:
    """Whether a year says until when something lasted from what is told closely: "It was not rebuilt until 1988"."""
    closely = told.grain <= Grain.MONTH and reading.grain is Grain.YEAR
    return closely and reading.begin - told.begin > TWO_YEARS and tokens[first - 1].lower in ("until", "till")


def is_counted_from(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a date is what another is counted from: "on 4 May, five days after the fort fell on 29 April, …"."""
    if last < len(tokens) and tokens[last].text not in ",.;":
        return False
    row = [token.lower for token in takewhile(lambda token: token.text not in ",;:", reversed(tokens[:first]))]
    return len(row) < first and any(
        word in ("after", "before") and at + 1 < len(row) and row[at + 1] in COUNTED for at, word in enumerate(row)
    )


def _is_named(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a year tells which of its kind is meant: "a 1911 survey", "under an act of 1906"."""
    if words[first - 1] == "of":
        return words[first - 2] not in PARTS
    alone = last == first + 1 and last < len(words)
    return alone and words[first - 1] in ARTICLES and words[last].isalpha() and words[last] not in PREPOSITIONS


def _is_compared(words: Sequence[str], first: int) -> bool:
    """Whether the words before a year compare: "unlike the fleet of 1798", "a third of their level in 1913"."""
    row = words[max(first - REACH, 0) : first]
    those = any(pair in LIKENED for pair in pairwise(row[-FEW:]))
    return "unlike" in row or those or (words[first - 1] in ("in", "of") and words[first - 2] in MEASURES)


FEW = 5
# "A third of those asked in 1890".
LIKENED = frozenset((left, right) for left in "of than as to with from".split() for right in ("those", "that"))


def _is_bracketed(tokens: Sequence[Token], first: int) -> bool:
    """Whether a date stands in brackets behind other words of its sentence."""
    opened = next((at for at in range(first - 1, 0, -1) if tokens[at].text in "()"), 0)
    return opened > 0 and tokens[opened].text == "("


def _closes(words: Sequence[str], verbs: Telling, first: int, last: int) -> bool:
    """Whether it ends what is put beside the subject: "A house, once a cinema and demolished in 1971, fed them"."""
    if words[last : last + 1] != [","] or not verbs.is_verb(last + 1) or "," not in words[:first]:
        return False
    return verbs.has_finite(first) and not verbs.has_finite(words.index(","))


def says_year(reading: Reading, words: Sequence[Token]) -> bool:
    """Whether the words name the year that they mean, in figures or with its era."""
    if reading.interval is None or reading.interval.start is None:
        return False
    if len(words) > ANNIVERSARY and words[-2].lower == "ago" and reading.grain <= Grain.DAY:
        # "Sixty years ago today".
        return True
    number = calendar.civil(reading.begin)[0]
    year = str(number if number > 0 else 1 - number)
    # "At 1530 GMT" says no year.
    figures = 4 if reading.clock is None else 0
    return any(
        token.text in ERAS or (token.text.isdecimal() and (len(token.text) == figures or token.text == year))
        for token in words
    )


# Tokens of "a year ago today".
ANNIVERSARY = 3
# Of "B.C." and "A.D." the second letter, for the first is also a word.
ERAS = frozenset({"BC", "BCE", "AD", "CE", "C", "D"})
