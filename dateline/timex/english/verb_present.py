"""Reads simple presents: whether a word that can also be a noun is the verb of its clause."""

from __future__ import annotations

from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.verb_context import HORIZON, is_past, is_sure_verb
from dateline.timex.english.verb_forms import Form, forms, lemma
from dateline.timex.english.verb_group import AUXILIARIES, VerbGroup, is_adverb, is_open_class, is_time_word
from dateline.timex.english.verb_past import SAYING, Pasts
from dateline.timex.english.verb_rows import WITH_INFINITIVE
from dateline.timex.english.words import ONES, TENS

# Nouns in the singular that British English joins to a verb in the plural, and what teams do to one another.
COLLECTIVES = words.table("team side band squad crew cast pair trio duo couple choir orchestra")
FIXTURES = words.table("face play host meet visit tour entertain take")
BEHIND_VERBS = words.PREPOSITIONS - {"of"}
NUMERALS = frozenset((*ONES, *TENS))
NEARNESS = ("close", "next", "near", "due")
# Words that are hardly ever nouns.
MOSTLY_VERBS = words.table(
    """
    allow appear argue arrive ask become begin believe belong bring buy carry choose consider consist contain continue
    create deny depend describe develop exist expect explain fail forget get give govern grow happen hear hold include
    introduce invite join keep know learn lose maintain mean obtain occur own perform prefer prepare prevent prove
    provide publish receive recognise recognize reduce refuse reject rely remain remember remove represent require
    reveal say see seek seem send serve speak spend suffer suggest survive take teach tell tend think threaten
    understand want wear write
    """
)
HARDLY_NOUNS = MOSTLY_VERBS | words.table("expire begin open reopen close resume conclude launch")
# Words before a season or a month: "next spring", "late fall".
NAMED_TIMES = ("last", "next", "this", "that", "every", "each", "early", "late", "mid", "the", "in", "previous")
# "-ing" words that are nouns elsewhere, but behind a comma tell how one was.
QUOTES = ('"', "”")
LONGEST_DATE = 5
ASIDE = 6
CONDITION = 6
"""Within how many words of its comma the verb of an aside stands."""

# "When trading resumes": what stands right behind is a subject.
OPENS_CLAUSE = words.table("when once until before after if because while")
CONDITIONS = ("if", "unless")


