"""Sites whose every word is an attack string, and what a page must hold to be harmless."""

from __future__ import annotations

import json
import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import tinyhtml5  # type: ignore[import-untyped]  # it ships no types

from dateline.characters import STRANGE
from dateline.site import Options, build
from tests.attacks import attacks

PICTURE = Path(__file__).parent / "site" / "content" / "bridge" / "bridge.png"
SITES = 24
WORDS = ("title", "author", "source", "place", "summary", "tags", "people", "places")
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'{digest}; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)

# fmt: off
ELEMENTS = frozenset("""
    bdi html head meta title link body header nav main section article aside footer figure figcaption details summary
    h1 h2 h3 h4 h5 h6 p div span a img ol ul li dl dt dd blockquote q cite abbr dfn time mark em strong b i u s small
    sub sup del ins code kbd samp pre br hr wbr table caption thead tbody tfoot tr th td
    fieldset legend label input button textarea script
    svg g rect line path polygon polyline circle text tspan
""".split())
ATTRIBUTES = frozenset("""
    id class lang dir title href rel src alt width height loading datetime data-x data-tags data-people data-places
    type value checked autocomplete for rows readonly defer popover popovertarget target
    data-found data-none data-all
    start align colspan rowspan scope charset name content property http-equiv role hidden
    viewBox preserveAspectRatio focusable x y x1 x2 y1 y2 dx dy r rx ry cx cy d points fill transform stroke-width
""".split())
# fmt: on


def article(attack: str, number: int) -> str:
    """An article with an attack in every field that takes words, and in every place of its text that takes markup."""
    head: dict[str, Any] = dict.fromkeys(WORDS, f"{attack} {number}")
    for name in ("tags", "people", "places"):
        head[name] = [head[name]]
    labels = dict.fromkeys(("alt", "caption", "credit"), f"{attack} {number}")
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()]
    # JSON leaves it to YAML to take DEL and what is no character.
    image = json.dumps({"file": "p.png"} | labels, ensure_ascii=False)
    body = [
        f"The bridge opened on Friday, {attack} said.", f"On Tuesday {attack}", attack, f"- {attack}", f"> {attack}",
        f"`{attack}`", f"[on Friday]({attack})", f"![last year]({attack})", f"[x]: {attack}\n\n[last week][x]",
        f'<a href="https://example.org" title="{attack}">since 2016</a>', f'<time title="{attack}">today</time>',
        f"| in 2016 | {attack} |\n|---|---|\n| {attack} | b |", f"Words[^1] {attack}\n\n[^1]: {attack}", f"## {attack}",
        f"*It fell on Monday {attack}*", f"<div>\n{attack}\n</div>", "The bridge fell on Thursday.",
    ]  # fmt: skip
    lines += [f"image: {image}", *_edits(f"{attack} {number}")]
    return "\n".join(["---", *lines, "date: 2024-05-15", "---", "", *(f"{part}\n" for part in body)])


def _edits(words: str) -> list[str]:
    """What an editor adds to an article, in front matter."""
    written = json.dumps(words, ensure_ascii=False)
    return [
        f"corrections:\n  - {{date: 2024-05-16, text: {written}}}",
        f"events:\n  ? {written}\n  : {{date: 2024-05-02, status: happened}}",
    ]


def event_list(share: list[str]) -> str:
    """A list of imported events with an attack in every field that takes words, markup or addresses."""
    head = [f"{key} = {_toml(' '.join(share))}" for key in ("title", "from", "text")]
    lines = [*head, 'imported = "2024-05-15"']
    for number, attack in enumerate(share):
        words = dict.fromkeys(("what", "subject", "quote", "shown", "group", "uid"), f"{attack} {number}")
        lines += ["[[event]]", 'date = "2024-04-01"', *(f"{key} = {_toml(value)}" for key, value in words.items())]
        labels = ", ".join(f"{key} = {_toml(attack)}" for key in ("caption", "credit", "alt"))
        lines += [f"text = {_toml(attack)}", f'links = [{{ href = "https://example.org/{number}", {labels} }}]']
    return "\n".join(lines)


def _toml(words: str) -> str:
    # TOML has no halves of characters and writes those beyond U+FFFF in one.
    text = json.dumps(words).replace(chr(0x7F), "")
    return re.sub(r"\\u(d[89ab]..)\\u(d[c-f]..)", lambda m: _whole(m[1], m[2]), text)


def name_of(attack: str, number: int) -> str:
    """An attack as the name of a file, as far as a file system goes."""
    return re.sub(r"[/\0]", "\N{DIVISION SLASH}", attack)[:50].lstrip(".") + f" {number}"


def build_sites(folder: Path) -> list[Path]:
    """Builds every attack into some site; returns the sites."""
    found = attacks()
    return [_built(folder / str(number), found[number::SITES]) for number in range(SITES)]


