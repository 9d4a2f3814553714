"""TimelineJS: what comes from there and goes back is the same, and what Dateline makes is shown there."""

from __future__ import annotations

import http.server
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html import unescape
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from dateline.formats.exports import exported
from dateline.importing.found import Found
from dateline.importing.reading import read_file
from dateline.model import Conventions, Link
from dateline.site import Options, build
from tests.importing.stories import TODAY, reread, story_of, told
from tests.test_browser import FLAGS

HERE = Path(__file__).parent
LOCK = HERE / "timelinejs"
CONTENT = HERE.parent / "site" / "content"
SAMPLES = ("cosmo.json", "cosmo-mixed.json", "eras.json", "all-media-types.json", "my-own-timeline.csv")

OF_ALL_KINDS = {
    "title": {"text": {"headline": "Of light &amp; dark", "text": "<p>What is <b>known</b>.</p>"},
              "media": {"url": "https://example.org/sky.jpg", "caption": "The sky"}, "background": {"color": "#fff"}},
    "events": [
        {"start_date": {"year": "-13800000000"}, "text": {"headline": "It begins"}},
        {"start_date": {"year": "-44", "month": "3", "day": "15"}, "text": {"headline": "A murder"}, "group": "Rome"},
        {"start_date": {"year": 602}, "end_date": {"year": 629}, "text": {"headline": "A war", "text": "Long."}},
        {"start_date": {"year": "1943", "month": "07"}, "end_date": {"year": "1946"}, "text": {"headline": "Work"},
         "media": {"url": "//example.org/film", "credit": "<a href='https://example.org/'>Them</a>", "link": "https://example.org/page",
                   "link_target": "_top"}},
        {"start_date": {"year": 2001, "month": 2, "day": 3, "hour": 16, "minute": 5}, "text": {"headline": "A launch"},
         "display_date": "one afternoon", "unique_id": "launch", "background": {"url": "https://example.org/back.png"}},
        {"start_date": {"year": 2002}, "text": {"headline": "A saying", "text": "<script>alert(1)</script>Read"},
         "media": {"url": "<blockquote>So it was.</blockquote>"}, "autolink": False},
    ],
    "eras": [{"start_date": {"year": "600"}, "end_date": {"year": "650"}, "text": {"headline": "Early"}}],
}  # fmt: skip
ROWS = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background\n"
    ',,,,,,,,,Mine,"Of my ""own""",,,,,title,,\n'
    '1815,12,10,,1852,11,27,,,Ada,"One, and\ntwo",https://example.org/a.jpg,Us,,,,People,#333\n'
    '"-13,800,000,000",,,,,,,,long ago,The beginning,,,,,,,,\n'
    "1969,7,20,8:17 pm,,,,,,A landing,,,,,,,,\n"
    "1900,,,,1910,,,,,A decade,,,,,,era,,\n"
)


def written(folder: Path, name: str, text: str) -> Found:
    path = folder / name
    path.write_text(text, "utf-8")
    return read_file(path, TODAY, Conventions())


def same_again(found: Found, format_: str, name: str, folder: Path) -> None:
    """Asserts that what was imported, exported and imported again is the same: events, dates, texts, title, links."""
    again = reread(name, exported(story_of(found), format_)[0], folder)
    assert told(again.events) == told(found.events)
    assert (again.title, again.text, again.links) == (found.title, found.text, found.links)
    assert +again.losses == {}


def test_dates_texts_eras_groups_and_media_come_in(tmp_path: Path) -> None:
    found = written(tmp_path, "all.json", json.dumps(OF_ALL_KINDS))
    assert (found.title, found.text) == ("Of light & dark", "<p>What is <b>known</b>.</p>")
    dates = [(event.edtf, event.what) for event in found.events]
    assert dates == [
        ("Y-13799999999", "It begins"),
        ("-0043-03-15", "A murder"),
        ("0602/0629", "A war"),
        ("1943-07/1946", "Work"),
        ("2001-02-03", "A launch"),
        ("2002", "A saying"),
        ("0600/0650", "Early"),
    ]
    told_there = [event.imported for event in found.events]
    assert [each.group for each in told_there if each and each.group] == ["Rome"]
    assert [each.kind for each in told_there if each] == ["event"] * 6 + ["era"]
    assert told_there[3] is not None
    assert told_there[3].links == (
        Link(
            "https://example.org/film",
            credit='<a href="https://example.org/">Them</a>',
            link="https://example.org/page",
        ),
    )
    launch = found.events[4]
    assert launch.clock is not None
    assert launch.imported is not None
    assert (launch.clock.first, launch.imported.date, launch.imported.uid) == ("16:05", "one afternoon", "launch")
    assert told_there[5] is not None
    assert told_there[5].text == "Read<blockquote>So it was.</blockquote>"


def test_what_has_no_place_is_told(tmp_path: Path) -> None:
    found = written(tmp_path, "all.json", json.dumps(OF_ALL_KINDS))
    assert +found.losses == {
        "`background.color`": 1,
        "`media.link_target`": 1,
        "`autolink`": 1,
        "<script> in a text": 1,
        "a medium that is no web address, put below the text": 1,
    }


@pytest.mark.parametrize(("format_", "name"), [("timelinejs", "b.json"), ("timelinejs-csv", "b.csv")])
def test_what_comes_in_goes_out_and_comes_in_the_same(format_: str, name: str, tmp_path: Path) -> None:
    found = written(tmp_path, "a.csv", ROWS)
    assert [(event.edtf, event.what) for event in found.events] == [
        ("1815-12-10/1852-11-27", "Ada"),
        ("Y-13799999999", "The beginning"),
        ("1969-07-20", "A landing"),
        ("1900/1910", "A decade"),
    ]
    same_again(found, format_, name, tmp_path)


