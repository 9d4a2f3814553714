"""What became of each source, with its bytes in the store; what the store has lost of it is made again."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dateline.cache.records import unpickled
from dateline.cache.store import Store, fingerprint
from dateline.errors import DatelineError, Problem
from dateline.made import File, Made
from dateline.planning import Source
from dateline.sources import Bundle, Kept

if TYPE_CHECKING:
    from dateline.pages.summary import Fragment, StorySummary

T = TypeVar("T")


class Stock:
    """What became of each source, by its name; `make` makes one again.

    Its functions raise `DatelineError` where that is in vain.
    """

    def __init__(self, store: Store, content: Path, make: Callable[[Source], Made]) -> None:
        self.store, self.content, self._make = store, content, make
        self.made: dict[str, Made] = {}
        self._told: dict[bytes, bytes] = {}
        self._summaries: dict[bytes, StorySummary | None] = {}

    def files(self, source: Source) -> Bundle:
        """A story's files for the site; the first of a path counts."""
        by_path = dict[str, File]()
        for file in self.made[source.name].files:
            by_path.setdefault(file.path, file)

        def kept(path: str) -> Kept:
            return Kept(by_path[path].fingerprint, partial(self._bytes, source, by_path[path]))

        return Bundle({path: file.fingerprint for path, file in by_path.items()}, kept)

    def _bytes(self, source: Source, file: File) -> bytes:
        def read(made: Made) -> bytes | None:
            wanted = next((one for one in made.files if one.path == file.path), None)
            return self._part(made.used[0], wanted.start, wanted.length, file.fingerprint) if wanted else None

        def problem() -> Problem:
            return Problem(self.content / source.name, "this changed while the site was built", "Build again.")

        return self._read(source, read, problem)

    def recall(self, key: bytes) -> None:
        """Has the summaries at hand that the last build put together under that key."""
        entry = self.store.read(key) if key and not self._told else None
        if entry:
            self._told = marshal.loads(entry)  # noqa: S302  our own, and whole
            self._summaries = {key: unpickled(told) for key, told in self._told.items()}

    def summaries(self, sources: Sequence[Source]) -> tuple[list[StorySummary], bytes]:
        """What the rest of the site knows of the stories, and under which key all of it lies together from now on."""
        summaries = [self._summary(source) for source in sources]
        used = {self.made[source.name].summary for source in sources}
        entry = marshal.dumps({key: told for key, told in self._told.items() if key in used})
        key = fingerprint(entry)
        self.store.write(key, entry)
        return summaries, key

    def _summary(self, source: Source) -> StorySummary:

        def read(made: Made) -> StorySummary | None:
            key = made.summary
            if key not in self._summaries and (entry := self.store.read(key)):
                self._told[key], self._summaries[key] = entry, unpickled(entry)
            return self._summaries.get(key)

        return self._read(source, read, self._unreadable)

    def fragment(self, source: Source, fragment: Fragment) -> bytes:
        """A fragment of a story's summary."""

        def read(made: Made) -> bytes | None:
            key = fingerprint(made.summary, b"fragments")
            return self._part(key, fragment.start, fragment.length, fragment.fingerprint)

        return self._read(source, read, self._unreadable)

    def _part(self, key: bytes, start: int, length: int, print_: bytes) -> bytes | None:
        data = self.store.read_part(key, start, length)
        return data if data is not None and fingerprint(data) == print_ else None

    def _unreadable(self) -> Problem:
        return unreadable(self.store)

    def _read(self, source: Source, read: Callable[[Made], T | None], problem: Callable[[], Problem]) -> T:
        found = read(self.made[source.name])
        if found is None:
            self.made[source.name] = self._make(source)
            found = read(self.made[source.name])
        if found is None:
            raise DatelineError([problem()])
        return found


def unreadable(store: Store) -> Problem:
    """What is wrong where the store loses what has just been put there."""
    return Problem(store.folder.parent, "the cache cannot be read", "Remove it.")
