"""The verb groups of a sentence, with tense and direction, found without a part-of-speech model.

Closed classes, verb forms and the words around them decide what is a verb. The open question of English, whether "-ed"
is a past tense or a participle ("votes cast on Thursday were counted"), is settled by whether the clause has another
finite verb, as a reader settles it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_forms import Form, forms, lemma
from dateline.timex.tokens import Token

Tense = Literal["past", "present", "future", ""]
GroupForm = Literal["finite", "participle", "gerund", "infinitive"]

AUXILIARIES = words.BE | words.HAVE | words.DO | words.MODALS
PAST_OR_PARTICIPLE = Form.PAST | Form.PARTICIPLE
BEFORE_NOUNS = ("last", "new", "former", "newly", "recently")
# Verbs behind which a clause follows without "that".
SAYING = ("say", "believe", "think", "fear", "hope", "insist")
NEARNESS = ("close", "next", "near", "due")
# Words that are hardly ever nouns.
MOSTLY_VERBS = frozenset(["say", "remain", "become", "expect", "want", "begin", "deny", "take", "include"])
POSSIBLY_ADJECTIVAL = words.DETERMINERS - {"that", "all", "both", "more", "most", "many", "few", "several"} | {"'s"}
# How far the search for the verb that a participle's noun is waiting for goes on.
HORIZON = 40


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: `tokens[start:end]`, from the first auxiliary (or "to") to the main verb.

    `tense` is empty where the group is not finite. `marked_future` says that the words point ahead: will, is due, plans.
    """

    start: int
    end: int
    head: str
    lemma: str
    tense: Tense
    finite: bool
    form: GroupForm
    modal: str | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    marked_future: bool = False


def plain_words(tokens: Sequence[Token]) -> list[str]:
    """The words in small letters; a comma or point inside a number ("1,984") counts as one of its figures."""
    lower = [token.lower for token in tokens]
    for k in range(1, len(lower) - 1):
        if (
            lower[k] in ",."
            and lower[k - 1].isdigit()
            and lower[k + 1].isdigit()
            and tokens[k - 1].end == tokens[k].start
        ):
            if tokens[k].end == tokens[k + 1].start:
                lower[k] = "0"
    return lower


def is_adverb(word: str) -> bool:
    """Whether `word` can stand between a subject and its verb, or between an auxiliary and its verb."""
    return word in words.ADVERBS or (word.endswith("ly") and len(word) > 4)


def is_time_word(token: Token) -> bool:
    """Whether a time expression may begin here: a weekday, a month, "last", "next", a number."""
    return token.lower in words.TIME_NOUNS or token.lower.isdigit()


def is_open_class(token: Token) -> bool:
    """Whether `token` can be a noun or an adjective, as far as its form tells."""
    word = token.lower
    return word[0].isalpha() and not (
        word in words.PREPOSITIONS
        or word in AUXILIARIES
        or word in words.COORDINATORS
        or word in words.DETERMINERS
        or word in words.SUBJECT_PRONOUNS
        or word in words.RELATIVES
        or word in words.SUBORDINATORS
        or word in ("to", "him", "me", "us", "them", "not")
        or is_adverb(word)
    )


def _is_past(word: str) -> bool:
    return bool(forms(word) & Form.PAST)


def _sure_past(token: Token) -> bool:
    return (
        token.lower in words.FINITE_PAST
        or token.lower in words.FINITE_PRESENT
        or token.lower in words.MODALS
        or forms(token.lower) & PAST_OR_PARTICIPLE == Form.PAST
    )


