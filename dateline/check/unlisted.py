"""Names that texts hold again and again and that nobody has listed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.catalogue.findings import why_words
from dateline.check.finding import Finding, Kind, Paste
from dateline.check.source import Source
from dateline.config import FILE, Site
from dateline.names import BEFORE, CALENDAR, OPENERS, TITLES, spelling

OFTEN = 3
"""How often a name has to stand in the articles of a site."""

CAPITAL = r"[^\W\d_a-z][\w’'-]*"
PARTICLE = r"(?:al|bin|da|de|del|den|der|di|du|la|le|of|van|von)"
NAME = re.compile(rf"{CAPITAL}(?:[ \n](?:{PARTICLE}[ \n])?{CAPITAL}){{0,3}}")
PLACING = frozenset("in near at from to of around outside inside across through towards toward into".split())
WORD = re.compile(r"[^ \n]+")
OWNS = re.compile(r"['’]s?$")
SAINTS = ("St", "Saint")
WORD_BEFORE = re.compile(r"([\w’']+)[ \n]$")
TABLE = re.compile(r"\s*\[\s*(?P<name>people|places)\s*\]")


@dataclass(slots=True)
class _Seen:
    """Where a name stands: how often, how often behind a word such as "in", and first."""

    first: tuple[Source, int]
    count: int = 0
    placed: int = 0
    inside: int = 0


def of_names(sources: Sequence[Source], site: Site, content: Path) -> Iterator[Finding]:
    """The names that stand often and are not listed, each with the line of `site.toml` that lists it."""
    known = {spelling(name) for one in (*site.people, *site.places) for name in (one.name, *one.spellings)}
    known |= {spelling(name) for name in site.unlisted}
    known |= {spelling(name) for each in sources for name in (*each.article.people, *each.article.places)}
    parts = {word for words in known for word in words}
    seen: dict[str, _Seen] = {}
    for source in sources:
        _gather(source, seen)
    parts |= {word for name, each in seen.items() if " " in name and each.count >= OFTEN for word in name.split()}
    for name, each in seen.items():
        single = " " not in name
        if each.count < OFTEN or spelling(name) in known or (single and (name in parts or not _is_place(each))):
            continue
        source, offset = each.first
        kind = "places" if _is_place(each) else "people"
        why = why_words("name", count=each.count)
        yield Finding(Kind.NAME, source.path, source.line(offset), name, kind, why, _listing(content, kind, name))


def _is_place(seen: _Seen) -> bool:
    return 2 * seen.placed > seen.count and seen.inside > 0


def _gather(source: Source, seen: dict[str, _Seen]) -> None:
    text = source.article.text
    for match in NAME.finditer(text, source.article.lede):
        for row in _names(list(WORD.finditer(text, *match.span()))):
            words = [*(word[0] for word in row[:-1]), OWNS.sub("", row[-1][0])]
            if any(word in CALENDAR or word in OPENERS or word in TITLES for word in words):
                continue
            if len(words) == 1 and (len(words[0]) < 4 or words[0].isupper()):
                continue
            start = row[0].start()
            before = WORD_BEFORE.search(text, max(0, start - 20), start)
            each = seen.setdefault(" ".join(words), _Seen((source, start)))
            each.count += 1
            each.inside += before is not None
            each.placed += before is not None and before[1].lower() in PLACING


def _names(row: Sequence[re.Match[str]]) -> Iterator[Sequence[re.Match[str]]]:
    """The names in a row of capitalised words, without titles; an owner ends one, unless it is a saint."""
    begins = 0
    for at, word in enumerate(row, 1):
        if word[0] in BEFORE or word[0].rstrip(".") in TITLES:
            begins = at if begins == at - 1 else begins
        elif at == len(row) or (OWNS.search(word[0]) and row[begins][0].rstrip(".") not in SAINTS):
            yield row[begins:at]
            begins = at


def _listing(content: Path, kind: str, name: str) -> Paste:
    """The line of `site.toml`: below the head of its table, or at the top, where no table is open yet."""
    path = content / FILE
    lines = path.read_text("utf-8-sig").split("\n") if path.exists() else []
    heads = (number for number, line in enumerate(lines, 1) if (table := TABLE.match(line)) and table["name"] == kind)
    head = next(heads, None)
    line = f"{json.dumps(name, ensure_ascii=False)} = []"
    return Paste(path, head + 1, line) if head else Paste(path, 1, f"{kind}.{line}")
