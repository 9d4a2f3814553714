"""Where a story goes on that has been elsewhere: in the stretch that the text is about, or where it was left."""

from __future__ import annotations

from collections.abc import Callable

from dateline.model import Grain, Interval
from dateline.timex import interval as calendar
from dateline.timex.context import Context
from dateline.timex.reading import Reading

# What follows a story so closely goes on from it; what follows so late may look back.
SOON, FAR_ON = 60, 240
HALF_A_YEAR = 181


def of_subject(
    context: Context, narrative: Reading, beside: Interval | None, in_year: Callable[[int], Interval | None]
) -> Interval | None:
    """The one in the stretch that the text is about, where the story was further back and does not go on from there."""
    subject = context.scene.memory.subject
    if subject is None or subject.whole.start is None or narrative.whole.last is None or subject.whole.last is None:
        return None
    if not context.scene.memory.history or goes_there_again(context):
        return None
    if context.scene.verbs.is_aside(*context.whole):
        return _before(subject, narrative, beside, in_year)
    if narrative.whole.last >= subject.begin:
        return _inside(subject.whole, narrative, beside, in_year)
    start = beside.start if beside is not None and beside.start is not None else narrative.begin - 1
    if _goes_on_soon(narrative, beside) or narrative.begin <= start < min(subject.begin, narrative.begin + FAR_ON):
        return None
    years = {calendar.civil(day)[0] for day in (subject.begin, subject.whole.last)}
    found = (whole for y in sorted(years) if (whole := in_year(y)) is not None)
    around = Interval(subject.begin - SOON, subject.whole.last + SOON)
    return next((whole for whole in found if calendar.intersection(whole, around)), None)


def _before(
    subject: Reading, narrative: Reading, beside: Interval | None, in_year: Callable[[int], Interval | None]
) -> Interval | None:
    """The one between a story that is still on its way and what the text is about, from where it may look back."""
    start = beside.start if beside is not None else None
    if narrative.begin >= subject.begin or start is None or start >= narrative.begin:
        return None
    years = range(calendar.civil(narrative.begin)[0], calendar.civil(subject.begin)[0] + 1)
    found = [whole for y in years[:2] if (whole := in_year(y)) is not None and whole.start is not None]
    return next((whole for whole in found if narrative.begin <= (whole.start or 0) < subject.begin), None)


def _inside(
    subject: Interval, narrative: Reading, beside: Interval | None, in_year: Callable[[int], Interval | None]
) -> Interval | None:
    """The one in the stretch that the text is about, where going on would leave it by most of a year."""
    assert subject.last is not None and subject.start is not None
    far = beside is not None and beside.start is not None and beside.start > subject.last + HALF_A_YEAR
    if not far or narrative.begin > subject.last + SOON:
        return None
    years = {calendar.civil(day)[0] for day in (subject.start, subject.last)}
    found = (whole for y in sorted(years, reverse=True) if (whole := in_year(y)) is not None)
    return next((whole for whole in found if calendar.intersection(whole, subject)), None)


def where_left(
    context: Context, narrative: Reading, beside: Interval | None, in_year: Callable[[int], Interval | None]
) -> Interval | None:
    """The one that goes on from where the story was when it jumped back: "He had fought in 1898. On 17 August …"."""
    left = context.scene.memory.left
    if left is None or left.grain > Grain.MONTH or left.whole.last is None or not context.scene.memory.history:
        return None
    if context.scene.verbs.is_aside(*context.whole):
        return None
    found = in_year(calendar.civil(left.begin)[0]) or in_year(calendar.civil(left.whole.last)[0])
    if context.scene.memory.back and context.opens_paragraph and narrative.grain is Grain.YEAR:
        # "¶ His father had come in 1931. They moved in 1933. ¶ In October": behind a paragraph told in years alone.
        ahead = found is not None and left.begin <= (found.start or 0) <= left.begin + FAR_ON
        return found if ahead else None
    return found if _goes_on_soon(left, found) and not _goes_on_soon(narrative, beside) else None


def _goes_on_soon(narrative: Reading, beside: Interval | None) -> bool:
    last = narrative.whole.last
    return last is not None and beside is not None and narrative.begin <= (beside.start or 0) <= last + SOON


def goes_there_again(context: Context) -> bool:
    """Whether a stretch is the second of its kind: "He was there from March to May 1871 and again from June"."""
    return "again" in {token.lower for token in context.scene.tokens[: context.whole[0]]}
