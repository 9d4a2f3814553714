"""The words of an event: which tokens of the sentence tell it, and nothing of what its neighbours tell."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from dateline.events.clauses import Clause, Dated, Kind, Parse
from dateline.events.decisions import settled_words
from dateline.events.having import is_having_done, past_of_having
from dateline.events.nouns import Span
from dateline.events.sayings import said_apart
from dateline.events.subjects import goes, is_owner, lacks_auxiliary, prefix, suffix
from dateline.events.tidy import tidied
from dateline.events.together import told_together
from dateline.timex.english import verb_words as words
from dateline.timex.english.verb_forms import Form, forms
from dateline.timex.english.verb_group import is_adverb
from dateline.timex.english.verb_words import table

CLOSE_UP = (",", ";", ":", ".", "'", "’", ")", "?", "!", "%")
ENDS_QUOTE = ('"', "”")
GOVERNING = table("of in at with from to into by for between against under among amid near towards toward without than")
# A longer sentence is not told whole.
LONGEST_WHOLE = 60
# Participles of verbs that need no object: "was built in 1970, moved in 1980" may be "it moved" or "it was moved".
BOTH_WAYS = table(
    """
    moved married asked returned retired joined began begun started ended closed opened grew grown broke broken changed
    turned ran run flew flown sailed fought played worked wrote written studied taught served settled dropped sank sunk
    burned burnt won lost voted called continued developed divorced left met paid passed pulled pushed reached rose
    spread stopped taken told trained transferred travelled tried visited walked failed applied appealed fled
    """
)
# Prepositions that are left out with the noun that a clause of its own describes.
LOOSE = table("after before until despite amid following")
CONDITIONAL = ("if", "unless", "whether", "how", "what", "why", "whatever", "whoever")


def tokens_of(
    parse: Parse,
    dated: Dated,
    taken: Collection[int],
    loose: Mapping[int, Collection[int]] = MappingProxyType({}),
    apart: Collection[int] = (),
) -> list[int]:
    """The tokens that tell what `dated` dates, in order; `taken` holds the ids of clauses with dates of their own.

    `loose` holds, by the ids of clauses, the tokens of a date that the clause can be told without; `apart` those of
    what is told beside a subject, and told for itself.
    """
    if dated.noun is not None:
        return tidied(parse, _noun_tokens(parse, dated.noun, taken))
    if _is_headless(parse, dated.clause):
        left_out = {k for key, dates in loose.items() if key != id(dated.clause) for k in dates}
        return tidied(parse, [k for k in range(parse.head, len(parse.tokens)) if k not in left_out])
    first, *more = told_together(parse, dated, taken)
    kept = set(prefix(parse, first))
    start = first.start + (first.noun is not None and is_owner(parse, first, first.noun))
    kept.update([k for k in _gathered(parse, first, taken) if k >= start or parse.is_condition(parse.owner[k])])
    for clause in more:
        kept.update(_gathered(parse, clause, taken))
    if parse.depends(first) and id(first.parent) not in taken:
        kept.update(range(parse.head, first.start))
    kept.update(suffix(parse, first))
    kept.update(said_apart(parse, dated.clause, taken, loose))
    kept.difference_update(apart)
    past = past_of_having(parse, first, kept) if is_having_done(parse, first) else kept
    if (_is_unsure(parse, first) or (kept and not past)) and len(parse.tokens) <= LONGEST_WHOLE:
        return tidied(parse, range(parse.head, len(parse.tokens)))
    if dated.plan is not None:
        return tidied(parse, settled_words(dated, sorted(kept)))
    tidy = tidied(parse, _without_loose_noun(parse, first, _completed(parse, sorted(past or kept), taken)))
    return tidied(parse, range(parse.head, len(parse.tokens))) if _is_fragment(parse, first, tidy) else tidy


def _is_headless(parse: Parse, clause: Clause) -> bool:
    """Whether a clause is the subject of the sentence, and says nothing by itself ("What began in March …")."""
    return clause.kind is Kind.COMPLEMENT and clause.start <= 1 and parse.lower[clause.start] in ("what", "whatever")


def _completed(parse: Parse, kept: list[int], taken: Collection[int]) -> list[int]:
    """With the clause that a preposition at the end governs, if it was taken for a clause apart."""
    if not kept or kept[-1] + 1 >= len(parse.lower) or parse.lower[kept[-1]] not in GOVERNING:
        return kept
    behind = kept[-1] + 1
    owner = parse.owner[behind]
    if parse.lower[behind] == "," or owner.opener == behind or id(owner) in taken:
        return kept
    return kept + [k for k in range(behind, len(parse.owner)) if parse.owner[k] is owner]


def _without_loose_noun(parse: Parse, clause: Clause, kept: list[int]) -> list[int]:
    """Without a noun at the end that stood there for what is told apart ("claimed it in 2004, a claim withdrawn …")."""
    for child in parse.clauses:
        noun = child.noun
        if child.kind not in (Kind.RELATIVE, Kind.PARTICIPLE) or noun is None or not kept or kept[-1] != noun[1] - 1:
            continue
        apart = parse.lower[noun[0] - 1] in (",", "—", "–") and parse.tokens[noun[0]].text.islower()
        if apart and clause.verb is not None and clause.verb.end < noun[0]:
            return [k for k in kept if k < noun[0]]
        if parse.lower[noun[0] - 1] in LOOSE and clause.verb is not None:
            return [k for k in kept if k < noun[0] - 1]
        if parse.lower[noun[0] - 2] == "according" and clause.verb is not None:
            return [k for k in kept if k < noun[0] - 2]
    return kept


def _is_fragment(parse: Parse, clause: Clause, kept: Sequence[int]) -> bool:
    """Whether a verb without its subject, or a pronoun without its noun, opens the words; rather all is told then."""
    verb = clause.verb
    if not kept or verb is None or len(parse.tokens) > LONGEST_WHOLE or clause.kind is Kind.SAYING:
        return False
    if clause.kind is Kind.RELATIVE and clause.noun is None and kept[0] == clause.opener:
        return parse.lower[kept[0]] != "where" or parse.lower[kept[0] - 1] != ","
    if clause.kind is Kind.PARTICIPLE and clause.noun is None and verb.passive and clause.bracketed is False:
        return kept[0] == verb.start > 0
    at = next((k for k in kept if not is_adverb(parse.lower[k]) or parse.lower[k] == "there"), kept[0])
    return verb.finite and at == verb.start and verb.form != "participle"


def spans_of(text: str, parse: Parse, kept: Sequence[int]) -> list[Span]:
    """The stretches of text, as offsets, that hold the tokens `kept` and nothing else."""
    spans: list[Span] = []
    last = -2
    for k in kept:
        token = parse.tokens[k]
        if k == last + 1 and not text[spans[-1][1] : token.start].strip():
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
        last = k
    return spans


def closed(text: str, spans: Sequence[Span]) -> list[Span]:
    """The stretches of a clause, on to the bracket that closes what the last opens: "The mayor (elected in May)"."""
    *before, (start, end) = spans
    opens = text.count("(", start, end) > text.count(")", start, end)
    return [*before, (start, end + (opens and text.startswith(")", end)))]


def joined(text: str, spans: Sequence[Span]) -> str:
    """The words of `spans`, one blank between two stretches, none before a closing mark."""
    what = ""
    for start, end in spans:
        words_here = text[start:end]
        closing = words_here.startswith(CLOSE_UP) or (words_here in ENDS_QUOTE and end == spans[-1][1])
        what += words_here if not what or closing else " " + words_here
    return " ".join(what.split())


def _keeps(parse: Parse, child: Clause, taken: Collection[int]) -> bool:
    """Whether a clause inside another is told with it."""
    if id(child) in taken:
        return False
    if child.kind is Kind.COMPLEMENT:
        return True
    if child.kind in (Kind.RELATIVE, Kind.PARTICIPLE):
        # "A meeting that, they say, was called in haste": who says so stands between.
        interrupted = child.opener is not None and parse.lower[child.opener + 1] == ","
        return not child.bracketed and not interrupted
    if child.kind is Kind.SUBORDINATE:
        return parse.opener(child) in CONDITIONAL
    return False


def _gathered(parse: Parse, clause: Clause, taken: Collection[int]) -> list[int]:
    """The tokens of a clause and of those inside it that are told with it."""
    kept = [clause]
    for each in kept:
        kept.extend(child for child in each.children if _keeps(parse, child, taken))
        if each is not clause:
            kept.extend(child for child in each.children if child.kind is Kind.COORDINATED and id(child) not in taken)
    owners = {id(each) for each in kept}
    return [k for k, owner in enumerate(parse.owner) if id(owner) in owners]


def _is_unsure(parse: Parse, clause: Clause) -> bool:
    """Whether a verb behind a date may share an auxiliary or not ("was granted a delay in May and asked for another").

    So may a participle behind another ("see rates peaking in May, then falling").
    """
    verb = clause.verb
    if verb is None:
        return False
    if clause.kind is Kind.PARTICIPLE and verb.form == "gerund" and clause.parent is not None:
        gerunds = (group for group in parse.groups if group.form == "gerund" and group.start < verb.start)
        return any(parse.owner[group.start] is clause.parent for group in gerunds)
    first = clause.shares.verb if clause.shares is not None else None
    if first is None or not lacks_auxiliary(verb) or not verb.passive or verb.head not in BOTH_WAYS:
        return False
    subject = clause.shares.subject if clause.shares is not None else None
    if not forms(verb.head) & Form.PAST or goes(parse, verb, range(*subject) if subject is not None else ()):
        return False
    return first.head != "born" and (parse.timed[verb.start - 1] or any(parse.timed[first.end : verb.start]))


def _noun_tokens(parse: Parse, noun: Span, taken: Collection[int]) -> list[int]:
    """A dated noun with what "of" joins to it and a relative clause behind it."""
    start, end = noun
    if end < len(parse.lower) and parse.lower[end] == "of":
        end += 1
        while end < len(parse.lower) and end < noun[1] + 12 and not parse.timed[end]:
            if not (parse.lower[end][0].isalnum() or parse.lower[end] in ("$", "€", "£", "-", "'s", "%")):
                break
            if parse.lower[end] in words.PREPOSITIONS or any(group.start == end for group in parse.groups):
                break
            end += 1
    kept = list(range(start, end))
    relative = next(
        (c for c in parse.clauses if c.kind is Kind.RELATIVE and c.noun is not None and c.noun[1] == end), None
    )
    if relative is not None and id(relative) not in taken:
        kept += [k for k in _gathered(parse, relative, taken) if k >= end]
    return kept
