"""Who "they" are: the antecedent of a pronoun that opens an event's words, where it is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.events.clauses import Clause, Kind, Parse
from dateline.events.cutter import cut
from dateline.events.nouns import Span, is_plural
from dateline.events.persons import head_noun, is_role
from dateline.events.quoted import is_quoted, speaker
from dateline.timex.english.verb_words import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, TIME_NOUNS, table
from dateline.timex.english.verbs import verb_groups
from dateline.timex.tokens import Token, tokens

PERSON, PLURAL, THING, SPEAKER = "person", "plural", "thing", "speaker"
PRONOUNS = {
    "i": SPEAKER,
    "my": SPEAKER,
    "he": PERSON,
    "she": PERSON,
    "his": PERSON,
    "her": PERSON,
    "they": PLURAL,
    "their": PLURAL,
    "it": THING,
    "its": THING,
}
QUOTE = frozenset('"“”')
MASCULINE, FEMININE = ("he", "his", "him"), ("she", "her", "hers")
# Words in capitals that name no person.
INSTITUTIONS = table(
    """
    united court party bank ministry council company inc corp ltd union university house street group city state
    states republic front army movement agency committee commission association club team league church times
    post journal news service department office board institute college school hospital international national
    county province airport river sea energy airlines motors systems technologies force forces congress senate
    parliament assembly police
    """
)
TITLES = table(
    "mr mrs ms dr sir lord lady president premier minister general judge senator king queen prince princess captain"
)
MALE = table("mr sir lord king prince man boy father husband brother son nephew uncle widower spokesman businessman")
FEMALE = table("mrs ms miss lady queen princess woman girl mother wife sister daughter niece aunt widow spokeswoman")
# Words behind which a sentence is about a second person too.
OTHERS = table("him her his hers")
SPEAKERS = table(
    """
    spokesman spokeswoman spokesperson lawyer attorney solicitor barrister agent aide adviser advisor representative
    friend colleague counsel secretary deputy doctor
    """
)
RELATIVES_OF = table(
    """
    wife husband widow widower mother father son daughter brother sister girlfriend boyfriend partner fiancee niece
    nephew aunt uncle cousin grandmother grandfather
    """
)
# How far back a pronoun is followed, in characters and in sentences.
REACH, SENTENCES = 2000, 8
SENTENCE_END = re.compile(r"(?<![A-Z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<=[.!?])[\"”’')]?\s+|\n\n+")


def antecedent(text: str, parse: Parse, clause: Clause, kept: Sequence[int]) -> str | None:
    """What the pronoun that opens the tokens `kept` stands for, as the article has it; `None` unless it is sure."""
    first = kept[0]
    quoted = is_quoted(parse, kept[-1])
    first += parse.lower[first] in QUOTE and first + 1 < len(parse.lower)
    word = parse.lower[first]
    kind = PRONOUNS.get(word)
    if kind is None:
        return None
    if kind == SPEAKER:
        return _speaker(text, parse, kept)
    if quoted and kind == PLURAL:
        # Whom a speaker calls "they" the writer's sentence before need not name.
        return None
    inside = _earlier_subject(clause, first)
    if kind == THING and clause.kind is not Kind.COMPLEMENT:
        return None
    if inside is not None:
        if kind == PERSON and _names_between(parse, inside[1], first):
            return None
        here = _named(text, parse, inside, kind, word)
        if here is not None:
            return here
        if parse.lower[inside[0]] != word:
            return None
    return None if kind == THING else _from_before(text, parse.tokens[0].start, kind, word)


def _speaker(text: str, parse: Parse, kept: Sequence[int]) -> str | None:
    """Whom the sentence names as the one who says what stands in quotation marks, where the words do not."""
    who = speaker(parse) if is_quoted(parse, kept[-1]) else None
    if who is None or who[0] in kept:
        return None
    word = parse.lower[who[0]]
    if PRONOUNS.get(word) == PERSON and who[1] == who[0] + 1:
        return _from_before(text, parse.tokens[0].start, PERSON, word)
    return _named(text, parse, who, PERSON, word)


def _names_between(parse: Parse, start: int, end: int) -> bool:
    """Whether a second person is named between a subject and a pronoun ("Carl Moss will follow Anne Holm, who …")."""
    named = [parse.tokens[k].text[0].isupper() and not parse.timed[k] for k in range(start, end)]
    pairs = (k for k in range(len(named) - 1) if named[k] and named[k + 1])
    return any(INSTITUTIONS.isdisjoint(parse.lower[start + k : start + k + 3]) for k in pairs)


def _earlier_subject(clause: Clause, first: int) -> Span | None:
    """The subject of the clause that this one hangs on, or of the one before it."""
    outer = clause.parent
    while outer is not None:
        if outer.subject is not None and outer.subject[1] <= first and outer.kind is not Kind.SAYING:
            return outer.subject
        outer = outer.parent
    return None


def _named(text: str, parse: Parse, subject: Span, kind: str, word: str) -> str | None:
    """The words of a subject, where they fit the pronoun in number and person."""
    inside = parse.tokens[subject[0] : subject[1]]
    first = inside[0].lower if inside else ""
    unsure = first in PRONOUNS or first in SUBJECT_PRONOUNS or first in PREPOSITIONS or first in TIME_NOUNS
    if not inside or unsure or len(inside) > 10 or not _fits(text, inside, kind, word):
        return None
    return " ".join(text[inside[0].start : inside[-1].end].split())


def _fits(text: str, inside: Sequence[Token], kind: str, word: str) -> bool:
    last = head_noun(inside)
    plural = is_plural(last)
    joined = any(token.lower == "and" for token in inside)
    if kind == PLURAL:
        return (plural and not _is_person(text, inside)) or joined
    if joined:
        return False
    if kind == PERSON and _has_another(inside):
        return False
    if kind == PERSON:
        return (_is_person(text, inside) and _gender_fits(inside, word)) or (is_role(head_noun(inside)) and not plural)
    defined = inside[0].lower in DETERMINERS - {"these", "those", "both", "all", "many", "few", "several"}
    return not plural and defined and not _is_person(text, inside) and not is_role(head_noun(inside))


def _has_another(inside: Sequence[Token]) -> bool:
    """Whether a subject names a second person, whom a pronoun may mean ("a spokesman for the mayor", "her lawyer")."""
    owned = any(token.lower in ("'s", "’s", "his", "her") for token in inside)
    return owned or (head_noun(inside) in SPEAKERS and any(token.lower in ("for", "of", "to") for token in inside))


def _is_person(text: str, inside: Sequence[Token]) -> bool:
    """Whether a subject ends in a person's name, as far as capitals and titles tell."""
    if inside[0].lower in ("the", "a", "an") or any(token.lower in INSTITUTIONS for token in inside):
        return False
    capitals = [token for token in inside if token.text[0].isupper() and token.text[0].isalpha()]
    if not capitals or not inside[-1].text[0].isupper():
        return False
    if len(capitals) > 1:
        return True
    return re.search(rf"\b[A-Z][a-z]+ {re.escape(inside[-1].text)}\b", text[: inside[-1].start]) is not None


