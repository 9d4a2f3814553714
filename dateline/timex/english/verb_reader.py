"""Reads the verb groups of a sentence from left to right."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.verb_context import BOUNDARIES, PAST_OR_PARTICIPLE, is_past
from dateline.timex.english.verb_forms import WORDS_KEPT, Form, forms, lemma
from dateline.timex.english.verb_group import (
    AUXILIARIES,
    GroupForm,
    Tense,
    VerbGroup,
    is_adverb,
    is_open_class,
    is_time_word,
)
from dateline.timex.english.verb_past import PRONOUNS, SAYING, Pasts
from dateline.timex.english.words import ONES, TENS

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
# What an auxiliary makes of the verb behind it: a passive or progressive, a perfect, a base form.
BEING = words.BE | {"'s"}
HAVING = words.HAVE | {"'d"}
PERFECTING = HAVING | {"'s"}
BEFORE_BASE = words.MODALS | words.DO | {"to"}
OUGHT = words.BE | words.HAVE | {"ought"}
# "When trading resumes": what stands right behind is a subject.
OPENS_CLAUSE = words.table("when once until before after if because while")
NO_OBJECT = words.PREPOSITIONS | AUXILIARIES
# Words before a season or a month: "next spring", "late fall".
NAMED_TIMES = ("last", "next", "this", "that", "every", "each", "early", "late", "mid", "the", "in", "previous")
# "-ing" words that are nouns elsewhere, but behind a comma tell how one was.
POSTURES = ("sitting", "standing")
PLACES = words.table("court hospital school jail power port market earth land date head air")


@lru_cache(WORDS_KEPT)
def first_sight(word: str) -> tuple[bool, bool, bool]:
    """Whether a group can begin with a word, whether with any word behind it, and whether it bounds clauses.

    A group begins with a form of a verb, an auxiliary or "to", and behind a pronoun or an adverb with any word.
    """
    begins = word in ("to", "'s") or word in AUXILIARIES or forms(word) != Form.NONE
    return begins, word in PRONOUNS or is_adverb(word), word in BOUNDARIES


OWNERS = frozenset("my your his her its our their a".split())


class Reader(Pasts):
    """Builds each group where it begins; `Surroundings` says what can stand there."""

    def read(self) -> list[VerbGroup]:
        at, leads, lower = 0, False, self.lower
        while at < len(lower):
            word, led = lower[at], leads
            begins, leads, bounds = first_sight(word)
            group = self.group(at) if begins or led else None
            if group is not None:
                self.groups.append(group)
                self.settle(group)
                at = group.end
                leads = first_sight(lower[at - 1])[1]
                continue
            if bounds:
                self.boundary(at, word)
            elif not self.noun:
                self.noun = word[0].isalnum()
            at += 1
        return self.groups

    def group(self, at: int) -> VerbGroup | None:
        word = self.lower[at]
        inside = at > 0 and self.word(at - 1) not in '"“'
        if self.tokens[at].text[0].isupper() and (inside or self.is_name(at)):
            return None
        if word == "will" and self.word(at - 1) in OWNERS:
            # "She signed her will."
            return None
        if word == "to":
            return self.infinitive(at)
        if word in AUXILIARIES or (
            word == "'s" and self.word(at - 1) in ("he", "she", "it", "who", "that", "there", "what")
        ):
            return self.auxiliary(at)
        form = forms(word)
        if not form or self.is_half_noun(at):
            return self.unknown(at)
        if form & Form.ING:
            return self.gerund(at)
        asked = form & Form.BASE and self.is_asked()
        if form & PAST_OR_PARTICIPLE and not (asked or self.is_plain_present(at, form)):
            found = self.past(at, form)
            if found is not None or not form & (Form.BASE | Form.THIRD):
                return found
        return self.present(at, form) if form & (Form.BASE | Form.THIRD) else None

    def is_name(self, at: int) -> bool:
        """Whether the first word of a sentence may be a name or a month; "Will the trains run?" begins with a verb."""
        asks = self.word(at) == "will" and self.word(at + 1) in words.DETERMINERS | words.SUBJECT_PRONOUNS
        return self.word(at) in ("may", "will", "march") and not asks

    def is_asked(self) -> bool:
        """Whether the auxiliary that opens a question still waits for its verb: "Will the trains run?"."""
        last = self.groups[-1] if self.groups else None
        return last is not None and last.start == 0 and last.end == 1 and last.head in words.MODALS | words.DO

    def unknown(self, at: int) -> VerbGroup | None:
        """A word of no known form, which a pronoun before it makes a verb ("those who dissent")."""
        if not first_sight(self.word(at - 1))[1]:
            return None
        subject = self.before(at)
        if self.word(subject) not in PRONOUNS or self.behind_preposition(subject):
            return None
        token = self.tokens[at]
        if self.lower[at].endswith(("self", "selves")) or not is_open_class(token) or self.lower[at] in NUMERALS:
            return None
        return self.made(at, at, "present", "finite")

    def infinitive(self, at: int) -> VerbGroup | None:
        main = self.after(at)
        word = self.word(main)
        if word in ("be", "have"):
            inner = self.auxiliary(main)
            return None if inner is None else inner._replace(start=at, tense="", finite=False, form="infinitive")
        known = forms(word) & Form.BASE
        ending = word.endswith(("ise", "ize", "ify", "ate")) and len(word) > 5
        if not (known or word == "do" or ending) or self.tokens[main].text[0].isupper():
            return None
        if word in PLACES:
            return None
        return self.made(at, main, "", "infinitive")

    def auxiliary(self, at: int) -> VerbGroup | None:
        """The group that begins with the auxiliary at `at`."""
        chain, main, last = [self.lower[at]], at + 1, at
        negated = self.lower[at] in ("ca", "wo")
        while main < len(self.lower) and main - at < 12:
            word = self.lower[main]
            if word in words.NOT:
                negated = True
            elif word in AUXILIARIES and not (word in words.DO and chain[-1] in words.HAVE):
                chain.append(word)
                last = main
            elif word == "to" and chain[-1] in OUGHT and self.infinitive(main):
                chain.append("to")
                last = main
            elif not (is_adverb(word) or self.is_degree(main) or (word in '"“' and self.verb_at(main + 1))):
                break
            main += 1
        if chain[-1] == "to" and self.word(main) in ("be", "have"):
            return None
        return self.chained(at, chain, main, last, negated)

    def is_degree(self, at: int) -> bool:
        """Whether a word inside a verb says how much or how long ("was little changed", "can no longer walk")."""
        if self.lower[at] == "longer":
            return self.word(at - 1) == "no"
        return self.lower[at] in ("little", "much") and bool(forms(self.word(at + 1)) & Form.PARTICIPLE)

    def chained(self, at: int, chain: list[str], main: int, last: int, negated: bool) -> VerbGroup:
        word, tail = self.word(main), chain[-1]
        form = forms(word) if word else Form.NONE
        passive = tail in BEING and bool(form & Form.PARTICIPLE)
        progressive = tail in BEING and bool(form & Form.ING) and not passive
        # "Had to stop" is no perfect, "was to have stopped" is one.
        had = (link in words.HAVE and then != "to" for link, then in pairwise(chain))
        have = any(had) or (tail in PERFECTING and bool(form & Form.PARTICIPLE))
        have = have or chain[:2] in (["'d", "been"], ["'s", "been"])
        bare = tail in BEFORE_BASE
        takes = passive or progressive or (tail in HAVING and bool(form & Form.PARTICIPLE))
        takes = takes or (
            bare and word[:1].isalpha() and (bool(form & Form.BASE) or (not form and is_open_class(self.tokens[main])))
        )
        head = main if takes else last
        modal = (
            chain[0]
            if chain[0] in words.MODALS and not (chain[0] == "'d" and have)
            else "to"
            if "to" in chain
            else None
        )
        tense: Tense = "past" if chain[0] in words.FINITE_PAST or (chain[0] == "'d" and have) else "present"
        if modal in ("will", "shall", "would", "wo", "'ll", "'d", "should"):
            tense = "past" if have and modal in ("would", "should", "'d") else "future"
        elif modal == "to" and tense == "present":
            tense = "future"
        elif modal is not None and have:
            tense = "past"
        nonfinite = chain[0] in ("be", "been", "being", "having")
        form_name: GroupForm = "gerund" if chain[0] in ("being", "having") else "participle" if nonfinite else "finite"
        return VerbGroup(
            start=at,
            end=head + 1,
            head=self.lower[head],
            lemma=lemma(self.lower[head]),
            tense="" if nonfinite else tense,
            finite=not nonfinite,
            form=form_name,
            modal=modal,
            perfect=have,
            progressive=progressive or "being" in chain,
            passive=passive,
            negated=negated or chain[0] == "cannot",
        )

    def gerund(self, at: int) -> VerbGroup | None:
        word, left, right = self.lower[at], self.word(at - 1), self.word(at + 1)
        if left in words.DETERMINERS or left in ("'s", "-"):
            return None
        takes_object = right in words.DETERMINERS or right in ("to", "him", "them", "it", "that") or right.isdigit()
        takes_object = takes_object or (left == "," and right[:1].isalnum() and right not in NO_OBJECT)
        posture = word in POSTURES and left == ","
        if word in words.ING_NOUNS and not takes_object and not posture:
            return None
        if not self.finite and left in ("", ",", "and") and self.word(self.after(at)) in AUXILIARIES:
            return None
        return self.made(at, at, "", "gerund")

    def present(self, at: int, form: int) -> VerbGroup | None:
        """A simple present; a word that is also a noun has to agree with its subject and to leave no verb waiting."""
        left = self.before(at)
        word, follows = self.word(left), self.word(self.after(at))
        inside = bool(self.outer) and not (self.outer[-1][0] or self.finite) and lemma(self.lower[at]) in MOSTLY_VERBS
        if (is_past(follows) and not inside) or follows in AUXILIARIES or self.opens_said(left):
            return None
        counted = bool(form & Form.THIRD) and self.word(at - 1) in NUMERALS and self.word(at - 1) != "one"
        if (
            counted
            or self.is_governed(at, left)
            or (follows == "to" and self.lower[at] in NEARNESS)
            or self.is_period(at)
        ):
            # "Lost two votes", "close to the bridge", "next spring".
            return None
        if word in words.COORDINATORS and self.groups:
            return self.shared_present(at, form, follows)
        if word in ("who", "which", "that", "he", "she", "it", "i", "we", "they", "you") and not (
            word == "which" and self.behind_preposition(left)
        ):
            # "Tugs pulled it free": no verb, since it does not agree.
            agrees = bool(form & Form.THIRD) or word not in ("he", "she", "it")
            return self.made(at, at, "present", "finite") if agrees else None
        following = self.is_next(at, form)
        if not following and self.finite and not (self.outer and not self.outer[-1][0]) and not self.fresh_subject(at):
            return None
        if following or self.is_main_behind_date(at, left):
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
            or (lemma(self.lower[at]) not in MOSTLY_VERBS and self.past_ahead(at))
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
        dated = left >= 0 and is_time_word(self.tokens[left]) and bool(self.outer) and self.finite
        return dated and not self.outer[-1][0] and self.outer[-1][1] and lemma(self.lower[at]) in HARDLY_NOUNS

    def head_noun(self, at: int) -> str:
        """The noun on which "of" hangs the noun at a place ("the mandate of the peacekeepers")."""
        of = next((k for k in range(at, max(at - 5, 0), -1) if self.lower[k] == "of"), 0)
        return self.word(of - 1)

    def is_period(self, at: int) -> bool:
        """Whether a word that can be a verb names a time ("next spring", "March 3")."""
        if self.lower[at] in ("last", "fall", "march", "may") and self.is_dated(at):
            return True
        return self.lower[at] in ("spring", "fall", "march", "may", "second") and self.word(at - 1) in NAMED_TIMES
