"""What an article calls a person beside the name: "Petra Hale, the builder", "Energy minister Ruth Vane"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.timeline.deeds import root
from dateline.timex.english.verb_words import table

CAPITAL = r"[^\W\d_a-z][\w’'-]*[\w]"
NAME = rf"(?P<name>(?:{CAPITAL} ){{1,3}}{CAPITAL})"
ROLE = r"(?P<role>[a-z]{3,})"
DETERMINER = rf"(?:the|an?|his|her|its|their|{CAPITAL}(?:['’]s)?)"
BEHIND_ROLE = r"(?=[,.;]| (?:of|who|whom|whose|in|at|for|accused|from)\b)"
# Within "A-A-A-…" no name begins: each would be read to its end.
FIRST = r"(?<![\w’'-])"
FORMS = (
    re.compile(rf"{FIRST}{NAME}, {DETERMINER} (?:[\w’'-]+ ){{0,3}}?{ROLE}{BEHIND_ROLE}"),
    re.compile(rf"{FIRST}{ROLE}, {NAME}(?=[,.;])"),
    re.compile(rf"{FIRST}{ROLE} {NAME}"),
)
PERSON = re.compile(
    r"(?:[a-z]{2,}(?:er|or|ist|ant|ent|man|woman|ian|eer|ary)|mayor|chief|judge|king|queen|coach|pilot|boss|envoy"
    r"|captain|widow|bishop|pope|prince|princess|nurse|head|priest|cook|clerk|guard|thief|spy|girl|boy)\Z"
)
NOT_ROLES = table(
    """
    after over under never ever other former later earlier however whether rather another water her for per summer
    winter december september october november center river government department parliament agreement event moment
    owner maker operator employer carrier manufacturer lender insurer retailer supplier producer provider broadcaster
    newspaper publisher
    """
)
HONORIFIC = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Judge|President|Senator|Sen|General|Gen|Captain|Professor|Prof|King|Queen"
    r"|Prince|Princess|Pope|Bishop|Minister|Mayor|Governor|Colonel|Sergeant|Chancellor|Inspector)\.? "
    rf"(?P<name>{CAPITAL}(?: {CAPITAL})*)"
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons of a story by last name, and who has which role: in each article, and in the story as a whole."""

    persons: frozenset[str]
    in_article: Mapping[str, Mapping[str, frozenset[str]]]
    in_story: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Cast:
        """Read from the texts of the articles, by slug."""
        persons: set[str] = set()
        story: dict[str, frozenset[str]] = {}
        articles: dict[str, dict[str, frozenset[str]]] = {}
        for slug, text in texts.items():
            persons.update(_last(found["name"]) for found in HONORIFIC.finditer(text))
            own: dict[str, frozenset[str]] = {}
            for role, name in _introduced(text):
                persons.add(name)
                own[root(role)] = own.get(root(role), frozenset()) | {name}
            articles[slug] = own
            for role, names in own.items():
                story[role] = story.get(role, frozenset()) | names
        return cls(frozenset(persons), articles, story)

    def by_role(self, role: str, slug: str) -> str | None:
        """The one person of that role, by the article if it names any, else by the story."""
        names = self.in_article[slug].get(role) or self.in_story.get(role, frozenset())
        return next(iter(names)) if len(names) == 1 else None


def _introduced(text: str) -> Iterator[tuple[str, str]]:
    for form in FORMS:
        for found in form.finditer(text):
            role = found["role"]
            if PERSON.match(role) and role not in NOT_ROLES:
                yield role, _last(found["name"])


def _last(name: str) -> str:
    return re.sub(r"['’]s\Z", "", name).split()[-1].lower()
