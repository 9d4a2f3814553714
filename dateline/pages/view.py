"""A story as its pages see it: what they say of its entries, worked out once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dateline.catalogue import Catalogue
from dateline.model import DatedArticle, Entry, Heading, Interval, Story
from dateline.pages.entry import Part, certainty, entry_datetime, headline, shape, standing, trimmed
from dateline.pages.gaps import gap_words
from dateline.pages.leaves import Leaf, addresses, leaves
from dateline.pages.reports import Contradicted, Report, Reporter
from dateline.pages.threads import Named, Thread, Threads
from dateline.timeline.order import place_in_text, placed
from dateline.timeline.runs import Run, runs


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry in the words of the site.

    `date` says when it happened, `doubt` what that is worth where it is neither agreed on nor the only reading, and
    `what` is the headline in one piece. `certainty` and `standing` are the catalogue's. The addresses of the reports
    are those seen from the story's folder. `when` is where it is placed; `sources` gives by their slugs the names under
    which its articles are found.
    """

    entry: Entry
    when: Interval
    date: str
    clock: str
    datetime: str | None
    headline: list[Part]
    what: str
    shape: str
    certainty: str
    doubt: str
    standing: str
    conditions: tuple[str, ...]
    threads: tuple[Thread, ...]
    named: Named
    sources: Mapping[str, str]
    reports: tuple[Report, ...]
    contradictions: tuple[Contradicted, ...]


class Headed(NamedTuple):
    """An entry with the heading and the run in which it stands."""

    heading: Heading
    view: EntryView
    run: Run


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story in the words of the site, its entries in order.

    `where` gives by its permalink the address of each entry, seen from the story's folder, and `gaps` the silence
    before it. `leads` holds for each article, by its slug, the permalink of the entry that shows its picture. `told`
    gives for each article, by its identity, the entries that it gives.
    """

    story: Story
    catalogue: Catalogue
    reporter: Reporter
    threads: Threads
    entries: tuple[EntryView, ...]
    headed: tuple[Headed, ...]
    leaves: tuple[Leaf, ...]
    where: Mapping[str, str]
    gaps: Mapping[str, str]
    leads: Mapping[str, str]
    told: Mapping[int, tuple[EntryView, ...]]

    def of(self, dated: DatedArticle) -> tuple[EntryView, ...]:
        """The entries that an article gives, in order."""
        return self.told.get(id(dated), ())


def story_view(catalogue: Catalogue, story: Story) -> StoryView:
    """The story in the words of a catalogue."""
    entries, reporter = story.timeline.entries, Reporter(catalogue, story)
    threads = Threads()
    views = tuple(_entry_view(catalogue, reporter, threads, entry) for entry in entries)
    stretched = runs(entries)
    bound = leaves(catalogue, entries, stretched)
    return StoryView(
        story=story,
        catalogue=catalogue,
        reporter=reporter,
        threads=threads,
        entries=views,
        headed=tuple(_headed(story, views, stretched)),
        leaves=bound,
        where=addresses(bound),
        gaps=gap_words(catalogue, entries),
        leads=_leads(entries),
        told=_told(views),
    )


def told(view: StoryView, leaf: Leaf) -> list[EntryView]:
    """The entries of a page."""
    listed = {entry.id for entry in leaf.entries}
    return [each for each in view.entries if each.entry.id in listed]


def reported(view: StoryView, told: EntryView, up: str) -> tuple[tuple[Report, ...], tuple[Contradicted, ...]]:
    """The reports of an entry and what they do not agree on, seen from a page; `up` leads to the story's folder."""
    if not up:
        return told.reports, told.contradictions
    href, mentions = view.reporter.href, told.entry.mentions
    reports = tuple(
        report._replace(href=href(mention, up)) for report, mention in zip(told.reports, mentions, strict=True)
    )
    if not told.contradictions:
        return reports, ()
    contradictions = tuple(view.reporter.contradicted(each, told.entry, up) for each in told.entry.contradictions)
    return reports, contradictions


def _entry_view(catalogue: Catalogue, reporter: Reporter, threads: Threads, entry: Entry) -> EntryView:
    first, parts, known = entry.mentions[0], headline(entry), certainty(entry)
    belongs = threads.of_entry(entry)
    return EntryView(
        entry=entry,
        when=placed(entry),
        date=catalogue.published_words(first) if first.event is None else catalogue.entry_words(entry),
        clock=catalogue.clock_words(entry.clock, entry.grain),
        datetime=entry_datetime(entry),
        headline=trimmed(parts),
        what="".join(words for _, words in parts),
        shape=shape(entry, known),
        certainty=known,
        doubt=_doubt(catalogue, entry, known),
        standing=standing(entry),
        conditions=tuple(catalogue.condition_words(entry)),
        threads=belongs,
        named=threads.named(belongs),
        sources={slug: name for mention in entry.mentions for slug, name in [reporter.source(mention.dated)]},
        reports=tuple(reporter.report(mention, entry) for mention in entry.mentions),
        contradictions=tuple(reporter.contradicted(each, entry) for each in entry.contradictions),
    )


def _doubt(catalogue: Catalogue, entry: Entry, known: str) -> str:
    if known == "doubt":
        return catalogue.doubt_words(entry)
    return catalogue.words["disputed"] if known == "disputed" else ""


def _headed(story: Story, views: Iterable[EntryView], stretched: Iterable[Run]) -> Iterator[Headed]:
    headings = (heading for heading in story.timeline.headings for _ in heading.entries)
    standing = (run for run in stretched for _ in run.entries)
    return (Headed(*each) for each in zip(headings, views, standing, strict=True))


def _leads(entries: Iterable[Entry]) -> dict[str, str]:
    """For each article, by its slug, the entry that its text dates first: the news, which its picture shows."""
    leads: dict[str, tuple[int, str]] = {}
    for entry in entries:
        for mention in entry.mentions:
            slug, place = mention.dated.article.slug, (place_in_text(mention), entry.id)
            leads[slug] = min(leads.get(slug, place), place)
    return {slug: entry for slug, (_, entry) in leads.items()}


def _told(views: Iterable[EntryView]) -> dict[int, tuple[EntryView, ...]]:
    told: dict[int, dict[str, EntryView]] = {}
    for view in views:
        for mention in view.entry.mentions:
            if mention.event:
                told.setdefault(id(mention.dated), {})[view.entry.id] = view
    return {dated: tuple(views.values()) for dated, views in told.items()}
