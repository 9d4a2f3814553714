"""What an editor should look at: every kind, and that the line offered for it settles it and nothing else."""

from __future__ import annotations

import json
import re
import shutil
import struct
import subprocess
import sys
from collections import Counter
from contextlib import chdir, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from dateline.check import Kind, Paste, applied
from dateline.check.report import annotation
from dateline.cli import main

PROJECT = Path(__file__).parent.parent
BUILD = PROJECT / "build.py"
README = (PROJECT / "README.md").read_text("utf-8")
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 640, 480, 8, 2, 0, 0, 0) + b"\0" * 16
Found = dict[str, Any]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BUILD), *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def checked(folder: Path, *arguments: str) -> list[Found]:
    """What `check` finds in a folder, asked for in this process: another one costs half a second."""
    written = BytesIO()
    told = TextIOWrapper(written, "utf-8")
    with chdir(folder), redirect_stdout(told):
        assert main(["check", "--format", "json", *arguments]) == 0
    found: list[Found] = json.loads(written.getvalue())
    return found


def article(front: str, body: str, day: str = "2024-05-15", source: str = "The Echo") -> str:
    """An article filed on Wednesday 15 May 2024, of which only what is asked for is doubtful."""
    return f"---\ntitle: The mill\ndate: {day}\nsource: {source}\n{front}---\n\n{body}\n"


def toml(front: str, body: str) -> str:
    return f'+++\ntitle = "The mill"\ndate = 2024-05-15\nsource = "The Echo"\n{front}+++\n\n{body}\n'


def listed(event: str) -> str:
    """A list of events imported on the same day, one of them with these keys."""
    quiet = 'imported = "2024-05-15"\n\n[[event]]\ndate = "1990"\nwhat = "The weir is raised"\n'
    return f'{quiet}\n[[event]]\n{event}\nwhat = "The new weir opens"\n'


QUIET = "The mill burned on Friday."
DOUBT = "The council plans to vote on Thursday, and the mill stands empty.\n\nThe mayor resigned on Monday."

