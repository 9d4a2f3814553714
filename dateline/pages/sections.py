"""The sections in which the entries of a timeline stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.catalogue import Catalogue
from dateline.model import Entry, Grain, Heading, Story
from dateline.overview import Period
from dateline.pages.entry import Values, entry_values
from dateline.pages.finding import choices, slots
from dateline.pages.gaps import gap_words
from dateline.pages.leaves import Leaf, seen_from, way_up
from dateline.pieces import CODE
from dateline.timeline.order import place_in_text, placed
from dateline.timeline.relations import is_over_before
from dateline.timeline.runs import Run, runs
from dateline.timex.interval import civil


class Standing(NamedTuple):
    """What all pages of a timeline share: each entry with its heading and run, the pictured, the gaps, the addresses.

    `where` gives by its permalink the address of each entry, seen from the story's folder.
    """

    headed: tuple[tuple[Heading, Entry, Run], ...]
    leads: frozenset[str]
    gaps: Mapping[str, str]
    where: Mapping[str, str]


def standing(catalogue: Catalogue, story: Story, where: Mapping[str, str]) -> Standing:
    """How the entries of a story stand, wherever they are shown."""
    gaps = gap_words(catalogue, story.timeline.entries)
    return Standing(tuple(_headed(story)), frozenset(_leads(story)), gaps, where)


def section_values(catalogue: Catalogue, story: Story, leaf: Leaf, shared: Standing) -> list[Values]:
    """The entries of a page by year and then by month; each entry stands where its time begins.

    What reaches beyond a year
    is shown in the row of the year in which it begins, and under a heading of its own, its decade or years, only where
    that year has no row yet.
    """
    sections: list[Values] = []
    labels = Counter[str]()
    shown = {entry.id for entry in leaf.entries}
    written = _writing(catalogue, story, leaf, shared)
    for heading, entry, run in shared.headed:
        if entry.id not in shown:
            continue
        wide = heading.grain > Grain.YEAR
        if not (wide and sections and sections[-1]["label"] == _year_begun(catalogue, entry)):
            label = catalogue.heading_words(heading.period, max(heading.grain, Grain.YEAR))
            if not sections or sections[-1]["label"] != label:
                labels[label] += 1
                sections.append({"id": _anchor(label, labels[label]), "label": label, "wide": wide, "months": []})
        _run_entries(catalogue, _month_runs(catalogue, sections[-1], heading, entry), run).append(written(entry, run))
    return [_with_gaps_before_headings(section) for section in sections]


def _writing(catalogue: Catalogue, story: Story, leaf: Leaf, shared: Standing) -> Callable[[Entry, Run], Values]:
    """What a template may say of an entry of that page."""
    by_name = {entry.id: entry for entry in story.timeline.entries}
    offered = choices(catalogue, leaf.entries)

    def written(entry: Entry, run: Run) -> Values:
        earlier = [by_name[name] for name in entry.after]
        return entry_values(catalogue, entry, story, entry.id in shared.leads, way_up(leaf.path)) | {
            "gap": shared.gaps.get(entry.id, "") if entry.id != leaf.entries[0].id else "",
            "slots": slots(catalogue, entry, offered),
            "order": catalogue.order_words(run) if len(run.entries) == 1 else "",
            # What only the words of an article tell of the order; where the days tell it too, the words need not.
            "after": [
                {"href": seen_from(leaf.path, shared.where[each.id]), "what": each.what.replace(CODE, "…")}
                for each in earlier
                if not is_over_before(each, entry)
            ],
        }

    return written


def _with_gaps_before_headings(section: Values) -> Values:
    """A gap that comes before a whole month, year or longer period is said before its heading."""
    for month in section["months"]:
        first = month["runs"][0]["entries"][0]
        month["gap"], first["gap"] = first["gap"], ""
    first = section["months"][0]
    gap, first["gap"] = first["gap"], ""
    return {**section, "gap": gap}


def periods(sections: Iterable[Values], path: str = "") -> list[Period]:
    """The months and longer periods of the sections, each by the day on which its first entry begins.

    `path` is that of the page with the sections, where it is another one.
    """
    return [
        Period(
            begins=month["begins"],
            name=f"{month['label']} {section['label']}".strip(),
            href=f"{path}#{month['id'] or section['id']}",
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
