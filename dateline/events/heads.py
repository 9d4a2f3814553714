"""Which verb groups make clauses of their own."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.nouns import PERIODS, Words
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_group import VerbGroup, is_adverb


def is_head(group: VerbGroup, lower: Sequence[str]) -> bool:
    """Whether a verb group makes a clause of its own: finite verbs, participles, and "-ing" behind a comma."""
    if group.finite or group.form == "participle":
        return group.finite or lower[group.start] not in ("be", "been")
    if group.form != "gerund":
        return False
    at = group.start - 1
    while at >= 0 and is_adverb(lower[at]):
        at -= 1
    return at > 0 and lower[at] == ","


def goes_on_row(group: VerbGroup, groups: Sequence[VerbGroup], lower: Sequence[str]) -> bool:
    """Whether "-ing" behind "and" goes on with one behind a comma ("…, sacking one man and bringing back another")."""
    if group.form != "gerund" or group.start < 2 or lower[group.start - 1] != "and" or lower[group.start - 2] == ",":
        return False
    first = next((each for each in groups if each.form == "gerund" and is_head(each, lower)), group)
    return first.start < group.start and any(each.finite and each.end < first.start for each in groups)


def ends_period(here: Words, group: VerbGroup) -> bool:
    """Whether a verb only says when a period ends ("the quarter ended Sept. 30", "the six months ended in June")."""
    dated = group.end < len(here.timed) and here.timed[group.end]
    behind = dated and (group.form == "participle" or here.at(group.end) not in words.PREPOSITIONS)
    return behind and group.head in ("ended", "ending") and here.at(group.start - 1) in PERIODS


def begins_then(here: Words, group: VerbGroup) -> bool:
    """Whether a verb only says from when what was told before goes on ("will meet weekly, starting in June")."""
    dated = group.end < len(here.timed) and here.timed[group.end]
    told = any(here.verbal[: group.start])
    return dated and told and group.head in ("starting", "beginning") and here.at(group.start - 1) == ","
