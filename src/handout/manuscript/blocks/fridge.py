"""The blocks of a fridge card that no sheet has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Self

from handout.manuscript.blocks.block import Block
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Inline, Text

TIED = 28  # letters: two thirds of a line on A6
BETWEEN = "·"  # stands between the cells of a dose, and stays with what it follows


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDose:
    """One exercise with how much of it to do."""

    kind: ClassVar = Kind.CARD_DOSE
    id: str
    number: str
    name: Text
    dose: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDoses(Block):
    """The exercises of the sheet that the card belongs to, and their doses."""

    kind: ClassVar = Kind.CARD_DOSES
    title: Text
    doses: tuple[CardDose, ...]
    origin: Text  # the content id

    def tied(self) -> Self:
        """With doses whose lines end between their cells; a long cell may break."""
        return replace(self, doses=tuple(replace(one, dose=_tied(one.dose)) for one in self.doses))


def _tied(dose: Text) -> Text:
    cells = dose.plain.split(f"{BETWEEN} ")
    tied = f"{BETWEEN} ".join(cell.replace(" ", "\u00a0") if len(cell) <= TIED else cell for cell in cells)
    return replace(dose, inlines=(Inline(tied),))
