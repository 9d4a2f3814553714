"""Publication with a fault at each of its steps: what the system may refuse, a write cut short, and a kill.

A step is whatever Python tells its audit hooks of files (open, mkdir, link, rename, remove …), each write, and each
call into the C library. The steps are taken in a process of their own, since an audit hook stays for good.
"""

from __future__ import annotations

import errno
import io
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dateline import exchange
from dateline.cache.files import Mark, still
from dateline.errors import DatelineError
from dateline.publish import publication, publish
from dateline.spare import Spare

ERRORS = ("ENOSPC", "EACCES", "EIO")
SHORT, KILLED = "short write", "kill"
OLD = {"index.html": b"old front", "story/index.html": b"same" * 4000, "story/gone/index.html": b"gone"}
NEW = {"index.html": b"new front" * 4000, "story/index.html": b"same" * 4000, "story/new/index.html": b"new"}
TOLD = (
    "open",
    "os.mkdir",
    "os.link",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.scandir",
    "os.chmod",
    "shutil.copyfile",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A kind of fault, how many steps it was tried at, and in words where the site was not whole afterwards."""

    fault: str
    steps: int
    failures: list[str]


def of_every_kind(folder: Path, how: str) -> list[Outcome]:
    """What became of a site of `OLD` on its way to `NEW`, with each fault at each step.

    The trees change places by "exchange" or by "renames"; in "spare" the new one grows from the one before.
    """
    return [Outcome(**outcome) for outcome in _told_apart(folder, how)]


class Steps:
    """Counts the steps and does what it is to do at one of them."""

    def __init__(self) -> None:
        self.taken = 0
        self.at = -1
        self.act: Callable[[], None] = lambda: None
        self.armed = False

    def take(self) -> None:
        """Another step; may raise the fault."""
        if self.armed:
            self.taken += 1
            if self.taken == self.at:
                self.act()

    @contextmanager
    def with_fault(self, at: int, act: Callable[[], None]) -> Iterator[None]:
        """Acts at a step of what is done meanwhile."""
        self.taken, self.at, self.act, self.armed = 0, at, act, True
        try:
            yield
        finally:
            self.armed = False


STEPS = Steps()
SHORTENED: list[bool] = []
SPARED: list[bool] = []
MARKS: dict[str, Mark] = {}


class Raw(io.FileIO):
    """A file whose every write is a step, and may be cut short."""

    def write(self, data: object, /) -> int:
        STEPS.take()
        view = memoryview(data)  # type: ignore[arg-type]  # any buffer
        return super().write(view[: len(view) // 2 or 1] if SHORTENED else view)


def _opened(path: Path, mode: str = "r", *_: object, **__: object) -> object:
    raw = Raw(path, mode.replace("b", ""))
    return io.BufferedWriter(raw) if "w" in mode else io.BufferedReader(raw)


def _site(folder: Path) -> dict[str, bytes] | None:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".dateline")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files} if folder.exists() else None


def _published(files: dict[str, bytes], output: Path) -> None:
    marks: dict[str, Mark] = {}
    spare = Spare(output.parent.parent / "cache" / "spare", output) if SPARED else None
    with publication(output) as claim:
        publish(files.items(), claim, still(MARKS, f"{output}/"), marks, spare)
    MARKS.clear()
    MARKS.update(marks)


def _failing(name: str) -> Callable[[], None]:
    def act() -> None:
        number = getattr(errno, name)
        raise OSError(number, os.strerror(number))

    return act


def _killed(output: Path, at: int) -> bool:
    child = os.fork()
    if child == 0:
        with STEPS.with_fault(at, lambda: os.kill(os.getpid(), signal.SIGKILL)):
            _published(NEW, output)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _failed(fault: str, output: Path, at: int) -> bool:
    if fault == KILLED:
        return _killed(output, at)
    act = (lambda: SHORTENED.append(True)) if fault == SHORT else _failing(fault)
    try:
        with STEPS.with_fault(at, act):
            _published(NEW, output)
    except DatelineError:
        pass
    finally:
        SHORTENED.clear()
    return STEPS.taken >= at


def _outcome(fault: str, folder: Path, exchanges: bool) -> Outcome:
    failures: list[str] = []
    output = folder / "output"
    at = 0
    while True:
        at += 1
        shutil.rmtree(folder, ignore_errors=True)
        for files in (OLD, NEW, OLD) if SPARED else (OLD,):
            _published(files, output)
        if not _failed(fault, output, at):
            break
        left = _site(output)
        # Two renames leave a moment without a site; the next start ends it.
        if left not in (OLD, NEW) and not (fault == KILLED and not exchanges and left is None):
            failures.append(f"{fault} at step {at}: {left}")
        with publication(output):
            if _site(output) not in (OLD, NEW):
                failures.append(f"{fault} at step {at}, next start: {_site(output)}")
        _published(NEW, output)
        if _site(output) != NEW or [path.name for path in folder.iterdir()] != ["output"]:
            failures.append(f"{fault} at step {at}, next build: {sorted(folder.rglob('*'))}")
    return Outcome(fault, at, failures)


def of_small_files(folder: Path) -> list[str]:
    """Publication under the kernel's own limit on a file's size, which cuts a write short and refuses the next."""
    failures: list[str] = _told_apart(folder, "small")
    return failures


def _told_apart(folder: Path, how: str) -> Any:
    """What a process of its own answers."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", str(folder), how],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _limited(folder: Path) -> list[str]:
    output = folder / "output"
    _published(OLD, output)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
    try:
        _published(NEW, output)
    except DatelineError as error:
        told = [] if "File too large" in str(error) else [str(error)]
    else:
        told = ["no error"]
    return told + ([] if _site(output) == OLD and len(list(folder.iterdir())) == 1 else ["not the old site"])


def main(folder: Path, how: str) -> None:
    """Prints the outcomes as JSON."""
    if how == "small":
        print(json.dumps(_limited(folder)))
        return
    exchanges = how != "renames"
    SPARED.extend([True] * (how == "spare"))
    in_one_call = exchange.exchanged

    def exchanged(one: Path, other: Path) -> bool:
        STEPS.take()
        return exchanges and in_one_call(one, other)

    exchange.exchanged = exchanged
    Path.open = _opened  # type: ignore[method-assign, assignment]
    sys.addaudithook(lambda event, _: STEPS.take() if event in TOLD else None)
    print(json.dumps([asdict(_outcome(fault, folder / "site", exchanges)) for fault in (*ERRORS, SHORT, KILLED)]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
