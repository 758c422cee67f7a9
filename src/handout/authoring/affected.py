"""The recall list: which sheets of the runs that are kept carried an exercise or a safety line, from a day on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from handout.authoring.diff import record_of
from handout.batch import RECORD, day_of, manifest_of, runs_of
from handout.content import Library
from handout.errors import ContentError, Finding, UsageError
from handout.source import suggestion


@dataclass(frozen=True, slots=True)
class Carried:
    """One released sheet that carried it: its run, and its line of that run's manifest. No patient is named."""

    run: Path
    entry: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Recall:
    """The sheets that carried it, and those of which nothing is known because their record is gone."""

    sheets: tuple[Carried, ...]
    findings: tuple[Finding, ...]


def recall_of(out: Path, thing: str, library: Library, since: date | None = None) -> Recall:
    """Every sheet that carried an exercise or a line of the panel. Raises UsageError for an id that is neither."""
    lines = {line for part in library.safety.lines.values() for line in part}
    known = {*library.exercises, *lines}
    if thing not in known:
        what = f"there is no exercise and no safety line “{thing}”"
        raise UsageError(Finding(what, suggestion(thing, known) or "See: handout list exercises, handout list signs"))
    sheets: list[Carried] = []
    lost: dict[str, Finding] = {}
    for one in _released(runs_of(out), since):
        content = str(one.entry.get("content_id", ""))
        try:
            if _carries(record_of(out / RECORD, content), thing):
                sheets.append(one)
        except ContentError as error:
            lost[content] = error.findings[0]
    return Recall(tuple(sheets), tuple(lost.values()))


def _released(runs: Iterable[Path], since: date | None) -> Iterator[Carried]:
    for run in runs:
        day = day_of(run)
        if since is None or (day is not None and day >= since):
            yield from (Carried(run, entry) for entry in manifest_of(run) if entry.get("result") == "released")


def _carries(record: dict[str, Any], thing: str) -> bool:
    exercises = {str(one.get("id")) for one in record.get("exercises", []) if isinstance(one, dict)}
    lines = {str(line) for part in record.get("panel", {}).values() for line in part}
    return thing in exercises | lines
