"""The folder of one run: locked against a second run, private to its owner, and never half-written.

Work happens in `OUT/.handout/`, which is removed at the start and the end of each run. A file reaches
`OUT` by `os.replace` only, after its proof, so a file that exists is whole.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handout.errors import BatchError, Finding, Place

WORK = ".handout"
LOCK = ".handout.lock"


@dataclass(frozen=True, slots=True)
class Folder:
    """An output folder that this run holds the lock of."""

    out: Path
    work: Path

    def release(self, name: str, content: bytes) -> Path:
        """Put one finished file into the folder, whole or not at all."""
        target = self.out / name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self.work / name.replace("/", "_")
        write_private(draft, content)
        draft.replace(target)
        return target

    def adopt(self, draft: Path, name: str) -> Path:
        """Move a file made in the work folder into place."""
        target = self.out / name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.replace(target)
        return target


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read, flushed to the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def opened(out: Path) -> Iterator[Folder]:
    """Lock and clean the folder, and take the work folder away at the end, whatever happens.

    Raises BatchError when another run holds the folder, or when it cannot be written to.
    """
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(out / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise _refusal(
            out, f"cannot write here ({error.strerror})", "Choose another folder with --out."
        ) from None
    try:
        if not _lock(handle) or not _same_file(handle, out / LOCK):
            raise _refusal(
                out, "another run is writing to this folder", "Wait until it ends, or choose another --out."
            )
        work = out / WORK
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(mode=0o700)
        try:
            yield Folder(out, work)
        finally:
            shutil.rmtree(work, ignore_errors=True)
            (out / LOCK).unlink(missing_ok=True)
    finally:
        os.close(handle)


def _refusal(out: Path, what: str, hint: str) -> BatchError:
    return BatchError(Finding(what, hint, Place(str(out))))


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
