"""Which deed a word of the news names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.timeline import deed_words as tables
from dateline.timex.english.verb_forms import lemma

REACH, PARTICLE_REACH = 4, 2
"""How many words further on the next part of a longer name, or its particle, may stand."""

ASPECTS = frozenset({"begin", "open", "reopen", "end", "close", "break_off", "fail", "call_off", "delay", "effect"})
"""What is done to an event rather than an event: one can begin a trial, and end it."""

PARTICLES = frozenset(("off", "out", "up", "down", "over", "away", "in", "on", "back", "through"))
AGENTS = ("er", "ers", "or", "ors")
SUFFIXES = ("ations", "ation", "itions", "ition", "ions", "ion", "ments", "ment", "als", "al", "ings", "ing", "ers",
            "er", "ors", "or", "ed", "ies", "es", "s", "y", "e")  # fmt: skip


@cache
def root(word: str) -> str:
    """What a word, in small letters, shares with those derived from it: "inspect" of "inspections"."""
    base = lemma(word)
    for suffix in SUFFIXES:
        if base.endswith(suffix) and len(base) - len(suffix) >= 4:
            return base[: -len(suffix)].rstrip("e")
    return base


@cache
def _classes() -> tuple[dict[str, frozenset[str]], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """The classes of single words by their roots, and the longer names by the root of their first word."""
    single: dict[str, set[str]] = {}
    longer: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, named in _rows(tables.CLASSES):
        for word in named.split():
            first, *rest = (root(part) for part in word.split("_"))
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
    """The root by which a word names a deed; empty for one who does it, "rescuers", unless the table lists him."""
    if word.endswith(AGENTS) and lemma(word) == word and not {word, word.removesuffix("s")} & _listed():
        return ""
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


def classes_at(roots: Sequence[str], k: int) -> frozenset[str]:
    """The classes that the word at `k` names, alone or with the words that soon follow it."""
    single, longer = _classes()
    named: set[str] = set()
    for rest, name in longer.get(roots[k], ()):
        at = k
        for part in rest:
            behind = roots[at + 1 : at + 1 + (PARTICLE_REACH if part in PARTICLES else REACH)]
            if part not in behind:
                break
            at += 1 + behind.index(part)
        else:
            named.add(name)
    return frozenset(named) or single.get(roots[k], frozenset())


def are_near(first: str, second: str) -> bool:
    """Whether words of these two classes can tell of one event ("shells hit", "people were killed")."""
    return frozenset((first, second)) in _pairs(tables.NEAR)


def are_apart(first: str, second: str) -> bool:
    """Whether words of these two classes tell of two events in any case ("arrested", "charged")."""
    return frozenset((first, second)) in _pairs(tables.APART)


def is_saying(word: str) -> bool:
    """Whether the root is that of a verb that reports what is said."""
    return word in _roots(tables.SAYING)


def is_control(word: str) -> bool:
    """Whether the root is that of a verb that leaves it to the next verb to say what was done."""
    return word in _roots(tables.CONTROL)


def is_light(word: str) -> bool:
    """Whether the root is that of a verb that leaves it to a noun to say what was done."""
    return word in _roots(tables.LIGHT)
