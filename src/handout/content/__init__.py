"""Exercises, routines, safety, packs and clinics: facts once, words per language, one layer over another.

folders -> `Library` (`load`); a clinic's file -> `Clinic` (`read_clinic`).
"""

from __future__ import annotations

from handout.content.approval_types import Approvals, Approver, EditionApproval
from handout.content.approvals import NAME, record_path
from handout.content.checks import reviewer_notes
from handout.content.clinic_types import Clinic, page_name
from handout.content.clinics import read_clinic
from handout.content.dose import FIELDS, Dose, DoseField, Limits, given
from handout.content.library import Library, is_joined, layers_of, listed, shipped_root, sources_of
from handout.content.loading import grave, load
from handout.content.mandatory.findings import rewording_findings
from handout.content.picture import PICTURE, POSES, ZONE, PictureSpec, Said
from handout.content.picture.places import PointShape
from handout.content.picture.words import (
    ARM_ANGLES,
    AXES,
    BETWEEN,
    BODY_SIDES,
    GRIP_NAMES,
    LEG_ANGLES,
    MAY_RUN,
    PART_NAMES,
    PLACE_NAMES,
    PROP_KEYS,
    PROP_SWITCHES,
    REGIONS,
    RUNNING,
    SIDELESS,
)
from handout.content.placeholders import COUNTRY, LASTING_UNITS, SHORTENED, SIDES, UNITS, WORKED_OUT, unit_of
from handout.content.rewording import SAFETY_FOLDER
from handout.content.schema.approvals import APPROVALS, NEWEST
from handout.content.schema.clinic import CLINIC
from handout.content.schema.exercise import EXERCISE
from handout.content.schema.routine import PACK, ROUTINE
from handout.content.schema.safety import EQUIPMENT, REGIONAL, SAFETY, SOURCES
from handout.content.types import (
    FLOOR,
    FLOOR_CHAIR,
    WAY_ROWS,
    WAYS,
    Condition,
    Days,
    Effect,
    Exercise,
    Hours,
    Pack,
    Part,
    Position,
    Routine,
    Safety,
    Use,
    Way,
    Words,
)
from handout.content.words import WITHOUT, WordsShape, read_words

__all__ = [
    "APPROVALS", "ARM_ANGLES", "AXES", "BETWEEN", "BODY_SIDES", "CLINIC", "COUNTRY", "EQUIPMENT", "EXERCISE",
    "FIELDS", "FLOOR", "FLOOR_CHAIR", "GRIP_NAMES", "LASTING_UNITS", "LEG_ANGLES", "MAY_RUN", "NAME", "NEWEST",
    "PACK", "PART_NAMES", "PICTURE", "PLACE_NAMES", "POSES", "PROP_KEYS", "PROP_SWITCHES", "REGIONAL", "REGIONS",
    "ROUTINE", "RUNNING", "SAFETY", "SAFETY_FOLDER", "SHORTENED", "SIDELESS", "SIDES", "SOURCES", "UNITS", "WAYS",
    "WAY_ROWS", "WITHOUT", "WORKED_OUT", "ZONE", "Approvals", "Approver", "Clinic", "Condition", "Days", "Dose",
    "DoseField", "EditionApproval", "Effect", "Exercise", "Hours", "Library", "Limits", "Pack", "Part",
    "PictureSpec", "PointShape", "Position", "Routine", "Safety", "Said", "Use", "Way", "Words", "WordsShape",
    "given", "grave", "is_joined", "layers_of", "listed", "load", "page_name", "read_clinic", "read_words",
    "record_path", "reviewer_notes", "rewording_findings", "shipped_root", "sources_of", "unit_of",
]  # fmt: skip
