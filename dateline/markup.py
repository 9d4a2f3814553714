"""Markdown into sanitised HTML, its plain text, and the way back from the text to the HTML."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Article

Mark = tuple[int, int, str, str]
"""`(start, end, open, close)`: markup to set around `article.text[start:end]`."""


def marked_html(article: Article, marks: Sequence[Mark] = ()) -> str:
    """The article's HTML, well-formed, with each mark's `open` and `close` around its span of the plain text.

    Marks do not overlap and may come in any order. A mark whose span cannot be wrapped as a whole without breaking the
    markup inside ("a *very late* ..." marked from "late" on) is set around each of its runs, so `open` may occur more
    than once and should carry no `id`. No mark reaches from one block into the next.
    """
    raise NotImplementedError
