"""The lexer looks only near words of time; no pattern may consist of common words alone."""

from __future__ import annotations

from dateline.timex.english import BOOKS, VOCABULARY, may_tell_time
from dateline.timex.english.lexicon import COMMON, REACH, bearings
from dateline.timex.grammar import expansions
from dateline.timex.tokens import tokens

# "19 and 20 June", "the second and third quarters", "9 and 9:30 p.m.", "that year or the next": it stands beside what
# names the other.
BESIDE_ANOTHER = {"another_day", "quarter_of_row", "first_of_pair", "the_next_one"}
# The hour of "at two", which the lexer looks for behind its preposition.
BEHIND_ITS_PREPOSITION = {"hour_in_words"}
# What the lexer looks at for where it stands: '98, 15/04/16, 9/11, the 80s, in 732.
BY_PLACE = {"~{yy}", "~11", "~s", "{ddd}"}


def test_every_pattern_of_time_has_a_word_of_time() -> None:
    common_only = [
        (rule.name, pattern)
        for layer in BOOKS
        for book in layer
        for rule in book.rules
        if "{time}" in rule.gives and rule.name not in BESIDE_ANOTHER | BEHIND_ITS_PREPOSITION
        for pattern in rule.patterns
        for path, _ in expansions(pattern)
        if COMMON.issuperset(element.removeprefix("~") for element in path) and BY_PLACE.isdisjoint(path)
    ]
    assert not common_only


def test_a_sentence_is_passed_over_only_where_the_lexer_finds_nothing() -> None:
    sentences = [words for layer in BOOKS for book in layer for rule in book.rules for words in rule.examples]
    overlooked = [words for words in sentences if any(bearings(tokens(words), VOCABULARY)) and not may_tell_time(words)]
    assert not overlooked


def test_no_pattern_reaches_further_than_the_lexer_looks() -> None:
    rules = [rule for layer in BOOKS for book in layer for rule in book.rules]
    assert max(len(path) for rule in rules for pattern in rule.patterns for path, _ in expansions(pattern)) <= REACH
