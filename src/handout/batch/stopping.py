"""A run that could not go on: why, what is safe, and how to go on."""

from __future__ import annotations

import errno
from collections.abc import Sequence

from handout.batch.jobs import Done
from handout.batch.report import RunOptions
from handout.errors import BatchError, Finding, StoppedError

WRITING = (OSError, MemoryError)
REASONS = {
    errno.ENOSPC: ("the disk is full", "Make room on it"),
    errno.EDQUOT: ("this user's share of the disk is full", "Make room on it"),
    errno.EROFS: ("this disk can only be read", "Choose another folder with --out"),
    errno.EACCES: ("this user may not write here", "Choose another folder with --out, or have it opened to you"),
    errno.EPERM: ("this user may not write here", "Choose another folder with --out, or have it opened to you"),
    errno.EMFILE: ("too many files are open", "Close other programs, or use fewer --jobs"),
    errno.ENOMEM: ("there is not enough memory", "Close other programs, or use fewer --jobs"),
}


def stops(error: BaseException) -> bool:
    """Whether an error of one sheet is one of the machine, which the next sheet would meet too."""
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in REASONS)


def reason_of(error: OSError | MemoryError) -> tuple[str, str]:
    """What happened and what to do first, without the file's name: it may tell where a patient's sheet lies."""
    if isinstance(error, MemoryError):
        return REASONS[errno.ENOMEM]
    other = f"a file cannot be written ({error.strerror or 'unknown reason'})", "Look at the disk and the folder"
    return REASONS.get(error.errno or 0, other)


def stopped(error: OSError | MemoryError, done: Sequence[Done], total: int, options: RunOptions) -> BatchError:
    """The run's last word when the machine stopped it."""
    what, first = reason_of(error)
    hint = f"{first}, then {_again(options)}"
    return BatchError(Finding(f"{what}: {_state(done, total, options)}", hint, path=_place(options)))


def interrupted(done: Sequence[Done], total: int, options: RunOptions) -> StoppedError:
    """The run's last word after Ctrl-C."""
    again = _again(options)
    hint = again[0].upper() + again[1:]
    return StoppedError(Finding(f"stopped: {_state(done, total, options)}", hint, path=_place(options)))


def _place(options: RunOptions) -> str:
    return "" if options.dry_run else str(options.out)


def _state(done: Sequence[Done], total: int, options: RunOptions) -> str:
    released = 0 if options.strict or options.dry_run else sum(one.released for one in done)
    return f"{released} of {total} sheets {'is' if released == 1 else 'are'} made and whole, and no print file"


def _again(options: RunOptions) -> str:
    if options.dry_run:
        return "start the same command again; nothing was written."
    return "start the same command again today: it goes on where it stopped."
