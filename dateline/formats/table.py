"""A story's timeline as CSV (RFC 4180): a line an event, for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from dateline.eventlists import event_record
from dateline.formats.json import Record, days
from dateline.formats.told import Telling, ToldStory
from dateline.model import Entry

COLUMNS = (
    "id", "first_day", "last_day", "date", "edtf", "extent", "clock", "status", "polarity", "modality", "what",
    "subject", "quote", "notes", "reports", "sources", "origin", "shown", "text", "group", "uid", "kind", "links",
)  # fmt: skip
# What a spreadsheet would take for a formula, and what is already marked as none (OWASP, CSV Injection).
FORMULA = re.compile(r"'*[=+\-@\t\r]")
OPENERS = frozenset("'=+-@\t\r")
NUMBER = re.compile(r"-?\d+")
MARKED = re.compile(r"'+[=+\-@\t\r]")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # without it, a spreadsheet reads another encoding


def story_csv(told: ToldStory) -> bytes:
    """The events of the story in the order shown; an open end is an empty cell."""
    return csv_bytes([COLUMNS, *map(_row, told.tellings)])


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV in UTF-8, no cell of which a spreadsheet would run."""
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows([safe_cell(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + written.getvalue().encode()


def safe_cell(cell: str) -> str:
    """A cell that is taken for words: an apostrophe stands before what would be a formula."""
    return f"'{cell}" if cell and cell[0] in OPENERS and FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def bare_cell(cell: str) -> str:
    """The cell that `safe_cell` was given."""
    return cell[1:] if MARKED.match(cell) else cell


def _row(telling: Telling) -> list[str]:
    entry, event = telling.entry, telling.event
    record: Record = {key: value or "" for key, value in event_record(event).items()}
    first, last = days(entry.when) or (None, None)
    record |= {
        "id": entry.id,
        "first_day": first or "",
        "last_day": last or "",
        "date": telling.date,
        "edtf": entry_edtf(entry),
        "extent": entry.extent,
        "status": entry.status.value,
        "polarity": entry.polarity,
        "modality": entry.modality or "",
        "what": entry.what,
        "subject": entry.subject or "",
        "notes": " ".join(telling.notes),
        "reports": str(len(entry.mentions)),
        "sources": "; ".join(telling.sources),
        "origin": event.origin,
        "links": json.dumps([asdict(link) for link in record["links"]], ensure_ascii=False) if record["links"] else "",
    }
    return [str(record[column]) for column in COLUMNS]


def entry_edtf(entry: Entry) -> str:
    """The entry's date as EDTF, from its days where it has no name of its own."""
    first, last = days(entry.when) or (None, None)
    return entry.edtf or (str(first) if first == last else f"{first or '..'}/{last or '..'}")
