"""What the keys of front matter and of `site.toml` may hold, and the words for what they may not."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from dateline.model import Conventions, Listed
from dateline.settings import Findings, Setting, Settings
from dateline.slugs import thread_fault

NAMES = 200
"""The tags, people or places that one article may name."""

CONVENTIONS = ("lang", "country", "hemisphere", "fiscal_year_start", "date_order", "reading")

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[Tt]|[ \t]+)(\d\d?:\d\d(?::\d\d(?:\.\d{1,6})?)?)[ \t]*([Zz]|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
COUNTRY = re.compile(r"[A-Za-z]{2}", re.ASCII)
FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
HEMISPHERES = {"north": False, "northern": False, "south": True, "southern": True}
ORDERS: Mapping[str, Literal["mdy", "dmy"]] = {"mdy": "mdy", "dmy": "dmy"}
READINGS: Mapping[str, Literal["news", "history"]] = {"news": "news", "history": "history"}
DAY_REMEDY = "Write a day, `2016-04-15`, or a day and time with its offset, `2016-04-15T21:30+04:30`."


class Filed(NamedTuple):
    """A day, and the moment where a time was written; the day is that of the offset written there."""

    day: date
    moment: datetime | None


def warn_of_unknown(settings: Settings, known: Collection[str], findings: Findings) -> None:
    """Warns of each key that nobody reads, with the key it may have been meant for."""
    for name, setting in settings.items():
        if name not in known:
            near = get_close_matches(name.lower().replace("-", "_"), known, 1)
            remedy = f"Did you mean `{near[0]}`?" if near else f"Known keys: {', '.join(known)}."
            line = findings.lines[setting.line - 1] if setting.line <= len(findings.lines) else ""
            findings.warn(f"unknown key `{name[:60]}`", remedy, setting.line, max(line.find(name), 0) + 1)


def words(settings: Settings, name: str, findings: Findings) -> str:
    """What stands behind a key, as one line of words; empty where there is nothing."""
    setting = settings.get(name)
    if setting is None:
        return ""
    if isinstance(setting.value, str):
        return " ".join(setting.value.split())
    _error(
        findings,
        setting,
        f"`{name}` takes words, not a list or a mapping",
        f"Write it as {findings.written(name, '…')}.",
    )
    return ""


def word_list(settings: Settings, name: str, findings: Findings, comma: bool = False) -> tuple[str, ...]:
    """The words of a list, without doubles, or the one that stands there; `comma` also splits that at its commas."""
    setting = settings.get(name)
    if setting is None:
        return ()
    if isinstance(setting.value, str):
        parts = setting.value.split(",") if comma else [setting.value]
    elif isinstance(setting.value, tuple) and all(isinstance(part.value, str) for part in setting.value):
        parts = [str(part.value) for part in setting.value]
    else:
        _error(
            findings,
            setting,
            f"`{name}` takes words or a list of words",
            f"Write it as {findings.written(name, ['one', 'two'])}.",
        )
        return ()
    return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))


def thread_names(settings: Settings, name: str, findings: Findings) -> tuple[str, ...]:
    """The tags, people or places of a list, or of words parted by commas; each can have a page of its own."""
    found = word_list(settings, name, findings, comma=True)
    for written in found:
        _check_name(settings[name], written, name, findings)
    if len(found) > NAMES:
        message = f"`{name}` holds {len(found):,} names, each with a page of its own; more than {NAMES} are too many"
        _error(findings, settings[name], message, "Keep those that the article is about.")
    return found


def listed(settings: Settings, name: str, findings: Findings) -> tuple[Listed, ...]:
    """The names of a table, each with a list of its other spellings, or the one that stands there."""
    setting = settings.get(name)
    if setting is None:
        return ()
    if not isinstance(setting.value, dict):
        remedy = f'Write a line [{name}], and below it lines such as "Full Name" = ["Other spelling"].'
        _error(findings, setting, f"`{name}` takes a table of names", remedy)
        return ()
    table = setting.value
    for written, place in table.items():
        _check_name(place, written, name, findings)
    return tuple(Listed(" ".join(key.split()), word_list(table, key, findings)) for key in table)


def _check_name(setting: Setting, written: str, name: str, findings: Findings) -> None:
    if fault := thread_fault(written):
        message = f"“{written[:60]}”, under `{name}`, {fault}"
        _error(findings, setting, message, "Its page needs an address: write it in words, and in few.")


def flag(settings: Settings, name: str, findings: Findings) -> bool:
    """A key that says true or false; false where it is not set."""
    word = words(settings, name, findings).lower()
    if word and word not in FLAGS:
        _error(
            findings,
            settings[name],
            f"`{name}` is true or false, not “{word}”",
            f"Write {findings.written(name, 'true')}.",
        )
    return FLAGS.get(word, False)


def address(settings: Settings, name: str, findings: Findings) -> str:
    """A web address; only http and https."""
    url = words(settings, name, findings)
    if url and not is_web_address(url):
        remedy = f"Write {findings.written(name, 'https://…')} in full."
        _error(findings, settings[name], f"`{name}` is no web address: “{url[:80]}”", remedy)
        return ""
    return url


def is_web_address(url: str) -> bool:
    """Whether a text is a whole http or https address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"[\s<>\"\\]", url)


