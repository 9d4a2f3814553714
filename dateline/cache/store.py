"""A folder of results, each under the fingerprint of everything that it was made from."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

SIZE = sha256().digest_size
"""The bytes of a fingerprint."""


def fingerprint(*parts: bytes) -> bytes:
    """One fingerprint of one or more parts, which cannot be mistaken for other parts that only join to the same."""
    if len(parts) == 1:
        return sha256(parts[0]).digest()
    return sha256(b"".join(sha256(part).digest() for part in parts)).digest()


class Store(NamedTuple):
    """The folder; its entries begin with the fingerprint of the rest, so that a broken one is known.

    Those written in parts do not: each part has a fingerprint, which whoever reads it knows.
    """

    folder: Path

    def read(self, key: bytes) -> bytes | None:
        """The entry, or `None` where there is none that is whole."""
        return read_whole(self._path(key))

    def read_part(self, key: bytes, start: int, length: int) -> bytes | None:
        """A stretch of an entry that was written in parts, unchecked, or `None` where there is no such entry."""
        try:
            with open(self._path(key), "rb", buffering=0) as file:  # noqa: PTH123  thousands of these
                return os.pread(file.fileno(), length, start)
        except OSError:
            return None

    def holds(self, key: bytes) -> bool:
        """Whether there is such an entry, whole or not."""
        return os.path.exists(self._path(key))  # noqa: PTH110

    def write(self, key: bytes, data: bytes) -> None:
        """Puts the entry there as a whole or not at all, whoever else is about to."""
        write_whole(self._path(key), data)

    def write_parts(self, key: bytes, parts: Iterable[bytes]) -> None:
        """Puts an entry of such parts there as a whole or not at all."""
        _write(self._path(key), parts)

    def drop(self, keys: Iterable[bytes]) -> None:
        """Takes entries away, as far as they are there."""
        for key in keys:
            with suppress(OSError):
                os.unlink(self._path(key))  # noqa: PTH108

    def _path(self, key: bytes) -> str:
        name = key.hex()
        return f"{self.folder}/{name[:2]}/{name[2:]}"


def read_whole(path: str) -> bytes | None:
    """What `write_whole` has written, or `None` where that is gone or broken."""
    found = read_marked(path)
    return found[1] if found else None


def read_marked(path: str) -> tuple[bytes, bytes] | None:
    """The same behind its fingerprint."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            print_, data = file.read(SIZE), file.read()
    except OSError:
        return None
    return (print_, data) if fingerprint(data) == print_ else None


def write_whole(path: str, data: bytes) -> bytes:
    """A file that is never seen half written, and begins with the fingerprint of the rest, which is returned."""
    print_ = fingerprint(data)
    _write(path, (print_, data))
    return print_


def _write(path: str, parts: Iterable[bytes]) -> None:
    draft = f"{path}.{os.getpid()}"
    try:
        file = open(draft, "wb")  # noqa: PTH123, SIM115
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        file = open(draft, "wb")  # noqa: PTH123, SIM115
    with file:
        file.writelines(parts)
    os.replace(draft, path)  # noqa: PTH105
