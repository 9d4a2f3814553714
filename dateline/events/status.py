"""How an event lies to the dateline: happened, ongoing, planned, recurring; denied; only possible."""

from __future__ import annotations

from dateline.events.asides import may_be_over, names_plan
from dateline.events.clauses import Clause, Dated, Kind, Parse
from dateline.model import Day, Extent, Interval, Role, Status, TimeExpression
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_group import VerbGroup, is_adverb
from dateline.timex.english.verb_words import table

QUOTES = frozenset('"“')
FORESEEING = ("plan", "schedule", "set", "expect", "propose", "announce", "slate")
FIXING = ("plan", "schedule", "set", "slate")
INTENDING = ("plan", "expect", "hope", "intend", "aim", "schedule", "want")
DEMANDING = table("want need require demand seek call press ask beg hope give allow have be set fix")
ASKING = words.FUTURE_CONTROLLERS | DEMANDING
MODALS = {word: word for word in ("could", "can", "may", "might", "would", "should", "must", "ought")}
MODALS |= {"'d": "would", "ca": "can", "cannot": "can"}


def status(parse: Parse, dated: Dated, expression: TimeExpression, when: Interval, today: Day) -> Status:
    """The status of what `expression` dates, seen from the dateline's day `today`; a recurrence is not looked for."""
    verb = dated.clause.verb
    if dated.plan is not None or (dated.noun is not None and names_plan(parse, dated.noun, dated.at[0])):
        return Status.PLANNED
    if when.start is not None and when.start > today:
        return Status.PLANNED
    over = when.end is not None and when.end <= today
    if dated.noun is not None and dated.lasts and when.end is None:
        return Status.HAPPENED if may_be_over(parse, dated) else Status.ONGOING
    if dated.noun is not None or verb is None:
        return Status.HAPPENED if when.start is not None or over else Status.PLANNED
    if _was_able(parse, dated.clause, verb, over):
        return Status.HAPPENED
    if not over and parse.is_condition(dated.clause):
        return Status.PLANNED
    if _is_running(expression, verb, when, today):
        return Status.ONGOING
    if _is_planned(dated, verb, over, parse):
        return Status.PLANNED
    ahead = when.end is not None and when.end > today + 1
    if ahead and expression.role is Role.UNTIL and verb.tense == "past":
        return _until_then(dated, verb)
    lies_ahead = ahead or verb.tense != "past"
    before = ahead and expression.role is Role.BEFORE and not _is_done(verb)
    if not over and lies_ahead and (expression.role is Role.UNTIL or before):
        return Status.PLANNED
    if _is_still_to_come(expression, verb, when, today):
        return Status.PLANNED
    return (
        Status.ONGOING if not over and _lasts(expression, when, verb, _tense(dated.clause), today) else Status.HAPPENED
    )


def _until_then(dated: Dated, verb: VerbGroup) -> Status:
    """The status of what the past tells to have been so until a day to come ("was extended until June")."""
    if verb.negated and verb.perfect:
        # "Had not been told until this month."
        return Status.HAPPENED
    return Status.ONGOING if dated.lasts else Status.PLANNED


def _was_able(parse: Parse, clause: Clause, verb: VerbGroup, over: bool) -> bool:
    """Whether "could" tells what was possible then ("for a month neither side could hold it")."""
    quoted = not QUOTES.isdisjoint(parse.lower[max(clause.start - 1, 0) : clause.start + 1])
    # "He said he gave up on Thursday, when he could not walk."
    when = clause.kind is Kind.SUBORDINATE and parse.opener(clause) in ("when", "because", "as")
    told = quoted or when or not _is_reported(clause)
    return over and verb.modal == "could" and not verb.perfect and told


def _is_done(verb: VerbGroup) -> bool:
    """Whether a past tense tells what was done ("by the end of the week 40 homes were lost"), and asks for nothing."""
    return verb.tense == "past" and verb.lemma not in ASKING and not verb.marked_future


def _is_running(expression: TimeExpression, verb: VerbGroup, when: Interval, today: Day) -> bool:
    """Whether a stretch told in the present holds today ("the season runs from April to June")."""
    plain = verb.tense == "present" and verb.modal is None and not verb.passive
    begun = when.start is not None and when.start <= today
    return plain and begun and expression.role is Role.FROM_TO and (when.end is None or when.end > today)


