"""How a language other than English writes dates and numbers, from the data of Unicode's CLDR, which Babel holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from babel import Locale, UnknownLocaleError

from dateline.catalogue.language import direction
from dateline.catalogue.overview import Catalogue


def from_cldr(
    code: str,
    words: Mapping[str, str],
    counts: Mapping[str, Mapping[str, str]],
    numbers: tuple[str, ...],
    ordinal: Callable[[int], str],
) -> Catalogue:
    """The catalogue of a language, or of its form in a country: "de", "de-AT"."""
    locale = _locale(code)
    months, short = locale.months["format"]["wide"], locale.months["stand-alone"]["abbreviated"]
    return Catalogue(
        code=code,
        direction=direction(code),
        words=words,
        counts=counts,
        months=tuple(months[at] for at in range(1, 13)),
        short_months=tuple(short[at] for at in range(1, 13)),
        weekdays=tuple(locale.days["format"]["wide"][at] for at in range(7)),
        full=locale.date_formats["full"].format,
        plain=locale.date_formats["long"].format,
        month_day=locale.datetime_skeletons["MMMMd"].format,
        numbers=numbers,
        group=locale.number_symbols["latn"]["group"],
        plural=locale.plural_form,
        ordinal=ordinal,
    )


def _locale(code: str) -> Locale:
    """CLDR's locale of a code, or of its language alone where it knows no such country."""
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(code.partition("-")[0])
