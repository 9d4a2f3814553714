"""The words of the interface, and dates in words: one catalogue a language."""

from __future__ import annotations

from functools import cache

from dateline.catalogue import german
from dateline.catalogue.english import english
from dateline.catalogue.language import direction
from dateline.catalogue.overview import Catalogue

__all__ = ["ENGLISH", "Catalogue", "catalogue_of", "direction"]

ENGLISH = english()


@cache
def catalogue_of(code: str, style: str = "") -> Catalogue:
    """The catalogue of a language by its code, "de" or "de-AT"; English where there is none.

    `style` is how English writes a day, `dmy` or `mdy`.
    """
    if code.partition("-")[0].lower() == "de":
        # Babel costs 30 ms that an English site need not pay.
        from dateline.catalogue.cldr import from_cldr  # noqa: PLC0415

        return from_cldr(code, german.WORDS, german.COUNTS, german.NUMBERS, german.ordinal)
    return english(code if code.partition("-")[0].lower() == "en" else "en", style or "dmy")
