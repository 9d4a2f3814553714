"""What stands before a conjunction and belongs to it: "even as", "as long as", "six days after"."""

from __future__ import annotations

from dateline.events.nouns import Words
from dateline.timex.english import verb_words as words
from dateline.timex.english.words import ONES, TENS

# Adverbs that belong to the conjunction behind them: "even as", "shortly after".
FOCUS = words.table("even just only soon shortly immediately especially particularly long partly simply mainly largely")
LENGTHS = words.table(
    """
    minute minutes hour hours day days night nights week weeks month months year years decade decades century
    centuries
    """
)
COUNTS = frozenset((*ONES, *TENS)) | words.table(
    """
    a an half several some few many couple of the and just only more less than over under about almost nearly barely
    exactly around little full whole years months dozen hundred
    """
)


def with_adverbs(here: Words, floor: int, boundary: int) -> int:
    """The start of "even as", "just after", "as long as", where the conjunction stands at `boundary`."""
    if here.at(boundary - 2) == "as" and here.at(boundary - 1) in ("long", "soon", "far") and boundary - 2 >= floor:
        return boundary - 2
    while boundary > floor and here.lower[boundary - 1] in FOCUS and not here.timed[boundary - 1]:
        boundary -= 1
    return _with_length(here, floor, boundary)


def _with_length(here: Words, floor: int, boundary: int) -> int:
    """The start of "six days after", "a little over a year before", with the comma in front."""
    if here.at(boundary) not in ("after", "before") or here.at(boundary - 1) not in LENGTHS:
        return boundary
    start = boundary - 1
    if list(here.lower[max(start - 2, 0) : boundary]) == ["to", "the", "day"] and here.at(start - 3) in LENGTHS:
        # "Seven weeks to the day after they left."
        start -= 3
    if here.at(start - 1) == "," and start - 1 > floor and here.lower[start].endswith("s"):
        return start - 1
    while start > floor and (
        here.lower[start - 1] in COUNTS | LENGTHS or here.lower[start - 1] == "-" or here.lower[start - 1].isdigit()
    ):
        start -= 1
    while start < boundary - 1 and here.lower[start] in ("of", "and", "than"):
        start += 1
    if start == boundary - 1 or start <= floor:
        return boundary
    return start - (here.lower[start - 1] == ",")
