"""The words for what an editor should look at."""

from __future__ import annotations

from collections.abc import Sequence

KINDS = {
    "dateline": "the text’s own dateline does not agree with `date`",
    "vanished": "what you fixed is no longer there",
    "contradiction": "reports contradict each other",
    "tense": "the date and the tense do not go together",
    "doubt": "a doubtful date",
    "overdue": "planned, and its day has passed without a report",
    "duplicate": "perhaps one event, listed twice",
    "wide": "known to more than a year only",
    "idle": "a date that dates nothing",
    "dateless": "an article that dates nothing",
    "warning": "a warning",
    "alt": "a picture without alternative text",
    "name": "a name that is not listed",
    "source": "without its source",
}

WHYS = {
    "future_told_as_past": "it lies after the day of filing, {filed}, and the verb tells of the past",
    "past_told_as_future": "it lies before the day of filing, {filed}, and the verb tells of what is to come",
    "wide": "the event happened at some time in these {days:,} days",
    "idle": "no clause was found that it dates",
    "imported_future": "it lies after the day of the import, {filed}, and is told as past; `status` can say “planned”",
    "imported_twice": "line {line} of {path} says the same of the same date; take one of them out, or keep both",
    "unplaced": "the text names no day near enough to count from; write its date instead of `ignore`, if you know it",
    "words_vanished": "these words no longer stand in the text; copy them anew, or take the line out",
    "words_in_other_capitals": "the text writes it “{written}”, and capitals count; write it so, or take the line out",
    "entry_vanished": "no entry has this permalink; copy it anew from the page, or take the line out",
    "dateline": "the text says {text}; all dates hang on the day of filing",
    "overdue": "no article reports whether it came about by {as_of}",
    "duplicate": "the reports are alike; write `separate` instead of `merge` if they are two",
    "dateless": "the timeline shows only that it was published; date some words with `<time datetime>`, or say so",
    "alt": "readers who do not see it are told nothing; say what it shows",
    "name": "named {count:,} times, first in this article; list it to give it a page, with `unlisted` it is left alone",
    "source": "readers are not told where it appeared first",
    "sources": "readers are not told where they appeared first; this line says it for all that do not",
}


def why_words(reason: str, **given: object) -> str:
    """Why something is doubtful."""
    return WHYS[reason].format(**given)


def all_articles_words(count: int) -> str:
    """All the articles of a site."""
    return f"all {count:,} articles"


def other_reading_words(reason: str, other: str) -> str:
    """Why a reading is doubtful, and the other one."""
    return f"{reason}; it could be {other}" if other else reason


def claims_words(claims: Sequence[tuple[str, str]]) -> str:
    """What each article says: "15 April 2016 (The raid); 16 April 2016 (A day later)"."""
    return "; ".join(f"{claim} ({title})" for claim, title in claims)


def found_words(count: int) -> str:
    """How many things there are to look at."""
    if not count:
        return "Nothing to look at."
    return f"{count:,} {'thing' if count == 1 else 'things'} to look at, the worst first."
