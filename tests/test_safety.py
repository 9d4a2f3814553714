"""Whatever an article holds, its pages run nothing, fetch nothing, and write nothing outside; nor does the build."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, sync_playwright

from dateline.articles import read_article
from dateline.cli import main
from dateline.config import Site, read_site
from dateline.content import Folder
from dateline.dating import dated_stories, read_all
from dateline.errors import DatelineError
from dateline.keys import is_web_address
from dateline.limits import EXPRESSIONS, LONGEST, WORDS_OF_TIME, endless
from dateline.making import dated
from dateline.model import Article, Dateline
from dateline.site import Options, build
from dateline.slugs import slug_fault
from tests.attacks import attacks
from tests.hostile import build_sites, faults
from tests.test_browser import FLAGS

HERE = Path(__file__).parent
GOLDEN = HERE / "site" / "output"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return build_sites(tmp_path_factory.mktemp("hostile"))


def test_there_are_more_than_three_hundred_attacks() -> None:
    assert len(set(attacks())) == len(attacks()) > 300


def test_no_page_holds_anything_that_acts(sites: list[Path]) -> None:
    pages = [(site, page) for site in sites for page in sorted(site.rglob("*.html"))]
    assert len(pages) > len(attacks())
    found = {str(page.relative_to(site)): list(faults(site, page)) for site, page in pages}
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


def test_the_ordinary_pages_keep_the_same_rules() -> None:
    pages = sorted(GOLDEN.rglob("*.html"))
    assert {str(page): wrong for page in pages if (wrong := list(faults(GOLDEN, page)))} == {}


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("<script>x</script>", "<script> of its own"),
        ("<script src=x.js defer></script>", "is no script of"),
        ("<p onclick=x>x", "<p onclick='x'>"),
        ("<a href='java&#10;script:x'>x</a>", "is no address of the web"),
        ("<img src=//evil.example/x>", "is fetched from elsewhere"),
        ("<img src=x>", "is not there"),
        ("<a href=../../x>x</a>", "leaves the site"),
        ("<p id=a><p id=a>", "the id a twice"),
        ("&#x202e;", "a strange character"),
        ("<!-- x -->", "comment"),
        ("<meta http-equiv=refresh content=0>", "another policy"),
    ],
)
def test_a_page_that_acts_would_be_found(tmp_path: Path, page: str, fault: str) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><body>{page}", "utf-8")
    assert [found for found in faults(tmp_path, tmp_path / "index.html") if fault in found]


def test_every_document_beside_the_pages_can_be_read(sites: list[Path]) -> None:
    documents = [json.loads(file.read_bytes()) for site in sites for file in site.rglob("*.json")]
    assert documents


def test_nothing_was_written_outside_the_output(sites: list[Path]) -> None:
    for site in sites:
        assert sorted(path.name for path in site.parent.iterdir()) == ["content", "output"]
        assert not [path for path in site.rglob("*") if path.is_symlink()]


@pytest.mark.parametrize("key", ["slug", "source_url", "updated", "lang", "country", "hemisphere", "date", "draft"])
def test_what_is_no_plain_words_is_refused_or_harmless(tmp_path: Path, key: str) -> None:
    file = tmp_path / "a.md"
    for attack in attacks():
        lines = {"title": "A", "date": "2024-05-15", key: json.dumps(attack, ensure_ascii=False)}
        head = "\n".join(f"{name}: {value}" for name, value in lines.items())
        file.write_text(f"---\n{head}\n---\nIt rained.\n", "utf-8")
        article = read_article(file, tmp_path, Site()).article
        if article is not None:
            assert slug_fault(article.slug) == ""
            assert article.source_url == "" or is_web_address(article.source_url)
            assert article.conventions.lang.isascii() and article.conventions.lang.replace("-", "").isalnum()


@pytest.mark.parametrize("key", ["base_url", "lang", "country"])
def test_so_are_the_settings(tmp_path: Path, key: str) -> None:
    for attack in attacks():
        (tmp_path / "site.toml").write_text(f"{key} = {json.dumps(attack)}\n", "utf-8")
        with suppress(DatelineError):
            site = read_site(tmp_path)
            assert site.base_url == "" or is_web_address(site.base_url)
            assert (site.conventions.lang + site.conventions.country).replace("-", "").isalnum()


@pytest.mark.parametrize(
    "escape",
    [
        "../../secret.pdf",
        "/etc/passwd",
        "..%2f..%2fsecret.pdf",
        "link.pdf",
        "folder/secret.pdf",
        "a/../../../secret.pdf",
    ],
)
def test_no_link_copies_what_lies_outside_the_content(tmp_path: Path, escape: str) -> None:
    (tmp_path / "secret.pdf").write_text("secret")
    story = tmp_path / "content" / "story"
    story.mkdir(parents=True)
    (story / "a.md").write_text(f"---\ntitle: A\ndate: 2024-05-15\n---\n[It]({escape}) rained on Friday.\n", "utf-8")
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / "secret.pdf").write_text("secret")
    if escape == "link.pdf":
        (story / escape).symlink_to(tmp_path / "secret.pdf")
    if escape.startswith("folder"):
        (story / "folder").symlink_to(tmp_path / "beside")
    with suppress(DatelineError):
        build(Options(tmp_path / "content", tmp_path / "output"))
    made = [file for file in (tmp_path / "output").rglob("*") if file.is_file()]
    assert not [file for file in made if file.suffix == ".pdf" or file.read_bytes() == b"secret"]


def test_a_linked_article_and_a_linked_story_outside_are_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.md").write_text("---\ntitle: A\ndate: 2024-05-15\n---\nIt rained.\n", "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").symlink_to(tmp_path / "elsewhere" / "a.md")
    (tmp_path / "content" / "story").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DatelineError) as caught:
        build(Options(tmp_path / "content", tmp_path / "output"))
    assert [problem.path and problem.path.name for problem in caught.value.problems] == ["a.md", "story"]


@pytest.mark.parametrize("command", ["build", "check"])
def test_settings_that_lie_elsewhere_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (tmp_path / "secret").write_text("a secret", "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("---\ntitle: A\ndate: 2024-05-15\n---\nIt rained.\n", "utf-8")
    (tmp_path / "content" / "site.toml").symlink_to(tmp_path / "secret")
    monkeypatch.chdir(tmp_path)
    assert main([command]) == 1
    told = "content/site.toml: this link leads out of the folder of content\n    Put the file itself here.\n"
    assert capsys.readouterr().err == told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
@pytest.mark.parametrize("command", ["build", "check"])
def test_settings_that_are_no_file_are_not_waited_for(tmp_path: Path, command: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("---\ntitle: A\ndate: 2024-05-15\n---\nIt rained.\n", "utf-8")
    os.mkfifo(tmp_path / "content" / "site.toml")
    build_or_check = [sys.executable, str(HERE.parent / "build.py"), command]
    done = subprocess.run(build_or_check, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    told = "content/site.toml: this is no file\n    Put a file of settings here, or nothing.\n"
    assert (done.returncode, done.stderr) == (1, told)


def test_templates_are_code_and_articles_are_not(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    written = "{{ 7 * 7 }} {% set x = 1 %} {# no #} {{ site }}"
    (tmp_path / "content" / "a.md").write_text(
        f"---\ntitle: '{written}'\ndate: 2024-05-15\n---\n{written} on Friday.\n"
    )
    build(Options(tmp_path / "content", tmp_path / "output"))
    page = (tmp_path / "output" / "a" / "index.html").read_text("utf-8")
    assert page.count(written) > 2
    assert "49" not in page


WITHOUT_A_NETWORK = """
import runpy, sys
def forbid(event, _):
    if event.startswith(("socket.", "urllib.", "ftplib.", "http.", "smtplib.")):
        raise RuntimeError(event)
