"""Numbers in digits and in words; the first layer."""

from __future__ import annotations

from dateline.timex.context import Context
from dateline.timex.english.words import COUPLE, FEW, MAGNITUDES, MANY, SEVERAL
from dateline.timex.grammar import RuleBook
from dateline.timex.reading import Count

numbers = RuleBook()


def exactly(number: float) -> Count:
    """The count of that many."""
    return Count(number, number, f"{number:g}" if number < 1_000_000 else str(int(number)))


@numbers.rule("{digits}", gives="n")
def digits(context: Context, number: int) -> Count:
    return exactly(number)


@numbers.rule("{digits} ~, ~{ddd}", "{digits} ~, ~{ddd} ~, ~{ddd}", gives="n")
def grouped(context: Context, *groups: int) -> Count:
    number = 0
    for group in groups:
        number = number * 1000 + group
    return exactly(number)


@numbers.rule("{digits} ~. ~{digits}", gives="n")
def decimal(context: Context, whole: int, part: int) -> Count:
    return exactly(float(f"{whole}.{part}"))


@numbers.rule("{ones}", "{tens}", gives="n small")
def word(context: Context, number: int) -> Count:
    return exactly(number)


@numbers.rule("{tens} -? {ones}", gives="n small")
def tens_and_ones(context: Context, tens: int, ones: int) -> Count | None:
    return exactly(tens + ones) if ones < 10 else None


@numbers.rule("a|an|the {magnitude}", gives="n")
def one_magnitude(context: Context, size: int) -> Count:
    return exactly(size)


@numbers.rule("{ones} {magnitude}", "{tens} {magnitude}", "{digits} {magnitude}", gives="n")
def magnitudes(context: Context, count: int, size: int) -> Count:
    return exactly(count * size)


@numbers.rule("{digits} ~. ~{digits} {magnitude}", gives="n")
def decimal_magnitudes(context: Context, whole: int, part: int, size: int) -> Count:
    """4.5 billion."""
    return exactly(round(float(f"{whole}.{part}") * size))


@numbers.rule("{ones} hundred and? {tens}", "{ones} hundred and? {ones}", gives="n")
def hundreds_and(context: Context, hundreds: int, rest: int) -> Count:
    return exactly(hundreds * MAGNITUDES["hundred"] + rest)


@numbers.rule("a hundred and {tens}", "a hundred and {ones}", "a hundred and {tens} -? {ones}", gives="n")
def a_hundred_and(context: Context, *rest: int) -> Count:
    """A hundred and fifty, a hundred and twenty-five."""
    return exactly(MAGNITUDES["hundred"] + sum(rest))


@numbers.rule("a couple of?", "a couple more", "couple of", gives="n")
def couple(context: Context) -> Count:
    return COUPLE


@numbers.rule("a few", "a few more", "few", "some", "a handful of", gives="n")
def few(context: Context) -> Count:
    return FEW


@numbers.rule("several", "several more", gives="n")
def several(context: Context) -> Count:
    return SEVERAL


@numbers.rule("many", "dozens of", "scores of", "hundreds of", "thousands of", gives="n")
def many(context: Context) -> Count:
    return MANY


@numbers.rule("{ordword}", gives="ord")
def ordinal_word(context: Context, number: int) -> int:
    return number


@numbers.rule("{digits} ~st|nd|rd|th", gives="ord ordigits")
def ordinal_digits(context: Context, number: int) -> int:
    return number


@numbers.rule("{tens} -? {ordword}", gives="ord")
def ordinal_tens(context: Context, tens: int, ones: int) -> int | None:
    return tens + ones if ones < 10 else None


@numbers.rule("{ones} {tens}", "{ones} {tens} -? {ones}", "{ones} {ones}", "{tens} {ones}", gives="spokenyear")
def spoken_year(context: Context, century: int, *rest: int) -> int | None:
    """A year as it is spoken: nineteen ninety-four, twenty twelve."""
    tail = sum(rest)
    return century * 100 + tail if century in (17, 18, 19, 20) and 9 < tail < 100 else None


@numbers.rule("two thousand and? {ones}", "the year two thousand", gives="spokenyear")
def spoken_millennium(context: Context, ones: int = 0) -> int:
    return 2000 + ones
