"""A few plain lines on one sheet, in English, to paste into the patient's record. No name is in it."""

from __future__ import annotations

from typing import Any

from handout.content import Dose, given
from handout.language import Language, count
from handout.manuscript import do_it, hold, how_often
from handout.prescription import Prescribed, Prescription

SOURCE = "en"


def doses_of(prescription: Prescription) -> tuple[dict[str, Any], ...]:
    """The doses as printed, as fields."""
    return tuple({"exercise": one.id, **given(one.dose)} for one in prescription.exercises)


def note_of(prescription: Prescription, content_id: str) -> str:
    """What was given: the sheet, its language and content id, each exercise with its dose, and what was swapped."""
    edition = prescription.edition
    english = edition.library.languages[SOURCE]
    title = edition.routine.words[SOURCE].phrases["title"].text
    lines = [
        f"Handout given on {prescription.date.isoformat()}: {title}, in {edition.language.english_name}"
        f" ({prescription.style}), content {content_id}, version {edition.routine.version}."
    ]
    lines += [_exercise(english, one) for one in prescription.exercises]
    lines += [f"Changed: {swap}." for swap in prescription.swaps]
    lines += [f"Flag {clash.flag}: left to the clinician." for clash in prescription.asks]
    lines.append("Safety panel, pros and cons: on the sheet.")
    if not edition.approved:
        lines.append("The sheet carries the stamp that no clinician has approved it yet.")
    return "\n".join(lines) + "\n"


def _exercise(english: Language, one: Prescribed) -> str:
    dose: Dose = one.dose
    words = one.exercise.words[SOURCE].phrases["name"].text
    parts = [do_it(english, dose), hold(english, dose), how_often(english, dose)]
    if dose.weeks is not None:
        parts.append(count(english, "weeks", dose.weeks))
    version = f" ({one.version} version)" if one.version else ""
    side = f", {one.side} side" if one.side else ""
    said = ", ".join(part for part in parts if part).replace("\u00a0", " ")
    return f"{one.number}. {words}{version}{side}: {said}."
