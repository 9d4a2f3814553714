"""The picture that an article's front matter names."""

from __future__ import annotations

import html

from dateline.assets import Assets, local_path, picture_size
from dateline.keys import address, warn_of_unknown, words
from dateline.model import Markup, Picture
from dateline.pieces import Pieces
from dateline.settings import Findings, Setting, Settings

KNOWN_OF_IMAGE = ("file", "alt", "caption", "credit")


def stated_picture(settings: Settings, assets: Assets) -> tuple[Picture | None, Pieces]:
    """The picture of the front matter; one on another host is a link for the end of the text instead."""
    setting, findings = settings.get("image"), assets.findings
    if setting is None or setting.value == "":
        return None, ()
    stated = setting.value if isinstance(setting.value, dict) else {"file": setting}
    if isinstance(setting.value, tuple):
        stated = {}
    warn_of_unknown(stated, KNOWN_OF_IMAGE, findings)
    name, alt, caption, credit = (words(stated, key, findings) for key in KNOWN_OF_IMAGE)
    if not name and ("file" not in stated or stated["file"].value == ""):
        example = findings.written("image", {"file": "raid.jpg", "alt": "what it shows"})
        remedy = f"Write it as {example}."
        findings.error("`image` names no file", remedy, setting.line, setting.column)
    if not name:
        return None, ()
    where = stated["file"]
    if local_path(name) is None:
        findings.warn(f"the picture {name} lies on another host and becomes a link", "Save it beside the article.",
                      where.line, where.column)  # fmt: skip
        return None, _remote(name, caption or alt or name, stated, findings)
    picture = _picture(name, where, (alt, caption, credit), assets)
    if picture and not alt:
        remedy = f"Write {findings.written('alt', '…')}, what the picture shows, for readers who do not see it."
        findings.warn(f"the picture {name} has no alternative text", remedy, where.line, where.column)
    return picture, ()


def _remote(url: str, label: str, stated: Settings, findings: Findings) -> Pieces:
    if not address(stated, "file", findings):
        return ()
    return (Markup(f'<p><a href="{html.escape(url)}">{html.escape(label, quote=False)}</a></p>'),)


def _picture(name: str, where: Setting, labels: tuple[str, str, str], assets: Assets) -> Picture | None:
    file = assets.find(name)
    if file is None:
        remedy = "Write a path from the article's folder, to a file in the folder of content."
        assets.findings.error(f"there is no picture {name}", remedy, where.line, where.column)
        return None
    size = picture_size(file)
    if isinstance(size, str):
        remedy = "Save it as PNG, JPEG, WebP, GIF or AVIF."
        assets.findings.error(f"the picture {name} {size}", remedy, where.line, where.column)
        return None
    return Picture(file, assets.add(name, file), *labels, *size)