# Each with the kinds that are found, in order, and the files.
CASES: dict[str, tuple[str, dict[str, str]]] = {
    "a text dateline of another day": (
        "dateline",
        {"a.md": article("", "SMITHTOWN, May 14 — The mill burned on Friday.")},
    ),
    "a text dateline of another weekday, which no date can be": (
        "dateline",
        {"a.md": article("", "SMITHTOWN, Monday, May 15 — The mill burned on Friday.")},
    ),
    "a mend whose words are gone": (
        "vanished",
        {"a.md": article("dates:\n  Friday: 2024-05-10\n  last Monday: 2024-05-06\n", QUIET)},
    ),
    "a mend of the third time, of two": (
        "vanished",
        {"a.md": article("dates: {Friday: 2024-05-10, Friday#2: 2024-05-03}\n", QUIET)},
    ),
    "a dotted mend whose words are gone": ("vanished", {"a.md": article("dates.last Monday: 2024-05-06\n", QUIET)}),
    "a mend whose words are written with a capital": (
        "vanished",
        {"a.md": article("dates.friday: 2024-05-10\n", QUIET)},
    ),
    "an entry that is gone, separated from itself": (
        "vanished",
        {"a.md": article("events.e-the-hill: {separate: e-the-hill}\n", QUIET)},
    ),
    "a mend in TOML whose words are gone": (
        "vanished",
        {"a.md": toml('dates = {"Friday" = 2024-05-10, "last Monday" = "2024-05-06"}\n', QUIET)},
    ),
    "an edit of an entry that is gone": ("vanished", {"a.md": article("events.e-the-hill: hide\n", QUIET)}),
    "reports of different figures": (
        "contradiction",
        {
            "a.md": article("", "An explosion at the Tarn mine killed 12 miners on Friday."),
            "b.md": article("slug: b\n", "The explosion at the Tarn mine on Friday killed 15 miners.", "2024-05-16"),
        },
    ),
    "a day to come told as past": ("tense", {"a.md": article("", "The mill burned on 3 June 2024.")}),
    "a day gone by told as to come": ("tense", {"a.md": article("", "The mill will burn on 3 April 2024.")}),
    "a doubtful reading": ("doubt", {"a.md": article("", "The council, which sits on Thursday, met.")}),
    "a doubtful reading in TOML": ("doubt", {"a.md": toml("", "The council, which sits on Thursday, met.")}),
    "a doubtful reading below a table of TOML": (
        "doubt",
        {
            "a.md": toml(
                '[dates]\nFriday = "2024-05-10"\n', "It burned on Friday. The council, which sits on Thursday, met."
            )
        },
    ),
    "a doubtful reading beside an inline table of TOML": (
        "doubt",
        {
            "a.md": toml(
                'dates = {Friday = "2024-05-10"}\n', "It burned on Friday. The council, which sits on Thursday, met."
            )
        },
    ),
    "a doubtful reading beside other mends": (
        "doubt",
        {
            "a.md": article(
                "dates:\n  Friday: 2024-05-10\n", "It burned on Friday. The council, which sits on Thursday, met."
            )
        },
    ),
    "the second of two doubtful readings of the same words": (
        "doubt",
        {
            "a.md": article(
                "dates.Thursday: 2024-05-16\n",
                "The council, which sits on Thursday, met. The court, which sits on Thursday, fell.",
            )
        },
    ),
    "a plan whose day has passed": (
        "overdue",
        {
            "a.md": article("", "The mill will open on Friday."),
            "b.md": article("", "The town hall burned on Monday.", "2024-06-03"),
        },
    ),
    "an entry that the editor planned, and its day has passed": (
        "overdue",
        {
            "a.md": article("events: {The mill opens: 2024-05-20}\n", QUIET),
            "b.md": article("", "The town hall burned on Monday.", "2024-06-03"),
        },
    ),
    "two entries that are perhaps one": (
        "duplicate",
        {
            "a.md": article("", "The Tarn mill burned last week."),
            "b.md": article("", "Two men were hurt at the mill on 8 May.", "2024-05-16"),
        },
    ),
    "a period longer than a year": ("wide", {"a.md": article("", "The mill burned in the 1990s.")}),
    "a date that dates nothing": ("idle", {"a.md": article("", "The mill burned on Friday.\n\nMonday 13 May.")}),
    "an article that dates nothing": ("dateless", {"a.md": article("", "The mill is red.")}),
    "a picture of the front matter without alternative text": (
        "alt",
        {"a.md": article("image: the-mill.png\n", QUIET)},
    ),
    "a picture in a mapping on one line": (
        "alt",
        {"a.md": article("image: {file: the-mill.png, credit: Ada}\n", QUIET)},
    ),
    "a picture in a mapping on lines of its own": (
        "alt",
        {"a.md": article("image:\n  file: the-mill.png\n  caption: The mill by night.\n", QUIET)},
    ),
    "a picture in a table of TOML": ("alt", {"a.md": toml('[image]\nfile = "the-mill.png"\n', QUIET)}),
    "a picture in the text": ("alt", {"a.md": article("", f"{QUIET}\n\n![](the-mill.png)")}),
    "a picture in the HTML of the text": ("alt", {"a.md": article("", f'{QUIET} <img src="the-mill.png" alt="">')}),
    "a name that nobody has listed": (
        "name",
        {"a.md": article("", f"{QUIET} Ada Brook said so. It was Ada Brook, and Ada Brook alone.")},
    ),
    "a place that nobody has listed": (
        "name",
        {
            "a.md": article(
                "", "The mill in Harbourtown burned on Friday. Trains to Harbourtown stopped near Harbourtown."
            ),
            "site.toml": '[people]\n"Ada Brook" = []\n\n[places]\n"Sand Point" = []\n',
        },
    ),
    "a length of time counted from no day": (
        "idle",
        {"a.md": article("", f"{QUIET}\n\nThe weir was raised in 1999. Four weeks earlier nobody had spoken of it.")},
    ),
    "an imported event of a day to come, told as past": (
        "tense",
        {"a.md": article("", QUIET), "old.events.toml": listed('date = "2025-03-01"')},
    ),
    "an imported plan whose day has passed": (
        "overdue",
        {"a.md": article("", QUIET), "old.events.toml": listed('date = "2024-05-01"\nstatus = "planned"')},
    ),
    "an imported event of a whole decade": (
        "wide",
        {"a.md": article("", QUIET), "old.events.toml": listed('date = "199X"')},
    ),
    "an imported event that a second list holds, too": (
        "duplicate",
        {
            "a.md": article("", QUIET),
            "new.events.toml": listed('date = "2024-03-01"'),
            "old.events.toml": listed('date = "2024-03-01"').replace(
                '"1990"\nwhat = "The weir', '"1991"\nwhat = "The dam'
            ),
        },
    ),
    "several articles, and none with its source": (
        "source",
        {
            "a.md": article("", QUIET).replace("source: The Echo\n", ""),
            "b.md": article("", "The town hall was sold in March 2019.").replace("source: The Echo\n", ""),
            "site.toml": '# The site\ntitle = "The Echo"\n\n[people]\n"Ada Brook" = []\n',
        },
    ),
    "an article without its source": ("source", {"a.md": article("", QUIET).replace("source: The Echo\n", "")}),
    "an article with an empty source": ("source", {"a.md": article("", QUIET).replace("The Echo", "")}),
}


