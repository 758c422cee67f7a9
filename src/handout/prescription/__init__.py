"""One person's handout: an edition with the clinic's, the pack's and the order's changes, screened.

In: `Edition`, `Order`. Out: `Prescription`, with doses, sides, swaps, and the union of the safety lines of
what is printed.
"""

from __future__ import annotations

from handout.prescription.choosing import VERSIONS
from handout.prescription.content import content_id, content_of, reworded_of
from handout.prescription.lengths import as_sheet, no_leaf
from handout.prescription.likeness import Likeness
from handout.prescription.numbers import Measured, Spoken, lasting, of_country, of_dose, of_sides, of_values
from handout.prescription.order import Clinician, Length, Order, Patient, Side
from handout.prescription.panel import CARD
from handout.prescription.prescribe import LENGTHS, PAPERS, STYLES, prescribe
from handout.prescription.types import CardPicture, Prescribed, Prescription, Swap

__all__ = [
    "CARD", "LENGTHS", "PAPERS", "STYLES", "VERSIONS", "CardPicture", "Clinician", "Length", "Likeness", "Measured",
    "Order", "Patient", "Prescribed", "Prescription", "Side", "Spoken", "Swap", "as_sheet", "content_id",
    "content_of", "lasting", "no_leaf", "of_country", "of_dose", "of_sides", "of_values", "prescribe", "reworded_of",
]  # fmt: skip
