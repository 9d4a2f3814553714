"""What was said, beside when it was said: told without the date that is its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from dateline.events.clauses import Clause, Dated, Kind, Parse
from dateline.model import Role, TimeExpression
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_words import table

# Words whose claim would reach further without its date: "nobody came on Friday", "only two were hurt in May".
BOUNDED = table("no not never nobody nothing none neither nor only first last all every always most")
TELLING = words.SPEECH | words.REPORTING


def loose_dates(
    parse: Parse, dated: Sequence[Dated], expressions: Sequence[TimeExpression]
) -> dict[int, Collection[int]]:
    """By the id of each clause that stays true without its dates: the tokens of those dates."""
    found: dict[int, set[int]] = {}
    fixed: set[int] = set()
    for each in dated:
        key = id(each.clause)
        start, end = each.at
        phrase = _closing_phrase(parse, each, expressions[each.expressions[0]])
        if each.noun is None and all(_is_loose(parse, each, expressions[k]) for k in each.expressions):
            found.setdefault(key, set()).update(range(start - (start > 0 and parse.timed[start - 1]), end))
        elif phrase is not None:
            found.setdefault(key, set()).update(phrase)
        else:
            fixed.add(key)
    return {key: tokens for key, tokens in found.items() if key not in fixed}


def _is_loose(parse: Parse, dated: Dated, expression: TimeExpression) -> bool:
    """Whether a date stands apart at the end of what it dates, which is no denial."""
    start, end = dated.at
    verb = dated.clause.verb
    by = expression.role in (Role.UNTIL, Role.BEFORE) and parse.lower[start - 1 : start] == ["by"]
    if verb is None or verb.negated or start < verb.end or not (expression.role is Role.AT or by):
        return False
    behind = parse.lower[end] if end < len(parse.lower) else "."
    apart = not parse.timed[end : end + 1] or not parse.timed[end]
    # "Tomorrow, and the day after": neither can go without the other.
    joint = next((k for k in range(end, len(parse.lower)) if parse.lower[k] not in (",", *words.COORDINATORS)), end)
    apart = apart and not any(parse.timed[joint : joint + 1])
    mine = (parse.lower[k] for k, owner in enumerate(parse.owner) if owner is dated.clause)
    return apart and len(dated.expressions) == 1 and behind in ENDS and not BOUNDED.intersection(mine)


def _closing_phrase(parse: Parse, dated: Dated, expression: TimeExpression) -> range | None:
    """The phrase that closes a clause with its date before a noun: "died in Monday's blast at the mill"."""
    start, end = dated.at
    verb = dated.clause.verb
    owned = end < len(parse.lower) and parse.lower[end] == "'s" and parse.lower[start - 1] in ("in", "during", "after")
    if dated.noun is not None or verb is None or verb.negated or not owned or expression.role is not Role.AT:
        return None
    last = max(k for k, owner in enumerate(parse.owner) if owner is dated.clause)
    mine = [parse.lower[k] for k in range(start, last + 1) if parse.owner[k] is dated.clause]
    whole = len(mine) == last + 1 - start and "," not in mine and not BOUNDED.intersection(mine)
    later = any(group.start > start and parse.owner[group.start] is dated.clause for group in parse.groups)
    return range(start - 1, last + 1) if whole and not later and len(dated.expressions) == 1 else None


ENDS = (".", ",", ";", "and", "but")


def said_apart(
    parse: Parse, saying: Clause, taken: Collection[int], loose: Mapping[int, Collection[int]]
) -> Iterable[int]:
    """The tokens of what `saying` says, where parts of that have dates: without those that it stays true without."""
    if saying.verb is None or saying.verb.lemma not in TELLING:
        return ()
    content = _content(parse, saying)
    dated = [clause for clause in content if id(clause) in taken]
    left_out: set[int] = set()
    if dated and all(id(clause) in loose for clause in dated):
        left_out = {k for clause in dated for k in loose[id(clause)]}
    told, apart = _told_apart(parse, saying, content, taken)
    for clause in apart:
        left_out.update(_time_before(parse, clause))
    comma = saying.start - 1 if saying.kind is Kind.SAYING else -1
    return (k for k, owner in enumerate(parse.owner) if (id(owner) in told and k not in left_out) or k == comma)


def _content(parse: Parse, saying: Clause) -> list[Clause]:
    """The clauses that tell what was said, as far as they belong to it for certain."""
    if saying.kind is Kind.SAYING:
        told = parse.clauses[0]
        if told is not saying.parent or told.verb is None:
            return []
        return [told, *(other for other in parse.clauses if other.shares is told and other.start < saying.start)]
    return [clause for clause in saying.children if clause.kind is Kind.COMPLEMENT or _is_asked(parse, saying, clause)]


def _is_asked(parse: Parse, saying: Clause, child: Clause) -> bool:
    """Whether "if" or "whether" right behind a verb opens what was asked ("did not know if we would be here")."""
    behind = saying.verb is not None and child.opener == saying.verb.end
    return behind and parse.opener(child) in ("if", "whether")


def _goes_on(saying: Clause, child: Clause) -> bool:
    """Whether a clause goes on behind who said what stands before ("…, she said on Friday, and buyers expect more")."""
    return saying.kind is Kind.SAYING and child.kind is Kind.PARALLEL and child.start > saying.start


def _told_apart(
    parse: Parse, saying: Clause, content: Sequence[Clause], taken: Collection[int]
) -> tuple[set[int], list[Clause]]:
    """The ids of the clauses that tell what was said, with all that hangs on them; and what is told elsewhere."""
    bounded = any(
        word in BOUNDED for k, word in enumerate(parse.lower) if any(parse.owner[k] is clause for clause in content)
    )
    told, apart, waiting = {id(clause) for clause in content}, list[Clause](), list(content)
    while waiting:
        for child in waiting.pop().children:
            if child.kind is Kind.SAYING or id(child) in told or _goes_on(saying, child):
                continue
            if id(child) in taken and not bounded and _is_aside(parse, child):
                apart.append(child)
            else:
                told.add(id(child))
                waiting.append(child)
    return told, apart


def _is_aside(parse: Parse, clause: Clause) -> bool:
    """Whether what a clause hangs on is as true without it: no condition, and no relative clause that says of whom."""
    if clause.kind is Kind.RELATIVE and not clause.bracketed:
        return clause.noun is not None and parse.lower[clause.noun[0]] not in ANYBODY
    return clause.kind in (Kind.RELATIVE, Kind.PARTICIPLE, Kind.SUBORDINATE) and not parse.is_condition(clause)


def _time_before(parse: Parse, clause: Clause) -> range:
    """The time that a clause left out was to tell: "in the ten years before it failed in May"."""
    end = clause.opener if clause.opener is not None else clause.start
    start = end
    while start and parse.timed[start - 1]:
        start -= 1
    return range(start, end)


ANYBODY = table("those anyone anybody everyone everybody all any someone somebody people one ones what nobody none")
