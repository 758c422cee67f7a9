"""Exercises, routines, safety, packs and clinics: facts once, words per language, one layer over another.

folders -> `Library` (`load`); a clinic's file -> `Clinic` (`read_clinic`).
"""

from __future__ import annotations

from handout.content.checks import reviewer_notes
from handout.content.clinic_types import Clinic
from handout.content.clinics import read_clinic
from handout.content.library import Library, layers_of, shipped_root
from handout.content.loading import grave, load
from handout.content.types import Effect
from handout.content.words import WITHOUT

__all__ = [
    "WITHOUT",
    "Clinic",
    "Effect",
    "Library",
    "grave",
    "layers_of",
    "load",
    "read_clinic",
    "reviewer_notes",
    "shipped_root",
]
