"""Markdown into plain text and pieces, and marks back into the HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.marking import Mark, html_of
from dateline.markup import TangledError, converted, render, sanitised, tangle
from dateline.model import Markup, Run
from dateline.pieces import CODE, VOID, Pieces, Target, read_marked, read_pieces


def as_written(_name: str, url: str) -> Target | None:
    """Every link leads where it says, every picture is there."""
    return Target(url, 4, 3)


def read(source: str) -> tuple[str, Pieces]:
    return read_pieces(render(source), as_written)


def text_of(source: str) -> str:
    return read(source)[0]


def marked(source: str, *words: str) -> str:
    """The HTML with each of the words, found in the plain text, in brackets."""
    text, pieces = read(source)
    marks = [(text.index(word), text.index(word) + len(word), "[", "]") for word in words]
    return html_of(text, pieces, marks)


class Balance(HTMLParser):
    """Whether each tag that opens closes, in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.well_formed = True
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.well_formed = self.well_formed and bool(self.open) and self.open.pop() == tag


def is_balanced(source: str) -> bool:
    balance = Balance(source)
    return balance.well_formed and not balance.open


PLAIN = """The council met on Friday, as it had
late last year; 5 < 6 & 7 > 3.

“Nothing,” said O'Neil -- “nothing” ... was 'decided' in the 1990s.

#FridayMarch drew 2,000.

1999. What a year that was.

A last line with trailing words"""


def test_an_article_without_markup_has_the_very_text_of_its_source() -> None:
    assert text_of(PLAIN) == PLAIN


def test_several_blank_lines_part_blocks_as_one_does() -> None:
    assert text_of("One.\n\n\n  \nTwo.\n") == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("late *last* year", "late last year"),
        ("late **last [year](https://example.org/2016)**", "late last year"),
        ("late&nbsp;last year &amp; &lt;b&gt;", "late\N{NO-BREAK SPACE}last year & <b>"),
        ("one  \ntwo", "one\ntwo"),
        ("one<br>two", "one\ntwo"),
        ("# Head\n\nBody", "Head\n\nBody"),
        ("- one\n- two", "one\n\ntwo"),
        ("1. one\n2. two", "one\n\ntwo"),
        ("> one\n\ntwo", "one\n\ntwo"),
        ("a | b\n--|--\n1 | 2", "a\n\nb\n\n1\n\n2"),
        ("![In 2016](x.png) words", "words"),
        ("words ![In 2016](x.png).", "words ."),
        ("15<sup>th</sup> April", "15th April"),
        ("in April 2016[^1] again\n\n[^1]: A note.", "in April 2016 again\n\nA note.\N{NO-BREAK SPACE}"),
        ("<div>one</div><div>two</div>", "one\n\ntwo"),
        ("one <!-- in 2015 --> two", "one  two"),
        ('<abbr title="last Friday">LF</abbr>', "LF"),
        ("", ""),
    ],
)
def test_the_text_is_what_a_reader_sees(source: str, text: str) -> None:
    assert text_of(source) == text


@pytest.mark.parametrize("code", ["`last year`", "<code>last <b>year</b></code>", "<kbd>last year</kbd>"])
def test_inline_code_leaves_a_sign_that_no_words_reach_across(code: str) -> None:
    assert text_of(f"late {code} ago") == f"late {CODE} ago"


