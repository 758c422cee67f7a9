"""The order behind a record: `record/<content-id>.json` says what was printed, and so what was asked for.

It is nobody's: patient, clinician, date and note are in no record.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handout.content import given
from handout.errors import ContentError, Finding
from handout.pipeline import prescription_of
from handout.prescription import Order, Prescription
from handout.shop import Shop


def order_of(record: dict[str, Any], shop: Shop) -> Order:
    """The order that makes that content, as far as the library of today still does. Raises ContentError for a record
    of another form, and what refuses such an order."""
    order = _plain(record, shop)
    return replace(order, doses=_doses(record, prescription_of(order, order.routines[0], shop)))


def _plain(record: dict[str, Any], shop: Shop) -> Order:
    """With these exercises and versions, and no doses of its own."""
    try:
        exercises = [(str(one["id"]), str(one["version"]), str(one["side"])) for one in record["exercises"]]
        told = [str(record[key]) for key in ("routine", "language", "style", "paper", "person")]
    except (KeyError, TypeError) as error:
        hint = "Print the sheet again to renew its record."
        raise ContentError(Finding("this record is of another form", hint)) from error
    name, language, style, paper, person = told
    routine = shop.library.routines.get(name)
    usual = [use.exercise for use in routine.exercises if not use.optional] if routine else []
    sides = {side for _, _, side in exercises if side}
    return Order(
        0,
        (name,),
        language,
        include=tuple(f"{one}/{version}" if version else one for one, version, _ in exercises),
        exclude=tuple(one for one in usual if one not in {exercise for exercise, _, _ in exercises}),
        side="left" if sides == {"left"} else "right" if sides == {"right"} else "",
        style=style,
        paper=paper,
        length=str(record.get("length", "")),
        whole=record.get("length") == "sheet",
        person=person,
    )


def _doses(record: dict[str, Any], plain: Prescription) -> dict[str, dict[str, float]]:
    """A person's own doses: the numbers of the record that are not those of the plain sheet."""
    own = {one.id: given(one.dose) for one in plain.exercises}
    changes: dict[str, dict[str, float]] = {}
    for one in record["exercises"]:
        base = own.get(str(one["id"]), {})
        differs = {name: value for name, value in one["dose"].items() if name in base and base[name] != value}
        if differs:
            changes[str(one["id"])] = differs
    return changes
