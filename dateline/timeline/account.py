"""What the reports of one event say together."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Entry, Mention


def account(reports: Sequence[Mention]) -> Entry:
    """The entry of the reports of one event; its permalink is given to it later."""
    first = reports[0]
    event = first.event
    assert event is not None
    return Entry(
        id="",
        what=event.what,
        subject=event.subject,
        when=event.when,
        begins=event.begins,
        ends=event.ends,
        grain=event.grain,
        edtf=event.edtf,
        clock=event.clock,
        extent=event.extent,
        status=event.status,
        polarity=event.polarity,
        modality=event.modality,
        mentions=tuple(reports),
    )
