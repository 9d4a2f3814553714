"""`site.toml` into `Site`."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.config import Site, read_site
from dateline.errors import DatelineError, Problem
from dateline.model import Conventions


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
        'lang = "en-GB"\ncountry = "gb"\nhemisphere = "south"\nfiscal_year_start = 4\ndate_order = "dmy"\n',
    ) == Site(
        "The Courier",
        "What happened when",
        "https://example.org/news",
        Conventions("en-GB", "GB", southern=True, fiscal_year_start=4, date_order="dmy"),
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
