"""Runs side by side in the output folder, each in a folder of its own, and what they say about a patient.

    out/2026-11-20-091503/   the sheets, the manifest and the notes of one run
    out/record/              the content of each sheet by its id: nothing of a patient
    out/archive.key          what turns a reference into its mark; readable by its owner only

Nothing of a run is changed or removed by another, but for `purge`.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from handout.batch.folder import NO_LINK
from handout.batch.ledger import NAME as LEDGER
from handout.batch.ledger import fits
from handout.batch.vocabulary import plainly
from handout.errors import BatchError, Finding, Private

KEY = "archive.key"
RECORD = "record"
MANIFEST = "manifest.json"
RUN = re.compile(r"(\d{4}-\d{2}-\d{2})-\d{6}(?:-\d+)?")
MOST_RUNS_A_SECOND = 100


def runs_of(out: Path) -> tuple[Path, ...]:
    """The folders of all runs, the oldest first. A link is none."""
    if not out.is_dir():
        return ()
    return tuple(sorted(path for path in out.iterdir() if RUN.fullmatch(path.name) and _own(path)))


def _own(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def day_of(run: Path) -> date | None:
    """The day of a run, by the name of its folder."""
    match = RUN.fullmatch(run.name)
    try:
        return date.fromisoformat(match.group(1)) if match else None
    except ValueError:
        return None


def unfinished(out: Path) -> tuple[Path, ...]:
    """Runs that were stopped before their end."""
    return tuple(run for run in runs_of(out) if (run / LEDGER).is_file())


def place_of_run(out: Path, moment: str, told: str) -> Path:
    """The folder for a run: that of a stopped run which was told the same (`told`), else a new one."""
    for run in unfinished(out):
        if fits(run, told):
            return run
    for number in range(1, MOST_RUNS_A_SECOND):
        run = out / (moment if number == 1 else f"{moment}-{number}")
        try:
            run.mkdir(mode=0o700, parents=True)
        except FileExistsError:
            continue
        return run
    raise BatchError(Finding("too many runs in this second", "Start the command again.", path=str(out)))


def key_of(out: Path) -> str:
    """The secret of this archive, made on first use."""
    path = out / KEY
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_LINK, 0o600)
    except FileExistsError:
        handle = os.open(path, os.O_RDONLY | NO_LINK)
        with os.fdopen(handle, "rb") as file:
            return file.read().decode("ascii", "replace").strip()
    key = secrets.token_hex(32)
    with os.fdopen(handle, "wb") as file:
        file.write(key.encode() + b"\n")
    return key


def mark_of(reference: Private | None, key: str) -> str:
    """A patient's reference as a mark that nobody can turn back without the archive's key; "" for none."""
    if not reference:
        return ""
    told = "".join(letter for letter in plainly(reference.reveal()) if letter.isalnum())  # "A-001" is "a 001"
    return hmac.new(key.encode(), told.encode(), hashlib.sha256).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Given:
    """One sheet that somebody was given: its run, and its line of that run's manifest."""

    run: Path
    entry: dict[str, Any]


def given(out: Path, reference: Private) -> tuple[Given, ...]:
    """Every released sheet of a patient, the oldest run first. Raises BatchError when there is no archive."""
    if not (out / KEY).is_file():
        hint = "Name the folder of the runs with --out."
        raise BatchError(Finding("there is no archive here", hint, path=str(out)))
    mark = mark_of(reference, key_of(out))
    return tuple(
        Given(run, entry)
        for run in runs_of(out)
        for entry in manifest_of(run)
        if entry.get("mark") == mark and entry.get("result") == "released"
    )


def manifest_of(run: Path) -> Iterator[dict[str, Any]]:
    """The lines of a run's manifest; none where it was stopped, or the file is damaged."""
    try:
        rows = json.loads((run / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return
    yield from (row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()


def older_than(out: Path, first_kept: date) -> tuple[Path, ...]:
    """The runs before that day."""
    return tuple(run for run in runs_of(out) if (day := day_of(run)) is not None and day < first_kept)


def purge(runs: tuple[Path, ...]) -> int:
    """Remove runs with all that they hold. Says how many are gone. Raises BatchError for what cannot be removed."""
    stuck: list[Finding] = []
    for run in runs:
        try:
            shutil.rmtree(run)
        except OSError as error:
            what = f"cannot be removed ({error.strerror})"
            stuck.append(Finding(what, "Close its files, then purge again.", path=str(run)))
    if stuck:
        raise BatchError(stuck)
    return len(runs)
