"""The lexer looks only near words of time; no pattern may consist of common words alone."""

from __future__ import annotations

from dateline.timex.english import BOOKS
from dateline.timex.english.lexicon import COMMON, REACH
from dateline.timex.grammar import expansions

# A further day of a month, "19 and 20", stands beside the month that it belongs to.
BESIDE_A_MONTH = {"another_day"}
# Two figures with no space before them are looked at: '98, 15/04/16.
GLUED_YEAR = "~{yy}"


def test_every_pattern_of_time_has_a_word_of_time() -> None:
    common_only = [
        (rule.name, pattern)
        for layer in BOOKS
        for book in layer
        for rule in book.rules
        if "{time}" in rule.gives and rule.name not in BESIDE_A_MONTH
        for pattern in rule.patterns
        for path, _ in expansions(pattern)
        if COMMON.issuperset(element.removeprefix("~") for element in path) and GLUED_YEAR not in path
    ]
    assert not common_only


def test_no_pattern_reaches_further_than_the_lexer_looks() -> None:
    rules = [rule for layer in BOOKS for book in layer for rule in book.rules]
    assert max(len(path) for rule in rules for pattern in rule.patterns for path, _ in expansions(pattern)) <= REACH
