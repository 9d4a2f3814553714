"""Whether an expression is told as past or as future: the tense of the verb that governs it."""

from __future__ import annotations

from itertools import pairwise

from dateline.timex.english.ahead import points_ahead
from dateline.timex.english.clause_direction import (
    is_leaving,
    is_on,
    is_plan_undone,
    is_reckoning,
    main_verb,
    row_begins,
    told_in_clause,
    was_foretold,
    was_unable,
)
from dateline.timex.english.event_nouns import is_event_noun
from dateline.timex.english.governing import Governing, told_in_present
from dateline.timex.english.hedges import preposition
from dateline.timex.english.noun_direction import WEEKDAYS, told_by_noun
from dateline.timex.english.plans import (
    AHEAD,
    is_awaited,
    is_down,
    is_faced,
    is_left_open,
    is_of_plan,
    of_participle,
    told_behind,
    was_dropped,
    was_hoped,
    was_once,
    was_to_be,
    was_to_have,
)
from dateline.timex.english.verb_words import DETERMINERS, PREPOSITIONS, REPORTING, SPEECH
from dateline.timex.english.verbs import VerbGroup
from dateline.timex.english.words import MONTHS, UNIT_PLURALS, UNITS
from dateline.timex.telling import Direction

# What is done today to a day that is still to come: "invited them to a ceremony on March 12".
LOOKS_AHEAD = frozenset(
    "announce arrange ask authorize authorise book call convene declare delay demand extend fix grant invite offer "
    "order plan postpone propose reschedule schedule seek set slate subpoena summon adjourn suspend defer allow".split()
)
# What is wanted may be no event: "asked for help in March" is told of March.
WANTS = frozenset("ask seek demand order offer".split())
MOVES_A_DAY = LOOKS_AHEAD | {"put", "move"}
# "Pushed back to June", "brought forward to Friday"; and "goes back to June".
SHIFTS = frozenset("push bring set knock shift pull".split())
REACHES_BACK = frozenset("go date trace reach stretch extend run hark".split())
SCHEDULES = frozenset("plan schedule slate reschedule".split())
AND = frozenset({"and", "or", ","})
PROPOSES = frozenset("mention propose suggest float discuss consider choose pick".split())
FORETELLS = frozenset("forecast predict project foresee".split())
ABOUT = frozenset("in for to by over".split())
BESIDE_A_DATE = frozenset("by in on before around during within between".split())
LIMITS = frozenset("until till through before by".split())
PROMISES = frozenset("promise pledge vow advise order tell urge warn demand".split())
# "Inspectors who called to the farm on March 4" were there on that day.
VISITED = frozenset("to at in on round by".split())
CALLS_OFF = frozenset("cancel call postpone scrap abandon shelve".split())
BESIDE_RECORD = frozenset("on as of at by".split())
BOUNDS_A_STRETCH = frozenset("ending beginning starting expiring commencing".split())
STAYS = frozenset("stays stay remains remain lasts runs keeps".split())
STOPS = frozenset("freeze halt suspend ban bar close shut stop".split())
# "Asked for a delay until 31 January", "won a reprieve until Friday".
RESPITES = frozenset("delay extension postponement adjournment reprieve moratorium respite".split())
PUTS_OFF = frozenset(
    "postpone delay extend adjourn suspend give have put reschedule defer grant ban bar freeze".split()
)


