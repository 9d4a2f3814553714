"""Noun phrases: where one begins, what describes it, and whether it can be a subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.verb_group import VerbGroup, is_adverb, is_open_class, plain_words
from dateline.timex.tokens import Token

Span = tuple[int, int]
QUOTES = '"“”'
NUMBERS = words.table("two three four five six seven eight nine ten dozens hundreds thousands")
AMOUNTS = words.table("one some half none majority most first last number rest part out")
# Prepositions that tie a noun to the name of a deed before it: "talks with the rebels", "a law on life jackets".
TIES = words.table("with on between in at by to for over against")
PLURAL_NOUNS = words.table("police people men women children taliban officials both others")
# Adverbs that are nouns behind a noun or an article: "a nursing home", "the well".
NOUNS_TOO = ("home", "well", "back")
# "16 cents a share".
PRICED = words.table("cents dollars pounds pence euros yen francs times")
DEFINITE = ("the", "its", "his", "her", "their", "our", "my")
ARTICLES = ("the", "a", "an", "its", "their", "our", "my")
# "The quarter ended June 30" names a period, and tells no event.
PERIODS = ("year", "quarter", "month", "months", "week", "weeks", "half", "period", "days")
# Adverbs that stand inside a noun phrase, at its head.
COUNTING = words.table("all most more both about around over nearly almost early late first up down")
BEFORE_ARTICLES = words.DETERMINERS | COUNTING | PRICED


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's tokens with what is known of each: `timed` is part of a date, `verbal` of a verb group."""

    tokens: Sequence[Token]
    lower: Sequence[str]
    timed: Sequence[bool]
    verbal: Sequence[bool]

    def at(self, k: int) -> str:
        """The word at `k` in small letters; empty beyond either end."""
        return self.lower[k] if 0 <= k < len(self.lower) else ""


def words_of(tokens: Sequence[Token], groups: Sequence[VerbGroup], timed: Sequence[bool]) -> Words:
    """A sentence's words."""
    verbal = [False] * len(tokens)
    for group in groups:
        verbal[group.start : group.end] = [True] * (group.end - group.start)
    return Words(tokens, plain_words(tokens), timed, verbal)


def is_tied(tokens: Sequence[Token], k: int) -> bool:
    """Whether a hyphen ties a small word to the noun behind it ("a by-election", "off-duty men")."""
    if k + 2 >= len(tokens) or tokens[k + 1].text != "-" or tokens[k].lower not in words.PREPOSITIONS:
        return False
    return tokens[k].end == tokens[k + 1].start and tokens[k + 1].end == tokens[k + 2].start


def in_noun(here: Words, k: int) -> bool:
    """Whether the word at `k` can stand in a noun phrase."""
    word = here.lower[k]
    if here.verbal[k]:
        # "A ban on trawling imposed in May."
        return word.endswith("ing") and here.at(k - 1) in words.PREPOSITIONS and not here.verbal[k - 1]
    if is_tied(here.tokens, k) or _is_point(here, k):
        return True
    if (
        word in words.DETERMINERS
        or word.isdigit()
        or word in ("'s", "-", "'", "’", "$", "£", "€", "%", "not")
        or word in QUOTES
    ):
        return True
    if word in NOUNS_TOO and k and (is_open_class(here.tokens[k - 1]) or here.lower[k - 1] in words.DETERMINERS):
        return not here.verbal[k - 1]
    graded = word.endswith("ly") or word in ("very", "most", "least", "once", "then", "first", "second")
    return (graded and here.at(k - 1) in words.DETERMINERS) or is_open_class(here.tokens[k])


def _is_point(here: Words, k: int) -> bool:
    """Whether a full stop belongs to an initial within a noun ("the U.S. Open", "J. Smith")."""
    if here.lower[k] != "." or not k or k + 1 == len(here.tokens):
        return False
    initial = len(here.tokens[k - 1].text) == 1 and here.tokens[k - 1].text.isupper()
    return initial and here.tokens[k - 1].end == here.tokens[k].start and here.tokens[k + 1].text[0].isupper()


def has_words(here: Words, start: int, end: int) -> bool:
    """Whether anything but dates, adverbs and marks stands between `start` and `end`; "there was" has a subject."""
    return any(
        not here.timed[k]
        and here.lower[k][0].isalnum()
        and (not adverb_at(here, k) or (here.lower[k] == "there" and k == end - 1))
        for k in range(start, end)
    )


def is_possessive(here: Words, k: int) -> bool:
    """Whether the date at `k` belongs to the noun behind it ("Thursday's operation", "Friday-night games")."""
    while k < len(here.timed) and here.timed[k]:
        k += 1
    return here.at(k) == "'s" or (here.at(k) == "-" and here.tokens[k - 1].end == here.tokens[k].start)


