"""What was found in a text, for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.formats.json import days
from dateline.model import Event, Interval, TimeExpression


def found_text(expressions: Sequence[TimeExpression], events: Sequence[Event], explain: bool = False) -> str:
    """One line an expression, one an event; with `explain` the rule, the steps and the doubt below each expression."""
    return "".join(f"{line}\n" for line in _lines(expressions, events, explain))


def _lines(expressions: Sequence[TimeExpression], events: Sequence[Event], explain: bool) -> Iterator[str]:
    for x in expressions:
        clock = f" {x.clock.first}–{x.clock.last}" if x.clock else ""
        yield f"{x.start}–{x.end}  {x.text!r}  {x.role.value} {span(x.interval)}{clock}  {x.type} {x.value}"
        if explain:
            yield f"    rule: {x.rule}"
            yield from (f"    {step}" for step in x.why)
        if explain and x.doubt:
            other = f": {span(x.doubt.other)}" if x.doubt.other else ""
            yield f"    in doubt: {x.doubt.reason}{other}"
    for event in events:
        subject = f" [{event.subject}]" if event.subject else ""
        denied = " denied" if event.polarity == "NEG" else ""
        modal = f" ({event.modality})" if event.modality else ""
        yield f"{span(event.when)}  {event.status.value}{denied}{modal}  {event.what}{subject}"


def span(interval: Interval | None) -> str:
    """First and last day: "2016-04-15", "2015-06-01/2015-08-31", "2016-01-01/.."; "-" for none."""
    ends = days(interval)
    if ends is None:
        return "-"
    first, last = ends
    return str(first) if first == last else f"{first or '..'}/{last or '..'}"
