"""Which events of an article came after which, as its words say: "after talks resumed", "two hours later"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.events.clauses import Clause, Dated, Kind, Parse
from dateline.model import Event, Grain, Role, Status, TimeExpression
from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.verb_words import table

AFTER, BEFORE = frozenset(("after", "following")), frozenset(("before",))
# "Not before", "until after", "rather than before" say something else.
TURNING = table("not until till since than from never if even")
DEFINITE = ("the", "that", "this")
# What such a verb tells of its subject is that it took place: "The raid began", "The blast killed four".
OCCURRING = table(
    "begin start happen occur come erupt kill injure wound hit strike shake destroy damage flatten take break follow"
)
# And these of their object: "carried out a raid", "held an election".
STAGING = table("carry stage launch mount hold conduct begin start make open suffer cause see")

# What is counted by the hour is finer than any date it counts from.
UNITS: dict[str, int] = {
    "moment": 0,
    "second": 0,
    "minute": 0,
    "hour": 0,
    "day": Grain.DAY,
    "night": Grain.DAY,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
}

Link = tuple[int, int]
"""The place of an event, and that of one it came after."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its place in the parse of its sentence."""

    event: Event
    dated: Dated
    parse: Parse


def related(told: Sequence[Told], text: str, expressions: Sequence[TimeExpression]) -> list[Event]:
    """The events of an article, each with those that it came after; what the words leave unsure is left out."""
    links = {*_by_conjunction(told), *_by_length(told, text, expressions), *_by_noun(told)}
    after: dict[int, list[int]] = {}
    for later, earlier in sorted(links):
        if _may_relate(told[later].event, told[earlier].event):
            after.setdefault(later, []).append(earlier)
    return [replace(each.event, after=tuple(after[k])) if k in after else each.event for k, each in enumerate(told)]


def _may_relate(later: Event, earlier: Event) -> bool:
    """Whether both came to pass or both are planned, and the earlier one is no stretch that may go on."""
    real = [each.status is not Status.PLANNED for each in (later, earlier)]
    plain = all(
        each.polarity == "POS" and each.modality is None and each.status is not Status.RECURRING
        for each in (later, earlier)
    )
    return plain and real[0] == real[1] and earlier.extent == "within"


def _by_conjunction(told: Sequence[Told]) -> Iterator[Link]:
    """ "The strike ended on Friday after talks had resumed that morning", "was held after Friday's raid"."""
    by_clause: dict[int, list[int]] = {}
    for k, each in enumerate(told):
        if each.dated.noun is None:
            by_clause.setdefault(id(each.dated.clause), []).append(k)
    for k, each in enumerate(told):
        sign, outer = _governed(each)
        others = by_clause.get(id(outer), ())
        if sign and len(others) == 1:
            yield (others[0], k) if sign > 0 else (k, others[0])


def _governed(told: Told) -> tuple[int, Clause | None]:
    """The direction of the word that hangs an event on a clause, and that clause."""
    parse, clause, noun = told.parse, told.dated.clause, told.dated.noun
    if noun is not None:
        return _direction(parse, noun[0] - 1), clause
    if clause.kind is Kind.SUBORDINATE and clause.opener is not None:
        return _direction(parse, clause.opener), clause.parent
    if clause.kind is Kind.PARTICIPLE and clause.noun is not None:
        # Before a plan announced on Friday may be after it was announced.
        return max(_direction(parse, clause.noun[0] - 1), 0), clause.parent
    return 0, None


def _direction(parse: Parse, at: int) -> int:
    """1 where the word at a place says "after", -1 for "before", 0 for neither."""
    if at < 0 or (at and parse.lower[at - 1] in TURNING):
        return 0
    return (parse.lower[at] in AFTER) - (parse.lower[at] in BEFORE)


def _by_length(told: Sequence[Told], text: str, expressions: Sequence[TimeExpression]) -> Iterator[Link]:
    """ "Two hours later a second one went off": counted from the one event told right before it that day."""
    sentence: list[int] = []
    before: list[int] = []
    for k, each in enumerate(told):
        if sentence and told[sentence[0]].event.quote_start != each.event.quote_start:
            before = sentence if _adjoin(told[sentence[0]].event, each.event, text) else []
            sentence = []
        sign = _counted(each, expressions)
        near = [other for other in (*before, *sentence) if _overlap(told[other].event, each.event)]
        if sign and len(near) == 1 and not _is_saying(told[near[0]]) and _is_finer(each, told[near[0]], expressions):
            yield (k, near[0]) if sign > 0 else (near[0], k)
        sentence.append(k)


