"""Tables that are kept whole, and beside them what has changed, are read as they were last written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cache.ledger import LITTLE, Ledger

LARGE: dict[object, object] = {number: (number, b"x") for number in range(20 * LITTLE)}
TABLES = st.lists(st.dictionaries(st.integers(0, 30), st.integers(0, 2), max_size=30), min_size=2, max_size=2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tables"


def kept(path: Path) -> Any:
    return Ledger(str(path)).read()


@given(states=st.lists(st.tuples(TABLES, st.booleans()), min_size=1, max_size=6))
def test_tables_are_read_as_they_were_written_last(
    states: list[tuple[list[dict[int, int]], bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("ledger") / "tables"
    ledger = Ledger(str(path))
    for tables, another in states:
        if another:
            ledger = Ledger(str(path))
            ledger.read()
        ledger.write(tables)
        assert kept(path) == tables


def test_what_changes_little_is_not_written_whole_again(path: Path) -> None:
    Ledger(str(path)).write([LARGE, {}])
    whole = path.read_bytes()
    for number in (3, 4):
        ledger = Ledger(str(path))
        tables = ledger.read()
        assert tables
        ledger.write([{**tables[0], number: "other"}, {"new": number}])
    assert path.read_bytes() == whole
    assert kept(path) == [{**LARGE, 3: "other", 4: "other"}, {"new": 4}]
    Ledger(str(path)).write([{1: 1}, {}])
    assert kept(path) == [{1: 1}, {}]


def test_many_small_changes_are_written_whole_at_last(path: Path) -> None:
    ledger, table = Ledger(str(path)), dict(LARGE)
    ledger.write([table])
    whole = path.read_bytes()
    for number in range(len(LARGE)):
        table = {**table, number: "other"}
        ledger.write([table])
    assert path.read_bytes() != whole
    assert kept(path) == [table]


def test_what_somebody_puts_beside_tables_that_another_has_written_anew_is_void(path: Path) -> None:
    Ledger(str(path)).write([LARGE])
    slow = Ledger(str(path))
    slow.read()
    Ledger(str(path)).write([{1: "anew"}])
    slow.write([{**LARGE, 2: "late"}])
    assert kept(path) == [{1: "anew"}]


@pytest.mark.parametrize("broken", ["tables", "tables-later"])
def test_what_is_broken_is_not_read(path: Path, broken: str) -> None:
    ledger = Ledger(str(path))
    ledger.write([LARGE])
    ledger.write([{**LARGE, 1: "other"}])
    with (path.parent / broken).open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\xff")
    assert kept(path) == (None if broken == "tables" else [LARGE])
