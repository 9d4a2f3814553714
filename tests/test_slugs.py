"""File names into the part of an address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.slugs import slug_fault, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("2016-04-15-raid", "raid"),
        ("2016-04-15 The Raid", "the-raid"),
        ("2016-04-15", "2016-04-15"),
        ("raid-2016-04-15", "raid-2016-04-15"),
        ("São Paulo's élan", "sao-paulo-s-elan"),
        ("A  B__C..d", "a-b-c-d"),
        ("Кундуз", "кундуз"),
        ("й", "й"),
        ("हिन्दी", "हिन्दी"),
        ("北京 2008", "北京-2008"),
        ("𝑨 bold letter", "a-bold-letter"),
        ("!!!", ""),
        ("..", ""),
    ],
)
def test_a_name_gives_its_slug(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@given(st.text(max_size=40))
def test_a_slug_is_safe_and_stays_itself(name: str) -> None:
    slug = slug_of(name)
    assert not set(slug) & set("/\\.?#%&<>\"' \0\n")
    assert slug_of(f"x-{slug}") == f"x-{slug}".rstrip("-")


@pytest.mark.parametrize(
    "slug",
    ["", "..", "a/b", "a\\b", ".a", "-a", "a b", "a.html", "feed.xml", "index", "INDEX", "embed", "tags", "places",
     "people", "years", "static", "404", "a" * 201, "a\0b", "%2e%2e"],
)  # fmt: skip
def test_a_bad_slug_has_a_fault(slug: str) -> None:
    assert slug_fault(slug)


@pytest.mark.parametrize("slug", ["raid", "Raid_2", "кундуз", "हिन्दी", "2016"])
def test_a_good_slug_has_none(slug: str) -> None:
    assert slug_fault(slug) == ""
