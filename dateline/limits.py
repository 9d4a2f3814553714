"""How much of time one article may hold; every other limit stands where the text is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.errors import Problem
from dateline.model import Article, DatedArticle
from dateline.timex.english import OF_TIME
from dateline.timex.english.lexicon import FIGURES, plain_words
from dateline.timex.languages import reads
from dateline.timex.tokens import tokens

WORDS_OF_TIME = 10_000
"""Of words and figures that may tell a time; news has one in ten words, so that this is a book of 100,000 words."""

EXPRESSIONS = 2_500
"""Of time expressions in an article; each may become an entry of the timeline, and a chronicle of a war has a third."""

LONGEST = 200
"""The words and signs of a sentence that is read as one; a longer one is a table or an attack.

It is read in pieces of so many, so that the work stays linear.
"""

SHORTEST = 2 * WORDS_OF_TIME
"""The characters below which a text cannot hold so many."""


def words_of_time(text: str) -> int:
    """How many words and figures may be part of a time expression; there are never more expressions than these."""
    lower = text.lower()
    return sum(word in OF_TIME for word in plain_words(lower)) + len(FIGURES.findall(lower))


def crowded(articles: Iterable[Article]) -> Iterator[Problem]:
    """The articles that nobody could date in a few seconds, each with what to do about it."""
    for article in articles:
        count = words_of_time(article.text) if len(article.text) > SHORTEST else 0
        if count > WORDS_OF_TIME:
            message = f"this article has {count:,} words and figures of time; more than {WORDS_OF_TIME:,} are too many"
            yield Problem(article.path, message, "Split it into several articles.")


def overdated(dated: Iterable[DatedArticle]) -> Iterator[Problem]:
    """The articles that have more expressions than a page can show, each with what to do about it."""
    for one in dated:
        count = len(one.expressions)
        if count > EXPRESSIONS:
            message = f"this article has {count:,} time expressions; more than {EXPRESSIONS:,} are too many"
            yield Problem(one.article.path, message, "Split it into several articles.")


def endless(dated: Iterable[DatedArticle]) -> Iterator[Problem]:
    """The sentences with a time expression that are read in pieces, each as a warning."""
    for one in dated:
        if not reads(one.article.conventions.lang):
            continue
        text = one.article.text
        for start, end in dict.fromkeys(expression.sentence for expression in one.expressions):
            if end - start > LONGEST and (count := len(tokens(text, start, end))) > LONGEST:
                words = " ".join(text[start : start + 60].split())
                message = f"a sentence of {count:,} words and signs, “{words} …”, is read in pieces of {LONGEST}"
                yield Problem(one.article.path, message, "Write it in several, so that no event is cut in two.")
