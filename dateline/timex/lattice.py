"""The layered matcher: from words that bear on time to what the rules of a grammar match over them.

All that a layer finds is kept beside the words, so that a lower layer never hides what a higher one needs. A pattern
has a fixed length and every layer is gone through once: the cost is linear in the number of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from dateline.timex.grammar import Rule, Trie

TIME = "{time}"
MOST_FROM_ONE_TOKEN = 12
# News says "last week" and "on Monday" again and again: a short row of words is matched once.
ROWS_KEPT, LONGEST_KEPT = 10_000, 8


class Bearing:
    """What a word can be in a pattern: its value for each of its kinds; `core` tells that it speaks of time.

    Equal words share one, which is the same only as itself.
    """

    __slots__ = ("core", "values")

    def __init__(self, values: Mapping[str, Any], core: bool) -> None:
        self.values = values
        self.core = core


class Edge:
    """A word, or what a rule found, from word `start` up to `end` of an unbroken row; its value for each of its kinds.

    `captured` are the edges that the rule has captured, each with the kind in which it did.
    """

    __slots__ = ("captured", "end", "layer", "rule", "start", "values")

    def __init__(
        self,
        start: int,
        end: int,
        values: Mapping[str, Any],
        rule: Rule | None = None,
        captured: tuple[tuple[Edge, str] | None, ...] = (),
        layer: int = 0,
    ) -> None:
        self.start = start
        self.end = end
        self.values = values
        self.rule = rule
        self.captured = captured
        self.layer = layer


Path = tuple[tuple[Edge, str], ...]
Candidates = tuple[int, list[Edge]]
"""The token on which matches of time begin, and these, the one to be preferred first."""


class Grammar:
    """The layers of a language, and for each kind, as bits of a number, the layers that have a pattern beginning so.

    `_openers` and `_ends` are the kinds with which patterns begin and end.
    """

    def __init__(self, layers: Iterable[Trie]) -> None:
        self._layers = tuple((1 << number, number, root) for number, root in enumerate(layers, start=1))
        self._ends = frozenset().union(*(root.closes for _, _, root in self._layers))
        self._begins: dict[str, int] = {}
        for bit, _, root in self._layers:
            for kind in root.children:
                self._begins[kind] = self._begins.get(kind, 0) | bit
        self._openers = frozenset(self._begins)
        self._kept = lru_cache(ROWS_KEPT)(self._matched)

    def candidates(self, words: Sequence[Bearing | None]) -> Iterator[Candidates]:
        """What may be a time expression, by the token on which it begins; `None` is a word that bears on nothing."""
        for place, row in self._rows(words):
            found = self._kept(row) if len(row) <= LONGEST_KEPT else self._matched(row)
            for at, edges in found:
                yield place + at, edges

    def _rows(self, words: Sequence[Bearing | None]) -> Iterator[tuple[int, tuple[Bearing, ...]]]:
        """The words that bear on time one behind the other, each row with the place of its first.

        A row begins with a word that can begin a pattern and ends with one that can end one: most words do neither.
        """
        begins, ends = self._openers, self._ends
        row: list[Bearing] = []
        for at, word in enumerate((*words, None)):
            if word is not None:
                if row or not begins.isdisjoint(word.values):
                    row.append(word)
            elif row:
                first = at - len(row)
                while row and ends.isdisjoint(row[-1].values):
                    row.pop()
                if row:
                    yield first, tuple(row)
                    row = []

    def _matched(self, row: tuple[Bearing, ...]) -> list[Candidates]:
        """The matches of time over an unbroken row of words."""
        lattice = Lattice(row)
        begun = [self._begun(kinds) for kinds in lattice.kinds]
        for bit, number, root in self._layers:
            starts = [start for start, bits in enumerate(begun) if bits & bit]
            additions = [(start, found) for start in starts if (found := matches(root, lattice, start, number))]
            for start, found in additions:
                lattice.add(start, found)
                for edge in found:
                    begun[start] |= self._begun(edge.values)
        return list(lattice.times())

    def _begun(self, kinds: Iterable[str]) -> int:
        """The bits of the layers of which a pattern begins with one of the kinds."""
        bits = 0
        for kind in kinds:
            bits |= self._begins.get(kind, 0)
        return bits


class Lattice:
    """The edges of a row of words by the word on which they begin, and the kinds of what begins there.

    Behind the last word stands an empty row, where no edge begins.
    """

    __slots__ = ("edges", "kinds")

    def __init__(self, row: Sequence[Bearing]) -> None:
        self.edges = [[Edge(at, at + 1, word.values)] for at, word in enumerate(row)]
        self.kinds = [set(word.values) for word in row]
        self.edges.append([])
        self.kinds.append(set())

    def add(self, start: int, found: Iterable[Edge]) -> None:
        """Puts what was found from a word on behind what stands there."""
        self.edges[start].extend(found)
        self.kinds[start].update(*[edge.values for edge in found])

    def times(self) -> Iterator[Candidates]:
        """The edges of time, the longest first; of equal length the one of the higher layer, which has seen more."""
        for at, kinds in enumerate(self.kinds):
            if TIME in kinds:
                yield at, sorted((edge for edge in self.edges[at] if TIME in edge.values), key=preference)


def preference(edge: Edge) -> tuple[int, int]:
    """The longest first; of equal length the one of the higher layer, which has seen more."""
    return -edge.end, -edge.layer


def matches(root: Trie, lattice: Lattice, start: int, number: int) -> list[Edge]:
    """What the patterns of a layer find from a word on, the longest first, earlier rules before later ones."""
    paths: list[tuple[Path, Trie]] = []
    _follow(root, (), start, lattice, paths)
    found: list[tuple[int, int, Edge]] = []
    for path, node in paths:
        end = path[-1][0].end
        for order, rule, captures in node.ends:
            captured = tuple([None if place < 0 else path[place] for place in captures])
            found.append((-end, order, Edge(start, end, rule.gives, rule, captured, number)))
    if len(found) > 1:
        found.sort(key=itemgetter(0, 1))
    return [edge for _, _, edge in found[:MOST_FROM_ONE_TOKEN]]


def _follow(node: Trie, path: Path, at: int, lattice: Lattice, found: list[tuple[Path, Trie]]) -> None:
    """Adds to `found` the rows of edges that go on from a path and make up a pattern, each with its patterns."""
    children, kinds = node.children, lattice.kinds
    for edge in lattice.edges[at]:
        for kind in edge.values:
            child = children.get(kind)
            if child is None:
                continue
            goes_on = not child.opens.isdisjoint(kinds[edge.end])
            if goes_on or child.ends:
                further = (*path, (edge, kind))
                if child.ends:
                    found.append((further, child))
                if goes_on:
                    _follow(child, further, edge.end, lattice, found)
