"""What the pages say: headings, links both ways, conditions in words, nothing unescaped, mistakes named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dateline.config import Site
from dateline.errors import DatelineError
from dateline.model import Clock, Correction, Doubt, Event, Grain, Markup, Picture, Run, Status, Story
from dateline.pages.across import site_pages
from dateline.pages.environment import environment, site_catalogue
from dateline.pages.summary import story_summary
from dateline.pages.view import story_view
from dateline.pages.within import story_pages
from dateline.templating import static_files
from dateline.timex.interval import of_decade, of_year
from tests.examples import article, day, event, expression, span, story

SITE = Site(title="The Courier", base_url="https://courier.example")
EVIL = "<script>alert(1)</script>\"'&"


def built(*stories: Story, site: Site = SITE, templates: Path | None = None) -> dict[str, str]:
    jinja = environment(site, templates)
    views = [story_view(site_catalogue(site), one) for one in stories]
    planned = site_pages(jinja, site, [story_summary(jinja, one) for one in views])
    across = (one.made() for each in planned for one in each.planned())
    pages = [*across, *(page for one in views for page in story_pages(jinja, site, one))]
    return {page.path: page.text for page in pages}


class Reader(HTMLParser):
    """Ids, links and words of a page, and the headings in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.words = ""
        self._heading = ""
        self.feed(text)
        self.words = " ".join(self.words.split())

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag in ("h1", "h2", "h3"):
            self._heading = tag
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._heading:
            self._heading = ""

    def handle_data(self, data: str) -> None:
        self.words += data
        if self._heading:
            tag, words = self.headings[-1]
            self.headings[-1] = tag, words + data


TEXT = "Fighting began on Friday near the town, which fell in 2001."


def fighting() -> Story:
    friday = expression(TEXT, "on Friday", day(2016, 4, 15), doubt=Doubt("it may be the week before", day(2016, 4, 8)))
    year = expression(TEXT, "in 2001", of_year(2001), Grain.YEAR)
    events = [
        event("Fighting began on Friday near the town", day(2016, 4, 15), quote=TEXT, expressions=(0,)),
        event("which fell in 2001", of_year(2001), Grain.YEAR, quote=TEXT, expressions=(1,), subject="the town"),
    ]
    return story(article(events, [friday, year], text=TEXT, source="The Post", source_url="https://post.example/a"))


def test_the_timeline_has_years_months_and_the_words_of_each_entry() -> None:
    page = Reader(built(fighting())["story/index.html"])
    assert [heading for heading in page.headings if heading[1][0].isdigit() or heading == ("h3", "April")] == [
        ("h2", "2001"),
        ("h2", "2016"),
        ("h3", "April"),
    ]
    assert "Friday 15 April 2016 inferred; perhaps Friday 8 April 2016" in page.words
    assert "Fighting began on Friday near the town" in page.words
    assert "which [the town] fell in 2001" in page.words
    assert "From Raid, Friday 15 April 2016 (The Post)" in page.words
    assert "In doubt: it may be the week before Another reading: Friday 8 April 2016" in page.words


def test_expressions_and_entries_are_tied_both_ways() -> None:
    pages = {path: Reader(text) for path, text in built(fighting()).items()}
    timeline, raid = pages["story/index.html"], pages["story/raid/index.html"]
    back = [link for link in timeline.links if link.startswith("raid/index.html#")]
    assert back == ["raid/index.html#x1", "raid/index.html#x0"]
    assert {"x0", "x1"} <= set(raid.ids)
    forth = [link.removeprefix("../index.html#") for link in raid.links if link.startswith("../index.html#")]
    assert len(forth) >= 2
    assert set(forth) <= set(timeline.ids)
    assert all(len(page.ids) == len(set(page.ids)) for page in pages.values())


def test_an_expression_carries_datetime_only_where_html_has_one() -> None:
    text = "It rained on Friday, and often in the 1990s."
    found = [
        expression(text, "on Friday", day(2016, 4, 15)),
        expression(text, "in the 1990s", of_decade(1990), Grain.DECADE),
    ]
    page = built(story(article([], found, text=text)))["story/raid/index.html"]
    assert '<time id="x0" datetime="2016-04-15">on Friday</time>' in page
    assert '<span class="time" id="x1">in the 1990s</span>' in page


