"""Takes the pictures of a page that the README shows: `make picture`, where a Chromium is."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, sync_playwright

from dateline.site import Options, build
from tests.conftest import CHROMIUMS, NO_CHROMIUM

PROJECT = Path(__file__).resolve().parent.parent
STORY = "kunduz/index.html"
PICTURES = {"light": "timeline.png", "dark": "timeline-dark.png"}
WIDTH, HEIGHT, MARGIN = 1000, 690, 10
"""Pixels; from a little above the headline as far as the marks and what they mean."""


def take(browser: Browser, page: Path, scheme: str, picture: Path) -> None:
    """Takes the top of a page, from its headline to the key of its marks."""
    tab = browser.new_page(viewport={"width": WIDTH, "height": 1200}, color_scheme="dark" if scheme == "dark" else None)
    tab.goto(page.as_uri())
    headline = tab.locator("main h1").bounding_box()
    assert headline is not None
    clip: FloatRect = {"x": 0, "y": headline["y"] - MARGIN, "width": WIDTH, "height": HEIGHT}
    tab.screenshot(path=picture, clip=clip)


def main() -> None:
    """Builds the sample stories and takes a page in either scheme."""
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        sys.exit(NO_CHROMIUM)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        output = Path(folder) / "output"
        build(Options(PROJECT / "content", output))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for scheme, name in PICTURES.items():
            take(browser, output / STORY, scheme, PROJECT / ".github" / name)
        browser.close()


if __name__ == "__main__":
    main()
