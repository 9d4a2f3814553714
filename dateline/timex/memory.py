"""What a text has established so far: the date that it counts from, and the year of which it tells."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Day, Grain
from dateline.timex import interval as calendar
from dateline.timex.reading import Reading


@dataclass(slots=True)
class Memory:
    """What a text has established so far.

    `reference` is the date that "the next day" counts from, `period` the quarter or half-year that "the year-ago
    quarter" counts from. `narrative` is the last date told with its year; in a `history` it holds from paragraph to
    paragraph. `named` is the last date that was named, planned ones too.
    """

    history: bool = False
    reference: Reading | None = None
    period: Reading | None = None
    narrative: Reading | None = None
    told: bool = False
    named: Reading | None = None

    def establish(self, reading: Reading, day: Day, year_said: bool, aside: bool) -> None:
        """Remembers a date; a planned one is never counted from, nor one told aside where the text has another."""
        whole = reading.interval
        if reading.type == "DURATION" and reading.grain in (Grain.MONTH, Grain.QUARTER):
            # "For the nine months" leaves the quarter: what lies "a year earlier" is then the year.
            self.period = None
        if whole is None or whole.start is None or reading.type == "DURATION":
            return
        if not reading.established:
            self.told = self.told or self._tells_of(reading)
            return
        if reading.grain in (Grain.QUARTER, Grain.HALF):
            self.period = reading
        if whole.start <= day and not (aside and self.reference is not None):
            self.reference = reading
        if whole.start <= day and not aside:
            self._tell(reading, year_said)

    def _tell(self, reading: Reading, year_said: bool) -> None:
        if year_said:
            self.narrative = reading if reading.grain <= Grain.YEAR else None
            self.told = True
        elif self.narrative is not None:
            if self._tells_of(reading):
                self.narrative = reading
                self.told = True
            else:
                # "On Tuesday the last of them came back": the text has come to its own day.
                self.narrative = None

    def _tells_of(self, reading: Reading) -> bool:
        """Whether a date lies in the year of the narrative or the next."""
        if self.narrative is None:
            return False
        told, now = (calendar.civil(one.begin)[0] for one in (self.narrative, reading))
        return now - told in (0, 1)

    def begin_sentence(self) -> None:
        """In news a year holds for the sentence behind the one that names it, and on while dates follow."""
        if not self.history and not self.told:
            self.narrative = None
        self.told = False

    def leave_paragraph(self) -> None:
        """In news what one paragraph tells of 1999 says nothing of the next one's "in March"."""
        if not self.history:
            self.narrative = None
