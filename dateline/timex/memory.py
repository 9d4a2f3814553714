"""What a text has established so far: the date that it counts from, and the year of which it tells."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.model import Day, Grain, Interval, Role
from dateline.timex import interval as calendar
from dateline.timex.accounted import accounted
from dateline.timex.reading import Reading, unit

NOT_FAR = 400
A_WEEK = 7
# So many dates without their year show that a paragraph tells a story, and does not merely look back.
A_STORY = 3
# What lies so many days back is no news.
OF_NEWS = 1100
# A battle or a siege, but no reign.
LONGEST_SUBJECT = 550
A_MONTH = 28
# What lies further back is no background of the day's news, but the story that is told.
A_SEASON = 100


@dataclass(slots=True)
class Memory:
    """What a text has established so far.

    `reference` is the date that "the next day" counts from, `spoken` that of the last quotation, `period` the
    quarter or half-year that "the year-ago quarter" counts from, `begun` the last of those that had begun by the
    dateline. `narrative` is the last date told with its year; in a `history` it holds from paragraph to paragraph,
    in news as long as a `passage` goes on telling of years gone by. `opening` is true of the first sentence of a
    paragraph. `named` is the last date that was named, planned ones too. `flashback` is what the sentence before
    looked back to and left it at: the sentence behind "he had enlisted in 1790" may go on from there. `dated` is
    the last date of the paragraph that said its year, `goes_on` counts those behind it that went on in that year.
    `dated_before` is that of the last paragraph that had one; `years` are those said so far, `days` the years of the
    months and days said with theirs, `subject` the stretch that the text names first and is about, `left` where the
    story was when it last jumped back by years, `back` says that the paragraph before did so with "had",
    `goes_before` that this one does. `entry` is the date that heads the entry of a chronicle; `headed` is
    true inside of one, or where a line that says nothing else gave the year, which is `section` until another does or
    the text comes to its own time. `in_entries` is true behind a line that said nothing but a day that is not that of
    filing. `told_here` is true once the paragraph has told of the story's year; `lead` is the subject until the next
    paragraph, which begins with its beginning, `opened` the date with its year that the sentence named before.
    `day` is the last reference that was a day, and no mere "since"; `day_gone` is true once one of them lay
    more than a week before the dateline. `main` is the day of the first thing that the text says has happened, and
    `day_here` is true once the paragraph has named a day.
    """

    history: bool = False
    passage: bool = False
    reference: Reading | None = None
    day: Reading | None = None
    spoken: Reading | None = None
    period: Reading | None = None
    begun: Reading | None = None
    narrative: Reading | None = None
    told: bool = False
    told_here: bool = False
    named: Reading | None = None
    flashback: Reading | None = None
    looked_back: Reading | None = None
    waiting: Reading | None = None
    dated: Reading | None = None
    dated_before: Reading | None = None
    goes_on: int = 0
    years: dict[int, None] = field(default_factory=dict)
    days: dict[tuple[int, int], int] = field(default_factory=dict)
    subject: Reading | None = None
    left: Reading | None = None
    back: bool = False
    goes_before: bool = False
    lead: Reading | None = None
    opened: Reading | None = None
    headed: bool = False
    section: int | None = None
    in_entries: bool = False
    entry: Reading | None = None
    opens_paragraph: bool = True
    opening: bool = True
    day_gone: bool = False
    main: Reading | None = None
    day_here: bool = False

    def establish(
        self, reading: Reading, day: Day, year_said: bool, aside: bool, quoted: bool = False, since: bool = False
    ) -> None:
        """Remembers a date; a planned one is never counted from, nor one told aside where the text has another."""
        whole = reading.interval
        if reading.type == "DURATION" and reading.grain in (Grain.MONTH, Grain.QUARTER):
            # "For the nine months" leaves the quarter: what lies "a year earlier" is then the year.
            self.period = self.begun = accounted(reading)
        if whole is None or whole.start is None or reading.type == "DURATION":
            return
        if not reading.established:
            self.told = self.told or self._tells_of(reading)
            return
        if reading.grain in (Grain.QUARTER, Grain.HALF):
            self.period = reading
            begun = whole.start <= day
            ended = self.begun is not None and (self.begun.whole.end or 0) <= day
            # Results of the quarter gone by are compared with a year ago, those expected of this one less often.
            self.begun = reading if begun and not (ended and (whole.end or 0) > day) else self.begun
        glances = aside or (since and reading.grain <= Grain.DAY)
        if whole.start <= day and quoted:
            self.spoken = reading
        elif whole.start <= day and not (glances and self.reference is not None):
            self.reference = reading
            if reading.grain <= Grain.DAY and not since:
                self.day, self.day_gone = reading, self.day_gone or day - whole.start > A_WEEK
                self.day_here = True
        elif reading.grain <= Grain.DAY and whole.start == day:
            # "It had been told nothing until Wednesday": even in passing, the day of the news is told of again.
            self.day = reading
        if aside:
            # What a passage on 1690 looks back to from there does not end it.
            self.told = self.told or (year_said and self.narrative is not None)
        elif whole.start <= day:
            self.looked_back = None
            self._tell(reading, year_said, day)

    @property
    def in_story(self) -> bool:
        """Whether a paragraph of news has told so much of one year that the next may go on with it."""
        return self.goes_on >= A_STORY

    @property
    def goes_back(self) -> bool:
        """Whether the paragraph behind may still be of a year that the text has named."""
        return self.in_story or self.headed or self.section is not None

    @property
    def in_chronicle(self) -> bool:
        """Whether what is told belongs to the year of a heading or to that of a history."""
        return self.history or (self.headed and self.narrative is not None)

    def date(self, reading: Reading, alone: bool) -> None:
        """Remembers a date that says its year; `alone` on its line, it is a heading."""
        self.dated = reading
        if alone or not (self.history and self.headed):
            self.headed, self.entry = alone, None
        year, month, day = calendar.civil(reading.begin)
        self.years[year] = self.years.pop(year, None)
        if reading.grain <= Grain.DAY:
            self.days[month, day] = year

    def begin_section(self, reading: Reading) -> None:
        """Remembers the year of a heading."""
        self.section = calendar.civil(reading.begin)[0]

    @property
    def background(self) -> bool:
        """Whether the day named last lies behind that of the news, in a paragraph that is over."""
        if self.history or self.headed or self.in_entries or self.day_here or self.main is None or self.day is None:
            return False
        return 0 < self.main.begin - self.day.begin < A_SEASON

    def open_entry(self, reading: Reading) -> None:
        """Remembers the date that heads an entry; the next entry goes on from it, wherever this one may lead."""
        self.entry = self.narrative = reading
        self.headed = self.told = True

    def look_back(self, reading: Reading) -> None:
        """Remembers a date that a sentence looks back to from the rest of the story."""
        if self.reference is not None and self.reference is not reading:
            self.looked_back = reading

    def is_beside(self, reading: Reading) -> bool:
        """Whether a date goes on from the last one: not back, nor on by more than a year or so."""
        if self.reference is None:
            return True
        return 0 <= reading.begin - self.reference.begin <= NOT_FAR

    def _tell(self, reading: Reading, year_said: bool, day: Day) -> None:
        if not year_said and self._is_around(reading):
            # "It was over before the end of the year": the year that holds what is told takes the story nowhere.
            self.told = True
        elif year_said or (reading.follows and (self.narrative or self.dated) is not None):
            self._leave(reading)
            self.narrative = reading if reading.grain <= Grain.YEAR else None
            self._span(reading, year_said)
            self.told = True
        elif self.narrative is not None:
            if self._tells_of(reading) or (self.history and day - reading.begin > OF_NEWS):
                self.narrative, self.left = reading, None
                self.told = True
                self.goes_on += 1
            else:
                # "On Tuesday the last of them came back": the text has come to its own day.
                self.narrative = None

    def _span(self, reading: Reading, year_said: bool) -> None:
        """Remembers that a text is about all from one day to another: "It set out in May 1838 and came back on …"."""
        if year_said and reading.role is Role.FROM_TO and reading.grain <= Grain.SEASON:
            # "It burned from 12 to 15 October 1871".
            self.tell_from_start(reading, reading)
        opened = self.opened
        self.opened = reading if year_said and reading.grain <= Grain.SEASON else None
        if opened is None or self.opened is None or self.subject is not None or self.goes_on:
            return
        if A_MONTH <= reading.begin - opened.begin <= LONGEST_SUBJECT and reading.whole.end is not None:
            whole = Interval(opened.begin, reading.whole.end)
            self.subject = self.lead = replace(
                opened, interval=whole, role=Role.FROM_TO, begins=opened.interval, ends=reading.interval
            )

    def _begin_again(self, lead: Reading) -> None:
        """Behind the paragraph that sums a story up it is told from its beginning."""
        told = self.narrative
        if told is None or lead.begins is None or not calendar.contains(lead.whole, told.whole):
            return
        self.narrative = lead
        self.named = self.reference = unit(lead.begins, lead.grain, "the day with which the story begins")

    def _leave(self, reading: Reading) -> None:
        """Remembers where a story was that jumps back by years, until it has come there again."""
        told = self.narrative
        if told is not None and told.begin - reading.begin > NOT_FAR:
            self.left = told
        elif self.left is not None and reading.begin >= self.left.begin:
            self.left = None

    def _is_around(self, reading: Reading) -> bool:
        """Whether a date is the larger unit in which the narrative stands."""
        told = self.narrative
        return told is not None and told.grain < reading.grain and calendar.contains(reading.whole, told.whole)

    def tell_from_start(self, end: Reading, stretch: Reading) -> None:
        """What is told as lasting from one date to another is told from its start on, though its end was named last."""
        if self.narrative is end:
            self.narrative = stretch
            if (
                self.subject is None
                and not self.goes_on
                and (stretch.whole.last or stretch.begin) - stretch.begin <= LONGEST_SUBJECT
            ):
                self.subject = self.lead = stretch

    def _tells_of(self, reading: Reading) -> bool:
        """Whether a date lies in the year of the narrative or the next."""
        if self.narrative is None:
            return False
        told = calendar.civil(self.narrative.begin)[0]
        first = calendar.civil(reading.begin)[0]
        last = first if reading.whole.last is None else calendar.civil(reading.whole.last)[0]
        return first <= told + 1 and told <= last

    def begin_sentence(self) -> None:
        """In news a year holds for the sentence behind the one that names it, and on while dates follow."""
        self.told_here, self.opened = self.told_here or self.told, None
        self.opening, self.opens_paragraph = self.opens_paragraph, False
        self.told = False
        self.flashback, self.looked_back = self.looked_back, None

    def begin_paragraph(self, passage: bool, present: bool) -> None:
        """In news what one paragraph tells of 1999 says nothing of the next one's "in March".

        A `present` paragraph of a history speaks of the dateline's own time; what was told waits for the next. News
        that tells a story goes on with it in the next paragraph, if that speaks of nothing present; so does what
        stands below a heading.
        """
        self.opens_paragraph, self.spoken, self.looked_back = True, None, None
        self.told = self.told_here = self.day_here = False
        self.back, self.goes_before = self.goes_before, False
        self.passage = passage
        # Behind a forecast for the quarters to come, a paragraph of results tells of the one that has begun.
        self.period = self.begun or self.period
        self.dated_before = self.dated or self.dated_before
        self.dated = None
        self.section = None if present else self.section
        if not self.history:
            self.headed = self.headed and not present
            goes_on = self.headed or (self.in_story and not present)
            self.narrative, self.goes_on = (self.narrative if goes_on else None), 0
            return
        self.narrative, self.waiting = self.narrative or self.waiting, None
        if self.lead is not None:
            self._begin_again(self.lead)
            self.lead = None
        if present:
            self.narrative, self.waiting = None, self.narrative
