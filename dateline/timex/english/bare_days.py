"""Days of the month that name no month: on the 9th, April 19 and 20."""

from __future__ import annotations

from itertools import pairwise, takewhile

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.dates import day_of_some_year, valid
from dateline.timex.english.lengths import NUMBER_WORDS
from dateline.timex.english.words import MONTHS
from dateline.timex.grammar import RuleBook
from dateline.timex.memory import OF_NEWS
from dateline.timex.reading import Reading, unit
from dateline.timex.scene import HEAD, RELATIVES
from dateline.timex.telling import Direction
from dateline.timex.values import MONTH_NAMES, spelled

bare_days = RuleBook()


@bare_days.rule(
    "{dom}",
    "{dom} , {yyyy}",
    "{ordigits}",
    "the {ordigits}",
    gives="time day",
    examples={
        "Games on April 19 and 20 are sold out.": "2024-04-20",
        "It began on 3 May 1933 and on the 9th it ended.": "1933-05-09",
        "It began on 3 May 1933. Raids on the 8th and 9th failed.": "1933-05-09",
        "It sailed on 24 October 1942 and arrived on the 7th.": "1942-11-07",
        "It began on 3 May 1933. On the 9th Okafor broke out.": "1933-05-09",
        "It began on 3 May 1933. They marched north and on the 9th destroyed the last bridge.": "1933-05-09",
        "It sailed on 24 October 1942. It had been loaded on the 7th.": "1942-10-07",
        "It sank on 3 May 1933. The crew, who had been ill since April, came home on the 7th.": "1933-05-07",
        "It sailed on 3 May 1933. It came back on the 24th with salt.": "1933-05-24",
        "It began on 3 May 1933. They held it between the 8th and the 11th.": "1933-05-08/1933-05-11",
        "It began on 18 July 1936. On the 22nd General Arda declared for it, only to be arrested.": "1936-07-22",
        "He died on the 21st.": "2024-04-21",
        "The board will meet on the 9th.": "2024-06-09",
        "Raids on 2, 9 and 10 March failed.": "2024-03-02",
    },
    never=(
        "He was 19 and 20 others were older.",
        "On the 9th hole he lost.",
        "It began on 3 May 1933. The assault fell on the 9th Infantry.",
        "They stopped on the 9th of nine floors.",
    ),
)
def another_day(context: Context, number: int, said: int | None = None) -> Reading | None:
    """A further day of the month that the sentence speaks of: April 19 and 20, on the 9th."""
    month_behind = _month_of_row(context)
    if month_behind:
        return day_of_some_year(context, month_behind, number)
    told = _fellow(context) or _named_last(context) or context.reference
    planned = context.scene.memory.named
    if planned is not None and (planned.whole.start or 0) > context.day and context.direction is Direction.UNMARKED:
        # "They leave on 2 December. The first match is on the 5th."
        told = _fellow(context) or planned
    if told is None:
        return _nearest_of_that_number(context, number)
    if told.grain > Grain.MONTH:
        # "In 1942 they would have fled. By the 20th …": the story is where it was left.
        told = context.scene.memory.left or told
    if told.grain > Grain.MONTH:
        return None
    year, month, day = calendar.civil(told.begin)
    before = context.left(3) if context.left(2) in ORDINAL_ENDS else context.left(2)
    row = context.left() in ("and", "or", ",") and before == str(day) and told is context.fellow
    ordinal = context.scene.tokens[context.last - 1].lower in ORDINAL_ENDS
    if said is not None and not (row and said == year):
        return None
    if _counts_a_thing(context) and not (row and (ordinal or said)):
        return None
    if not row and not (context.left() in BEFORE_A_DAY and context.written().lower() == "the"):
        return None
    if context.future and told is not context.fellow and context.day - told.begin < OF_NEWS:
        return _next_day_of_that_number(context, number)
    if number < day - FEW_DAYS and told.grain <= Grain.DAY and not row and _goes_on(context, told):
        year, month = (year, month + 1) if month < MONTHS_IN_YEAR else (year + 1, 1)
    back = context.left() == "since" or _is_told_aside(context)
    last = calendar.civil(told.whole.last)[2] if told.whole.last is not None else day
    if number > max(day, last) and told.grain <= Grain.DAY and back and not row:
        year, month = (year, month - 1) if month > 1 else (year - 1, MONTHS_IN_YEAR)
    year, month = _begun(context, told, year, month, number)
    whole = valid(year, month, number)
    return (
        unit(whole, Grain.DAY, f"a day of {MONTH_NAMES[month - 1]} {year}, of which the text speaks") if whole else None
    )


def _begun(context: Context, told: Reading, year: int, month: int, number: int) -> tuple[int, int]:
    """The month before, where the day is told as past and would be to come: on Oct. 15, "was seen on the 28th"."""
    whole = valid(year, month, number)
    ahead = whole is not None and told.begin <= context.day < (whole.start or 0)
    if not ahead or context.future is not False:
        return year, month
    return (year, month - 1) if month > 1 else (year - 1, MONTHS_IN_YEAR)


