"""A story of as many events as asked for, told by articles that look back, so that its pages can be weighed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from dateline.site import Options, build

AN_ARTICLE = 20
PLACES = ("Ribbon Bay", "Cinder Hill", "Otter Wharf", "Fallow Green", "Marl Point", "Heron Lock", "Thistle Row")
BODIES = ("the harbour board", "the town council", "the water company", "the ferry union", "a court of appeal")
DEEDS = (
    "{body} at {place} voted to raise the sea wall by another metre, after {number} residents had written in protest",
    "a crane of {number} tonnes fell across the quay at {place}, and {body} closed the road to all traffic for a time",
    "{body} opened the new pumping station at {place}, which had cost {number} thousand pounds more than was planned",
    "{number} people marched through {place} against the closing of the school, which {body} had announced before",
    "engineers of {body} found {number} cracks in the bridge of {place} and asked for money that nobody had set aside",
)
WORDS = tuple("lantern gravel orchard copper willow harbour saddle meadow anchor kettle pepper timber velvet".split())


def long_site(folder: Path, events: int, first: date, days: int) -> Path:
    """Builds a site of one story of so many events, spread evenly from the first day over so many days."""
    content = folder / "content" / "wall"
    content.mkdir(parents=True)
    (content.parent / "site.toml").write_text('base_url = "https://long.example"\n', "utf-8")
    told = [(first + timedelta(days * at // events), _sentence(at, first, days * at // events)) for at in range(events)]
    for number, at in enumerate(range(0, events, AN_ARTICLE), 1):
        part = told[at : at + AN_ARTICLE]
        head = f"title: The wall, part {number}\ndate: {part[-1][0] + timedelta(1)}\nsource: The Bay Echo\n"
        text = "\n\n".join(sentence for _, sentence in part)
        (content / f"part-{number}.md").write_text(
            f"---\n{head}tags: [sea wall, {WORDS[number % 13]}]\n---\n{text}\n", "utf-8"
        )
    build(Options(folder / "content", folder / "output"))
    return folder / "output"


def _sentence(at: int, first: date, offset: int) -> str:
    day = first + timedelta(offset)
    deed = DEEDS[at % len(DEEDS)].format(
        body=BODIES[at * 7 % len(BODIES)], place=PLACES[at * 3 % len(PLACES)], number=13 + at * 37 % 811
    )
    # A word or two of its own keeps one sentence from being packed as the other.
    clerk = f"{WORDS[at % 13].title()} {WORDS[at * 5 % 11].title()}{at}"
    return f"On {day.day} {day:%B} {day.year}, {deed}, said a clerk named {clerk}."
