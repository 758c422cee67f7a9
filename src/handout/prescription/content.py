"""The content of a sheet as plain data, and the id that names it.

The content is everything that is printed but the patient, the clinician, the date and the note: two people
with the same sheet have the same content id, and nothing private can be guessed from it.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from handout.content import given
from handout.language import Language
from handout.prescription.types import Prescribed, Prescription
from handout.source import said

ID_LENGTH = 10  # base32 characters: 50 bits, short enough to read out on the telephone


def content_of(prescription: Prescription) -> dict[str, Any]:
    """The content as JSON can hold it, for the record and for `handout diff`."""
    edition = prescription.edition
    routine = edition.routine
    return {
        "routine": routine.id,
        "version": routine.version,
        "written": routine.written,
        "review_by": routine.review_by,
        "author": routine.author,
        "language": edition.tag,
        "phrases": _phrases_hash(edition.language),
        "style": prescription.style,
        "paper": prescription.paper,
        "length": prescription.length,
        **({"stock": True} if prescription.stock else {}),
        "person": prescription.person,
        "minutes": prescription.minutes,
        "clinic": _clinic(prescription),
        "exercises": [_exercise(one) for one in prescription.exercises],
        "panel": {part: list(lines) for part, lines in prescription.panel.items()},
        "equipment": [[list(numbers), list(things)] for numbers, things in prescription.equipment],
        "values": {**edition.safety.values, **routine.numbers},
        "when": {key: list(things) for key, things in routine.when.items()},
        "sources": _sources(prescription),
        "state": {
            "unsure": len(edition.unsure),
            "approved": [edition.approval.by.name, edition.approval.by.role, edition.approval.date]
            if edition.approval
            else [],
            "translated": edition.translated,
        },
        "pack_note": prescription.pack_note,
        "words": {path: edition.phrases[path].text for path in printed_paths(prescription)},
    }


def printed_paths(prescription: Prescription) -> list[str]:
    """The content paths of all words that this sheet may print, sorted."""
    printed = {one.id for one in prescription.exercises}
    lines = {line for part in prescription.panel.values() for line in part}
    conditions = {name for one in prescription.exercises for name in one.exercise.safety}
    things = {thing for _, group in prescription.equipment for thing in group}
    return sorted(path for path in prescription.edition.phrases if _printed(path, printed, lines, conditions | things))


OWN = ("handouts/exercises/", "handouts/routines/")  # what these files lack or change concerns their own sheets alone


def reworded_of(prescription: Prescription) -> tuple[str, ...]:
    """The shipped safety texts and facts that this sheet says in a library's own way."""
    printed = {*printed_paths(prescription)}
    tag = prescription.edition.tag
    own = (
        f"handouts/routines/{prescription.edition.routine.id}/",
        *(f"handouts/exercises/{one.id}/" for one in prescription.exercises),
    )
    return tuple(
        one.key
        for one in prescription.edition.library.reworded
        if one.tag in {"", tag}
        and (not one.words or f"safety.{one.key}" in printed)
        and (not one.file.startswith(OWN) or one.file.startswith(own))
    )


def _printed(path: str, exercises: set[str], lines: set[str], names: set[str]) -> bool:
    kind, _, rest = path.partition(".")
    first, _, below = rest.partition(".")
    if kind == "exercises":
        return first in exercises
    if kind == "safety" and first == "lines":
        return below in lines
    if kind == "equipment" or (kind == "safety" and first == "conditions"):
        return below in names
    return True


def _exercise(one: Prescribed) -> dict[str, Any]:
    return {
        "id": one.id,
        "dose": {**given(one.dose), "per": one.dose.per},
        "version": one.version,
        "side": one.side,
        "steps": list(one.steps),
        "frames": [frame.ref for frame in one.frames],
        "picture": _hash(said(one.exercise.picture.node)) if one.exercise.picture else "",
        "images": one.exercise.images,
        "values": one.exercise.values,
        "easier": one.exercise.easier,
        "harder": one.exercise.harder,
        "build_to": one.exercise.build_to,
        "safety": one.exercise.safety,
        "in_full": one.exercise.in_full,
    }


def _clinic(prescription: Prescription) -> dict[str, Any]:
    clinic, country = prescription.clinic, prescription.country
    found: dict[str, Any] = {"country": country.code if country else ""}
    if country is not None:
        found["numbers"] = [country.emergency.number, country.advice.number if country.advice else ""]
    if clinic is not None:
        found |= {
            "name": clinic.name,
            "address": clinic.address,
            "telephone": clinic.telephone,
            "hours": [[one.days, one.opens, one.closes] for one in clinic.hours],
            "contact": [clinic.second_telephone, clinic.email, clinic.website],
            "emergency": clinic.emergency,
            "advice": clinic.advice,
            "logo": clinic.logo.name if clinic.logo else "",
            "leaflet_code": clinic.leaflet_code,
        }
        if clinic.nobody_paid:
            found["nobody_paid"] = True
        if clinic.sheets_at:
            found["sheets_at"] = clinic.sheets_at
    return found


def _sources(prescription: Prescription) -> list[str]:
    library = prescription.edition.library
    named = (library.sources.get(name) for name in prescription.edition.routine.sources)
    return [source.on_paper for source in named if source is not None and source.printed]


def _phrases_hash(language: Language) -> str:
    return _hash({path: said.text for path, said in language.texts.items()})


def canonical(value: Any) -> bytes:
    """JSON with sorted keys and no white space, so that equal content has equal bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _hash(value: Any) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()


def content_id(content: dict[str, Any], *made_with: str) -> str:
    """The first 10 base32 characters of SHA-256 over the content and what it was made with.

    `made_with`: the hashes of templates, theme and drawings, and the version of the engine.
    """
    digest = hashlib.sha256(canonical([content, *made_with])).digest()
    return base64.b32encode(digest).decode("ascii")[:ID_LENGTH].lower()
