"""Articles and lists of events as files of content; what is there is never overwritten."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dateline.characters import cleaned
from dateline.errors import CommandError, DatelineError, Problem
from dateline.eventlists import event_list_text, is_too_long
from dateline.importing.found import Filed, Found, FoundArticle
from dateline.keys import LANGUAGE
from dateline.model import Article, DatedArticle, Dateline, Imported
from dateline.planning import EVENTS
from dateline.settings import LIMIT
from dateline.slugs import slug_fault, slug_of, thread_fault

LONGEST_SLUG = 60


class Draft(NamedTuple):
    """A file of content that is to be written; `told` is the headline, or what the list holds."""

    path: Path
    text: str
    told: str


def story_folder(content: Path, name: str) -> Path:
    """The folder of a story by its name; raises `CommandError` where it can be none."""
    slug = slug_of(name)
    if fault := slug_fault(slug):
        remedy = "Choose another, in letters, digits and hyphens: --story harbour."
        raise CommandError([Problem(None, f"--story: “{name[:60]}” {fault}", remedy)])
    is_there = Path(name).name == name and (content / name).is_dir()
    return content / (name if is_there else slug)


def article_drafts(path: Path, found: Found, folder: Path, day: date | None) -> Iterator[Draft | Problem]:
    """The articles of a file as files of the story; a `Problem` for each without a text or, where `day` is none, a day.

    One that the file holds twice is written once.
    """
    names = _Names(folder)
    seen = set[tuple[str, Filed, str]]()
    for article in found.articles:
        # A day for all the articles of a feed is for those that name none.
        filed = article.filed if day is None or (len(found.articles) > 1 and article.filed) else Filed(day)
        if filed is None or not article.body:
            yield _lack(path, article)
        elif (article.title, filed, article.body) in seen:
            found.losses["an article that the file holds twice"] += 1
        elif len((text := article_text(article, filed)).encode()) > LIMIT:
            message = f"“{article.title[:60]}” is over 1 MB, too much for an article"
            yield Problem(path, message, "Split it.", article.line)
        else:
            seen.add((article.title, filed, article.body))
            found.losses["a language that is no code"] += bool(article.lang) and not LANGUAGE.fullmatch(article.lang)
            found.losses["a tag that has no letter or is too long"] += sum(map(bool, map(thread_fault, article.tags)))
            yield Draft(folder / names.free(headline_slug(article.title), filed.day), text, article.title)


def _lack(path: Path, article: FoundArticle) -> Problem:
    """What an article has not that it needs."""
    if not article.body:
        remedy = "Its text stands under a name such as `text` or `body`."
        return Problem(path, f"“{article.title[:60]}” has no text", remedy, article.line)
    message = f"“{article.title[:60]}”: {article.doubt or 'no day of filing was found'}"
    return Problem(path, message, "Give the day with --date: --date 2016-04-15.", article.line)


class _Names:
    """The names of a story's files as they are given, each of a slug of its own."""

    def __init__(self, folder: Path) -> None:
        self.files = {slug_of(file.stem): file.name for file in folder.glob("*.md")} if folder.is_dir() else {}
        self.taken = set[str]()
        self.counts = Counter[str]()

    def free(self, slug: str, day: date) -> str:
        """The name for a headline's slug, numbered where another article has it; its own where it is there already."""
        while True:
            self.counts[slug] += 1
            numbered = slug if self.counts[slug] == 1 else f"{slug}-{self.counts[slug]}"
            name = f"{day.isoformat()}-{numbered}.md"
            if numbered not in self.taken and self.files.get(numbered, name) == name:
                self.taken.add(numbered)
                return name


def headline_slug(title: str) -> str:
    """The slug of a headline, cut between words; "article" where it has no letter."""
    slug = slug_of(title)
    while len(slug.encode()) > LONGEST_SLUG:
        slug = slug.rpartition("-")[0] or slug[: LONGEST_SLUG // 4]
    return "article" if slug_fault(slug) else slug


def article_text(article: FoundArticle, filed: Filed) -> str:
    """The article as a file: its front matter, and its body."""
    head: dict[str, str | list[str]] = {
        "title": article.title,
        "date": str(filed),
        "place": article.place,
        "authors": list(article.authors),
        "source": article.source,
        "source_url": article.url,
        "summary": article.summary,
        "tags": [tag for tag in article.tags if not thread_fault(tag)],
        "lang": article.lang if LANGUAGE.fullmatch(article.lang) else "",
        "updated": article.updated.isoformat() if article.updated else "",
    }
    lines = [f"{key}: {_quoted(key, value)}" for key, value in head.items() if value]
    return cleaned("\n".join(["---", *lines, "---", "", article.body.rstrip("\n"), ""]))


def _quoted(key: str, value: str | list[str]) -> str:
    # A flow scalar or sequence of YAML has the quotes and escapes of JSON.
    return str(value) if key in ("date", "updated", "lang") else json.dumps(value, ensure_ascii=False)


def list_draft(path: Path, found: Found, folder: Path, today: date) -> Draft:
    """The events of a file as a list of the story; raises `DatelineError` where it is too long."""
    name = slug_of(path.name.split(".")[0]) or "events"
    article = Article(
        path=folder / f"{name}{EVENTS}",
        story=slug_of(folder.name),
        slug=name,
        title=found.title,
        dateline=Dateline(today),
        text="",
        pieces=(),
        source=cleaned(path.name),
        imported=Imported(text=found.text, links=found.links),
    )
    text = event_list_text(DatedArticle(article, (), tuple(found.events)))
    if is_too_long(text):
        remedy = "Split it into several files, and import them one by one."
        raise DatelineError([Problem(path, "the events of this file need over 1 MB, too much for a list", remedy)])
    return Draft(article.path, text, "1 event" if len(found.events) == 1 else f"{len(found.events):,} events")


def write(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, bool]]:
    """Writes each draft and says whether it was; a file that is there already stays as it is."""
    for draft in drafts:
        draft.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with draft.path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(draft.text)
        except FileExistsError:
            yield draft, False
        except OSError as error:
            message = f"cannot be written: {error.strerror}"
            raise DatelineError([Problem(draft.path, message, "Check the folder's permissions.")]) from error
        else:
            yield draft, True


def new_article(title: str, day: date) -> str:
    """A ready article without its text."""
    article = FoundArticle(title=" ".join(title.split()), body="Write the text here.", filed=Filed(day))
    return article_text(article, Filed(day))
