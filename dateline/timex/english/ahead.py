"""Words beside an expression that put it ahead of the dateline, whatever its verb says."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.timex.english.noun_direction import WEEKDAYS
from dateline.timex.english.plans import DETERMINERS
from dateline.timex.english.verb_forms import lemma
from dateline.timex.english.verb_words import table
from dateline.timex.english.verbs import VerbGroup

# "The weekend looks dry", "Friday brings snow".
FORECASTS = table("looks brings promises stays turns")
# "Issued a warning of strong winds from 6 a.m. on Monday".
WARNINGS = table("warning warnings alert alerts advisory")
FROM_ON, FAR = table("from until till through"), 14
# How far back a report, and an order, may stand.
NEAR = 12


def points_ahead(groups: Sequence[VerbGroup], lower: Sequence[str], first: int, last: int) -> bool:
    """Whether the words around `lower[first:last]` say that it is to come."""
    left = lower[first - 1] if first else ""
    if last < len(lower) and lower[last] in FORECASTS:
        return True
    if left == "come" and lower[max(first - 2, 0) : first - 1] in ([], [","], ["and"], ["but"]):
        return True
    if left == "of" and lower[max(first - 3, 0) : first - 1] == ["this", "side"]:
        # "Nobody expects it this side of Christmas".
        return True
    if left in FROM_ON and not WARNINGS.isdisjoint(lower[max(first - FAR, 0) : first]):
        return True
    if lower[first] in WEEKDAYS and (_is_set_apart(lower, first, last) or _is_of_results(lower, first)):
        return True
    return first > 1 and _is_told_to(groups, lower, first)


def _is_told_to(groups: Sequence[VerbGroup], lower: Sequence[str], first: int) -> bool:
    """ "Come back on Monday", "“Ask me on Friday,” he said": what one is told to do is to come."""
    for at in range(first - 2, max(first - NEAR, -1), -1):
        if lower[at] in TOLD and (at == 0 or lower[at - 1] in OPENS_SPEECH):
            told = lower[at] == "expect" or lower[at + 1] in BEHIND_TOLD
            return told and not any(group.finite and first - NEAR < group.start < first for group in groups)
        if lower[at] in OPENS_SPEECH:
            return False
    return False


TOLD = table(
    "ask call check come expect give go join keep leave let look meet put return see send stay take tell try vote wait "
    "watch write"
)
OPENS_SPEECH = table('" “ ‘ : ; — please')
BEHIND_TOLD = table(
    "me us him her them it back again here there away in out up off to at for your the this my our by until on early "
    "home down along more and"
)


def _is_set_apart(lower: Sequence[str], first: int, last: int) -> bool:
    """ "Declared Thursday a day of mourning": a day is made into something before it comes."""
    declared = first > 0 and lemma(lower[first - 1]) in ("declare", "proclaim", "designate")
    return declared and not {"day", "holiday"}.isdisjoint(lower[last : last + 5])


def _is_of_results(lower: Sequence[str], first: int) -> bool:
    """ "The bank reports third-quarter results on Tuesday": in the diary of the markets."""
    for at in range(first - 2, max(first - NEAR, 0), -1):
        if lower[at] in ("report", "reports"):
            return lower[at - 1] not in DETERMINERS and not RESULTS.isdisjoint(lower[at + 1 : first])
        if lower[at] in ENDS_CLAUSE:
            return False
    return False


RESULTS = table("results earnings figures accounts data")
ENDS_CLAUSE = table(". , ; : said says")