import socket
sys.addaudithook(forbid)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def test_the_build_asks_nothing_of_the_network(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_A_NETWORK, str(HERE.parent / "build.py"), "--jobs", "2"]
    content = HERE / "site" / "content"
    done = subprocess.run(
        [*command, "--content", str(content), "--output", str(tmp_path / "output")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "output" / "index.html").is_file()


def test_names_that_are_no_utf8_make_a_site_all_the_same(tmp_path: Path) -> None:
    story = os.fsencode(tmp_path) + b"/content/caf\xe9"
    Path(os.fsdecode(story)).mkdir(parents=True)
    with open(story + b"/na\xefve.md", "w", encoding="utf-8") as file:  # noqa: PTH123  bytes for a path
        file.write("---\ntitle: A\ndate: 2024-05-15\n---\nIt rained on Friday.\n")
    build(Options(tmp_path / "content", tmp_path / "output"))
    assert "Caf\N{REPLACEMENT CHARACTER}" in (tmp_path / "output" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("hidden", ["\u202e", "\\u202e", "\u2066", "\x1b", "\\e", "\\x07", "\x00", "\\0"])
def test_titles_and_words_stand_in_the_order_in_which_they_are_read(tmp_path: Path, hidden: str) -> None:
    raw = "" if "\\" in hidden else hidden
    text = f'---\ntitle: "12 {hidden}April"\ndate: 2024-05-15\n---\nIt rained {raw}on Friday&#x202e;.\n'
    (tmp_path / "a.md").write_text(text, "utf-8")
    article = read_article(tmp_path / "a.md", tmp_path, Site()).article
    assert article is not None
    assert " ".join(article.title.split()) == "12 April"
    assert " ".join(article.text.split()) == "It rained on Friday."


def test_an_error_steers_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\u202e\n.md").write_text("---\ntitle: \x1b[2J\nslug: '\x1b]0;x'\n---\n", "utf-8")
    with pytest.raises(DatelineError) as caught:
        build(Options(tmp_path, tmp_path / "output"))
    assert str(caught.value).replace("\n", "").isprintable()


def test_an_article_over_a_megabyte_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\ndate: 2024-05-15\n---\n" + "It rained. " * 100_000, "utf-8")
    with pytest.raises(DatelineError, match=r"a\.md: this file is over 1 MB"):
        build(Options(tmp_path, tmp_path / "output"))


@pytest.mark.parametrize("words", ["Friday ", "2016-", "on 12 May ", "12:00 ", "he said on Friday that on Monday "])
def test_an_article_with_too_many_words_of_time_is_refused(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\ndate: 2024-05-15\n---\n" + words * (WORDS_OF_TIME + 1), "utf-8")
    with pytest.raises(DatelineError, match=r"a\.md: this article has [\d,]+ words and figures of time"):
        build(Options(tmp_path, tmp_path / "output"))


def test_an_article_with_more_dates_than_a_page_can_show_is_refused(tmp_path: Path) -> None:
    head = "---\ntitle: A\ndate: 2024-05-15\n---\n"
    (tmp_path / "a.md").write_text(head + "It rained on Friday. " * (EXPRESSIONS + 1), "utf-8")
    with pytest.raises(DatelineError, match=r"a\.md: this article has 2,501 time expressions; more than 2,500 are too"):
        build(Options(tmp_path, tmp_path / "output"))
    with pytest.raises(DatelineError, match="time expressions"):
        dated_stories(*_read(tmp_path), jobs=1)


def _read(content: Path) -> tuple[Site, Sequence[Folder]]:
    site, read = read_all(content, drafts=False)
    return site, read.stories


@pytest.mark.parametrize("filler", ["and it fell, ", "the old bridge, ", "it was old and grey; "])
def test_a_sentence_without_end_keeps_every_date_and_says_that_it_is_read_in_pieces(filler: str) -> None:
    count = len(filler.split())
    # Each expression in its turn stands across the end of a piece.
    for shift in range(LONGEST - 12, LONGEST + 4):
        lead = filler * (shift // count)
        text = f"{lead}the ferry sailed on Friday, 12 April 2024, {lead}the bridge opened in May 2023, {lead}it rained."
        told = dated(Article(Path("a.md"), "a", "a", "A", Dateline(date(2024, 5, 15)), text, ()))
        assert {event.edtf for event in told.events} == {"2024-04-12", "2023-05"}
        assert f"is read in pieces of {LONGEST}" in str(*endless([told]))


def test_a_file_that_is_linked_to_many_times_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def counted(path: Path, flags: str = "r") -> object:
        read.append(path)
        return original(path, flags)

    original = Path.open
    head = "---\ntitle: A\ndate: 2024-05-15\n---\n"
    (tmp_path / "a.md").write_text(head + "".join(f"[a](b.md#{number}) " for number in range(200)), "utf-8")
    (tmp_path / "b.md").write_text(f"{head}Words.\n", "utf-8")
    monkeypatch.setattr(Path, "open", counted)
    read_article(tmp_path / "a.md", tmp_path, Site())
    assert [path.name for path in read] == ["a.md", "b.md"]


PLACES = """element => [...element.firstChild.data.matchAll(/[^ ]+/g)].map(word => {
  const range = document.createRange();
  range.setStart(element.firstChild, word.index);
  range.setEnd(element.firstChild, word.index + word[0].length);
  return range.getBoundingClientRect().left;
})"""


def test_words_that_run_from_the_right_leave_the_date_beside_them_alone(tmp_path: Path, chromium: str) -> None:
    arabic = "مرحبا"  # an Arabic greeting
    head = f"---\ntitle: {arabic}\nplace: {arabic}\nsource: {arabic}\ndate: 2024-05-15\n---\n"
    (tmp_path / "content" / "story").mkdir(parents=True)
    (tmp_path / "content" / "story" / "a.md").write_text(f"{head}It rained on Friday.\n", "utf-8")
    build(Options(tmp_path / "content", tmp_path / "output"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_context().new_page()
        page.goto((tmp_path / "output" / "story" / "index.html").as_uri())
        places = page.locator(".filed time").first.evaluate(PLACES)
        browser.close()
    assert len(places) == 4 and places == sorted(places)


ACTIVE = """() => [...document.querySelectorAll("*")].flatMap(element => [
  ...[...element.attributes].filter(attribute => attribute.name.startsWith("on")).map(attribute => attribute.name),
  ...["href", "src", "action", "formAction", "data"].filter(name => element.hasAttribute(name.toLowerCase()))
    .map(name => new URL(element.getAttribute(name), document.baseURI).protocol)
    .filter(protocol => !["http:", "https:", "mailto:", "file:"].includes(protocol)),
])"""


@pytest.mark.verify
def test_in_a_browser_no_script_runs_and_no_request_leaves(sites: list[Path], chromium: str) -> None:
    said: list[str] = []
    asked: set[str] = set()

    def dismissed(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_context().new_page()
        page.on("dialog", dismissed)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.add(request.url))
        page.on("popup", lambda popup: said.append(popup.url))
        for file in (file for site in sites for file in sorted(site.rglob("*.html"))):
            if file.name == "404.html":
                continue  # it is shown anywhere, so its addresses begin at the root of a host, which a folder has not
            page.goto(file.as_uri(), wait_until="load")
            page.keyboard.press("Tab")
            assert page.evaluate(ACTIVE) == [], file
            assert page.url == file.as_uri()
        browser.close()
    assert said == []
    roots = tuple(site.as_uri() for site in sites)
    assert [url for url in asked if not url.startswith(roots)] == []
