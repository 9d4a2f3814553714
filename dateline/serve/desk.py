"""The editor's view: a story or an article with what to look at in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from dateline.catalogue import ENGLISH
from dateline.catalogue.findings import KINDS, found_words
from dateline.characters import shown
from dateline.check import Finding, findings, newest
from dateline.check.report import place_words
from dateline.marking import Mark, marked_html
from dateline.model import DatedArticle, Entry, Story
from dateline.serve.places import place_values
from dateline.site import Options, read_stories

Values = dict[str, Any]
Span = tuple[Path, tuple[int, int]]
EDITOR = "/-/edit/"
SHOWN = 200
"""How many findings the view of a whole site shows; those of a story or an article are all shown."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The dated stories, and what an editor should look at in them, worst first."""

    title: str
    stories: Sequence[Story]
    findings: Sequence[Finding]


def desk_of(options: Options) -> Desk:
    """The site's stories and findings; raises `DatelineError` where the content needs mending."""
    site, warnings, stories = read_stories(options)
    found = findings(site, stories, warnings, options.content, newest(stories)) if stories else []
    return Desk(site.title, stories, found)


def editor_values(desk: Desk, address: str) -> Values:
    """The editor's view of the story or article at an address of the site, and of the whole site at any other."""
    slug, _, rest = address.partition("/")
    story = next((story for story in desk.stories if story.slug == slug), None)
    if story is None:
        return _site_values(desk)
    dated = next((dated for dated in story.articles if story.lone or dated.article.slug == rest), None)
    return _story_values(desk, story) if dated is None else _article_values(desk, story, dated)


def _site_values(desk: Desk) -> Values:
    stories = [
        {"title": story.title, "href": _href(story), "found": found_words(len(_in_story(desk, story)))}
        for story in desk.stories
    ]
    return {**_frame(desk.title, "/", [], desk.findings[:SHOWN], len(desk.findings)), "stories": stories}


def _story_values(desk: Desk, story: Story) -> Values:
    found = _in_story(desk, story)
    spans: set[Span] = {(each.path, each.span) for each in found if each.span}
    told = {(each.path, each.words) for each in found if not each.span}
    articles = [{"title": dated.article.title, "href": _href(story, dated)} for dated in story.articles]
    entries = [_entry_values(story, entry, spans, told) for entry in story.timeline.entries]
    frame = _frame(story.title, f"/{quote(story.slug)}/", [(desk.title, EDITOR)], found, len(found))
    return {**frame, "articles": articles, "entries": entries}


def _article_values(desk: Desk, story: Story, dated: DatedArticle) -> Values:
    article = dated.article
    found = [each for each in desk.findings if each.path == article.path]
    above = [(desk.title, EDITOR)] + ([] if story.lone else [(story.title, _href(story))])
    page = f"/{quote(story.slug)}/" if story.lone else f"/{quote(story.slug)}/{quote(article.slug)}/"
    return {
        **_frame(article.title, page, above, found, len(found)),
        "place_of": place_values(article.path),
        "filed": ENGLISH.date_words(article.dateline.day),
        "lang": article.conventions.lang,
        "html": _marked(dated, {each.span for each in found if each.span}),
    }


def _frame(title: str, page: str, above: Sequence[tuple[str, str]], found: Sequence[Finding], count: int) -> Values:
    return {
        "title": title,
        "page": page,
        "above": above,
        "found": found_words(count),
        "findings": [_finding_values(each) for each in found],
        "hidden": count - len(found),
        "articles": [],
        "entries": [],
        "stories": [],
        "html": "",
    }


def _in_story(desk: Desk, story: Story) -> list[Finding]:
    paths = {dated.article.path for dated in (*story.articles, *story.lists)}
    return [each for each in desk.findings if each.path in paths]


def _href(story: Story, dated: DatedArticle | None = None) -> str:
    inside = "" if story.lone or dated is None else f"{quote(dated.article.slug)}/"
    return f"{EDITOR}{quote(story.slug)}/{inside}"


def _entry_values(story: Story, entry: Entry, spans: Collection[Span], told: Collection[tuple[Path, str]]) -> Values:
    """An entry; it is doubtful where a date of one of its reports is, or what is told of the entry itself."""
    doubtful = any(
        (mention.dated.article.path, entry.what) in told
        or any(
            (mention.dated.article.path, (x.start, x.end)) in spans
            for x in map(mention.dated.expressions.__getitem__, mention.event.expressions if mention.event else ())
        )
        for mention in entry.mentions
    )
    first = entry.mentions[0].dated
    return {
        "when": ENGLISH.entry_words(entry),
        "what": entry.what,
        "doubtful": doubtful,
        "href": _href(story, first if first in story.articles else None),
    }


def _finding_values(finding: Finding) -> Values:
    paste = finding.paste
    return {
        "kind": KINDS[finding.kind.value],
        "words": shown(" ".join(finding.words.split())),
        "understood": shown(finding.understood),
        "why": shown(finding.why),
        "place": place_values(finding.path, finding.line),
        "paste": {"where": shown(place_words(paste)), "text": paste.text, "place": place_values(paste.path, paste.line)}
        if paste
        else None,
    }


def _marked(dated: DatedArticle, doubtful: Collection[tuple[int, int]]) -> Markup:
    """The article's HTML with its time expressions marked, each with what was understood, the doubtful ones as such."""
    marks: list[Mark] = []
    for x in dated.expressions:
        kind = ' class="doubtful"' if (x.start, x.end) in doubtful else ""
        title = escape(ENGLISH.expression_words(x, dated.article.conventions))
        marks.append((x.start, x.end, f'<mark{kind} title="{title}">', "</mark>"))
    return Markup(marked_html(dated.article, marks))  # noqa: S704  sanitised by markup