def _is_still_to_come(expression: TimeExpression, verb: VerbGroup, when: Interval, today: Day) -> bool:
    """Whether a plain present puts something on what is left of a day or more ("at 8 tonight", "later this week")."""
    plain = verb.tense == "present" and verb.modal is None and not (verb.perfect or verb.progressive)
    tonight = when == Interval(today, today + 1) and "tonight" in expression.text.lower()
    left = when.start == today and when.end is not None and when.end > today + 1 and expression.role is Role.AT
    return plain and (tonight or left)


def _is_planned(dated: Dated, verb: VerbGroup, over: bool, parse: Parse) -> bool:
    if verb.marked_future and not (over and verb.tense == "present" and not verb.passive and verb.modal is None):
        return True
    if verb.form == "participle" and verb.passive and verb.lemma in FIXING and parse.lower[verb.end] == "for":
        # "The hearing, first set for 2012, …": whether it was held is another matter.
        return True
    unfulfilled = verb.passive and verb.lemma in (*FORESEEING, *INTENDING, "suppose", "mean")
    if (verb.modal == "to" and verb.perfect) or (
        unfulfilled and parse.lower[verb.end : verb.end + 2] == ["to", "have"]
    ):
        # "Was to have been signed", "was supposed to have begun".
        return True
    if verb.lemma == "be" and verb.tense == "past":
        follows = next((word for word in parse.lower[verb.end : verb.end + 2] if not is_adverb(word)), "")
        return follows in words.FUTURE_STATES and follows not in ("about", "able", "going")
    ahead = (group for group in parse.groups if group.marked_future and verb.end <= group.start < dated.at[0])
    infinitive = next(
        (group for group in ahead if group.form == "infinitive" and parse.owner[group.start] is dated.clause), None
    )
    return infinitive is not None and (not over or verb.lemma in INTENDING)


def _lasts(expression: TimeExpression, when: Interval, verb: VerbGroup, tense: str, today: Day) -> bool:
    """Whether it is still open at the dateline."""
    if when.end is None and not verb.finite:
        return tense != "past"
    if when.end is None:
        return verb.tense == "present" or (verb.tense == "past" and not verb.perfect and expression.role is Role.SINCE)
    if expression.role is Role.FOR and verb.perfect and verb.tense == "present":
        return True
    return verb.tense == "present" and verb.progressive and when.end > today


def _tense(clause: Clause) -> str:
    """The tense a clause is told in; that of its parent where its own verb has none."""
    verb = clause.verb
    if verb is not None and not verb.finite and clause.parent is not None and clause.parent.verb is not None:
        return clause.parent.verb.tense
    return verb.tense if verb is not None else ""


def extent(dated: Dated) -> Extent:
    """Whether the event filled the interval or happened at some moment of it."""
    return "throughout" if dated.lasts and not dated.plain else "within"


def modality(parse: Parse, dated: Dated, over: bool) -> str | None:
    """The modal or condition of what is only possible; a future told in the past ("said it would") has none.

    `over` says that its time has passed.
    """
    clause = dated.clause
    verb = clause.verb
    if verb is None or dated.noun is not None:
        return None
    conditional = _condition(parse, clause) if clause.kind is not Kind.SAYING else None
    if verb.modal == "could" and _was_able(parse, clause, verb, over) and conditional is None:
        return None
    if verb.modal in ("would", "'d") and conditional is None and not verb.perfect and _is_reported(clause):
        return None
    return MODALS.get(verb.modal or "") or conditional


def _condition(parse: Parse, clause: Clause) -> str | None:
    if clause is parse.inverted() or parse.depends(clause):
        return "if"
    condition = next((other for other in (clause, *clause.children) if parse.is_condition(other)), None)
    if condition is not None:
        return parse.opener(condition)
    # "Will lapse unless passed by Friday": a condition without a verb of its own.
    if "unless" not in parse.lower:
        return None
    bare = any(word == "unless" and parse.owner[k] is clause for k, word in enumerate(parse.lower))
    return "unless" if bare else None


def _is_reported(clause: Clause) -> bool:
    outer: Clause | None = clause
    while outer is not None:
        if outer.kind is Kind.COMPLEMENT or any(child.kind is Kind.SAYING for child in outer.children):
            return True
        outer = outer.parent
    return False
