"""The two ends of a row of days or years, each an expression of its own: 24–27 June, 1861–65, 3 and 4 May."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Grain, Interval, Role
from dateline.timex.english.rereading import Found
from dateline.timex.reading import Reading, unit
from dateline.timex.scene import Scene

ROWS = frozenset({"days_of_month", "month_of_days", "row_of_years"})
JOINTS = frozenset("- – — to through and".split())


def ends_apart(found: Sequence[Found], scene: Scene) -> list[Found]:
    """The expressions of a sentence, where TIMEX3 takes the first and the last of a row as two."""
    here: list[Found] = []
    for one in found:
        joint = _joint(one, scene) if one.rule in ROWS else None
        if joint is None:
            here.append(one)
            continue
        first, last = _ends(one, _is_list(one, joint, scene))
        at = len(here)
        partners = (at + 1, at) if first.role is Role.FROM_TO else (None, None)
        here.append(replace(one, last=joint, reading=first, partner=partners[0]))
        here.append(replace(one, first=joint + 1, reading=last, partner=partners[1]))
    return here


def _joint(found: Found, scene: Scene) -> int | None:
    """The token that joins the ends; what "3/4 June" joins is one night or one day by two calendars."""
    row = range(found.first + 1, found.last - 1)
    return next((at for at in row if scene.tokens[at].lower in JOINTS), None)


def _is_list(found: Found, joint: int, scene: Scene) -> bool:
    before = scene.tokens[found.first - 1].lower if found.first else ""
    return scene.tokens[joint].lower == "and" and before != "between"


def _ends(found: Found, apart: bool) -> tuple[Reading, Reading]:
    """Both ends of the row, with the stretch between them; or two days that are merely named together."""
    row = found.reading
    assert row.begins is not None and row.ends is not None
    return _end(row, row.begins, apart), _end(row, row.ends, apart)


def _end(row: Reading, end: Interval, apart: bool) -> Reading:
    value = unit(end, row.grain if row.grain is Grain.YEAR else Grain.DAY).value
    if apart:
        return replace(row, value=value, interval=end, role=Role.AT, begins=None, ends=None)
    return replace(row, value=value)
