"""The names under which a template places blocks, and which of them it may leave out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handout.manuscript.blocks import (
    Audience,
    Balance,
    Cautions,
    Colophon,
    Days,
    Diary,
    Evidence,
    ExerciseCard,
    Floor,
    InShort,
    ManuscriptBlock,
    Masthead,
    Message,
    Needs,
    Note,
    Notes,
    Online,
    PatientRow,
    Plan,
    Questions,
    SafetyPanel,
    Section,
    SeeUs,
    Stamps,
    TeachBack,
    Title,
    Ways,
)
from handout.prescription import Length

# What stands under each name. A sheet may have nothing there: no note, nothing on the floor.
PLACES: Mapping[str, type[ManuscriptBlock]] = {
    "stamps": Stamps, "masthead": Masthead, "patient": PatientRow, "title": Title, "audience": Audience,
    "message": Message, "safety": SafetyPanel, "plan": Plan, "note": Note, "balance": Balance, "ways": Ways,
    "needs": Needs,
    "tips": Section, "floor": Floor, "exercises": ExerciseCard, "do-not": Section,
    "bad-day": Section, "after": Section,
    "questions": Questions, "see-us": SeeUs, "evidence": Evidence, "diary": Diary, "notes": Notes,
    "online": Online, "in-short": InShort, "teach-back": TeachBack, "colophon": Colophon,
}  # fmt: skip
# What a template may leave out. Everything else stands on every sheet that has it, once.
FREE = frozenset(
    {
        "masthead", "audience", "message", "plan", "needs", "tips", "questions", "evidence", "diary", "notes", "online",
        "in-short", "teach-back",
    }
)
# And what stands on a leaf alone.
LEAF_PLACES: Mapping[str, type[ManuscriptBlock]] = {**PLACES, "cautions": Cautions, "days": Days}
# What a leaf holds, whatever its template says: everything else is for a sheet.
LEAF = frozenset(
    {"stamps", "patient", "title", "safety", "note", "cautions", "exercises", "days", "online", "balance", "colophon"}
)
OWN = "text"  # and the id of a clinic's own text


def is_mandatory(name: str, length: Length = "sheet") -> bool:
    """Whether what stands under a name must stand on every sheet of that length that has it."""
    return name in LEAF if length == "leaf" else name in PLACES and name not in FREE


def names(texts: Iterable[str], length: Length = "sheet") -> frozenset[str]:
    """Every line that a template may have: a place, a place with a detail, a text of the clinic's own."""
    places = LEAF_PLACES if length == "leaf" else PLACES
    details = (f"{name} {detail}" for name, kind in places.items() for detail in kind.details)
    return frozenset((*places, *details, *(f"{OWN} {one}" for one in texts)))
