"""Whether a text tells news or history, by the text itself."""

from __future__ import annotations

import re

from dateline.model import Day
from dateline.timex import interval as calendar

YEAR = re.compile(r"(?:1[0-9]{3}|20[0-9]{2})(?<![\d$£€.,-]....)(?![\d%]|[.,]\d)")
# Antiquity and the early Middle Ages are told in years with their era, and in years of three figures.
ERAS = ("BC", "AD", "CE", "B.C", "A.D")
YEAR_OF_ERA = re.compile(r"\d (?:BC|AD|BCE|CE)\b|\bAD \d|\d (?:B\.C|A\.D)\.")
YEAR_OF_THREE_FIGURES = re.compile(r"n [1-9]\d\d(?<=[Ii]n \d\d\d)(?<!\w[Ii]n \d\d\d)(?=[,;]| (?:the|he|she|it) )")
WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# "On Monday, 5 March 1984" is counted from nowhere.
UNDATED = r"(?!,? (?:the )?\d|,? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
TODAY = "(?:to(?:day|morrow|night)|yesterday|ago|overnight)"
UNIT = "(?:week|month|year|night|quarter)"


def _behind(words: str) -> str:
    """A pattern for a place that one of the words stands before, with a space."""
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words.split()) + ")"


def _not_behind(words: str) -> str:
    """A pattern for a place that none of the words stands before, with a space."""
    return "".join(rf"(?<!\b{word} )" for word in words.split())


# "Sixty years ago tonight" names a day gone by, and is told on its anniversary.
ANNIVERSARY = re.compile(r"years ago (?:today|tonight|this)\b")
# What may count from the day of the text, in small letters, is found by its last word; then by what stands around it.
EVERY_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
MONTH = "(?:january|february|april|august|september|october|november|december)"
SEASON = "(?:spring|summer|autumn|winter)"
# A plan of the text's own time.
AHEAD = r"(?:\bwill (?:not )?[a-z]|\b(?:is|are) due to\b)"
COUNTED = re.compile(f"{WEEKDAY}|{TODAY}|{UNIT}|{MONTH}|{SEASON}|{AHEAD}")
OF_TODAY = re.compile(
    _behind("on late early last next this since until by before") + rf"{WEEKDAY}\b{UNDATED}"
    rf"|\b{WEEKDAY} (?:morning|afternoon|evening|night)\b"
    rf"|(?:(?<=\wed )|(?<=[ap]\.m\. )|{_behind('said was were noon midnight dawn thing as')}){WEEKDAY}\b(?!,? \w* ?\d)"
    # "Freed the crew at sea Monday, …"; but "one Sunday," and "Bloody Sunday." are of any year.
    rf"|{_not_behind('a an the one that each every any some of following same previous')}"
    rf"{_not_behind('bloody black good easter palm ash holy whit shrove maundy')}"
    rf"\b{WEEKDAY}\b(?=[,.;]| (?:after|when|as) ){UNDATED}"
    rf"|\b{TODAY}\b"
    rf"|{_behind('last this next')}(?<!the last )(?<!the next )(?:{UNIT}\b(?! of\b)|{MONTH}|{SEASON}\b(?! of\b))"
    rf"|\b{WEEKDAY}['’]s\b|{AHEAD}"
)
# "The last week of August" is one of any year.
PRESENT = re.compile(
    rf"(?i)\b(?:today|yesterday|tomorrow|tonight|(?<!the )(?:last|this|next) (?:week|month|year|night|{SEASON})(?! of)"
    r"|(?:is|are|has|have) now)\b"
)
# A line that says nothing but a year, above what a chronology tells of it.
HEADING = re.compile(r"(?m)^(1[0-9]{3}|20[0-9]{2})(?:[-–][0-9]{2,4})?$")
# "One evening in June 1969", "the winter of 1962": how a feature sets its scene.
SCENE = re.compile(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    rf"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)(?: \d{{1,2}},)?|{SEASON} of) (1\d{{3}}|20\d\d)\b"
)
# "They waited until Tuesday" may be told of an old week as well; "on Tuesday" is told of this one.
LIMIT = re.compile(_behind("until by before") + rf"{WEEKDAY}\b", re.IGNORECASE)
FEWEST = 4
LONG = 8
# The one month and year with which a story opens, in its first clause, and the days that go on from there.
OPENING = re.compile(rf"(?i)[^,;:(.\n]*?\b(?:{EVERY_MONTH}|{SEASON})(?: \d\d?,)?(?: of)? (?=\d{{4}}\b)")
BARE_DAY = re.compile(
    rf"\b(?:\d\d?(?:st|nd|rd|th)?(?: of)? {EVERY_MONTH}|{EVERY_MONTH} \d\d?|[Tt]he \d\d?(?:st|nd|rd|th))\b"
)
FEWEST_DAYS = 3


