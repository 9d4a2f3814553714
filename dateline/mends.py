"""What editors fix in an article's front matter and prose: dates, entries, corrections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from dateline.keys import filed, warn_of_unknown, words
from dateline.model import Correction, Edit, Mend, Status
from dateline.pieces import TimeMark
from dateline.settings import Findings, Setting, Settings
from dateline.timex.edtf import stretch

IGNORE = "ignore"
MAPPINGS = ("dates", "events")
KNOWN_OF_EVENT = ("headline", "status", "merge", "separate")
KNOWN_OF_NEW_EVENT = ("date", "status")
KNOWN_OF_CORRECTION = ("date", "text")
LONGEST = 20
"""The words and marks that a key of `dates` may have, so that the search stays linear in the text."""

WORD = re.compile(r"\w+|[^\w\s]")
NUMBERED = re.compile(r"(?P<words>.*\S)\s*#(?P<number>[1-9]\d{0,5})", re.DOTALL | re.ASCII)
PERMALINK = re.compile(r"e(?:-[a-z0-9]+)*(?:_\d+)?", re.ASCII)
STRAIGHT = str.maketrans("’ʼ‘‐‑", "'''--")
# What HTML allows in `datetime` and names no day: a time, a day of any year, a length (HTML Standard, 4.5.14).
DAYLESS = re.compile(r"(?:--)?\d\d-\d\d|\d\d:\d\d.*|P[\dYMWDTHS.]+|[+-]\d\d:?\d\d|Z", re.ASCII)
DATE_REMEDY = (
    "Write a day, `2015-09-28`, a month, `2015-09`, from one to another, `2015-09-28/2015-10-13`, or another EDTF date."
)
DATES = {"late last year": "2015-09-28", "may": IGNORE}
EVENTS = {"e-the-movement-proclaimed": "hide"}
CORRECTION = {"date": "2016-04-17", "text": "The toll was 40, not 42."}


@dataclass(slots=True)
class _Step:
    """The words that may follow here, and the key that is whole here."""

    further: dict[str, _Step] = field(default_factory=dict)
    whole: tuple[str, ...] = ()


class Occurrence(NamedTuple):
    """Words as they are looked for, and the span of the `number`th time, counted from 1, that they stand in a text."""

    words: tuple[str, ...]
    start: int
    end: int
    number: int


def gathered(settings: Settings, findings: Findings) -> Settings:
    """The settings with lines such as `dates.late last year: 2015-09-28` taken into the mapping `dates`."""
    dotted = [name for name in settings if name.partition(".")[0] in MAPPINGS and "." in name]
    if not dotted:
        return settings
    found = {name: setting for name, setting in settings.items() if name not in dotted}
    for name in dotted:
        mapping, _, key = name.partition(".")
        setting = settings[name]
        known = found.get(mapping)
        if known is None or known.value == "":
            known = Setting({}, setting.line, setting.column)
        if not isinstance(known.value, dict):
            findings.error(f"`{mapping}` is set twice", "Remove one of the two.", setting.line, setting.column)
        elif key in known.value:
            message = f"`{key[:60]}`, under `{mapping}`, is set twice; the first is on line {known.value[key].line}"
            findings.error(message, "Remove one of the two.", setting.line, setting.column)
        else:
            found[mapping] = Setting({**known.value, key: setting}, known.line, known.column)
    return found


def occurrences(text: str, wanted: Iterable[str]) -> Iterator[Occurrence]:
    """Where the wanted words stand in a text, as whole words, whatever white space and quotation marks part them."""
    root = _Step()
    for key in set(map(spelled, wanted)):
        here = root
        for word in key[:LONGEST]:
            here = here.further.setdefault(word, _Step())
        here.whole = key if len(key) <= LONGEST else here.whole
    tokens = [(match[0].translate(STRAIGHT), match.start(), match.end()) for match in WORD.finditer(text)]
    counts = Counter[tuple[str, ...]]()
    for at, (_, start, _) in enumerate(tokens):
        here, last = root, at
        while last < len(tokens) and (step := here.further.get(tokens[last][0])) is not None:
            here, last = step, last + 1
            if step.whole:
                counts[step.whole] += 1
                yield Occurrence(step.whole, start, tokens[last - 1][2], counts[step.whole])


def numbered(text: str, spans: Iterable[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """Spans of a text as keys of `dates` name them: "Friday", and the second time "Friday#2"."""
    named = {span: " ".join(text[slice(*span)].split()) for span in spans}
    numbers = {(each.start, each.end): each.number for each in occurrences(text, named.values())}
    return {span: f"{words}#{numbers[span]}" if numbers.get(span, 1) > 1 else words for span, words in named.items()}


def spelled(words: str) -> tuple[str, ...]:
    """The words and marks of a text, as they are compared."""
    return tuple(WORD.findall(words.translate(STRAIGHT)))


def mends(settings: Settings, text: str, marks: Sequence[TimeMark], findings: Findings) -> tuple[Mend, ...]:
    """What `dates` and the `<time>` of the prose fix, in the order of the text; what is not found there comes first."""
    found = sorted([*_of_prose(marks, findings), *_of_dates(settings, text, findings)], key=lambda mend: mend.start)
    for one, other in pairwise(mend for mend in found if mend.end):
        if other.start < one.end:
            message = f"“{text[other.start : other.end][:60]}” is dated twice"
            findings.error(message, "Remove one of the two.", other.line or one.line or _line_of(other, findings))
    return tuple(found)


def _of_prose(marks: Iterable[TimeMark], findings: Findings) -> Iterator[Mend]:
    for mark in marks:
        mend = Mend(" ".join(mark.value.split()), mark.start, mark.end)
        if DAYLESS.fullmatch(mend.edtf):
            continue
        if mend.edtf and (fault := date_fault(mend.edtf)):
            message = f'`<time datetime="{mend.edtf[:60]}">` is no date: {fault}'
            findings.error(message, f'{DATE_REMEDY[:-1]}; `datetime=""` is no date.', _line_of(mend, findings))
        yield mend


def _line_of(mend: Mend, findings: Findings) -> int | None:
    return next((number for number, line in enumerate(findings.lines, 1) if f'"{mend.edtf}"' in line), None)


def _of_dates(settings: Settings, text: str, findings: Findings) -> Iterator[Mend]:
    setting = settings.get("dates")
    if setting is None or setting.value == "":
        return
    if not isinstance(setting.value, dict):
        message = "`dates` takes words of the text, and the date that each means"
        findings.error(message, _dates_remedy(findings), setting.line, setting.column)
        return
    stated = {key: _numbered(key) for key in setting.value}
    wanted = {(spelled(words), number) for words, number in stated.values()}
    places = {
        (each.words, each.number): each
        for each in occurrences(text, [words for words, _ in stated.values()])
        if (each.words, each.number) in wanted
    }
    for key, (words_, number) in stated.items():
        edtf = _date(key, setting.value[key], findings)
        if len(spelled(words_)) > LONGEST:
            message = f"“{key[:60]}” is not searched for: it has more than {LONGEST} words and marks"
            findings.error(message, "Name only the words that say when.", setting.value[key].line)
        elif edtf is not None:
            place = places.get((spelled(words_), number))
            start, end = (place.start, place.end) if place else (0, 0)
            yield Mend(edtf, start, end, key, setting.value[key].line)


def _numbered(key: str) -> tuple[str, int]:
    match = NUMBERED.fullmatch(key.strip())
    return (match["words"], int(match["number"])) if match else (key.strip(), 1)


def _date(key: str, setting: Setting, findings: Findings) -> str | None:
    """The EDTF date of words, empty where they mean none; `None` where it is neither."""
    if not isinstance(setting.value, str):
        findings.error(f"“{key[:60]}” takes one date", _dates_remedy(findings), setting.line, setting.column)
        return None
    value = " ".join(setting.value.split())
    if value == IGNORE:
        return ""
    if fault := date_fault(value):
        message = f"“{key[:60]}” is dated “{value[:60]}”: {fault}"
        findings.error(message, f"{DATE_REMEDY[:-1]}, or `{IGNORE}`.", setting.line, setting.column)
        return None
    return value


def _dates_remedy(findings: Findings) -> str:
    return f"Write it as {findings.written('dates', DATES)}."


def _events_remedy(findings: Findings) -> str:
    return f"Write it as {findings.written('events', EVENTS)}, or {findings.written('events', 'none')}."


def date_fault(edtf: str) -> str:
    """Why a date cannot be read, in words; empty where it can."""
    if not edtf:
        return "it is empty"
    try:
        stretch(edtf)
    except ValueError as error:
        return str(error)
    return ""


def edits(settings: Settings, findings: Findings) -> tuple[tuple[Edit, ...], bool]:
    """What `events` says of entries, and whether it says that there is none to be had."""
    setting = settings.get("events")
    if setting is None or setting.value == "":
        return (), False
    if setting.value == "none":
        return (), True
    if not isinstance(setting.value, dict):
        message = "`events` takes entries by their permalinks, and new ones by their words"
        findings.error(message, _events_remedy(findings), setting.line, setting.column)
        return (), False
    return tuple(edit for name, each in setting.value.items() for edit in _edits(name, each, findings)), False


def _edits(name: str, setting: Setting, findings: Findings) -> Iterator[Edit]:
    entry = " ".join(name.split()).removeprefix("#")
    known = PERMALINK.fullmatch(entry) is not None
    if isinstance(setting.value, tuple):
        findings.error(
            f"`{entry[:60]}` takes one word, or keys", _events_remedy(findings), setting.line, setting.column
        )
    elif isinstance(setting.value, dict):
        yield from (_changes if known else _new)(entry, setting, setting.value, findings)
    elif setting.value in ("keep", "hide") and known:
        yield Edit(entry, "keep" if setting.value == "keep" else "hide", setting.line)
    elif known or setting.value in ("keep", "hide"):
        said = f"`{entry[:60]}` is to be “{setting.value[:60]}”"
        message = f"{said}, which nothing can be" if known else f"{said}, and is no permalink"
        remedy = (
            f"Write `hide`, `keep`, or keys such as {findings.written(entry, {'status': 'planned'})}."
            if known
            else "Copy the permalink from the page: it is what stands behind # in the address of the entry."
        )
        findings.error(message, remedy, setting.line, setting.column)
    else:
        yield from _new(entry, setting, {"date": setting}, findings)


def _changes(entry: str, setting: Setting, stated: Mapping[str, Setting], findings: Findings) -> Iterator[Edit]:
    """A new headline or status for an entry, and what it is merged with or separated from."""
    warn_of_unknown(stated, KNOWN_OF_EVENT, findings)
    headline, status = words(stated, "headline", findings), _status(stated, findings)
    if headline or status:
        yield Edit(entry, "edit", setting.line, headline=headline, status=status)
    for verdict in ("merge", "separate"):
        other = words(stated, verdict, findings).removeprefix("#")
        if other and not PERMALINK.fullmatch(other):
            message = f"`{verdict}` takes the permalink of an entry, not “{other[:60]}”"
            remedy = "Copy it from the page: it is what stands behind # in the address of the entry."
            findings.error(message, remedy, stated[verdict].line, stated[verdict].column)
        elif other:
            yield Edit(entry, "merge" if verdict == "merge" else "separate", setting.line, other=other)


def _new(name: str, setting: Setting, stated: Mapping[str, Setting], findings: Findings) -> Iterator[Edit]:
    """An entry that no words of the article date."""
    warn_of_unknown(stated, KNOWN_OF_NEW_EVENT, findings)
    edtf, status = words(stated, "date", findings), _status(stated, findings)
    if fault := date_fault(edtf):
        message = f"the new entry “{name[:60]}” is dated “{edtf[:60]}”: {fault}"
        findings.error(message, DATE_REMEDY, setting.line, setting.column)
    elif not any(char.isalnum() for char in name):
        findings.error("a new entry has no words", "Say in words what happened.", setting.line, setting.column)
    else:
        yield Edit(name, "add", setting.line, edtf=edtf, status=status)


def _status(stated: Mapping[str, Setting], findings: Findings) -> Status | None:
    word = words(stated, "status", findings)
    known = {status.value: status for status in Status}
    if word and word not in known:
        message = f"`status` is one of {', '.join(known)}, not “{word[:60]}”"
        findings.error(
            message, f"Write {findings.written('status', 'happened')}.", stated["status"].line, stated["status"].column
        )
    return known.get(word)


def corrections(settings: Settings, findings: Findings) -> tuple[Correction, ...]:
    """The corrections, in the order in which they are written."""
    setting = settings.get("corrections")
    if setting is None or setting.value == "":
        return ()
    stated = (setting,) if isinstance(setting.value, dict) else setting.value
    found = []
    for each in stated if isinstance(stated, tuple) else (setting,):
        if not isinstance(each.value, dict):
            message = "`corrections` takes a list, each with a day and what was put right"
            remedy = f"Write it as {findings.written('corrections', [CORRECTION])}."
            findings.error(message, remedy, each.line, each.column)
            continue
        warn_of_unknown(each.value, KNOWN_OF_CORRECTION, findings)
        day, text = filed(each.value, "date", findings), words(each.value, "text", findings)
        if "date" not in each.value or not text:
            missing = "day" if text else "text"
            message = f"this correction has no {missing}"
            findings.error(
                message, f"Write it as {findings.written('corrections', [CORRECTION])}.", each.line, each.column
            )
        elif day:
            found.append(Correction(day.day, text))
    return tuple(found)
