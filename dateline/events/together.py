"""Which clauses one date dates together: what a saying says, verbs that share a subject, what happened at once."""

from __future__ import annotations

from collections.abc import Collection

from dateline.events.clauses import Clause, Dated, Kind, Parse
from dateline.model import Grain
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_forms import Form, forms
from dateline.timex.english.verb_group import VerbGroup


def told_together(parse: Parse, dated: Dated, taken: Collection[int]) -> list[Clause]:
    """The clauses that one date dates: its own, what a saying says, and verbs that share its subject."""
    clause = dated.clause
    if dated.since is not None:
        return [clause] if dated.since is clause else [clause, dated.since]
    if clause.kind is Kind.SAYING:
        content = [each for each in parse.clauses if each is not clause]
        if any(id(each) in taken for each in content):
            return [clause]
        return [each for each in parse.clauses if not (each.parent is clause and each.kind is Kind.SUBORDINATE)]
    if clause.kind is Kind.COORDINATED:
        return [*_earlier_verbs(parse, dated, taken), clause]
    shorter = _left_short(parse, clause, taken)
    if shorter is not None:
        return [shorter, clause]
    outer = clause.parent
    if (
        clause.kind is Kind.PARTICIPLE
        and clause.start == parse.head
        and dated.lasts
        and outer is not None
        and (parse.lower[dated.at[0] - 1] == "since" or not _is_present(outer))
        and id(outer) not in taken
    ):
        return [clause, outer]
    if (
        clause.kind is Kind.SUBORDINATE
        and outer is not None
        and not dated.plain
        and _at_once(parse, clause, outer, taken)
    ):
        short = _left_short(parse, outer, taken)
        return [outer, clause] if short is None else [short, outer, clause]
    if outer is not None and (parse.is_condition(clause) or _speaks(clause, outer, taken)):
        return [outer, clause]
    fronted = clause.verb is not None and dated.at[0] < clause.verb.start
    together = [clause]
    if fronted:
        together += [
            each
            for each in parse.clauses
            if each.shares is clause
            and id(each) not in taken
            and _same_time(clause, each)
            and not _says_nothing(each, taken)
        ]
    return together


def _speaks(clause: Clause, outer: Clause, taken: Collection[int]) -> bool:
    """Whether a participle says when somebody spoke ("Ann Lee, speaking on Friday, said that it would close")."""
    verb, told = clause.verb, outer.verb
    speaks = verb is not None and verb.form == "gerund" and verb.lemma in ("speak", "talk", "write", "testify", "tweet")
    return speaks and told is not None and told.lemma in words.REPORTING and id(outer) not in taken


def _at_once(parse: Parse, clause: Clause, outer: Clause, taken: Collection[int]) -> bool:
    """Whether a when-clause dates the clause before it too ("27 people died when a ferry capsized on Wednesday")."""
    when = parse.opener(clause) in ("when", "as") and not clause.bracketed
    return (
        when
        and (outer.verb is None or outer.verb.modal is None)
        and clause.start > 1
        and id(outer) not in taken
        and _same_time(clause, outer)
        and outer.kind is not Kind.SAYING
    )


def _left_short(parse: Parse, clause: Clause, taken: Collection[int]) -> Clause | None:
    """The clause whose auxiliary this one leaves out ("Six people were killed and 58 injured on Friday")."""
    verb, opener = clause.verb, clause.opener
    if clause.kind is not Kind.PARALLEL or verb is None or opener is None or parse.lower[opener] != "and":
        return None
    before = parse.owner[opener - 1]
    alike = before.verb is not None and before.verb.passive and not verb.passive and verb.end - verb.start == 1
    follows = parse.lower[verb.end] if verb.end < len(parse.lower) else ""
    plain = follows in words.PREPOSITIONS or follows == "when" or parse.timed[min(verb.end, len(parse.timed) - 1)]
    return before if alike and plain and forms(verb.head) & Form.PARTICIPLE and id(before) not in taken else None


def _same_time(one: Clause, other: Clause) -> bool:
    return one.verb is not None and other.verb is not None and one.verb.tense == other.verb.tense


def _is_alike(one: Clause, other: Clause) -> bool:
    """Whether two verbs of one subject tell of the same time: both what was done, or both what had been done."""
    if one.verb is None or other.verb is None or not _same_time(one, other):
        return False
    return one.verb.perfect == other.verb.perfect and one.verb.negated == other.verb.negated


def _is_present(clause: Clause) -> bool:
    """Whether a clause tells what is so today: what was built "between 1964 and 1971" supplies power now."""
    return clause.verb is not None and _is_so_today(clause.verb)


def _is_so_today(verb: VerbGroup) -> bool:
    return verb.tense == "present" and verb.modal is None and not (verb.perfect or verb.progressive)


def _says_nothing(clause: Clause, taken: Collection[int]) -> bool:
    """Whether a verb of saying is all that is left of a clause, as what was said is told apart."""
    said = clause.verb is not None and clause.verb.lemma in words.REPORTING
    return said and any(child.kind is Kind.COMPLEMENT and id(child) in taken for child in clause.children)


def _earlier_verbs(parse: Parse, dated: Dated, taken: Collection[int]) -> list[Clause]:
    """Verbs before "and" that a date at the end dates too ("attacked a convoy and killed five soldiers on Friday")."""
    clause = dated.clause
    first = clause.shares
    if first is None or clause.opener is None or parse.lower[clause.opener] != "and" or id(first) in taken:
        return []
    if clause.verb is None or dated.at[0] < clause.verb.start or dated.grain > Grain.DAY:
        # "Wrote nine books and hid a spy in the winter of 1943": what took years is not all of them.
        return []
    plain = first.kind in (Kind.MAIN, Kind.PARALLEL, Kind.COMPLEMENT) and _is_alike(first, clause)
    # "Owns ten ships and plans to sell two in June": what is so today has no date.
    plain = plain and not (first.verb is not None and _is_so_today(first.verb))
    # "He was her son and studied in Bonn in 1932": nor has what somebody was.
    plain = plain and not (first.verb is not None and first.verb.lemma == "be" != clause.verb.lemma)
    # "Grew up in Bonn, trained as a cook and came to Kiel in 2007": of three verbs the date is the last one's.
    plain = plain and not any(other.shares is first and other.start < clause.start for other in parse.clauses)
    # "Said that it was safe and left on Friday": when it was said is not told.
    plain = plain and all(child.kind is not Kind.COMPLEMENT for child in first.children)
    plain = plain and all(id(child) not in taken for child in first.children if child.kind is not Kind.COORDINATED)
    return [first] if plain and parse.lower[clause.opener - 1] != "," else []
