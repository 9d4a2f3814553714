"""The word that opens a clause: a relative, a conjunction, a semicolon or a dash."""

from __future__ import annotations

from dateline.events.nouns import QUOTES, Words, comma_before, has_words, is_noun
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_group import AUXILIARIES, is_adverb

BREAKS = (";", ":")
DASHES = "—–-"
RELATIVES = ("who", "whom", "whose", "which", "where")
QUESTIONS = ("how", "what", "why", "whatever", "whoever")
CONJUNCTIONS = words.table("when whenever while because although though if unless whether whereas lest provided") | set(
    QUESTIONS
)
# Conjunctions behind which "that" is a pronoun: "if that fails".
GOVERNING = words.PREPOSITIONS - {"in", "except"}
BEFORE_THAT = words.table("when while because although though if unless whether")
# Conjunctions that are prepositions too: "after talks collapsed", "after the talks".
DOUBLE = ("after", "before", "since", "until", "till", "as", "once")
PLURAL = ("were", "are", "have")
NO_CLAUSE = ("well", "part", "many", "much", "long", "far", "of")
BREAKS_OFF = frozenset({",", ".", ";", "and", "but"})
IN_BRACKETS = 3


def opener(here: Words, floor: int, end: int) -> int | None:
    """The last word between `floor` and `end` that surely opens a clause: a relative, a conjunction, a semicolon."""
    comma = False
    for k in range(end - 1, floor - 1, -1):
        word = here.lower[k]
        if here.timed[k] and word not in DOUBLE:
            continue
        if (word in BREAKS and not _is_bracketed(here, k)) or _is_dash(here, k) or _closes_quote(here, k):
            return k
        if word in RELATIVES or (word == "that" and not is_determiner(here, k)):
            return k
        if word == "time" and here.at(k - 1) == "the" and here.at(k - 2) == "by" and has_words(here, k + 1, end):
            return k
        if word in CONJUNCTIONS and here.at(k + 1) != "of" and not _is_doing(here, k + 1):
            return k
        doubtful = word in DOUBLE and not comma and not here.timed[k] and here.at(k + 1) not in NO_CLAUSE
        doubtful = doubtful and not _is_doing(here, k + 1) and not _stands_before_subject(here, k, end)
        if doubtful and has_words(here, k + 1, end) and not (here.at(k + 1) == "a" and here.at(end) in PLURAL):
            return k
        comma = comma or word == ","
    return None


def _stands_before_subject(here: Words, double: int, verb: int) -> bool:
    """Whether "after" is a preposition, and the pronoun before the verb the subject: "After the war she sold it".

    The pronoun tells of the noun where another verb, or behind a comma another subject, follows: "After the house she
    bought burned, …", "After the day she left, nobody …".
    """
    if here.lower[verb - 1] not in words.SURE_SUBJECTS or verb - 1 <= double + 1:
        return False
    at = verb + 1
    while at < len(here.lower) and here.verbal[at] and here.lower[at - 1] in AUXILIARIES:
        at += 1
    ends = next((k for k in range(at, len(here.lower)) if here.verbal[k] or here.lower[k] in BREAKS_OFF), None)
    if ends is None or here.lower[ends] != ",":
        return ends is None or not here.verbal[ends]
    behind = here.at(ends + 1)
    return behind in words.COORDINATORS or (ends + 1 < len(here.verbal) and here.verbal[ends + 1])


def _is_bracketed(here: Words, mark: int) -> bool:
    """Whether a mark stands right inside brackets: "Marram plc (LSE: MAR) said"."""
    return "(" in here.lower[max(mark - IN_BRACKETS, 0) : mark] and ")" in here.lower[mark : mark + IN_BRACKETS + 1]


def _is_doing(here: Words, k: int) -> bool:
    """Whether a gerund stands behind a conjunction, which then opens no clause of its own ("while trying to swim").

    One right before a verb is its subject ("since counting began").
    """
    doing = k < len(here.lower) and here.verbal[k] and here.lower[k].endswith("ing")
    return doing and not (k + 1 < len(here.verbal) and here.verbal[k + 1] and here.at(k + 1) != "to")


def opener_behind_comma(here: Words, floor: int, comma: int, end: int) -> int | None:
    """The word that opens the clause of a verb behind a comma, which may close what describes its subject.

    So in "after the mayor, a baker, agreed".
    """
    found = opener(here, floor, end)
    opens = comma_before(here, floor, comma)
    if found is not None or opens is None or not is_noun(here, opens + 1 + is_adverb(here.at(opens + 1)), comma):
        return found
    backwards = range(opens - 1, floor - 1, -1)
    word = next((k for k in backwards if here.lower[k] in DOUBLE or here.lower[k] == ","), None)
    if word is None or here.lower[word] == "," or here.timed[word] or not is_noun(here, word + 1, opens):
        return None
    return word


def opener_of_described(here: Words, floor: int, comma: int, end: int) -> int | None:
    """The word that opens the clause of a verb whose subject two commas describe ("when the mayor, Ann Lee, asked")."""
    found, opens = opener(here, floor, end), comma_before(here, floor, comma)
    if found is None or opens is None or not (found < opens and is_noun(here, found + 1, opens)):
        return None
    return found if is_noun(here, opens + 1, comma) else None


def _is_dash(here: Words, k: int) -> bool:
    if here.lower[k] not in DASHES:
        return False
    apart = k > 0 and here.tokens[k - 1].end < here.tokens[k].start
    return here.lower[k] == "—" or (
        apart and k + 1 < len(here.tokens) and here.tokens[k + 1].start > here.tokens[k].end
    )


def _closes_quote(here: Words, k: int) -> bool:
    return here.lower[k] in QUOTES and k > 1 and here.lower[k - 1] in (",", ".", "?", "!")


def is_determiner(here: Words, k: int) -> bool:
    """Whether "that" at `k` is no conjunction: it begins the sentence or a clause, or a preposition governs it."""
    return k == 0 or here.lower[k - 1] in GOVERNING or here.lower[k - 1] in BEFORE_THAT
