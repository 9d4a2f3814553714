"""The events of a text in a language without rules: what an editor has dated there, told by its whole sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import Dateline, Event, Status, TimeExpression


def sentence_events(text: str, expressions: Sequence[TimeExpression], dateline: Dateline) -> Iterator[Event]:
    """An event for each expression that means days; one that lies wholly behind the dateline's day is planned."""
    today = dateline.day.toordinal()
    for index, x in enumerate(expressions):
        if x.interval is None or x.type == "SET":
            continue
        start, end = x.sentence
        start += len(text[start:end]) - len(text[start:end].lstrip())
        words = " ".join(text[start:end].split())
        ahead = x.interval.start is not None and x.interval.start > today
        yield Event(
            what=words.rstrip(".!?。؟۔ "),
            spans=((start, end),),
            subject=None,
            quote=text[start:end],
            quote_start=start,
            expressions=(index,),
            when=x.interval,
            begins=x.begins,
            ends=x.ends,
            grain=x.grain,
            edtf=x.edtf,
            clock=x.clock,
            extent="throughout" if x.begins or x.ends else "within",
            status=Status.PLANNED if ahead else Status.HAPPENED,
            polarity="POS",
            modality=None,
        )
