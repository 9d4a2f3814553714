"""From a text and its dateline to its time expressions, resolved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from typing import NamedTuple

from dateline.model import EDITOR, Conventions, Dateline, Day, Grain, Role, TimeExpression
from dateline.timex import interval as calendar
from dateline.timex.context import Context, Scene
from dateline.timex.english import LAYERS, VOCABULARY, may_tell_time
from dateline.timex.english.capitals import is_in_capitals, lowered
from dateline.timex.english.direction import Verbs
from dateline.timex.english.doubts import doubted
from dateline.timex.english.genre import is_history, is_of_today
from dateline.timex.english.joins import joined
from dateline.timex.english.lexicon import edges
from dateline.timex.english.rereading import Found
from dateline.timex.english.rows import ends_apart
from dateline.timex.evaluation import evaluated
from dateline.timex.grammar import Edge, Rule, parse
from dateline.timex.languages import reads
from dateline.timex.memory import Memory
from dateline.timex.reading import Reading
from dateline.timex.tokens import Token, sentences, tokens
from dateline.timex.values import edtf, edtf_stretch

TIME = "{time}"
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
    that says nothing but the day of filing holds none. What is `fixed`, in the order of the text and without overlaps,
    is read as said there, has the rule "editor", and what follows may count from it. In a language without rules that
    is all.
    """
    ruled = reads(conventions.lang)
    if not ruled and not fixed:
        return []
    day = dateline.day.toordinal()
    memory = Memory(history=is_history(text, day) if not conventions.reading else conventions.reading == "history")
    found: list[TimeExpression] = []
    paragraph = 0
    worth = bool if fixed else may_tell_time
    for first, last in chain(sentences(text[:start]), sentences(text, start, worth)):
        if first >= paragraph:
            paragraph = paragraph_end(text, first)
            told = text[first:paragraph]
            memory.begin_paragraph(
                passage=not memory.history and is_history(told, day), present=memory.history and is_of_today(told)
            )
        memory.begin_sentence()
        settled = _inside(fixed, first, last)
        if not settled and not (ruled and may_tell_time(text[first:last])):
            continue
        words = tokens(text, first, last)
        if is_in_capitals(text[first:last]):
            words = lowered(words)
        lattice: list[list[Edge]] = parse(LAYERS, edges(words, VOCABULARY)) if ruled else [[] for _ in words]
        lattice = _with_fixed(lattice, words, settled) if settled else lattice
        if not any(TIME in edge.values for row in lattice for edge in row):
            continue
        verbs = Verbs(words)
        scene = Scene(words, day, conventions, memory, verbs)
        here = joined(ends_apart(list(_resolved(lattice, scene)), scene), scene, verbs)
        if _is_dateline(here, words, day):
            continue
        here = [_settled(one) for one in doubted(here, scene, verbs)]
        if last <= start:
            here = [replace(one, rule=DATELINE) for one in here]
        found.extend(_expressions(text, here, words, (first, last), scene, len(found)))
    return found


def _inside(fixed: Sequence[Fixed], first: int, last: int) -> Sequence[Fixed]:
    """What is fixed in the sentence `text[first:last]`; what reaches beyond it is cut off there."""
    begin = bisect_left(fixed, first, key=lambda each: each.start)
    return fixed[begin : bisect_left(fixed, last, key=lambda each: each.start)]


def _with_fixed(lattice: list[list[Edge]], words: Sequence[Token], fixed: Sequence[Fixed]) -> list[list[Edge]]:
    """The lattice in which nothing is matched over the words that are fixed, but what they mean."""
    taken = [0] * len(words)
    spans = []
    for each in fixed:
        first = bisect_left(words, each.start + 1, key=lambda token: token.end)
        last = bisect_left(words, each.end, key=lambda token: token.start)
        spans.append((first, last, each.reading))
        taken[first:last] = [1] * (last - first)
    before = [0, *accumulate(taken)]
    rows = [[edge for edge in row if before[edge.start] == before[edge.end]] for row in lattice]
    for first, last, reading in spans:
        if reading is not None and first < last:
            rule = Rule(EDITOR, (), (TIME,), lambda _context, fixed=reading: fixed, {}, ())
            rows[first] = [Edge(first, last, {TIME: None}, rule)]
    return rows


def _settled(found: Found) -> Found:
    """What an editor has fixed is in no doubt."""
    return replace(found, reading=replace(found.reading, doubt=None)) if found.rule == EDITOR else found


def paragraph_end(text: str, at: int) -> int:
    """The offset at which the line of an offset ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _is_dateline(here: Sequence[Found], words: Sequence[Token], day: Day) -> bool:
    """Whether a line says nothing but the day on which the article was filed."""
    if len(here) != 1 or any(token.text.isalnum() for token in (*words[: here[0].first], *words[here[0].last :])):
        return False
    return here[0].reading.interval == calendar.of_day(day) and here[0].reading.clock is None


def _resolved(lattice: Sequence[Sequence[Edge]], scene: Scene) -> Iterator[Found]:
    """From left to right the longest match that does not decline."""
    at = 0
    while at < len(lattice):
        candidates = sorted((edge for edge in lattice[at] if TIME in edge.values), key=preference)
        for edge in candidates:
            reading = evaluated(edge, scene, (edge.start, edge.end))
            if isinstance(reading, Reading) and edge.rule is not None:
                yield Found(edge, edge.start, edge.end, reading, edge.rule.name)
                scene.establish(reading, edge.start, edge.end)
                at = edge.end
                break
        else:
            at += 1


def preference(edge: Edge) -> tuple[int, int]:
    """The longest first; of equal length the one of the higher layer, which has seen more."""
    return -edge.end, -edge.layer


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
