"""The subject that stands beside an event's verb: put in front, shared, or behind participles that open a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.events.clauses import Clause, Kind, Parse
from dateline.events.nouns import Span
from dateline.events.persons import KIN
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_group import VerbGroup
from dateline.timex.english.verb_words import table

GOING = table("sailed fled travelled traveled retired emigrated")


def prefix(parse: Parse, clause: Clause) -> Iterable[int]:
    """The subject that is put in front: what a relative clause describes, or what an earlier verb has for a subject."""
    if clause.kind is Kind.RELATIVE and clause.noun is not None:
        if is_owner(parse, clause, clause.noun):
            return range(*clause.noun)
        drops = clause.opener is not None and clause.start > clause.opener
        start, end = clause.noun
        very = parse.lower[start : start + 2] == ["the", "very"]
        # "The chief, Ann Lee, who left": the comma that closes what describes the noun.
        end += "," in parse.lower[start:end] and parse.lower[end] == ","
        kept = range(start, end if drops else clause.start)
        return [k for k in kept if not (very and k == start + 1)]
    outer = clause.parent
    bare = clause.verb is not None and clause.verb.start == clause.start and clause.subject is None
    if clause.kind is Kind.COMPLEMENT and outer is not None and outer.kind is Kind.RELATIVE and outer.noun and bare:
        # "An inquiry which he said would be complete by June."
        return range(outer.noun[0], clause.start)
    if clause.kind is Kind.PARTICIPLE and clause.noun is not None:
        return [k for k in range(clause.noun[0], clause.start) if not _is_beside(parse.owner[k], clause)]
    if (
        clause.kind is Kind.PARTICIPLE
        and clause.parent is not None
        and clause.verb is not None
        and clause.verb.form == "gerund"
    ):
        return range(*clause.parent.subject) if clause.parent.subject is not None else ()
    if clause.kind is Kind.COORDINATED and clause.shares is not None:
        return _shared(parse, clause, clause.shares)
    return ()


def suffix(parse: Parse, clause: Clause) -> Iterable[int]:
    """The subject behind participles at a sentence's head ("Built in 1920 and moved in 1931, the mill …")."""
    subject = parse.clauses[0].subject
    if subject is None or not _is_opening(parse, clause) or parse.lower[subject[0]] in words.SUBJECT_PRONOUNS:
        return ()
    end = max(k for k, owner in enumerate(parse.owner) if owner is clause) + 1
    comma = end if parse.lower[end] == "," else subject[0] - 1
    return (comma, *range(*subject)) if parse.lower[subject[0] - 1] == "," else ()


def _is_opening(parse: Parse, clause: Clause) -> bool:
    """Whether a participle opens its sentence, or stands in a row of those that do."""
    before = {id(owner): owner for owner in parse.owner[parse.head : clause.start + 1]}
    return all(each.kind is Kind.PARTICIPLE or _is_opening_too(each) for each in before.values())


def _is_opening_too(clause: Clause) -> bool:
    return clause.kind is Kind.COORDINATED and clause.shares is not None and clause.shares.kind is Kind.PARTICIPLE


def _is_beside(other: Clause, clause: Clause) -> bool:
    """Whether another participle tells of the same noun ("built in 1901, razed in 1917")."""
    return other is not clause and other.kind is Kind.PARTICIPLE and other.noun == clause.noun


def is_owner(parse: Parse, clause: Clause, noun: Span) -> bool:
    """Whether a name can stand right before what it owns ("Ann Lee, whose family has …": "Ann Lee family has …")."""
    owned = (clause.start + 1, clause.verb.start if clause.verb is not None else clause.start)
    if parse.opener(clause) != "whose" or clause.opener != clause.start or owned[1] - owned[0] != 1:
        return False
    named = all(parse.tokens[k].text[0].isupper() for k in range(*noun))
    person = noun[1] - noun[0] > 1 and parse.lower[owned[0]] not in ("family", "shares")
    return named and not person and parse.lower[owned[0]] not in KIN


def _shared(parse: Parse, clause: Clause, first: Clause) -> list[int]:
    subject = first.noun if first.kind in (Kind.RELATIVE, Kind.PARTICIPLE) else first.subject
    kept = list(range(*subject)) if subject is not None else []
    verb, mine = first.verb, clause.verb
    alone = mine is not None and (verb is None or verb.head == "born" or goes(parse, mine, kept))
    if verb is not None and mine is not None and lacks_auxiliary(mine) and not alone:
        # "Was re-elected and appointed": the prefix is the verb's own.
        prefixed = verb.end - 3 if parse.tokens[verb.end - 2].text == "-" else verb.end - 1
        kept += [k for k in range(verb.start, prefixed) if parse.owner[k] is first]
    return kept


def goes(parse: Parse, verb: VerbGroup, subject: Sequence[int]) -> bool:
    """Whether a verb tells of a move of one's own ("was dismissed in May and sailed for Bergen")."""
    person = len(subject) == 1 and parse.lower[subject[0]] in ("he", "she", "they")
    follows = parse.lower[verb.end] if verb.end < len(parse.lower) else ""
    moved = verb.head in GOING or (person and verb.head in ("moved", "returned"))
    return moved and verb.end - verb.start == 1 and follows in ("to", "for", "from", "in", "into", "as")


def lacks_auxiliary(verb: VerbGroup) -> bool:
    """Whether a verb leaves out the auxiliary of the one before it ("was arrested and charged")."""
    return verb.end - verb.start == 1 and (verb.passive or verb.perfect or verb.modal is not None)
