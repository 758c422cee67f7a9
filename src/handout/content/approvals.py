"""The `approvals.yaml` of each library laid over the shipped content, read into one record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handout.content.approval_types import Approvals
from handout.content.files import Shelf
from handout.content.library import Library, called
from handout.content.schema.approvals import APPROVALS
from handout.errors import Finding, HandoutError, Severity
from handout.source import read, suggestion

NAME = "approvals.yaml"
RECORDS = "approvals"  # the folder beside it


def read_approvals(shelf: Shelf) -> Approvals:
    """All entries, those of upper layers last; what is wrong with them goes to the shelf's findings.

    Nobody signs what is shipped: the lowest layer's file, were there one, is not read.
    """
    found = Approvals()
    for layer in shelf.layers[1:]:
        path = layer / NAME
        if not path.is_file():
            continue
        try:
            own = APPROVALS.read(read(path, called(shelf.layers, path)), "", shelf.findings)
        except HandoutError as error:
            shelf.findings.extend(error.findings)
            continue
        if own is not None:
            found = Approvals(
                (*found.editions, *own.editions), (*found.safety, *own.safety), (*found.earlier, *own.earlier)
            )
    return found


def approval_findings(library: Library) -> Iterator[Finding]:
    """Entries that can never count: of a routine that there is not, and signatures of version 0.1."""
    approvals = library.approvals
    for one in approvals.editions:
        if one.routine not in library.routines:
            what = f"{one.by.name} approved the routine “{one.routine}”, and there is no such routine"
            hint = suggestion(one.routine, library.routines) or "Take the entry away, or bring the routine back."
            yield Finding(what, hint, one.where, "editions.routine", Severity.WARNING)
    for old in approvals.earlier:
        what = f"the signature of {old.by.name} under {old.file} covers words alone, and approves no sheet"
        hint = "Have the sheet read and approved: handout approve. The entry may stay as a record."
        yield Finding(what, hint, old.where, "earlier", Severity.NOTE)


def record_path(layer: Path, routine: str, language: str, country: str) -> Path:
    """Where the texts of an approved edition are kept."""
    name = ".".join(part for part in (routine, language, country, "json") if part)
    return layer / RECORDS / name
