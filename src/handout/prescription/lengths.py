"""What becomes of an order that is a leaf and gets a sheet, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

from handout.errors import LeafError
from handout.prescription.order import Order


def as_sheet(order: Order) -> Order:
    """The same as a sheet: what is printed where a leaf does not hold it, and what a screen shows."""
    return replace(order, length="sheet", whole=True)


def no_leaf(error: LeafError) -> str:
    """What to say of an order that was a leaf and became a sheet."""
    return f"printed as a sheet, because a leaf does not hold it: {error.findings[0].what}"