def _gender_fits(inside: Sequence[Token], word: str) -> bool:
    titles = {token.lower for token in inside}
    return not (titles & MALE and word in FEMININE) and not (titles & FEMALE and word in MASCULINE)


def _from_before(text: str, start: int, kind: str, word: str) -> str | None:
    """The subject of the sentence before, through sentences that go on with the same pronoun."""
    floor = max(0, start - REACH)
    ends = [match.end() for match in SENTENCE_END.finditer(text, floor, start)]
    begins = [floor if floor == 0 else ends[0] if ends else start, *ends]
    end = start
    for begin in list(reversed([each for each in begins if each < start]))[:SENTENCES]:
        sentence = tokens(text, begin, end)
        end = begin
        if not sentence or len(sentence) > 120:
            return None
        parse = cut(sentence, verb_groups(sentence), [False] * len(sentence))
        subject = parse.clauses[0].subject
        if subject is None:
            return None
        same = parse.lower[subject[0]] in _same_person(word) and subject[1] == subject[0] + 1
        if not same:
            unsure = QUOTE.intersection(parse.lower) or _has_rival(text, parse, kind, word)
            return None if unsure else _named(text, parse, subject, kind, word)
    return None


def _has_rival(text: str, parse: Parse, kind: str, word: str) -> bool:
    """Whether a sentence says of two that they did something, so that a pronoun behind it can mean either."""
    own = {form for forms in (MASCULINE, FEMININE) if word in forms for form in forms}
    if kind == PERSON and not (OTHERS - own | RELATIVES_OF).isdisjoint(parse.lower):
        return True
    told = (
        clause.subject for clause in parse.clauses[1:] if clause.kind is Kind.COMPLEMENT and clause.subject is not None
    )
    return any(_named(text, parse, subject, kind, word) is not None for subject in told)


def _same_person(word: str) -> tuple[str, ...]:
    for forms in (MASCULINE, FEMININE, ("they", "their"), ("it", "its")):
        if word in forms:
            return forms
    return ()
