"""Clock times, alone and with the day they belong to."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Clock, Grain
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.english.clock_day import day_behind, day_of_brief, day_of_other_end, day_of_text, is_of_no_day
from dateline.timex.english.clock_look_alikes import is_in_a_name, is_score
from dateline.timex.english.clock_thread import EVENING, clock_before, end_of_night, goes_on, is_evening_before
from dateline.timex.english.deictic import from_dateline
from dateline.timex.english.words import HALVES_OF_DAY, MOMENTS, PARTS_OF_DAY
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count, Reading, unit, vague

clock = RuleBook()


times = RuleBook()


days_with_clock = RuleBook()


moments = RuleBook()


Part = tuple[str, str, str]


NIGHT_BEGINS = 18


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


@clock.rule("{hh} ~: ~{ii}", "{hh} ~: ~{ii} ~: ~{ii}", "{hhmm} hours|hrs", "{hhmm}", "{hh} ~h ~{ii}", gives="moment")
def twenty_four_hours(context: Context, hour: int, minute: int = 0, second: int = 0) -> str | None:
    """17:30, 1730 hours, 17h30; "at 0530" is no year."""
    if context.last - context.first == 1 and not (context.written()[0] == "0" and context.left() in BEFORE_AN_HOUR):
        return None
    if any(token.text == "H" for token in context.scene.tokens[context.first : context.last]):
        return None  # 1H12 is a half-year.
    if hour > 24:
        hour, minute = divmod(hour, 100)
    return at(hour, minute)


@clock.rule("{hhmm} gmt|utc|est|edt|pst|pdt|cet|bst", "{hhmm} local time", gives="moment zoned")
def military(context: Context, number: int) -> str | None:
    """1730 GMT."""
    return at(*divmod(number, 100))


@clock.rule("{hh} o ' clock", "{ones} o ' clock", "{hh} o ’ clock", "{ones} o ’ clock", gives="moment")
def o_clock(context: Context, hour: int) -> str | None:
    return at(hour)


@clock.rule("half past midnight|noon|midday", "quarter past midnight|noon|midday", gives="moment")
def past_noon(context: Context) -> str | None:
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    return at(0 if row[-1] == "midnight" else NOON_HOUR, 30 if row[0] == "half" else 15)


@clock.rule(
    "half past {ones}",
    "quarter past|to {ones}",
    "half past {hh}",
    "a quarter past|to {ones}",
    gives="moment",
)
def past_hour(context: Context, hour: int) -> str | None:
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    if row[0] == "a" and context.left() not in BEFORE_AN_HOUR:
        return None  # "It gave a quarter to one son."
    if "to" in row:
        return at(hour - 1 or NOON_HOUR, 45)
    return at(hour, 30 if row[0] == "half" else 15)


@moments.rule("{n} past|to {ones}", "{n} minutes past|to {ones}", gives="moment")
def minutes_past(context: Context, minutes: Count, hour: int) -> str | None:
    """Twenty past nine, five to ten."""
    row = [token.lower for token in context.scene.tokens[context.first : context.last]]
    counted = minutes.low in (5, 10, 20, 25) or ("minutes" in row and 0 < minutes.low < MINUTES)
    of_clock = minutes.exact and counted and hour <= NOON_HOUR
    if not of_clock or context.left() not in BEFORE_AN_HOUR:
        return None
    many = int(minutes.low)
    return at(hour, many) if "past" in row else at(hour - 1 or NOON_HOUR, MINUTES - many)


MINUTES = 60


@clock.rule(
    "eastern|central|mountain|pacific standard|daylight? time",
    "british|european summer? time",
    "central european summer? time",
    gives="zone",
)
def zone_in_words(context: Context) -> str:
    """Eastern time, British summer time."""
    row = [token.text.title() for token in context.scene.tokens[context.first : context.last]]
    return " ".join(row)


@clock.rule("eastern|central|mountain|pacific", gives="zone", never=("It shut at 8 p.m. Central Bank staff left.",))
def zone_of_america(context: Context) -> str | None:
    """At 8 p.m. Eastern."""
    written = context.written()
    named = written[0].isupper() and not context.right_is_name() and context.left() in HALVES_OF_DAY
    return f"{written} Time" if named else None


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


@moments.rule("{ones} in the {part}", "{hh} in the {part}", "{ones} that {part}", "{hh} that {part}", gives="moment")
def hour_in_part(context: Context, hour: int, part: Part) -> str | None:
    """At eight in the morning; "eight in the morning shift" are people."""
    fellow = context.fellow
    opens = context.left() in BEFORE_AN_HOUR or (context.left() == "to" and fellow is not None and fellow.clock)
    time = at(hour) if 1 <= hour <= NOON_HOUR and opens else None
    return moment_in_part(context, time, part) if context.right() != "shift" else None


@moments.rule("{moment} at night", "{ones} at night", "{hh} at night", gives="moment")
def hour_at_night(context: Context, hour: str | int | None) -> str | None:
    """Eleven at night, two o'clock at night."""
    night = PARTS_OF_DAY["night"]
    told = hour_in_part(context, hour, night) if isinstance(hour, int) else moment_in_part(context, hour, night)
    return MOMENTS["midnight"] if told == MOMENTS["noon"] else told


NOON_HOUR = 12
BEFORE_AN_HOUR = frozenset("at by until till about around since from before after".split())


