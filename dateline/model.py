"""The frozen types that flow from article to page; nothing else.

Days are day numbers: the proleptic Gregorian ordinal of `datetime.date.toordinal`, continued below year 1 and above
year 9999, where `date` ends. Offsets count Unicode code points of an article's plain text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, IntEnum
from pathlib import Path
from typing import Literal

Day = int


class Grain(IntEnum):
    """The calendar unit in which an expression speaks, from fine to coarse."""

    MINUTE = 1
    HOUR = 2
    PART_OF_DAY = 3
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    MONTH = 7
    QUARTER = 8
    SEASON = 9
    HALF = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13
    MILLENNIUM = 14


@dataclass(frozen=True, slots=True)
class Interval:
    """The days `start <= day < end`; an end that is `None` is open."""

    start: Day | None
    end: Day | None

    def __init__(self, start: Day | None, end: Day | None) -> None:
        if start is not None and end is not None and start >= end:
            raise ValueError(f"an interval must hold a day: {start} to {end}")
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)

    @property
    def last(self) -> Day | None:
        """The last day inside, or `None` where the end is open."""
        return None if self.end is None else self.end - 1


class Role(Enum):
    """How an expression bears on its event."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    FROM_TO = "from-to"
    BEFORE = "before"
    AFTER = "after"
    FOR = "for"
    EVERY = "every"


@dataclass(frozen=True, slots=True)
class Clock:
    """First and last local time, `HH:MM`, and the offset or zone as written ("+02:00", "EST"), where one is known."""

    first: str
    last: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why another reading is possible, and its interval."""

    reason: str
    other: Interval | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A person or a place as the site names it, and the other spellings under which texts do."""

    name: str
    spellings: tuple[str, ...] = ()


Timex3Type = Literal["DATE", "TIME", "DURATION", "SET"]

EDITOR = "editor"
"""The rule of an expression that an editor has dated."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A resolved expression: the words `text[start:end]` of the article, and what they mean.

    `interval` is the earliest to the latest day it can mean. `begins` and `ends` are the intervals in which that
    stretch begins and ends, where the words name them ("since last summer", "from June to August"); `partner` is the
    index of the expression that names the other end. `sentence` is the span of the sentence it stands in. `future` is
    True or False where the governing verb marks it so, else None. `thought` is what the rules read in words that an
    editor has dated.
    """

    text: str
    start: int
    end: int
    type: Timex3Type
    value: str
    mod: str | None
    interval: Interval | None
    grain: Grain
    role: Role
    edtf: str | None
    clock: Clock | None
    begins: Interval | None
    ends: Interval | None
    anchor_begin: str | None
    anchor_end: str | None
    partner: int | None
    sentence: tuple[int, int]
    future: bool | None
    doubt: Doubt | None
    why: tuple[str, ...]
    rule: str
    thought: TimeExpression | None = None

    @property
    def by_editor(self) -> bool:
        """Whether an editor has dated it."""
        return self.rule == EDITOR


Country = str


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a newsroom takes for granted when it writes a date; a site sets them, an article may set its own.

    `reading` says whether a text is read as news or as history; empty, the text itself tells.
    """

    lang: str = "en"
    country: Country = "US"
    southern: bool = False
    fiscal_year_start: int = 1
    date_order: Literal["mdy", "dmy", ""] = ""
    reading: Literal["news", "history", ""] = ""


@dataclass(frozen=True, slots=True)
class Dateline:
    """When the article was filed: its day in the offset written there, the moment if it was given, and the place."""

    day: date
    moment: datetime | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside an article; `source` is the file, `href` its path from the article's folder."""

    source: Path
    href: str
    alt: str
    caption: str
    credit: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Markup:
    """A stretch of the article's sanitised HTML that is no readable text: tags, or code."""

    html: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch `text[start:end]` of the article's plain text, as it stands between two pieces of markup."""

    start: int
    end: int


