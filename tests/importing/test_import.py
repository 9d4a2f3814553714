"""`import` and `new` in a folder of their own: what is written, what is told, and what is refused."""

from __future__ import annotations

import html
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles import read_article
from dateline.cli import main
from dateline.config import Site
from dateline.importing import markdown
from dateline.importing.reading import read_file
from dateline.markup import render
from dateline.model import Article, Conventions
from dateline.pieces import read_pieces
from dateline.templating import PACKAGE

FILES = Path(__file__).parent / "files"
BUILD = Path(__file__).parent.parent.parent / "build.py"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a command runs."""
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def brought(*arguments: str) -> int:
    return main(["import", *arguments, "--story", "harbour"])


def article(name: str) -> Article:
    reading = read_article(Path("content/harbour") / f"{name}.md", Path("content"), Site())
    assert (reading.errors, reading.warnings) == ((), ())
    assert reading.article is not None
    return reading.article


def test_a_saved_page_gives_its_text_title_day_author_source_and_address(capsys: pytest.CaptureFixture[str]) -> None:
    assert brought(str(FILES / "page.html")) == 0
    assert capsys.readouterr().out == "content/harbour/2024-05-14-quay-wall-slips.md: Quay wall slips\n"
    read = article("2024-05-14-quay-wall-slips")
    assert (read.title, read.authors, read.source) == ("Quay wall slips", ("Ada Brook",), "Harbour News")
    assert read.source_url == "https://example.org/quay"
    assert read.text == (
        "The quay wall slipped on Monday, and nobody was hurt when the stones went into the water of the basin.\n\n"
        "Engineers said in a report that it would be rebuilt by the end of the year, with a wider footing than before."
    )
    text = Path("content/harbour/2024-05-14-quay-wall-slips.md").read_text("utf-8")
    assert "[in a report](<https://example.org/report>)" in text


def test_plain_text_is_words_and_no_markup() -> None:
    assert brought(str(FILES / "plain.txt"), "--date", "2024-05-15") == 0
    read = article("2024-05-15-ferry-stays-in-port")
    assert read.text == (
        "HARBOURTOWN — The night ferry *has not* sailed since Friday. 1999. What a year: # <b>bold</b> & [x](y).\n\n"
        "- Talks broke down on Tuesday."
    )


def test_a_feed_gives_each_article_with_the_offset_of_its_day() -> None:
    assert brought(str(FILES / "feed.xml"), str(FILES / "atom.xml")) == 0
    gate, buoy = article("2024-05-14-lock-gate-jams-floods"), article("2024-05-13-buoy-adrift")
    assert gate.dateline.moment is not None
    assert gate.dateline.moment.isoformat() == "2024-05-14T21:30:00+02:00"
    assert gate.text == "The lock gate jammed on Monday.\n\nThe gate See more.\n\nOne"
    assert (gate.tags, gate.authors, gate.source) == (("locks",), ("Tom Lisle",), "Harbour News")
    assert (buoy.dateline.day.isoformat(), buoy.summary) == ("2024-05-13", "")


def test_ninjs_tables_and_lists_of_articles() -> None:
    assert brought(str(FILES / "ninjs.json"), str(FILES / "articles.csv"), str(FILES / "articles.json")) == 0
    pier, mast, crane = (
        article("2024-05-14-pier-reopens"),
        article("2024-05-12-mast-falls"),
        article("2024-05-11-crane-stands"),
    )
    assert (pier.dateline.place, pier.source, pier.tags) == ("Harbourtown", "NTB", ("piers",))
    assert pier.conventions.lang == "en-GB"
    assert (mast.text, mast.authors) == ("The mast fell on Saturday.\n\nIt was old.", ("Tom Lisle",))
    assert crane.text == "The crane was put up on Friday."


def test_a_calendar_becomes_events_and_what_it_could_not_carry_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    path = FILES / "calendar.ics"
    assert brought(str(path)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "content/harbour/calendar.events.toml: 2 events",
        f"{path}: not carried: a repetition: its first time only is here",
        f"{path}: not carried: categories beyond the first",
    ]
    text = Path("content/harbour/calendar.events.toml").read_text("utf-8")
    assert 'date = "2024-05-10/2024-05-12"\nwhat = "Harbour days"' in text
    assert 'clock = "16:00-17:30 Europe/Berlin"\nwhat = "Regatta"\npolarity = "NEG"' in text


def test_markwhen_becomes_events_in_their_groups(capsys: pytest.CaptureFixture[str]) -> None:
    path = FILES / "works.mw"
    assert brought(str(path)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "content/harbour/works.events.toml: 5 events",
        f"{path}: not carried: tags beyond the first",
        f"{path}: not carried: a date that hangs on another, or is not known here, on line 10",
    ]
    text = Path("content/harbour/works.events.toml").read_text("utf-8")
    assert 'title = "Harbour works"' in text
    assert 'date = "2019-03/2020-05"\nwhat = "Dredging"' in text
    assert 'date = "2021-04-03"\nwhat = "Quay wall slips"' in text
    assert 'clock = "16:15 Z"\nwhat = "Opening"' in text
    assert 'date = "2030-12"\nwhat = "Bridge"\nstatus = "planned"\ngroup = "Later"' in text


BROKEN_TIMES = {
    "the end is no day": "DTSTART;VALUE=DATE:20240515\nDTEND;VALUE=DATE:soon",
    "the end is before all time": "DTSTART;VALUE=DATE:00010101\nDTEND;VALUE=DATE:00010101",
    "it lasts beyond all time": "DTSTART;VALUE=DATE:20240515\nDURATION:P9999999D",
    "it begins by the clock of a zone and ends by no zone's": "DTSTART:20240515T080000Z\nDTEND:20240516T090000",
    "it begins on a day and ends at a moment": "DTSTART;VALUE=DATE:20240515\nDTEND:20240515T090000Z",
    "it begins twice": "DTSTART;VALUE=DATE:20240515\nDTSTART;VALUE=DATE:20240516",
    "its end is a length": "DTSTART;VALUE=DATE:20240515\nDTEND:P1D",
}


@pytest.mark.parametrize("times", BROKEN_TIMES.values(), ids=BROKEN_TIMES)
def test_an_event_whose_times_are_broken_is_read_as_far_as_it_can_be(times: str) -> None:
    entry = f"BEGIN:VEVENT\nUID:1\n{times}\nSUMMARY:It sailed\nEND:VEVENT"
    Path("a.ics").write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\n{entry}\nEND:VCALENDAR\n", "utf-8")
    found = read_file(Path("a.ics"), date(2024, 5, 15), Conventions())
    assert [event.what for event in found.events] == ["It sailed"]


def test_what_is_there_is_left_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    brought(str(FILES / "page.html"))
    path = Path("content/harbour/2024-05-14-quay-wall-slips.md")
    path.write_text("mine", "utf-8")
    capsys.readouterr()
    assert brought(str(FILES / "page.html")) == 0
    assert capsys.readouterr().out == f"{path} is there already, and was left as it is\n"
    assert path.read_text("utf-8") == "mine"


def test_the_day_given_for_a_feed_is_for_the_articles_that_name_none(tmp_path: Path) -> None:
    dated = "<item><title>Mast falls</title><pubDate>Sun, 12 May 2024 08:00:00 GMT</pubDate>"
    undated = "<item><title>Hut burns</title><description>It burned.</description></item>"
    items = f"{dated}<description>It fell.</description></item>{undated}"
    feed = tmp_path / "feed.rss"
    feed.write_text(f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>', "utf-8")
    assert brought(str(feed), "--date", "2024-05-16") == 0
    assert {path.name for path in Path("content/harbour").iterdir()} == {
        "2024-05-12-mast-falls.md",
        "2024-05-16-hut-burns.md",
    }


def test_the_day_given_for_a_page_is_its_day_whatever_the_page_says() -> None:
    assert brought(str(FILES / "page.html"), "--date", "2024-05-16") == 0
    assert [path.name for path in Path("content/harbour").iterdir()] == ["2024-05-16-quay-wall-slips.md"]


def test_another_article_of_the_same_headline_has_another_address() -> None:
    brought(str(FILES / "page.html"))
    assert brought(str(FILES / "undated.html"), "--date", "2024-05-16") == 0
    assert Path("content/harbour/2024-05-16-quay-wall-slips-2.md").is_file()
    assert main(["build"]) == 0


def test_the_built_page_shows_what_was_imported_as_imported() -> None:
    brought(str(FILES / "calendar.ics"))
    assert main(["build"]) == 0
    page = Path("output/harbour/index.html").read_text("utf-8")
    assert "Imported from calendar.ics" in page
    assert '<a href="https://example.org/regatta" rel="nofollow">' in page
    assert "what is said not to have happened" in page
    assert "2 events from an imported list" in page


def test_new_makes_a_ready_article(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["new", "Ferry: a new “deal”", "--story", "Old Harbour", "--date", "2024-05-16"]
    assert main(command) == 0
    assert capsys.readouterr().out == "content/old-harbour/2024-05-16-ferry-a-new-deal.md\n"
    made = Path("content/old-harbour/2024-05-16-ferry-a-new-deal.md").read_text("utf-8")
    assert made == '---\ntitle: "Ferry: a new “deal”"\ndate: 2024-05-16\n---\n\nWrite the text here.\n'
    assert main(["build"]) == 0
    capsys.readouterr()
    assert main(command) == 1
    assert capsys.readouterr().err == (
        "content/old-harbour/2024-05-16-ferry-a-new-deal.md: this article is there already\n"
        "    Write on in that file, or give another headline.\n"
    )


def test_both_run_through_the_real_entry_point(here: Path) -> None:
    for arguments in (
        ["import", FILES / "plain.txt", "--story", "harbour", "--date", "2024-05-15"],
        ["new", "A headline", "--story", "harbour", "--date", "2024-05-16"],
        ["build"],
    ):
        done = subprocess.run([sys.executable, BUILD, *arguments], cwd=here, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
    assert (here / "output/harbour/a-headline/index.html").is_file()


DATE = "    Give the day with --date: --date 2016-04-15.\n"
WRONG = {
    "a.txt": ("A headline\n\nIt rained.", "a.txt: “A headline”: plain text does not say when it was filed\n" + DATE),
    "b.txt": (
        "One line",
        (
            "b.txt:1: this text has no headline: its first line is its title\n    One line\n"
            "    Write the headline on a line of its own.\n"
        ),
    ),
    "c.txt": (" \n", "c.txt: this file holds no words\n    Write a headline, an empty line, and the text.\n"),
    "a.pdf": (
        "x",
        (
            "a.pdf: no format is known by this name\n    Name it with one of .atom, .csv, .htm, .html, .ics, .json, "
            ".markwhen, .mw, .rss, .txt, .xhtml, .xml.\n"
        ),
    ),
    "a.json": ('{"a":\n x}', "a.json:2: this is no JSON: Expecting value\n     x}\n    Export it again.\n"),
    "b.json": (
        '{"a": 1}',
        (
            "b.json: this JSON is of no kind that is known\n    It reads TimelineJS, IPTC ninjs, JSON Feed, lists of "
            "articles, and Dateline's own timeline.json.\n"
        ),
    ),
    "c.json": (
        '[{"title": "A", "date": "2024-05-15"}]',
        "c.json: “A” has no text\n    Its text stands under a name such as `text` or `body`.\n",
    ),
    "d.json": (
        '[{"title": "A", "date": "soon", "text": "It rained."}]',
        "d.json: “A”: its date, “soon”, is not written as one\n" + DATE,
    ),
    "e.json": (
        '{"events": [{"start_date": {"year": 2016, "month": 13}, "text": {"headline": "A"}}]}',
        (
            "e.json: event 1, “A”: `date` cannot be read: “2016-13” is no month that there is\n"
            "    Write it as EDTF: 2016-04-15, 2016-04, 2016, 2015-06/2015-08, 2016-01/.. or -0043.\n"
        ),
    ),
    "f.json": (
        '{"events": [{"text": {"headline": "A"}}]}',
        "f.json: event 1 has no `start_date`\n    Give it a year in TimelineJS, and export it again.\n",
    ),
    "g.json": ("[" * 100_000, "g.json: this JSON is nested too deep\n    Export it again.\n"),
    "h.json": (
        '[{"title": "A", "html": "' + "&" * 500_000 + '"}]',
        "h.json: this text holds too many “&”\n    Split it into several files.\n",
    ),
    "c.mw": (
        "2016: A\n" * 20_002,
        "c.mw:20002: this timeline holds more than 20,000 events\n    2016: A\n    Split it.\n",
    ),
    "a.csv": (
        "a,b\n1,2\n",
        (
            "a.csv:1: the columns of this table are not known\n    a,b\n"
            "    Articles have the columns title, date and text; TimelineJS has Year, Headline and Text.\n"
        ),
    ),
    "d.csv": (
        "a" * 1_000_001,
        (
            f"d.csv:1: this row is no CSV: field larger than field limit (1000000)\n    {'a' * 160}\n"
            "    Save the table as CSV again.\n"
        ),
    ),
    "b.csv": (
        "title,date,text\nA,2024-05-15,It rained,and blew\n",
        (
            "b.csv:2: this row has more cells than the table has columns\n    A,2024-05-15,It rained,and blew\n"
            "    Quote its commas.\n"
        ),
    ),
    "c.csv": (
        "Year,Headline\n2016,A\nx,B\n",
        (
            "c.csv:3: event 3, “B”: `date` cannot be read: “x” is no date\n    x,B\n"
            "    Write it as EDTF: 2016-04-15, 2016-04, 2016, 2015-06/2015-08, 2016-01/.. or -0043.\n"
        ),
    ),
    "a.xml": (
        '<!DOCTYPE x [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>',
        (
            "a.xml:1: this feed declares entities, which are not read\n"
            '    <!DOCTYPE x [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>\n'
            "    Remove its <!DOCTYPE>.\n"
        ),
    ),
    "b.xml": (
        "<html>",
        "b.xml: this feed holds no article\n    Is it RSS or Atom? Save the feed itself, not the page that shows it.\n",
    ),
    "a.ics": (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=A,B:20240515\nEND:VEVENT\nEND:VCALENDAR\n",
        ("a.ics: this is no iCalendar: one of its lines is broken\n    Export the calendar again.\n"),
    ),
    "a.mw": ("title: A\n", "a.mw: no dated line was found\n    Write lines such as `2016-04-15: The bridge opens`.\n"),
    "b.mw": (
        "2016-02-30: A\n",
        (
            "b.mw:1: `date` cannot be read: “2016-02-30” is no day that there is\n    2016-02-30: A\n"
            "    Write it as EDTF: 2016-04-15, 2016-04, 2016, 2015-06/2015-08, 2016-01/.. or -0043.\n"
        ),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_named_with_its_remedy(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    written, message = WRONG[name]
    Path(name).write_text(written, "utf-8")
    assert brought(name) == 1
    assert capsys.readouterr().err == message
    assert list(Path("content").iterdir()) == []


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.json", "c.txt"):
        Path(name).write_text(WRONG[name][0], "utf-8")
    assert brought(str(FILES / "page.html"), "a.json", "c.txt", "nowhere.txt") == 2
    gone = "nowhere.txt: cannot be read: No such file or directory\n    Check its name.\n"
    assert capsys.readouterr().err == WRONG["a.json"][1] + WRONG["c.txt"][1] + gone
    assert list(Path("content").iterdir()) == []


def test_plain_text_of_ninjs_keeps_its_paragraphs_and_its_version_is_the_update() -> None:
    body = {"contenttype": "text/plain", "value": "The mast fell.\n\nNobody was hurt."}
    days = {"firstcreated": "2024-05-10T08:00:00+00:00", "versioncreated": "2024-05-12T10:00:00+00:00"}
    Path("n.json").write_text(json.dumps([{"headlines": [{"value": "Mast"}], "bodies": [body], **days}]), "utf-8")
    assert brought("n.json") == 0
    (made,) = Path("content/harbour").iterdir()
    written = made.read_text("utf-8")
    assert written.endswith("The mast fell.\n\nNobody was hurt.\n")
    assert "date: 2024-05-10" in written
    assert "updated: 2024-05-12" in written


def test_each_row_that_cannot_be_an_article_is_named_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    rows = ['Mast,2024-05-12,"It fell.\n\nNobody was hurt."', "Pier,12/5/2024,It burned.", "Quay,2024-05-12,"]
    Path("rows.csv").write_text("\n".join(["title,date,text", *rows, ""]), "utf-8")
    assert brought("rows.csv") == 1
    assert capsys.readouterr().err == (
        "rows.csv:5: “Pier”: its date, “12/5/2024”, is not written as one\n" + DATE + "rows.csv:6: “Quay” has no text\n"
        "    Its text stands under a name such as `text` or `body`.\n"
    )
    assert list(Path("content").iterdir()) == []


def test_an_article_that_a_file_holds_twice_is_written_once(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        "Mast,2024-05-12,It fell.",
        "Mast,2024-05-12,It fell.",
        "Mast,2024-05-12,It stands.",
        ",2024-05-12,It rains.",
    ]
    Path("rows.csv").write_text("\n".join(["title,date,text", *rows, ""]), "utf-8")
    for told in ("{}: {}", "{} is there already, and was left as it is"):
        assert brought("rows.csv") == 0
        names = {"mast": "Mast", "mast-2": "Mast", "it-rains": "It rains."}
        assert capsys.readouterr().out.splitlines() == [
            *(told.format(f"content/harbour/2024-05-12-{name}.md", title) for name, title in names.items()),
            "rows.csv: not carried: a headline that is missing; the first words stand in its place",
            "rows.csv: not carried: an article that the file holds twice",
        ]


FEED = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title><item>
<title>Crane</title><pubDate>Wed, 15 May 2024 21:30:00 +0200</pubDate>
<enclosure url="https://media.example/talk.mp3" type="audio/mpeg" length="1"/><content:encoded><![CDATA[
<p>The crane moved on Monday.</p><iframe src="//films.example/embed/1?a=1&amp;b=2"></iframe><iframe srcdoc="x"></iframe>
<video controls><source src="https://films.example/crane.mp4"></video><svg><text>On Friday</text></svg>
<picture><source srcset="https://media.example/a.webp"><img src="https://media.example/a.jpg" alt="It moves"></picture>
<table><tr><td>1</td><td>2</td></tr></table><video src="javascript:alert(1)"></video>
]]></content:encoded></item></channel></rss>
"""


