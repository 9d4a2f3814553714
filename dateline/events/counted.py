"""Lengths counted from an event that the article dates: "eight days after the explosion"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.events.extract import told_events
from dateline.events.lengths import COUNTED
from dateline.events.relations import OCCURRING, Told, names
from dateline.model import Conventions, Dateline, Doubt, Grain, Interval, Role, Status, TimeExpression
from dateline.timex import interval as calendar
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.verb_forms import lemma
from dateline.timex.english.verb_words import COORDINATORS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from dateline.timex.languages import reads
from dateline.timex.values import edtf, spelled

LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
GRAINS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}
DEED = re.compile(r"\s+(after|before|following)\s+(?:the|that|this|his|her|its|their)\s+([a-z]+)\b")
WORD_BEFORE = re.compile(r"(\w+)\s+$")
WORD_BEHIND = re.compile(r"\s+(\w+)")
# How many letters a verb and its noun begin with alike: "explode", "explosion".
STEM = 4


@dataclass(frozen=True, slots=True)
class Length:
    """The place of a length, the deed it is counted from, and whether it lies before that (-1) or after it (1)."""

    index: int
    sign: int
    deed: str


def counted(
    text: str,
    expressions: Sequence[TimeExpression],
    dateline: Dateline,
    conventions: Conventions = Conventions(),
) -> Sequence[TimeExpression]:
    """The expressions of an article, those that are counted from a deed with the days that its one report gives."""
    found = list(_lengths(text, expressions)) if reads(conventions.lang) else []
    if not found:
        return expressions
    deeds = _by_stem(told_events(text, expressions, dateline, conventions))
    resolved = {each.index: _resolved(expressions[each.index], each, deeds) for each in found}
    return [resolved.get(k, expression) for k, expression in enumerate(expressions)]


def _lengths(text: str, expressions: Sequence[TimeExpression]) -> Iterator[Length]:
    """The exact lengths before "after the raid" that tell when something happened."""
    starts = {expression.start for expression in expressions}
    for index, expression in enumerate(expressions):
        if expression.interval is not None or expression.mod is not None or not LENGTH.fullmatch(expression.value):
            continue
        deed = DEED.match(text, expression.end)
        if deed is None or not is_event_noun(deed[2]) or not _ends(text, deed.end(), starts):
            continue
        before = WORD_BEFORE.search(text, max(expression.start - 20, 0), expression.start)
        # "On 2 April, two weeks after the raid" says when the raid was.
        beside = index > 0 and text[expressions[index - 1].end : expression.start].strip() == ","
        if not beside and (before is None or before[1].lower() not in PREPOSITIONS):
            yield Length(index, -1 if deed[1] == "before" else 1, deed[2])


def _ends(text: str, at: int, starts: set[int]) -> bool:
    """Whether a deed's name is at its end, with no more words that say which one is meant."""
    behind = WORD_BEHIND.match(text, at)
    if behind is None:
        return True
    dated = any(start in starts for start in (behind.start(1), behind.end() + 1))
    subject = behind[1][0].isupper() or behind[1] in DETERMINERS | SUBJECT_PRONOUNS
    return dated or subject or behind[1] in COORDINATORS or lemma(behind[1]) in OCCURRING


def _by_stem(told: Sequence[Told]) -> dict[str, list[tuple[str, Told]]]:
    """The events by the first letters of the names that each can go by."""
    deeds: dict[str, list[tuple[str, Told]]] = {}
    for each in told:
        verb = each.dated.clause.verb
        subject = each.dated.clause.subject
        own = {verb.lemma} if verb is not None and each.dated.noun is None else set()
        if verb is not None and verb.lemma == "be" and subject is not None:
            # "The vote is on June 9."
            own = {each.parse.lower[subject[1] - 1]}
        for name in names(each) | own:
            deeds.setdefault(name[:STEM], []).append((name, each))
    return deeds


def _resolved(
    expression: TimeExpression, length: Length, deeds: Mapping[str, Sequence[tuple[str, Told]]]
) -> TimeExpression:
    """The expression with its days, where all the events that can be meant have one date."""
    meant = [each for name, each in deeds.get(length.deed[:STEM], ()) if _is_named(name, length.deed)]
    if len({each.event.when for each in meant}) != 1 or not all(_is_fixed(each) for each in meant):
        return expression
    match = LENGTH.fullmatch(expression.value)
    when = meant[0].event.when
    assert match is not None and when.start is not None and when.end is not None
    unit, count = GRAINS[match[2]], length.sign * int(match[1])
    ends = [_moved(day, count, unit, meant[0].event.grain) for day in (when.start, when.end - 1)]
    days = calendar.hull(*ends)
    side = "after" if length.sign > 0 else "before"
    return replace(
        expression,
        interval=days,
        grain=unit,
        role=Role.AT,
        rule=COUNTED,
        edtf=edtf(days, unit),
        doubt=Doubt(f"another {length.deed} may be meant"),
        why=(expression.why[0], f"counted from the {length.deed}, which the article dates {_spelled(when)}: {side} it"),
    )


def _is_named(name: str, deed: str) -> bool:
    """Whether a verb or a noun names the deed: "raid" the raid, "explode" the explosion."""
    alike = next((k for k, (one, other) in enumerate(zip(name, deed, strict=False)) if one != other), len(name))
    return name == deed or (len(deed) > len(name) and alike >= max(STEM, len(name) - 2))


def _is_fixed(told: Told) -> bool:
    """Whether an event came to pass, or will, on days that are known."""
    event = told.event
    real = event.polarity == "POS" and event.modality is None and event.status is not Status.RECURRING
    return real and event.extent == "within" and event.when.start is not None and event.when.end is not None


def _moved(day: int, count: int, unit: Grain, grain: Grain) -> Interval:
    """The unit that lies so many units from a day; the day itself where what it is counted from is a longer stretch."""
    return calendar.of_day(calendar.add(day, count, unit)) if unit < grain else calendar.shift(day, count, unit)


def _spelled(when: Interval) -> str:
    assert when.start is not None and when.end is not None
    last = when.end - 1
    return spelled(when.start) if last == when.start else f"{spelled(when.start)} to {spelled(last)}"
