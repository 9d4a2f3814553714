"""Reads pasts and participles: whether "-ed" is what a clause tells, or what it tells of a noun."""

from __future__ import annotations

from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_context import HORIZON, PAST_OR_PARTICIPLE, WANTS_OBJECT, is_past, is_sure_verb
from dateline.timex.english.verb_forms import Form, forms, lemma
from dateline.timex.english.verb_group import AUXILIARIES, VerbGroup, is_open_class, is_time_word
from dateline.timex.english.verb_rows import MAYBE_NOUN, Rows
from dateline.timex.english.words import ONES, TENS

# Verbs behind which a clause follows without "that".
SAYING = ("say", "believe", "think", "fear", "hope", "insist")
SUBJECTS = frozenset("who which that they we you i".split())
STOCK = frozenset("share shares stock stocks stockholders shareholders".split())
COUNTS = frozenset((*ONES, *TENS, "million", "several", "some", "many", "0"))
PRONOUNS = frozenset({"who", "which", "they", "he", "she"})
# Verbs that need an object before "to": without one, "built to last" describes a noun.
MADE_TO = words.table("allow build compel design enable encourage entitle equip force hire invite make oblige order")
BY_WIRE = words.table("phone telephone letter email e-mail fax radio video text satellite")
FOR_LATER = ("set", "slate", "schedule", "earmark", "book", "time", "bind")
PHRASAL = frozenset((("set", "up"), ("carry", "out"), ("draw", "up"), ("put", "up"), ("call", "off"), ("hand", "down")))
# "The last revised edition" against "it last revised them in May".
BEFORE_LAST = AUXILIARIES | words.DETERMINERS | words.PREPOSITIONS | words.COORDINATORS | {"'s", "", "-", ","}
POSSIBLY_ADJECTIVAL = words.DETERMINERS - {"that", "all", "both", "more", "most", "many", "few", "several"} | {"'s"}
# What opens the subject of a relative clause without its pronoun, and verbs that have two objects.
OWNERS = ("his", "her", "their", "its", "our", "my", "the")
GIVING = words.table("give show send tell offer hand sell lend cost call name teach pay")
BEFORE_NOUN = words.DETERMINERS - words.RELATIVES
CONDITIONS = words.table("when if once while although though unless because whether")


