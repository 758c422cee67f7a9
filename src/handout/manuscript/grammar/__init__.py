"""What a manuscript must hold, whatever the template says: all that is wrong is found at once.

Exactly one safety panel, whole; exactly one balance; no exercise before the panel; every exercise of the
prescription once, with its steps and pictures; the stamps, the patient's row, the foot of the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from handout.errors import Finding
from handout.manuscript.grammar.blocks import balance_faults, frame_faults, patient_faults, state_faults
from handout.manuscript.grammar.exercises import exercise_faults
from handout.manuscript.grammar.finding import Tree
from handout.manuscript.grammar.panel import panel_faults
from handout.manuscript.sheet.types import Sheet

__all__ = ["Tree", "faults"]


def faults(tree: Tree, sheet: Sheet) -> Iterator[Finding]:
    """Everything that keeps this tree from being a handout of that sheet."""
    yield from frame_faults(tree, sheet)
    yield from state_faults(tree, sheet)
    yield from patient_faults(tree, sheet)
    yield from panel_faults(tree, sheet)
    yield from balance_faults(tree, sheet)
    yield from exercise_faults(tree, sheet)
