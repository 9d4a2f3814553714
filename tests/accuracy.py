"""How right the tagger is on a corpus of one's own: `make accuracy CORPUS=gold.jsonl`.

A corpus is JSON Lines, one article a line:

    {"id", "date", "text", "expressions": [{"text", "start", "end", "type", "value", "interval"}], "events": […]}

Offsets count code points. `interval` ([first day, last day], null for an open end, or null) and `events` may be left
out of the whole corpus; then their figures are, too. An event is {"when", "must", "must_not", "status"}: its interval,
the stems of words that a rightly cut clause holds, and those of a neighbouring clause that it must not hold. Other
answers to accept stand in `also` (intervals), `also_value`, `also_type`, `also_text`, `also_when` and `also_status`.
An expression marked `skip` may date an event or none. Keys of front matter that bear on time (`country`, …) count.

Figures are F1 in per cent over expressions, paired one to one where they overlap, exact pairs first; `value` over
overlapping pairs is that of TempEval-3 (UzZaman et al. 2013). `status` is a share of the events that are right.
`doubt` is a share twice: of the wrong intervals that carry a doubt, which should be high, and of the right ones, which
should be low; in a corpus without intervals it is that of the values of dates.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Record = dict[str, Any]
PROJECT = Path(__file__).resolve().parent.parent
TIME_KEYS = ("lang", "country", "hemisphere", "fiscal_year_start", "date_order", "reading")
EXPRESSION_FIGURES = ("strict", "relaxed", "value", "type", "interval")


class Difference(NamedTuple):
    """One disagreement with the gold: its class, and words that show it."""

    kind: str
    article: str
    detail: str


class Pairing(NamedTuple):
    """Gold and found expressions by index: those that belong together, and those left alone on either side."""

    pairs: list[tuple[int, int]]
    missed: list[int]
    spurious: list[int]


def overlap(one: Record, other: Record) -> int:
    """How many code points two spans share; zero or less where they do not meet."""
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def paired(gold: Sequence[Record], found: Sequence[Record]) -> Pairing:
    """Each expression in one pair at most: equal spans first, then the largest overlap."""
    by_span = {(record["start"], record["end"]): place for place, record in enumerate(found)}
    exact = [
        (i, by_span[span]) for i, record in enumerate(gold) if (span := (record["start"], record["end"])) in by_span
    ]
    pairs = list({j: (i, j) for i, j in reversed(exact)}.values())
    used_gold, used_found = {i for i, _ in pairs}, {j for _, j in pairs}
    meeting = [
        (-shared, i, j)
        for i in range(len(gold))
        for j in range(len(found))
        if i not in used_gold and j not in used_found and (shared := overlap(gold[i], found[j])) > 0
    ]
    for _, i, j in sorted(meeting):
        if i not in used_gold and j not in used_found:
            pairs.append((i, j))
            used_gold.add(i)
            used_found.add(j)
    missed = [i for i in range(len(gold)) if i not in used_gold]
    return Pairing(sorted(pairs), missed, [j for j in range(len(found)) if j not in used_found])


def right(gold: Record, found: Record) -> dict[str, bool]:
    """Which figures a pair of expressions counts for."""
    same_span = (gold["start"], gold["end"]) == (found["start"], found["end"])
    return {
        "strict": same_span or found["text"] in gold.get("also_text", ()),
        "relaxed": True,
        "value": found["value"] in (gold["value"], *gold.get("also_value", ())),
        "type": found["type"] in (gold["type"], *gold.get("also_type", ())),
        "interval": found["interval"] in (gold.get("interval"), *gold.get("also", ())),
    }


def compare_expressions(
    gold: Record, found: Sequence[Record], kinds: Iterable[str], counts: Counter[str]
) -> Iterator[Difference]:
    """Counts the expressions of an article into `counts`; what differs, one by one."""
    wanted = gold["expressions"]
    pairing = paired(wanted, found)
    counts["gold"] += len(wanted)
    counts["found"] += len(found)
    for i, j in pairing.pairs:
        count_doubt(wanted[i], found[j], counts)
        for kind, is_right in right(wanted[i], found[j]).items():
            counts[kind] += is_right
            if not is_right and kind in kinds:
                key = "text" if kind == "strict" else kind
                yield Difference(kind, gold["id"], f"{wanted[i]['text']!r}: {wanted[i].get(key)}, not {found[j][key]}")
    for i in pairing.missed:
        yield Difference("missed", gold["id"], f"{wanted[i]['text']!r}: {wanted[i]['value']}")
    for j in pairing.spurious:
        yield Difference("spurious", gold["id"], f"{found[j]['text']!r}: {found[j]['value']}")


def count_doubt(gold: Record, found: Record, counts: Counter[str]) -> None:
    """Counts whether a pair is right, and whether it is in doubt, where the gold gives days: intervals, else dates."""
    by_value = "interval" not in gold
    if gold["type"] not in ("DATE", "TIME") if by_value else gold["interval"] is None:
        return
    if by_value and not gold["value"][:3].isdigit():
        return
    kind = "right" if right(gold, found)["value" if by_value else "interval"] else "wrong"
    counts[kind] += 1
    counts[f"{kind} in doubt"] += bool(found.get("doubt"))


def doubt_shares(counts: Counter[str]) -> Iterator[str]:
    """The share of the wrong days, and of the right ones, that carry a doubt, one a line."""
    for kind in ("wrong", "right"):
        doubted, all_of_them = counts[f"{kind} in doubt"], counts[kind]
        share = f"{100 * doubted / all_of_them:5.1f}" if all_of_them else "    –"
        yield f"{f'doubt if {kind}':<15} {share}  ({doubted} of {all_of_them})"


def holds(clause: str, stem: str) -> bool:
    """Whether a word of the clause begins with the stem."""
    return f" {stem}" in " " + re.sub(r"[^\w-]+", " ", clause.lower())


def fits(wanted: Record, event: Record) -> bool:
    """Whether a found event is the one that the gold means: its interval, and the words of its clause."""
    return (
        event["when"] in (wanted["when"], *wanted.get("also_when", ()))
        and all(holds(event["what"], stem) for stem in wanted["must"])
        and not any(holds(event["what"], stem) for stem in wanted["must_not"])
    )


def compare_events(gold: Record, answer: Record, counts: Counter[str]) -> Iterator[Difference]:
    """Counts the events of an article into `counts`; what differs, one by one."""
    left = list(answer["events"])
    for wanted in gold.get("events", ()):
        counts["gold events"] += 1
        event = next((event for event in left if fits(wanted, event)), None)
        if event is None:
            yield Difference("event missed", gold["id"], f"{wanted['when']}: {' '.join(wanted['must'])}")
            continue
        left.remove(event)
        counts["events"] += 1
        if event["status"] in (wanted["status"], *wanted.get("also_status", ())):
            counts["status"] += 1
        else:
            yield Difference("status", gold["id"], f"{event['what']!r}: {wanted['status']}, not {event['status']}")
    free = [expression for expression in gold["expressions"] if expression.get("skip")]
    for event in left:
        dates = [answer["expressions"][place] for place in event["expressions"]]
        if not any(overlap(one, other) > 0 for one in free for other in dates):
            counts["spurious events"] += 1
            yield Difference("event spurious", gold["id"], f"{event['when']}: {event['what']!r}")


def f1(hits: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall, in per cent."""
    return round(200 * hits / (found + wanted), 1) if found + wanted else 0.0


