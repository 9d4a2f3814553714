"""Entries as an editor wants them: merged, separated, hidden, in other words.

An edit names an entry, or one of its reports, by the permalink that it has without any edit, and keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.model import DatedArticle, Edit, Entry, Mention, Status
from dateline.timeline.account import account

Reports = list[Mention]


@dataclass(slots=True)
class _Desk:
    """The entries while they are edited: the reports of each, and under which permalink an entry or report now is."""

    entries: dict[str, Entry]
    reports: dict[str, Reports]
    home: dict[str, str]
    touched: set[str]

    def entry_of(self, name: str) -> str | None:
        """The permalink of the entry that now has what an edit names, or `None` where there is no such thing."""
        while (home := self.home.get(name)) is not None and home != name:
            name = home
        return home

    def separate(self, first: str, second: str) -> None:
        """Takes the one of two that is a report out of the entry that it shares with the other."""
        one, other = self.entry_of(first), self.entry_of(second)
        if one is None or one != other:
            return
        apart = next((name for name in (second, first) if name != one), None)
        moved = [mention for mention in self.reports[one] if mention.id == apart]
        if apart is not None and 0 < len(moved) < len(self.reports[one]):
            self.reports[one] = [mention for mention in self.reports[one] if mention.id != apart]
            self.reports[apart], self.home[apart] = moved, apart
            self.touched |= {one, apart}

    def merge(self, first: str, second: str) -> None:
        """Takes the reports of the second entry, or the one report that it is, into the first."""
        one, other = self.entry_of(first), self.entry_of(second)
        if one is None or other is None or one == other:
            return
        single = [mention for mention in self.reports[other] if mention.id == second]
        moved = single or self.reports[other]
        if any(mention.event is None for mention in (*self.reports[one], *moved)):
            return
        # What led to the entry that is gone leads to its report.
        self.reports[one] += [replace(mention, id=mention.id or second) for mention in moved]
        if single and len(self.reports[other]) > 1:
            self.reports[other] = [mention for mention in self.reports[other] if mention.id != second]
            self.home[second] = one
        else:
            del self.reports[other]
            self.home[other] = one
        self.touched |= {one, other}


def edited(entries: Sequence[Entry], articles: Iterable[DatedArticle]) -> list[Entry]:
    """The entries, of which each has its permalink, as the editor of the articles wants them; in no order."""
    edits = [edit for dated in articles for edit in dated.article.edits if edit.verdict != "add"]
    if not edits:
        return list(entries)
    order = {id(mention.event): place for place, mention in enumerate(_in_text(entries))}
    home = {entry.id: entry.id for entry in entries}
    home |= {mention.id: entry.id for entry in entries for mention in entry.mentions if mention.id}
    desk = _Desk(
        {entry.id: entry for entry in entries},
        {entry.id: list(entry.mentions) for entry in entries},
        home,
        set(),
    )
    for edit in edits:
        if edit.verdict == "separate":
            desk.separate(edit.entry, edit.other)
    for edit in edits:
        if edit.verdict == "merge":
            desk.merge(edit.entry, edit.other)
    found = {name: _entry(name, desk, order) for name in desk.reports}
    for edit in edits:
        name = desk.entry_of(edit.entry)
        if name in found:
            found[name] = _changed(found[name], edit)
    hidden = {desk.entry_of(edit.entry) for edit in edits if edit.verdict == "hide"}
    return [entry for name, entry in found.items() if name not in hidden]


def _in_text(entries: Iterable[Entry]) -> list[Mention]:
    """All reports by the filing of their articles and their place there."""
    mentions = [mention for entry in entries for mention in entry.mentions]
    return sorted(mentions, key=lambda mention: (mention.dated.article.dateline.day, mention.dated.article.slug))


def _entry(name: str, desk: _Desk, order: dict[int, int]) -> Entry:
    if name not in desk.touched:
        return desk.entries[name]
    reports = sorted(desk.reports[name], key=lambda mention: order[id(mention.event)])
    reports = [replace(mention, id="") if mention.id == name else mention for mention in reports]
    return replace(account(reports), id=name)


def _changed(entry: Entry, edit: Edit) -> Entry:
    if edit.verdict == "keep":
        return replace(entry, kept=True)
    if edit.headline:
        entry = replace(entry, what=edit.headline, subject=None, rewritten=True)
    if edit.status is Status.HAPPENED:
        return replace(entry, status=edit.status, polarity="POS", modality=None)
    return replace(entry, status=edit.status) if edit.status else entry
