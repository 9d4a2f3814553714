"""The events of an article: what each resolved expression dates, in the article's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.events import status as reading
from dateline.events.antecedent import antecedent
from dateline.events.asides import told_apart
from dateline.events.attach import attach, places
from dateline.events.clauses import Dated, Parse
from dateline.events.cutter import cut
from dateline.events.habits import repeats
from dateline.events.headings import Numbered, dated_sentences
from dateline.events.nesting import Placed
from dateline.events.plain import sentence_events
from dateline.events.polarity import polarity
from dateline.events.relations import Told, related
from dateline.events.rows import without_rest_of_row
from dateline.events.sayings import loose_dates
from dateline.events.wording import closed, joined, spans_of, tokens_of
from dateline.limits import LONGEST
from dateline.model import Conventions, Dateline, Event, Interval, Role, Status, TimeExpression
from dateline.timex.english.asides import parted, with_commas
from dateline.timex.english.verb_words import table
from dateline.timex.english.verbs import verb_groups
from dateline.timex.interval import enclosing
from dateline.timex.languages import reads
from dateline.timex.tokens import Token
from dateline.timex.values import edtf

DATE_PREPOSITIONS = table(
    """
    on in at by during since from to until till through over of for after before around about within between
    throughout as
    """
)
# "The annual conference": what describes a noun is no date of its own.
EVERY = table("annual monthly weekly daily yearly quarterly nightly")
BREAKS = frozenset(",;:–—")


def events(
    text: str,
    expressions: Sequence[TimeExpression],
    dateline: Dateline,
    conventions: Conventions = Conventions(),
) -> list[Event]:
    """The events that `expressions` date in `text`, in the order of the text."""
    if not reads(conventions.lang):
        return list(sentence_events(text, expressions, dateline))
    return related(told_events(text, expressions, dateline, conventions), text, expressions)


def told_events(
    text: str, expressions: Sequence[TimeExpression], dateline: Dateline, conventions: Conventions
) -> list[Told]:
    """The events that `expressions` date in a text of the rules' language, each with its place in its sentence."""
    setting = (dateline.day.toordinal(), conventions.southern)
    found: list[Told] = []
    numbered = [(k, expression) for k, expression in enumerate(expressions) if expression.rule != "dateline"]
    for sentence, dating in dated_sentences(text, numbered, setting[0]):
        parts = parted(with_commas(sentence))
        told: list[Told] = []
        for part in parts:
            among = [item for item in dating if _stands_in(item[1], part)]
            for piece, here in _pieces(part, among) if among else ():
                whole = piece if len(piece) < len(part) else sentence
                told.extend(_of_sentence(_sentence(text, piece, here, setting, whole), here, expressions))
        found.extend(told if len(parts) == 1 else sorted(told, key=lambda each: each.event.expressions[0]))
    return found


def _stands_in(expression: TimeExpression, part: Sequence[Token]) -> bool:
    return any(expression.start <= token.start < expression.end for token in part)


def _pieces(sentence: tuple[Token, ...], group: list[Numbered]) -> Iterator[tuple[tuple[Token, ...], list[Numbered]]]:
    """The sentence with its expressions; one of monstrous length in pieces, of which none ends inside an expression."""
    if len(sentence) <= LONGEST:
        yield sentence, group
        return
    first = at = 0
    while first < len(sentence):
        last = _piece_end(sentence, first)
        here = []
        while at < len(group) and group[at][1].start < sentence[last - 1].end:
            last = max(last, _behind(sentence, group[at][1].end, last))
            here.append(group[at])
            at += 1
        if here:
            yield sentence[first:last], here
        first = last


