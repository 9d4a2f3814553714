"""The events of an article: what each resolved expression dates, in the article's own words."""

from __future__ import annotations

from dateline.timex.english.verb_words import table

from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.events import status as reading
from dateline.events.antecedent import antecedent
from dateline.events.attach import Dated, attach, places
from dateline.events.clauses import Parse, cut
from dateline.events.wording import joined, spans_of, tokens_of
from dateline.model import Conventions, Dateline, Event, Interval, Role, TimeExpression
from dateline.timex.english.verbs import verb_groups
from dateline.timex.tokens import Token, tokens

# A longer "sentence" is a table or an attack; it is read in pieces, so that the work stays linear.
LONGEST = 300
DATE_PREPOSITIONS = table(
    """on in at by during since from to until till through over of for after before around about within between throughout
    as
    """
)

Numbered = tuple[int, TimeExpression]


def events(
    text: str,
    expressions: Sequence[TimeExpression],
    dateline: Dateline,
    conventions: Conventions = Conventions(),  # noqa: B008
) -> list[Event]:
    """The events that `expressions` date in `text`, in the order of the text."""
    today = dateline.day.toordinal()
    found: list[Event] = []
    numbered = enumerate(expressions)
    for (start, end), group in groupby(numbered, key=lambda item: item[1].sentence):
        for piece, here in _pieces(tokens(text, start, end), list(group)):
            found.extend(_of_sentence(text, piece, here, expressions, today))
    return found


def _pieces(sentence: list[Token], group: list[Numbered]) -> Iterator[tuple[list[Token], list[Numbered]]]:
    """The sentence with its expressions; one of monstrous length in pieces."""
    if len(sentence) <= LONGEST:
        yield sentence, group
        return
    at = 0
    for k in range(0, len(sentence), LONGEST):
        piece = sentence[k : k + LONGEST]
        first = at
        while at < len(group) and group[at][1].start < piece[-1].end:
            at += 1
        here = [item for item in group[first:at] if item[1].end <= piece[-1].end]
        if here:
            yield piece, here


def _timed(sentence: Sequence[Token], spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Which tokens are part of a time expression, or the preposition before one."""
    timed = [False] * len(sentence)
    for start, end in spans:
        timed[start:end] = [True] * (end - start)
        if start and sentence[start - 1].lower in DATE_PREPOSITIONS:
            timed[start - 1] = True
    return timed


def _parse(sentence: Sequence[Token], group: Sequence[Numbered]) -> tuple[Parse, list[tuple[int, int]]]:
    empty = Parse(sentence, (), (), (), (), ())
    placed = places(empty, group)
    timed = _timed(sentence, [span for _, _, span in placed])
    sets = [span for _, expression, span in placed if expression.type == "SET"]
    return cut(sentence, verb_groups(sentence), timed), sets


def _of_sentence(
    text: str, sentence: Sequence[Token], group: Sequence[Numbered], expressions: Sequence[TimeExpression], today: int
) -> list[Event]:
    parse, sets = _parse(sentence, group)
    dated = attach(parse, group, today)
    taken = {id(each.clause) for each in dated if each.noun is None}
    start, end = sentence[0].start, sentence[-1].end
    quote = text[start:end]
    made: list[Event] = []
    for each in dated:
        expression = expressions[each.expressions[0]]
        kept = tokens_of(parse, each, taken)
        if kept:
            subject = antecedent(text, parse, each.clause, kept[0])
            made.append(_event(text, parse, each, expression, spans_of(parse, kept), subject, quote, start, today, sets))
    return made


def _when(expression: TimeExpression, dated: Dated) -> Interval | None:
    if not dated.plain:
        return expression.interval
    return (expression.begins if expression.role is Role.SINCE else expression.ends) or expression.interval


def _event(
    text: str,
    parse: Parse,
    dated: Dated,
    expression: TimeExpression,
    spans: Sequence[tuple[int, int]],
    subject: str | None,
    quote: str,
    quote_start: int,
    today: int,
    sets: Sequence[tuple[int, int]],
) -> Event:
    when = _when(expression, dated)
    assert when is not None
    return Event(
        what=joined(text, spans),
        spans=tuple(spans),
        subject=subject,
        quote=quote,
        quote_start=quote_start,
        expressions=dated.expressions,
        when=when,
        begins=None if dated.plain else expression.begins,
        ends=None if dated.plain else expression.ends,
        grain=expression.grain,
        edtf=expression.edtf,
        clock=expression.clock,
        extent=reading.extent(dated),
        status=reading.status(parse, dated, expression, when, today, reading.repeats(parse, dated, sets)),
        polarity=reading.polarity(parse, dated),
        modality=reading.modality(parse, dated),
    )
