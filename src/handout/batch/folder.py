"""The folder of one run: locked against a second run, private to its owner, and never half-written.

Work happens in `FOLDER/.handout/`, which is removed at the start and the end of each run. A file reaches
the folder by `os.replace` only, after its proof, so a file that exists is whole. No link is followed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from handout.errors import BatchError, Finding
from handout.store import put_whole

WORK = ".handout"
MARKER = "work-of-handout"  # in the work folder: another program's is left alone
LOCK = ".handout.lock"
NO_LINK = getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Folder:
    """An output folder that this run holds the lock of."""

    out: Path
    work: Path

    def release(self, name: str, content: bytes | Iterable[bytes]) -> Path:
        """Put one finished file into the folder, whole or not at all."""
        return put(self.out / name, content)

    def adopt(self, draft: Path, name: str) -> Path:
        """Move a file made in the work folder into place."""
        target = self.out / name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.replace(target)
        return target


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read. It is not waited for until the disk has it: the ledger holds the
    hash of each sheet, so one that a power cut tore is made again."""
    with new_private(path) as file:
        file.write(content)


def new_private(path: Path) -> BinaryIO:
    """A file to be written that only its owner can read. A link of that name is not followed."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | NO_LINK | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(handle, "wb")


def put(path: Path, content: bytes | Iterable[bytes]) -> Path:
    """A private file in its place, whole or not at all, and on the disk."""
    put_whole(path, content, sync=True)
    return path


@contextmanager
def opened(out: Path) -> Iterator[Folder]:
    """Lock and clean the folder, and take the work folder away at the end, whatever happens.

    Raises BatchError when another run holds the folder, or when it cannot be written to.
    """
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _refusal(out, f"cannot write here ({error.strerror})", "Choose another folder with --out.") from None
    with locked(out / LOCK, "another run is writing to this folder"):
        work = out / WORK
        _clear(work)
        work.mkdir(mode=0o700)
        write_private(work / MARKER, b"")
        try:
            yield Folder(out, work)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _clear(work: Path) -> None:
    """Take away the work folder of a run that was killed. Raises BatchError for what is none of ours."""
    if not (work.is_symlink() or work.exists()):
        return
    if work.is_symlink() or not work.is_dir() or not (work / MARKER).is_file():
        what = "there is something of this name that handout did not make"
        raise _refusal(work, what, "Move it away, or choose another folder with --out.")
    shutil.rmtree(work, ignore_errors=True)


@contextmanager
def locked(path: Path, held: str) -> Iterator[None]:
    """Hold a lock file, and take it away at the end. Raises BatchError with `held` when another run has it."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | NO_LINK, 0o600)
    except OSError as error:
        what = f"cannot write here ({error.strerror})"
        raise _refusal(path.parent, what, "Choose another folder with --out.") from None
    try:
        if not _lock(handle) or not _same_file(handle, path):
            raise _refusal(path.parent, held, "Wait until it ends, or choose another name.")
        try:
            yield
        finally:
            with suppress(OSError):  # Windows removes no file that is open: there it stays, and harms nobody
                path.unlink()
    finally:
        os.close(handle)


def _refusal(out: Path, what: str, hint: str) -> BatchError:
    return BatchError(Finding(what, hint, path=str(out)))


def _same_file(handle: int, path: Path) -> bool:
    """Whether the locked file still is the one of that name (another run may just have ended and removed it)."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _lock(handle: int) -> bool:
    """An exclusive lock that the system drops when the process ends, however it ends."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
