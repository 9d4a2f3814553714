"""A story's timeline as JSON: its articles and its events, each with the reports it was put together from."""

from __future__ import annotations

from dataclasses import asdict

from dateline.formats.json import Record, clock_record, days, indented
from dateline.formats.told import ToldStory
from dateline.model import Article, Contradiction, Entry, Event, Imported, Mention, Story
from dateline.timeline.order import place_in_text


def story_json(told: ToldStory) -> bytes:
    """The story in UTF-8; an article that dates nothing stands among the articles only, since it reports no event."""
    return indented(story_record(told.story))


def story_record(story: Story) -> Record:
    """The story with its articles in the order of their datelines and its events in the order shown."""
    return {
        "story": story.slug,
        "title": story.title,
        "articles": [_article_record(dated.article) for dated in story.articles],
        "events": [
            _entry_record(entry, first)
            for entry in story.timeline.entries
            if (first := entry.mentions[0].event) is not None
        ],
    }


def _article_record(article: Article) -> Record:
    return {
        "slug": article.slug,
        "title": article.title,
        "date": article.dateline.day.isoformat(),
        "source": article.source,
        "url": article.source_url,
    }


def _entry_record(entry: Entry, first: Event) -> Record:
    """An entry; `spans`, `quote` and `expressions` are those of the article of its first mention."""
    return {
        "id": entry.id,
        "what": entry.what,
        "spans": [list(span) for span in first.spans],
        "subject": entry.subject,
        "quote": first.quote,
        "expressions": list(first.expressions),
        "when": days(entry.when),
        "begins": days(entry.begins),
        "ends": days(entry.ends),
        "clock": clock_record(entry.clock),
        "edtf": entry.edtf,
        "extent": entry.extent,
        "status": entry.status.value,
        "polarity": entry.polarity,
        "modality": entry.modality,
        "origin": first.origin,
        "imported": _imported_record(entry, first.imported) if first.imported else None,
        "tags": sorted({tag for mention in entry.mentions for tag in mention.dated.article.tags}),
        "mentions": [
            _mention_record(mention, mention.event)
            for mention in entry.mentions
            if mention.event and mention.event.imported is None
        ],
        "after": list(entry.after),
        "contradictions": [_contradiction_record(each) for each in entry.contradictions],
    }


def _imported_record(entry: Entry, imported: Imported) -> Record:
    """Where an imported event comes from, and what it brought along; an article reports none of it."""
    article = entry.mentions[0].dated.article
    return {
        "from": article.source,
        "on": article.dateline.day.isoformat(),
        "date": imported.date,
        "text": imported.text,
        "group": imported.group,
        "uid": imported.uid,
        "kind": imported.kind,
        "links": [asdict(link) for link in imported.links],
    }


def _mention_record(mention: Mention, event: Event) -> Record:
    """A report; its offsets are those of the expression that dates it in the article's plain text."""
    start = end = place_in_text(mention)
    if event.expressions:
        first = mention.dated.expressions[event.expressions[0]]
        start, end = first.start, first.end
    return {
        "article": mention.dated.article.slug,
        "start": start,
        "end": end,
        "what": event.what,
        "quote": event.quote,
        "when": days(event.when),
        "status": event.status.value,
    }


def _contradiction_record(contradiction: Contradiction) -> Record:
    return {
        "kind": contradiction.kind,
        "mentions": list(contradiction.mentions),
        "claims": list(contradiction.claims),
    }
