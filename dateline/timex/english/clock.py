"""Clock times and parts of the day, alone and with the day they belong to."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Clock, Day, Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english import words
from dateline.timex.english.deictic import from_dateline
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Reading, unit
from dateline.timex.values import iso_day

clock = RuleBook()
moments = RuleBook()
parts = RuleBook()
days_with_clock = RuleBook()
moments = RuleBook()

Part = tuple[str, str, str]
NIGHT_BEGINS = 18
SMALL_HOURS, EVENING = "06:00", "18:00"


def at(hour: int, minute: int = 0, half: str = "") -> str | None:
    """The time of day as HH:MM, from a clock of 12 hours where `half` is "a" or "p"; `None` where there is none."""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


@clock.rule("{hh} ~: ~{ii} {half}", "{hh} ~. ~{ii} {half}", "{hh} {half}", "{ones} {half}", gives="moment")
def twelve_hours(context: Context, hour: int, *rest: object) -> str | None:
    """5 p.m., 5:30 pm."""
    minute = rest[0] if len(rest) == 2 and isinstance(rest[0], int) else 0
    return at(hour, minute, str(rest[-1]))


@clock.rule("{hh} ~: ~{ii}", "{hh} ~: ~{ii} ~: ~{ii}", "{hhmm} hours|hrs", gives="moment")
def twenty_four_hours(context: Context, hour: int, minute: int = 0, second: int = 0) -> str | None:
    """17:30, 1730 hours."""
    if hour > 24:
        hour, minute = divmod(hour, 100)
    return at(hour, minute)


@clock.rule("{hhmm} gmt|utc|est|edt|pst|pdt|cet|bst", gives="moment zoned")
def military(context: Context, number: int) -> str | None:
    """1730 GMT."""
    return at(*divmod(number, 100))


@clock.rule("{hh} o ' clock", "{ones} o ' clock", "{hh} o ’ clock", "{ones} o ’ clock", gives="moment")
def o_clock(context: Context, hour: int) -> str | None:
    return at(hour)


@clock.rule("half past {ones}", "quarter past {ones}", "half past {hh}", "quarter to {ones}", gives="moment")
def past_hour(context: Context, hour: int) -> str | None:
    start = [token.lower for token in context.scene.tokens[context.first : context.first + 2]]
    if start == ["quarter", "to"]:
        return at(hour - 1, 45)
    return at(hour, 30 if start[0] == "half" else 15)


@clock.rule("{moment}", gives="moment named")
def named_moment(context: Context, time: str) -> str:
    """Noon, midnight."""
    return time


@moments.rule("{moment} in the {part}", "{moment} that {part}", gives="moment")
def moment_in_part(context: Context, time: str | None, part: Part) -> str | None:
    """Three o'clock in the morning."""
    if time is None:
        return None
    hour, minute = int(time[:2]), int(time[3:])
    later = part[0] in ("AF", "EV") or (part[0] == "NI" and hour >= NIGHT_BEGINS - 12)
    return at(hour + 12, minute) if later and hour < 12 else time


@parts.rule(
    "{moment}",
    "{moment} {zone}",
    "about|around|shortly|just|roughly|approximately {moment}",
    "about|around {moment} {zone}",
    "{moment} local time",
    "{moment} eastern|pacific|central|mountain time",
    "shortly|just|soon|right after|before {moment}",
    "{moment} ( {zone} )",
    gives="time clocked",
    examples={"It left at 4:15 p.m.": "2024-05-15", "The siren went at noon.": "2024-05-15"},
    never=("The score was 3:15 in sets.", "He read John 3:16."),
)
def clock_time(context: Context, time: str | None, zone: str = "") -> Reading | None:
    """A clock time with no date: of the day that the text established last, else of the dateline."""
    if time is None or _is_score(context) or _is_in_a_name(context):
        return None
    day, step = _day_of_text(context)
    # "Last night until 3 a.m.": the small hours of a night belong to the next day.
    reference = context.reference
    at_night = reference is not None and reference.clock is not None and reference.clock.first >= EVENING
    if at_night and time < SMALL_HOURS:
        day, step = day + 1, "the small hours of the night that the text speaks of"
    return on_day(context, unit(calendar.of_day(day), Grain.DAY, step), time, zone)


