"""The words of the interface."""

from __future__ import annotations

from dateline.catalogue.dates import date_words, event_words, plain_day, year_words
from dateline.model import DatedArticle, Entry, Event, Mention, Status, Story
from dateline.timeline.order import NO_END, placed
from dateline.timeline.runs import Known, Run, is_in_doubt, position
from dateline.timex.interval import civil

WORDS = {
    "skip": "Skip to the content",
    "overview": "The whole timeline at a glance",
    "skip_overview": "Skip the drawing",
    "all_stories": "All stories",
    "stories": "Stories",
    "no_stories": "No story has been published yet.",
    "timeline": "Timeline",
    "articles": "The articles",
    "article": "The article",
    "legend": "How to read the marks",
    "overlap": "An entry stands where its time begins, or may begin; events whose times overlap are not known to have "
    "happened in the order shown.",
    "noted": "An entry stands where its time begins, or may begin. Where it is not known which of them came first, a "
    "note says so.",
    "after": "After",
    "after_said": "as the article says",
    "longer": "Over more than one month",
    "from": "From",
    "puts_it": "It says:",
    "filed": "Filed",
    "updated": "Updated",
    "by": "By",
    "source": "Source",
    "picture": "Picture",
    "workings": "How this date was worked out",
    "in_an_article": "in an article filed",
    "doubt": "In doubt",
    "other": "Another reading",
    "dates": "The dates in this article",
    "in_timeline": "in the timeline",
    "also_in_timeline": "and also in the timeline",
    "undated": "no date of its own",
    "read_timeline": "Read the timeline",
    "trail": "Where this page stands",
    "threads": "Tags, people and places",
    "tags": "Tags",
    "people": "People",
    "places": "Places",
    "years": "Years",
    "one_of_tags": "Tag",
    "one_of_people": "Person",
    "one_of_places": "Place",
    "one_of_years": "Year",
    "all_tags": "All tags",
    "all_people": "All people",
    "all_places": "All places",
    "year_by_year": "Year by year",
    "other_years": "Other years",
    "earlier": "Earlier",
    "later": "Later",
    "in_story": "In",
    "more": "More on this in the article",
    "take_along": "Take this timeline along",
    "take_json": "JSON, with each article’s words and dates",
    "take_csv": "CSV, for a spreadsheet",
    "take_ics": "iCalendar, for a calendar",
    "take_timelinejs": "TimelineJS",
    "imported_from": "Imported from",
    "import_date": "Its date there:",
    "import_group": "Group:",
    "import_links": "What it links to",
    "import_background": "Picture behind it",
    "colophon": "Dates were worked out from each article’s own dateline, by rule, and can be checked under each entry.",
}

LEGEND = (
    ("day", "A known day"),
    ("within", "Some time within a longer period"),
    ("lasting", "Lasted the whole period"),
    ("open", "Start or end not known"),
    ("planned", "Planned, only possible, or denied"),
    ("published", "Publication of an article"),
)

STATUS = {
    Status.HAPPENED: "",
    Status.ONGOING: "ongoing, as of {day}",
    Status.PLANNED: "planned, as of {day}",
    Status.RECURRING: "recurring",
}

DIFFERENCES = {
    "days": "The articles give different dates",
    "figures": "The articles give different figures",
}

UNORDERED = {
    Known.WHOLE: "",
    Known.PART: "order within the {period} known only in part",
    Known.NOTHING: "order within the {period} not known",
}


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number and its noun: "1 story", "1,204 events"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def published_words(mention: Mention) -> str:
    """When an article that dates nothing was published: "Published 15 April 2016"."""
    return f"Published {plain_day(mention.dated.article.dateline.day.toordinal())}"


def condition_words(entry: Entry) -> list[str]:
    """What must be known of an event before it is read as something that happened."""
    return _conditions(entry, entry.mentions[0])


def report_words(mention: Mention) -> str:
    """When one of several articles puts an event, and as what: "15 April 2016; planned, as of 2 March 2016"."""
    event = mention.event
    assert event is not None
    return "; ".join([event_words(event, mention.dated.article.conventions), *_conditions(event, mention)])


def _conditions(told: Entry | Event, mention: Mention) -> list[str]:
    day = plain_day(mention.dated.article.dateline.day.toordinal())
    words = [STATUS[told.status].format(day=day)]
    if told.polarity == "NEG":
        words.append(
            "what is said not to happen" if told.status is Status.PLANNED else "what is said not to have happened"
        )
    if told.modality:
        words.append(f"only possible (“{told.modality}”)")
    return [word for word in words if word]


def order_words(run: Run) -> str:
    """What is not known of the order of a run: "order within the day not known"; empty where all is known."""
    (start, end), alone = position(run.entries[0]), len(run.entries) == 1
    if run.known is Known.NOTHING and alone:
        if is_in_doubt(run.entries[0]):
            return "order not known, since the date is in doubt"
        if start == -NO_END:
            return "order against earlier entries not known"
        if end == NO_END:
            return "order against later entries not known"
        if run.entries[0].extent == "throughout":
            return "order of its beginning not known"
    return UNORDERED[run.known].format(period="day" if end - start == 1 else "period")


def story_counts(story: Story) -> str:
    """What a story holds: "14 events from 2 articles"."""
    events = sum(entry.mentions[0].event is not None for entry in story.timeline.entries)
    return f"{counted(events, 'event')} from {source_counts(len(story.articles), len(story.lists))}"


def source_counts(articles: int, lists: int) -> str:
    """What the events of a story come from: "2 articles", "an imported list", "2 articles and 3 imported lists"."""
    imported = "an imported list" if lists == 1 else counted(lists, "imported list")
    written = counted(articles, "article")
    return " and ".join([written] * (articles > 0 or not lists) + [imported] * (lists > 0))


def story_years(story: Story) -> str:
    """The years that a story's timeline covers: "2001–2016"."""
    places = [placed(entry) for entry in story.timeline.entries]
    first = min(place.start for place in places if place.start is not None)
    last = max(place.start if place.last is None else place.last for place in places if place.start is not None)
    years = civil(first)[0], civil(last)[0]
    return year_words(years[0]) if years[0] == years[1] else f"{year_words(years[0])}–{year_words(years[1])}"


def entry_counts(entries: int) -> str:
    """How many entries there are: "1 entry", "1,204 entries"."""
    return counted(entries, "entry", "entries")


def line_counts(entries: int, stories: int) -> str:
    """What a tag, a person, a place or a year holds: "14 entries from 2 stories"."""
    return f"{entry_counts(entries)} from {counted(stories, 'story', 'stories')}"


def listing_description(title: str, counts: str) -> str:
    """A sentence that describes the page of a tag, a person, a place or a year to a search engine."""
    return f"{title}: {counts}, in the order in which it happened."


def list_description(title: str, kind: str) -> str:
    """A sentence that describes the list of all tags, people, places or years to a search engine."""
    return f"{title}: {WORDS[kind].lower()} in all its timelines."


def site_description(title: str, stories: int) -> str:
    """A sentence that describes the front page to a search engine."""
    return f"{title}: {counted(stories, 'story', 'stories')} told as timelines."


def story_description(story: Story) -> str:
    """A sentence that describes a story's page to a search engine."""
    return f"{story.title}: a timeline of {story_counts(story)}, {story_years(story)}."


def article_description(dated: DatedArticle) -> str:
    """A sentence that describes an article's page to a search engine."""
    article = dated.article
    return f"{article.title}. Filed {date_words(article.dateline.day)}, its dates worked out and marked."