def test_json_goes_out_and_comes_in_the_same(tmp_path: Path) -> None:
    same_again(written(tmp_path, "all.json", json.dumps(OF_ALL_KINDS)), "timelinejs", "b.json", tmp_path)


def slides(found: Found) -> list[dict[str, Any]]:
    slides: list[dict[str, Any]] = json.loads(exported(story_of(found), "timelinejs")[0])["events"]
    return slides


LIST = 'date = "{date}"\nwhat = "It was"\n{more}'


@pytest.mark.parametrize(
    ("date", "more", "slide"),
    [
        ("2016", {}, {"start_date": {"year": 2016}}),
        ("2016-04", {}, {"start_date": {"year": 2016, "month": 4}}),
        ("2016~", {}, {"start_date": {"year": 2016}, "display_date": "about 2016"}),
        (
            "2015-22",
            {},
            {
                "start_date": {"year": 2015, "month": 6},
                "end_date": {"year": 2015, "month": 8},
                "display_date": "Summer 2015 (June–August)",
            },
        ),
        ("2016-01/..", {}, {"start_date": {"year": 2016, "month": 1}, "display_date": "since January 2016"}),
        (
            "../2016-04-15",
            {"extent": "within"},
            {"start_date": {"year": 2016, "month": 4, "day": 15}, "display_date": "by 15 April 2016"},
        ),
        (
            "2016",
            {"polarity": "NEG"},
            {"start_date": {"year": 2016}, "display_date": "2016; what is said not to have happened"},
        ),
        (
            "2031-05-01",
            {},
            {
                "start_date": {"year": 2031, "month": 5, "day": 1},
                "display_date": "Thursday 1 May 2031; planned, as of 15 May 2024",
            },
        ),
    ],
)
def test_what_a_date_cannot_say_stands_in_words(
    date: str, more: dict[str, str], slide: dict[str, Any], tmp_path: Path
) -> None:
    rows = [{"edtf": date, "what": "It was", **more}]
    table = ",".join(rows[0]) + "\n" + ",".join(rows[0].values()) + "\n"
    (made,) = slides(written(tmp_path, "a.csv", table))
    assert {key: made[key] for key in made.keys() - {"text"}} == slide


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """TimelineJS as npm has it."""
    folder = tmp_path_factory.mktemp("npm")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCK / name, folder)
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return folder / "node_modules" / "@knight-lab" / "timelinejs"


def words(page: str) -> str:
    """What a reader sees of HTML, but for its spaces."""
    bare = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", "", page, flags=re.DOTALL | re.IGNORECASE)
    return "".join(unescape(bare).split())


@pytest.mark.verify
@pytest.mark.parametrize("name", SAMPLES)
def test_its_own_samples_come_in_go_out_and_come_in_the_same(name: str, package: Path, tmp_path: Path) -> None:
    found = read_file(package / "src" / "template" / name, TODAY, Conventions())
    same_again(found, "timelinejs", "again.json", tmp_path)
    same_again(found, "timelinejs-csv", "again.csv", tmp_path) if name.endswith(".csv") else None


@pytest.mark.verify
@pytest.mark.parametrize("name", SAMPLES[:-1])
def test_no_word_of_its_own_samples_is_lost(name: str, package: Path) -> None:
    path = package / "src" / "template" / name
    there = json.loads(path.read_text("utf-8"))
    here = json.loads(exported(story_of(read_file(path, TODAY, Conventions())), "timelinejs")[0])
    for kind in ("events", "eras"):
        told_there = [words("".join(slide["text"].values())) for slide in there.get(kind, [])]
        told_here = [words("".join(slide["text"].values())) for slide in here.get(kind, [])]
        assert len(told_here) == len(told_there)
        left = sorted(told_here)
        for text in told_there:
            left.remove(next(each for each in left if each.startswith(text)))
        years = [[int(slide["start_date"]["year"]) for slide in each.get(kind, [])] for each in (there, here)]
        assert sorted(years[0]) == sorted(years[1])


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which the files of a folder are served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/dist/css/timeline.css">
<script src="/dist/js/timeline.js"></script><div id="at" style="width: 1000px; height: 600px"></div>
<script>window.timeline = new TL.Timeline("at", "/made/{name}", {{hash_bookmark: false}});</script>"""


@pytest.mark.verify
@pytest.mark.parametrize("story", ["levee", "bridge", "lighthouse", *SAMPLES[:-1]])
def test_it_shows_every_event_that_is_exported(story: str, package: Path, chromium: str, tmp_path: Path) -> None:
    made = package / "made"
    made.mkdir(exist_ok=True)
    if story in SAMPLES:
        data = exported(story_of(read_file(package / "src" / "template" / story, TODAY, Conventions())), "timelinejs")[
            0
        ]
    else:
        build(Options(CONTENT, tmp_path / "output"))
        data = (tmp_path / "output" / story / "timeline.timelinejs.json").read_bytes()
    (made / "timeline.json").write_bytes(data)
    (made / "index.html").write_text(PAGE.format(name="timeline.json"), "utf-8")
    record = json.loads(data)
    with served(package) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        page.route(lambda url: not url.startswith(address), lambda route: route.abort())
        page.goto(f"{address}/made/index.html", wait_until="domcontentloaded")
        page.wait_for_selector(".tl-timemarker", state="attached")
        assert page.evaluate("timeline.config.messages.errors") == []
        assert page.locator(".tl-timemarker").count() == len(record["events"])
        assert page.locator(".tl-timeera").count() == len(record.get("eras", []))
        shown = page.evaluate("timeline.config.events.map(event => event.text.headline)")
        assert sorted(shown) == sorted(event["text"]["headline"] for event in record["events"])
        browser.close()