def test_a_block_of_code_is_no_text() -> None:
    assert text_of("One.\n\n    in 2015\n\n```\nin 2016\n```\n\nTwo.") == "One.\n\nTwo."


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        '<a href="java&#x73;cript:alert(1)">x</a>',
        "![x](data:image/svg+xml;base64,AAAA)",
        '<p style="position:fixed">x</p>',
        "<form action=/x><input name=a><button>x</button></form>",
        "<iframe src=https://example.org></iframe>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
        '<object data="x.swf"></object><embed src=x>',
        '<base href="https://example.org"><meta http-equiv=refresh content=0><link rel=stylesheet href=x>',
        "<video src=x></video><audio src=x></audio>",
        '<div id="main" class="entry" onclick="x()" data-x="1">x</div>',
        '<li id="main">x</li>',
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        "\x02wzxhzdk:0\x03<b onclick=alert(1)>x</b>",
    ],
)
def test_nothing_that_acts_reaches_the_page(hostile: str) -> None:
    page = html_of(*read(f"Words.\n\n{hostile}\n\nMore, {hostile} words."))
    banned = r"<(script|style|form|input|button|iframe|svg|math|object|embed|base|meta|link|video|audio|noscript)\b"
    assert not re.search(banned, page)
    assert not re.search(r"<[^>]*\s(on\w+|style|data-\w+|id|class)=|<[^>]*=\"\s*(javascript|data):", page)
    assert is_balanced(page)


def test_a_time_element_is_read_and_taken_out_for_its_value_is_wider_than_html_allows() -> None:
    source = (
        'On <time datetime="2015-09/..">that *very* day</time>, a <time>Friday</time>, or <time datetime="">may</time>.'
    )
    text, pieces, marks = read_marked(render(source), as_written)
    assert html_of(text, pieces) == "<p>On that <em>very</em> day, a Friday, or may.</p>"
    assert [(text[mark.start : mark.end], mark.value) for mark in marks] == [
        ("that very day", "2015-09/.."),
        ("may", ""),
    ]


def test_a_time_element_at_the_head_of_a_block_begins_with_its_words() -> None:
    text, _, marks = read_marked(render('One.\n\n<time datetime="2015">  Late that year</time> it rained.'), as_written)
    assert [text[mark.start : mark.end] for mark in marks] == ["Late that year"]


def test_the_title_is_the_only_first_heading() -> None:
    assert html_of(*read("# One\n\n## Two")) == "<h2>One</h2>\n<h2>Two</h2>"


def test_footnotes_lead_there_and_back() -> None:
    page = html_of(*read("Words[^a].\n\n[^a]: A note."))
    targets = re.findall(r'href="#([^"]+)"', page)
    assert targets
    assert sorted(targets) == sorted(re.findall(r' id="([^"]+)"', page))


def test_no_name_stands_twice_nor_one_of_the_page() -> None:
    page = marked('<sup id="fn:1">a</sup> <sup id="fn:1">b</sup> <sup id="main">c</sup> <sup id="fnref2:1">d</sup>')
    assert page == '<p><sup id="fn:1">a</sup> <sup>b</sup> <sup>c</sup> <sup id="fnref2:1">d</sup></p>'


def test_a_picture_in_code_is_not_fetched() -> None:
    page = html_of(*read_pieces(render('<code><img src="https://example.org/x.png" alt="x"></code> words'), as_written))
    assert "<img" not in page


def test_a_picture_on_another_host_is_a_link_and_inside_a_link_its_words() -> None:
    def elsewhere(_name: str, url: str) -> Target:
        return Target(url)

    picture = "![A & B](https://example.org/x.png)"
    text, pieces = read_pieces(render(f"Words {picture}"), elsewhere)
    assert html_of(text, pieces) == '<p>Words <a href="https://example.org/x.png">A &amp; B</a></p>'
    text, pieces = read_pieces(render(f"Words [{picture}](https://example.org/)"), elsewhere)
    assert html_of(text, pieces) == '<p>Words <a href="https://example.org/">A &amp; B</a></p>'


def test_a_link_or_picture_that_is_not_to_be_had_leaves_its_words() -> None:
    text, pieces = read_pieces(render("A [link *here*](x.pdf), ![a map](x.png)."), lambda _name, _url: None)
    assert html_of(text, pieces) == "<p>A link <em>here</em>, a map.</p>"
    assert text == "A link here, ."


