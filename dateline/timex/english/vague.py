"""Words that speak of the present, the past or the future and point to no day."""

from __future__ import annotations

from dateline.timex.context import Context
from dateline.timex.english.verb_forms import Form, forms
from dateline.timex.english.words import UNITS
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading, vague

vagueness = RuleBook()

PRESENT, PAST, FUTURE = (f"it speaks of the {time} and points to no day" for time in ("present", "past", "future"))
CLAUSE_FOLLOWS = frozenset("of when that he she they it we you i".split())
# "Once" as a conjunction, as a count, or in a phrase of its own.
BEHIND_ONCE = frozenset("a again more every and the it he she they we you i that all in per".split())
BEFORE_ONCE = frozenset('at all never more than only just not least for even “ " — – ``'.split())
BE = frozenset("was is were are had been".split())


@vagueness.rule(
    "now",
    "right now",
    "just now",
    "currently",
    "presently",
    "nowadays",
    "these days",
    "the present time",
    "the current time",
    gives="time vague",
    examples={"Nobody is safe now.": None, "It is currently closed.": None},
    never=("Now that it is over, we can rest.",),
)
def now(context: Context) -> Reading | None:
    """Now, currently; "now that" is a conjunction."""
    return None if context.right() == "that" else vague("PRESENT_REF", PRESENT)


@vagueness.rule(
    "current",
    gives="time vague",
    examples={"The current law is from 1990.": None},
    never=("The current and the tide were strong.", "He studied current affairs."),
)
def current(context: Context) -> Reading | None:
    """The current thing; a current in water or in a wire is none, nor are current affairs."""
    if (
        context.right() in BE
        or context.right() in ("and", "of", "events", "affairs")
        or not context.right()[:1].isalpha()
    ):
        return None
    return None if context.first and context.written()[0].isupper() else vague("PRESENT_REF", PRESENT)


@vagueness.rule(
    "the moment",
    "this moment",
    "present",
    "the present",
    "the time being",
    gives="time vague",
    examples={"The road is quiet at the moment.": None, "The post is vacant at present.": None},
    never=("The moment he left, it rained.", "All members were present."),
)
def at_present(context: Context) -> Reading | None:
    """At the moment, for the time being."""
    if context.left() not in ("at", "for", "until"):
        return None
    if context.right() in ("of", "when", "that") or (context.left(2).isalpha() and context.right() in CLAUSE_FOLLOWS):
        return None
    return vague("PRESENT_REF", PRESENT)


@vagueness.rule(
    "recently",
    "more|most recently",
    "lately",
    "the recent past",
    "long ago",
    "not long ago",
    "some time ago",
    "a while ago",
    "a little while ago",
    "a short|long time ago",
    "moments ago",
    "years past",
    "at one time",
    "the distant past",
    "the old days",
    gives="time vague",
    examples={"They recently moved.": None},
)
def recently(context: Context) -> Reading | None:
    """Recently; "most recently on July 9" and "as recently as July" only lead to the date."""
    return None if context.right() in ("on", "in", "at", "as") else vague("PAST_REF", PAST)


@vagueness.rule(
    "the past",
    gives="time vague",
    examples={"It has failed in the past.": None},
    never=("He walked past the gate.", "The past week was hard."),
)
def the_past(context: Context) -> Reading | None:
    ends = not context.right()[:1].isalpha() or context.right() in ("and", "but", "by", "to", "has", "had")
    return vague("PAST_REF", PAST) if ends or context.left() == "in" else None


@vagueness.rule(
    "once",
    gives="time vague",
    examples={"They once fitted in one aviary.": None, "The island was once a leper colony.": None},
    never=(
        "Once it opened, crowds came.",
        "At once he left.",
        "He tried once more.",
        "They meet once a week.",
        "A once-in-a-lifetime chance.",
        "She will go once new elections can be held.",
    ),
)
def once(context: Context) -> Reading | None:
    """Formerly; and neither "as soon as" nor "one time"."""
    if context.left() in BE and context.right() in ("a", "an", "the") and context.right(2) not in UNITS:
        return vague("PAST_REF", PAST)
    # "Once it had opened" at the head of a sentence is a conjunction.
    if context.right() == "-" or any(token.lower == "twice" for token in context.scene.tokens):
        return None
    if context.first == 0 or context.right() in BEHIND_ONCE or context.left() in BEFORE_ONCE:
        return None
    # "Would go once new elections were held" is a conjunction: no past stands beside it.
    past = forms(context.right()) & (Form.PAST | Form.PARTICIPLE)
    beside = past or not context.right()[:1].isalpha() or context.left() in BE | {"a", "the", "who", "have", "has"}
    return vague("PAST_REF", PAST) if beside else None


@vagueness.rule(
    "soon",
    "shortly",
    gives="time vague",
    examples={"We will know soon.": None},
    never=("As soon as it opened, crowds came.", "Shortly after dawn he left.", "It soon became clear."),
)
def soon(context: Context) -> Reading | None:
    """Soon, where it looks forward."""
    if context.left() in ("as", "too", "how") or context.right() in ("as", "after", "afterwards", "before"):
        return None
    return None if context.future is False else vague("FUTURE_REF", FUTURE)


@vagueness.rule(
    "a later|future date|time",
    gives="time vague",
    examples={"The rest will be sold at a later date.": None},
    never=("He came at a later time than she did.",),
)
def later_date(context: Context) -> Reading | None:
    """At a later date, until some later time."""
    if context.left() not in ("at", "on", "until", "till", "to", "for") or context.right() in ("of", "than"):
        return None
    return vague("FUTURE_REF", FUTURE)


@vagueness.rule(
    "the future",
    "the near|foreseeable|distant future",
    "some day",
    "someday",
    "the not - too - distant future",
    gives="time vague",
    examples={"It may be sold in the future.": None},
    never=("They sold futures.", "The future of the plant is open."),
)
def future(context: Context) -> Reading | None:
    return None if context.right() == "of" else vague("FUTURE_REF", FUTURE)
