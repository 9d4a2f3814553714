"""What a reader can do with the pages: each figure in a real browser, with a script and without."""

# ruff: noqa: E501  what a page is asked stands in its own language

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pypdf import PdfReader

from dateline.site import Options, build
from tests.long_story import long_site
from tests.test_browser import CONTENT, FLAGS, words

Open = Callable[..., Page]
STATIC = Path(__file__).parent.parent / "templates" / "static"
KINDS = (
    "index.html",
    "bridge/index.html",
    "bridge/storm/index.html",
    "bridge/embed/index.html",
    "lighthouse/index.html",
    "tags/bridges/index.html",
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
def opened(browser: Browser, site: Path) -> Iterator[Open]:
    """Opens a page of the site in a window of its own: `opened("bridge/index.html", width=320, color_scheme="dark")`."""
    contexts = []

    def open_page(path: str, width: int = 1280, height: int = 900, **settings: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto((site / path).as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


# Reading


def test_every_entry_can_be_read_without_a_script_and_on_paper(opened: Open, tmp_path: Path) -> None:
    page = opened("bridge/index.html", java_script_enabled=False)
    headlines = words(page, ".entry__what")
    assert len(headlines) == page.locator(".entry__what:visible").count() == 18
    page.pdf(path=tmp_path / "bridge.pdf")
    pages = PdfReader(tmp_path / "bridge.pdf").pages
    printed = plain(" ".join(each.extract_text() for each in pages))
    assert [headline for headline in headlines if plain(headline) not in printed] == []


def plain(text: str) -> str:
    """`text` however it was set: a font with a ligature for "fi" leaves that one character in the PDF."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def test_paper_shows_where_links_lead_and_keeps_entries_whole(opened: Open) -> None:
    page = opened("bridge/storm/index.html")
    page.emulate_media(media="print")
    shown = "getComputedStyle(document.querySelector('a[href^=http]'), '::after').content"
    assert "https://" in page.evaluate(shown)
    assert not page.locator(".mark__more").first.is_visible()
    page = opened("bridge/index.html")
    page.emulate_media(media="print")
    broken = "[...document.querySelectorAll('.entry')].map(e => getComputedStyle(e).breakInside)"
    assert set(page.evaluate(broken)) == {"avoid"}


def test_a_silence_is_said_before_the_year_that_ends_it(opened: Open) -> None:
    page = opened("bridge/index.html")
    assert words(page, ".gap")[:2] == ["At least five years later", "At least five years later"]
    assert words(page, ".year:has(> .gap) .year__name")[:2] == ["2005", "2011"]
    boxes = [page.locator(f".year:has(> .gap) {part}").first.bounding_box() for part in ("> .gap", ".year__name")]
    assert boxes[0] and boxes[1] and boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"] + 1


def test_a_picture_stands_below_its_words_and_covers_none(opened: Open) -> None:
    for width in (320, 768, 1440):
        page = opened("bridge/index.html", width)
        picture, told = page.locator(".entry .picture"), page.locator(".entry:has(.picture) .entry__body")
        boxes = picture.bounding_box(), told.bounding_box()
        assert boxes[0] and boxes[1]
        assert boxes[0]["y"] >= boxes[1]["y"] + boxes[1]["height"]
        assert boxes[0]["width"] > 200


def test_a_known_day_is_a_full_mark_on_paper_too(opened: Open) -> None:
    page = opened("bridge/index.html")
    page.emulate_media(media="print")
    inked = "[...document.querySelectorAll('.entry, .sign')].map(e => getComputedStyle(e, '::after').printColorAdjust)"
    assert set(page.evaluate(inked)) == {"exact"}


# The drawing


@pytest.mark.parametrize("path", ["bridge/index.html", "levee/index.html", "lighthouse/index.html"])
def test_the_words_of_a_silence_are_crossed_by_no_mark(opened: Open, path: str) -> None:
    for width in (320, 1280):
        page = opened(path, width)
        assert page.evaluate(CROSSED) == []


CROSSED = """(() => {
  const boxes = what => [...document.querySelectorAll(what)].filter(e => e.checkVisibility()).map(e => [e, e.getBoundingClientRect()]);
  const marks = boxes(".drawn > *");
  return boxes(".silence text").filter(([_, a]) => marks.some(([_, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1))
    .map(([e]) => e.textContent);
})()"""


def test_the_datelines_of_the_articles_are_seen_in_the_drawing(opened: Open) -> None:
    for width in (320, 1280):
        page = opened("bridge/index.html", width)
        page.locator(".overview").scroll_into_view_if_needed()
        assert page.evaluate(UNSEEN) == []


# What lies over a mark would be hit in its place.
UNSEEN = """(() => {
  const filings = [...document.querySelectorAll(".filing")].filter(e => e.checkVisibility());
  filings.forEach(e => e.style.pointerEvents = "auto");
  return [filings.length > 0 ? "" : "none", ...filings.map(e => { const b = e.getBoundingClientRect();
    return document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2) === e ? "" : "covered"; })].filter(Boolean);
})()"""


def test_the_drawing_runs_from_the_right_where_lines_do(opened: Open) -> None:
    page = opened("bridge/index.html", 1280)
    page.evaluate("document.documentElement.dir = 'rtl'")
    boxes = [stop.bounding_box() for stop in page.locator(".stop:visible").all()]
    places = [box["x"] for box in boxes if box]
    assert len(places) > 3
    assert places == sorted(places, reverse=True)
    # Its words are turned back.
    turned = "e => getComputedStyle(e).scale"
    assert page.locator(".stop:visible text").first.evaluate(turned) == "-1 1"


# Finding


def shown(page: Page) -> list[str]:
    return words(page, ".entry:visible .entry__what")


def test_controls_choose_entries_without_a_script(opened: Open) -> None:
    page = opened("bridge/index.html", java_script_enabled=False)
    everything = shown(page)
    page.locator(".find summary").click()
    assert not page.locator("[type=search]").is_visible()
    page.get_by_label("Planned").check()
    planned = shown(page)
    assert 0 < len(planned) < len(everything)
    assert set(words(page, ".entry:visible .entry__conditions")) >= {"Planned, as of 8 November 2019"}
    assert page.get_by_text("Entries that do not fit your choice are hidden.").is_visible()
    assert all(year.locator(".entry:visible").count() for year in page.locator(".year:visible").all())


def test_words_are_searched_counted_and_kept_in_the_address(opened: Open, site: Path) -> None:
    page = opened("bridge/index.html")
    page.locator(".find summary").click()
    page.get_by_label("Words").fill("FERRIES")
    # The words of an entry's sentence count as well as those of its headline.
    assert len(shown(page)) == 2
    assert page.get_by_role("status").inner_text() == "2 of 18 entries shown"
    expect(page).to_have_url(re.compile(r"\?words=FERRIES$"))
    page.goto((site / "bridge" / "index.html").as_uri() + "?words=piers&order=newest")
    found = shown(page)
    assert 1 < len(found) < 18
    assert page.locator(".find").get_attribute("open") is not None
    page.get_by_label("Words").fill("no such thing")
    assert shown(page) == []
    assert "No entry fits" in page.get_by_role("status").inner_text()


def in_sight(page: Page, selector: str) -> list[str]:
    """The words of what is shown, from the top of the page down, wherever it stands in the source."""
    told = page.evaluate(DOWNWARDS, selector)
    return [" ".join(text.split()) for text in told]


DOWNWARDS = """selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility())
  .map(e => [e.getBoundingClientRect().top, e.innerText]).sort((a, b) => a[0] - b[0]).map(([_, words]) => words)"""


@pytest.mark.parametrize("script", [True, False])
def test_newest_first_turns_what_is_seen_and_what_the_keyboard_follows(opened: Open, script: bool) -> None:
    page = opened("bridge/index.html", java_script_enabled=script, reduced_motion="reduce")
    oldest = [in_sight(page, part) for part in (".entry__what", "h2, h3")]
    page.locator(".find summary").click()
    page.get_by_label("Newest first").check()
    assert in_sight(page, ".year__name") == ["2020", "2019", "2018", "2011", "2005", "The 1990s"]
    assert in_sight(page, ".entry__what") == oldest[0][::-1]
    assert page.locator(".gap:visible").count() == 0
    reached: list[str] = []
    while len(reached) < len(oldest[0]):
        page.keyboard.press("Tab")
        within = page.evaluate("document.activeElement.closest('.entry')?.querySelector('.entry__what').innerText")
        if within and within not in reached:
            reached.append(within)
    assert [" ".join(each.split()) for each in reached] == in_sight(page, ".entry__what")
    page.get_by_label("Oldest first").check()
    assert [in_sight(page, part) for part in (".entry__what", "h2, h3")] == oldest


def without_reading_flow(page: Page, site: Path) -> Page:
    """The page as a browser shows it that cannot turn the order of reading."""
    style = (site / "static" / "dateline.css").read_text("utf-8").replace("reading-flow:", "reading-flaw:")
    page.route("**/dateline.css", lambda route: route.fulfill(body=style, content_type="text/css"))
    page.add_init_script("CSS.supports = () => false")
    page.reload()
    return page


def test_where_reading_cannot_follow_the_order_is_turned_by_the_script_or_not_offered(opened: Open, site: Path) -> None:
    page = without_reading_flow(opened("bridge/index.html"), site)
    oldest = words(page, ".entry__what")
    page.locator(".find summary").click()
    page.get_by_label("Newest first").check()
    assert words(page, ".entry__what") == in_sight(page, ".entry__what") == oldest[::-1]
    page.get_by_label("Oldest first").check()
    assert words(page, ".entry__what") == in_sight(page, ".entry__what") == oldest
    page = without_reading_flow(opened("bridge/index.html", java_script_enabled=False), site)
    page.locator(".find summary").click()
    assert not page.get_by_label("Newest first").is_visible()
    assert page.get_by_label("Planned").is_visible()


def test_a_permalink_shows_its_entry_whatever_is_chosen(opened: Open, site: Path) -> None:
    page = opened("bridge/index.html")
    name = page.locator(".entry").first.get_attribute("id")
    page.goto(f"{(site / 'bridge' / 'index.html').as_uri()}?words=ferries#{name}")
    assert page.locator(".entry").first.is_visible()
    without = opened("bridge/index.html", java_script_enabled=False)
    without.goto(f"{(site / 'bridge' / 'index.html').as_uri()}#{name}")
    without.locator(".find summary").click()
    without.get_by_label("Planned").check()
    assert without.locator(".entry").first.is_visible()


# The marks of an article


def test_a_mark_opens_its_date_without_a_script_and_escape_closes_it(opened: Open) -> None:
    page = opened("bridge/storm/index.html", java_script_enabled=False)
    button = page.get_by_role("button", name="“Thursday”").first
    button.focus()
    page.keyboard.press("Enter")
    assert words(page, ".note:visible .note__date") == ["Thursday 7 November 2019"]
    page.keyboard.press("Escape")
    assert page.locator(".note:visible").count() == 0
    assert button.evaluate("e => e === document.activeElement")


def test_pointing_at_a_mark_opens_its_date_beside_it_and_leaves_it_open_under_the_pointer(opened: Open) -> None:
    page = opened("bridge/storm/index.html")
    mark = page.locator(".mark", has_text="Thursday").first
    mark.hover()
    note = page.locator(".note:popover-open")
    note.wait_for()
    here, there = mark.bounding_box(), note.bounding_box()
    assert here and there
    assert 0 <= there["y"] - here["y"] - here["height"] < 40
    note.hover()
    page.mouse.move(there["x"] + 4, there["y"] + 4)
    assert note.is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".note:visible").count() == 0


def test_the_article_s_own_timeline_stands_beside_its_text_and_below_it_on_a_phone(opened: Open) -> None:
    page = opened("bridge/storm/index.html")
    for width, beside in ((1280, True), (320, False)):
        page.set_viewport_size({"width": width, "height": 900})
        text, margin = page.locator(".prose").bounding_box(), page.locator(".margin").bounding_box()
        assert text and margin
        assert (margin["x"] >= text["x"] + text["width"]) is beside
        assert (margin["y"] >= text["y"] + text["height"]) is not beside
    assert words(page, ".moment__date")[:2] == ["The late 1990s (1997–1999)", "Spring 2005 (March–May)"]
    capitals = "[...document.querySelectorAll('.moment__what a')].map(e => getComputedStyle(e, '::first-letter').textTransform)"
    assert set(page.evaluate(capitals)) == {"uppercase"}


# Keyboard, targets, sizes


@pytest.mark.parametrize("path", KINDS)
def test_the_keyboard_reaches_everything_and_focus_is_seen(opened: Open, path: str) -> None:
    page = opened(path, reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    reached: set[int] = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None or focus["at"] in reached:
            break
        reached.add(focus["at"])
        assert focus["marked"], focus
        assert focus["inside"], focus
    assert page.evaluate(LEFT_OUT, list(reached)) == []


# Of radio buttons in a group the keyboard reaches the one that is chosen.
LEFT_OUT = """reached => {
  const all = [...document.querySelectorAll("*")];
  return [...document.querySelectorAll("a[href], button, summary, textarea, input:not([type=radio]), [type=radio]:checked")]
    .filter(e => e.checkVisibility() && !reached.includes(all.indexOf(e))).map(e => e.outerHTML.slice(0, 90));
}"""
FOCUS = """(() => {
  const all = [...document.querySelectorAll("*")], e = document.activeElement;
  if (e === document.body) return null;
  const style = getComputedStyle(e.matches("svg a") ? e.querySelector("rect") : e);
  const box = e.getBoundingClientRect();
  return { at: all.indexOf(e), html: e.outerHTML.slice(0, 80),
    marked: e.matches("svg a") ? parseFloat(style.strokeWidth) > 2 : style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
})()"""


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough_or_stand_in_running_text(opened: Open, path: str, width: int) -> None:
    page = opened(path, width)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate(SMALL) == []


# What stands in a sentence is as high as its line (WCAG 2.2, 2.5.8).
SMALL = """[...document.querySelectorAll("a[href], button, summary, textarea, label:has(input)")]
  .filter(e => e.checkVisibility() && !e.closest(".prose p a, .prose li a, .filed, .byline, .overview__words, .entry__after, .entry__differing, .skip, .colophon, .opening__kicker"))
  .filter(e => !e.matches(".skip, .overview__skip"))
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([_, box]) => box.width < 23.9 || box.height < 23.9).map(([html, box]) => `${html} ${box.width}x${box.height}`)"""


SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }"


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize(
    ("width", "height", "spaced"), [(320, 800, False), (640, 450, False), (320, 225, True), (1280, 900, True)]
)
def test_nothing_is_cut_off_when_zoomed_or_spaced_out(
    opened: Open, path: str, width: int, height: int, spaced: bool
) -> None:
    page = opened(path, width, height, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    if spaced:
        page.add_style_tag(content=SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CUT) == []


CUT = """[...document.querySelectorAll("main *")].filter(e => !e.closest("svg, .visually-hidden, textarea, .overview__skip, [popover]"))
  .filter(e => ["hidden", "clip"].includes(getComputedStyle(e).overflowX))
  .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1).map(e => e.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("path", KINDS)
def test_nothing_moves_while_a_page_loads(opened: Open, path: str) -> None:
    for width in (320, 1280):
        page = opened(path, width)
        assert page.evaluate(SHIFT) == 0


SHIFT = """new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => sum += each.value)).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""


def test_words_that_run_from_the_right_turn_the_page_around(opened: Open) -> None:
    for width in (320, 1280):
        page = opened("bridge/index.html", width)
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        shown_date = page.locator(".entry__link").first.bounding_box()
        assert shown_date
        assert shown_date["x"] + shown_date["width"] > width / 2


# Colours


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_and_marks_stand_out_in_both_schemes() -> None:
    sheet = (STATIC / "dateline.css").read_text("utf-8")
    schemes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", root)) for root in re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)
    ]
    schemes = [scheme for scheme in schemes if scheme][:2]
    assert [len(scheme) for scheme in schemes] == [8, 8]
    for scheme in schemes:
        for text in ("ink", "soft", "accent"):
            for ground in ("paper", "wash"):
                assert contrast(scheme[text], scheme[ground]) >= 4.5, (text, ground)
        assert contrast(scheme["ink"], scheme["mark"]) >= 4.5
        assert contrast(scheme["accent"], scheme["mark"]) >= 3


def test_marks_keep_their_shapes_in_forced_colours(opened: Open) -> None:
    page = opened("bridge/index.html", forced_colors="active")
    signs = page.evaluate(
        "['day', 'within', 'planned'].map(shape => { const s = getComputedStyle(document.querySelector(`.sign.entry--${shape}`), '::after');"
        " return s.backgroundColor + s.borderTopStyle + s.borderTopColor })"
    )
    assert len(set(signs)) == 3
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert not any(sign.endswith(ground) for sign in signs)


def test_nothing_moves_for_those_who_asked_for_it(opened: Open) -> None:
    page = opened("bridge/storm/index.html", reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0
    page.locator(".mark__more").first.hover()
    assert page.evaluate("document.getAnimations().length") == 0


# A timeline in another's page, and long ones


def test_an_embedded_timeline_stays_in_its_frame_and_asks_nobody(browser: Browser, site: Path, tmp_path: Path) -> None:
    address = (site / "bridge" / "embed" / "index.html").as_uri()
    (tmp_path / "host.html").write_text(
        f'<!doctype html><iframe src="{address}" title="x" width="320" height="500"></iframe>'
    )
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "host.html").as_uri())
    frame = page.frames[1]
    assert frame.evaluate("document.documentElement.scrollWidth") <= 320
    frame.locator(".entry__link").nth(3).click()
    assert frame.url.startswith(address + "#")
    assert frame.locator(".entry:target").count() == 1
    assert all(url.startswith("file:") for url in asked)
    frame.locator("h1 a").click()
    page.wait_for_url("**/bridge/index.html")
    assert '<iframe src="https://timelines.example/bridge/embed/"' in page.locator("#embed-code").input_value()
    context.close()


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return long_site(tmp_path_factory.mktemp("long"), 2000, date(1994, 1, 1), 365 * 12)


def weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))


def test_no_page_of_a_long_timeline_is_heavy(long: Path) -> None:
    heaviest = max(long.rglob("*.html"), key=weight)
    assert weight(heaviest) <= 150_000, heaviest


def test_a_long_timeline_is_split_by_years_and_whole(long: Path) -> None:
    pages = sorted((long / "wall" / "years").iterdir())
    assert [page.name for page in pages] == [str(year) for year in range(1994, 2006)]
    entries = [re.findall(r'<li class="entry [^>]*id="([^"]+)"', (page / "index.html").read_text()) for page in pages]
    assert sum(map(len, entries)) == len({entry for page in entries for entry in page}) == 2000
    front = (long / "wall" / "index.html").read_text("utf-8")
    assert [f'href="years/{page.name}/index.html"' in front for page in pages] == [True] * 12
    for page in (long / "wall" / "index.html", *(each / "index.html" for each in pages)):
        assert page.read_text("utf-8").count('class="stop"') > 10


def test_a_page_of_a_long_timeline_is_marked_in_the_drawing(browser: Browser, long: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=True)
    page = context.new_page()
    page.goto((long / "wall" / "years" / "2000" / "index.html").as_uri())
    here = page.locator(".here:visible").bounding_box()
    whole = page.locator(".overview__drawing:visible").bounding_box()
    assert here and whole
    assert 0.04 < here["width"] / whole["width"] < 0.13
    own = page.locator(".stop:visible[aria-current]")
    assert all((stop.get_attribute("href") or "").startswith("#") for stop in own.all())
    assert own.count() < page.locator(".stop:visible").count()
    page.goto((long / "wall" / "index.html").as_uri())
    assert page.locator(".here, .stop[aria-current]").count() == 0
    context.close()


def test_the_ways_to_the_pages_beside_have_names_of_their_own(long: Path) -> None:
    page = (long / "wall" / "years" / "2000" / "index.html").read_text("utf-8")
    names = re.findall(r'<nav [^>]*aria-label="([^"]+)"', page)
    assert len(names) == len(set(names)) == 3


def test_links_into_a_long_timeline_lead_to_its_entries(long: Path) -> None:
    for source in (long / "wall" / "part-7" / "index.html", long / "tags" / "lantern" / "index.html"):
        links = re.findall(r'href="([^"#]*years/\d+/index.html)#([^"]+)"', source.read_text("utf-8"))
        assert len(links) >= 20
        for page, name in links:
            assert f'id="{name}"' in (source.parent / page).resolve().read_text("utf-8")


def test_the_weight_of_style_script_and_a_hundred_events(tmp_path: Path) -> None:
    assert weight(STATIC / "dateline.css") <= 12_000
    assert weight(STATIC / "dateline.js") <= 5_000
    page = long_site(tmp_path, 100, date(2015, 3, 1), 900) / "wall" / "index.html"
    assert len(re.findall('class="entry ', page.read_text("utf-8"))) == 100
    assert weight(page) <= 60_000