@pytest.mark.parametrize(
    ("source", "words", "page"),
    [
        ("It fell late last year.", "late last year", "<p>It fell [late last year].</p>"),
        ("late *last* year", "late last year", "<p>[late <em>last</em> year]</p>"),
        ("*late last* year", "late last year", "<p>[<em>late last</em> year]</p>"),
        ("late *last year*", "late last year", "<p>[late <em>last year</em>]</p>"),
        ("*late* *last* year", "late last year", "<p>[<em>late</em> <em>last</em> year]</p>"),
        ("***late* last** year", "late last year", "<p>[<strong><em>late</em> last</strong> year]</p>"),
        ("*very late* last year", "late last year", "<p><em>very [late]</em>[ last year]</p>"),
        ("late *last year it fell*", "late last year", "<p>[late ]<em>[last year] it fell</em></p>"),
        ("[late](x) last year", "late last year", '<p>[<a href="x">late</a> last year]</p>'),
        ("last  \nyear", "last\nyear", "<p>[last<br>\nyear]</p>"),
        ("last<br>year", "last\nyear", "<p>[last<br>year]</p>"),
        ("1 < 2 last & year", "last & year", "<p>1 &lt; 2 [last &amp; year]</p>"),
        ("one\n\ntwo", "one\n\ntwo", "<p>[one]</p>\n<p>[two]</p>"),
        ("- one\n- *two*", "one\n\ntwo", "<ul>\n<li>[one]</li>\n<li><em>[two]</em></li>\n</ul>"),
        ("a `b` c", f"a {CODE} c", "<p>[a <code>b</code> c]</p>"),
        (
            "last ![x](y) year",
            "last  year",
            '<p>[last <img alt="x" src="y" width="4" height="3" loading="lazy"> year]</p>',
        ),
    ],
)
def test_a_mark_goes_around_the_whole_where_the_markup_allows_it(source: str, words: str, page: str) -> None:
    assert marked(source, words) == page


def test_marks_side_by_side_stay_apart() -> None:
    assert marked("*last year* and *now*", "last year", " and ", "now") == (
        "<p><em>[last year]</em>[ and ]<em>[now]</em></p>"
    )
    assert marked("lastyear", "last", "year") == "<p>[last][year]</p>"


def test_marks_may_come_in_any_order_but_not_overlap() -> None:
    text, pieces = read("one two three")
    marks: list[Mark] = [(4, 7, "[", "]"), (0, 3, "[", "]")]
    assert html_of(text, pieces, marks) == "<p>[one] [two] three</p>"
    with pytest.raises(ValueError, match="overlap"):
        html_of(text, pieces, [(0, 5, "[", "]"), (4, 7, "[", "]")])


@pytest.mark.parametrize("mark", [(0, 0), (3, 4), (3, 3)])
def test_a_mark_around_no_words_is_not_written(mark: tuple[int, int]) -> None:
    text, pieces = read("one two")
    assert html_of(text, pieces, [(*mark, "[", "]")]) == "<p>one two</p>"


# fmt: off
FRAGMENTS = st.sampled_from([
    "*", "**", "_", "`", "[", "](x)", "![", "<b>", "</b>", "<i>", "</em>", "<br>", "<div>", "<code>", "</code>", "<p>",
    "<li>", "<table><tr><td>", "<time>", "\n", "\n\n", "\n\n- ", "\n\n    ", "\n\n> ", "\n\n# ", "&nbsp;", "&amp;",
    "| a | b |\n|--|--|\n", "&", "<", ">", "\\", "[^1]", "\n\n[^1]: ", "last", " year", "é", "\N{BEAR FACE}", " ",
    "  \n", "```\n", "<!--", "-->", "<![", "<?", "<a href='x'>", "</a>", "<img src=x>", "<hr>", "<sup>", "&#1;",
])
# fmt: on
SOURCES = st.lists(FRAGMENTS, max_size=40).map("".join)


# fmt: off
WORDS = st.sampled_from([
    *"aB.,:;!?'\"()/-+=#$%^{}@1é’—  \n\n\n", "\n\n", "1. ", "10.", "2016. ", "- ", "http://a.b/c ", "a@b.c ", "Note: ",
    "\N{NO-BREAK SPACE}", "\N{LINE SEPARATOR}", "\x85", "\N{ZERO WIDTH NO-BREAK SPACE}",
])
# fmt: on


