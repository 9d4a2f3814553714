"""An event's words without what the cutting has left at their ends: marks, conjunctions, halves of quotations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dateline.events.clauses import Parse
from dateline.timex.english.verb_group import CLOSED_CLASS
from dateline.timex.english.verb_words import PREPOSITIONS, table

NOT_FIRST = table("and but or nor yet so than")
NOT_LAST = table("and but or nor yet so even just only because as that the a an not of than from to with by between")
DASHES = frozenset("—–-")
QUOTES = '"”'
EDGES = frozenset(',;:—–-."“”()…')
CLOSERS = {'"': '"', "”": "“", ")": "(", "]": "["}
MARKS = frozenset(CLOSERS) | frozenset(CLOSERS.values())
ENDS_WITH_TO = table("have has had want wants wanted able going need needs ought like used")
SHORT_FORMS = table("jr sr inc co corp ltd plc bros st mt dr mr mrs ms gen sen gov lt col vs etc")


def tidied(parse: Parse, kept: Sequence[int]) -> list[int]:
    """The tokens without marks and joining words at either end, and without marks that have lost their partner."""
    whole = _balanced(parse, kept)[_label(parse, kept) :]
    if [parse.lower[k] for k in whole[:3]] == ["by", "the", "time"] and not parse.timed[whole[2]]:
        del whole[:3]
    tidy: list[int] = []
    for k in whole:
        # A comma that closed what was left out goes with it.
        gap = bool(tidy) and k > tidy[-1] + 1
        if gap and parse.lower[k] == "," and "," in parse.lower[tidy[-1] : k] and not _is_opened(parse, tidy):
            continue
        if _closes_loose_date(parse, tidy, k):
            continue
        tidy.append(k)
    while tidy and _is_edge(parse, tidy[0], NOT_FIRST, '"“(') and not _is_that_noun(parse, tidy):
        tidy.pop(0)
    if (
        len(tidy) > 2
        and parse.lower[tidy[-1]] == "had"
        and tidy[-1] + 1 < len(parse.lower)
        and _goes_on(parse, tidy[-1])
    ):
        # "Would have sold it in 2008 had anyone wanted it".
        tidy.pop()
    while tidy and _is_edge(parse, tidy[-1], NOT_LAST, '"”)') and not _is_whole(parse, tidy):
        tidy.pop()
    if len(tidy) > 2 and parse.lower[tidy[-1]] in QUOTES and parse.lower[tidy[-2]] == ",":
        del tidy[-2]
    return tidy if len(tidy) == len(kept) or tidy == whole else tidied(parse, tidy)


def _goes_on(parse: Parse, at: int) -> bool:
    """Whether the sentence goes on behind a place without a mark."""
    return parse.lower[at + 1][0].isalpha()


def _label(parse: Parse, kept: Sequence[int]) -> int:
    """How many tokens the date takes that heads an entry of a chronology: "Jan. 15: The engineer resigns"."""
    end = next((k for k, timed in enumerate(parse.timed) if not timed), 0)
    if not end or list(kept[: end + 1]) != list(range(end + 1)) or parse.lower[0] in PREPOSITIONS:
        return 0
    apart = parse.tokens[end - 1].end < parse.tokens[end].start
    alone = DASHES.isdisjoint(parse.lower[end + 1 :])
    if parse.lower[end] in CLOSED_CLASS - {"i"} and parse.tokens[end].text[0].isupper():
        # "12 June 2019 The owner resigns", its date in bold letters.
        return end
    return end + 1 if parse.lower[end] == ":" or (parse.lower[end] in DASHES and apart and alone) else 0


def _is_opened(parse: Parse, kept: Sequence[int]) -> bool:
    """Whether the last comma opened what describes a subject ("The chief, Ann Lee"), so that another closes it."""
    comma = next((k for k in reversed(kept) if parse.lower[k] == ","), None)
    if comma is None or parse.timed[comma - 1] or "and" in parse.lower[comma : kept[-1]]:
        return False
    return any(clause.subject is not None and clause.subject[1] == comma for clause in parse.clauses)


def _closes_loose_date(parse: Parse, kept: Sequence[int], comma: int) -> bool:
    """Whether a comma stands behind a date before which something is left out ("and, in 1972, founded a school")."""
    first = comma
    while first and parse.timed[first - 1]:
        first -= 1
    if parse.lower[comma] != "," or first == comma or first not in kept:
        return False
    at = kept.index(first)
    return at > 0 and kept[at - 1] != first - 1


def _is_edge(parse: Parse, at: int, joining: Collection[str], marks: str) -> bool:
    word = parse.lower[at]
    if word == "so" and at and parse.lower[at - 1] in ("do", "did", "done", "doing"):
        return False
    return word in joining or (word in EDGES and word not in marks)


def _is_that_noun(parse: Parse, kept: Sequence[int]) -> bool:
    """Whether the first word is no conjunction: "that year", "when" within a date."""
    return parse.timed[kept[0]] and parse.lower[kept[0]] in ("that", "since", "as")


def _is_whole(parse: Parse, kept: Sequence[int]) -> bool:
    """Whether the last word belongs to what stands before it: "five years after that", "Inc.", "if we have to"."""
    if parse.lower[kept[-1]] == "to" and len(kept) > 1 and parse.lower[kept[-2]] in ENDS_WITH_TO:
        return kept[-1] + 1 == len(parse.lower) or parse.lower[kept[-1] + 1] in EDGES
    return (parse.timed[kept[-1]] and parse.lower[kept[-1]] == "that") or _closes_short_form(parse, kept)


def _closes_short_form(parse: Parse, kept: Sequence[int]) -> bool:
    """Whether the last full stop belongs to a short form: "Inc.", "U.S."."""
    if parse.lower[kept[-1]] != "." or len(kept) < 2:
        return False
    word, before = parse.tokens[kept[-2]], parse.lower[kept[-2] - 1] if kept[-2] else ""
    if before.isdigit():
        return False
    return word.lower in SHORT_FORMS or (before == "." and len(word.text) == 1 and word.text.isalpha())


def _balanced(parse: Parse, kept: Sequence[int]) -> list[int]:
    """Without the quotation marks and brackets whose partner is left out."""
    if MARKS.isdisjoint(parse.lower):
        return list(kept)
    inside = set(kept)
    lost = {k for pair in _pairs(parse) for k in pair if len(pair) < 2 or not inside.issuperset(pair)}
    return [k for k in kept if k not in lost]


def _pairs(parse: Parse) -> Iterator[tuple[int, ...]]:
    """The marks of a sentence that open and close something together; alone where one has no partner."""
    opened: dict[str, list[int]] = {}
    for k, mark in enumerate(parse.lower):
        if mark not in CLOSERS and mark not in CLOSERS.values():
            continue
        waiting = opened.setdefault(CLOSERS.get(mark, mark), [])
        if mark in CLOSERS and (waiting or mark != '"'):
            yield (waiting.pop(), k) if waiting else (k,)
        else:
            waiting.append(k)
    for waiting in opened.values():
        yield from ((k,) for k in waiting)
