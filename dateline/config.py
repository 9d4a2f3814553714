"""`content/site.toml` into `Site`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import DatelineError, Problem
from dateline.frontmatter import read_text, toml_settings
from dateline.keys import CONVENTIONS, address, conventions, warn_of_unknown, words
from dateline.model import Conventions

FILE = "site.toml"
TITLE = "Timelines"
KNOWN = ("title", "description", "base_url", *CONVENTIONS)


@dataclass(frozen=True, slots=True)
class Site:
    """The site's settings; `base_url` is empty or an http(s) address without a slash at its end.

    The language of the pages is `conventions.lang`. `warnings` are what an editor should look at in `site.toml`.
    """

    title: str = TITLE
    description: str = ""
    base_url: str = ""
    conventions: Conventions = field(default_factory=Conventions)
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
    if findings.errors:
        raise DatelineError(findings.errors)
    return Site(title or TITLE, description, base_url.rstrip("/"), stated, tuple(findings.warnings))
