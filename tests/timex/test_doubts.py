"""Where a reader would be unsure, the expression carries a doubt, with the days of the other reading; else none."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Dateline, Interval
from dateline.timex.tagger import tag
from dateline.timex.values import iso_day

WEDNESDAY = Dateline(date(2024, 5, 15))

# A sentence, whose last expression is in doubt, and the days of its other reading.
IN_DOUBT = {
    "The vote was put off until January.": "2025-01-01/2025-01-31",
    "The trial was adjourned until Friday.": "2024-05-17",
    "The line was meant to open in June.": "2023-06-01/2023-06-30",
    "The mill burned on Tuesday. It was sold on Friday.\n\nThe alarm was raised at 6 p.m.": "2024-05-10",
    "The court was to rule on Friday.": "2024-05-10",
    "The court was to rule in March.": "2025-03-01/2025-03-31",
    "She said that she was leaving on Sunday.": "2024-05-19",
    "The hall was to have opened this June.": "2023-06-01/2023-06-30",
    "The firm had said that it would reopen in April.": "2025-04-01/2025-04-30",
    "Rail strike on Saturday: what you need to know": "2024-05-18",
    "Friday is crucial for the club.": "2024-05-17",
    "He shrugged when they asked about Sunday's match.": "2024-05-19",
    "It was signalled at the June 3 meeting.": "2024-06-03",
    "They gave them until Sunday, and then attacked.": "../2024-05-12",
    "The bridge will be mended by May 14.": "../2024-05-14",
    "They met last Monday.": "2024-05-06",
    "The strike began on Monday. Talks are to open on Friday. The next day the port shut.": "2024-05-18",
    "The claim was filed on 3/4/2024.": "2024-04-03",
    "The truce ended on Monday. Two barns burned until noon.": "../2024-05-15",
    "It was sold in the last decade.": "2014-05-15/2024-05-15",
    "Profit rose in the first quarter. Costs were lower than a year ago.": "2023-01-01/2023-12-31",
    "The port was shut in October.\n\n2 February: The port reopens.": "2025-02-02",
}
BEYOND_DOUBT = (
    "The pool is shut until Friday.",
    "The plant burned down on Monday.",
    "The court will rule on Friday.",
    "It was sold in March.",
    "It will be sold in March.",
    "The fair opens on June 3.",
    "The deadline is Friday.",
    "They announced on Friday that it was over.",
    "Lawyers will appeal against Monday's ruling.",
    "He was born in 1944.",
    "The port was shut in October.\n\n2 June: The port reopens.",
    "The wind rose on Wednesday.\n\n2.40am: The roof gives way.",
    "The truce ended on Monday and a barn burned at noon.",
    "The mill was built in 1999. On Monday it burned. It had been sold in March.",
    "The strike began on Monday. The next day the port shut.",
    "He worked there from 1990 to 1994.",
    "The shop will stay shut until April.",
    "Today he resigned.",
    "This past April was wet.",
    "Hospitals brace for a Friday walkout.",
)


def shown(interval: Interval | None) -> str | None:
    """An interval as one day, or first and last day, an open end as two dots."""
    if interval is None:
        return None
    first = ".." if interval.start is None else iso_day(interval.start)
    last = ".." if interval.last is None else iso_day(interval.last)
    return first if first == last else f"{first}/{last}"


@pytest.mark.parametrize(("text", "other"), IN_DOUBT.items(), ids=IN_DOUBT)
def test_another_reading_is_named_with_its_days(text: str, other: str | None) -> None:
    last = tag(text, WEDNESDAY)[-1]
    assert last.doubt is not None
    assert last.doubt.reason
    assert shown(last.doubt.other) == other
    assert last.doubt.other != last.interval


@pytest.mark.parametrize("text", BEYOND_DOUBT)
def test_what_the_words_settle_is_not_in_doubt(text: str) -> None:
    assert [found.text for found in tag(text, WEDNESDAY) if found.doubt] == []


def test_today_told_of_a_state_may_be_nowadays() -> None:
    today = tag("The valley was a lake; today it is desert.", WEDNESDAY)[-1]
    assert today.doubt is not None
    assert "nowadays" in today.doubt.reason


def test_a_season_that_has_only_just_begun_may_be_that_of_the_year_before() -> None:
    spring = tag("Building began to pick up in the spring.", Dateline(date(2024, 3, 10)))[-1]
    assert spring.doubt is not None
    assert shown(spring.doubt.other) == "2023-03-01/2023-05-31"


def test_a_clock_that_heads_an_entry_may_be_of_another_day_where_the_text_tells_of_one_gone_by() -> None:
    clock = tag("The crane fell on 2 March.\n\nHow it happened\n\n2.40am: The bolt gives way.", WEDNESDAY)[-1]
    assert clock.doubt is not None
    assert clock.doubt.other is None