class _Reader:
    """Reads the verb groups from left to right; remembers what the clause it is in still waits for."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lower = plain_words(tokens)
        self.groups: list[VerbGroup] = []
        self.finite = False  # the clause has its finite verb
        self.noun = False  # the clause has a noun that can be its subject
        self.outer: list[tuple[bool, bool, int]] = []  # the clauses around this one, waiting
        self.commas = 0  # commas since the clause began

    def word(self, at: int) -> str:
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def before(self, at: int) -> int:
        """The nearest position to the left of `at` that is no adverb."""
        at -= 1
        while at >= 0 and is_adverb(self.lower[at]):
            at -= 1
        return at

    def after(self, at: int) -> int:
        """The nearest position to the right of `at` that is no adverb."""
        at += 1
        while at < len(self.lower) and is_adverb(self.lower[at]):
            at += 1
        return at

    def read(self) -> list[VerbGroup]:
        at = 0
        while at < len(self.tokens):
            group = self.group(at)
            if group is None:
                self.boundary(at)
                at += 1
            else:
                self.groups.append(group)
                self.settle(group)
                at = group.end
        return [_marked(self.groups, k, self.lower) for k in range(len(self.groups))]

    def settle(self, group: VerbGroup) -> None:
        if group.finite:
            if self.finite and self.outer:
                self.outer.pop()
            self.finite = True

    def boundary(self, at: int) -> None:
        """Opens or closes a clause at the token `at`, which is no verb."""
        word = self.lower[at]
        if word in ";:—–" or (word in '"“”' and self.word(at - 1) in (",", ".", "!", "?", ":", "")):
            self.finite, self.noun, self.commas = False, False, 0
            self.outer.clear()
        elif word in ("who", "which", "whom", "whose") or (
            word in ("that", "where", "when", "while", "because", "if", "although")
        ):
            self.outer.append((self.finite, self.noun, self.commas))
            self.finite, self.noun, self.commas = False, word in ("who", "which", "that"), 0
        elif word in (
            "after",
            "before",
            "since",
            "until",
            "as",
            "once",
            "though",
            "unless",
            "whereas",
            "whether",
            "than",
        ):
            if self.finite and self.clause_follows(at):
                self.outer.append((self.finite, self.noun, self.commas))
                self.finite, self.noun, self.commas = False, False, 0
        elif word == ",":
            if self.finite and self.outer:
                self.finite, self.noun, self.commas = self.outer.pop()
            self.commas += 1
        elif word[0].isalnum():
            self.noun = True

    def clause_follows(self, at: int) -> bool:
        """Whether the conjunction at `at` joins a clause, not a noun ("after talks collapsed", but "after the talks")."""
        for k in range(at + 1, min(len(self.tokens), at + 10)):
            word = self.lower[k]
            if word in ",;." or word in words.RELATIVES or (k == at + 1 and is_time_word(self.tokens[k])):
                return False
            if word in words.SURE_SUBJECTS or _sure_past(self.tokens[k]):
                return True
            if k > at + 1 and _is_past(word) and not self.adjectival(k):
                return True
        return False

    def group(self, at: int) -> VerbGroup | None:
        word = self.lower[at]
        if self.tokens[at].text[0].isupper() and (
            (at > 0 and self.word(at - 1) not in '"“') or word in ("may", "will", "march")
        ):
            return None
        if word == "to":
            return self.infinitive(at)
        if word in AUXILIARIES or (
            word == "'s" and self.word(at - 1) in ("he", "she", "it", "who", "that", "there", "what")
        ):
            return self.auxiliary(at)
        form = forms(word)
        if (
            not form
            and self.word(self.before(at)) in ("who", "which")
            and is_open_class(self.tokens[at])
            and not is_adverb(word)
        ):
            return self.made(at, at, "present", "finite")
        if not form:
            return None
        if form & Form.ING:
            return self.gerund(at)
        if form & PAST_OR_PARTICIPLE:
            found = self.past(at, form)
            if found is not None or not form & (Form.BASE | Form.THIRD):
                return found
        return self.present(at, form) if form & (Form.BASE | Form.THIRD) else None

    def infinitive(self, at: int) -> VerbGroup | None:
        main = self.after(at)
        word = self.word(main)
        if word in ("be", "have"):
            inner = self.auxiliary(main)
            return None if inner is None else replace(inner, start=at, tense="", finite=False, form="infinitive")
        known = forms(word) & Form.BASE
        ending = word.endswith(("ise", "ize", "ify", "ate")) and len(word) > 5
        if not (known or word == "do" or ending) or self.tokens[main].text[0].isupper():
            return None
        if word in (
            "court",
            "hospital",
            "school",
            "jail",
            "power",
            "port",
            "market",
            "earth",
            "land",
            "date",
            "head",
            "air",
        ):
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
            elif word == "to" and chain[-1] in words.BE | words.HAVE | {"ought"} and self.infinitive(main):
                chain.append("to")
                last = main
            elif not is_adverb(word) and not (word in '"“' and self.verb_at(main + 1)):
                break
            main += 1
        if chain[-1] == "to" and self.word(main) in ("be", "have"):
            return None
        return self.chained(at, chain, main, last, negated)

    def verb_at(self, at: int) -> bool:
        return bool(forms(self.word(at)) & (Form.BASE | Form.PARTICIPLE | Form.ING))

    def chained(self, at: int, chain: list[str], main: int, last: int, negated: bool) -> VerbGroup:
        word, tail = self.word(main), chain[-1]
        form = forms(word) if word else Form.NONE
        passive = tail in words.BE | {"'s"} and bool(form & Form.PARTICIPLE)
        progressive = tail in words.BE | {"'s"} and bool(form & Form.ING) and not passive
        have = any(link in words.HAVE for link in chain[:-1]) or (
            tail in words.HAVE | {"'s", "'d"} and bool(form & Form.PARTICIPLE)
        )
        bare = tail in words.MODALS | words.DO | {"to"}
        takes = passive or progressive or (tail in words.HAVE | {"'d"} and bool(form & Form.PARTICIPLE))
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
            negated=negated,
        )

    def made(self, start: int, main: int, tense: Tense, form: GroupForm, passive: bool = False) -> VerbGroup:
        word = self.lower[main]
        return VerbGroup(start, main + 1, word, lemma(word), tense, form == "finite", form, passive=passive)

    def adjectival(self, at: int) -> bool:
        """Whether the participle at `at` describes the noun behind it, or is a noun ("the disputed ridge", "the wounded")."""
        left = self.word(at - 1)
        if left in words.DETERMINERS - {"that", "all", "both", "either", "other"} or left in ("'s", "very", "so"):
            return True
        if self.word(self.before(at)) in words.DETERMINERS | {"'s"} and is_adverb(left) and at + 1 < len(self.tokens):
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
        return named or (left == "-" and at > 1 and self.tokens[at - 1].start == self.tokens[at - 2].end)

    def gerund(self, at: int) -> VerbGroup | None:
        word, left, right = self.lower[at], self.word(at - 1), self.word(at + 1)
        if left in words.DETERMINERS or left in ("'s", "-"):
            return None
        takes_object = right in words.DETERMINERS or right in ("to", "him", "them", "it", "that") or right.isdigit()
        takes_object = takes_object or (
            left == "," and right[:1].isalnum() and right not in words.PREPOSITIONS | AUXILIARIES
        )
        if word in words.ING_NOUNS and not takes_object:
            return None
        if not self.finite and left in ("", ",", "and") and self.word(self.after(at)) in AUXILIARIES:
            return None
        return self.made(at, at, "", "gerund")

    def past(self, at: int, form: Form) -> VerbGroup | None:
        left = self.before(at)
        word = self.word(left)
        if not form & Form.PARTICIPLE:
            return (
                None
                if self.word(at - 1) in words.DETERMINERS - words.RELATIVES
                else self.made(at, at, "past", "finite")
            )
        if (self.lower[at] == "provided" and self.finite) or (self.word(at - 1) == "-" and self.adjectival(at)):
            return None
        if lemma(self.lower[at]) in words.INTRANSITIVE and self.word(at - 1) not in POSSIBLY_ADJECTIVAL:
            return self.made(at, at, "past", "finite")
        if self.adjectival(at):
            return None
        if word in words.COORDINATORS or (
            word == "," and self.finite and self.groups and not self.open_after_comma(at)
        ):
            return self.shared(at, form)
        if not form & Form.PAST:
            return self.made(at, at, "", "participle", passive=True)
        if form & Form.BASE and self.ambiguous_noun(at):
            return None
        finite = self.is_finite(at, word)
        return self.made(at, at, "past", "finite") if finite else self.made(at, at, "", "participle", passive=True)

    def open_after_comma(self, at: int) -> bool:
        """Whether what stands behind the comma at `at - 1` ends at another comma, as "…, suspended on Thursday, …" does."""
        return not any(group.passive for group in self.groups[-1:])

    def shared(self, at: int, form: Form) -> VerbGroup:
        """A verb coordinated with the one before: it shares that verb's auxiliary, or stands beside it in the past."""
        last = next((group for group in reversed(self.groups) if group.form != "infinitive" or group.passive), None)
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
            return replace(group, perfect=last.perfect, modal=last.modal, negated=False)
        if last.finite and form & Form.PAST:
            return self.made(at, at, "past", "finite")
        return self.made(at, at, "", "participle", passive=True)

    def has_object(self, at: int) -> bool:
        nearest = self.after(at)
        if nearest >= len(self.tokens):
            return False
        token = self.tokens[nearest]
        if is_time_word(token) and not (token.lower.isdigit() and len(token.lower) != 4):
            return False
        return (
            token.lower in words.DETERMINERS
            or token.lower in ("him", "them", "it", "her", "us", "me", "that", "he", "she", "they")
            or token.lower.isdigit()
            or token.lower in ("$", "€", "£", '"', "“")
            or (is_open_class(token) and not forms(token.lower) & (Form.ING | PAST_OR_PARTICIPLE))
        )

    def ambiguous_noun(self, at: int) -> bool:
        """Whether a word like "set", "cut" or "cost" is the noun here: no noun before it that could be its subject."""
        return not self.noun or self.word(at - 1) in words.DETERMINERS or self.word(at - 1) in words.PREPOSITIONS

    def is_finite(self, at: int, left: str) -> bool:
        """Whether "-ed" at `at` is a past tense rather than a participle."""
        if left in words.SURE_SUBJECTS or left in ("it", "who", "which", "there"):
            return True
        if self.lower[at] == "said" and self.word(at + 1) != "by":
            return True
        if left in ("", "as", "when", "once", "if", "than", "though", "although", "while", "until", "unless"):
            return False
        if self.word(at + 1) == "by" and not self.word(at + 2).isdigit() and not forms(self.word(at + 2)) & Form.ING:
            return False
        if left == "," and not self.finite:
            return self.commas % 2 == 0
        waiting = not self.finite or (bool(self.outer) and not self.outer[-1][0] and self.outer[-1][1])
        if self.has_object(at):
            return True
        if waiting and self.noun:
            enclosed = not self.finite and bool(self.outer) and not self.outer[-1][0] and self.outer[-1][1]
            return enclosed or not self.finite_ahead(at)
        return self.fresh_subject(at) and not self.finite_ahead(at)

    def fresh_subject(self, at: int) -> bool:
        """Whether a new subject stands between the clause's finite verb and `at`."""
        if not self.groups:
            return True
        last = self.groups[-1]
        gap = self.lower[last.end : at]
        if not gap:
            return False
        if "," in gap and (
            lemma(self.lower[at]) in words.SPEECH | words.REPORTING or self.word(at + 1) in (".", "", ",")
        ):
            return True
        if last.lemma in words.REPORTING and gap[0] not in (",", "."):
            return True
        return any(word in ("and", "but", "or") for word in gap) and gap[0] not in words.DETERMINERS

    def finite_ahead(self, at: int) -> bool:
        """Whether a finite verb without a subject of its own follows, so that the noun before `at` is its subject."""
        relatives = 0
        for k in range(at + 1, min(len(self.tokens), at + HORIZON)):
            word = self.lower[k]
            if word in ";:" or word in words.SURE_SUBJECTS:
                return False
            if word in ("who", "which", "that", "whose"):
                relatives += 1
            elif (word in words.SUBORDINATORS and word not in ("since", "until", "till", "as")) or (
                word in words.COORDINATORS and not (k + 1 < len(self.tokens) and is_time_word(self.tokens[k + 1]))
            ):
                return False
            elif word == ",":
                closed, relatives = relatives > 0, 0
                if not closed and k > at + 1 and not self.goes_on(k) and self.word(at - 1) != ",":
                    return False
            elif _sure_past(self.tokens[k]) and self.word(k - 1) != "to" and not self.tokens[k].text[0].isupper():
                if not relatives:
                    return self.word(k - 1) not in ("it", "there", "you")
                relatives -= 1
        return False

    def goes_on(self, comma: int) -> bool:
        """Whether the clause goes on behind the comma: with a verb, or with a relative clause that will close again."""
        nearest = self.after(comma)
        if self.word(nearest) in ("who", "which", "whose", "where"):
            return True
        return nearest < len(self.tokens) and (_sure_past(self.tokens[nearest]) or _is_past(self.lower[nearest]))

    def present(self, at: int, form: Form) -> VerbGroup | None:
        """A simple present; a word that is also a noun has to agree with its subject and to leave no verb waiting."""
        left = self.before(at)
        word, follows = self.word(left), self.word(self.after(at))
        if _is_past(follows) or follows in AUXILIARIES or (follows == "to" and self.lower[at] in NEARNESS):
            return None
        if self.lower[at] in ("last", "fall", "march", "may") and self.is_dated(at):
            return None
        if word in words.COORDINATORS and self.groups:
            return self.shared_present(at, form, follows)
        if word in ("who", "which", "that", "he", "she", "it", "i", "we", "they", "you"):
            return self.made(at, at, "present", "finite")
        if self.finite and not (self.outer and not self.outer[-1][0]) and not self.fresh_subject(at):
            return None
        if left < 0 or not self.noun or not (is_open_class(self.tokens[left]) or word == ","):
            return None
        plain = self.agrees(word, form) and (lemma(self.lower[at]) in MOSTLY_VERBS or self.may_go_on(at, word, follows))
        noun = bool(form & Form.THIRD) and bool(forms(follows) & Form.BASE)
        noun = noun or bool(forms(word) & (Form.ING | Form.PARTICIPLE) and not forms(word) & Form.BASE)
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

    def is_dated(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and is_time_word(self.tokens[at + 1])

    def shared_present(self, at: int, form: Form, follows: str) -> VerbGroup | None:
        """A verb behind "and": an infinitive, or what a modal governs, or a present beside a present."""
        last = self.groups[-1]
        if form & Form.BASE and (last.modal or last.form == "infinitive"):
            head = self.lower[at]
            return replace(last, start=at, end=at + 1, head=head, lemma=lemma(head), passive=False)
        if last.finite and last.tense == "present" and (self.has_object(at) or follows in words.PREPOSITIONS):
            return self.made(at, at, "present", "finite")
        return None

    def agrees(self, subject: str, form: Form) -> bool:
        """Whether a verb's form fits the noun before it; behind a comma, whether the comma closes what another opened."""
        if subject == ",":
            return self.commas % 2 == 0
        plural = subject.endswith("s") and not subject.endswith(("ss", "us", "is"))
        plural = plural or subject in ("people", "police", "men", "women", "children", "many", "few", "others")
        return plural if form & Form.BASE else not plural

    def may_go_on(self, at: int, left: str, follows: str) -> bool:
        """Whether what follows is what follows a verb: an object, a preposition, a date, an adverb."""
        if follows in words.DETERMINERS or follows in words.PREPOSITIONS - {"of"}:
            return True
        if follows in ("to", "it", "him", "them", "that") or forms(follows) & Form.ING:
            return True
        if follows in (".", ",", ""):
            return lemma(self.lower[at]) in words.REPORTING
        return (left == "," and follows[:1].isalnum()) or self.is_dated(at) or is_adverb(self.word(at + 1))

    def past_ahead(self, at: int) -> bool:
        """Whether a past tense follows in the same stretch, so that the word at `at` is rather a part of its subject."""
        for k in range(at + 1, min(len(self.tokens), at + HORIZON)):
            word = self.lower[k]
            if word in ",;:" or word in words.SURE_SUBJECTS or word in words.RELATIVES or word in words.SUBORDINATORS:
                return False
            if _is_past(word) and not self.adjectival(k):
                return True
        return False


def _marked(groups: list[VerbGroup], k: int, lower: Sequence[str]) -> VerbGroup:
    """The group with its future mark (TIME-MODEL, "Future-marked")."""
    group = groups[k]
    if group.form == "infinitive":
        return replace(group, marked_future=_infinitive_ahead(groups, k, lower))
    return replace(group, marked_future=_points_ahead(group, lower))


def _points_ahead(group: VerbGroup, lower: Sequence[str]) -> bool:
    if group.perfect:
        return False
    if group.modal is not None:
        return True
    follows = next((word for word in lower[group.end : group.end + 3] if not is_adverb(word)), "")
    if group.lemma == "be":
        return follows in words.FUTURE_STATES and follows != "about"
    if group.passive:
        return group.finite and group.lemma in (
            "expect",
            "schedule",
            "plan",
            "set",
            "slate",
            "tip",
            "project",
            "forecast",
            "earmark",
            "time",
        )
    if group.tense != "present" or group.progressive:
        return group.lemma == "have" and follows == "until"
    if group.lemma in words.FUTURE_FINITE:
        return True
    if group.lemma == "take":
        return follows in ("effect", "place", "office", "over", "part")
    return group.lemma in words.TAKING_EFFECT or (group.lemma in ("have", "call") and follows in ("until", "for"))


def _infinitive_ahead(groups: list[VerbGroup], k: int, lower: Sequence[str]) -> bool:
    """Whether what governs the infinitive points ahead: "plans to", "is due to", "agreed to", "a deadline to"."""
    group = groups[k]
    if group.perfect:
        return False
    left = lower[group.start - 1] if group.start else ""
    if left in words.FUTURE_STATES or lemma(left) in words.FUTURE_CONTROLLERS:
        return True
    if left in (
        "plan",
        "plans",
        "deadline",
        "decision",
        "proposal",
        "promise",
        "pledge",
        "offer",
        "order",
        "orders",
        "date",
    ):
        return True
    for other in reversed(groups[:k]):
        if other.finite:
            return other.lemma in words.FUTURE_CONTROLLERS or _points_ahead(other, lower)
    return False


def verb_groups(tokens: Sequence[Token]) -> list[VerbGroup]:
    """The verb groups of one sentence's tokens, in order; linear in their number."""
    return _Reader(tokens).read()


def _opens_clause(word: str) -> bool:
    return word in (";", ":") or word in words.SUBORDINATORS or word in words.RELATIVES or word in words.COORDINATORS


def governing(groups: Sequence[VerbGroup], tokens: Sequence[Token], at: int, end: int) -> VerbGroup | None:
    """The group that governs the time expression `tokens[at:end]`, `None` in a sentence without a verb.

    The nearest verb before it in its clause; else, where the expression opens its clause or belongs to the subject, the
    first finite verb behind it. A gerund, or an infinitive that points nowhere, leaves it to the finite verb before.
    """
    left = next((k for k in range(len(groups) - 1, -1, -1) if groups[k].end <= at), None)
    right = next((k for k in range(len(groups)) if groups[k].start >= end and groups[k].finite), None)
    if left is None:
        return groups[right] if right is not None else (groups[0] if groups else None)
    if right is not None and _belongs_right(groups, tokens, left, right, at, end):
        return groups[right]
    return _climbed(groups, left)


def _climbed(groups: Sequence[VerbGroup], k: int) -> VerbGroup:
    for group in reversed(groups[: k + 1]):
        if group.finite or group.form == "participle" or group.marked_future:
            return group
    return groups[k]


def _belongs_right(
    groups: Sequence[VerbGroup], tokens: Sequence[Token], left: int, right: int, at: int, end: int
) -> bool:
    """Whether the expression stands in the clause of the verb behind it, or in that verb's subject."""
    gap = [token.lower for token in tokens[groups[left].end : at]]
    behind = [token.lower for token in tokens[end : groups[right].start]]
    if any(word in (",", ";", ":") or _opens_clause(word) for word in behind):
        opened = any(
            word in (";", ":") or word in ("where", "when", "while", "because", "although", "though") for word in gap
        )
        return opened and behind[0] == "," and not any(_opens_clause(word) for word in behind)
    possessive = bool(behind) and behind[0] == "'s"
    if groups[left].lemma in words.REPORTING and groups[left].finite:
        subject = [word for word in gap if word not in words.TIME_NOUNS]
        return (
            possessive
            or "that" in gap
            or (bool(subject) and subject[0] not in words.PREPOSITIONS and groups[left].lemma != "tell")
        )
    if any(_opens_clause(word) for word in gap):
        # A conjunction or a relative between them opens a clause, unless it only joins nouns or heads this expression.
        opener = max(k for k, word in enumerate(gap) if _opens_clause(word))
        return opener < len(gap) and (
            gap[opener] not in ("since", "until", "till", "before", "after", "as") or opener < len(gap) - 1
        )
    return ("," in gap and bool(behind) and behind[0] != "," and groups[left].form != "finite") or (
        possessive and not gap
    )
