"""Text datelines: what is one, what it says, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lede import REACH, text_dateline


@pytest.mark.parametrize(
    ("head", "place", "month", "day"),
    [
        ("KUNDUZ, Afghanistan, April 15 — ", "Kunduz, Afghanistan", 4, 15),
        ("KUNDUZ - ", "Kunduz", None, None),
        ("LONDON (Reuters) - ", "London", None, None),
        ("JAKARTA, Indonesia (AP) _ ", "Jakarta, Indonesia", None, None),
        ("SANTIAGO DEL MAR, March 31 (Newsline) - ", "Santiago del Mar", 3, 31),
        ("PARIS, 15 April 2016 – ", "Paris", 4, 15),
        ("PARIS, Friday, April 15, 2016 -- ", "Paris", 4, 15),
        ("Paris, April 15 — ".upper(), "Paris", 4, 15),
        ("BUFFALO, N.Y. (Agency) -- ", "Buffalo, N.Y.", None, None),
        ("WASHINGTON, D.C.—", "Washington, D.C.", None, None),
        ("ST. LOUIS, Sept. 3 (Agency)- ", "St. Louis", 9, 3),
        ("SÃO PAULO, Brazil, 2nd May — ", "São Paulo, Brazil", 5, 2),
        ("ÎLE-D'YEU, France — ", "Île-D'Yeu, France", None, None),
        ("RIO DE JANEIRO — ", "Rio de Janeiro", None, None),
        ("McALLEN, Texas — ", "McAllen, Texas", None, None),
        ("THE HAGUE — ", "The Hague", None, None),
        ("SARAJEVO, Bosnia and Herzegovina — ", "Sarajevo, Bosnia and Herzegovina", None, None),
        ("LONDON/PARIS (Agency) - ", "London/Paris", None, None),
        ("April 15 (Agency) - ", "", 4, 15),
        ("\n\nHARBOUR TOWN (Agency) --\n\n", "Harbour Town", None, None),
    ],
)
def test_a_dateline_gives_its_place_its_date_and_where_the_lede_begins(
    head: str, place: str, month: int | None, day: int | None
) -> None:
    found = text_dateline(f"{head}Troops drove the rebels back.")
    assert found is not None
    assert (found.place, found.month, found.day, found.lede) == (place, month, day, len(head))


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO - the alliance - said it would stay.",
        "The city fell on Friday - the second in a week - and was retaken.",
        "THE TALIBAN - Who are they?",
        "EXCLUSIVE - Minister to resign",
        "UPDATE 1 - Minister resigns",
        "Kunduz - Afghan forces moved in.",
        "UN - Five nations met.",
        "Mr. Khan, April 15 was a long day — said his son.",
        "KUNDUZ fell in 2015.",
        "PARIS, 15 of 20 districts — Most of them poor — were closed.",
        "2016 - A year of war",
        "- KUNDUZ",
        "",
        "—",
        "KUNDUZ\n\n- a list",
        f"{'KUNDUZ ' * 20} - Afghan forces",
    ],
)
def test_an_ordinary_sentence_has_no_dateline(sentence: str) -> None:
    assert text_dateline(sentence) is None


def test_a_date_or_an_agency_makes_a_dateline_even_before_a_small_letter() -> None:
    found = text_dateline("LONDON (Agency) - eBay said on Friday")
    assert found is not None
    assert found.place == "London"


@pytest.mark.parametrize(
    ("head", "disagrees"),
    [
        ("KUNDUZ, April 15 — ", False),
        ("KUNDUZ, April 14 — ", True),
        ("KUNDUZ, May 15 — ", True),
        ("KUNDUZ, 15 April 2016 — ", False),
        ("KUNDUZ, 15 April 2015 — ", True),
        ("KUNDUZ, Friday — ", False),
        ("KUNDUZ, Thursday, April 15 — ", True),
        ("KUNDUZ — ", False),
    ],
)
def test_a_date_disagrees_where_a_part_it_gives_is_another(head: str, disagrees: bool) -> None:
    found = text_dateline(f"{head}Troops moved in.")
    assert found is not None
    assert found.disagrees(date(2016, 4, 15)) is disagrees


@given(st.text(alphabet="AB ab,.()-—–'\n15May", max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    found = text_dateline(text)
    assert found is None or 0 < found.lede <= len(text)
    assert found is None or text[: found.lede].rstrip()[-1] in "-—–"


def test_no_dash_beyond_the_reach_is_looked_for() -> None:
    assert text_dateline("K" * REACH + " - Troops") is None
