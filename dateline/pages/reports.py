"""What the pages of a story say of its reports: in which words an article tells of an event, and how it is dated."""

from __future__ import annotations

from typing import NamedTuple

from dateline.catalogue import Catalogue
from dateline.model import Article, Contradiction, DatedArticle, Entry, Event, Mention, Story, TimeExpression
from dateline.pages.editor import Correction, Edited, correction_values, edited_values, thought_steps
from dateline.pages.entry import Part, article_folder, is_whole, sentence, trimmed, with_code
from dateline.pages.imported import Values, imported_values
from dateline.slugs import slug_of


class Working(NamedTuple):
    """The steps from an expression to its interval, and the other reading where there is one."""

    text: str
    dateline: str
    steps: list[str]
    thought: list[str]
    doubt: str
    other: str


class Report(NamedTuple):
    """Where an article reports an event, in which sentence, and how its date was worked out.

    Where other articles report it too, each has its own words and its own date.
    """

    imported: Values | None
    title: str
    href: str
    dateline: str
    datetime: str
    place: str
    source: str
    id: str
    edited: Edited | None
    lang: str
    quote: list[Part]
    date: str
    details: list[str]
    workings: list[Working]


class Claim(NamedTuple):
    """What one of several articles says."""

    words: str
    title: str
    href: str


class Contradicted(NamedTuple):
    """What the articles do not agree on, and each one's claim."""

    label: str
    claims: list[Claim]


class _Filed(NamedTuple):
    """What all reports of an article say of it; `source` is what it is found by, with its slug."""

    dateline: str
    datetime: str
    folder: str
    source: tuple[str, str]
    corrections: list[Correction]


class Reporter:
    """Tells of the reports of one story; what is said of an article is worked out once."""

    def __init__(self, catalogue: Catalogue, story: Story) -> None:
        self.catalogue, self.story = catalogue, story
        self._filed = {id(dated): self._filing(dated.article) for dated in (*story.articles, *story.lists)}

    def _filing(self, article: Article) -> _Filed:
        source = article.source or article.title
        return _Filed(
            self.catalogue.date_words(article.dateline.day),
            article.dateline.day.isoformat(),
            article_folder(article, self.story),
            (slug_of(source) or "source", source),
            correction_values(self.catalogue, article),
        )

    def source(self, dated: DatedArticle) -> tuple[str, str]:
        """The slug and the name under which an article is found."""
        return self._filed[id(dated)].source

    def href(self, mention: Mention, up: str = "") -> str:
        """Where the article tells of the event; `up` leads from the page to the story's folder."""
        if mention.dated.article.imported is not None:
            return ""
        page = f"{up}index.html" if self.story.lone and up else ""
        if not self.story.lone:
            page = f"{up}{self._filed[id(mention.dated)].folder}index.html"
        event = mention.event
        return f"{page}#x{event.expressions[0]}" if event and event.expressions else page

    def report(self, mention: Mention, entry: Entry) -> Report:
        """A report of an entry, its address that seen from the story's folder."""
        catalogue, dated, event = self.catalogue, mention.dated, mention.event
        article, filed = dated.article, self._filed[id(dated)]
        gives_headline = mention is entry.mentions[0] and not entry.rewritten
        quoted = event is not None and not (gives_headline and is_whole(event))
        return Report(
            imported=imported_values(catalogue, mention, event.imported) if event and event.imported else None,
            title=article.title or article.source,
            href=self.href(mention),
            dateline=filed.dateline,
            datetime=filed.datetime,
            place=article.dateline.place,
            source=article.source,
            id=mention.id,
            edited=edited_values(catalogue, mention, entry, filed.corrections),
            lang=article.conventions.lang,
            quote=trimmed(sentence(event.quote, event.quote_start, event, dated)) if event and quoted else [],
            date=catalogue.report_words(mention) if len(entry.mentions) > 1 else "",
            details=[_words(span, article) for span in event.details] if event else [],
            workings=[self._working(dated.expressions[index], article, filed) for index in _dating(event)],
        )

    def contradicted(self, contradiction: Contradiction, entry: Entry, up: str = "") -> Contradicted:
        """What the reports of an entry do not agree on; `up` leads from the page to the story's folder."""
        catalogue = self.catalogue
        told = [entry.mentions[index] for index in contradiction.mentions]
        claims = [f"“{words}”" for words in contradiction.claims] or [
            catalogue.event_words(mention.event, mention.dated.article.conventions) for mention in told if mention.event
        ]
        return Contradicted(
            catalogue.difference_words(contradiction),
            [
                Claim(words, mention.dated.article.title, self.href(mention, up))
                for mention, words in zip(told, claims, strict=True)
            ],
        )

    def _working(self, x: TimeExpression, article: Article, filed: _Filed) -> Working:
        doubt, own = x.doubt, f"“{x.text}”"
        other = doubt.other if doubt else None
        return Working(
            text=x.text,
            dateline=filed.dateline,
            steps=[step for step in x.why if step != own],
            thought=thought_steps(x),
            doubt=doubt.reason if doubt else "",
            other=self.catalogue.interval_words(other, x.grain, article.conventions) if other else "",
        )


def _dating(event: Event | None) -> tuple[int, ...]:
    return event.expressions if event else ()


def _words(span: tuple[int, int], article: Article) -> str:
    """The words of a span of the article's text, with those of its code."""
    return "".join(words for _, words in with_code([("text", article.text[slice(*span)])], article, [span]))
