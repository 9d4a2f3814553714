"""The sample stories, read by a person: the days that each of their expressions means."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.articles import read_article
from dateline.config import read_site
from dateline.making import dated
from dateline.model import Interval
from dateline.timex.values import iso_day

CONTENT = Path(__file__).resolve().parent.parent / "content"
DATES = {
    "kunduz/2016-04-15-assault.md": """
        Friday: 2016-04-15
        this year: 2016-01-01/2016-12-31
        last year: 2015-01-01/2015-12-31
        Friday: 2016-04-15
        Late last year: 2015-09-01/2015-12-31
        2001: 2001-01-01/..
        Tuesday: 2016-04-12
        this winter: 2015-12-01/2016-02-29
        last year: 2015-01-01/2015-12-31
        last summer: 2015-06-01/2015-08-31
        January: 2016-01-01/..
    """,
    "kunduz/2016-04-15-raid.md": """
        Friday: 2016-04-15
        Thursday: 2016-04-14
        January 2015: 2015-01-01/2015-01-31
        the past few months: 2015-11-15/2016-04-15
        January: 2016-01-01/2016-01-31
        then: 2016-01-01/..
        2014: 2014-01-01/2014-12-31
        February: 2016-02-01/2016-02-29
        December: 2015-12-01/2015-12-31
        Thursday: 2016-04-14
        March: 2016-03-01/..
        this week: 2016-04-11/2016-04-17
        the end of 2018: ../2018-12-31
    """,
    "ever-given/2021-03-25-aground.md": """
        Thursday: 2021-03-25
        Tuesday morning: 2021-03-23
        Wednesday: 2021-03-24
        Wednesday evening: 2021-03-24
        Sunday: 2021-03-28
        2018: 2018-01-01/2018-12-31
        February 2019: 2019-02-01/2019-02-28
        1869: 1869-01-01/..
        last year: 2020-01-01/2020-12-31
        August 2015: 2015-08-01/2015-08-31
        1956: 1956-01-01/1956-12-31
        June 1967: 1967-06-01/1975-06-30
        June 1975: 1967-06-01/1975-06-30
    """,
    "ever-given/2021-03-29-afloat.md": """
        Monday afternoon: 2021-03-29
        the same evening: 2021-03-29
        early on Monday: 2021-03-29
        dawn: 2021-03-29
        last week: 2021-03-22/..
        Monday: 2021-03-29
        Last week: 2021-03-22/2021-03-28
        Sunday: ../2021-03-28
        Sunday: 2021-03-28
        Saturday: 2021-03-27
        2020: 2020-01-01/2020-12-31
    """,
    "ever-given/2021-04-14-seized.md": """
        last month: 2021-03-01/2021-03-31
        Tuesday: 2021-04-13
        March 29: 2021-03-29/..
        April 3: 2021-04-03
        Monday: 2021-04-12
        A day later: 2021-04-13
        April 1: 2021-04-01
        the end of March: 2021-03-21/2021-03-31
    """,
    "ever-given/2021-07-07-free.md": """
        Wednesday: 2021-07-07
        the end of March: 2021-03-21/..
        Wednesday: 2021-07-07
        April: 2021-04-01/2021-04-30
        May: 2021-05-01/2021-05-31
        Late last month: 2021-06-21/2021-06-30
        Tuesday: 2021-07-06
        March 23: 2021-03-23
        May: 2021-05-01/2021-05-31
        2015: 2015-01-01/2015-12-31
        the middle of May: 2021-05-11/2021-05-20
        July 2023: 2023-07-01/2023-07-31
    """,
}


def shown(interval: Interval) -> str:
    first, last = (".." if day is None else iso_day(day) for day in (interval.start, interval.last))
    return first if first == last else f"{first}/{last}"


def test_every_sample_article_is_here() -> None:
    assert set(DATES) == {path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("2*.md")}


@pytest.mark.parametrize("name", DATES)
def test_the_dates_of_a_sample_article(name: str) -> None:
    article = read_article(CONTENT / name, CONTENT, read_site(CONTENT)).article
    assert article is not None
    # What stands before the lede is the text dateline, which dates the article and no event.
    found = [
        f"{expression.text}: {shown(expression.interval)}"
        for expression in dated(article).expressions
        if expression.interval is not None and expression.start >= article.lede
    ]
    assert found == [line.strip() for line in DATES[name].strip().splitlines()]