@pytest.mark.parametrize(
    ("value", "attribute"),
    [
        ("P1W", ' datetime="P7D"'),
        ("P10D", ' datetime="P10D"'),
        ("PT90M", ' datetime="PT90M"'),
        ("P2M", None),
        ("P3Y", None),
        ("PXD", None),
        ("P1DE", None),
    ],
)
def test_a_length_carries_datetime_where_it_is_a_fixed_one(value: str, attribute: str | None) -> None:
    text = "It rained for ages."
    found = expression(text, "ages", None, type="DURATION", value=value)
    page = built(story(article([], [found], text=text)))["story/raid/index.html"]
    tag = f'<time id="x0"{attribute}>ages</time>' if attribute else '<span class="time" id="x0">ages</span>'
    assert tag in page


def test_no_link_stands_inside_a_link() -> None:
    text = "It fell on Friday."
    found = expression(text, "on Friday", day(2016, 4, 15))
    pieces = (
        Markup("<p>"),
        Run(0, 8),
        Markup('<a href="https://a.example">'),
        Run(8, 17),
        Markup("</a>"),
        Run(17, 18),
        Markup("</p>"),
    )
    it_fell = event("It fell on Friday", day(2016, 4, 15), expressions=(0,))
    page = built(story(article([it_fell], [found], text=text, pieces=pieces)))["story/raid/index.html"]
    assert '<a href="https://a.example"><time id="x0" datetime="2016-04-15">on Friday</time></a>' in page


def test_a_lone_article_stands_below_its_timeline() -> None:
    text = "It fell on Friday."
    found = expression(text, "on Friday", day(2016, 4, 15))
    it_fell = event("It fell on Friday", day(2016, 4, 15), expressions=(0,))
    pages = built(story(article([it_fell], [found], text=text), lone=True))
    assert not any(path.startswith("story/raid") for path in pages)
    page = Reader(pages["story/index.html"])
    assert page.words.index("Friday 15 April 2016 It fell on Friday") < page.words.rindex("It fell on Friday.")
    assert {link.removeprefix("#") for link in page.links if link.startswith("#")} <= set(page.ids)


def test_an_article_that_dates_nothing_is_a_publication() -> None:
    page = built(story(article(slug="letters", title="Letters to the editor")))["story/index.html"]
    assert "Published 15 April 2016: Letters to the editor" in Reader(page).words
    assert "entry--published" in page


def test_what_is_planned_denied_or_possible_never_looks_as_if_it_had_happened() -> None:
    page = built(
        story(
            article(
                [
                    event("The talks begin", day(2016, 4, 19), status=Status.PLANNED),
                    event("The bridge was hit", day(2016, 4, 14), polarity="NEG"),
                    event("The pass could shut", day(2016, 4, 20), modality="could"),
                ]
            )
        )
    )["story/index.html"]
    words = Reader(page).words
    assert "planned, as of 15 April 2016 The talks begin" in words
    assert "said not to have happened The bridge was hit" in words
    assert "only possible (“could”) The pass could shut" in words
    assert page.count('class="entry entry--planned') == 3
    assert "entry--day" not in page


def headings(*events: Event) -> list[str]:
    """The years and months of a page, and the headlines of the entries that stand under them."""
    page = built(story(article(events)))["story/index.html"]
    reader = Reader(page)
    assert len(reader.ids) == len(set(reader.ids))
    page = re.sub(r'<h3 class="month__end month__end--first" hidden>.*', "", page)
    return re.findall(r"(?:year__name|month__name|visually-hidden|entry__what)\"[^>]*>([^<]+)<", page)


def test_what_reaches_beyond_its_year_stands_in_the_row_of_the_year_in_which_it_begins() -> None:
    assert headings(
        event("first", day(2015, 11, 12)),
        event("wide", span((2015, 11, 15), (2016, 4, 15))),
        event("second", day(2015, 11, 20)),
        event("winter", span((2015, 12, 1), (2016, 2, 29)), Grain.SEASON),
        event("third", day(2016, 1, 2)),
    ) == [
        "2015",
        "November",
        "first",
        "wide",
        "second",
        "Over more than one month",
        "winter",
        "2016",
        "January",
        "third",
    ]


