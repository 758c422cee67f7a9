"""What holds between files: ids that exist, doses within their limits, lines said once, a fair balance."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content.checks.balance import balance_findings
from handout.content.checks.countries import country_findings, unconfirmed_numbers
from handout.content.checks.covers import cover_findings
from handout.content.checks.doses import dose_findings
from handout.content.checks.exercises import exercise_findings, image_findings
from handout.content.checks.numbers import unused_values
from handout.content.checks.packs import pack_findings
from handout.content.checks.panel import condition_notes, panel_findings
from handout.content.checks.routines import routine_findings
from handout.content.gathering import Gathered
from handout.content.library import Library
from handout.errors import Finding

__all__ = ["cross_findings", "reviewer_notes"]


def cross_findings(facts: Gathered, library: Library) -> Iterator[Finding]:
    """Every fault that no file shows by itself."""
    yield from panel_findings(facts)
    yield from exercise_findings(facts)
    yield from image_findings(facts, library)
    yield from dose_findings(facts)
    yield from routine_findings(facts)
    yield from pack_findings(facts)
    yield from cover_findings(facts)
    yield from country_findings(facts)
    yield from balance_findings(library)


def reviewer_notes(library: Library) -> Iterator[Finding]:
    """What is no fault, and what a reviewer should see all the same."""
    yield from condition_notes(library)
    yield from unconfirmed_numbers(library)
    yield from unused_values(library)
