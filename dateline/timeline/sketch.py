"""What of a report tells its event from others: the deed, who and what takes part, what is counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest

from dateline.model import DatedArticle, Event, Interval, Mention, Status
from dateline.timeline import deeds
from dateline.timeline.bynames import Cast
from dateline.timeline.deeds import ASPECTS, root
from dateline.timeline.figures import Figure, figures
from dateline.timeline.leeway import leeway
from dateline.timeline.sayings import is_said_then
from dateline.timeline.wording import clause_tokens, sentence_tokens, tokens_before
from dateline.timex.english import verb_words
from dateline.timex.english.verb_group import CLOSED_CLASS, VerbGroup, is_adverb
from dateline.timex.english.verbs import verb_groups
from dateline.timex.english.words import MAGNITUDES, ONES, ORDINALS, TENS, UNIT_PLURALS, UNITS
from dateline.timex.tokens import Token, kept_by_sentence, tokens

AMOUNT = re.compile(r"[$£€]\d[\d.,]*\d|[$£€]\d|\d+(?:\.\d+)?(?= ?%| per ?cent)")
NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
"""A word with a capital that no sentence has given it."""
NOTHING = frozenset({""})
SUBJECT_PRONOUNS = ("he", "she", "they", "who", "it")
STOP = (
    CLOSED_CLASS | verb_words.TIME_NOUNS | UNITS.keys() | UNIT_PLURALS.keys() | ONES.keys() | TENS.keys()
    | MAGNITUDES.keys() | ORDINALS.keys()
    | verb_words.table(
        """
        people person man woman men women thing part place side time way end number least most more mr mrs ms also there
        according same former new old other own late early later last next dr who which that what when where first only
        """
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sketch:
    """A report in short; words are roots in small letters.

    `heads` are the classes of deeds that the report is about, `aspects` what is done to them (begun, ended), `others`
    those it touches on, `beside` those of the whole sentence. `names` are among the `words`, `doers` the names before
    the verb; `context` are the other words of the sentence.
    """

    article: str
    text: str
    filed: int
    when: Interval
    planned: bool
    lasting: bool
    leeway: int
    owned: bool
    expressions: tuple[int, ...]
    heads: frozenset[str]
    aspects: frozenset[str]
    others: frozenset[str]
    saying: bool
    words: frozenset[str]
    names: frozenset[str]
    doers: frozenset[str]
    persons: frozenset[str]
    ordinals: frozenset[int]
    figures: tuple[Figure, ...]
    amounts: frozenset[str]
    context: frozenset[str]
    beside: frozenset[str]

    @property
    def deeds(self) -> frozenset[str]:
        """All classes of deeds that the report names."""
        return self.heads | self.aspects | self.others


def sketches(reports: Sequence[Mention]) -> list[Sketch]:
    """The sketch of each report; a person is known by name and role from all articles of the story."""
    texts = {report.dated.article.slug: report.dated.article.text for report in reports}
    cast = Cast.of(texts)
    wholes = {report.dated.article.slug: _whole(report.dated) for report in {id(r.dated): r for r in reports}.values()}
    return [
        _sketch(wholes[report.dated.article.slug], report.event, cast) for report in reports if report.event is not None
    ]


@dataclass(frozen=True, slots=True)
class _Whole:
    """An article, how many events each of its expressions dates, and the names in it, in small letters."""

    dated: DatedArticle
    dating: Mapping[int, int]
    names: frozenset[str]


def _whole(dated: DatedArticle) -> _Whole:
    dating = Counter(index for event in dated.events for index in event.expressions)
    return _Whole(dated, dating, frozenset(found[0].lower() for found in NAME.finditer(dated.article.text)))


def _sketch(whole: _Whole, event: Event, cast: Cast) -> Sketch:
    dated = whole.dated
    clause = clause_tokens(dated, event)
    before = tokens_before(dated, event, clause)
    since, until = _since(whole, event), _until(event)
    roots = _deed_roots(clause)
    group, leads, ends = _main(clause)
    classes = deeds.classes(roots)
    heads, aspects, others = _deeds(roots, classes, group, leads, ends)
    if until is not None:
        aspects = frozenset({"reopen"} if "close" in others | aspects else {"end"})
    who = tokens(event.subject) if event.subject else ()
    names = _names(clause, whole.names)
    lower = [token.lower for token in clause]
    words = frozenset(_telling(token.lower) for token in (*clause, *who)) - NOTHING
    article, filed = dated.article, dated.article.dateline.day.toordinal()
    named = _named(clause, event.subject, before, cast, article.slug)
    sentence = sentence_tokens(dated, event)
    saying = is_said_then(dated, event, clause)
    return Sketch(
        article=article.slug,
        text=event.what,
        filed=filed,
        when=since or until or _still_ahead(event, filed),
        planned=event.status is Status.PLANNED,
        lasting=since is None and until is None and event.extent == "throughout",
        leeway=leeway(dated, event),
        owned=_is_owned(dated, event),
        expressions=event.expressions,
        heads=heads,
        aspects=aspects,
        others=others,
        saying=saying or (group is not None and deeds.is_saying(root(group.lemma))),
        words=words | named,
        names=names | named,
        doers=_names(clause[: group.start if group else None], whole.names),
        persons=named,
        ordinals=frozenset(ORDINALS[word] for word in lower if word in ORDINALS),
        figures=() if saying else tuple(figures(clause)),
        amounts=frozenset(found[0] for span in event.spans for found in AMOUNT.finditer(article.text, *span)),
        context=(_told(sentence) | _told(before)) - words,
        beside=_deeds_told(sentence),
    )


def _is_owned(dated: DatedArticle, event: Event) -> bool:
    """Whether the day stands before a noun as its owner ("Friday's march")."""
    end = dated.expressions[event.expressions[0]].end if event.expressions else None
    return end is not None and dated.article.text[end : end + 2] in ("'s", "’s")


def _main(clause: tuple[Token, ...]) -> tuple[VerbGroup | None, VerbGroup | None, int]:
    """The verb of the clause, the one that leads to it ("began" to fill), and where the next clause begins.

    It is the first that stands in no relative clause, else the first there is.
    """
    groups = verb_groups(clause)
    free = [group for group in groups if not group.start or clause[group.start - 1].lower not in verb_words.RELATIVES]
    finite = (group for group in free if group.finite)
    participles = (group for group in free if group.form == "participle")
    main = next(chain(finite, participles, groups), None)
    if main is None:
        return None, None, len(clause)
    behind = [group for group in groups if group.start >= main.end]
    leads = None
    if behind and behind[0].start - main.end <= 2 and not behind[0].finite and behind[0].form != "participle":
        due = any(token.lower in ("due", "able", "likely", "ready") for token in clause[main.end : behind[0].start])
        if deeds.is_control(root(main.lemma)) or due:
            leads, main = main, behind.pop(0)
    ends = next((group.start for group in behind if group.finite or group.form == "gerund"), len(clause))
    return main, leads, ends


def _deeds(
    roots: Sequence[str], classes: Sequence[frozenset[str]], main: VerbGroup | None, leads: VerbGroup | None, ends: int
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The classes of what the clause is about, what is done to it (begun, ended), and what else it names.

    Where the verb only says that something was held, begun or the like, the nouns say what it was.
    """
    everything = frozenset[str]().union(*classes)
    if main is None:
        return everything - ASPECTS, everything & ASPECTS, frozenset()
    verb = classes[main.end - 1] | (classes[leads.end - 1] & ASPECTS if leads else frozenset())
    about = frozenset[str]().union(*classes[:ends]) - ASPECTS
    heads = verb - ASPECTS
    if not heads and (verb or deeds.is_light(roots[main.end - 1])):
        heads = about
    return heads, verb & ASPECTS, everything - heads


