"""Who "I" is: the speaker whom the sentence of a quotation, or the one before, names."""

from __future__ import annotations

from dateline.events.clauses import Clause, Parse
from dateline.events.dated_nouns import is_verb
from dateline.events.nouns import Span
from dateline.timex.english.verb_group import is_open_class
from dateline.timex.english.verb_words import DETERMINERS, SPEECH

OPENING, CLOSING, EITHER = "“", "”", '"'


def is_quoted(parse: Parse, at: int) -> bool:
    """Whether the token at a place stands inside a quotation that began in its sentence."""
    before = parse.lower[:at]
    return before.count(OPENING) > before.count(CLOSING) or before.count(EITHER) % 2 == 1


def speaker(parse: Parse) -> Span | None:
    """The subject of the verb of saying beside a quotation, where a sentence has one such verb and names who speaks."""
    said = [clause for clause in parse.clauses if clause.verb is not None and clause.verb.lemma in SPEECH]
    said = [clause for clause in said if clause.verb is not None and not is_quoted(parse, clause.verb.start)]
    return _subject(parse, said[0]) if len(said) == 1 else None


def _subject(parse: Parse, clause: Clause) -> Span | None:
    """The subject of a verb of saying, before it or behind it ("said Ed Vance, a farmer")."""
    verb, subject = clause.verb, clause.subject
    if subject is not None and not is_quoted(parse, subject[0]):
        return subject
    if verb is None or verb.passive:
        return None
    end = verb.end
    while end < len(parse.tokens) and _names(parse, end):
        end += 1
    return (verb.end, end) if verb.end < end else None


def _names(parse: Parse, at: int) -> bool:
    """Whether a name or a noun with its article goes on at a place."""
    token = parse.tokens[at]
    return not parse.timed[at] and (is_open_class(token) or token.lower in DETERMINERS) and not is_verb(parse, at)
