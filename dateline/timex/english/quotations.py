"""What words that were said count from: "next week" in a quotation, "would open in June", from the day of saying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.model import Doubt, Grain, Role
from dateline.timex.context import Context
from dateline.timex.english.direction import Verbs
from dateline.timex.english.rereading import CHOSEN, Found, again
from dateline.timex.english.verb_words import REPORTING
from dateline.timex.reading import Reading, told
from dateline.timex.scene import Scene
from dateline.timex.tokens import QUOTATION_MARKS, quoted

# Rules that count from the dateline, whatever the tense.
DEICTIC = frozenset(
    "day_word named_unit named_week named_year named_weekday named_month named_season part_of_near_day night_word ago "
    "hence in_time in_period weekend".split()
)
# Who quotes what was said days ago may have put it into the words of today.
DAYS_OF_NEWS = 31
PROMISES = frozenset("promise pledge vow predict forecast hope decide agree warn".split())
FUTURE_IN_PAST = frozenset({"would", "'d"})


def as_said(found: Sequence[Found], scene: Scene, verbs: Verbs) -> list[Found]:
    """The expressions of a sentence, those in words that were said seen from the day of saying."""
    inside = quoted(scene.tokens)
    here = list(found)
    said = _day_of_saying(found, scene, verbs, inside) if any(inside) else None
    for at, one in enumerate(found):
        if said is not None and inside[one.first]:
            here[at] = _quoted(one, scene, said)
        elif one.rule in CHOSEN and at:
            beside = [each for each in found[:at] if inside[each.first] == inside[one.first]]
            here[at] = _foretold(one, beside, scene, verbs)
    return here


def _day_of_saying(found: Sequence[Found], scene: Scene, verbs: Verbs, inside: Sequence[bool]) -> Reading | None:
    """The date outside of the quotation, or that of the scene which the text tells of."""
    reported = any(
        group.lemma in REPORTING and group.tense == "past" and not inside[group.start] for group in verbs.groups
    )
    introduced = any(first.text == ":" and second.text in QUOTATION_MARKS for first, second in pairwise(scene.tokens))
    if not reported and not introduced:
        return None
    for one in found:
        if _is_of_speaker(one, scene, verbs, inside):
            continue
        whole = one.reading.interval
        dates = one.reading.role is Role.AT and one.reading.type in ("DATE", "TIME") and whole is not None
        if dates and not inside[one.first] and whole is not None and whole.start is not None:
            return one.reading if whole.start < scene.day and whole.last is not None else None
    narrative = scene.memory.narrative
    if narrative is None or narrative.grain > Grain.DAY or narrative.whole.last is None:
        return None
    return narrative


def _is_of_speaker(found: Found, scene: Scene, verbs: Verbs, inside: Sequence[bool]) -> bool:
    """Whether a date tells of who speaks: "said Ann Corwin, its head since 2006", "said Ann Corwin, born in 1960"."""
    told = [g for g in verbs.groups if g.end <= found.first and g.lemma in REPORTING and not inside[g.start]]
    governs = verbs.governing(found.first, found.last)
    if told and governs is not None and governs is not told[-1] and governs.perfect and governs.tense == "past":
        # "She told the members who had elected her on Friday".
        return True
    if not told or "," not in verbs.lower[told[-1].end : found.first]:
        return False
    return governs is not told[-1] or verbs.lower[found.first - 1] == "since"


def _quoted(found: Found, scene: Scene, said: Reading) -> Found:
    """An expression of a quotation as seen from the day of saying; a bare month or weekday only where long ago."""
    long_ago = scene.day - said.begin > DAYS_OF_NEWS
    if found.rule in DEICTIC or (found.rule in CHOSEN and long_ago):
        return _seen(found, scene, said, Context.of(scene, found.first, found.last).future is not False)
    return found


def _foretold(found: Found, before: Sequence[Found], scene: Scene, verbs: Verbs) -> Found:
    """ "Said in March that it would open in June": the first June from then on, which may have been."""
    group = verbs.governing(found.first, found.last)
    if group is None or group.modal not in FUTURE_IN_PAST or group.perfect:
        return found
    said = next((one for one in reversed(before) if _dates_saying(one, verbs)), None)
    whole = said.reading.interval if said is not None else None
    if said is None or whole is None or whole.start is None or whole.last is None or whole.last >= scene.day:
        return found
    return _seen(found, scene, said.reading, True)


def _dates_saying(found: Found, verbs: Verbs) -> bool:
    """Whether a date is the one on which something was said or promised."""
    group = verbs.governing(found.first, found.last)
    says = group is not None and group.tense == "past" and (group.lemma in REPORTING or group.lemma in PROMISES)
    return says and found.reading.type in ("DATE", "TIME") and found.reading.role is Role.AT


def _seen(found: Found, scene: Scene, said: Reading, ahead: bool) -> Found:
    """An expression as seen from the day of saying; of a month or year only where all its days see the same."""
    assert said.whole.last is not None
    first, last = (again(found, scene, day, ahead) for day in (said.begin, said.whole.last))
    if first is None or last is None or first.interval is None or first.interval != last.interval:
        return found
    if first.interval == found.reading.interval:
        return found
    step = f"in words that were said on {told(said)}"
    near = scene.day - said.begin <= DAYS_OF_NEWS
    reason = "it is told in words that were said before, and may be seen from the dateline"
    doubt = Doubt(reason, found.reading.interval) if near or found.rule not in DEICTIC else None
    # Read again, it was counted from that day as if the text had been filed on it.
    steps = tuple(each.replace("the dateline, ", "") for each in first.steps)
    return found.read_as(replace(first, steps=(*steps, step), doubt=doubt))