def _built(folder: Path, share: list[str]) -> Path:
    content = folder / "content"
    content.mkdir(parents=True)
    joined = " ".join(share)
    settings = {"title": joined, "description": joined}
    text = "\n".join(f"{key} = {_toml(value)}" for key, value in settings.items())
    (content / "site.toml").write_text(text, "utf-8")
    for number, attack in enumerate(share):
        story = content / name_of(share[number - number % 12], number - number % 12)
        if not story.is_dir():
            story.mkdir()
            shutil.copy(PICTURE, story / "p.png")
            index = {"title": f"{attack} {number}", "standfirst": attack}
            head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in index.items())
            (story / "list.events.toml").write_text(event_list(share[number : number + 12]), "utf-8")
            (story / "index.md").write_text(f"---\n{head}\n---\n\n{attack}\n\nIt *began* with {attack}\n", "utf-8")
        (story / f"{name_of(attack, number)}.md").write_text(article(attack, number), "utf-8")
    build(Options(content, folder / "output", jobs=1))
    return folder / "output"


def _whole(high: str, low: str) -> str:
    return bytes.fromhex(high + low).decode("utf-16-be")


def faults(site: Path, file: Path) -> Iterator[str]:
    """What in a page could run, fetch, disguise, or lead where it should not, in words."""
    text = file.read_text("utf-8")
    root = tinyhtml5.parse(text, namespace_html_elements=False)
    yield from _policy_faults(root)
    ids: set[str] = set()
    for element in root.iter():
        tag = element.tag if isinstance(element.tag, str) else "a comment"
        tag = tag.removeprefix("{http://www.w3.org/2000/svg}")
        if tag not in ELEMENTS:
            yield f"<{tag}>"
        for written in (element.text, element.tail, *element.attrib.values()):
            if written and STRANGE.search(written):
                yield f"a strange character in {written[:60]!r}"
        if tag == "script" and (set(element.attrib) != {"src", "defer"} or element.text) and not _is_data(element):
            yield f"<script> of its own: {element.attrib}"
        for name, value in element.attrib.items():
            if name not in ATTRIBUTES and not name.startswith("aria-"):
                yield f"<{tag} {name}={value!r}>"
            if name in ("href", "src"):
                use = "a" if element.get("rel") in ("canonical", "alternate") else tag
                # The page for addresses that lead nowhere stands in for pages at every depth.
                seen = value.removeprefix("/") if file == site / "404.html" else value
                yield from (f"<{tag} {name}={value!r}> {fault}" for fault in _address_faults(site, file, use, seen))
            if name == "id":
                if value in ids:
                    yield f"the id {value} twice"
                ids.add(value)


def _is_data(script: Any) -> bool:
    """Whether a script element holds data that no browser runs, and nothing that could end it."""
    if script.attrib != {"type": "application/ld+json"} or re.search("[<>&]", script.text):
        return False
    return set(json.loads(script.text)) == {"@context", "@graph"}


def _policy_faults(root: Any) -> Iterator[str]:
    metas = [meta.attrib for meta in root.iter("meta") if "http-equiv" in meta.attrib]
    data = [script.text for script in root.iter("script") if script.get("type")]
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in data]
    policy = POLICY.format(digest="".join(f" 'sha256-{digest}'" for digest in digests))
    if metas != [{"http-equiv": "Content-Security-Policy", "content": policy}]:
        yield f"another policy: {metas}"
    head = [child.tag for child in root.find("head")]
    if "link" in head[:3]:
        yield "something is fetched before the policy is known"


def _address_faults(site: Path, file: Path, tag: str, url: str) -> Iterator[str]:
    # As the URL Standard reads it (4.4): without tabs and line ends anywhere, or control characters at the ends.
    read = re.sub(r"[\t\n\r]", "", url).strip("".join(map(chr, range(33))))
    scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)", read)
    elsewhere = scheme or re.match(r"[/\\]", read)
    if scheme and scheme[0].lower() not in (("http", "https", "mailto") if tag == "a" else ()):
        yield "is no address of the web"
    elif tag in ("img", "link", "script") and elsewhere:
        yield "is fetched from elsewhere"
    elif not elsewhere:
        folder = PurePosixPath(file.relative_to(site)).parent
        depth = len(folder.parts)
        for part in unquote(urlsplit(read).path).split("/"):
            depth += -1 if part == ".." else 1 if part not in ("", ".") else 0
            if depth < 0:
                yield "leaves the site"
        if tag == "script" and not read.endswith("static/dateline.js"):
            yield "is no script of Dateline's"
        if tag in ("img", "link", "script") and not (file.parent / unquote(read)).is_file():
            yield "is not there"
