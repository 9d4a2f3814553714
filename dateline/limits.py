"""How much of time one article may hold; every other limit stands where the text is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.errors import Problem
from dateline.model import Article
from dateline.timex.english import OF_TIME
from dateline.timex.english.lexicon import FIGURES, WORD

WORDS_OF_TIME = 10_000
"""Of words and figures that may tell a time; news has one in ten words, so that this is a book of 100,000 words."""

SHORTEST = 2 * WORDS_OF_TIME
"""The characters below which a text cannot hold so many."""


def words_of_time(text: str) -> int:
    """How many words and figures may be part of a time expression; there are never more expressions than these."""
    lower = text.lower()
    return sum(word in OF_TIME for word in WORD.findall(lower)) + len(FIGURES.findall(lower))


def crowded(articles: Iterable[Article]) -> Iterator[Problem]:
    """The articles that nobody could date in a few seconds, each with what to do about it."""
    for article in articles:
        count = words_of_time(article.text) if len(article.text) > SHORTEST else 0
        if count > WORDS_OF_TIME:
            message = f"this article has {count:,} words and figures of time; more than {WORDS_OF_TIME:,} are too many"
            yield Problem(article.path, message, "Split it into several articles.")
