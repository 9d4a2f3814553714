"""A text and its time expressions as TimeML 1.2.1, in the shape of TempEval-3's documents.

TempEval-3's tools take what stands in `<TEXT>` for the text itself, so nothing is added there, not even a line break;
and they read no element there that has no end tag, so times that only others point to stand behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from dateline.model import Dateline, TimeExpression
from dateline.timex.english.words import ONES

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">"""

# Extensible Markup Language 1.0, 2.2: what a document may not hold, not even escaped.
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT = "\ufffd"
CREATION = "t0"
VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
QUANT = re.compile(r"\b(every|each)\b(?:\s+(other)\b)?", re.IGNORECASE)
FREQ = re.compile(r"\b(?:(once|twice|thrice)|(\w+)\s+times)\b", re.IGNORECASE)
TIMES = {"once": 1, "twice": 2, "thrice": 3}

Attributes = dict[str, str]


def document(
    text: str, expressions: Sequence[TimeExpression], dateline: Dateline, name: str = "", title: str = ""
) -> str:
    """The document; what unescapes from `<TEXT>` is the text, but for characters that no XML can hold, each U+FFFD."""
    day = dateline.day.isoformat()
    created = {"tid": CREATION, "type": "DATE", "value": day, "temporalFunction": "false"}
    points = _points(expressions, day)
    lines = [
        HEAD,
        "",
        f"<DOCID>{_escaped(name)}</DOCID>",
        "",
        f"<DCT>{_timex3(created | {'functionInDocument': 'CREATION_TIME'}, day)}</DCT>",
        "",
        *((f"<TITLE>{_escaped(title)}</TITLE>", "") if title else ()),
        f"<TEXT>{''.join(_marked(text, expressions, points))}</TEXT>",
        "",
        *(_timex3({"tid": tid, "type": "DATE", "value": value}) for value, tid in points.items() if tid != CREATION),
        "</TimeML>",
    ]
    return "\n".join(lines) + "\n"


def _points(expressions: Sequence[TimeExpression], day: str) -> dict[str, str]:
    """The days at which lengths begin or end, and the `tid` of each."""
    points = {day: CREATION}
    for x in expressions:
        for value in filter(None, (x.anchor_begin, x.anchor_end)):
            points.setdefault(value, f"t{len(expressions) + len(points)}")
    return points


def _marked(text: str, expressions: Sequence[TimeExpression], points: Mapping[str, str]) -> Iterator[str]:
    at = 0
    for number, x in enumerate(expressions, 1):
        yield _escaped(text[at : x.start])
        yield _timex3({"tid": f"t{number}", "type": x.type, "value": x.value} | _more(x, points), text[x.start : x.end])
        at = x.end
    yield _escaped(text[at:])


def _more(x: TimeExpression, points: Mapping[str, str]) -> Attributes:
    """What not every TIMEX3 has."""
    known: dict[str, str | None] = {"mod": x.mod}
    if x.type == "SET":
        known |= {"quant": _quant(x.text), "freq": _freq(x.text)}
    if x.value in VAGUE:
        known["anchorTimeID"] = CREATION
    known |= {"beginPoint": points.get(x.anchor_begin or ""), "endPoint": points.get(x.anchor_end or "")}
    if x.type in ("DATE", "TIME"):
        # A date that names its own year, decade or century is as it stands; any other is worked out from another.
        known["temporalFunction"] = "false" if x.value[:4].split("-")[0] in x.text else "true"
    return {key: value for key, value in known.items() if value}


def _quant(words: str) -> str | None:
    found = QUANT.search(words)
    return " ".join(filter(None, found.groups())).upper() if found else None


def _freq(words: str) -> str | None:
    found = FREQ.search(words)
    if found is None:
        return None
    count = TIMES.get(found[1].lower()) if found[1] else ONES.get(found[2].lower(), found[2])
    return f"{count}X" if str(count).isdecimal() else None


def _timex3(attributes: Attributes, words: str = "") -> str:
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<TIMEX3{written}>{_escaped(words)}</TIMEX3>" if words else f"<TIMEX3{written}/>"


def _escaped(words: str) -> str:
    # A parser takes a bare carriage return for a line feed.
    return escape(NO_XML.sub(REPLACEMENT, words), quote=False).replace("\r", "&#13;")
