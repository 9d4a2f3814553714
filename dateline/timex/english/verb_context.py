"""What a reader of verbs knows of the sentence so far, and what it can see ahead."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_forms import Form, forms, lemma
from dateline.timex.english.verb_group import (
    VerbGroup,
    is_adverb,
    is_open_class,
    is_time_word,
    plain_words,
)
from dateline.timex.english.words import ONES, PARTS_OF_DAY, TENS, UNITS
from dateline.timex.tokens import Token

PAST_OR_PARTICIPLE = Form.PAST | Form.PARTICIPLE
BEFORE_NOUNS = ("last", "new", "former", "newly", "recently")
# "The cholera, last seen in 1866": no noun follows.
DATED_BY = ("in", "on", "at", "by")
# What a hyphen ties to a verb to make a noun: a run-off, the build-up.
PARTICLES = words.table("off up out over down in away back")
# What stands before a noun, and before an adjective with it; what follows a verb; verbs of telling.
OPENING_NOUNS = words.DETERMINERS | {"'s"}
BEFORE_ADJECTIVES = OPENING_NOUNS - {"that", "all", "both", "either", "other"} | {"very", "so"}
TELLING = words.SPEECH | words.REPORTING
# What opens or closes a clause: relatives and conjunctions, prepositions that may be conjunctions, marks.
OPENERS = words.table("who which whom whose that where when while because if although though whereas unless")
CONJUNCTIONS = words.table("after before since until as once whether than")
BOUNDARIES = OPENERS | CONJUNCTIONS | words.COORDINATORS | set(',;:—–"“”')
# Verbs that want an object: without one behind it, "-ed" describes the noun before it ("a tug sent out sank").
WANTS_OBJECT = words.table(
    """
    abandon abduct acquit adopt appoint approve arrest attribute award ban bring build bury buy capture catch charge
    cite commission convict create damage deport design destroy detain discover dismiss draft elect equip establish
    expel extradite fell fill fire found free hire hold house identify impose injure introduce invite issue jail
    kidnap kill know launch lay list make mount name order own paint place plant post print publish put quote rescue
    save sell send sentence shoot sign station steal summon sweep take trap value wound
    """
)
# Verbs behind which a noun is their object, though a clause may follow too: "found a boat bought in 2014".
FINDING = words.table("find discover see show report recover")
NUMBERS = frozenset((*ONES, *TENS, "a", "several"))
COUNTED_FROM = ("earlier", "later", "before", "after", "ago")
# How far the search for the verb that a participle's noun is waiting for goes on.
HORIZON = 40


def is_past(word: str) -> bool:
    """Whether a word can be a simple past."""
    return bool(forms(word) & Form.PAST)


def is_sure_verb(token: Token) -> bool:
    """Whether a word is finite whatever stands around it: an auxiliary, or a past that is no participle."""
    word = token.lower
    return (
        word in words.FINITE_PAST
        or word in words.FINITE_PRESENT
        or (word in words.MODALS and token.text[0].islower())
        or forms(word) & PAST_OR_PARTICIPLE == Form.PAST
    )


class Surroundings:
    """The verbs read so far, and what the clause at hand still waits for.

    `finite`: the clause has its finite verb; `noun`: it has a noun that can be its subject; `commas`: how many it has
    had; `outer`: the same three of the clauses around it.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lower = plain_words(tokens)
        self.groups: list[VerbGroup] = []
        self.finite = False  # the clause has its finite verb
        self.noun = False  # the clause has a noun that can be its subject
        self.outer: list[tuple[bool, bool, int]] = []  # the clauses around this one, waiting
        self.commas = 0  # commas since the clause began
        self.anew = False  # a coordinator since the clause's verb seems to begin another clause

    def word(self, at: int) -> str:
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def before(self, at: int) -> int:
        """The nearest position to the left of `at` that is no adverb, nor the "more than" of "more than doubled"."""
        at -= 1
        while at >= 0 and is_adverb(self.lower[at]):
            at -= 1
        if at > 0 and self.lower[at] == "than" and self.lower[at - 1] in ("more", "less"):
            return at - 2
        return at

    def after(self, at: int) -> int:
        """The nearest position to the right of `at` that is no adverb."""
        at += 1
        while at < len(self.lower) and is_adverb(self.lower[at]):
            at += 1
        return at

    def settle(self, group: VerbGroup) -> None:
        if group.finite and not self.is_aside(group):
            # "The man who fled and was caught": a second verb of the same clause closes none.
            beside = self.word(self.before(group.start)) in words.COORDINATORS
            if self.finite and self.outer and not beside:
                self.outer.pop()
            self.finite, self.anew = True, False
        elif group.form == "gerund":
            self.noun = True

    def is_aside(self, group: VerbGroup) -> bool:
        """Whether a verb of saying stands between commas while a subject waits ("The fund, she said, fell")."""
        aside = group.lemma in words.SPEECH and self.word(group.end) == ","
        return aside and not self.finite and self.commas % 2 == 1

    def verb_at(self, at: int) -> bool:
        return bool(forms(self.word(at)) & (Form.BASE | Form.PARTICIPLE | Form.ING))

    def adjectival(self, at: int) -> bool:
        """Whether the participle at `at` describes a noun behind it, or is one ("the disputed ridge")."""
        left = self.word(at - 1)
        if at == 0 and len(self.tokens) > 1:
            return is_open_class(self.tokens[1]) and self.word(1) not in words.TIME_NOUNS
        if left in BEFORE_ADJECTIVES or self.is_owned_by_many(at):
            return True
        if is_adverb(left) and at + 1 < len(self.tokens) and self.word(self.before(at)) in OPENING_NOUNS:
            return is_open_class(self.tokens[at + 1])
        if (left in BEFORE_NOUNS and self.word(at + 1) not in DATED_BY) or (
            self.lower[at].startswith("un") and lemma(self.lower[at]) == self.lower[at]
        ):
            return True
        named = left in words.PREPOSITIONS and left not in (
            "as",
            "when",
            "once",
            "since",
            "after",
            "before",
            "until",
            "than",
            "over",
            "up",
        )
        # "suicide-bombed", "US-led": composed with a hyphen, a participle is an adjective.
        return named or self.is_composed(at)

    def is_owned_by_many(self, at: int) -> bool:
        """Whether the apostrophe of a plural stands before a word and its noun: "the auditors' leaked report"."""
        if at < 2 or self.lower[at - 1] != "'" or at + 1 == len(self.tokens) or not self.lower[at - 2].endswith("s"):
            return False
        tied = self.tokens[at - 2].end == self.tokens[at - 1].start and "'" not in self.lower[: at - 1]
        return tied and is_open_class(self.tokens[at + 1]) and not is_time_word(self.tokens[at + 1])

    def is_half_noun(self, at: int) -> bool:
        """Whether a hyphen makes a noun of a verb and its particle: a run-off, the build-up, a stand-off."""
        return self.word(at + 1) == "-" and self.word(at + 2) in PARTICLES

    def is_composed(self, at: int) -> bool:
        """Whether a hyphen ties the word at `at` to the one before."""
        return at > 1 and self.lower[at - 1] == "-" and self.tokens[at - 1].start == self.tokens[at - 2].end

    def has_object(self, at: int) -> bool:
        nearest = self.after(at)
        if nearest >= len(self.tokens):
            return False
        token = self.tokens[nearest]
        if is_time_word(token) and not (token.lower.isdigit() and len(token.lower) != 4):
            return False
        counted = self.word(nearest + 1).rstrip("s") in UNITS and self.word(nearest + 2) in COUNTED_FROM
        if counted and (token.lower.isdigit() or token.lower in NUMBERS):
            # "Abolished two years earlier".
            return False
        if token.lower in ("the", "that") and self.names_time(nearest + 1):
            return False
        return (
            token.lower in words.DETERMINERS
            or token.lower in ("him", "them", "it", "her", "us", "me", "that", "he", "she", "they")
            or token.lower.isdigit()
            or token.lower in ("$", "€", "£", '"', "“")
            or (is_open_class(token) and not forms(token.lower) & (Form.ING | PAST_OR_PARTICIPLE))
        )

    def names_time(self, at: int) -> bool:
        """Whether the words behind "the" or "that" say when: "the same night", "the next day", "that morning"."""
        at += self.word(at) in ("same", "next", "following", "previous")
        return self.word(at) in UNITS or self.word(at) in PARTS_OF_DAY

    def ambiguous_noun(self, at: int) -> bool:
        """Whether a word like "set", "cut" or "cost" is the noun here: no noun before it that could be its subject."""
        return not self.noun or self.word(at - 1) in words.DETERMINERS or self.word(at - 1) in words.PREPOSITIONS

    def behind_preposition(self, at: int) -> bool:
        """Whether a preposition governs the pronoun at `at`, so that it is no subject ("the day on which")."""
        return self.word(at - 1) in words.PREPOSITIONS

    def is_dated(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and is_time_word(self.tokens[at + 1])
