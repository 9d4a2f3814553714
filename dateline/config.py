"""`content/site.toml` into `Site`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import DatelineError, Problem
from dateline.frontmatter import Findings, Settings, read_text, toml_settings
from dateline.keys import CONVENTIONS, address, conventions, listed, warn_of_unknown, word_list, words
from dateline.model import Conventions, Listed
from dateline.names import LONGEST, spelling
from dateline.slugs import slug_of

Taken = dict[tuple[str, ...], tuple[str, Listed]]

FILE = "site.toml"
TITLE = "Timelines"
NAMES = ("people", "places")
KNOWN = ("title", "description", "base_url", *NAMES, "unlisted", *CONVENTIONS)


@dataclass(frozen=True, slots=True)
class Site:
    """The site's settings; `base_url` is empty or an http(s) address without a slash at its end.

    The language of the pages is `conventions.lang`. `people` and `places` are the names to be found in
    texts, `unlisted` those that `check` need not ask for. `warnings` are what an editor should look at in `site.toml`.
    """

    title: str = TITLE
    description: str = ""
    base_url: str = ""
    conventions: Conventions = field(default_factory=Conventions)
    people: tuple[Listed, ...] = ()
    places: tuple[Listed, ...] = ()
    unlisted: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()


def read_site(content: Path) -> Site:
    """The settings in `content/site.toml`, or the defaults; raises `DatelineError` with every problem of the file."""
    path = content / FILE
    if not path.exists():
        return Site()
    text, findings = read_text(path)
    settings = toml_settings(text, findings)
    warn_of_unknown(settings, KNOWN, findings)
    title = words(settings, "title", findings)
    description = words(settings, "description", findings)
    base_url = address(settings, "base_url", findings)
    if "?" in base_url or "#" in base_url:
        setting = settings["base_url"]
        findings.error("`base_url` ends in a query", "Leave ? and # away.", setting.line, setting.column)
    stated = conventions(settings, Conventions(), findings)
    people, places = (listed(settings, kind, findings) for kind in NAMES)
    unlisted = word_list(settings, "unlisted", findings)
    taken: Taken = {}
    for kind, names in zip(NAMES, (people, places), strict=True):
        _check_addresses(settings, kind, names, findings)
        _check_spellings(settings, kind, names, taken, findings)
    if findings.errors:
        raise DatelineError(findings.errors)
    base_url, warnings = base_url.rstrip("/"), tuple(findings.warnings)
    return Site(title or TITLE, description, base_url, stated, people, places, unlisted, warnings)


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