def _names(clause: Sequence[Token], known: Collection[str]) -> frozenset[str]:
    """The names in a clause, whose first word has its capital from the sentence where it is no `known` name."""
    named = (token.lower for k, token in enumerate(clause) if token.text[0].isupper() and (k or token.lower in known))
    return frozenset(map(_telling, named)) - NOTHING


def _deed_roots(words: Sequence[Token]) -> list[str]:
    """The roots by which the words can name deeds; a name names none, nor does what is paid ("40 million crowns")."""
    return [
        ""
        if token.lower == "according" or (k and (token.text[0].isupper() or words[k - 1].lower in MAGNITUDES))
        else deeds.deed_root(token.lower)
        for k, token in enumerate(words)
    ]


@cache
def _telling(word: str) -> str:
    """The root of a word that tells something by itself, empty for others."""
    tells = len(word) > 2 and word[0].isalpha() and word not in STOP and not is_adverb(word)
    return root(word) if tells else ""


@kept_by_sentence
def _told(sentence: tuple[Token, ...]) -> frozenset[str]:
    """The roots of the words of a sentence."""
    return frozenset(_telling(token.lower) for token in sentence) - NOTHING


@kept_by_sentence
def _deeds_told(sentence: tuple[Token, ...]) -> frozenset[str]:
    """The classes of all deeds of a sentence."""
    return frozenset[str]().union(*deeds.classes(_deed_roots(sentence)))


def _since(whole: _Whole, event: Event) -> Interval | None:
    """When what still lasts began, where nothing else is told of that time: who is "in jail since May" was jailed."""
    lasts = event.when.end is None and all(whole.dating[index] == 1 for index in event.expressions)
    return event.begins if lasts else None


def _until(event: Event) -> Interval | None:
    """When what is to last will end: what "will stay shut until June" is to reopen then."""
    ahead = event.status is Status.PLANNED and event.extent == "throughout" and event.when.start is None
    return event.ends if ahead and event.polarity == "POS" else None


def _still_ahead(event: Event, filed: int) -> Interval:
    """When an event is; a plan for "by June" lies between the day it is told of and June."""
    when = event.when
    ahead = event.status is Status.PLANNED and when.start is None and when.end is not None and when.end > filed
    return Interval(filed, when.end) if ahead else when


def _named(
    clause: Sequence[Token], subject: str | None, before: Sequence[Token], cast: Cast, slug: str
) -> frozenset[str]:
    """The persons that take part, by last name: named, called by their role, or what the pronoun stands for."""
    words = list(clause)
    if subject and clause and clause[0].lower in SUBJECT_PRONOUNS:
        words += tokens(subject)
    named = {
        token.lower
        for token, after in zip_longest(words, words[1:])
        if token.text[0].isupper() and token.lower in cast.persons and not (after and after.text[0].isupper())
    }
    if not named:
        roles = cast.in_story.keys() & {root(token.lower) for token in words}
        named = {name for role in roles if (name := cast.by_role(role, slug))}
    if not named and clause and clause[0].lower in ("he", "she"):
        named = set([token.lower for token in before if token.text[0].isupper() and token.lower in cast.persons][-1:])
    return frozenset(root(name) for name in named)
