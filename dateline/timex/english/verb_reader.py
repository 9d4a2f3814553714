"""Reads the verb groups of a sentence from left to right."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_context import BOUNDARIES, PAST_OR_PARTICIPLE
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
from dateline.timex.english.verb_past import PRONOUNS
from dateline.timex.english.verb_present import NUMERALS, Presents

# What an auxiliary makes of the verb behind it: a passive or progressive, a perfect, a base form.
BEING = words.BE | {"'s"}
HAVING = words.HAVE | {"'d"}
PERFECTING = HAVING | {"'s"}
BEFORE_BASE = words.MODALS | words.DO | {"to"}
OUGHT = words.BE | words.HAVE | {"ought"}
NO_OBJECT = words.PREPOSITIONS | AUXILIARIES
POSTURES = ("sitting", "standing")
PLACES = words.table("court hospital school jail power port market earth land date head air")


@lru_cache(WORDS_KEPT)
def first_sight(word: str) -> tuple[bool, bool, bool]:
    """Whether a group can begin with a word, whether with any word behind it, and whether it bounds clauses.

    A group begins with a form of a verb, an auxiliary or "to", and behind a pronoun or an adverb with any word.
    """
    begins = word in ("to", "'s") or word in AUXILIARIES or forms(word) != Form.NONE
    return begins, word in PRONOUNS or is_adverb(word), word in BOUNDARIES


REFLEXIVES = words.table("himself herself itself themselves")
BEFORE_DATE = words.HAVE | words.BE
LONGEST_DATE = 5
OWNERS = frozenset("my your his her its our their a".split())


class Reader(Presents):
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
            elif (behind := self.behind_date(main)) > main and chain[-1] in BEFORE_DATE:
                main = behind
                continue
            elif not (
                is_adverb(word)
                or self.is_degree(main)
                or (word in REFLEXIVES and bool(forms(self.word(main + 1)) & Form.PARTICIPLE))
                or self.is_since_then(main, chain[-1])
                or (word in '"“' and self.verb_at(main + 1))
            ):
                break
            main += 1
        if chain[-1] == "to" and self.word(main) in ("be", "have"):
            return None
        return self.chained(at, chain, main, last, negated)

    def behind_date(self, at: int) -> int:
        """The participle behind a date inside a verb ("was on Monday fined"); `at` for none."""
        end = at + (self.word(at) in ("on", "in"))
        while end < min(at + LONGEST_DATE, len(self.tokens)) and (
            is_time_word(self.tokens[end]) or self.lower[end] in ("this", "the")
        ):
            end += 1
        dated = end > at and is_time_word(self.tokens[min(end, len(self.tokens)) - 1])
        return end if dated and forms(self.word(end)) & Form.PARTICIPLE and not self.adjectival(end) else at

    def is_since_then(self, at: int, auxiliary: str) -> bool:
        """Whether "since" stands alone inside a verb ("has since changed hands")."""
        alone = self.lower[at] == "since" and auxiliary in words.HAVE
        return alone and (bool(forms(self.word(at + 1)) & Form.PARTICIPLE) or self.word(at + 1) == "been")

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
        yet = chain[-1] == "to" and self.lower[last - 1] == "yet"
        modal = (
            chain[0]
            if chain[0] in words.MODALS and not (chain[0] == "'d" and have)
            else "to"
            if "to" in chain and not yet
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
            perfect=have or yet,
            progressive=progressive or "being" in chain,
            passive=passive,
            negated=negated or yet or chain[0] == "cannot",
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
