"""Text into sentences and tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise, repeat
from typing import NamedTuple, TypeVar

from nupunkt import sent_spans


class Token(NamedTuple):
    """A word, number or mark of `text[start:end]`; `lower` is its text in small letters, apostrophes straightened."""

    text: str
    lower: str
    start: int
    end: int


# "Thursday's" is "Thursday" and "'s"; inner hyphens stand alone, since "mid-1990s", "ten-day" and "third-quarter" are
# composed of words that bear on time one by one; "p.m." is one word. What most tokens are, plain words before a space
# or a comma, stands first, for speed.
TOKEN = re.compile(
    r"( ?)([A-Za-z]++(?=[ ,])"
    r"|[AaPp]\.[Mm]\.?|[^\W\d_]+(?!['’]t\b)|\d+|['’](?:s|S|d|ll|re|ve|m)\b|n['’]t\b|[^\w\s]|_|[^\W\d_])"
)
# Behind a figure "am" is no verb.
HALVES_OF_DAY = frozenset({"am", "pm", "AM", "PM", "Am", "Pm", "aM", "pM"})
HALF_OF_DAY = re.compile(r"\d ?([AaPp][Mm])\b")
BLOCK = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]*)*")
ENDS_IN_ABBREVIATION = re.compile(
    r"(?:\b(?:[AaPp]\.[Mm]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Gen|Sen|Rep|Gov|Col|Lt|Sgt|Mr|Mrs|Ms|Dr|St)\.)\s*\Z"
)
# A full stop behind a word in small letters, or a quotation mark behind a full stop, ends a sentence before a capital;
# behind a name it does before a word that opens one ("said Jean Marsh. A ballot will open"), and so it does behind "at
# 6 p.m." before what looks like one.
NO_OPENER = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Mountain|Pacific|Greenwich|[A-Z][a-z]+ time)"
OPENS = "(?:A|An|The|It|He|She|They|We|In|On|But|His|Her|Its|Their|This|That|There)"
BOUNDARY = re.compile(
    r"(?<=[.!?])(?<![ .][A-Z]\.)\s+(?=[“\"‘][A-Z])|(?<=[.!?][”\"’])\s+(?=[“\"]?[A-Z])"
    rf"|(?<![\w.])(?P<word>[a-z]{{3,20}}|[A-Z][a-z]{{3,20}}(?=\.\s+{OPENS}\s[a-z]))\.(?P<gap>\s+)(?=[A-Z])"
    r"|\b(?:at|by|until|till|from|to|before|after|around|about) \d{1,2}(?:[:.]\d\d)? ?[ap]\.m\.(?P<pause>\s+)"
    rf"(?=[A-Z][a-z]+ [a-z])(?!{NO_OPENER}\b)"
)
INNER_STOP = re.compile(r"[.!?”\"’]\s")
ABBREVIATIONS = frozenset("etc approx est dept vol fig vols figs chap ext misc incl".split())


# What `Token(...)` comes to.
MADE = tuple.__new__

# The tagger and the cutter of clauses read the same sentences, one after the other.
SENTENCES_KEPT = 512


Found = TypeVar("Found")


def kept_by_sentence(found: Callable[[tuple[Token, ...]], Found]) -> Callable[[tuple[Token, ...]], Found]:
    """A function of a sentence's tokens that keeps what it found in the last ones.

    The same sentence is the same tuple; to compare the words of two would take longer than most look-ups save.
    """
    kept: dict[int, tuple[tuple[Token, ...], Found]] = {}

    def again(sentence: tuple[Token, ...]) -> Found:
        known = kept.get(id(sentence))
        if known is None:
            if len(kept) >= SENTENCES_KEPT:
                kept.clear()
            # The tokens are kept as well, so that no other sentence gets their identity.
            known = kept[id(sentence)] = sentence, found(sentence)
        return known[1]

    return again


@lru_cache(SENTENCES_KEPT)
def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`, with offsets into `text`; linear in its length."""
    told = text[start:end]
    # By turns what no token holds, a space, and a token; no call of a function for each, for speed.
    pieces = TOKEN.split(told)
    ends = tuple(accumulate(map(len, pieces), initial=start))
    words = pieces[2::3]
    found = list(map(MADE, repeat(Token), zip(words, map(str.lower, words), ends[2::3], ends[3::3], strict=False)))
    if "’" in told:
        found = [token if "’" not in token.lower else _straightened(token) for token in found]
    if not SINGLE_MARKS.isdisjoint(words):
        found = _with_double_marks(found)
    if not HALVES_OF_DAY.isdisjoint(words):
        halves = {start + match.start(1) for match in HALF_OF_DAY.finditer(told)}
        found = [token._replace(lower=token.lower[0] + ".m.") if token.start in halves else token for token in found]
    return tuple(found)


def _straightened(token: Token) -> Token:
    return token._replace(lower=token.lower.replace("’", "'"))


def _with_double_marks(words: list[Token]) -> list[Token]:
    """The tokens, a quotation in single marks as if in double ones, as other houses set it: ‘We will,’ she said."""
    doubled = any(a.text == b.text == "'" and a.end == b.start for a, b in pairwise(words))
    if doubled or not QUOTATION_MARKS.isdisjoint([token.text for token in words]):
        # What typewriters set ``so'' keeps its marks.
        return words
    opening = [at for at, token in enumerate(words) if token.text in OPENING and _opens_single(words, at)]
    glued = [at for at in range(1, len(words)) if words[at].text in CLOSING and words[at - 1].end == words[at].start]
    closing = [at for at in glued if words[at - 1].text in BEFORE_CLOSING]
    if opening and not closing:
        # "‘The workers’ strike’": the last one closes, the others are apostrophes.
        closing = [at for at in glued if at > opening[0] + 1][-1:]
    marks = {**dict.fromkeys(opening if closing else (), "“"), **dict.fromkeys(closing, "”")}
    return [token._replace(text=marks[at], lower=marks[at]) if at in marks else token for at, token in enumerate(words)]


