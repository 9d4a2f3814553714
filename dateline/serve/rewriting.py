"""A built page as the preview shows it: it reloads by itself, and leads to the editor's view."""

from __future__ import annotations

import re
from html import escape, unescape

POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
OPENED = ("script-src", "connect-src", "style-src")
SELF = "'self'"


def with_reload(page: str, version: str, editor: str) -> str:
    """The page with the preview's own script, stylesheet and link in it; its policy lets these in, and no more."""
    page = POLICY.sub(
        lambda found: found[1] + escape(opened(unescape(found[2])), quote=False) + found[3], page, count=1
    )
    head = f'<link rel="stylesheet" href="/-/serve.css">\n{reload_script(version)}\n'
    bar = f'<p class="preview"><a href="{escape(editor)}">Editor’s view</a></p>\n'
    return _before("</body>", bar, _before("</head>", head, page))


def reload_script(version: str) -> str:
    """The element that reloads a page as soon as there is a newer version."""
    return f'<script src="/-/reload.js" data-seen="{escape(version)}" defer></script>'


def opened(policy: str) -> str:
    """A policy that also lets a page have scripts, styles and events from the server it comes from."""
    stated = [part.split() for part in policy.split(";") if part.strip()]
    allowed = {name.lower(): sources for name, *sources in stated}
    fallback = allowed.get("default-src", [])
    for name in OPENED:
        sources = [source for source in allowed.get(name, fallback) if source != "'none'"]
        allowed[name] = sources if SELF in sources else [*sources, SELF]
    return "; ".join(" ".join([name, *sources]) for name, sources in allowed.items())


def _before(tag: str, addition: str, page: str) -> str:
    at = page.rfind(tag)
    return page + addition if at < 0 else page[:at] + addition + page[at:]
