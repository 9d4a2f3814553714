"""The sections in which the entries of a timeline stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from dateline.catalogue import Catalogue
from dateline.model import Entry, Grain, Heading
from dateline.overview import Period
from dateline.pages.entry import Part, Values, article_folder, article_lang, picture_values
from dateline.pages.finding import Value, slots
from dateline.pages.leaves import Leaf, seen_from, way_up
from dateline.pages.reports import Contradicted, Report
from dateline.pages.threads import Named
from dateline.pages.view import EntryView, StoryView, reported
from dateline.pieces import CODE
from dateline.timeline.relations import is_over_before
from dateline.timeline.runs import Run
from dateline.timex.interval import civil

RANGE = re.compile(r"\d+–\d+")


class Shown(NamedTuple):
    """An entry as the templates see it.

    `gap` says how long nothing was told of before it, and `order` what is not known of its place; `after` are those
    that it came after by the words of an article alone.
    """

    id: str
    published: bool
    what: str
    subject: str | None
    headline: list[Part]
    lang: str
    date: str
    clock: str
    datetime: str | None
    edtf: str | None
    shape: str
    conditions: tuple[str, ...]
    certainty: str
    contradictions: tuple[Contradicted, ...]
    mentions: tuple[Report, ...]
    threads: Named
    picture: Values | None
    gap: str
    slots: str
    order: str
    after: list[dict[str, str]]


def section_values(view: StoryView, leaf: Leaf, offered: Mapping[str, Sequence[Value]]) -> list[Values]:
    """The entries of a page by year and then by month; each entry stands where its time begins.

    What reaches beyond a year
    is shown in the row of the year in which it begins, and under a heading of its own, its decade or years, only where
    that year has no row yet. `offered` is what its controls find entries by.
    """
    catalogue = view.catalogue
    sections: list[Values] = []
    labels = Counter[str]()
    listed = {entry.id for entry in leaf.entries}
    shown = _showing(view, leaf, offered)
    for heading, entry, run in view.headed:
        if entry.entry.id not in listed:
            continue
        wide = heading.grain > Grain.YEAR
        if not (wide and sections and sections[-1]["label"] == _year_begun(catalogue, entry)):
            label = catalogue.heading_words(heading.period, max(heading.grain, Grain.YEAR))
            if not sections or sections[-1]["label"] != label:
                labels[label] += 1
                sections.append({"id": _anchor(label, labels[label]), "label": label, "wide": wide, "months": []})
        _run_entries(catalogue, _month_runs(catalogue, sections[-1], heading, entry), run).append(shown(entry, run))
    return [_with_gaps_before_headings(section) for section in sections]


def _showing(view: StoryView, leaf: Leaf, offered: Mapping[str, Sequence[Value]]) -> Callable[[EntryView, Run], Shown]:
    """What a template may say of an entry of that page."""
    catalogue, up = view.catalogue, way_up(leaf.path)
    by_name = {each.entry.id: each.entry for each in view.entries}
    classes = slots(catalogue, offered)

    def shown(told: EntryView, run: Run) -> Shown:
        entry = told.entry
        first = entry.mentions[0]
        reports, contradictions = reported(view, told, up)
        return Shown(
            id=entry.id,
            published=first.event is None,
            what=entry.what,
            subject=entry.subject,
            headline=told.headline,
            lang=article_lang(first),
            date=_unbroken(told.date),
            clock=told.clock,
            datetime=told.datetime,
            edtf=entry.edtf,
            shape=told.shape,
            conditions=told.conditions,
            certainty=told.doubt,
            contradictions=contradictions,
            mentions=reports,
            threads=told.named,
            picture=_picture(view, entry, up),
            gap=view.gaps.get(entry.id, "") if entry.id != leaf.entries[0].id else "",
            slots=classes(told),
            order=catalogue.order_words(run) if len(run.entries) == 1 else "",
            # What only the words of an article tell of the order; where the days tell it too, the words need not.
            after=[
                {"href": seen_from(leaf.path, view.where[each.id]), "what": each.what.replace(CODE, "…")}
                for each in (by_name[name] for name in entry.after)
                if not is_over_before(each, entry)
            ],
        )

    return shown


def _picture(view: StoryView, entry: Entry, up: str) -> Values | None:
    """The first picture of the articles of which the entry is the news."""
    articles = (mention.dated.article for mention in entry.mentions)
    leading = (article for article in articles if view.leads[article.slug] == entry.id)
    pictures = (picture_values(article, up + article_folder(article, view.story)) for article in leading)
    return next(filter(None, pictures), None)


def _unbroken(words: str) -> str:
    """Words in which no line begins within "8–14"."""
    if not RANGE.search(words):
        return words
    return Markup(RANGE.sub(r'<span class="whole">\g<0></span>', str(escape(words))))  # noqa: S704  just escaped


def _with_gaps_before_headings(section: Values) -> Values:
    """A gap that comes before a whole month, year or longer period is said before its heading."""
    for month in section["months"]:
        told = month["runs"][0]["entries"]
        month["gap"], told[0] = told[0].gap, told[0]._replace(gap="")
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


def _run_entries(catalogue: Catalogue, runs_shown: list[Values], run: Run) -> list[Shown]:
    """Where the next entry of a run goes: with those of one time in no known order, else with what stands in order."""
    known = len(run.entries) == 1
    label = "" if known else catalogue.order_words(run)
    name = "" if known else run.entries[0].id
    if not runs_shown or runs_shown[-1]["name"] != name:
        runs_shown.append({"name": name, "label": label, "entries": []})
    entries: list[Shown] = runs_shown[-1]["entries"]
    return entries


def _year_begun(catalogue: Catalogue, view: EntryView) -> str:
    start = view.when.start
    assert start is not None
    return catalogue.year_words(civil(start)[0])


def _month_runs(catalogue: Catalogue, section: Values, heading: Heading, view: EntryView) -> list[Values]:
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
        months.append({"id": name, "label": label, "begins": view.when.start, "runs": []})
    shown: list[Values] = months[-1]["runs"]
    return shown


def _anchor(label: str, count: int) -> str:
    name = label.lower().replace(" ", "-").replace("–", "-")
    return f"in-{name}" if count == 1 else f"in-{name}_{count}"