def _day_of_text(context: Context) -> tuple[Day, str]:
    """The day that the text established last, else the dateline's, and the words for it."""
    reference = context.fellow or context.reference
    if reference is not None and reference.grain <= Grain.DAY:
        return reference.begin, "the day that the text established last"
    return context.day, from_dateline(context)


def _is_in_a_name(context: Context) -> bool:
    """Midnight Oil, Midnight's Children."""
    behind = context.right_is_name(2) if context.right() == "'s" else context.right_is_name()
    return behind and context.written() in ("Midnight", "Noon", "Midday")


def _is_score(context: Context) -> bool:
    """Whether bare figures with a colon are a score or a verse."""
    row = context.scene.tokens[context.first : context.last]
    bare = all(token.text.isdecimal() or token.text == ":" for token in row)
    return bare and context.left() not in BEFORE_CLOCK


BEFORE_CLOCK = frozenset("at by until from to about around before after since and , (".split())


def on_day(context: Context, day: Reading, time: str, zone: str = "") -> Reading:
    """A clock time on a day."""
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    mod = day.mod
    if row[0] in ("about", "around", "roughly", "approximately"):
        mod = "APPROX"
    elif row[0] in ("shortly", "just", "soon", "right"):
        mod = {"after": "AFTER", "before": "BEFORE"}.get(row[1], "APPROX")
    return replace(
        day,
        grain=Grain.MINUTE,
        type="TIME",
        value=f"{day.value[:10]}T{time}",
        clock=Clock(time, time, zone),
        mod=mod,
        steps=(*day.steps, f"at {time} {zone}" if zone else f"at {time}, local time"),
    )


@days_with_clock.rule(
    "{moment} {day}",
    "{moment} on {day}",
    "{moment} , {day}",
    "{moment} {zone} {day}",
    "{moment} {zone} on {day}",
    "{moment} {zone} , {day}",
    "{moment} local time on {day}",
    "about|around|shortly|just {moment} on? {day}",
    "shortly|just|soon|right after|before {moment} on? {day}",
    "{moment} ( {zone} ) on? {day}",
    "{moment} of {day}",
    gives="time day clocked",
    examples={
        "It left at 4:05 a.m. Friday.": "2024-05-10",
        "It closed at noon on May 5.": "2024-05-05",
        "It left at 5 p.m. EST, Nov. 6.": "2023-11-06",
    },
)
def clock_then_day(context: Context, time: str | None, *rest: object) -> Reading | None:
    """A clock time, then its day."""
    day = rest[-1]
    zone = rest[0] if len(rest) > 1 and isinstance(rest[0], str) else ""
    if time is None or not isinstance(day, Reading) or day.interval is None or day.type not in ("DATE", "TIME"):
        return None
    return on_day(context, day, time, zone)


@days_with_clock.rule(
    "{day} at {moment}",
    "{day} at about|around {moment}",
    "{day} , {moment}",
    "{day} at {moment} {zone}",
    "{day} {moment}",
    "{day} , at {moment}",
    gives="time day clocked",
    examples={"It left Friday at 4:05 a.m.": "2024-05-10"},
)
def day_then_clock(context: Context, day: Reading, time: str | None, zone: str = "") -> Reading | None:
    """A day, then its clock time."""
    if time is None or day.interval is None or day.clock is not None:
        return None
    return on_day(context, day, time, zone)


def in_part(day: Reading, part: Part, mod: str | None = None) -> Reading | None:
    """A part of a day."""
    code, first, last = part
    if day.interval is None or day.interval.start is None or day.grain > Grain.DAY or day.clock is not None:
        return None
    return replace(
        day,
        grain=Grain.PART_OF_DAY,
        type="TIME",
        value=f"{day.value[:10]}T{code}",
        clock=Clock(first, last),
        mod=mod or day.mod,
        steps=(*day.steps, f"between {first} and {last}"),
    )


@parts.rule(
    "this|yesterday|tomorrow {part}",
    "this|yesterday|tomorrow early|late {part}",
    "this very {part}",
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
    word = context.scene.tokens[context.first].lower
    day = unit(calendar.of_day(context.day + days[word]), Grain.DAY, f"{word}: counted from {from_dateline(context)}")
    middle = context.scene.tokens[context.first + 1].lower
    return in_part(day, part, {"early": "START", "late": "END"}.get(middle))


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
)
def night_word(context: Context) -> Reading | None:
    """Tonight; last night is the night that began on the day before the dateline."""
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
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
    first, last = (context.day, context.day + 1) if context.future else (context.day - 1, context.day)
    day = unit(calendar.of_days(first, last), Grain.DAY, f"the night beside {from_dateline(context)}")
    return replace(
        day, grain=Grain.PART_OF_DAY, type="TIME", value=f"{iso_day(first)}TNI", clock=Clock("18:00", "08:00")
    )


