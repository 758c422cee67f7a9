"""The names under which a template places blocks, and which of them it may leave out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handout.manuscript.blocks import (
    Audience,
    Balance,
    Block,
    Colophon,
    Diary,
    Evidence,
    Exercise,
    Floor,
    InShort,
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

# What stands under each name. A sheet may have nothing there: no note, nothing on the floor.
PLACES: Mapping[str, type[Block]] = {
    "stamps": Stamps, "masthead": Masthead, "patient": PatientRow, "title": Title, "audience": Audience,
    "message": Message, "safety": SafetyPanel, "plan": Plan, "note": Note, "balance": Balance, "ways": Ways,
    "needs": Needs,
    "tips": Section, "floor": Floor, "exercises": Exercise, "do-not": Section, "bad-day": Section, "after": Section,
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
OWN = "text"  # and the id of a clinic's own text


def is_mandatory(name: str) -> bool:
    """Whether what stands under a name must stand on every sheet that has it."""
    return name in PLACES and name not in FREE


def names(texts: Iterable[str]) -> frozenset[str]:
    """Every line that a template may have: a place, a place with a detail, a text of the clinic's own."""
    details = (f"{name} {detail}" for name, kind in PLACES.items() for detail in kind.details)
    return frozenset((*PLACES, *details, *(f"{OWN} {one}" for one in texts)))
