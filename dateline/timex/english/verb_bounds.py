"""Where the clause of the verbs at hand opens and closes, as a reader of verbs goes along."""

from __future__ import annotations

from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_context import (
    CONJUNCTIONS,
    FINDING,
    OPENERS,
    TELLING,
    WANTS_OBJECT,
    Surroundings,
    is_past,
    is_sure_verb,
)
from dateline.timex.english.verb_forms import Form, forms, lemma
from dateline.timex.english.verb_group import is_adverb, is_time_word


class Bounds(Surroundings):
    """Opens and closes clauses at relatives, conjunctions and marks."""

    def boundary(self, at: int, word: str) -> None:
        """Opens or closes a clause at the token `at`, a `word` of the boundaries."""
        if (word in ";:—–" and not self.joins_years(at)) or (
            word in '"“”' and self.word(at - 1) in (",", ".", "!", "?", ":", "")
        ):
            self.finite, self.noun, self.commas = False, False, 0
            self.outer.clear()
        elif word in OPENERS:
            # "And that": a second thing that was said, and no clause that waits.
            again = word == "that" and self.word(at - 1) in words.COORDINATORS
            self.outer.append((self.finite and (again or not self.anew), self.noun, self.commas))
            self.finite, self.noun, self.commas = False, word in ("who", "which", "that"), 0
        elif word in CONJUNCTIONS:
            aside = not self.finite and self.noun and self.commas % 2 == 1
            if (self.finite or aside) and self.clause_follows(at):
                self.outer.append((self.finite, self.noun, self.commas))
                self.finite, self.noun, self.commas = False, False, 0
        elif word == ",":
            if self.finite and self.outer:
                self.finite, self.noun, self.commas = self.outer.pop()
            # "Elsewhere, the game, called off on Friday, …": no aside begins behind an adverb that opens the sentence.
            self.commas += at > 1 or not is_adverb(self.lower[0])
        elif word in words.COORDINATORS:
            if self.finite and at:
                self.anew = word == "but" or self.lower[at - 1] == "," or is_time_word(self.tokens[at - 1])
            else:
                self.noun = True

    def clause_follows(self, at: int) -> bool:
        """Whether the conjunction at `at` joins a clause, not a noun ("after talks collapsed", "after the talks")."""
        if self.word(at + 1) in ("being", "having", ",", ".", ";", ""):
            return False
        for k in range(at + 1, min(len(self.tokens), at + 10)):
            word = self.lower[k]
            if word == "," and self.goes_on_behind(k):
                return True
            if word in ",;." or word in words.RELATIVES or (k == at + 1 and is_time_word(self.tokens[k])):
                return False
            if word in words.SURE_SUBJECTS or is_sure_verb(self.tokens[k]):
                # "As a cook in Bonn and came home": the verb goes on with an earlier one.
                return self.word(self.before(k)) not in words.COORDINATORS
            if k > at + 1 and is_past(word) and not self.adjectival(k):
                return True
        return False

    def goes_on_behind(self, comma: int) -> bool:
        """Whether a verb follows what a participle between commas tells of its subject ("…, held in May, agreed")."""
        if not forms(self.word(comma + 1)) & Form.PARTICIPLE:
            return False
        closes = next((k for k in range(comma + 2, comma + 12) if self.word(k) in (",", ";", "")), comma)
        return self.word(closes) == "," and is_past(self.word(closes + 1))

    def joins_years(self, dash: int) -> bool:
        """Whether a dash stands between two figures ("1842–45")."""
        return self.word(dash - 1).isdigit() and self.word(dash + 1).isdigit()

    def fresh_subject(self, at: int) -> bool:
        """Whether a new subject stands between the clause's finite verb and `at`."""
        if not self.groups:
            return True
        last = self.groups[-1]
        gap = self.lower[last.end : at]
        if not gap:
            return False
        beside = gap[-1] == "," and self.word(at + 1) in words.PREPOSITIONS - {"to"} and self.lower[at] != "said"
        if beside and forms(self.lower[at]) & Form.PARTICIPLE:
            # "The sale of the mill, agreed in March".
            return False
        if "," in gap and (lemma(self.lower[at]) in TELLING or self.word(at + 1) in (".", "", ",")):
            return True
        if last.lemma in words.REPORTING and gap[0] not in (",", ".", "by") and "," not in gap:
            return last.lemma not in FINDING or lemma(self.lower[at]) not in WANTS_OBJECT or self.has_object(at)
        return any(word in ("and", "but", "or") for word in gap) and gap[0] not in words.DETERMINERS