def _adjoin(event: Event, other: Event, text: str) -> bool:
    """Whether nothing but space and quotation marks stands between the sentences of two events."""
    return not any(char.isalnum() for char in text[event.quote_start + len(event.quote) : other.quote_start])


def _counted(told: Told, expressions: Sequence[TimeExpression]) -> int:
    """1 where an event's date is "two hours later" or "later that day", -1 for "earlier", 0 for others."""
    date = expressions[told.event.expressions[0]]
    said = date.text.lower().split()
    if len(said) < 2 or date.role is not Role.AT or told.dated.noun is not None:
        return 0
    word = said[0] if said[1] == "that" or said[1:3] == ["the", "same"] else said[-1]
    return (word == "later") - (word == "earlier")


def _is_finer(told: Told, other: Told, expressions: Sequence[TimeExpression]) -> bool:
    """Whether a length is of units below the grain it counts from: a year before a year overlaps it by chance only."""
    said = expressions[told.event.expressions[0]].text.lower().split()
    return "that" in said or "same" in said or UNITS.get(said[-2].removesuffix("s"), Grain.YEAR) < other.event.grain


def _overlap(one: Event, other: Event) -> bool:
    first, second = one.when, other.when
    return (first.end is None or second.start is None or second.start < first.end) and (
        second.end is None or first.start is None or first.start < second.end
    )


def _is_saying(told: Told) -> bool:
    verb = told.dated.clause.verb
    return told.dated.clause.kind is Kind.SAYING or (verb is not None and verb.lemma in words.REPORTING)


def _by_noun(told: Sequence[Told]) -> Iterator[Link]:
    """ "Hours after the raid": the one event of the article that was a raid."""
    named: dict[str, list[int]] = {}
    for k, each in enumerate(told):
        for noun in names(each):
            named.setdefault(noun, []).append(k)
    owners: dict[int, int] = {}
    for each in told:
        owners[id(each.dated.clause)] = owners.get(id(each.dated.clause), 0) + (each.dated.noun is None)
    for k, each in enumerate(told):
        if each.dated.noun is not None or owners[id(each.dated.clause)] > 1:
            continue
        for sign, noun in _references(each):
            events = [other for other in named.get(noun, ()) if other != k]
            if len(events) == 1:
                yield (k, events[0]) if sign > 0 else (events[0], k)


def _references(told: Told) -> Iterator[tuple[int, str]]:
    """The nouns that a clause says it came after (1) or before (-1): "after the raid", and no more words of it."""
    parse = told.parse
    for at, word in enumerate(parse.lower[:-2]):
        if word not in AFTER and word not in BEFORE:
            continue
        sign, noun = _direction(parse, at), parse.lower[at + 2]
        if sign and parse.lower[at + 1] in DEFINITE and is_event_noun(noun) and parse.owner[at] is told.dated.clause:
            behind = parse.lower[at + 3] if at + 3 < len(parse.lower) else "."
            if not behind[0].isalnum() or parse.timed[at + 3] or behind in words.COORDINATORS:
                yield sign, noun


def names(told: Told) -> set[str]:
    """The nouns for what an event was: its own, its verb's, or those of what took place by its verb."""
    parse, verb, noun = told.parse, told.dated.clause.verb, told.dated.noun
    if noun is not None:
        return {parse.lower[k] for k in range(*noun) if is_event_noun(parse.lower[k])}
    if verb is None:
        return set()
    found = {verb.lemma} if is_event_noun(verb.lemma) else set()
    subject = told.dated.clause.subject
    if subject is not None and verb.lemma in OCCURRING and is_event_noun(parse.lower[subject[1] - 1]):
        found.add(parse.lower[subject[1] - 1])
    if verb.lemma in STAGING:
        objects = (parse.lower[k] for k in range(verb.end, len(parse.lower)) if parse.owner[k] is told.dated.clause)
        found.update(word for word in list(objects)[:4] if is_event_noun(word))
    return found
