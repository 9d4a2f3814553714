"""The built pages in a real browser, without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dateline.site import Options, build

CONTENT = Path(__file__).parent / "site" / "content"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = (
    "index.html",
    "bridge/index.html",
    "bridge/storm/index.html",
    "bridge/inquiry/index.html",
    "lighthouse/index.html",
    "tags/index.html",
    "tags/bridges/index.html",
    "people/mara-quill/index.html",
    "years/2019/index.html",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("site") / "output"
    build(Options(CONTENT, output))
    return output


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    yield context.new_page()
    context.close()


def words(page: Page, selector: str) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]


def test_the_front_page_leads_to_the_stories(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    assert words(page, "h1") == ["The Estuary Timelines"]
    assert words(page, "h3")[:3] == ["Quarry", "Lamp of the old lighthouse is lit again", "The bridge at Marram Sound"]
    page.get_by_role("link", name="The bridge at Marram Sound").click()
    assert words(page, "h1") == ["The bridge at Marram Sound"]


def test_a_timeline_stands_in_order_under_its_years(page: Page, site: Path) -> None:
    page.goto((site / "bridge" / "index.html").as_uri())
    shown = [
        ("The late 1990s (1997–1999)", "The first survey was made"),
        ("Spring 2005 (March–May)", "Work on it began"),
        ("2011", "The bridge opened"),
        ("Late 2018 (September–December) order within the period not known", "Divers warned late last year"),
        ("Winter 2018–19 (December–February)", "Tolls were halved"),
        ("Since Monday 4 November 2019", "Ferries have carried commuters"),
        ("Thursday 7 November 2019", "Engineers closed the bridge"),
        ("Thursday 7 November 2019 16:15", "No car was on the bridge"),
        ("Thursday 7 November 2019 16:15", "The alarm sounded"),
        ("Tuesday 12 November 2019", "Inspectors will dive"),
        ("December 2019", "It did not close the road"),
        ("The week of 27 January – 2 February 2020", "Divers had reached the centre pier"),
        ("Monday 10 February 2020", "Judges opened the inquiry"),
        ("10–14 February 2020", "The crossing was shut to lorries"),
        ("Wednesday 19 February 2020", "Mara Quill, the judge"),
        ("By 30 June 2020 order within the period not known", "The council plans to rebuild"),
        ("Published 22 February 2020:", "Letters on the bridge"),
        ("March 2020", "Cars may return next month"),
    ]
    assert words(page, ".entry__date") == [date for date, _ in shown]
    headlines = words(page, ".entry__what")
    assert [line[: len(start)] for line, (_, start) in zip(headlines, shown, strict=True)] == [s for _, s in shown]
    assert words(page, "h2.year__name") == [
        "The 1990s",
        "2005",
        "2011",
        "2018",
        "2019",
        "2020",
    ]


def test_an_expression_leads_to_its_entry_and_back(page: Page, site: Path) -> None:
    page.goto((site / "bridge" / "storm" / "index.html").as_uri())
    page.locator(".prose a:has(time)").filter(has_text="2011").click()
    expect(page).to_have_url(re.compile("/bridge/index.html#"))
    entry = page.locator(".entry:target")
    assert "The bridge opened" in entry.inner_text()
    entry.get_by_role("link", name="Storm shuts the bridge").click()
    assert page.locator("time:target").inner_text().endswith("2011")


def test_how_a_date_was_worked_out_opens_without_javascript(page: Page, site: Path) -> None:
    page.goto((site / "bridge" / "index.html").as_uri())
    details = page.locator(".entry", has_text="Engineers closed the bridge").locator("details.workings").first
    assert not details.locator("ol").is_visible()
    details.locator("summary").click()
    assert details.locator("li").first.is_visible()


def test_the_timeline_of_an_article_draws_its_marks_as_the_legend_does(page: Page, site: Path) -> None:
    drawn = "marks => marks.map(mark => getComputedStyle(mark, '::after')).map(s => s.borderTopStyle + s.borderRadius)"
    page.goto((site / "bridge" / "index.html").as_uri())
    within = page.locator(".legend .entry--within").evaluate_all(drawn)
    page.goto((site / "bridge" / "storm" / "index.html").as_uri())
    assert set(page.locator(".moment.entry--within").evaluate_all(drawn)) == set(within) == {"dashed2px"}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_no_page_is_wider_than_its_window(browser: Browser, site: Path, path: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto((site / path).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_words_longer_than_a_line_are_broken(page: Page, tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 2
    keys = ("title", "author", "place", "source", "summary")
    front = "".join(f"{key}: {word}\n" for key in keys) + f"tags: [{word}]\n"
    (tmp_path / "content" / "a").mkdir(parents=True)
    (tmp_path / "content" / "site.toml").write_text(f'title = "{word}"\n', "utf-8")
    text = f"{word} sank on Friday.\n\nOn Monday {word} was found."
    (tmp_path / "content" / "a" / "b.md").write_text(f"---\ndate: 2024-05-15\n{front}---\n\n{text}\n", "utf-8")
    build(Options(tmp_path / "content", tmp_path / "output"))
    for path in sorted((tmp_path / "output").rglob("index.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nothing_of_the_network_and_keeps_its_own_policy(page: Page, site: Path, path: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto((site / path).as_uri(), wait_until="load")
    assert all(url.startswith("file:") for url in asked)
    assert any(url.endswith("/static/dateline.css") for url in asked)
    assert said == []


def test_a_page_has_one_main_one_h1_and_a_way_past_the_masthead(page: Page, site: Path) -> None:
    for path in PAGES:
        page.goto((site / path).as_uri())
        assert page.locator("main").count() == page.locator("h1").count() == 1
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "Skip to the content"


def test_paper_shows_how_every_date_was_worked_out(page: Page, site: Path) -> None:
    page.goto((site / "bridge" / "index.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator(".entry details li").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_page_in_light_and_dark(browser: Browser, site: Path, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto((site / "bridge" / "index.html").as_uri())
    for selector in (
        "h1",
        ".entry__what",
        ".entry__date",
        ".filed",
        ".opening__kicker",
        ".quote",
        "summary",
        ".subject, h2",
    ):
        assert page.locator(selector).first.evaluate(CONTRAST) >= 4.5, selector
    context.close()


CONTRAST = """element => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
      .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const paper = light(getComputedStyle(document.documentElement).backgroundColor);
  const ink = light(getComputedStyle(element).color);
  return (Math.max(paper, ink) + .05) / (Math.min(paper, ink) + .05);
}"""
