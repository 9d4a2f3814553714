"""Who speaks: where a speaker begins behind what was said, and what was said behind a speaker."""

from __future__ import annotations

from dateline.events.nouns import QUOTES, Words, comma_before, in_noun, is_noun
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_group import VerbGroup, is_open_class


def _is_inverted(here: Words, verb: VerbGroup) -> bool:
    """Whether the speaker stands behind a verb of saying ("…, said the mayor")."""
    return verb.lemma != "tell" and verb.end < len(here.tokens) and not here.timed[verb.end] and in_noun(here, verb.end)


def described_speaker(here: Words, floor: int, comma: int, verb: VerbGroup) -> int:
    """The comma before a speaker whom `comma` describes ("…, Dan Ruiz, the fire chief, said"), or `comma`."""
    opens = comma_before(here, floor, comma)
    backwards = range(opens - 1, floor - 1, -1) if opens is not None else ()
    begins = next((k for k in backwards if here.lower[k] == "," or here.lower[k] in QUOTES), None)
    if opens is None or begins is None or here.timed[begins + 1] or _is_inverted(here, verb):
        return comma
    named = here.tokens[begins + 1].text[0].isupper() or here.at(begins + 1) in words.DETERMINERS
    described = here.at(opens + 1) in words.DETERMINERS and not any(here.verbal[opens:comma])
    described = described or is_noun(here, opens + 1, comma)
    if not (named and described and is_noun(here, begins + 1, opens)):
        return comma
    return speaker(here, floor, begins)


def speaker(here: Words, floor: int, comma: int) -> int:
    """The comma before a speaker, who may have a description in front ("the army's chief, General X, said")."""
    earlier = next((k for k in range(comma - 1, floor, -1) if here.lower[k] == ","), None)
    named = here.tokens[comma + 1].text[0].isupper() and here.at(comma + 1) not in words.DETERMINERS
    if earlier is None or not named:
        return comma
    described = here.at(earlier + 1) in ("the", "a", "an") and not here.timed[earlier + 1]
    return earlier if described else comma


def behind_hearer(here: Words, verb: VerbGroup) -> int:
    """Where what was said begins: behind a date or a place, and for "told" behind who was told."""
    k, end = verb.end, len(here.tokens)
    if verb.lemma == "tell":
        k += here.at(k) in words.DETERMINERS
        hearer = k
        while k < end and is_open_class(here.tokens[k]) and k < hearer + 2:
            k += 1
        k += k == hearer and here.at(k) in ("her", "it")
    # "They promised us in May there would be no strike."
    k += k == verb.end and here.at(k) in ("him", "them", "me", "us")
    while k < end and k < verb.end + 12 and (here.timed[k] or here.at(k) in ("in", "at", "on")):
        place = not here.timed[k]
        k += 1
        while (
            place
            and k < end
            and not here.timed[k]
            and is_open_class(here.tokens[k])
            and here.tokens[k].text[0].isupper()
        ):
            k += 1
    return k
