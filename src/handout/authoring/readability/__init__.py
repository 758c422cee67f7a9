"""How hard a sheet is to read, by the formula of its own language: never another's.

A value compares a language with itself, from one version of a text to the next. It is reported to the reviewer; in
English and Spanish a sheet that is harder than the aim, or easier than sentences are, is a warning.
"""

from __future__ import annotations

from handout.authoring.readability.formulas import FORMULAS, Formula
from handout.authoring.readability.measure import Measure, measured
from handout.authoring.readability.notes import readability_notes
from handout.authoring.readability.score import score_lines

__all__ = ["FORMULAS", "Formula", "Measure", "measured", "readability_notes", "score_lines"]
