"""What one order has of its own, taken out before a handout is composed and put back into what was composed.

Sheets of equal content differ only in what stands in their blanks: the patient's values, the note, who gives the
sheet and when. What is composed never sees them, so it may be kept and filled for the next order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import TypeVar, cast

from handout.errors import Private
from handout.manuscript.blocks import Note, PatientRow
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.text import Inline
from handout.prescription import Clinician, Order, Patient, Prescription

T = TypeVar("T")
OwnBlock = PatientRow | Note  # what holds values of one order alone
SOMETHING = "-"  # stands for a value that is there
SOME_DAY = date(2000, 1, 1)  # stands for a day


def blanked(prescription: Prescription) -> Prescription:
    """The prescription with a sign in place of each value that is one order's own, a note's lines one by one, and
    without what tells one order of a list from another."""
    order, note = prescription.order, _blank(prescription.note)
    own, giver = order.patient, order.clinician
    patient = own and Patient(_sign(own.name), own.reference and _sign(own.reference), own.born and _sign(own.born))
    anybody = replace(
        order,
        number=0,
        copies=1,
        patient=patient,
        note=_blank(order.note),
        clinician=giver and Clinician(SOMETHING, giver.role),
        date=order.date and SOME_DAY,
    )
    return replace(prescription, order=anybody, note=note, date=SOME_DAY)


def ordered(prescription: Prescription, order: Order, today: date) -> Prescription:
    """A prescription that was blanked, for an order that it is like."""
    return replace(prescription, order=order, note=order.note or None, date=order.date or today)


def own_blocks(manuscript: Manuscript) -> tuple[OwnBlock, ...]:
    """The blocks that hold what is one order's own, in reading order."""
    return tuple(block for block in manuscript.blocks if isinstance(block, PatientRow | Note))


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


def filled(manuscript: Manuscript, values: Mapping[str, Private], own: Iterable[OwnBlock] = ()) -> Manuscript:
    """The manuscript with each blank in it filled; blocks that hold none are shared, and `own` are its own blocks where
    they are filled already. Raises KeyError for a blank whose key has no value."""
    ready = dict(zip(map(id, own_blocks(manuscript)), own, strict=False))
    blocks = (ready.get(id(block)) or fill(block, values) if block.personal else block for block in manuscript.blocks)
    return replace(manuscript, blocks=tuple(blocks))


def fill(thing: T, values: Mapping[str, Private]) -> T:
    """A block, a part of one or a text, filled; itself where it holds no blank."""
    if isinstance(thing, Inline):
        blank = thing.words
        return cast(T, replace(thing, words=values[blank.reveal()])) if isinstance(blank, Private) else thing
    if isinstance(thing, tuple):
        made = tuple(fill(one, values) for one in thing)
        return thing if all(new is old for new, old in zip(made, thing, strict=True)) else cast(T, made)
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    old = {field.name: getattr(thing, field.name) for field in fields(thing)}
    new = {name: made for name, value in old.items() if (made := fill(value, values)) is not value}
    return replace(thing, **new) if new else thing