def figures(counts: Counter[str], kinds: Sequence[str], events: bool) -> dict[str, float]:
    """The figures of a whole corpus."""
    shown = {kind: f1(counts[kind], counts["found"], counts["gold"]) for kind in kinds}
    if events:
        found = counts["events"] + counts["spurious events"]
        shown["events"] = f1(counts["events"], found, counts["gold events"])
        shown["status"] = round(100 * counts["status"] / counts["events"], 1) if counts["events"] else 0.0
    return shown


def tagged(corpus: Sequence[Record]) -> list[Record]:
    """What `tag --format jsonl` answers to the corpus, in the same order; a line that it refuses holds nothing."""
    asked = [{key: gold[key] for key in ("id", "date", "text", *TIME_KEYS) if key in gold} for gold in corpus]
    done = subprocess.run(
        [sys.executable, PROJECT / "build.py", "tag", "--format", "jsonl"],
        input="".join(json.dumps(line, ensure_ascii=False) + "\n" for line in asked).encode(),
        stdout=subprocess.PIPE,
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(corpus):
        sys.exit("accuracy: the tagger broke off")
    for answer in answers:
        if "error" in answer:
            print(f"{answer['id']}: {answer['error']}", file=sys.stderr)
    return [{"expressions": [], "events": []} | answer for answer in answers]


def main() -> None:
    parser = argparse.ArgumentParser(description="How right the tagger is on a gold corpus.")
    parser.add_argument("corpus", type=Path, help="JSON Lines; tests/accuracy.py says what stands in a line")
    parser.add_argument("-v", "--verbose", action="store_true", help="every difference, one a line")
    asked = parser.parse_args()
    corpus = [json.loads(line) for line in asked.corpus.read_text(encoding="utf-8").splitlines()]
    with_intervals = any("interval" in expression for gold in corpus for expression in gold["expressions"])
    with_events = any("events" in gold for gold in corpus)
    kinds = EXPRESSION_FIGURES if with_intervals else EXPRESSION_FIGURES[:-1]
    counts: Counter[str] = Counter()
    differences: list[Difference] = []
    for gold, answer in zip(corpus, tagged(corpus), strict=True):
        differences += compare_expressions(gold, answer["expressions"], kinds, counts)
        if with_events:
            differences += compare_events(gold, answer, counts)
    if asked.verbose:
        for difference in differences:
            print(f"{difference.kind:<15} {difference.article}  {difference.detail}")
    print(f"{len(corpus)} articles, {counts['gold']} expressions, {counts['found']} found")
    for name, figure in figures(counts, kinds, with_events).items():
        print(f"{name:<15} {figure:5.1f}")
    for line in doubt_shares(counts):
        print(line)
    print("Differences:")
    for kind, count in Counter(difference.kind for difference in differences).most_common():
        print(f"{kind:<15} {count:5}")


if __name__ == "__main__":
    main()
