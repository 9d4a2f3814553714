"""A language of the interface: its words, its plural forms, and how it writes a date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Setting = Literal["alone", "since", "until"]
"""Where a period is named: on its own, behind "since", or behind "until"; German declines it."""

Direction = Literal["ltr", "rtl"]

FROM_THE_RIGHT = frozenset("ar arc ckb dv fa he ks nqo pnb ps sd syr ug ur uz-arab yi".split())


def direction(lang: str) -> Direction:
    """Where the lines of a language begin, by its code: "rtl" for "ar" and "fa-IR"."""
    code = lang.lower()
    return "rtl" if code in FROM_THE_RIGHT or code.partition("-")[0] in FROM_THE_RIGHT else "ltr"


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language, under the same keys in each; placeholders stand in braces.

    `counts` gives a noun with its number for each plural category of CLDR, which `plural` names. `months` and
    `weekdays` begin with January and Monday. `full`, `plain` and `month_day` write a day as `%` patterns over CLDR's
    fields: with its weekday, without, and without its year. `numbers` spells one to nine, `ordinal` writes any as
    "20th"; `group` parts thousands.
    """

    code: str
    direction: Direction
    words: Mapping[str, str]
    counts: Mapping[str, Mapping[str, str]]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    full: str
    plain: str
    month_day: str
    numbers: tuple[str, ...]
    group: str
    plural: Callable[[int], str]
    ordinal: Callable[[int], str]

    def said(self, key: str, /, **values: object) -> str:
        """The words under a key, their placeholders filled."""
        return self.words[key].format(**values)

    def number_words(self, number: int) -> str:
        """A whole number with its thousands parted: "1,204"."""
        return f"{number:,}".replace(",", self.group)

    def counted(self, key: str, count: int) -> str:
        """A number and its noun: "1 story", "1,204 events"."""
        return self.counts[key][self.plural(count)].format(count=self.number_words(count))