def is_of_today(paragraph: str, day: Day) -> bool:
    """Whether a paragraph of a history counts from the dateline, "last week", "is now", and names no year gone."""
    if PRESENT.search(paragraph) is None:
        return False
    return all(int(year) >= calendar.civil(day)[0] for year in YEAR.findall(paragraph))


def story_end(text: str, start: int, day: Day) -> int:
    """The offset at which a feature that opens with an old story comes to its own time; `start` without such a story.

    The paragraph that first counts from the day of the text ends the story.
    """
    told, at = False, start
    for paragraph in text[start:].split("\n"):
        told = told or _sets_old_scene(paragraph, day)
        if is_of_now(LIMIT.sub("", paragraph)) or is_of_today(paragraph, day) or (not told and paragraph):
            return at if told else start
        at += len(paragraph) + 1
    return at


def _sets_old_scene(paragraph: str, day: Day) -> bool:
    """Whether a paragraph first tells of a time long past, and not aside: "The mill, which shut in June 1969, …"."""
    scene = SCENE.search(paragraph)
    if scene is None or int(scene[1]) >= calendar.civil(day)[0] - LONG:
        return False
    sentence = paragraph[: scene.start()].rpartition(". ")[2]
    return ASIDE.isdisjoint(sentence.lower().replace(",", " ").split())


ASIDE = frozenset("who which that whose where since until born founded built opened".split())


def is_of_now(paragraph: str) -> bool:
    """Whether a paragraph of news counts from its own day: "on Tuesday", "last week"."""
    return _counted_from_today(paragraph.lower()) > 0


def is_history(text: str, day: Day) -> bool:
    """Whether the text tells of years gone by: it names them often, and seldom counts from its own day."""
    now = calendar.civil(day)[0]
    years = [int(year) for year in YEAR.findall(text)]
    long_ago = len(YEAR_OF_THREE_FIGURES.findall(text))
    if any(era in text for era in ERAS):
        long_ago += len(YEAR_OF_ERA.findall(text))
    anniversaries = len(ANNIVERSARY.findall(text))
    long_ago += anniversaries
    if len(years) + long_ago < 2:
        return len(years) == 1 and years[0] < now - LONG and _goes_on_from_opening(text)
    past, long_past = (sum(year < now - back for year in years) + long_ago for back in (1, LONG))
    if past < FEWEST and long_past < 2:
        return False
    if len([year for year in HEADING.findall(text) if int(year) < now]) > 1:
        return True
    # Each of them has been found by its "ago" and by its "today".
    of_today = _counted_from_today(text.lower()) - 2 * anniversaries
    return (past >= FEWEST and past > 2 * of_today) or (long_past >= 2 and 2 * long_past >= 3 * of_today)


def _goes_on_from_opening(text: str) -> bool:
    """Whether the year is said at once, and days without one follow: "In October 1812 it lay there. On the 19th …"."""
    opens = OPENING.match(text)
    if opens is None or YEAR.match(text, opens.end()) is None or _counted_from_today(text.lower()):
        return False
    return len(BARE_DAY.findall(text, opens.end())) >= FEWEST_DAYS


def _counted_from_today(lower: str) -> int:
    """How often a text in small letters counts from its own day."""
    return sum(OF_TODAY.match(lower, found.start()) is not None for found in COUNTED.finditer(lower))