def site(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / "content" / name if name == "site.toml" else folder / "content" / "mill" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "content/mill/the-mill.png").write_bytes(PNG)
    return folder


def known(found: list[Found]) -> Counter[tuple[str, str, str]]:
    return Counter((each["kind"], each["file"], each["words"]) for each in found)


def paste(folder: Path, offered: Found) -> None:
    path = folder / offered["file"]
    text = path.read_text("utf-8") if path.exists() else ""
    line = Paste(path, offered["line"], offered["text"], offered["replaces"])
    path.write_text(applied(text, line), "utf-8")


@pytest.mark.parametrize("name", CASES)
def test_the_line_that_is_offered_settles_exactly_what_it_is_offered_for(name: str, tmp_path: Path) -> None:
    kinds, files = CASES[name]
    site(tmp_path, files)
    before = checked(tmp_path)
    assert " ".join(each["kind"] for each in before) == kinds
    for each in before:
        assert (tmp_path / each["file"]).exists()
        paste(tmp_path, each["paste"])
        left = checked(tmp_path)
        assert known(before) - known(left) == known([each])
        assert known(left) - known(before) == Counter()
        before = left
    assert before == []


def test_every_kind_that_a_line_can_settle_has_a_case() -> None:
    assert {kind for kinds, _ in CASES.values() for kind in kinds.split()} == {kind.value for kind in Kind} - {
        "warning"
    }


def test_two_entries_that_are_not_one_are_asked_for_once(tmp_path: Path) -> None:
    site(tmp_path, CASES["two entries that are perhaps one"][1])
    (found,) = checked(tmp_path)
    paste(tmp_path, {**found["paste"], "text": found["paste"]["text"].replace("merge", "separate")})
    assert checked(tmp_path) == []


@pytest.mark.parametrize("when", ["2024-05-15", "2024"])
def test_an_imported_event_of_that_day_or_of_a_leap_year_is_right(when: str, tmp_path: Path) -> None:
    site(tmp_path, {"a.md": article("", QUIET), "old.events.toml": listed(f'date = "{when}"')})
    assert checked(tmp_path) == []


def test_what_was_not_to_come_need_not_be_reported(tmp_path: Path) -> None:
    later = article("", "The town hall burned on Monday.", "2024-06-03")
    site(tmp_path, {"a.md": article("", "The mill will not open on Friday."), "b.md": later})
    assert checked(tmp_path) == []


