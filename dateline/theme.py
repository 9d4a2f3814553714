"""How a site looks: its colours and fonts, as far as `site.toml` sets them, and the stylesheet that says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.keys import warn_of_unknown, words
from dateline.settings import Findings, Setting, Settings

COLOURS = {"paper": "#fcfaf6", "ink": "#1b1a17", "soft": "#5a564d", "hair": "#d8d1c3", "rule": "#1b1a17",
           "accent": "#8a1f1a", "mark": "#f5e6b5", "wash": "#f3eee3"}  # fmt: skip
"""The colours of the stylesheet by day, which a theme may replace; what it is to be read on stays readable."""

DARK = {"paper": "#151619", "ink": "#ece8df", "soft": "#aaa599", "hair": "#393a3d", "rule": "#a39d90",
        "accent": "#f0978a", "mark": "#4d4120", "wash": "#1e2024"}  # fmt: skip
FONTS = ("display", "serif", "sans")
TEXT = ("ink", "soft", "accent")
GROUNDS = ("paper", "wash")
LEAST = 4.5
"""The contrast of text that everybody can read (WCAG 2.2, 1.4.3)."""

COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE | re.ASCII)
FAMILY = re.compile(r"[^\W_]+(?:[ -][^\W_]+)*")
GENERIC = frozenset({"serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"})


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours by day and in the dark, and the fonts, that differ from those of the stylesheet."""

    colours: Mapping[str, str]
    dark: Mapping[str, str]
    fonts: Mapping[str, tuple[str, ...]]


PLAIN = Theme({}, {}, {})


def theme(settings: Settings, findings: Findings) -> Theme:
    """The theme in the table `[theme]`; gathers an error for what is no colour or font, and warns of low contrast."""
    setting = settings.get("theme")
    if setting is None:
        return PLAIN
    table = _table(setting, "theme", findings)
    warn_of_unknown(table, (*COLOURS, *FONTS, "dark"), findings)
    dark = _table(table["dark"], "theme.dark", findings) if "dark" in table else {}
    warn_of_unknown(dark, tuple(COLOURS), findings)
    made = Theme(
        {name: _colour(table, name, findings) for name in COLOURS if name in table},
        {name: _colour(dark, name, findings) for name in COLOURS if name in dark},
        {name: _families(table, name, findings) for name in FONTS if name in table},
    )
    if not findings.errors:
        _warn_of_contrast(COLOURS | dict(made.colours), made.colours, "theme", setting, findings)
        _warn_of_contrast(DARK | dict(made.dark), made.dark, "theme.dark", setting, findings)
    return made


def stylesheet(made: Theme) -> str:
    """The theme as CSS that sets the custom properties of the stylesheet; empty where it changes nothing."""
    fonts = {name: ", ".join(map(_family, families)) for name, families in made.fonts.items()}
    day = _rule({**made.colours, **fonts}, "")
    dark = _rule(made.dark, "  ")
    return day + (f"@media (prefers-color-scheme: dark) {{\n{dark}}}\n" if dark else "")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _rule(properties: Mapping[str, str], indent: str) -> str:
    if not properties:
        return ""
    lines = "".join(f"{indent}  --{name}: {value};\n" for name, value in properties.items())
    return f"{indent}:root {{\n{lines}{indent}}}\n"


def _family(name: str) -> str:
    return name if name in GENERIC else f'"{name}"'


def _table(setting: Setting, name: str, findings: Findings) -> Mapping[str, Setting]:
    if isinstance(setting.value, dict):
        return setting.value
    remedy = f'Write a line [{name}], and below it lines such as accent = "#8a1f1a".'
    findings.error(f"`{name}` takes a table", remedy, setting.line, setting.column)
    return {}


def _colour(table: Settings, name: str, findings: Findings) -> str:
    written = words(table, name, findings).lower()
    if not COLOUR.fullmatch(written):
        setting = table[name]
        remedy = f'Write {name} = "{COLOURS[name]}".'
        findings.error(f"`{name}` is no colour: “{written[:60]}”", remedy, setting.line, setting.column)
    return written if len(written) == 7 else "#" + "".join(2 * digit for digit in written[1:])


def _families(table: Settings, name: str, findings: Findings) -> tuple[str, ...]:
    families = tuple(" ".join(part.split()) for part in words(table, name, findings).split(","))
    for family in families:
        if not FAMILY.fullmatch(family):
            setting = table[name]
            message = f"`{name}` takes names of fonts, not “{family[:60]}”"
            findings.error(message, f'Write {name} = "Georgia, serif".', setting.line, setting.column)
    return families


def _warn_of_contrast(
    all_colours: Mapping[str, str], own: Mapping[str, str], name: str, setting: Setting, findings: Findings
) -> None:
    """Warns of text that is hard to read, where the theme has a part in it."""
    pairs = [(text, ground) for text in TEXT for ground in GROUNDS] + [("ink", "mark")]
    for text, ground in pairs:
        found = contrast(all_colours[text], all_colours[ground])
        if found < LEAST and (text in own or ground in own):
            message = f"`{name}`: `{text}` on `{ground}` has a contrast of {found:.1f} : 1, which many cannot read"
            findings.warn(message, f"Make it at least {LEAST} : 1.", setting.line, 1)
