"""What an editor has fixed, applied to what the rules read in an article and to the events that were cut out of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.model import (
    EDITOR,
    Article,
    Conventions,
    Event,
    Grain,
    Interval,
    Mend,
    Status,
    TimeExpression,
)
from dateline.timex import interval as calendar
from dateline.timex.edtf import Stretch, stretch
from dateline.timex.reading import Reading, told
from dateline.timex.tagger import Fixed, tag
from dateline.timex.values import edtf, timex3

UNITS = (Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)


def expressions(article: Article) -> list[TimeExpression]:
    """The article's time expressions as its editor has dated them, each with what the rules had read there.

    A mend that says what the rules read only confirms it: it takes nothing away but the doubt. The others are told to
    the tagger before it reads on, so that "the next day" counts from them.
    """
    by_rule = _tagged(article, ())
    mends = [mend for mend in article.mends if mend.end]
    if not mends:
        return by_rule
    mends = _widened(mends, by_rule)
    confirming = [mend for mend in mends if _confirms(mend, by_rule)]
    telling = [mend for mend in mends if not _confirms(mend, by_rule)]
    found = _tagged(article, telling, by_rule) if telling else by_rule
    # What was told may have moved what follows from it; there a confirmation has to be told, too.
    moved = [mend for mend in confirming if not _confirms(mend, found)]
    if moved:
        found = _tagged(article, sorted([*telling, *moved], key=lambda mend: mend.start), by_rule)
    confirmed = {mend.start for mend in confirming} - {mend.start for mend in moved}
    return [_with_thought(x, by_rule, x.start in confirmed) for x in found]


def _tagged(article: Article, mends: Iterable[Mend], by_rule: Sequence[TimeExpression] = ()) -> list[TimeExpression]:
    fixed = [
        Fixed(mend.start, mend.end, _reading(mend, _at(by_rule, mend), article.conventions) if mend.edtf else None)
        for mend in mends
    ]
    return tag(article.text, article.dateline, article.conventions, article.lede, fixed)


def _widened(mends: Sequence[Mend], by_rule: Sequence[TimeExpression]) -> list[Mend]:
    """The mends, each over the whole expression where it names only a part of one, as "Friday" of "Friday morning"."""
    wide: list[Mend] = []
    for mend, following in zip(mends, [*mends[1:], None], strict=True):
        x = next(iter(_overlapping(by_rule, mend.start, mend.end)), None)
        first = wide[-1].end if wide else 0
        last = following.start if following else mend.end if x is None else x.end
        within = x is not None and x.start <= mend.start and mend.end <= x.end and first <= x.start and x.end <= last
        wide.append(replace(mend, start=x.start, end=x.end) if x is not None and within else mend)
    return wide


def _overlapping(found: Sequence[TimeExpression], start: int, end: int) -> Sequence[TimeExpression]:
    first = bisect_left(found, start + 1, key=lambda x: x.end)
    return found[first : bisect_left(found, end, key=lambda x: x.start)]


def _at(found: Sequence[TimeExpression], mend: Mend) -> TimeExpression | None:
    """What was read in the very words of a mend."""
    return next(
        (x for x in _overlapping(found, mend.start, mend.end) if (x.start, x.end) == (mend.start, mend.end)), None
    )


def _confirms(mend: Mend, found: Sequence[TimeExpression]) -> bool:
    x = _at(found, mend)
    return x is not None and x.edtf is not None and x.edtf == mend.edtf


def _reading(mend: Mend, thought: TimeExpression | None, conventions: Conventions) -> Reading:
    """What an editor's date means; of a moment the day and the clock, which else stays that of the words."""
    meant = stretch(mend.edtf, conventions.southern)
    day = meant.when.start is not None and meant.when.end == meant.when.start + 1
    clock = meant.clock or (thought.clock if thought and day else None)
    reading = Reading(
        meant.when,
        thought.grain if thought and clock and not meant.clock else meant.grain,
        _value(meant, conventions.southern),
        type="TIME" if clock else "DATE",
        mod="APPROX" if meant.approximate else None,
        clock=clock,
        begins=meant.begins if meant.when.end is None else None,
        ends=meant.ends if meant.when.start is None else None,
    )
    return reading.because(f"dated by the editor: {told(replace(reading, value=mend.edtf))}")


def _value(meant: Stretch, southern: bool) -> str:
    """The TIMEX3 value of the unit that was named, or else of the smallest that holds all its days."""
    start, last = meant.when.start, meant.when.last
    if start is None or last is None:
        return _unit_around(start if last is None else last, start if last is None else last)
    if meant.begins is None and not meant.clock and meant.when == calendar.enclosing(start, meant.grain):
        return timex3(meant.when, meant.grain, southern)
    return _unit_around(start, last)


def _unit_around(start: int | None, last: int | None) -> str:
    assert start is not None and last is not None
    for grain in UNITS:
        whole = calendar.enclosing(start, grain)
        if calendar.contains(whole, Interval(start, last + 1)):
            return timex3(whole, grain)
    return timex3(calendar.of_day(start), Grain.DAY)


def _with_thought(x: TimeExpression, by_rule: Sequence[TimeExpression], confirmed: bool) -> TimeExpression:
    """An expression that an editor has dated, with what the rules had read in its words."""
    if not (confirmed or x.by_editor):
        return x
    thought = next(iter(_overlapping(by_rule, x.start, x.end)), None)
    if not confirmed:
        return replace(x, thought=thought)
    return replace(x, doubt=None, rule=EDITOR, thought=thought, why=(*x.why, "confirmed by the editor"))


def added(article: Article) -> Iterator[Event]:
    """The events that the editor adds in the article's front matter, dated as it says there."""
    today = article.dateline.day.toordinal()
    for edit in article.edits:
        if edit.verdict == "add":
            meant = stretch(edit.edtf, article.conventions.southern)
            ahead = meant.when.start is not None and meant.when.start > today
            yield Event(
                what=edit.entry,
                spans=(),
                subject=None,
                quote="",
                quote_start=len(article.text),
                expressions=(),
                when=meant.when,
                begins=meant.begins,
                ends=meant.ends,
                grain=meant.grain,
                edtf=edtf(meant.when, meant.grain, article.conventions.southern, meant.approximate),
                clock=meant.clock,
                extent="throughout" if meant.begins and meant.ends and meant.begins != meant.ends else "within",
                status=edit.status or (Status.PLANNED if ahead else Status.HAPPENED),
                polarity="POS",
                modality=None,
                origin="editor",
            )