def _opens_single(words: Sequence[Token], at: int) -> bool:
    """Whether a single mark stands before a word and behind a space; a straight one only before a capital."""
    free = at == 0 or words[at - 1].end < words[at].start or words[at - 1].text in "([—–"
    behind = words[at + 1] if at + 1 < len(words) and words[at + 1].start == words[at].end else None
    letter = behind is not None and behind.text[0].isalpha()
    return free and behind is not None and letter and (words[at].text == "‘" or behind.text[0].isupper())


@kept_by_sentence
def quoted(words: tuple[Token, ...]) -> Sequence[bool]:
    """Which tokens of a sentence stand between double quotation marks; one may begin before it, or go on behind."""
    if QUOTATION_MARKS.isdisjoint([token.text for token in words]):
        return [False] * len(words)
    inside: list[bool] = []
    open_now = False
    for at, token in enumerate(words):
        if token.text in QUOTATION_MARKS:
            opens = token.text == "“" or (token.text == '"' and _opens(words, at))
            if not opens and not open_now and not any(inside):
                inside = [True] * at
            open_now = opens
        inside.append(open_now and token.text not in QUOTATION_MARKS)
    return inside


QUOTATION_MARKS = frozenset('"“”')
OPENING, CLOSING, BEFORE_CLOSING = frozenset("‘'"), frozenset("’'"), frozenset(",.?!…")
SINGLE_MARKS = OPENING | CLOSING


def _opens(words: Sequence[Token], at: int) -> bool:
    """Whether a straight quotation mark stands before a word, with a space or nothing before itself."""
    free = at == 0 or words[at - 1].end < words[at].start
    return free and at + 1 < len(words) and words[at + 1].start == words[at].end


def sentences(text: str, start: int = 0, worth: Callable[[str], bool] = bool) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of `text[start:]`; none reaches over a blank line.

    A block between blank lines that is not `worth` it is passed over.
    """
    for block in BLOCK.finditer(text, start):
        if not worth(block[0]):
            continue
        lines = block[0].splitlines(keepends=True)
        if len(lines) > 1 and _is_line_a_paragraph(lines):
            offset = block.start()
            for line in lines:
                yield from _of_paragraph(line, offset)
                offset += len(line)
        else:
            yield from _of_paragraph(block[0], block.start())


def _is_line_a_paragraph(lines: list[str]) -> bool:
    """Whether each line stands for itself, and none is broken in the middle of a sentence to fit a width."""
    lines = [line for line in lines if not line.isspace()]
    ended = [line.rstrip().endswith(SENTENCE_ENDS) for line in lines]
    begun = [line.lstrip()[:1].isupper() or not line.lstrip()[:1].isalpha() for line in lines]
    return all(begun) and (any(ended) or len(lines) > 3) and not (_is_wrapped(lines) and not all(ended[:-1]))


def _is_wrapped(lines: list[str]) -> bool:
    """Whether each line is as full as a width allows, so that the next one's first word would not have fitted."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    full = (len(line.rstrip()) + len(after.split()[0]) >= width for line, after in pairwise(lines))
    return 40 < width < 140 and all(full)


def _of_paragraph(paragraph: str, offset: int) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for first, last in sent_spans(paragraph):
        begin = first if opened is None else opened
        # A capital behind "Nov." or "p.m." need not begin a sentence: "at 5 p.m. Monday".
        if (
            last < len(paragraph)
            and ENDS_IN_ABBREVIATION.search(paragraph, max(first, last - 12), last)
            and _goes_on(paragraph[last : last + 12])
        ):
            opened = begin
            continue
        opened = None
        yield from _parted(paragraph, begin, last, offset)
    if opened is not None:
        yield from _parted(paragraph, opened, len(paragraph), offset)


LONGEST = 3000
SENTENCE_ENDS = (".", "!", "?", "”", '"', ")", "…")


def _goes_on(rest: str) -> bool:
    return rest[:1].isdigit() or rest[:1].islower() or rest.startswith(WEEKDAY_STARTS)


WEEKDAY_STARTS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "EST", "EDT", "GMT", "PST", "PDT", "ET", "BST")


def _parted(block: str, first: int, last: int, offset: int) -> Iterator[tuple[int, int]]:
    """Cuts where the splitter leaves together what a full stop parts: before a quotation, behind one, behind a word."""
    end = len(block[first:last].rstrip()) + first
    # Most sentences have no stop inside; a look for one is quick.
    if first < end <= first + LONGEST and not INNER_STOP.search(block, first, end):
        yield offset + first, offset + end
        return
    for cut in BOUNDARY.finditer(block, first, last):
        if cut.end() < last and cut["word"] not in ABBREVIATIONS:
            stop = cut.start("gap") if cut["word"] else cut.start("pause") if cut["pause"] else cut.start()
            yield from _of_bounded_length(block, first, stop, offset)
            first = cut.end()
    if end > first:
        yield from _of_bounded_length(block, first, end, offset)


def _of_bounded_length(block: str, first: int, last: int, offset: int) -> Iterator[tuple[int, int]]:
    """The sentence, in pieces where no one would write it; what looks around in a sentence stays linear in the text."""
    while last - first > LONGEST:
        space = block.rfind(" ", first + 1, first + LONGEST)
        cut = space if space > first else first + LONGEST
        yield offset + first, offset + cut
        first = cut
    yield offset + first, offset + last
