"""Stories made of imported events, without a folder of content."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from dateline.importing.found import Found
from dateline.importing.reading import read_file
from dateline.model import Article, Clock, Conventions, DatedArticle, Dateline, Event, Imported, Link, Status, Story
from dateline.timeline.build import timeline
from dateline.timex.edtf import stretch
from dateline.timex.values import edtf_year

TODAY = date(2024, 5, 15)


def story_of(found: Found) -> Story:
    """The story whose only list holds the events."""
    article = Article(
        path=Path("list.events.toml"),
        story="list",
        slug="list",
        title=found.title,
        dateline=Dateline(TODAY),
        text="",
        pieces=(),
        source="list.json",
        imported=Imported(text=found.text, links=found.links),
    )
    dated = DatedArticle(article, (), tuple(found.events))
    return Story("list", "List", "", "", (), timeline([dated]), lone=False, lists=(dated,))


def reread(name: str, data: bytes, folder: Path) -> Found:
    """What import makes of an exported file."""
    path = folder / name
    path.write_bytes(data)
    return read_file(path, TODAY, Conventions())


def told(events: Sequence[Event]) -> list[Event]:
    """The events in an order that does not depend on the format."""
    return sorted(events, key=lambda event: (event.edtf or "", event.what, repr(event)))


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs", "Cf", "Cn", "Co")),
    min_size=1,
    max_size=12,
)
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
YEARS = st.one_of(st.integers(1, 9998), st.integers(-13_800_000_000, 0), st.integers(10_000, 200_000))
MARKS = st.sampled_from(["", "", "~"])


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A year, a month, a day, a season or a quarter; from one to another; or with an open end."""
    year = edtf_year(draw(YEARS))
    part = draw(st.sampled_from(["", "-04", "-12-31", "-22", "-34", "-39"]))
    first = year + part
    kind = draw(st.sampled_from(["alone", "alone", "open", "until", "to"]))
    if kind == "to":
        return f"{first}/{edtf_year(int(year.lstrip('Y')) + draw(st.integers(1, 900)))}{part}"
    return {"alone": first + draw(MARKS), "open": f"{first}/..", "until": f"../{first}"}[kind]


@st.composite
def events(draw: st.DrawFn) -> Event:
    """An imported event, of any date, told in any words."""
    date_ = draw(dates())
    when = stretch(date_)
    lasted = draw(st.booleans())
    hour = draw(st.sampled_from([None, Clock("16:15", "16:15"), Clock("09:00", "10:30", "EST")]))
    link = Link("https://example.org/film", caption=draw(st.sampled_from(["", "What it <i>shows</i>"])))
    return Event(
        what=draw(LINES),
        spans=(),
        subject=None,
        quote=draw(st.sampled_from(["", "It was so, they said."])),
        quote_start=0,
        expressions=(),
        when=when.when,
        begins=when.begins if lasted else None,
        ends=when.ends if lasted else None,
        grain=when.grain,
        edtf=date_,
        clock=hour,
        extent="throughout" if lasted else "within",
        status=draw(st.sampled_from(Status)),
        polarity=draw(st.sampled_from(["POS", "NEG"])),
        modality=draw(st.sampled_from([None, "may"])),
        origin="import",
        imported=Imported(
            date=draw(st.sampled_from(["", "one spring"])),
            text=draw(st.sampled_from(["", "<p>A &amp; <b>B</b></p>"])),
            group=draw(st.sampled_from(["", "Wars"])),
            uid=draw(st.sampled_from(["", "one@example.org"])),
            kind=draw(st.sampled_from(["event", "era"])),
            links=draw(st.sampled_from([(), (link,)])),
        ),
    )
