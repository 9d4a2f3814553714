"""Verbs and places in a row, each with a date of its own: "to close two by June and to open one in May"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.events.clauses import Clause, Dated, Parse
from dateline.events.nouns import Span
from dateline.timex.english import verb_words as words


def without_rest_of_row(parse: Parse, dated: Dated, kept: Sequence[int], dates: Collection[Span]) -> list[int]:
    """The tokens of an event without what another date of its clause dates; `dates` holds the spans of all dates.

    So "expects to close two by June and to open one in May" tells two plans, and "opened in Bonn in May and in Kiel in
    June" two openings.
    """
    others = [at for at in dates if at != dated.at and parse.owner[at[0]] is dated.clause]
    if not others or dated.clause.verb is None or dated.noun is not None:
        return list(kept)
    for joint in _joints(parse, dated.clause):
        first, begins = _first_of(parse, dated.clause, joint)
        if first is None or begins is None:
            continue
        before = any(first <= at[0] < joint for at in (*others, dated.at))
        behind = any(at[0] > joint for at in (*others, dated.at))
        if not (before and behind) or (len(others) > 1):
            continue
        if dated.at[0] > joint:
            return [k for k in kept if k < first or k >= begins]
        return [k for k in kept if k < joint]
    return list(kept)


def _joints(parse: Parse, clause: Clause) -> list[int]:
    verb = clause.verb
    floor = verb.end if verb is not None else clause.start
    return [
        k for k in range(floor, len(parse.lower) - 2) if parse.lower[k] in ("and", "but") and parse.owner[k] is clause
    ]


def _first_of(parse: Parse, clause: Clause, joint: int) -> tuple[int | None, int | None]:
    """Where the row begins whose second part a coordinator joins, and where that second part begins."""
    begins = joint + 1
    floor = clause.verb.end if clause.verb is not None else clause.start
    infinitives = [group.start for group in parse.groups if group.form == "infinitive" and group.start >= floor]
    if begins in infinitives:
        first = next((at for at in infinitives if at < joint and parse.owner[at] is clause), None)
        return first, begins if parse.lower[first or 0] == "to" and parse.lower[begins] == "to" else None
    word = parse.lower[begins]
    if word not in words.PREPOSITIONS or parse.timed[begins] or not parse.timed[joint - 1]:
        return None, None
    inside = (k for k in range(floor, joint) if parse.owner[k] is clause and not parse.timed[k])
    return next((k for k in inside if parse.lower[k] == word), None), begins
