"""`handout list approvals`: what clinicians have approved, and whether it still holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from handout.approval import Standing, standing_of
from handout.authoring.listing import TextTable
from handout.content import EditionApproval, Library
from handout.edition import localise
from handout.errors import HandoutError
from handout.figure import Gallery

HEAD = ("routine", "language", "country", "approved by", "role", "on", "read again by", "stands")


def standings(library: Library, cache: Path, today: date) -> tuple[Standing, ...]:
    """Every edition that anybody has approved, as it stands today; of several entries the latest."""
    gallery = Gallery(library, cache)
    latest = {(one.routine, one.language, one.country): one for one in library.approvals.editions}
    return tuple(_standing(library, gallery, one, today) for _, one in sorted(latest.items()))


def _standing(library: Library, gallery: Gallery, one: EditionApproval, today: date) -> Standing:
    try:
        country = library.countries.get(one.country)
        edition = localise(library, one.routine, one.language, country)
        return standing_of(edition, country, gallery, today)
    except HandoutError as error:
        return Standing(one.routine, one.language, one.country, one, reasons=error.findings)


def table_of(found: Sequence[Standing]) -> TextTable:
    """The table of `handout list approvals`."""
    return TextTable(HEAD, tuple(_row(one) for one in found))


def _row(standing: Standing) -> tuple[str, ...]:
    """One line of the table."""
    one = standing.approval
    assert one is not None
    stands = "approved" if standing.holds else f"draft: {len(standing.changes)} changes"
    if not standing.holds and not standing.changes:
        stands = f"draft: {standing.reasons[0].what}"
    who = one.by.name, one.by.role, one.date, one.review_by
    return (one.routine, one.language, one.country or "-", *who, stands)
