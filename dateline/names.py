"""Listed people and places, found in a text by their spellings; a name that nobody listed is never found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from dateline.model import Event, Listed

Kind = Literal["people", "places"]

LONGEST = 12
"""The words and marks a spelling may have, so that the search stays linear in the text."""

WORD = re.compile(r"\w+|[^\w\s]")
STRAIGHT = str.maketrans("’ʼ‘‐‑", "'''--")
# Words in capitals before a bare surname, or behind a name, that are no part of the name.
TITLES = frozenset(
    """
    Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady King Queen Prince Princess Emperor Pope Cardinal Archbishop
    Bishop Rev Reverend Father Sister Imam Sheikh Sheik Ayatollah Mullah Rabbi President Premier Chancellor Minister
    Secretary Senator Sen Congressman Congresswoman Representative Rep Governor Gov Mayor Councillor Councilor
    Ambassador Envoy Judge Justice Attorney Prosecutor General Gen Admiral Adm Colonel Col Major Maj Captain Capt
    Commander Lieutenant Lt Sergeant Sgt Corporal Officer Inspector Detective Sheriff Marshal Chief Director Chairman
    Chairwoman Speaker Leader Coach Commissioner Spokesman Spokeswoman
    """.split()
)
OPENERS = frozenset(
    """
    A After Against Although Among And Another As At Because Before Behind Besides Both But By Did Does Even For From
    Had Has Have How If In Inside Is Later Like Meanwhile Near Neither No Not Now Of On Once Only Or Outside Over Since
    So Still That The Then There Though Through To Today Under Unless Until Was Were What When Where Whether While Why
    Will With Within Without Yesterday Yet
    """.split()
)
CALENDAR = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
    """.split()
)
BEFORE = TITLES | OPENERS | CALENDAR
# An abbreviated first name ends in a full stop, and so does what abbreviates a part of a place's name.
CUT_SHORT = frozenset("St Ste Mt Ft".split())


class Name(NamedTuple):
    """Whom or what a spelling means, as the site names it."""

    kind: Kind
    name: str


class Found(NamedTuple):
    """A name in `text[start:end]`."""

    start: int
    end: int
    name: Name


@dataclass(slots=True)
class Names:
    """The listed spellings, word by word: those that go on from here, and the name that ends here."""

    further: dict[str, Names] = field(default_factory=dict)
    name: Name | None = None


NO_NAMES = Names()


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def spelling(written: str) -> tuple[str, ...]:
    """The words and marks of a spelling; two that give the same cannot be told apart in a text."""
    return tuple(word.text for word in _words(written, 0, len(written)))


def listing(people: Iterable[Listed], places: Iterable[Listed]) -> Names:
    """The names with all their spellings, ready for the search; where two share a spelling, the later one has it."""
    root = Names()
    kinds: tuple[tuple[Kind, Iterable[Listed]], ...] = (("people", people), ("places", places))
    for kind, listed in kinds:
        for one in listed:
            for written in (one.name, *one.spellings):
                _add(root, spelling(unicodedata.normalize("NFC", written)), Name(kind, one.name))
                _add(root, spelling(unicodedata.normalize("NFD", written)), Name(kind, one.name))
    return root


def _add(root: Names, words: Sequence[str], name: Name) -> None:
    if 0 < len(words) <= LONGEST:
        here = root
        for word in words:
            here = here.further.setdefault(word, Names())
        here.name = name


def own_names(written: Iterable[str], kind: Kind, site: Names) -> tuple[Listed, ...]:
    """The names that an article gives of itself; one that is a spelling of a name of the site stands for that name."""
    found: dict[str, tuple[str, ...]] = {}
    for name in written:
        known = _known(name, kind, site)
        found[known] = (*found.get(known, ()), name)
    return tuple(Listed(known, spellings) for known, spellings in found.items())


def _known(written: str, kind: Kind, site: Names) -> str:
    here: Names | None = site
    for word in spelling(written):
        here = here.further.get(word) if here else None
    known = here.name if here else None
    return known.name if known and known.kind == kind else written


