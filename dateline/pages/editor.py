"""What an editor has said of dates, entries and articles, as the templates see it."""

from __future__ import annotations

from typing import NamedTuple

from dateline.catalogue import Catalogue
from dateline.model import Article, Conventions, Entry, Mention, TimeExpression


class Correction(NamedTuple):
    """What was wrong in an article, under the day on which it was put right."""

    label: str
    datetime: str
    text: str


class Edited(NamedTuple):
    """What of a report is the editor's, and what was wrong in its article."""

    notes: list[str]
    corrections: list[Correction]


def edited_values(catalogue: Catalogue, mention: Mention, entry: Entry, corrections: list[Correction]) -> Edited | None:
    """What an editor has said of a report, whose article has these corrections; `None` where that is nothing."""
    event, conventions = mention.event, mention.dated.article.conventions
    dating = [mention.dated.expressions[index] for index in event.expressions] if event else []
    notes = [_dated(catalogue, x, conventions) for x in dating if x.by_editor]
    if event and event.origin == "editor":
        notes.append(catalogue.words["added_by_editor"])
    if entry.rewritten and mention is entry.mentions[0]:
        notes.append(catalogue.words["told_by_editor"])
    return Edited(notes, corrections) if notes or corrections else None


def _dated(catalogue: Catalogue, x: TimeExpression, conventions: Conventions) -> str:
    """That an editor has dated words, and what the rules had read in them, where that was something else."""
    if x.thought is None:
        return catalogue.said("dated_by_editor_only", words=x.text)
    if x.thought.edtf == x.edtf:
        return catalogue.said("confirmed_by_editor", words=x.text)
    thought = catalogue.expression_words(x.thought, conventions)
    return catalogue.said("dated_by_editor", words=x.text, thought=thought or catalogue.words["undated"])


def thought_steps(x: TimeExpression) -> list[str]:
    """The steps by which the rules had read words that an editor has dated otherwise."""
    if x.thought is None or x.thought.edtf == x.edtf:
        return []
    return [step for step in x.thought.why if step != f"“{x.thought.text}”"]


def date_words(catalogue: Catalogue, x: TimeExpression, conventions: Conventions) -> str:
    """What an expression means, and whether an editor says so."""
    words = catalogue.expression_words(x, conventions)
    return catalogue.said("by_editor", words=words) if x.by_editor else words


def correction_values(catalogue: Catalogue, article: Article) -> list[Correction]:
    """What was wrong in an article, in the order in which its editor lists it."""
    return [
        Correction(
            label=catalogue.said("correction", day=catalogue.plain_day(each.day.toordinal())),
            datetime=each.day.isoformat(),
            text=each.text,
        )
        for each in article.corrections
    ]