def test_films_frames_and_sounds_become_links_and_what_does_not_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("films.rss").write_text(FEED, "utf-8")
    assert brought("films.rss") == 0
    body = Path("content/harbour/2024-05-15-crane.md").read_text("utf-8").split("---\n\n")[1]
    addresses = [
        "films.example/embed/1?a=1&b=2",
        "films.example/crane.mp4",
        "media.example/a.jpg",
        "media.example/talk.mp3",
    ]
    assert [part.partition("(<https://")[2].rstrip(">)\n") for part in body.split("\n\n") if "](" in part] == addresses
    assert capsys.readouterr().out.splitlines()[1:] == [
        "films.rss: not carried: <svg> in a text",
        "films.rss: not carried: a film, sound or frame that is not on the web (2 times)",
        "films.rss: not carried: the rows of a table, whose cells now follow each other",
    ]


NINJS = """{"headline": "Pier burns",
"byline": "By Ada Brook and Tom Lisle", "versioncreated": "2024-05-14T12:00:00+02:00",
"body_text": "It burned on Monday.", "place": [{"name": "Marram"}, {"name": "Sand"}], "person": [{"name": "Tom Lisle"}],
"associations": {"main": {"type": "picture"}}, "url": "pier"}"""


def test_what_ninjs_holds_and_an_article_has_no_place_for_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("pier.json").write_text(NINJS, "utf-8")
    assert brought("pier.json") == 0
    assert article("2024-05-14-pier-burns").authors == ("Ada Brook", "Tom Lisle")
    assert {line.removeprefix("pier.json: not carried: ") for line in capsys.readouterr().out.splitlines()[1:]} == {
        "`associations` of an article",
        "`person` of an article",
        "a place beside the one of the dateline",
        "an address that is none of the web",
    }