class Verbs(Governing):
    """The verb groups of a sentence, and how they tell of its expressions."""

    __slots__ = ()

    def direction(self, first: int, last: int) -> Direction:
        """How the sentence tells of the expression `tokens[first:last]`."""
        left = preposition(self.lower, first)
        beside = self._told_beside(first, last, left)
        if beside is not None:
            return beside
        if row_begins(self.lower, first) < first:
            row = row_begins(self.lower, first)
            return self.direction(row, row + 1)
        group = self._teller(first, last)
        if left == "from" and self.lower[first] in WEEKDAYS and is_faced(group, self.lower, first):
            return Direction.FUTURE
        if group is None:
            return told_by_noun(self.lower, first, last, "", False) or Direction.UNMARKED
        if group.lemma in FORETELLS and group.tense == "past" and left in ABOUT and group.start < first:
            # "It forecast a loss in June": that June is past or to come.
            return Direction.OPEN
        return self._told_apart(group, first, last) or self._told_by(group, first, last, left)

    def _told_beside(self, first: int, last: int, left: str) -> Direction | None:
        """The direction that the words right before or behind the expression give it, whatever the verb."""
        # What has lasted since then has begun.
        if left == "since" or self._reaches_back(first):
            return Direction.PAST
        if was_once(self.lower, first):
            return Direction.OPEN
        if self._is_of_record(first) or self._takes_effect(first):
            return Direction.UNMARKED
        if left in AHEAD or (left in ("for", "to") and self.lower[first - 2] in AHEAD):
            return self._of_plan(first, last, left)
        bound = self.lower[first - 2] if left in ("on", "in") and first > 1 else left
        if bound in BOUNDS_A_STRETCH and self.lower[first] not in WEEKDAYS:
            # "The financial year, ending June 30", "a ban, beginning on June 1".
            return Direction.OPEN
        if is_of_plan(self.groups, self.lower, first):
            return Direction.OPEN
        if left == "for" and is_down(self.lower, first - 2):
            return self._of_plan(first, last, left)
        awaited = left in BESIDE_A_DATE and is_awaited(self.lower[max(first - 4, 0) : first - 1])
        return Direction.FUTURE if awaited or points_ahead(self.groups, self.lower, first, last) else None

    def _is_of_record(self, first: int) -> bool:
        """ "Payable to holders of record on Nov. 30": a day that is chosen on either side of the dateline."""
        at = next((at for at in range(first - 1, max(first - 4, 1), -1) if self.lower[at] not in BESIDE_RECORD), 0)
        return tuple(self.lower[max(at - 1, 0) : at + 1]) in (("of", "record"), ("the", "register"))

    def _takes_effect(self, first: int) -> bool:
        """ "Raised the duty with effect from April 1": either side of the dateline."""
        return self.lower[max(first - 2, 0) : first] == ["effect", "from"]

    def _of_plan(self, first: int, last: int, left: str) -> Direction:
        """The direction of a date behind "due", "scheduled for"."""
        undone = left == "for" and is_plan_undone(self.groups, self.lower, first, last)
        behind = told_behind(self.lower, first - 1 if left in AHEAD else first - 2)
        if behind is Direction.OPEN and self.is_present(len(self.lower)):
            # "What was set for Monday has been called off": seen from the dateline, it is to come.
            behind = None
        return behind or (Direction.OPEN if undone else Direction.FUTURE)

    def _told_apart(self, group: VerbGroup, first: int, last: int) -> Direction | None:
        """The direction that the noun beside the expression or the kind of its clause gives it, whatever the verb."""
        lemma = group.lemma if group.end <= first else ""
        noun = told_by_noun(self.lower, first, last, lemma, group.marked_future)
        return noun or told_in_clause(self.groups, self.lower, first)

    def _told_by(self, group: VerbGroup, first: int, last: int, left: str) -> Direction:
        """How the governing verb tells of the expression."""
        if group.lemma in PROPOSES and left not in PREPOSITIONS and self._is_subject(group, last):
            # "March 15 has been mentioned": the day itself, which may be to come.
            return Direction.UNMARKED
        if self._is_limit_ahead(group, first, left):
            return Direction.FUTURE
        if is_left_open(self.groups, self.lower, group) or (
            group.lemma in CALLS_OFF and last < len(self.lower) and self.lower[last] == "'s"
        ):
            return Direction.OPEN
        dropped = was_to_have(self.lower, group) or was_dropped(self.groups, self.lower, group, last)
        if dropped and self.lower[first] not in WEEKDAYS:
            # "Was to have opened on 20 May", "had hoped to open in May": what has no year is near, on either side.
            return Direction.OPEN
        if was_hoped(self.groups, self.lower, group) or was_unable(group, self.lower):
            return Direction.PAST
        if was_foretold(self.groups, group):
            return Direction.OPEN
        if group.form == "infinitive" and was_to_be(self.groups, group):
            # "Had been scheduled to open on May 3" is said on either side of that day, as "scheduled for May 3" is.
            return Direction.OPEN if any(word.isdecimal() for word in self.lower[first:last]) else Direction.PAST
        if group.marked_future or (group.form == "infinitive" and group.passive and not self._belongs_to_verb(group)):
            return Direction.FUTURE
        if group.form == "participle" and not group.finite:
            return of_participle(self.groups, group, left)
        if group.tense == "present" and (not group.perfect or group.head == "got"):
            ahead = self._holds_event(group) or is_on(group, self.lower, first)
            return Direction.FUTURE if ahead else told_in_present(group)
        if group.tense != "past" and not group.perfect:
            return Direction.UNMARKED
        return self._past(group, first, last, left)

    def _is_subject(self, group: VerbGroup, last: int) -> bool:
        """Whether what ends at a token, alone or with further dates, is what a passive is told of."""
        row = self.lower[last : group.start]
        dates = all(word in AND or word in MONTHS or word.isdecimal() for word in row)
        return group.passive and group.start >= last and dates

    def _is_limit_ahead(self, group: VerbGroup, first: int, left: str) -> bool:
        """Whether the word before makes the day a limit or a date that is still to come."""
        if left in ("until", "till") and self._lasts(group, first):
            return True
        if left == "through" and not STAYS.isdisjoint(self.lower[max(first - 4, 0) : first]):
            return True
        if left in LIMITS and self._is_promised(group, first):
            return True
        if left == "by" and group.tense == "present" and group.end <= first and not (group.perfect or group.passive):
            # "They need 1,000 beds by November 1."
            return True
        reduced = group.form == "participle" and not group.finite
        shifted = group.lemma in SHIFTS and not {"back", "forward"}.isdisjoint(self.lower[group.end : first - 1])
        # An Indian court posts a matter to a day.
        moves = group.lemma in MOVES_A_DAY or shifted or (group.lemma == "post" and left == "to")
        # "It slipped to May", "it slipped from March to May"; but "profit slipped in the half-year to May".
        slips = group.lemma == "slip" and (group.end == first - 1 or self.lower[group.end : first - 2] == ["from"])
        moves = moves or slips
        # "Posted a loss for the year to June 30": a period up to that day.
        of_period = left == "to" and (self.lower[first - 2] in UNITS or self.lower[first - 2] in UNIT_PLURALS)
        moved = left in ("for", "to") and not of_period and moves and group.end <= first and not reduced
        return moved and not (group.perfect and group.tense == "past")

    def _teller(self, first: int, last: int) -> VerbGroup | None:
        """The governing verb; behind "…, she said today, with rain by Friday" the one that "said" interrupts."""
        group = self.governing(first, last)
        if group is not None and group.lemma not in MOVES_A_DAY:
            group = main_verb(self.groups, group)
        if group is None or group.lemma not in REPORTING or group.end >= first:
            return group
        if self._next_word(group) != "," and (",", "with") not in pairwise(self.lower[group.end : first]):
            return group
        before = [other for other in self.groups if other.end <= group.start and other.finite]
        return before[-1] if before else group

    def _reaches_back(self, first: int) -> bool:
        """ "The feud goes back to March": whatever the tense of the verb."""
        if self.lower[max(first - 2, 0) : first] != ["back", "to"]:
            return False
        group = next((other for other in reversed(self.groups) if other.end <= first - 2), None)
        return group is not None and group.end == first - 2 and group.lemma in REACHES_BACK

    def _lasts(self, group: VerbGroup, first: int) -> bool:
        """Whether what ends "until Friday" goes on: it stays shut, has been put off."""
        if group.lemma in PUTS_OFF or "bail" in self.lower[group.end : first] or group.lemma in ("bailed", "remanded"):
            return not (group.perfect and group.tense == "past")
        if group.lemma == "stay" and self.lower[group.end] in DETERMINERS:
            # "The court stayed the sale until Friday."
            return True
        if not STAYS.isdisjoint(self.lower[max(first - 5, 0) : first]) or self.lower[first - 2] in RESPITES:
            return True
        finite = [other for other in self.groups if other.finite and other.end <= first]
        return bool(finite) and finite[-1].tense == "present" and (not finite[-1].perfect or finite[-1].lemma in STOPS)

    def _is_promised(self, group: VerbGroup, first: int) -> bool:
        """Whether what has a limit is still to be: "would stay closed through", "promised an answer before"."""
        if group.perfect and group.tense == "past":
            return False
        near = self.lower[max(first - 12, 0) : first]
        promised = any(
            other.lemma in PROMISES and not (other.perfect and other.tense == "past")
            for other in self.groups
            if other.end <= first and first - other.end <= len(near)
        )
        return promised or ("would" in near and "if" not in near)

    def _holds_event(self, group: VerbGroup) -> bool:
        """ "The parties hold talks on Monday", "the Senate takes it up on Friday": told in the present, a plan."""
        behind = self.lower[group.end : group.end + 3]
        if group.lemma == "hold":
            return any(is_event_noun(word) for word in behind)
        phrasal = (group.lemma, behind[:1]) in (
            ("lift", ["off"]),
            ("kick", ["off"]),
            ("set", ["off"]),
            ("get", ["under"]),
        )
        return (
            phrasal
            or (group.lemma == "take" and "up" in behind)
            or (group.lemma == "turn" and behind[:1] != [] and behind[0].isdecimal())
            or (group.lemma == "pass" and "deadline" in self.lower)
        )

    def _past(self, group: VerbGroup, first: int, last: int, left: str) -> Direction:
        if group.tense == "past" and group.perfect:
            return Direction.PAST
        if self._depends_on_plan(group):
            return Direction.FUTURE
        if is_leaving(self.groups, group) or is_reckoning(self.groups, self.lower, group):
            return Direction.OPEN
        if group.lemma in LOOKS_AHEAD and group.start < first and not group.passive:
            if group.lemma in SCHEDULES and left != "for":
                return Direction.FUTURE
            return Direction.OPEN if self._looks_ahead(group, first, last) else Direction.PAST
        return Direction.PAST

    def _looks_ahead(self, group: VerbGroup, first: int, last: int) -> bool:
        """Whether a day behind a verb like "call" may be that of what was called ("called a vote Friday").

        A day right behind the verb, or a weekday before what was announced, is the day on which that was done.
        """
        at = first - 2 if self.lower[first - 1] in ("on", "for", "at", "in") else first - 1
        visits = group.lemma == "call" and self._next_word(group) in VISITED
        if visits or self.lower[at] in ("last", "since") or self.lower[first] in ("early", "late"):
            return False
        behind = self.lower[last] if last < len(self.lower) else ""
        if self.lower[first] not in WEEKDAYS:
            is_for_event = group.lemma not in WANTS or any(map(is_event_noun, self.lower[group.end : first]))
            return at >= group.end and behind != "that" and is_for_event
        return at >= group.end and behind not in ("that", "to") and is_event_noun(self.lower[at])

    def _next_word(self, group: VerbGroup) -> str:
        return self.lower[group.end] if group.end < len(self.lower) else ""

    def _belongs_to_verb(self, group: VerbGroup) -> bool:
        """Whether a verb takes the infinitive ("began to be felt"), and not a noun ("rules to be published")."""
        return any(other.end == group.start for other in self.groups)

    def _depends_on_plan(self, group: VerbGroup) -> bool:
        """ "Would resign if there was no deal by Thursday": the condition of a plan lies ahead as well."""
        clause = self.lower[max(group.start - 6, 0) : group.start]
        conditional = "if" in clause or "unless" in clause
        if "," in clause and group.lemma in SPEECH and group.tense == "past":
            # "It may shut unless members agree, she said on Thursday."
            return False
        return conditional and any(other.marked_future for other in self.groups if other is not group)
