"""Made-up local news of any amount, always the same: text for measuring; about every third sentence has a date.

`python -m tests.bench.newsroom 1000 > articles.jsonl` writes articles of about 600 words as `tag --format jsonl` reads
them; with a folder behind the number they become its content, in stories of ten.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

WORDS_AN_ARTICLE = 600
FIRST_DAY = date(2003, 1, 6)
A_STORY = 10

DATED = (
    "The {body} {approved} the {plan} {when}, after a debate that ran late into the evening.",
    "{When}, the {body} {approved} a {plan} for the {place}.",
    "Work on the {place} began {when} and has cost {number} million crowns so far.",
    "“We asked for this {when},” said {name}, who speaks for the {body}.",
    "{name} {resigned} {when}, citing a quarrel over the {plan}.",
    "The {place} has been shut {since}, and nobody expects it to open soon.",
    "The {body} will vote on the {plan} {future}.",
    "{name} is due to present a new {plan} {future}, and the {body} wants to answer it {future}.",
    "Between {year} and {later} the town lost {number} per cent of its jobs.",
    "In {month} {year} a storm {damaged} the {place}, and repairs lasted {length}.",
    "It is the third such dispute {since}, when {name} first {approved} a {plan}.",
    "Prices had risen by {number} per cent {when}, more than {name} had forecast.",
    "The inquiry opened on {day} {month} {year}; {length} later it was closed.",
    "A spokesman for the {body} said {weekday} that the {place} {damaged_passive} {when}.",
)
UNDATED = (
    "The {body} did not say who would pay for it.",
    "{name} called the {plan} a gift to people who had never asked for one.",
    "Critics argue that the {place} would serve the town better as it is.",
    "More than {number} residents signed a petition against the {plan}.",
    "“Nobody has shown me a single figure,” {name} told a crowd outside the {place}.",
    "The {place} lies between the river and the old railway line, and few strangers ever find it.",
    "It is not clear whether the {body} has the power to decide on the matter alone.",
    "Behind the quarrel stands an older one, about money, land and the question of who runs the {place}.",
    "Several members of the {body} left the room before {name} had finished.",
    "The {plan} names {number} streets, and in most of them the shopkeepers are against it.",
    "A lawyer for {name} declined to comment.",
    "Experts from the university examined the {place} and found cracks in {number} of its beams.",
    "Neither side expects the courts to settle the question, though both have hired counsel.",
    "People who live beside the {place} speak of noise, dust and a smell that no one can explain.",
    "What the {plan} would mean for tenants is set out on a single page, the last of {number}.",
    "The opposition in the {body} wants a cheaper solution and has put its own experts to work.",
)
SLOTS: dict[str, tuple[str, ...]] = {
    "body": ("council", "harbour board", "ministry", "school committee", "regional court", "transport union", "bank"),
    "plan": ("budget", "flood plan", "bus contract", "merger", "housing scheme", "reform", "rescue package"),
    "place": ("market hall", "north bridge", "power station", "hospital", "stadium", "ferry terminal", "old mine"),
    "name": ("Ana Brandt", "Piet Okoro", "Lena Farkas", "Tomas Reyes", "Mr Halloran", "Judge Imre Sato", "Dr Vance"),
    "approved": ("approved", "rejected", "postponed", "defended", "signed", "published"),
    "resigned": ("resigned", "stepped down", "was dismissed", "took leave", "was elected"),
    "damaged": ("flooded", "damaged", "tore the roof off", "cut the power to"),
    "damaged_passive": ("was flooded", "was sold", "caught fire", "reopened", "changed hands"),
    "when": (
        "on Monday",
        "on Tuesday",
        "last week",
        "last month",
        "yesterday",
        "three days ago",
        "late last year",
        "in early March",
        "over the weekend",
        "last summer",
        "in the past few months",
        "two years ago",
        "this morning",
        "in the first quarter",
        "a year earlier",
        "on the last Friday of October",
        "in the mid-1990s",
    ),
    "since": (
        "since January",
        "since last autumn",
        "since 1998",
        "since the spring",
        "since Wednesday",
        "for two years",
    ),
    "future": (
        "next week",
        "on Thursday",
        "next month",
        "in two weeks",
        "tomorrow",
        "by the end of the year",
        "next spring",
        "on May 3",
        "before Christmas",
        "within ten days",
    ),
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "month": ("January", "February", "April", "June", "July", "September", "November", "December"),
    "length": ("six months", "two years", "a week", "several days", "more than a decade", "90 minutes"),
    "year": ("1987", "1994", "1999"),
    "later": ("2000", "2001", "2002"),
}

TAGS = (
    "courts",
    "energy",
    "floods",
    "harbour",
    "health",
    "housing",
    "mining",
    "politics",
    "railways",
    "schools",
    "sport",
    "taxes",
)


def sentence(dice: random.Random, patterns: Sequence[str] = ()) -> str:
    """One sentence, dated in one case of three where no patterns are given."""
    pattern = dice.choice(patterns or (DATED if dice.random() < 1 / 3 else UNDATED))
    words = {slot: dice.choice(choices) for slot, choices in SLOTS.items()}
    numbers = {"number": str(dice.randint(2, 90)), "day": str(dice.randint(1, 28))}
    when = words["when"]
    return pattern.format(**words, **numbers, When=when[0].upper() + when[1:])


def article(dice: random.Random) -> str:
    """An article of about 600 words, in paragraphs."""
    paragraphs, count = [], 0
    while count < WORDS_AN_ARTICLE:
        paragraph = " ".join(sentence(dice) for _ in range(dice.randint(1, 4)))
        paragraphs.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(paragraphs)


def articles(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """As many articles, each with its own day; the same ones for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - nothing here is secret
    for number in range(count):
        day = FIRST_DAY + timedelta(days=dice.randrange(7300))
        yield {"id": f"article-{number}", "date": day.isoformat(), "text": article(dice)}


def write_content(folder: Path, count: int, seed: int = 1) -> None:
    """A folder of content of as many articles, in stories of ten that last a season, each with tags and a title."""
    dice = random.Random(seed)  # noqa: S311
    for first in range(0, count, A_STORY):
        story = folder / f"story-{first // A_STORY:05}"
        story.mkdir(parents=True)
        begun = FIRST_DAY + timedelta(days=dice.randrange(7300))
        tags = ", ".join(dice.sample(TAGS, 2))
        for number in range(first, min(first + A_STORY, count)):
            day = begun + timedelta(days=dice.randrange(90))
            title = sentence(dice, UNDATED).rstrip(".")
            head = f'---\ntitle: "{title}"\ndate: {day.isoformat()}\ntags: [{tags}]\n---\n\n'
            (story / f"article-{number:06}.md").write_text(head + article(dice) + "\n", "utf-8")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        write_content(Path(sys.argv[2]), int(sys.argv[1]))
        sys.exit()
    for line in articles(int(sys.argv[1])):
        print(json.dumps(line, ensure_ascii=False))