class Presents(Pasts):
    """Reads one word as a simple present or as no verb."""

    def present(self, at: int, form: int) -> VerbGroup | None:
        """A simple present; a word that is also a noun has to agree with its subject and to leave no verb waiting."""
        left = self.before(at)
        word, follows = self.word(left), self.word(self.after(at))
        inside = bool(self.outer) and not (self.outer[-1][0] or self.finite) and lemma(self.lower[at]) in MOSTLY_VERBS
        if (
            (is_past(follows) and not (inside or self.closes_aside(at)))
            or follows in AUXILIARIES
            or self.opens_said(left)
        ):
            return None
        if self.is_in_phrase(at, form, left, follows):
            return None
        if word in words.COORDINATORS and self.groups:
            return self.shared_present(at, form, follows)
        if word in ("who", "which", "that", "he", "she", "it", "i", "we", "they", "you") and not (
            word == "which" and self.behind_preposition(left)
        ):
            # "Tugs pulled it free": no verb, since it does not agree.
            agrees = bool(form & Form.THIRD) or word not in ("he", "she", "it")
            return self.made(at, at, "present", "finite") if agrees else None
        if word in QUOTES and self.word(left - 1) == "," and lemma(self.lower[at]) in words.SPEECH:
            return self.made(at, at, "present", "finite")
        return self.told_present(at, form, left, follows)

    def is_in_phrase(self, at: int, form: int, left: int, follows: str) -> bool:
        """Whether a word is a noun or an adjective ("lost two votes", "close to the bridge", "next spring")."""
        counted = bool(form & Form.THIRD) and self.word(at - 1) in NUMERALS and self.word(at - 1) != "one"
        near = follows == "to" and self.lower[at] in NEARNESS
        return counted or near or self.is_governed(at, left) or self.is_period(at)

    def told_present(self, at: int, form: int, left: int, follows: str) -> VerbGroup | None:
        """A present behind a noun at `left` that has to agree with it, and to leave no verb waiting."""
        word = self.word(left)
        following = self.is_next(at, form) or self.is_main_behind_date(at, left) or self.is_whole_condition(at, form)
        if not following and self.finite and not (self.outer and not self.outer[-1][0]) and not self.fresh_subject(at):
            return None
        if following:
            return self.made(at, at, "present", "finite")
        if left < 0 or not self.noun or not (is_open_class(self.tokens[left]) or word == ","):
            return None
        # "Takes place", "made gains": the object of the verb before it.
        if self.groups and self.groups[-1].finite and left == self.groups[-1].end - 1:
            return None
        if self.is_team(at) and not self.finite_ahead(at) and not self.past_ahead(at):
            return self.made(at, at, "present", "finite")
        plain = self.agrees(word, form) and (lemma(self.lower[at]) in MOSTLY_VERBS or self.may_go_on(at, word, follows))
        plain = plain or (lemma(self.lower[at]) in HARDLY_NOUNS and self.agrees(self.head_noun(left), form))
        noun = bool(form & Form.THIRD) and bool(forms(follows) & Form.BASE)
        subject = left == 0 or self.word(left - 1) in OPENS_CLAUSE
        verbal = bool(forms(word) & (Form.ING | Form.PARTICIPLE)) and not forms(word) & Form.BASE
        noun = noun or (verbal and not subject and not (form & Form.THIRD and lemma(self.lower[at]) in HARDLY_NOUNS))
        if lemma(self.lower[at]) in SAYING and plain and not noun:
            return self.made(at, at, "present", "finite")
        if (
            not plain
            or noun
            or self.finite_ahead(at)
            or (lemma(self.lower[at]) not in MOSTLY_VERBS and self.past_ahead(at) and not self.closes_aside(at))
        ):
            return None
        return self.made(at, at, "present", "finite")

    def is_governed(self, at: int, left: int) -> bool:
        """Whether a preposition governs a deed with its date ("on the means test last month")."""
        noun = self.word(left - 1) in words.DETERMINERS and self.word(left - 2) in words.PREPOSITIONS
        return noun and self.is_dated(at) and is_event_noun(self.lower[at])

    def is_next(self, at: int, form: int) -> bool:
        """Whether ", then" joins a present to the one before ("They open against Wales, then play Fiji")."""
        last = self.groups[-1] if self.groups else None
        then = self.word(at - 1) == "then" and self.word(at - 2) in (",", "and", "but")
        alike = last is not None and last.finite and last.tense == "present" and last.end - last.start == 1
        return then and alike and last is not None and bool(forms(last.head) & form & (Form.BASE | Form.THIRD))

    def opens_said(self, at: int) -> bool:
        """Whether "that" at `at` opens what is said ("said on Monday that work on the bridge …"), and is no subject."""
        if self.word(at) != "that":
            return False
        if self.word(at - 1) in words.COORDINATORS:
            return any(group.lemma in words.REPORTING for group in self.groups[-4:])
        said = at - 1
        while said > 0 and (is_time_word(self.tokens[said]) or self.lower[said] == "on"):
            said -= 1
        return bool(self.groups) and self.groups[-1].end == said + 1 and self.groups[-1].lemma in words.REPORTING

    def is_main_behind_date(self, at: int, left: int) -> bool:
        """Whether the verb of a waiting subject stands behind a date ("A chapel that burned in 1952 contains")."""
        dated = left >= 0 and is_time_word(self.tokens[left]) and self.finite
        if dated and lemma(self.lower[at]) in WITH_INFINITIVE and self.word(at + 1) == "to":
            # "A trust formed last year hopes to build it": it tells of the noun before the last verb.
            last = self.groups[-1]
            near = last.end - last.start == 1 and at - last.end <= LONGEST_DATE
            return near and all(is_time_word(each) for each in self.tokens[last.end + 1 : at])
        return (
            dated
            and bool(self.outer)
            and not self.outer[-1][0]
            and self.outer[-1][1]
            and lemma(self.lower[at]) in HARDLY_NOUNS
        )

    def head_noun(self, at: int) -> str:
        """The noun on which "of" hangs the noun at a place ("the mandate of the peacekeepers")."""
        of = next((k for k in range(at, max(at - 5, 0), -1) if self.lower[k] == "of"), 0)
        return self.word(of - 1)

    def is_period(self, at: int) -> bool:
        """Whether a word that can be a verb names a time ("next spring", "March 3")."""
        if self.lower[at] in ("last", "fall", "march", "may") and self.is_dated(at):
            return True
        return self.lower[at] in ("spring", "fall", "march", "may", "second") and self.word(at - 1) in NAMED_TIMES

    def agrees(self, subject: str, form: int) -> bool:
        """Whether a verb's form fits the noun before it; behind a comma, whether it closes what another opened."""
        if subject == ",":
            # One comma closes a clause and the one around it: "Ann, who wept when it shut, wants a key".
            around = bool(self.outer) and not self.outer[-1][0] and self.outer[-1][1] and self.outer[-1][2] % 2 == 1
            return self.commas % 2 == 0 or around
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
        if follows in (".", ",", "?", ""):
            return lemma(self.lower[at]) in words.REPORTING or self.closes_aside(at) or self.closes_condition(at)
        return (left == "," and follows[:1].isalnum()) or self.is_dated(at) or is_adverb(self.word(at + 1))

    def closes_aside(self, at: int) -> bool:
        """Whether a comma closes what is told of the noun a word agrees with ("The toll, raised in May, goes")."""
        if self.word(at - 1) != "," or not self.groups:
            return False
        last = self.groups[-1]
        opens = next((k for k in range(last.start - 1, max(last.start - ASIDE, 0), -1) if self.lower[k] == ","), 0)
        noun = opens and is_open_class(self.tokens[opens - 1]) and not is_time_word(self.tokens[opens - 1])
        told = last.form in ("finite", "participle") and "," not in self.lower[max(last.end, at - HORIZON) : at - 1]
        return bool(noun) and told and self.agrees(self.lower[opens - 1], forms(self.lower[at]))

    def closes_condition(self, at: int) -> bool:
        """Whether a present ends the clause of a conjunction that has no verb yet ("if the swell drops.")."""
        begins = next((k for k in range(at - 1, max(at - CONDITION, -1), -1) if self.lower[k] in OPENS_CLAUSE), None)
        if begins is None or self.lower[begins] in ("before", "after") or begins == at - 1:
            return False
        noun = self.word(begins + 1) in words.DETERMINERS and begins < at - 2
        return noun and bool(forms(self.lower[at]) & Form.THIRD) and not (self.groups and self.groups[-1].end > begins)

    def is_whole_condition(self, at: int, form: int) -> bool:
        """Whether a verb that takes no object is all of a condition behind a bare noun ("If talks succeed, …")."""
        begins = next((k for k in range(at - 1, max(at - CONDITION, -1), -1) if self.lower[k] in CONDITIONS), None)
        if begins is None or begins == at - 1 or self.lower[at] not in words.INTRANSITIVE:
            return False
        ends = self.word(at + 1) in (",", ".", "")
        bare = all(is_open_class(token) for token in self.tokens[begins + 1 : at])
        return ends and bare and self.agrees(self.lower[at - 1], form)
