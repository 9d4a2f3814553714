"""The sections in which the entries of a timeline stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from dateline.catalogue import Catalogue
from dateline.model import Entry, Grain, Heading, Story
from dateline.overview import Period
from dateline.pages.entry import Values, entry_values
from dateline.pieces import CODE
from dateline.timeline.order import place_in_text, placed
from dateline.timeline.relations import is_over_before
from dateline.timeline.runs import Run, runs
from dateline.timex.interval import civil


def section_values(catalogue: Catalogue, story: Story) -> list[Values]:
    """The timeline by year and then by month; each entry stands where its time begins.

    What reaches beyond a year is shown in the row of the year in which it begins, and under a heading of its own, its
    decade or years, only where that year has no row yet.
    """
    sections: list[Values] = []
    labels = Counter[str]()
    leads = _leads(story)
    by_name = {entry.id: entry for entry in story.timeline.entries}
    for heading, entry, run in _headed(story):
        wide = heading.grain > Grain.YEAR
        if not (wide and sections and sections[-1]["label"] == _year_begun(catalogue, entry)):
            label = catalogue.heading_words(heading.period, max(heading.grain, Grain.YEAR))
            if not sections or sections[-1]["label"] != label:
                labels[label] += 1
                sections.append({"id": _anchor(label, labels[label]), "label": label, "wide": wide, "months": []})
        values = entry_values(catalogue, entry, story, entry.id in leads) | _order_values(
            catalogue, entry, run, by_name
        )
        _run_entries(catalogue, _month_runs(catalogue, sections[-1], heading, entry), run).append(values)
    return sections


def periods(sections: Iterable[Values]) -> list[Period]:
    """The months and longer periods of the sections, each by the day on which its first entry begins."""
    return [
        Period(
            begins=month["begins"],
            name=f"{month['label']} {section['label']}".strip(),
            anchor=month["id"] or section["id"],
            entries=sum(len(run["entries"]) for run in month["runs"]),
        )
        for section in sections
        for month in section["months"]
    ]


def _headed(story: Story) -> Iterator[tuple[Heading, Entry, Run]]:
    """Each entry with the heading and the run in which it stands."""
    headed = ((heading, entry) for heading in story.timeline.headings for entry in heading.entries)
    standing = (run for run in runs(story.timeline.entries) for _ in run.entries)
    return ((heading, entry, run) for (heading, entry), run in zip(headed, standing, strict=True))


def _order_values(catalogue: Catalogue, entry: Entry, run: Run, by_name: Mapping[str, Entry]) -> Values:
    """What is not known of the order of an entry, and what only the words of an article tell of it."""
    earlier = [by_name[name] for name in entry.after]
    return {
        "order": catalogue.order_words(run) if len(run.entries) == 1 else "",
        "after": [
            {"href": f"#{each.id}", "what": each.what.replace(CODE, "…")}
            for each in earlier
            if not is_over_before(each, entry)
        ],
    }


def _run_entries(catalogue: Catalogue, runs_shown: list[Values], run: Run) -> list[Values]:
    """Where the next entry of a run goes: with those of one time in no known order, else with what stands in order."""
    known = len(run.entries) == 1
    label = "" if known else catalogue.order_words(run)
    name = "" if known else run.entries[0].id
    if not runs_shown or runs_shown[-1]["name"] != name:
        runs_shown.append({"name": name, "label": label, "entries": []})
    entries: list[Values] = runs_shown[-1]["entries"]
    return entries


def _leads(story: Story) -> set[str]:
    """For each article the entry that its text dates first: the news, which its picture shows."""
    leads: dict[str, tuple[int, str]] = {}
    for entry in story.timeline.entries:
        for mention in entry.mentions:
            slug, place = mention.dated.article.slug, (place_in_text(mention), entry.id)
            leads[slug] = min(leads.get(slug, place), place)
    return {entry for _, entry in leads.values()}


def _year_begun(catalogue: Catalogue, entry: Entry) -> str:
    start = placed(entry).start
    assert start is not None
    return catalogue.year_words(civil(start)[0])


def _month_runs(catalogue: Catalogue, section: Values, heading: Heading, entry: Entry) -> list[Values]:
    """Where the next entry goes: with its month, or, if no month holds it, with others such behind a rule.

    A month that goes on behind them takes them in, since they begin in it.
    """
    months: list[Values] = section["months"]
    label = catalogue.month_words(heading.period) if heading.grain <= Grain.MONTH else ""
    if label and len(months) > 1 and [month["label"] for month in months[-2:]] == [label, ""]:
        longer = months.pop()
        months[-1]["runs"] += longer["runs"]
    if not months or months[-1]["label"] != label:
        name = f"{section['id']}-{label.lower()}" if label else ""
        if any(month["id"] == name for month in months):
            name = ""
        months.append({"id": name, "label": label, "begins": placed(entry).start, "runs": []})
    shown: list[Values] = months[-1]["runs"]
    return shown


def _anchor(label: str, count: int) -> str:
    name = label.lower().replace(" ", "-").replace("–", "-")
    return f"in-{name}" if count == 1 else f"in-{name}_{count}"
