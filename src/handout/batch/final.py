"""What a run, or a clinic, wants beyond the proof: no draft, and conformance that was checked."""

from __future__ import annotations

from collections.abc import Iterable

from handout.errors import EditionError, Finding, ProofError, Severity
from handout.pipeline import Composed, Laid
from handout.proof import conformance
from handout.shop import Shop


def refuse_drafts(sheets: Iterable[Laid | Composed], shop: Shop, *, final: bool) -> None:
    """Raises EditionError for sheets that no clinician approved, where the run (`final`) or the clinic wants none."""
    if not (final or (shop.clinic is not None and shop.clinic.require_approval)):
        return
    editions = [sheet.prescription.edition for sheet in sheets]
    drafts = [edition for edition in editions if not edition.approved]
    if drafts:
        standings = [shop.standing(edition.routine.id, edition.tag) for edition in drafts]
        raise EditionError(finding for standing in standings for finding in standing.findings(Severity.ERROR))


def refuse_unchecked(pdf: bytes) -> None:
    """Raises ProofError unless PDF/UA-1 and PDF/A-2a were checked and hold."""
    found = conformance(pdf)
    if found is None:
        hint = "Install clinic-handout[proof] for --final."
        raise ProofError(Finding("conformance cannot be checked here", hint))
    if found:
        raise ProofError(found)
