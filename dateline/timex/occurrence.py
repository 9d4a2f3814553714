"""Which occurrence of a yearly thing is meant where no year is said: by what the text tells of, or by direction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.model import Day, Doubt, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context, Direction
from dateline.timex.reading import Reading
from dateline.timex.tokens import Token
from dateline.timex.values import MONTH_NAMES, spelled

ABOUT_AS_NEAR = 0.6
# A story that has reached November and goes on "in January" has come to the next year; "in July" it looks back.
GONE_BY = 150
NOT_FAR = 31
# What news tells of the last years it tells with "last year", or with no year at all.
YEARS_OF_NEWS = 4
LONG_AGO = 8

JOINTS = frozenset("and or to until till through - – — /".split())
WITHIN_A_DATE = frozenset("the of in on , . st nd rd th early mid late - beginning middle end".split())
MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
LONGEST_DATE = 16


def occurrence(
    context: Context, name: str, in_year: Callable[[int], Interval | None]
) -> tuple[Interval, str, Doubt | None] | None:
    """The occurrence of a yearly thing that is meant, by TIME-MODEL's rule of direction, and why.

    Told as past, it is the latest that began on or before the dateline; told as future, the earliest that ends on or
    after it; else the nearest, with a doubt where the next nearest is about as near.
    """
    shared = _in_year_behind(context, in_year)
    if shared is not None:
        return shared, "of the year that is said behind the date beside it", None
    apposed = _in_year_before(context, in_year) or _in_fellow(context, in_year) or _in_label(context, in_year)
    if apposed is not None:
        return apposed, "of the year that is said before it", None
    section = context.scene.memory.section if context.opens_paragraph else None
    headed = in_year(section) if section is not None else None
    if headed is not None:
        return headed, f"of {section}, the year that heads this part of the text", None
    told = _in_narrative(context, in_year)
    if told is not None:
        memory = context.scene.memory
        certain = memory.history or (memory.in_chronicle and memory.opening)
        return told[0], told[1], None if certain else _other_year(context, name, in_year)
    year = calendar.civil(context.day)[0]
    years = range(max(year - 1, 1), min(year + 2, 9999))
    found = [whole for y in years if (whole := in_year(y)) is not None]
    if not found:
        found = [whole for y in range(max(year - 8, 1), min(year + 9, 9999)) if (whole := in_year(y)) is not None]
    past = [whole for whole in found if whole.start is not None and whole.start <= context.day]
    coming = [whole for whole in found if whole.last is not None and whole.last >= context.day]
    dateline = f"the dateline, {spelled(context.day)}"
    if context.future is False and past:
        doubt = _year_of_paragraph(context, past[-1], in_year)
        began = "" if _is_day(past[-1]) else "that began "
        return past[-1], f"told as past: the latest {name} {began}on or before {dateline}", doubt
    if context.future and coming:
        ends = "" if _is_day(coming[0]) else "that ends "
        return coming[0], f"told as future: the earliest {name} {ends}on or after {dateline}", None
    if not found:
        return None
    ranked = sorted(found, key=lambda whole: distance(whole, context.day))
    nearest, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    doubt = None
    if second is not None and distance(nearest, context.day) > ABOUT_AS_NEAR * distance(second, context.day):
        doubt = Doubt(f"no verb says whether it is past or to come, and another {name} is about as near", second)
    return nearest, f"no tense decides: the {name} nearest to {dateline}", doubt


def _is_day(whole: Interval) -> bool:
    return whole.end == (whole.start or 0) + 1


def _in_year_behind(context: Context, in_year: Callable[[int], Interval | None]) -> Interval | None:
    """The occurrence in a year that is said once for two dates, behind the second: May and June 1940.

    It lies before the second: the November of "November and January 1945" is that of 1944.
    """
    tokens, at = context.scene.tokens, context.whole[1]
    if at >= len(tokens) or not (tokens[at].lower in JOINTS or _is_comma_of_list(tokens, at)):
        return None
    month = day = 0
    for place, token in enumerate(tokens[at + 1 : at + 1 + LONGEST_DATE], start=at + 2):
        word = token.lower
        if word in JOINTS or _is_comma_of_list(tokens, place - 1):
            month = day = 0
            continue
        before_christ = place < len(tokens) and tokens[place].text in ("BC", "BCE")
        if word.isdecimal() and (len(word) == 4 or before_christ):
            year = 1 - int(word) if before_christ else int(word)
            first = in_year(year) if month else None
            if first is None or first.start is None:
                return None
            second = calendar.of_month(year, month).start or 0
            return in_year(year - 1) if first.start > second + max(day - 1, 0) else first
        if word.isdecimal() and len(word) <= 2:
            day = int(word)
        elif word in MONTHS and not month:
            month = MONTHS[word]
        elif word not in WITHIN_A_DATE:
            return None
    return None


def _in_year_before(context: Context, in_year: Callable[[int], Interval | None]) -> Interval | None:
    """The occurrence in a year that is said before it and told apart: "twice in 2011, in April and July"."""
    tokens, first = context.scene.tokens, context.whole[0]
    for at in range(first - 1, max(first - LONGEST_DATE, 0), -1):
        token = tokens[at]
        if token.text.isdecimal() and len(token.text) == 4:
            opens = tokens[at + 1].text in PAUSES and tokens[at + 2].lower in OPENS_APPOSITION
            said = opens and tokens[at - 1].lower in BEFORE_A_SAID_YEAR and not context.scene.verbs.closes_aside(first)
            return in_year(int(token.text)) if said else None
        if token.lower not in IN_APPOSITION and token.lower not in MONTHS and not token.text.isdecimal():
            return None
    return None


def _in_fellow(context: Context, in_year: Callable[[int], Interval | None]) -> Interval | None:
    """The occurrence in the year that stands before it with nothing but a comma between: "two years later, in June"."""
    fellow, (_, end) = context.fellow, context.scene.fellow_span
    if fellow is None or fellow.grain is not Grain.YEAR:
        return None
    between = [token.lower for token in context.scene.tokens[end : context.whole[0]]]
    if between not in ([",", "in"], [",", "on"]):
        return None
    if context.scene.verbs.closes_aside(context.whole[0]):
        return None
    whole = in_year(calendar.civil(fellow.begin)[0])
    return whole if whole is not None and calendar.contains(fellow.whole, whole) else None


def _in_label(context: Context, in_year: Callable[[int], Interval | None]) -> Interval | None:
    """The occurrence in the year that heads the sentence as its label: "1964: The bridge opens in June"."""
    tokens = context.scene.tokens
    labelled = len(tokens) > 2 and tokens[1].text in LABEL_MARKS and tokens[0].text.isdecimal()
    if not labelled or len(tokens[0].text) != 4 or context.scene.fellow_span[0] != 0:
        return None
    return in_year(int(tokens[0].text))


LABEL_MARKS = frozenset(": – —".split())
PAUSES = frozenset(", ( : – —".split())
OPENS_APPOSITION = frozenset("in on first once both early late during".split())
IN_APPOSITION = OPENS_APPOSITION | PAUSES | frozenset("and again then the of mid - or".split())
BEFORE_A_SAID_YEAR = frozenset("in of during late early mid -".split())


def _is_comma_of_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma goes on to a further day or month: "on 28 April, 6 May and 4 June 1915"."""
    behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].text == "," and ((behind.isdecimal() and len(behind) <= 2) or behind in MONTHS)


