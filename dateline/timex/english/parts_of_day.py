"""Parts of the day: this morning, Friday night, at dawn; with the day that is said or that the text tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Clock, Day, Doubt, Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english import words
from dateline.timex.english.clock import Part
from dateline.timex.english.clock_day import day_of_text
from dateline.timex.english.clock_thread import EVENING
from dateline.timex.english.counting_on import moved_on
from dateline.timex.english.deictic import from_dateline
from dateline.timex.grammar import RuleBook
from dateline.timex.narrative import narrated_day
from dateline.timex.reading import Reading, told, unit, vague
from dateline.timex.values import iso_day, spelled

parts = RuleBook()


def in_part(day: Reading, part: Part, mod: str | None = None) -> Reading | None:
    """A part of a day."""
    code, first, last = part
    if code == "MO" and mod == "START":
        first = "00:00"  # Of three at night, news writes "early on Monday morning".
    if day.interval is None or day.interval.start is None or day.grain > Grain.DAY or day.clock is not None:
        return None
    return replace(
        day,
        grain=Grain.PART_OF_DAY,
        type="TIME",
        value=f"{day.value.partition('T')[0]}T{code}",
        clock=Clock(first, last),
        mod=mod or day.mod,
        steps=(*day.steps, f"between {first} and {last}"),
    )


SEEN_FROM = {"yesterday": "the day before", "this": "the day of", "tomorrow": "the day after"}


@parts.rule(
    "this|yesterday|tomorrow {part}",
    "this|yesterday|tomorrow early|late {part}",
    "this very {part}",
    "early|late this {part}",
    "the early|small hours of this {part}",
    gives="time day partofday",
    examples={
        "It burned this morning.": "2024-05-15",
        "It burned yesterday evening.": "2024-05-14",
        "They will fly tomorrow night.": "2024-05-16",
    },
)
def part_of_near_day(context: Context, part: Part) -> Reading | None:
    """A part of yesterday, today or tomorrow."""
    days = {"yesterday": -1, "this": 0, "tomorrow": 1}
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    word = next(word for word in row if word in days)
    day = unit(calendar.of_day(context.day + days[word]), Grain.DAY, f"{SEEN_FROM[word]} {from_dateline(context)}")
    mod = "END" if "late" in row else "START" if {"early", "small"} & set(row) else None
    return in_part(day, part, mod)


@parts.rule(
    "the? early|late -? {part}",
    gives="time partofday",
    examples={
        "By late afternoon the square was full.": "../2024-05-15",
        "It fell in late-morning trading.": "2024-05-15",
    },
    never=("He hosts a late night show.", "They broke off after late-night talks."),
)
def end_of_part(context: Context, part: Part) -> Reading | None:
    """Early or late in a part of the day that the text established last."""
    trading = context.left() == "in" and context.right() in ("trading", "trade", "dealings")
    ends = context.left() in BEFORE_PART and not context.right_is_name() and context.right() in ENDS_OF_PHRASE
    if not trading and not ends:
        return None
    of_text, step = (context.day, from_dateline(context)) if trading else day_of_text(context)
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    return in_part(unit(calendar.of_day(of_text), Grain.DAY, step), part, "END" if "late" in row else "START")


BEFORE_PART = frozenset("by until till in since into through from around during".split())
ENDS_OF_PHRASE = frozenset("the a an and but or when as it he she they we there , . ; : ) –".split()) | {""}


@parts.rule(
    "tonight",
    "last night",
    "late last night",
    "the night before last",
    "last evening",
    gives="time day partofday",
    examples={
        "The shops burned last night.": "2024-05-14",
        "It failed the night before last.": "2024-05-13",
        "They play tonight.": "2024-05-15",
    },
    never=("She hosts the Tonight Show.", "The last night boat sails."),
)
def night_word(context: Context) -> Reading | None:
    """Tonight; last night is the night that began on the day before the dateline."""
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if context.left() == "the" and row[0] == "last":
        return None
    if context.written() == "Tonight" and context.left().isalpha():
        return None
    back = 0 if row == ["tonight"] else 2 if row[-1] == "last" else 1
    step = ("", "the day before ", "two days before ")[back] + from_dateline(context)
    day = unit(calendar.of_day(context.day - back), Grain.DAY, step)
    mod = "END" if context.written().lower() == "late" else None
    return in_part(day, words.PARTS_OF_DAY["night"], mod)


@parts.rule(
    "overnight",
    gives="time partofday",
    examples={"It snowed overnight.": "2024-05-14/2024-05-15"},
    never=("He became an overnight success.",),
)
def overnight(context: Context) -> Reading | None:
    """The night that ends on the dateline's morning."""
    if context.left() in ("an", "the") or context.right() in ("success", "sensation", "stay", "bus", "train", "bag"):
        return None
    told, aside = _day_of_sentence(context), context.scene.verbs.is_aside(*context.whole)
    first = (context.day if context.future else context.day - 1) if told is None else told - aside
    beside = from_dateline(context) if told is None else f"the day that the text speaks of, {spelled(told)}"
    day = unit(calendar.of_days(first, first + 1), Grain.DAY, f"the night beside {beside}")
    return replace(
        day, grain=Grain.PART_OF_DAY, type="TIME", value=f"{iso_day(first)}TNI", clock=Clock("18:00", "08:00")
    )


