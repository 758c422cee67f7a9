"""One person's handout: an edition with the clinic's, the pack's and the order's changes, screened.

In: `Edition`, `Order`. Out: `Prescription`, with doses, sides, swaps, and the union of the safety lines of
what is printed.
"""

from __future__ import annotations

from handout.prescription.lengths import as_sheet, no_leaf
from handout.prescription.order import Clinician, Length, Order, Patient
from handout.prescription.prescribe import prescribe
from handout.prescription.types import CardPicture, Prescribed, Prescription, Swap

__all__ = [
    "CardPicture",
    "Clinician",
    "Length",
    "Order",
    "Patient",
    "Prescribed",
    "Prescription",
    "Swap",
    "as_sheet",
    "no_leaf",
    "prescribe",
]
