"""The verb groups of a sentence, with tense and direction, found without a part-of-speech model.

Closed classes, verb forms and the words around them decide what is a verb. The open question of English, whether "-ed"
is a past tense or a participle ("votes cast on Thursday were counted"), is settled by whether the clause has another
finite verb, as a reader settles it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_forms import lemma
from dateline.timex.english.verb_group import VerbGroup, is_adverb
from dateline.timex.english.verb_reader import Reader
from dateline.timex.tokens import Token, kept_by_sentence

__all__ = ["VerbGroup", "closes_aside", "governing", "verb_groups"]

FORESEEN = words.table("expect schedule plan set slate tip project forecast earmark time")
INTENTIONS = words.table("plan plans deadline decision proposal promise pledge offer order orders date")
# Verbs whose infinitive lies ahead of today only where they are told in the present: "needs to", but not "needed to".
WANTING = words.table("need want seek prepare wish hope")
NOBODY = words.table("neither nobody none")
LIMITS = words.table("until till before unless if by")
POINTING_AHEAD = words.FUTURE_CONTROLLERS | words.FUTURE_FINITE
# How many verbs, and how many words, a date is looked for beyond.
NEAR, REACH = 12, 80


def _marked(groups: list[VerbGroup], k: int, lower: Sequence[str]) -> VerbGroup:
    """The group with its future mark (TIME-MODEL, "Future-marked")."""
    group = groups[k]
    ahead = _infinitive_ahead(groups, k, lower) if group.form == "infinitive" else _points_ahead(group, lower)
    ahead = ahead and not _was_unable(groups, k, lower)
    return group._replace(marked_future=True) if ahead else group


def _was_unable(groups: list[VerbGroup], k: int, lower: Sequence[str]) -> bool:
    """Whether "could not" tells what was not done ("police could not say on Monday"), with no limit that lies ahead."""
    group = groups[k]
    reported = k > 0 and groups[k - 1].finite and groups[k - 1].lemma in words.REPORTING
    limited = not LIMITS.isdisjoint(lower[group.end : group.end + NEAR])
    subject = lower[max(groups[k - 1].end if k else 0, group.start - NEAR) : group.start]
    denied = group.negated or not NOBODY.isdisjoint(subject)
    return group.modal == "could" and denied and not (reported or limited)


def _points_ahead(group: VerbGroup, lower: Sequence[str]) -> bool:
    if group.perfect:
        # "By Friday it will have shed 2,000 jobs."
        return group.tense == "future"
    if group.modal is not None:
        # "Had to stop on Friday" tells what was done.
        return group.modal != "to" or lower[group.start] != "had"
    follows = next((word for word in lower[group.end : group.end + 3] if not is_adverb(word)), "")
    if group.lemma == "be":
        return follows in words.FUTURE_STATES and follows != "about"
    if group.passive:
        # "Was set for June", but "the record was set in June".
        return group.finite and group.lemma in FORESEEN and (group.lemma != "set" or follows in ("for", "to"))
    if group.tense != "present" or group.progressive:
        return group.lemma == "have" and follows == "until"
    if group.lemma in words.FUTURE_FINITE:
        return True
    if group.lemma == "take":
        return follows in ("effect", "place", "office", "over", "part")
    if group.lemma == "turn":
        # "She turns 90 on Friday."
        return follows.isdigit()
    return group.lemma in words.TAKING_EFFECT or (group.lemma in ("have", "call") and follows in ("until", "for"))


def _infinitive_ahead(groups: list[VerbGroup], k: int, lower: Sequence[str]) -> bool:
    """Whether what governs the infinitive points ahead: "plans to", "is due to", "agreed to", "a deadline to"."""
    group = groups[k]
    if group.perfect:
        return False
    left = lower[group.start - 1] if group.start else ""
    if left in words.FUTURE_STATES or left in INTENTIONS or lemma(left) in POINTING_AHEAD:
        return True
    for other in reversed(groups[max(0, k - NEAR) : k]):
        if other.finite:
            wants = other.lemma in WANTING and other.tense == "present"
            return wants or other.lemma in words.FUTURE_CONTROLLERS or _points_ahead(other, lower)
    return False


@kept_by_sentence
def verb_groups(tokens: tuple[Token, ...]) -> tuple[VerbGroup, ...]:
    """The verb groups of one sentence's tokens, in order; linear in their number."""
    groups = Reader(tokens).read()
    lower = [token.lower for token in tokens]
    return tuple(_marked(groups, k, lower) for k in range(len(groups)))


def _opens_clause(word: str) -> bool:
    return word in (";", ":") or word in words.SUBORDINATORS or word in words.RELATIVES or word in words.COORDINATORS


def governing(groups: Sequence[VerbGroup], tokens: Sequence[Token], at: int, end: int) -> VerbGroup | None:
    """The group that governs the time expression `tokens[at:end]`, `None` in a sentence without a verb.

    The nearest verb before it in its clause; else, where the expression opens its clause or belongs to the subject, the
    first finite verb behind it. A gerund, or an infinitive that points nowhere, leaves it to the finite verb before.
    """
    first = bisect_left(groups, end, key=lambda group: group.start)
    left = bisect_right(groups, at, key=lambda group: group.end) - 1
    if left + 1 < len(groups) and groups[left + 1].start < at < groups[left + 1].end:
        # "Has this week refused".
        return groups[left + 1]
    finite = [group for group in groups[first : first + NEAR] if group.finite]
    right = next((group for group in finite if not _is_aside(group, tokens, end) or group is finite[-1]), None)
    if left < 0:
        if len(finite) > 1 and tokens[finite[0].start - 1].lower in SUBJECT_RELATIVES:
            # "On Saturday those who are left rowed out": the verb of the sentence, and not that of its subject.
            return finite[1]
        return right if right is not None else (groups[0] if groups else None)
    gap = [token.lower for token in tokens[max(groups[left].end, at - REACH) : at]]
    if right is not None:
        behind = [token.lower for token in tokens[end : min(right.start, end + REACH)]]
        if _belongs_right(groups[left], gap, behind):
            return right
    if closes_aside(groups, tokens, at):
        left -= 1
    return _outside_condition(groups, tokens, left) or _climbed(groups, left)


