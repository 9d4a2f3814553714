"""What a reader of verbs can see ahead in a sentence: whether another verb follows, and whose it is."""

from __future__ import annotations

from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_bounds import Bounds
from dateline.timex.english.verb_context import HORIZON, is_past, is_sure_verb
from dateline.timex.english.verb_forms import Form, forms, lemma
from dateline.timex.english.verb_group import is_time_word

# Relatives, and conjunctions whose clause may stand before the verb of the one around it.
OF_NOUNS = ("who", "which", "that", "whose", "where", "whom")
LASTING = ("as", "until", "till")


class Ahead(Bounds):
    """Looks for the verb that a noun read so far may be waiting for."""

    def finite_ahead(self, at: int) -> bool:
        """Whether a finite verb without a subject of its own follows, so that the noun before `at` is its subject."""
        relatives = 0
        for k in range(at + 1, min(len(self.tokens), at + HORIZON)):
            word = self.lower[k]
            if word in ";:" or word in words.SURE_SUBJECTS:
                return False
            if word in OF_NOUNS or (word in LASTING and self.clause_follows(k)):
                relatives += 1
            elif relatives and is_past(word) and self.word(self.before(k)) in ("who", "which", "that"):
                relatives -= 1
            elif (
                word in words.SUBORDINATORS
                and word not in ("since", "until", "till", "as")
                and not (word == "because" and self.word(k + 1) == "of")
                and (word not in ("after", "before") or self.clause_follows(k))
            ) or (word in words.COORDINATORS and not self.joins_dates(k)):
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

    def joins_dates(self, at: int) -> bool:
        """Whether a coordinator stands before another date ("in May and June", "in 1991 and again in 2002")."""
        return at + 1 < len(self.tokens) and (is_time_word(self.tokens[at + 1]) or self.lower[at + 1] == "again")

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
        if self.word(0) == "with":
            # "With the bridge closed since March, villagers take the ferry": no subject begins with it.
            return True
        for k in range(comma + 1, min(len(self.tokens), comma + 16)):
            if is_sure_verb(self.tokens[k]) or is_past(self.lower[k]):
                return lemma(self.lower[k]) not in words.SPEECH or self.word(k + 1) not in (".", ",", "")
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
