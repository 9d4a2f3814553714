"""axe-core, which `make verify` brings, has nothing to say of any page: WCAG 2.2 A and AA, and its best practices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Page, sync_playwright

from dateline.site import Options, build
from tests.long_story import long_site
from tests.test_browser import CONTENT, FLAGS

AXE = Path(__file__).parent / "verify" / "node_modules" / "axe-core" / "axe.min.js"
# The page for what is not found knows the files beside it by their paths from the top of the site.
ADDRESS = "http://timelines.example/"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.verify
@pytest.mark.parametrize("content", [CONTENT, CONTENT.parent.parent.parent / "content"], ids=["golden", "sample"])
def test_axe_finds_no_violation(tmp_path: Path, chromium: str, content: Path) -> None:
    build(Options(content, tmp_path / "output"))
    pages = sorted((tmp_path / "output").rglob("*.html"))
    assert len(pages) > 20
    assert looked_over(tmp_path / "output", pages, chromium) == []


@pytest.mark.verify
def test_axe_finds_no_violation_in_a_long_timeline(tmp_path: Path, chromium: str) -> None:
    site = long_site(tmp_path, 240, date(2010, 1, 1), 365 * 6)
    pages = [site / "wall" / "index.html", *sorted((site / "wall" / "years").rglob("*.html"))]
    assert len(pages) > 2
    assert looked_over(site, pages, chromium) == []


def looked_over(site: Path, files: Sequence[Path], chromium: str) -> list[tuple[str, str, int, str]]:
    """What axe says of pages of a site, in light and dark, wide and narrow."""
    pages = [page.relative_to(site).as_posix() for page in files]
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for scheme, width in (("light", 1280), ("dark", 1280), ("light", 320)):
            settings: Any = {"color_scheme": scheme, "viewport": {"width": width, "height": 900}, "bypass_csp": True}
            page = browser.new_context(**settings).new_page()
            page.route(
                f"{ADDRESS}**", lambda route: route.fulfill(path=site / unquote(urlsplit(route.request.url).path[1:]))
            )
            for path in pages:
                page.goto(ADDRESS + quote(path))
                found += [(path, scheme, width, told) for told in violations(page)]
        browser.close()
    return found


def violations(page: Page) -> list[str]:
    """What axe says of a page whose notes and controls all stand open."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.evaluate(AXE.read_text("utf-8"))
    report = page.evaluate("rules => axe.run({ runOnly: rules })", RULES)
    return [f"{one['id']}: {node['html'][:120]}" for one in report["violations"] for node in one["nodes"]]
