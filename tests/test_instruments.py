"""The instruments measure what they say: accuracy counts by its rules, the made-up articles stay the same."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from tests.accuracy import Record, compare_events, compare_expressions, doubt_shares, figures, paired, tagged
from tests.bench.newsroom import articles
from tests.order_accuracy import compare_order

PROJECT = Path(__file__).resolve().parent.parent
FIGURES = ("strict", "relaxed", "value", "type", "interval")


def expression(start: int, end: int, day: str = "2024-05-14", **more: Any) -> Record:
    """An expression of a day."""
    return {"text": "x" * (end - start), "start": start, "end": end, "type": "DATE", "value": day, **more} | (
        {"interval": [day, day]} if "interval" not in more else {}
    )


def event(day: str, what: str, status: str = "happened", **more: Any) -> Record:
    """A found event, dated by the first expression."""
    return {"when": [day, day], "what": what, "status": status, "expressions": [0], **more}


def test_equal_spans_pair_before_larger_overlaps() -> None:
    gold = [expression(0, 10), expression(10, 20)]
    found = [expression(5, 20), expression(10, 20)]
    assert paired(gold, found) == ([(0, 0), (1, 1)], [], [])


def test_the_larger_overlap_wins_and_each_expression_pairs_once() -> None:
    gold = [expression(0, 10), expression(11, 30)]
    found = [expression(8, 28)]
    assert paired(gold, found) == ([(1, 0)], [0], [])


def test_figures_of_expressions() -> None:
    gold = {"id": "a", "expressions": [expression(0, 10), expression(20, 30), expression(40, 50)]}
    found = [expression(0, 10), expression(22, 30, "2024-05-13"), expression(60, 70)]
    counts: Counter[str] = Counter()
    differences = list(compare_expressions(gold, found, FIGURES, counts))
    assert figures(counts, FIGURES, events=False) == {
        "strict": 33.3, "relaxed": 66.7, "value": 33.3, "type": 66.7, "interval": 33.3,
    }  # fmt: skip
    assert Counter(difference.kind for difference in differences) == Counter(
        ["strict", "value", "interval", "missed", "spurious"]
    )


def test_other_answers_that_the_gold_accepts_count_as_right() -> None:
    also: Record = {"also_value": ["2024-W20"], "also": [["2024-05-13", "2024-05-19"]], "also_type": ["TIME"]}
    gold = {"id": "a", "expressions": [expression(0, 10, **also)]}
    found = [expression(0, 10, "2024-W20", interval=["2024-05-13", "2024-05-19"]) | {"type": "TIME"}]
    assert list(compare_expressions(gold, found, FIGURES, Counter())) == []


def test_doubts_are_shares_of_the_wrong_days_and_of_the_right_ones() -> None:
    gold = {"id": "a", "expressions": [expression(0, 10), expression(20, 30), expression(40, 50, interval=None)]}
    doubt: Record = {"doubt": {"reason": "it may be the week before", "other": None}}
    found = [expression(0, 10), expression(20, 30, "2024-05-13", **doubt), expression(40, 50, **doubt)]
    counts: Counter[str] = Counter()
    list(compare_expressions(gold, found, FIGURES, counts))
    assert list(doubt_shares(counts)) == ["doubt if wrong  100.0  (1 of 1)", "doubt if right    0.0  (0 of 1)"]


def test_without_intervals_doubts_are_counted_by_the_values_of_dates() -> None:
    dates = ("2024-05-14", "2024-05-13", "PRESENT_REF")
    gold = {
        "id": "a",
        "expressions": [
            {"text": "x", "start": place, "end": place + 1, "type": "DATE", "value": date}
            for place, date in enumerate(dates)
        ],
    }
    found = [expression(place, place + 1, doubt={"reason": "it may be another"}) for place in range(3)]
    counts: Counter[str] = Counter()
    list(compare_expressions(gold, found, FIGURES[:-1], counts))
    assert list(doubt_shares(counts)) == ["doubt if wrong  100.0  (1 of 1)", "doubt if right  100.0  (1 of 1)"]


def test_an_event_is_right_by_its_days_and_the_words_it_has_and_lacks() -> None:
    wanted = {"when": ["2024-05-14"] * 2, "must": ["council", "met"], "must_not": ["vote"], "status": "happened"}
    gold = {"id": "a", "expressions": [expression(0, 10)], "events": [wanted]}
    for found, kinds in (
        (event("2024-05-14", "The council met"), []),
        (event("2024-05-14", "The council met", "planned"), ["status"]),
        (event("2024-05-14", "The council met and will vote"), ["event missed", "event spurious"]),
        (event("2024-05-13", "The council met"), ["event missed", "event spurious"]),
        (event("2024-05-14", "The subcouncil met"), ["event missed", "event spurious"]),
    ):
        answer = {"expressions": gold["expressions"], "events": [found]}
        assert [difference.kind for difference in compare_events(gold, answer, Counter())] == kinds


def test_an_event_on_a_skipped_expression_is_neither_required_nor_wrong() -> None:
    gold = {"id": "a", "expressions": [expression(0, 10, skip=True)], "events": []}
    answer = {"expressions": gold["expressions"], "events": [event("2024-05-14", "Anything")]}
    assert list(compare_events(gold, answer, Counter())) == []


def test_the_order_is_compared_pair_by_pair() -> None:
    text = "The council met on Monday. It rained in May. The mayor resigned on Tuesday. The town fair opened last week."
    days = (["2024-05-13"] * 2, ["2024-05-01", "2024-05-31"], ["2024-05-12"] * 2, ["2024-05-06", "2024-05-12"])
    stems = ("met", "rained", "resigned", "closed")
    events = [{"when": when, "must": [stem], "must_not": []} for when, stem in zip(days, stems, strict=True)]
    gold: Record = {"id": "a", "date": "2024-05-15", "text": text, "expressions": [], "events": events}
    counts: Counter[str] = Counter()
    found = [difference.kind for difference in compare_order(gold, counts)]
    # The council met on Monday and the mayor resigned on Tuesday: the gold has it the other way round.
    assert found == ["contradicted", "not found"]
    assert counts == Counter({"disjoint": 2, "contradicted": 1})
    resigned = events[2] | {"when": ["2024-05-14"] * 2}
    counts.clear()
    assert list(compare_order(gold | {"events": [events[0], resigned]}, counts)) == []
    assert counts == Counter({"disjoint": 1, "ordered": 1})


def test_the_corpus_is_tagged_in_its_order_and_a_line_refused_holds_nothing() -> None:
    text = "The council met on Tuesday."
    answers = tagged([{"id": "a", "date": "2024-05-15", "text": text}, {"id": "b", "date": "someday", "text": text}])
    assert [expression["value"] for expression in answers[0]["expressions"]] == ["2024-05-14"]
    assert answers[1]["expressions"] == []


def test_the_made_up_articles_are_the_same_for_the_same_seed_and_hold_dates() -> None:
    made = list(articles(3))
    assert made == list(articles(3))
    assert made != list(articles(3, seed=2))
    assert all(len(article["text"].split()) >= 600 for article in made)
    assert all(len(answer["expressions"]) > 5 for answer in tagged(made))


def test_the_benchmark_prints_a_row_for_the_tagger() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench", "--alone", "--seconds", "0.1"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    name, rate, *_ = done.stdout.splitlines()[-1].split()
    assert name == "Dateline"
    assert float(rate.replace(",", "")) > 0


def test_accuracy_of_a_corpus_on_the_command_line(tmp_path: Path) -> None:
    corpus = tmp_path / "gold.jsonl"
    line = {"id": "a", "date": "2024-05-15", "text": "It met on Tuesday.", "expressions": [expression(10, 17)]}
    corpus.write_text(json.dumps(line) + "\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.accuracy", corpus], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert "1 articles, 1 expressions, 1 found" in done.stdout
    assert "value           100.0" in done.stdout
