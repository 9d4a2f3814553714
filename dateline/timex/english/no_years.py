"""Four digits or two that name no year: counts, sums of money, parts of names and of longer numbers."""

from __future__ import annotations

import re

from dateline.timex.context import Context
from dateline.timex.english import words
from dateline.timex.english.months import NAME_FREE
from dateline.timex.english.words import BUSINESS_WORDS, STREETS

BEFORE_A_YEAR = frozenset(
    "in since by from until till through to of during for before after late early mid around about circa between "
    "and or dated the than back year fiscal - , ( – — on throughout till through into within pre post versus vs".split()
)
THINGS_COUNTED = frozenset(
    "people men women troops soldiers miles meters metres feet kilometers kilometres km pounds dollars euros tons "
    "tonnes words pages points votes jobs workers employees students homes houses acres hectares shares units "
    "members rpm mph kilograms kg calories cars vehicles bodies victims deaths children families".split()
)


def is_counted(context: Context) -> bool:
    """Whether the digits count something, or are a sum of money or a part of a longer number."""
    left, right = context.left(), context.right()
    if left in BEFORE_A_NUMBER or right in THINGS_COUNTED or right in words.UNIT_PLURALS:
        return True
    if right in BUSINESS_WORDS and int(context.written()) >= FIRST_LIKELY_YEAR:
        return False
    plural = right.endswith("s") and right[:1].isalpha() and len(right) > 2
    if plural and left and left not in BEFORE_A_YEAR and left not in NAME_FREE and left != "'s":
        return True
    return _is_part_of_number(context)


def _is_part_of_number(context: Context) -> bool:
    tokens, first, last = context.scene.tokens, context.first, context.last
    if right_is_glued := (last + 1 < len(tokens) and tokens[last - 1].end == tokens[last].start):
        behind = tokens[last + 1]
        right_is_glued = tokens[last].text in ",." and behind.text.isdecimal() and tokens[last].end == behind.start
    left_is_glued = (
        first > 1
        and tokens[first - 1].text in ",.-"
        and tokens[first - 1].end == tokens[first].start
        and tokens[first - 2].text.isdecimal()
        and len(tokens[first - 2].text) != len(tokens[first].text)
    )
    return right_is_glued or left_is_glued


def _is_title(context: Context) -> bool:
    """Whether the words behind a colon are a title's ("1984: The Opera"); "1987: Ada Lisle resigns" is an entry."""
    behind = context.scene.tokens[context.last + 1 : context.last + TITLE]
    return bool(behind) and behind[0].lower in ("the", "a", "an") and all(token.text[0].isupper() for token in behind)


TITLE = 3


def is_in_a_name(context: Context) -> bool:
    """Whether the digits belong to a name: Windows 2000, a 1967 Mustang, 1945 Oak Street, 2001: A Space Odyssey."""
    left, right = context.left(), context.right()
    opens = context.first == 0 and right == ":" and _is_title(context)
    named = context.left_is_name() or (context.first == 1 and left[:1].isalpha())
    if opens or (named and left not in BEFORE_A_YEAR and left not in NAME_FREE):
        return True
    numbered = left == "year" and context.left_is_name() and context.first > 1
    if numbered or (right, context.right(2)) == ("block", "of"):
        return True
    if not context.right_is_name() or right in words.MONTHS:
        return (left, right) in (("the", "model"), ("the", "vintage"))
    behind = {context.right(2), context.right(3)}
    of_make = right in MAKES and left in OWNERS
    tokens = context.scene.tokens[context.last : context.last + 2]
    designated = DESIGNATION.fullmatch("".join(token.text for token in tokens)) is not None
    return left in ("a", "an") or right in FOUNDATIONS or of_make or designated or bool(behind & STREETS)


# Asteroids and comets are named after the year in which they were found: 2024 YR4.
DESIGNATION = re.compile(r"[A-Z]{1,2}\d{1,3}")


FIRST_LIKELY_YEAR = 1900
BEFORE_A_NUMBER = frozenset("$ £ € # no number flight room page section us highway route".split())
FOUNDATIONS = frozenset("trust fund foundation group committee society club overture project".split())
# "Her 1987 Chevrolet Cavalier" is of that model year.
MAKES = frozenset(
    "acura audi bmw buick cadillac chevrolet chevy chrysler datsun dodge ferrari fiat ford honda hyundai jaguar jeep "
    "kia lexus mazda mercedes mitsubishi nissan oldsmobile plymouth pontiac porsche renault saab subaru suzuki toyota "
    "trabant volkswagen volvo vw".split()
)
OWNERS = frozenset("the his her their my our your its 's".split())


def is_of_product(context: Context) -> bool:
    """Whether the year belongs to a name with a capital inside: iLife '11."""
    name = context.scene.tokens[context.first - 1].text if context.first else ""
    return name[:1].islower() and not name.islower()
