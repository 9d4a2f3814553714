"""The words of the interface in every language, and pages in other languages than English."""

from __future__ import annotations

import re
import string
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from dateline.catalogue import ENGLISH, catalogue_of, direction, german
from dateline.catalogue.english import COUNTS, WORDS
from dateline.config import LANGUAGES, read_site
from dateline.model import Clock, Conventions, Dateline, Grain, Interval, Role
from dateline.pages import environment as looks
from dateline.site import Options, build
from dateline.timex import tagger
from dateline.timex.interval import (
    of_century,
    of_decade,
    of_half,
    of_month,
    of_quarter,
    of_season,
    of_week,
    of_weekend,
    of_year,
    third,
)
from tests.examples import article, day, expression, span
from tests.test_browser import FLAGS

GERMAN = catalogue_of("de")
TENTH = day(2016, 4, 10).start
assert TENTH is not None


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def plain(key: str) -> str:
    """The key without the form that a period has behind "since" or "until"."""
    return key if key in WORDS else key.removesuffix("_since").removesuffix("_until")


def test_every_language_has_the_same_words_with_the_same_placeholders() -> None:
    assert {plain(key) for key in german.WORDS} == WORDS.keys(), "write each word in every language"
    assert not {plain(key) for key in german.WORDS} - german.WORDS.keys()
    for key, text in german.WORDS.items():
        assert placeholders(text) == placeholders(WORDS[plain(key)]), key


def test_every_language_counts_the_same_things_in_all_its_plural_forms() -> None:
    assert german.COUNTS.keys() == COUNTS.keys()
    for catalogue in (ENGLISH, GERMAN):
        forms = {catalogue.plural(number) for number in range(200)}
        assert all(forms <= set(counts) for counts in catalogue.counts.values())


def test_every_word_is_used() -> None:
    folder = Path(german.__file__).parent.parent
    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.py")) if path.stem not in LANGUAGE_FILES]
    templates = Path(looks.__file__).parent.parent.parent / "templates"
    texts += [path.read_text("utf-8") for path in sorted(templates.rglob("*.*")) if path.suffix in (".html", ".xml")]
    source = "\n".join(texts)
    begun = tuple(re.findall(r'f["\']([a-z_]+_)\{', source))
    ended = tuple(re.findall(r'\}(_[a-z]+)["\']', source))
    unused = [
        key
        for key in WORDS
        if not (
            re.search(rf'["\'.]{re.sub(r"_[0-9]$", "", key)}\b', source) or key.startswith(begun) or key.endswith(ended)
        )
    ]
    assert unused == []


LANGUAGE_FILES = ("english", "german")


def test_the_settings_know_the_languages_of_the_catalogue() -> None:
    assert [catalogue_of(code).code for code in (*LANGUAGES, "de-AT", "en-GB", "fr")] == [
        *LANGUAGES, "de-AT", "en-GB", "en",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "grain", "expected"),
    [
        (day(2016, 4, 15), Grain.DAY, "Freitag, 15. April 2016"),
        (of_month(2016, 3), Grain.MONTH, "März 2016"),
        (of_season(2015, 1), Grain.SEASON, "Sommer 2015 (Juni–August)"),
        (of_season(2015, 3), Grain.SEASON, "Winter 2015–16 (Dezember–Februar)"),
        (third(of_year(2015), Grain.YEAR, 2), Grain.YEAR, "Ende 2015 (September–Dezember)"),
        (third(of_month(2016, 2), Grain.MONTH, 0), Grain.MONTH, "Anfang Februar 2016 (1.–10. Februar)"),
        (of_quarter(2016, 1), Grain.QUARTER, "erstes Quartal 2016 (Januar–März)"),
        (of_half(2016, 2), Grain.HALF, "zweites Halbjahr 2016 (Juli–Dezember)"),
        (of_decade(1990), Grain.DECADE, "die 1990er-Jahre"),
        (third(of_decade(1990), Grain.DECADE, 1), Grain.DECADE, "Mitte der 1990er-Jahre (1994–1996)"),
        (of_century(20), Grain.CENTURY, "20. Jahrhundert (1901–2000)"),
        (of_week(TENTH), Grain.WEEK, "Woche vom 4. bis 10. April 2016"),
        (of_weekend(TENTH), Grain.WEEKEND, "Wochenende vom 9. bis 10. April 2016"),
        (span((2015, 11, 15), (2016, 4, 15)), Grain.DAY, "zwischen dem 15. November 2015 und dem 15. April 2016"),
        (span((2016, 2, 10), (2016, 2, 14)), Grain.DAY, "zwischen dem 10. und dem 14. Februar 2016"),
        (span((2015, 11, 1), (2016, 2, 29)), Grain.MONTH, "zwischen November 2015 und Februar 2016"),
        (span((2016, 4, 16), None), Grain.DAY, "nach dem 15. April 2016"),
        (span(None, (2016, 6, 30)), Grain.DAY, "spätestens am 30. Juni 2016"),
        (of_year(-43), Grain.YEAR, "44 v. Chr."),
    ],
)
def test_a_time_in_german(when: Interval, grain: Grain, expected: str) -> None:
    assert GERMAN.interval_words(when, grain, Conventions()) == expected


