"""The prose corpus: sentences as news writes them, what in them is a time expression, and which days it means.

The files of `prose/` are read like this:

    # 2016-04-15 Friday            a dateline for what follows; behind the weekday may stand south, country=GB, dmy,
                                   mdy, fiscal=10, history, news
    ## What this is about          a title, for the reader
    The bridge was shut on [Tuesday] and will reopen [next month]. => 2016-04-12; 2016-05
    The mayor had gone by then.    a case without an answer holds no expression
    She left in [1944]. He came
      on [6 June]. => 1944; 1944-06-06

An indented line goes on with the case above it, and a `¶` between two sentences begins a paragraph. An answer is a
day, a month, a year, an ISO week, or the first and the last of these (`2015-09/2015-12`), with two dots for an open
end, or `none`; before Christ it is two whole days. Where the TIMEX3 value matters, it stands behind an equals sign:
`none =P2Y`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from dateline.model import Conventions, Dateline, Interval
from dateline.timex.tagger import tag
from dateline.timex.values import iso_day

PROSE = Path(__file__).parent / "prose"
OPEN = ".."
BRACKETS = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class Found:
    """What is compared of an expression: its span and words, its days, and its value where the corpus gives one."""

    start: int
    words: str
    days: str
    value: str | None

    def __str__(self) -> str:
        return f"{self.start:4} “{self.words}” {self.days}" + (f" ={self.value}" if self.value else "")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence or a short passage, and what is to be found in it."""

    id: str
    dateline: Dateline
    conventions: Conventions
    text: str
    expected: tuple[Found, ...]


def bounds(unit: str) -> tuple[date, date]:
    """The first and the last day of a day, month, year or ISO week: `2016-04-15`, `2016-04`, `2016`, `2016-W15`."""
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", unit):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, monday + timedelta(days=6)
    year, *smaller = (int(number) for number in unit.split("-"))
    if len(smaller) == 2:
        day = date(year, smaller[0], smaller[1])
        return day, day
    first, last = smaller or (1,), smaller or (12,)
    return date(year, first[0], 1), date(year, last[0], monthrange(year, last[0])[1])


def days(answer: str) -> str:
    """An answer of the corpus, spelled out as first and last day."""
    if answer == "none" or answer.startswith("-"):
        return answer
    first, _, last = answer.partition("/")
    last = last or first
    return "/".join(
        (OPEN if first == OPEN else bounds(first)[0].isoformat(), OPEN if last == OPEN else bounds(last)[1].isoformat())
    )


def shown(interval: Interval | None) -> str:
    """An interval as `days` shows an answer."""
    if interval is None:
        return "none"
    first = OPEN if interval.start is None else iso_day(interval.start)
    last = OPEN if interval.last is None else iso_day(interval.last)
    return f"{first}/{last}"


def setting(line: str) -> tuple[Dateline, Conventions]:
    """The dateline and the conventions of a line `# 2016-04-15 Friday south country=NZ`."""
    day, weekday, *options = line.lstrip("# ").split()
    filed = date.fromisoformat(day)
    assert f"{filed:%A}" == weekday, line
    named = dict(option.partition("=")[::2] for option in options)
    order = "dmy" if "dmy" in named else "mdy" if "mdy" in named else ""
    assert named.keys() <= {"south", "dmy", "mdy", "country", "fiscal", "history", "news"}, line
    return Dateline(filed), Conventions(
        country=named.get("country", "US"),
        southern="south" in named,
        fiscal_year_start=int(named.get("fiscal", "1")),
        date_order=order,  # type: ignore[arg-type]
        reading="history" if "history" in named else "news" if "news" in named else "",
    )


def expected(marked: str, answers: list[str], where: str) -> tuple[Found, ...]:
    """The bracketed words of a sentence, each with its answer."""
    pieces = BRACKETS.split(marked)
    assert len(pieces) == 2 * len(answers) + 1, f"{where}: {len(pieces) // 2} brackets, {len(answers)} answers"
    found, start = [], 0
    for index, piece in enumerate(pieces):
        if index % 2:
            answer, _, value = answers[index // 2].partition("=")
            found.append(Found(start, piece, days(answer.strip()), value.strip() or None))
        start += len(piece)
    return tuple(found)


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file, in order."""
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(" "):
            lines[-1] = lines[-1][0], f"{lines[-1][1]} {line.strip()}"
        elif line and not line.startswith("##"):
            lines.append((number, line))
    place: tuple[Dateline, Conventions] | None = None
    for number, line in lines:
        if line.startswith("# "):
            place = setting(line)
            continue
        where = f"{path.name}:{number}"
        assert place is not None, f"{where}: no dateline"
        marked, _, answers = line.replace(" ¶ ", "\n\n").partition(" => ")
        wanted = expected(marked, answers.split(";") if answers else [], where)
        yield Case(where, *place, BRACKETS.sub("", marked), wanted)


CORPUS = [case for path in sorted(PROSE.glob("*.txt")) for case in cases(path)]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CORPUS])
def test_prose(case: Case) -> None:
    expressions = tag(case.text, case.dateline, case.conventions)
    values = {(want.start, want.words) for want in case.expected if want.value}
    found = tuple(
        Found(e.start, e.text, shown(e.interval), e.value if (e.start, e.text) in values else None) for e in expressions
    )
    if found != case.expected:
        pytest.fail(
            "\n".join(
                (
                    f"{case.dateline.day:%A %-d %B %Y}: {case.text}",
                    *(f"expected {want}" for want in case.expected if want not in found),
                    *(
                        f"found    {have} ({e.type} {e.value} by {e.rule}: {'; '.join(e.why)})"
                        for have, e in zip(found, expressions, strict=True)
                        if have not in case.expected
                    ),
                )
            ),
            pytrace=False,
        )


def test_corpus_is_large_enough() -> None:
    assert sum(bool(case.expected) for case in CORPUS) >= 400
    assert sum(not case.expected for case in CORPUS) >= 120


def test_no_sentence_stands_twice() -> None:
    assert len({case.text for case in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It opened on or about 30 April 2019.", "2019-04-30~"),
        ("They held talks about 30 April 2019.", "2019-04-30"),
    ],
)
def test_a_day_said_to_be_about_then_is_approximate(text: str, edtf: str) -> None:
    assert [found.edtf for found in tag(text, Dateline(date(2024, 5, 15)))] == [edtf]
