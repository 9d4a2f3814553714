"""Templates compiled to write faster than Jinja's own, and kept as they were compiled."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr, Template
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from dateline.cache.store import Store, fingerprint

SPECIAL = re.compile("[&<>'\"]").search


def escaped(value: Any) -> str:
    """A value for a page. Most words need no escaping, and what a page is joined from need not say that it is safe."""
    kind = type(value)
    safe: str = value if kind is Markup or (kind is str and not SPECIAL(value)) else escape(value)
    return safe


class Writer(CodeGenerator):
    """Compiles templates that write with `escaped`."""

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802  Jinja's name
        self.writeline(f"from {__name__} import {escaped.__name__}")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if finalize.src is None and frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(f"{escaped.__name__}(")
        else:
            super()._output_child_pre(node, frame, finalize)


LOCALS = {"_loop_vars", "_block_vars"}
"""What a template hands on of its own names to functions that ask for its context."""


class Calls(Context):
    """A context that calls at once what asks for no context: macros with all their parameters, and `partial` ones."""

    def call(self, called: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """What a call in a template gives, as Jinja's own says it."""
        kind = type(called)
        if (kind is Macro or kind is partial) and (not named or named.keys() <= LOCALS):
            if kind is partial:
                return called(*args)
            assert isinstance(called, Macro)
            takes_more = called.caller or called.catch_kwargs or called.catch_varargs
            if len(args) == len(called.arguments) and not takes_more and self.eval_ctx.autoescape:
                return Markup(called._func(*args))  # noqa: S704, SLF001  a macro escapes what it is given
        return super().call(called, *args, **named)


METHODS = frozenset(dir(dict))
"""What a dictionary has beside its entries; Jinja looks for these first."""


class Templates(Environment):
    """Jinja's environment, its templates written faster."""

    code_generator_class = Writer
    context_class = Calls

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What Jinja's own finds; a missing attribute of a dictionary costs it ten times as much as the entry."""
        if type(obj) is dict and attribute not in METHODS:
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)


class Compiled(BytecodeCache):
    """Templates as they were compiled by a program of that fingerprint, in the store."""

    def __init__(self, store: Store, code: bytes) -> None:
        self._store, self._code = store, code

    def load_bytecode(self, bucket: Bucket) -> None:
        if data := self._store.read(self._key(bucket)):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._store.write(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> bytes:
        return fingerprint(self._code, bucket.key.encode(), bucket.checksum.encode())
