"""markwhen: dates with a colon and words, in groups and sections."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from dateline.importing.found import MOST, Found, Source
from dateline.keys import is_web_address
from dateline.timex.values import MONTH_NAMES

Record = dict[str, Any]
# markwhen's own dates: EDTF and ISO 8601, "12/2012" and "9/1979" American unless `dateFormat: d/M/y`, "Jan 5, 1998".
ISO = r"-?\d{4,}(?:-\d\d(?:-\d\d)?)?(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?[~?%]?"
SLASHES = r"\d{1,2}/(?:\d{1,2}/)?\d{4}"
WORDS = r"(?:\d{1,2} )?(?:[A-Za-z]{3,9})\.?(?: \d{1,2},?)? \d{4}"
DATE = rf"(?:{ISO}|{SLASHES}|{WORDS}|now|\.\.)"
EVENT = re.compile(rf"^\s*(?P<first>{DATE})(?:\s*(?:/|-|–| to )\s*(?P<last>{DATE}))?\s*:(?!//)\s*(?P<what>.*)$")
DATED_OTHERWISE = re.compile(
    r"^\s*(?:[\w .,/!-]{1,60}?\d[\w .,/!-]{0,60}|!\w[\w .]*|(?:by|after|before) .{1,60}):\s+\S"
)
GROUP = re.compile(r"^\s*(?:#{1,6}\s+|(?:group|section)\s+)(?P<name>.*)$")
END = re.compile(r"^\s*end(?:Group|Section)?\s*$")
KEY = re.compile(r"^(\w[\w.]*)\s*:\s*(.*)$")
LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]+)\)")
TAG = re.compile(r"(?<!\S)#([\w-]+)")
MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}


def read_text(source: Source) -> Found:
    """The events of a text in markwhen; dates that hang on others are not worked out here."""
    found, groups, record, lines = Found(), list[str](), dict[str, Any](), source.text.split("\n")
    begun, european, header = 0, False, True
    for number, line in enumerate(lines, 1):
        bare = line.split("//")[0].rstrip() if line.lstrip().startswith("//") else line.rstrip()
        if match := EVENT.match(bare):
            _finish(source, record, begun, found)
            begun, header = number, False
            if len(found.events) > MOST:
                raise source.refuse(f"this timeline holds more than {MOST:,} events", "Split it.", number)
            record = _record(source, match, number, european) | {"group": groups[-1] if groups else ""}
        elif header and (match := KEY.match(bare)) and not DATED_OTHERWISE.match(bare):
            found.title = match[2] if match[1] == "title" else found.title
            european = european or (match[1] == "dateFormat" and match[2].strip().startswith("d"))
            found.losses[f"`{match[1]}` of the head"] += match[1] not in ("title", "dateFormat")
        elif match := GROUP.match(bare):
            _finish(source, record, begun, found)
            record, header = {}, False
            groups.append(match["name"].strip())
        elif END.match(bare):
            _finish(source, record, begun, found)
            record, header = {}, False
            del groups[-1:]
        elif DATED_OTHERWISE.match(bare):
            _finish(source, record, begun, found)
            record = {}
            found.losses[f"a date that hangs on another, or is not known here, on line {number}"] += 1
        elif record and bare.strip() and bare.strip() != "---":
            record["lines"].append(bare.strip())
    _finish(source, record, begun, found)
    if not found.events and not source.findings.errors:
        raise source.refuse("no dated line was found", "Write lines such as `2016-04-15: The bridge opens`.")
    return found


def _record(source: Source, match: re.Match[str], line: int, european: bool) -> Record:
    first = match["first"] if match["first"] != "now" else source.today.isoformat()
    first = _edtf(source, first, line, european)
    last = _edtf(source, match["last"], line, european) if match["last"] else ""
    clock = match["first"].partition("T")[2][:5] if not last else ""
    zone = match["first"].partition("T")[2][5:].lstrip(":0123456789.") if clock else ""
    return {"date": f"{first}/{last}" if last else first, "clock": f"{clock} {zone}".strip(), "what": match["what"],
            "lines": []}  # fmt: skip


def _finish(source: Source, record: Record, line: int, found: Found) -> None:
    if not record:
        return
    told = {key: value for key, value in record.items() if key != "lines"}
    words = [record["what"], *record["lines"]]
    tags = [tag for part in words for tag in TAG.findall(part)]
    found.losses["tags beyond the first"] += len(tags) > 1 or (len(tags) == 1 and bool(record["group"]))
    links = [url for part in words for _, url in LINK.findall(part) if is_web_address(url)]
    what = " ".join(TAG.sub("", LINK.sub(r"\1", record["what"])).split())
    event = source.event(
        told
        | {
            "what": what or "Untitled",
            "text": "".join(f"<p>{_html(part)}</p>" for part in record["lines"]),
            "group": record["group"] or (tags[0] if tags else ""),
            "links": [{"href": url} for url in dict.fromkeys(links)],
        },
        line,
    )
    found.events.extend([event] if event else [])


def _html(words: str) -> str:
    return LINK.sub(r'<a href="\2">\1</a>', escape(words, quote=False).replace('"', "&quot;"))


def _edtf(source: Source, written: str, line: int, european: bool) -> str:
    words = written.strip()
    if words == "now":
        return ".."
    if "/" in words:
        parts = words.split("/")
        if len(parts) == 3:
            day, month = (parts[0], parts[1]) if european else (parts[1], parts[0])
            return f"{parts[2]}-{month:0>2}-{day:0>2}"
        return f"{parts[1]}-{parts[0]:0>2}"
    named = re.fullmatch(r"(?:(\d{1,2}) )?([A-Za-z]+)\.?(?: (\d{1,2}),?)? (\d{4})", words)
    if named is None:
        return words.partition("T")[0]
    month_number = MONTHS.get(named[2][:3].lower())
    if month_number is None:
        raise source.refuse(f"“{words}” is no date", "Write it as 2016-04-15.", line)
    day_number = named[1] or named[3]
    return f"{named[4]}-{month_number:02}" + (f"-{int(day_number):02}" if day_number else "")