def test_what_reaches_beyond_a_year_that_has_no_row_has_a_heading_of_its_own() -> None:
    decade = event("decade", of_decade(1990), Grain.DECADE)
    years = event("years", span((1993, 5, 1), (1994, 4, 30)))
    assert headings(decade, event("day", day(1991, 1, 1)), years, event("last", day(1999, 1, 1))) == (
        ["The 1990s", "decade", "1991", "January", "day", "The 1990s", "years", "1999", "January", "last"]
    )
    assert headings(event("long", span((1989, 5, 1), (1994, 4, 30))), decade) == (
        ["1989–1994", "long", "The 1990s", "decade"]
    )


def test_what_no_month_holds_does_not_seem_to_stand_under_one() -> None:
    year, new_year = event("the year", of_year(2016), Grain.YEAR), event("a day", day(2016, 1, 1))
    assert headings(new_year, year) == ["2016", "January", "a day", "Over more than one month", "the year"]
    assert headings(year, event("a later day", day(2016, 1, 2)), new_year) == (
        ["2016", "January", "a day", "the year", "a later day"]
    )
    assert headings(year) == ["2016", "the year"]


def test_the_words_of_code_stand_where_they_stood() -> None:
    text = "They typed \ufffc on Friday. Later \ufffc, fixed on Monday, and \ufffc failed."
    friday, monday = expression(text, "Friday", day(2016, 4, 15)), expression(text, "Monday", day(2016, 4, 11))
    start = text.rindex("\ufffc")
    pieces = (
        *(Markup("<p>"), Run(0, 11), Markup("<code>ls &lt;x&gt;</code>"), Run(12, 30)),
        *(
            Markup("<kbd>rm</kbd>"),
            Run(31, start),
            Markup("<samp>dd</samp>"),
            Run(start + 1, len(text)),
            Markup("</p>"),
        ),
    )
    events = [
        event("They typed \ufffc on Friday", day(2016, 4, 15), expressions=(0,), spans=((0, 22),), quote=text[:23]),
        event(
            "\ufffc failed",
            day(2016, 4, 11),
            expressions=(1,),
            spans=((start, start + 8),),
            quote=text[24:],
            quote_start=24,
        ),
    ]
    page = built(story(article(events, [friday, monday], text=text, pieces=pieces)))["story/index.html"]
    assert "\ufffc" not in page
    words = Reader(page).words
    assert "They typed ls <x> on Friday" in words
    assert "dd failed" in words
    assert "Later rm, fixed on Monday, and dd failed." in words


def test_a_picture_stands_once_beside_the_news_of_its_article() -> None:
    text = "It fell on Friday. It was built in 2001 and shut in 2003."
    found = [
        expression(text, "on Friday", day(2016, 4, 15)),
        expression(text, "in 2001", of_year(2001), Grain.YEAR),
        expression(text, "in 2003", of_year(2003), Grain.YEAR),
    ]
    events = [
        event("It was built in 2001", of_year(2001), Grain.YEAR, expressions=(1,), quote_start=19),
        event("It was shut in 2003", of_year(2003), Grain.YEAR, expressions=(2,), quote_start=19),
        event("It fell on Friday", day(2016, 4, 15), expressions=(0,)),
    ]
    picture = Picture(Path("a.jpg"), "a.jpg", "The bridge", "", "", 1200, 800)
    page = built(story(article(events, found, text=text, image=picture)))["story/index.html"]
    assert page.count("<img") == 1
    assert page.index(">It fell ") < page.index("<img")


