"""A sentence, and what the text before it has established."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model import Conventions, Day, Grain
from dateline.timex import interval as calendar
from dateline.timex.memory import OF_NEWS, Memory
from dateline.timex.passing import is_counted_from, is_far_end, is_in_passing, says_year
from dateline.timex.reading import Reading
from dateline.timex.telling import Direction, Telling
from dateline.timex.tokens import Token, quoted

# Tokens before an expression that opens its sentence, as a scene does ("In the cold January of 1944") and a clause.
FRONT, HEAD = 4, 2
SIDE_GLANCES = frozenset("since who which that whose where when founded born because , (".split())


RELATIVES = frozenset("who whom whose which where".split())
RELATIVE_REACH = 10
DAYS_OF_NEWS = 100
# A line so near to the dateline may say when the article was printed.
DAYS_OF_PRINTING = 7
CLOSERS = frozenset(", ; : ) – —".split())
COMPARES, REACH = frozenset("compared versus than".split()), 7
NEGATIONS, PAST_MODALS = frozenset({"not", "n't", "never"}), frozenset({"could", "would"})
ROW = frozenset("and again in on".split())
SIDE_VERBS = frozenset("founded born established".split())
SETS_OUT = frozenset("after on upon following".split())
# Fewer words behind "since" are no clause but the date itself.
SINCE_CLAUSE = 3


@dataclass(slots=True)
class Scene:
    """A sentence, and what the text before it has established.

    `fellow` is the last date of the same sentence, planned or not, and `fellow_span` its tokens; `fellow_aside` says
    that it is told aside, `main` is the last that is not. `dated` is the last one that says its year and is told of as
    the sentence goes along, with the token behind it. `passing` holds the tokens with which what is named only in
    passing begins. `went_back` is true where it opens a paragraph of a history by going back.
    """

    tokens: tuple[Token, ...]
    day: Day
    conventions: Conventions
    memory: Memory
    verbs: Telling
    fellow: Reading | None = None
    fellow_span: tuple[int, int] = (0, 0)
    fellow_aside: bool = False
    main: Reading | None = None
    dated: tuple[Reading, int] | None = None
    directions: dict[tuple[int, int], Direction] = field(default_factory=dict)
    passing: set[int] = field(default_factory=set)
    went_back: bool = False

    def establish(self, reading: Reading, first: int, last: int) -> None:
        """Remembers what the tokens from `first` to `last` mean."""
        if any(token.lower == "anniversary" for token in self.tokens[max(first - REACH, 0) : first]):
            # A bomb on the anniversary of the raid of 2001 goes off in no passage on 2001.
            return
        memory, alone = self.memory, self.fellow is None
        # "There had been fires in 1904 and 1906": a row that looks back.
        alone = alone or (self.fellow_aside and self.fellow is memory.looked_back)
        dates = reading.interval is not None and reading.interval.start is not None and reading.type != "DURATION"
        aside = self._is_aside(reading, first, last)
        relative = dates and self.is_in_relative(first) and not memory.is_beside(reading)
        relative = relative and not self._is_of_first_subject(reading, first, last)
        if dates and (aside or relative) and memory.history and self._lies_behind_main(reading):
            self.passing.add(first)
        if dates and reading.established:
            self.fellow, self.fellow_span, self.fellow_aside = reading, (first, last), aside or relative
            self.main = self.main if aside or relative else reading
        year_said = says_year(reading, self.tokens[first:last]) and not self._is_counted(first, last)
        sets_scene = year_said and (memory.history or memory.passage or self._sets_scene(reading, first, last))
        if dates:
            self._date(reading, first, last, year_said, aside, relative)
        looks_back = dates and (alone or self.went_back) and aside and not relative and self._had(first)
        says_when = year_said or reading.grain is Grain.YEAR
        if looks_back and says_when and memory.history and memory.opening and not self._is_since(first):
            # "A first attempt had been made in 1838. On 29 July …": a paragraph that goes back, and on from there.
            aside, self.went_back = False, True
            memory.goes_before = True
        ahead = self.directions.get((first, last)) is Direction.FUTURE and not self._came_at_last(first)
        if memory.narrative is not None and ahead:
            # "They were promised that they would go home in the spring": a plan of those days moves no story.
            return
        said, since = quoted(self.tokens)[first], self._is_since(first)
        happened = dates and reading.grain <= Grain.DAY and reading.begin <= self.day
        told_aside = aside or relative or said or since
        if memory.main is None and happened and not told_aside and not self.verbs.is_of_account(first, last):
            memory.main = reading
        tells_year = sets_scene or (year_said and aside)
        if tells_year and since and not aside and self.verbs.is_present(first):
            # "It has housed writers since 1980. He gave his last lecture in May": the text has come to its own time.
            memory.narrative, tells_year = None, False
        told = memory.narrative
        memory.establish(reading, self.day, tells_year, aside or relative, said, since)
        if tells_year and memory.history and told is not None and is_far_end(self.tokens, told, reading, first):
            memory.narrative = told
        if dates and self.heads_entry(first, last):
            memory.open_entry(reading)
        if looks_back and aside and alone:
            memory.look_back(reading)

    def _date(self, reading: Reading, first: int, last: int, year_said: bool, aside: bool, relative: bool) -> None:
        """Remembers of what year a date speaks, or that the paragraph has come back to the days of the dateline."""
        memory, line = self.memory, first == 0 and last == len(self.tokens)
        if line and reading.interval != calendar.of_day(self.day):
            memory.in_entries = True
        if year_said:
            memory.date(reading, alone=line)
            if line and abs(reading.begin - self.day) > DAYS_OF_PRINTING:
                memory.begin_section(reading)
            self.dated = self.dated if aside or relative else (reading, last)
        elif not memory.history and calendar.contains(reading.whole, calendar.of_day(self.day)):
            # "This year", "today": a paragraph of news that has come to its own time tells no story.
            memory.dated = memory.narrative = None
        elif self.day - reading.begin < DAYS_OF_NEWS and not aside:
            # "Last month", "on Tuesday".
            memory.dated = None

    def _is_aside(self, reading: Reading, first: int, last: int) -> bool:
        """Whether a date belongs to what is only looked back to, said later, or compared with."""
        # "It sank late on Saturday, the coast guard said on Sunday": the story goes on from Saturday.
        says = self.fellow is not None and self.verbs.is_of_saying(first, last)
        says = says or self._is_of_quotation(reading, first, last)
        if first > HEAD and (says or self.verbs.is_aside(first, last)) and not self._is_fronted(first):
            return True
        if self._goes_on_aside(first):
            return True
        # "9,210 machines, compared with 9,800 in November 1990": the story stays where it is.
        before = {token.lower for token in self.tokens[max(first - REACH, 0) : first]}
        if self._is_in_passing(reading, first, last):
            self.passing.add(first)
            return True
        return not COMPARES.isdisjoint(before) or self._looks_back_to(reading, first)

    def _lies_behind_main(self, reading: Reading) -> bool:
        """Whether a month or more lies back from what the sentence tells of: "it ended, like that of 1122"."""
        return self.main is not None and reading.grain >= Grain.MONTH and reading.begin < self.main.begin

    def _goes_on_aside(self, first: int) -> bool:
        """Whether a row goes on with what is told aside: "whose work was shown in 1900 and again in 1937"."""
        row = [token.lower for token in self.tokens[self.fellow_span[1] : first]]
        return self.fellow_aside and self.memory.history and "and" in row and ROW.issuperset(row)

    def _is_in_passing(self, reading: Reading, first: int, last: int) -> bool:
        """Whether a history names a year, or a date beside another, only in passing."""
        memory, told = self.memory, self.memory.narrative
        if told is None or not memory.history or reading.interval is None or reading.interval.start is None:
            return False
        if self.fellow is not None and is_counted_from(self.tokens, first, last):
            return True
        said = says_year(reading, self.tokens[first:last]) and not self.heads_entry(first, last)
        return said and is_in_passing(self.tokens, self.verbs, told, memory.opening, reading, first, last)

    def heads_entry(self, first: int, last: int) -> bool:
        """Whether a history goes from date to date here: "6 November: a ceasefire takes effect"."""
        tokens, memory = self.tokens, self.memory
        entry = first == 0 and last < len(tokens) and (tokens[last].text in ENTRY_MARKS or _is_spaced(tokens, last))
        return entry and memory.in_chronicle and (memory.narrative or memory.entry) is not None

    def _came_at_last(self, first: int) -> bool:
        """Whether what "could not be crossed until the 24th" was crossed then."""
        before = [token.lower for token in self.tokens[:first]]
        return before[-1:] == ["until"] and not NEGATIONS.isdisjoint(before) and not PAST_MODALS.isdisjoint(before)

    def _is_counted(self, first: int, last: int) -> bool:
        """Whether a year is what a verb is about and not when: "she missed 1974 and 2020"."""
        named = last - first == 1 and self.tokens[first].text.isdecimal()
        return named and first > 0 and self.verbs.takes(first)

    def _is_of_first_subject(self, reading: Reading, first: int, last: int) -> bool:
        """Whether a paragraph first dates what its subject did: "The party, which landed on 3 May 1903, waited"."""
        words = [token.lower for token in self.tokens[:first]]
        day = reading.grain <= Grain.DAY and says_year(reading, self.tokens[first:last])
        opens = self.memory.dated is None and self.fellow is None and SIDE_VERBS.isdisjoint(words)
        story = self.memory.narrative
        if opens and self.memory.opening and self.memory.history and story is not None and story.begin < reading.begin:
            # "Its great days were those of Rudd, who came in January 1926."
            came = "who" in words and "had" not in words[words.index("who") :]
            closely = story.grain <= Grain.MONTH and reading.grain is Grain.YEAR
            return came and not closely and says_year(reading, self.tokens[first:last])
        long_ago = day and self.day - reading.begin > OF_NEWS
        return long_ago and opens and not self.verbs.says_beyond(last)

    def _is_of_quotation(self, reading: Reading, first: int, last: int) -> bool:
        """Whether it dates when the words of a history were said: “I was out,” he told a reporter in 1976."""
        dates = reading.interval is not None and reading.interval.start is not None
        told = self.memory.history and self.memory.narrative is not None
        return dates and told and any(quoted(self.tokens)[:first]) and self.verbs.is_of_telling(first, last)

    def _is_fronted(self, first: int) -> bool:
        """Whether a clause sets out from it: "After landing in May 1943, they advanced", "Rescued in 1974, it rose"."""
        if not (self.memory.history or self.memory.passage):
            return False
        if self.verbs.opens_with_participle(first):
            return SIDE_VERBS.isdisjoint({self.tokens[0].lower})
        if self.tokens[0].lower not in SETS_OUT:
            return False
        row = self.tokens[1:first]
        return any(token.lower.endswith("ing") for token in row[:2]) and not any(token.text in ",;:" for token in row)

    def _had(self, first: int) -> bool:
        return any(token.lower == "had" for token in self.tokens[:first])

    def _looks_back_to(self, reading: Reading, first: int) -> bool:
        """Whether "since" takes the sentence back behind its own date: "in August it shut for the first time since"."""
        fellow, whole = self.fellow, reading.interval
        if fellow is None or whole is None or whole.start is None or not self._is_since(first):
            return False
        return fellow.whole.start is not None and whole.start < fellow.whole.start

    def looks_back_since(self) -> bool:
        """Whether the last date is what a first or a worst is counted from: "the third since 1850, …"."""
        return self._is_since(self.fellow_span[0])

    def _is_since(self, first: int) -> bool:
        return first > 0 and self.tokens[first - 1].lower == "since"

    def is_in_relative(self, first: int) -> bool:
        """Whether the expression at a token belongs to a relative clause: "Livy, who wrote in the 1st century BC".

        So does what a clause with "since" looks back to: "the fourth attack since a truce ended on Monday".
        """
        for back, token in enumerate(reversed(self.tokens[max(first - RELATIVE_REACH, 0) : first])):
            if token.lower in RELATIVES or (token.lower == "since" and back >= SINCE_CLAUSE):
                return True
            if token.lower == "that" and back and self.verbs.is_verb(first - back):
                # "An aftershock of the one that hit on 4 September".
                return True
            if token.text in ",;:" and not self._is_inside_number(first - back - 1):
                return False
        return False

    def _is_inside_number(self, at: int) -> bool:
        around = self.tokens[max(at - 1, 0) : at + 2]
        glued = len(around) == 3 and around[0].end == around[1].start and around[1].end == around[2].start
        return glued and around[0].text.isdecimal() and around[2].text.isdecimal()

    def has_closed_relative(self, first: int) -> bool:
        """Whether the last date was told aside in a relative clause that a comma has closed before a token."""
        begins, ends = self.fellow_span
        if not self.fellow_aside or ends >= first or self.tokens[ends].text not in CLOSERS:
            return False
        told = self.is_in_relative(begins) or self._is_since(begins)
        told = told or (self.tokens[ends].text != "," and self.verbs.is_aside(begins, ends))
        return told and not self.is_in_relative(first)

    def _sets_scene(self, reading: Reading, first: int, last: int) -> bool:
        """Whether an expression that opens or ends a plain sentence says of what time the next ones tell.

        So does a day with its year in the first sentence of a paragraph, wherever it stands.
        """
        plain = not any(token.lower in SIDE_GLANCES for token in self.tokens[:first])
        ends = last >= len(self.tokens) - 1
        return first <= FRONT or (plain and (ends or (reading.grain <= Grain.DAY and self.memory.opening)))


def _is_spaced(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands between spaces, as a dash does."""
    apart = tokens[at].text == "-" and tokens[at].start > tokens[at - 1].end
    return apart and at + 1 < len(tokens) and tokens[at + 1].start > tokens[at].end


ENTRY_MARKS = frozenset(": – —".split())