def test_words_that_stand_there_in_other_capitals_are_told_of(tmp_path: Path) -> None:
    site(tmp_path, CASES["a mend whose words are written with a capital"][1])
    (found,) = checked(tmp_path)
    assert found["why"] == "the text writes it “Friday”, and capitals count; write it so, or take the line out"


def test_the_source_of_a_site_is_that_of_articles_that_name_none(tmp_path: Path) -> None:
    without, page = article("", QUIET).replace("source: The Echo\n", ""), tmp_path / "output/mill/b/index.html"
    linked = without.replace("---\n\n", "source_url: https://example.org/a\n---\n\n")
    files = {"a.md": linked, "b.md": without, "site.toml": 'source = "The Post"\n'}
    site(tmp_path, files)
    assert checked(tmp_path) == []
    assert run(tmp_path, "build").returncode == 0
    assert "Source: The Post" in page.read_text("utf-8")
    assert "The Post" not in (tmp_path / "output/mill/a/index.html").read_text("utf-8")
    site(tmp_path, {**files, "site.toml": 'source = "The Echo"\n'})
    assert run(tmp_path, "build").returncode == 0
    assert "Source: The Echo" in page.read_text("utf-8")


def test_the_source_of_a_lone_article_stands_above_it(tmp_path: Path) -> None:
    site(tmp_path, CASES["an article without its source"][1])
    assert [each["paste"]["file"] for each in checked(tmp_path)] == ["content/mill/a.md"]


def test_a_person_in_whose_words_something_is_told_is_no_place(tmp_path: Path) -> None:
    words = "In Ada Brook the mill had a friend. Ada Brook said so, and Ada Brook was right."
    site(tmp_path, {"a.md": article("", f"{QUIET} {words}")})
    assert [(each["words"], each["understood"]) for each in checked(tmp_path)] == [("Ada Brook", "people")]


def test_an_imported_event_that_lasted_for_years_is_known_well(tmp_path: Path) -> None:
    site(tmp_path, {"a.events.toml": listed('date = "1990/1993"\nextent = "throughout"')})
    assert checked(tmp_path) == []
    site(tmp_path, {"a.events.toml": listed('date = "1990/1993"\nextent = "within"')})
    assert [each["kind"] for each in checked(tmp_path)] == ["wide"]


def test_a_day_that_stands_alone_and_dates_nothing_is_asked_for(tmp_path: Path) -> None:
    site(tmp_path, {"a.md": article("", f"{QUIET}\n\n## 3 May 2023\n\nIt had been sold on 2 May 2023.")})
    assert [(each["kind"], each["words"]) for each in checked(tmp_path)] == [("idle", "3 May 2023")]


def test_a_year_above_what_is_told_of_it_need_date_nothing_itself(tmp_path: Path) -> None:
    site(tmp_path, {"a.md": article("", f"{QUIET}\n\n## 2023\n\n3 May: The mill is sold.")})
    assert checked(tmp_path) == []


def test_a_name_that_needs_no_page_is_left_alone(tmp_path: Path) -> None:
    site(tmp_path, {**CASES["a name that nobody has listed"][1], "site.toml": 'unlisted = ["Ada Brook"]\n'})
    assert checked(tmp_path) == []


@pytest.mark.parametrize(
    "told",
    [
        "3 April 2024: The mill opens to the public.",
        "In 2023 the court ordered the mill to pay its debts in March of the following year.",
        "The owner had promised to pay by 3 April 2024.",
    ],
)
def test_a_day_gone_by_that_was_to_come_when_it_was_told_is_no_slip(told: str, tmp_path: Path) -> None:
    site(tmp_path, {"a.md": article("", told)})
    assert [each for each in checked(tmp_path) if each["kind"] == "tense"] == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("St Olave's School", {"St Olave's School"}),
        ("Norway's Ada Berg", {"Ada Berg"}),
        ("Ada Berg's Harbour Trust", {"Ada Berg", "Harbour Trust"}),
    ],
)
def test_what_owns_something_ends_a_name(words: str, names: set[str], tmp_path: Path) -> None:
    told = " ".join(f"On {day} March 2019 they met {words} there." for day in (4, 5, 6))
    site(tmp_path, {"a.md": article("", told)})
    assert {each["words"] for each in checked(tmp_path) if each["kind"] == "name"} == names


