"""Verb groups: where they are, their tense, what points ahead; and which one governs a date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.timex.english.verb_forms import Form, forms, ing, past, third
from dateline.timex.english.verbs import VerbGroup, governing, verb_groups
from dateline.timex.tokens import tokens


def shown(group: VerbGroup) -> str:
    marks: list[str] = [group.tense or group.form]
    marks += [name for name in ("perfect", "progressive", "passive", "negated") if getattr(group, name)]
    marks += ["ahead"] if group.marked_future else []
    return f"{group.head}: {' '.join(marks)}"


GROUPS = {
    # Auxiliaries
    "The dam has been repaired twice.": ["repaired: present perfect passive"],
    "The army was not told.": ["told: past passive negated"],
    "They are still digging.": ["digging: present progressive"],
    "The bank didn't pay.": ["pay: past negated"],
    "Officials had already been warned.": ["warned: past perfect passive"],
    "The trial will not be held.": ["held: future passive negated ahead"],
    "The envoy is to arrive.": ["arrive: future ahead"],
    "The minister was “stunned” by it.": ["stunned: past passive"],
    "She'd seen it.": ["seen: past perfect"],
    "He'd resign.": ["resign: future ahead"],
    "The plan could have failed.": ["failed: past perfect"],
    # Past tense or participle
    "Police arrested a student.": ["arrested: past"],
    "The men arrested on Monday were charged.": ["arrested: participle passive", "charged: past passive"],
    "Votes cast abroad were counted later.": ["cast: participle passive", "counted: past passive"],
    "The army counted votes cast abroad.": ["counted: past", "cast: participle passive"],
    "Talks which began well collapsed.": ["began: past", "collapsed: past"],
    "The search, suspended because of fog, will resume.": ["suspended: participle passive", "resume: future ahead"],
    "The rebels, who want land, denied it.": ["want: present", "denied: past"],
    "He resigned, the ministry confirmed.": ["resigned: past", "confirmed: past"],
    "The mill was built, sold and closed.": ["built: past passive", "sold: past passive", "closed: past passive"],
    "The ship ran aground and sank.": ["ran: past", "sank: past"],
    "Three more died.": ["died: past"],
    "The fort was built early and last inspected in May.": ["built: past passive", "inspected: past passive"],
    "He was fined for keeping pigs and joined the navy.": ["fined: past passive", "keeping: gerund", "joined: past"],
    "The mine would close and cut jobs.": ["close: future ahead", "cut: future ahead"],
    "The couple wed in May.": ["wed: past"],
    "She'd just been told.": ["told: past perfect passive"],
    # Nouns that look like verbs
    "The dead and injured were flown out.": ["flown: past passive"],
    "The bank sold preferred shares.": ["sold: past"],
    "The firm, which two weeks ago cut jobs, declined.": ["cut: past", "declined: past"],
    "The wounded were flown out.": ["flown: past passive"],
    "The disputed ridge is quiet.": ["is: present"],
    "Peace talks between the government and the rebels ended.": ["ended: past"],
    "Government plans to cut rents were dropped.": ["cut: infinitive ahead", "dropped: past passive"],
    "Fighting broke out.": ["broke: past"],
    "Troops attacked at dawn, killing nine.": ["attacked: past", "killing: gerund"],
    "The 11,580 visitors left.": ["left: past"],
    "General March spoke.": ["spoke: past"],
    # The present
    "She teaches physics and lives in Bonn.": ["teaches: present", "lives: present"],
    "Farmers say the river rose.": ["say: present", "rose: past"],
    "The museum keeps letters.": ["keeps: present"],
    "The law takes effect at once.": ["takes: present ahead"],
    "A chapel that burned in 1952 contains two frescoes.": ["burned: past", "contains: present"],
    "The mandate of the peacekeepers expires in June.": ["expires: present ahead"],
    "The side plays Leeds.": ["plays: present"],
    "New rules come in.": ["come: present ahead"],
    # What points ahead
    "The verdict is due.": ["is: present ahead"],
    "The strike is expected to spread.": ["expected: present passive ahead", "spread: infinitive ahead"],
    "The union plans a march.": ["plans: present ahead"],
    "The union planned to march.": ["planned: past", "march: infinitive ahead"],
    "The army failed to win.": ["failed: past", "win: infinitive"],
    "He needed an hour to finish.": ["needed: past", "finish: infinitive"],
    "She vowed to return.": ["vowed: past", "return: infinitive ahead"],
}


@pytest.mark.parametrize(("sentence", "expected"), GROUPS.items(), ids=GROUPS)
def test_groups_of(sentence: str, expected: list[str]) -> None:
    assert [shown(group) for group in verb_groups(tokens(sentence))] == expected


GOVERNED = [
    ("Police said Friday that nine men had fled.", "Friday", "said"),
    ("The army said fighting had stopped on Friday.", "Friday", "stopped"),
    ("On Friday the rebels attacked.", "Friday", "attacked"),
    ("Friday's raid freed nine hostages.", "Friday", "freed"),
    ("The army says Friday's raid freed nine hostages.", "Friday", "freed"),
    ("An expedition in 2009 reached the pole.", "2009", "reached"),
    ("The men arrested on Friday will appear in court.", "Friday", "arrested"),
    ("The suspect, arrested on Friday, will appear in court next week.", "week", "appear"),
    ("The mill closed, and on Friday its owner fled.", "Friday", "fled"),
    ("She moved to Bonn, where in 2009 she opened a shop.", "2009", "opened"),
    ("The minister promised to resign in June.", "June", "resign"),
    ("The minister failed to resign in June.", "June", "failed"),
    ("He said it would open on Monday.", "Monday", "open"),
    ("He would resign if there was no deal by Friday.", "Friday", "resign"),
    ("The school opened in 1921 but it closed in 1978.", "1978", "closed"),
]


@pytest.mark.parametrize(("sentence", "word", "head"), GOVERNED, ids=[sentence for sentence, _, _ in GOVERNED])
def test_date_is_governed_by(sentence: str, word: str, head: str) -> None:
    words = tokens(sentence)
    at = next(k for k, token in enumerate(words) if token.text == word)
    group = governing(verb_groups(words), words, at, at + 1)
    assert group is not None
    assert group.head == head


def test_nothing_governs_where_there_is_no_verb() -> None:
    words = tokens("Friday at last")
    assert governing(verb_groups(words), words, 0, 1) is None


@pytest.mark.parametrize(
    ("base", "forms_of"),
    [
        ("carry", ("carries", "carried", "carrying")),
        ("plan", ("plans", "planned", "planning")),
        ("close", ("closes", "closed", "closing")),
        ("reach", ("reaches", "reached", "reaching")),
        ("die", ("dies", "died", "dying")),
        ("stay", ("stays", "stayed", "staying")),
        ("offer", ("offers", "offered", "offering")),
        ("admit", ("admits", "admitted", "admitting")),
        ("cook", ("cooks", "cooked", "cooking")),
    ],
)
def test_spelling_of_forms(base: str, forms_of: tuple[str, str, str]) -> None:
    assert (third(base), past(base)[0], ing(base)[0]) == forms_of


def test_both_spellings_are_known() -> None:
    assert forms("travelled") == forms("traveled") == Form.PAST | Form.PARTICIPLE


PIECES = "the rebels who that , ; and said was will have to be resigned attacked talks set not n't ' on it by".split()


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_groups_stand_in_order_and_apart(text: str) -> None:
    words = tokens(text)
    groups = verb_groups(words)
    edges = [edge for group in groups for edge in (group.start, group.end)]
    assert edges == sorted(edges)
    assert all(0 <= group.start < group.end <= len(words) for group in groups)
