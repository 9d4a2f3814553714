"""A file into an article: front matter, its problems, the text, and the files beside it."""

from __future__ import annotations

import struct
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles import Reading, read_article
from dateline.config import Site
from dateline.errors import Problem
from dateline.marking import marked_html
from dateline.model import Article, Conventions

GOOD = "title: A raid\ndate: 2016-04-15\n"
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 640, 480, 8, 2, 0, 0, 0) + b"\0" * 16


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder of content with an empty story."""
    (tmp_path / "content/kunduz").mkdir(parents=True)
    return tmp_path / "content"


def reading(
    content: Path, text: str | bytes, name: str = "kunduz/2016-04-15-raid.md", site: Site | None = None
) -> Reading:
    path = content / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_article(path, content, site or Site())


def article(content: Path, front: str = GOOD, body: str = "Troops moved in.", **given: str) -> Article:
    found = reading(content, f"---\n{front}---\n{body}\n", **given)  # type: ignore[arg-type]
    assert found.article is not None, found.errors
    return found.article


def errors(content: Path, front: str, body: str = "Troops moved in.") -> tuple[Problem, ...]:
    found = reading(content, f"---\n{front}---\n{body}\n")
    assert found.article is None
    assert all(problem.path == content / "kunduz/2016-04-15-raid.md" for problem in found.errors)
    assert all(problem.remedy for problem in found.errors)
    return found.errors


def warnings(content: Path, front: str = GOOD, body: str = "Troops moved in.") -> tuple[Problem, ...]:
    found = reading(content, f"---\n{front}---\n{body}\n")
    assert found.article is not None
    return found.warnings


def test_the_least_an_article_needs(content: Path) -> None:
    found = article(content)
    assert (found.story, found.slug, found.title, found.text) == ("kunduz", "raid", "A raid", "Troops moved in.")
    assert (found.dateline.day, found.dateline.moment, found.dateline.place) == (date(2016, 4, 15), None, "")
    assert marked_html(found) == "<p>Troops moved in.</p>"


@pytest.mark.parametrize(
    ("word", "draft"), [("true", True), ("Yes", True), ("on", True), ("false", False), ("no", False), ("OFF", False)]
)
def test_a_flag_is_written_as_yaml_has_it(content: Path, word: str, draft: bool) -> None:
    assert article(content, f"{GOOD}draft: {word}\n").draft is draft


def test_every_key_is_read(content: Path) -> None:
    (content / "kunduz/raid.png").write_bytes(PNG)
    found = article(
        content,
        "title: 'A raid: the story'\ndate: 2016-04-15\nplace: Kunduz\nslug: the-raid\ntags: [war, Afghanistan, war]\n"
        "authors:\n  - A. Writer\n  - B. Writer\nsource: The Agency\nsource_url: https://example.org/a?b=c\n"
        "summary: >\n  Two lines\n  of words\ndraft: yes\nupdated: 2016-04-16\nlang: en-AU\ncountry: AU\n"
        "hemisphere: south\nfiscal_year_start: 7\ndate_order: dmy\nreading: history\n"
        "image: {file: raid.png, alt: A street, caption: The street, credit: C. Camera}\n",
    )
    assert (found.title, found.slug, found.dateline.place) == ("A raid: the story", "the-raid", "Kunduz")
    assert (found.tags, found.authors) == (("war", "Afghanistan"), ("A. Writer", "B. Writer"))
    assert (found.source, found.source_url) == ("The Agency", "https://example.org/a?b=c")
    assert (found.summary, found.draft, found.updated) == ("Two lines of words", True, date(2016, 4, 16))
    assert found.conventions == Conventions(
        "en-AU", "AU", southern=True, fiscal_year_start=7, date_order="dmy", reading="history"
    )
    assert found.image is not None
    assert (found.image.href, found.image.alt, found.image.caption) == ("raid.png", "A street", "The street")
    assert (found.image.credit, found.image.width, found.image.height) == ("C. Camera", 640, 480)
    assert found.assets == (("raid.png", content.resolve() / "kunduz/raid.png"),)


def test_toml_says_the_same(content: Path) -> None:
    found = reading(
        content,
        '+++\ntitle = "A raid"\ndate = 2016-04-15T21:30:00+04:30\ntags = ["war"]\ndraft = true\nfiscal_year_start = 4\n'
        'author = "A. Writer"\n+++\nTroops moved in.\n',
    ).article
    assert found is not None
    assert (found.tags, found.authors, found.draft) == (("war",), ("A. Writer",), True)
    assert found.conventions.fiscal_year_start == 4
    assert found.dateline.moment == datetime(2016, 4, 15, 21, 30, tzinfo=timezone(timedelta(hours=4, minutes=30)))


def test_what_the_site_takes_for_granted_holds_where_an_article_says_nothing(content: Path) -> None:
    site = Site(conventions=Conventions(country="NZ", southern=True, date_order="dmy"))
    found = reading(content, f"---\n{GOOD}hemisphere: north\n---\nWords.", site=site).article
    assert found is not None
    assert found.conventions == Conventions(country="NZ", southern=False, date_order="dmy")


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2016-04-15T21:30+04:30", datetime(2016, 4, 15, 17, 0, tzinfo=UTC)),
        ("2016-04-15 21:30:10 -0500", datetime(2016, 4, 16, 2, 30, 10, tzinfo=UTC)),
        ("2016-04-15T23:59:59.5Z", datetime(2016, 4, 15, 23, 59, 59, 500_000, tzinfo=UTC)),
        ("2016-04-15 9:05z", datetime(2016, 4, 15, 9, 5, tzinfo=UTC)),
        ("2016-04-15T21:30+04", datetime(2016, 4, 15, 17, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_keeps_the_day_of_its_own_offset(content: Path, written: str, moment: datetime) -> None:
    dateline = article(content, f"title: A raid\ndate: {written}\n").dateline
    assert (dateline.day, dateline.moment) == (date(2016, 4, 15), moment)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2016-02-30", "no date that there is"),
        ("2016-13-01", "no date that there is"),
        ("0000-01-01", "no date that there is"),
        ("2016-04-15T25:00Z", "no date that there is"),
        ("April 15", "not written as a date"),
        ("15/04/2016", "not written as a date"),
        ("20160415", "not written as a date"),
        ("2016-04-15T21:30", "without its offset"),
        ("2016-04-15T25:00", "no date that there is"),
        ("[2016-04-15]", "takes words"),
        ("٢٠١٦-٠٤-١٥", "not written as a date"),
    ],
)
def test_a_date_that_is_none_is_shown_with_a_caret(content: Path, written: str, words: str) -> None:
    (problem,) = errors(content, f"title: A raid\ndate: {written}\n")
    assert words in problem.message
    assert (problem.line, problem.column, problem.excerpt) == (3, 7, f"date: {written}")
    assert str(problem).splitlines()[2] == "    " + " " * 6 + "^"


@pytest.mark.parametrize("front", ["title: A raid\n", "title: A raid\ndate:\n", "title: A raid\nDate: 2016-04-15\n"])
def test_a_missing_date_says_what_to_write(content: Path, front: str) -> None:
    (problem,) = errors(content, front)
    assert problem.message == "this article has no date"
    assert "`date: 2016-04-15`" in problem.remedy


def test_a_file_without_front_matter_is_told_where_to_put_it(content: Path) -> None:
    found = reading(content, "Troops moved in.\n")
    assert [problem.message for problem in found.errors] == ["this article has no title", "this article has no date"]
    assert "between two lines of ---" in found.errors[1].remedy


def test_all_problems_of_a_file_are_told_at_once(content: Path) -> None:
    messages = " ".join(
        p.message for p in errors(content, "date: 2016-02-30\nslug: ../x\ndraft: perhaps\nauthor: {a: b}\n", "")
    )
    for words in ("title", "no date that there is", "../x", "perhaps", "`author`", "no text"):
        assert words in messages


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ("title: A raid\ntitle: Another\n", 3, "a second time; the first is on line 2"),
        ("title: &a A raid\nsummary: *a\n", 3, "no aliases"),
        ("title: A raid: the story\n", 2, "mapping values are not allowed"),
        ("title: 'A raid\n", 2, "quoted scalar"),
        ("title: A raid\n\tdate: x\n", 3, "broken front matter"),
        ("- title\n", 2, "keys and values"),
        ("title\n", 2, "keys and values"),
        ("? [a]\n: b\n", 2, "a key must be a word"),
        ("title: " + "[" * 50_000 + "\n", 2, "too deep"),
        ("image: " + "{a: " * 9 + "\n", 2, "too deep"),
        ("tags: [raid\ndate: 2016-04-15\n", 2, "broken front matter"),
        ("image: {file: raid.png\ndate: 2016-04-15\n", 2, "broken front matter"),
        ("title: @home\n", 2, "broken front matter"),
        ("summary: " + "x" * 70_000 + "\n", 2, "64 KB"),
    ],
)
def test_broken_front_matter_names_the_line(content: Path, front: str, line: int, words: str) -> None:
    (problem,) = errors(content, front)
    assert words in problem.message
    assert problem.line == line


def test_front_matter_without_an_end_is_told_once(content: Path) -> None:
    (problem,) = reading(content, "---\ntitle: A raid\ndate: 2016-04-15\n\nTroops moved in.\n").errors
    assert (problem.line, "no end" in problem.message, "---" in problem.remedy) == (1, True, True)


def test_no_alias_is_followed_and_no_tag_makes_an_object(content: Path) -> None:
    bomb = "a: &a [x,x]\n" + "".join(f"{b}: &{b} [*{a},*{a}]\n" for a, b in zip("abcdef", "bcdefg", strict=True))
    assert "no aliases" in errors(content, bomb)[0].message
    assert article(content, "title: !!python/object/apply:os.abort x\ndate: 2016-04-15\n").title == "x"


def test_broken_toml_names_the_line(content: Path) -> None:
    (problem,) = reading(content, '+++\ntitle = "A raid"\ndate = 2016-02-30\n+++\nWords.').errors
    assert (problem.line, problem.excerpt) == (3, "date = 2016-02-30")


def test_an_unknown_key_warns_and_names_the_nearest(content: Path) -> None:
    (warning,) = warnings(content, GOOD + "autor: A. Writer\n")
    assert (warning.line, "`autor`" in warning.message, "`author`" in warning.remedy) == (4, True, True)
    (warning,) = warnings(content, GOOD + "zzz: 1\n")
    assert "Known keys" in warning.remedy


@pytest.mark.parametrize("front", ["tags: war, peace", "tags: [war, peace]", "tags:\n- war\n- ' peace '"])
def test_tags_are_a_list_or_words_between_commas(content: Path, front: str) -> None:
    assert article(content, f"{GOOD}{front}\n").tags == ("war", "peace")


def test_an_author_keeps_the_commas_of_a_name(content: Path) -> None:
    assert article(content, f"{GOOD}author: Writer, A.\nauthors: [B. Writer]\n").authors == ("B. Writer", "Writer, A.")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.org", "https://", "https://a b", "http://[::1"])
def test_a_source_is_a_web_address(content: Path, url: str) -> None:
    (problem,) = errors(content, f"{GOOD}source_url: '{url}'\n")
    assert "no web address" in problem.message


def test_people_and_places_are_lists_too(content: Path) -> None:
    found = article(content, f"{GOOD}people: [Ada Brook, 'Lisle, Tom']\nplaces: Marram, Kunduz\n")
    assert (found.people, found.places) == (("Ada Brook", "Lisle, Tom"), ("Marram", "Kunduz"))


@pytest.mark.parametrize("front", ["tags: [war, '!?']", "people: '!?'", f"places: {'a' * 201}"])
def test_what_can_have_no_page_is_no_tag_and_no_name(content: Path, front: str) -> None:
    (problem,) = errors(content, f"{GOOD}{front}\n")
    assert (problem.line, problem.remedy) == (4, "Its page needs an address: write it in words, and in few.")


def test_no_article_makes_more_pages_of_its_tags_than_anybody_reads(tmp_path: Path) -> None:
    for count, errors in (
        (200, []),
        (201, ["`tags` holds 201 names, each with a page of its own; more than 200 are too many"]),
    ):
        tags = ", ".join(f"tag {number}" for number in range(count))
        (tmp_path / "a.md").write_text(f"---\ntitle: A\ndate: 2024-05-15\ntags: [{tags}]\n---\nIt rained.\n", "utf-8")
        found = read_article(tmp_path / "a.md", tmp_path, Site())
        assert [problem.message for problem in found.errors] == errors


@pytest.mark.parametrize("slug", ["../raid", "a/b", "..", "embed", "tags", "feed.xml", "404", "index", "a b"])
def test_a_slug_that_leads_elsewhere_is_an_error(content: Path, slug: str) -> None:
    (problem,) = errors(content, f"{GOOD}slug: {slug}\n")
    assert f"“{slug}”" in problem.message
    assert problem.line == 4


def test_the_slug_of_a_file_is_told_with_a_way_out(content: Path) -> None:
    found = reading(content, f"---\n{GOOD}---\nWords.", "kunduz/2016-04-15-static.md")
    assert ["static" in problem.message and "slug" in problem.remedy for problem in found.errors] == [True]


def test_a_heading_at_the_top_is_the_title_where_there_is_none(content: Path) -> None:
    found = article(content, "date: 2016-04-15\n", "\n# The *big* raid & after #\n\nTroops moved in.")
    assert (found.title, found.text) == ("The big raid & after", "Troops moved in.")
    assert article(content, GOOD, "# Another\n\nWords.").text == "Another\n\nWords."


@pytest.mark.parametrize("body", ["", "  \n\n", "<!-- nothing -->", "![](x.png)", "`code`", "---", "[a]: b"])
def test_an_article_without_text_is_an_error(content: Path, body: str) -> None:
    assert [problem.message for problem in errors(content, GOOD, body)] == ["this article has no text"]


def test_an_empty_file_is_an_error(content: Path) -> None:
    assert {problem.message for problem in reading(content, "").errors} == {
        "this article has no title", "this article has no date", "this article has no text",
    }  # fmt: skip


def test_bytes_that_are_not_utf_8_are_shown(content: Path) -> None:
    (problem,) = reading(content, f"---\n{GOOD}---\nTroops\nin a caf".encode() + b"\xe9 moved in.\n").errors
    assert (problem.line, problem.column) == (6, 9)
    assert "0xE9" in problem.message
    assert "UTF-8" in problem.remedy


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_foreign_line_ends_are_read(content: Path, mark: bytes, end: str) -> None:
    text = f"---\n{GOOD}---\nOne\ntwo.\n\nThree.\n".replace("\n", end)
    found = reading(content, mark + text.encode()).article
    assert found is not None
    assert found.text == "One\ntwo.\n\nThree."


def test_a_file_over_a_megabyte_is_refused(content: Path) -> None:
    (problem,) = reading(content, f"---\n{GOOD}---\n" + "word " * 200_000).errors
    assert "1 MB" in problem.message


def test_a_tangle_is_refused_with_its_line(content: Path) -> None:
    (problem,) = errors(content, GOOD, "One.\n\n" + "[" * 100_000)
    assert problem.line == 7
    assert len(problem.excerpt) < 200


def test_control_characters_reach_neither_page_nor_terminal(content: Path) -> None:
    assert article(content, GOOD, "One\x00two\x1b[31m three&#27;").text == "One two [31m three"
    (problem,) = errors(content, "title: A\ndate: \x1b[31mred\n")
    assert "\x1b" not in str(problem)


def test_a_text_dateline_gives_place_and_lede(content: Path) -> None:
    body = "KUNDUZ, Afghanistan, April 15 (Agency) — Troops moved in."
    found = article(content, GOOD, body)
    assert (found.dateline.place, found.text[found.lede :]) == ("Kunduz, Afghanistan", "Troops moved in.")
    assert found.text == body
    assert article(content, GOOD + "place: The north\n", body).dateline.place == "The north"
    assert article(content, GOOD, "**KUNDUZ** — Troops moved in.").lede == len("KUNDUZ — ")


def test_a_text_dateline_of_another_day_warns(content: Path) -> None:
    (warning,) = warnings(content, GOOD, "\nKUNDUZ, April 14 — Troops moved in.")
    assert (warning.line, warning.excerpt) == (6, "KUNDUZ, April 14 — Troops moved in.")
    assert "April 14" in warning.message
    assert "Friday 2016-04-15" in warning.message
    assert warnings(content, GOOD, "KUNDUZ, Friday, April 15 — Troops moved in.") == ()


def test_pictures_and_files_beside_the_article_come_along(content: Path) -> None:
    (content / "kunduz/img").mkdir()
    (content / "shared").mkdir()
    for name in ("kunduz/img/a map.png", "shared/b.png"):
        (content / name).write_bytes(PNG)
    (content / "kunduz/report.pdf").write_bytes(b"%PDF")
    body = "![Map](<img/a map.png>) ![B](../shared/b.png) words [report](report.pdf#p2)"
    found = article(content, GOOD, body)
    root = content.resolve()
    assert found.assets == (
        ("img/a map.png", root / "kunduz/img/a map.png"),
        ("report.pdf", root / "kunduz/report.pdf"),
        ("shared/b.png", root / "shared/b.png"),
    )
    page = marked_html(found)
    assert '<img alt="Map" src="img/a%20map.png" width="640" height="480" loading="lazy">' in page
    assert 'src="shared/b.png"' in page
    assert '<a href="report.pdf#p2">report</a>' in page


@pytest.mark.parametrize(
    ("body", "words", "page"),
    [
        ("[a](none.pdf)", "leads to no file", '<p>Words <a href="none.pdf">a</a>.</p>'),
        ("[a](../../secret.txt)", "leads to no file", "<p>Words a.</p>"),
        ("[a](%2e%2e/%2e%2e/secret.txt)", "leads to no file", "<p>Words a.</p>"),
        ("[a](out.txt)", "leads to no file", '<p>Words <a href="out.txt">a</a>.</p>'),
        ("[a](.hidden)", "leads to no file", '<p>Words <a href=".hidden">a</a>.</p>'),
        ("[a](page.html)", "a browser would run it", "<p>Words a.</p>"),
        ("![a](none.png)", "no picture", "<p>Words a.</p>"),
        ("![a](../../secret.png)", "no picture", "<p>Words a.</p>"),
        ("![a](drawing.svg)", "SVG", "<p>Words a.</p>"),
        ("![a](broken.png)", "broken", "<p>Words a.</p>"),
        ("![a](fake.png)", "text", "<p>Words a.</p>"),
        (
            "![a](https://example.org/x.png)",
            "becomes a link",
            '<p>Words <a href="https://example.org/x.png">a</a>.</p>',
        ),
        ("![a](//example.org/x.png)", "becomes a link", '<p>Words <a href="//example.org/x.png">a</a>.</p>'),
    ],
)
def test_what_is_not_to_be_had_warns_and_leads_nowhere(content: Path, body: str, words: str, page: str) -> None:
    (content.parent / "secret.txt").write_text("secret")
    (content.parent / "secret.png").write_bytes(PNG)
    (content / "kunduz/out.txt").symlink_to(content.parent / "secret.txt")
    (content / "kunduz/.hidden").write_text("hidden")
    (content / "kunduz/page.html").write_text("<script>")
    (content / "kunduz/drawing.svg").write_text("<svg/>")
    (content / "kunduz/broken.png").write_bytes(PNG[:20])
    (content / "kunduz/fake.png").write_text("<svg/>")
    found = reading(content, f"---\n{GOOD}---\nWords {body}.\n")
    assert found.article is not None
    assert [words in warning.message for warning in found.warnings] == [True]
    assert (found.warnings[0].line, marked_html(found.article), found.article.assets) == (5, page, ())


def test_links_elsewhere_stay_as_they_are(content: Path) -> None:
    body = "[a](https://example.org/) [b](#part) [c](/about/) [d](mailto:a@example.org)"
    found = article(content, GOOD, body)
    assert marked_html(found) == (
        '<p><a href="https://example.org/">a</a> <a href="#part">b</a> <a href="/about/">c</a> '
        '<a href="mailto:a@example.org">d</a></p>'
    )


def test_a_link_to_another_article_leads_to_its_page(content: Path) -> None:
    (content / "kunduz/2016-04-16-after.md").write_text(f"---\n{GOOD}slug: aftermath\n---\nWords.")
    (content / "kunduz/index.md").write_text("---\ntitle: Kunduz\n---\n")
    (content / "2016-05-01-lone.md").write_text(f"---\n{GOOD}---\nWords.")
    body = "[a](2016-04-16-after.md#part) [b](index.md) [c](../2016-05-01-lone.md)"
    assert marked_html(article(content, GOOD, body)) == (
        '<p><a href="../../kunduz/aftermath/index.html#part">a</a> <a href="../../kunduz/index.html">b</a> '
        '<a href="../../lone/index.html">c</a></p>'
    )


@pytest.mark.parametrize("image", ["raid.png", "{file: raid.png}", "{file: raid.png, alt: ''}"])
def test_a_picture_without_words_for_those_who_do_not_see_it_warns(content: Path, image: str) -> None:
    (content / "kunduz/raid.png").write_bytes(PNG)
    (warning,) = warnings(content, f"{GOOD}image: {image}\n")
    assert "alternative text" in warning.message
    assert warning.line == 4


@pytest.mark.parametrize(
    ("image", "words"),
    [
        ("{file: none.png, alt: a}", "there is no picture none.png"),
        ("{file: ../../secret.png, alt: a}", "there is no picture"),
        ("{file: /etc/hostname, alt: a}", "there is no picture"),
        ("{file: out.png, alt: a}", "there is no picture"),
        ("{file: broken.png, alt: a}", "broken"),
        ("{file: drawing.svg, alt: a}", "SVG"),
        ("{file: notes.txt, alt: a}", "no kind of picture"),
        ("{alt: a}", "names no file"),
        ("{file: [a], alt: a}", "takes words"),
        ("[a]", "names no file"),
        ("{file: 'data:image/png;base64,AAAA', alt: a}", "no web address"),
    ],
)
def test_a_picture_that_is_none_is_an_error(content: Path, image: str, words: str) -> None:
    (content.parent / "secret.png").write_bytes(PNG)
    (content / "kunduz/out.png").symlink_to(content.parent / "secret.png")
    (content / "kunduz/broken.png").write_bytes(PNG[:20])
    (content / "kunduz/drawing.svg").write_text("<svg/>")
    (content / "kunduz/notes.txt").write_text("notes")
    problems = errors(content, f"{GOOD}image: {image}\n")
    assert words in problems[0].message
    assert all(problem.line == 4 for problem in problems)


def test_a_picture_of_the_front_matter_on_another_host_becomes_a_link_below_the_text(content: Path) -> None:
    front = GOOD + 'image: {file: "https://example.org/x.png?a&b", caption: A <street>}\n'
    found = reading(content, f"---\n{front}---\nWords.\n")
    assert found.article is not None
    assert (found.article.image, found.article.text) == (None, "Words.")
    assert ["becomes a link" in warning.message for warning in found.warnings] == [True]
    assert marked_html(found.article).endswith(
        '<p><a href="https://example.org/x.png?a&amp;b">A &lt;street&gt;</a></p>'
    )


def test_an_unknown_key_of_the_picture_warns(content: Path) -> None:
    (content / "kunduz/raid.png").write_bytes(PNG)
    (warning,) = warnings(content, GOOD + "image: {file: raid.png, alt: a, captoin: b}\n")
    assert "`caption`" in warning.remedy


def test_a_sideways_photograph_has_the_size_it_is_shown_in(content: Path) -> None:
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    jpeg = (
        b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
        + b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, 300, 400, 3) + b"\x01\x11\0\x02\x11\0\x03\x11\0" + b"\xff\xd9"
    )  # fmt: skip
    (content / "kunduz/raid.jpg").write_bytes(jpeg)
    image = article(content, GOOD + "image: {file: raid.jpg, alt: a}\n").image
    assert image is not None
    assert (image.width, image.height) == (300, 400)


def test_two_files_that_would_be_copied_to_one_place_are_an_error(content: Path) -> None:
    (content / "shared").mkdir()
    (content / "kunduz/shared").mkdir()
    (content / "shared/a.pdf").write_text("one")
    (content / "kunduz/shared/a.pdf").write_text("two")
    (problem,) = errors(content, GOOD, "[one](../shared/a.pdf) [two](shared/a.pdf)")
    assert "would be copied to shared/a.pdf" in problem.message


def test_a_lone_article_is_a_story_of_its_own(content: Path) -> None:
    (content / "a.pdf").write_text("a")
    found = reading(content, f"---\n{GOOD}---\n[a](a.pdf)", "2016-04-15-raid.md").article
    assert found is not None
    assert (found.story, found.slug, found.assets) == ("raid", "raid", (("a.pdf", content.resolve() / "a.pdf"),))


# fmt: off
FRAGMENTS = st.sampled_from([
    b"---\n", b"+++\n", b"title: A raid\n", b"date: 2016-04-15\n", b"date: ", b"2016-02-30", b"tags: [", b"]", b"{",
    b"}", b"image: ", b"{file: x.png}\n", b"? ", b"- ", b": ", b"&a ", b"*a", b"!!x ", b"|\n", b"'", b'"', b"\t", b"\n",
    b"\r\n", b"\xff", b"\xc3\xa9", b"\x00", b"\xef\xbb\xbf", b"= ", b"[a]\n", b"title = 'x'\n", b"date = 2016-04-15\n",
    b"slug: ..\n", b"Words.\n", b"[a](b c)", b"![a](%00)", b"[a](../)", b"[a](x.md)", b"<a href='http://[x'>y</a>",
    b"KUNDUZ, May 3 - ",
])
HEADS = st.sampled_from([b"", b"---\n", b"+++\n", f"---\n{GOOD}".encode(), f"---\n{GOOD}---\n".encode()])
# fmt: on


@given(HEADS, st.lists(FRAGMENTS, max_size=25).map(b"".join))
def test_any_bytes_are_an_article_or_named_problems(head: bytes, rest: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.md")
        path.write_bytes(head + rest)
        found = read_article(path, Path(folder), Site())
    assert (found.article is None) == bool(found.errors)
    for problem in (*found.errors, *found.warnings):
        assert problem.path == path
        assert str(problem).isprintable() or "\n" in str(problem)
