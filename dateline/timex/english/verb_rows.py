"""Rows of verbs: whether "-ed" goes on with another, shares its auxiliary, or opens a row of participles."""

from __future__ import annotations

from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_ahead import Ahead
from dateline.timex.english.verb_context import HORIZON, OPENERS, PAST_OR_PARTICIPLE, is_sure_verb
from dateline.timex.english.verb_forms import Form, forms, lemma
from dateline.timex.english.verb_group import AUXILIARIES, GroupForm, Tense, VerbGroup, is_time_word

# Verbs that an infinitive follows: "was born in 1950 and hopes to retire".
WITH_INFINITIVE = words.table("aim continue expect fail hope intend need plan promise refuse remain seek vow want")
# "A bridge first set for 2012 opened": what is set for a time is a participle.
# Verbs whose participle gives a noun its name or its look.
NAMING = words.table("call name dub title entitle know nickname paint dress")
# What may stand beside the words of a date: "in early May of 1992".
DATING = words.PREPOSITIONS | {"the", "a", ",", "-"}

# Conjunctions that are prepositions too: "a warning issued after the quake was lifted".
MAYBE_NOUN = frozenset(("after", "before", "since", "until", "till"))


class Rows(Ahead):
    """Reads verbs that stand in a row with others of the same subject."""

    def made(self, start: int, main: int, tense: Tense, form: GroupForm, passive: bool = False) -> VerbGroup:
        word = self.lower[main]
        denied = form == "finite" and "never" in self.lower[self.before(start) + 1 : start]
        return VerbGroup(
            start, main + 1, word, lemma(word), tense, form == "finite", form, passive=passive, negated=denied
        )

    def is_noun_shared(self, at: int) -> bool:
        """Whether a participle behind "and" stands for people, as the word before does ("the dead and injured")."""
        return not self.groups and self.word(self.after(at)) in AUXILIARIES

    def goes_on_passive(self, at: int) -> bool:
        """Whether a participle behind a comma shares the auxiliary of the passive before it."""
        last = self.groups[-1] if self.finite and self.groups else None
        if last is None or not last.passive or not OPENERS.isdisjoint(self.lower[max(last.end, at - HORIZON) : at]):
            return False
        return (last.finite or not self.has_object(at)) and self.is_listed(at)

    def is_listed(self, at: int) -> bool:
        """Whether a participle behind a comma is one of several ("was built in 1975, repaired in 1989 and shut")."""
        if is_time_word(self.tokens[at - 2]) or self.groups[-1].end == at - 1:
            return True
        ahead = range(at + 1, min(len(self.lower), at + HORIZON))
        joint = next((k for k in ahead if self.lower[k] in words.COORDINATORS or is_sure_verb(self.tokens[k])), None)
        return joint is not None and bool(forms(self.word(self.after(joint))) & PAST_OR_PARTICIPLE)

    def heads_row(self, at: int) -> bool:
        """Whether "-ed" begins a row of participles before its noun's verb ("built in 1901, razed in 1917 … was")."""
        last = at
        for k in range(at + 1, min(len(self.tokens), at + HORIZON)):
            word = self.lower[k]
            if word == "," or word in words.COORDINATORS:
                behind = self.after(k)
                if self.is_within_date(k):
                    continue
                if not forms(self.word(behind)) & Form.PARTICIPLE or is_sure_verb(self.tokens[behind]):
                    return False
                last = behind
            elif word in AUXILIARIES:
                dated = all(is_time_word(self.tokens[j]) or self.lower[j] in DATING for j in range(last + 1, k))
                return at < last < k - 1 and dated
            elif word in words.SURE_SUBJECTS or word in words.SUBORDINATORS - MAYBE_NOUN or word in ";:":
                return False
        return False

    def is_in_row(self, at: int) -> bool:
        """Whether "-ed" stands between two pasts of one subject ("grew up in Bonn, trained as a cook and came …")."""
        last = self.groups[-1] if self.groups else None
        told = last is not None and last.finite and last.tense == "past" and not (last.passive or last.perfect)
        if not told or self.word(at - 1) != "," or not self.finite or lemma(self.lower[at]) in NAMING:
            return False
        ahead = range(at + 1, min(len(self.tokens), at + HORIZON))
        joint = next((k for k in ahead if self.lower[k] in ",;:" or self.lower[k] in words.COORDINATORS), None)
        return joint is not None and self.lower[joint] in ("and", ",") and self.is_past_only(self.after(joint))

    def is_past_only(self, at: int) -> bool:
        """Whether a word is a past that is no participle, or one with an object behind it."""
        form = forms(self.word(at))
        return bool(form & Form.PAST) and (not form & Form.PARTICIPLE or self.has_object(at))

    def shared(self, at: int, form: int) -> VerbGroup:
        """A verb coordinated with the one before: it shares that verb's auxiliary, or stands beside it in the past."""
        aside = ("infinitive", "gerund")
        last = next((group for group in reversed(self.groups) if group.form not in aside or group.passive), None)
        own_object = self.has_object(at)
        if last is None:
            return self.made(at, at, "past", "finite")
        sharing = (
            form & Form.PARTICIPLE
            and (last.passive or last.perfect)
            and not (own_object and form & Form.PAST and not last.perfect)
        )
        if sharing and last.lemma != "be":
            group = self.made(at, at, last.tense, last.form, passive=last.passive)
            return group._replace(perfect=last.perfect, modal=last.modal, negated=False)
        if last.finite and form & Form.PAST:
            return self.made(at, at, "past", "finite")
        return self.made(at, at, "", "participle", passive=True)

    def shared_present(self, at: int, form: int, follows: str) -> VerbGroup | None:
        """A verb behind "and": an infinitive, or what a modal governs, or a present beside a present."""
        last = self.groups[-1]
        if last.form == "gerund" and len(self.groups) > 1 and self.groups[-2].end == last.start:
            # "Began laying the bridge and expect to open it."
            last = self.groups[-2]
        if form & Form.BASE and (last.modal or last.form == "infinitive"):
            head = self.lower[at]
            return last._replace(start=at, end=at + 1, head=head, lemma=lemma(head), passive=False)
        if form & Form.THIRD and last.finite and self.word(at + 1) in words.DETERMINERS:
            return self.made(at, at, "present", "finite")
        if (
            follows == "to"
            and lemma(self.lower[at]) in WITH_INFINITIVE
            and (last.finite or self.is_beside_present(form))
        ):
            return self.made(at, at, "present", "finite")
        if last.finite and last.tense == "present" and (self.has_object(at) or follows in words.PREPOSITIONS):
            return self.made(at, at, "present", "finite")
        return None

    def is_beside_present(self, form: int) -> bool:
        """Whether a present stands behind the infinitive of another ("expects profit to rise and plans to expand")."""
        outer = next((group for group in reversed(self.groups) if group.form != "infinitive"), None)
        alike = outer is not None and outer.finite and outer.tense == "present" and outer.end - outer.start == 1
        return alike and bool(form & Form.THIRD)
