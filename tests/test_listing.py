"""Pages across the stories: tags, people, places, years, and the ways to them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from dateline.catalogue import ENGLISH
from dateline.config import Site
from dateline.formats.exports import FILES
from dateline.model import Contradiction, Event, Grain, Interval, Status, Story
from dateline.pages.across import site_pages
from dateline.pages.environment import environment
from dateline.pages.summary import Fragment, Line, StorySummary, lines_by_section, story_summary
from dateline.pages.view import story_view
from dateline.pages.within import story_pages
from dateline.timex.interval import of_decade, of_year
from tests.examples import article, day, event, span, story
from tests.test_pages import Reader

SITE = Site(title="The Courier")


def told(slug: str, *events: Event, **front: Any) -> Story:
    return story(article(events, slug="news", **front), slug=slug, title=slug.title())


def summary(one: Story) -> StorySummary:
    return story_summary(environment(SITE), story_view(ENGLISH, one))


def across(*stories: Story) -> dict[str, str]:
    jinja = environment(SITE)
    planned = site_pages(jinja, SITE, [summary(one) for one in stories])
    pages = [one.made() for each in planned for one in each.planned()]
    return {page.path: page.text for page in pages}


def listed(page: str) -> list[str]:
    """The headings of a page and the headlines that stand under them."""
    found = re.findall(r"(?:year__name\" id=\"[^\"]+\">|entry__what\"><a href=\"[^\"]+\">)([^<]+)<", page)
    return [str(words) for words in found]


HIT = event("It was hit", day(2016, 4, 12))
FELL = event("It fell", day(2015, 9, 28), people=("Ada Brook",), places=("Kunduz",))


def test_a_tag_leads_across_the_stories_however_it_is_written() -> None:
    pages = across(
        told("raid", HIT, tags=("Air Force", "war")), told("siege", FELL, tags=("air force", "Überfall")),
        told("peace", event("They met", day(2017, 1, 1)), tags=("air force",)),
    )  # fmt: skip
    assert sorted(path for path in pages if path.startswith("tags/")) == [
        "tags/air-force/index.html",
        "tags/index.html",
        "tags/uberfall/index.html",
        "tags/war/index.html",
    ]
    page = pages["tags/air-force/index.html"]
    assert listed(page) == ["2015", "It fell", "2016", "It was hit", "2017", "They met"]
    words = Reader(page).words
    assert "Tag air force 3 entries from 3 stories" in words
    assert "Monday 28 September 2015 It fell In Siege" in words


def test_people_and_places_of_the_events_have_pages_too() -> None:
    pages = across(told("siege", FELL, HIT, people=("Tom Lisle",)))
    assert listed(pages["people/ada-brook/index.html"]) == ["2015", "It fell"]
    assert listed(pages["places/kunduz/index.html"]) == ["2015", "It fell"]
    assert not any("lisle" in path for path in pages)


def test_a_publication_has_the_people_of_its_article() -> None:
    pages = across(told("letters", title="Letters", people=("Ada Brook",)))
    assert listed(pages["people/ada-brook/index.html"]) == ["2016", "Letters"]


def test_a_kind_that_nobody_uses_has_no_pages() -> None:
    assert sorted(across(told("raid", HIT))) == ["index.html", "years/2016/index.html", "years/index.html"]


def test_every_link_across_the_site_leads_to_a_page_and_an_entry() -> None:
    stories = [told("raid", HIT, HIT, tags=("war", "мир")), told("siege", FELL, tags=("war",))]
    pages = across(*stories)
    for one in stories:
        pages |= {page.path: page.text for page in story_pages(environment(SITE), SITE, story_view(ENGLISH, one))}
    beside = {f"{one.slug}/{file.name}" for one in stories for file in FILES}
    read = {path: Reader(text) for path, text in pages.items()}
    followed = 0
    for path, page in read.items():
        for link in page.links:
            target, _, anchor = unquote(link).partition("#")
            steps = path.split("/")[:-1] if target else path.split("/")
            for step in target.split("/") if target else []:
                steps = steps[:-1] if step == ".." else [*steps, step]
            if anchor != "content":
                assert not anchor or anchor in read["/".join(steps)].ids
                followed += 1
            assert "/".join(steps) in pages.keys() | beside
    assert followed > 60


def test_a_year_has_its_months_behind_what_none_of_them_holds() -> None:
    pages = across(
        told(
            "raid",
            HIT,
            event("It lasted", span((2016, 3, 1), (2016, 5, 31))),
            event("It began", day(2016, 3, 2)),
            event("The year", of_year(2016), Grain.YEAR),
            event("The next", day(2017, 1, 1)),
        )
    )
    assert listed(pages["years/2016/index.html"]) == [
        "Over more than one month",
        "The year",
        "It lasted",
        "March",
        "It began",
        "April",
        "It was hit",
    ]
    assert listed(pages["years/2017/index.html"]) == ["January", "The next"]
    assert "Earlier: 2016" in Reader(pages["years/2017/index.html"]).words
    assert "Later: 2017" in Reader(pages["years/2016/index.html"]).words


def test_what_reaches_beyond_its_year_says_so() -> None:
    def words(one: Event) -> str:
        (page,) = [text for path, text in across(told("raid", one)).items() if re.match(r"years/\d", path)]
        return " ".join(re.findall(r"entry__reach\">([^<]+)<", page))

    assert words(HIT) == ""
    assert words(event("x", of_decade(1990), Grain.DECADE)) == (
        "Listed under the first year that may be meant; the last is 1999."
    )
    lasted = event("x", span((2011, 1, 1), (2014, 2, 1)), extent="throughout")
    assert words(lasted) == "Listed under the year in which it begins; it lasts until 2014."
    since = Interval(lasted.when.start, None)
    ongoing = event("x", since, extent="throughout", status=Status.ONGOING)
    assert words(ongoing) == "Listed under the year in which it begins; it was still going on in 2016."
    assert words(event("x", Interval(HIT.when.start, None), extent="throughout", status=Status.ONGOING)) == ""


def test_what_the_articles_do_not_agree_on_is_not_passed_over() -> None:
    one = told("raid", HIT)
    (entry,) = one.timeline.entries
    differing = replace(entry, contradictions=(Contradiction("figures", (0,), ("30 killed",)),))
    heading = replace(one.timeline.headings[0], entries=(differing,))
    page = across(replace(one, timeline=replace(one.timeline, headings=(heading,))))["years/2016/index.html"]
    assert "It was hit The articles give different figures" in Reader(page).words


def test_years_before_the_first_have_an_address() -> None:
    pages = across(told("rome", event("They met", of_year(-43), Grain.YEAR), event("It fell", of_year(79), Grain.YEAR)))
    assert [path for path in sorted(pages) if path.startswith("years/")] == [
        "years/0079/index.html",
        "years/44-bc/index.html",
        "years/index.html",
    ]
    assert re.findall(r'years__name">([^<]+)<', pages["index.html"]) == ["44 BC", "AD 79"]


def test_the_front_page_counts_by_year_and_names_what_is_told_of_most() -> None:
    events = [event(f"It rained {n}", day(2016, 1, 1 + n)) for n in range(3)]
    stories = [told("rain", *events, FELL, tags=("rain",))]
    stories += [told(f"story{n}", HIT, tags=(f"tag {n:02}",)) for n in range(20)]
    front = across(*stories)["index.html"]
    assert re.findall(r'years__name">(\d+)<.*?width="(\d+)".*?years__count">([^<]+)<', front) == [
        ("2015", "4", "1 entry"),
        ("2016", "100", "23 entries"),
    ]
    named = re.findall(r'names__link" href="([^"]+)">([^<]+)<', front)
    assert len([name for _, name in named if "tag" in name]) == 11
    assert ("tags/rain/index.html", "rain") in named
    assert 'href="tags/index.html">All tags<' in front


def test_an_entry_carries_what_it_is_filtered_by() -> None:
    siege = told("siege", FELL, tags=("Air Force", "war"))
    (page,) = [
        page.text
        for page in story_pages(environment(SITE), SITE, story_view(ENGLISH, siege))
        if page.path == "siege/index.html"
    ]
    assert 'data-tags="air-force war" data-people="ada-brook" data-places="kunduz">' in page
    assert "Tags, people and places: Ada Brook, Kunduz, Air Force, war" in Reader(page).words


def test_a_change_that_leaves_a_summary_alone_changes_no_other_page() -> None:
    before = summary(told("siege", FELL, text="It fell."))
    assert before == summary(told("siege", FELL, text="It fell. Nobody knows why."))
    assert before != summary(told("siege", FELL, HIT))


def test_equal_lines_are_equal_bytes_whichever_objects_they_are() -> None:
    words = "It fell"
    once, twice = Line(1, 2, 0, words, words), Line(1, 2, 0, words, "".join(list(words)))
    held = [next(lines_by_section("years", [line], lambda data: Fragment(0, 0, data))) for line in (once, twice)]
    assert held[0] == held[1]


def test_pages_across_do_not_depend_on_the_order_of_the_stories() -> None:
    stories = [told("raid", HIT, FELL, tags=("War",)), told("siege", FELL, tags=("war",)), told("rain", HIT)]
    assert across(*stories) == across(*reversed(stories))


def many(slug: str, *days: Interval, **front: Any) -> Story:
    return told(slug, *(event(f"Thing {at} of {slug}", when, quote_start=at) for at, when in enumerate(days)), **front)


def test_a_long_listing_is_told_on_several_pages() -> None:
    early = many("early", *[day(1999, 1 + at % 12, 1 + at % 28) for at in range(400)], tags=("walls",))
    late = many("late", *[day(2004 + at % 3, 5, 1 + at % 28) for at in range(500)], tags=("walls",))
    pages = across(early, late)
    paths = sorted(path for path in pages if path.startswith("tags/walls/"))
    assert paths == ["tags/walls/1999-2004.html", "tags/walls/2005-2006.html", "tags/walls/index.html"]
    assert sum(len(listed(pages[path])) for path in paths) == 900 + 4
    first = pages["tags/walls/index.html"]
    assert re.findall(r'years__link" href="([^"]+)"', first) == ["1999-2004.html", "2005-2006.html"]
    assert "Tag walls 900 entries from 2 stories" in Reader(first).words
    words = Reader(pages["tags/walls/1999-2004.html"]).words
    assert re.search(
        r'<a href="../../tags/walls/index.html">walls</a></li>\s*<li aria-current="page"><bdi>walls: 1999–2004',
        pages["tags/walls/1999-2004.html"],
    )
    assert "Later: 2005–2006" in words
    assert "Earlier:" not in words


def test_the_parts_of_a_year_are_named_by_its_months() -> None:
    year = many("year", *[day(2016, 1 + at % 2 * 3, 1 + at % 28) for at in range(1300)], of_year(2016))
    pages = across(year)
    assert sorted(path for path in pages if path.startswith("years/2016/")) == [
        "years/2016/april-part-1-of-2.html",
        "years/2016/april-part-2-of-2.html",
        "years/2016/index.html",
        "years/2016/january-part-1-of-2.html",
        "years/2016/january-part-2-of-2.html",
        "years/2016/over-more-than-one-month.html",
    ]
    parts = [listed(pages[f"years/2016/april-part-{number}-of-2.html"]) for number in (1, 2)]
    assert [part[0] for part in parts] == ["April", "April"]
    assert len({*parts[0], *parts[1]}) == 650 + 1
    assert 'href="../../year/' in pages["years/2016/april-part-1-of-2.html"]


def test_a_listing_of_one_story_names_it_once() -> None:
    one, two = (
        across(told("siege", HIT, tags=("war",))),
        across(told("siege", HIT, tags=("war",)), told("raid", HIT, tags=("war",))),
    )
    assert "1 entry from 1 story: Siege" in Reader(one["tags/war/index.html"]).words
    assert "listing--lone" in one["tags/war/index.html"]
    assert "2 entries from 2 stories" in Reader(two["tags/war/index.html"]).words
    assert "listing--lone" not in two["tags/war/index.html"]


def test_many_names_are_listed_by_their_first_letters() -> None:
    names = [f"{letter}{at:03}" for letter in "abcz" for at in range(500)]
    stories = [told(f"story-{at}", HIT, tags=tuple(names[at::40])) for at in range(40)]
    pages = across(*stories)
    assert [path for path in pages if path.startswith("tags/") and path.count("/") == 1] == [
        "tags/index.html",
        "tags/a-c.html",
        "tags/z.html",
    ]
    assert len(re.findall("names__link", pages["tags/a-c.html"])) == 1500
    assert "Tags: A–C" in Reader(pages["tags/a-c.html"]).words


def test_the_front_page_of_many_stories_leads_to_all_of_them() -> None:
    pages = across(*(told(f"story-{at}", HIT) for at in range(61)))
    assert pages["index.html"].count('class="story"') == 60
    assert 'href="stories/index.html"' in pages["index.html"]
    assert len(re.findall("names__link", pages["stories/index.html"])) == 61
    assert "stories/index.html" not in across(*(told(f"story-{at}", HIT) for at in range(60)))
