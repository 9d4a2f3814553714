"""Options, and what the end of a run says of tests that were not run."""

from __future__ import annotations

import os
import shutil
import signal

import pytest
from hypothesis import settings

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_CHROMIUM = (
    "no Chromium was found, so the browser tests were not run. On Debian and Ubuntu: sudo apt-get install chromium"
)

# How long an example takes says nothing of whether it is right.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# What a shell starts in the background ignores Ctrl+C, and so does all that it starts itself.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/site/output; review the diff")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where a Chromium is; without one the test is not run, and in CI it fails."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if found is not None:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(NO_CHROMIUM)
    pytest.skip(NO_CHROMIUM)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if NO_CHROMIUM in str(report.longrepr)]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} not run: {NO_CHROMIUM}", yellow=True)
