"""Months, with a year or without; and when a word like May is a name."""

from __future__ import annotations

from dateline.model import Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english import words
from dateline.timex.grammar import RuleBook
from dateline.timex.occurrence import occurrence
from dateline.timex.reading import Reading, recurrence, unit
from dateline.timex.values import MONTH_NAMES

months = RuleBook()


@months.rule(
    "{month} ,? {yyyy}",
    "{month} of {yyyy}",
    "{mon} .? ,? {yyyy}",
    gives="time span",
    examples={"It closed in November 1999.": "1999-11-01/1999-11-30"},
)
def month_year(context: Context, month: int, year: int) -> Reading:
    """A month and year."""
    return unit(calendar.of_month(year, month), Grain.MONTH, "the month and year are written")


@months.rule(
    "{month} ' ~{yy}",
    "{month} ’ ~{yy}",
    "{mon} .? ' ~{yy}",
    "{mon} .? ’ ~{yy}",
    gives="time span",
    examples={"It closed in Aug. '09.": "2009-08-01/2009-08-31"},
)
def month_short_year(context: Context, month: int, year: int) -> Reading:
    """A month of a year in two digits."""
    return unit(
        calendar.of_month(near_century(context, year), month), Grain.MONTH, "the century nearest to the dateline"
    )


@months.rule("{mm} ~/ ~{yyyy}", gives="time span", examples={"It closed in 11/1999.": "1999-11-01/1999-11-30"})
def numeric_month(context: Context, month: int, year: int) -> Reading:
    return unit(calendar.of_month(year, month), Grain.MONTH, "the month and year are written")


@months.rule(
    "{month}",
    gives="time span yearless",
    examples={
        "March: the bridge is opened.": "2024-03-01/2024-03-31",
        "The plant closed in February.": "2024-02-01/2024-02-29",
        "It will open in February.": "2025-02-01/2025-02-28",
        "The fair is held every year in May.": None,
        "They worked each year from May to September.": None,
        "The river often floods in March.": None,
        "The river flooded in March.": "2024-03-01/2024-03-31",
        "It is always shut in July, and in May it closed.": "2024-05-01/2024-05-31",
    },
    never=(
        "Mr. May spoke.",
        "The side broke up when March left for Hull.",
        "A stand is named after June, who died.",
        "General March spoke.",
        "They may march.",
        "His wife, June, was there.",
        "The March on Rome began.",
        "They joined the annual March for Peace.",
        "It stands at the corner of June Street.",
    ),
)
def month(context: Context, month: int) -> Reading | None:
    """A month with no year."""
    if _is_a_name(context):
        return None
    return _month_of_some_year(context, month)


@months.rule("{mon} .", gives="time span yearless", examples={"It fell in Sept. by half.": "2023-09-01/2023-09-30"})
def month_abbreviation(context: Context, month: int) -> Reading | None:
    return _month_of_some_year(context, month)


def near_century(context: Context, year: int) -> int:
    """The year of two digits in full: the nearest to the dateline that lies no more than ten years ahead."""
    now = calendar.civil(context.day)[0]
    candidates = [century + year for century in range(now // 100 * 100 - 100, now + 101, 100)]
    return min((full for full in candidates if full <= now + 10), key=lambda full: abs(full - now))


def _month_of_some_year(context: Context, month: int) -> Reading | None:
    if _recurs(context):
        return recurrence(f"XXXX-{month:02}", Grain.MONTH, "of every year, as the words before it say")
    if context.is_of_habit:
        return recurrence(f"XXXX-{month:02}", Grain.MONTH, "of any year, as the words beside the verb say")
    found = occurrence(context, MONTH_NAMES[month - 1], lambda year: calendar.of_month(year, month))
    assert found is not None
    whole, step, doubt = found
    if context.right() in REPORTED and whole.end is not None and whole.end > context.day:
        year = calendar.civil(whole.start or 0)[0]
        whole, doubt = calendar.of_month(year - 1, month), None
        step = f"figures are of the latest {MONTH_NAMES[month - 1]} that has ended"
    return unit(whole, Grain.MONTH, step, doubt=doubt)


def _recurs(context: Context) -> bool:
    """Whether the month is one of every year: "every year from May to September", "each summer in June"."""
    row = [token.lower for token in context.scene.tokens[max(context.whole[0] - ROW, 0) : context.whole[0]]]
    while row and (row[-1] in IN_A_ROW or row[-1] in words.MONTHS):
        row.pop()
    return (row[-2:-1] in (["every"], ["each"]) and row[-1] in OF_YEARS) or row[-1:] == ["annually"]


ROW = 8
IN_A_ROW = frozenset("in from to until between and or during through early late mid -".split())
OF_YEARS = frozenset("year spring summer autumn fall winter".split())
REPORTED = frozenset("data figures sales results numbers output earnings exports imports retail payrolls".split())


NAME_FREE = frozenset(
    "in since by from until till through to of during for before after late early mid last next this that every "
    "each and or on between the a an , - ( ; : – — than into early throughout when until".split()
)


TITLES = frozenset(
    "mr mrs ms dr general colonel captain major lieutenant sergeant admiral president senator governor judge justice "
    "sir lady lord professor doctor coach minister secretary bishop father sister officer detective inspector".split()
)


def _is_a_name(context: Context) -> bool:
    """Whether a word that may name a month stands as a person's or a thing's name."""
    word, left, right = context.written().lower(), context.left(), context.right()
    if left in TITLES or (left == "." and context.left(2) in SHORT_TITLES):
        return True
    if (left == "the" or right in words.STREETS) and context.right_is_name():
        return True
    person = right == "," and context.right(2) in ("who", "whom", "whose")
    if person or (left == "when" and right not in OF_MONTHS and context.scene.verbs.is_verb(context.last)):
        return True
    if (left, word) == ("the", "march") and right in ("on", "against", "from", "into"):
        return True
    if word == "march" and right == "for" and context.right_is_name(2) and left not in NAME_FREE - {"the", "a", "an"}:
        return True
    if word not in words.MONTHS_THAT_ARE_NAMES:
        return False
    named = context.left_is_name() or (context.first == 1 and left.isalpha())
    if (named and left not in NAME_FREE and left not in words.WEEKDAYS) or left in ("named", "called"):
        return True
    starts = context.first == 0 or left in ("“", '"', "‘", "'")
    heading = not right and context.scene.memory.headed
    entry = right.isdecimal() or right in BEHIND_AN_ENTRY or heading
    if starts and word in words.AMBIGUOUS_MONTHS and not entry:
        return True
    if (left, right) == (",", ","):
        return True
    introduced = left in NAME_FREE and left not in ("and", "or", ",", "the", "a")
    return context.right_is_name() and not introduced and right not in words.WEEKDAYS


# A chronology: "March: the bridge is opened", "March – May 1941".
BEHIND_AN_ENTRY = frozenset(": - – —".split())


OF_MONTHS = frozenset("was is came comes began begins ended ends arrived arrives brought passed turned saw".split())
SHORT_TITLES = frozenset("mr mrs ms dr gen col sen rep st prof capt lt sgt".split())
