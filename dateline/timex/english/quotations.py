"""What a quotation counts from: "next week", in a speaker's words, from the day on which they were said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Doubt, Grain, Role
from dateline.timex.context import Context, Scene
from dateline.timex.english.direction import Verbs
from dateline.timex.english.rereading import Found, again
from dateline.timex.english.verb_words import REPORTING
from dateline.timex.reading import Reading, told
from dateline.timex.tokens import quoted

# Rules that count from the dateline, whatever the tense.
DEICTIC = frozenset(
    "day_word named_unit named_week named_year named_weekday named_month named_season part_of_near_day night_word ago "
    "hence in_time in_period weekend".split()
)
# Who quotes what was said days ago may have put it into the words of today.
DAYS_OF_NEWS = 31


def as_said(found: Sequence[Found], scene: Scene, verbs: Verbs) -> list[Found]:
    """The expressions of a sentence, those in a quotation seen from the day on which it was said."""
    inside = quoted(scene.tokens)
    if not any(inside):
        return list(found)
    said = _day_of_saying(found, scene, verbs, inside)
    if said is None:
        return list(found)
    return [_seen(one, scene, said) if inside[one.first] and one.rule in DEICTIC else one for one in found]


def _day_of_saying(found: Sequence[Found], scene: Scene, verbs: Verbs, inside: Sequence[bool]) -> Reading | None:
    """The date outside of the quotation, or that of the scene which the text tells of."""
    reported = any(
        group.lemma in REPORTING and group.tense == "past" and not inside[group.start] for group in verbs.groups
    )
    if not reported:
        return None
    for one in found:
        whole = one.reading.interval
        dates = one.reading.role is Role.AT and one.reading.type in ("DATE", "TIME") and whole is not None
        if dates and not inside[one.first] and whole is not None and whole.start is not None:
            return one.reading if whole.start < scene.day and whole.last is not None else None
    narrative = scene.memory.narrative
    if narrative is None or narrative.grain > Grain.DAY or narrative.whole.last is None:
        return None
    return narrative


def _seen(found: Found, scene: Scene, said: Reading) -> Found:
    """An expression as seen from the day of saying; of a month or year only where all its days see the same."""
    assert said.whole.last is not None
    ahead = Context.of(scene, found.first, found.last).future is not False
    first, last = (again(found, scene, day, ahead) for day in (said.begin, said.whole.last))
    if first is None or last is None or first.interval is None or first.interval != last.interval:
        return found
    step = f"in words that were said on {told(said)}"
    doubt = None
    if scene.day - said.begin <= DAYS_OF_NEWS and first.interval != found.reading.interval:
        doubt = Doubt("it is quoted, and may be told as seen from the dateline", found.reading.interval)
    # Read again, it was counted from that day as if the text had been filed on it.
    steps = tuple(each.replace("the dateline, ", "") for each in first.steps)
    return found.read_as(replace(first, steps=(*steps, step), doubt=doubt))
