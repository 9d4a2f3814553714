"""What is known of the order of entries: by their intervals and clocks, and by the words of the articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from itertools import groupby, pairwise
from pathlib import Path

from dateline.model import Clock, Day, Entry, Event, Interval, Mention

# A moment is the beginning of a day, or where a clock is known a time of that day in its zone.
Moment = tuple[Day, str, str]
Node = int | Moment


def is_over_before(earlier: Entry, later: Entry) -> bool:
    """Whether an entry's time ends before another's begins: by their days, within a day by clocks of one zone.

    Where a date is in doubt, its other reading has to say so, too.
    """
    end, start = possible(earlier).end, possible(later).start
    if end is None or start is None:
        return False
    if end <= start:
        return True
    one, other = narrowing_clock(earlier), narrowing_clock(later)
    if one is None or other is None or one.zone != other.zone:
        return False
    return (end - 1, _over(one)) <= (start, other.first)


def possible(entry: Entry) -> Interval:
    """The days at which an entry can lie: its own, and those of the other reading unless a report is in no doubt."""
    doubts = [_doubted(mention) for mention in entry.mentions]
    if not all(doubts):
        return entry.when
    start, end = entry.when.start, entry.when.end
    for other in doubts[0]:
        start = None if start is None or other.start is None else min(start, other.start)
        end = None if end is None or other.end is None else max(end, other.end)
    return Interval(start, end)


def _doubted(mention: Mention) -> list[Interval]:
    """The other readings of the expressions that date a report."""
    expressions = mention.event.expressions if mention.event else ()
    doubts = (mention.dated.expressions[index].doubt for index in expressions)
    return [doubt.other for doubt in doubts if doubt is not None and doubt.other is not None]


def narrowing_clock(entry: Entry) -> Clock | None:
    """The clock of an entry that lies within one day, or overnight from one day to the next; else `None`."""
    return _narrowing(entry.clock, possible(entry)) if entry.clock is not None else None


def _narrowing(clock: Clock | None, when: Interval) -> Clock | None:
    start, end = when.start, when.end
    if clock is None or start is None or end is None:
        return None
    return clock if end - start == (1 if clock.first <= clock.last else 2) else None


def _over(clock: Clock) -> str:
    # What happened at three is over a moment later, so that two things at three are in no known order.
    return clock.last + "+" if clock.first == clock.last else clock.last


def told(entries: Sequence[Entry]) -> dict[int, tuple[int, ...]]:
    """For each entry, by its place, those that it came after by the words of an article.

    What an interval contradicts is left out, and so is what runs in a circle: the intervals win.
    """
    said: dict[int, set[int]] = defaultdict(set)
    for later, earlier in _said(entries):
        if later != earlier and not is_over_before(entries[later], entries[earlier]):
            said[later].add(earlier)
    found = {later: tuple(sorted(said[later])) for later in sorted(said)}
    free = set(extension(entries, found)) if found else set()
    return {
        later: kept
        for later, earlier in found.items()
        if (kept := earlier if later in free else tuple(each for each in earlier if each in free))
    }


def _said(entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """What the events say: which entry came after which, by their places."""
    places: dict[tuple[Path, int], int] = {}
    reports: list[tuple[int, Path, Event]] = []
    numbered: dict[Path, dict[int, int]] = {}
    for place, entry in enumerate(entries):
        for mention in entry.mentions:
            path, event = mention.dated.article.path, mention.event
            if path not in numbered:
                numbered[path] = {id(each): k for k, each in enumerate(mention.dated.events)}
            if event is not None and id(event) in numbered[path]:
                places[path, numbered[path][id(event)]] = place
                reports.append((place, path, event))
    for place, path, event in reports:
        for index in event.after:
            if (path, index) in places:
                yield place, places[path, index]


def extension(entries: Sequence[Entry], after: Mapping[int, Collection[int]]) -> list[int]:
    """The places of the entries, as near to their order as their times and `after` allow.

    What runs in a circle, and what comes behind it, is left out. Takes time in proportion to `n log n`: the days and
    the times of day stand in a chain, through which what is over reaches all that begins later.
    """
    following = _graph(entries, after)
    waiting: dict[Node, int] = defaultdict(int)
    for successors in following.values():
        for successor in successors:
            waiting[successor] += 1
    moments = [node for node in following if isinstance(node, tuple) and not waiting[node]]
    ready = [place for place in range(len(entries)) if not waiting[place]]
    heapify(ready)
    order: list[int] = []
    while moments or ready:
        if moments:
            node: Node = moments.pop()
        else:
            node = heappop(ready)
            order.append(node)
        for successor in following.get(node, ()):
            waiting[successor] -= 1
            if waiting[successor]:
                continue
            if isinstance(successor, tuple):
                moments.append(successor)
            else:
                heappush(ready, successor)
    return order


def _graph(entries: Sequence[Entry], after: Mapping[int, Collection[int]]) -> dict[Node, list[Node]]:
    following: dict[Node, list[Node]] = defaultdict(list)
    moments: set[Moment] = set()
    for place, entry in enumerate(entries):
        begin, end = _bounds(entry)
        if begin is not None:
            following[begin].append(place)
            moments.add(begin)
        if end is not None:
            following[place].append(end)
            moments.add(end)
        for earlier in after.get(place, ()):
            following[earlier].append(place)
    for one, other in _chains(moments):
        following[one].append(other)
    return following


def _bounds(entry: Entry) -> tuple[Moment | None, Moment | None]:
    """The moments at which an entry begins and ends."""
    when = possible(entry)
    start, end, clock = when.start, when.end, _narrowing(entry.clock, when)
    if clock is not None and start is not None and end is not None:
        zone = f"at {clock.zone}"
        return (start, zone, clock.first), (end - 1, zone, _over(clock))
    return None if start is None else (start, "", ""), None if end is None else (end, "", "")


def _chains(moments: Collection[Moment]) -> Iterator[tuple[Moment, Moment]]:
    """Each moment with the next: day by day, and within a day the times of each zone."""
    clocked = sorted(moment for moment in moments if moment[1])
    days = {moment[0] for moment in moments} | {moment[0] + 1 for moment in clocked}
    starts = [(day, "", "") for day in sorted(days)]
    yield from pairwise(starts)
    for (day, _), of_day in groupby(clocked, key=lambda moment: moment[:2]):
        yield from pairwise([(day, "", ""), *of_day, (day + 1, "", "")])


def linked(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, each with the permalinks of those that it came after by the words of an article."""
    known = list(entries)
    after = told(known)
    return [
        replace(entry, after=tuple(known[earlier].id for earlier in after[place])) if place in after else entry
        for place, entry in enumerate(known)
    ]


@dataclass(frozen=True, slots=True)
class Order:
    """What is known of the order of a timeline's entries, which name each other by their permalinks."""

    entries: Mapping[str, Entry]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Order:
        """The order of linked entries."""
        return cls({entry.id: entry for entry in entries})

    def is_known(self, earlier: str, later: str) -> bool:
        """Whether it is known that one entry came before the other: by their times, by words, or by both in a row."""
        seen: set[str] = set()
        back = [later]
        told = [entry for entry in self.entries.values() if entry.after]
        while back:
            entry = self.entries[back.pop()]
            if is_over_before(self.entries[earlier], entry):
                return True
            reached = {other.id for other in told if is_over_before(other, entry)} | set(entry.after)
            if earlier in reached:
                return True
            back += sorted(reached - seen)
            seen |= reached
        return False
