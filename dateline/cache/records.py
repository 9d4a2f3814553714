"""What was made, as bytes for the cache."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any


def pickled(value: object) -> bytes:
    """A value for `unpickled`; dataclasses go as the fields that they are made from, which is faster both ways."""
    written = io.BytesIO()
    _Pickler(written, 5).dump(value)
    return written.getvalue()


def unpickled(data: bytes) -> Any:
    """What was pickled, or `None` where nothing can be made of it."""
    try:
        return pickle.loads(data)  # noqa: S301  our own; whoever can write here could change the program as well
    except Exception:  # noqa: BLE001  broken bytes make the library raise whatever they name
        return None


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        kind: Any = type(value)
        read = _fields(kind)
        return (kind, read(value)) if read else NotImplemented


@cache
def _fields(kind: type) -> Callable[[object], tuple[Any, ...]] | None:
    """What reads the fields of a dataclass, if it is one; that of a single field would read no tuple."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    return attrgetter(*names) if len(names) > 1 else None
