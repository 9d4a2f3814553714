"""Rule books, pattern expansion, and the layered matcher.

A pattern is a row of elements, each a word (`ago`), a choice of words (`ago|earlier`), or a kind in braces (`{month}`),
which is captured; `?` behind an element makes it optional. A `~` before an element asks that no space stands before it.
Rules of one layer match over the tokens and over what the layers below have found; all that they find is kept beside
the tokens, so that a lower layer never hides what a higher one needs. A pattern has a fixed length and every layer is
gone through once: the cost is linear in the number of tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from operator import itemgetter
from typing import Any, TypeVar

Production = TypeVar("Production", bound=Callable[..., Any])
MOST_FROM_ONE_TOKEN = 12


@dataclass(frozen=True, slots=True)
class Rule:
    """How words become a value: `production(context, *captured)` gives it, or `None` to decline."""

    name: str
    patterns: tuple[str, ...]
    gives: tuple[str, ...]
    production: Callable[..., Any]
    examples: Mapping[str, str | None]
    never: tuple[str, ...]


@dataclass(slots=True)
class RuleBook:
    """The rules of one subject."""

    rules: list[Rule] = field(default_factory=list)

    def rule(
        self,
        *patterns: str,
        gives: str = "time",
        examples: Mapping[str, str | None] | None = None,
        never: Iterable[str] = (),
    ) -> Callable[[Production], Production]:
        """Enters the decorated production under its own name.

        `examples` maps words to the interval they mean on Wednesday 15 May 2024, as one day or `first/last`, or `None`
        where they have none; `never` lists words in which the rule must not win.
        """

        def enter(production: Production) -> Production:
            name = production.__name__.strip("_")
            kinds = tuple("{" + kind + "}" for kind in gives.split())
            self.rules.append(Rule(name, patterns, kinds, production, dict(examples or {}), tuple(never)))
            return production

        return enter


class Edge:
    """A token, or what a rule found, from token `start` up to `end`; `values` holds its value for each of its kinds."""

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


Row = tuple[tuple[Edge, str], ...]


class Trie:
    """The patterns of a layer, by their elements; `opens` are the kinds with which one can go on from here."""

    __slots__ = ("children", "ends", "opens")

    def __init__(self) -> None:
        self.children: dict[str, Trie] = {}
        self.opens: set[str] = set()
        self.ends: list[tuple[int, Rule, tuple[int, ...]]] = []

    def enter(self, order: int, rule: Rule, path: Sequence[str], captures: tuple[int, ...]) -> None:
        """Adds a row of kinds and words; `captures` gives for each capture its place in the row, or -1."""
        node = self
        for kind in path:
            node.opens.add(kind)
            node = node.children.setdefault(kind, Trie())
        node.ends.append((order, rule, captures))


def layer(*books: RuleBook) -> Trie:
    """The trie of all patterns of the books."""
    root = Trie()
    for order, rule in enumerate(rule for book in books for rule in book.rules):
        for pattern in rule.patterns:
            for path, captures in expansions(pattern):
                root.enter(order, rule, path, captures)
    return root


def expansions(pattern: str) -> list[tuple[list[str], tuple[int, ...]]]:
    """The rows of kinds and words that a pattern stands for, each with the places of its captures."""
    choices = []
    for element in pattern.split():
        optional = element.endswith("?") and element != "?"
        bare = element.removesuffix("?") if optional else element
        glued = "~" if bare.startswith("~") else ""
        options = [glued + option for option in bare.removeprefix("~").split("|")]
        choices.append([*options, ""] if optional else options)
    rows = []
    for row in product(*choices):
        path: list[str] = []
        captures: list[int] = []
        for element, kind in zip(pattern.split(), row, strict=True):
            captured = "{" in element
            if captured:
                captures.append(len(path) if kind else -1)
            if kind:
                path.append(kind)
        rows.append((path, tuple(captures)))
    return rows


def vocabulary(tries: Iterable[Trie]) -> frozenset[str]:
    """Every word that stands in a pattern."""
    found: set[str] = set()
    stack = list(tries)
    while stack:
        node = stack.pop()
        found.update(kind for kind in node.children if "{" not in kind)
        stack.extend(node.children.values())
    return frozenset(found)


def parse(tries: Iterable[Trie], lattice: list[list[Edge]]) -> list[list[Edge]]:
    """The lattice of the tokens' edges, with what each layer found from each token on added behind them."""
    kinds: list[set[str]] = [{kind for edge in edges for kind in edge.values} for edges in lattice]
    kinds.append(set())
    bearing = [start for start, edges in enumerate(lattice) if edges]
    for number, root in enumerate(tries, start=1):
        starts = [start for start in bearing if not root.opens.isdisjoint(kinds[start])]
        additions = [(start, found) for start in starts if (found := matches(root, lattice, kinds, start, number))]
        for start, found in additions:
            lattice[start].extend(found)
            kinds[start] |= {kind for edge in found for kind in edge.values}
    return lattice


def matches(
    root: Trie, lattice: Sequence[Sequence[Edge]], kinds: Sequence[set[str]], start: int, number: int
) -> list[Edge]:
    """What the patterns of a layer find from a token on, the longest first, earlier rules before later ones.

    `kinds` holds all kinds of the edges from each token on.
    """
    found: list[tuple[int, int, Edge]] = []
    for row, node in _rows(root, (), lattice, kinds, start):
        end = row[-1][0].end
        for order, rule, captures in node.ends:
            captured = tuple(None if place < 0 else row[place] for place in captures)
            found.append((-end, order, Edge(start, end, dict.fromkeys(rule.gives), rule, captured, number)))
    if len(found) > 1:
        found.sort(key=itemgetter(0, 1))
    return [edge for *_, edge in found[:MOST_FROM_ONE_TOKEN]]


def _rows(
    node: Trie, path: Row, lattice: Sequence[Sequence[Edge]], kinds: Sequence[set[str]], at: int
) -> Iterator[tuple[Row, Trie]]:
    """The rows of edges that go on from a path and make up a pattern, each with the place of its patterns."""
    for edge in lattice[at]:
        for kind in edge.values:
            child = node.children.get(kind)
            if child is None:
                continue
            goes_on = not child.opens.isdisjoint(kinds[edge.end])
            if goes_on or child.ends:
                row = (*path, (edge, kind))
                if child.ends:
                    yield row, child
                if goes_on:
                    yield from _rows(child, row, lattice, kinds, edge.end)