def _day_of_sentence(context: Context) -> Day | None:
    """The day of a history, or one before the dateline of which the sentence tells: "Feb. 7: … overnight"."""
    fellow = context.fellow
    if fellow is not None and fellow.grain is Grain.PART_OF_DAY and fellow.value.endswith("NI"):
        # "Police said last night that a guard would be kept overnight".
        return fellow.begin
    opens = context.scene.fellow_span[0] <= 1 or context.scene.verbs.is_aside(*context.whole)
    if opens and fellow is not None and fellow.grain <= Grain.DAY and fellow.begin < context.day - 1:
        return fellow.begin
    return narrated_day(context)


@parts.rule(
    "{day} {part}",
    "the {part} of {day}",
    "early|late {day} {part}",
    "{part} on {day}",
    "the? early|late {part} on {day}",
    "the early|small|wee|predawn hours of {day}",
    "mid - {part} {day}",
    "the early|late {part} of {day}",
    "{day} early|late {part}",
    "the early hours of {day} {part}",
    "{day} mid - {part}",
    "early|late on {day} {part}",
    "first light on? {day}",
    "dawn|daybreak|sunrise|dusk|sunset|nightfall {day}",
    "overnight on? {day}",
    gives="time day partofday",
    examples={
        "It was found on Wednesday night.": "2024-05-15",
        "He died in the early hours of Saturday.": "2024-05-11",
        "They fell in the wee hours of Sunday.": "2024-05-12",
        "The search will resume at first light on Friday.": "2024-05-17",
        "It doubled in size overnight Tuesday.": "2024-05-14",
        "They will land just before dawn Saturday.": "2024-05-18",
        "On the evening of 3 May Russian tanks came.": "2024-05-03",
    },
    never=("It recorded Saturday Night Street.", "He told Dawn on Monday."),
)
def part_of_day(context: Context, *found: object) -> Reading | None:
    """A part of a named day."""
    day = next((item for item in found if isinstance(item, Reading)), None)
    begins = {"first": "dawn", "overnight": "night"}.get(word := context.written().lower(), word)
    unnamed = words.PARTS_OF_DAY.get(begins, words.EARLY_HOURS)
    if begins in ("late", "early") and (context.left() in words.UNITS or context.left() in words.UNIT_PLURALS):
        # "Four hours late on Saturday afternoon".
        return None
    if word in words.PARTS_OF_DAY and context.written()[0].isupper() and context.left().isalpha():
        # "He told Dawn on Monday": a newspaper.
        return None
    part = next((item for item in found if isinstance(item, tuple)), unnamed)
    last = context.scene.tokens[context.last - 1]
    if day is None or (context.right_is_name() and last.text[0].isupper() and last.lower in words.PARTS_OF_DAY):
        return None
    here = {token.lower for token in context.scene.tokens[context.first : context.last]}
    mod = (
        "START"
        if {"early", "small", "wee", "predawn"} & here
        else "END"
        if "late" in here
        else "MID"
        if "mid" in here
        else None
    )
    return in_part(day, part, mod)


@parts.rule(
    "the {part}",
    "that {part}",
    "the next|following|same|previous {part}",
    "that same {part}",
    "the {part} before|after",
    "early|late the next|following|same|previous {part}",
    "early|late that {part}",
    gives="time partofday",
    examples={
        "It sank on 3 May 1933. That night it was found.": "1933-05-03",
        "The mill burnt down in May 1933. She moved out that night.": "1933-05-01/1933-05-31",
        "It was seen in early May 1933. She called the next morning.": "1933-05-02/1933-05-11",
        "It sank on 3 May 1933. The next morning it was found.": "1933-05-04",
        "The fog cleared in the afternoon.": "2024-05-15",
        "Crews worked through the night.": "2024-05-15",
        "She will leave for Asia in the morning.": "2024-05-16",
        "The vote is on Friday. In the afternoon they will go home.": "2024-05-17",
    },
    never=(
        "He works the night shift.",
        "It was seen during the morning rush hour.",
        "The morning after the storm was calm.",
    ),
)
def anaphoric_part(context: Context, part: Part) -> Reading | None:
    """A part of the day that the text established last, or of the next."""
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if row == ["the", row[-1]]:
        through = context.left() in ("through", "throughout", "into")
        if not through and context.left() not in ("in", "during", "by", "until", "later"):
            return None
        if context.right() in ("of", "-", "shift", "rush", "peak") or (context.future is None and not through):
            return None
    # "The night before he had ordered it", but "the night before he left".
    earlier = context.first == 0 and context.right(2) == "had"
    if row[-1] in ("before", "after") and context.right()[:1].isalpha() and not earlier:
        return None
    days = 1 if {"next", "following", "after"} & set(row) else -1 if {"previous", "before"} & set(row) else 0
    coarse = context.fellow or (context.told_before if days else context.reference)
    if coarse is not None and coarse.grain is Grain.YEAR and coarse is not context.fellow:
        # Nobody says "that evening" of a year: it is that of the day told before.
        coarse = context.scene.memory.day or coarse
    if coarse is not None and coarse.grain in UNKNOWN_DAY and (days or row[0] == "that"):
        return _some_night(coarse, part, days)
    origin, step = _coming_day(context, row, part) or day_of_text(context)
    if days and coarse is not None and coarse.grain <= Grain.DAY and coarse is context.told_before:
        origin = coarse.begin
    if days > 0 and context.future is False and origin + days > context.day:
        # Told as past, it followed a day that the text has not named.
        return replace(vague(f"XXXX-XX-XXT{part[0]}", "it follows a day that the text does not name"), type="TIME")
    mod = {"early": "START", "late": "END"}.get(row[0])
    at = context.fellow or context.reference
    doubt = None
    if days == 0 and part[0] == "MO" and at is not None and at.clock is not None and at.clock.last < at.clock.first:
        # "On the night of 2/3 October they met, and in the morning the flag was down."
        days = 1
    if days > 0 and part[0] == "MO" and at is not None and at.clock is not None and at.clock.last < AFTER_MIDNIGHT:
        # "They arrived at half past midnight. The next morning …": the night was not yet over.
        doubt, days = Doubt("it may be the morning of the day after", calendar.of_day(origin + days)), 0
    return in_part(unit(calendar.of_day(origin + days), Grain.DAY, step, doubt=doubt), part, mod)