@parts.rule(
    "{day} {part}",
    "the {part} of {day}",
    "early|late {day} {part}",
    "{part} on {day}",
    "the early|small hours of {day}",
    "mid - {part} {day}",
    "the early|late {part} of {day}",
    "{day} early|late {part}",
    "the early hours of {day} {part}",
    "the predawn hours of {day}",
    "{day} mid - {part}",
    gives="time day partofday",
    examples={
        "It was found on Wednesday night.": "2024-05-15",
        "He died in the early hours of Saturday.": "2024-05-11",
    },
    never=("It recorded Saturday Night Street.",),
)
def part_of_day(context: Context, *found: object) -> Reading | None:
    """A part of a named day."""
    day = next((item for item in found if isinstance(item, Reading)), None)
    part = next((item for item in found if isinstance(item, tuple)), words.PARTS_OF_DAY["morning"])
    if day is None or (context.right_is_name() and context.scene.tokens[context.last - 1].text[0].isupper()):
        return None
    here = {token.lower for token in context.scene.tokens[context.first : context.last]}
    mod = (
        "START"
        if {"early", "small", "predawn"} & here
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
    gives="time partofday",
    examples={
        "It sank on 3 May 1933. That night it was found.": "1933-05-03",
        "It sank on 3 May 1933. The next morning it was found.": "1933-05-04",
        "The fog cleared in the afternoon.": "2024-05-15",
    },
    never=("He works the night shift.", "The morning after the storm was calm."),
)
def anaphoric_part(context: Context, part: Part) -> Reading | None:
    """A part of the day that the text established last, or of the next."""
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if row == ["the", row[-1]]:
        if context.left() not in ("in", "during", "by", "until", "later") or context.right() in ("of", "-", "shift"):
            return None
        if context.future is None:
            return None
    origin, step = _day_of_text(context)
    days = 1 if {"next", "following", "after"} & set(row) else -1 if {"previous", "before"} & set(row) else 0
    if row[-1] in ("before", "after") and context.right()[:1].isalpha():
        return None
    return in_part(unit(calendar.of_day(origin + days), Grain.DAY, step), part)


@parts.rule(
    "dawn|daybreak|sunrise|dusk|sunset|nightfall",
    "first light",
    "mid - {part}",
    gives="time partofday",
    examples={"Crowds gathered at dawn.": "2024-05-15"},
    never=("It was the dawn of a new age.", "She photographs dawn skies."),
)
def twilight(context: Context, part: Part | None = None) -> Reading | None:
    """At dawn, by nightfall: of the day that the text established last."""
    if context.left() not in BEFORE_TWILIGHT or context.right() == "of":
        return None
    day, step = _day_of_text(context)
    reference = context.fellow or context.reference
    word = context.written().lower()
    if reference is not None and reference.clock is not None and reference.clock.first >= EVENING and word in DAYBREAK:
        day, step = day + 1, "the morning after the night that the text speaks of"
    of_text = unit(calendar.of_day(day), Grain.DAY, step)
    if part is not None:
        return in_part(of_text, part, "MID")
    return in_part(of_text, words.PARTS_OF_DAY["dawn" if word == "first" else word])


DAYBREAK = frozenset({"dawn", "daybreak", "sunrise", "first"})
BEFORE_TWILIGHT = frozenset("at by before after until till since around about from".split())


@parts.rule(
    "from {moment} to|until|till {moment}",
    "between {moment} and {moment}",
    "{moment} to|- {moment}",
    gives="time clocked",
    examples={"It was closed from 9 a.m. to 5 p.m.": "2024-05-15"},
)
def clock_range(context: Context, first: str | None, last: str | None) -> Reading | None:
    """From one time of the day to another."""
    if first is None or last is None:
        return None
    of_text, step = _day_of_text(context)
    day = unit(calendar.of_day(of_text), Grain.DAY, step)
    return replace(day, grain=Grain.HOUR, type="TIME", value=f"{day.value}T{first}", clock=Clock(first, last))
