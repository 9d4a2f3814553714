"""Plans told from behind: what was due, was to be, had been hoped for, and whether it is known to have come to pass."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dateline.timex.english.verb_words import REPORTING, table
from dateline.timex.english.verbs import VerbGroup
from dateline.timex.telling import Direction

# "The vote was due on Monday": whether it took place is not said.
LEFT_OPEN = table("due set scheduled expected planned slated supposed meant intended")
AHEAD = table(
    "likely due scheduled slated set planned expected timed billed payable effective upcoming record forecast "
    "predicted booked promised meant intended supposed"
)
# Of these nobody says that it will be: "a tower meant to open in May is still shut".
MEANT = table("meant intended supposed")
AWAITED = table("likely unlikely possible imminent due expected scheduled planned slated")
BE = table("is are be remains remain 's 're seems looks appears")
HOPES = table("hope expect plan schedule promise suppose intend think aim want")
# Where the reader of verbs takes "face" for a noun, and how far back it stands.
FACES, REACH = table("face faces await awaits"), 5
# How many verbs back a plan, and ahead a main verb, is looked for.
NEAR = 12


def is_awaited(before: Sequence[str]) -> bool:
    """Whether the words before a preposition and its date tell of a state that points ahead: "a ruling is likely"."""
    return before[-1:] != [] and before[-1] in AWAITED and not BE.isdisjoint(before[:-1])


def is_down(lower: Sequence[str], at: int) -> bool:
    """ "Her first match is down for Tuesday night", "a hearing listed for May": entered in a diary."""
    return lower[at] in ENTERED or (lower[at] == "down" and at > 0 and lower[at - 1] in BE)


ENTERED = table("listed pencilled penciled earmarked lined fixed arranged")


def is_faced(group: VerbGroup | None, lower: Sequence[str], first: int) -> bool:
    """ "Users face disruption from Monday", "the line shuts from Monday": what has begun is told in another tense."""
    if group is None or group.start > first:
        return not FACES.isdisjoint(lower[max(first - REACH, 0) : first])
    return group.tense == "present" and not group.perfect and group.lemma not in REPORTING


def is_of_plan(groups: Sequence[VerbGroup], lower: Sequence[str], first: int) -> bool:
    """ "Had talked about the slated visit of the king in May": the date of a plan, on either side of the dateline."""
    for at in range(first - 2, max(first - PLAN_REACH, 0), -1):
        if lower[at] in PLANNED and lower[at - 1] in DETERMINERS:
            k = bisect_right(groups, at, key=lambda group: group.end)
            return not any(group.start < first and group.finite for group in groups[k : k + 1])
        if not lower[at][0].isalpha() and lower[at] != ".":
            return False
    return False


PLANNED, PLAN_REACH = table("slated scheduled planned upcoming forthcoming impending proposed"), 10
DETERMINERS = table("a an the his her its their our your my this that 's")


def was_once(lower: Sequence[str], first: int) -> bool:
    """ "Originally due in June", "once planned for March": the date at `first` is that of a plan since replaced."""
    for at in range(first - 1, max(first - 3, 0), -1):
        if lower[at] in AHEAD:
            return lower[at - 1] in REPLACED
    return False


REPLACED = table("originally initially first previously once")


def told_behind(lower: Sequence[str], at: int) -> Direction | None:
    """The direction of a plan, the word at `at`, that is told from behind: "had been scheduled for", "was due on".

    Its day may be near on either side: "had been scheduled for July 9" is said on 29 June, too.
    """
    before = [word for word in lower[max(at - 4, 0) : at] if not word.endswith("ly")]
    told = before[-2:] == ["had", "been"] or before[-1:] in (["was"], ["were"])
    return Direction.OPEN if told else None


def is_left_open(groups: Sequence[VerbGroup], lower: Sequence[str], group: VerbGroup) -> bool:
    """ "Was due on Monday", "was to open on Monday", "was expected to open on Monday"."""
    opening = [word for word in lower[group.start : group.end] if word not in AT_ONE_TIME][:2]
    if opening in (["was", "to"], ["were", "to"]):
        return not was_to_have(lower, group)
    if group.form == "infinitive":
        before = lower[max(group.start - 2, 0) : group.start]
        planned = len(before) == 2 and before[1] in LEFT_OPEN and before[0] in ("was", "were")
        return planned or bool(before and before[-1] in ("was", "were")) or _was_planned(groups, group)
    if group.tense != "past" or group.perfect:
        return False
    if group.head in LEFT_OPEN:
        return group.passive or group.lemma == "be"
    return group.lemma == "be" and group.end < len(lower) and lower[group.end] in LEFT_OPEN


# "Was first to leave on 29 March", "was also to take effect".
AT_ONE_TIME = table("first originally initially also then still only now once")


def was_hoped(groups: Sequence[VerbGroup], lower: Sequence[str], group: VerbGroup) -> bool:
    """ "Had been hoped that it would open", "was to have been signed": what was to be is told of from behind."""
    if was_to_have(lower, group):
        return True
    return group.modal == "would" and any(
        other.perfect and other.tense == "past" and other.lemma in HOPES for other in before(groups, group.start)
    )


def was_to_have(lower: Sequence[str], group: VerbGroup) -> bool:
    """ "Was to have been signed": it was not, but its day need not have come."""
    return lower[group.start : group.start + 3] in (["was", "to", "have"], ["were", "to", "have"])


def was_to_be(groups: Sequence[VerbGroup], group: VerbGroup) -> bool:
    """ "Had been scheduled to expire": what was to be is told as past."""
    last = before(groups, group.start)[-1:]
    near = bool(last) and group.start - last[0].end <= 2
    return near and group.form == "infinitive" and last[0].perfect and last[0].tense == "past"


def was_dropped(groups: Sequence[VerbGroup], lower: Sequence[str], group: VerbGroup, last: int) -> bool:
    """ "Had hoped to open in May", "planned to open in May but ran out of money": May may not have come yet."""
    plan = before(groups, group.start)[-1:]
    if group.form != "infinitive" or not plan or plan[0].end != group.start or plan[0].lemma not in HOPES:
        return False
    if plan[0].tense != "past" or plan[0].passive:
        return False
    k = bisect_left(groups, last, key=lambda other: other.start)
    behind = groups[k] if k < len(groups) else None
    undone = behind is not None and behind.finite and behind.tense == "past"
    return plan[0].perfect or (undone and not UNDOES.isdisjoint(lower[last : last + 2]))


UNDOES = table("but until before yet")


def of_participle(groups: Sequence[VerbGroup], group: VerbGroup, left: str) -> Direction:
    """The direction of what a participle dates; `left` is the word before the expression."""
    if group.head not in AHEAD or (group.head == "set" and left not in ("for", "to")):
        # "Will be paid to shareholders registered by April 4": either side of the dateline.
        planned = any(other.marked_future and other.finite for other in before(groups, group.start))
        return Direction.OPEN if planned else Direction.PAST
    if group.head in MEANT:
        return Direction.OPEN
    # "A rally planned for Saturday was called off": the plan is told of from behind.
    k = bisect_right(groups, group.end, key=lambda other: other.end)
    main = next((other for other in groups[k : k + NEAR] if other.finite), None)
    return Direction.OPEN if main is not None and main.tense == "past" and not main.marked_future else Direction.FUTURE


def before(groups: Sequence[VerbGroup], at: int) -> Sequence[VerbGroup]:
    """The nearest verbs that end before a token."""
    k = bisect_right(groups, at, key=lambda group: group.end)
    return groups[max(k - NEAR, 0) : k]


def _was_planned(groups: Sequence[VerbGroup], group: VerbGroup) -> bool:
    return any(
        other.end == group.start
        and other.passive
        and other.tense == "past"
        and not other.perfect
        and other.head in LEFT_OPEN
        for other in before(groups, group.start)[-1:]
    )
