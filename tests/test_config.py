"""`site.toml` into `Site`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from dateline.config import Site, read_site
from dateline.errors import DatelineError, Problem
from dateline.model import Conventions, Listed


def site(folder: Path, text: str) -> Site:
    (folder / "site.toml").write_text(text, "utf-8")
    return read_site(folder)


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    with pytest.raises(DatelineError) as raised:
        site(folder, text)
    return raised.value.problems


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_site(tmp_path) == Site("Timelines", "", "", Conventions())


def test_every_key_is_read(tmp_path: Path) -> None:
    assert site(
        tmp_path,
        'title = "The Courier"\ndescription = "What happened when"\nbase_url = "https://example.org/news/"\n'
        'lang = "en-GB"\ncountry = "gb"\nhemisphere = "south"\nfiscal_year_start = 4\ndate_order = "dmy"\n'
        'reading = "history"\nsource = "The Post"\n',
    ) == Site(
        "The Courier",
        "What happened when",
        "https://example.org/news",
        Conventions("en-GB", "GB", southern=True, fiscal_year_start=4, date_order="dmy", reading="history"),
        source="The Post",
    )


def test_an_unknown_key_warns_and_names_the_nearest(tmp_path: Path) -> None:
    (warning,) = site(tmp_path, 'title = "A"\nbase-url = "https://example.org"\n').warnings
    assert (warning.path, warning.line) == (tmp_path / "site.toml", 2)
    assert "`base-url`" in warning.message
    assert "`base_url`" in warning.remedy


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('base_url = "example.org"', "no web address"),
        ('base_url = "javascript:alert(1)"', "no web address"),
        ('base_url = "https://example.org/?a"', "query"),
        ("title = [1]", "`title` takes words"),
        ('lang = "english please"', "`lang`"),
        ('country = "Britain"', "`country`"),
        ('hemisphere = "east"', "north or south"),
        ("fiscal_year_start = 13", "1 to 12"),
        ('date_order = "ymd"', "mdy or dmy"),
        ('reading = "fiction"', "news or history"),
    ],
)
def test_a_wrong_value_is_an_error_with_its_line(tmp_path: Path, line: str, words: str) -> None:
    (problem,) = problems(tmp_path, f'description = "x"\n{line}\n')
    assert words in problem.message
    assert (problem.line, problem.excerpt) == (2, line)
    assert problem.column == line.index("=") + 3
    assert problem.remedy


def test_all_wrong_values_are_told_at_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, 'hemisphere = "east"\ndate_order = "ymd"\nbase_url = "x"\n')) == 3


def test_broken_toml_names_the_place(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, 'title = "A"\ndescription = no\n')
    assert (problem.line, problem.excerpt) == (2, "description = no")
    assert "line 2" not in problem.message


def test_a_file_that_is_not_utf_8_names_the_byte(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_bytes(b'lang = "en"\ntitle = "Caf\xe9"\n')
    with pytest.raises(DatelineError, match="0xE9") as raised:
        read_site(tmp_path)
    assert [(problem.line, problem.column) for problem in raised.value.problems] == [(2, 13)]


NAMES = """title = "A"
[people]
"Ada Brook" = ["Brook", "Dr Brook"]
'Niall O"Neill' = "O'Neill"
"Tom Lisle" = []
[places]
Marram = [
    "Marram Sound",
]
"""


def test_people_and_places_have_names_and_other_spellings(tmp_path: Path) -> None:
    read = site(tmp_path, NAMES)
    assert read.people == (
        Listed("Ada Brook", ("Brook", "Dr Brook")),
        Listed('Niall O"Neill', ("O'Neill",)),
        Listed("Tom Lisle"),
    )
    assert read.places == (Listed("Marram", ("Marram Sound",)),)
    assert read.warnings == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('"Lena Brook" = ["Brook"]', "“Brook” could mean “Lena Brook” or “Ada Brook” (`people`, line 3)"),
        ('Brook = ["Brook Town"]', "“Brook” could mean “Brook” or “Ada Brook” (`people`, line 3)"),
        ('"marram" = []', "“marram” would have the page of “Marram”"),
        ('"!!!" = []', "“!!!”, under `places`, has no letter and no digit"),
        ('"Marram by the Sound" = ["a, b, c, d, e, f, g, h"]', "has 15 words and marks"),
        ('"Marram by the Sound" = [["a"]]', "takes words or a list of words"),
    ],
)
def test_a_name_that_could_mean_two_or_none_is_an_error_with_its_line(tmp_path: Path, line: str, words: str) -> None:
    told = problems(tmp_path, NAMES + line + "\n")
    (problem,) = [problem for problem in told if words in problem.message]
    assert (problem.line, problem.excerpt) == (10, line)
    assert problem.remedy


def test_a_list_of_people_takes_a_table(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, 'people = ["Ada Brook"]\n')
    assert (problem.line, problem.message) == (1, "`people` takes a table of names")


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ('base_url = "example.org"', 'Write `base_url = "https://…"` in full.'),
        ("title = [1]", 'Write it as `title = "…"`.'),
        ('lang = "english please"', 'Write `lang = "en"`.'),
        ('country = "Britain"', 'Write `country = "GB"`.'),
        ('hemisphere = "east"', 'Write `hemisphere = "south"`.'),
        ("fiscal_year_start = 13", "Write `fiscal_year_start = 4`."),
        ('date_order = "ymd"', 'Write `date_order = "dmy"`.'),
        ("unlisted = {a = 1}", 'Write it as `unlisted = ["one", "two"]`.'),
    ],
)
def test_a_remedy_is_a_line_of_toml(tmp_path: Path, line: str, remedy: str) -> None:
    (problem,) = problems(tmp_path, f"{line}\n")
    assert problem.remedy == remedy
    tomllib.loads(re.findall("`(.*?)`", remedy)[0])
