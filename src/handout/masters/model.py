"""What sheets of one likeness share before they have pages, and what one order adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from handout.errors import Private
from handout.layout import Own, Partner, Setup, back_setup, leaf_setup, set_own, setup_of
from handout.manuscript import Manuscript, fill, filled, ordered, own_blocks, own_texts, values_of
from handout.prescription import Order, Prescription


@dataclass(frozen=True, slots=True)
class Model:
    """Content, words with blanks, pictures and looks. Nothing of one order is in it."""

    prescription: Prescription  # blanked
    partner: Partner  # its manuscript has blanks

    @property
    def setup(self) -> Setup:
        """What its blocks are set with, on the front if it is a leaf."""
        setup = setup_of(self.partner.manuscript.paper, self.partner.theme, self.partner.setting)
        return leaf_setup(setup) if self._is_leaf else setup

    @property
    def _is_leaf(self) -> bool:
        return self.partner.manuscript.length == "leaf"

    def manuscript(self, values: Mapping[str, Private]) -> Manuscript:
        """The manuscript with its blanks filled."""
        return filled(self.partner.manuscript, values)

    def own(self, values: Mapping[str, Private]) -> Own:
        """The own blocks set with these values. Raises LayoutError for what does not fit its place."""
        blocks = [fill(block, values) for block in own_blocks(self.partner.manuscript)]
        return set_own(blocks, self.setup, back_setup(self.setup) if self._is_leaf else self.setup)

    def asked(self, order: Order, today: date) -> OneOrder:
        """An order of this likeness, set. Raises what refuses its values."""
        prescription = ordered(self.prescription, order, today)
        values = values_of(prescription)
        return OneOrder(prescription, values, self.own(values))

    def texts(self, values: Mapping[str, Private]) -> dict[str, str]:
        """What the own elements say with these values."""
        return own_texts(fill(block, values) for block in own_blocks(self.partner.manuscript))


@dataclass(frozen=True, slots=True)
class OneOrder:
    """What one order has of its own on one sheet. It lives no longer than its copy is made."""

    prescription: Prescription
    values: Mapping[str, Private]
    own: Own
