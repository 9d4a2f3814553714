"""What an editor should look at above a text and around it: its dateline, its fixes, its pictures, its source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path, PurePosixPath

from dateline.catalogue import ENGLISH
from dateline.catalogue.findings import all_articles_words, why_words
from dateline.check.finding import Finding, Kind, Paste
from dateline.check.source import Source, Sources
from dateline.config import FILE
from dateline.lede import TextDateline, text_dateline
from dateline.model import DatedArticle, Entry, Markup, Story
from dateline.timeline.build import in_order, unedited

NO_ALT = re.compile(r"!\[[ \t]*\](?=\()|<img\b(?![^<>]*\balt=\"[^\"<>]*[^\"\s<>])[^<>]*>", re.IGNORECASE)
TARGET = re.compile(r"[(\"'=]([^()\"'\s=]+\.(?:avif|gif|jpe?g|png|webp))", re.IGNORECASE)
ALT = re.compile(r"\s+alt=(?:\"[^\"]*\"|'[^']*'|[^\s>]*)")
NUMBER = re.compile(r"\s*#\d+$")
WITHOUT_ALT = re.compile(r'<img\b[^>]* alt=""')


def of_dateline(dated: DatedArticle, source: Source) -> Iterator[Finding]:
    """A text dateline of another day than the one on which the article says that it was filed."""
    article = dated.article
    found = text_dateline(article.text)
    if found is None or not found.disagrees(article.dateline.day):
        return
    if any(0 < mend.end <= found.lede for mend in article.mends):
        return
    words = article.text[: found.lede].strip()
    day = _day_of(found, article.dateline.day)
    paste = source.setting("date", day.isoformat()) if day else None
    x = next((x for x in dated.expressions if x.end <= found.lede), None)
    if day is None and x is not None:
        paste = source.entry("dates", source.key(x), article.dateline.day.isoformat())
    yield Finding(
        Kind.DATELINE,
        source.path,
        source.line(0),
        words,
        ENGLISH.date_words(article.dateline.day),
        why_words("dateline", text=ENGLISH.date_words(day) if day else f"“{words}”"),
        paste,
    )


def _day_of(found: TextDateline, filed: date) -> date | None:
    """The day that a text dateline gives, near the day of filing; `None` where there is none that it can be."""
    try:
        day = date(found.year or filed.year, found.month or filed.month, found.day or filed.day)
    except ValueError:
        return None
    if found.day is None and found.weekday is not None:
        day = filed - timedelta(days=(filed.weekday() - found.weekday) % 7)
    return None if day == filed or found.disagrees(day) else day


def of_fixes(story: Story, sources: Sources) -> Iterator[Finding]:
    """Words and permalinks that an editor has fixed something of, and that stand there no longer."""
    for dated in story.articles:
        source = sources(dated.article)
        for mend in dated.article.mends:
            if not mend.end:
                paste = source.without("dates", mend.line, mend.words)
                why = _why_vanished(mend.words, dated.article.text)
                yield Finding(Kind.VANISHED, source.path, mend.line, mend.words, mend.edtf or "ignore", why, paste)
    if any(edit.verdict != "add" for dated in story.articles for edit in dated.article.edits):
        known = _permalinks(unedited(in_order([*story.articles, *story.lists])))
        for dated in story.articles:
            source = sources(dated.article)
            for edit in dated.article.edits:
                named = [] if edit.verdict == "add" else dict.fromkeys([edit.entry, edit.other])
                for name in (name for name in named if name and name not in known):
                    paste = source.without("events", edit.line, edit.entry)
                    why = why_words("entry_vanished")
                    yield Finding(Kind.VANISHED, source.path, edit.line, name, edit.verdict, why, paste)


def _why_vanished(words: str, text: str) -> str:
    """Why words of `dates` are not found: mostly they are gone, but they may only be written with other capitals."""
    match = re.search(re.escape(NUMBER.sub("", words)), text, re.IGNORECASE)
    if match is None or match[0] in words:
        return why_words("words_vanished")
    return why_words("words_in_other_capitals", written=match[0])


def _permalinks(entries: Sequence[Entry]) -> set[str]:
    return {entry.id for entry in entries} | {mention.id for entry in entries for mention in entry.mentions}


def of_article(dated: DatedArticle, source: Source) -> Iterator[Finding]:
    """An article that dates nothing, or whose pictures are not told of."""
    article = dated.article
    if not dated.events and not article.undated and not article.edits:
        yield Finding(
            Kind.DATELESS, source.path, source.first, article.title, "", why_words("dateless"),
            source.setting("events", "none"),
        )  # fmt: skip
    yield from _of_image(source)
    if any(isinstance(piece, Markup) and WITHOUT_ALT.match(piece.html) for piece in article.pieces):
        yield from _of_pictures(source)


def of_sources(sources: Sequence[Source], content: Path, title: str) -> Iterator[Finding]:
    """The articles without their source; where several are all there are, the site, once. `title` may stand for it."""
    without = [each for each in sources if not each.article.source and not each.article.source_url]
    if len(without) == len(sources) > 1:
        file, words = content / FILE, all_articles_words(len(sources))
        path, line = (file, 1) if file.exists() else (sources[0].path, sources[0].opening)
        setting = Paste(file, 1, f"source = {json.dumps(title, ensure_ascii=False)}")
        yield Finding(Kind.SOURCE, path, line, words, "", why_words("sources"), setting)
    else:
        for each in without:
            paste, words = each.setting("source", title), each.article.title
            yield Finding(Kind.SOURCE, each.path, each.opening, words, "", why_words("source"), paste)


def _of_image(source: Source) -> Iterator[Finding]:
    """The picture of the front matter."""
    picture, setting = source.article.image, source.settings.get("image")
    if picture is None or picture.alt or setting is None:
        return
    stated = setting.value if isinstance(setting.value, dict) else {}
    words = picture.caption or _in_words(picture.href)
    line = stated["file"].line if "file" in stated else setting.line
    yield Finding(Kind.ALT, source.path, line, picture.href, "", why_words("alt"), source.image_alt(words))


def _of_pictures(source: Source) -> Iterator[Finding]:
    """The pictures in the text, one finding a line."""
    for number, line in enumerate(source.body.split("\n"), source.first):
        if (found := NO_ALT.search(line)) is None:
            continue
        target = TARGET.search(line, found.start())
        name = target[1] if target else found[0]
        mended = _with_alt(line, _in_words(name))
        yield Finding(Kind.ALT, source.path, number, name, "", why_words("alt"), source.replaced(number, mended))


def _with_alt(line: str, words: str) -> str:
    """The line, its pictures without alternative text with these words as theirs."""

    def mended(match: re.Match[str]) -> str:
        if match[0].startswith("!"):
            return f"![{words}]"
        bare = ALT.sub("", match[0])
        return f'{bare[:4]} alt="{words}"{bare[4:]}'

    return NO_ALT.sub(mended, line)


def _in_words(name: str) -> str:
    """The name of a picture's file as words; the least that can be said of it."""
    words = re.sub(r"[^\w]+|_", " ", PurePosixPath(name).stem).strip()
    return words.capitalize() or "Picture"
