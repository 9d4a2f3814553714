"""The words of the interface, and dates in words."""

from __future__ import annotations

from dateline.catalogue.dates import (
    clock_words,
    date_words,
    day_words,
    entry_words,
    expression_words,
    heading_words,
    interval_words,
    month_words,
    period_words,
    plain_day,
    year_words,
)
from dateline.catalogue.words import (
    LEGEND,
    WORDS,
    article_description,
    condition_words,
    counted,
    published_words,
    site_description,
    story_counts,
    story_description,
    story_years,
)

__all__ = [
    "LEGEND",
    "WORDS",
    "article_description",
    "clock_words",
    "condition_words",
    "counted",
    "date_words",
    "day_words",
    "entry_words",
    "expression_words",
    "heading_words",
    "interval_words",
    "month_words",
    "period_words",
    "plain_day",
    "published_words",
    "site_description",
    "story_counts",
    "story_description",
    "story_years",
    "year_words",
]
