"""Which occurrence of a yearly thing is meant by what the text tells of: the year of its story, or the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from dateline.model import Day, Doubt, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.memory import OF_NEWS
from dateline.timex.reading import Reading
from dateline.timex.telling import Direction
from dateline.timex.threads import FAR_ON, HALF_A_YEAR, goes_there_again, of_subject, where_left
from dateline.timex.tokens import quoted

# A story that has reached November and goes on "in January" has come to the next year; "in July" it looks back.
# Inside of a paragraph it seldom looks back.
GONE_BY, IN_PASSING = 150, 45
# What came closer before a siege than the same date a year later lies behind it leads up to it.
PRELUDE = 60
NOT_FAR = 31
# What news tells of the last years it tells with "last year", or with no year at all.
YEARS_OF_NEWS = 4
LONG_AGO = 8
TWO_YEARS = 740


def in_narrative(
    context: Context, in_year: Callable[[int], Interval | None]
) -> tuple[Interval, str, Doubt | None] | None:
    """The occurrence that a passage about another year means: in that year, or early in the next where it goes on."""
    memory = context.scene.memory
    entry = memory.entry if context.heads_entry() else None
    narrative = entry or memory.narrative or _told_beside(context)
    if narrative is None or not _goes_on(context, narrative):
        return None
    year = calendar.civil(narrative.begin)[0]
    found = [whole for y in (year - 1, year, year + 1, year + 2) if (whole := in_year(y)) is not None]
    whole = _beside(context, narrative, found)
    known = _known_by_its_day(context, narrative, in_year) or of_subject(context, narrative, whole, in_year)
    known = known or where_left(context, narrative, whole, in_year)
    if known is not None:
        other = whole if whole != known else None
        return known, _step(known), Doubt("it may go on from what is told last", other) if other else None
    if whole is None or whole.start is None or whole.start > context.day:
        return None
    looks_back = context.left() == "since" or context.scene.verbs.is_aside(*context.whole)
    doubt = _doubt(narrative, whole, found) if memory.history and entry is None and not looks_back else None
    if memory.history and doubt is None and context.scene.is_in_relative(context.whole[0]):
        earlier = [
            each
            for each in found
            if (each.start or 0) < whole.start and calendar.civil(each.start or 0)[0] in memory.years
        ]
        doubt = Doubt("a relative clause may look back to the year before", earlier[-1]) if earlier else None
    return whole, _step(whole), doubt or _doubt_of_speech(context, in_year)


def _step(whole: Interval) -> str:
    return f"the text tells of {calendar.civil(whole.start or 0)[0]}"


def _known_by_its_day(
    context: Context, narrative: Reading, in_year: Callable[[int], Interval | None]
) -> Interval | None:
    """The one that the text has named before with its year; or that of a named year whose weekday fits.

    "It was fought from 8 March to 2 April 1944. The army had been raised in 1940. On 8 March the guns …".
    """
    memory, year = context.scene.memory, calendar.civil(narrative.begin)[0]
    if not memory.history or memory.entry is not None:
        return None
    here = in_year(year) or in_year(year + 1)
    if here is None:
        return next((whole for y in reversed(memory.years) if (whole := in_year(y)) is not None), None)
    if not _is_day(here) or here.start is None:
        return None
    known = memory.days.get(calendar.civil(here.start)[1:])
    return in_year(known) if known is not None and known > year else None


def _is_day(whole: Interval) -> bool:
    return whole.end == (whole.start or 0) + 1


def _doubt_of_speech(context: Context, in_year: Callable[[int], Interval | None]) -> Doubt | None:
    """The doubt of what is said in a paragraph of a history that has named no year: the speaker may speak of today."""
    memory = context.scene.memory
    if not memory.history or memory.dated is not None or not quoted(context.scene.tokens)[context.whole[0]]:
        return None
    now = calendar.civil(context.day)[0]
    latest = [found for y in (now - 1, now) if (found := in_year(y)) and (found.start or 0) <= context.day]
    return Doubt("it is told in words that may have been said at the dateline", latest[-1]) if latest else None


def _doubt(narrative: Reading, whole: Interval, found: Sequence[Interval]) -> Doubt | None:
    """The doubt of what lies back in the year that is told of, or far on in the next."""
    start, told = whole.start or 0, narrative.begin
    if (whole.last or start) < told and not calendar.contains(narrative.whole, whole):
        other = next((later for later in found if (later.start or 0) > told), None)
        return Doubt("it lies before what is told last; it may be the next one", other)
    if start - told > FAR_ON and calendar.civil(start)[0] > calendar.civil(told)[0]:
        other = next((each for each in reversed(found) if (each.last or 0) < told), None)
        return Doubt("it lies far behind what is told last; the text may look back", other)
    passed = next((each for each in found if told - GONE_BY <= (each.last or 0) < told), None)
    if passed is not None and start > told and calendar.civil(told)[0] == calendar.civil(passed.start or 0)[0]:
        return Doubt("the text may look back to the one that lies shortly before what is told last", passed)
    return None


def _told_beside(context: Context) -> Reading | None:
    """The year that the same sentence has named: "it was taken on 3 December 1870 and lost again on 28 January"."""
    if context.scene.dated is None:
        return None
    dated, end = context.scene.dated
    if dated.grain is Grain.YEAR and _is_bracketed(context, end):
        return dated
    between = {token.lower for token in context.scene.tokens[end : context.first]}
    return dated if dated.grain < Grain.YEAR and not between.isdisjoint(COORDINATORS) else None


def _is_bracketed(context: Context, end: int) -> bool:
    """Whether a year tells when its subject took place: "The last election, in 1998, was called in August"."""
    tokens = context.scene.tokens
    row = [token.lower for token in tokens[max(end - 3, 0) : end + 1]]
    bracketed = len(row) == len(BRACKET) + 1 and (row[0], row[1], row[3]) == BRACKET
    return bracketed and not any(context.scene.verbs.is_verb(at) for at in range(end - 3))


BRACKET = (",", "in", ",")
QUOTES = frozenset({'"', "“", "”", "‘"})
COORDINATORS = frozenset("and but then ;".split())


PLANS = frozenset((be, due) for be in ("is", "are") for due in ("to", "due", "set", "scheduled", "expected"))


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
        plan = "will" in words or any(pair in PLANS for pair in pairwise(token.lower for token in context.scene.tokens))
        ahead = verbs.looks_ahead() or (plan and words.isdisjoint(QUOTES))
        entry = context.scene.memory.entry is not None and context.future
        return year < now and (then or entry or not (ahead and context.direction is not Direction.PAST))
    told = context.direction is Direction.PAST
    # "In December 1938 he bought it. He had hoped to sell it in March": a plan of a story long past.
    told = told or (context.direction is Direction.OPEN and narrative.begin + OF_NEWS < context.day)
    told_as_past = told and not verbs.is_present(context.first)
    return told_as_past and year < now - (0 if narrative.grain <= Grain.MONTH else YEARS_OF_NEWS)


def _beside(context: Context, narrative: Reading, found: Sequence[Interval]) -> Interval | None:
    """Of the occurrences in a row of years the one that goes on from what is told of."""
    told = narrative.whole
    start = narrative.begin
    until = told.last if told.last is not None else start
    if context.future:
        return next((whole for whole in found if whole.start is not None and whole.start > start), None)
    # "By Christmas they had crossed the river" looks forward, though its verb looks back.
    left = context.scene.tokens[context.whole[0] - 1].lower if context.whole[0] else ""
    ahead = left in ("by", "before", "until", "till") and context.left(2) not in NEAR
    aside = not ahead and context.scene.verbs.is_aside(*context.whole) and not _goes_on_in_row(context)
    if left == "since" or aside:
        return _looking_back(context, told, until, found)
    if narrative.role is Role.FROM_TO:
        if narrative.grain is Grain.YEAR and until - start < TWO_YEARS:
            # "In 1912–13" names a winter: of what follows, June is 1913's and October 1912's.
            start += HALF_A_YEAR
        if goes_there_again(context):
            return next((whole for whole in found if whole.start is not None and whole.start > until), None)
        # "It lasted from November 1939 to January 1940": what follows begins with its beginning.
        after = next((whole for whole in found if whole.last is not None and whole.last >= start), None)
        return _prelude(found, start, until, after) or after
    begun = context.scene.fellow_span[1] if context.fellow is not None else 0
    if "wintered" in {token.lower for token in context.scene.tokens[begun : context.whole[0]]}:
        # "He crossed in March 1112, wintered at Ancyra and in the spring moved on".
        return next((whole for whole in found if whole.start is not None and whole.start > until), None)
    memory = context.scene.memory
    days = (IN_PASSING if memory.told_here or memory.told else GONE_BY) if memory.history and not ahead else 0
    return next((whole for whole in found if not _has_gone_by(whole, start, days)), None)


def _prelude(found: Sequence[Interval], start: Day, until: Day, after: Interval | None) -> Interval | None:
    """What came shortly before a stretch: "It was fought from 12 March to 30 July 1854. On 11 March …"."""
    behind = after.start - until if after is not None and after.start is not None else 0
    return next((whole for whole in found if 0 < start - (whole.last or start) < min(behind, PRELUDE)), None)


def _looking_back(context: Context, told: Interval, until: Day, found: Sequence[Interval]) -> Interval | None:
    """The last one that had begun, unless what a participle tells of comes soon after."""
    back = [whole for whole in found if whole.start is not None and whole.start <= until]
    inside = any(calendar.contains(told, whole) for whole in back)
    return (None if inside else _soon_after(context, found, until, back)) or (back[-1] if back else None)


# "Shortly before dawn on 6 February" tells of that day.
NEAR = frozenset("just shortly soon right immediately long".split())


def _goes_on_in_row(context: Context) -> bool:
    """Whether a row goes on from what had been by a date: "two had been found by the 10th, and the last on 2 June"."""
    scene, (begins, ends) = context.scene, context.scene.fellow_span
    if scene.fellow is None or not begins or scene.tokens[begins - 1].lower != "by":
        return False
    first = context.whole[0]
    return first - ends <= LONGEST_ROW and not any(scene.verbs.is_verb(at) for at in range(ends, first))


LONGEST_ROW = 16


def _soon_after(context: Context, found: Sequence[Interval], until: Day, back: Sequence[Interval]) -> Interval | None:
    """What a participle tells of may as well come next: "he won on 23 April; the king, reinforced in May, …"."""
    if context.left() == "since" or any(token.lower in PAST_OF_PAST for token in context.scene.tokens):
        return None
    fellow = context.fellow if context.scene.fellow_aside else None
    if fellow is not None and fellow.whole.last is not None and until < fellow.whole.last <= context.day:
        # "It was lodged in May, opposed in August, and passed on 3 April": a row of them goes on.
        until = fellow.whole.last
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
