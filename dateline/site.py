"""Read all, tag all, write all; where the last build saw the same, nothing."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dateline.cache.files import Mark
from dateline.cache.last import Last, Lying
from dateline.cache.store import fingerprint
from dateline.errors import Problem
from dateline.exchange import is_claimed
from dateline.options import Options
from dateline.processes import ARTICLES_A_PROCESS, begin_dating
from dateline.standby import Standby

if TYPE_CHECKING:
    from dateline.config import Site
    from dateline.exchange import Claim
    from dateline.model import Story
    from dateline.spare import Spare

# What makes pages is imported when there is something to make: Markdown, Jinja and the tagger take a while.
# ruff: noqa: PLC0415

__all__ = ["Options", "Summary", "build", "exported_story", "read_stories"]


class Summary(NamedTuple):
    """What a build has made."""

    stories: int
    articles: int
    expressions: int
    events: int
    warnings: tuple[Problem, ...]


def build(options: Options) -> Summary:
    """Makes the site; raises `DatelineError`, and leaves the old site as it is, where the content needs mending."""
    begin_dating()
    last = None if options.cache is None else last_build(options, options.cache)
    with Standby(options.jobs != 1) as standby:
        with options.watch.lap("looking for changes"):
            same = last.unchanged(standby.looks) if last else None
        if same and not (options.strict and same[1]) and not is_claimed(options.output):
            return Summary(*same[0], warnings=same[1])
        if last and 0 < last.changes <= ARTICLES_A_PROCESS:
            standby.get_ready()
        return _built(options, last, standby)


def _built(options: Options, last: Last | None, standby: Standby) -> Summary:
    """Makes the site anew as far as it has changed since the last build, and remembers this one as the last."""
    from dateline.assembly import Assembly
    from dateline.cache.sweeping import held
    from dateline.publish import publication, publish

    with publication(options.output, last.folders if last else {}) as claim:
        # Without a cache, what is made waits beside the output until it is published.
        known, marks = last or Last(claim.scratch, options.output), dict[str, Mark]()
        with held(known.folder) as hold:
            assembly = Assembly(options, known, standby=standby)
            assembly.read()
            spare = _spare(known, claim) if last else None
            standby.meanwhile = partial(_look_early, claim, spare)
            with options.watch.lap("publishing"):
                publish(assembly.files(), claim, known.written, marks, spare)
            if last:
                with options.watch.lap("remembering"):
                    assembly.remember(hold)
                    last.conclude(
                        Lying(assembly.inputs.seen, marks, claim.looked), assembly.counts(), assembly.warnings
                    )
    return Summary(*assembly.counts(), warnings=assembly.warnings)


def _look_early(claim: Claim, spare: Spare | None) -> None:
    """Looks at what has to be looked at before a site can be published, while another process makes a story."""
    from dateline.foreign import look_over

    look_over(claim)
    if spare:
        spare.look()


def _spare(last: Last, claim: Claim) -> Spare:
    """What was put out of the claimed folder the last time."""
    from dateline.spare import Spare

    return Spare(last.spares / fingerprint(os.fsencode(claim.folder)).hex(), claim.folder)


def last_build(options: Options, cache: Path) -> Last:
    """The last build that was asked for the same, as the folder of the cache knows it."""
    asked = (options.content, options.templates, options.base_url, options.drafts)
    return Last(cache, options.output, *map(str, asked))


def exported_story(content: Path, name: str, drafts: bool = False) -> Story | None:
    """The story of that slug or folder, alone dated; `None` where there is none.

    Raises `DatelineError` where the content needs mending.
    """
    from dateline.dating import dated_stories, read_all
    from dateline.slugs import slug_of

    site, read = read_all(content, drafts)
    wanted = {name.rstrip("/"), Path(name).name, slug_of(Path(name).name)}
    folder = next((folder for folder in read.stories if folder.slug in wanted), None)
    return dated_stories(site, [folder], 1)[0][0] if folder else None


def read_stories(options: Options) -> tuple[Site, tuple[Problem, ...], list[Story]]:
    """The site's settings, what an editor should look at, and its stories, dated; raises `DatelineError`."""
    from dateline.dating import dated_stories, read_all

    site, read = read_all(options.content, options.drafts)
    stories, warnings = dated_stories(site, read.stories, options.jobs)
    return site, (*site.warnings, *read.warnings, *warnings), stories
