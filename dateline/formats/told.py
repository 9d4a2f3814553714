"""What every format says of an entry: its date in words, its conditions, and the days that a calendar can hold."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from dateline.catalogue import ENGLISH
from dateline.model import Article, Day, Entry, Event, Interval, Status, Story
from dateline.pieces import CODE
from dateline.timex import interval as calendar


@dataclass(frozen=True, slots=True)
class Telling:
    """An entry that tells of an event, in the words that all formats have for it.

    `event` is the one that gives it its words. `when` says when it happened, `conditions` what must be known before it
    is read as something that happened.
    """

    entry: Entry
    event: Event
    headline: str
    when: str
    conditions: str
    notes: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def date(self) -> str:
        """When it happened, and its conditions."""
        return f"{self.when}; {self.conditions}" if self.conditions else self.when


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story and what it tells, in its order; publications tell of no event, and are left out."""

    story: Story
    tellings: tuple[Telling, ...]


def told_story(story: Story) -> ToldStory:
    """The story with the words of its entries, which every format may use."""
    sources = {id(dated): source_words(dated.article) for dated in (*story.articles, *story.lists)}
    return ToldStory(
        story,
        tuple(
            Telling(
                entry,
                event,
                headline(entry),
                when_words(entry),
                "; ".join(ENGLISH.condition_words(entry)),
                tuple(notes(entry)),
                tuple(sources[id(mention.dated)] for mention in entry.mentions),
            )
            for entry in story.timeline.entries
            if (event := entry.mentions[0].event) is not None
        ),
    )


def when_words(entry: Entry) -> str:
    """When it happened in words, to the hour where that is known."""
    clock = ENGLISH.clock_words(entry.clock, entry.grain)
    return ", ".join(filter(None, (ENGLISH.entry_words(entry), clock)))


def headline(entry: Entry) -> str:
    """The clause, with the antecedent of its opening pronoun in brackets."""
    if not entry.subject:
        return readable(entry.what)
    pronoun, space, rest = entry.what.partition(" ")
    return readable(f"{pronoun} [{entry.subject}]{space}{rest}")


def readable(words: str) -> str:
    """Words of an article with an ellipsis for its code, which other programs do not have."""
    return words.replace(CODE, "…")


def notes(entry: Entry) -> list[str]:
    """What a format without a place for it says in words: doubts, contradictions, and how sure the days are."""
    found = []
    if entry.extent == "within" and entry.when.start is not None and entry.when.last not in (None, entry.when.start):
        found.append("At some time within this period; nobody said when.")
    for mention in entry.mentions:
        for index in mention.event.expressions if mention.event else ():
            doubt = mention.dated.expressions[index].doubt
            found += [f"In doubt: {doubt.reason}"] if doubt else []
    for differing in entry.contradictions:
        claims = differing.claims or tuple(ENGLISH.report_words(entry.mentions[index]) for index in differing.mentions)
        found.append(f"{ENGLISH.difference_words(differing)}: {' / '.join(claims)}")
    return list(dict.fromkeys(found))


def source_words(article: Article) -> str:
    """Where reports stand: their article's title, day and source, or the file that they were imported from."""
    day = ENGLISH.plain_day(article.dateline.day.toordinal())
    if article.imported is not None:
        return f"Imported from {article.source}, {day}"
    return f"{article.title}, {day}" + (f" ({article.source})" if article.source else "")


def source_html(words: str, url: str) -> str:
    """`source_words`, as a link where the article has an address."""
    return f'<a href="{escape(url)}">{escape(words)}</a>' if url else escape(words)


def edges(entry: Entry) -> tuple[Interval, Interval | None]:
    """The units of the calendar in which an entry begins and ends, the second `None` where the first says it all.

    Of what has no end or no beginning it is the one that is known.
    """
    start, last = entry.when.start, entry.when.last
    begins, ends = _unit(entry.begins), _unit(entry.ends)
    if start is None or last is None:
        known = start if start is not None else last
        assert known is not None
        return (begins if start is not None else ends) or calendar.of_day(known), None
    if entry.extent == "throughout" and begins and ends:
        return begins, None if ends == begins else ends
    if _unit(entry.when):
        return entry.when, None
    return _sides(start, last)


def _unit(when: Interval | None) -> Interval | None:
    """The interval where it is a day, a month or a year."""
    return when if when is not None and unit_parts(when) else None


def unit_parts(when: Interval) -> tuple[int, ...]:
    """The year, the year and month, or the year, month and day of a unit of the calendar; nothing of other periods."""
    if when.start is None or when.end is None:
        return ()
    parts = calendar.civil(when.start)
    if when.last == when.start:
        return parts
    units = (calendar.of_year(parts[0]), calendar.of_month(*parts[:2]))
    return next((parts[: size + 1] for size, unit in enumerate(units) if unit == when), ())


def _sides(start: Day, last: Day) -> tuple[Interval, Interval]:
    """The first and the last unit of a period, of the largest that both have."""
    (year, month, _), (to_year, to_month, _) = calendar.civil(start), calendar.civil(last)
    for first, final in (
        (calendar.of_year(year), calendar.of_year(to_year)),
        (calendar.of_month(year, month), calendar.of_month(to_year, to_month)),
    ):
        if first.start == start and final.last == last:
            return first, final
    return calendar.of_day(start), calendar.of_day(last)


def calendar_days(entry: Entry) -> Interval | None:
    """The days over which a calendar shows an entry; `None` where it would have to invent a day.

    What had no end when it was told of is shown until then; of a plan without an end, its beginning.
    """
    start, end = entry.when.start, entry.when.end
    if start is None or end is not None:
        return None if start is None else entry.when
    article = entry.mentions[0].dated.article
    told = article.dateline.day.toordinal()
    if article.imported is None and entry.status is not Status.PLANNED and told >= start:
        return calendar.of_days(start, told)
    begins = entry.begins
    return begins if begins is not None and begins.start is not None and begins.end is not None else None
