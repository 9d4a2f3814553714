"""How honest the order of timelines is on a corpus of one's own: `python -m tests.order_accuracy gold.jsonl`.

The corpus is that of `tests/accuracy.py`, with events. Each article becomes a timeline. A gold event is the entry whose
clause holds its words, or else the one that its expression dates (`expression`, an index, where the gold has it). Over
all pairs of gold events of an article:

    contradicted   shown as ordered, and the gold intervals lie the other way round; must be 0
    unsupported    shown as ordered, and the gold intervals overlap; the words of the article may say so
    ordered        share, in per cent, of the pairs with disjoint gold intervals that are shown as ordered

Where the entry's interval is one that the gold accepts, too, it counts as the gold's.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from dateline.events.extract import events
from dateline.formats.json import days
from dateline.formats.jsonl import conventions_of, dateline_of
from dateline.lede import text_dateline
from dateline.model import Article, DatedArticle, Entry, Run
from dateline.timeline.build import timeline
from dateline.timeline.relations import Order
from dateline.timex.tagger import tag
from tests.accuracy import TIME_KEYS, Difference, holds, overlap

Record = dict[str, Any]
Days = list[str | None]


def dated(gold: Record) -> DatedArticle:
    """A gold article as the site reads it."""
    text, dateline = gold["text"], dateline_of(gold["date"])
    conventions = conventions_of({key: gold[key] for key in TIME_KEYS if key in gold})
    found = text_dateline(text)
    lede = found.lede if found else 0
    expressions = tag(text, dateline, conventions, lede)
    name = str(gold["id"])
    article = Article(
        Path(name), "story", name, name, dateline, text, (Run(0, len(text)),), lede, conventions=conventions
    )
    return DatedArticle(article, tuple(expressions), tuple(events(text, expressions, dateline, conventions)))


def entry_of(wanted: Record, gold: Record, entries: Sequence[Entry]) -> Entry | None:
    """The entry that a gold event means: by its words, its expression and its interval, in this order."""

    def fit(entry: Entry) -> tuple[bool, bool, bool]:
        told = all(holds(entry.what, stem) for stem in wanted["must"])
        apart = not any(holds(entry.what, stem) for stem in wanted["must_not"])
        return told and apart, _is_dated_by(entry, wanted, gold), days(entry.when) in accepted(wanted)

    best = max(entries, key=fit, default=None)
    return best if best is not None and any(fit(best)[:2]) else None


def _is_dated_by(entry: Entry, wanted: Record, gold: Record) -> bool:
    mention = entry.mentions[0]
    if "expression" not in wanted or mention.event is None:
        return False
    meant = gold["expressions"][wanted["expression"]]
    spans = (mention.dated.expressions[index] for index in mention.event.expressions)
    return any(overlap(meant, {"start": span.start, "end": span.end}) > 0 for span in spans)


def accepted(wanted: Record) -> list[Days]:
    """The intervals that the gold accepts of an event."""
    return [wanted["when"], *wanted.get("also_when", ())]


def is_over_before(one: Days, other: Days) -> bool:
    """Whether the first interval ends before the other begins; ISO days compare as words."""
    return one[1] is not None and other[0] is not None and one[1] < other[0]


def compare_order(gold: Record, counts: Counter[str]) -> Iterator[Difference]:
    """Counts the pairs of an article's gold events into `counts`; those that are not right, one by one."""
    entries = timeline([dated(gold)]).entries
    order = Order.of(entries)
    found = [(wanted, entry_of(wanted, gold, entries)) for wanted in gold.get("events", ())]
    for (one, first), (other, second) in combinations(found, 2):
        names = f"{' '.join(one['must'])!r} and {' '.join(other['must'])!r}"
        whens = [_meant(wanted, entry) for wanted, entry in ((one, first), (other, second))]
        forwards, backwards = is_over_before(whens[0], whens[1]), is_over_before(whens[1], whens[0])
        counts["disjoint"] += forwards or backwards
        if first is None or second is None or first is second:
            if forwards or backwards:
                yield Difference("not found", gold["id"], names)
            continue
        shown = order.is_known(first.id, second.id), order.is_known(second.id, first.id)
        if shown in ((forwards, backwards), (False, False)):
            counts["ordered"] += any(shown)
            if (forwards or backwards) and not any(shown):
                yield Difference("not ordered", gold["id"], f"{names}: {days(first.when)}, {days(second.when)}")
            continue
        kind = "contradicted" if forwards or backwards else "unsupported"
        counts[kind] += 1
        yield Difference(kind, gold["id"], f"{names}: {days(first.when)}, {days(second.when)}, not {whens}")


def _meant(wanted: Record, entry: Entry | None) -> Days:
    shown = days(entry.when) if entry else None
    return shown if shown is not None and shown in accepted(wanted) else wanted["when"]


def main() -> None:
    parser = argparse.ArgumentParser(description="How honest the order of timelines is on a gold corpus.")
    parser.add_argument("corpus", type=Path, help="JSON Lines; tests/accuracy.py says what stands in a line")
    parser.add_argument("-v", "--verbose", action="store_true", help="every difference, one a line")
    asked = parser.parse_args()
    corpus = [json.loads(line) for line in asked.corpus.read_text(encoding="utf-8").splitlines()]
    counts: Counter[str] = Counter()
    for gold in corpus:
        for difference in compare_order(gold, counts):
            if asked.verbose:
                print(f"{difference.kind:<15} {difference.article}  {difference.detail}")
    print(f"{len(corpus)} articles, {counts['disjoint']} pairs whose gold intervals are disjoint")
    print(f"contradicted    {counts['contradicted']:5}")
    print(f"unsupported     {counts['unsupported']:5}")
    print(f"ordered         {100 * counts['ordered'] / max(counts['disjoint'], 1):5.1f}")


if __name__ == "__main__":
    main()
