"""From a text and its dateline to its time expressions, resolved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from typing import NamedTuple

from dateline.model import EDITOR, Conventions, Dateline, Day, Grain, Role, TimeExpression
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english import GRAMMAR, VOCABULARY, may_tell_time
from dateline.timex.english.appositions import agreed
from dateline.timex.english.asides import with_commas
from dateline.timex.english.capitals import is_in_capitals, lowered
from dateline.timex.english.direction import Verbs
from dateline.timex.english.doubts import doubted
from dateline.timex.english.genre import is_history, is_of_now, is_of_today, story_end
from dateline.timex.english.joins import joined
from dateline.timex.english.lexicon import bearings
from dateline.timex.english.quotations import as_said
from dateline.timex.english.rereading import Found
from dateline.timex.english.rows import ends_apart
from dateline.timex.evaluation import evaluated
from dateline.timex.grammar import Rule
from dateline.timex.languages import reads
from dateline.timex.lattice import TIME, Candidates, Edge
from dateline.timex.memory import Memory
from dateline.timex.reading import Reading
from dateline.timex.scene import Scene
from dateline.timex.tokens import Token, sentences, tokens
from dateline.timex.values import edtf, edtf_stretch

DATELINE = "dateline"


class Fixed(NamedTuple):
    """What `text[start:end]` means, whatever the rules would read in it; `None` for no time at all."""

    start: int
    end: int
    reading: Reading | None


def tag(
    text: str,
    dateline: Dateline,
    conventions: Conventions = Conventions(),
    start: int = 0,
    fixed: Sequence[Fixed] = (),
) -> list[TimeExpression]:
    """The time expressions of `text`, resolved against the dateline.

    `text[:start]` is a text dateline such as "LIMA, April 15 —", whose expressions have the rule "dateline". A line
    that says nothing but the day of filing holds none, unless lines before it said other days. What is `fixed`, in the
    order of the text and without overlaps, is read as said there, has the rule "editor", and what follows may count
    from it. In a language without rules that is all.
    """
    ruled = reads(conventions.lang)
    if not ruled and not fixed:
        return []
    day = dateline.day.toordinal()
    memory = Memory(history=is_history(text, day) if not conventions.reading else conventions.reading == "history")
    story = start if memory.history or conventions.reading else story_end(text, start, day)
    found: list[TimeExpression] = []
    for first, last in _remembered(text, start, story, memory, day, bool if fixed else may_tell_time):
        settled = _inside(fixed, first, last)
        if not settled and not (ruled and may_tell_time(text[first:last])):
            continue
        words = _words(text, first, last)
        matched = _matched(words, settled, ruled)
        if not matched:
            continue
        verbs = Verbs(_without_asides(words))
        scene = Scene(words, day, conventions, memory, verbs)
        here = _read(matched, scene, verbs)
        if last <= start:
            here = [replace(one, rule=DATELINE) for one in here]
            memory.main = None
        found.extend(_expressions(text, here, words, (first, last), scene, len(found)))
    return found


def _remembered(
    text: str, start: int, story: int, memory: Memory, day: Day, worth: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """The spans of the sentences that are worth a look, each when the memory has been told of it and its paragraph."""
    paragraph = 0
    for first, last in chain(sentences(text[:start]), sentences(text, start, worth)):
        if first >= paragraph:
            paragraph = paragraph_end(text, first)
            told = text[first:paragraph]
            if story > start:
                memory.history = first < story
            memory.begin_paragraph(
                passage=not memory.history and is_history(told, day),
                present=is_of_today(told, day) if memory.history else memory.goes_back and is_of_now(told),
            )
        memory.begin_sentence()
        yield first, last


def _words(text: str, first: int, last: int) -> tuple[Token, ...]:
    """The tokens of a sentence; one in capitals is read as if in small letters."""
    words = tokens(text, first, last)
    return lowered(words) if is_in_capitals(text[first:last]) else words


def _without_asides(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens in which the verbs are read, each at its place: asides between commas, where a mark is one token."""
    found = with_commas(words)
    return found if len(found) == len(words) else words


def _matched(words: Sequence[Token], fixed: Sequence[Fixed], ruled: bool) -> list[Candidates]:
    """What may be a time expression, by the rules or because it is fixed."""
    matched = list(GRAMMAR.candidates(bearings(words, VOCABULARY))) if ruled else []
    return _with_fixed(matched, words, fixed) if fixed else matched


