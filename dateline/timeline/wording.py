"""The words of a report: those of its clause, of the sentence around it, and of what stands before that."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from dateline.model import DatedArticle, Event
from dateline.timex.tokens import Token, tokens

PRONOUNS = ("he", "she", "they", "it", "his", "her", "their", "its", "him", "them")
AROUND = 150
"""How many characters of a sentence before and behind a clause are read."""
PRONOUN_REACH, BEFORE = 4, 160
"""How far into a clause a pronoun is looked for, in words, and how far back what it stands for, in characters."""


def clause_tokens(dated: DatedArticle, event: Event) -> tuple[Token, ...]:
    """The tokens of the event's clause, without those of the article's time expressions."""
    if not event.spans:
        return tokens(event.what)
    start, end = event.spans[0][0], event.spans[-1][1]
    first = bisect_right(dated.expressions, start, key=lambda x: x.end)
    last = bisect_left(dated.expressions, end, key=lambda x: x.start)
    timed = [(x.start, x.end) for x in dated.expressions[first:last]]
    words = [token for span in event.spans for token in _tokens_of(dated, event, span)]
    for begins, ends in timed:
        words = [token for token in words if not begins <= token.start < ends]
    return tuple(words)


def _tokens_of(dated: DatedArticle, event: Event, span: tuple[int, int]) -> Sequence[Token]:
    """The tokens of a stretch of the text, from those of the event's sentence where it lies within."""
    (start, end), first, last = span, event.quote_start, event.quote_start + len(event.quote)
    if start < first or end > last:
        return tokens(dated.article.text, start, end)
    words = tokens(dated.article.text, first, last)
    begin = bisect_left(words, start, key=attrgetter("start"))
    return words[begin : bisect_right(words, end, key=attrgetter("end"))]


def sentence_tokens(dated: DatedArticle, event: Event) -> tuple[Token, ...]:
    """The words of the sentence, of a long one those around the clause."""
    start, end = event.quote_start, event.quote_start + len(event.quote)
    if not event.spans:
        return tokens(event.quote[:AROUND])
    around = max(start, event.spans[0][0] - AROUND), min(end, event.spans[-1][1] + AROUND)
    return tokens(dated.article.text, *around) if around[0] < around[1] else ()


def tokens_before(dated: DatedArticle, event: Event, clause: Sequence[Token]) -> tuple[Token, ...]:
    """The words just before the sentence, where a pronoun in the clause has to be understood from them."""
    if event.subject or not any(token.lower in PRONOUNS for token in clause[:PRONOUN_REACH]):
        return ()
    return tokens(dated.article.text, max(0, event.quote_start - BEFORE), event.quote_start)