def _in_narrative(context: Context, in_year: Callable[[int], Interval | None]) -> tuple[Interval, str] | None:
    """The occurrence that a passage about another year means: in that year, or early in the next where it goes on."""
    memory = context.scene.memory
    entry = memory.entry if context.heads_entry() else None
    narrative = entry or memory.narrative or _told_beside(context)
    if narrative is None or not _goes_on(context, narrative):
        return None
    year = calendar.civil(narrative.begin)[0]
    found = [whole for y in (year - 1, year, year + 1, year + 2) if (whole := in_year(y)) is not None]
    whole = _beside(context, narrative, found)
    if whole is None or whole.start is None or whole.start > context.day:
        return None
    return whole, f"the text tells of {calendar.civil(whole.start)[0]}"


def _told_beside(context: Context) -> Reading | None:
    """The year that the same sentence has named: "it was taken on 3 December 1870 and lost again on 28 January"."""
    if context.scene.dated is None:
        return None
    dated, end = context.scene.dated
    between = {token.lower for token in context.scene.tokens[end : context.first]}
    return dated if dated.grain < Grain.YEAR and not between.isdisjoint(COORDINATORS) else None


QUOTES = frozenset({'"', "“", "”", "‘"})
COORDINATORS = frozenset("and but then ;".split())


