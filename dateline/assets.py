"""Files beside an article: what its links and pictures lead to, without a way out of the folder of content."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from dateline.cache.files import Signature, signature
from dateline.frontmatter import split
from dateline.pieces import Target
from dateline.settings import Findings, read_text
from dateline.slugs import article_slug, slug_of

PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
ACTIVE = frozenset(
    {".css", ".htm", ".html", ".js", ".mjs", ".shtml", ".svg", ".svgz", ".wasm", ".xht", ".xhtml", ".xml", ".xsl"}
)
"""What a browser would run, or read as a page, in the site's own name."""


LOCATED = 100


class Size(NamedTuple):
    """A picture's width and height in pixels, as it is shown."""

    width: int
    height: int


@dataclass(slots=True)
class Assets:
    """The files that one page leads to, gathered as they are found; `depth` is how many folders down its page lies.

    `leads` are the files that were asked for, as they were then, whether or not they were there.
    """

    root: Path
    folder: Path
    depth: int
    findings: Findings
    files: dict[str, Path] = field(default_factory=dict)
    seen: dict[tuple[str, str], Target | None] = field(default_factory=dict)
    pages: dict[Path, str] = field(default_factory=dict)
    leads: dict[str, Signature | None] = field(default_factory=dict)

    def resolve(self, name: str, url: str) -> Target | None:
        """What an `a` or `img` of the text leads to, each address looked up once."""
        key = name, url
        if key not in self.seen:
            self.seen[key] = self._picture(url) if name == "img" else self._link(url)
        return self.seen[key]

    def _link(self, url: str) -> Target | None:
        path = local_path(url)
        if path is None or not path or path.startswith("/"):
            return Target(url)
        file = self.find(path)
        if file is None:
            self.warn(f"this link leads to no file: {url}", "Check its name, or write the address in full.", url)
            return None if self._escapes(path) else Target(url)
        fragment = urlsplit(url).fragment
        if file.suffix.lower() == ".md":
            return Target(self._page(file) + (f"#{fragment}" if fragment else ""))
        if file.suffix.lower() in ACTIVE:
            self.warn(f"{url} is not copied, for a browser would run it", "Link to a PDF or a picture instead.", url)
            return None
        return Target(quote(self.add(path, file)) + (f"#{fragment}" if fragment else ""))

    def _picture(self, url: str) -> Target | None:
        path = local_path(url)
        if path is None or path.startswith("/"):
            self.warn(f"the picture {url} is not beside the article and becomes a link", "Save it beside it.", url)
            return Target(url)
        file = self.find(path)
        if file is None:
            self.warn(f"there is no picture {url}", "Check its name; it lies beside the article.", url)
            return None
        size = picture_size(file)
        if isinstance(size, str):
            self.warn(f"{url} {size}, and is left out", "Save it as PNG, JPEG, WebP, GIF or AVIF.", url)
            return None
        return Target(quote(self.add(path, file)), *size)

    def find(self, path: str) -> Path | None:
        """The file that a path from the article's folder names, if it is one and lies in the folder of content."""
        if "\0" in path or self._escapes(path):
            return None
        asked = str(self.folder / path)
        self.leads.setdefault(asked, signature(asked))
        try:
            file = (self.folder / path).resolve(strict=True)
        except (OSError, RuntimeError, ValueError):
            return None
        inside = file.is_relative_to(self.root) and not any(
            part.startswith(".") for part in file.relative_to(self.root).parts
        )
        return file if inside and file.is_file() else None

    def _escapes(self, path: str) -> bool:
        return self._from_root(path).startswith("..")

    def _from_root(self, path: str) -> str:
        return os.path.normpath(self.folder.relative_to(self.root) / path)

    def add(self, path: str, file: Path) -> str:
        """Gathers a file to be copied beside the page; its path from there.

        A file outside the article's folder is copied under its path from the root, so that no copy leaves the page's.
        """
        here = os.path.normpath(path)
        target = Path(self._from_root(path) if here.startswith("..") else here).as_posix()
        if self.files.setdefault(target, file) != file:
            self.findings.error(
                f"two files would be copied to {target}: {self.files[target]} and {file}", "Rename one of them."
            )
        return target

    def _page(self, file: Path) -> str:
        """The address of another article's page, whose file is read once."""
        if file not in self.pages:
            self.pages[file] = self._page_address(file)
        return self.pages[file]

    def _page_address(self, file: Path) -> str:
        folder = file.parent.relative_to(self.root).parts
        if file.name == "index.md":
            names = [slug_of(part) for part in folder]
        else:
            text, findings = read_text(file)
            names = [*(slug_of(part) for part in folder), article_slug(file, split(text, findings)[0])]
        return "../" * self.depth + "".join(f"{quote(name)}/" for name in names) + "index.html"

    def warn(self, message: str, remedy: str, words: str) -> None:
        """Warns of what stands behind `words`, on the line that has them."""
        # Beyond some problems an editor needs no more places, and a search for each would add up.
        lines = self.findings.lines if len(self.findings.warnings) < LOCATED else ()
        line = next((number for number, line in enumerate(lines, 1) if words in line), None)
        column = self.findings.lines[line - 1].index(words) + 1 if line else None
        self.findings.warn(message, remedy, line, column)


def local_path(url: str) -> str | None:
    """The path of a relative address, empty for a place in the same page; `None` for an address elsewhere."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return None if parts.scheme or parts.netloc else unquote(parts.path)


def picture_size(file: Path) -> Size | str:
    """A picture's size, read from its head, or what is wrong with the picture, in words to follow its name."""
    # Imported where there is a picture: it brings urllib along. It ships no types.
    import imagesize  # type: ignore[import-untyped]  # noqa: PLC0415

    if file.suffix.lower() == ".svg":
        return "is an SVG, which may carry scripts"
    if file.suffix.lower() not in PICTURES:
        return "is no kind of picture that every browser shows"
    with file.open("rb") as data:
        first = data.read(1)
        if first in (b"", b"<"):
            return "is no picture, but text" if first else "is an empty file"
        data.seek(0)
        try:
            width, height = imagesize.get(data)
        except Exception:  # noqa: BLE001  broken bytes make the library raise whatever its arithmetic meets
            width, height = -1, -1
    if width <= 0 or height <= 0:
        return "is broken: it does not say how large it is"
    return Size(int(width), int(height))