def _is_aside(group: VerbGroup, tokens: Sequence[Token], end: int) -> bool:
    """Whether a verb of saying stands between commas behind a date that ends at `end` ("On Friday, police said, …")."""
    behind = tokens[group.end].text if group.end < len(tokens) else ""
    inverted = group.start == end + 1
    return group.lemma in words.SPEECH and (behind == "," or inverted) and tokens[end].text == ","


def closes_aside(groups: Sequence[VerbGroup], tokens: Sequence[Token], at: int) -> bool:
    """Whether the comma before a time expression closes what stands between two, "the line, shut in 1964, in March".

    Then a verb before the first comma governs it.
    """
    comma = at - 2 if at > 1 and tokens[at - 1].lower in BEFORE_A_DATE else at - 1
    k = bisect_right(groups, at, key=lambda group: group.end) - 1
    if k < 1 or comma <= groups[k].end or tokens[comma].text != ",":
        return False
    opens = groups[k].start - 1
    if groups[k].form != "participle":
        opens = _relative_before(tokens, groups[k - 1].end, groups[k].start) - 1
    elif is_adverb(tokens[opens].lower):
        opens -= 1
    bracketed = (opens > 0 and tokens[opens].text == ",") or _is_bracketed_clause(groups, tokens, k)
    return bracketed and any(group.finite for group in groups[max(0, k - NEAR) : k])


def _is_bracketed_clause(groups: Sequence[VerbGroup], tokens: Sequence[Token], k: int) -> bool:
    """Whether a finite verb tells of a clause between commas: "it ended, when the money had run out, in the autumn"."""
    floor = max(groups[k - 1].end, groups[k].start - CLAUSE_REACH)
    opener = next((at for at in range(groups[k].start - 1, floor, -1) if tokens[at].lower in CLAUSE_OPENERS), None)
    return opener is not None and tokens[opener - 1].text == "," and groups[k].finite


CLAUSE_REACH = 8
CLAUSE_OPENERS = frozenset("when while after because although though once where".split())


def _relative_before(tokens: Sequence[Token], floor: int, verb: int) -> int:
    """The relative pronoun that opens a verb's clause ("whose own bid failed"), not before `floor`; 0 for none."""
    inside = range(verb - 1, max(floor, verb - REACH) - 1, -1)
    return next((k for k in inside if tokens[k].lower in words.RELATIVES), 0)


BEFORE_A_DATE = frozenset("in on at by during".split())
SUBJECT_RELATIVES = frozenset("who which that".split())


def _outside_condition(groups: Sequence[VerbGroup], tokens: Sequence[Token], k: int) -> VerbGroup | None:
    """The verb that depends on an "if" in which the verb at `k` stands ("would resign if there was no deal")."""
    before = groups[k - 1].end if k else 0
    gap = [token.lower for token in tokens[max(before, groups[k].start - REACH) : groups[k].start]]
    if "if" not in gap and "unless" not in gap:
        return None
    around = (*reversed(groups[max(0, k - NEAR) : k]), *groups[k + 1 : k + NEAR])
    return next((group for group in around if group.marked_future and group.modal is not None), None)


def _climbed(groups: Sequence[VerbGroup], k: int) -> VerbGroup:
    for group in reversed(groups[max(0, k - NEAR) : k + 1]):
        if group.finite or group.form == "participle" or group.marked_future:
            return group
    return groups[k]


# Who was told something: "they promised us in May there would be no strike".
HEARERS = frozenset({"me", "us", "him", "them"})


def _belongs_right(left: VerbGroup, gap: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the expression stands in the clause of the verb behind it, or in that verb's subject.

    `gap` holds the words between the verb `left` and the expression, `behind` those on to the next finite verb.
    """
    if gap[-1:] == [";"] and ";" not in behind:
        return True
    if any(word in (",", ";", ":") or _opens_clause(word) for word in behind):
        opened = any(
            word in (";", ":") or word in ("where", "when", "while", "because", "although", "though") for word in gap
        )
        return opened and behind[0] == "," and not any(_opens_clause(word) for word in behind)
    possessive = bool(behind) and behind[0] == "'s"
    if left.lemma in words.REPORTING and left.finite:
        subject = [word for word in gap if word not in words.TIME_NOUNS]
        return (
            possessive
            or "that" in gap
            or (bool(subject) and subject[0] not in words.PREPOSITIONS | HEARERS and left.lemma != "tell")
        )
    if any(_opens_clause(word) for word in gap):
        # A conjunction or a relative between them opens a clause, unless it only joins nouns or heads this expression.
        opener = max(k for k, word in enumerate(gap) if _opens_clause(word))
        return opener < len(gap) and (
            gap[opener] not in ("since", "until", "till", "before", "after", "as") or opener < len(gap) - 1
        )
    return ("," in gap and bool(behind) and behind[0] != "," and left.form != "finite") or (possessive and not gap)