def _goes_on(context: Context, narrative: Reading) -> bool:
    """Whether a date with no year belongs to what the text tells of a year, and not to the dateline's own time."""
    # "Between 2018 and 2024" tells of years up to 2024.
    year = calendar.civil(narrative.whole.last or narrative.begin)[0]
    history, verbs = context.scene.memory.in_chronicle, context.scene.verbs
    now = calendar.civil(context.day)[0]
    # "It has been booked out since May": what lasts to this day is told of this day.
    lasts = context.left() == "since" and verbs.is_present(context.first)
    # "She said on Monday that she would decide by Christmas."
    beside = context.fellow is not None and abs(context.day - context.fellow.begin) < NOT_FAR and year < now - 1
    if context.left(2) == "recently" or lasts or beside:
        return False
    if history:
        # "They were promised that they would go home in the spring": the future of those days.
        then = any(token.lower == "would" for token in context.scene.tokens)
        words = {token.text for token in context.scene.tokens}
        ahead = verbs.looks_ahead() or ("will" in words and words.isdisjoint(QUOTES))
        return year < now and (then or not (context.future and ahead))
    told_as_past = context.direction is Direction.PAST and not verbs.is_present(context.first)
    return told_as_past and year < now - (0 if narrative.grain <= Grain.MONTH else YEARS_OF_NEWS)


def _beside(context: Context, narrative: Reading, found: Sequence[Interval]) -> Interval | None:
    """Of the occurrences in a row of years the one that goes on from what is told of."""
    told = narrative.whole
    start = narrative.begin
    until = told.last if told.last is not None else start
    if context.future:
        return next((whole for whole in found if whole.start is not None and whole.start > start), None)
    # "By Christmas they had crossed the river" looks forward, though its verb looks back.
    ahead = context.left() in ("by", "before", "until", "till")
    if context.left() == "since" or (not ahead and context.scene.verbs.is_aside(*context.whole)):
        back = [whole for whole in found if whole.start is not None and whole.start <= until]
        return _soon_after(context, found, until, back) or (back[-1] if back else None)
    if narrative.role is Role.FROM_TO:
        # "It lasted from November 1939 to January 1940": what follows begins with its beginning.
        return next((whole for whole in found if whole.last is not None and whole.last >= start), None)
    days = GONE_BY if context.scene.memory.history and not ahead else 0
    return next((whole for whole in found if not _has_gone_by(whole, start, days)), None)


def _soon_after(context: Context, found: Sequence[Interval], until: Day, back: Sequence[Interval]) -> Interval | None:
    """What a participle tells of may as well come next: "he won on 23 April; the king, reinforced in May, …"."""
    if context.left() == "since" or any(token.lower in PAST_OF_PAST for token in context.scene.tokens):
        return None
    coming = next((whole for whole in found if whole.start is not None and whole.start > until), None)
    if coming is None or coming.start is None:
        return None
    return coming if not back or until - (back[-1].last or until) > coming.start - until else None


PAST_OF_PAST = frozenset("had 'd born".split())


def _has_gone_by(whole: Interval, start: Day, days: int) -> bool:
    """Whether a story has left an occurrence behind: one of its own year only where it lies so many days back."""
    if whole.last is None or whole.start is None:
        return True
    # In January 1849 "the winter" is the one that began in 1848.
    same_year = calendar.civil(whole.start)[0] == calendar.civil(start)[0]
    return whole.last < (start - days if same_year else start)


def narrated_day(context: Context) -> Day | None:
    """The day that a history tells of, where it has come to a day."""
    narrative = context.scene.memory.narrative
    if not context.scene.memory.history or narrative is None or narrative.grain > Grain.DAY:
        return None
    start = narrative.whole.start
    years = calendar.civil(context.day)[0] - calendar.civil(start or 0)[0]
    return start if years >= LONG_AGO else None


def _other_year(context: Context, name: str, in_year: Callable[[int], Interval | None]) -> Doubt | None:
    """The doubt of a year taken from the text: the latest occurrence before the dateline may be meant."""
    year = calendar.civil(context.day)[0]
    found = [whole for y in (year - 1, year) if (whole := in_year(y)) and (whole.start or 0) <= context.day]
    return (
        Doubt(f"the text speaks of another year; it may be the latest {name} before the dateline", found[-1])
        if found
        else None
    )


def _year_of_paragraph(context: Context, chosen: Interval, in_year: Callable[[int], Interval | None]) -> Doubt | None:
    """The doubt of a date near the dateline in a paragraph that has named an earlier year."""
    memory = context.scene.memory
    dated = memory.dated or (memory.dated_before if context.scene.verbs.is_aside(*context.whole) else None)
    if dated is None or chosen.start is None:
        return None
    year = calendar.civil(dated.begin)[0]
    other = next((whole for y in (year, year + 1) if (whole := in_year(y)) and (whole.start or 0) >= dated.begin), None)
    if other is None or other.start is None or other.start >= chosen.start:
        return None
    return Doubt("the text has named another year, of which it may go on to tell", other)


def distance(whole: Interval, day: Day) -> int:
    """How many days lie between a day and an interval; 0 inside it."""
    assert whole.start is not None and whole.last is not None
    return max(whole.start - day, day - whole.last, 0)
