"""Which occurrence of a yearly thing is meant where no year is said: by what the text tells of, or by direction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.model import Day, Doubt, Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import PLANS, Context
from dateline.timex.narrative import in_narrative
from dateline.timex.tokens import Token
from dateline.timex.values import MONTH_NAMES, spelled

ABOUT_AS_NEAR = 0.6
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
    headed = _below_heading(context, section, in_year) if section is not None else None
    if headed is not None:
        return headed, f"of {section}, the year that heads this part of the text", None
    told = in_narrative(context, in_year)
    if told is not None:
        memory = context.scene.memory
        if memory.history:
            return told
        # Where the paragraph has said its year itself, nothing speaks for the dateline's.
        certain = memory.dated is not None or (memory.in_chronicle and memory.opening)
        other = None if certain else _other_year(context, name, in_year)
        return (*told[:2], None if other is None or other.other == told[0] else other)
    year = calendar.civil(context.day)[0]
    years = range(max(year - 1, 1), min(year + 2, 9999))
    found = [whole for y in years if (whole := in_year(y)) is not None]
    if not found:
        found = [whole for y in range(max(year - 8, 1), min(year + 9, 9999)) if (whole := in_year(y)) is not None]
    past = [whole for whole in found if whole.start is not None and whole.start <= context.day]
    coming = [whole for whole in found if whole.last is not None and whole.last >= context.day]
    dateline = f"the dateline, {spelled(context.day)}"
    told_of_now = _heads_present(context)
    if context.future is False and past:
        doubt = _year_of_paragraph(context, past[-1], in_year)
        began = "" if _is_day(past[-1]) else "that began "
        return past[-1], f"told as past: the latest {name} {began}on or before {dateline}", doubt
    if context.future and coming and not told_of_now:
        ends = "" if _is_day(coming[0]) else "that ends "
        return coming[0], f"told as future: the earliest {name} {ends}on or after {dateline}", None
    if not found:
        return None
    ranked = sorted(found, key=lambda whole: distance(whole, context.day))
    nearest, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    doubt = None
    if second is not None and told_of_now and nearest in past:
        doubt = Doubt("an entry may tell what is past in the present, or what is to come", second)
    elif second is not None and distance(nearest, context.day) > ABOUT_AS_NEAR * distance(second, context.day):
        doubt = Doubt(f"no verb says whether it is past or to come, and another {name} is about as near", second)
    return nearest, f"no tense decides: the {name} nearest to {dateline}", doubt


def _below_heading(context: Context, year: int, in_year: Callable[[int], Interval | None]) -> Interval | None:
    """The occurrence in the year of a heading; of the two winters that it holds the one with which it begins."""
    headed, told = in_year(year), context.scene.memory.narrative
    begins = told is None or told.grain is Grain.YEAR
    if headed is None or headed.last is None or not begins or calendar.civil(headed.last)[0] == year:
        return headed
    return in_year(year - 1)


def _heads_present(context: Context) -> bool:
    """Whether the words head an entry that is told in the present ("2 November: The port reopens"), and no plan."""
    opens = context.opens_paragraph and context.whole[0] == 0 and context.right() in LABEL_MARKS
    return opens and not any(token.lower in PLANS for token in context.scene.tokens)


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
    between = [token.lower for token in context.scene.tokens[end : context.whole[0]]]
    if fellow is not None and fellow.grain is Grain.MONTH and between[:2] == [",", "when"]:
        # "Since December 1987, when a ferry sank on Christmas Eve".
        whole = in_year(calendar.civil(fellow.begin)[0])
        return (
            whole
            if whole is not None and calendar.civil(whole.start or 0)[1] == calendar.civil(fellow.begin)[1]
            else None
        )
    if fellow is None or fellow.grain is not Grain.YEAR:
        return None
    if between not in ([",", "in"], [",", "on"]):
        return None
    if context.scene.verbs.closes_aside(context.whole[0]):
        return None
    whole = in_year(calendar.civil(fellow.begin)[0])
    return whole if whole is not None and calendar.contains(fellow.whole, whole) else None


def _in_label(context: Context, in_year: Callable[[int], Interval | None]) -> Interval | None:
    """The occurrence in the year that heads the sentence as its label: "1964: The bridge opens in June"."""
    tokens, fellow = context.scene.tokens, context.scene.fellow
    at = 1 if tokens[0].text in BULLETS else 0
    labelled = len(tokens) > at + 2 and tokens[at + 1].text in LABEL_MARKS and tokens[at].text.isdecimal()
    if not labelled or len(tokens[at].text) != 4 or fellow is None:
        return None
    year = int(tokens[at].text)
    return in_year(year) if calendar.civil(fellow.begin)[0] == year else None


BULLETS = frozenset("* • - – ·".split())
LABEL_MARKS = frozenset(": – —".split())
PAUSES = frozenset(", ( : – —".split())
OPENS_APPOSITION = frozenset("in on first once both early late during".split())
IN_APPOSITION = OPENS_APPOSITION | PAUSES | frozenset("and again then the of mid - or".split())
BEFORE_A_SAID_YEAR = frozenset("in of during late early mid -".split())


def _is_comma_of_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma goes on to a further day or month: "on 28 April, 6 May and 4 June 1915"."""
    behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].text == "," and ((behind.isdecimal() and len(behind) <= 2) or behind in MONTHS)


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
    lasts = context.left() == "since" and context.scene.verbs.is_present(context.first)
    if dated is None or chosen.start is None or lasts:
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
