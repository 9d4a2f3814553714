"""What lies between two verbs of a sentence: the word at which the second one's clause begins."""

from __future__ import annotations

from dateline.events import speakers
from dateline.events.nouns import QUOTES, Words, comma_before, has_words, in_noun
from dateline.events.openers import RELATIVES, opener
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_group import VerbGroup, is_adverb

DAYS = ("day", "night", "morning", "evening", "week", "month", "year", "summer", "winter", "moment")
# Nouns behind which "that" tells what was said or feared.
CONTENT_NOUNS = words.table(
    """
    belief claim claims fact fear fears hope hopes idea likelihood news possibility report reports risk rumour
    rumours rumor rumors sign signs suggestion suggestions view warning warnings allegation allegations
    assurance assurances evidence feeling
    """
)
# "Sales of $3 billion, down from the $4 billion it forecast".
COMPARING = words.table("up down higher lower compared far well")
COUNTS = words.table("million billion percent %")
# Verbs behind which a noun is the subject of what was said, not an object.
TAKES_NO_NOUN = words.table("say tell believe think argue insist")


def phrase_of(here: Words, floor: int, relative: int) -> int:
    """Where the phrase begins in which a relative pronoun stands: "on which", "the largest of which"."""
    k = relative - 1
    governed = here.lower[relative] in ("which", "whom", "whose") and here.at(k) in words.PREPOSITIONS
    if k < floor or not governed or here.timed[k]:
        return relative
    if here.lower[k] != "of":
        return k
    start = k
    while start > max(floor, k - 5) and here.lower[start - 1] != "," and not here.verbal[start - 1]:
        start -= 1
    return start if here.at(start - 1) == "," else k


def is_dateline(here: Words, dash: int) -> bool:
    """Whether a place in capitals, with a date or an agency, stands before the dash ("GENEVA, May 9 (Agency) -")."""
    if dash == 0 or not here.tokens[0].text.isupper() or len(here.tokens[0].text) < 2:
        return False
    return all(token.text[0].isupper() or not token.text[0].isalpha() for token in here.tokens[:dash])


def label_end(here: Words) -> int:
    """How many tokens at the head only say what kind of thing follows ("Background: In 2019 …"); 0 for none.

    Who speaks is no label ("The mayor: I was told on Friday").
    """
    mark = next((k for k in range(min(LABEL + 1, len(here.lower))) if here.lower[k] == ":"), 0)
    marks = (*QUOTES, "(")
    told = any(here.timed[:mark]) or any(here.verbal[:mark]) or any(word in marks for word in here.lower[: mark + 2])
    told = told or not any(here.verbal[mark:])
    return mark + 1 if mark and not told and here.at(mark + 1) not in ("i", "we", "my", "our", "") else 0


LABEL = 4
"""How many words a label may have."""


def is_awaited(here: Words, inner: VerbGroup, outer: VerbGroup, bracketed: bool) -> bool:
    """Whether the verb `outer` has no subject behind the verb `inner`, so that the noun `inner` tells of is its own.

    `bracketed` says that a comma set `inner` apart, so that a comma closes it too.
    """
    if not outer.finite or opener(here, inner.end, outer.start) is not None:
        return False
    between = here.lower[inner.end : outer.start]
    if any(word in words.COORDINATORS for word in between):
        return False
    last = nearest(here, inner.end, outer.start, True)
    if bracketed:
        return here.at(last) == "," and last >= inner.end
    governed = here.at(last) == "it" and (last == inner.end or here.at(last - 1) in words.PREPOSITIONS)
    # "Who had worked there": only before "be" is it the subject that nothing stands for.
    place = here.at(last) == "there" and outer.lemma != "be"
    pronoun = here.at(last) in words.SUBJECT_PRONOUNS and not governed and not place
    return "," not in between and not pronoun and not is_subject_next(here, inner, outer.start)


def break_before(here: Words, floor: int, end: int) -> int | None:
    """The coordinator or comma behind which a subject that ends at `end` begins."""
    comma: int | None = None
    coordinator: int | None = None
    for k in range(end - 1, floor - 1, -1):
        word = here.lower[k]
        if word not in words.COORDINATORS and (word != "," or here.timed[k]):
            continue
        if not has_words(here, k + 1, end):
            continue
        if word in words.COORDINATORS:
            if here.at(k - 1) == "," or word in ("but", "yet"):
                return k
            coordinator = k if coordinator is None else coordinator
        elif comma is None:
            comma = k
    return max((k for k in (comma, coordinator) if k is not None), default=None)


def day_clause(here: Words, floor: int, verb: int) -> int | None:
    """Where the subject of a clause begins that tells of "the day" behind a comma ("on 1 May, the day it shut, …")."""
    for k in range(verb - 2, floor, -1):
        if here.lower[k] in (",", ";") or here.lower[k] in RELATIVES:
            return None
        if here.lower[k] in DAYS and here.lower[k - 1] == "the" and here.at(k - 2) == ",":
            start = k + 1 + (here.at(k + 1) in ("after", "before"))
            return start if has_words(here, start, verb) and here.at(start) not in words.PREPOSITIONS else None
    return None