def noun_start(here: Words, floor: int, end: int) -> int:
    """Where the subject that ends before `end` begins, not before `floor`."""
    k = end
    while k > floor and (adverb_at(here, k - 1) or here.timed[k - 1]):
        k -= 1
    if here.at(k - 1) in words.SUBJECT_PRONOUNS:
        return k - 1
    while k > floor and in_noun(here, k - 1) and not _ends_date(here, k - 1):
        k -= 1
        if here.lower[k] in words.DETERMINERS and here.at(k - 1) != "'s":
            break
    return k


def _ends_date(here: Words, k: int) -> bool:
    """Whether a date with its preposition ends at `k` ("on Friday nothing moved"), and no noun goes on through it."""
    if not here.timed[k] or (k + 1 < len(here.timed) and here.timed[k + 1]):
        return False
    while k and here.timed[k - 1]:
        k -= 1
    return here.lower[k] in words.PREPOSITIONS


def noun_before(here: Words, floor: int, end: int) -> Span | None:
    """The noun phrase that ends at `end`, with the noun that "of" hangs it on."""
    k = end
    while k > floor:
        while k > floor and in_noun(here, k - 1) and not (here.timed[k - 1] and not is_possessive(here, k - 1)):
            k -= 1
            if here.lower[k] in ARTICLES and here.at(k - 1) not in BEFORE_ARTICLES:
                break
        if k == end or k - 2 < floor or not _is_tied(here, k) or not in_noun(here, k - 2):
            break
        k -= 1
    k = lead_in(here, k, end)
    return (k, end) if k < end and not here.verbal[k] else None


def _is_tied(here: Words, k: int) -> bool:
    """Whether the phrase that begins at `k` belongs to the noun before it, "of" a definite noun excepted."""
    preposition = here.at(k - 1)
    if preposition == "of":
        if here.at(k) in NUMBERS or here.at(k).isdigit():
            return k > 1 and is_open_class(here.tokens[k - 2]) and here.at(k - 2) not in AMOUNTS | NUMBERS
        return here.at(k) not in words.DETERMINERS
    return preposition in TIES and is_event_noun(here.at(k - 2))


def is_plural(word: str) -> bool:
    """Whether a noun, in small letters, is plural, as far as its form tells."""
    return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in PLURAL_NOUNS


def adverb_at(here: Words, k: int) -> bool:
    """Whether an adverb stands at `k`; "Kelly" and "Healy" are names."""
    return is_adverb(here.lower[k]) and not (k and here.tokens[k].text[0].isupper())


def lead_in(here: Words, start: int, end: int) -> int:
    """The start of a noun phrase without the date, adverb or mark in front of it."""
    k = start
    while k < end:
        word = here.lower[k]
        dated = here.timed[k] and not is_possessive(here, k)
        adverb = adverb_at(here, k) and word not in COUNTING
        # "Two days of talks": what is left of a noun whose length is a date.
        adverb = adverb or (word == "of" and k == start and k > 0 and here.timed[k - 1])
        # "In the quarter ended June 30, the firm …"
        adverb = adverb or (word in ("ended", "ending") and k + 1 < end and here.timed[k - 1] and here.timed[k + 1])
        if not (dated or adverb or word == "," or word in QUOTES or word in words.COORDINATORS):
            break
        k += 1
    return k


def subject_before(here: Words, start: int, end: int) -> Span | None:
    """The subject between the start of a clause and its verb, without dates and phrases that a comma sets off."""
    while end > start and (adverb_at(here, end - 1) or here.timed[end - 1]):
        if here.at(end - 2) in words.DETERMINERS or here.lower[end - 1] == "there":
            break
        end -= 1
    if end > start and here.lower[end - 1] in words.SUBJECT_PRONOUNS and here.at(end - 2) not in words.PREPOSITIONS:
        return end - 1, end
    start = lead_in(here, start, end)
    if here.at(start) in words.PREPOSITIONS:
        comma = next((k for k in range(start, end) if here.lower[k] == ","), None)
        start = lead_in(here, comma, end) if comma is not None else start
    return (start, end) if start < end else None


def comma_before(here: Words, floor: int, end: int) -> int | None:
    """The last comma before `end`, not before `floor`."""
    return next((k for k in range(end - 1, floor - 1, -1) if here.lower[k] == ","), None)


def is_noun(here: Words, start: int, end: int) -> bool:
    """Whether a noun begins at `start`, and no verb and no date stands before `end`."""
    inside = range(start, end)
    plain = not any(here.timed[k] or here.verbal[k] for k in inside)
    return plain and start < end and (in_noun(here, start) or here.at(start).isdigit())
