"""What programs get from `import dateline`."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from importlib import resources
from pathlib import Path

import pytest

import dateline
from dateline.errors import DatelineError

CONTENT = Path(__file__).parent / "site" / "content"


@pytest.mark.parametrize("filed", [date(2024, 5, 15), datetime.fromisoformat("2024-05-15T09:00+02:00"), "2024-05-15"])
def test_a_text_is_dated(filed: date | datetime | str) -> None:
    (expression,) = dateline.tag("The bridge has been shut since last autumn.", filed)
    assert (expression.text, expression.edtf) == ("last autumn", "2023-23/..")


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match='"date" is no day: "soon"'):
        dateline.tag("It rained on Friday.", "soon")


def test_articles_become_a_timeline() -> None:
    names = ("2018-06-12-burst.md", "2018-06-20-anger.md", "2019-06-11-a-year-on.md")
    articles = [dateline.read_article(CONTENT / "levee" / name, CONTENT) for name in names]
    for _ in range(2):  # the room of that name, imported by the first call, does not take the function's place
        entries = dateline.timeline(articles).entries
        assert max(len(entry.mentions) for entry in entries) == 3


def test_an_article_with_problems_names_them(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: A\n---\nIt rained.\n", "utf-8")
    with pytest.raises(DatelineError, match="this article has no date"):
        dateline.read_article(path)


def test_a_site_is_built(tmp_path: Path) -> None:
    summary = dateline.build(CONTENT, tmp_path / "output")
    assert summary.articles > 3
    assert (tmp_path / "output" / "levee" / "index.html").is_file()


def test_importing_it_costs_nothing_and_brings_its_types() -> None:
    script = "import sys; import dateline; print([name for name in sys.modules if name.startswith('dateline')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True,
                          cwd=Path(dateline.__file__).parent.parent)  # fmt: skip
    assert done.stdout == "['dateline']\n"
    assert (resources.files("dateline") / "py.typed").is_file()
