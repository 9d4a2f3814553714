"""What was decided, beside when it was decided: "voted on Tuesday to close the school in June"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.clauses import Clause, Dated, Parse
from dateline.events.nesting import Placed
from dateline.events.nouns import Span
from dateline.model import Day, TimeExpression
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_group import VerbGroup, is_adverb
from dateline.timex.english.verb_words import table

# Verbs whose infinitive their subject has settled to do.
DECIDING = table("vote decide agree resolve opt elect")
# What says how it was decided: "by 7 votes to 4", "at a meeting", "in principle".
HOW = ("by", "at", "in")


def decided(
    parse: Parse, clause: Clause, expression: TimeExpression, span: Span, placed: Sequence[Placed], today: Day
) -> int | None:
    """Where the infinitive begins that a date lies ahead for, behind a verb of deciding; `None` for no such date."""
    infinitive = _settled(parse, clause, span)
    when = expression.interval
    if infinitive is None or when is None:
        return None
    begin = when.start if when.start is not None else when.end
    if begin is None or begin > today:
        return infinitive
    ends = (other.interval for _, other, at in placed if at[1] <= infinitive and parse.owner[at[0]] is clause)
    return infinitive if any(own is not None and own.end is not None and own.end <= begin for own in ends) else None


def _settled(parse: Parse, clause: Clause, span: Span) -> int | None:
    """The infinitive right behind a verb of deciding and how it was decided ("voted 7-2 on Monday to …")."""
    verb, subject = clause.verb, _subject(clause)
    if verb is None or subject is None or parse.lower[subject[0]] in words.SUBJECT_PRONOUNS or not _is_decision(verb):
        return None
    groups = (group for group in parse.groups if verb.end <= group.start < span[0])
    first = next(groups, None)
    if first is None or first.form != "infinitive" or parse.owner[first.start] is not clause:
        return None
    between = [k for k in range(verb.end, first.start) if not parse.timed[k]]
    manner = between and parse.lower[between[0]] in HOW and "," not in parse.lower[verb.end : first.start]
    plain = manner or all(_is_count(parse.lower[k]) or is_adverb(parse.lower[k]) for k in between)
    return first.start if plain else None


def _is_count(word: str) -> bool:
    return word.isdigit() or word in ("-", "–", "to")


def _is_decision(verb: VerbGroup) -> bool:
    done = verb.tense == "past" or verb.perfect
    return verb.lemma in DECIDING and done and verb.modal is None and not (verb.passive or verb.negated)


def _subject(clause: Clause) -> Span | None:
    return clause.shares.subject if clause.shares is not None else clause.subject


def settled_words(dated: Dated, kept: Sequence[int]) -> list[int]:
    """The tokens of what was decided, behind its subject, as a headline says it ("The council to close the school")."""
    subject = _subject(dated.clause)
    plan = dated.plan
    return list(kept) if plan is None or subject is None else [*range(*subject), *(k for k in kept if k >= plan)]