@given(st.lists(WORDS, max_size=30).map("".join))
def test_plain_paragraphs_are_read_as_markdown_reads_them(source: str) -> None:
    assert read_pieces(render(source), as_written) == read_pieces(converted(source), as_written)


@given(SOURCES)
def test_runs_lead_back_to_the_text(source: str) -> None:
    text, pieces = read(source)
    runs = [piece for piece in pieces if isinstance(piece, Run)]
    position = 0
    for run in runs:
        assert position <= run.start < run.end
        assert re.fullmatch(rf"(\n|\n\n)?({CODE}|\n|{CODE}\n\n)*", text[position : run.start])
        position = run.end
    assert re.fullmatch(rf"({CODE}|\n)*", text[position:])


@given(SOURCES)
def test_without_marks_the_pieces_are_the_page(source: str) -> None:
    text, pieces = read(source)
    whole = "".join(p.html if isinstance(p, Markup) else html_of(text, (p,)) for p in pieces)
    assert html_of(text, pieces) == whole
    assert is_balanced(whole)


@given(SOURCES, st.lists(st.integers(0, 120), max_size=8))
def test_no_mark_breaks_the_page(source: str, cuts: list[int]) -> None:
    text, pieces = read(source)
    edges = sorted({cut for cut in cuts if cut <= len(text)})
    marks: list[Mark] = [(start, end, "<mark>", "</mark>") for start, end in pairwise(edges)]
    page = html_of(text, pieces, marks)
    assert is_balanced(page)
    assert page.replace("<mark>", "").replace("</mark>", "") == html_of(text, pieces)
    inside = "".join(re.findall(r"<mark>(.*?)</mark>", page, re.DOTALL))
    assert bool(inside) == any(text[start:end].replace(CODE, "").strip() for start, end, _, _ in marks)


@pytest.mark.parametrize(
    "hostile",
    ["[", "![](", "<a ", "**a", "*a* ", "`a` ", "[a](b) ", "&amp;", "\\*", "> ", ">", "<p", "# a\n", "- a\n", "a\n\n",
     "===\n", "    a\n", "<http://a> ", "[a]: b\n", "<div>\n\n", "</div>\n"],
)  # fmt: skip
def test_a_million_characters_that_would_hold_up_the_build_are_refused(hostile: str) -> None:
    source = hostile * (1_000_000 // len(hostile))
    assert tangle(source) is not None


def test_the_refusal_names_the_paragraph() -> None:
    assert tangle("One.\n\nTwo\nlines.\n\n" + "[" * 10_000) == (
        6,
        "the paragraph that begins here is too long, or holds too much markup",
    )


def test_long_ordinary_articles_are_read() -> None:
    paragraph = "The [council](https://example.org/a) met *again* on Friday, `2` days late & tired. " * 12
    assert tangle("\n\n".join([paragraph] * 200)) is None
    assert tangle("| a | b |\n|---|---|\n" + "| one | two |\n" * 1000) is None


def test_absurd_nesting_is_refused_and_leaves_the_next_article_alone() -> None:
    assert tangle("\n".join("    " * depth + "- a" for depth in range(600))) == (101, "this line is indented too deep")
    nested = "\n".join("   \t" * depth + "- a" for depth in range(600))
    with pytest.raises(ValueError, match="too deep"):
        render(nested)
    assert render("*a*") == "<p><em>a</em></p>"


@pytest.mark.parametrize("pattern", ["<ul><li>", "<div><p>", "<b>", "<x></y>"])
def test_tags_that_nest_without_end_are_refused_before_they_are_read(pattern: str) -> None:
    with pytest.raises(TangledError, match="more than 1000 deep"):
        sanitised(pattern * 100_000)


@pytest.mark.parametrize("pattern", ["<li>a", "<p>a", "a<br>", "<b>a</b>", "<ul><li>a</ul>", "<td>a", "</b>a"])
def test_tags_that_end_nest_nowhere(pattern: str) -> None:
    assert sanitised(pattern * 2_000).count("a") >= 2_000