def test_what_a_build_warns_of_is_told_without_a_line_to_paste(tmp_path: Path) -> None:
    site(tmp_path, {"a.md": article("colour: red\n", QUIET)})
    assert checked(tmp_path) == [
        {
            "kind": "warning",
            "file": "content/mill/a.md",
            "line": 5,
            "words": "colour: red",
            "understood": "",
            "why": "unknown key `colour`. Did you mean `country`?",
            "paste": None,
        }
    ]


TEXT = """\
content/mill/a.md:7: a doubtful date: “Thursday”
    understood: Thursday 9 May 2024
    why: WHY
    paste this above line 2 of content/mill/a.md:
        dates.Thursday: 2024-05-09

content/mill/b.md:1: without its source: “The mill”
    why: readers are not told where it appeared first
    paste this above line 2 of content/mill/b.md:
        source: own reporting

2 things to look at, the worst first.
"""
GITHUB = """\
::warning file=content/mill/a.md,line=7,title=a doubtful date::“Thursday”: Thursday 9 May 2024%0AWHY%0A\
paste this above line 2 of content/mill/a.md:%0Adates.Thursday: 2024-05-09
::notice file=content/mill/b.md,line=1,title=without its source::“The mill”%0A\
readers are not told where it appeared first%0Apaste this above line 2 of content/mill/b.md:%0Asource: own reporting
"""
TWO = {
    "a.md": article("", "The council, which sits on Thursday, met."),
    "b.md": article("", QUIET).replace("source: The Echo\n", ""),
}