def names_in(text: str, start: int, end: int, listings: Sequence[Names]) -> Iterator[Found]:
    """The listed names in the sentence `text[start:end]`, whole words, the longest first.

    Of two as long, that of the first listing is found; what is only a part of a longer name is not ("Clinton" in
    "Hillary Clinton").
    """
    words = _words(text, start, end)
    at = 0
    while at < len(words):
        name, last = max((_longest(words, at, names) for names in listings), key=lambda found: found[1])
        if name is None:
            at += 1
            continue
        if not _is_part(text, words, at, last):
            yield Found(words[at].start, words[last - 1].end, name)
        at = last


def _words(text: str, start: int, end: int) -> list[_Word]:
    found = WORD.finditer(text, start, end)
    return [_Word(match[0].translate(STRAIGHT), match.start(), match.end()) for match in found]


def _longest(words: Sequence[_Word], at: int, names: Names) -> tuple[Name | None, int]:
    """The name of the longest spelling that begins at a word, and the word behind it."""
    name, last, here = None, at, names
    for k in range(at, len(words)):
        further = here.further.get(words[k].text)
        if further is None:
            break
        here = further
        if here.name is not None:
            name, last = here.name, k + 1
    return name, last


def _is_part(text: str, words: Sequence[_Word], first: int, last: int) -> bool:
    """Whether the words are a part of a longer word or name."""
    end = words[last - 1].end
    if unicodedata.category(text[end : end + 1] or " ").startswith("M"):
        return True
    behind = words[last : last + 2]
    if behind and _is_capital(behind[0]) and text[end : behind[0].start].isspace():
        return behind[0].text not in CALENDAR
    if len(behind) == 2 and _joins(words[last - 1], *behind):
        return True
    return last - first == 1 and _follows_a_name(words, first)


def _follows_a_name(words: Sequence[_Word], first: int) -> bool:
    """Whether a bare word has a first name, an initial or the rest of a place's name before it."""
    if not first:
        return False
    word, before = words[first], words[first - 1]
    if before.end < word.start:
        if before.text == "." and first > 1 and before.start == words[first - 2].end:
            cut = words[first - 2].text
            return cut in CUT_SHORT or (len(cut) == 1 and cut.isupper())
        return _is_capital(before) and before.text not in BEFORE
    return first > 1 and _joins(words[first - 2], before, word)


def _joins(left: _Word, mark: _Word, right: _Word) -> bool:
    """Whether a hyphen or an apostrophe makes one name of two ("Lloyd-George", "O'Neill")."""
    close = left.end == mark.start and mark.end == right.start
    return close and mark.text in ("-", "'") and _is_capital(left) and _is_capital(right)


def _is_capital(word: _Word) -> bool:
    return word.text[0].isupper()


def with_names(text: str, events: Sequence[Event], listings: Sequence[Names]) -> list[Event]:
    """The events with the names in their words, and those in their sentence that are in no other event's words."""
    if not any(names.further for names in listings):
        return list(events)
    sentences: dict[tuple[int, int], list[Event]] = {}
    for event in events:
        sentences.setdefault((event.quote_start, event.quote_start + len(event.quote)), []).append(event)
    found = {sentence: list(names_in(text, *sentence, listings)) for sentence in sentences}
    return [
        _with_names(event, found[sentence], sentences[sentence], listings)
        for event in events
        for sentence in [(event.quote_start, event.quote_start + len(event.quote))]
    ]


def _with_names(event: Event, found: Sequence[Found], told: Sequence[Event], listings: Sequence[Names]) -> Event:
    mine = [one for one in found if _holds(event, one) or not any(_holds(other, one) for other in told)]
    subject = event.subject or ""
    meant = [one.name for one in (*mine, *names_in(subject, 0, len(subject), listings))]
    people = dict.fromkeys(name.name for name in meant if name.kind == "people")
    places = dict.fromkeys(name.name for name in meant if name.kind == "places")
    if not people and not places:
        return event
    return replace(event, people=tuple(people), places=tuple(places))


def _holds(event: Event, found: Found) -> bool:
    return any(start <= found.start and found.end <= end for start, end in event.spans)
