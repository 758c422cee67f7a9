"""What a run has finished, so that the same run, started again after it was stopped, does not do it twice.

The ledger lies in the run's folder, readable by its owner only, and goes when the run ends by itself. A
file is kept when its key fits (the order whole and the content it was made from, hashed with a salt that
never leaves the ledger) and its bytes are still those that were proofed. A run is the same when it is told
the same: the whole list, the whole content, the day.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path

from handout.batch.folder import NO_LINK
from handout.batch.jobs import Job

NAME = ".handout.ledger"


class Ledger:
    """Finished files by name. Lines are appended and flushed one by one; a torn last line is ignored."""

    def __init__(self, out: Path, told: str = "") -> None:
        self.path = out / NAME
        self.entries: dict[str, tuple[str, str]] = {}
        self.salt, run = self._read()
        if not self.salt or not hmac.compare_digest(run, digest(self.salt, told)):
            self.salt = self._begin(told)

    def _read(self) -> tuple[str, str]:
        """The salt, and what the run was told."""
        head: dict[str, object] = {}
        for entry in _entries(self.path):
            if isinstance(entry, dict) and "salt" in entry:
                head = entry
            elif isinstance(entry, list) and len(entry) == 3:
                self.entries[str(entry[0])] = (str(entry[1]), str(entry[2]))
        return str(head.get("salt", "")), str(head.get("run", ""))

    def _begin(self, told: str) -> str:
        self.entries.clear()
        self.path.unlink(missing_ok=True)
        salt = secrets.token_hex(16)
        self._append({"salt": salt, "run": digest(salt, told)})
        return salt

    def _append(self, entry: object) -> None:
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | NO_LINK, 0o600)
        with os.fdopen(handle, "ab") as file:
            file.write(b"\n" + json.dumps(entry).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def add(self, name: str, key: str, content: bytes) -> None:
        """Say that a file stands in its place."""
        self._append([name, key, hashlib.sha256(content).hexdigest()])

    def close(self) -> None:
        """The run ended by itself: nothing is left to take up again."""
        self.path.unlink(missing_ok=True)


def _entries(path: Path) -> Iterator[object]:
    """The lines of a ledger; a torn one is passed over, and so is a file that cannot be read."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for line in lines:
        try:
            yield json.loads(line)
        except ValueError:
            continue


def fits(out: Path, told: str) -> bool:
    """Whether the stopped run in that folder was told the same."""
    heads = [entry for entry in _entries(out / NAME) if isinstance(entry, dict) and "salt" in entry]
    return any(hmac.compare_digest(str(head.get("run", "")), digest(str(head["salt"]), told)) for head in heads)


def digest(salt: str, told: str) -> str:
    """A text that may hold patients as a hash that means nothing without the salt."""
    return hmac.new(salt.encode(), told.encode(), hashlib.sha256).hexdigest()


def key_of(job: Job, content_ids: Sequence[str], salt: str) -> str:
    """What must be equal for a finished file to be kept: everything the order says, and its content."""
    return digest(salt, json.dumps([*told_of(job), *content_ids], ensure_ascii=False))


def told_of(job: Job) -> list[str]:
    """Everything that an order says, with what is the patient's: for a digest, and nowhere else."""
    order = job.order
    patient = order.patient
    private = (patient.name, patient.reference, patient.born) if patient else ()
    return [
        *(value.reveal() if value else "" for value in (*private, order.note)),
        order.clinician.name if order.clinician else "",
        order.clinician.role if order.clinician else "",
        order.date.isoformat() if order.date else "",
        order.person,
        order.side,
        order.paper,
        order.length,
        "listed" if order.listed else "",
        order.card,
        str(order.copies),
        *order.include,
        "",
        *order.exclude,
        "",
        *order.flags,
        json.dumps(order.doses, sort_keys=True),
        job.file,
        job.companion,
        job.page,
    ]


def keeps(entry: tuple[str, str] | None, key: str, path: Path) -> bool:
    """Whether the file of a ledger entry is still the one that was proofed for this order."""
    if entry is None or entry[0] != key:
        return False
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == entry[1]
    except OSError:
        return False
