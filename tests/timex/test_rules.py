"""Each rule wins its own examples, and stays away from what it must not match."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Dateline, Interval, TimeExpression
from dateline.timex.english import BOOKS
from dateline.timex.grammar import Rule
from dateline.timex.tagger import tag
from dateline.timex.values import iso_day

WEDNESDAY = Dateline(date(2024, 5, 15))
RULES = {rule.name: rule for layer in BOOKS for book in layer for rule in book.rules if "{time}" in rule.gives}


def shown(interval: Interval | None) -> str | None:
    """The interval as the examples write it: one day, or first and last day, an open end as two dots."""
    if interval is None:
        return None
    first = ".." if interval.start is None else iso_day(interval.start)
    last = ".." if interval.last is None else iso_day(interval.last)
    return first if first == last else f"{first}/{last}"


def found(rule: Rule, text: str) -> list[TimeExpression]:
    return [expression for expression in tag(text, WEDNESDAY) if expression.rule == rule.name]


@pytest.mark.parametrize(
    ("rule", "text", "meaning"),
    [
        pytest.param(rule, text, meaning, id=f"{rule.name}: {text}")
        for rule in RULES.values()
        for text, meaning in rule.examples.items()
    ],
)
def test_rule_wins_its_example(rule: Rule, text: str, meaning: str | None) -> None:
    expressions = found(rule, text)
    assert expressions, [(e.text, e.rule) for e in tag(text, WEDNESDAY)]
    assert shown(expressions[-1].interval) == meaning


@pytest.mark.parametrize(
    ("rule", "text"),
    [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES.values() for text in rule.never],
)
def test_rule_stays_away(rule: Rule, text: str) -> None:
    assert not found(rule, text)


def test_every_rule_of_time_has_an_example() -> None:
    assert not [name for name, rule in RULES.items() if not rule.examples]