def filed(settings: Settings, name: str, findings: Findings) -> Filed | None:
    """A day, or a day and time with offset; an error where it is neither, `None` too where it is not set."""
    written = words(settings, name, findings)
    if not written:
        return None
    setting = settings[name]
    try:
        if DAY.fullmatch(written):
            return Filed(date.fromisoformat(written), None)
        if match := MOMENT.fullmatch(written):
            return _filed_at(match, name, findings, setting)
    except ValueError as error:
        # "day is out of range for month": the library's own words say it well.
        _error(findings, setting, f"`{name}` is no date that there is: “{written}” ({error})", DAY_REMEDY)
        return None
    _error(findings, setting, f"`{name}` is not written as a date: “{written[:60]}”", DAY_REMEDY)
    return None


def _filed_at(match: re.Match[str], name: str, findings: Findings, setting: Setting) -> Filed | None:
    day, clock, offset = match[1], match[2].zfill(len(match[2]) + (match[2][1] == ":")), match[3]
    moment = datetime.fromisoformat(f"{day}T{clock}{(offset or 'Z').upper()}")
    if offset is None:
        # A time on an unknown offset orders nothing, and the machine's own zone must not decide.
        remedy = f"Write the offset as well, `{day}T{clock}+00:00`, or the day alone, `{day}`."
        _error(findings, setting, f"`{name}` gives a time without its offset: “{match[0]}”", remedy)
        return None
    return Filed(moment.date(), moment)


def conventions(settings: Settings, default: Conventions, findings: Findings) -> Conventions:
    """The conventions that `settings` state, the others as in `default`."""
    lang = words(settings, "lang", findings)
    country = words(settings, "country", findings)
    hemisphere = words(settings, "hemisphere", findings).lower()
    month = words(settings, "fiscal_year_start", findings)
    order = words(settings, "date_order", findings).lower()
    reading = words(settings, "reading", findings).lower()
    checks = (
        ("lang", lang, LANGUAGE.fullmatch(lang), "is a language code", "en"),
        ("country", country, COUNTRY.fullmatch(country), "is a country code of two letters", "GB"),
        ("hemisphere", hemisphere, hemisphere in HEMISPHERES, "is north or south", "south"),
        ("fiscal_year_start", month, re.fullmatch(r"0?[1-9]|1[0-2]", month), "is the number of a month, 1 to 12", "4"),
        ("date_order", order, order in ORDERS, "is mdy or dmy", "dmy"),
        ("reading", reading, reading in READINGS, "is news or history", "history"),
    )
    for name, value, valid, what, example in checks:
        if value and not valid:
            _error(
                findings,
                settings[name],
                f"`{name}` {what}, not “{value[:60]}”",
                f"Write {findings.written(name, example)}.",
            )
    good = {name: value for name, value, valid, _, _ in checks if valid}
    return replace(
        default,
        lang=good.get("lang", default.lang),
        country=good.get("country", default.country).upper(),
        southern=HEMISPHERES.get(hemisphere, default.southern),
        fiscal_year_start=int(good.get("fiscal_year_start", default.fiscal_year_start)),
        date_order=ORDERS.get(order, default.date_order),
        reading=READINGS.get(reading, default.reading),
    )


def _error(findings: Findings, setting: Setting, message: str, remedy: str) -> None:
    findings.error(message, remedy, setting.line, setting.column)
