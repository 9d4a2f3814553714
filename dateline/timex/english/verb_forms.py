"""The inflected forms of English verbs, from tables of base forms and rules of spelling."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from dateline.timex.english.verb_words import (
    ALSO_REGULAR,
    BE,
    DO,
    DOUBLING,
    HAVE,
    IRREGULAR_TABLE,
    NO_ED,
    NO_ING,
    REGULAR,
)

VOWELS = "aeiou"
# Words come again and again.
WORDS_KEPT = 50_000


class Form:
    """The forms of a verb as bits of a number, since a word can be several ("cut"); plain numbers, for speed."""

    NONE: Final = 0
    BASE: Final = 1
    THIRD: Final = 2
    PAST: Final = 4
    PARTICIPLE: Final = 8
    ING: Final = 16


def third(base: str) -> str:
    """The third person singular: "carries", "reaches", "goes"."""
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def stems(base: str) -> list[str]:
    """What "-ed" and "-ing" are hung on; two where spelling differs ("travelled", "traveled")."""
    vowels = sum(letter in VOWELS for letter in base)
    doubles = base[-1] not in VOWELS + "wxy" and base[-2:-1] in tuple(VOWELS) and base[-3:-2] not in tuple(VOWELS)
    if base in DOUBLING:
        return [base + base[-1], base]
    if doubles and vowels == 1:
        return [base + base[-1]]
    return [base]


def past(base: str) -> list[str]:
    """The regular past: "carried", "planned", "closed"."""
    if base.endswith("e"):
        return [base + "d"]
    if base.endswith("y") and base[-2] not in VOWELS:
        return [base[:-1] + "ied"]
    return [stem + "ed" for stem in stems(base)]


def ing(base: str) -> list[str]:
    """The present participle: "closing", "dying", "planning"."""
    if base.endswith("ie"):
        return [base[:-2] + "ying"]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return [base[:-1] + "ing"]
    return [stem + "ing" for stem in stems(base)]


def _lexicon() -> dict[str, tuple[str, int]]:
    known: dict[str, tuple[str, int]] = {}

    def add(word: str, lemma: str, form: int) -> None:
        first, forms = known.get(word, (lemma, Form.NONE))
        known[word] = (first, forms | form)

    def add_present(base: str) -> None:
        add(base, base, Form.BASE)
        add(third(base), base, Form.THIRD)
        for word in ing(base):
            add(word, base, Form.ING)

    for row in IRREGULAR_TABLE.split(","):
        base, *rest = row.split()
        add_present(base)
        add(rest[0] if rest else base, base, Form.PAST)
        add(rest[-1] if rest else base, base, Form.PARTICIPLE)
    for base in REGULAR.split():
        add_present(base)
    for base in (*REGULAR.split(), *ALSO_REGULAR.split()):
        for word in past(base):
            add(word, base, Form.PAST | Form.PARTICIPLE)
    return known


LEXICON = _lexicon()
CLOSED: dict[str, str] = (
    dict.fromkeys(BE, "be") | dict.fromkeys(HAVE, "have") | dict.fromkeys(DO, "do") | {"done": "do", "doing": "do"}
)


@lru_cache(WORDS_KEPT)
def forms(word: str) -> int:
    """Which forms of a verb `word`, in small letters, can be; unknown words are read by their endings."""
    if (entry := LEXICON.get(word)) is not None:
        return entry[1] & ~Form.ING if word in NO_ING else entry[1]
    if word in ("done", "been"):
        return Form.PARTICIPLE
    if word.startswith("re") and len(word) > 5 and (entry := LEXICON.get(word[2:])) is not None:
        # "Relaid", "resold", "rewrote".
        return entry[1] if not entry[1] & (Form.BASE | Form.THIRD) else Form.NONE
    if word in ("doing", "being", "having"):
        return Form.ING
    if len(word) > 4 and word.endswith("ed") and word not in NO_ED:
        return Form.PAST | Form.PARTICIPLE
    if len(word) > 5 and word.endswith("ing") and word not in NO_ING:
        return Form.ING
    return Form.NONE


def lemma(word: str) -> str:
    """The base form where it is known, else the word itself."""
    entry = LEXICON.get(word)
    return entry[0] if entry is not None else CLOSED.get(word, word)
