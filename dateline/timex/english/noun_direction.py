"""What the noun beside a date tells of its direction: an attack is over, what one braces for is still to come."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.timex.english import verb_forms
from dateline.timex.english.verb_words import table
from dateline.timex.english.words import MONTHS
from dateline.timex.telling import Direction

WEEKDAYS = table("monday tuesday wednesday thursday friday saturday sunday")
# What nobody puts into a diary: a day beside it has been.
STRUCK = table(
    """
    accident ambush arrest assassination attack avalanche blast blaze bombing carnage collapse collision crash death
    defeat derailment disaster drowning earthquake eruption explosion fire flood hijacking kidnapping killing landslide
    loss massacre murder outage outbreak quake raid rampage riot robbery shooting shipwreck slaughter spill stabbing
    stampede storm tornado tragedy wreck
    """
)
# What was made known that day; before it the verb speaks of what follows from it ("will appeal Monday's ruling").
MADE_KNOWN = table(
    "announcement collapse decision declaration defeat judgment loss report resignation ruling statement verdict "
    "victory win revelation"
)
AWAITS = table("await anticipate expect face prepare brace approach near plan")
# With "for", what one does today for a day to come.
READIES = table("prepare brace gear ready train register rehearse qualify name pick select shape pack sign")
# Goods that change hands in the month they are named by.
DELIVERIES = table("delivery settlement shipment expiry expiration futures")
# "The September contract expired in August."
CONTRACTS = table("contract contracts futures")
DETERMINERS = table("a an the his her its their our this that")
GAP = 3


def told_by_noun(lower: Sequence[str], first: int, last: int, lemma: str, looks_ahead: bool) -> Direction | None:
    """The direction that the noun beside the expression `lower[first:last]` gives it, `None` where it leaves it open.

    `lemma` is that of the verb before the expression, empty where it stands behind; `looks_ahead`: that verb points
    ahead.
    """
    at = first - 1
    while at > 0 and first - at <= GAP and lower[at] in DETERMINERS:
        at -= 1
    before = lower[max(at - 1, 0) : at + 1]
    weekday = lower[first] in WEEKDAYS
    if before == ["ahead", "of"] or (before == ["up", "to"] and lower[max(at - 2, 0)] == "-"):
        return Direction.FUTURE if weekday else Direction.OPEN
    if before[-1:] == ["for"] and weekday and (lemma in READIES or verb_forms.lemma(before[0]) in READIES):
        return Direction.FUTURE
    if before[-1:] == ["for"] and lower[last : last + 1] and lower[last] in DELIVERIES:
        return Direction.FUTURE
    if lower[first] in MONTHS and lower[last : last + 1] and lower[last] in CONTRACTS:
        return Direction.UNMARKED
    if lower[first] in MONTHS and looks_ahead and _is_of_statistics(lower, last):
        return Direction.OPEN
    noun = _noun_behind(lower, last)
    if _struck(noun) and lemma not in AWAITS:
        return Direction.PAST
    known = noun in MADE_KNOWN and lower[last] == "'s" and lemma and lemma not in AWAITS
    if known and before[-1:] not in (["for"], ["until"], ["before"]):
        return Direction.PAST
    behind = before[-1:] in (["on"], ["in"], ["of"]) or at == first - 1
    struck = lower[at - 1 if before[-1:] in (["on"], ["in"], ["of"]) else at] if at >= 0 else ""
    return Direction.PAST if behind and _struck(struck) and not looks_ahead else None


def _is_of_statistics(lower: Sequence[str], last: int) -> bool:
    """Whether a month is that of which figures tell, not the one they come in: "June's jobs report is due"."""
    start = last + 1 if lower[last : last + 1] == ["'s"] else last
    row = lower[start : start + GAP]
    noun = next((at for at, word in enumerate(row) if word in FIGURES), GAP)
    return all(word[0].isalpha() and word not in ENDS for word in row[:noun]) and noun < GAP


FIGURES = table("data figure figures index numbers reading readings report statistics survey")


def _noun_behind(lower: Sequence[str], last: int) -> str:
    """The noun that the expression describes: "Friday's suicide attack", "the June crash"; empty where none does."""
    start = last + 1 if lower[last : last + 1] == ["'s"] else last
    for word in lower[start : start + GAP]:
        if not word[0].isalpha() or word in ENDS:
            return ""
        if _struck(word) or word in MADE_KNOWN:
            return word
    return ""


def _struck(noun: str) -> bool:
    return noun in STRUCK or noun.removesuffix("s") in STRUCK


ENDS = table(
    "and or but in on at of by for from to when while as with that which who after before the a an is was were are has "
    "had will would said says"
)