@pytest.mark.parametrize(
    ("role", "begins", "ends", "grain", "expected"),
    [
        (Role.SINCE, of_quarter(2016, 1), None, Grain.QUARTER, "seit dem ersten Quartal 2016 (Januar–März)"),
        (Role.SINCE, of_month(2016, 1), None, Grain.MONTH, "seit Januar 2016"),
        (Role.SINCE, day(2016, 4, 18), None, Grain.DAY, "seit Montag, 18. April 2016"),
        (Role.UNTIL, None, of_week(TENTH), Grain.WEEK, "bis zur Woche vom 4. bis 10. April 2016"),
        (Role.UNTIL, None, of_month(2016, 6), Grain.MONTH, "bis Juni 2016"),
        (Role.FROM_TO, of_year(2011), of_year(2013), Grain.YEAR, "2011 bis 2013"),
        (Role.FROM_TO, day(2020, 2, 10), day(2020, 2, 14), Grain.DAY, "10.–14. Februar 2020"),
    ],
)
def test_a_stretch_in_german(
    role: Role, begins: Interval | None, ends: Interval | None, grain: Grain, expected: str
) -> None:
    when = Interval(begins.start if begins else None, ends.end if ends else None)
    told = expression("Es geschah.", "Es", when, grain, role=role, begins=begins, ends=ends)
    assert GERMAN.expression_words(told, Conventions()) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (lambda: GERMAN.counted("entries", 1204), "1.204 Einträge"),
        (lambda: GERMAN.counted("from_stories", 1), "aus 1 Thema"),
        (lambda: GERMAN.later_words(3 * 366), "drei Jahre später"),
        (lambda: GERMAN.later_words(1, exact=False), "mindestens ein Tag später"),
        (lambda: GERMAN.clock_words(Clock("16:15", "16:15", "MEZ")), "16:15 Uhr MEZ"),
        (lambda: GERMAN.clock_words(Clock("17:00", "22:00"), Grain.PART_OF_DAY), "am Abend"),
        (lambda: catalogue_of("de-AT").interval_words(of_month(2016, 1), Grain.MONTH, Conventions()), "Jänner 2016"),
    ],
)
def test_numbers_and_hours_in_german(words: Callable[[], str], expected: str) -> None:
    assert words() == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (day(2016, 4, 15), "Friday, April 15, 2016"),
        (span((2016, 2, 10), (2016, 2, 14)), "between February 10 and 14, 2016"),
        (span((2015, 11, 15), (2016, 4, 15)), "between November 15, 2015 and April 15, 2016"),
    ],
)
def test_english_writes_the_month_first_where_the_site_says_so(tmp_path: Path, when: Interval, expected: str) -> None:
    (tmp_path / "site.toml").write_text('lang = "en-US"\ndate_style = "mdy"\n', "utf-8")
    catalogue = looks.site_catalogue(read_site(tmp_path))
    assert catalogue.interval_words(when, Grain.DAY, Conventions()) == expected


def test_an_english_site_does_without_babel() -> None:
    code = "import sys, dateline.making; from dateline.catalogue import ENGLISH; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def written(folder: Path, settings: str, *articles: str) -> Path:
    """A site of one story with these articles; the folder of its pages."""
    (folder / "content" / "bridge").mkdir(parents=True)
    (folder / "content" / "site.toml").write_text(settings, "utf-8")
    for number, text in enumerate(articles):
        (folder / "content" / "bridge" / f"a{number}.md").write_text(text, "utf-8")
    build(Options(folder / "content", folder / "output"))
    return folder / "output"


ENGLISH_ARTICLE = "---\ntitle: Reopened\ndate: 2024-05-15\nlang: en\n---\nThe bridge reopened on Friday.\n"
BY_HAND = (
    "---\ntitle: Wieder offen\ndate: 2024-05-15\n---\n"
    'Am <time datetime="2024-05-10">Freitag</time> war die Brücke wieder offen, sagte die Polizei. Am 3. Mai nicht.\n'
)


