"""The sections in which the entries of a timeline stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline import catalogue
from dateline.model import Entry, Grain, Heading, Story
from dateline.pages.entry import Values, entry_values
from dateline.timeline.order import place_in_text, placed
from dateline.timex.interval import civil


def section_values(story: Story) -> list[Values]:
    """The timeline by year and then by month; each entry stands where its time begins.

    What reaches beyond a year is shown in the row of the year in which it begins, and under a heading of its own, its
    decade or years, only where that year has no row yet.
    """
    sections: list[Values] = []
    labels = Counter[str]()
    leads = _leads(story)
    for heading, entry in _headed(story):
        wide = heading.grain > Grain.YEAR
        if not (wide and sections and sections[-1]["label"] == _year_begun(entry)):
            label = catalogue.heading_words(heading.period, max(heading.grain, Grain.YEAR))
            if not sections or sections[-1]["label"] != label:
                labels[label] += 1
                sections.append({"id": _anchor(label, labels[label]), "label": label, "wide": wide, "months": []})
        _month_entries(sections[-1]["months"], heading).append(entry_values(entry, story, entry.id in leads))
    return sections


def _headed(story: Story) -> Iterator[tuple[Heading, Entry]]:
    return ((heading, entry) for heading in story.timeline.headings for entry in heading.entries)


def _leads(story: Story) -> set[str]:
    """For each article the entry that its text dates first: the news, which its picture shows."""
    leads: dict[str, tuple[int, str]] = {}
    for entry in story.timeline.entries:
        for mention in entry.mentions:
            slug, place = mention.dated.article.slug, (place_in_text(mention), entry.id)
            leads[slug] = min(leads.get(slug, place), place)
    return {entry for _, entry in leads.values()}


def _year_begun(entry: Entry) -> str:
    start = placed(entry).start
    assert start is not None
    return catalogue.year_words(civil(start)[0])


def _month_entries(months: list[Values], heading: Heading) -> list[Values]:
    """Where the next entry goes: with its month, or, if no month holds it, with others such behind a rule.

    A month that goes on behind them takes them in, since they begin in it.
    """
    label = catalogue.month_words(heading.period) if heading.grain <= Grain.MONTH else ""
    if label and len(months) > 1 and [month["label"] for month in months[-2:]] == [label, ""]:
        longer = months.pop()
        months[-1]["entries"] += longer["entries"]
    if not months or months[-1]["label"] != label:
        months.append({"label": label, "entries": []})
    entries: list[Values] = months[-1]["entries"]
    return entries


def _anchor(label: str, count: int) -> str:
    name = label.lower().replace(" ", "-").replace("–", "-")
    return f"in-{name}" if count == 1 else f"in-{name}_{count}"
