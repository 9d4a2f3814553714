"""What is said not to have happened: denied, called off, or told with "not", "never" or "no"."""

from __future__ import annotations

from dateline.events.asides import names_plan
from dateline.events.clauses import Clause, Dated, Kind, Parse
from dateline.events.nouns import Span
from dateline.events.status import FORESEEING, MODALS
from dateline.model import Polarity
from dateline.timex.english import verb_words as words
from dateline.timex.english.event_nouns import CALLED_OFF, CANCELLING
from dateline.timex.english.verb_group import VerbGroup, is_open_class
from dateline.timex.english.verb_words import table

WEEKDAYS = table("monday tuesday wednesday thursday friday saturday sunday")
NOTHING = ("no", "neither", "nobody", "none", "nothing")
# Verbs whose object is what happens: "held no talks" denies the talks.
HAPPENING = table("be hold have make reach take give find see sign conduct carry launch stage win")
# Verbs whose object does not take place, and those behind which an infinitive tells what was done.
TAKING_BACK = table("abort cancel foil postpone prevent scrap scrub shelve thwart")
# What they are about takes place on another day than was planned.
PUTTING_OFF = ("adjourn", "delay", "defer")
FORCING = table("agree compel decide force oblige have")


def polarity(parse: Parse, dated: Dated) -> Polarity:
    """NEG for what is said not to have happened: denied, called off, or told with "not", "never" or "no"."""
    clause = dated.clause
    if parse.is_condition(clause) and clause.parent is not None:
        # What depends on it is told with it.
        clause = clause.parent
    verb = clause.verb
    if verb is None:
        return "POS"
    # "The concert on Friday was cancelled" denies it; "the concert was cancelled on Friday" tells what was done.
    cancelled = _cancels(parse, verb) and dated.at[0] < verb.start and not _is_fronted(parse, clause, dated)
    if dated.noun is not None:
        put_off = verb.passive and verb.lemma in PUTTING_OFF and names_plan(parse, dated.noun, dated.at[0])
        cancelled = (cancelled or put_off) and clause.subject is not None and dated.noun[0] == clause.subject[0]
        return "NEG" if cancelled or _is_taken_back(parse, dated.noun) else "POS"
    if clause.kind in (Kind.PARTICIPLE, Kind.RELATIVE) and clause.parent is not None and clause.parent.verb is not None:
        subject = clause.parent.subject
        ahead = verb.marked_future or verb.modal == "to" or verb.lemma in FORESEEING
        cancelled = ahead and _cancels(parse, clause.parent.verb) and subject is not None and clause.noun == subject
        cancelled = cancelled or (ahead and clause.noun is not None and _is_taken_back(parse, clause.noun))
    cancelled = cancelled or _is_called_off(parse, clause, verb)
    denied = clause.kind is Kind.COMPLEMENT and clause.parent is not None and _denies(clause.parent)
    return "NEG" if verb.negated or cancelled or denied or _nothing(parse, clause, verb) else "POS"


def _is_fronted(parse: Parse, clause: Clause, dated: Dated) -> bool:
    """Whether the date stands before the subject, so that it dates the verb: "in 2015 the plan was rejected".

    It does not in "Friday night games were called off".
    """
    subject = clause.subject
    if subject is None or dated.at[1] > subject[0]:
        return False
    beside = dated.at[1] == subject[0] and list(parse.timed[dated.at[0] - 1 : dated.at[0]]) != [True]
    named = parse.lower[dated.at[0]] in WEEKDAYS and is_open_class(parse.tokens[subject[0]])
    return not (beside and named and parse.tokens[subject[0]].text.islower())


def _is_called_off(parse: Parse, clause: Clause, verb: VerbGroup) -> bool:
    """Whether a later verb takes a plan back ("was to be played on Sunday but was called off")."""
    planned = verb.modal == "to" or (verb.tense == "past" and verb.lemma in FORESEEING)
    due = verb.lemma == "be" and verb.end < len(parse.lower) and parse.lower[verb.end] in words.FUTURE_STATES
    others = (other for other in parse.clauses if other.shares is clause and other.verb is not None)
    return (planned or due) and any(other.verb is not None and _cancels(parse, other.verb) for other in others)


def _denies(clause: Clause) -> bool:
    return (
        clause.verb is not None
        and clause.verb.lemma in ("deny", "disprove", "refute", "dispute")
        and not clause.verb.negated
    )


def _cancels(parse: Parse, verb: VerbGroup) -> bool:
    """Whether the verb takes its subject back: "was called off", "has been cancelled"."""
    if not verb.passive or verb.negated or verb.modal in MODALS:
        return False
    follows = parse.lower[verb.end] if verb.end < len(parse.lower) else ""
    return verb.lemma in CANCELLING or (verb.lemma, follows) in CALLED_OFF


def _is_taken_back(parse: Parse, noun: Span) -> bool:
    """Whether the verb before a noun calls it off: "they scrapped Friday's match", "were forced to call off …"."""
    before = [group for group in parse.groups if group.end <= noun[0]]
    if not before or before[-1].passive or before[-1].negated or before[-1].modal in (*MODALS, "will"):
        return False
    verb, between = before[-1], parse.lower[before[-1].end : noun[0]]
    if verb.form == "gerund":
        # "Did not rule out cancelling it".
        return False
    if verb.form == "infinitive" and not (len(before) > 1 and before[-2].lemma in FORCING):
        return False
    particle = between[0] if between else ""
    phrasal = (verb.lemma, particle) in (("call", "off"), ("put", "off"))
    return (phrasal or verb.lemma in TAKING_BACK) and all(word in words.DETERMINERS for word in between[phrasal:])


def _nothing(parse: Parse, clause: Clause, verb: VerbGroup) -> bool:
    subject = clause.subject
    first = parse.lower[subject[0]] if subject is not None else ""
    follows = parse.lower[verb.end] if verb.end < len(parse.lower) else ""
    return first in NOTHING or (follows in ("no", "nothing", "nobody", "none") and verb.lemma in HAPPENING)