def is_bare_relative(here: Words, floor: int, verb: int) -> bool:
    """Whether a pronoun before a verb stands right behind a noun that a preposition governs behind a comma.

    So in "withdrew, because of an injury she has had since May".
    """
    comma = comma_before(here, floor, verb)
    if comma is None or here.at(verb - 1) not in words.SURE_SUBJECTS or here.timed[verb - 2]:
        return False
    first = comma + 1 + (here.at(comma + 1) == "because" and here.at(comma + 2) == "of")
    governed = here.at(first) in words.PREPOSITIONS and not here.timed[first]
    return governed and first < verb - 2 and in_noun(here, verb - 2)


def is_compared(here: Words, floor: int, verb: int) -> bool:
    """Whether a pronoun before a verb stands behind what something is compared with ("down from the 540 it sold")."""
    comma = comma_before(here, floor, verb)
    if comma is None or here.at(verb - 1) not in words.SUBJECT_PRONOUNS or comma + 3 >= verb - 1:
        return False
    compared = here.at(comma + 1) in COMPARING and here.at(comma + 2) in words.PREPOSITIONS
    return compared and not any(here.timed[comma:verb]) and (here.at(verb - 2) in COUNTS or in_noun(here, verb - 2))


def coordinator_before(here: Words, floor: int, end: int) -> int | None:
    """The last coordinator with a noun behind it."""
    backwards = range(end - 1, floor - 1, -1)
    return next((k for k in backwards if here.lower[k] in words.COORDINATORS and has_words(here, k + 1, end)), None)


def nearest(here: Words, floor: int, start: int, waiting: bool) -> int:
    """The nearest word before the verb at `start` that is no adverb and no part of a date; `floor - 1` for none."""
    k = start - 1
    if k > floor and here.lower[k] == "than" and here.lower[k - 1] in ("more", "less"):
        # "Which more than doubled".
        k -= 2
    while k >= floor:
        adverb = is_adverb(here.lower[k]) and here.lower[k] != "there"
        if not (adverb or here.timed[k] or _is_between_dates(here, floor, k, waiting)):
            break
        k -= 1
    return k


def _is_between_dates(here: Words, floor: int, k: int, waiting: bool) -> bool:
    """Whether a comma or coordinator belongs to dates before a verb ("and, on Friday, fled", "May and June were")."""
    if here.lower[k] in words.COORDINATORS:
        # "Crossed today and by noon had reached it": another verb of the same subject.
        joins = waiting or here.at(k + 1) not in words.PREPOSITIONS
        return joins and k > floor and here.timed[k - 1] and k + 1 < len(here.timed) and here.timed[k + 1]
    if here.lower[k] != "," or waiting:
        return False
    before = k - 1
    while before > floor + 1 and here.timed[before]:
        before -= 1
    if here.lower[before] in words.COORDINATORS and here.timed[before - 1] and before < k - 1:
        # "The panics of 1873 and 1907, moved".
        return False
    before = k - 1
    while before > floor and (here.timed[before] or here.lower[before] == "," or is_adverb(here.lower[before])):
        before -= 1
    return before < k - 1 + here.timed[k + 1] and here.lower[before] in (*words.COORDINATORS, "who", "which", "that")


def has_object(here: Words, verb: VerbGroup) -> bool:
    """Whether a noun stands right behind a verb, or behind its particle ("signed the treaty", "siphoned off funds")."""
    k = verb.end + (here.at(verb.end) in ("off", "up", "out", "down", "away", "back", "over"))
    return k < len(here.tokens) and not here.timed[k] and in_noun(here, k)


def is_caused(here: Words, participle: int) -> bool:
    """Whether "have" or "get" stands before what the participle at a place is done to ("had it mended")."""
    k = participle - 1
    while k > 1 and k > participle - 8 and not here.verbal[k] and here.lower[k] not in (",", "and"):
        k -= 1
    caused = here.at(k) in ("have", "get") and here.at(k - 1) == "to"
    return (caused or here.at(k) in ("had", "got")) and here.verbal[k] and k < participle - 1


def is_subject_next(here: Words, verb: VerbGroup, end: int) -> bool:
    """Whether a noun behind a verb of saying is the subject of what was said."""
    k = speakers.behind_hearer(here, verb)
    return verb.lemma in TAKES_NO_NOUN and verb.finite and not verb.passive and k < end and in_noun(here, k)


def is_complement(here: Words, last: VerbGroup | None, floor: int, k: int, verb_next: bool) -> bool:
    """Whether "that" at `k` opens what was said or meant, not what describes a noun; `last` is the clause's verb."""
    if k and (here.lower[k - 1] in CONTENT_NOUNS or here.lower[k - 1] in words.COORDINATORS):
        return True
    behind_verb = k > 0 and here.verbal[k - 1]
    if last is None or behind_verb:
        return behind_verb
    between = [i for i in range(max(last.end, floor), k) if not here.timed[i] and here.lower[i] != ","]
    if not between:
        return True
    if last.lemma in words.REPORTING:
        return len(between) <= 6 and not verb_next
    return last.lemma == "be" and len(between) < 3 and here.lower[between[0]] not in words.DETERMINERS