AFTER_MIDNIGHT = "03:00"


def _coming_day(context: Context, row: Sequence[str], part: Part) -> tuple[Day, str] | None:
    """The day of what is told as future "in the morning": that of the plan named last, else the next morning."""
    if row != ["the", row[-1]] or not context.future or context.fellow is not None:
        return None
    planned = context.scene.memory.named
    if planned is not None and planned.grain <= Grain.DAY and (planned.whole.start or 0) > context.day:
        return planned.begin, f"the day planned last, {told(planned)}"
    tomorrow = part[0] == "MO"
    return context.day + tomorrow, f"told as future: {'the day after' if tomorrow else 'the day of'} the dateline"


UNKNOWN_DAY = {Grain.WEEK: "-X", Grain.MONTH: "-XX", Grain.SEASON: "-XX-XX", Grain.YEAR: "-XX-XX"}


def _some_night(coarse: Reading, part: Part, days: int) -> Reading:
    """ "That night", "the next morning", of a month or year: nothing says which of its days is meant."""
    named = coarse.value[:4] if coarse.grain is Grain.SEASON else coarse.value
    day = f"{named}{UNKNOWN_DAY[coarse.grain]}"
    whole = moved_on(coarse, days, Grain.DAY)
    beside = ("a day in", "the day after one in", "the day before one in")[days]
    step = f"{beside} {told(coarse)}, which the text speaks of and does not name"
    return replace(
        coarse, type="TIME", value=f"{day}T{part[0]}", interval=whole, mod=None, steps=(step,), established=False
    )


@parts.rule(
    "dawn|daybreak|sunrise|dusk|sunset|nightfall|midmorning|midafternoon|lunchtime|teatime",
    "first light",
    "mid - {part}",
    "morning|afternoon|evening",
    gives="time partofday",
    examples={"Crowds gathered at dawn.": "2024-05-15", "By evening the fire was out.": "../2024-05-15"},
    never=(
        "It was the dawn of a new age.",
        "They met at lunchtime concerts.",
        "She photographs dawn skies.",
        "It closes at evening prayers.",
    ),
)
def twilight(context: Context, part: Part | None = None) -> Reading | None:
    """At dawn, by nightfall: of the day that the text established last."""
    word = context.written().lower()
    if context.left() not in BEFORE_TWILIGHT or context.right() == "of":
        return None
    if word in MEALTIMES and context.right() not in ENDS_OF_PHRASE:
        return None
    if word in DAYTIMES and (context.left() not in LIMITS or context.right() not in ENDS_OF_PHRASE):
        return None
    day, step = day_of_text(context)
    reference = context.fellow or context.reference
    if reference is not None and reference.clock is not None and reference.clock.first >= EVENING and word in DAYBREAK:
        day, step = day + 1, "the morning after the night that the text speaks of"
    of_text = unit(calendar.of_day(day), Grain.DAY, step)
    if part is not None:
        return in_part(of_text, part, "MID")
    return in_part(of_text, words.PARTS_OF_DAY["dawn" if word == "first" else word])


DAYBREAK = frozenset({"dawn", "daybreak", "sunrise", "first", "morning"})
DAYTIMES = frozenset({"morning", "afternoon", "evening"})
MEALTIMES = frozenset({"lunchtime", "teatime"})
LIMITS = frozenset({"by", "until", "till"})


BEFORE_TWILIGHT = frozenset("at by before after until till since around about from".split())
