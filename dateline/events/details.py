"""What an article goes on telling of the event in its lead: sentences without a date of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from dateline.events.clauses import Clause, Kind, Parse
from dateline.events.cutter import cut
from dateline.events.nouns import Span, is_plural
from dateline.limits import LONGEST
from dateline.model import Event, Status, TimeExpression
from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.verb_words import table
from dateline.timex.english.verbs import verb_groups
from dateline.timex.tokens import sentences, tokens

# Sentences further from the lead tell something else sooner or later.
FARTHEST = 8
BLANK_LINE = "\n\n"
DEFINITE = table("the this that these those")
INDEFINITE = table(
    """
    a an another two three four five six seven eight nine ten eleven twelve several some dozens hundreds thousands
    """
)
# What "nobody" and "no one" came to beside the lead, they came to in it; the dead may be of an earlier day.
HARM = table("die kill wound injure hurt")
# Nouns for whatever happened.
INCIDENTS = table("incident accident disaster tragedy")
# Verbs whose past tense tells how things are, not what happened next.
STATES = table(
    """
    be have know own belong consist contain include want like love hate live lie stand cost mean seem appear serve work
    need believe think hope fear remain stay depend deserve exist feature involve represent measure weigh use tend
    """
)
# Words of a time that is not the lead's.
ELSEWHEN = table(
    """
    before earlier previously formerly once often usually always sometimes never still now long recent recently later
    afterwards afterward subsequently eventually since ago already yet then former previous soon
    """
)
TELLING = words.SPEECH | words.REPORTING
ENDINGS = re.compile(r"(?:sion|tion|ion|ment|ing|ery|ure|al)s?$|s$")
SHORTEST_STEM = 4
QUOTED = ('"', "“", "‘", "'", "«", "„")


def with_details(text: str, start: int, expressions: Sequence[TimeExpression], events: Sequence[Event]) -> list[Event]:
    """The events; that of the lead, which begins at `start`, with the spans of the sentences that go on telling it.

    A lead that tells several things has none, since it is not sure which of them goes on.
    """
    begin = start + len(text[start:]) - len(text[start:].lstrip())
    lead = [event for event in events if event.quote_start == begin]
    if len(lead) != 1 or not _is_told(lead[0]):
        return list(events)
    found = tuple(_details(text, lead[0], expressions))
    return [replace(event, details=found) if event is lead[0] else event for event in events]


def _is_told(event: Event) -> bool:
    return event.status is Status.HAPPENED and event.polarity == "POS" and event.modality is None


def _details(text: str, lead: Event, expressions: Sequence[TimeExpression]) -> Iterator[Span]:
    end = lead.quote_start + len(lead.quote)
    dated = min((x.start for x in expressions if x.start >= end), default=len(text))
    about = _parse(text, (lead.quote_start, end))
    following = takewhile(lambda span: span[1] <= dated, sentences(text, end))
    for first, last in islice(following, FARTHEST):
        begin = last - len(text[first:last].lstrip())
        if text.count(BLANK_LINE, end, begin) > 1:
            return
        parse = _parse(text, (begin, last))
        main = parse.clauses[0]
        if text.startswith(QUOTED, begin) or _only_says(main):
            continue
        if not (_happens(parse, main) and _goes_on(parse, main, about)):
            return
        yield begin, last


def _parse(text: str, span: Span) -> Parse:
    words_here = tokens(text, *span)[:LONGEST]
    return cut(words_here, verb_groups(words_here), [False] * len(words_here))


def _only_says(main: Clause) -> bool:
    """Whether a sentence tells what was said; "…, officials said" behind what happened is no such sentence."""
    return main.verb is not None and main.kind is not Kind.SAYING and main.verb.lemma in TELLING


def _happens(parse: Parse, main: Clause) -> bool:
    """Whether a sentence tells one thing after the other, in the simple past."""
    verb = main.verb
    if verb is None or not verb.finite or verb.tense != "past" or verb.perfect or verb.modal is not None:
        return False
    if verb.lemma in STATES and not verb.passive and not verb.progressive:
        return False
    return not ELSEWHEN.intersection(parse.lower) and "used to" not in " ".join(parse.lower)


def _goes_on(parse: Parse, main: Clause, lead: Parse) -> bool:
    """Whether the subject is, with a definite article, what the lead tells or somebody it brings in."""
    if main.subject is None:
        return False
    first, last = main.subject
    if main.verb is not None and main.verb.lemma in HARM and parse.lower[first:last] in (["nobody"], ["no", "one"]):
        return True
    if parse.lower[first] not in DEFINITE:
        return False
    inside = takewhile(lambda word: word[0].isalpha() and word not in words.PREPOSITIONS, parse.lower[first + 1 : last])
    noun = next(reversed(list(inside)), "")
    return noun in INCIDENTS or (is_event_noun(noun) and _is_in(noun, lead)) or _is_brought_in(noun, lead)


def _is_in(noun: str, lead: Parse) -> bool:
    """Whether the lead has the noun, or a verb of its stem ("attacked" for "the attack")."""
    stem = ENDINGS.sub("", noun)
    return any(word == noun or (len(stem) >= SHORTEST_STEM and word.startswith(stem)) for word in lead.lower)


def _is_brought_in(noun: str, lead: Parse) -> bool:
    """Whether the lead names somebody or something for the first time by this noun ("a lorry", "three gunmen")."""
    at = next((k for k, word in enumerate(lead.lower) if word == noun), None)
    if at is None:
        return False
    if at == 0:
        return is_plural(noun)
    before = reversed(lead.lower[max(0, at - 3) : at])
    introduced = next((word for word in before if word in DEFINITE | INDEFINITE | words.PREPOSITIONS), "")
    return lead.tokens[at].text[0].islower() and introduced in INDEFINITE
