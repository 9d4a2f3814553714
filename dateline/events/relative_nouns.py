"""What a relative pronoun stands for: the noun before it that its verb can be about, by number, kind and name."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.nouns import DEFINITE, TIES, Span, Words, is_plural, noun_before, noun_start
from dateline.events.persons import is_role
from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.verb_group import VerbGroup

# Verbs whose subject is a deed.
OUTCOMES = words.table("result results outcome end start beginning cause date venue winner winners victims details")
OCCURRING = words.table("begin start end last happen occur erupt")
# What "of" hangs on persons of whom "who" tells: "families of patients who died".
OF_PERSONS = words.table(
    "families relatives parents widows names bodies photographs photos portraits graves homes lawyers"
)
LIVING = words.table("families relatives parents widows")
DYING = words.table("die drown perish disappear vanish fall go work live serve")
# "Shares in a firm, which joined the index": the firm; "which closed at 12 cents": the shares.
HOLDINGS = words.table("shares stock")
ON_A_MARKET = words.table(
    "trade close fall rise lose gain drop jump climb slip double halve hit reach soar tumble plunge peak slump be open"
)
# What no deed does, but who takes part in it.
OF_A_MIND = words.REPORTING | words.FUTURE_CONTROLLERS
SINGULAR, PLURAL = words.table("was is has"), words.table("were are have")
PLACING = ("in", "at", "near", "from", "outside")
TYING = words.PREPOSITIONS | words.COORDINATORS


def suiting(here: Words, noun: Span, verb: VerbGroup, floor: int) -> Span:
    """The noun before a relative clause that its verb can be about, where the nearest or the whole one cannot.

    "Was" wants one thing ("a meeting of ministers that was set"), "began" a deed ("a revolt in the navy that began").
    """
    if verb.lemma not in OCCURRING and _agrees(_head(here, noun), here.lower[verb.start]):
        return noun
    nouns = [noun, *_inner(here, noun), *_outer(here, noun, floor)]
    counted = [each for each in nouns if _agrees(_head(here, each), here.lower[verb.start])]
    deeds = [each for each in counted if is_event_noun(_head(here, each))] if verb.lemma in OCCURRING else []
    return next(iter(deeds or counted), noun)


def _agrees(noun: str, verb: str) -> bool:
    """Whether a noun has the number of a verb, as far as its auxiliary tells."""
    return verb not in SINGULAR | PLURAL or is_plural(noun) == (verb in PLURAL)


def _head(here: Words, noun: Span) -> str:
    """The word that a phrase is about: the last before its first preposition."""
    tie = next((k for k in range(noun[0] + 1, noun[1]) if here.lower[k] in words.PREPOSITIONS), noun[1])
    return here.lower[tie - 1]


def _inner(here: Words, noun: Span) -> Iterator[Span]:
    """The last phrase within a noun that a preposition hangs on it."""
    tie = next((k for k in range(noun[1] - 2, noun[0], -1) if here.lower[k] in words.PREPOSITIONS), None)
    if tie is not None:
        yield tie + 1, noun[1]


def _outer(here: Words, noun: Span, floor: int) -> Iterator[Span]:
    """The nouns that a noun hangs on by prepositions, from the nearest on."""
    start = noun[0]
    while start - 1 > floor and here.lower[start - 1] in TYING:
        earlier = noun_before(here, floor, start - 1)
        if earlier is None or here.timed[start - 1]:
            return
        governed = here.lower[start - 1] in words.PREPOSITIONS
        start = earlier[0]
        if governed or any(here.lower[k] in words.PREPOSITIONS for k in range(*earlier)):
            yield start, noun[1]


TRADING = words.table("buy sell own acquire lend publish employ make produce hire")


def placed_noun(here: Words, noun: Span, floor: int) -> Span:
    """The noun that stands at a place, where only the place was taken for it ("a home in Marlow that was closed")."""
    named = all(here.tokens[k].text[0].isupper() for k in range(*noun))
    if not named or noun[0] - 2 < floor or here.lower[noun[0] - 1] not in PLACING or here.timed[noun[0] - 1]:
        return noun
    outer = noun_before(here, floor, noun[0] - 1)
    return (outer[0], noun[1]) if outer is not None and here.tokens[outer[1] - 1].text.islower() else noun


def renamed(here: Words, noun: Span, floor: int, of_subject: bool) -> Span:
    """The name that a noun with "a" stands beside, where a clause tells of that noun ("Ann Lee, a doctor who left").

    `of_subject` says that the clause around waits for its verb: the nouns are its subject.
    """
    comma = noun[0] - 1
    if here.at(noun[0]) not in ("a", "an") or comma <= floor or here.at(comma) != ",":
        return noun
    outer = noun_before(here, floor, comma)
    if outer is None or here.at(outer[0] - 1) in words.COORDINATORS:
        return noun
    named = here.tokens[outer[1] - 1].text[0].isupper() or (of_subject and here.at(outer[0]) in DEFINITE)
    # "After the war, a house that was built …": what opens the sentence is another thing.
    fronted = of_subject and here.at(outer[0] - 1) in words.PREPOSITIONS
    return outer if named and not fronted else noun


def meant_by(here: Words, pronoun: str, noun: Span, verb: VerbGroup) -> Span:
    """What a relative pronoun stands for: "who" for no trial of the man, "which" for no captain of the ferry.

    Nor does "which" stand for the result of the ballot, or for a branch of Harlan National.
    """
    if pronoun == "which" and verb.lemma not in ON_A_MARKET and here.at(noun[0]) in HOLDINGS:
        # "Shares in the group, which joined the index".
        return (noun[0] + 2, noun[1]) if here.at(noun[0] + 1) in ("in", "of") and noun[0] + 2 < noun[1] else noun
    ofs = [k for k in range(noun[0] + 1, noun[1]) if here.lower[k] == "of" and not here.timed[k]]
    tie = next((k for k in range(noun[0] + 1, noun[1] - 1) if here.lower[k] in TIES and not here.timed[k]), None)
    minded = pronoun == "who" or (pronoun == "which" and verb.lemma in OF_A_MIND and not verb.passive)
    if minded and tie is not None and is_event_noun(here.lower[tie - 1]):
        # "Talks with lenders, who suspended a loan", "a sale to Dunmore, which agreed to pay".
        return tie + 1, noun[1]
    if not ofs:
        return noun
    of = ofs[0] if pronoun == "who" else ofs[-1]
    word = here.at(of - 1)
    named = here.at(noun[0]) in ("a", "an") and here.tokens[of + 1].text[0].isupper()
    if pronoun == "who" and word in OF_PERSONS:
        # "Relatives of the dead, who wept", but "families of the boys, who drowned".
        living = here.at(noun[1]) == "," and word in LIVING and verb.lemma not in DYING and not verb.passive
        return noun if living else (of + 1, noun[1])
    thing = pronoun == "which" and (named or is_role(word) or word in OUTCOMES)
    return (of + 1, noun[1]) if thing or (pronoun == "who" and is_event_noun(word)) else noun


def housed(here: Words, noun: Span, verb: VerbGroup, floor: int) -> Span:
    """Who trades: "a gallery in Basel, which had bought it" is the gallery, and not its town."""
    placed = here.at(noun[0] - 1) == "in" and all(token.text[0].isupper() for token in here.tokens[noun[0] : noun[1]])
    start = noun_start(here, floor, noun[0] - 1) if placed and verb.lemma in TRADING else noun[0]
    return (start, noun[1]) if here.at(start) in ("a", "an", "the") else noun


def undated(here: Words, noun: Span) -> Span:
    """The last noun of a phrase that has a date in it ("this year's campaign in the town")."""
    dated = max((k for k in range(*noun) if here.timed[k]), default=None)
    tie = next((k for k in range(dated or noun[1], noun[1]) if here.lower[k] in TIES and not here.timed[k]), None)
    return noun if tie is None else (tie + 1, noun[1])
