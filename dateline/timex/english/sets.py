"""Recurrences, and vague references that point to no day."""

from __future__ import annotations

from dateline.model import Grain
from dateline.timex.context import Context
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Period, Reading, recurrence, vague

sets = RuleBook()

ADVERBS = {
    "hourly": ("PT1H", Grain.HOUR), "daily": ("P1D", Grain.DAY), "nightly": ("XXXX-XX-XXTNI", Grain.DAY), "weekly": ("P1W", Grain.WEEK), "biweekly": ("P2W", Grain.WEEK), "fortnightly": ("P2W", Grain.WEEK),
    "monthly": ("P1M", Grain.MONTH), "yearly": ("P1Y", Grain.YEAR), "annual": ("P1Y", Grain.YEAR),
    "annually": ("P1Y", Grain.YEAR), "biennial": ("P2Y", Grain.YEAR), "biannual": ("P6M", Grain.MONTH), "semiannual": ("P6M", Grain.MONTH), "centennial": ("P100Y", Grain.CENTURY),
}  # fmt: skip
# An annual rate is a measure; an annual fair comes round.
MEASURES = frozenset(
    "rate rates report reports sales revenue revenues income salary salaries growth turnover cost costs inflation profit "
    "profits fee fees dividend dividends output production earnings loss losses pay basis average budget budgets increase "
    "increases decline spending deficit interest yield capacity volume payment payments premium rent leave".split()
)


@sets.rule(
    *ADVERBS,
    gives="time set",
    examples={"The annual fair drew crowds.": None, "The gates are checked daily.": None},
    never=("He reads the Daily Mail.",),
)
def adverb(context: Context) -> Reading | None:
    """Daily, annual: what comes round with the calendar."""
    word = context.scene.tokens[context.first].lower
    if context.written()[0].isupper() and (context.right_is_name() or context.left_is_name()):
        return None
    if word in ("annual", "yearly", "monthly", "weekly") and context.right() in MEASURES:
        return None
    value, grain = ADVERBS[word]
    return recurrence(value, grain, f"{word}: it recurs")


@sets.rule(
    "every|each {unit}",
    "every|each single {unit}",
    "every other|second {unit}",
    "every {period}",
    "{unit} after {unit}",
    "per {unit}",
    "every {ord} {unit}",
    "once|twice a {unit}",
    "{n} times a {unit}",
    "once every {period}",
    "a {unit}",
    gives="time set",
    examples={
        "The valve is checked every year.": None,
        "They meet twice a week.": None,
        "It is held every four years.": None,
    },
)
def every(context: Context, *found: object) -> Reading | None:
    """Every unit, twice a unit, every so many units."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if words[0] == "a":
        return None
    if words[0] == "per" and (context.left() in ("$", "percent", "%") or True):
        return None
    if len(words) > 1 and words[1] == "after" and len(words) == 3 and words[0] != words[2]:
        return None
    last = found[-1]
    if isinstance(last, Period):
        return recurrence(last.value, last.grain, "it recurs after that long")
    assert isinstance(last, tuple)
    grain, size, code = last
    count = size * (
        2
        if {"other", "second"} & set(words)
        else next((n for n in found if isinstance(n, int) and not isinstance(n, bool)), 1)
    )
    clock = "T" if code.startswith("T") else ""
    return recurrence(f"P{clock}{count}{code.removeprefix('T')}", grain, "it recurs with the calendar")


@sets.rule(
    "every|each {dow}",
    "{dows}",
    "every other|second {dow}",
    "on {dows}",
    gives="time set",
    examples={"They play every Friday.": None, "The market opens on Sundays.": None},
)
def weekdays(context: Context, number: int) -> Reading:
    """Every Friday, on Sundays."""
    return recurrence(f"XXXX-WXX-{number + 1}", Grain.DAY, "it recurs every week")


@sets.rule("every|each {month}", gives="time set", examples={"Eggs are laid every September.": None})
def months(context: Context, number: int) -> Reading:
    return recurrence(f"XXXX-{number:02}", Grain.MONTH, "it recurs every year")


@sets.rule(
    "every|each {season}",
    "{seasons}",
    gives="time set",
    examples={"It floods every spring.": None},
    never=("He falls.",),
)
def seasons(context: Context, number: int) -> Reading | None:
    """Every spring; bare "springs" and "falls" are things or verbs too often."""
    word = context.scene.tokens[context.last - 1].lower
    if word in ("falls", "springs") or (
        context.last - context.first == 1 and context.left() not in ("in", "during", "of", "summers", "and")
    ):
        return None
    return recurrence(f"XXXX-{('SP', 'SU', 'FA', 'WI')[number]}", Grain.SEASON, "it recurs every year")


@sets.rule("every|each {part}", gives="time set", examples={"Every night he played one chorus.": None})
def parts_of_day(context: Context, part: tuple[str, str, str]) -> Reading:
    return recurrence(f"XXXX-XX-XXT{part[0]}", Grain.PART_OF_DAY, "it recurs every day")


# Vague references ----------------------------------------------------------------------------------------------------


@sets.rule(
    "now",
    "right now",
    "just now",
    "currently",
    "current",
    "at present",
    "presently",
    "nowadays",
    "these days",
    "the present",
    "the present time",
    "the moment",
    "this moment",
    "today's",
    "the current time",
    "to date",
    "so far",
    gives="time vague",
    examples={"Nobody is safe now.": None, "It is currently closed.": None},
    never=("From that moment on he ran.", "Now that it is over, we can rest."),
)
def present(context: Context) -> Reading | None:
    """Now, at the moment."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if words in (["to", "date"], ["so", "far"]):
        return None
    if words == ["now"] and context.right() == "that" and context.left() != "right":
        return None
    if words == ["the", "moment"] and (
        context.left() not in ("at", "for") or context.right() in ("of", "when", "that", "he", "she", "they", "it")
    ):
        return None
    if words == ["the", "present"] and context.left() not in ("at", "for", "in", "until", "to"):
        return None
    if words[-1] == "present" and context.left() != "at" and words[0] != "the":
        return None
    if (
        words == ["current"]
        and context.right() in ("and", "of", ",", ".", "events", "affairs")
        and context.right() != "events"
    ):
        return None
    if context.written()[0].isupper() and context.first > 0 and context.right_is_name():
        return None
    return vague("PRESENT_REF", "it speaks of the present and points to no day")