class Pasts(Rows):
    """Reads one word as a past tense, a participle or neither."""

    def is_plain_present(self, at: int, form: int) -> bool:
        """Whether a word like "run", base form and participle, is a present: "benefits, which run out in June"."""
        left = self.before(at)
        base = bool(form & Form.BASE) and not form & Form.PAST
        return base and self.word(left) in SUBJECTS and not self.behind_preposition(left)

    def past(self, at: int, form: int) -> VerbGroup | None:
        left = self.before(at)
        word = self.word(left)
        if form & Form.PAST and self.word(at - 1) == "last" and self.word(at - 2) not in BEFORE_LAST:
            return self.made(at, at, "past", "finite")
        if not form & Form.PARTICIPLE:
            return (
                None
                if self.word(at - 1) in BEFORE_NOUN or self.is_composed(at)
                else self.made(at, at, "past", "finite")
            )
        if self.is_no_verb(at, word):
            return None
        if lemma(self.lower[at]) in words.INTRANSITIVE and self.word(at - 1) not in POSSIBLY_ADJECTIVAL:
            # "Rules come in": the participle of "come" is no past.
            return self.made(at, at, "past", "finite") if form & Form.PAST or not form & Form.BASE else None
        if self.word(at - 1) == "last" and self.word(at - 2) in words.COORDINATORS and self.groups:
            return self.shared(at, form)
        if self.adjectival(at) or (self.opens_clause(word) and self.describes_subject(at)):
            return None
        if word in words.COORDINATORS and form & Form.BASE and self.groups:
            last = self.groups[-1]
            if last.form == "infinitive" or (last.modal and not last.perfect and not last.passive):
                return self.shared_present(at, form, self.word(self.after(at)))
        if word in words.COORDINATORS or (word == "," and self.goes_on_passive(at)):
            return self.shared(at, form)
        if not form & Form.PAST:
            return self.made(at, at, "", "participle", passive=True)
        if form & Form.BASE and (self.ambiguous_noun(at) or self.is_head_of_object(at)):
            return None
        finite = self.is_finite(at, word)
        return self.made(at, at, "past", "finite") if finite else self.made(at, at, "", "participle", passive=True)

    def is_no_verb(self, at: int, left: str) -> bool:
        """Whether "-ed" is part of a noun: composed, standing for people ("the injured"), or before an object."""
        composed = self.word(at - 1) == "-" and self.adjectival(at)
        shared = left in words.COORDINATORS and self.is_noun_shared(at)
        conjunction = self.lower[at] == "provided" and self.finite
        described = self.is_described(at) or self.is_counted(at) or self.is_unknown_adjective(at)
        return composed or shared or conjunction or described

    def opens_clause(self, left: str) -> bool:
        """Whether a clause begins behind a word: a conjunction, or the comma behind a clause that stands in front."""
        return left in CONDITIONS or (left == "," and bool(self.groups) and not (self.finite or self.noun))

    def is_head_of_object(self, at: int) -> bool:
        """Whether a word like "forecast" closes the object of the verb before it ("cut its profit forecast and …")."""
        noun = is_open_class(self.tokens[at - 1]) and self.word(at - 2) in words.DETERMINERS | {"'s"}
        return noun and self.finite and self.word(at + 1) in (*words.COORDINATORS, ",", ".", "for", "")

    def describes_subject(self, at: int) -> bool:
        """Whether a participle behind a conjunction stands before the subject of a verb ("when masked men came")."""
        if at + 1 == len(self.tokens) or not is_open_class(self.tokens[at + 1]) or is_time_word(self.tokens[at + 1]):
            return False
        if forms(self.lower[at + 1]) & Form.ING:
            # "Limited fishing could be allowed."
            return self.word(at + 2) in AUXILIARIES
        return self.past_ahead(at) or self.finite_ahead(at)

    def is_described(self, at: int) -> bool:
        """Whether a participle right behind a verb describes that verb's object ("sold preferred shares")."""
        if self.lower[at] == "preferred" and self.word(at + 1) in STOCK:
            return True
        if not self.groups or self.groups[-1].end != at or not self.groups[-1].finite or at + 1 == len(self.tokens):
            return False
        object_follows = is_open_class(self.tokens[at + 1]) and not is_time_word(self.tokens[at + 1])
        return (
            object_follows and self.groups[-1].lemma not in (*SAYING, "be") and not self.lower[at + 1].endswith("ing")
        )

    def is_counted(self, at: int) -> bool:
        """Whether a participle behind a number describes what a verb counts ("will redeem 95 preferred shares")."""
        number = self.word(at - 1)
        if not (number.isdecimal() or number in COUNTS) or at + 1 == len(self.tokens) or not self.groups:
            return False
        last = self.groups[-1]
        between = self.lower[last.end : at - 1]
        near = last.form != "participle" and all(word.isdecimal() or word in COUNTS for word in between)
        noun = is_open_class(self.tokens[at + 1]) and not is_time_word(self.tokens[at + 1])
        return (
            near and noun and self.lower[at + 1].endswith("s") and last.lemma not in (*SAYING, *words.REPORTING, "be")
        )

    def is_unknown_adjective(self, at: int) -> bool:
        """Whether "-ed" is of no known verb, and stands before the noun of one ("British armoured troops crossed")."""
        word = self.lower[at]
        if self.groups or lemma(word) != word or not word.endswith("ed") or at + 1 == len(self.tokens):
            return False
        noun = is_open_class(self.tokens[at + 1]) and not is_time_word(self.tokens[at + 1])
        return noun and (self.past_ahead(at) or self.finite_ahead(at))

    def is_finite(self, at: int, left: str) -> bool:
        """Whether "-ed" at `at` is a past tense rather than a participle."""
        if left in words.SURE_SUBJECTS or left in ("it", "who", "which", "there", "whom"):
            return True
        told = self.word(at + 1) != "by" or self.word(at + 2) in BY_WIRE
        if (self.lower[at] == "said" and told) or self.is_behind_that(at):
            return True
        if self.is_source(at) or self.heads_row(at) or (left == "," and self.lower[at] == "compared"):
            return False
        if left in ("", "as", "when", "once", "if", "than", "though", "although", "while", "until", "unless"):
            return False
        if lemma(self.lower[at]) in words.REPORTING and self.tells_that(at):
            return True
        if lemma(self.lower[at]) in FOR_LATER and self.word(at + 1) == "for" and left not in PRONOUNS:
            return False
        by = next((k for k in range(at + 1, at + 4) if not self.is_dated(k - 1)), at + 1)
        if self.word(by) == "by" and not self.is_dated(by) and not forms(self.word(by + 1)) & Form.ING:
            return False
        if left == "," and not self.finite:
            return self.is_finite_behind_comma(at)
        return self.is_told(at)

    def is_source(self, at: int) -> bool:
        """Whether the noun before "-ed" is what something is told by ("according to a diary found in May")."""
        noun = at - 1
        while noun > 1 and (is_open_class(self.tokens[noun]) or self.lower[noun] in words.DETERMINERS):
            noun -= 1
        return noun > 0 and self.lower[noun] == "to" and self.lower[noun - 1] == "according"

    def is_told(self, at: int) -> bool:
        """Whether the clause waits for a verb, and "-ed" at `at` does not leave it to a later one."""
        if self.is_contact(at) or self.is_in_row(at):
            return True
        if self.begins_main(at):
            return not self.finite_ahead(at)
        if self.is_inside_aside(at):
            return False
        waiting = not self.finite or (bool(self.outer) and not self.outer[-1][0] and self.outer[-1][1])
        if self.has_object(at):
            return True
        if self.in_opening_phrase(at) or self.is_made_to(at) or (not self.finite and self.is_told_apart(at)):
            return False
        if waiting and self.noun:
            enclosed = not self.finite and bool(self.outer) and not self.outer[-1][0] and self.outer[-1][1]
            return enclosed or not self.finite_ahead(at)
        if is_time_word(self.tokens[at - 1]) and any(noun and not finite for finite, noun, _ in self.outer):
            # "A storm that killed 14 when it made landfall on Saturday weakened": its subject has waited.
            return not self.finite_ahead(at)
        return self.fresh_subject(at) and not self.finite_ahead(at)

    def is_inside_aside(self, at: int) -> bool:
        """Whether a verb without its object stands in a relative clause that a comma opened and none has closed."""
        if not (self.finite and self.outer and self.groups) or lemma(self.lower[at]) not in WANTS_OBJECT:
            return False
        opened = not self.outer[-1][0] and self.outer[-1][2] % 2 == 1
        gap = self.lower[max(self.groups[-1].end, at - HORIZON) : at]
        return (
            opened and "," not in gap and not self.has_object(at) and bool(gap) and gap[-1] not in words.SURE_SUBJECTS
        )

    def is_behind_that(self, at: int) -> bool:
        """Whether "that" behind a noun is the subject ("a chip that sold well fell")."""
        that = self.before(at)
        noun = self.word(that) == "that" and that > 0 and is_open_class(self.tokens[that - 1])
        return noun and not (self.groups and self.groups[-1].end == that) and not is_time_word(self.tokens[that - 1])

    def is_contact(self, at: int) -> bool:
        """Whether the verb's subject stands right behind a noun that it tells of ("trees his grandfather planted")."""
        owner = self.before(at)
        while owner > 0 and is_open_class(self.tokens[owner]) and not is_time_word(self.tokens[owner]):
            owner -= 1
        noun = owner - 1
        if owner < 1 or owner == self.before(at) or self.lower[owner] not in OWNERS:
            return False
        plain = is_open_class(self.tokens[noun]) and not is_time_word(self.tokens[noun]) and self.word(noun - 1) != "to"
        told = bool(self.groups) and self.groups[-1].end <= noun and self.groups[-1].lemma not in GIVING
        return plain and told and not self.has_object(at)

    def is_told_apart(self, at: int) -> bool:
        """Whether a verb that wants an object has none, and another follows in the same stretch."""
        phrase = lemma(self.lower[at]), self.word(at + 1)
        if (phrase[0] not in WANTS_OBJECT and phrase not in PHRASAL) or forms(phrase[1]) & PAST_OR_PARTICIPLE:
            return False
        relatives = 0
        for k in range(at + 1, min(len(self.tokens), at + HORIZON)):
            word = self.lower[k]
            if word in ",;:" or word in words.SURE_SUBJECTS or word in words.COORDINATORS:
                return False
            doing = bool(forms(self.word(k + 1)) & Form.ING)
            if word in words.SUBORDINATORS - {"that"} - MAYBE_NOUN and not doing and self.clause_follows(k):
                return False
            relatives += word in words.RELATIVES
            base = bool(forms(word) & Form.BASE) and self.word(k - 1) == "to"
            if is_sure_verb(self.tokens[k]) or (is_past(word) and not base and not self.adjectival(k)):
                if not relatives:
                    return True
                relatives -= 1
        return False

    def is_made_to(self, at: int) -> bool:
        """Whether a participle tells what its noun is for, whose verb follows ("boats built to last sank")."""
        ahead = range(at + 3, min(len(self.lower), at + HORIZON))
        end = next((k for k in ahead if self.lower[k] in ",;:" or self.lower[k] in words.COORDINATORS), ahead.stop)
        made = self.word(at + 1) == "to" and lemma(self.lower[at]) in MADE_TO
        return made and any(is_past(self.lower[k]) and not self.adjectival(k) for k in range(at + 3, end))

    def tells_that(self, at: int) -> bool:
        """Whether "that" with a subject of its own follows soon ("announced on Monday that the mayor …")."""
        that = next((k for k in range(at + 1, at + 5) if self.word(k) == "that"), None)
        return that is not None and that + 1 < len(self.tokens) and not is_sure_verb(self.tokens[that + 1])

    def is_finite_behind_comma(self, at: int) -> bool:
        """Whether the comma closes what describes the subject ("Lena Falk, a nurse, won"), or opens it."""
        closes = self.commas % 2 == 0
        if self.finite_ahead(at) and not (closes and lemma(self.lower[at]) in words.REPORTING):
            return False
        return closes or "," not in self.lower[at : at + HORIZON]