def test_a_picture_is_not_shown_with_the_news_of_another_article() -> None:
    picture = Picture(Path("a.jpg"), "a.jpg", "The bridge", "", "", 1200, 800)
    fell = event("The bridge fell on Friday", day(2016, 4, 15), quote_start=0)
    visit = event("The minister will visit the bridge on Tuesday", day(2016, 4, 19), quote_start=60)
    came = event("The minister visited the bridge on Tuesday", day(2016, 4, 19))
    text = "x" * 120
    for later in ([came], [event("It was Tuesday", day(2016, 4, 19)), came]):
        page = built(
            story(
                article([fell, visit], text=text, slug="fall", image=picture),
                article(later, text=text, slug="visit", filed=date(2016, 4, 22)),
            )
        )["story/index.html"]
        assert page.count("<img") == 1
        assert page.index(">The bridge fell") < page.index("<img") < page.index("</li>", page.index(">The bridge fell"))


def test_a_headline_closes_the_quotation_that_it_opens() -> None:
    for quote, headline in {
        "He said “we will never sell.”": "He said “we will never sell.”",
        'She called it "a favour".': 'She called it "a favour"',
        "“We will never sell,” he said.": "“We will never sell,” he said",
        "“We will never sell.”": "We will never sell",
    }.items():
        told = event(quote.strip(' ."“”'), day(2016, 4, 15), quote=quote)
        page = built(story(article([told], text=quote)))["story/index.html"]
        assert headline in [unescape(words) for words in re.findall(r'entry__what">(.*?)</p>', page)], quote


def test_corrections_stand_folded_under_each_entry_and_open_above_the_article() -> None:
    corrections = (Correction(date(2016, 4, 17), "Two, not three."),)
    pages = built(story(article([event("It fell", day(2016, 4, 15))], corrections=corrections)))
    (folded,) = re.findall(r"<details class=\"more\">(.*?)</details>", pages["story/index.html"], re.DOTALL)
    assert "Corrected since" in folded
    assert "Two, not three." in folded
    assert "Two, not three." in pages["story/raid/index.html"]
    assert "<details" not in pages["story/raid/index.html"]


def test_a_story_says_from_when_to_when_it_reaches() -> None:
    def span_of(*events: Event) -> str:
        (counts,) = re.findall(r'class="counts">(.*?), \d', built(story(article(events)))["story/index.html"])
        return str(counts)

    raid, invasion = event("the raid", day(2016, 4, 15)), event("the invasion", of_year(2001), Grain.YEAR)
    war = event("the war", span((2001, 10, 7), None), extent="throughout", status=Status.ONGOING)
    assert span_of(invasion, raid) == "2001 to April 2016"
    assert span_of(war, raid) == "2001 to April 2016"
    assert span_of(raid) == "April 2016"
    assert span_of(event("the year", of_year(2016), Grain.YEAR), raid) == "2016"
    assert span_of(event("the vote", day(2016, 2, 1)), raid) == "February to April 2016"


def test_a_picture_has_its_size_and_its_words() -> None:
    picture = Picture(Path("a b.jpg"), "a b.jpg", EVIL, "On the runway.", "Ida Wren", 1200, 800)
    it_fell = event("It fell", day(2016, 4, 15))
    pages = built(story(article([it_fell], image=picture)))
    assert re.search(r'<img src="raid/a%20b.jpg" alt="[^"<>]+" width="1200" height="800"', pages["story/index.html"])
    assert 'src="a%20b.jpg"' in pages["story/raid/index.html"]
    assert 'src="story/raid/a%20b.jpg"' in pages["index.html"]
    assert "On the runway. — Ida Wren" in Reader(pages["story/index.html"]).words


def test_nothing_of_an_article_reaches_a_page_unescaped() -> None:
    text = f"{EVIL} on Friday."
    found = expression(text, "on Friday", day(2016, 4, 15), why=(EVIL,), doubt=Doubt(EVIL))
    hit = event(EVIL, day(2016, 4, 15), quote=text, expressions=(0,), subject=EVIL, modality=EVIL)
    made = article(
        [hit],
        [found],
        text=text,
        title=EVIL,
        source=EVIL,
        source_url="javascript:alert(1)",
        authors=(EVIL,),
        summary=EVIL,
    )
    site = Site(title=EVIL, description=EVIL)
    for lone in (False, True):
        for page in built(story(made, title=EVIL, standfirst=EVIL, lone=lone), site=site).values():
            assert "<script>" not in page
            assert 'href="javascript:' not in page


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "ftp://a.example/", "//a.example", "http:"]
)
def test_a_source_links_to_the_web_only(address: str) -> None:
    assert address not in built(story(article(source="The Post", source_url=address)))["story/raid/index.html"]


