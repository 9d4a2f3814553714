"""`content/site.toml` into `Site`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dateline.assets import Assets, picture_size
from dateline.errors import DatelineError, Problem
from dateline.keys import CONVENTIONS, address, conventions, is_web_address, listed, warn_of_unknown, word_list, words
from dateline.model import Conventions, Listed, Picture
from dateline.names import LONGEST, spelling
from dateline.settings import Findings, Settings, read_text, toml_settings
from dateline.slugs import slug_of
from dateline.theme import PLAIN, Theme, theme

Taken = dict[tuple[str, ...], tuple[str, Listed]]

FILE = "site.toml"
TITLE = "Timelines"
NAMES = ("people", "places")
LOGO = "static/logo"
LANGUAGES = ("en", "de")
"""The languages that the catalogue has words in."""

STYLES = ("dmy", "mdy")
KNOWN = ("title", "description", "source", "base_url", "logo", "date_style", "theme", *NAMES, "unlisted", *CONVENTIONS)


@dataclass(frozen=True, slots=True)
class Site:
    """The site's settings; `base_url` is empty or an http(s) address without a slash at its end.

    The language of the pages is `conventions.lang`, where the catalogue has it. `date_style` is how English pages
    write a day, `dmy` or `mdy`. `source` is where articles appeared first that do not say so themselves. `logo` stands
    beside the title; its `href` is its path in the site. `people` and `places` are the names to be found in texts,
    `unlisted` those that `check` need not ask for. `warnings` are what an editor should look at in `site.toml`.
    """

    title: str = TITLE
    description: str = ""
    base_url: str = ""
    conventions: Conventions = field(default_factory=Conventions)
    people: tuple[Listed, ...] = ()
    places: tuple[Listed, ...] = ()
    unlisted: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()
    date_style: str = ""
    theme: Theme = PLAIN
    logo: Picture | None = None
    source: str = ""


def read_settings(content: Path, base_url: str | None = None) -> tuple[Site, list[Problem]]:
    """The settings as `read_site` reads them, or the defaults and the problems; a given address wins over theirs."""
    site, problems = Site(), list[Problem]()
    try:
        site = read_site(content)
    except DatelineError as error:
        problems += error.problems
    return (site if base_url is None else replace(site, base_url=base_url.rstrip("/"))), problems


def read_site(content: Path) -> Site:
    """The settings in `content/site.toml`, or the defaults; raises `DatelineError` with every problem of the file."""
    path = content / FILE
    if not path.exists():
        return Site()
    _refuse_what_lies_elsewhere(path, content)
    text, findings = read_text(path)
    settings = toml_settings(text, findings)
    warn_of_unknown(settings, KNOWN, findings)
    title = words(settings, "title", findings)
    description, source = (words(settings, name, findings) for name in ("description", "source"))
    base_url = address(settings, "base_url", findings)
    if base_url and not is_site_address(base_url):
        setting = settings["base_url"]
        findings.error("`base_url` ends in a query", "Leave ? and # away.", setting.line, setting.column)
    stated = conventions(settings, Conventions(), findings)
    looks, logo, style = theme(settings, findings), _logo(settings, path, findings), _date_style(settings, findings)
    _check_language(settings, stated.lang, findings)
    people, places = (listed(settings, kind, findings) for kind in NAMES)
    unlisted = word_list(settings, "unlisted", findings)
    taken: Taken = {}
    for kind, names in zip(NAMES, (people, places), strict=True):
        _check_addresses(settings, kind, names, findings)
        _check_spellings(settings, kind, names, taken, findings)
    if findings.errors:
        raise DatelineError(findings.errors)
    return Site(
        title=title or TITLE,
        description=description,
        base_url=base_url.rstrip("/"),
        conventions=stated,
        people=people,
        places=places,
        unlisted=unlisted,
        warnings=tuple(findings.warnings),
        date_style=style,
        theme=looks,
        logo=logo,
        source=source,
    )


def _refuse_what_lies_elsewhere(path: Path, content: Path) -> None:
    if not path.resolve().is_relative_to(content.resolve()):
        problem = "this link leads out of the folder of content"
        raise DatelineError([Problem(path, problem, "Put the file itself here.")])
    if not path.is_file():
        raise DatelineError([Problem(path, "this is no file", "Put a file of settings here, or nothing.")])


def is_site_address(url: str) -> bool:
    """Whether pages can lie below an address: a whole one of the web, without a query or a fragment."""
    return is_web_address(url) and "?" not in url and "#" not in url


def _check_language(settings: Settings, lang: str, findings: Findings) -> None:
    if lang.partition("-")[0].lower() not in LANGUAGES:
        message = f"the pages cannot be in “{lang}”: their words are English; articles without a `lang` are in “{lang}”"
        findings.warn(message, f"Dateline's own words are in {', '.join(LANGUAGES)}.", settings["lang"].line, 1)


def _date_style(settings: Settings, findings: Findings) -> str:
    style = words(settings, "date_style", findings).lower()
    if style and style not in STYLES:
        setting = settings["date_style"]
        message = f"`date_style` is {' or '.join(STYLES)}, not “{style[:60]}”"
        findings.error(message, 'Write date_style = "mdy" for “April 15, 2016”.', setting.line, setting.column)
    return style


def _logo(settings: Settings, path: Path, findings: Findings) -> Picture | None:
    """The picture that stands beside the site's title, in the folder of content."""
    written = words(settings, "logo", findings)
    if not written:
        return None
    line, column = settings["logo"].line, settings["logo"].column
    root = path.parent.resolve()
    file = Assets(root, root, 0, findings).find(written)
    if file is None:
        findings.error(f"there is no logo {written[:80]}", "It lies in the folder of content.", line, column)
        return None
    size = picture_size(file)
    if isinstance(size, str):
        findings.error(f"the logo {written[:80]} {size}", "Save it as PNG, WebP or AVIF.", line, column)
        return None
    return Picture(file, LOGO + file.suffix.lower(), "", "", "", *size)


def _check_addresses(settings: Settings, kind: str, names: Sequence[Listed], findings: Findings) -> None:
    """Two names of one kind that would have one page are an error."""
    taken: dict[str, str] = {}
    for one in names:
        other = taken.setdefault(slug_of(one.name), one.name)
        if other != one.name:
            message = f"“{one.name}” would have the page of “{other}”: their addresses are the same"
            findings.error(
                message,
                "Make one of them a spelling of the other, or write one name longer.",
                *_place(settings, kind, one),
            )


def _check_spellings(settings: Settings, kind: str, names: Sequence[Listed], taken: Taken, findings: Findings) -> None:
    """A spelling that could mean two names is an error, and so is one that is not searched for; `taken` gains them."""
    for one in names:
        for written in (one.name, *one.spellings):
            words = spelling(written)
            if len(words) > LONGEST:
                message = f"“{written[:60]}” is not searched for: it has {len(words)} words and marks"
                findings.error(message, f"Write a spelling of at most {LONGEST}.", *_place(settings, kind, one))
            other_kind, other = taken.setdefault(words, (kind, one))
            if (other_kind, other) != (kind, one):
                line, _ = _place(settings, other_kind, other)
                message = f"“{written}” could mean “{one.name}” or “{other.name}” (`{other_kind}`, line {line})"
                findings.error(message, "Leave it with one of them, or with neither.", *_place(settings, kind, one))


def _place(settings: Settings, kind: str, name: Listed) -> tuple[int, int]:
    table = settings[kind].value
    assert isinstance(table, dict)
    setting = next(setting for key, setting in table.items() if " ".join(key.split()) == name.name)
    return setting.line, setting.column
