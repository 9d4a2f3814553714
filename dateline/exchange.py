"""Folders that change places: one build at a time, and two trees exchanged in one system call where there is one."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from dateline.cache.files import Mark
from dateline.errors import DatelineError, Problem

# ctypes, fcntl and msvcrt are imported where the system has them, and ctypes only by builds that change something.
# ruff: noqa: PLC0415

NOT_OFFERED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
"""How a system, or the file system that a folder lies on, says that it exchanges nothing in one call."""

LINUX_HERE, LINUX_EXCHANGE = -100, 2  # AT_FDCWD of fcntl.h and RENAME_EXCHANGE of linux/fs.h
MACOS_SWAP = 2  # RENAME_SWAP of sys/stdio.h
FILE = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Claim:
    """A folder that this build alone may replace, all links followed, and the workshop beside it.

    `looked` gains for each folder inside, by its path there, how it was when it was looked over last; `lying` are those
    of them that have just been found as they were.
    """

    folder: Path
    workshop: Path
    looked: dict[str, Mark] = field(default_factory=dict, compare=False)
    lying: dict[str, Mark] = field(default_factory=dict, compare=False)

    def moment(self) -> int:
        """Now, by the clock that stamps files."""
        lock = self.workshop / "lock"
        os.utime(lock)
        return lock.stat().st_mtime_ns

    @property
    def new(self) -> Path:
        """Where the new tree is built, and, once exchanged, the old one is taken down."""
        return self.workshop / "new"

    @property
    def old(self) -> Path:
        """Where the old tree is between two renames."""
        return self.workshop / "old"

    @property
    def scratch(self) -> Path:
        """Where what is made waits to be published, where there is no cache."""
        return self.workshop / "scratch"


@contextmanager
def claimed(folder: Path) -> Iterator[Claim]:
    """The claim to a folder; whatever an earlier, killed build has left beside it is put right first.

    The lock is the kernel's and ends with the process. Raises `DatelineError` where another build holds it, or where
    nothing can be written beside the folder.
    """
    with told(folder):
        target = folder.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        claim = Claim(target, _workshop(target))
        lock = _locked(folder, claim.workshop)
    try:
        with told(folder):
            _recover(claim)
        yield claim
    finally:
        # What cannot be cleared away now, the next build clears away. The lock goes while it is still held.
        with suppress(OSError):
            _recover(claim)
        with suppress(OSError):
            (claim.workshop / "lock").unlink()
        with suppress(OSError):
            claim.workshop.rmdir()
        lock.close()


def is_claimed(folder: Path) -> bool:
    """Whether some build has claimed the folder, if only one that was killed before it could clear away."""
    return os.path.lexists(_workshop(Path(os.path.realpath(folder))))


def _workshop(target: Path) -> Path:
    return target.parent / f".{target.name}.dateline"


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Tells what the system refuses as a `DatelineError` of the folder."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise DatelineError([_refusal(folder, error)]) from error


def _refusal(folder: Path, error: OSError | RuntimeError) -> Problem:
    number = error.errno if isinstance(error, OSError) else None
    if number in {errno.EBUSY, errno.EXDEV}:
        remedy = f"Where something is mounted nothing can change places; name a folder in it: {folder / 'site'}."
    elif number in {errno.EACCES, errno.EPERM, errno.EROFS}:
        remedy = f"The new site is built beside the old one, so {folder.absolute().parent} has to be writable."
    elif number in {errno.ENOSPC, errno.EDQUOT}:
        remedy = "Make room for the changed files beside the old ones."
    else:
        remedy = "Mend what the system names, or write elsewhere with --output."
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    place = f": {error.filename}" if isinstance(error, OSError) and error.filename else ""
    return Problem(folder, f"the site could not be written: {reason}{place}", f"{remedy} The old site is as it was.")


def _locked(folder: Path, workshop: Path) -> IO[bytes]:
    """The workshop's lock, held."""
    while True:
        with suppress(FileExistsError):
            workshop.mkdir()
        if workshop.is_symlink() or not workshop.is_dir():
            raise DatelineError([Problem(workshop, "this is where a build keeps its unfinished site", "Move it away.")])
        try:
            file = os.fdopen(os.open(workshop / "lock", FILE, 0o666), "r+b")
        except FileNotFoundError:  # a build that ended has just cleared its workshop away
            continue
        try:
            _lock(file)
            # A lock that its holder has removed meanwhile is not the one that others will find.
            if os.path.samestat(os.fstat(file.fileno()), (workshop / "lock").stat()):
                return file
        except BlockingIOError as error:
            file.close()
            problem = Problem(folder, "another build is running", "Wait for its end, or write elsewhere with --output.")
            raise DatelineError([problem]) from error
        except FileNotFoundError:
            pass
        file.close()


def _lock(file: IO[bytes]) -> None:
    """Takes the lock, which the kernel gives back with the process; raises `BlockingIOError` where it is taken."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            # Not `flock`, which worker processes would inherit and hold on to when the build itself is killed.
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except PermissionError as error:
        raise BlockingIOError(error.errno, error.strerror) from error


def _recover(claim: Claim) -> None:
    """Brings a site back that was on its way out when a build ended, and clears the workshop."""
    if claim.old.is_dir() and not claim.folder.exists():
        claim.old.rename(claim.folder)
    clear(claim)
    shutil.rmtree(claim.scratch, ignore_errors=True)


def clear(claim: Claim) -> None:
    """Takes down what is left of another tree."""
    for left in (claim.new, claim.old):
        shutil.rmtree(left, ignore_errors=True)


def exchange(claim: Claim) -> None:
    """Puts the new tree in the folder's place; raises `OSError`, and leaves the old one, where the system refuses."""
    _persist(claim.new)
    if not claim.folder.exists():
        claim.new.rename(claim.folder)
    elif not exchanged(claim.new, claim.folder):
        claim.folder.rename(claim.old)
        claim.new.rename(claim.folder)


def exchanged(one: Path, other: Path) -> bool:
    """Exchanges two folders in one system call; false where the system or the file system offers none."""
    import ctypes

    library = ctypes.CDLL(None, use_errno=True) if sys.platform in {"linux", "darwin"} else None
    names = os.fsencode(one), os.fsencode(other)
    if library is not None and hasattr(library, "renameat2"):
        status = library.renameat2(LINUX_HERE, names[0], LINUX_HERE, names[1], LINUX_EXCHANGE)
    elif library is not None and hasattr(library, "renamex_np"):
        status = library.renamex_np(*names, MACOS_SWAP)
    else:
        return False
    number = ctypes.get_errno()
    if status and number not in NOT_OFFERED:
        raise OSError(number, os.strerror(number), str(other))
    return not status


def _persist(folder: Path) -> None:
    """Waits until the tree is on the disk: after a power cut, the exchange must not be found without the files."""
    import ctypes

    library = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
    if library is not None and hasattr(library, "syncfs"):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            if library.syncfs(descriptor):
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), str(folder))
        finally:
            os.close(descriptor)
    elif hasattr(os, "sync"):
        os.sync()
