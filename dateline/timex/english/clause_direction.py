"""Clauses whose verb alone does not tell the direction: conditions, accusations, openings by gerund, headlines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.noun_direction import WEEKDAYS
from dateline.timex.english.verb_words import PREPOSITIONS, REPORTING, table
from dateline.timex.english.verbs import VerbGroup
from dateline.timex.telling import Direction

# What they are about has been: "is accused of lying in February".
ACCUSES = table(
    "accuse charge suspect convict acquit clear blame deny admit regret recall remember thank praise criticise "
    "criticize"
)
# What one is told to do lies ahead of being told: "has been bailed to appear on 6 December".
ORDERS = table("bail bailed remand remanded summon summons require instruct oblige enlist hire")
# Verbs of deciding whose infinitive is what was decided.
DECIDES = table("vote opt resolve")
CONDITIONS = table("if unless once when")
NEWS_OF_NOBODY = table("reach locate contact find verify confirm identify")
DEPARTS = table("leave come go fly travel meet return open close retire arrive move quit step start begin play fight")
# How many words a predicate and its date may lie apart, and how far a row of weekdays is followed back.
PREDICATE, ROW = 3, 6


def told_in_clause(groups: Sequence[VerbGroup], lower: Sequence[str], first: int) -> Direction | None:
    """The direction that the clause around the token `first` gives it, `None` where its governing verb decides."""
    k = bisect_right(groups, first, key=lambda group: group.end) - 1
    if k < 0:
        return None
    group, before = groups[k], groups[k - 1] if k else None
    opening = lower[before.end if before else 0 : group.start]
    if group.form == "gerund":
        outer = next((other for other in reversed(groups[max(k - ROW, 0) : k]) if other.form != "gerund"), None)
        accused = outer is not None and outer.lemma in ACCUSES and "," not in lower[outer.end : group.start]
        return Direction.PAST if group.perfect or accused else None
    if group.form == "infinitive":
        decided = before is not None and before.lemma in DECIDES and before.finite and "," not in opening
        headline = len(groups) <= PREDICATE and not any(other.finite for other in groups)
        said = before is not None and before.lemma in REPORTING and "that" in opening and group.passive
        ordered = before is not None and before.lemma in ORDERS and not (before.perfect and before.tense == "past")
        return Direction.FUTURE if decided or headline or said or ordered else None
    if group.finite and not CONDITIONS.isdisjoint(opening):
        if group.perfect and group.tense == "past":
            return Direction.PAST
        plain = group.tense == "present" and not group.perfect
        return Direction.FUTURE if plain and lower[first] in WEEKDAYS else None
    if group.modal == "could" and group.passive and group.lemma in NEWS_OF_NOBODY and lower[first] in WEEKDAYS:
        return Direction.PAST
    if group.lemma in DECIDES and group.finite and lower[group.end] == "to" and first > group.end + 1:
        return Direction.FUTURE
    accuses = group.lemma in ACCUSES and group.tense == "present"
    return Direction.PAST if accuses and "," not in lower[group.end : first] else None


def main_verb(groups: Sequence[VerbGroup], group: VerbGroup) -> VerbGroup:
    """The finite verb of the sentence that a gerund opens ("Before flying on Sunday, she will see the king")."""
    if group.form != "gerund" or any(other.finite for other in groups[:ROW] if other.end <= group.start):
        return group
    k = _behind(groups, group.end)
    return next((other for other in groups[k : k + ROW] if other.finite), group)


def is_leaving(groups: Sequence[VerbGroup], group: VerbGroup) -> bool:
    """ "Said that she was leaving on Sunday": what was said to be coming, past or not."""
    if not group.progressive or group.tense != "past" or group.lemma not in DEPARTS:
        return False
    before = _before(groups, group.start)
    return before is not None and before.lemma in REPORTING and before.finite


def is_reckoning(groups: Sequence[VerbGroup], lower: Sequence[str], group: VerbGroup) -> bool:
    """ "Was counting on a deal in May", "were counting on being home by May": what one reckons with may be to come."""
    outer = _before(groups, group.start) if group.form == "gerund" else group
    if outer is None or not outer.progressive or outer.tense != "past" or outer.end + 1 >= len(lower):
        return False
    return (outer.lemma, lower[outer.end]) in RECKONS


RECKONS = frozenset({("count", "on"), ("bank", "on"), ("plan", "on"), ("plan", "for"), ("hope", "for")})


def was_foretold(groups: Sequence[VerbGroup], group: VerbGroup) -> bool:
    """ "Had said that it would open in March": March may have come since."""
    before = _before(groups, group.start) if group.modal == "would" else None
    return before is not None and before.perfect and before.tense == "past" and before.lemma in REPORTING


def was_unable(group: VerbGroup, lower: Sequence[str]) -> bool:
    """Whether "could no longer" tells what was over by then ("by Saturday she could no longer stand")."""
    return group.modal == "could" and "longer" in lower[group.start : group.end]


def _before(groups: Sequence[VerbGroup], at: int) -> VerbGroup | None:
    k = bisect_right(groups, at, key=lambda group: group.end) - 1
    return groups[k] if k >= 0 else None


def _behind(groups: Sequence[VerbGroup], at: int) -> int:
    return bisect_left(groups, at, key=lambda group: group.start)


def is_on(group: VerbGroup, lower: Sequence[str], first: int) -> bool:
    """Whether a weekday is said of a present state: "the vote is on Friday", "the shop is closed Monday"."""
    if group.tense != "present" or group.perfect or group.end > first or lower[first] not in WEEKDAYS:
        return False
    if group.lemma not in ("be", "'s") and (not group.passive or group.lemma in ACCUSES or group.lemma in REPORTING):
        return False
    between = lower[group.end : first - 1 if lower[first - 1] in ("on", "until", "by") else first]
    if between and between[0] in ("at", "in") and group.start and is_event_noun(lower[group.start - 1]):
        # "The funeral is at St Mary's on Tuesday": where, and then when.
        between = between[1:]
    return len(between) <= PREDICATE and not any(word in PREPOSITIONS or not word[0].isalpha() for word in between)


def row_begins(lower: Sequence[str], first: int) -> int:
    """Where the row of weekdays begins that the one at `first` goes on with: "likely on Friday and Saturday"."""
    for _ in range(ROW):
        at = first - 2 if first > 1 and lower[first - 1] == "on" else first - 1
        if at < 1 or lower[at] not in ("and", "or") or lower[at - 1] not in WEEKDAYS:
            break
        first = at - 1
    return first


# "The landing, originally set for Thursday, was moved".
AT_FIRST = table("originally initially first previously")


def is_plan_undone(groups: Sequence[VerbGroup], lower: Sequence[str], first: int, last: int) -> bool:
    """Whether what was planned for the day is told from behind: "talks planned for Tuesday collapsed"."""
    k = bisect_right(groups, first, key=lambda group: group.end)
    apart = k == 1 and (groups[0].passive or groups[0].end != first - 1)
    if k > 1 or (apart and groups[0].end != first - 1):
        return False
    behind = _behind(groups, last)
    main = next((group for group in groups[behind : behind + ROW] if group.finite), None)
    if main is None or main.tense != "past" or main.marked_future or main.lemma in REPORTING:
        return False
    # "Talks, set for June 3, were announced" are none of them; a weekday that was called off may be the next.
    undone = is_calling_off(main, lower) and lower[first] not in WEEKDAYS
    return not apart or lower[groups[0].start - 1] in AT_FIRST or undone


def is_calling_off(group: VerbGroup, lower: Sequence[str]) -> bool:
    """Whether a verb says that a plan came to nothing on its day: "was put back", "fell through", "collapsed"."""
    particle = lower[group.end] if group.end < len(lower) else ""
    return group.lemma in CALLS_OFF or (group.lemma in PUTS and particle in PUT_OFF)


CALLS_OFF = table("cancel postpone scrap abandon shelve collapse fail delay adjourn defer reschedule vacate move")
PUTS, PUT_OFF = table("put call push set fall break bring"), table("off back through down forward")
