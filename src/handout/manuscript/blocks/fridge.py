"""The blocks of a fridge card that no sheet has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Self

from handout.manuscript.blocks.block import ManuscriptBlock
from handout.manuscript.kinds import Kind
from handout.manuscript.text import NO_BREAK, Inline, Text

TIED = 28  # letters: two thirds of a line on A6


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDose:
    """One exercise with how much of it to do."""

    kind: ClassVar = Kind.CARD_DOSE
    id: str
    number: str
    name: Text
    dose: Text
    cells: tuple[str, ...]  # what the dose is put together from: how many, how long, how often


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDoses(ManuscriptBlock):
    """The exercises of the sheet that the card belongs to, and their doses."""

    kind: ClassVar = Kind.CARD_DOSES
    title: Text
    doses: tuple[CardDose, ...]
    origin: Text  # the content id

    def tied(self) -> Self:
        """With doses whose lines end between their cells; a long cell may break."""
        return replace(self, doses=tuple(map(_tied, self.doses)))


def _tied(one: CardDose) -> CardDose:
    said = one.dose.plain
    for cell in one.cells:
        if len(cell) <= TIED:
            said = said.replace(cell, cell.replace(" ", NO_BREAK))
    return replace(one, dose=replace(one.dose, inlines=(Inline(said),)))
