"""The formats in which a story's timeline leaves the house."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dateline.formats.icalendar import story_icalendar
from dateline.formats.story import story_json
from dateline.formats.table import story_csv
from dateline.formats.timelinejs import story_timelinejs, story_timelinejs_csv
from dateline.formats.timeml import document
from dateline.formats.told import ToldStory, told_story
from dateline.model import Story

EXPORTS: dict[str, Callable[[ToldStory], bytes]] = {
    "json": story_json,
    "csv": story_csv,
    "ics": story_icalendar,
    "timelinejs": story_timelinejs,
    "timelinejs-csv": story_timelinejs_csv,
}


class TakeAway(NamedTuple):
    """A file beside a story's page: its name, and the format it is in."""

    name: str
    format: str


FILES = (
    TakeAway("timeline.json", "json"),
    TakeAway("timeline.csv", "csv"),
    TakeAway("timeline.ics", "ics"),
    TakeAway("timeline.timelinejs.json", "timelinejs"),
)


def exported(story: Story, *formats: str) -> list[bytes]:
    """The story in each of the formats."""
    told = told_story(story)
    return [EXPORTS[form](told) for form in formats]


def story_timeml(story: Story) -> dict[str, bytes]:
    """Each article of the story as TimeML, by the name of its file."""
    return {
        f"{article.slug}.tml": document(
            article.text, dated.expressions, article.dateline, article.slug, article.title
        ).encode()
        for dated in story.articles
        for article in (dated.article,)
    }
