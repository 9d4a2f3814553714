"""What the interface says of stories, entries and their order."""

from __future__ import annotations

from collections.abc import Container

from dateline.catalogue.dates import Dates
from dateline.model import Contradiction, DatedArticle, Day, Entry, Event, Interval, Mention, Status, Story
from dateline.timeline.order import NO_END, placed
from dateline.timeline.runs import Known, Run, is_in_doubt, position
from dateline.timex.interval import civil

LEGEND = ("day", "about", "doubt", "disputed", "within", "lasting", "open", "planned", "published")
"""The shapes of the marks, in the order in which the legend explains them."""


class Told(Dates):
    """Stories and entries in the words of a language."""

    __slots__ = ()

    def legend(self, shapes: Container[str]) -> list[tuple[str, str]]:
        """Each of those shapes, and what it means."""
        return [(shape, self.words[f"mark_{shape}"]) for shape in LEGEND if shape in shapes]

    def difference_words(self, contradiction: Contradiction) -> str:
        """What the articles do not agree on."""
        return self.words[f"differing_{contradiction.kind}"]

    def published_words(self, mention: Mention) -> str:
        """When an article that dates nothing was published: "Published 15 April 2016"."""
        return self.said("published", day=self._filed(mention))

    def condition_words(self, entry: Entry) -> list[str]:
        """What must be known of an event before it is read as something that happened."""
        return self._conditions(entry, entry.mentions[0])

    def report_words(self, mention: Mention) -> str:
        """When one of several articles puts an event, and as what: "15 April 2016; planned, as of 2 March 2016"."""
        event = mention.event
        assert event is not None
        when = self.event_words(event, mention.dated.article.conventions)
        return "; ".join([when, *self._conditions(event, mention)])

    def _conditions(self, told: Entry | Event, mention: Mention) -> list[str]:
        words = []
        if told.status is not Status.HAPPENED:
            words.append(self.said(f"status_{told.status.value}", day=self._filed(mention)))
        if told.polarity == "NEG":
            words.append(self.words["denied_plan" if told.status is Status.PLANNED else "denied"])
        if told.modality:
            words.append(self.said("only_possible", word=told.modality))
        return words

    def _filed(self, mention: Mention) -> str:
        return self.plain_day(mention.dated.article.dateline.day.toordinal())

    def order_words(self, run: Run) -> str:
        """What is not known of the order of a run: "order within the day not known"; empty where all is known."""
        (start, end), alone = position(run.entries[0]), len(run.entries) == 1
        if run.known is Known.WHOLE:
            return ""
        if run.known is Known.NOTHING and alone:
            if is_in_doubt(run.entries[0]):
                return self.words["order_in_doubt"]
            if start == -NO_END:
                return self.words["order_of_earlier"]
            if end == NO_END:
                return self.words["order_of_later"]
            if run.entries[0].extent == "throughout":
                return self.words["order_of_beginning"]
        known = "partly" if run.known is Known.PART else "unknown"
        return self.words[f"order_in_{'day' if end - start == 1 else 'period'}_{known}"]

    def story_counts(self, story: Story) -> str:
        """What a story holds: "14 events from 2 articles"."""
        events = sum(entry.mentions[0].event is not None for entry in story.timeline.entries)
        return f"{self.counted('events', events)} {self.source_counts(len(story.articles), len(story.lists))}"

    def source_counts(self, articles: int, lists: int) -> str:
        """What the events of a story come from: "from 2 articles", "from 2 articles and from 3 imported lists"."""
        written = [self.counted("from_articles", articles)] * (articles > 0 or not lists)
        counts = [*written, *[self.counted("from_lists", lists)] * (lists > 0)]
        return counts[0] if len(counts) == 1 else self.said("and", first=counts[0], last=counts[1])

    def story_years(self, story: Story) -> str:
        """The years that a story's timeline covers: "2001–2016"."""
        places = [placed(entry) for entry in story.timeline.entries]
        first = min(place.start for place in places if place.start is not None)
        last = max(place.start if place.last is None else place.last for place in places if place.start is not None)
        years = civil(first)[0], civil(last)[0]
        return self.year_words(years[0]) if years[0] == years[1] else self.years_words(*years)

    def story_span(self, story: Story) -> str:
        """From when to when a story's timeline reaches, by months where these are known: "2001 to April 2016"."""
        places = [place for place in map(placed, story.timeline.entries) if place.start is not None]
        known = [(each.start or 0, (each.start if each.last is None else each.last) or 0, each) for each in places]
        begun, ended = min(known, key=lambda each: each[:2]), max(known, key=lambda each: (each[1], each[0]))
        first, last = self._end_words(begun[0], begun[2]), self._end_words(ended[1], ended[2])
        year = self.year_words(civil(ended[1])[0])
        if first == last or (year in (first, last) and year == self.year_words(civil(begun[0])[0])):
            return min(first, last, key=len)
        return self.said("first_to_last", first=first.removesuffix(f" {year}"), last=last)

    def _end_words(self, end: Day, place: Interval) -> str:
        """The month that holds an end of the span, where one holds all of what stands there, else its year."""
        assert place.start is not None
        year, month, _ = civil(end)
        in_month = place.last is not None and civil(place.start)[:2] == civil(place.last)[:2]
        return self._of(year, month) if in_month else self.year_words(year)

    def entry_counts(self, entries: int) -> str:
        """How many entries there are: "1 entry", "1,204 entries"."""
        return self.counted("entries", entries)

    def line_counts(self, entries: int, stories: int) -> str:
        """What a tag, a person, a place or a year holds: "14 entries from 2 stories"."""
        return f"{self.entry_counts(entries)} {self.counted('from_stories', stories)}"

    def part_words(self, name: str, number: int, parts: int) -> str:
        """A part of what one page cannot hold: "2016, part 1 of 3"."""
        return self.said("part", name=name, number=number, parts=parts)

    def doubt_words(self, entry: Entry) -> str:
        """What stands beside a date that may be read otherwise: "inferred; perhaps Friday 8 April 2016"."""
        first = entry.mentions[0]
        found = [first.dated.expressions[index] for index in first.event.expressions] if first.event else []
        others = (
            self.interval_words(x.doubt.other, x.grain, first.dated.article.conventions)
            for x in found
            if x.doubt and x.doubt.other
        )
        perhaps = (f"{self.words['perhaps']} {other}" for other in dict.fromkeys(others))
        return "; ".join([self.words["inferred"], *perhaps])

    def listing_description(self, title: str, counts: str) -> str:
        """A sentence that describes the page of a tag, a person, a place or a year to a search engine."""
        return self.said("describes_listing", title=title, counts=counts)

    def list_description(self, title: str, kind: str) -> str:
        """A sentence that describes the list of all tags, people, places or years to a search engine."""
        return self.said(f"describes_{kind}", title=title)

    def site_description(self, title: str, stories: int) -> str:
        """A sentence that describes the front page to a search engine."""
        return self.said("describes_site", title=title, stories=self.counted("stories", stories))

    def story_description(self, story: Story) -> str:
        """A sentence that describes a story's page to a search engine."""
        counts, years = self.story_counts(story), self.story_years(story)
        return self.said("describes_story", title=story.title, counts=counts, years=years)

    def article_description(self, dated: DatedArticle) -> str:
        """A sentence that describes an article's page to a search engine."""
        article = dated.article
        return self.said("describes_article", title=article.title, day=self.date_words(article.dateline.day))
