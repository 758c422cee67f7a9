"""One person's handout: an edition with the clinic's, the pack's and the order's changes, screened.

In: `Edition`, `Order`. Out: `Prescription`, with doses, sides, swaps, and the union of the safety lines of
what is printed.
"""

from __future__ import annotations

from handout.prescription.order import Clinician, Order, Patient
from handout.prescription.prescribe import prescribe
from handout.prescription.types import CardPicture, Prescribed, Prescription, Swap

__all__ = ["CardPicture", "Clinician", "Order", "Patient", "Prescribed", "Prescription", "Swap", "prescribe"]