def _piece_end(sentence: Sequence[Token], first: int) -> int:
    """Where the piece from `first` on ends: behind the last mark that may end a clause, if there is one."""
    last = first + LONGEST
    if last >= len(sentence):
        return len(sentence)
    return next((k for k in range(last, last - LONGEST // 2, -1) if sentence[k - 1].lower in BREAKS), last)


def _behind(sentence: Sequence[Token], end: int, at: int) -> int:
    """The first token from `at` on that begins behind an offset."""
    while at < len(sentence) and sentence[at].start < end:
        at += 1
    return at


def _timed(sentence: Sequence[Token], placed: Sequence[Placed]) -> list[bool]:
    """Which tokens are part of a time expression, the preposition before one, or join the two ends of a stretch."""
    timed = [False] * len(sentence)
    for _, expression, (start, end) in placed:
        if expression.type == "SET" and end - start == 1 and sentence[start].lower in EVERY:
            continue
        timed[start:end] = [True] * (end - start)
        if start and sentence[start - 1].lower in DATE_PREPOSITIONS:
            timed[start - 1] = True
    for (_, first, span), (index, _, other) in pairwise(placed):
        if first.partner == index:
            timed[span[1] : other[0]] = [True] * (other[0] - span[1])
    return timed


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the article with its parse; `sets` are the spans of its recurrences.

    `today` is the dateline's day, `southern` its hemisphere.
    """

    text: str
    parse: Parse
    sets: Sequence[tuple[int, int]]
    quote: tuple[int, int]
    today: int
    southern: bool


def _sentence(
    text: str,
    piece: tuple[Token, ...],
    group: Sequence[Numbered],
    setting: tuple[int, bool],
    whole: Sequence[Token],
) -> _Sentence:
    placed = places(piece, group)
    sets = [span for _, expression, span in placed if expression.type == "SET"]
    parse = cut(piece, verb_groups(piece), _timed(piece, placed))
    return _Sentence(text, parse, sets, (whole[0].start, whole[-1].end), *setting)


def _of_sentence(sentence: _Sentence, group: Sequence[Numbered], expressions: Sequence[TimeExpression]) -> list[Told]:
    parse = sentence.parse
    dated = attach(parse, group, sentence.today)
    taken = {id(each.clause) for each in dated if each.noun is None}
    loose, apart = loose_dates(parse, dated, expressions), told_apart(parse, dated)
    made: list[Told] = []
    dates = [each.at for each in dated]
    for each in dated:
        kept = without_rest_of_row(parse, each, tokens_of(parse, each, taken, loose, apart), dates)
        if _tells(parse, each, kept):
            made.append(Told(_event(sentence, each, expressions[each.expressions[0]], kept), each, parse))
    return made


def _tells(parse: Parse, dated: Dated, kept: Sequence[int]) -> bool:
    """Whether the words say more than when; without a verb or the name of an event they need two words to."""
    said = len([k for k in kept if not parse.timed[k] and parse.lower[k][0].isalnum()])
    return said > (dated.noun is None and dated.clause.verb is None)


def _when(expression: TimeExpression, dated: Dated) -> Interval | None:
    if dated.since is not None and expression.interval is not None:
        return Interval(expression.interval.start, None)
    if not dated.plain:
        return expression.interval
    if expression.role is Role.AFTER and expression.interval is not None and expression.interval.start is not None:
        # "After 1960, when her eyes failed".
        return enclosing(expression.interval.start - 1, expression.grain)
    return (expression.begins if expression.role is Role.SINCE else expression.ends) or expression.interval


def _event(sentence: _Sentence, dated: Dated, expression: TimeExpression, kept: Sequence[int]) -> Event:
    text, parse = sentence.text, sentence.parse
    when = _when(expression, dated)
    assert when is not None
    computed = dated.plain or dated.since is not None
    spans = closed(text, spans_of(text, parse, kept))
    recurs = dated.noun is None and repeats(parse, dated.clause, sentence.sets)
    return Event(
        what=joined(text, spans),
        spans=tuple(spans),
        subject=antecedent(text, parse, dated.clause, kept),
        quote=text[slice(*sentence.quote)],
        quote_start=sentence.quote[0],
        expressions=dated.expressions,
        when=when,
        begins=expression.interval if dated.since is not None else None if dated.plain else expression.begins,
        ends=None if dated.plain else expression.ends,
        grain=expression.grain,
        edtf=edtf(when, expression.grain, sentence.southern) if computed else expression.edtf,
        clock=expression.clock,
        extent=reading.extent(dated),
        status=Status.RECURRING if recurs else reading.status(parse, dated, expression, when, sentence.today),
        polarity=polarity(parse, dated),
        modality=reading.modality(parse, dated, when.end is not None and when.end <= sentence.today),
    )
