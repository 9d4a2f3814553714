"""What the reports of one event say together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from dateline.model import Contradiction, DatedArticle, Entry, Event, Grain, Interval, Mention, Status
from dateline.timeline.figures import figures, outcome
from dateline.timeline.leeway import leeway
from dateline.timeline.sayings import is_said_then
from dateline.timeline.wording import clause_tokens, sentence_tokens
from dateline.timex.interval import intersection
from dateline.timex.tokens import Token
from dateline.timex.values import edtf


def account(reports: Sequence[Mention]) -> Entry:
    """The entry of the reports of one event, which stand by article; its permalink is given to it later."""
    when = agreed([(report, report.event.when) for report in reports if report.event is not None])
    first = min(reports, key=lambda report: _telling(report, when))
    event = first.event
    assert event is not None
    mentions = (first, *(report for report in reports if report is not first))
    dating = event if event.when == when else _dating(mentions, when)
    return Entry(
        id="",
        what=event.what,
        subject=event.subject,
        when=when,
        begins=dating.begins if dating else None,
        ends=dating.ends if dating else None,
        grain=dating.grain if dating else Grain.DAY,
        edtf=dating.edtf if dating else edtf(when, Grain.DAY),
        clock=dating.clock if dating else None,
        extent=event.extent,
        status=event.status,
        polarity=event.polarity,
        modality=event.modality,
        mentions=mentions,
        contradictions=tuple(_contradictions(mentions, when)),
    )


def is_settled(event: Event) -> bool:
    """Whether the report tells of something that has come about, not of a plan, a denial or a mere possibility."""
    return event.status is not Status.PLANNED and event.polarity == "POS" and event.modality is None


def agreed(dated: Sequence[tuple[Mention, Interval]]) -> Interval:
    """The narrowest interval that the reports have in common.

    Where they have none, what has come about goes before what was planned, a later plan before an earlier one, the
    date of more reports before that of fewer, and then the report that was filed nearest to its day.
    """
    if len(dated) == 1:
        return dated[0][1]
    ranked = sorted(dated, key=lambda item: (_certainty(item, dated), item[0].dated.article.slug))
    return reduce(lambda when, item: intersection(when, item[1]) or when, ranked, ranked[0][1])


def _certainty(item: tuple[Mention, Interval], dated: Sequence[tuple[Mention, Interval]]) -> tuple[bool, int, int, int]:
    report, when = item
    assert report.event is not None
    filed = report.dated.article.dateline.day.toordinal()
    backing = sum(1 for _, other in dated if intersection(when, other) is not None)
    if report.event.status is Status.PLANNED:
        return True, -filed, -backing, 0
    return False, 0, -backing, _distance(filed, when)


def _distance(day: int, when: Interval) -> int:
    last = when.last if when.last is not None else when.start
    return abs(day - last) if last is not None else 0


def _telling(report: Mention, when: Interval) -> tuple[bool, bool, int, int]:
    """Which report gives the entry its words: one that is settled, of the latest word else, and dated as the entry."""
    event = report.event
    assert event is not None
    filed = report.dated.article.dateline.day.toordinal()
    settled = is_settled(event)
    return not settled, settled and event.when != when, filed if settled else -filed, event.quote_start


def _dating(mentions: Sequence[Mention], when: Interval) -> Event | None:
    """The report whose own words give the entry's days."""
    return next((mention.event for mention in mentions if mention.event and mention.event.when == when), None)


def _contradictions(mentions: Sequence[Mention], when: Interval) -> Iterator[Contradiction]:
    if len(mentions) == 1:
        return
    days = [k for k, mention in enumerate(mentions) if _differs(mention, when)]
    if days:
        agreeing = (k for k, mention in enumerate(mentions) if mention.event and mention.event.when == when)
        yield Contradiction("days", (*(k for k in agreeing), *days))
    counted: dict[str, dict[int, tuple[int, str]]] = {}
    for k, mention in enumerate(mentions):
        for of, count, words in _figures(mention):
            counted.setdefault(of, {}).setdefault(k, (count, words))
    for claims in counted.values():
        if len({count for count, _ in claims.values()}) > 1:
            yield Contradiction("figures", tuple(claims), tuple(words for _, words in claims.values()))


def _differs(mention: Mention, when: Interval) -> bool:
    """Whether a report puts what has come about on other days; a plan that slipped contradicts nothing.

    Nor does "six weeks ago" of what was five weeks off.
    """
    event = mention.event
    if event is None or event.status is Status.PLANNED:
        return False
    said, left_open = event.when, leeway(mention.dated, event)
    start = None if said.start is None else said.start - left_open
    end = None if said.end is None else said.end + left_open
    return intersection(Interval(start, end), when) is None


def _figures(mention: Mention) -> Iterator[tuple[str, int, str]]:
    event = mention.event
    if event is None:
        return
    clause = clause_tokens(mention.dated, event)
    if is_said_then(mention.dated, event, clause):
        return
    text = mention.dated.article.text if event.spans else event.what
    for told in (clause, _outcome(mention.dated, event)):
        for figure in figures(told):
            words = text[told[figure.first].start : told[figure.last].end]
            yield figure.of, figure.number, " ".join(words.split())


def _outcome(dated: DatedArticle, event: Event) -> Sequence[Token]:
    """What came of it, in a participle behind its clause; in a sentence of several events it may be that of another."""
    if not event.spans:
        return ()
    found = outcome([token for token in sentence_tokens(dated, event) if token.start >= event.spans[-1][1]])
    alone = found and sum(other.quote_start == event.quote_start for other in dated.events) == 1
    return found if alone else ()
