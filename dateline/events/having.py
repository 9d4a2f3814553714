"""What had been done before, told as past: "they left, having learned of it" becomes "they learned of it"."""

from __future__ import annotations

from collections.abc import Collection

from dateline.events.clauses import Clause, Kind, Parse
from dateline.events.subjects import prefix
from dateline.timex.english.verb_forms import Form, forms


def is_having_done(parse: Parse, clause: Clause) -> bool:
    """Whether a clause begins with "having" behind a comma, as what goes before says something by itself."""
    verb = clause.verb
    behind = clause.kind is Kind.PARTICIPLE and clause.bracketed and verb is not None and verb.start > parse.head
    return behind and verb is not None and parse.lower[verb.start] == "having"


def past_of_having(parse: Parse, clause: Clause, kept: Collection[int]) -> set[int]:
    """The tokens without "having", where what is left is a sentence; none where it is not ("having been told")."""
    verb, subject = clause.verb, sorted(prefix(parse, clause))
    if verb is None or not subject or verb.end - verb.start != 2 or not forms(verb.head) & Form.PAST:
        return set()
    comma = verb.start - 1
    mine = {parse.lower[k] for k in kept if k > verb.start}
    if parse.lower[comma] != "," or "since" in mine:
        # "Never having paid it", "having saved since 1990".
        return set()
    return {k for k in kept if k not in (verb.start, comma)}