@times.rule(
    "{moment}",
    "{moment} {zone}",
    "about|around|shortly|just|roughly|approximately {moment}",
    "about|around {moment} {zone}",
    "{moment} local time",
    "shortly|just|soon|right after|before {moment}",
    "{moment} ( {zone} )",
    "{moment} ( {zoned} )",
    "about|around|shortly|just {moment} ( {zoned} )",
    "shortly|just|soon before|after {moment} ( {zoned} )",
    "{moment} local time ( {zoned} )",
    gives="time clocked",
    examples={
        "It left at 4:15 p.m.": "2024-05-15",
        "The siren went at noon.": "2024-05-15",
        "It went at 10:30 p.m. on Monday and again at 1:15.": "2024-05-14",
        "It was shut from 9 a.m. to 5 p.m. on Monday.": "2024-05-13",
        "21:10 The last train leaves.": "2024-05-15",
        "06:45 - Power is back.": "2024-05-15",
        "The trial opens on 3 June. It will begin at 9 a.m.": "2024-06-03",
        "It closed at 17h00.": "2024-05-15",
        "It shook at 11.30 a.m. (0930 GMT) and again at noon.": "2024-05-15",
    },
    never=(
        "Then Gary Noon spoke.",
        "The score was 3:15 in sets.",
        "He read John 3:16.",
        "It was high noon for the bank.",
        "He worked the midnight shift.",
    ),
)
def clock_time(context: Context, time: str | None, zone: str = "") -> Reading | None:
    """A clock time with no date: of the day that the text established last, else of the dateline."""
    if time is None or is_score(context) or is_in_a_name(context):
        return None
    if is_of_no_day(context):
        return replace(vague(f"XXXX-XX-XXT{time}", "a time of some day of which the text tells"), type="TIME")
    named = day_of_other_end(context) or day_behind(context)
    day, step = named or day_of_brief(context) or day_of_text(context)
    if not named and day < context.day and context.future and not (context.fellow or context.scene.memory.history):
        day, step = context.day, f"told as future: the day of {from_dateline(context)}"
    # "Last night until 3 a.m.": the small hours of a night belong to the next day.
    reference = context.reference
    at_night = reference is not None and reference.clock is not None and reference.clock.first >= EVENING
    if at_night and reference is not None and day == reference.begin and time <= end_of_night(reference):
        day, step = day + 1, "the small hours of the night that the text speaks of"
    elif is_evening_before(context, day, time):
        day, step = day - 1, f"told as past after a morning: the evening before {from_dateline(context)}"
    elif (before := clock_before(context)) and goes_on(context, before, time):
        time, step = f"{int(time[:2]) + 12}{time[2:]}", f"{step}; it goes on from {before}"
    return on_day(context, unit(calendar.of_day(day), Grain.DAY, step), time, zone)


def on_day(context: Context, day: Reading, time: str, zone: str = "") -> Reading:
    """A clock time on a day; what stands in brackets may be the time in another zone, and no zone."""
    zone = "" if zone[:1].isdecimal() else zone
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
        value=f"{day.value.partition('T')[0]}T{time}",
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
    "{moment} local time on? {day}",
    "about|around|shortly|just {moment} on? {day}",
    "shortly|just|soon|right after|before {moment} on? {day}",
    "{moment} ( {zone} ) on? {day}",
    "{moment} ( {zoned} ) on? {day}",
    "about|around|shortly|just {moment} ( {zoned} ) on? {day}",
    "shortly|just|soon before|after {moment} ( {zoned} ) on? {day}",
    "{moment} local time ( {zoned} ) on? {day}",
    "{moment} of {day}",
    "{moment} on? {day} ( {zoned} )",
    "{moment} on? {day} ( {zoned} {dow} )",
    "{moment} local time on? {day} ( {zoned} {dow}? )",
    gives="time day clocked",
    examples={
        "It left at 4:05 a.m. Friday.": "2024-05-10",
        "It closed at noon on May 5.": "2024-05-05",
        "It left at 5 p.m. EST, Nov. 6.": "2023-11-06",
        "It struck shortly after 10 p.m. (1400 GMT) on Saturday.": "2024-05-11",
    },
)
def clock_then_day(context: Context, time: str | None, *rest: object) -> Reading | None:
    """A clock time, then its day."""
    day = next((item for item in rest if isinstance(item, Reading)), None)
    zone = rest[0] if isinstance(rest[0], str) else ""
    if time is None or not isinstance(day, Reading) or day.interval is None or day.type not in ("DATE", "TIME"):
        return None
    return on_day(context, day, _in_its_half(context, day, time), zone)


def _in_its_half(context: Context, day: Reading, time: str) -> str:
    """The time on a clock of 24 hours, by the part of the day named beside it: "8 o'clock last night"."""
    named = {token.lower for token in context.scene.tokens[context.first : context.last]}
    hour, part = int(time[:2]), day.value.partition("T")[2]
    late = part in ("AF", "EV") or (part == "NI" and hour >= NIGHT_BEGINS - 12)
    return f"{hour + 12}{time[2:]}" if late and hour < 12 and not HALVES_OF_DAY.keys() & named else time


@days_with_clock.rule(
    "{hh} {day}",
    "{hh} on {day}",
    gives="time day clocked",
    examples={"It opens at 7 tonight.": "2024-05-15", "They met at 10 on Monday morning.": "2024-05-13"},
    never=("They won 7 Monday morning games.", "It was signed by 10 on Monday."),
)
def hour_of_part(context: Context, hour: int, day: Reading) -> Reading | None:
    """A bare hour of a named part of a day: "at 7 tonight"."""
    time = at(hour) if 1 <= hour <= 12 else None
    named = context.left() in ("at", "for", "until", "from") and day.type == "TIME" and day.value[-1:].isalpha()
    return on_day(context, day, _in_its_half(context, day, time), "") if time and named else None


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