class Status(Enum):
    """How an event lies to the dateline."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    RECURRING = "recurring"


@dataclass(frozen=True, slots=True)
class Mend:
    """What an editor says that words of an article mean: `edtf`, or no time at all where that is empty.

    The words are `text[start:end]`; where they stand there no longer, both are 0. `words` are those of the front matter
    with their number, "Friday#2", and `line` is that of the file; both are empty for a `<time>` in the prose.
    """

    edtf: str
    start: int
    end: int
    words: str = ""
    line: int = 0


Verdict = Literal["keep", "hide", "edit", "merge", "separate", "add"]


@dataclass(frozen=True, slots=True)
class Edit:
    """What an editor says of an entry, or of one to be added.

    `entry` is its permalink, or the words of the new one; `other` the permalink of what it is merged with or separated
    from. `edtf` is the date of a new one; `headline` and `status` take the place of the entry's own.
    """

    entry: str
    verdict: Verdict
    line: int
    other: str = ""
    edtf: str = ""
    headline: str = ""
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong in an article, and the day on which it was put right."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A picture, film, page or sound on another host; `caption` and `credit` are sanitised HTML.

    `link` is where it leads to, `thumbnail` a small picture of it.
    """

    href: str
    caption: str = ""
    credit: str = ""
    alt: str = ""
    link: str = ""
    thumbnail: str = ""
    kind: Literal["medium", "background"] = "medium"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an event brought along from the timeline or calendar that it was imported from.

    `date` are the words for its date there, `text` is sanitised HTML, `uid` its name there. `kind` is "era" for a
    period that is drawn behind the events. `line` is that of its table in the list, `kept` says that an editor has
    looked at it and lets it stand.
    """

    date: str = ""
    text: str = ""
    group: str = ""
    uid: str = ""
    kind: Literal["event", "era"] = "event"
    links: tuple[Link, ...] = ()
    kept: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a reader sees it: `text` is its plain text, blocks joined by a blank line.

    `pieces` is its sanitised HTML in order, the readable text as runs of `text`. `lede` is the offset at which the
    first sentence starts, behind a text dateline such as "KUNDUZ, April 15 —". `people` and `places` are the names that
    its front matter gives. `mends`, in the order of the text, and `edits` are what its editor has fixed; `undated` says
    that it is right for it to date nothing. `imported` is set for a list of imported events, which has no page: what
    opens it.
    """

    path: Path
    story: str
    slug: str
    title: str
    dateline: Dateline
    text: str
    pieces: tuple[Markup | Run, ...]
    lede: int = 0
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    source: str = ""
    source_url: str = ""
    summary: str = ""
    draft: bool = False
    updated: date | None = None
    conventions: Conventions = field(default_factory=Conventions)
    image: Picture | None = None
    assets: tuple[tuple[str, Path], ...] = ()
    mends: tuple[Mend, ...] = ()
    edits: tuple[Edit, ...] = ()
    corrections: tuple[Correction, ...] = ()
    undated: bool = False
    imported: Imported | None = None


Extent = Literal["within", "throughout"]
Polarity = Literal["POS", "NEG"]
Origin = Literal["article", "editor", "import"]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, in the article's own words, and when.

    `what` is put together from `spans` of the article's text, in order. `expressions` are indices of the article's
    expressions. `quote` is the sentence, which begins at `quote_start`. `people` and `places` are the listed names that
    its words give. `details` are the spans of later sentences that go on telling it, without a date of their own.
    `after` are the indices of the article's events that it came after, as the words say. `imported` is what one from
    elsewhere brought along.
    """

    what: str
    spans: tuple[tuple[int, int], ...]
    subject: str | None
    quote: str
    quote_start: int
    expressions: tuple[int, ...]
    when: Interval
    begins: Interval | None
    ends: Interval | None
    grain: Grain
    edtf: str | None
    clock: Clock | None
    extent: Extent
    status: Status
    polarity: Polarity
    modality: str | None
    origin: Origin = "article"
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    details: tuple[tuple[int, int], ...] = ()
    after: tuple[int, ...] = ()
    imported: Imported | None = None


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """An article with what was found in it."""

    article: Article
    expressions: tuple[TimeExpression, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One article's report of an event; a publication, of an article that dates nothing, has no event.

    `id` is its own permalink where an entry has several.
    """

    dated: DatedArticle
    event: Event | None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the reports of one event do not agree on: the indices of the mentions that differ, and each one's claim.

    The claim of a mention about the day is its own event's `when`, so `claims` is empty there; for figures it is the
    words, "30 killed".
    """

    kind: Literal["days", "figures"]
    mentions: tuple[int, ...]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a timeline: an event and the articles that report it. `id` is its permalink in the page.

    The first mention gives the entry its words and says how things stand; the others follow by their datelines.
    `when` is what the reports have in common, so it may be narrower than the first mention's. `after` are the
    permalinks of those that it came after by the words of an article, whether or not the intervals say so, too.
    `rewritten` says that an editor has put its words, and `kept` that one has looked at it and lets it stand.
    """

    id: str
    what: str
    subject: str | None
    when: Interval
    begins: Interval | None
    ends: Interval | None
    grain: Grain
    edtf: str | None
    clock: Clock | None
    extent: Extent
    status: Status
    polarity: Polarity
    modality: str | None
    mentions: tuple[Mention, ...]
    contradictions: tuple[Contradiction, ...] = ()
    after: tuple[str, ...] = ()
    rewritten: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The narrowest period (day, month, year, decade) that holds each of its entries."""

    period: Interval
    grain: Grain
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A story's entries in their shown order, under their headings."""

    headings: tuple[Heading, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for heading in self.headings for entry in heading.entries)


@dataclass(frozen=True, slots=True)
class Story:
    """A folder of articles, or a lone article, and its merged timeline. `lone` is True for the latter.

    The entries of imported events stand in the timeline only; `lists` holds where they came from.
    """

    slug: str
    title: str
    standfirst: str
    introduction: str
    articles: tuple[DatedArticle, ...]
    timeline: Timeline
    lone: bool
    lists: tuple[DatedArticle, ...] = ()
