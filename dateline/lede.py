"""The text dateline at the head of a story, "KUNDUZ, Afghanistan, April 15 (Agency) —", and where the lede begins.

The forms are those of the agencies' stylebooks: the place in capitals, then a region, a date and the agency's name in
brackets, each as the house likes, and a dash.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

REACH = 120
"""The characters within which the dash must stand; no dateline is as long, and no search goes further."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTICLES = frozenset(
    {"al", "am", "an", "and", "au", "aux", "da", "de", "del", "der", "des", "di", "do", "dos", "du", "el", "en", "la",
     "las", "le", "les", "los", "na", "of", "sur", "the", "upon", "y"}
)  # fmt: skip
LABELS = frozenset(
    {"analysis", "breaking", "commentary", "corrected", "correction", "exclusive", "explainer", "factbox", "feature",
     "live", "obituary", "opinion", "review", "the", "timeline", "update", "urgent", "watch"}
)  # fmt: skip
"""What stands before a dash in capitals and is no place; "THE" opens a phrase, but for "THE HAGUE"."""

DASH = re.compile(r"\s*(?:[—–―]|--+)|\s+[-_](?=\s|\Z)|(?<=\))-(?=\s|\Z)")
BLANK = re.compile(r"\s*")
AGENCY = re.compile(r"\s*\(([^()]{2,60})\)\s*,?")
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"  # noqa: E501
WEEKDAY = r"(?P<weekday>mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:s?day|nesday|urday)?\.?"
DATED = re.compile(
    rf"(?:(?:^|[,\s])\s*{WEEKDAY})?"
    rf"(?:(?:^|[,\s])\s*(?:(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH}))(?:,?\s+(?P<year>\d{{4}}))?)?\s*$",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+")
NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’/-])*")
OPENS_SENTENCE = re.compile(r"[\"'“‘«(\[]*\d|[\"“‘«(\['*]*([^\W\d_])")


class TextDateline(NamedTuple):
    """A text dateline: its place, the parts of its date, and the offset behind its dash."""

    place: str
    lede: int
    month: int | None = None
    day: int | None = None
    year: int | None = None
    weekday: int | None = None

    def disagrees(self, filed: date) -> bool:
        """Whether the date it gives is another than `filed`; what it leaves out cannot disagree."""
        given = (self.year, self.month, self.day, self.weekday)
        day = (filed.year, filed.month, filed.day, filed.weekday())
        return any(part is not None and part != other for part, other in zip(given, day, strict=True))


def text_dateline(text: str) -> TextDateline | None:
    """The text dateline at the head of `text`, or `None` where an ordinary sentence stands there.

    "NATO - the alliance - said" is a sentence, since a dateline without date or agency is followed by a capital.
    """
    begin = _behind_space(text, 0)
    reach = text[begin : begin + REACH].split("\n\n", 1)[0]
    dash = DASH.search(reach)
    if dash is None:
        return None
    head, agency = reach[: dash.start()].strip(), ""
    if bracket := AGENCY.search(head):
        head, agency = f"{head[: bracket.start()]} {head[bracket.end() :]}".strip(), bracket[1]
    # The dash may end a line of its own, so that the lede is the next block.
    lede = _behind_space(text, begin + dash.end())
    dated = DATED.search(head)
    assert dated is not None
    names = [part.strip() for part in head[: dated.start()].strip(" ,").split(",")]
    has_date = bool(dated[0].strip())
    if names == [""]:
        # "April 15 (Agency) - …" names no place.
        return _found("", lede, dated) if has_date and agency else None
    if not (_is_place(names[0]) and len(names) <= 3 and all(map(_is_region, names[1:]))):
        return None
    if not (has_date or agency or _opens_sentence(text, lede)):
        return None
    return _found(", ".join([_in_small(names[0]), *names[1:]]), lede, dated)


def _behind_space(text: str, start: int) -> int:
    match = BLANK.match(text, start)
    assert match is not None
    return match.end()


def _found(place: str, lede: int, dated: re.Match[str]) -> TextDateline:
    month, day = dated["month"] or dated["month2"], dated["day"] or dated["day2"]
    return TextDateline(
        place,
        lede,
        MONTHS.index(month[:3].lower()) + 1 if month else None,
        int(day) if day else None,
        int(dated["year"]) if dated["year"] else None,
        WEEKDAYS.index(dated["weekday"][:3].lower()) if dated["weekday"] else None,
    )


def _is_place(name: str) -> bool:
    words = WORD.findall(name)
    return (
        NAME.fullmatch(name) is not None
        and len(words) <= 6
        and sum(map(len, words)) >= 3
        and (words[0].lower() not in LABELS or name == "THE HAGUE")
        and (words[0].isupper() or _is_mac(words[0]))
        and all(word.isupper() or word in PARTICLES or _is_mac(word) for word in words[1:])
    )


def _is_mac(word: str) -> bool:
    return word.startswith(("Mc", "Mac")) and word.removeprefix("Mac").removeprefix("Mc").isupper()


def _is_region(name: str) -> bool:
    words = WORD.findall(name)
    return (
        NAME.fullmatch(name) is not None
        and len(words) <= 5
        and words[0][0].isupper()
        and all(word[0].isupper() or word in PARTICLES for word in words[1:])
    )


def _opens_sentence(text: str, start: int) -> bool:
    match = OPENS_SENTENCE.match(text, start)
    return match is not None and (match[1] is None or not match[1].islower())


def _in_small(name: str) -> str:
    """A place out of its capitals: "RIO DE JANEIRO" as "Rio de Janeiro"."""

    def small(match: re.Match[str]) -> str:
        word = match[0]
        if _is_mac(word):
            prefix = "Mac" if word.startswith("Mac") else "Mc"
            return prefix + word.removeprefix(prefix).capitalize()
        if len(word) == 1 and name[match.end() : match.end() + 1] == ".":
            return word
        return word.lower() if match.start() and word.lower() in PARTICLES else word.capitalize()

    return WORD.sub(small, name)
