"""What programs read: feeds, the sitemap, data in the words of schema.org, and the picture that is shared."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from dateline.catalogue import ENGLISH
from dateline.config import Site
from dateline.model import Doubt, Event, Grain, Status
from dateline.pages.crawlers import crawler_pages
from dateline.pages.environment import environment
from dateline.pages.feed import feed_entries, feed_page
from dateline.pages.share import headline_lines, share_image, share_svg
from dateline.pages.structured import script, timeline_data
from dateline.pages.view import story_view
from dateline.site import Options, build
from dateline.timex.interval import of_month
from tests.examples import article, day, event, expression, span, story

HERE = Path(__file__).parent
CONTENT, GOLDEN, SCHEMAS = HERE / "site" / "content", HERE / "site" / "output", HERE / "schemas"
BASE = "https://timelines.example/"
SITE = Site(title="The Courier", base_url="https://courier.example/news")
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
NAMES = {"a": "http://www.w3.org/2005/Atom", "x": "http://www.w3.org/1999/xhtml"}
EVIL = "</script><!-- <script>alert(1)</script> ]]> \x01\ufffe\"'&"
ATOM = etree.RelaxNG(file=str(SCHEMAS / "atom.rng"))
SCHEMA = Draft202012Validator(json.loads((SCHEMAS / "structured.json").read_text("utf-8")))


def graph(page: str) -> list[dict[str, Any]]:
    """The data of a page, which fits the schema."""
    (text,) = DATA.findall(page)
    data = json.loads(text)
    assert [error.message for error in SCHEMA.iter_errors(data)] == []
    found: list[dict[str, Any]] = data["@graph"]
    return found


def pages() -> Iterator[tuple[str, str]]:
    for page in sorted(GOLDEN.rglob("*.html")):
        yield page.relative_to(GOLDEN).as_posix(), page.read_text("utf-8")


def address(path: str) -> str:
    return BASE + path.removesuffix("index.html")


def is_listed(path: str) -> bool:
    return path != "404.html" and not path.endswith("embed/index.html")


def test_feeds_are_atom() -> None:
    feeds = sorted(GOLDEN.rglob("feed.xml"))
    assert len(feeds) == 5
    for feed in feeds:
        tree = etree.parse(str(feed))
        assert ATOM.validate(tree), ATOM.error_log
        places = [*tree.xpath("//a:id/text() | //a:link/@href | //x:a/@href", namespaces=NAMES)]
        for place in places:
            path = unquote(place.removeprefix(BASE).partition("#")[0])
            assert (GOLDEN / path / ("" if path.endswith(".xml") else "index.html")).is_file(), place


def test_a_feed_lists_the_articles_and_what_must_be_known_of_what_they_tell() -> None:
    plan = event("It may reopen", day(2016, 4, 18), status=Status.PLANNED, modality="may")
    told = story(article([plan], slug="raid", title="Plans & more"), article(slug="old", filed=date(2016, 4, 1)))
    page = feed_page(environment(SITE), SITE, feed_entries(story_view(ENGLISH, told)), told.title, "story/")
    tree = etree.fromstring(page.text.encode())
    assert ATOM.validate(tree), ATOM.error_log
    assert tree.xpath("//a:entry/a:title/text()", namespaces=NAMES) == ["Plans & more", "Old"]
    assert tree.xpath("string(//x:li)", namespaces=NAMES) == (
        "Monday 18 April 2016; planned, as of 15 April 2016; only possible (“may”): It may reopen"
    )
    assert tree.xpath("//x:a/@href", namespaces=NAMES)[0].startswith(
        "https://courier.example/news/story/#e-it-may-reopen"
    )


def test_a_feed_holds_nothing_that_xml_has_no_place_for() -> None:
    told = story(article([event(EVIL, day(2016, 4, 15))], title=EVIL, summary=EVIL, authors=(EVIL,)), title=EVIL)
    page = feed_page(environment(SITE), SITE, feed_entries(story_view(ENGLISH, told)), told.title, "story/", EVIL)
    tree = etree.fromstring(page.text.encode())
    assert ATOM.validate(tree), ATOM.error_log
    assert tree.xpath("string(//a:entry/a:title)", namespaces=NAMES) == re.sub("[\x01\ufffe]", "\ufffd", EVIL)


def test_the_sitemap_lists_every_page_that_is_to_be_found() -> None:
    tree = etree.parse(str(GOLDEN / "sitemap.xml"))
    schema = etree.XMLSchema(file=str(SCHEMAS / "sitemap.xsd"))
    assert schema.validate(tree), schema.error_log
    places = [unquote(place) for place in tree.xpath("//*[local-name()='loc']/text()")]
    assert sorted(places) == sorted(address(path) for path, _ in pages() if is_listed(path))
    assert f"Sitemap: {BASE}sitemap.xml" in (GOLDEN / "robots.txt").read_text("utf-8")


def test_more_addresses_than_a_sitemap_may_hold_go_into_several() -> None:
    paths = [f"tags/{number}/index.html" for number in range(50_001)]
    made = {page.path: page.text for page in crawler_pages(environment(SITE), SITE, paths, {})}
    assert [made[f"sitemap-{number}.xml"].count("<url>") for number in (1, 2)] == [50_000, 1]
    assert "<loc>https://courier.example/news/sitemap-2.xml</loc>" in made["sitemap.xml"]


def test_every_page_says_what_it_is() -> None:
    kinds = {}
    for path, page in pages():
        if not is_listed(path):
            instead = f'<link rel="canonical" href="{address(path.removesuffix("embed/index.html"))}">'
            kept = '<meta name="robots" content="noindex">' if path == "404.html" else instead
            assert kept in page and "ld+json" not in page, path
            continue
        data = graph(page)
        kinds[path] = [node["@type"] for node in data]
        where = address(path)
        assert f'<link rel="canonical" href="{where}">' in page or "%" in page
        assert ("BreadcrumbList" in kinds[path]) == (path != "index.html")
        for name in ("og:title", "og:description", "og:type", "og:url"):
            assert page.count(f'<meta property="{name}" content="') == 1, path
    assert kinds["index.html"] == ["WebSite"]
    assert kinds["bridge/index.html"] == ["CollectionPage", "BreadcrumbList"]
    assert kinds["bridge/storm/index.html"] == ["NewsArticle", "BreadcrumbList"]
    assert kinds["lighthouse/index.html"] == ["CollectionPage", "NewsArticle", "BreadcrumbList"]
    assert kinds["tags/bridges/index.html"] == ["CollectionPage", "BreadcrumbList"]


def items(*events: Event, **more: Any) -> list[dict[str, Any]]:
    told = story_view(ENGLISH, story(article(events, **more)))
    data = timeline_data(SITE, told, told.entries)
    found: list[dict[str, Any]] = data["mainEntity"]["itemListElement"]
    return found


FRIDAY = day(2016, 4, 15)


def test_a_known_day_is_an_event() -> None:
    (item,) = items(event("The bridge fell", FRIDAY, places=("Marram",)))
    assert item["item"]["@type"] == "Event"
    assert item["item"]["startDate"] == "2016-04-15"
    assert item["item"]["location"] == [{"@type": "Place", "name": "Marram"}]


@pytest.mark.parametrize(
    ("told", "described"),
    [
        (event("The bridge fell", of_month(2016, 3), Grain.MONTH), "March 2016"),
        (event("The bridge fell", FRIDAY, edtf="2016-04-15~"), "on or about Friday 15 April 2016"),
        (event("It opens", FRIDAY, status=Status.PLANNED), "Friday 15 April 2016; planned, as of 15 April 2016"),
        (event("It fell", FRIDAY, modality="may"), "Friday 15 April 2016; only possible (“may”)"),
        (event("It fell", FRIDAY, polarity="NEG"), "Friday 15 April 2016; what is said not to have happened"),
        (event("It stands", span((2016, 4, 1), None), extent="throughout"), "since 1 April 2016"),
    ],
)
def test_what_is_not_known_to_the_day_or_not_to_have_happened_is_no_event(told: Event, described: str) -> None:
    (item,) = items(told)
    assert "item" not in item
    assert item["description"] == described


def test_a_day_in_doubt_is_no_event() -> None:
    text = "It fell on Friday."
    doubt = Doubt("it may be next Friday", day(2016, 4, 22))
    told = event("It fell", FRIDAY, expressions=(0,))
    (item,) = items(told, expressions=[expression(text, "Friday", FRIDAY, doubt=doubt)], text=text)
    assert "item" not in item


def test_data_cannot_leave_its_element() -> None:
    written = script([{"@type": "WebSite", "name": EVIL + "\u2028"}])
    assert not re.search("[<>&\u2028]", written)
    assert json.loads(written)["@graph"][0]["name"] == EVIL + "\u2028"


def test_without_an_address_there_is_nothing_that_needs_one(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("---\ntitle: A\ndate: 2024-05-15\n---\nIt rained on Friday.\n", "utf-8")
    build(Options(tmp_path / "content", tmp_path / "output"))
    made = {path.relative_to(tmp_path / "output").as_posix() for path in (tmp_path / "output").rglob("*")}
    assert not {"feed.xml", "a/feed.xml", "sitemap.xml", "a/share.png"} & made
    assert {"404.html", "robots.txt"} <= made
    assert (tmp_path / "output" / "robots.txt").read_text("utf-8") == "User-agent: *\nAllow: /\n"
    page = (tmp_path / "output" / "a" / "index.html").read_text("utf-8")
    assert not re.search(r'og:(image|url)|rel="(canonical|alternate)"|"url"', page)
    graph(page)


def test_the_page_for_an_address_that_leads_nowhere_begins_at_the_top_of_the_site() -> None:
    made = {page.path: page.text for page in crawler_pages(environment(SITE), SITE, ["index.html"], {})}
    assert set(re.findall(r'(?:href|src)="([^"#]+)"', made["404.html"])) == {
        "/news/feed.xml",
        "/news/static/dateline.css",
        "/news/static/icon.svg",
        "/news/index.html",
    }


def test_the_picture_to_share_is_the_same_everywhere_and_of_the_size_that_is_asked_for() -> None:
    told = story(article([event("The bridge fell", FRIDAY)]))
    svg = share_svg(environment(SITE), ENGLISH, SITE, told)
    image = share_image(svg)
    assert image == share_image(svg)
    assert struct.unpack(">II", image[16:24]) == (1200, 630)
    assert "Timeline · 2016" in svg and "A story" in svg and "The Courier" in svg


def test_what_the_font_has_no_letters_for_is_left_out_of_the_picture() -> None:
    told = story(article([event("The bridge fell", FRIDAY)]), title="北京 مرحبا")
    svg = share_svg(environment(SITE), ENGLISH, SITE, told)
    assert "北京" not in svg and "Timeline · 2016" in svg
    assert share_image(svg)


@pytest.mark.parametrize(
    ("words", "size", "lines"),
    [
        ("The bridge at Marram Sound", 84, ["The bridge at", "Marram Sound"]),
        ("Flood", 84, ["Flood"]),
        ("W" * 100, 50, ["W" * 20 + "…"]),
    ],
)
def test_a_headline_is_set_in_lines_that_fit(words: str, size: int, lines: list[str]) -> None:
    assert headline_lines(words) == (size, lines)
