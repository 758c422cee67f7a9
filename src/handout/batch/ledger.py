"""What a run has finished, so that the same run, started again after it was stopped, does not do it twice.

The ledger lies in the output folder, readable by its owner only, and goes when the run ends by itself. A
file is kept when its key fits (the order whole and the content it was made from, hashed with a salt that
never leaves the ledger) and its bytes are still those that were proofed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from handout.batch.jobs import Job

NAME = ".handout.ledger"


class Ledger:
    """Finished files by name. Lines are appended and flushed one by one; a torn last line is ignored."""

    def __init__(self, out: Path) -> None:
        self.path = out / NAME
        self.entries: dict[str, tuple[str, str]] = {}
        self.salt = self._read() or self._begin()

    def _read(self) -> str:
        try:
            lines = self.path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return ""
        salt = ""
        for line in lines:
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict) and "salt" in entry:
                salt = str(entry["salt"])
            elif isinstance(entry, list) and len(entry) == 3:
                self.entries[str(entry[0])] = (str(entry[1]), str(entry[2]))
        return salt

    def _begin(self) -> str:
        self.entries.clear()
        self.path.unlink(missing_ok=True)
        salt = secrets.token_hex(16)
        self._append({"salt": salt})
        return salt

    def _append(self, entry: object) -> None:
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
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


def key_of(job: Job, content_ids: Sequence[str], salt: str) -> str:
    """What must be equal for a finished file to be kept: everything the order says, and its content."""
    order = job.order
    patient = order.patient
    private = (patient.name, patient.reference, patient.born) if patient else ()
    told = [
        *(value.reveal() if value else "" for value in (*private, order.note)),
        order.clinician.name if order.clinician else "",
        order.clinician.role if order.clinician else "",
        order.date.isoformat() if order.date else "",
        order.person,
        *content_ids,
        job.file,
        job.companion,
    ]
    return hmac.new(salt.encode(), json.dumps(told, ensure_ascii=False).encode(), hashlib.sha256).hexdigest()


def keeps(entry: tuple[str, str] | None, key: str, path: Path) -> bool:
    """Whether the file of a ledger entry is still the one that was proofed for this order."""
    if entry is None or entry[0] != key:
        return False
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == entry[1]
    except OSError:
        return False
