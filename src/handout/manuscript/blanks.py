"""The patient's part of a handout, taken out before it is composed and put back into what was composed.

Sheets of equal content differ only in what stands in their blanks. What is composed never sees a patient's
value, so it may be kept and filled for the next patient.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from handout.errors import Private
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.text import Inline
from handout.prescription import Patient, Prescription

T = TypeVar("T")
SOMETHING = "-"  # stands for a value that is there


def blanked(prescription: Prescription) -> Prescription:
    """The prescription with a sign in place of each of the patient's values, a note's lines one by one, and
    without what tells one order of a list from another."""
    order, note = prescription.order, _blank(prescription.note)
    own = order.patient
    patient = own and Patient(_sign(own.name), own.reference and _sign(own.reference), own.born and _sign(own.born))
    anybody = replace(order, number=0, copies=1, patient=patient, note=_blank(order.note))
    return replace(prescription, order=anybody, note=note)


def _sign(value: Private) -> Private:
    return Private(SOMETHING if value else "", value.kind)


def _blank(note: Private | None) -> Private | None:
    """As many lines as the note has that are not empty."""
    if note is None:
        return None
    lines = [SOMETHING for line in note.reveal().splitlines() if line.strip()]
    return Private("\n".join(lines), note.kind)


def blanks(values: Mapping[str, Private]) -> dict[str, Private]:
    """For each value a blank of its kind that holds its key."""
    return {key: Private(key, value.kind) for key, value in values.items()}


def filled(manuscript: Manuscript, values: Mapping[str, Private]) -> Manuscript:
    """The manuscript with each blank in it filled; blocks that hold none are shared. Raises KeyError for a blank
    whose key has no value."""
    blocks = (_filled(block, values) if block.personal else block for block in manuscript.blocks)
    return replace(manuscript, blocks=tuple(blocks))


def _filled(thing: T, values: Mapping[str, Private]) -> T:
    """A block, a part of one or a text, filled; itself where it holds no blank."""
    if isinstance(thing, Inline):
        blank = thing.words
        return cast(T, replace(thing, words=values[blank.reveal()])) if isinstance(blank, Private) else thing
    if isinstance(thing, tuple):
        made = tuple(_filled(one, values) for one in thing)
        return thing if all(new is old for new, old in zip(made, thing, strict=True)) else cast(T, made)
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    old = {field.name: getattr(thing, field.name) for field in fields(thing)}
    new = {name: made for name, value in old.items() if (made := _filled(value, values)) is not value}
    return replace(thing, **new) if new else thing
