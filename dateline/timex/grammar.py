"""Rule books, and the patterns of a layer as one trie.

A pattern is a row of elements, each a word (`ago`), a choice of words (`ago|earlier`), or a kind in braces (`{month}`),
which is captured; `?` behind an element makes it optional. A `~` before an element asks that no space stands before it.
Rules of one layer match over the tokens and over what the layers below have found: see `lattice.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, TypeVar

Production = TypeVar("Production", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Rule:
    """How words become a value: `production(context, *captured)` gives it, or `None` to decline.

    `gives` are the kinds of the value, as an edge holds them.
    """

    name: str
    patterns: tuple[str, ...]
    gives: Mapping[str, None]
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
            kinds = dict.fromkeys("{" + kind + "}" for kind in gives.split())
            self.rules.append(Rule(name, patterns, kinds, production, dict(examples or {}), tuple(never)))
            return production

        return enter


class Trie:
    """The patterns of a layer, by their elements; `opens` are the kinds with which one can go on from here.

    The root alone has `closes`, the kinds with which its patterns end.
    """

    __slots__ = ("children", "closes", "ends", "opens")
    closes: set[str]

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
    root.closes = set()
    for order, rule in enumerate(rule for book in books for rule in book.rules):
        for pattern in rule.patterns:
            for path, captures in expansions(pattern):
                root.enter(order, rule, path, captures)
                root.closes.add(path[-1])
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
