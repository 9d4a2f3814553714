"""Jinja, set up so that a mistake in a template is an error, and says where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from dateline.catalogue import Catalogue, catalogue_of, direction
from dateline.config import Site
from dateline.errors import DatelineError, Problem
from dateline.ground import Ground
from dateline.pages.compiling import Compiled, Templates
from dateline.templating import folders
from dateline.theme import stylesheet

NOTHING = Markup()


def site_catalogue(site: Site) -> Catalogue:
    """The words of the site's pages."""
    return catalogue_of(site.conventions.lang, site.date_style)


def environment(site: Site, templates: Path | None = None, compiled: BytecodeCache | None = None) -> Environment:
    """The templates, with the words of the interface and the site's settings known to all of them."""
    catalogue = site_catalogue(site)
    jinja = Templates(
        loader=FileSystemLoader(folders(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )
    themed = bool(stylesheet(site.theme))
    jinja.globals.update(
        site=site,
        words=catalogue.words,
        lang=catalogue.code,
        dir=catalogue.direction,
        themed=themed,
        tongue=partial(_tongue, catalogue),
    )
    return jinja


def templates_of(ground: Ground) -> Environment:
    """The templates of a build, as they were compiled before where they are the same."""
    return environment(ground.site, ground.templates, Compiled(ground.store, ground.code))


def _tongue(catalogue: Catalogue, lang: str) -> Markup:
    """The attributes of what is in a language of its own, with a space before them; nothing where it is the page's."""
    if not lang or lang == catalogue.code:
        return NOTHING
    turned = direction(lang) != catalogue.direction
    return Markup(' lang="{}"').format(lang) + (Markup(' dir="{}"').format(direction(lang)) if turned else Markup())


def rendered(jinja: Environment, name: str, values: Mapping[str, Any]) -> str:
    """The template's text; raises `DatelineError` that names the template and the line of a mistake in it."""
    with _mistakes_told(jinja):
        return jinja.get_template(name).render(values)


def rendered_each(jinja: Environment, name: str, macro: str, each: Iterable[Sequence[Any]]) -> list[str]:
    """The text of a template's macro, which sees no page, for each of such parameters; raises as `rendered` does."""
    with _mistakes_told(jinja):
        told = getattr(jinja.get_template(name).module, macro)
        return [str(told(*parameters)) for parameters in each]


@contextmanager
def _mistakes_told(jinja: Environment) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        problem = _mistake(error, folders_of(jinja))
        if problem is None:
            raise
        raise DatelineError([problem]) from error


def folders_of(jinja: Environment) -> list[Path]:
    """The folders that the environment's templates come from."""
    assert isinstance(jinja.loader, FileSystemLoader)
    return [Path(folder) for folder in jinja.loader.searchpath]


def _mistake(error: Exception, searched: list[Path]) -> Problem | None:
    """The mistake with the line of the template that it happened in, or `None` where no template had a part in it."""
    remedy = "Mend the template, or remove it to use the one that comes with Dateline."
    if isinstance(error, TemplateSyntaxError):
        file = Path(error.filename) if error.filename else None
        return _pointed(file, error.lineno, f"template {error.name}: {error.message}", remedy)
    where = None
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if any(file.is_relative_to(folder) for folder in searched):
            where = file, trace.tb_lineno
        trace = trace.tb_next
    message = f"no template {error.name!r}" if isinstance(error, TemplateNotFound) else str(error)
    if where is None:
        return Problem(None, message, remedy) if isinstance(error, TemplateNotFound) else None
    return _pointed(where[0], where[1], f"template {where[0].name}: {message}", remedy)


def _pointed(file: Path | None, line: int, message: str, remedy: str) -> Problem:
    excerpt = ""
    if file is not None and file.is_file():
        lines = file.read_text("utf-8").split("\n")
        excerpt = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return Problem(file, message, remedy, line, None, excerpt)
