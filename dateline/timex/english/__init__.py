"""English: its rule books in the order of their layers."""

from __future__ import annotations

from functools import partial

from dateline.timex.english.accounts import accounts
from dateline.timex.english.anaphora import anaphoric, beside_days
from dateline.timex.english.anaphoric_names import beside_names
from dateline.timex.english.bare_days import bare_days
from dateline.timex.english.business import business
from dateline.timex.english.clock import clock, days_with_clock, moments, times
from dateline.timex.english.clock_in_part import clocks_in_parts, dots
from dateline.timex.english.clock_pairs import clock_pairs, days_of_pairs
from dateline.timex.english.composed import composed
from dateline.timex.english.counted_days import counted_days
from dateline.timex.english.counted_names import counted_names
from dateline.timex.english.dates import dates
from dateline.timex.english.deictic import deictic
from dateline.timex.english.deictic_names import deictic_dates, deictic_names
from dateline.timex.english.durations import periods
from dateline.timex.english.eras import eras, of_eras
from dateline.timex.english.fractions import fractions
from dateline.timex.english.holidays import holidays
from dateline.timex.english.lengths import lengths
from dateline.timex.english.lexicon import tells_time, words_of_time
from dateline.timex.english.months import months
from dateline.timex.english.named_years import in_years
from dateline.timex.english.nights import nights
from dateline.timex.english.nth import nths
from dateline.timex.english.numbers import numbers
from dateline.timex.english.old_style import old_style, styles
from dateline.timex.english.parts_of_day import parts
from dateline.timex.english.quarters import quarters
from dateline.timex.english.relative import relative
from dateline.timex.english.seasons import seasons
from dateline.timex.english.sets import sets
from dateline.timex.english.stretches import stretches
from dateline.timex.english.vague import vagueness
from dateline.timex.english.weekdays import weekdays
from dateline.timex.english.years import years
from dateline.timex.grammar import layer, vocabulary
from dateline.timex.lattice import Grammar

# Each layer sees the tokens and what the layers above it in this row have found.
BOOKS = (
    (numbers, eras, styles),
    (
        periods,
        clock,
        dots,
        dates,
        bare_days,
        months,
        years,
        of_eras,
        old_style,
        seasons,
        weekdays,
        deictic,
        deictic_names,
    ),
    (relative, counted_names, anaphoric, beside_names, holidays, stretches, lengths, sets, vagueness),
    (moments, beside_days, deictic_dates, composed, counted_days, in_years, quarters, business, fractions),
    (nths, fractions, times, clock_pairs, parts, nights, accounts),
    (clocks_in_parts, days_with_clock, days_of_pairs),
)
LAYERS = tuple(layer(*books) for books in BOOKS)
VOCABULARY = vocabulary(LAYERS)
GRAMMAR = Grammar(LAYERS)
OF_TIME = words_of_time(VOCABULARY)
may_tell_time = partial(tells_time, of_time=OF_TIME)
