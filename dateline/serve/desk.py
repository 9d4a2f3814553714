"""The editor's view: a story or an article with what to look at in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from dateline.assembly import Assembly
from dateline.catalogue import ENGLISH
from dateline.catalogue.findings import KINDS, found_words
from dateline.characters import shown
from dateline.check import Finding, findings
from dateline.check.report import place_words
from dateline.errors import DatelineError
from dateline.marking import Mark, marked_html
from dateline.model import DatedArticle, Entry, Story
from dateline.serve.places import place_values

Values = dict[str, Any]
Span = tuple[Path, tuple[int, int]]
EDITOR = "/-/edit/"
SHOWN = 200
"""How many findings the view of a whole site shows; those of a story or an article are all shown."""


class Look(NamedTuple):
    """A dated story, and what an editor should look at in it, worst first."""

    story: Story
    findings: Sequence[Finding]


class Desk:
    """A site that has been made; a story is put together again when it is looked at, and what has not changed kept.

    Raises `DatelineError`, as its functions do, where the content needs mending since.
    """

    def __init__(self, assembly: Assembly, before: Desk | None = None) -> None:
        self.assembly, self.site = assembly, assembly.site
        self._stories: dict[str, tuple[bytes, Story]] = before._stories if before else {}  # noqa: SLF001  its own kind
        self._looks: dict[str, Look] = {}
        shown = [made for made in assembly.made.values() if made.files]
        self.as_of = date.fromordinal(max((made.newest for made in shown), default=1))
        self._sources = {assembly.made[source.name].slug: source for source in assembly.plan.sources}

    def look(self, slug: str) -> Look | None:
        """The story of a slug; `None` where there is none."""
        if slug not in self._looks:
            story = self._story(slug)
            if story is None:
                return None
            self._looks[slug] = Look(story, self._found([story]))
        return self._looks[slug]

    @cached_property
    def whole(self) -> tuple[Sequence[Story], Sequence[Finding]]:
        """Every story, and what to look at in the whole site."""
        stories = [story for slug in sorted(self._sources) if (story := self._story(slug))]
        return stories, self._found(stories)

    def _story(self, slug: str) -> Story | None:
        source = self._sources.get(slug)
        made = self.assembly.made[source.name] if source else None
        if source is None or made is None or not made.files:
            return None
        known = self._stories.get(slug)
        if known and made.key and known[0] == made.key:
            return known[1]
        told, story, _ = self.assembly.maker.dated(source)
        if told.errors:
            raise DatelineError(told.errors)
        if story is not None:
            self._stories[slug] = told.key, story
        return story

    def _found(self, stories: Sequence[Story]) -> list[Finding]:
        return findings(self.site, stories, self.assembly.warnings, self.assembly.options.content, self.as_of)


def editor_values(desk: Desk, address: str) -> Values:
    """The editor's view of the story or article at an address of the site, and of the whole site at any other."""
    slug, _, rest = address.partition("/")
    look = desk.look(slug)
    if look is None:
        return _site_values(desk)
    story = look.story
    dated = next((dated for dated in story.articles if story.lone or dated.article.slug == rest), None)
    return _story_values(desk, look) if dated is None else _article_values(desk, look, dated)


def _site_values(desk: Desk) -> Values:
    all_stories, found = desk.whole
    stories = [
        {"title": story.title, "href": _href(story), "found": found_words(len(_in_story(story, found)))}
        for story in all_stories
    ]
    return {**_frame(desk.site.title, "/", [], found[:SHOWN], len(found)), "stories": stories}


def _story_values(desk: Desk, look: Look) -> Values:
    story, found = look.story, _in_story(look.story, look.findings)
    spans: set[Span] = {(each.path, each.span) for each in found if each.span}
    told = {(each.path, each.words) for each in found if not each.span}
    articles = [{"title": dated.article.title, "href": _href(story, dated)} for dated in story.articles]
    entries = [_entry_values(story, entry, spans, told) for entry in story.timeline.entries]
    frame = _frame(story.title, f"/{quote(story.slug)}/", [(desk.site.title, EDITOR)], found, len(found))
    return {**frame, "articles": articles, "entries": entries}


def _article_values(desk: Desk, look: Look, dated: DatedArticle) -> Values:
    story, article = look.story, dated.article
    found = [each for each in look.findings if each.path == article.path]
    above = [(desk.site.title, EDITOR)] + ([] if story.lone else [(story.title, _href(story))])
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


def _in_story(story: Story, found: Sequence[Finding]) -> list[Finding]:
    paths = {dated.article.path for dated in (*story.articles, *story.lists)}
    return [each for each in found if each.path in paths]


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
