"""The patient's part of a handout, taken out before it is composed and put back into what was composed.

Sheets of equal content differ only in what stands in their blanks. What is composed never sees a patient's
value, so it may be kept and filled for the next patient.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handout.errors import Private
from handout.manuscript.elements import Element
from handout.prescription import Patient, Prescription

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


def filled(element: Element, values: Mapping[str, Private]) -> Element:
    """The element with each blank below it filled; what holds none is shared. Raises KeyError for a blank
    whose key has no value."""
    changed = False
    children: list[str | Private | Element] = []
    for child in element.children:
        new: str | Private | Element = child
        if isinstance(child, Element):
            new = filled(child, values)
        elif isinstance(child, Private):
            new = values[child.reveal()]
        changed = changed or new is not child
        children.append(new)
    return Element(element.kind, tuple(children), element.attributes) if changed else element