def test_pages_say_where_they_will_be_published() -> None:
    pages = built(fighting())
    assert '<link rel="canonical" href="https://courier.example/story/raid/">' in pages["story/raid/index.html"]
    assert '<link rel="canonical" href="https://courier.example/">' in pages["index.html"]
    assert "canonical" not in built(fighting(), site=Site())["index.html"]


def test_the_front_page_lists_the_latest_story_first() -> None:
    old, new = story(article(slug="b"), slug="b", title="Old"), fighting()
    assert re.findall(r'story__title"><a href="([^"]+)"', built(old, new)["index.html"])[0] == "b/index.html"


def test_a_template_of_ones_own_wins_over_the_default(tmp_path: Path) -> None:
    (tmp_path / "front.html").write_text("{{ site.title }} has {{ stories|length }} story")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "dateline.css").write_text("body {}")
    assert built(fighting(), templates=tmp_path)["index.html"] == "The Courier has 1 story"
    assert static_files(tmp_path)["static/dateline.css"] == tmp_path / "static" / "dateline.css"


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        ("{% for story in stories %}", "Unexpected end of template"),
        ("{{ headline }}", "'headline' is undefined"),
        ("{{ site.motto }}", "has no attribute 'motto'"),
        ("{% include 'side.html' %}", "side.html"),
        ("{{ stories + 1 }}", "can only concatenate list"),
    ],
)
def test_a_mistake_in_a_template_names_the_template_and_the_line(tmp_path: Path, mistake: str, message: str) -> None:
    (tmp_path / "front.html").write_text(f"<h1>{{{{ title }}}}</h1>\n{mistake}")
    with pytest.raises(DatelineError) as caught:
        built(fighting(), templates=tmp_path)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == (tmp_path / "front.html", 2)
    assert message in problem.message


def order_shown(*events: Event) -> str:
    """The words of a story's timeline behind its legend, up to the list of articles."""
    page = Reader(built(story(article(events)))["story/index.html"])
    return page.words.partition("a note says so.")[2].partition("The articles")[0]


def test_what_happened_on_one_day_in_no_known_order_is_held_together() -> None:
    page = built(story(article([event("one", day(2016, 4, 15)), event("other", day(2016, 4, 15))])))["story/index.html"]
    assert page.count('<li class="unordered">') == 1
    held = page.partition('<ul class="unordered__entries">')[2].partition("</ul>")[0]
    assert held.count('class="entry__what"') == 2
    assert "order within the day not known" in Reader(page).words


def test_an_order_is_said_to_be_unknown_only_where_it_is() -> None:
    friday = event("the raid", day(2016, 4, 15))
    assert "order" not in order_shown(event("the vote", day(2016, 4, 14)), friday)
    assert "order within the period not known" in order_shown(event("the year", of_year(2016), Grain.YEAR), friday)
    assert "order against later entries not known" in order_shown(event("behind", span((2016, 4, 1), None)), friday)
    clocked = [
        event(what, day(2016, 4, 15), clock=Clock(at, at)) for what, at in (("dawn", "05:00"), ("noon", "12:00"))
    ]
    assert "order" not in order_shown(*clocked)
    assert "order within the day known only in part" in order_shown(friday, *clocked)


def test_an_order_that_only_the_words_give_is_said_and_leads_to_the_other_entry() -> None:
    first, second = event("talks resumed", day(2016, 4, 15)), event("the strike ended", day(2016, 4, 15), after=(0,))
    page = built(story(article([first, second])))["story/index.html"]
    assert 'After <a href="#e-talks-resumed">talks resumed</a>, as the article says' in page
    assert "unordered" not in page
    # Where the days say so as well, the words need not.
    assert "as the article says" not in order_shown(event("talks resumed", day(2016, 4, 14)), second)