def test_a_site_in_german_says_everything_in_german(tmp_path: Path) -> None:
    output = written(tmp_path, 'lang = "de"\ntitle = "Der Bote"\n', ENGLISH_ARTICLE)
    page = (output / "bridge" / "index.html").read_text("utf-8")
    assert '<html lang="de">' in page
    assert "Freitag, 10. Mai 2024" in page and "So wurde dieses Datum ermittelt" in page
    assert re.search(r'class="entry__what" lang="en">The bridge reopened', page)
    words = re.sub(r"<script.*?</script>|<[^>]+>", " ", page, flags=re.DOTALL)
    for english_words in ("Skip", "Timeline ", "filed", "How this", "All stories", "events from", "known day"):
        assert english_words not in words


def test_an_article_in_a_language_without_rules_is_dated_by_hand(tmp_path: Path) -> None:
    output = written(tmp_path, 'lang = "de"\n', BY_HAND)
    page = (output / "bridge" / "a0" / "index.html").read_text("utf-8")
    assert german.WORDS["by_hand"] in page
    assert page.count("data-x=") == page.count('data-x="x0"')
    story_page = (output / "bridge" / "index.html").read_text("utf-8")
    assert "war die Brücke wieder offen, sagte die Polizei" in re.sub("<[^>]+>", "", story_page)


def test_an_article_in_a_language_without_rules_and_without_dates_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    text = "---\ntitle: Offen\ndate: 2024-05-15\nlang: de\n---\nAm 3. Mai 2024 war sie offen.\n"
    (tmp_path / "content" / "a.md").write_text(text, "utf-8")
    (warning,) = build(Options(tmp_path / "content", tmp_path / "output")).warnings
    assert "“de”" in warning.message and warning.line == 4
    assert tagger.tag("In May 2016.", Dateline(article().article.dateline.day), Conventions("fr")) == []


def test_a_site_in_a_language_that_the_catalogue_lacks_is_in_english_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('lang = "ar"\n', "utf-8")
    site = read_site(tmp_path)
    assert "“ar”" in site.warnings[0].message
    assert looks.site_catalogue(site).code == "en"


@pytest.mark.parametrize(
    ("code", "way"),
    [("ar", "rtl"), ("fa-IR", "rtl"), ("he", "rtl"), ("ur-PK", "rtl"), ("en", "ltr"), ("de-AT", "ltr"), ("tr", "ltr")],
)
def test_lines_begin_where_the_language_begins_them(code: str, way: str) -> None:
    assert direction(code) == way


ARABIC = {
    "skip": "انتقل إلى المحتوى",
    "timeline": "الخط الزمني",
    "all_stories": "كل القصص",
    "legend": "كيف تُقرأ العلامات",
    "articles": "المقالات",
    "filed": "نُشر",
    "from": "من",
    "workings": "كيف حُسب هذا التاريخ",
    "find": "ابحث في هذا الخط الزمني",
}

GEOMETRY = """() => {
  const box = selector => document.querySelector(selector).getBoundingClientRect();
  const direction = selector => getComputedStyle(document.querySelector(selector)).direction;
  return {
    width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    direction: direction("html"),
    english: direction(".entry__what"),
    date: box(".entry__date").left - box(".entry__body").left,
    year: box(".year__name").left - box(".entries").left,
    kicker: box(".opening").right - box(".opening h1").right,
  };
}"""


def geometry(page: Path, chromium: str, width: int) -> dict[str, Any]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        shown = browser.new_context(viewport={"width": width, "height": 900}).new_page()
        shown.goto(page.as_uri())
        found: dict[str, Any] = shown.evaluate(GEOMETRY)
        browser.close()
    return found


def test_a_page_from_the_right_is_the_mirror_of_one_from_the_left(
    tmp_path: Path, chromium: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "left").mkdir()
    left = written(tmp_path / "left", "", ENGLISH_ARTICLE) / "bridge" / "index.html"
    arabic = replace(ENGLISH, code="ar", direction="rtl", words={**ENGLISH.words, **ARABIC})
    monkeypatch.setattr(looks, "catalogue_of", lambda *_: arabic)
    (tmp_path / "right").mkdir()
    right = written(tmp_path / "right", "", ENGLISH_ARTICLE) / "bridge" / "index.html"
    assert '<html lang="ar" dir="rtl">' in right.read_text("utf-8")
    for width in (320, 1280):
        shown = [geometry(page, chromium, width) for page in (left, right)]
        assert [page["direction"] for page in shown] == ["ltr", "rtl"]
        assert [page["english"] for page in shown] == ["ltr", "ltr"]
        assert [page["width"] for page in shown] == [0, 0]
    one, other = (geometry(page, chromium, 1280) for page in (left, right))
    assert one["date"] < 0 < other["date"]
    assert one["year"] < 0 < other["year"]
