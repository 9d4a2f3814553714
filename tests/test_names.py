"""Listed people and places, found in sentences; nobody else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Listed
from dateline.names import LONGEST, listing, names_in, own_names, with_names
from tests.examples import day, event

SITE = listing(
    [
        Listed("Ada Brook", ("Brook", "Dr Brook")),
        Listed("Bill Clinton", ("Clinton",)),
        Listed("J. K. Rowling", ("Rowling",)),
        Listed("José Díaz"),
        Listed("Niall O'Neill", ("O'Neill",)),
        Listed("林鄭月娥"),
    ],
    [
        Listed("Marram", ("Marram Sound",)),
        Listed("Marram Airport"),
        Listed("Kunduz", ("قندوز",)),
        Listed("St. Abbs", ("Abbs",)),
        Listed("हिन्दी"),
    ],
)


def found(text: str, *own: str) -> list[str]:
    return [one.name.name for one in names_in(text, 0, len(text), (listing(own_names(own, "people", SITE), ()), SITE))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Brook met Brook in Marram.", ["Ada Brook", "Ada Brook", "Marram"]),
        ("Marram Airport lies by Marram Sound.", ["Marram Airport", "Marram"]),
        ("The brook in marram is dry, and CLINTON too.", []),
        ("Brooks and Brookside, Marrams and Marramtown", []),
        ("Brook’s car left Marram-based firms, “Brook” said (Marram).", ["Ada Brook", "Marram", "Ada Brook", "Marram"]),
        ("President Clinton met Mr. Brook; Gen. Brook was out.", ["Bill Clinton", "Ada Brook", "Ada Brook"]),
        ("In Marram on Monday Clinton spoke. But Brook did not.", ["Marram", "Bill Clinton", "Ada Brook"]),
        ("They chose plan b. Brook left. So did I. Brook stayed", ["Ada Brook"]),
        ("In April Brook left Marram Thursday.", ["Ada Brook", "Marram"]),
        ("J.K. Rowling and J. K.\nRowling", ["J. K. Rowling", "J. K. Rowling"]),
        ("Niall O’Neill left; O'Neill returned.", ["Niall O'Neill", "Niall O'Neill"]),
        ("Jose\u0301 Di\u0301az met José Díaz.", ["José Díaz", "José Díaz"]),
        ("قندوز lies in the north, 林鄭月娥 said.", ["Kunduz", "林鄭月娥"]),
    ],
)
def test_names_are_found_by_their_spellings(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Hillary Clinton spoke.",
        "The Clinton Foundation paid.",
        "They saw Clinton Marsh.",
        "D. Clinton and Clinton-Dix and Lloyd-Clinton and O'Clinton",
        "St. Brook is a hamlet.",
        "West Marram grew; Marram Post was read.",
        "हिन्दीं",
    ],
)
def test_a_part_of_a_longer_name_is_another_name(text: str) -> None:
    assert found(text) == []


def test_what_an_article_says_of_itself_comes_first() -> None:
    assert found("Clinton met Tom Lisle.", "Hillary Clinton", "Clinton", "Tom Lisle") == ["Bill Clinton", "Tom Lisle"]
    assert found("Marram met Brook.", "Marram", "Brook") == ["Marram", "Ada Brook"]
    named = names_in("Marram spoke.", 0, 13, (listing(own_names(["Marram"], "people", SITE), ()), SITE))
    assert [one.name.kind for one in named] == ["people"]


def test_a_spelling_of_a_listed_name_stands_for_that_name() -> None:
    own = own_names(["Clinton", "Bill Clinton", "Marram", "Tom Lisle"], "people", SITE)
    assert [one.name for one in own] == ["Bill Clinton", "Marram", "Tom Lisle"]


def test_a_spelling_too_long_is_never_cut_short() -> None:
    long = " ".join(["Ada", *["of Marram"] * LONGEST])
    assert found("Ada of Marram of Marram", long) == ["Marram", "Marram"]


def test_an_event_has_the_names_of_its_words_and_of_what_is_told_around_them() -> None:
    text = "Brook said that Clinton left Kunduz on Friday, while O'Neill came to Marram on Monday."
    left = event("Clinton left Kunduz on Friday", day(2016, 4, 15), spans=((16, 45),), quote=text)
    came = event("O'Neill came to Marram on Monday", day(2016, 4, 11), spans=((53, 85),), quote=text)
    first, second = with_names(text, [left, came], (SITE,))
    assert (first.people, first.places) == (("Ada Brook", "Bill Clinton"), ("Kunduz",))
    assert (second.people, second.places) == (("Ada Brook", "Niall O'Neill"), ("Marram",))


def test_a_pronoun_names_whom_it_stands_for() -> None:
    text = "He left on Friday."
    (left,) = with_names(text, [event("He left", day(2016, 4, 15), quote=text, subject="Bill Clinton")], (SITE,))
    assert left.people == ("Bill Clinton",)


@given(
    st.text("AdBrok Clintjo.-'’\u0301ñ林") | st.lists(st.sampled_from("Ada Brook Clinton by J. K. Rowling St.".split()))
)
def test_what_is_found_is_a_spelling_and_no_two_overlap(given_text: str | list[str]) -> None:
    text = given_text if isinstance(given_text, str) else " ".join(given_text)
    at = 0
    for one in names_in(text, 0, len(text), (SITE,)):
        assert at <= one.start < one.end <= len(text)
        at = one.end
        (again,) = names_in(text, one.start, one.end, (SITE,))
        assert again == one
