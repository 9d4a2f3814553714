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
from dateline.timex.english.words import PARTS_OF_DAY, UNITS
from dateline.timex.tokens import Token

PAST_OR_PARTICIPLE = Form.PAST | Form.PARTICIPLE
BEFORE_NOUNS = ("last", "new", "former", "newly", "recently")
# Nouns in the singular that British English joins to a verb in the plural, and what teams do to one another.
COLLECTIVES = words.table("team side band squad crew cast pair trio duo couple choir orchestra")
FIXTURES = words.table("face play host meet visit tour entertain take")
# What a hyphen ties to a verb to make a noun: a run-off, the build-up.
PARTICLES = words.table("off up out over down in away back")
# What stands before a noun, and before an adjective with it; what follows a verb; verbs of telling.
OPENING_NOUNS = words.DETERMINERS | {"'s"}
BEFORE_ADJECTIVES = OPENING_NOUNS - {"that", "all", "both", "either", "other"} | {"very", "so"}
BEHIND_VERBS = words.PREPOSITIONS - {"of"}
TELLING = words.SPEECH | words.REPORTING
# What opens or closes a clause: relatives and conjunctions, prepositions that may be conjunctions, marks.
OPENERS = words.table("who which whom whose that where when while because if although")
CONJUNCTIONS = words.table("after before since until as once though unless whereas whether than")
BOUNDARIES = OPENERS | CONJUNCTIONS | words.COORDINATORS | set(',;:—–"“”')
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
        or word in words.MODALS
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

    def boundary(self, at: int, word: str) -> None:
        """Opens or closes a clause at the token `at`, a `word` of the boundaries."""
        if word in ";:—–" or (word in '"“”' and self.word(at - 1) in (",", ".", "!", "?", ":", "")):
            self.finite, self.noun, self.commas = False, False, 0
            self.outer.clear()
        elif word in OPENERS:
            self.outer.append((self.finite and not self.anew, self.noun, self.commas))
            self.finite, self.noun, self.commas = False, word in ("who", "which", "that"), 0
        elif word in CONJUNCTIONS:
            aside = not self.finite and self.noun and self.commas % 2 == 1
            if (self.finite or aside) and self.clause_follows(at):
                self.outer.append((self.finite, self.noun, self.commas))
                self.finite, self.noun, self.commas = False, False, 0
        elif word == ",":
            if self.finite and self.outer:
                self.finite, self.noun, self.commas = self.outer.pop()
            self.commas += 1
        elif word in words.COORDINATORS:
            if self.finite and at:
                self.anew = word == "but" or self.lower[at - 1] == "," or is_time_word(self.tokens[at - 1])
            else:
                self.noun = True

    def clause_follows(self, at: int) -> bool:
        """Whether the conjunction at `at` joins a clause, not a noun ("after talks collapsed", "after the talks")."""
        if self.word(at + 1) in ("being", "having"):
            return False
        for k in range(at + 1, min(len(self.tokens), at + 10)):
            word = self.lower[k]
            if word == "," and self.goes_on_behind(k):
                return True
            if word in ",;." or word in words.RELATIVES or (k == at + 1 and is_time_word(self.tokens[k])):
                return False
            if word in words.SURE_SUBJECTS or is_sure_verb(self.tokens[k]):
                return True
            if k > at + 1 and is_past(word) and not self.adjectival(k):
                return True
        return False

    def goes_on_behind(self, comma: int) -> bool:
        """Whether a verb follows what a participle between commas tells of its subject ("…, held in May, agreed")."""
        if not forms(self.word(comma + 1)) & Form.PARTICIPLE:
            return False
        closes = next((k for k in range(comma + 2, comma + 12) if self.word(k) in (",", ";", "")), comma)
        return self.word(closes) == "," and is_past(self.word(closes + 1))

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
        if left in BEFORE_NOUNS or (self.lower[at].startswith("un") and lemma(self.lower[at]) == self.lower[at]):
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

    def fresh_subject(self, at: int) -> bool:
        """Whether a new subject stands between the clause's finite verb and `at`."""
        if not self.groups:
            return True
        last = self.groups[-1]
        gap = self.lower[last.end : at]
        if not gap:
            return False
        if "," in gap and (lemma(self.lower[at]) in TELLING or self.word(at + 1) in (".", "", ",")):
            return True
        if last.lemma in words.REPORTING and gap[0] not in (",", ".", "by") and "," not in gap:
            return True
        return any(word in ("and", "but", "or") for word in gap) and gap[0] not in words.DETERMINERS

    def finite_ahead(self, at: int) -> bool:
        """Whether a finite verb without a subject of its own follows, so that the noun before `at` is its subject."""
        relatives = 0
        for k in range(at + 1, min(len(self.tokens), at + HORIZON)):
            word = self.lower[k]
            if word in ";:" or word in words.SURE_SUBJECTS:
                return False
            if word in ("who", "which", "that", "whose", "where", "whom"):
                relatives += 1
            elif relatives and is_past(word) and self.word(self.before(k)) in ("who", "which", "that"):
                relatives -= 1
            elif (
                word in words.SUBORDINATORS
                and word not in ("since", "until", "till", "as")
                and (word not in ("after", "before") or self.clause_follows(k))
            ) or (word in words.COORDINATORS and not (k + 1 < len(self.tokens) and is_time_word(self.tokens[k + 1]))):
                return False
            elif word == "," and not self.is_within_date(k):
                closed, relatives = relatives > 0, 0
                if not closed and k > at + 1 and self.word(at - 1) != "," and self.is_end(k):
                    return False
            elif is_sure_verb(self.tokens[k]) and self.word(k - 1) != "to" and not self.tokens[k].text[0].isupper():
                if not relatives:
                    return self.word(k - 1) not in ("it", "there", "you")
                relatives -= 1
        return False

    def is_within_date(self, comma: int) -> bool:
        """Whether a comma stands between a day and its year ("Oct. 11, 1995")."""
        year = self.word(comma + 1)
        return self.word(comma - 1).isdigit() and year.isdigit() and len(year) == 4

    def begins_main(self, at: int) -> bool:
        """Whether a noun behind a date begins the main clause ("When we met on Friday nothing moved")."""
        if not self.groups or not self.outer or self.outer[-1][0] or self.outer[-1][1]:
            return False
        dates = [k for k in range(self.groups[-1].end, at) if is_time_word(self.tokens[k])]
        if not dates or "," in self.lower[self.groups[-1].end : at]:
            return False
        noun = self.lower[dates[-1] + 1 : at]
        return bool(noun) and noun[0] not in words.PREPOSITIONS and noun[-1] not in words.DETERMINERS

    def in_opening_phrase(self, at: int) -> bool:
        """Whether `at` is in a phrase before the subject ("Under a deal struck in March, the two will merge")."""
        if self.groups or self.commas or self.word(0) not in words.PREPOSITIONS:
            return False
        comma = next((k for k in range(at, min(len(self.lower), at + HORIZON)) if self.lower[k] == ","), None)
        if comma is None or self.word(comma + 1) in words.COORDINATORS:
            return False
        for k in range(comma + 1, min(len(self.tokens), comma + 16)):
            if is_sure_verb(self.tokens[k]) or is_past(self.lower[k]):
                return lemma(self.lower[k]) not in words.SPEECH or self.word(k + 1) not in (".", ",", "")
        return False

    def past_ahead(self, at: int) -> bool:
        """Whether a past tense follows in the same stretch, so that the word at `at` is rather in its subject."""
        for k in range(at + 1, min(len(self.tokens), at + HORIZON)):
            word = self.lower[k]
            if word in ",;:" or word in words.SURE_SUBJECTS or word in words.RELATIVES or word in words.SUBORDINATORS:
                return False
            if word in words.COORDINATORS and is_sure_verb(self.tokens[min(self.after(k), len(self.tokens) - 1)]):
                return False
            beside = bool(forms(word) & Form.BASE) and self.word(k - 1) in (*words.COORDINATORS, "to")
            if is_past(word) and not beside and not self.adjectival(k):
                return True
        return False

    def is_end(self, comma: int) -> bool:
        """Whether the comma ends a clause, or parts verbs ("The ship sailed in May, was trapped and sank")."""
        follows = self.word(self.after(comma))
        listed = not self.outer and self.commas % 2 == 0 and follows not in ("who", "which", "whose", "where")
        return listed or not self.goes_on(comma)

    def goes_on(self, comma: int) -> bool:
        """Whether the clause goes on behind the comma: with a verb, or with a relative clause that will close again."""
        nearest = self.after(comma)
        if self.word(nearest) in ("who", "which", "whose", "where"):
            return True
        return nearest < len(self.tokens) and (is_sure_verb(self.tokens[nearest]) or is_past(self.lower[nearest]))

    def behind_preposition(self, at: int) -> bool:
        """Whether a preposition governs the pronoun at `at`, so that it is no subject ("the day on which")."""
        return self.word(at - 1) in words.PREPOSITIONS

    def is_dated(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and is_time_word(self.tokens[at + 1])

    def agrees(self, subject: str, form: int) -> bool:
        """Whether a verb's form fits the noun before it; behind a comma, whether it closes what another opened."""
        if subject == ",":
            return self.commas % 2 == 0
        plural = subject.endswith("s") and not subject.endswith(("ss", "us", "is"))
        plural = plural or subject in ("people", "police", "men", "women", "children", "many", "few", "others")
        return plural if form & Form.BASE else not plural

    def is_team(self, at: int) -> bool:
        """Whether the noun before a plural verb is a team or the like ("England face Wales", "the band play")."""
        left, follows = self.before(at), self.after(at)
        if left < 0 or follows >= len(self.tokens) or (self.finite and not self.anew):
            return False
        named = self.tokens[left].text[0].isupper() and lemma(self.lower[at]) in FIXTURES
        against = self.lower[follows] == "against" and lemma(self.lower[at]) in ("play", "open", "start", "begin")
        met = (named and self.tokens[follows].text[0].isupper()) or (against and self.tokens[left].text[0].isupper())
        return met or self.lower[left] in COLLECTIVES

    def may_go_on(self, at: int, left: str, follows: str) -> bool:
        """Whether what follows is what follows a verb: an object, a preposition, a date, an adverb."""
        if follows == "that" and is_sure_verb(self.tokens[min(at + 2, len(self.tokens) - 1)]):
            # "Prices that had doubled": the noun of a relative clause.
            return False
        if follows in words.DETERMINERS or follows in BEHIND_VERBS:
            return True
        if follows in ("to", "it", "him", "them", "that") or forms(follows) & Form.ING:
            return True
        if follows in (".", ",", ""):
            return lemma(self.lower[at]) in words.REPORTING
        return (left == "," and follows[:1].isalnum()) or self.is_dated(at) or is_adverb(self.word(at + 1))