@sets.rule(
    "recently",
    "more recently",
    "most recently",
    "lately",
    "once",
    "the past",
    "the recent past",
    "of late",
    "long ago",
    "some time ago",
    "a while ago",
    "years past",
    "at one time",
    "the distant past",
    "the old days",
    "not long ago",
    gives="time vague",
    examples={"They recently moved.": None, "They once fitted in one aviary.": None},
    never=("Once it opened, crowds came.", "At once he left.", "He tried once more.", "He walked past the gate."),
)
def past(context: Context) -> Reading | None:
    """Recently, once, in the past."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if words == ["once"] and not _once_is_past(context):
        return None
    if (
        words[-1] == "past"
        and "the" in words
        and (
            context.right() not in (".", ",", ";", "and", "but", "”", '"', "", ")", "by", "to", "has", "had")
            and context.left() not in ("in", "from")
        )
    ):
        return None
    return vague("PAST_REF", "it speaks of the past and points to no day")


def _once_is_past(context: Context) -> bool:
    """Whether "once" means formerly, and neither "as soon as" nor "one time"."""
    left, right = context.left(), context.right()
    if right in (
        "a",
        "again",
        "more",
        "every",
        "and",
        "the",
        "it",
        "he",
        "she",
        "they",
        "we",
        "you",
        "i",
        "that",
        "all",
        "in",
        ",",
        "per",
    ) or left in ("at", "all", "more", "than", "only", "just", "not", "least", "for", "even"):
        return False
    # "Once it had opened" at the head of a sentence is a conjunction.
    return context.first > 0 and left not in ("“", '"', "—", "–", "``")


@sets.rule(
    "soon",
    "the future",
    "the near future",
    "the foreseeable future",
    "shortly",
    "some day",
    "someday",
    "the coming days",
    "the not - too - distant future",
    gives="time vague",
    examples={"We will know soon.": None},
    never=("Futures fell.", "As soon as it opened, crowds came.", "They sold futures."),
)
def future(context: Context) -> Reading | None:
    """Soon, in the future."""
    words = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if words == ["soon"] and (
        context.left() in ("as", "too", "how")
        or context.right() in ("as", "after", "afterward", "afterwards", "became", "found", "began")
    ):
        return None
    if words == ["shortly"] and context.right() in ("after", "before"):
        return None
    if words[-1] == "future" and words[0] != "future" and context.right() == "of":
        return None
    return vague("FUTURE_REF", "it speaks of the future and points to no day")
