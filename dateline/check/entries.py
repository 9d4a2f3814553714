"""Entries that an editor should look at: contradictions, plans whose day has passed, possible duplicates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.catalogue import ENGLISH
from dateline.catalogue.findings import claims_words, why_words
from dateline.check.finding import Finding, Kind, Paste
from dateline.check.source import Source, Sources
from dateline.model import Entry, Mention, Status, Story
from dateline.timeline.duplicates import possible_duplicates
from dateline.timeline.order import place_in_text


def of_entries(story: Story, sources: Sources, as_of: date) -> Iterator[Finding]:
    """What is doubtful in a story's timeline; what an editor has looked at is settled."""
    for entry in story.timeline.entries:
        first = entry.mentions[0]
        # What was imported is the other program's word, in a file without front matter.
        if entry.kept or first.event is None or first.dated.article.imported is not None:
            continue
        claims = _claims(entry)
        if claims:
            words = [ENGLISH.difference_words(each) for each in entry.contradictions]
            yield _finding(Kind.CONTRADICTION, entry, sources, claims, "; ".join(dict.fromkeys(words)))
        elif _is_overdue(entry, as_of):
            why = why_words("overdue", as_of=ENGLISH.plain_day(as_of.toordinal()))
            yield _finding(Kind.OVERDUE, entry, sources, ENGLISH.entry_words(entry), why)
    yield from _duplicates(story, sources)


def _finding(kind: Kind, entry: Entry, sources: Sources, understood: str, why: str) -> Finding:
    """A finding that `keep` settles."""
    source = sources(entry.mentions[0].dated.article)
    paste = source.entry("events", entry.id, "keep")
    return _placed(kind, entry, source, understood, why, paste)


def _placed(kind: Kind, entry: Entry, source: Source, understood: str, why: str, paste: Paste | None) -> Finding:
    return Finding(kind, source.path, _line(entry.mentions[0], source), entry.what, understood, why, paste)


def _line(mention: Mention, source: Source) -> int:
    """The line on which an article tells of an event, or its editor adds it."""
    event = mention.event
    added = (edit.line for edit in source.article.edits if event and edit.verdict == "add" and edit.entry == event.what)
    if event and event.origin == "editor":
        return next(added, source.opening)
    return source.line(place_in_text(mention))


def _claims(entry: Entry) -> str:
    """What the reports that contradict each other say."""
    found: list[tuple[str, str]] = []
    for each in entry.contradictions:
        told = [entry.mentions[index] for index in each.mentions]
        words = [f"“{claim}”" for claim in each.claims] or [_day(mention) for mention in told]
        found += [(word, mention.dated.article.title) for word, mention in zip(words, told, strict=True)]
    return claims_words(found)


def _day(mention: Mention) -> str:
    assert mention.event is not None
    return ENGLISH.event_words(mention.event, mention.dated.article.conventions)


def _is_overdue(entry: Entry, as_of: date) -> bool:
    """Whether it was to come when it was reported, and its last day is over."""
    end, filed = entry.when.end, entry.mentions[0].dated.article.dateline.day.toordinal()
    if entry.status is not Status.PLANNED or entry.polarity == "NEG" or end is None:
        return False
    return filed < end <= as_of.toordinal()


def _duplicates(story: Story, sources: Sources) -> Iterator[Finding]:
    apart = {
        frozenset((edit.entry, edit.other))
        for dated in story.articles
        for edit in dated.article.edits
        if edit.verdict == "separate"
    }
    for one, other in possible_duplicates(story.timeline.entries):
        if frozenset((one.id, other.id)) not in apart:
            source = sources(other.mentions[0].dated.article)
            understood = "; ".join(f"{ENGLISH.entry_words(each)}: “{each.what}”" for each in (one, other))
            paste = source.entry("events", one.id, other.id, "merge")
            yield _placed(Kind.DUPLICATE, other, source, understood, why_words("duplicate"), paste)
