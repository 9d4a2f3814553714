"""How `site.toml` changes the looks of a site, and what it cannot bring into a stylesheet."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dateline.config import Site, read_site
from dateline.errors import DatelineError
from dateline.site import Options, build
from dateline.templating import static_files
from dateline.theme import COLOURS, DARK, GROUNDS, LEAST, PLAIN, TEXT, contrast, stylesheet

PICTURE = Path(__file__).parent / "site" / "content" / "bridge" / "bridge.png"
ARTICLE = "---\ntitle: A\ndate: 2024-05-15\n---\nIt rained on Friday.\n"


def site(folder: Path, text: str) -> Site:
    (folder / "site.toml").write_text(text, "utf-8")
    return read_site(folder)


def test_colours_and_fonts_become_custom_properties(tmp_path: Path) -> None:
    text = '[theme]\naccent = "#057"\nserif = "Source Serif 4, Georgia, serif"\n[theme.dark]\naccent = "#94D2BD"\n'
    assert stylesheet(site(tmp_path, text).theme) == (
        ':root {\n  --accent: #005577;\n  --serif: "Source Serif 4", "Georgia", serif;\n}\n'
        "@media (prefers-color-scheme: dark) {\n  :root {\n    --accent: #94d2bd;\n  }\n}\n"
    )


def test_without_a_theme_there_is_no_stylesheet_of_its_own(tmp_path: Path) -> None:
    assert site(tmp_path, "").theme == PLAIN
    assert stylesheet(PLAIN) == ""


@pytest.mark.parametrize(
    "line",
    [
        'accent = "red"',
        'accent = "#12"',
        'accent = "#123456; } * { display: none"',
        'accent = "url(https://evil.example/x)"',
        'serif = "Georgia; } body { color: red"',
        'serif = "Georgia\\", url(x)"',
        'serif = "}"',
        'serif = ""',
        'serif = "</style>"',
    ],
)
def test_what_is_no_colour_and_no_font_is_an_error(tmp_path: Path, line: str) -> None:
    with pytest.raises(DatelineError) as raised:
        site(tmp_path, f"[theme]\n{line}\n")
    assert raised.value.problems[0].line == 2


def test_a_key_that_nobody_reads_is_a_warning(tmp_path: Path) -> None:
    (warning,) = site(tmp_path, '[theme]\nacent = "#123456"\n').warnings
    assert "acent" in warning.message and "accent" in warning.remedy


def test_text_that_is_hard_to_read_is_a_warning(tmp_path: Path) -> None:
    warnings = site(tmp_path, '[theme]\nsoft = "#b0b0b0"\n[theme.dark]\nink = "#333"\n').warnings
    assert [warning.message.split(" has ")[0] for warning in warnings] == [
        "`theme`: `soft` on `paper`",
        "`theme`: `soft` on `wash`",
        "`theme.dark`: `ink` on `paper`",
        "`theme.dark`: `ink` on `wash`",
        "`theme.dark`: `ink` on `mark`",
    ]
    assert not site(tmp_path, '[theme]\naccent = "#005f73"\n').warnings


def test_the_colours_known_here_are_those_of_the_stylesheet() -> None:
    day, _, dark = static_files(None)["static/dateline.css"].read_text("utf-8").partition("prefers-color-scheme: dark")
    for colours, css in ((COLOURS, day), (DARK, dark)):
        assert all(f"--{name}: {colour};" in css for name, colour in colours.items())
        assert all(contrast(colours[text], colours[ground]) >= LEAST for text in TEXT for ground in GROUNDS)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_text_is_warned_of_below_the_contrast_of_wcag_aa(tmp_path: Path) -> None:
    paper = '[theme]\npaper = "#ffffff"\nwash = "#ffffff"\nmark = "#ffffff"\n'
    assert [each for each in site(tmp_path, f'{paper}soft = "#767676"\n').warnings if "soft" in each.message] == []
    assert [each for each in site(tmp_path, f'{paper}soft = "#777777"\n').warnings if "soft" in each.message] != []


def test_a_logo_and_a_theme_reach_the_site(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    shutil.copy(PICTURE, content / "mast.png")
    (content / "a.md").write_text(ARTICLE, "utf-8")
    (content / "site.toml").write_text('logo = "mast.png"\n[theme]\naccent = "#005f73"\n', "utf-8")
    build(Options(content, tmp_path / "output"))
    page = (tmp_path / "output" / "a" / "index.html").read_text("utf-8")
    assert '<img class="logo" src="../static/logo.png" alt="" width="' in page
    assert page.index("static/dateline.css") < page.index("static/theme.css")
    assert (tmp_path / "output" / "static" / "logo.png").read_bytes() == PICTURE.read_bytes()
    assert "#005f73" in (tmp_path / "output" / "static" / "theme.css").read_text("utf-8")


@pytest.mark.parametrize("logo", ["none.png", "../mast.png", "mast.svg", "a.md"])
def test_a_logo_that_is_no_picture_of_the_content_is_an_error(tmp_path: Path, logo: str) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    (tmp_path / "mast.svg").write_text("<svg/>", "utf-8")
    with pytest.raises(DatelineError, match="logo"):
        site(tmp_path, f'logo = "{logo}"\n')


def test_a_template_of_ones_own_takes_the_place_of_one_that_comes_along(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text(ARTICLE, "utf-8")
    templates = tmp_path / "templates"
    (templates / "static").mkdir(parents=True)
    (templates / "ways.html").write_text(
        '{% macro year_list(years) %}<p id="ours">{{ years|length }}</p>{% endmacro %}\n'
        "{% macro name_list(names) %}{% endmacro %}{% macro slugs(named) %}{% endmacro %}"
        "{% macro threads(named) %}{% endmacro %}\n",
        "utf-8",
    )
    (templates / "static" / "own.css").write_text("p { color: red }", "utf-8")
    build(Options(tmp_path / "content", tmp_path / "output", templates=templates))
    assert '<p id="ours">1</p>' in (tmp_path / "output" / "index.html").read_text("utf-8")
    assert (tmp_path / "output" / "static" / "own.css").is_file()


def test_the_theme_of_the_readme_is_read(tmp_path: Path) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    (shown,) = (block.split("```")[0] for block in readme.split("```toml\n")[1:] if "[theme]" in block.split("```")[0])
    shutil.copy(PICTURE, tmp_path / "mast.png")
    read = site(tmp_path, shown)
    assert read.warnings == ()
    assert (
        read.logo is not None and set(read.theme.fonts) == {"display", "serif"} and set(read.theme.dark) == {"accent"}
    )
