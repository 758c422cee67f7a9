"""What of an order decides how its sheet looks: all but what is its own.

Orders of one likeness have the same content and the same blanks; their sheets differ in what fills them, and so they
are made from one master.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from handout.prescription.order import Order


@dataclass(frozen=True, slots=True)
class Likeness:
    """An order for one routine or pack without the patient, the number, the copies, the clinician's name, the day and
    the words of the note. Nothing private is in it, so it may be a key."""

    name: str  # the routine or pack
    beside: str  # the language of a companion, "" for none
    routines: tuple[str, ...]
    language: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    doses: str
    side: str
    flags: tuple[str, ...]
    looks: tuple[str, ...]  # style, paper, length and whether it is whole, whether a list said it, card, stock, person
    patient: tuple[bool, bool, bool] | None  # whether there is a name, a reference, a date of birth
    role: str | None  # of who gives it; None where nobody is named
    dated: bool
    notes: int  # lines of the note
    printed: bool  # at least once

    @classmethod
    def of(cls, order: Order, name: str, beside: str = "") -> Likeness:
        """That of an order."""
        own = order.patient
        return cls(
            name,
            beside,
            order.routines,
            order.language,
            order.include,
            order.exclude,
            json.dumps(order.doses, sort_keys=True),
            order.side,
            order.flags,
            _looks(order),
            (bool(own.name), bool(own.reference), bool(own.born)) if own else None,
            order.clinician.role if order.clinician else None,
            order.date is not None,
            sum(bool(line.strip()) for line in order.note.reveal().splitlines()) if order.note else 0,
            order.copies > 0,
        )


def _looks(order: Order) -> tuple[str, ...]:
    length = order.length, str(order.whole), str(order.listed)
    return (order.style, order.paper, *length, order.card, str(order.stock), order.person)
