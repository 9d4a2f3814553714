"""What an imported event brought along, as the templates see it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from dateline.catalogue import Catalogue
from dateline.model import Imported, Link, Mention

Values = dict[str, Any]


def imported_values(catalogue: Catalogue, mention: Mention, imported: Imported) -> Values:
    """Where an event was imported from, its text, and what it links to; nothing is loaded from another host."""
    article = mention.dated.article
    return {
        "source": article.source,
        "dateline": catalogue.date_words(article.dateline.day),
        "datetime": article.dateline.day.isoformat(),
        "date": imported.date,
        "group": imported.group,
        "text": _html(imported.text),
        "links": [_link_values(catalogue, link) for link in imported.links],
    }


def _link_values(catalogue: Catalogue, link: Link) -> Values:
    words = catalogue.words["import_background"] if link.kind == "background" else link.alt or link.href
    return {
        "href": link.link or link.href,
        "words": words,
        "caption": _html(link.caption),
        "credit": _html(link.credit),
    }


def _html(words: str) -> Markup:
    return Markup(words)  # noqa: S704  sanitised where it was read
