"""What sheets of one likeness share before they have pages, and what one order adds to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handout.errors import Private
from handout.layout import Own, Partner, Setup, behind, leaf_setup, set_own, setup_of
from handout.manuscript import Manuscript, OwnBlock, fill, filled, ordered, own_blocks, values_of
from handout.prescription import Order, Prescription


@dataclass(frozen=True, slots=True)
class Model:
    """Content, words with blanks, pictures and looks. Nothing of one order is in it."""

    prescription: Prescription  # blanked
    partner: Partner  # its manuscript has blanks

    @property
    def setup(self) -> Setup:
        """What its blocks are set with, on the front if it is a leaf."""
        return leaf_setup(self._sheet_setup) if self._is_leaf else self._sheet_setup

    @property
    def _sheet_setup(self) -> Setup:
        return setup_of(self.partner.manuscript.paper, self.partner.theme, self.partner.setting)

    @property
    def _is_leaf(self) -> bool:
        return self.partner.manuscript.length == "leaf"

    def manuscript(self, values: Mapping[str, Private], blocks: Sequence[OwnBlock] = ()) -> Manuscript:
        """The manuscript with its blanks filled; `blocks` are its own ones, where they are filled already."""
        return filled(self.partner.manuscript, values, blocks)

    def blocks(self, values: Mapping[str, Private]) -> tuple[OwnBlock, ...]:
        """The own blocks with these values."""
        return tuple(fill(block, values) for block in own_blocks(self.partner.manuscript))

    def own(self, blocks: Sequence[OwnBlock]) -> Own:
        """Them, set. Raises LayoutError for what does not fit its place."""
        setup = self._sheet_setup
        noted = behind(setup, card=self.prescription.alone) if self._is_leaf else setup
        return set_own(blocks, self.setup, noted)

    def asked(self, order: Order, today: date) -> OneOrder:
        """An order of this likeness, set. Raises what refuses its values."""
        prescription = ordered(self.prescription, order, today)
        values = values_of(prescription)
        blocks = self.blocks(values)
        return OneOrder(prescription, values, blocks, self.own(blocks))


@dataclass(frozen=True, slots=True)
class OneOrder:
    """What one order has of its own on one sheet. It lives no longer than its copy is made."""

    prescription: Prescription
    values: Mapping[str, Private]
    blocks: tuple[OwnBlock, ...]
    own: Own
