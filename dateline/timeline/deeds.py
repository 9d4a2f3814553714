"""Which deed a word of the news names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.timeline import deed_words as tables
from dateline.timex.english.verb_forms import lemma
from dateline.timex.english.verb_group import CLOSED_CLASS

REACH, PARTICLE_REACH = 4, 2
"""How many words further on the next part of a longer name, or its particle, may stand."""

ASPECTS = frozenset({"begin", "open", "reopen", "end", "close", "break_off", "fail", "call_off", "delay", "effect"})
"""What is done to an event rather than an event: one can begin a trial, and end it."""

PARTICLES = frozenset("off out up down over away in on back through".split())
AGENTS = ("er", "ers", "or", "ors")
SUFFIXES = ("ation", "ition", "ion", "ment", "al", "ing", "er", "or", "ed", "y", "e")
NO_CLASS = frozenset[str]()
LONG_STEM, SHORT_STEM = 5, 4
"""How many letters a word must keep when it loses one letter, and when it loses more."""


@cache
def root(word: str) -> str:
    """What a word, in small letters, shares with those derived from it: "inspect" of "inspections"."""
    base = _singular(lemma(word))
    for suffix in SUFFIXES:
        if base.endswith(suffix) and len(base) - len(suffix) >= (LONG_STEM if len(suffix) == 1 else SHORT_STEM):
            return base[: -len(suffix)].rstrip("e")
    return base


def _singular(word: str) -> str:
    if len(word) < SHORT_STEM or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ses", "xes", "ches", "shes")) else word[:-1]


@cache
def _classes() -> tuple[dict[str, frozenset[str]], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """The classes of single words by their roots, and the longer names by the root of their first word."""
    single: dict[str, set[str]] = {}
    longer: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, named in _rows(tables.CLASSES):
        for word in named.split():
            first, *rest = (deed_root(part) for part in word.split("_"))
            if rest:
                longer.setdefault(first, []).append((tuple(rest), name))
            else:
                single.setdefault(first, set()).add(name)
    return {word: frozenset(names) for word, names in single.items()}, {k: tuple(v) for k, v in longer.items()}


@cache
def _listed() -> frozenset[str]:
    return frozenset(word for _, named in _rows(tables.CLASSES) for word in named.split())


@cache
def deed_root(word: str) -> str:
    """The root by which a word names a deed; who does it, "rescuers", names none, unless the table lists him."""
    if word.endswith(AGENTS) and lemma(word) == word and not {word, word.removesuffix("s")} & _listed():
        return _singular(word)
    return root(word)


@cache
def _pairs(table: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset((name, other)) for name, others in _rows(table) for other in others.split())


def _rows(table: str) -> Iterator[tuple[str, str]]:
    for row in table.split(";")[:-1]:
        name, _, words = row.partition(":")
        yield name.strip(), words


@cache
def _roots(table: str) -> frozenset[str]:
    return frozenset(root(word) for word in table.split())


def classes(roots: Sequence[str]) -> list[frozenset[str]]:
    """The classes that each word names with words near it, or alone."""
    single, longer = _classes()
    here = frozenset(roots)
    found = []
    for k, word in enumerate(roots):
        names = longer.get(word, ())
        named = frozenset([name for rest, name in names if here.issuperset(rest) and _follow(roots, k, rest)])
        found.append(named or single.get(word, NO_CLASS))
    return found


def _follow(roots: Sequence[str], k: int, rest: Sequence[str]) -> bool:
    """Whether the rest of a name comes behind `k`; a single noun may come before it ("talks were resumed")."""
    at = k
    for part in rest:
        behind = roots[at + 1 : at + 1 + (PARTICLE_REACH if part in PARTICLES else REACH)]
        if part not in behind:
            return len(rest) == 1 and part not in PARTICLES | CLOSED_CLASS and part in roots[max(0, k - REACH) : k]
        at += 1 + behind.index(part)
    return True


@cache
def are_opposite(first: str, second: str) -> bool:
    """Whether these two aspects are those of two events in any case ("began", "ended")."""
    return frozenset((first, second)) in _pairs(tables.OPPOSITES)


def is_saying(word: str) -> bool:
    """Whether the root is that of a verb that reports what is said."""
    return word in _roots(tables.SAYING)


def is_control(word: str) -> bool:
    """Whether the root is that of a verb that leaves it to the next verb to say what was done."""
    return word in _roots(tables.CONTROL)


def is_light(word: str) -> bool:
    """Whether the root is that of a verb that leaves it to a noun to say what was done."""
    return word in _roots(tables.LIGHT)