def test_the_list_in_words_and_as_annotations(tmp_path: Path) -> None:
    site(tmp_path, TWO)
    why = checked(tmp_path)[0]["why"]
    done = run(tmp_path, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == TEXT.replace("WHY", why)
    assert run(tmp_path, "check", "--format", "github").stdout == GITHUB.replace("WHY", why)


def test_strict_is_an_exit_status(tmp_path: Path) -> None:
    site(tmp_path, TWO)
    assert run(tmp_path, "check", "--strict").returncode == 1
    site(tmp_path, {"a.md": article("", QUIET), "b.md": article("", "The town hall burned on Monday.")})
    done = run(tmp_path, "check", "--strict")
    assert (done.returncode, done.stdout) == (0, "Nothing to look at.\n")


def test_paths_choose_articles_and_stories(tmp_path: Path) -> None:
    site(tmp_path, TWO)
    assert [each["file"] for each in checked(tmp_path, "content/mill/b.md")] == ["content/mill/b.md"]
    assert len(checked(tmp_path, "content/mill")) == 2
    (tmp_path / "elsewhere.md").write_text(QUIET, "utf-8")
    for path in ("elsewhere.md", "content/none.md"):
        done = run(tmp_path, "check", path)
        assert (done.returncode, done.stderr) == (2, f"dateline: check: {path} is no article or story of content\n")


def test_the_day_it_is_can_be_told(tmp_path: Path) -> None:
    site(tmp_path, {"a.md": article("", "The mill will open on Friday.")})
    assert checked(tmp_path) == checked(tmp_path, "--as-of", "2024-05-17") == []
    assert [each["kind"] for each in checked(tmp_path, "--as-of", "2024-05-18")] == ["overdue"]
    done = run(tmp_path, "check", "--as-of", "Friday")
    assert done.returncode == 2
    assert done.stderr.endswith("error: argument --as-of: Friday is no day; write it as 2016-04-15\n")


def test_content_that_cannot_be_built_is_told_as_a_build_tells_it(tmp_path: Path) -> None:
    site(tmp_path, {"a.md": article("dates: {Friday: soon}\n", QUIET)})
    done = run(tmp_path, "check", "--format", "github")
    assert done.returncode == 1
    assert "“Friday” is dated “soon”: “soon” is no date" in done.stderr
    assert done.stdout.startswith("::error file=content/mill/a.md,line=5,title=this cannot be built::“Friday” is dated")
    assert done.stdout.count("\n") == 1


def test_no_words_of_an_article_begin_a_command_of_their_own() -> None:
    told = annotation("notice", Path("a,b:c%.md"), 3, "x\n::error::y", "100%\r\n::error file=z::gone\u202e")
    assert told == (
        "::notice file=a%2Cb%3Ac%25.md,line=3,title=x\N{REPLACEMENT CHARACTER}%3A%3Aerror%3A%3Ay"
        "::100%25\N{REPLACEMENT CHARACTER}%0A::error file=z::gone\N{REPLACEMENT CHARACTER}"
    )


MARKED_UP = """\
# The mill

Two days ago it *rained*. See [the plan](https://example.org/friday) &amp; more.

- On Friday the mill
  burned.
- It will open on <time datetime="2024-05-20">Monday</time>, or
  else on Friday.

| Day | What |
| --- | --- |
| 3 May | It was **sold on 3 May** |

It stood[^1] in the 1850s.

[^1]: Founded on Friday.
"""


def test_words_are_found_on_their_lines_through_markup(tmp_path: Path) -> None:
    from dateline.articles import read_article
    from dateline.check.source import Source
    from dateline.config import Site
    from dateline.model import DatedArticle

    site(tmp_path, {"a.md": article("", MARKED_UP)})
    path = tmp_path / "content/mill/a.md"
    made = read_article(path, tmp_path / "content", Site()).article
    assert made is not None
    source = Source.of(DatedArticle(made, (), ()))
    lines = path.read_text("utf-8").split("\n")
    for words, line in (
        ("Two days ago", 9), ("On Friday the mill", 11), ("burned", 12), ("Monday", 13), ("else on Friday", 14),
        ("3 May", 18), ("sold on 3 May", 18), ("1850s", 20), ("Founded on Friday", 22),
    ):  # fmt: skip
        assert words.split()[0] in lines[line - 1]
        assert source.line(made.text.index(words)) == line, words


def blocks(language: str) -> list[str]:
    section = README.split("## How to fix a wrong date")[1].split("\n## ")[0]
    return re.findall(rf"^```{language}\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


def sample(folder: Path) -> Path:
    shutil.copytree(PROJECT / "content", folder / "content")
    return folder / "content/kunduz/2016-04-15-assault.md"


def built(folder: Path) -> str:
    assert run(folder, "build").returncode == 0
    return (folder / "output/kunduz/index.html").read_text("utf-8")


def test_a_wrong_date_of_the_sample_site_is_mended_by_the_readme_in_one_edit_and_one_build(tmp_path: Path) -> None:
    path = sample(tmp_path)
    assert "late 2015 (September–December)" in built(tmp_path)
    line = blocks("html")[0].split("\n")[1]
    words = re.sub(r"<[^>]*>", "", line).rstrip(".")
    path.write_text(path.read_text("utf-8").replace(words, line.rstrip(".")), "utf-8")
    page = built(tmp_path)
    assert "between 28 September and 13 October 2015" in page
    assert "“Late last year” is dated by the editor; by rule it was late 2015 (September–December)" in page
    assert "vanished" not in {each["kind"] for each in checked(tmp_path)}


def test_the_front_matter_of_the_readme_mends_the_sample_site(tmp_path: Path) -> None:
    path = sample(tmp_path)
    path.write_text(path.read_text("utf-8").replace("---\n", "---\n" + "".join(blocks("yaml")), 1), "utf-8")
    page = built(tmp_path)
    assert "vanished" not in {each["kind"] for each in checked(tmp_path)}
    for told in (
        "between 28 September and 13 October 2015",
        "The council meets in Kabul",
        "Added by the editor",
        "Correction, 17 April 2016",
    ):
        assert told in page
    assert "this year’s campaign" not in page
