"""What a run, or a clinic, wants beyond the proof: no draft, and conformance that was checked."""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakSet

from handout.errors import EditionError, Finding, ProofError, Severity
from handout.masters import Copy
from handout.pipeline import Composed, Laid
from handout.proof import conformance
from handout.shop import Shop

_CONFORM: WeakSet[object] = WeakSet()  # proven files, a copy of each of which was found to conform


def refuse_drafts(sheets: Iterable[Laid | Composed | Copy], shop: Shop, *, final: bool) -> None:
    """Raises EditionError for sheets that no clinician approved, where the run (`final`) or the clinic wants none."""
    if not (final or (shop.clinic is not None and shop.clinic.require_approval)):
        return
    editions = [sheet.prescription.edition for sheet in sheets]
    drafts = [edition for edition in editions if not edition.approved]
    if drafts:
        standings = [shop.standing(edition.routine.id, edition.tag) for edition in drafts]
        raise EditionError(finding for standing in standings for finding in standing.findings(Severity.ERROR))


def refuse_unchecked(pdf: bytes, proven: object = None) -> None:
    """Raises ProofError unless PDF/UA-1 and PDF/A-2a were checked and hold. Copies that equal one proven file but for
    words conform when one of them does."""
    if proven is not None and proven in _CONFORM:
        return
    found = conformance(pdf)
    if found is None:
        hint = "Install clinic-handout[proof] for --final."
        raise ProofError(Finding("conformance cannot be checked here", hint))
    if found:
        raise ProofError(found)
    if proven is not None:
        _CONFORM.add(proven)
