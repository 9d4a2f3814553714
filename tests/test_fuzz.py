"""What coverage led the fuzzers to, again; and, in `make verify`, some more of it."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.targets import HERE, TARGETS

RUNS = 20_000


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_that_was_found_is_more_than_an_error_of_ours(name: str) -> None:
    kept = sorted((HERE / "corpus" / name).iterdir())
    assert kept
    for file in kept:
        TARGETS[name](file.read_bytes())


@pytest.mark.verify
@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is made for Linux on x86-64 alone")
@pytest.mark.parametrize("name", TARGETS)
def test_nothing_else_is_found(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", name, f"-runs={RUNS}", "-seed=7"],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    assert f"Done {RUNS} runs" in done.stderr