def _read(matched: Sequence[Candidates], scene: Scene, verbs: Verbs) -> list[Found]:
    """The expressions of a sentence: each resolved, then all of them in each other's light."""
    here = agreed(ends_apart(list(_resolved(matched, scene)), scene), scene)
    here = joined(as_said(here, scene, verbs), scene, verbs)
    if _is_dateline(here, scene):
        return []
    return [_settled(one) for one in doubted(here, scene, verbs)]


def _inside(fixed: Sequence[Fixed], first: int, last: int) -> Sequence[Fixed]:
    """What is fixed in the sentence `text[first:last]`; what reaches beyond it is cut off there."""
    begin = bisect_left(fixed, first, key=lambda each: each.start)
    return fixed[begin : bisect_left(fixed, last, key=lambda each: each.start)]


def _with_fixed(matched: list[Candidates], words: Sequence[Token], fixed: Sequence[Fixed]) -> list[Candidates]:
    """Of the matches those that reach over no word that is fixed, and what the fixed ones mean."""
    taken = [0] * len(words)
    meant: dict[int, list[Edge]] = {}
    for each in fixed:
        first = bisect_left(words, each.start + 1, key=lambda token: token.end)
        last = bisect_left(words, each.end, key=lambda token: token.start)
        taken[first:last] = [1] * (last - first)
        if each.reading is not None and first < last:
            rule = Rule(EDITOR, (), {TIME: None}, lambda _context, fixed=each.reading: fixed, {}, ())
            meant[first] = [Edge(first, last, rule.gives, rule)]
    before = [0, *accumulate(taken)]
    for at, edges in matched:
        free = [edge for edge in edges if before[at] == before[at + edge.end - edge.start]]
        if free:
            meant.setdefault(at, free)
    return sorted(meant.items())


def _settled(found: Found) -> Found:
    """What an editor has fixed is in no doubt."""
    return replace(found, reading=replace(found.reading, doubt=None)) if found.rule == EDITOR else found


def paragraph_end(text: str, at: int) -> int:
    """The offset at which the line of an offset ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _is_dateline(here: Sequence[Found], scene: Scene) -> bool:
    """Whether a line says nothing but the day on which the article was filed, and is no entry among others."""
    if len(here) != 1 or scene.memory.in_entries:
        return False
    if any(token.text.isalnum() for token in (*scene.tokens[: here[0].first], *scene.tokens[here[0].last :])):
        return False
    return here[0].reading.interval == calendar.of_day(scene.day) and here[0].reading.clock is None


def _resolved(matched: Sequence[Candidates], scene: Scene) -> Iterator[Found]:
    """From left to right the first candidate that does not decline."""
    passed = 0
    for first, edges in matched:
        if first < passed:
            continue
        for edge in edges:
            last = first + edge.end - edge.start
            reading = evaluated(edge, scene, (first, last))
            if isinstance(reading, Reading) and edge.rule is not None:
                yield Found(edge, first, last, reading, edge.rule.name)
                scene.establish(reading, first, last)
                passed = last
                break


def _expressions(
    text: str, here: Sequence[Found], words: Sequence[Token], sentence: tuple[int, int], scene: Scene, before: int
) -> Iterator[TimeExpression]:
    for found in here:
        reading = found.reading
        start, end = words[found.first].start, words[found.last - 1].end
        southern = scene.conventions.southern
        yield TimeExpression(
            text=text[start:end],
            start=start,
            end=end,
            type=reading.type,
            value=reading.value,
            mod=reading.mod,
            interval=reading.interval,
            grain=reading.grain,
            role=reading.role,
            edtf=_edtf(reading, southern),
            clock=reading.clock,
            begins=reading.begins,
            ends=reading.ends,
            anchor_begin=reading.anchor_begin,
            anchor_end=reading.anchor_end,
            partner=None if found.partner is None else before + found.partner,
            sentence=sentence,
            future=Context.of(scene, found.first, found.last).future,
            doubt=reading.doubt,
            why=(f"“{text[start:end]}”", *reading.steps),
            rule=found.rule,
        )


def _edtf(reading: Reading, southern: bool) -> str | None:
    approximate = reading.mod == "APPROX" and reading.grain >= Grain.DAY
    if reading.role is Role.AT or (reading.begins is None and reading.ends is None):
        return edtf(reading.interval, reading.grain, southern, approximate)
    begins = edtf(reading.begins, reading.grain, southern, approximate)
    ends = edtf(reading.ends, reading.grain, southern, approximate)
    return edtf_stretch(begins and begins.split("/")[0], ends and ends.split("/")[-1])