def test_an_end_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20240515", "DTEND;VALUE=DATE:2024xx17", "SUMMARY:A"]
    Path("a.ics").write_text("\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]), "utf-8")
    assert brought("a.ics") == 0
    assert capsys.readouterr().out == (
        "content/harbour/a.events.toml: 1 event\na.ics: not carried: an end that cannot be read\n"
    )


def test_a_file_in_another_encoding_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("latin.txt").write_bytes(b"A\n\nCaf\xe9")
    assert brought("latin.txt") == 1
    assert capsys.readouterr().err == "latin.txt:3: this file is not UTF-8: byte 7\n    Save it again as UTF-8.\n"


@pytest.mark.parametrize(
    ("module", "name"), [("trafilatura", "page.html"), ("feedparser", "feed.xml"), ("icalendar", "calendar.ics")]
)
def test_a_missing_extra_is_named_with_its_install_line(
    module: str, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert brought(str(FILES / name)) == 1
    assert capsys.readouterr().err == (
        f"{FILES / name}: this format needs {module}, which is not installed\n"
        f'    Install what import reads with: python -m pip install -e "{PACKAGE.parent}[import]"\n'
    )


@pytest.mark.parametrize("name", ["../out", "/etc", "..", "!!", "static"])
def test_no_story_lies_outside_the_content(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/static").mkdir()
    status = main(["new", "A", "--story", name, "--date", "2024-05-16"])
    made = [path.relative_to(Path.cwd() / "content") for path in Path.cwd().rglob("*.md")]
    assert all(len(path.parts) == 2 for path in made)
    assert status == (0 if name in ("../out", "/etc") else 2), capsys.readouterr().err


PLAIN = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co"))
SIGNS = st.text("*_`#>+-=~:|[]()!<>&\\^$ 1.ax;\n", max_size=40)


@settings(deadline=None)
@given(st.one_of(st.text(PLAIN, max_size=60), SIGNS))
def test_any_words_are_read_as_they_were(words: str) -> None:
    read, _ = read_pieces(render(markdown.of_text(words)), lambda _name, _url: None)
    assert " ".join(read.split()) == " ".join(words.split())


@settings(deadline=None)
@given(st.one_of(st.text(PLAIN, max_size=60), SIGNS))
def test_any_words_of_a_page_are_read_as_they_were(words: str) -> None:
    body, _ = markdown.of_html(f"<div><p>{html.escape(words)}</p><ul><li>{html.escape(words)}</li></ul></div>")
    read, _ = read_pieces(render(body), lambda _name, _url: None)
    assert " ".join(read.split()) == " ".join(f"{words} {words}".split())