def _month_of_row(context: Context) -> int:
    """The month that stands once behind three days or more: "on 12, 19 and 26 February"; 0 for none."""
    row = [token.lower for token in context.scene.tokens[context.last : context.last + LONGEST_ROW]]
    if context.left() not in BEFORE_A_ROW or row[:1] != [","]:
        return 0
    behind = list(takewhile(lambda word: word in (",", "and", "or") or (word.isdecimal() and len(word) <= 2), row))
    closed = len(behind) > 3 and behind[-1].isdecimal() and behind[-2] in ("and", "or") and len(behind) < len(row)
    separate = all(first.isdecimal() != second.isdecimal() for first, second in pairwise(behind))
    return MONTHS.get(row[len(behind)], 0) if closed and separate else 0


LONGEST_ROW = 16
BEFORE_A_ROW = frozenset("on of , between days nights".split())
OPENS_RELATIVE = RELATIVES | {"that"}


def _is_told_aside(context: Context) -> bool:
    """Whether a day is looked back to; at the head of a sentence only by "had"."""
    # "On the 16th he struck through a gap that nobody had thought to fill" does not look back.
    behind = (token.lower for token in context.scene.tokens[context.whole[1] :])
    row = takewhile(lambda word: word not in OPENS_RELATIVE, behind)
    had = any(word in ("had", "'d") for word in row)
    return (context.whole[0] > HEAD or had) and context.scene.verbs.is_aside(*context.whole)


def _fellow(context: Context) -> Reading | None:
    """The date beside it; not what its sentence looks back to: "ill since April, he came home on the 7th"."""
    fellow, reference = context.fellow, context.reference
    aside = context.scene.fellow_aside and not _is_told_aside(context)
    back = fellow is not None and reference is not None and fellow.begin < reference.begin
    return reference if aside and back else fellow


def _named_last(context: Context) -> Reading | None:
    """In a history the day named last, though it was looked back to: "it had begun on the 4th. By the 11th …"."""
    memory = context.scene.memory
    named = memory.named
    if not memory.history or named is None or named.grain > Grain.MONTH or named.whole.start is None:
        return None
    if named.grain > Grain.DAY and context.scene.verbs.is_aside(*context.whole):
        return None
    return named if named.begin <= context.day else None


def _counts_a_thing(context: Context) -> bool:
    """Whether an ordinal counts what stands behind it: the 9th hole, the 21st Army; but "on the 10th Kemal struck"."""
    right = context.right()
    if not right[:1].isalpha() or right in BEHIND_A_DAY:
        return False
    if context.left() != "on" or right in NUMBERED:
        return True
    if right in NUMBER_WORDS:
        return False
    return not (context.right_is_name() or context.scene.verbs.is_verb(context.last))


def _goes_on(context: Context, told: Reading) -> bool:
    """Whether a story of days goes on into the next month: "it sailed on 24 October and arrived on the 7th"."""
    verbs = context.scene.verbs
    past = told.begin + LONGEST_MONTH <= context.day and context.direction is Direction.PAST
    return past and not verbs.is_aside(*context.whole) and not verbs.is_of_saying(*context.whole)


MONTHS_IN_YEAR, LONGEST_MONTH = 12, 31
# Nobody leaves out the month of a day that lies almost a month on: "plans for the 8th were ready when on the 4th …".
FEW_DAYS = 4


def _next_day_of_that_number(context: Context, number: int) -> Reading | None:
    year, month, day = calendar.civil(context.day)
    start = calendar.of_month(year, month) if number >= day else calendar.of_months(year, month + 1, 1)
    found = calendar.of_day((start.start or 0) + number - 1)
    if not calendar.contains(start, found):
        return None
    return unit(found, Grain.DAY, f"told as future: the next such day of a month after {spelled(context.day)}")


def _nearest_of_that_number(context: Context, number: int) -> Reading | None:
    """ "On the 21st", where the text has named no month: of the dateline's, or the one beside it."""
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    named = row[0] == "the" and row[-1] in ORDINAL_ENDS and context.left() == "on" and not _counts_a_thing(context)
    if not named or context.future is None or context.scene.memory.history:
        return None
    if context.future:
        return _next_day_of_that_number(context, number)
    year, month, day = calendar.civil(context.day)
    if number > day:
        year, month = (year, month - 1) if month > 1 else (year - 1, MONTHS_IN_YEAR)
    whole = valid(year, month, number)
    if whole is None:
        return None
    return unit(whole, Grain.DAY, f"told as past: the latest such day of a month before {spelled(context.day)}")


ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
BEFORE_A_DAY = frozenset("on until till by to from since before after of between".split())
BEHIND_A_DAY = frozenset(
    "and or but at in the a when where he she it they we was were is are will to for by onward onwards that "
    "with without there after before from under near during while as because amid despite until till".split()
)


NUMBERED = frozenset(
    """
    army corps division brigade regiment battalion company squadron fleet group wing infantry cavalry dragoons hussars
    lancers guards guard rifles fusiliers grenadiers artillery panzer armored armoured airborne marines marine parachute
    light foot horse field bomber fighter air street avenue floor hole district circuit amendment congress parliament
    century ward precinct arrondissement
    """.split()
)
